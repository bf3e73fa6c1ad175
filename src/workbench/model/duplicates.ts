import type { Area } from "../../workbook/address";
import { releaseArrays, valueText } from "./cells";
import type { Sheet } from "./sheet";
import type { ChangeSource, Workbook } from "./workbook";

/** Removes rows whose cells in `columns` repeat an earlier row's; the rows below move up inside the area. */
export function removeDuplicates(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  columns: number[],
  hasHeader: boolean,
  source: ChangeSource,
): { removed: number; uniqueRemaining: number } {
  releaseArrays(sheet, area);
  const first = area.row + (hasHeader ? 1 : 0);
  const last = area.row + area.rowCount;
  const seen = new Set<string>();
  let to = first;
  for (let row = first; row < last; row++) {
    const key = JSON.stringify(
      columns.map((column) => {
        const value = sheet.value(row, area.column + column);
        return [typeof value, valueText(value).toLowerCase()];
      }),
    );
    if (seen.has(key)) continue;
    seen.add(key);
    if (to !== row) copyRow(sheet, row, to, area);
    to++;
  }
  for (let row = to; row < last; row++) {
    for (let column = area.column; column < area.column + area.columnCount; column++) {
      sheet.setFormula(row, column, undefined);
      sheet.setValue(row, column, null);
    }
  }
  workbook.changed({ kind: "cells", sheet, area, source });
  return { removed: last - to, uniqueRemaining: to - first };
}

function copyRow(sheet: Sheet, from: number, to: number, area: Area): void {
  for (let column = area.column; column < area.column + area.columnCount; column++) {
    sheet.setFormula(to, column, sheet.formula(from, column));
    sheet.setValue(to, column, sheet.value(from, column));
  }
}
