import Papa from "papaparse";
import { tolkaTal } from "../../domain/tolkaTal";
import type { CellMatrix, CellValue } from "../../workbook/cell";
import { UserError } from "../../workbook/userError";
import { kindSpec } from "../kinds";
import { headerOf } from "../headerCell";
import { type Match, matchKinds } from "../match";
import { type Chunks, type Encoding, TextReader } from "./bytes";
import { type Imported, mostSheetRows, mostUnread } from "./imported";

export interface CsvOptions {
  /** The file's name, for the sheet. */
  name: string;
  /** Rows to keep before adding up; a sheet's own limit unless told. */
  mostRows?: number;
}

export interface ImportedCsv extends Imported {
  encoding: Encoding;
  separator: string;
}

/**
 * A text file with separators: encoding by byte order mark and contents, separator by what divides its first lines
 * alike. Columns that are amounts become numbers, all others stay as typed ("0510" keeps its zero). More rows than a sheet
 * has are added up per period and names on the way in, and the totals held against the file's.
 */
export async function importCsv(
  chunks: Chunks,
  { name, mostRows = mostSheetRows }: CsvOptions,
): Promise<ImportedCsv> {
  const reader = new TextReader();
  const rows = new RowCollector(mostRows, name);
  let text = "";
  let separator: string | null = null;
  for await (const chunk of chunks) {
    text += reader.read(chunk);
    const cut = lastRecordEnd(text);
    if (cut < 0 || (separator === null && text.length < 4096)) continue;
    separator ??= detectSeparator(text.slice(0, cut));
    rows.add(parse(text.slice(0, cut), separator));
    text = text.slice(cut);
  }
  text += reader.read(new Uint8Array(0), true);
  separator ??= detectSeparator(text);
  if (text.trim() !== "") rows.add(parse(text, separator));
  const read = rows.finish();
  if (read.rows.length === 0) throw new UserError("importTom", { fil: name });
  return {
    name: name.replace(/\.[^.]*$/, ""),
    ...read,
    encoding: reader.encoding ?? "utf-8",
    separator,
  };
}

/** After the last line break that isn't inside quotes; -1 when there is none. */
function lastRecordEnd(text: string): number {
  let quoted = false;
  let end = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) quoted = !quoted;
    else if (code === 10 && !quoted) end = at + 1;
  }
  return end;
}

const separators = [";", "\t", ",", "|"];

/** The separator that gives the first lines the most columns alike; a decimal comma divides unevenly or into less. */
export function detectSeparator(text: string): string {
  const sample = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 50)
    .join("\n");
  const judged = separators.map((separator) => {
    const widths = parse(sample, separator)
      .filter((row) => row.some((cell) => cell.trim() !== ""))
      .map((row) => row.length);
    const usual =
      [...widths].sort(
        (a, b) => widths.filter((w) => w === b).length - widths.filter((w) => w === a).length || b - a,
      )[0] ?? 1;
    const alike = widths.filter((width) => width === usual).length / Math.max(widths.length, 1);
    return { separator, score: usual > 1 ? alike * Math.min(usual, 6) : 0 };
  });
  return judged.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

const parse = (text: string, delimiter: string): string[][] => Papa.parse<string[]>(text, { delimiter }).data;

/** Header rows are looked for among the first lines. */
const headerSearch = 20;

class RowCollector {
  private readonly first: string[][] = [];
  private above: string[][] = [];
  private headers: string[] | null = null;
  private match: Match | null = null;
  private rows: CellMatrix = [];
  private aggregate: Aggregate | null = null;
  private records = 0;
  private lines = 0;
  private unreadCount = 0;
  private readonly unread: Imported["unread"] = [];

  constructor(
    private readonly mostRows: number,
    private readonly file: string,
  ) {}

  add(rows: string[][]): void {
    if (this.headers !== null) {
      for (const row of rows) this.record(row);
      return;
    }
    for (const row of rows) this.first.push(row);
    if (this.first.length >= headerSearch) this.start();
  }

  private start(): void {
    const wide = Math.max(...this.first.slice(0, headerSearch).map((row) => row.length));
    const judged = this.first.slice(0, headerSearch).map((row, index) => {
      const headers = row.map((text, column) => headerOf(column, text.trim()));
      const [match] = row.length >= 2 ? matchKinds(headers, "", null) : [];
      return { index, match: match ?? null, score: match?.score ?? 0 };
    });
    const best = judged.reduce((most, one) => (one.score > most.score ? one : most), judged[0]);
    // Without known headers the first line that is as wide as the rest names the columns.
    const header = best?.match ? best.index : this.first.findIndex((row) => row.length === wide);
    this.match = best?.match ?? null;
    this.above = this.first.slice(0, header);
    this.headers = uniqueHeaders(this.first[header] ?? []);
    this.lines = header + 1;
    for (const row of this.first.slice(header + 1)) this.record(row);
    this.first.length = 0;
  }

  private record(row: string[]): void {
    this.lines++;
    if (row.every((cell) => cell.trim() === "")) return;
    const headers = this.headers!;
    if (row.length > headers.length && row.slice(headers.length).some((cell) => cell.trim() !== "")) {
      this.unreadCount++;
      if (this.unread.length < mostUnread)
        this.unread.push({ line: this.lines, text: row.join(" | ").slice(0, 200) });
      return;
    }
    this.records++;
    const cells = headers.map((_, column) => this.cell(row[column] ?? "", column));
    if (this.aggregate) {
      this.aggregate.add(cells);
      if (this.aggregate.rowCount > this.mostRows)
        throw new UserError("importForStor", { fil: this.file, mest: String(this.mostRows) });
    } else {
      this.rows.push(cells);
      if (this.rows.length > this.mostRows) this.startAdding();
    }
  }

  private cell(text: string, column: number): CellValue {
    const plain = text.trim();
    if (plain === "") return null;
    if (this.periods().has(column)) return /^[12]\d{5}$/.test(plain) ? Number(plain) : plain;
    if (!this.amounts().has(column)) return plain;
    const read = tolkaTal(plain);
    return read.kind === "tal" && read.unit === null && !read.percent ? read.value : plain;
  }

  private amountColumns: Set<number> | null = null;
  private amounts(): Set<number> {
    return (this.amountColumns ??= new Set(this.match ? columnsOf(this.match, ["measure"]) : []));
  }

  private periodColumns: Set<number> | null = null;
  private periods(): Set<number> {
    return (this.periodColumns ??= new Set(this.match ? columnsOf(this.match, ["period"]) : []));
  }

  private startAdding(): void {
    const keys = this.match ? columnsOf(this.match, ["dimension", "period"]) : [];
    // Nothing to add up by: the file has to be cut in the system it comes from.
    if (keys.length === 0)
      throw new UserError("importForStor", { fil: this.file, mest: String(this.mostRows) });
    this.aggregate = new Aggregate(this.headers!.length, [...this.amounts()], keys);
    for (const row of this.rows) this.aggregate.add(row);
    this.rows = [];
  }

  finish(): Omit<ImportedCsv, "name" | "encoding" | "separator"> {
    if (this.headers === null) this.start();
    const kept = this.aggregate?.columns ?? this.headers!.map((_, column) => column);
    return {
      headers: kept.map((column) => this.headers![column]),
      numberFormats: kept.map((column) =>
        this.amounts().has(column) ? "#,##0.00" : this.periods().has(column) ? "0" : "General",
      ),
      rows: this.aggregate ? this.aggregate.rows() : this.rows,
      unit: this.above.flatMap((row) => unitIn(row.join(" ")))[0] ?? null,
      sign: null,
      recordsRead: this.records,
      aggregated: this.aggregate !== null,
      unread: this.unread,
      unreadCount: this.unreadCount,
      reconciliation: this.aggregate?.reconcile(this.headers!) ?? [],
      dropped: this.headers!.filter((_, column) => !kept.includes(column)),
    };
  }
}

const unitIn = (line: string) => {
  const { unit } = headerOf(0, line);
  return unit === null ? [] : [unit];
};

function uniqueHeaders(row: string[]): string[] {
  const seen = new Map<string, number>();
  return row.map((text, column) => {
    const name = text.trim() || `Kolumn ${column + 1}`;
    const times = (seen.get(name.toLowerCase()) ?? 0) + 1;
    seen.set(name.toLowerCase(), times);
    return times === 1 ? name : `${name} ${times}`;
  });
}

const typeOf = ({ kind }: Match, field: string) =>
  kindSpec(kind).fields.find((spec) => spec.field === field)?.type ?? "measure";
const columnsOf = (match: Match, types: string[]) =>
  match.columns.filter(({ field }) => types.includes(typeOf(match, field))).map(({ column }) => column);

/** Amounts added up per combination of names and period. Texts in an amount's place stay as rows of their own. */
class Aggregate {
  private readonly sums = new Map<string, CellValue[]>();
  private readonly odd: CellValue[][] = [];
  private readonly read: number[];
  readonly columns: number[];

  constructor(
    width: number,
    private readonly amounts: number[],
    private readonly keys: number[],
  ) {
    this.columns = Array.from({ length: width }, (_, column) => column).filter(
      (column) => amounts.includes(column) || keys.includes(column),
    );
    this.read = amounts.map(() => 0);
  }

  add(row: CellValue[]): void {
    if (this.amounts.some((column) => typeof row[column] === "string")) {
      this.odd.push(this.columns.map((column) => row[column]));
      return;
    }
    const key = this.keys.map((column) => row[column] ?? "").join("\t");
    let sum = this.sums.get(key);
    if (!sum)
      this.sums.set(
        key,
        (sum = this.columns.map((column) => (this.amounts.includes(column) ? null : row[column]))),
      );
    this.amounts.forEach((column, index) => {
      const value = row[column];
      if (typeof value !== "number") return;
      const at = this.columns.indexOf(column);
      // In ten-thousandths: amounts with two to four decimals add up exactly.
      sum[at] =
        (Math.round(((sum[at] as number | null) ?? 0) * 10_000) + Math.round(value * 10_000)) / 10_000;
      this.read[index] += Math.round(value * 10_000);
    });
  }

  get rowCount(): number {
    return this.sums.size + this.odd.length;
  }

  rows(): CellMatrix {
    return [...this.sums.values(), ...this.odd];
  }

  reconcile(headers: string[]): Imported["reconciliation"] {
    return this.amounts.map((column, index) => {
      const at = this.columns.indexOf(column);
      let kept = 0;
      for (const sum of this.sums.values()) kept += Math.round(((sum[at] as number | null) ?? 0) * 10_000);
      const [file, calculated] = [this.read[index] / 10_000, kept / 10_000];
      return { what: headers[column], file, calculated, difference: (kept - this.read[index]) / 10_000 };
    });
  }
}
