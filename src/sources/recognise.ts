import { readMoneyUnit } from "../tables/header";
import { cellAt, headerCell, headerTexts } from "../tables/headerText";
import { normalise, readTime } from "../tables/time";
import type { Penningenhet } from "../tables";
import { areaAddress, type Area } from "../workbook/address";
import { isBlank } from "../workbook/cell";
import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { kindSpec } from "./kinds";
import { adopted, applyMapping } from "./mapping";
import { headerLabel, headerOf, type HeaderCell, plainHeader } from "./headerCell";
import { type Match, matchKinds } from "./match";
import type { Mappings, Question, Source } from "./source";

export interface RecogniseOptions {
  mappings?: Mappings;
  /** Sheets that are no sources: the report sheets we made ourselves. */
  exclude?: string[];
  /** Also those the user has set aside. */
  setAside?: boolean;
}

/** Header rows are looked for this far down from where a range begins. */
const headerSearchRows = 40;
/** A plain range is a source only when most of its headers are understood; an Excel table is one anyway. */
const leastShare = 0.5;

/**
 * Finds the workbook's sources by their headers. Excel tables come before plain ranges, better matches before worse. Two
 * sources of a kind are both returned: which one applies is the user's choice.
 */
export function recogniseSources(snapshot: WorkbookSnapshot, options: RecogniseOptions = {}): Source[] {
  const mappings = options.mappings ?? {};
  const excluded = new Set(options.exclude ?? []);
  const sheets = snapshot.sheets.filter(({ name }) => !excluded.has(name));
  const find = (chosen: Chosen) =>
    sheets.flatMap((sheet) => [
      ...sheet.tables.flatMap((table) => tableSource(sheet, table, chosen)),
      ...rangeSources(sheet, chosen),
    ]);
  let found = find({ mappings, orphans: [] });
  const known = new Set(found.map(({ source: { key } }) => key));
  const orphans = Object.entries(mappings).filter(([key, { rubriker }]) => rubriker && !known.has(key));
  if (orphans.length > 0) found = find({ mappings, orphans });
  return found
    .sort((a, b) => Number(b.source.table !== null) - Number(a.source.table !== null) || b.score - a.score)
    .map(({ source }) => source)
    .filter(({ setAside }) => options.setAside || !setAside);
}

/** The user's choices, and among them those whose source isn't there under its name. */
interface Chosen {
  mappings: Mappings;
  orphans: [string, Record<string, string>][];
}

interface Found {
  source: Source;
  score: number;
}

function tableSource(sheet: SheetSnapshot, table: TableSnapshot, chosen: Chosen): Found[] {
  if (!table.hasHeaders) return [];
  const headers = table.columns.map((name, index) => headerOf(table.area.column + index, name.trim(), name));
  const rowCount = table.area.rowCount - (table.hasTotals ? 1 : 0);
  const place = { sheet, table: table.name, area: { ...table.area, rowCount }, headerRows: 1 };
  const caption = captionAbove(sheet, table.area.row, table.area);
  return sourceFrom(place, headers, caption, chosen, 0, []);
}

/** Plain ranges: a row of headers that a kind understands, and what stands below it. */
function rangeSources(sheet: SheetSnapshot, chosen: Chosen): Found[] {
  const { area } = sheet;
  const end = area.row + area.rowCount;
  const found: Found[] = [];
  let row = area.row;
  let searched = 0;
  while (row < end && searched < headerSearchRows) {
    const here = insideTable(sheet, row) ? null : headerAt(sheet, row, chosen, found);
    if (here === null) {
      row++;
      searched++;
      continue;
    }
    found.push(...here.found);
    row = here.nextRow;
    searched = 0;
  }
  return found;
}

const insideTable = (sheet: SheetSnapshot, row: number) =>
  sheet.tables.some(({ area }) => row >= area.row && row < area.row + area.rowCount);

function headerAt(
  sheet: SheetSnapshot,
  row: number,
  chosen: Chosen,
  above: Found[],
): { found: Found[]; nextRow: number } | null {
  const spans = [...headerSpans(sheet, row)];
  if (spans.length === 0) return null;
  const whole = { first: spans[0].first, last: spans[spans.length - 1].last };
  const apart: Found[] = [];
  const separate = (spans.length > 1 ? spans : []).map((span) => {
    const here = spanSource(sheet, row, span, chosen, [...above, ...apart]);
    apart.push(...here);
    return here;
  });
  const together = spanSource(sheet, row, whole, chosen, above);
  const found =
    apart.length > 1 && separate.every((one) => one.length > 0)
      ? apart
      : together.length > 0
        ? together
        : apart;
  if (found.length === 0) return null;
  const last = Math.max(...found.map(({ source: { area } }) => area.row + area.rowCount));
  return { found, nextRow: last };
}

/** Runs of columns that hold something in the header row or the row below it. */
function* headerSpans(sheet: SheetSnapshot, row: number): Generator<{ first: number; last: number }> {
  const { area } = sheet;
  let first = -1;
  let filled = 0;
  for (let column = area.column; column <= area.column + area.columnCount; column++) {
    const blank = [row, row + 1].every((at) => isBlank(cellAt(sheet, at, column)));
    if (!isBlank(cellAt(sheet, row, column))) filled++;
    if (!blank && first < 0) first = column;
    if (blank && first >= 0) {
      if (filled > 0 && column - first > 1) yield { first, last: column - 1 };
      first = -1;
      filled = 0;
    }
  }
}

function spanSource(
  sheet: SheetSnapshot,
  row: number,
  { first, last }: { first: number; last: number },
  chosen: Chosen,
  before: Found[],
): Found[] {
  const end = sheet.area.row + sheet.area.rowCount;
  const options: Found[] = [];
  for (const headerRows of [1, 2]) {
    const bodyRow = row + headerRows;
    if (bodyRow >= end || !looksLikeHeaders(sheet, row, headerRows, first, last)) continue;
    const rows = Array.from({ length: headerRows }, (_, index) => row + index);
    const texts = headerTexts(sheet, rows, first, last);
    const headers = texts.map((text, index) =>
      headerOf(first + index, text, headerCell(cellAt(sheet, bodyRow - 1, first + index))),
    );
    const area = {
      row,
      column: first,
      rowCount: bodyEnd(sheet, bodyRow, first, last) - row,
      columnCount: last - first + 1,
    };
    if (area.rowCount <= headerRows) continue;
    const named = headers.map((header, index) =>
      index < 2 ? labelHeader(sheet, header, bodyRow, area) : header,
    );
    const caption = captionAbove(sheet, row, area);
    const place = { sheet, table: null, area, headerRows };
    options.push(...sourceFrom(place, named, caption, chosen, leastShare, before));
  }
  // Two rows are headers together when the upper leaves blanks or the lower has no name of its own.
  const two = grouped(sheet, row, first, last) && options.find(({ source }) => source.headerRows === 2);
  return two ? [two] : options.sort((a, b) => b.score - a.score).slice(0, 1);
}

function grouped(sheet: SheetSnapshot, row: number, first: number, last: number): boolean {
  let blanks = 0;
  for (let column = first + 1; column <= last; column++) if (isBlank(cellAt(sheet, row, column))) blanks++;
  return blanks > 0 && isBlank(cellAt(sheet, row + 1, first));
}

/** Headers are texts, years and months; a row with other figures is a row of the body. */
function looksLikeHeaders(
  sheet: SheetSnapshot,
  row: number,
  count: number,
  first: number,
  last: number,
): boolean {
  for (let at = row; at < row + count; at++) {
    let texts = 0;
    for (let column = first; column <= last; column++) {
      const value = cellAt(sheet, at, column);
      if (typeof value === "number" && !isHeaderNumber(value)) return false;
      if (typeof value === "string" && value.trim().length > 120) return false;
      if (!isBlank(value) && (count === 1 || column > first)) texts++;
    }
    // A lone text in the first column is a caption.
    if (texts < (count === 1 ? 2 : 1)) return false;
  }
  return true;
}

const isHeaderNumber = (value: number) =>
  (value >= 1990 && value <= 2099 && Number.isInteger(value)) ||
  (value >= 199001 && value <= 209913 && value % 100 <= 13) ||
  (value > 36526 &&
    value < 73050 &&
    Number.isInteger(value) &&
    new Date((value - 25569) * 86400000).getUTCDate() === 1);

/** The body ends at the sheet's end, at an Excel table, or where a blank row is followed by other headers. */
function bodyEnd(sheet: SheetSnapshot, from: number, first: number, last: number): number {
  const end = Math.min(
    sheet.area.row + sheet.area.rowCount,
    ...sheet.tables
      .filter(({ area }) => area.row >= from && area.column <= last && area.column + area.columnCount > first)
      .map(({ area }) => area.row),
  );
  let lastFilled = from - 1;
  for (let row = from; row < end; row++) {
    if (isBlankRow(sheet, row, first, last)) continue;
    const afterGap = row - lastFilled > 1 && lastFilled >= from;
    if (afterGap && !repeats(sheet, row, from - 1, first, last) && startsOther(sheet, row, first, last))
      break;
    lastFilled = row;
  }
  return lastFilled + 1;
}

/** The headers again, as on each printed page. */
function repeats(sheet: SheetSnapshot, row: number, headerRow: number, first: number, last: number): boolean {
  for (let column = first; column <= last; column++) {
    if (headerCell(cellAt(sheet, row, column)) !== headerCell(cellAt(sheet, headerRow, column))) return false;
  }
  return true;
}

function isBlankRow(sheet: SheetSnapshot, row: number, first: number, last: number): boolean {
  for (let column = first; column <= last; column++) if (!isBlank(cellAt(sheet, row, column))) return false;
  return true;
}

/** A heading and headers, or headers right away, of another table. */
function startsOther(sheet: SheetSnapshot, row: number, first: number, last: number): boolean {
  for (let at = row; at < row + 4; at++) {
    let filled = 0;
    let figures = 0;
    for (let column = first; column <= last; column++) {
      const value = cellAt(sheet, at, column);
      if (isBlank(value)) continue;
      filled++;
      if (typeof value === "number" && !isHeaderNumber(value)) figures++;
    }
    if (figures > 0) return false;
    if (filled >= 2) {
      const texts = headerTexts(sheet, [at], first, last).filter((text) => text !== "");
      return matchKinds(
        texts.map((text, index) => headerOf(index, text)),
        "",
        null,
      ).some(({ score }) => score > 0.6);
    }
  }
  return false;
}

/**
 * A first column without a header, or with only the unit over it, holds names: kontogrupper where its words say so, else
 * verksamheter.
 */
function labelHeader(sheet: SheetSnapshot, header: HeaderCell, bodyRow: number, area: Area): HeaderCell {
  if (plainHeader(header.text) !== "" || header.column !== area.column) return header;
  let texts = 0;
  let accounts = 0;
  for (let row = bodyRow; row < Math.min(area.row + area.rowCount, bodyRow + 200); row++) {
    const value = cellAt(sheet, row, header.column);
    if (typeof value !== "string" || value.trim() === "") continue;
    texts++;
    if (
      /^(?:\d{1,2} )?(?:intakt|kostnad|personal|lokal|ovriga? (?:kostnad|intakt)|kop av|bidrag|varav)/.test(
        normalise(value),
      )
    )
      accounts++;
  }
  if (texts === 0) return header;
  return { ...header, text: accounts * 2 > texts ? "Kontogrupp" : "Verksamhet" };
}

/** Texts above a table: its title and unit lines, nearest first. */
export function captionAbove(sheet: SheetSnapshot, headerRow: number, area: Area): string[] {
  const lines: string[] = [];
  for (let row = headerRow - 1; row >= Math.max(sheet.area.row, headerRow - 8); row--) {
    if (insideTable(sheet, row)) break;
    const texts: string[] = [];
    for (let column = area.column; column < area.column + area.columnCount; column++) {
      const value = cellAt(sheet, row, column);
      if (typeof value === "number" && !isHeaderNumber(value)) return lines;
      const text = headerCell(value);
      if (text !== "") texts.push(text);
    }
    if (texts.length > 0) lines.push(texts.join(" "));
  }
  return lines;
}

function sourceFrom(
  place: { sheet: SheetSnapshot; table: string | null; area: Area; headerRows: number },
  headers: HeaderCell[],
  caption: string[],
  { mappings, orphans }: Chosen,
  leastUnderstood: number,
  before: Found[],
): Found[] {
  const { sheet, table, area, headerRows } = place;
  const names = [sheet.name, table ?? ""].map((name) => name.replace(/_/g, " "));
  const named = [...names, ...caption];
  const year = sourceYear(named, headers);
  const key = table ?? rangeKey(sheet.name, headers, before);
  const rememberedAs = key in mappings ? key : (adopted(headers, orphans) ?? key);
  const mapping = mappings[rememberedAs] ?? {};
  const matches = matchKinds(headers, named.join(" "), year);
  const chosen = mapping.slag
    ? (matches.find(({ kind }) => kind === mapping.slag) ?? forced(mapping.slag))
    : matches[0];
  if (!chosen) return [];
  const understood =
    1 - chosen.ignored.length / Math.max(headers.filter(({ text }) => text !== "").length, 1);
  if (understood < leastUnderstood && !mapping.slag) return [];
  const questions: Question[] = [...chosen.questions];
  const rival = matches[1];
  // Verksamhet, Utfall and Budget are ekonomi; the kinds that also could be read so have words of their own.
  const plainEkonomi = chosen.kind === "ekonomi" && chosen.ignored.length <= (rival?.ignored.length ?? 0);
  if (!mapping.slag && rival && !plainEkonomi && chosen.score - rival.score < 0.02) {
    questions.push({ code: "slag", about: "slag", choices: [chosen.kind, rival.kind] });
  }
  const notices: Source["notices"] = [];
  if (rememberedAs !== key)
    notices.push({ code: "omdopt", values: { forr: rememberedAs, nu: key }, cells: [] });
  if (chosen.unused.length > 0) {
    const rubriker = chosen.unused.map((header) => headerLabel(header, headers)).join(", ");
    notices.push({ code: "oanvandKolumn", values: { rubriker }, cells: [] });
  }
  const source: Source = {
    kind: chosen.kind,
    key,
    rememberedAs,
    setAside: normalise(mapping.anvand ?? "") === "nej",
    sheet: sheet.name,
    table,
    area,
    address: areaAddress(area),
    headerRows,
    columns: chosen.columns,
    ignored: chosen.ignored.map(({ column, text }) => ({ column, header: text })),
    ...sourceUnit(chosen, caption, names),
    statedSign: statedSign(caption),
    year,
    questions,
    notices,
  };
  return [{ source: applyMapping(source, headers, mapping), score: chosen.score }];
}

/** Its sheet and first header; a number tells a sheet's ranges with the same first header apart. */
function rangeKey(sheet: string, headers: HeaderCell[], before: Found[]): string {
  const base = `${sheet}!${headers.find(({ text }) => text !== "")?.text ?? ""}`;
  const taken = new Set(before.map(({ source: { key } }) => key));
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base} (${number})`;
    if (!taken.has(key)) return key;
  }
}

/** The user says what it is though its headers don't. */
const forced = (kind: string): Match | undefined => {
  const spec = kindSpec(kind as Match["kind"]);
  return spec && { kind: spec.kind, columns: [], ignored: [], unused: [], questions: [], score: 0 };
};

function sourceYear(names: string[], headers: HeaderCell[]): number | null {
  const inHeaders = headers.flatMap(({ text }) => {
    const time = readTime(text);
    return time.ar === null || time.foregaende || /bokslut/i.test(text) ? [] : [time.ar];
  });
  if (inHeaders.length > 0) return Math.max(...inHeaders);
  for (const name of names) {
    const { ar } = readTime(name);
    if (ar !== null) return ar;
  }
  return null;
}

/** "Intäkter plus, kostnader minus", "kostnader (+)", "costs negative": what the lines above say of the sign. */
function statedSign(caption: string[]): Source["statedSign"] {
  const plain = caption.map(normalise).join(" ");
  const plus = "(?:\\(?\\+\\)?|plus|positiv\\w*)";
  const minus = "(?:\\(?-\\)?|minus|negativ\\w*)";
  const said = (words: string, sign: string) =>
    new RegExp(`\\b(?:${words})\\w* (?:(?:ar|anges|visas|med|som|are|as|in) )*${sign}(?![\\w])`).test(plain);
  const cost = "kostnad|utgift|cost|expense";
  const income = "intakt|inkomst|income|revenue";
  const netto = said(cost, minus) || (said(income, plus) && !said(cost, plus));
  const kostnad = said(cost, plus) && !said(income, plus);
  return netto === kostnad ? null : netto ? "netto" : "kostnad";
}

function sourceUnit(
  match: Match,
  caption: string[],
  names: string[],
): { unit: Penningenhet | null; unitFrom: Source["unitFrom"] } {
  const inHeaders = new Set(match.columns.flatMap(({ unit }) => (unit === null ? [] : [unit])));
  if (inHeaders.size === 1) return { unit: [...inHeaders][0], unitFrom: "rubrik" };
  for (const line of caption) {
    const unit = readMoneyUnit(line);
    if (unit !== null) return { unit, unitFrom: "titel" };
  }
  for (const name of names) {
    const unit = readMoneyUnit(name);
    if (unit !== null) return { unit, unitFrom: "namn" };
  }
  return { unit: null, unitFrom: null };
}
