import type { Tabell, TabellCell } from "../tables";
import { printNumber } from "./cells";
import type { CellPlace } from "./place";

/** A cell of a table; row and column point into the table's rows and columns. */
export interface Figure {
  table: Tabell;
  row: number;
  column: number;
}

export const figureCell = ({ table, row, column }: Figure): TabellCell => table.cells[row][column];

export const figurePlace = ({ table, row, column }: Figure): CellPlace => ({
  blad: table.sheet,
  row: table.rows[row].row,
  column: table.columns[column].column,
});

/** The figure as read; null where the cell holds no number. */
export const figureValue = (figure: Figure): number | null => figureCell(figure).value;

/** Half a unit in the last decimal printed: how far the figure may be from what it was rounded from. */
export function halfUnit({ table, row, column }: Figure): number {
  return 0.5 * 10 ** -printedDecimals({ table, row, column });
}

export function printedDecimals({ table, row, column }: Figure): number {
  const own = table.cells[row][column].decimals;
  if (own !== null) return own;
  return table.columns[column].decimals ?? table.decimals;
}

const ids = new WeakMap<Tabell, number>();
let tableCount = 0;

/** One number per figure, the same for the same cell of the same table. */
export function figureId({ table, row, column }: Figure): number {
  let id = ids.get(table);
  if (id === undefined) ids.set(table, (id = tableCount++));
  return (id % 2 ** 20) * 2 ** 31 + row * table.columns.length + column;
}

/** The row's name as the reader would say it: a nameless sum is called by its table. */
export function rowName({ table, row }: Figure): string {
  return table.rows[row].label || table.title || table.sheet;
}

export function columnName({ table, column }: Figure): string {
  return table.columns[column].header.replace(/\s+/g, " ").trim();
}

/** As the reader sees it. */
export function printedFigure(figure: Figure): string {
  const { value, decimals, unit, text } = figureCell(figure);
  if (text !== "" || value === null) return text;
  const shown = decimals === null ? undefined : Math.max(0, decimals);
  return unit === "%" ? `${printNumber(value, shown)} %` : printNumber(value, shown);
}

/** A calculated figure with the decimals of the one it is compared with. */
export function printLike(figure: Figure, value: number): string {
  return printNumber(value, Math.max(0, printedDecimals(figure)));
}
