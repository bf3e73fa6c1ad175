import type { CellValue } from "./cell";

/** What stands in a cell: the formula with its "=", "" for none, and the value shown. */
export interface CellContent {
  value: CellValue;
  formula: string;
}

/** One cell's change as plain data. `before` is what must still stand there when it is applied, and what undo restores. */
export type Change = { sheet: string; row: number; column: number } & (
  | { kind: "value"; before: CellContent; after: CellValue }
  | { kind: "formula"; before: CellContent; after: string }
  | { kind: "numberFormat"; before: string; after: string }
);
