import type { CellValue } from "../workbook/cell";
import { isCellError } from "../workbook/cell";
import type { CellContent } from "../workbook/change";
import type { SheetSnapshot } from "../workbook/snapshot";
import { formatDecimals, isPercentFormat } from "../workbook/numberFormat";

/** The sheet's cells by sheet position; outside the used range everything is blank. */
export function valueAt({ area, values }: SheetSnapshot, row: number, column: number): CellValue {
  return values[row - area.row]?.[column - area.column] ?? null;
}

export function formulaAt({ area, formulas }: SheetSnapshot, row: number, column: number): string {
  return formulas[row - area.row]?.[column - area.column] ?? "";
}

export function numberFormatAt({ area, numberFormats }: SheetSnapshot, row: number, column: number): string {
  return numberFormats[row - area.row]?.[column - area.column] ?? "General";
}

export function contentAt(sheet: SheetSnapshot, row: number, column: number): CellContent {
  return { value: valueAt(sheet, row, column), formula: formulaAt(sheet, row, column) };
}

/** Visits the cells that hold something, row by row. */
export function eachFilled(
  { area, values }: SheetSnapshot,
  visit: (value: Exclude<CellValue, null>, row: number, column: number) => void,
): void {
  for (let r = 0; r < values.length; r++) {
    const line = values[r];
    for (let c = 0; c < line.length; c++) {
      const value = line[c];
      if (value !== null && value !== "") visit(value, area.row + r, area.column + c);
    }
  }
}

const thousands = /\B(?=(\d{3})+(?!\d))/g;

/** A number as a Swedish report prints it: decimal comma, no-break space between thousands, minus. */
export function printNumber(value: number, decimals?: number): string {
  const text = decimals === undefined ? shortest(value) : value.toFixed(decimals);
  const [whole, fraction] = (Number(text) === 0 ? text.replace("-", "") : text).split(".");
  const grouped = /e/.test(whole) ? whole : whole.replace(thousands, "\u00a0");
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** Sums of decimals carry binary dust: 15 significant digits are what Excel shows at most. */
function shortest(value: number): string {
  const text = String(Number(value.toPrecision(12)));
  return /e/.test(text) ? value.toFixed(12).replace(/\.?0+$/, "") : text;
}

/** The cell as the reader sees it: its text where the snapshot has it, else its value after its number format. */
export function printedAt(sheet: SheetSnapshot, row: number, column: number): string {
  const text = sheet.texts?.[row - sheet.area.row]?.[column - sheet.area.column];
  if (text !== undefined && !/^#+$/.test(text)) return text;
  const value = valueAt(sheet, row, column);
  if (value === null) return "";
  if (isCellError(value)) return value.fel;
  if (typeof value === "boolean") return value ? "SANT" : "FALSKT";
  if (typeof value === "string") return value;
  const format = numberFormatAt(sheet, row, column);
  const decimals = formatDecimals(format) ?? undefined;
  return isPercentFormat(format) ? `${printNumber(value * 100, decimals)} %` : printNumber(value, decimals);
}
