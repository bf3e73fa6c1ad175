import type { KolumnRoll, Tabell } from "../../tables";
import { columnName, type Figure, figureValue, halfUnit, printLike, rowName } from "../figures";
import { unitOf } from "../links";
import { holds, linear, type Relation } from "../relation";
import type { RelationRule } from "../rule";
import { say } from "../say";

const totalWords = /^\W*(?:total|summa|samtliga|alla|all\b|sammanlagt|sum\b)/iu;
const shareWords = /%|procent|\bandel|snitt|medel|percent|share|average/iu;
const genderWords = /kvinn|\bmän|\bman\b|flick|pojk|women|\bmen\b|girls|boys/iu;

/**
 * Parts of a whole that is not a sum row: shares that should make 100 %, and a percentage for all that must lie between
 * those of its parts. (Counts of kvinnor + män against their row are sums of the table; the sum rule states them.)
 * Two rounded shares of one whole make exactly 100; n of them may miss it by less than n/2 units.
 */
export const delar: RelationRule = {
  relations: ({ sheets }) =>
    sheets.flatMap(({ tables }) =>
      tables
        .filter(({ kind }) => kind === "rapport")
        .flatMap((table) => [...inTable(table), ...columnTotals(table)]),
    ),
};

function inTable(table: Tabell): Relation[] {
  const relations: Relation[] = [];
  const families = new Map<number, number[]>();
  let whole = -1;
  table.rows.forEach(({ group, kind }, row) => {
    if (kind !== "varav") whole = row;
    else if (group !== null || whole >= 0) push(families, group ?? whole, row);
  });
  for (const [parent, rows] of families) {
    const shares = hundreds(table, rows);
    relations.push(...shares.flatMap((set) => hundredRelations(table, set)));
    const parts = rows.filter((row) => !shares.some((set) => set.includes(row)));
    relations.push(...between(table, parent, parts));
  }
  return relations;
}

const notAdded = new Set<KolumnRoll>(["text", "kod", "pil", "status", "ar", "period", "malvarde"]);

/** A column of totals beside the columns it adds (kvinnor, män, totalt; months and their sum), where most rows say so. */
function columnTotals(table: Tabell): Relation[] {
  const addable = (column: number) =>
    !notAdded.has(table.columns[column].role) && unitOf({ table, row: 0, column }) !== "%";
  return table.columns.flatMap(({ header }, total): Relation[] => {
    if (!totalWords.test(header) || !addable(total)) return [];
    const left = runOf(total, -1, (column) => column >= 0 && addable(column));
    const right = runOf(total, 1, (column) => column < table.columns.length && addable(column));
    for (const parts of [left, right]) {
      const rows = table.rows.flatMap(({ label, unit }, row) => {
        if (unit === "%" || shareWords.test(label)) return [];
        const figures = [total, ...parts].map((column): Figure => ({ table, row, column }));
        return parts.length >= 2 && figures.every((figure) => figureValue(figure) !== null) ? [figures] : [];
      });
      const relations = rows.map(([target, ...terms]) => totalRelation(target, terms));
      const holding = relations.filter((relation) => {
        const expected = relation.expected((figure) => figureValue(figure) ?? 0);
        return expected !== null && holds(expected, figureValue(relation.target) ?? 0);
      });
      if (holding.length >= 2 && holding.length >= 0.6 * relations.length) return relations;
    }
    return [];
  });
}

function runOf(from: number, step: 1 | -1, goesOn: (column: number) => boolean): number[] {
  const columns: number[] = [];
  for (let column = from + step; goesOn(column); column += step) columns.push(column);
  return columns;
}

function totalRelation(target: Figure, terms: Figure[]): Relation {
  return {
    ...linear({ target, terms, factors: terms.map(() => 1) }),
    regel: "delar",
    sakerhet: "säker",
    text: ({ value }) => {
      const names =
        terms.length <= 3
          ? terms.map(columnName).join(" + ")
          : `${columnName(terms[0])} … ${columnName(terms[terms.length - 1])}`;
      return say((texts) =>
        texts.kolumnsumma(rowName(target), columnName(target), names, printLike(target, value)),
      );
    },
  };
}

const figuresOf = (table: Tabell, rows: number[], column: number): Figure[] | null => {
  const figures = rows.map((row) => ({ table, row, column }));
  return figures.every((figure) => figureValue(figure) !== null) ? figures : null;
};

function push(families: Map<number, number[]>, parent: number, row: number): void {
  const rows = families.get(parent);
  if (rows) rows.push(row);
  else families.set(parent, [row]);
}

/** Runs of rows whose figures make 100 in most columns. */
function hundreds(table: Tabell, rows: number[]): number[][] {
  const sets: number[][] = [];
  for (let start = 0; start < rows.length;) {
    const set = longestHundred(table, rows, start);
    if (set) sets.push(set);
    start += set?.length ?? 1;
  }
  return sets;
}

function longestHundred(table: Tabell, rows: number[], start: number): number[] | null {
  for (let end = rows.length; end >= start + 2; end--) {
    const set = rows.slice(start, end);
    if (set.some((row, index) => index > 0 && row !== set[index - 1] + 1)) continue;
    if (makesHundred(table, set)) return set;
  }
  return null;
}

function makesHundred(table: Tabell, set: number[]): boolean {
  let tried = 0;
  let exact = 0;
  let close = 0;
  let percent = false;
  table.columns.forEach((_, column) => {
    const figures = figuresOf(table, set, column);
    if (!figures || figures.some((figure) => (figureValue(figure) ?? 0) < 0)) return;
    const sum = figures.reduce((total, figure) => total + (figureValue(figure) ?? 0), 0);
    if (sum === 0) return;
    percent ||= figures.some((figure) => unitOf(figure) === "%");
    tried++;
    const miss = Math.abs(sum - 100);
    if (miss <= allowed(figures)) exact++;
    else if (miss <= figures.length * 2 * Math.max(...figures.map(halfUnit)) + 1e-9) close++;
  });
  if (exact >= 2 && exact >= 0.6 * tried) return percent || exact >= 3;
  const genders = set.every((row) => genderWords.test(table.rows[row].label));
  return percent && genders && tried > 0 && exact + close === tried;
}

/** n shares rounded from one whole: strictly less than n halves of a unit. */
const allowed = (figures: Figure[]): number =>
  figures.length * Math.max(...figures.map(halfUnit)) * (1 - 1e-6);

function hundredRelations(table: Tabell, set: number[]): Relation[] {
  return table.columns.flatMap((_, column): Relation[] => {
    const figures = figuresOf(table, set, column);
    if (!figures) return [];
    const target = figures[figures.length - 1];
    const terms = figures.slice(0, -1);
    const tolerance = allowed(figures);
    return [
      {
        regel: "delar",
        sakerhet: tolerance < 0.999 ? "trolig" : "säker",
        target,
        terms,
        factors: terms.map(() => -1),
        expected: (read) => {
          const value = 100 - terms.reduce((sum, term) => sum + read(term), 0);
          return { value, low: value - tolerance, high: value + tolerance };
        },
        text: ({ value }) => {
          const sum = 100 - value + (figureValue(target) ?? 0);
          return say((texts) =>
            texts.hundra(figures.map(rowName).join(" + "), columnName(target), printLike(target, sum)),
          );
        },
      },
    ];
  });
}

/** A percentage for all, either the row the parts belong to or the one among them that is called total. */
function between(table: Tabell, parent: number, rows: number[]): Relation[] {
  const total = rows.find((row) => totalWords.test(table.rows[row].label));
  const whole = total ?? parent;
  const parts = rows.filter((row) => row !== whole);
  if (parts.length < 2) return [];
  if (total === undefined && !parts.every((row) => genderWords.test(table.rows[row].label))) return [];
  return table.columns.flatMap((_, column): Relation[] => {
    const figures = figuresOf(table, [whole, ...parts], column);
    if (!figures || figures.some((figure) => unitOf(figure) !== "%")) return [];
    const [target, ...terms] = figures;
    const slack = 2 * Math.max(...figures.map(halfUnit));
    return [
      {
        regel: "delar",
        sakerhet: "säker",
        target,
        terms,
        factors: null,
        open: true,
        expected: (read) => {
          const values = terms.map(read);
          const [low, high] = [Math.min(...values) - slack, Math.max(...values) + slack];
          return { value: Math.min(Math.max(read(target), low), high), low, high };
        },
        text: () => {
          const values = terms.map((term) => figureValue(term) ?? 0);
          const [low, high] = [Math.min(...values), Math.max(...values)].map((value) =>
            printLike(target, value),
          );
          return say((texts) => texts.utanforDelar(rowName(target), columnName(target), low, high));
        },
      },
    ];
  });
}
