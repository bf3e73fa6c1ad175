import type { Penningenhet } from "../../tables";
import type { CellMatrix } from "../../workbook/cell";
import { sheetFromValues, type SheetSnapshot } from "../../workbook/snapshot";
import type { KallTecken } from "../source";

/** A file read into a table that can stand on a sheet and be a source. */
export interface Imported {
  /** For the sheet and the table. */
  name: string;
  headers: string[];
  /** One per header. */
  numberFormats: string[];
  rows: CellMatrix;
  unit: Penningenhet | null;
  sign: KallTecken | null;
  /** Rows or transactions in the file. */
  recordsRead: number;
  /** Records were added up per period and dimension, since they are more than a sheet has rows. */
  aggregated: boolean;
  /** Lines that could not be read, by their number in the file. */
  unread: { line: number; text: string }[];
  unreadCount: number;
  /** Checks of our sums against the file's own; `difference` 0 when they agree. */
  reconciliation: Reconciliation[];
  /** Columns left out when aggregating. */
  dropped: string[];
}

export interface Reconciliation {
  what: string;
  file: number;
  calculated: number;
  difference: number;
}

/** Only the first unread lines are kept, all are counted. */
export const mostUnread = 100;

/** A sheet holds 1 048 576 rows, the header one of them. */
export const mostSheetRows = 1_048_575;

/** The imported table as a sheet with one Excel table, to be recognised like any other. */
export function importedSheet({ name, headers, rows, unit }: Imported): SheetSnapshot {
  const title = unit === null ? [] : [[`Belopp i ${unit}`, ...headers.slice(1).map(() => null)]];
  const sheet = sheetFromValues(name, [...title, headers, ...rows]);
  const area = { row: title.length, column: 0, rowCount: rows.length + 1, columnCount: headers.length };
  sheet.tables.push({ name: "Import", area, hasHeaders: true, hasTotals: false, columns: headers });
  return sheet;
}
