import { type CellValue, isCellError } from "../workbook/cell";
import { contentHash } from "../workbook/contentHash";
import type { SheetShape } from "../workbook/frozen";
import type { SheetSnapshot } from "../workbook/snapshot";

/** Beyond this a sheet's shape would weigh more than the formulas it serves; such a sheet is taken as it stood. */
const mostRows = 100_000;
const keyLength = 4;

/** A value as text for hashing: a number as Excel saves it, in 15 digits. */
export function valueKey(value: CellValue): string {
  if (value === null || value === "") return "";
  if (typeof value === "number") return `n${Number(value.toPrecision(15))}`;
  if (typeof value === "boolean") return `b${value}`;
  return isCellError(value) ? `e${value.fel}` : `s${value}`;
}

const shortHash = (text: string) => contentHash(text).padStart(keyLength, "0").slice(-keyLength);

/**
 * What a sheet's rows and columns are known by: their constants. `constant` tells which cells count as such: formulas
 * don't, but cells that are about to be frozen do.
 */
export function sheetShape(
  { area, values, formulas }: SheetSnapshot,
  becomesConstant: (row: number, column: number) => boolean = () => false,
): SheetShape | undefined {
  if (area.row + area.rowCount > mostRows) return undefined;
  const blank = shortHash("");
  const rows: string[] = Array.from({ length: area.row }, () => blank + blank);
  const firstTexts: (string | undefined)[] = [];
  values.forEach((line, r) => {
    let content = "";
    let label = "";
    for (let c = 0; c < line.length; c++) {
      const value = line[c];
      if (value === null || value === "") continue;
      if (formulas[r]?.[c] && !becomesConstant(area.row + r, area.column + c)) continue;
      content += `${area.column + c} ${valueKey(value)}\n`;
      if (typeof value !== "string") continue;
      if (label === "") label = value;
      firstTexts[area.column + c] ??= value;
    }
    rows.push(shortHash(content.replace(/^\d+ /gm, "")) + shortHash(label));
  });
  const columns = Array.from({ length: area.column + area.columnCount }, (_, c) =>
    shortHash(firstTexts[c] ?? ""),
  );
  return { rows: rows.join(""), columns: columns.join("") };
}

export type Follow = (old: number) => number | null | undefined;

/** Where the rows (columns) of one shape are in a later one: null = deleted, undefined = can't be said. */
export function follow(before: SheetShape, now: SheetShape): { row: Follow; column: Follow } {
  return {
    row: lineFollower(
      keys(before.rows, 2 * keyLength),
      keys(now.rows, 2 * keyLength),
      // A row without a text is known by all it holds, or not at all.
      (key) => (key.endsWith(shortHash("")) ? key : key.slice(keyLength)),
    ),
    column: lineFollower(keys(before.columns, keyLength), keys(now.columns, keyLength), (key) => key),
  };
}

/** How many of the rows' contents two shapes share, 0–1: whether they are the same sheet. */
export function likeness(a: SheetShape, b: SheetShape): number {
  const blank = shortHash("");
  const content = ({ rows }: SheetShape) =>
    keys(rows, 2 * keyLength)
      .map((key) => key.slice(0, keyLength))
      .filter((key) => key !== blank);
  const [mine, theirs] = [content(a), new Set(content(b))];
  return mine.length === 0 ? 0 : mine.filter((key) => theirs.has(key)).length / mine.length;
}

function keys(text: string, length: number): string[] {
  return Array.from({ length: text.length / length }, (_, i) => text.slice(i * length, (i + 1) * length));
}

function lineFollower(before: string[], now: string[], label: (key: string) => string): Follow {
  if (before.length === now.length && before.every((key, i) => key === now[i])) return (old) => old;
  const map = new Array<number | null | undefined>(before.length);
  const [labels, labelsNow] = [before.map(label), now.map(label)];
  align(before, now, { a: 0, b: before.length, c: 0, d: now.length }, map, (gap) =>
    align(labels, labelsNow, gap, map, (inner) => byPosition(inner, before.length, now.length, map)),
  );
  // What was beyond the used area is as far beyond it now, if that can be said.
  const last = map[before.length - 1];
  const beyond = typeof last === "number" ? last - (before.length - 1) : 0;
  return (old) => (old < before.length ? map[old] : old + beyond);
}

/** Lines a–b of the old against c–d of the new (ends outside). */
interface Gap {
  a: number;
  b: number;
  c: number;
  d: number;
}

/** Pairs equal lines: those at both ends, then those that occur once on each side, in order; the rest is left to `rest`. */
function align(
  before: readonly string[],
  now: readonly string[],
  { a, b, c, d }: Gap,
  map: (number | null | undefined)[],
  rest: (gap: Gap) => void,
): void {
  while (a < b && c < d && before[a] === now[c]) map[a++] = c++;
  while (a < b && c < d && before[b - 1] === now[d - 1]) map[--b] = --d;
  if (a === b && c === d) return;
  const anchors = uniquePairs(before, now, { a, b, c, d });
  if (anchors.length === 0) {
    rest({ a, b, c, d });
    return;
  }
  let [fromOld, fromNew] = [a, c];
  for (const [old, at] of [...anchors, [b, d] as const]) {
    if (fromOld < old || fromNew < at)
      align(before, now, { a: fromOld, b: old, c: fromNew, d: at }, map, rest);
    if (old < b) map[old] = at;
    [fromOld, fromNew] = [old + 1, at + 1];
  }
}

function uniquePairs(
  before: readonly string[],
  now: readonly string[],
  { a, b, c, d }: Gap,
): [number, number][] {
  const once = (lines: readonly string[], from: number, to: number) => {
    const at = new Map<string, number>();
    for (let i = from; i < to; i++) at.set(lines[i], at.has(lines[i]) ? -1 : i);
    return at;
  };
  const [old, later] = [once(before, a, b), once(now, c, d)];
  const pairs = [...old]
    .filter(([key, at]) => at >= 0 && (later.get(key) ?? -1) >= 0)
    .map(([key, at]): [number, number] => [at, later.get(key)!]);
  return longestRising(pairs);
}

/** The longest run of pairs that rise on both sides; the first rise as they come. */
function longestRising(pairs: [number, number][]): [number, number][] {
  const tops: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, at], index) => {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]][1] < at) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tops[low - 1] : -1;
    tops[low] = index;
  });
  const found: [number, number][] = [];
  for (let at = tops[tops.length - 1] ?? -1; at >= 0; at = previous[at]) found.unshift(pairs[at]);
  return found;
}

/** Lines that nothing tells apart: as many as before stand where they stood; at the end of the sheet they follow on. */
function byPosition(
  { a, b, c, d }: Gap,
  length: number,
  lengthNow: number,
  map: (number | null | undefined)[],
): void {
  const atEnd = b === length && d === lengthNow;
  if (b - a === d - c || atEnd) for (let i = a; i < b; i++) map[i] = c + (i - a);
  else if (c === d) for (let i = a; i < b; i++) map[i] = null;
}
