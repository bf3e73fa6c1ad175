import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Language } from "../../../texts/language";
import { type WorkbenchTexts } from "../../../texts/workbench";
import { areaAddress, cellAddress } from "../../../workbook/address";
import { ruleAt } from "../../model/validity";
import { ChartView } from "../charts/ChartView";
import { type Position, type WorkbookSession } from "../session";
import { type Edit } from "../useEdit";
import { CellRule } from "./CellRule";
import { cellText } from "./cellText";
import { type ConditionalLooks, conditionalLooks } from "./conditional";
import { areaRect, headerHeight, headingWidth, sheetLayout } from "./layout";
import { move } from "./moves";
import { frozenSize, paintGrid } from "./paint";

export interface GridProps {
  session: WorkbookSession;
  version: number;
  language: Language;
  texts: WorkbenchTexts;
  edit: Edit;
}

const noLooks: ConditionalLooks = new Map();

/** The sheet: a canvas that draws what is in view, over a scroller that is as large as the sheet. */
export function Grid({ session, version, language, texts, edit }: GridProps) {
  const { sheet, workbook } = session;
  const frame = useRef<HTMLDivElement>(null);
  const focus = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [scroll, setScroll] = useState({ x: 0, y: 0 });
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the sheet is changed in place; its version says when
  const layout = useMemo(() => sheetLayout(sheet, workbook.styles), [sheet, workbook, version]);
  const looks = useConditionalLooks(session, version);
  const active = session.activeCell;
  /** The cell whose list is open. */
  const [listed, setListed] = useState<string | null>(null);
  const rule = ruleAt({ sheet, ...active });
  const activeKey = `${sheet.id} ${active.row} ${active.column}`;
  const rowsWide = headingWidth(layout.rows.indexAt(scroll.y + size.height));

  useEffect(() => {
    const observer = new ResizeObserver(([{ contentRect }]) =>
      setSize({ width: contentRect.width, height: contentRect.height }),
    );
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = canvas.current!;
    const ratio = window.devicePixelRatio || 1;
    element.width = Math.round(size.width * ratio);
    element.height = Math.round(size.height * ratio);
    const context = element.getContext("2d")!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintGrid(context, {
      workbook,
      sheet,
      layout,
      looks,
      language,
      scrollX: scroll.x,
      scrollY: scroll.y,
      width: size.width,
      height: size.height,
      headingWidth: rowsWide,
    });
  });

  useEffect(() => {
    scroller.current!.scrollTo(0, 0);
  }, [sheet]);

  const frozen = frozenSize({ sheet, layout });
  const rowCount = Math.max(layout.rowCount, active.row + 20);
  const columnCount = Math.max(layout.columnCount, active.column + 5);
  useEffect(() => {
    const element = scroller.current!;
    const cell = areaRect(layout, { ...active, rowCount: 1, columnCount: 1 });
    if (active.column >= (sheet.freeze?.columns ?? 0)) {
      const right = cell.x + cell.width - element.clientWidth;
      if (cell.x - frozen.width < element.scrollLeft) element.scrollLeft = cell.x - frozen.width;
      else if (right > element.scrollLeft) element.scrollLeft = right;
    }
    if (active.row >= (sheet.freeze?.rows ?? 0)) {
      const bottom = cell.y + cell.height - element.clientHeight;
      if (cell.y - frozen.height < element.scrollTop) element.scrollTop = cell.y - frozen.height;
      else if (bottom > element.scrollTop) element.scrollTop = bottom;
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- follows the active cell, not every repaint
  }, [active.row, active.column, sheet]);

  /** The cell under the pointer. */
  const cellAt = ({ clientX, clientY }: { clientX: number; clientY: number }): Position => {
    const box = frame.current!.getBoundingClientRect();
    const [x, y] = [clientX - box.left - rowsWide, clientY - box.top - headerHeight];
    return {
      row: layout.rows.indexAt(Math.max(0, y < frozen.height ? y : y + scroll.y)),
      column: layout.columns.indexAt(Math.max(0, x < frozen.width ? x : x + scroll.x)),
    };
  };

  const drag = (event: React.PointerEvent, moved: (to: React.PointerEvent | PointerEvent) => void) => {
    const target = event.currentTarget as HTMLElement;
    target.setPointerCapture(event.pointerId);
    const onMove = (to: PointerEvent) => moved(to);
    target.addEventListener("pointermove", onMove);
    const end = () => target.removeEventListener("pointermove", onMove);
    target.addEventListener("pointerup", end, { once: true });
    target.addEventListener("pointercancel", end, { once: true });
  };

  const onCells = (event: React.PointerEvent) => {
    if (event.button !== 0 || isScrollbar(event, scroller.current!)) return;
    const cell = cellAt(event);
    if (edit.current && edit.pointAt(cellAddress(cell.row, cell.column))) {
      event.preventDefault();
      return;
    }
    edit.finish();
    const from = event.shiftKey ? session.activeCell : cell;
    session.select(from, cell);
    focus.current!.focus({ preventScroll: true });
    drag(event, (to) => session.select(from, cellAt(to)));
  };

  const onHeadings = (event: React.PointerEvent) => {
    if (event.button !== 0) return;
    const box = frame.current!.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    edit.finish();
    const cell = cellAt(event);
    const { row, column } = cell;
    if (y < headerHeight && x < rowsWide) {
      session.select({ row: 0, column: 0 }, { row: layout.rowCount - 1, column: layout.columnCount - 1 });
    } else if (y < headerHeight) {
      const border = borderAt(event);
      if (border !== null) {
        const start = layout.columns.size(border);
        drag(event, (to) => session.setColumnWidth(sheet, border, start + to.clientX - event.clientX));
      } else {
        const select = (to: number) =>
          session.select({ row: 0, column }, { row: layout.rowCount - 1, column: to });
        select(column);
        drag(event, (to) => select(cellAt(to).column));
      }
    } else if (x < rowsWide) {
      const select = (to: number) =>
        session.select({ row, column: 0 }, { row: to, column: layout.columnCount - 1 });
      select(row);
      drag(event, (to) => select(cellAt(to).row));
    }
  };

  /** The column whose right edge is under the pointer, in the headings. */
  const borderAt = (event: React.PointerEvent): number | null => {
    const { column } = cellAt({ clientX: event.clientX - 4, clientY: event.clientY });
    const box = frame.current!.getBoundingClientRect();
    const x = event.clientX - box.left - rowsWide;
    const edge = layout.columns.start(column + 1) - (x < frozen.width ? 0 : scroll.x);
    return Math.abs(edge - x) <= 4 ? column : null;
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (edit.current) return;
    if (event.altKey && event.key === "ArrowDown" && rule?.type === "list" && rule.showDropdown) {
      setListed(activeKey);
      event.preventDefault();
      return;
    }
    const page = Math.max(
      1,
      Math.floor((size.height - headerHeight - frozen.height) / layout.rows.standard) - 1,
    );
    const moved = move(event, session, page);
    if (moved) {
      event.preventDefault();
      return;
    }
    if (event.key === "F2") edit.begin("cell");
    else if (event.key === "Delete" || event.key === "Backspace")
      edit.refuse(session.clear(sheet, sheet.selection));
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)
      edit.begin("cell", event.key);
    else return;
    event.preventDefault();
  };

  const copy = (event: React.ClipboardEvent) => {
    if (edit.current) return;
    const { selection } = sheet;
    const used = sheet.usedArea(true);
    const lines: string[] = [];
    const bottom = Math.min(selection.row + selection.rowCount, used ? used.row + used.rowCount : 0);
    for (let row = selection.row; row < bottom; row++) {
      const cells: string[] = [];
      const right = Math.min(selection.column + selection.columnCount, used!.column + used!.columnCount);
      for (let column = selection.column; column < right; column++) cells.push(printedAt(row, column));
      lines.push(cells.join("\t"));
    }
    event.clipboardData.setData("text/plain", lines.join("\r\n"));
    event.preventDefault();
    if (event.type === "cut") edit.refuse(session.clear(sheet, selection));
  };

  const paste = (event: React.ClipboardEvent) => {
    if (edit.current) return;
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    const rows = text.split(/\r?\n/).map((line) => line.split("\t"));
    const from = { row: sheet.selection.row, column: sheet.selection.column };
    const refused = session.paste(sheet, from, rows, language);
    edit.refuse(refused);
    if (!refused)
      session.select(from, {
        row: from.row + rows.length - 1,
        column: from.column + Math.max(...rows.map((row) => row.length)) - 1,
      });
  };

  const printedAt = (row: number, column: number) =>
    cellText(sheet.value(row, column), workbook.styles.get(sheet.styleId(row, column)).numberFormat, language)
      .text;

  const editing = edit.current?.place === "cell" ? edit.current : null;
  /** Where a cell stands in the frame, scrolled as it is. */
  const shownRect = (cell: Position) => {
    const rect = areaRect(layout, { ...cell, rowCount: 1, columnCount: 1 });
    return {
      ...rect,
      x: rect.x + rowsWide - (cell.column < (sheet.freeze?.columns ?? 0) ? 0 : scroll.x),
      y: rect.y + headerHeight - (cell.row < (sheet.freeze?.rows ?? 0) ? 0 : scroll.y),
    };
  };
  const editRect = editing && shownRect(editing.cell);
  const activeRect = shownRect(active);
  const activeInView =
    activeRect.x >= rowsWide &&
    activeRect.y >= headerHeight &&
    activeRect.y + activeRect.height < size.height;
  return (
    <div ref={frame} className="grid">
      <canvas
        ref={canvas}
        aria-hidden
        style={{ width: size.width, height: size.height }}
        onPointerDown={onHeadings}
        onPointerMove={(event) => {
          const box = frame.current!.getBoundingClientRect();
          const inHeadings = event.clientY - box.top < headerHeight && event.clientX - box.left > rowsWide;
          event.currentTarget.style.cursor =
            inHeadings && borderAt(event) !== null ? "col-resize" : "default";
        }}
      />
      <div
        ref={scroller}
        className="scroller"
        tabIndex={-1}
        style={{ left: rowsWide, top: headerHeight }}
        onScroll={({ currentTarget }) =>
          setScroll({ x: currentTarget.scrollLeft, y: currentTarget.scrollTop })
        }
        onPointerDown={onCells}
        onDoubleClick={() => edit.begin("cell")}
      >
        <div
          style={{
            width: layout.columns.start(columnCount),
            height: layout.rows.start(rowCount),
          }}
        />
        {sheet.charts.map((chart) => (
          <ChartView key={chart.id} chart={chart} workbook={workbook} sheet={sheet} language={language} />
        ))}
      </div>
      <div
        ref={focus}
        className="grid-focus"
        role="grid"
        tabIndex={0}
        aria-label={texts.sheetLabel(sheet.name)}
        aria-rowcount={rowCount}
        aria-colcount={columnCount}
        aria-multiselectable
        aria-activedescendant="active-cell"
        onKeyDown={onKeyDown}
        onCopy={copy}
        onCut={copy}
        onPaste={paste}
      >
        <div role="row" className="sr-only" aria-rowindex={active.row + 1}>
          <div
            role="gridcell"
            id="active-cell"
            aria-colindex={active.column + 1}
            aria-selected
            aria-label={`${areaAddress({ ...active, rowCount: 1, columnCount: 1 })} ${printedAt(active.row, active.column)}`}
          >
            {printedAt(active.row, active.column)}
          </div>
        </div>
      </div>
      {rule && activeInView && !edit.current && (
        <CellRule
          {...{ rule, session, edit, language, texts }}
          rect={activeRect}
          room={size.height}
          open={listed === activeKey}
          onOpen={(open) => setListed(open ? activeKey : null)}
        />
      )}
      {editing && editRect && (
        <input
          className="cell-editor"
          aria-label={texts.cellEditor(cellAddress(editing.cell.row, editing.cell.column))}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          {...edit.field("cell")}
          style={{
            left: editRect.x,
            top: editRect.y,
            minWidth: editRect.width - 1,
            width: `${Math.max(6, editing.text.length + 2)}ch`,
            height: editRect.height - 1,
          }}
        />
      )}
    </div>
  );
}

const isScrollbar = ({ clientX, clientY }: React.PointerEvent, element: HTMLElement) => {
  const box = element.getBoundingClientRect();
  return clientX - box.left > element.clientWidth || clientY - box.top > element.clientHeight;
};

/** Looks are evaluated beside the painting and put in when they are ready. */
function useConditionalLooks(session: WorkbookSession, version: number): ConditionalLooks {
  const [looks, setLooks] = useState<{ sheet: unknown; looks: ConditionalLooks }>({
    sheet: null,
    looks: noLooks,
  });
  const { sheet, calculator } = session;
  useEffect(() => {
    if (sheet.conditionalFormats.length === 0) return;
    let current = true;
    const timer = setTimeout(() => {
      void session
        .calculated()
        .then(() => conditionalLooks(sheet, calculator))
        .then((found) => current && setLooks({ sheet, looks: found }));
    }, 50);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [session, sheet, calculator, version]);
  return looks.sheet === sheet && sheet.conditionalFormats.length > 0 ? looks.looks : noLooks;
}
