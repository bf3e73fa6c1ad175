import { type Area, maxColumns, maxRows } from "../../workbook/address";
import { hideRows } from "../model/hiddenRows";
import type { Column, Row, Sheet } from "../model/sheet";
import type { Batch } from "./batch";
import { oneOf } from "./definition";
import { HostError } from "./errors";

/** Excel has eight levels, the first of them ungrouped. */
const deepest = 7;

type Line = Row | Column;

const isByRows = (option: unknown) => oneOf(["ByRows", "ByColumns"])(option) === "ByRows";

function each(sheet: Sheet, area: Area, option: unknown, visit: (line: Line) => void): void {
  const byRows = isByRows(option);
  if (byRows ? area.rowCount === maxRows : area.columnCount === maxColumns)
    throw new HostError("InvalidArgument", "whole columns can't be grouped by rows, nor rows by columns");
  const [from, count] = byRows ? [area.row, area.rowCount] : [area.column, area.columnCount];
  for (let at = from; at < from + count; at++)
    visit(byRows ? sheet.ensureRow(at) : (sheet.columns[at] ??= {}));
}

export function group(sheet: Sheet, area: Area, option: unknown): void {
  each(sheet, area, option, (line) => {
    line.outlineLevel = Math.min(deepest, (line.outlineLevel ?? 0) + 1);
  });
}

/** @throws GeneralException where nothing is grouped. */
export function ungroup(sheet: Sheet, area: Area, option: unknown): void {
  let grouped = false;
  each(sheet, area, option, (line) => {
    if (!line.outlineLevel) return;
    grouped = true;
    line.outlineLevel--;
    if (line.outlineLevel === 0) line.hidden = false;
  });
  if (!grouped) throw new HostError("GeneralException", "nothing is grouped");
}

export function showGroup(
  { workbook, source }: Batch,
  sheet: Sheet,
  area: Area,
  option: unknown,
  shown: boolean,
): void {
  const grouped = new Set<Line>();
  each(sheet, area, option, (line) => void (line.outlineLevel && grouped.add(line)));
  if (isByRows(option)) {
    const hidden = (row: number) =>
      grouped.has(sheet.rows[row]!) ? !shown : (sheet.rows[row]?.hidden ?? false);
    hideRows(workbook, sheet, area.row, area.rowCount, hidden, source);
    return;
  }
  for (const line of grouped) line.hidden = !shown;
  workbook.changed({ kind: "formats", sheet, area, source });
}

/** Shows the outline down to a level; level 1 is what no group hides, 0 leaves that side as it is. */
export function showLevels({ workbook, source }: Batch, sheet: Sheet, rows: number, columns: number): void {
  const above = (line: Line | undefined, levels: number) =>
    line?.outlineLevel ? line.outlineLevel >= levels : (line?.hidden ?? false);
  if (rows > 0)
    hideRows(workbook, sheet, 0, sheet.rows.length, (row) => above(sheet.rows[row], rows), source);
  if (columns === 0) return;
  for (const column of sheet.columns) if (column) column.hidden = above(column, columns);
  const area = { row: 0, column: 0, rowCount: maxRows, columnCount: Math.max(1, sheet.columns.length) };
  workbook.changed({ kind: "formats", sheet, area, source });
}
