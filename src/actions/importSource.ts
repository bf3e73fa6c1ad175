import type { SessionOptions } from "../excel/session";
import { addTableSheet, type PlacedTable } from "../excel/sourceTable";
import {
  type Imported,
  importCsv as readCsv,
  importSie as readSie,
  type Reconciliation,
} from "../sources/import";
import type { Language } from "../texts/language";
import { sourceTexts } from "../texts/sources";
import { act } from "./session";

/** What to import: a file the user has chosen (`fileChunks` reads a browser's), piece by piece, and its name. */
export interface ImportFile {
  namn: string;
  delar: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What came of an import. The table is a source like any other: listSources tells how it is read. */
export interface ImportedSource extends PlacedTable {
  /** Rows of the table. */
  rader: number;
  /** Rows or transactions in the file. */
  poster: number;
  /** The file's rows were added up per period and code. */
  summerad: boolean;
  /** The file's own totals against ours. */
  avstamning: Reconciliation[];
  /** Those that differ; empty when all agree. */
  avviker: Reconciliation[];
  /** Lines that could not be read, the first hundred, and how many they are. */
  olasta: { rad: number; text: string }[];
  olastaAntal: number;
  /** Columns left out when the rows were added up. */
  utelamnade: string[];
}

/**
 * Imports a SIE file (types 1–4, PC8, UTF-8 or Windows-1252) to a table of its own: outcome, budget and last year per
 * month, account and object, in kr. Throws UserError for what is no SIE file, has no rows, or has too many for a sheet.
 */
export async function importSie(
  file: ImportFile,
  sprak: Language = "sv",
  options?: SessionOptions,
): Promise<ImportedSource> {
  return place(await readSie(file.delar, { name: file.namn }), file.namn, sprak, options);
}

/**
 * Imports a text file with separators to a table of its own. Rows above a sheet's limit are added up per period and code.
 * Throws UserError for a file without rows, or with too many for a sheet even so.
 */
export async function importCsv(
  file: ImportFile,
  sprak: Language = "sv",
  options?: SessionOptions,
): Promise<ImportedSource> {
  return place(await readCsv(file.delar, { name: file.namn }), file.namn, sprak, options);
}

/** Two syncs and one per 3.5 MB of rows: a million rows take longer than a batch usually may. */
const patience: SessionOptions = { giveUpAfter: 600_000 };

async function place(
  imported: Imported,
  file: string,
  sprak: Language,
  options?: SessionOptions,
): Promise<ImportedSource> {
  const { name, headers, rows, numberFormats, recordsRead, aggregated, reconciliation, unread } = imported;
  const placed = await act(
    (context) =>
      addTableSheet(context, {
        sheet: name,
        table: name,
        above: linesAbove(imported, file, sprak),
        columns: headers.map((header, column) => ({ header, numberFormat: numberFormats[column] })),
        rows,
        roomFor: 0,
      }),
    { ...patience, ...options },
  );
  return {
    ...placed,
    rader: rows.length,
    poster: recordsRead,
    summerad: aggregated,
    avstamning: reconciliation,
    avviker: reconciliation.filter(({ difference }) => difference !== 0),
    olasta: unread.map(({ line, text }) => ({ rad: line, text })),
    olastaAntal: imported.unreadCount,
    utelamnade: imported.dropped,
  };
}

/** The unit and the sign are read from here when the table is read. */
function linesAbove(
  { unit, sign, aggregated, recordsRead }: Imported,
  file: string,
  sprak: Language,
): string[] {
  const words = sourceTexts[sprak].blad;
  // Read again as Swedish, whatever language the pane speaks.
  const reading = sourceTexts.sv.blad;
  const second = [
    unit === null ? "" : reading.enhet.replace("{enhet}", unit),
    sign === null ? "" : reading.tecken[sign],
    aggregated ? words.sammanslagen.replace("{poster}", String(recordsRead)) : "",
  ].filter((line) => line !== "");
  return [words.importerad.replace("{fil}", file), ...(second.length > 0 ? [second.join(" ")] : [])];
}
