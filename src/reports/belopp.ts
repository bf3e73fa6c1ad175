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
import { kub } from "./kub";
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
  /** Empty ("", or the text given) where there is nothing to add, as a forecast that nobody has made; else such a cell is 0. */
  kanSaknas?: boolean | "-";
  /** Rows that show "-" instead: that have no such figure, or one of so few that it says something of a person. */
  dolda?: ReadonlySet<string>;
  /** Width in characters where amounts are short. */
  bredd?: number;
} & (
  | {
      slag: "belopp";
      matt: string;
      fran: number;
      till: number;
      /** A variance from the source: what this measure lies above (netto) or below (kostnad) `mot`; plus = better. */
      mot?: { matt: string; fran: number; till: number };
      /** Only source rows that meet one of these too (the costs among a verksamhet's rows). */
      bara?: Villkor[][];
      /** Another source than the table's. */
      underlag?: Underlag;
      /** A count or hours: neither unit nor sign applies. */
      antal?: true;
      /** A variance that the source has as such: its sign is the same in every report. */
      avvikelse?: true;
    }
  /** From the other cells of its row; in sum rows too. */
  | {
      slag: "harledd";
      formel: (kolumn: (key: string) => Expression) => Expression;
      varde: (av: Las) => CellValue;
      format?: string;
    }
  /** As derived on rows that add source rows, summed on the others. `rad` is the row's key. */
  | {
      slag: "summerad";
      formel: (kolumn: (key: string) => Expression, rad: string, urval: Villkor[][]) => Expression;
      varde: (av: Las, rad: string, urval: Villkor[][]) => CellValue;
      format?: string;
    }
  /** The user's own; in sum rows hers too, or added. Where the column is new it takes over what she typed in `ersatter`. */
  | { slag: "egen"; summeras?: true; ersatter?: string }
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

/** What `beloppsformel` gives, from the parsed source. */
export function beloppsvarde(
  underlag: Underlag,
  utseende: Utseende,
  matt: string,
  urval: Villkor[][],
  fran: number,
  till: number,
): number {
  const kolumn: Beloppskolumn & { slag: "belopp" } = {
    key: "",
    rubrik: "",
    slag: "belopp",
    matt,
    fran,
    till,
  };
  const rad: Beloppsrad = { key: "", label: "", kind: "post", level: 0, urval };
  const tabell = { underlag, rader: [rad], kolumner: [kolumn], utseende, somVarden: false, egna: () => null };
  return belopp(tabell).get("\n") || 0;
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
  const criterion = ({ falt, varde }: Villkor): Criterion[] => {
    const { kolumn } = underlag.dimension(falt)!;
    return kolumn ? [{ column: kolumn, operator: "=", value: varde }] : [];
  };
  const chosen = urval.map((villkor) => villkor.flatMap(criterion));
  if (chosen.some((criteria, index) => criteria.length < urval[index].length)) return null;
  return chosen.flatMap((criteria) =>
    delar.map((del) => term(del.kolumn, [...criteria, ...del.villkor, ...periods])),
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
        if (kolumn.slag === "egen" && !(kolumn.summeras && rad.delar)) {
          cells[kolumn.key] = { content: egna(rad.key, kolumn.key), numberFormat: format };
          continue;
        }
        const expected = values.get(rad.key)!.get(kolumn.key);
        const fixed = tabell.somVarden && kolumn.slag === "belopp" && rad.urval !== undefined;
        cells[kolumn.key] = {
          content: fixed ? expected! : formel(tabell, rad, kolumn),
          expected,
          numberFormat:
            ((kolumn.slag === "harledd" || kolumn.slag === "summerad") && kolumn.format) || format,
        };
      }
      return [rad.key, cells];
    }),
  );
}

function formel({ underlag, utseende }: Beloppstabell, rad: Beloppsrad, kolumn: Beloppskolumn): Expression {
  if (kolumn.dolda?.has(rad.key)) return text("-");
  const inRow = (key: string) => cell(rad.key, key);
  if (kolumn.slag === "harledd") return kolumn.formel(inRow);
  if (kolumn.slag === "summerad" && !rad.delar) return kolumn.formel(inRow, rad.key, rad.urval ?? []);
  if (rad.delar) return delsumma(rad.delar, kolumn);
  if (kolumn.slag !== "belopp") throw new Error(`${kolumn.key} has no formula on ${rad.key}.`);
  const { matt, fran, till, mot, bara, kanSaknas } = kolumn;
  const urval = begransat(rad.urval!, bara);
  const own = kallan(rad, kolumn, underlag);
  const look = utseendeFor(kolumn, own, utseende);
  const av = beloppsformel(own, look, matt, urval, fran, till);
  const jamfort = mot ? beloppsformel(own, look, mot.matt, urval, mot.fran, mot.till) : null;
  const amount =
    av && jamfort ? (utseende.tecken === "kostnad" ? subtract(jamfort, av) : subtract(av, jamfort)) : av;
  if (!kanSaknas) return amount ?? number(0);
  const antal = termer(own, matt, urval, fran, till, countifs);
  return amount && antal ? tomUtan(addAll(antal), amount, kanSaknas) : text(tomt(kanSaknas));
}

/** Each alternative together with each of the column's own. */
export const begransat = (urval: Villkor[][], bara: Villkor[][] | undefined): Villkor[][] =>
  bara ? urval.flatMap((villkor) => bara.map((one) => [...villkor, ...one])) : urval;

/** The row's own source comes before the column's, and that before the table's. */
const kallan = (rad: Beloppsrad, kolumn: Beloppskolumn, underlag: Underlag): Underlag =>
  rad.underlag ?? (kolumn.slag === "belopp" ? kolumn.underlag : undefined) ?? underlag;

/** A variance keeps its sign whichever way amounts are signed, and a count its unit too. */
function utseendeFor(kolumn: Beloppskolumn, underlag: Underlag, utseende: Utseende): Utseende {
  if (kolumn.slag !== "belopp") return utseende;
  const tecken = kolumn.avvikelse || kolumn.antal ? (underlag.tecken ?? utseende.tecken) : utseende.tecken;
  return { ...utseende, tecken, enhet: kolumn.antal ? (underlag.enhet ?? utseende.enhet) : utseende.enhet };
}

const tomt = (kanSaknas: Beloppskolumn["kanSaknas"]) => (kanSaknas === "-" ? "-" : "");

const tomUtan = (antal: Expression, amount: Expression, kanSaknas: Beloppskolumn["kanSaknas"]) =>
  call("IF", equal(antal, number(0)), text(tomt(kanSaknas)), amount);

function delsumma(delar: Del[], { key, kanSaknas = false }: Beloppskolumn): Expression {
  const of = (wanted: 1 | -1) =>
    delar.filter(({ faktor: sign }) => sign === wanted).map(({ rad }) => ({ row: rad, column: key }));
  const [plus, minus] = [of(1), of(-1)];
  // SUM passes "" by; subtraction would not.
  const one = (refs: PlanRef[]) => (refs.length === 1 && !kanSaknas ? cell(refs[0].row, key) : sum(refs));
  const amount = minus.length === 0 ? sum(plus) : subtract(one(plus), one(minus));
  return kanSaknas ? tomUtan(count([...plus, ...minus]), amount, kanSaknas) : amount;
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
    if (kolumn.dolda?.has(rad.key)) return "-";
    switch (kolumn.slag) {
      case "egen":
        return kolumn.summeras && rad.delar ? added(rad.delar, kolumn) : tabell.egna(rad.key, kolumn.key);
      case "harledd":
        return kolumn.varde(read);
      case "summerad":
        return rad.delar ? added(rad.delar, kolumn) : kolumn.varde(read, rad.key, rad.urval ?? []);
      case "belopp": {
        if (rad.delar) return added(rad.delar, kolumn);
        const amount = amounts.get(`${rad.key}\n${kolumn.key}`) ?? NaN;
        return Number.isNaN(amount) ? (kolumn.kanSaknas ? tomt(kolumn.kanSaknas) : 0) : amount;
      }
    }
  }

  function added(delar: Del[], { key, kanSaknas }: Beloppskolumn): CellValue {
    const parts = delar.flatMap(({ rad, faktor: sign }) => {
      const part = all.get(rad)?.get(key);
      return typeof part === "number" ? [sign * part] : [];
    });
    if (kanSaknas && parts.length === 0) return tomt(kanSaknas);
    return parts.reduce((total, part) => total + part, 0);
  }
}

/** Amounts of the rows that add source rows, by "row\ncolumn", over each source's cube; NaN where none has any. */
function belopp({ underlag, rader, kolumner, utseende }: Beloppstabell): Map<string, number> {
  const result = new Map<string, number>();
  const adding = new Map<Underlag, Summering[]>();
  const poster = rader.filter(({ urval }) => urval);
  for (const kolumn of kolumner) {
    if (kolumn.slag !== "belopp") continue;
    for (const source of new Set(poster.map((rad) => kallan(rad, kolumn, underlag)))) {
      const mine = poster.filter((rad) => kallan(rad, kolumn, underlag) === source);
      const av = totaler(source, kolumn, mine.length);
      if (!av) continue;
      const mot = kolumn.mot ? totaler(source, kolumn.mot, mine.length) : null;
      adding.set(source, [...(adding.get(source) ?? []), { kolumn, mine, av, mot }]);
    }
  }
  for (const [source, columns] of adding) {
    addRecords(source, columns);
    for (const { kolumn, mine, av, mot } of columns) {
      const factor = faktor(source, utseendeFor(kolumn, source, utseende));
      const sign = kolumn.mot && utseende.tecken === "kostnad" ? -1 : 1;
      mine.forEach((rad, index) => {
        const amount = av.totals[index] - (mot ? mot.totals[index] || 0 : 0);
        result.set(`${rad.key}\n${kolumn.key}`, amount * factor * sign);
      });
    }
  }
  return result;
}

type Totaler = NonNullable<ReturnType<typeof totaler>>;

/** One column of amounts over one source, for the rows that take it from there. */
interface Summering {
  kolumn: Beloppskolumn & { slag: "belopp" };
  mine: Beloppsrad[];
  av: Totaler;
  mot: Totaler | null;
}

function addRecords(source: Underlag, columns: Summering[]): void {
  const matchers: { bara: unknown; keys: string; rowsOf: ReturnType<typeof matcher> }[] = [];
  const matcherFor = ({ kolumn: { bara }, mine }: Summering) => {
    const keys = mine.map(({ key }) => key).join("\n");
    const known = matchers.find((one) => one.bara === bara && one.keys === keys);
    if (known) return known.rowsOf;
    const rowsOf = matcher(
      source,
      mine.map((rad) => begransat(rad.urval!, bara)),
    );
    matchers.push({ bara, keys, rowsOf });
    return rowsOf;
  };
  const falt = columns.flatMap(({ kolumn, mine }) =>
    mine.flatMap((rad) =>
      begransat(rad.urval!, kolumn.bara)
        .flat()
        .map((villkor) => villkor.falt),
    ),
  );
  const celler = kub(source, [...new Set(falt)]);
  const adding = columns.flatMap((column) => {
    const rowsOf = matcherFor(column);
    return [column.av, column.mot].flatMap((total) =>
      total ? [{ ...total, summor: celler.summor(total.values), rowsOf }] : [],
    );
  });
  celler.poster.forEach((i, at) => {
    const period = source.period?.koder[i];
    for (const { fran, till, summor, totals, rowsOf } of adding) {
      if (period !== undefined && period >= 0 && (period < fran || period > till)) continue;
      if (Number.isNaN(summor[at])) continue;
      for (const row of rowsOf(i)) totals[row] = (totals[row] || 0) + summor[at];
    }
  });
}

function totaler(
  source: Underlag,
  { matt, fran, till }: { matt: string; fran: number; till: number },
  rows: number,
) {
  const measure = source.matt(matt);
  return measure && { fran, till, values: measure.varden, totals: new Float64Array(rows).fill(NaN) };
}

const none: readonly number[] = [];

/** Which report rows a source row counts in: one look-up per combination of dimensions that the rows ask for. */
function matcher(source: Underlag, urvalen: Villkor[][][]): (i: number) => readonly number[] {
  const lookups = new Map<string, { koder: ArrayLike<number>[]; rows: Map<string, number[]> }>();
  urvalen.forEach((urval, index) => {
    for (const villkor of urval) {
      const falt = villkor.map((one) => one.falt);
      const dimensions = falt.map((one) => source.dimension(one)!);
      const codes = villkor.map(({ varde }, at) => codeOf(dimensions[at].namn, varde));
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

/** A source's code of a name, spelled as SUMIFS reads it; -1 = blank cells, as in the source, and -2 = a name it does not have. */
function codeOf(namn: string[], varde: string): number {
  if (varde === "") return -1;
  const exact = namn.indexOf(varde);
  if (exact >= 0) return exact;
  const folded = varde.toLowerCase();
  const at = namn.findIndex((one) => one.toLowerCase() === folded);
  return at >= 0 ? at : -2;
}
