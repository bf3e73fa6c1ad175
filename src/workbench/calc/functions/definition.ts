import type { CellMatrix, CellValue } from "../../../workbook/cell";
import type { Expression } from "../expression";
import type { Place } from "../symbols";
import type { Argument, Lambda, Reference, Scope, SheetArea, Value } from "../values";
import type { Columns } from "../columns";

/** What a function may ask of the calculation it is part of. */
export interface Machine {
  readonly place: Place;
  readonly date1904: boolean;
  /** Ready-made columns for conditions (SUMIFS …), shared by all formulas. */
  readonly columns: Columns;
  evaluate(node: Expression | null, scope: Scope | null): Argument;
  /** True while arrays are calculated item by item; false where an ordinary formula takes the cell on its own row or column. */
  readonly arrays: boolean;
  /**
   * The argument as operators take it: one value, or a matrix. Where arrays are not calculated, a range becomes its cell on the
   * formula's own row or column.
   */
  plain(value: Argument): CellValue | CellMatrix;
  /** The reference's cells; whole columns and rows end where the sheet's content does. */
  cells(reference: Reference): CellMatrix;
  /** One cell's value. */
  cell(area: SheetArea): CellValue;
  /** Waits for the cells to be calculated; call before reading them by other ways than `cells` and `cell`. */
  settle(areas: readonly SheetArea[]): void;
  apply(lambda: Lambda, args: readonly Argument[]): Value;
  /** Reads a reference in text (INDIRECT). */
  referenceOf(text: string, a1: boolean): Value;
  formulaText(area: SheetArea): string | null;
  /** Row hidden by hand, or hidden by a filter. */
  rowHidden(area: SheetArea, row: number): { hidden: boolean; filtered: boolean };
  /** A cell whose own formula is SUBTOTAL or AGGREGATE. */
  isSubtotal(area: SheetArea, row: number, column: number): boolean;
  /** In tab order from 1; null name = the formula's own sheet. */
  sheetNumber(name: string | null): number | null;
  sheetCount(): number;
  /** The engine's own function of that name (statistics, finance …). */
  engineCall(name: string, args: (CellValue | CellMatrix | undefined)[]): CellValue | CellMatrix;
  now(): number;
}

/**
 * How an argument is wanted:
 * n number, t text, l logical, s any single value — a range or array is calculated item by item;
 * N T L S the same, with an argument left empty (",,") as undefined instead of blank;
 * a as it is: reference, array or single value; x the same, calculated as an array.
 */
export type Wanted = "n" | "t" | "l" | "s" | "N" | "T" | "L" | "S" | "a" | "x";

export interface FunctionDefinition {
  readonly min: number;
  readonly max: number;
  /** One letter (see Wanted) for each argument; the last `repeat` letters (default 1) repeat. */
  readonly wanted: string;
  readonly repeat: number;
  readonly run?: (args: Argument[], machine: Machine) => Value;
  /** Gets its arguments unevaluated. */
  readonly lazy?: (args: readonly (Expression | null)[], machine: Machine, scope: Scope | null) => Value;
}

export type FunctionTable = Record<string, FunctionDefinition>;

/** A function whose arguments are prepared as `wanted` says. Errors in single values are returned before `run` is called. */
export function define(
  min: number,
  max: number,
  wanted: string,
  // The letters decide the arguments' types; the compiler can't be told, so each function states them.
  run: (args: never, machine: Machine) => Value,
  repeat = 1,
): FunctionDefinition {
  return { min, max, wanted, repeat, run: run as FunctionDefinition["run"] };
}

export function defineLazy(min: number, max: number, lazy: FunctionDefinition["lazy"]): FunctionDefinition {
  return { min, max, wanted: "a", repeat: 1, lazy };
}
