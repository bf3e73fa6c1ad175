import { reportTexts } from "../texts/reports";
import {
  add,
  addAll,
  call,
  divide,
  type Expression,
  greater,
  less,
  multiply,
  number,
  subtract,
} from "../workbook/expression";
import { type Beloppskolumn, beloppsformel, beloppsvarde, type Las, type Villkor } from "./belopp";
import { kontofalt } from "./kontogrupprader";
import type { Forslagsmetod, Utseende } from "./profil";
import { arAv, manadAv, manadskod, type Underlag } from "./underlag";

const t = reportTexts.sv;

interface Kolumnnycklar {
  utfall: string;
  periodbudget: string;
  helarsbudget: string;
}

type Summerad = Pick<Beloppskolumn & { slag: "summerad" }, "formel" | "varde">;

/** Part and whole of a year that the outcome is held against, as formula and as value. */
interface Andel {
  formel: (kolumn: (key: string) => Expression, urval: Villkor[][]) => [del: Expression, hela: Expression];
  varde: (las: Las, urval: Villkor[][]) => [del: number, hela: number];
}

/**
 * The year's proposal as a native formula in the row. Methods that divide (budgetprofil, profil) are used on rows of one
 * sign alone: a share of income and cost together says nothing. Other rows, and shares that can't carry a division, go
 * on as budgeted.
 */
export function forslag(
  ekonomi: Underlag,
  look: Utseende,
  period: number,
  { utfall, periodbudget, helarsbudget }: Kolumnnycklar,
): Summerad {
  const manader = manadAv(period);
  const aldre = historik(ekonomi, period);
  const formel = (urval: Villkor[][], spann: Spann[]) =>
    addAll(
      spann.flatMap(({ matt, fran, till }) => beloppsformel(ekonomi, look, matt, urval, fran, till) ?? []),
    );
  const varde = (urval: Villkor[][], spann: Spann[]) =>
    spann.reduce(
      (all, { matt, fran, till }) => all + beloppsvarde(ekonomi, look, matt, urval, fran, till),
      0,
    );
  const somBudgeterat: Summerad = {
    formel: (kolumn) => add(kolumn(utfall), subtract(kolumn(helarsbudget), kolumn(periodbudget))),
    varde: (las) => tal(las, utfall) + tal(las, helarsbudget) - tal(las, periodbudget),
  };
  const enligt = (andel: Andel): Summerad => ({
    formel: (kolumn, rad, urval) =>
      ettTecken(ekonomi, urval)
        ? andelsformel(kolumn(utfall), andel.formel(kolumn, urval), somBudgeterat.formel(kolumn, rad, urval))
        : somBudgeterat.formel(kolumn, rad, urval),
    varde: (las, rad, urval) =>
      (ettTecken(ekonomi, urval) ? andelsvarde(tal(las, utfall), andel.varde(las, urval)) : null) ??
      somBudgeterat.varde(las, rad, urval),
  });
  switch (brukad(look, aldre)) {
    case "restbudget":
      return somBudgeterat;
    case "rak":
      return {
        formel: (kolumn) => multiply(divide(kolumn(utfall), number(manader)), number(12)),
        varde: (las) => (tal(las, utfall) / manader) * 12,
      };
    case "aterstod":
      return {
        formel: (kolumn, rad, urval) =>
          fragarEfter(ekonomi, urval)
            ? add(kolumn(utfall), formel(urval, aldre!.senasteResten))
            : somBudgeterat.formel(kolumn, rad, urval),
        varde: (las, rad, urval) =>
          fragarEfter(ekonomi, urval)
            ? tal(las, utfall) + varde(urval, aldre!.senasteResten)
            : somBudgeterat.varde(las, rad, urval),
      };
    case "budgetprofil":
      return enligt({
        formel: (kolumn) => [kolumn(periodbudget), kolumn(helarsbudget)],
        varde: (las) => [tal(las, periodbudget), tal(las, helarsbudget)],
      });
    case "profil":
      return enligt({
        formel: (_, urval) => [formel(urval, aldre!.hittills), formel(urval, aldre!.hela)],
        varde: (_, urval) => [varde(urval, aldre!.hittills), varde(urval, aldre!.hela)],
      });
  }
}

/** Says how the proposal is made, and where the source lacks what the chosen method needs. */
export function forslagssatser(ekonomi: Underlag, look: Utseende, period: number): string[] {
  if (ekonomi.matt("prognos")) return [`${t.forslagKalla} ${t.forslagEgen[look.egenPrognos]}`];
  const metod = brukad(look, historik(ekonomi, period));
  const satser: Record<Forslagsmetod, string> = {
    restbudget: t.forslagRestbudget,
    rak: t.forslagRak,
    budgetprofil: t.forslagBudgetprofil,
    aterstod: t.forslagAterstod,
    profil: t.forslagProfil,
  };
  return [
    ...(metod === look.prognosmetod ? [] : [t.forslagUtanHistorik]),
    `${satser[metod]} ${t.forslagEgen[look.egenPrognos]}`,
  ];
}

/** Without earlier months there is nothing to repeat. */
const brukad = ({ prognosmetod }: Utseende, aldre: ReturnType<typeof historik>): Forslagsmetod =>
  (prognosmetod === "aterstod" || prognosmetod === "profil") && !aldre ? "restbudget" : prognosmetod;

interface Spann {
  matt: string;
  fran: number;
  till: number;
}

/** Earlier years by month: the latest one's remaining months, and all whole years' months to date and in all. */
function historik(ekonomi: Underlag, period: number) {
  const ar = arAv(period);
  const manad = manadAv(period);
  const ur = (matt: string, years: number[]) => {
    const spann = (year: number, from: number, to: number): Spann => ({
      matt,
      fran: manadskod(year, from),
      till: manadskod(year, to),
    });
    return {
      senasteResten: [spann(years[years.length - 1], manad + 1, 12)],
      hittills: years.map((year) => spann(year, 1, manad)),
      hela: years.map((year) => spann(year, 1, 12)),
    };
  };
  if (!ekonomi.period) return null;
  const { forsta } = ekonomi.period;
  const forstaHela = arAv(forsta) + (manadAv(forsta) === 1 ? 0 : 1);
  if (forstaHela < ar && ekonomi.matt("utfall"))
    return ur(
      "utfall",
      Array.from({ length: ar - forstaHela }, (_, i) => forstaHela + i),
    );
  // Last year's months beside this year's, row by row.
  return manadsvis(ekonomi, "bokslut", ar) ? ur("bokslut", [ar]) : null;
}

/** Whether the measure stands month by month in the year: one amount for all of it says nothing of its months. */
function manadsvis(ekonomi: Underlag, matt: string, ar: number): boolean {
  const varden = ekonomi.matt(matt)?.varden;
  const months = new Set<number>();
  for (let i = 0; varden && i < ekonomi.antal && months.size < 3; i++) {
    const kod = ekonomi.period!.koder[i];
    if (kod >= 0 && arAv(kod) === ar && varden[i]) months.add(kod);
  }
  return months.size > 2;
}

/** A row of another source (an effect, an intraprenad) has no months here. */
const fragarEfter = (ekonomi: Underlag, urval: Villkor[][]) =>
  urval.flat().every(({ falt }) => ekonomi.dimension(falt));

/** A row that names its kontogrupper has income or cost, not both. */
function ettTecken(ekonomi: Underlag, urval: Villkor[][]): boolean {
  const falt = kontofalt(ekonomi);
  return falt !== null && urval.length > 0 && urval.every((alla) => alla.some((one) => one.falt === falt));
}

/** Outcome / share of the year, where the share lies in (0; 1]. */
const andelsformel = (
  utfall: Expression,
  [del, hela]: [Expression, Expression],
  annars: Expression,
): Expression =>
  call(
    "IF",
    call(
      "AND",
      greater(multiply(del, hela), number(0)),
      call("NOT", less(call("ABS", hela), call("ABS", del))),
    ),
    divide(multiply(utfall, hela), del),
    annars,
  );

const andelsvarde = (utfall: number, [del, hela]: [number, number]): number | null =>
  del * hela > 0 && Math.abs(hela) >= Math.abs(del) ? (utfall * hela) / del : null;

function tal(las: Las, kolumn: string): number {
  const value = las(kolumn);
  return typeof value === "number" ? value : 0;
}
