/** Every method a year can be forecast with, in the order they are offered. */
export const metoder = [
  "auto",
  "rak",
  "restbudget",
  "budgetprofil",
  "aterstod",
  "profil",
  "theta",
  "otm",
  "dotm",
  "ets",
  "holt",
  "kombination",
  "median",
  "viktad",
] as const;

/** `auto` chooses among the others. */
export type Metod = (typeof metoder)[number];

/** What a year is forecast from. Amounts in any unit and either sign, never rounded. */
export interface Fraga {
  /** This year's months, January first: 1–12 of them. null is a month whose amount is unknown. */
  utfall: readonly (number | null)[];
  /** How many of them are booked, 0–12. Left out: all of fewer than 12; of 12 those before the trailing blanks and zeros. */
  manad?: number | null;
  /** Earlier months, oldest first, whole years, ending the December before utfall. null is an unknown month. */
  historik?: readonly (number | null)[] | null;
  metod?: Metod | null;
  /** Twelve months, or the year's amount (spread evenly). */
  budget?: number | readonly number[] | null;
  /** Twelve amounts of decided changes, added to the months that are forecast. */
  effekter?: readonly number[] | null;
}

/** Why there is no forecast: the first group is a misshapen argument (#VALUE!), the second lacks something (#N/A). */
export type Orsak =
  | "utfallAntal"
  | "manad"
  | "historikAntal"
  | "budgetAntal"
  | "effekterAntal"
  | "metod"
  | "steg"
  | "oandligt"
  | "niva"
  | "saknarUtfall"
  | "saknarHistorik"
  | "kortHistorik"
  | "saknarBudget"
  | "nollnaraBudget"
  | "nollnaraHistorik"
  | "saknarFel";

const missformade: readonly Orsak[] = [
  "utfallAntal",
  "manad",
  "historikAntal",
  "budgetAntal",
  "effekterAntal",
  "metod",
  "steg",
  "oandligt",
  "niva",
];

/** A refusal: never thrown, always with its reason. The words stand in texts/prognos. */
export interface Nekad {
  nekad: Orsak;
  felkod: "#VALUE!" | "#N/A";
}

export const neka = (orsak: Orsak): Nekad => ({
  nekad: orsak,
  felkod: missformade.includes(orsak) ? "#VALUE!" : "#N/A",
});

export const arNekad = (svar: object): svar is Nekad => "nekad" in svar;

/** A checked question: 0–12 booked months after whole years of history, nothing unknown. */
export interface Lage {
  historik: readonly number[];
  bokade: readonly number[];
  /** Twelve months, or null. */
  budget: readonly number[] | null;
}

/** Forecasts the months left of the year (12 − bokade.length of them), or says what it lacks. */
export type Metodfunktion = (lage: Lage) => number[] | Orsak;

/** Beyond this a squared error is no longer a number. */
const storst = 1e100;

export const arBelopp = (tal: readonly (number | null)[]) =>
  tal.every((varde) => varde === null || Math.abs(varde) <= storst);

/** Reads the question: shapes, finite numbers, which months are booked. */
export function granska(fraga: Fraga): Granskad | Nekad {
  const { utfall, metod = "auto" } = fraga;
  const historik = fraga.historik ?? [];
  const effekter = fraga.effekter ?? [];
  const budget = fraga.budget ?? null;
  const budgetar = typeof budget === "number" ? Array<number>(12).fill(budget / 12) : budget;
  if (metod !== null && !metoder.includes(metod)) return neka("metod");
  if (utfall.length < 1 || utfall.length > 12) return neka("utfallAntal");
  if (historik.length % 12 !== 0) return neka("historikAntal");
  if (budgetar && budgetar.length !== 12) return neka("budgetAntal");
  if (effekter.length !== 0 && effekter.length !== 12) return neka("effekterAntal");
  const alla = [...utfall, ...historik, ...(budgetar ?? []), ...effekter];
  if (!arBelopp(alla)) return neka("oandligt");
  const antagen = (fraga.manad ?? null) === null && utfall.length === 12 && !utfall[11];
  const bokade = fraga.manad ?? utfall.length - (antagen ? tomtSlut(utfall) : 0);
  if (!Number.isInteger(bokade) || bokade < 0 || bokade > utfall.length) return neka("manad");
  return {
    metod: metod ?? "auto",
    bokade: utfall.slice(0, bokade),
    historik: utanTommaAr(historik),
    budget: budgetar,
    jamnBudget: typeof budget === "number",
    effekter: effekter.length === 12 ? effekter : Array<number>(12).fill(0),
    antagen,
  };
}

export interface Granskad {
  metod: Metod;
  bokade: readonly (number | null)[];
  historik: readonly (number | null)[];
  budget: readonly number[] | null;
  /** The budget was given as one amount, so its months say nothing of the year's shape. */
  jamnBudget: boolean;
  effekter: readonly number[];
  /** The number of booked months was read off the trailing blanks and zeros. */
  antagen: boolean;
}

/** Leading years without a single known month say nothing. */
function utanTommaAr(historik: readonly (number | null)[]): readonly (number | null)[] {
  const forsta = historik.findIndex((varde) => varde !== null);
  return historik.slice(forsta === -1 ? historik.length : forsta - (forsta % 12));
}

function tomtSlut(utfall: readonly (number | null)[]): number {
  const antal = [...utfall].reverse().findIndex((varde) => varde !== null && varde !== 0);
  return antal === -1 ? utfall.length : antal;
}

export const kvar = (lage: Lage) => 12 - lage.bokade.length;
