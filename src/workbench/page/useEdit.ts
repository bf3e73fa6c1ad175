import { useCallback, useMemo, useRef, useState } from "react";
import type { Language } from "../../texts/language";
import { completionAt, type Suggestion } from "./formula/completion";
import { ruleAt } from "../model/validity";
import { entryText } from "./enter";
import type { Position, Refusal, WorkbookSession } from "./session";
import type { Validation } from "../model/parts";
import type { Sheet } from "../model/sheet";

export interface EditState {
  sheet: Sheet;
  cell: Position;
  text: string;
  caret: number;
  /** Where it is being typed; both places show the same text. */
  place: "cell" | "bar";
  /** Index of the marked suggestion. */
  choice: number;
  /** The reference put in by pointing, replaced when another cell is pointed at. */
  pointed: { start: number; end: number } | null;
}

export interface Edit {
  current: EditState | null;
  suggestions: Suggestion[];
  begin(place: EditState["place"], text?: string): void;
  /** Takes what was typed. */
  finish(): void;
  cancel(): void;
  /** Puts a clicked cell into the formula; false when the caret is not where a reference can stand. */
  pointAt(address: string): boolean;
  complete(suggestion: Suggestion): void;
  /** Puts a text into the active cell, as when it is typed. */
  choose(text: string): void;
  refuse(refusal: Refusal | null): void;
  /** What an input needs to take part. */
  field(place: EditState["place"]): {
    value: string;
    ref: (element: HTMLInputElement | null) => void;
    onChange: React.ChangeEventHandler<HTMLInputElement>;
    onSelect: React.ReactEventHandler<HTMLInputElement>;
    onKeyDown: React.KeyboardEventHandler<HTMLInputElement>;
  };
}

/** Typing in a cell and in the formula bar: one text in two places. */
export function useEdit(
  session: WorkbookSession,
  language: Language,
  onRefused: (refusal: Refusal) => void,
  /** Told of a content that breaks its cell's rule; true when it is to stand anyway. */
  onBroken: (rule: Validation) => boolean,
  focusGrid: () => void,
): Edit {
  const [current, setCurrent] = useState<EditState | null>(null);
  const inputs = useRef(new Map<EditState["place"], HTMLInputElement>());
  const suggestions = useMemo(
    () => (current ? completionAt(current.text, current.caret, language) : []),
    [current, language],
  );

  const contentOf = useCallback(
    (sheet: Sheet, { row, column }: Position) =>
      entryText(
        sheet.value(row, column),
        sheet.formula(row, column)?.text,
        session.workbook.styles.get(sheet.styleId(row, column)).numberFormat,
        language,
      ),
    [session, language],
  );

  const refuse = (refusal: Refusal | null) => {
    if (refusal) onRefused(refusal);
  };

  const enter = (sheet: Sheet, cell: Position, text: string) => {
    const take = () => refuse(session.enter(sheet, cell, text, language));
    const rule = ruleAt({ sheet, ...cell });
    if (!rule?.showError) return take();
    void session.breaks(rule, sheet, cell, text, language).then((broken) => {
      if (!broken || onBroken(rule)) take();
    });
  };

  const setCaret = (place: EditState["place"], caret: number) =>
    queueMicrotask(() => inputs.current.get(place)?.setSelectionRange(caret, caret));

  const begin = (place: EditState["place"], text?: string) => {
    const cell = session.activeCell;
    const content = text ?? contentOf(session.sheet, cell);
    setCurrent({
      sheet: session.sheet,
      cell,
      text: content,
      caret: content.length,
      place,
      choice: 0,
      pointed: null,
    });
  };

  const finish = () => {
    if (!current) return;
    setCurrent(null);
    if (current.text !== contentOf(current.sheet, current.cell))
      enter(current.sheet, current.cell, current.text);
  };

  const cancel = () => {
    setCurrent(null);
    focusGrid();
  };

  const replace = (start: number, end: number, text: string, pointed: boolean) => {
    if (!current) return;
    const caret = start + text.length;
    setCurrent({
      ...current,
      text: current.text.slice(0, start) + text + current.text.slice(end),
      caret,
      choice: 0,
      pointed: pointed ? { start, end: caret } : null,
    });
    setCaret(current.place, caret);
  };

  const complete = ({ start, end, insert }: Suggestion) => replace(start, end, insert, false);

  const pointAt = (address: string): boolean => {
    if (!current?.text.startsWith("=")) return false;
    if (current.pointed) {
      replace(current.pointed.start, current.pointed.end, address, true);
      return true;
    }
    const before = current.text.slice(0, current.caret).trimEnd();
    if (!/[=(,+\-*/^&<>:{;]$/.test(before)) return false;
    replace(current.caret, current.caret, address, true);
    return true;
  };

  const onKeyDown: React.KeyboardEventHandler<HTMLInputElement> = (event) => {
    if (!current) return;
    const marked = suggestions[current.choice];
    if (suggestions.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const step = event.key === "ArrowDown" ? 1 : suggestions.length - 1;
      setCurrent({ ...current, choice: (current.choice + step) % suggestions.length });
    } else if (event.key === "Tab" && marked) complete(marked);
    else if (event.key === "Enter" || event.key === "Tab") {
      finish();
      const { row, column } = current.cell;
      const back = event.shiftKey ? -1 : 1;
      session.select(
        event.key === "Enter"
          ? { row: Math.max(0, row + back), column }
          : { row, column: Math.max(0, column + back) },
      );
      focusGrid();
    } else if (event.key === "Escape") cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    current,
    suggestions,
    begin,
    finish,
    cancel,
    pointAt,
    complete,
    choose(text) {
      enter(session.sheet, session.activeCell, text);
      focusGrid();
    },
    refuse,
    field: (place) => ({
      value: current ? current.text : contentOf(session.sheet, session.activeCell),
      ref: (element) => {
        if (element) inputs.current.set(place, element);
        else inputs.current.delete(place);
      },
      onChange: ({ target }) => {
        const next = { text: target.value, caret: target.selectionStart ?? target.value.length };
        const cell = current?.cell ?? session.activeCell;
        setCurrent({ sheet: session.sheet, ...next, cell, place, choice: 0, pointed: null });
      },
      onSelect: ({ currentTarget }) => {
        const caret = currentTarget.selectionStart ?? 0;
        if (current && current.place === place && current.caret !== caret)
          setCurrent({ ...current, caret, pointed: null });
      },
      onKeyDown,
    }),
  };
}
