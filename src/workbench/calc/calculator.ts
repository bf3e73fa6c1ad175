import type { Area } from "../../workbook/address";
import type { CellMatrix } from "../../workbook/cell";
import type { Sheet } from "../model/sheet";

/** What a calculation did. */
export interface CalculationReport {
  /** Areas whose values changed, written into the model (source "calc"). */
  changed: { sheet: Sheet; area: Area }[];
  /** Formula cells the engine can't express: they keep the value the file had. */
  kept: { sheet: Sheet; row: number; column: number; formula: string; reason: string }[];
  /** Formula cells that lead back to themselves; their value is 0, as in Excel. */
  circular: { sheet: Sheet; row: number; column: number }[];
  /** How many formulas were calculated. */
  calculated: number;
}

/** The formula engine as the rest of the workbench sees it. It listens to the workbook's changes by itself. */
export interface Calculator {
  /** Recalculates what depends on the changes since last time. */
  recalculate(): Promise<CalculationReport>;
  /** Recalculates every formula (application.calculate(full)). */
  recalculateAll(): Promise<CalculationReport>;
  /** One formula, as if it stood in `sheet` at `row`, `column`; nothing is written. A single value is 1 × 1. */
  evaluate(formula: string, sheet: Sheet, row?: number, column?: number): Promise<CellMatrix>;
  dispose(): void;
}

/** How blank cells and omitted cells in ranges reach a custom function: 0 on desktop Excel, null on the web. */
export type BlankMode = "zero" | "null";
