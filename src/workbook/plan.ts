import type { CellValue } from "./cell";
import type { Expression, PlanRef } from "./expression";

/**
 * A sheet to be made or made again, as plain data: printed in tests, shown as preview, written by the add-in and the
 * command line. Rows and columns are named by keys; where they end up is decided when the plan meets the sheet
 * (layout.ts).
 */
export interface SheetPlan {
  /** The report's id; one sheet a report. */
  report: string;
  /** The sheet's name when it is made; a sheet that exists keeps the name the user gave it. */
  sheet: string;
  columns: PlanColumn[];
  rows: PlanRow[];
  /** Key of the header row: rows above and including it are frozen and printed on every page. */
  headerRow: string;
  /** Key of the last row inside the print area. */
  lastPrintedRow: string;
  /** Printed at the top of every page. */
  header?: string;
  footer: string;
  /** The rows are records of data in any number: found again by where they stand, not by label. */
  records?: true;
  charts: PlanChart[];
  conditionalFormats: PlanConditionalFormat[];
}

export interface PlanColumn {
  key: string;
  /** Characters of the default font. */
  width: number;
  /** "user": what stands there is the user's; only the header is ours. */
  owner: "report" | "user";
  /** The user's column whose numbers stand here, converted, where the sheet had that one. */
  replaces?: string;
}

export type RowKind =
  | "titel"
  | "underrubrik"
  | "tom"
  | "kolumnrubrik"
  | "post"
  | "delsumma"
  | "summa"
  | "rubrik"
  | "varav"
  | "kalla"
  | "avstamning";

export interface PlanRow {
  key: string;
  kind: RowKind;
  /** Indentation steps of the label. */
  level: number;
  /** By column key; a missing cell is left empty. */
  cells: Record<string, PlanCell>;
}

export interface PlanCell {
  content: CellValue | Expression;
  numberFormat?: string;
  /** The figure as calculated from the parsed source; the formula must agree with it. */
  expected?: CellValue;
  align?: "left" | "center" | "right";
  /** A number of the user's own, to be written over in the report's new unit and sign. */
  converted?: true;
}

export interface PlanChart {
  key: string;
  type: "ColumnClustered" | "ColumnStacked" | "BarClustered" | "Line";
  title: string;
  /** Rows and columns of the plan: categories down one column, one series a column. */
  rows: string[];
  categories: string;
  series: { column: string; type?: "Line" }[];
  /** Instead of a series a column, one a row: its cells in these columns, next to each other, under their captions. */
  across?: string[];
  /** Key of the row below which it stands. */
  below: string;
  heightRows: number;
}

export type PlanConditionalFormat =
  /** Red where the value, rounded as printed, is not 0. */
  | { kind: "avstamning"; cells: PlanRef[]; decimals: number }
  /** Where the formula is true: the sum stands for fewer rows than it should. */
  | { kind: "ofullstandig"; cells: PlanRef[]; when: Expression }
  /** Red where the formula is true: the cell does not agree with its parts. */
  | { kind: "avviker"; cells: PlanRef[]; when: Expression }
  /** Green arrow up, red arrow down. */
  | { kind: "pil"; cells: PlanRef[] }
  /** Green, yellow and red by the status words. */
  | { kind: "status"; cells: PlanRef[] };

export function isExpression(content: PlanCell["content"]): content is Expression {
  return typeof content === "object" && content !== null && "kind" in content;
}

export function rowByKey(plan: SheetPlan, key: string): PlanRow {
  const row = plan.rows.find((candidate) => candidate.key === key);
  if (!row) throw new Error(`The plan ${plan.report} has no row ${key}.`);
  return row;
}
