import { kontoslag } from "../domain/kontoslag";
import type { Expression } from "../workbook/expression";
import { isExpression, type PlanRow, type SheetPlan } from "../workbook/plan";
import { arAv, type Dimension, manadAv, manadskod, type Underlag } from "./underlag";

/** What a report row is made of, month by month, in the report's unit and sign: what forecasts are made from. */
export interface Radserie {
  key: string;
  /** The lowest rows of one sign (kontogrupper); a single part without a name where the source has none. */
  delar: Delserie[];
}

export interface Delserie {
  namn: string;
  /** The year's booked months, January first. */
  bokat: number[];
  /** Earlier months in whole years, oldest first; null where the source has no rows. */
  historik: (number | null)[];
  /** Twelve months, the year's amount, or null without a budget. */
  budget: number[] | number | null;
  /** The year's total in the forecast before this one; null without. */
  foregaende: number | null;
}

/**
 * The plan's own rows (posts) as monthly series, read in one pass over the source. A row's records are those its SUMIFS
 * count. Null where the source has no months.
 */
export function manadsserier(
  plan: SheetPlan,
  underlag: Underlag,
  faktor: number,
  period: number,
): Radserie[] | null {
  const { period: perioder, antal } = underlag;
  if (!perioder) return null;
  const rader = plan.rows.filter(({ kind }) => kind === "post");
  const urval = rader.map((rad) => urvalAv(rad, underlag));
  const del = delare(underlag, urval.flat(2));
  const ar = arAv(period);
  const [januari, december] = [manadskod(ar, 1), manadskod(ar, 12)];
  const matt = (namn: string) => underlag.matt(namn)?.varden ?? null;
  const utfall = matt("utfall")!;
  const manadsbudget = matt("periodbudget");
  const arsbudget = manadsbudget ? null : matt("budget");
  const foregaende = matt("prognos_foregaende") ?? matt("prognos");
  const bokslut = [matt("utfall_foregaende"), matt("bokslut")].find(
    (varden) => varden && manader(varden, perioder.koder, januari, december) > 2,
  );
  const forstaAr = bokslut ? Math.min(ar - 1, arAv(perioder.forsta)) : Math.min(ar, arAv(perioder.forsta));
  const forsta = manadskod(forstaAr, 1);
  const summor = rader.map(() => new Map<string, Delsumma>());
  const radernaFor = sokare(urval);
  for (let i = 0; i < antal; i++) {
    const kod = perioder.koder[i];
    if (kod > december) continue;
    const iAr = kod < 0 || kod >= januari;
    const namn = del(i);
    for (const rad of radernaFor(i)) {
      const summa = delsumma(summor[rad], namn, december - forsta + 1);
      if (kod >= 0) lagg(summa.utfall, kod - forsta, utfall[i]);
      if (kod >= januari && bokslut && summa.utfall.length > 12)
        lagg(summa.utfall, kod - 12 - forsta, bokslut[i]);
      if (!iAr) continue;
      if (manadsbudget && kod >= 0) lagg(summa.budget, kod - januari, manadsbudget[i]);
      if (arsbudget) lagg(summa.budget, 0, arsbudget[i]);
      if (foregaende && !Number.isNaN(foregaende[i]))
        summa.foregaende = (summa.foregaende ?? 0) + foregaende[i];
    }
  }
  const kant = (kod: number) =>
    (kod >= perioder.forsta && kod <= perioder.sista) || (bokslut && kod >= januari - 12);
  return rader.map(({ key }, rad) => ({
    key,
    delar: [...summor[rad]].map(([namn, summa]) => ({
      namn,
      bokat: Array.from(
        summa.utfall.subarray(januari - forsta, januari - forsta + manadAv(period)),
        (tal) => tal * faktor + 0,
      ),
      historik: Array.from(summa.utfall.subarray(0, januari - forsta), (tal, m) =>
        kant(forsta + m) ? tal * faktor + 0 : null,
      ),
      budget: manadsbudget
        ? Array.from(summa.budget, (tal) => tal * faktor + 0)
        : arsbudget
          ? summa.budget[0] * faktor + 0
          : null,
      foregaende: summa.foregaende === null ? null : summa.foregaende * faktor + 0,
    })),
  }));
}

interface Delsumma {
  utfall: Float64Array;
  budget: Float64Array;
  foregaende: number | null;
}

function delsumma(summor: Map<string, Delsumma>, namn: string, antal: number): Delsumma {
  const redan = summor.get(namn);
  if (redan) return redan;
  const ny = { utfall: new Float64Array(antal), budget: new Float64Array(12), foregaende: null };
  summor.set(namn, ny);
  return ny;
}

function lagg(till: Float64Array, plats: number, tal: number): void {
  if (!Number.isNaN(tal) && plats >= 0 && plats < till.length) till[plats] += tal;
}

/** In how many of the months the measure has an amount: an annual amount stands in one or two. */
function manader(varden: ArrayLike<number>, koder: ArrayLike<number>, fran: number, till: number): number {
  const sedda = new Set<number>();
  for (let i = 0; i < varden.length; i++)
    if (!Number.isNaN(varden[i]) && koder[i] >= fran && koder[i] <= till) sedda.add(koder[i]);
  return sedda.size;
}

interface Led {
  falt: string;
  dimension: Dimension;
  kod: number;
}

const falten = [
  "rs_kod",
  "verksamhet",
  "enhet",
  "kontogrupp",
  "konto",
  "grupp",
  "rubrik",
  "projekt",
  "motpart",
];

/** The alternatives of dimension values that the row's SUMIFS count. */
function urvalAv(rad: PlanRow, underlag: Underlag): Led[][] {
  const formel = rad.cells.utfall?.content;
  if (!isExpression(formel ?? null)) return [];
  const dimensioner = falten.flatMap((falt) => {
    const dimension = underlag.dimension(falt);
    return dimension ? [{ falt, dimension }] : [];
  });
  const alternativ = new Map<string, Led[]>();
  for (const { criteria } of sumifsI(formel as Expression)) {
    const led = criteria.flatMap(({ column, operator, value }): Led[] => {
      const funnen = dimensioner.find(({ dimension }) => dimension.kolumn?.key === column.key);
      if (!funnen || operator !== "=") return [];
      return [{ ...funnen, kod: funnen.dimension.namn.indexOf(String(value)) }];
    });
    alternativ.set(led.map(({ falt, kod }) => `${falt}=${kod}`).join("\n"), led);
  }
  return [...alternativ.values()];
}

function sumifsI(node: Expression): Extract<Expression, { kind: "sumifs" }>[] {
  if (node.kind === "sumifs") return [node];
  if (node.kind === "binary") return [...sumifsI(node.left), ...sumifsI(node.right)];
  return node.kind === "call" ? node.args.flatMap(sumifsI) : [];
}

/** Which rows a record counts in: one look-up for each combination of fields that the rows choose by. */
function sokare(urval: Led[][][]): (i: number) => number[] {
  const register = new Map<string, { koder: ArrayLike<number>[]; rader: Map<string, number[]> }>();
  urval.forEach((alternativ, rad) => {
    for (const led of alternativ) {
      const signatur = led.map(({ falt }) => falt).join("\n");
      const post = register.get(signatur) ?? {
        koder: led.map(({ dimension }) => dimension.koder),
        rader: new Map<string, number[]>(),
      };
      register.set(signatur, post);
      const nyckel = led.map(({ kod }) => kod).join(",");
      post.rader.set(nyckel, [...(post.rader.get(nyckel) ?? []), rad]);
    }
  });
  const alla = [...register.values()];
  return (i) => alla.flatMap(({ koder, rader }) => rader.get(koder.map((one) => one[i]).join(",")) ?? []);
}

/** Names the part a record belongs to: its kontogrupp, or what its account is; "" where rows choose by those already. */
function delare(underlag: Underlag, led: Led[]): (i: number) => string {
  if (led.some(({ falt }) => falt === "kontogrupp" || falt === "konto")) return () => "";
  const grupp = underlag.dimension("kontogrupp");
  const namn = (dimension: Dimension, i: number) => dimension.namn[dimension.koder[i]] ?? "";
  if (grupp) return (i) => namn(grupp, i);
  const konto = underlag.dimension("konto");
  if (!konto) return () => "";
  const slag = konto.namn.map((text) => kontoslag(text) ?? "ovrigt");
  return (i) => slag[konto.koder[i]] ?? "ovrigt";
}
