import { kronorPerEnhet } from "../domain/tolkaTal";
import { headerCell } from "../tables/headerText";
import { normalise } from "../tables/time";
import { cellAddress } from "../workbook/address";
import { type CellValue, isBlank } from "../workbook/cell";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import {
  type AmountColumn,
  amountColumn,
  type Body,
  codeColumn,
  type Coded,
  joinCoded,
  periodColumn,
  type PeriodColumn,
} from "./columns";
import { ekonomiMeasures, type FieldSpec, type KindSpec, kindSpec } from "./kinds";
import { groupsOf, indentsOf } from "./groups";
import { chosenRow } from "./mapping";
import { renameMeasure, settleMonthly } from "./monthly";
import { readSign } from "./sign";
import {
  type FieldColumn,
  type KallTecken,
  type Mappings,
  type Notice,
  type NoticeCode,
  type Refusal,
  type Source,
  type SourceData,
} from "./source";
import {
  type FoundSum,
  isPartName,
  type RowPart,
  sumCodes,
  sumIndents,
  sumNamedRows,
  sumsByArithmetic,
} from "./sumRows";
import { splitByTyp } from "./typ";

const read = 0;
const refused = 1;
const sumRow = 2;
const heading = 3;
const empty = 4;

/** By state, what a row is to the arithmetic. */
const rowParts: RowPart[] = ["post", "annat", "summa", "rubrik", "annat"];
type SumWhy = SourceData["sumRows"][number]["why"];

/** Arithmetic is tried on tables of a report's size; a ledger's rows are no sums of each other. */
const largestReport = 2000;
const mostCells = 5;

/** Reads a recognised source's rows, once, into columns. Every row of the table is accounted for. */
export function readSource(snapshot: WorkbookSnapshot, source: Source, mappings: Mappings = {}): SourceData {
  const sheet = snapshot.sheets.find(({ name }) => name === source.sheet);
  if (!sheet) throw new Error(`The snapshot has no sheet ${source.sheet}.`);
  return readRows(sheet, source, mappings[source.rememberedAs] ?? {});
}

function readRows(sheet: SheetSnapshot, source: Source, mapping: Record<string, string>): SourceData {
  const spec = kindSpec(source.kind);
  const firstRow = source.area.row + source.headerRows;
  const rows = sheet.values.slice(
    firstRow - sheet.area.row,
    source.area.row + source.area.rowCount - sheet.area.row,
  );
  const state = new Uint8Array(rows.length);
  const refusals: Refusal[] = [];
  const notices: Notice[] = [...source.notices];
  const questions = [...source.questions];
  const addressOf = (row: number, column: number) => cellAddress(firstRow + row, column);
  const say = (
    code: NoticeCode,
    values: Notice["values"],
    at: number[] = [],
    column = source.area.column,
  ) => {
    notices.push({ code, values, cells: at.slice(0, mostCells).map((row) => addressOf(row, column)) });
  };
  const body: Body = {
    rows,
    index: (column) => column - sheet.area.column,
    refuse(row, column, code, text) {
      if (state[row] !== read && state[row] !== refused) return;
      state[row] = refused;
      refusals.push({ cell: addressOf(row, column), row: firstRow + row, column, code, text });
    },
  };

  markEmpty(sheet, source, rows, state, say);
  const specs = new Map(spec.fields.map((field) => [field.field, field]));
  const typeOf = (field: string): FieldSpec["type"] => specs.get(field)?.type ?? "measure";
  const isMoney = (field: string) => {
    const known = specs.get(field);
    return known ? known.money === true : (ekonomiMeasures as readonly string[]).includes(field);
  };
  const columnsOf = (type: FieldSpec["type"]) => source.columns.filter(({ field }) => typeOf(field) === type);

  // Sums and headings must be known before their figures can be refused, and names before those.
  const coded = new Map<string, Coded>();
  for (const { field, column } of columnsOf("dimension")) {
    const before = coded.get(field);
    const now = codeColumn(body, column);
    coded.set(field, before ? joinCoded(before, now) : now);
  }
  if (source.kind === "narvaro") refuseIdentities(body, source, coded);
  const labels = labelColumns(spec, source, body, coded);
  const named = keepsSums(spec) ? new Map<number, string>() : sumNamedRows(labels, rows.length);
  const sums = new Map<number, { label: string; why: SumWhy }>();
  for (const [row, label] of named) {
    if (state[row] !== read || chosenRow(mapping, label) === "post") continue;
    state[row] = sumRow;
    sums.set(row, { label, why: isPartName(label) ? "varav" : "ord" });
  }

  const amounts = new Map<FieldColumn, AmountColumn>();
  for (const column of columnsOf("measure")) {
    const money = isMoney(column.field);
    const values = amountColumn(body, column.column, column.unit ?? source.unit, money);
    amounts.set(column, values);
    const tell = (code: NoticeCode, at: number[]) => {
      if (at.length > 0) say(code, { rubrik: column.header, antal: at.length }, at, column.column);
    };
    tell("textTal", values.asText);
    tell("tappatMinus", values.looseMinus);
    tell("enhetOmraknad", values.converted);
    if (money && column.unit !== null && source.unit !== null && column.unit !== source.unit) {
      const factor = kronorPerEnhet[column.unit] / kronorPerEnhet[source.unit];
      values.values.forEach((value, row) => (values.values[row] = value * factor));
      say("enhetOlika", { rubrik: column.header, enhet: column.unit, till: source.unit });
    }
  }
  const dates = new Map(columnsOf("date").map((column) => [column, dateColumn(body, column.column)]));
  // A row of the table that is the register of measures is a measure, also before more than its name is known.
  if (source.kind !== "atgarder" || source.table === null) {
    markHeadings(
      state,
      [...amounts.values()].map(({ values }) => values),
      rows,
      body,
      columnsOf("text"),
      labels,
    );
  }
  if (source.kind === "ekonomi") fillDown(sheet, source, coded, state, say);

  const yearColumn = coded.get("ar");
  const rowYear = (row: number) => {
    const code = yearColumn?.codes[row] ?? -1;
    const own = code >= 0 ? Number(/\d{4}/.exec(yearColumn!.names[code])?.[0]) : NaN;
    return Number.isNaN(own) ? source.year : own;
  };
  const periodField = source.columns.find(({ field }) => typeOf(field) === "period");
  const period = periodField ? periodColumn(body, periodField.column, rowYear) : null;
  if (period) {
    if (period.withoutYear) questions.push({ code: "ar", about: "period", choices: [] });
    if (period.closing > 0) say("period13", { antal: period.closing });
    for (const row of period.opening) if (state[row] === read) state[row] = empty;
    if (period.opening.length > 0)
      say("period00", { antal: period.opening.length }, period.opening, periodField!.column);
    missingPeriods(period, state, body, periodField!.column);
  }

  const partOf = (row: number): RowPart => rowParts[state[row]];
  const labelOf = (row: number) => {
    const label = labels.find(({ codes }) => codes[row] >= 0);
    return label ? label.names[label.codes[row]] : addressOf(row, source.area.column);
  };
  const small = rows.length <= largestReport && !period;
  const nameColumn = firstLabel(source, spec);
  const indents = small && nameColumn !== undefined ? indentsOf(sheet, body, nameColumn, firstRow) : null;
  let codeSums: { dimension: Coded; parents: Map<number, number[]> } | null = null;
  if (!keepsSums(spec)) {
    const measured = [...amounts.values()].map(({ values }) => values);
    const out = (row: number, label: string, why: SumWhy) => {
      state[row] = sumRow;
      sums.set(row, { label, why });
    };
    for (const field of ["verksamhet", "rs_kod", "konto"]) {
      const dimension = coded.get(field);
      if (!dimension || dimension.names.length > largestReport) continue;
      const parents = sumCodes(dimension, measured);
      for (const code of parents.keys())
        if (chosenRow(mapping, dimension.names[code]) === "post") parents.delete(code);
      if (parents.size === 0) continue;
      codeSums ??= { dimension, parents };
      for (let row = 0; row < rows.length; row++) {
        if (state[row] === read && parents.has(dimension.codes[row]))
          out(row, dimension.names[dimension.codes[row]], "kod");
      }
      for (const [code, parts] of parents)
        say("summaTalen", { namn: dimension.names[code], delar: parts.length });
    }
    if (small) {
      const settle = (found: FoundSum[], why: SumWhy, taken: "summa" | "post") => {
        for (const { row, parts } of found) {
          const name = labelOf(row);
          const choice = chosenRow(mapping, name);
          if ((choice ?? taken) === "summa") {
            const label = labels.some(({ codes }) => codes[row] >= 0) ? name : "";
            out(row, label, choice ? "val" : why);
            if (label !== "") say("summaTalen", { namn: name, delar: parts.length }, [row]);
          } else if (choice === undefined) {
            const cell = addressOf(row, source.area.column);
            questions.push({ code: "summarad", about: name, choices: ["summa", "post"], cell, taken });
          }
        }
      };
      if (indents?.some((indent) => indent > 0))
        settle(sumIndents(measured, indents, partOf), "indrag", "summa");
      const found = sumsByArithmetic(measured, labels, rows.length, partOf);
      settle(found.sums, "aritmetik", "summa");
      settle(found.asked, "aritmetik", "post");
    }
  }
  const mayGroup = small || codeSums !== null || state.includes(heading);
  if (source.kind === "ekonomi" && mayGroup && !coded.has("grupp") && labels.length > 0) {
    const groups = groupsOf(labels[0], partOf, codeSums, indents);
    if (groups) {
      coded.set("grupp", groups);
      say(groups.from, { grupper: groups.names.join(", ") });
    }
  }
  nameless(source, labels, [...amounts.values()], state, body);

  const sumRows = [...sums].filter(([row]) => state[row] === sumRow).sort(([a], [b]) => a - b);
  if (sumRows.length > 0) {
    say(
      "summarader",
      { antal: sumRows.length },
      sumRows.map(([row]) => row),
      nameColumn,
    );
  }
  const hidden = sheet.hiddenRows.filter((row) => row >= firstRow && row < firstRow + rows.length);
  if (hidden.length > 0) say("doldaRader", { antal: hidden.length });

  const halves = joinHalves(amounts);
  const taken = collect(source, state, firstRow, {
    coded,
    amounts: halves.joined,
    dates,
    period,
    body,
    texts: columnsOf("text"),
  });
  const data: SourceData = {
    ...taken,
    source,
    unit: source.unit,
    sign: null,
    signFrom: null,
    firstPeriod: null,
    lastPeriod: null,
    tableRows: rows.length,
    rowsRead: count(state, read),
    refusedRows: count(state, refused),
    headingRows: count(state, heading),
    emptyRows: count(state, empty),
    refused: refusals
      .filter(({ row }) => state[row - firstRow] === refused)
      .sort((a, b) => a.row - b.row || a.column - b.column),
    sumRows: sumRows.map(([row, { label, why }]) => ({ row: firstRow + row, label, why })),
    questions,
    notices,
  };
  if (source.kind === "ekonomi") settleEkonomi(data, mapping, sheet.name, halves, say);
  if (source.unit === null && source.columns.some(({ field, unit }) => isMoney(field) && unit === null)) {
    questions.push({ code: "enhet", about: "enhet", choices: ["kr", "tkr", "mnkr"] });
  }
  setPeriods(data);
  return data;
}

/** Kinds where a total is a figure of its own: an indicator's total is not the sum of its parts. */
const keepsSums = ({ kind }: KindSpec) =>
  ["mal", "nyckeltal", "kodplan", "narvaro", "prislista", "uppdrag"].includes(kind);

function count(state: Uint8Array, wanted: number): number {
  let found = 0;
  for (const one of state) if (one === wanted) found++;
  return found;
}

type Say = (code: NoticeCode, values: Notice["values"], at?: number[], column?: number) => void;

function markEmpty(
  sheet: SheetSnapshot,
  source: Source,
  rows: CellValue[][],
  state: Uint8Array,
  say: Say,
): void {
  const at = source.columns.map(({ column }) => column - sheet.area.column);
  const headers = source.columns.map(({ name }) => normalise(name));
  const repeats = (cells: CellValue[]) =>
    at.length > 1 &&
    at.every((column, index) => normalise(headerCell(cells[column] ?? null)) === headers[index]);
  // A row is only held against the headers when its first name is one that could be the first header.
  const first = new Map<CellValue, boolean>();
  const repeated: number[] = [];
  for (let row = 0; row < rows.length; row++) {
    const cells = rows[row];
    const name = cells[at[0]];
    if (isBlank(name)) {
      if (at.every((column) => isBlank(cells[column]))) state[row] = empty;
      continue;
    }
    if (typeof name !== "string") continue;
    let likely = first.get(name);
    if (likely === undefined) first.set(name, (likely = normalise(name) === headers[0]));
    if (!likely || !repeats(cells)) continue;
    state[row] = empty;
    repeated.push(row);
  }
  if (repeated.length > 0) say("rubrikUpprepad", { antal: repeated.length }, repeated);
}

/** Six or eight digits that are a date, and four more: what a participant must never be called. */
const identity = /^(?:19|20)?\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01])[-+ ]?\d{4}$/;

function refuseIdentities(body: Body, source: Source, coded: Map<string, Coded>): void {
  const column = source.columns.find(({ field }) => field === "deltagare")?.column;
  const people = coded.get("deltagare");
  if (column === undefined || !people) return;
  const asIdentity = people.names.map((person) => identity.test(person));
  // The number itself is not repeated in what is said about it.
  people.codes.forEach(
    (code, row) => code >= 0 && asIdentity[code] && body.refuse(row, column, "personuppgift", ""),
  );
}

/** Columns whose words tell sums and headings: names of rows, not their typ. */
const notLabels = new Set([
  "typ",
  "ar",
  "motpart",
  "matt",
  "strukturell",
  "summering",
  "status",
  "forankrad",
  "engangs",
  "kategori",
]);

function labelColumns(spec: KindSpec, source: Source, body: Body, coded: Map<string, Coded>): Coded[] {
  const labels = [...coded].filter(([field]) => !notLabels.has(field)).map(([, column]) => column);
  const text = spec.fields.find(
    ({ type, field }) => type === "text" && source.columns.some((column) => column.field === field),
  );
  if (text) labels.push(codeColumn(body, source.columns.find(({ field }) => field === text.field)!.column));
  return labels;
}

const firstLabel = (source: Source, spec: KindSpec) =>
  source.columns.find(({ field }) =>
    spec.fields.some((one) => one.field === field && (one.type === "dimension" || one.type === "text")),
  )?.column;

function dateColumn(body: Body, column: number): Float64Array {
  const at = body.index(column);
  const values = new Float64Array(body.rows.length).fill(NaN);
  body.rows.forEach((cells, row) => {
    const raw = cells[at];
    if (isBlank(raw)) return;
    const serial = typeof raw === "number" ? raw : typeof raw === "string" ? dateSerial(raw) : null;
    if (serial === null || serial < 1 || serial > 2958465)
      body.refuse(row, column, typeof raw === "object" ? "felvarde" : "intePeriod", headerCell(raw));
    else values[row] = serial;
  });
  return values;
}

/** "2023-08-31", "20230831", "2023-08" → Excel's day number. */
function dateSerial(text: string): number | null {
  const match = /^(\d{4})-?(\d{2})(?:-?(\d{2}))?(?:[T ].*)?$/.exec(text.trim());
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? Math.round(time / 86400000) + 25569
    : null;
}

/** A name over a group, a remark below the table: text but no figure. Its refusals fall, since nothing was refused. */
function markHeadings(
  state: Uint8Array,
  measures: Float64Array[],
  rows: CellValue[][],
  body: Body,
  texts: FieldColumn[],
  labels: Coded[],
): void {
  if (measures.length === 0) return;
  const filledTexts = (row: number) =>
    texts.filter(({ column }) => !isBlank(rows[row][body.index(column)])).length;
  for (let row = 0; row < state.length; row++) {
    if (state[row] !== read || !measures.every((values) => Number.isNaN(values[row]))) continue;
    const names = labels.filter(({ codes }) => codes[row] >= 0).length;
    if (names <= 1 && filledTexts(row) <= 1) state[row] = heading;
  }
}

/**
 * Names written only on a group's first row, as pivot tables and merged cells do: blanks take the name above when most
 * rows lack one and another column names every row.
 */
function fillDown(
  sheet: SheetSnapshot,
  source: Source,
  coded: Map<string, Coded>,
  state: Uint8Array,
  say: Say,
): void {
  const live = state.reduce((n, one) => n + (one === read ? 1 : 0), 0);
  if (live === 0) return;
  const filled = ({ codes }: Coded) =>
    codes.reduce((n, code, row) => n + (state[row] === read && code >= 0 ? 1 : 0), 0);
  const full = [...coded].some(([field, column]) => field !== "ar" && filled(column) === live);
  for (const { field, column, header } of source.columns) {
    const dimension = coded.get(field);
    if (!dimension || field === "typ") continue;
    const merged = sheet.merges.some(
      (area) =>
        area.column === column && area.rowCount > 1 && area.row >= source.area.row + source.headerRows,
    );
    const named = filled(dimension);
    const first = state.indexOf(read);
    if (named === live || named === 0 || dimension.codes[first] < 0) continue;
    if (
      !merged &&
      (!full || named > live / 2 || new Set(dimension.codes.filter((code) => code >= 0)).size !== named)
    )
      continue;
    let last = -1;
    for (let row = 0; row < state.length; row++) {
      if (dimension.codes[row] >= 0) last = dimension.codes[row];
      else if (state[row] === read) dimension.codes[row] = last;
    }
    say("fylltNed", { rubrik: header, antal: live - named });
  }
}

function missingPeriods(period: PeriodColumn, state: Uint8Array, body: Body, column: number): void {
  let some = false;
  for (let row = 0; row < state.length && !some; row++) some = state[row] === read && period.codes[row] >= 0;
  if (!some) return;
  for (let row = 0; row < state.length; row++) {
    if (state[row] === read && period.codes[row] < 0) body.refuse(row, column, "periodSaknas", "");
  }
}

/** Figures without any name can't be placed. */
function nameless(
  source: Source,
  labels: Coded[],
  amounts: AmountColumn[],
  state: Uint8Array,
  body: Body,
): void {
  if (labels.length === 0 || source.kind !== "ekonomi") return;
  for (let row = 0; row < state.length; row++) {
    if (state[row] !== read || labels.some(({ codes }) => codes[row] >= 0)) continue;
    if (amounts.some(({ values }) => !Number.isNaN(values[row])))
      body.refuse(row, source.area.column, "dimensionSaknas", "");
  }
}

interface Halves {
  /** By field. */
  pairs: Map<string, FieldColumn[]>;
  /** Debit + and credit −, as a ledger has it; other pairs are income + and cost −. */
  ledger: boolean;
  joined: Map<FieldColumn, AmountColumn>;
}

/**
 * Two columns of a signed amount become one, in the place of the first: debit − credit, or income − cost. A half that is
 * written with minus throughout has its sign already.
 */
function joinHalves(amounts: Map<FieldColumn, AmountColumn>): Halves {
  const columns = [...amounts.keys()];
  const ledger = columns.some(({ part, header }) => part && /debet|kredit|debit|credit/i.test(header));
  const halves: Halves = { pairs: new Map(), ledger, joined: new Map() };
  for (const column of columns) {
    if (!column.part) {
      halves.joined.set(column, amounts.get(column)!);
      continue;
    }
    const [first, second] = columns.filter(
      ({ field, part, from, to, year }) =>
        part && field === column.field && from === column.from && to === column.to && year === column.year,
    );
    if (column !== first) continue;
    const [a, b] = [first, second].map((half) => {
      const { values } = amounts.get(half)!;
      const plus = (half.part === "kostnad") === ledger;
      const written = values.reduce((sum, value) => sum + (value || 0), 0) < 0;
      // A cost column with minus throughout, an income column with minus: the sign is there.
      const factor = (plus ? 1 : -1) * (written ? -1 : 1);
      return { values, factor };
    });
    const values = a.values.map((value, row) =>
      Number.isNaN(value) && Number.isNaN(b.values[row])
        ? NaN
        : (value || 0) * a.factor + (b.values[row] || 0) * b.factor,
    );
    halves.joined.set(first, { ...amounts.get(first)!, values });
    halves.pairs.set(column.field, [...(halves.pairs.get(column.field) ?? []), first, second]);
  }
  return halves;
}

interface Parts {
  coded: Map<string, Coded>;
  amounts: Map<FieldColumn, AmountColumn>;
  dates: Map<FieldColumn, Float64Array>;
  period: PeriodColumn | null;
  body: Body;
  texts: FieldColumn[];
}

/** Puts the rows that were read together; a row becomes a record a month where months stand side by side. */
function collect(
  source: Source,
  state: Uint8Array,
  firstRow: number,
  { coded, amounts, dates, period, body, texts }: Parts,
): Pick<SourceData, "length" | "sheetRows" | "period" | "dimensions" | "measures" | "texts"> {
  const kept = rowsIn(state);
  const monthly = [...amounts.keys()].filter(({ from, to }) => from !== null && from === to);
  const months =
    period === null && monthly.length > 1
      ? [...new Set(monthly.map(({ from }) => from!))].sort((a, b) => a - b)
      : [];
  const width = Math.max(1, months.length);
  const length = kept.length * width;
  const all = kept.length === state.length && width === 1;
  const spread = (codes: Int32Array) => {
    if (all) return codes;
    const out = new Int32Array(length);
    for (let i = 0; i < kept.length; i++) out.fill(codes[kept[i]], i * width, (i + 1) * width);
    return out;
  };
  const place = (out: Float64Array, values: Float64Array, offset: number) => {
    for (let i = 0; i < kept.length; i++) out[i * width + offset] = values[kept[i]];
    return out;
  };
  const measures = new Map<string, Float64Array>();
  const keyOf = fieldKeys(source);
  for (const [column, { values }] of amounts) {
    const month =
      months.length > 0 && column.from !== null && column.from === column.to
        ? months.indexOf(column.from)
        : 0;
    const key = months.length > 0 ? column.field : keyOf(column);
    if (all) measures.set(key, values);
    else measures.set(key, place(measures.get(key) ?? new Float64Array(length).fill(NaN), values, month));
  }
  for (const [column, values] of dates)
    measures.set(keyOf(column), all ? values : place(new Float64Array(length).fill(NaN), values, 0));
  const sheetRows = new Int32Array(length);
  for (let i = 0; i < length; i++) sheetRows[i] = firstRow + kept[width === 1 ? i : Math.floor(i / width)];
  let periods: Int32Array | null = period ? spread(period.codes) : null;
  if (months.length > 0) {
    periods = new Int32Array(length);
    for (let i = 0; i < length; i++) periods[i] = months[i % width];
  }
  return {
    length,
    sheetRows,
    period: periods,
    dimensions: new Map(
      [...coded].map(([field, { names, codes }]) => [field, { names, codes: spread(codes) }]),
    ),
    measures,
    texts: new Map(
      texts.map((column) => [
        keyOf(column),
        Array.from(kept, (row) => body.rows[row][body.index(column.column)] ?? null),
      ]),
    ),
  };
}

function rowsIn(state: Uint8Array): Int32Array {
  const rows = new Int32Array(count(state, read));
  let at = 0;
  for (let row = 0; row < state.length; row++) if (state[row] === read) rows[at++] = row;
  return rows;
}

/** field, or field:year where several columns share the field. */
function fieldKeys(source: Source): (column: FieldColumn) => string {
  return (column) => {
    const same = source.columns.filter(({ field }) => field === column.field);
    const several = column.part ? new Set(same.map(({ year }) => year)).size > 1 : same.length > 1;
    return several && column.year !== null ? `${column.field}:${column.year}` : column.field;
  };
}

/** What only the rows can tell of an ekonomi source: typ, what a belopp is, a yearly budget repeated, and the sign. */
function settleEkonomi(
  data: SourceData,
  mapping: Record<string, string>,
  sheetName: string,
  halves: Halves,
  say: Say,
): void {
  const whole = new Map([...data.measures].filter(([field]) => !halves.pairs.has(field)));
  const half = new Map([...data.measures].filter(([field]) => halves.pairs.has(field)));
  settleSign(data, mapping, { whole, half, ledger: halves.ledger });
  if (data.dimensions.has("typ") && data.measures.has("belopp")) splitByTyp(data);
  else if (data.measures.has("belopp")) nameBelopp(data, `${sheetName} ${data.source.table ?? ""}`, say);
  settleMonthly(data, mapping, say);
  for (const columns of halves.pairs.values()) {
    const rubriker = columns.map(({ header }) => header).join(" – ");
    const falt = data.source.columns.find(({ column }) => column === columns[0].column)!.field;
    if (data.sign) say("delatBelopp", { rubriker, falt, tecken: data.sign });
  }
}

/**
 * The user's choice, else what income and cost rows or most of the budget tell, else the caption. Two halves of an amount have
 * the sign they were joined by; they take the sign of amounts that stand whole beside them.
 */
function settleSign(
  data: SourceData,
  mapping: Record<string, string>,
  {
    whole,
    half,
    ledger,
  }: { whole: Map<string, Float64Array>; half: Map<string, Float64Array>; ledger: boolean },
): void {
  const accounts = ["kontogrupp", "konto"].flatMap((field) => data.dimensions.get(field) ?? []);
  const joined: KallTecken | null = half.size === 0 ? null : ledger ? "kostnad" : "netto";
  const chosen = /^(?:netto|kostnad|brutto)$/.test(mapping.tecken ?? "")
    ? (mapping.tecken as KallTecken)
    : null;
  const seen = readSign(accounts, whole);
  const stated = data.source.statedSign;
  const contradicted = seen.from === "rader" && stated !== null && seen.sign !== stated;
  if (chosen) [data.sign, data.signFrom] = [chosen, "val"];
  else if (contradicted) [data.sign, data.signFrom] = [null, null];
  else if (seen.from === "rader" || (seen.sign && !stated && !joined))
    [data.sign, data.signFrom] = [seen.sign, seen.from];
  else if (stated) [data.sign, data.signFrom] = [stated, "titel"];
  else if (seen.sign && joined) [data.sign, data.signFrom] = [seen.sign, seen.from];
  else if (joined) [data.sign, data.signFrom] = [joined, "rubrik"];
  if (joined && data.sign && data.sign !== joined) {
    for (const values of half.values()) values.forEach((value, row) => (values[row] = -value));
  }
  if (data.sign === null && data.rowsRead > 0)
    data.questions.push({ code: "tecken", about: "tecken", choices: ["netto", "kostnad", "brutto"] });
}

/** Amounts without a word for what they are: as the sheet is named, else outcome, and said. */
function nameBelopp(data: SourceData, names: string, say: Say): void {
  const plain = normalise(names.replace(/_/g, " "));
  const field = /budget/.test(plain)
    ? "periodbudget"
    : /prognos|forecast/.test(plain)
      ? "prognos"
      : /bokslut/.test(plain)
        ? "bokslut"
        : "utfall";
  if (data.measures.has(field)) return;
  renameMeasure(data, "belopp", field);
  if (!new RegExp(field.replace("periodbudget", "budget")).test(plain)) say("beloppSomUtfall", {});
}

function setPeriods(data: SourceData): void {
  let [first, last] = [Infinity, -Infinity];
  for (const code of data.period ?? []) {
    if (code < 0) continue;
    if (code < first) first = code;
    if (code > last) last = code;
  }
  if (!data.period) {
    for (const { from, to, field } of data.source.columns) {
      if (from === null || to === null || field.endsWith("_foregaende") || field === "bokslut") continue;
      first = Math.min(first, from);
      last = Math.max(last, to);
    }
  }
  data.firstPeriod = Number.isFinite(first) ? first : null;
  data.lastPeriod = Number.isFinite(last) ? last : null;
}
