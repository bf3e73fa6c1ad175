import type { CellMatrix, CellValue } from "../../src/workbook/cell";
import { type SheetSnapshot, sheetFromValues, type WorkbookSnapshot } from "../../src/workbook/snapshot";

/** A sheet from rows of values; a text that begins with "=" is a formula with its value after " → ". */
export function sheetOf(
  name: string,
  rows: (CellValue | string)[][],
  more: Partial<SheetSnapshot> = {},
): SheetSnapshot {
  const formulas: string[][] = [];
  const values: CellMatrix = rows.map((row, r) => {
    formulas.push([]);
    return row.map((cell, c) => {
      const formula = typeof cell === "string" && cell.startsWith("=") ? cell : "";
      const [text, value = "0"] = formula.split(" → ");
      formulas[r][c] = formula === "" ? "" : text;
      if (formula === "") return cell;
      if (value.startsWith("#")) return { fel: value } as CellValue;
      return Number.isNaN(Number(value)) ? value : Number(value);
    });
  });
  const sheet = sheetFromValues(name, values);
  sheet.formulas = sheet.values.map((row, r) => row.map((_, c) => formulas[r][c] ?? ""));
  return { ...sheet, ...more };
}

export const bookOf = (...sheets: SheetSnapshot[]): WorkbookSnapshot => ({ sheets, names: [] });
