import type { Dimension, SourceData } from "./source";

/** What records count: names by dimension (any of them), months from–to, both included. */
export interface Where {
  dimensions?: Record<string, string | readonly string[]>;
  from?: number;
  to?: number;
}

/** Records as one byte each, 1 where they count. A name the source doesn't have matches nothing. */
export function selectRecords(data: SourceData, where: Where): Uint8Array {
  const selected = new Uint8Array(data.length).fill(1);
  for (const [field, wanted] of Object.entries(where.dimensions ?? {})) {
    const dimension = data.dimensions.get(field);
    const names = typeof wanted === "string" ? [wanted] : wanted;
    const counts = Uint8Array.from(dimension?.names ?? [], (name) => Number(names.includes(name)));
    if (!dimension) return selected.fill(0);
    const { codes } = dimension;
    for (let i = 0; i < codes.length; i++) if (codes[i] < 0 || counts[codes[i]] === 0) selected[i] = 0;
  }
  const { period } = data;
  if (period && (where.from !== undefined || where.to !== undefined)) {
    const [from, to] = [where.from ?? 0, where.to ?? Infinity];
    for (let i = 0; i < period.length; i++) if (period[i] < from || period[i] > to) selected[i] = 0;
  }
  return selected;
}

/**
 * Records of unique individuals (summering = unik) are never added up over months: they count only when the choice
 * holds a single month. Days and hours of the same records are added up.
 */
function withoutUnique(data: SourceData, measure: string, selected: Uint8Array): Uint8Array {
  const summering = data.dimensions.get("summering");
  const { period } = data;
  if (!summering || !period || measure !== "antal") return selected;
  const unique = summering.names.map((name) => /^unik/i.test(name));
  const counts = (i: number) => selected[i] === 1 && summering.codes[i] >= 0 && unique[summering.codes[i]];
  const months = new Set<number>();
  for (let i = 0; i < data.length; i++) if (counts(i)) months.add(period[i]);
  if (months.size > 1) for (let i = 0; i < data.length; i++) if (counts(i)) selected[i] = 0;
  return selected;
}

/** Σ of a measure over the records that count, in the source's unit and sign; null when none of them has a figure. */
export function sumWhere(data: SourceData, measure: string, where: Where = {}): number | null {
  const values = data.measures.get(measure);
  if (!values) return null;
  const selected = withoutUnique(data, measure, selectRecords(data, where));
  const level = isLevel(data, measure) ? lastMonth(data, values, selected) : null;
  let sum = 0;
  let figures = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (selected[i] === 0 || value !== value || (level !== null && data.period![i] !== level)) continue;
    sum += value;
    figures++;
  }
  return figures === 0 ? null : sum;
}

/**
 * Σ of a measure per name of a dimension, in order of first appearance; NaN where a name has no figure among the records
 * that count. Records without a name are left out.
 */
export function sumBy(data: SourceData, measure: string, dimension: string, where: Where = {}): Float64Array {
  const { names, codes } =
    data.dimensions.get(dimension) ?? ({ names: [], codes: new Int32Array(0) } as Dimension);
  const sums = new Float64Array(names.length);
  const figures = new Uint8Array(names.length);
  const values = data.measures.get(measure);
  if (!values) return sums.fill(NaN);
  const selected = withoutUnique(data, measure, selectRecords(data, where));
  const level = isLevel(data, measure) ? lastMonth(data, values, selected) : null;
  for (let i = 0; i < values.length; i++) {
    const code = codes[i];
    const value = values[i];
    if (selected[i] === 0 || code < 0 || value !== value || (level !== null && data.period![i] !== level))
      continue;
    sums[code] += value;
    figures[code] = 1;
  }
  for (let code = 0; code < sums.length; code++) if (figures[code] === 0) sums[code] = NaN;
  return sums;
}

/** A column "ack" over month rows is a level: only the last chosen month counts. */
function isLevel(data: SourceData, measure: string): boolean {
  return (
    data.period !== null &&
    data.source.columns.some(({ field, ack, from }) => field === measure && ack && from === null)
  );
}

function lastMonth(data: SourceData, values: Float64Array, selected: Uint8Array): number {
  let last = -1;
  for (let i = 0; i < values.length; i++) {
    if (selected[i] === 1 && values[i] === values[i] && data.period![i] > last) last = data.period![i];
  }
  return last;
}
