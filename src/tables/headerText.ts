import { contains, type Area } from "../workbook/address";
import { type CellValue, isCellError } from "../workbook/cell";
import type { SheetSnapshot } from "../workbook/snapshot";
import { cellPeriod } from "./time";

/** The cell at a sheet position; outside the used range everything is blank. */
export function cellAt({ area, values }: SheetSnapshot, row: number, column: number): CellValue {
  return values[row - area.row]?.[column - area.column] ?? null;
}

/** A header cell as words: a date as its month, an error as its code. */
export function headerCell(value: CellValue): string {
  if (value === null) return "";
  if (isCellError(value)) return value.fel;
  if (typeof value === "number" && value > 32874 && value < 73050 && Number.isInteger(value)) {
    const period = cellPeriod(value);
    if (period?.kind === "manad") return `${period.year}-${String(period.month).padStart(2, "0")}`;
  }
  return String(value).trim();
}

/**
 * Each column's header, rows put together top to bottom. A merged cell counts for every column it covers; without
 * merges, an upper header holds for the blanks to its right as long as they have a header below.
 */
export function headerTexts(sheet: SheetSnapshot, rows: number[], first: number, last: number): string[] {
  const parts = headerParts(sheet, rows, first, last);
  return parts.map((column) =>
    column.filter((part, index) => part !== "" && part !== column[index - 1]).join(" "),
  );
}

function headerParts(sheet: SheetSnapshot, rows: number[], first: number, last: number): string[][] {
  const columns = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return columns.map((column) =>
    rows.map((row, level) => {
      const own = headerCell(cellAt(sheet, row, column));
      if (own !== "") return own;
      const merge = sheet.merges.find((area) => contains(area, row, column));
      if (merge) return headerCell(cellAt(sheet, merge.row, merge.column));
      if (level === rows.length - 1 || hasMerge(sheet, row, first, last)) return "";
      const below = rows.slice(level + 1).some((lower) => headerCell(cellAt(sheet, lower, column)) !== "");
      return below ? leftNeighbour(sheet, row, column, first) : "";
    }),
  );
}

const hasMerge = (sheet: SheetSnapshot, row: number, first: number, last: number) =>
  sheet.merges.some(
    (area: Area) => area.row === row && area.columnCount > 1 && area.column >= first && area.column <= last,
  );

function leftNeighbour(sheet: SheetSnapshot, row: number, column: number, first: number): string {
  for (let left = column - 1; left > first; left--) {
    const text = headerCell(cellAt(sheet, row, left));
    if (text !== "") return text;
  }
  return "";
}
