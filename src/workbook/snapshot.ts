import type { Area } from "./address";
import type { CellMatrix } from "./cell";

/** A workbook as plain data, as it stood when it was read. Sheets are in tab order. */
export interface WorkbookSnapshot {
  sheets: SheetSnapshot[];
  names: NameSnapshot[];
}

export type Visibility = "visible" | "hidden" | "veryHidden";

/**
 * A sheet's used range. All matrices are `area.rowCount` × `area.columnCount` and start at the area's first
 * cell; an empty sheet has an area of 0 × 0. Rows and columns elsewhere in the snapshot are sheet positions
 * (zero-based), not positions in the matrices.
 */
export interface SheetSnapshot {
  name: string;
  visibility: Visibility;
  protected: boolean;
  area: Area;
  values: CellMatrix;
  /** "" where the cell holds no formula. */
  formulas: string[][];
  numberFormats: string[][];
  /** Present when formats were read. */
  formats?: CellFormat[][];
  /** Indentation of the first columns' cells; present for a small sheet whose formats were not read. */
  indents?: number[][];
  /** The cell as printed. Present when texts were read. */
  texts?: string[][];
  merges: Area[];
  tables: TableSnapshot[];
  hiddenRows: number[];
  hiddenColumns: number[];
  comments?: { row: number; column: number; text: string }[];
}

export interface CellFormat {
  bold: boolean;
  italic: boolean;
  indent: number;
  /** #RRGGBB, or "" for none. */
  fill: string;
  topBorder: boolean;
  bottomBorder: boolean;
}

/** An Excel table. `area` covers header, body and totals row. */
export interface TableSnapshot {
  name: string;
  area: Area;
  hasHeaders: boolean;
  hasTotals: boolean;
  columns: string[];
}

/** A defined name. `sheet` is null for the workbook's own; `formula` begins with "=". */
export interface NameSnapshot {
  name: string;
  sheet: string | null;
  formula: string;
  visible: boolean;
}

/** A snapshot of a sheet from values alone; everything else is empty. For tests and for imported files. */
export function sheetFromValues(name: string, values: CellMatrix): SheetSnapshot {
  const columnCount = values.reduce((widest, row) => Math.max(widest, row.length), 0);
  const fill = <T>(cell: T) => values.map(() => Array.from({ length: columnCount }, () => cell));
  return {
    name,
    visibility: "visible",
    protected: false,
    area: { row: 0, column: 0, rowCount: values.length, columnCount },
    values: values.map((row) => Array.from({ length: columnCount }, (_, column) => row[column] ?? null)),
    formulas: fill(""),
    numberFormats: fill("General"),
    merges: [],
    tables: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
}
