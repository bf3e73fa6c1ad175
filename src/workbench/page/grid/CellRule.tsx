import { useEffect, useRef, useState } from "react";
import type { Language } from "../../../texts/language";
import type { WorkbenchTexts } from "../../../texts/workbench";
import type { Validation } from "../../model/parts";
import { choices } from "../../model/validity";
import type { WorkbookSession } from "../session";
import type { Edit } from "../useEdit";
import { cellText } from "./cellText";
import type { Rect } from "./layout";

/** What the active cell's rule shows beside it: its prompt, and the list to choose from. */
export function CellRule({
  rule,
  rect,
  room,
  open,
  onOpen,
  session,
  edit,
  language,
  texts,
}: {
  rule: Validation;
  /** The cell, in the grid's pixels. */
  rect: Rect;
  /** The grid's height. */
  room: number;
  open: boolean;
  onOpen: (open: boolean) => void;
  session: WorkbookSession;
  edit: Edit;
  language: Language;
  texts: WorkbenchTexts;
}) {
  const below = rect.y + rect.height + 1;
  const list = rule.type === "list" && rule.showDropdown;
  const prompted = rule.showPrompt && (rule.promptTitle || rule.prompt) && !open;
  return (
    <>
      {list && (
        <button
          type="button"
          className="list-button"
          tabIndex={-1}
          aria-label={texts.showList}
          title={texts.showList}
          aria-expanded={open}
          style={{ left: rect.x + rect.width, top: rect.y, height: rect.height }}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onOpen(!open)}
        >
          ▾
        </button>
      )}
      {list && open && (
        <Choices
          {...{ rule, session, edit, language, texts, onOpen }}
          style={
            below + tallest > room
              ? { left: rect.x, bottom: room - rect.y, minWidth: rect.width }
              : { left: rect.x, top: below, minWidth: rect.width }
          }
        />
      )}
      {prompted && (
        <div className="cell-prompt" role="note" style={{ left: rect.x + 12, top: below + 4 }}>
          {rule.promptTitle && <strong>{rule.promptTitle}</strong>}
          {rule.prompt}
        </div>
      )}
    </>
  );
}

const tallest = 200;

function Choices({
  rule,
  session,
  edit,
  language,
  texts,
  onOpen,
  style,
}: {
  rule: Validation;
  session: WorkbookSession;
  edit: Edit;
  language: Language;
  texts: WorkbenchTexts;
  onOpen: (open: boolean) => void;
  style: React.CSSProperties;
}) {
  const { sheet, activeCell, calculator } = session;
  const [words, setWords] = useState<string[]>([]);
  const [marked, setMarked] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const { row, column } = activeCell;

  useEffect(() => {
    let current = true;
    list.current!.focus();
    void choices(rule, { sheet, row, column }, calculator).then(({ values }) => {
      if (!current) return;
      const printed = (value: (typeof values)[number]) => cellText(value, "General", language).text;
      const found = values.filter((value) => value !== null).map(printed);
      setWords(found);
      setMarked(Math.max(0, found.indexOf(printed(sheet.value(row, column)))));
    });
    return () => {
      current = false;
    };
  }, [rule, sheet, row, column, calculator, language]);

  useEffect(() => {
    document.getElementById(`choice-${marked}`)?.scrollIntoView({ block: "nearest" });
  }, [marked, words]);

  const choose = (word: string | undefined) => {
    if (word !== undefined) edit.choose(word);
    onOpen(false);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "ArrowDown") setMarked(Math.min(words.length - 1, marked + 1));
    else if (event.key === "ArrowUp") setMarked(Math.max(0, marked - 1));
    else if (event.key === "Enter") choose(words[marked]);
    else if (event.key === "Escape" || event.key === "Tab") edit.cancel();
    else return;
    event.preventDefault();
  };

  return (
    <ul
      ref={list}
      className="choices"
      role="listbox"
      tabIndex={-1}
      aria-label={texts.choices}
      aria-activedescendant={words.length > 0 ? `choice-${marked}` : undefined}
      style={{ ...style, maxHeight: tallest }}
      onKeyDown={onKeyDown}
      onBlur={() => onOpen(false)}
    >
      {words.map((word, index) => (
        <li
          key={index}
          id={`choice-${index}`}
          role="option"
          aria-selected={index === marked}
          onPointerDown={(event) => {
            event.preventDefault();
            choose(word);
          }}
        >
          {word}
        </li>
      ))}
    </ul>
  );
}
