import type { SheetSnapshot } from "../workbook/snapshot";
import type { Area } from "../workbook/address";

/** The values of an area, wherever it stands on the sheet. */
export function areaContent(
  { area, values }: SheetSnapshot,
  { row, column, rowCount, columnCount }: Area,
): string {
  return values
    .slice(row - area.row, row - area.row + rowCount)
    .map((line) => JSON.stringify(line.slice(column - area.column, column - area.column + columnCount)))
    .join("\n");
}
