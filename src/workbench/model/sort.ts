import type { Area } from "../../workbook/address";
import type { CellValue } from "../../workbook/cell";
import { releaseArrays } from "./cells";
import { moveFormula } from "./references";
import type { CellFormula, Sheet } from "./sheet";
import type { ChangeSource, Workbook } from "./workbook";

export interface SortField {
  /** Column (row) number inside the area. */
  key: number;
  ascending: boolean;
}

export interface SortOptions {
  matchCase: boolean;
  hasHeaders: boolean;
  /** Columns change places instead of rows. */
  byColumns: boolean;
}

interface Cell {
  value: CellValue;
  formula: CellFormula | undefined;
  style: number;
}

/** Sorts as Excel: numbers, then texts, then truth values, then errors; blanks last both ways; equal rows keep their order. */
export function sortCells(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  fields: SortField[],
  { matchCase, hasHeaders, byColumns }: SortOptions,
  source: ChangeSource,
): void {
  const skip = hasHeaders ? 1 : 0;
  const sorted: Area = byColumns
    ? { ...area, column: area.column + skip, columnCount: area.columnCount - skip }
    : { ...area, row: area.row + skip, rowCount: area.rowCount - skip };
  const [lines, width] = byColumns
    ? [sorted.columnCount, sorted.rowCount]
    : [sorted.rowCount, sorted.columnCount];
  const at = (line: number, cross: number): [number, number] =>
    byColumns ? [sorted.row + cross, sorted.column + line] : [sorted.row + line, sorted.column + cross];
  releaseArrays(sheet, sorted);
  const read: Cell[][] = Array.from({ length: lines }, (_, line) =>
    Array.from({ length: width }, (_, cross) => {
      const [row, column] = at(line, cross);
      return {
        value: sheet.value(row, column),
        formula: sheet.formula(row, column),
        style: sheet.styleId(row, column),
      };
    }),
  );
  const collator = new Intl.Collator("sv", { sensitivity: matchCase ? "variant" : "accent" });
  const order = read.map((_, line) => line);
  order.sort((a, b) => {
    for (const { key, ascending } of fields) {
      const compared = compare(read[a][key].value, read[b][key].value, collator, ascending);
      if (compared !== 0) return compared;
    }
    return a - b;
  });
  order.forEach((from, line) =>
    read[from].forEach(({ value, formula, style }, cross) => {
      const [row, column] = at(line, cross);
      const [down, right] = byColumns ? [0, line - from] : [line - from, 0];
      sheet.setFormula(row, column, formula && { ...formula, text: moveFormula(formula.text, down, right) });
      sheet.setValue(row, column, value);
      sheet.setStyle(row, column, style);
    }),
  );
  workbook.changed({ kind: "cells", sheet, area: sorted, source });
  workbook.changed({ kind: "sorted", by: byColumns ? "columns" : "rows", sheet, area: sorted, source });
}

const rank = (value: CellValue) =>
  typeof value === "number" ? 0 : typeof value === "string" ? 1 : typeof value === "boolean" ? 2 : 3;

function compare(a: CellValue, b: CellValue, collator: Intl.Collator, ascending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const [kindA, kindB] = [rank(a), rank(b)];
  let compared = kindA - kindB;
  if (compared === 0) {
    if (typeof a === "string") compared = collator.compare(a, b as string);
    else if (kindA < 3) compared = Number(a) - Number(b);
  }
  return ascending ? compared : -compared;
}
