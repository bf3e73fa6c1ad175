import { type Area, maxColumns, maxRows } from "../../workbook/address";
import type { Column, Row, Sheet } from "../model/sheet";
import { oneOf } from "./definition";
import { HostError } from "./errors";

/** Excel has eight levels, the first of them ungrouped. */
const deepest = 7;

type Line = Row | Column;

function each(sheet: Sheet, area: Area, option: unknown, visit: (line: Line) => void): void {
  const byRows = oneOf(["ByRows", "ByColumns"])(option) === "ByRows";
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

export function showGroup(sheet: Sheet, area: Area, option: unknown, shown: boolean): void {
  each(sheet, area, option, (line) => {
    if (line.outlineLevel) line.hidden = !shown;
  });
}
