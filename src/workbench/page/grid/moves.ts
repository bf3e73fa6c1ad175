import { maxColumns, maxRows } from "../../../workbook/address";
import type { Sheet } from "../../model/sheet";
import type { Position, WorkbookSession } from "../session";

type Key = Pick<React.KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey">;

const directions: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the selection as the key does in Excel; false when the key moves nothing. */
export function move(event: Key, session: WorkbookSession, page: number): boolean {
  const { sheet } = session;
  const active = session.activeCell;
  const jump = event.ctrlKey || event.metaKey;
  const far = event.shiftKey ? farCorner(sheet, active) : active;
  const to = (target: Position) => {
    const clamped = {
      row: Math.min(maxRows - 1, Math.max(0, target.row)),
      column: Math.min(maxColumns - 1, Math.max(0, target.column)),
    };
    if (event.shiftKey) session.select(active, clamped);
    else session.select(clamped);
    return true;
  };
  const direction = directions[event.key];
  if (direction) {
    const [rows, columns] = direction;
    return to(jump ? edge(sheet, far, rows, columns) : step(sheet, far, rows, columns));
  }
  const used = sheet.usedArea(true);
  switch (event.key) {
    case "Enter":
      session.select(step(sheet, active, event.shiftKey ? -1 : 1, 0));
      return true;
    case "Tab":
      session.select(step(sheet, active, 0, event.shiftKey ? -1 : 1));
      return active.column > 0 || !event.shiftKey;
    case "Home":
      return to(jump ? { row: 0, column: 0 } : { row: far.row, column: 0 });
    case "End":
      return jump && used
        ? to({ row: used.row + used.rowCount - 1, column: used.column + used.columnCount - 1 })
        : false;
    case "PageDown":
    case "PageUp": {
      const sign = event.key === "PageDown" ? 1 : -1;
      if (!jump) return to({ row: far.row + sign * page, column: far.column });
      const visible = session.workbook.sheets.filter(({ visibility }) => visibility === "visible");
      const next = visible[visible.indexOf(sheet) + sign];
      if (next) session.show(next);
      return true;
    }
    case "a":
      if (!jump || !used) return false;
      session.select(
        { row: used.row, column: used.column },
        { row: used.row + used.rowCount - 1, column: used.column + used.columnCount - 1 },
      );
      return true;
    default:
      return false;
  }
}

/** The corner of the selection opposite to the active cell. */
function farCorner({ selection }: Sheet, { row, column }: Position): Position {
  return {
    row: row === selection.row ? selection.row + selection.rowCount - 1 : selection.row,
    column: column === selection.column ? selection.column + selection.columnCount - 1 : selection.column,
  };
}

function step(sheet: Sheet, from: Position, rows: number, columns: number): Position {
  const to = { row: Math.max(0, from.row + rows), column: Math.max(0, from.column + columns) };
  while (rows !== 0 && sheet.rows[to.row]?.hidden && to.row > 0) to.row += rows;
  while (columns !== 0 && sheet.columns[to.column]?.hidden && to.column > 0) to.column += columns;
  return to;
}

/** Ctrl and an arrow: the last filled cell of a run, else the next filled one, else the sheet's edge. */
function edge(sheet: Sheet, from: Position, rows: number, columns: number): Position {
  const used = sheet.usedArea(true);
  const filled = ({ row, column }: Position) => sheet.value(row, column) !== null;
  const next = ({ row, column }: Position): Position => ({ row: row + rows, column: column + columns });
  const bottom = used ? used.row + used.rowCount - 1 : 0;
  const right = used ? used.column + used.columnCount - 1 : 0;
  const inside = ({ row, column }: Position) => row >= 0 && column >= 0 && row <= bottom && column <= right;
  let at = from;
  if (filled(at) && filled(next(at))) {
    while (inside(next(at)) && filled(next(at))) at = next(at);
    return at;
  }
  at = next(at);
  while (inside(at) && !filled(at)) at = next(at);
  if (inside(at)) return at;
  return {
    row: rows > 0 ? maxRows - 1 : rows < 0 ? 0 : from.row,
    column: columns > 0 ? maxColumns - 1 : columns < 0 ? 0 : from.column,
  };
}
