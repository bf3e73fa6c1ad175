import { amountFormat } from "../workbook/numberFormat";
import type { CellValue } from "../workbook/cell";
import {
  addAll,
  call,
  cell,
  count,
  countifs,
  type Criterion,
  divide,
  equal,
  type Expression,
  multiply,
  number,
  type PlanRef,
  subtract,
  sum,
  sumifs,
  text,
} from "../workbook/expression";
import type { PlanCell, RowKind } from "../workbook/plan";
import type { Utseende } from "./profil";
import { kronor, type Underlag } from "./underlag";

/** A row of an amount table. Rows with `urval` add source rows, rows with `delar` add other rows. */
export interface Beloppsrad {
  key: string;
  label: string;
  kind: RowKind;
  level: number;
  /** Alternatives, each a conjunction over the source's dimensions: rows that meet any of them count. */
  urval?: Villkor[][];
  /** Where the row's amounts come from when not from the table's own source; columns it lacks are 0. */
  underlag?: Underlag;
  delar?: Del[];
}

export interface Del {
  rad: string;
  faktor: 1 | -1;
}

export interface Villkor {
  falt: string;
  varde: string;
}

/** A column of an amount table. */
export type Beloppskolumn = {
  key: string;
  rubrik: string;
  /** Empty ("") where there is nothing to add, as a forecast that nobody has made; else such a cell is 0. */
  kanSaknas?: boolean;
} & (
  | { slag: "belopp"; matt: string; fran: number; till: number }
  /** From the other cells of its row; in sum rows too. */
  | {
      slag: "harledd";
      formel: (kolumn: (key: string) => Expression) => Expression;
      varde: (av: Las) => CellValue;
      format?: string;
    }
  /** As derived on rows that add source rows, summed on the others. */
  | {
      slag: "summerad";
      formel: (kolumn: (key: string) => Expression) => Expression;
      varde: (av: Las) => CellValue;
    }
  /** The user's own. */
  | { slag: "egen" }
);

export type Las = (kolumn: string) => CellValue;

export interface Beloppstabell {
  underlag: Underlag;
  rader: Beloppsrad[];
  kolumner: Beloppskolumn[];
  utseende: Utseende;
  /** Amounts of the source as values; sums and what follows within the row stay formulas. */
  somVarden: boolean;
  egna(rad: string, kolumn: string): CellValue;
}

/** What an amount of the source is multiplied by to stand in the report: unit and sign. */
export function faktor(underlag: Underlag, { enhet, tecken }: Utseende): number {
  const sign = underlag.tecken !== null && underlag.tecken !== tecken ? -1 : 1;
  return (sign * kronor[underlag.enhet ?? enhet]) / kronor[enhet];
}

/** SUMIFS in the report's unit and sign; null where the cells as they stand can't be added so. */
export function beloppsformel(
  underlag: Underlag,
  utseende: Utseende,
  matt: string,
  urval: Villkor[][],
  fran: number,
  till: number,
): Expression | null {
  const terms = termer(underlag, matt, urval, fran, till, sumifs);
  if (!terms) return null;
  const factor = faktor(underlag, utseende);
  if (factor === 1) return addAll(terms);
  return Math.abs(factor) < 1
    ? divide(addAll(terms), number(1 / factor))
    : multiply(addAll(terms), number(factor));
}

/** One SUMIFS or COUNTIFS per alternative and column of the measure. */
function termer(
  underlag: Underlag,
  matt: string,
  urval: Villkor[][],
  fran: number,
  till: number,
  term: typeof sumifs,
): Expression[] | null {
  const measure = underlag.matt(matt);
  const periods = underlag.period?.villkor(fran, till) ?? (underlag.period ? null : []);
  if (!measure || !periods) return null;
  const delar = measure.delar.filter(
    (del) => del.fran === null || (del.fran >= fran && (del.till ?? del.fran) <= till),
  );
  return urval.flatMap((villkor) =>
    delar.map((del) =>
      term(del.kolumn, [
        ...villkor.map(({ falt, varde }): Criterion => ({
          column: underlag.dimension(falt)!.kolumn,
          operator: "=",
          value: varde,
        })),
        ...del.villkor,
        ...periods,
      ]),
    ),
  );
}

/**
 * The table's cells by row key and column key: each figure as formula and as the value expected from the parsed source.
 */
export function beloppsceller(tabell: Beloppstabell): Map<string, Record<string, PlanCell>> {
  const { rader, kolumner, utseende, egna } = tabell;
  const values = forvantade(tabell);
  const format = amountFormat(utseende.decimaler);
  return new Map(
    rader.map((rad) => {
      if (!rad.urval && !rad.delar) return [rad.key, {}];
      const cells: Record<string, PlanCell> = {};
      for (const kolumn of kolumner) {
        if (kolumn.slag === "egen") {
          cells[kolumn.key] = { content: egna(rad.key, kolumn.key), numberFormat: format };
          continue;
        }
        const expected = values.get(rad.key)!.get(kolumn.key);
        const fixed = tabell.somVarden && kolumn.slag === "belopp" && rad.urval !== undefined;
        cells[kolumn.key] = {
          content: fixed ? expected! : formel(tabell, rad, kolumn),
          expected,
          numberFormat: (kolumn.slag === "harledd" && kolumn.format) || format,
        };
      }
      return [rad.key, cells];
    }),
  );
}

function formel({ underlag, utseende }: Beloppstabell, rad: Beloppsrad, kolumn: Beloppskolumn): Expression {
  const inRow = (key: string) => cell(rad.key, key);
  if (kolumn.slag === "harledd" || (kolumn.slag === "summerad" && !rad.delar)) return kolumn.formel(inRow);
  if (rad.delar) return delsumma(rad.delar, kolumn);
  if (kolumn.slag !== "belopp") throw new Error(`${kolumn.key} has no formula on ${rad.key}.`);
  const { matt, fran, till, kanSaknas } = kolumn;
  const own = rad.underlag ?? underlag;
  const amount = beloppsformel(own, utseende, matt, rad.urval!, fran, till);
  if (!kanSaknas) return amount ?? number(0);
  const antal = termer(own, matt, rad.urval!, fran, till, countifs);
  return amount && antal ? tomUtan(addAll(antal), amount) : text("");
}

const tomUtan = (antal: Expression, amount: Expression) =>
  call("IF", equal(antal, number(0)), text(""), amount);

function delsumma(delar: Del[], { key, kanSaknas = false }: Beloppskolumn): Expression {
  const of = (wanted: 1 | -1) =>
    delar.filter(({ faktor: sign }) => sign === wanted).map(({ rad }) => ({ row: rad, column: key }));
  const [plus, minus] = [of(1), of(-1)];
  // SUM passes "" by; subtraction would not.
  const one = (refs: PlanRef[]) => (refs.length === 1 && !kanSaknas ? cell(refs[0].row, key) : sum(refs));
  const amount = minus.length === 0 ? sum(plus) : subtract(one(plus), one(minus));
  return kanSaknas ? tomUtan(count([...plus, ...minus]), amount) : amount;
}

/** Every figure from the parsed columns: source rows added in one pass, then sums, then what follows within the row. */
function forvantade(tabell: Beloppstabell): Map<string, Map<string, CellValue>> {
  const amounts = belopp(tabell);
  const all = new Map<string, Map<string, CellValue>>();
  for (const rad of tabell.rader) {
    if (!rad.urval && !rad.delar) continue;
    const row = new Map<string, CellValue>();
    all.set(rad.key, row);
    // A column may follow from one to its right.
    const read: Las = (key) => {
      if (!row.has(key))
        row.set(
          key,
          value(
            rad,
            tabell.kolumner.find((kolumn) => kolumn.key === key)!,
            read,
          ),
        );
      return row.get(key)!;
    };
    for (const { key } of tabell.kolumner) read(key);
  }
  return all;

  function value(rad: Beloppsrad, kolumn: Beloppskolumn, read: Las): CellValue {
    switch (kolumn.slag) {
      case "egen":
        return tabell.egna(rad.key, kolumn.key);
      case "harledd":
        return kolumn.varde(read);
      case "summerad":
        return rad.delar ? added(rad.delar, kolumn) : kolumn.varde(read);
      case "belopp": {
        if (rad.delar) return added(rad.delar, kolumn);
        const amount = amounts.get(`${rad.key}\n${kolumn.key}`) ?? NaN;
        return Number.isNaN(amount) ? (kolumn.kanSaknas ? "" : 0) : amount;
      }
    }
  }

  function added(delar: Del[], { key, kanSaknas }: Beloppskolumn): CellValue {
    const parts = delar.flatMap(({ rad, faktor: sign }) => {
      const part = all.get(rad)?.get(key);
      return typeof part === "number" ? [sign * part] : [];
    });
    if (kanSaknas && parts.length === 0) return "";
    return parts.reduce((total, part) => total + part, 0);
  }
}

/** Amounts of the rows that add source rows, by "row\ncolumn", in one pass over each source; NaN where none has any. */
function belopp({ underlag, rader, kolumner, utseende }: Beloppstabell): Map<string, number> {
  const result = new Map<string, number>();
  const sources = new Set(rader.filter(({ urval }) => urval).map((rad) => rad.underlag ?? underlag));
  for (const source of sources) {
    const mine = rader.filter((rad) => rad.urval && (rad.underlag ?? underlag) === source);
    const rowsOf = matcher(source, mine);
    const factor = faktor(source, utseende);
    const columns = kolumner.flatMap((kolumn) => {
      const measure = kolumn.slag === "belopp" ? source.matt(kolumn.matt) : null;
      return kolumn.slag === "belopp" && measure
        ? [{ kolumn, values: measure.varden, totals: new Float64Array(mine.length).fill(NaN) }]
        : [];
    });
    for (let i = 0; i < source.antal; i++) {
      const period = source.period?.koder[i];
      for (const { kolumn, values, totals } of columns) {
        if (period !== undefined && period >= 0 && (period < kolumn.fran || period > kolumn.till)) continue;
        if (Number.isNaN(values[i])) continue;
        for (const row of rowsOf(i)) totals[row] = (totals[row] || 0) + values[i];
      }
    }
    for (const { kolumn, totals } of columns) {
      mine.forEach((rad, index) => result.set(`${rad.key}\n${kolumn.key}`, totals[index] * factor));
    }
  }
  return result;
}

const none: readonly number[] = [];

/** Which report rows a source row counts in: one look-up per combination of dimensions that the rows ask for. */
function matcher(source: Underlag, rader: Beloppsrad[]): (i: number) => readonly number[] {
  const lookups = new Map<string, { koder: ArrayLike<number>[]; rows: Map<string, number[]> }>();
  rader.forEach((rad, index) => {
    for (const villkor of rad.urval!) {
      const falt = villkor.map((one) => one.falt);
      const dimensions = falt.map((one) => source.dimension(one)!);
      const codes = villkor.map(({ varde }, at) => dimensions[at].namn.indexOf(varde));
      const signature = falt.join("\n");
      const lookup = lookups.get(signature) ?? {
        koder: dimensions.map(({ koder }) => koder),
        rows: new Map<string, number[]>(),
      };
      lookups.set(signature, lookup);
      const key = codes.join(",");
      lookup.rows.set(key, [...(lookup.rows.get(key) ?? []), index]);
    }
  });
  const all = [...lookups.values()];
  if (all.length === 1) {
    const [{ koder, rows }] = all;
    return (i) =>
      rows.get(koder.length === 1 ? String(koder[0][i]) : koder.map((codes) => codes[i]).join(",")) ?? none;
  }
  return (i) => all.flatMap(({ koder, rows }) => rows.get(koder.map((codes) => codes[i]).join(",")) ?? none);
}
