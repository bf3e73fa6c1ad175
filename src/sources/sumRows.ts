import { normalise } from "../tables/time";
import type { Coded } from "./columns";

/** "Summa", "Totalt", "Netto…", "Resultat", "Delsumma X", "S:a": names of rows that are sums of others. */
const sumName =
  /^(?:-+ ?)?(?:delsumma|summa|summor|totalsumma|totalt?|s:a|sum|subtotal|grand total|netto(?:kostnad(?:er)?|resultat|intakt(?:er)?)?|driftnetto|arets resultat|resultat)\b(?!.*\bforsorjning)|\b(?:totalt|summa)$/;

/** "varav personal", "- därav moms": part of a row above, and counted there. */
export const isPartName = (name: string) => /^[-•· ]*(?:dar)?(?:varav|darav)\b/.test(normalise(name));

export const isSumName = (name: string) => sumName.test(normalise(name).replace(/[:.]+$/, ""));

/** Rows with the name of a sum, or of a part, in one of the columns of names. */
export function sumNamedRows(dimensions: Coded[], rowCount: number): Map<number, string> {
  const found = new Map<number, string>();
  for (const { names, codes } of dimensions) {
    const sums = names.map((name) => isSumName(name) || isPartName(name));
    if (!sums.includes(true)) continue;
    for (let row = 0; row < rowCount; row++) {
      const code = codes[row];
      if (code >= 0 && sums[code] && !found.has(row)) found.set(row, names[code]);
    }
  }
  return found;
}

const near = (a: number, b: number, terms: number) =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b)) + (terms + 1) * 1e-9;

/** Measures with a figure on the row, and whether all of them equal the sums since `from`. */
function equalsRun(
  measures: Float64Array[],
  sums: number[],
  row: number,
  terms: number,
): { all: boolean; figures: number } {
  let figures = 0;
  let all = true;
  measures.forEach((values, index) => {
    const value = values[row];
    if (Number.isNaN(value) || value === 0) {
      if (sums[index] !== 0 && !Number.isNaN(value)) all = false;
      return;
    }
    figures++;
    if (!near(value, sums[index], terms)) all = false;
  });
  return { all, figures };
}

/**
 * Rows without a sum's name that still are sums: they equal the rows above since the last sum, in every measure, over at
 * least two rows. A row that lacks a name others have is one; with names like the rest it is asked if only one measure
 * says so.
 */
export function sumsByArithmetic(
  measures: Float64Array[],
  dimensions: Coded[],
  rowCount: number,
  skip: (row: number) => boolean,
): { sums: number[]; asked: number[] } {
  const usual = dimensions.map(
    ({ codes }) => codes.reduce((n, code) => n + (code >= 0 ? 1 : 0), 0) > 0.8 * rowCount,
  );
  const sums: number[] = [];
  const asked: number[] = [];
  let since = measures.map(() => 0);
  let terms = 0;
  for (let row = 0; row < rowCount; row++) {
    if (skip(row)) {
      // A named sum ends the run; it is the sum of what stands above it.
      since = measures.map(() => 0);
      terms = 0;
      continue;
    }
    const { all, figures } = terms >= 2 ? equalsRun(measures, since, row, terms) : { all: false, figures: 0 };
    if (all && figures > 0) {
      const nameless = dimensions.some(({ codes }, index) => usual[index] && codes[row] < 0);
      if (nameless || figures >= 2) {
        sums.push(row);
        since = measures.map(() => 0);
        terms = 0;
        continue;
      }
      asked.push(row);
    }
    measures.forEach((values, index) => {
      if (!Number.isNaN(values[row])) since[index] += values[row];
    });
    terms++;
  }
  return { sums, asked };
}

/**
 * Codes whose rows are the sums of longer codes: 51 beside 510, 511 … when its amounts are theirs together, in every
 * measure. Returns the names to keep out.
 */
export function sumCodes(dimension: Coded, measures: Float64Array[]): Set<number> {
  const { names, codes } = dimension;
  const codeOf = names.map((name) => /^\d{2,}/.exec(name)?.[0] ?? "");
  const parents = codeOf.filter(
    (code, index) =>
      code !== "" &&
      codeOf.some((other, at) => at !== index && other.length > code.length && other.startsWith(code)),
  );
  if (parents.length === 0) return new Set();
  const totals = measures.map((values) => {
    const total = new Float64Array(names.length);
    for (let row = 0; row < values.length; row++) {
      if (codes[row] >= 0 && !Number.isNaN(values[row])) total[codes[row]] += values[row];
    }
    return total;
  });
  const result = new Set<number>();
  // Longest first, so that a sum of sums is held against the lowest codes only.
  const order = names.map((_, index) => index).sort((a, b) => codeOf[b].length - codeOf[a].length);
  for (const parent of order) {
    if (!parents.includes(codeOf[parent])) continue;
    const children = order.filter(
      (child) =>
        !result.has(child) &&
        codeOf[child].length > codeOf[parent].length &&
        codeOf[child].startsWith(codeOf[parent]),
    );
    if (children.length < 2) continue;
    const figures = totals.filter((total) => total[parent] !== 0);
    const holds = totals.every((total) =>
      near(
        total[parent],
        children.reduce((sum, child) => sum + total[child], 0),
        children.length,
      ),
    );
    if (figures.length > 0 && holds) result.add(parent);
  }
  return result;
}
