import type { KolumnRegel, KolumnRoll, Tabell } from "../tables";
import { columnName, type Figure, figureValue, halfUnit, printLike, rowName } from "./figures";
import type { Regel, Sakerhet } from "./finding";
import { dust, type Expected, linear, type Read, type Relation } from "./relation";
import type { AuditContext } from "./rule";
import { say } from "./say";

/**
 * The ties of columns that follow from others on the same row, in the convention the rest of the column keeps (the
 * table's reading says which). Every figure is taken as rounded: what the calculation can give from the unrounded
 * figures is accepted.
 */
export const columnTies = ({ sheets }: AuditContext, regel: Regel): Relation[] =>
  sheets.flatMap(({ tables }) =>
    tables.flatMap((table) =>
      table.columnRules
        .filter((rule) => ruleFor(table.columns[rule.column].role, rule) === regel)
        .flatMap((rule) => columnRelations(table, rule, regel)),
    ),
  );

function columnRelations(table: Tabell, rule: KolumnRegel, regel: Regel): Relation[] {
  if (rule.kind === "pil" || rule.tried.length === 0) return [];
  const share = rule.agrees.length / rule.tried.length;
  const sakerhet: Sakerhet = share > 0.5 ? "säker" : "trolig";
  return rule.tried.flatMap((row): Relation[] => {
    const target: Figure = { table, row, column: rule.column };
    const sources = rule.kind === "lika" ? [rule.a] : [rule.a, rule.b];
    const terms = sources.map((column): Figure => ({ table, row, column }));
    if ([target, ...terms].some((figure) => figureValue(figure) === null)) return [];
    const base = { regel, sakerhet, target, terms };
    if (rule.kind === "differens") {
      const tie = linear({ target, terms, factors: [1, -1] });
      return [{ ...base, ...tie, text: (expected) => differenceText(target, terms, expected) }];
    }
    if (rule.kind === "lika") {
      const tie = linear({ target, terms, factors: [1] });
      const tolerance = halfUnit(target) === halfUnit(terms[0]) ? 0 : tie.tolerance;
      return [
        {
          ...base,
          factors: [1],
          expected: (read) => {
            const value = read(terms[0]);
            return { value, low: value - tolerance, high: value + tolerance };
          },
          text: (expected) =>
            say((texts) =>
              texts.olika(
                columnName(target),
                columnName(terms[0]),
                rowName(target),
                printLike(target, expected.value),
              ),
            ),
        },
      ];
    }
    const percent =
      rule.kind === "andel"
        ? (a: number, b: number) => (100 * a) / b
        : rule.abs
          ? (a: number, b: number) => 100 * (Math.abs(a) / Math.abs(b) - 1)
          : (a: number, b: number) => 100 * (a / b - 1);
    return [
      {
        ...base,
        factors: null,
        expected: (read: Read) => ratio(target, terms, read, percent),
        text: (expected: Expected) => percentText(table, rule, target, expected),
      },
    ];
  });
}

function ruleFor(role: KolumnRoll, rule: KolumnRegel): Regel {
  if (rule.kind === "lika") return "samma-post";
  if (role === "forandring" || role === "forandring_procent" || rule.kind === "forandring")
    return "forandring";
  return rule.kind === "andel" ? "procent" : "avvikelse";
}

/** The percentages that figures rounding to the printed ones can give; null when the base may be zero. */
function ratio(
  target: Figure,
  [a, b]: Figure[],
  read: Read,
  percent: (a: number, b: number) => number,
): Expected | null {
  const [top, bottom] = [read(a), read(b)];
  const [topHalf, bottomHalf] = [halfUnit(a), halfUnit(b)];
  if (Math.abs(bottom) <= bottomHalf + dust(bottom)) return null;
  const corners = [-1, 1].flatMap((s) =>
    [-1, 1].map((t) => percent(top + s * topHalf, bottom + t * bottomHalf)),
  );
  if (Math.abs(top) < topHalf) corners.push(percent(0, bottom));
  const half = halfUnit(target);
  return {
    value: percent(top, bottom),
    low: Math.min(...corners) - half,
    high: Math.max(...corners) + half,
  };
}

function differenceText(target: Figure, [a, b]: Figure[], { value }: Expected) {
  const printed = figureValue(target) ?? 0;
  const opposite = value !== 0 && Math.abs(printed + value) <= 3 * halfUnit(target);
  return say((texts) =>
    texts.differens({
      rad: rowName(target),
      kolumn: columnName(target),
      a: columnName(a),
      b: columnName(b),
      beraknat: printLike(target, value),
      teckenfel: opposite,
    }),
  );
}

/** The month whose share of the year the wrong percentages of a column show; null when they show none. */
function staleMonth(table: Tabell, rule: KolumnRegel & { kind: "andel" }): number | null {
  const wrong = rule.tried.filter((row) => !rule.agrees.includes(row));
  if (wrong.length < 2) return null;
  for (let month = 1; month < 12; month++) {
    const fits = wrong.filter((row) => {
      const value = (column: number) => figureValue({ table, row, column }) ?? NaN;
      const expected = ((100 * value(rule.a)) / value(rule.b)) * (month / 12);
      return Math.abs(value(rule.column) - expected) <= 0.03 * Math.abs(expected);
    });
    if (fits.length >= 2 && fits.length * 2 > wrong.length) return month;
  }
  return null;
}

function percentText(table: Tabell, rule: KolumnRegel, target: Figure, { value }: Expected) {
  const month = rule.kind === "andel" ? staleMonth(table, rule) : null;
  const expected = `${printLike(target, value)} %`;
  return say((texts) => texts.procent(rowName(target), columnName(target), expected, month));
}
