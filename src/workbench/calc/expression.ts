import type { CellMatrix, CellValue } from "../../workbook/cell";
import type { Lack } from "./lack";

/** A row or column in a reference: its position, or its distance from the formula's own cell. */
export interface Bound {
  readonly at: number;
  readonly fixed: boolean;
}

/** An A1 reference's corners; null bounds stretch over the whole sheet (A:A, 2:5). */
export interface Corners {
  readonly top: Bound | null;
  readonly bottom: Bound | null;
  readonly left: Bound | null;
  readonly right: Bound | null;
}

/** One sheet, or every sheet from `first` to `last` in tab order (a 3-D reference). */
export interface SheetSpan {
  readonly first: string;
  readonly last: string;
}

export type Section = "headers" | "data" | "totals" | "all" | "this row";

/**
 * A formula ready to be evaluated in any cell: positions are relative, names and tables are looked up when it is
 * evaluated. Function names are upper case and without prefixes.
 */
export type Expression =
  | { readonly type: "literal"; readonly value: CellValue }
  | { readonly type: "array"; readonly values: CellMatrix }
  | {
      readonly type: "area";
      readonly sheets: SheetSpan | null;
      readonly corners: Corners;
      readonly trim: "head" | "tail" | "both" | null;
    }
  | {
      readonly type: "structured";
      /** "" = the table that the formula stands in. */
      readonly table: string;
      readonly columns: readonly string[];
      readonly sections: readonly Section[];
    }
  | { readonly type: "name"; readonly name: string; readonly sheet: string | null }
  | { readonly type: "variable"; readonly name: string }
  | { readonly type: "unary"; readonly operator: "+" | "-" | "%"; readonly of: Expression }
  | { readonly type: "spill"; readonly of: Expression }
  | { readonly type: "single"; readonly of: Expression }
  | {
      readonly type: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly type: "join";
      readonly operator: ":" | " " | ",";
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly type: "call"; readonly name: string; readonly args: readonly (Expression | null)[] }
  | { readonly type: "apply"; readonly callee: Expression; readonly args: readonly (Expression | null)[] }
  | { readonly type: "lambda"; readonly parameters: readonly string[]; readonly body: Expression }
  | {
      readonly type: "let";
      readonly declarations: readonly { readonly name: string; readonly value: Expression }[];
      readonly body: Expression;
    }
  | { readonly type: "unsupported"; readonly lack: Lack; readonly what: string };

export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | ">" | "<=" | ">=";

/** A formula's text, translated once; formulas that differ only by position share it. */
export interface Program {
  readonly root: Expression;
  /** References that are read, in the order they stand. */
  readonly reads: readonly Expression[];
  /** Recalculated every time: RAND, NOW, OFFSET, INDIRECT … */
  readonly volatile: boolean;
  /** Passes over hidden rows: SUBTOTAL, AGGREGATE. */
  readonly visibility: boolean;
  /** Looks up names, tables or sheets: to be looked up again when these change. */
  readonly symbolic: boolean;
}
