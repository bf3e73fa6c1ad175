import type { Area } from "../../workbook/address";
import type { CellValue } from "../../workbook/cell";
import type { Sheet } from "../model/sheet";
import { textToNumber } from "./values";

/** The value as conditions look for it: texts in lower case, texts that show a number as that number. */
export type IndexKey = string | number | boolean;

/** Where each value stands in a column: rows from the area's first, ascending. */
export type ColumnIndex = ReadonlyMap<IndexKey, readonly number[]>;

export function indexKey(value: CellValue): IndexKey | null {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string") return null;
  return textToNumber(value) ?? value.toLowerCase();
}

interface Entry {
  readonly index: ColumnIndex;
  readonly stamp: number;
}

/** Indexes over columns that conditions read, kept until a cell of the column changes. */
export class Columns {
  private clock = 1;
  private readonly stamps = new Map<Sheet, number[]>();
  private readonly entries = new Map<Sheet, Map<string, Entry>>();

  /** Cells of the area got new values. */
  touch(sheet: Sheet, column: number, columnCount = 1): void {
    let stamps = this.stamps.get(sheet);
    if (!stamps) this.stamps.set(sheet, (stamps = []));
    const stamp = ++this.clock;
    for (let at = column; at < column + columnCount; at++) stamps[at] = stamp;
  }

  /** Everything may have moved. */
  clear(): void {
    this.entries.clear();
    this.clock++;
  }

  /** The index of one column's part; `area` is one column wide. */
  index(sheet: Sheet, area: Area): ColumnIndex {
    let entries = this.entries.get(sheet);
    if (!entries) this.entries.set(sheet, (entries = new Map()));
    const key = `${area.row},${area.rowCount},${area.column}`;
    const touched = this.stamps.get(sheet)?.[area.column] ?? 0;
    const known = entries.get(key);
    if (known && known.stamp >= touched) return known.index;
    const index = buildIndex(sheet, area);
    entries.set(key, { index, stamp: this.clock });
    return index;
  }
}

function buildIndex(sheet: Sheet, area: Area): ColumnIndex {
  const index = new Map<IndexKey, number[]>();
  const end = Math.min(area.row + area.rowCount, sheet.rows.length);
  for (let row = area.row; row < end; row++) {
    const key = indexKey(sheet.rows[row]?.values[area.column] ?? null);
    if (key === null) continue;
    const rows = index.get(key);
    if (rows) rows.push(row - area.row);
    else index.set(key, [row - area.row]);
  }
  return index;
}
