import type { Area } from "../../workbook/address";
import type { CellError, CellValue } from "../../workbook/cell";
import { isCellError } from "../../workbook/cell";
import type { Sheet } from "../model/sheet";
import { textToNumber } from "./values";

/** The value as conditions look for it: texts in lower case, texts that show a number as that number. */
export type IndexKey = string | number | boolean;

/** Where each value stands in a column. Rows count from the area's first. */
export interface ColumnIndex {
  /** Ascending. */
  rows(key: IndexKey): readonly number[];
  /** The number `codes` has where the key stands; −1 when it stands nowhere. */
  code(key: IndexKey): number;
  /** For each row the number of its key, 0 where it has none. Ends where the sheet's content does. */
  readonly codes: Int32Array;
}

/** A column's numbers; NaN where there is none. Ends where the sheet's content does. */
export interface ColumnNumbers {
  readonly values: Float64Array;
  readonly errors: ReadonlyMap<number, CellError>;
}

export function indexKey(value: CellValue): IndexKey | null {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string") return null;
  return textToNumber(value) ?? value.toLowerCase();
}

interface Entry<T> {
  readonly content: T;
  readonly stamp: number;
}

/** What conditions read of columns, kept until a cell of the column changes. */
export class Columns {
  private clock = 1;
  private readonly stamps = new Map<Sheet, number[]>();
  private readonly indexes = new Map<Sheet, Map<string, Entry<ColumnIndex>>>();
  private readonly figures = new Map<Sheet, Map<string, Entry<ColumnNumbers>>>();

  /** Cells of the columns got new values. */
  touch(sheet: Sheet, column: number, columnCount = 1): void {
    let stamps = this.stamps.get(sheet);
    if (!stamps) this.stamps.set(sheet, (stamps = []));
    const stamp = ++this.clock;
    for (let at = column; at < column + columnCount; at++) stamps[at] = stamp;
  }

  /** Everything may have moved. */
  clear(): void {
    this.indexes.clear();
    this.figures.clear();
    this.clock++;
  }

  /** The index of one column's part; `area` is one column wide. */
  index(sheet: Sheet, area: Area): ColumnIndex {
    return this.kept(this.indexes, sheet, area, buildIndex);
  }

  /** The numbers of one column's part; `area` is one column wide. */
  numbers(sheet: Sheet, area: Area): ColumnNumbers {
    return this.kept(this.figures, sheet, area, readNumbers);
  }

  private kept<T>(
    all: Map<Sheet, Map<string, Entry<T>>>,
    sheet: Sheet,
    area: Area,
    make: (sheet: Sheet, area: Area) => T,
  ): T {
    let entries = all.get(sheet);
    if (!entries) all.set(sheet, (entries = new Map()));
    const key = `${area.row},${area.rowCount},${area.column}`;
    const known = entries.get(key);
    if (known && known.stamp >= (this.stamps.get(sheet)?.[area.column] ?? 0)) return known.content;
    const content = make(sheet, area);
    entries.set(key, { content, stamp: this.clock });
    return content;
  }
}

function usedRows(sheet: Sheet, area: Area): number {
  return Math.max(0, Math.min(area.rowCount, sheet.rows.length - area.row));
}

function buildIndex(sheet: Sheet, area: Area): ColumnIndex {
  const codes = new Int32Array(usedRows(sheet, area));
  const numbers = new Map<IndexKey, number>();
  const rows: number[][] = [[]];
  for (let row = 0; row < codes.length; row++) {
    const key = indexKey(sheet.rows[area.row + row]?.values[area.column] ?? null);
    if (key === null) continue;
    let code = numbers.get(key);
    if (code === undefined) {
      code = rows.length;
      numbers.set(key, code);
      rows.push([]);
    }
    codes[row] = code;
    rows[code].push(row);
  }
  return {
    rows: (key) => rows[numbers.get(key) ?? 0],
    code: (key) => numbers.get(key) ?? -1,
    codes,
  };
}

function readNumbers(sheet: Sheet, area: Area): ColumnNumbers {
  const values = new Float64Array(usedRows(sheet, area)).fill(NaN);
  const errors = new Map<number, CellError>();
  for (let row = 0; row < values.length; row++) {
    const value = sheet.rows[area.row + row]?.values[area.column];
    if (typeof value === "number") values[row] = value;
    else if (value && isCellError(value)) errors.set(row, value);
  }
  return { values, errors };
}
