import { tolkaTal, kronorPerEnhet, type Penningenhet } from "../domain/tolkaTal";
import { cellPeriod, hasTwoDigitYears } from "../tables/time";
import { type CellValue, isBlank, isCellError } from "../workbook/cell";
import { monthCode, type RefusalCode } from "./source";

/** The body of a table, and what its rows turn out to be. */
export interface Body {
  rows: CellValue[][];
  /** Position in each row array of a sheet column. */
  index(column: number): number;
  /** Marks a row as refused; the first reason counts. */
  refuse(row: number, column: number, code: RefusalCode, text: string): void;
}

/** Codes per row and the names they stand for; -1 where the cell is blank. */
export interface Coded {
  names: string[];
  codes: Int32Array;
}

/** Dictionary-codes a column of names. Numbers are codes written as numbers. */
export function codeColumn(body: Body, column: number): Coded {
  const at = body.index(column);
  const names: string[] = [];
  const byRaw = new Map<CellValue, number>();
  const byName = new Map<string, number>();
  const codes = new Int32Array(body.rows.length);
  let lastRaw: CellValue | undefined;
  let last = -1;
  for (let row = 0; row < codes.length; row++) {
    const raw = body.rows[row][at];
    if (raw !== lastRaw) {
      lastRaw = raw;
      const known = byRaw.get(raw);
      last = known ?? code(raw, row);
      if (known === undefined && !isCellError(raw)) byRaw.set(raw, last);
    } else if (isCellError(raw)) code(raw, row);
    codes[row] = last;
  }
  return { names, codes };

  function code(raw: CellValue, row: number): number {
    if (isBlank(raw)) return -1;
    if (isCellError(raw)) {
      body.refuse(row, column, "felvarde", raw.fel);
      return -1;
    }
    const name = String(raw).replace(/\s+/g, " ").trim();
    if (name === "") return -1;
    const known = byName.get(name);
    if (known !== undefined) return known;
    byName.set(name, names.length);
    return names.push(name) - 1;
  }
}

/** "510" and "Hemvård" in two columns are one name, "510 Hemvård"; a name that repeats the code stays. */
export function joinCoded(a: Coded, b: Coded): Coded {
  const isCode = ({ names }: Coded) =>
    names.length > 0 && names.every((name) => /^[\d.\-/]+$|^[A-ZÅÄÖ]{0,4}\d+$/.test(name));
  const [code, name] = isCode(b) && !isCode(a) ? [b, a] : [a, b];
  if (!isCode(code)) return a;
  const names: string[] = [];
  const known = new Map<number, number>();
  const codes = new Int32Array(a.codes.length);
  const width = name.names.length + 1;
  for (let row = 0; row < codes.length; row++) {
    const [c, n] = [code.codes[row], name.codes[row]];
    if (c < 0 && n < 0) {
      codes[row] = -1;
      continue;
    }
    const pair = (c + 1) * width + n + 1;
    let joined = known.get(pair);
    if (joined === undefined) {
      const [first, second] = [code.names[c] ?? "", name.names[n] ?? ""];
      joined = names.push(second.startsWith(first) ? second : `${first} ${second}`.trim()) - 1;
      known.set(pair, joined);
    }
    codes[row] = joined;
  }
  return { names, codes };
}

export interface PeriodColumn {
  codes: Int32Array;
  /** Rows of the opening period 00, which no month's figure holds. */
  opening: number[];
  /** Rows of period 13, counted in December. */
  closing: number;
  /** Months without a year: the year is asked. */
  withoutYear: boolean;
  /** Whole years: no months to tell. */
  yearsOnly: boolean;
}

/** Reads a column of periods; `yearOf` gives the year of a row whose period lacks one. */
export function periodColumn(
  body: Body,
  column: number,
  yearOf: (row: number) => number | null,
): PeriodColumn {
  const at = body.index(column);
  const result: PeriodColumn = {
    codes: new Int32Array(body.rows.length).fill(-1),
    opening: [],
    closing: 0,
    withoutYear: false,
    yearsOnly: false,
  };
  const twoDigitYears = hasTwoDigitYears(sample(body, at));
  const known = new Map<CellValue, ReturnType<typeof cellPeriod>>();
  let [years, months] = [0, 0];
  for (let row = 0; row < result.codes.length; row++) {
    const raw = body.rows[row][at];
    if (isBlank(raw) || typeof raw === "boolean") continue;
    if (isCellError(raw)) {
      body.refuse(row, column, "felvarde", raw.fel);
      continue;
    }
    let period = known.get(raw);
    if (period === undefined) known.set(raw, (period = cellPeriod(raw as string | number, twoDigitYears)));
    if (period === null) {
      body.refuse(row, column, "intePeriod", String(raw));
      continue;
    }
    if (period.kind === "ar") {
      years++;
      result.codes[row] = monthCode(period.year, 1);
      continue;
    }
    if (period.kind === "period00") {
      result.opening.push(row);
      continue;
    }
    const year = "year" in period ? (period.year ?? yearOf(row)) : yearOf(row);
    if (year === null) {
      result.withoutYear = true;
      body.refuse(row, column, "intePeriod", String(raw));
      continue;
    }
    if (period.kind === "period13") result.closing++;
    months++;
    result.codes[row] = monthCode(year, period.kind === "period13" ? 12 : period.month);
  }
  result.yearsOnly = years > 0 && months === 0;
  return result;
}

function* sample({ rows }: Body, at: number): Generator<CellValue> {
  for (let row = 0; row < rows.length; row += Math.max(1, Math.floor(rows.length / 5000)))
    yield rows[row][at];
}

export interface AmountColumn {
  values: Float64Array;
  /** Rows where the number stood as text. */
  asText: number[];
  /** Rows where "- 2 000" may be an empty cell and 2 000. */
  looseMinus: number[];
  /** Rows where the text's own unit was another and was converted. */
  converted: number[];
}

/** Reads a column of amounts or counts. `unit`: what money texts with a unit of their own are converted to. */
export function amountColumn(
  body: Body,
  column: number,
  unit: Penningenhet | null,
  money: boolean,
): AmountColumn {
  const at = body.index(column);
  const { rows } = body;
  const values = new Float64Array(rows.length);
  const result: AmountColumn = { values, asText: [], looseMinus: [], converted: [] };
  let negative = false;
  for (let row = 0; row < values.length; row++) {
    const raw = rows[row][at];
    if (typeof raw === "number") {
      values[row] = raw;
      if (raw < 0) negative = true;
      continue;
    }
    values[row] = NaN;
    if (raw === null || raw === undefined || raw === "") continue;
    if (isCellError(raw)) {
      body.refuse(row, column, "felvarde", raw.fel);
      continue;
    }
    if (typeof raw === "boolean") {
      body.refuse(row, column, "inteTal", raw ? "SANT" : "FALSKT");
      continue;
    }
    const read = tolkaTal(raw);
    if (read.kind === "tomt") continue;
    if (read.kind === "otolkbar") {
      body.refuse(row, column, read.why === "text" ? "inteTal" : "tvaTal", raw);
      continue;
    }
    if (read.unit !== null && money && unit === null) {
      body.refuse(row, column, "enhetOkand", raw);
      continue;
    }
    const factor = read.unit !== null && money ? kronorPerEnhet[read.unit] / kronorPerEnhet[unit!] : 1;
    if (factor !== 1) result.converted.push(row);
    // "12,5 %" in a column of percentages is 12,5, as it is printed.
    values[row] = (read.percent ? Number((read.value * 100).toPrecision(15)) : read.value) * factor;
    result.asText.push(row);
    if (values[row] < 0) {
      if (/^\s*[-\u2010-\u2015\u2212]\s+\d/.test(raw)) result.looseMinus.push(row);
      else negative = true;
    }
  }
  if (negative) result.looseMinus = [];
  return result;
}
