import type { CellMatrix, CellValue } from "../workbook/cell";
import type { Merge } from "../workbook/layout";
import type { SheetPlan } from "../workbook/plan";

/** A report sheet as it stands now, found by its named range. */
export interface Existing {
  sheet: string;
  /** The report's first cell. */
  top: number;
  left: number;
  /** Our key or null (the user's own) for each row and column of the report. */
  rows: (string | null)[];
  columns: (string | null)[];
  /** The sheet from the report's first cell to the end of what is used. */
  values: CellMatrix;
  formulas: string[][];
}

/** What the plan will do with the sheet it meets; nothing has been written yet. */
export interface Placement {
  plan: SheetPlan;
  sheet: string;
  existing: Existing | null;
  top: number;
  left: number;
  rows: Merge;
  columns: Merge;
  /** Cells of ours where someone has typed over a formula: told, and replaced. */
  overwritten: { cell: string; was: CellValue }[];
  /** What the user had written on rows that go: kept in a list below the report. */
  orphans: { label: string; text: string }[];
}
