import type { Summa, Tabell } from "../../tables";
import { columnName, type Figure, figureValue, halfUnit, printLike, rowName } from "../figures";
import { holds, linear, type Relation } from "../relation";
import type { RelationRule } from "../rule";
import { say } from "../say";

/**
 * A sum row against the rows it sums, in each column that can be added. Which rows belong to it is the table's reading.
 * Tolerance: (n + 1) × half a unit in the last printed decimal, nothing for counts of whole things; a difference beyond
 * 3·√((n + 1)/12) units, which rounding gives once in 300, is a notice.
 */
export const summa: RelationRule = {
  relations: ({ sheets }) =>
    sheets.flatMap(({ tables }) =>
      tables.flatMap((table) => table.sums.flatMap((sum) => sumRelations(table, sum))),
    ),
};

function sumRelations(table: Tabell, sum: Summa): Relation[] {
  const relations: Relation[] = [];
  const trusted = sum.agrees.length > 0 || sum.parts.length >= 2;
  for (const column of sum.columns) {
    const target: Figure = { table, row: sum.row, column };
    const parts = sum.parts
      .map((row, index) => ({ figure: { table, row, column }, factor: sum.factors[index] }))
      .filter(({ figure }) => figureValue(figure) !== null);
    // A part that shows an error or words is unknown: nothing can be said of the sum.
    const unknown = sum.parts.some((row) => ["error", "text"].includes(table.cells[row][column].kind));
    if (figureValue(target) === null || parts.length === 0 || unknown) continue;
    const terms = parts.map(({ figure }) => figure);
    if (isMean(target, terms)) continue;
    const tie = linear({ target, terms, factors: parts.map(({ factor }) => factor), exact: sum.exact });
    const unit = 2 * Math.max(halfUnit(target), ...terms.map(halfUnit));
    relations.push({
      ...tie,
      regel: wholeOfParts(table, sum) ? "delar" : "summa",
      sakerhet: trusted ? "säker" : "trolig",
      notice: sum.exact ? undefined : 3 * Math.sqrt((terms.length + 1) / 12) * unit,
      text: ({ value }) => {
        const difference = (figureValue(target) ?? 0) - value;
        const lost = lostMinus(figureValue(target) ?? 0, value, tie.tolerance);
        const left = lost ? null : leftOut(terms, tie.factors, difference, tie.tolerance);
        return say((texts) =>
          texts.summa({
            rad: rowName(target),
            kolumn: columnName(target),
            beraknat: printLike(target, value),
            skillnad: printLike(target, difference),
            utelamnad: left ? rowName(left) : "",
            teckenfel: lost,
          }),
        );
      },
    });
  }
  return relations;
}

const rateWords = /\bper\b|\/|snitt|medel|pris\b|kvot|index|grad\b|average|mean/iu;

/** Kronor per dygn and the like have a weighted mean on the sum row: between its parts, not their sum. */
function isMean(target: Figure, terms: Figure[]): boolean {
  if (!rateWords.test(columnName(target))) return false;
  const values = terms.map((term) => figureValue(term) ?? 0);
  const value = figureValue(target) ?? 0;
  return value >= Math.min(...values) && value <= Math.max(...values);
}

/** Kvinnor + män of one row: parts of a whole, not rows of a sum. */
const wholeOfParts = (table: Tabell, sum: Summa) =>
  sum.parts.every((row) => table.rows[row].kind === "varav");

const lostMinus = (printed: number, value: number, tolerance: number) =>
  value !== 0 && holds({ value: -value, low: -value - tolerance, high: -value + tolerance }, printed);

/** The one part whose absence explains the difference. */
function leftOut(terms: Figure[], factors: number[], difference: number, tolerance: number): Figure | null {
  const explaining = terms.filter((term, index) => {
    const part = -factors[index] * (figureValue(term) ?? 0);
    return part !== 0 && holds({ value: part, low: part - tolerance, high: part + tolerance }, difference);
  });
  return explaining.length === 1 ? explaining[0] : null;
}
