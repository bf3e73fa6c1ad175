import { type Area, contains, maxColumns } from "../../workbook/address";
import type { CellValue } from "../../workbook/cell";
import type {
  Chart,
  Comment,
  ConditionalFormat,
  Filter,
  Hyperlink,
  Note,
  PageLayout,
  Protection,
  Table,
  Validation,
} from "./parts";
import { defaultPageLayout } from "./parts";

/** A formula as Excel shows it: English, comma-separated, beginning with "=". The cell's value is its cached result. */
export interface CellFormula {
  text: string;
  /**
   * "cell": an ordinary formula. "array": entered with Ctrl+Shift+Enter over `ref`. "dynamic": may spill; `ref`
   * is the range it spilled over when last calculated (the anchor alone when it does not spill).
   */
  kind: "cell" | "array" | "dynamic";
  ref?: Area;
}

/** A row's cells by column. Arrays may be shorter than the sheet is wide; holes are blank cells. */
export interface Row {
  values: CellValue[];
  /** Style numbers (workbook.styles); undefined = the row's or column's own. */
  styles?: (number | undefined)[];
  formulas?: (CellFormula | undefined)[];
  /** Points; undefined = default. */
  height?: number;
  hidden?: boolean;
  outlineLevel?: number;
  collapsed?: boolean;
  style?: number;
}

export interface Column {
  /** In characters of the default font, as the file holds it; undefined = default. */
  width?: number;
  hidden?: boolean;
  outlineLevel?: number;
  collapsed?: boolean;
  style?: number;
}

/** A cell that belongs to another cell's array or spill. */
export interface Anchor {
  row: number;
  column: number;
}

/** Rich text of a cell whose plain text stands in values. The si/is content as read, for writing back while the text stands. */
export interface RichText {
  row: number;
  column: number;
  text: string;
  xml: string;
}

/** One worksheet. All positions are zero-based sheet positions. */
export class Sheet {
  visibility: "visible" | "hidden" | "veryHidden" = "visible";
  tabColor = "";
  rows: (Row | undefined)[] = [];
  columns: (Column | undefined)[] = [];
  defaultRowHeight = 15;
  defaultColumnWidth = 8.43;
  merges: Area[] = [];
  tables: Table[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  validations: Validation[] = [];
  hyperlinks: Hyperlink[] = [];
  comments: Comment[] = [];
  notes: Note[] = [];
  charts: Chart[] = [];
  filter: Filter | null = null;
  richText: RichText[] = [];
  /** Rows and columns frozen from the top left; null when none. */
  freeze: { rows: number; columns: number } | null = null;
  protection: Protection | null = null;
  pageLayout: PageLayout = defaultPageLayout();
  /** The names of its pivot tables; what they are passes through unread. */
  pivotTables: string[] = [];
  /** An add-in's own properties of the sheet, by key. */
  customProperties = new Map<string, string>();
  showGridlines = true;
  showHeadings = true;
  zoom = 100;
  selection: Area = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  /** What the file held of this sheet beyond the model; owned by xlsx. */
  origin: unknown = null;

  /** Cells (row × 16384 + column) whose formula is an array or may spill; null until someone asks. */
  private arrayCells: Set<number> | null = null;

  constructor(
    /** Excel's own kind of id, "{…}"; stable while the workbook is open. */
    readonly id: string,
    public name: string,
  ) {}

  value(row: number, column: number): CellValue {
    return this.rows[row]?.values[column] ?? null;
  }

  formula(row: number, column: number): CellFormula | undefined {
    return this.rows[row]?.formulas?.[column];
  }

  /** The cell's style number, falling back to its row's and column's. */
  styleId(row: number, column: number): number {
    const line = this.rows[row];
    return line?.styles?.[column] ?? line?.style ?? this.columns[column]?.style ?? 0;
  }

  ensureRow(row: number): Row {
    return (this.rows[row] ??= { values: [] });
  }

  setValue(row: number, column: number, value: CellValue): void {
    const line = this.rows[row];
    if (!line) {
      if (value === null) return;
      this.ensureRow(row).values[column] = value;
    } else {
      line.values[column] = value;
    }
  }

  setFormula(row: number, column: number, formula: CellFormula | undefined): void {
    const line = this.rows[row];
    if (this.arrayCells) {
      if (formula && formula.kind !== "cell") this.arrayCells.add(row * maxColumns + column);
      else if (this.arrayCells.size > 0) this.arrayCells.delete(row * maxColumns + column);
    }
    if (formula) {
      const target = line ?? this.ensureRow(row);
      (target.formulas ??= [])[column] = formula;
    } else if (line?.formulas) {
      line.formulas[column] = undefined;
    }
  }

  setStyle(row: number, column: number, style: number): void {
    const line = this.ensureRow(row);
    (line.styles ??= [])[column] = style;
  }

  /** Every array formula and every formula that may spill, with its cell. */
  arrays(): { row: number; column: number; formula: CellFormula }[] {
    this.arrayCells ??= this.findArrays();
    const found: { row: number; column: number; formula: CellFormula }[] = [];
    for (const cell of this.arrayCells) {
      const row = Math.floor(cell / maxColumns);
      const column = cell % maxColumns;
      const formula = this.formula(row, column);
      if (formula && formula.kind !== "cell") found.push({ row, column, formula });
    }
    return found;
  }

  /** To be called by whoever moves cells by other means than setFormula. */
  arraysMoved(): void {
    this.arrayCells = null;
  }

  private findArrays(): Set<number> {
    const found = new Set<number>();
    this.rows.forEach((row, r) =>
      row?.formulas?.forEach((formula, c) => {
        if (formula && formula.kind !== "cell") found.add(r * maxColumns + c);
      }),
    );
    return found;
  }

  /** The array or spill that covers a cell, with its anchor; undefined for an ordinary cell. */
  arrayAt(row: number, column: number): { row: number; column: number; formula: CellFormula } | undefined {
    if (this.arrayCells?.size === 0) return undefined;
    return this.arrays().find(({ formula: { ref }, ...anchor }) =>
      ref ? contains(ref, row, column) : anchor.row === row && anchor.column === column,
    );
  }

  /** Points. A hidden row has no height. */
  rowHeight(row: number): number {
    const line = this.rows[row];
    return line?.hidden ? 0 : (line?.height ?? this.defaultRowHeight);
  }

  /** Points. A hidden column has no width. */
  columnWidth(column: number): number {
    const line = this.columns[column];
    if (line?.hidden) return 0;
    return line?.width === undefined ? this.standardColumnWidth : widthInPoints(line.width);
  }

  /** Points: the default width is in characters, without the five pixels of padding. */
  get standardColumnWidth(): number {
    return Math.round(this.defaultColumnWidth * 7 + 5) * 0.75;
  }

  /** Points from the sheet's top edge to the row's. */
  top(row: number): number {
    let top = row * this.defaultRowHeight;
    const last = Math.min(row, this.rows.length);
    for (let r = 0; r < last; r++) if (this.rows[r]) top += this.rowHeight(r) - this.defaultRowHeight;
    return top;
  }

  /** Points from the sheet's left edge to the column's. */
  left(column: number): number {
    let left = column * this.standardColumnWidth;
    const last = Math.min(column, this.columns.length);
    for (let c = 0; c < last; c++)
      if (this.columns[c]) left += this.columnWidth(c) - this.standardColumnWidth;
    return left;
  }

  /** The smallest area that holds every filled cell (with styled ones unless `valuesOnly`); null when there is none. */
  usedArea(valuesOnly = false): Area | null {
    let top = -1;
    let bottom = -1;
    let left = Infinity;
    let right = -1;
    for (let r = 0; r < this.rows.length; r++) {
      const row = this.rows[r];
      if (!row) continue;
      const [first, last] = filledSpan(row, valuesOnly);
      if (last < 0) continue;
      if (top < 0) top = r;
      bottom = r;
      left = Math.min(left, first);
      right = Math.max(right, last);
    }
    return top < 0
      ? null
      : { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
  }
}

function filledSpan(row: Row, valuesOnly: boolean): [number, number] {
  const filled = (column: number) =>
    (row.values[column] ?? null) !== null ||
    row.formulas?.[column] !== undefined ||
    (!valuesOnly && row.styles?.[column] !== undefined);
  const width = Math.max(
    row.values.length,
    row.formulas?.length ?? 0,
    valuesOnly ? 0 : (row.styles?.length ?? 0),
  );
  let first = 0;
  while (first < width && !filled(first)) first++;
  if (first === width) return [0, -1];
  let last = width - 1;
  while (!filled(last)) last--;
  return [first, last];
}

/** A column's width as the file holds it (characters, padding included; 7 pixels each) in points. */
export function widthInPoints(width: number): number {
  return Math.round(width * 7) * 0.75;
}

export function widthFromPoints(points: number): number {
  return points / 5.25;
}
