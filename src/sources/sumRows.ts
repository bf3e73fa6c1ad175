import { normalise } from "../tables/time";
import type { Coded } from "./columns";

/** "Summa", "Totalt", "Netto…", "Resultat", "Delsumma X", "S:a": names of rows that are sums of others. */
const sumName =
  /^(?:-+ ?)?(?:delsumma|summa|summor|totalsumma|totalt?|s:a|sum|subtotal|grand total|netto(?:kostnad(?:er)?|resultat|intakt(?:er)?)?|driftnetto|arets resultat|resultat)\b(?!.*\bforsorjning)|\b(?:totalt|summa)$/;

/** "varav personal", "- därav moms": part of a row above, and counted there. */
export const isPartName = (name: string) => /^[-•· ]*(?:dar)?(?:varav|darav)\b/.test(normalise(name));

export const isSumName = (name: string) => sumName.test(normalise(name).replace(/[:.]+$/, ""));

/**
 * Rows with the name of a sum, or of a part, in one of the columns of names. A column with nothing but such names
 * ("Totalt" under Kön on every row) tells nothing.
 */
export function sumNamedRows(dimensions: Coded[], rowCount: number): Map<number, string> {
  const found = new Map<number, string>();
  for (const { names, codes } of dimensions) {
    const sums = names.map((name) => isSumName(name) || isPartName(name));
    if (!sums.includes(true) || !sums.includes(false)) continue;
    for (let row = 0; row < rowCount; row++) {
      const code = codes[row];
      if (code >= 0 && sums[code] && !found.has(row)) found.set(row, names[code]);
    }
  }
  return found;
}

/** A column of figures, with the smallest step its figures are written in: 1000 for 12 000 and 7 000, 0.1 for 7,5. */
interface Figures {
  values: Float64Array;
  step: number;
}

const smallestStep = 1e-4;

function withStep(values: Float64Array): Figures {
  let step = 1e6;
  for (const value of values) {
    if (value !== value || value === 0) continue;
    while (step > smallestStep && Math.abs(value / step - Math.round(value / step)) > 1e-6) step /= 10;
  }
  return { values, step };
}

/** Rounded figures add up within half a step for each, exact ones (öre) to the digit. */
const agree = (value: number, sum: number, terms: number, step: number) =>
  Math.abs(value - sum) <=
  (step >= 0.1 ? (Math.min(step, 1) * (terms + 1)) / 2 : 0) +
    1e-9 * Math.max(1, Math.abs(value), Math.abs(sum));

/** Measures where one is a constant times another say the same thing once. */
function independent(figures: Figures[]): Figures[] {
  const kept: Figures[] = [];
  for (const one of figures)
    if (!kept.some((other) => proportional(one.values, other.values))) kept.push(one);
  return kept;
}

function proportional(a: Float64Array, b: Float64Array): boolean {
  let ratio: number | null = null;
  for (let row = 0; row < a.length; row++) {
    const [x, y] = [a[row] || 0, b[row] || 0];
    if (x === 0 && y === 0) continue;
    if (x === 0 || y === 0) return false;
    ratio ??= x / y;
    if (Math.abs(x / y / ratio - 1) > 1e-6) return false;
  }
  return ratio !== null;
}

interface Run {
  sums: number[];
  rows: number[];
}

export interface FoundSum {
  row: number;
  /** The rows it is the sum of. */
  parts: number[];
}

/** What a row is to the arithmetic: figures to add, a sum that is known, a heading, or nothing that can be added. */
export type RowPart = "post" | "summa" | "rubrik" | "annat";

/** A coincidence this likely, over all rows of the table, is not taken for a sum. */
const leastOdds = 1000;

/**
 * Rows without a sum's name that still are sums: they equal the rows above (since the last sum, since the last heading, or
 * all) in every measure, over at least two rows. A row that lacks the name others have is one. One with a name of its own is so
 * only when its figures are too large for chance and its name is not an item's like the rest; else it is asked, and
 * counts as an item.
 */
export function sumsByArithmetic(
  measures: Float64Array[],
  dimensions: Coded[],
  rowCount: number,
  partOf: (row: number) => RowPart,
): { sums: FoundSum[]; asked: FoundSum[] } {
  const figures = measures.map(withStep);
  const telling = independent(figures);
  const usual = dimensions.map(
    ({ codes }) => codes.reduce((n, code) => n + (code >= 0 ? 1 : 0), 0) > 0.8 * rowCount,
  );
  const nameless = (row: number) => dimensions.some(({ codes }, index) => usual[index] && codes[row] < 0);
  const fresh = (): Run => ({ sums: measures.map(() => 0), rows: [] });
  const found: { sums: FoundSum[]; asked: FoundSum[] } = { sums: [], asked: [] };
  const all = fresh();
  let sinceSum = fresh();
  let sinceHeading = fresh();
  const add = (run: Run, row: number) => {
    figures.forEach(({ values }, index) => (run.sums[index] += values[row] || 0));
    run.rows.push(row);
  };
  for (let row = 0; row < rowCount; row++) {
    const part = partOf(row);
    if (part === "rubrik") sinceHeading = fresh();
    if (part === "summa") [sinceSum, sinceHeading] = [fresh(), fresh()];
    if (part !== "post") continue;
    const run = [sinceSum, sinceHeading, all].find((one) => equals(figures, one, row));
    if (run) {
      const hit = { row, parts: [...run.rows] };
      if (
        nameless(row) ||
        (odds(telling, run, row) >= leastOdds * rowCount && !isItem(dimensions, row, run.rows))
      ) {
        found.sums.push(hit);
        [sinceSum, sinceHeading] = [fresh(), fresh()];
        continue;
      }
      found.asked.push(hit);
    }
    [all, sinceSum, sinceHeading].forEach((one) => add(one, row));
  }
  return found;
}

function equals(figures: Figures[], { sums, rows }: Run, row: number): boolean {
  if (rows.length < 2) return false;
  let any = false;
  const all = figures.every(({ values, step }, index) => {
    if (values[row]) any = true;
    return agree(values[row] || 0, sums[index], rows.length, step);
  });
  return any && all;
}

/** How many figures of that size could have stood there: the odds against chance. */
function odds(figures: Figures[], { rows }: Run, row: number): number {
  return figures.reduce((product, { values, step }) => {
    const sum = rows.reduce((total, part) => total + (values[part] || 0), 0);
    const possible = Math.abs(values[row] || 0) / (step + 2 * Math.abs((values[row] || 0) - sum));
    return product * Math.max(1, possible);
  }, 1);
}

/** The code a name begins with; zeros at its end stand for the group, as 540 does over 541 and 542. */
const codeOf = (name: string) => /^\d{2,}/.exec(name)?.[0] ?? "";
const groupCode = (code: string) => (code.length > 2 ? code.replace(/0+$/, "") : code);

/** A code of its own among codes like it is an item's; one that the parts' codes begin with is a group's. */
function isItem(dimensions: Coded[], row: number, parts: number[]): boolean {
  return dimensions.some(({ names, codes }) => {
    if (codes[row] < 0) return false;
    const own = codeOf(names[codes[row]]);
    if (own === "") return false;
    const others = parts.map((part) => (codes[part] < 0 ? "" : codeOf(names[codes[part]])));
    if (others.every((code) => code === "")) return false;
    return !others.every((code) => code !== own && code.startsWith(groupCode(own)));
  });
}

/**
 * Codes whose rows are the sums of longer codes: 51 beside 510, 511 … when its amounts are theirs together, in every
 * measure. By the name to keep out, those it is the sum of.
 */
export function sumCodes(dimension: Coded, measures: Float64Array[]): Map<number, number[]> {
  const { names, codes } = dimension;
  const own = names.map(codeOf);
  const parents = own.filter(
    (code, index) =>
      code !== "" &&
      own.some((other, at) => at !== index && other.length > code.length && other.startsWith(code)),
  );
  if (parents.length === 0) return new Map();
  const figures = measures.map((values) => ({
    ...withStep(values),
    total: totals(values, codes, names.length),
  }));
  const result = new Map<number, number[]>();
  // Longest first, so that a sum of sums is held against the lowest codes only.
  const order = names.map((_, index) => index).sort((a, b) => own[b].length - own[a].length);
  for (const parent of order) {
    if (!parents.includes(own[parent])) continue;
    const children = order.filter(
      (child) =>
        !result.has(child) && own[child].length > own[parent].length && own[child].startsWith(own[parent]),
    );
    if (children.length < 2) continue;
    const holds = figures.every(({ total, step }) =>
      agree(
        total[parent],
        children.reduce((sum, child) => sum + total[child], 0),
        children.length,
        step,
      ),
    );
    if (holds && figures.some(({ total }) => total[parent] !== 0)) result.set(parent, children);
  }
  return result;
}

function totals(values: Float64Array, codes: Int32Array, count: number): Float64Array {
  const total = new Float64Array(count);
  for (let row = 0; row < values.length; row++) {
    if (codes[row] >= 0 && values[row] === values[row]) total[codes[row]] += values[row];
  }
  return total;
}

/**
 * Rows that are the sums of the rows indented below them, in every measure. By row, the rows below; only where at least
 * two stand directly under it.
 */
export function sumIndents(
  measures: Float64Array[],
  indents: Uint8Array,
  partOf: (row: number) => RowPart,
): FoundSum[] {
  const figures = measures.map(withStep);
  const found: FoundSum[] = [];
  const sums = new Set<number>();
  // From the bottom: a row's own parts are known before it is tried.
  for (let row = indents.length - 1; row >= 0; row--) {
    if (partOf(row) !== "post") continue;
    const parts: number[] = [];
    for (let below = row + 1; below < indents.length; below++) {
      if (partOf(below) === "annat") continue;
      if (indents[below] <= indents[row]) break;
      if (partOf(below) === "post" && !sums.has(below)) parts.push(below);
    }
    if (parts.length < 2) continue;
    const total = figures.map(({ values }) => parts.reduce((sum, part) => sum + (values[part] || 0), 0));
    if (!equals(figures, { sums: total, rows: parts }, row)) continue;
    sums.add(row);
    found.push({ row, parts });
  }
  return found.reverse();
}
