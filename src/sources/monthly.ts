import { readTime } from "../tables/time";
import { chosenAmount } from "./mapping";
import { type Notice, type NoticeCode, monthOf, type SourceData, yearOf } from "./source";
import { typMeaning } from "./typ";

type Say = (code: NoticeCode, values: Notice["values"]) => void;

/** Amounts that may be a month's share or the year's, written on every month's row. */
const fields = [
  "budget",
  "prognos",
  "prognos_foregaende",
  "bokslut",
  "budget_foregaende",
  "utfall_foregaende",
] as const;

/** What such an amount is held against, the surest first. */
const references = ["periodbudget", "utfall", "utfall_foregaende", "bokslut"] as const;

/** A month's share is about one month's outcome, a year's amount about twelve; in between nothing is told. */
const mostOfAMonth = 2.5;
const leastOfAYear = 6;

/**
 * An amount on month rows is either the month's share or the year's amount, repeated. The header may say; else its size beside
 * a month's outcome does; what neither tells is asked, and read as the year's until it is answered. A year's amount is kept on
 * one row of each item and year, the last where it changes; a budget by months is the period's budget.
 */
export function settleMonthly(data: SourceData, mapping: Record<string, string>, say: Say): void {
  if (!data.period || !data.source.columns.some(({ field }) => field === "period")) return;
  let items: Int32Array | null = null;
  for (const field of fields) {
    const values = data.measures.get(field);
    if (!values || (field === "utfall_foregaende" && !data.measures.has("utfall"))) continue;
    items ??= itemKeys(data);
    const spread = spreadOf(data.period, items, values);
    if (spread.repeats + spread.differs > 0) settle(data, field, values, spread, items, mapping, say);
  }
}

interface Spread {
  /** Rows of the same item and year with the same amount as its first, and with another. */
  repeats: number;
  differs: number;
  /** First and last row of each item and year. */
  first: Map<number, number>;
  last: Map<number, number>;
}

const yearKey = (item: number, period: number) => item * 10000 + yearOf(period);

function spreadOf(period: Int32Array, items: Int32Array, values: Float64Array): Spread {
  const spread: Spread = { repeats: 0, differs: 0, first: new Map(), last: new Map() };
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value !== value || period[i] < 0) continue;
    const key = yearKey(items[i], period[i]);
    const at = spread.first.get(key);
    if (at === undefined) {
      spread.first.set(key, i);
      spread.last.set(key, i);
      continue;
    }
    if (period[i] !== period[at]) {
      if (value !== values[at]) spread.differs++;
      else if (value !== 0) spread.repeats++;
    }
    if (period[i] > period[spread.last.get(key)!]) spread.last.set(key, i);
  }
  return spread;
}

function settle(
  data: SourceData,
  field: (typeof fields)[number],
  values: Float64Array,
  spread: Spread,
  items: Int32Array,
  mapping: Record<string, string>,
  say: Say,
): void {
  const headers = headersOf(data, field);
  const rubrik = headers.join(", ");
  const ratio = ratioOf(data, field, values, items);
  const kvot = ratio === null ? "" : Number(ratio.toPrecision(2));
  const changes = spread.differs > 0;
  const { reading, skal } = judge(chosenAmount(mapping, field), headers, ratio, changes);
  if (reading === "manad") {
    if (!changes && kvot !== "") say("manadsbudget", { rubrik, kvot });
    if (field === "budget" && !data.measures.has("periodbudget")) renameMeasure(data, field, "periodbudget");
    return;
  }
  const kept = new Set(spread.last.values());
  data.measures.set(
    field,
    values.map((value, i) => (kept.has(i) ? value : NaN)),
  );
  if (changes) say("arsbeloppAndrat", { rubrik, kvot });
  else say("arsbudgetUpprepad", { rubrik, kvot, skal });
  if (skal === "antagen" || skal === "mellan") {
    data.questions.push({ code: "manadsbelopp", about: field, choices: ["manad", "ar"], taken: "ar" });
  }
}

type Why = "val" | "rubrik" | "kvot" | "antagen" | "mellan";

function judge(
  chosen: string | undefined,
  headers: string[],
  ratio: number | null,
  changes: boolean,
): { reading: "manad" | "ar"; skal: Why } {
  if (chosen === "manad" || chosen === "ar") return { reading: chosen, skal: "val" };
  if (headers.length > 0 && headers.every((header) => readTime(header).omfattning === "helar"))
    return { reading: "ar", skal: "rubrik" };
  if (ratio !== null && ratio >= leastOfAYear) return { reading: "ar", skal: "kvot" };
  if (changes || (ratio !== null && ratio <= mostOfAMonth)) return { reading: "manad", skal: "kvot" };
  return { reading: "ar", skal: ratio === null ? "antagen" : "mellan" };
}

/** The headers over a measure; in long form the typs of its rows. */
function headersOf({ source, dimensions }: SourceData, field: string): string[] {
  const own = source.columns.filter((column) => column.field === field).map(({ header }) => header);
  if (own.length > 0) return own;
  return (dimensions.get("typ")?.names ?? []).filter((name) => typMeaning(name)?.field === field);
}

/**
 * How many times a month's outcome the amount is, over all items that have both: the mean amount of its rows over the mean
 * of a month. Null where there is nothing to compare with.
 */
function ratioOf(data: SourceData, field: string, values: Float64Array, items: Int32Array): number | null {
  const period = data.period!;
  for (const reference of references) {
    const other = reference === field ? undefined : data.measures.get(reference);
    if (!other) continue;
    const months = monthMeans(period, items, other, isLevel(data, reference));
    const amounts = new Map<number, { sum: number; rows: number }>();
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (value !== value || !months.has(items[i])) continue;
      const item = amounts.get(items[i]) ?? { sum: 0, rows: 0 };
      item.sum += Math.abs(value);
      item.rows++;
      amounts.set(items[i], item);
    }
    let [above, below] = [0, 0];
    for (const [item, { sum, rows }] of amounts) {
      above += sum / rows;
      below += months.get(item)!;
    }
    if (above > 0 && below > 0) return above / below;
  }
  return null;
}

/** By item: the absolute mean of its months. A column to date holds the sum of its months in the last. */
function monthMeans(
  period: Int32Array,
  items: Int32Array,
  values: Float64Array,
  level: boolean,
): Map<number, number> {
  const found = new Map<number, { sum: number; months: Set<number>; last: number }>();
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value !== value || period[i] < 0) continue;
    let item = found.get(items[i]);
    if (!item) found.set(items[i], (item = { sum: 0, months: new Set(), last: -1 }));
    item.months.add(period[i]);
    if (!level) item.sum += value;
    else if (period[i] > item.last) [item.sum, item.last] = [value, period[i]];
  }
  return new Map(
    [...found].map(([item, { sum, months, last }]) => [
      item,
      Math.abs(sum) / (level ? monthOf(last) : months.size),
    ]),
  );
}

const isLevel = ({ source }: SourceData, field: string) =>
  source.columns.some((column) => column.field === field && column.ack && column.from === null);

export function renameMeasure(data: SourceData, from: string, to: string): void {
  data.measures = new Map([...data.measures].map(([field, values]) => [field === from ? to : field, values]));
  const columns = data.source.columns.map((column) =>
    column.field === from ? { ...column, field: to } : column,
  );
  data.source = { ...data.source, columns };
}

/** A number per combination of names; periods and typs left out. */
function itemKeys(data: SourceData): Int32Array {
  let keys = new Int32Array(data.length);
  for (const [field, { codes }] of data.dimensions) {
    if (field === "typ" || field === "ar") continue;
    const known = new Map<number, number>();
    const next = new Int32Array(data.length);
    for (let i = 0; i < data.length; i++) {
      const pair = keys[i] * 2 ** 22 + codes[i] + 1;
      let key = known.get(pair);
      if (key === undefined) known.set(pair, (key = known.size));
      next[i] = key;
    }
    keys = next;
  }
  return keys;
}
