import type { Tabell, TabellCell } from "../tables";
import type { SheetSnapshot } from "../workbook/snapshot";
import { numberFormatAt } from "./cells";

/**
 * A number in a cell formatted General has lost its last zeros: 0,0 is 0 and 12,0 is 12. Such a cell is taken to be
 * printed as the rest of its column, unless its row as a whole is printed without decimals.
 */
export function withPrintedDecimals(sheet: SheetSnapshot, table: Tabell): Tabell {
  const usual = table.columns.map((column, index) => column.decimals ?? mostDecimals(table, index));
  const cells = table.cells.map((line, row) => {
    const shortened = line.map((cell, column) => isShortened(sheet, table, cell, row, column, usual[column]));
    const amounts = line.filter((cell, column) => (cell.value ?? 0) !== 0 && usual[column] > 0);
    const whole = line.filter((cell, column) => shortened[column] && cell.value !== 0 && cell.decimals === 0);
    const wholeRow = whole.length >= 2 && whole.length * 2 > amounts.length;
    return line.map((cell, column) => {
      if (!shortened[column] || (wholeRow && cell.value !== 0)) return cell;
      return { ...cell, decimals: usual[column] };
    });
  });
  return { ...table, cells };
}

function isShortened(
  sheet: SheetSnapshot,
  table: Tabell,
  cell: TabellCell,
  row: number,
  column: number,
  usual: number,
): boolean {
  if (cell.kind !== "number" || cell.text !== "" || cell.decimals === null || cell.decimals >= usual)
    return false;
  return numberFormatAt(sheet, table.rows[row].row, table.columns[column].column) === "General";
}

/** Decimals that at least a third of a column's figures have, the most of them: 12 and 12,5 are both of one decimal. */
function mostDecimals(table: Tabell, column: number): number {
  const shown = table.cells.map((line) => line[column].decimals).filter((decimals) => decimals !== null);
  const counts = [...new Set(shown)].sort((a, b) => b - a);
  return counts.find((each) => shown.filter((other) => other >= each).length * 3 >= shown.length) ?? 0;
}
