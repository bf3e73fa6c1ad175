import type { KolumnRegel, KolumnRoll, Tabell } from "../tables";
import { type Figure, figureValue, halfUnit } from "./figures";
import { dust } from "./relation";

/** What a variance is the difference of, by the columns' roles. */
const differences: Partial<Record<KolumnRoll, [KolumnRoll[], KolumnRoll[]]>> = {
  avvikelse: [["utfall"], ["budget", "helarsbudget"]],
  avvikelse_helar: [["prognos"], ["budget", "helarsbudget"]],
  kvar: [["anslag", "budget", "helarsbudget"], ["utfall"]],
};

/**
 * Ties that the columns' roles promise and half of the rows keep, beside those the table's reading settled for: in a
 * table of two or three rows one wrong figure leaves too few for the reading to be sure, and where two budgets are equal
 * it needs only one of them.
 */
export function withRoleRules(table: Tabell): Tabell {
  const columnsOf = (roles: KolumnRoll[]) =>
    table.columns.flatMap(({ role }, column) => (roles.includes(role) ? [column] : []));
  const found: KolumnRegel[] = [];
  const add = (rule: KolumnRegel) => {
    if (rule.agrees.length > 0 && rule.agrees.length * 2 >= rule.tried.length) found.push(rule);
  };
  table.columns.forEach(({ role }, column) => {
    const [first, second] = differences[role] ?? [[], []];
    for (const a of columnsOf(first)) {
      for (const b of columnsOf(second)) {
        if (has(table, column, [a, b])) continue;
        const ways = [difference(table, column, a, b), difference(table, column, b, a)];
        add(ways[0].agrees.length >= ways[1].agrees.length ? ways[0] : ways[1]);
      }
    }
  });
  for (const year of columnsOf(["helarsbudget"])) {
    for (const period of columnsOf(["budget"])) {
      if (!has(table, year, [period]) && !has(table, period, [year])) add(equal(table, year, period));
    }
  }
  return found.length === 0 ? table : { ...table, columnRules: [...table.columnRules, ...found] };
}

function has({ columnRules }: Tabell, column: number, sources: number[]): boolean {
  return columnRules.some((rule) => {
    const own = rule.kind === "lika" ? [rule.a] : [rule.a, rule.b];
    return (
      rule.column === column && own.length === sources.length && own.every((each) => sources.includes(each))
    );
  });
}

function rowsWith(table: Tabell, columns: number[]): Figure[][] {
  return table.rows.flatMap((_, row) => {
    const figures = columns.map((column): Figure => ({ table, row, column }));
    return figures.every((figure) => figureValue(figure) !== null) ? [figures] : [];
  });
}

const value = (figure: Figure): number => figureValue(figure) ?? 0;

/** Rows of zeros agree with anything: they are tried but say nothing. */
function difference(table: Tabell, column: number, a: number, b: number): KolumnRegel {
  const rows = rowsWith(table, [column, a, b]);
  const agrees = rows.filter(([target, left, right]) => {
    const slack = halfUnit(target) + halfUnit(left) + halfUnit(right) + dust(value(left));
    const miss = Math.abs(value(target) - (value(left) - value(right)));
    return value(target) !== 0 && miss <= slack && Math.abs(value(target)) > slack;
  });
  return { kind: "differens", column, a, b, agrees: rowNumbers(agrees), tried: rowNumbers(rows), why: [] };
}

function equal(table: Tabell, column: number, a: number): KolumnRegel {
  const rows = rowsWith(table, [column, a]);
  const agrees = rows.filter(([target, other]) => {
    const digits = Math.abs(value(target)) / (2 * halfUnit(target));
    return digits >= 10 && Math.abs(value(target) - value(other)) <= dust(value(target));
  });
  return { kind: "lika", column, a, agrees: rowNumbers(agrees), tried: rowNumbers(rows), why: [] };
}

const rowNumbers = (rows: Figure[][]): number[] => rows.map(([{ row }]) => row);
