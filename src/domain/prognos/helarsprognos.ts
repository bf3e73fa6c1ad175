import { aterstod } from "./aterstod";
import { medelfel, type Prov, provaBakat, snittandel } from "./bakatprov";
import { budgetprofil } from "./budgetprofil";
import {
  arNekad,
  type Fraga,
  type Granskad,
  granska,
  kvar,
  type Lage,
  type Metod,
  type Metodfunktion,
  metoder,
  type Nekad,
  neka,
} from "./fraga";
import { osakerhet, tkvantil } from "./intervall";
import { fyllLuckor } from "./luckor";
import { profil } from "./profil";
import { rak } from "./rak";
import { restbudget } from "./restbudget";
import { type Modellnamn, modellera } from "./serieprognos";
import { spegling } from "./spegling";
import { summa } from "./tal";

export type Valbar = Exclude<Metod, "auto">;

/**
 * Why this method: asked for; the standard, tried against the simple rules; a simple rule that did far better; the
 * standard, with too short a history to try; no history at all; or every month booked.
 */
export type Skal = "begard" | "standard" | "enklare" | "oprovad" | "utanHistorik" | "bokat";

/** A year's forecast and how it came about. */
export interface Helarsprognos {
  /** The year's total: booked months, forecast months and planned changes. */
  total: number;
  /** Twelve months: the booked ones, then the forecast ones with planned changes. */
  serie: number[];
  /** The method used. */
  metod: Valbar;
  skal: Skal;
  /** Mean absolute backtest error as a share of the year (0.014 = 1.4 %); null when nothing could be tried. */
  readonly fel: number | null;
  /** At how many earlier moments the method was tried. */
  readonly provningar: number;
  /** Months booked, and whether their number was read off trailing blanks and zeros. */
  bokade: number;
  antagen: boolean;
  /** Months whose amount was unknown and has been estimated. */
  uppskattade: number;
  /** The planned changes that are in the total. */
  effekt: number;
  /** The total's bounds at a level between 0 and 1, 0.8 unless told. */
  intervall(niva?: number): Intervall | Nekad;
}

export interface Intervall {
  lag: number;
  hog: number;
}

/** One line of the table a controller chooses from. */
export interface Metodrad {
  metod: Valbar;
  /** The year's total by this method and its backtest error, or why there is none. */
  svar: { total: number; fel: number | null } | Nekad;
  /** auto's choice. */
  vald: boolean;
}

const modell =
  (namn: Modellnamn): Metodfunktion =>
  (lage) => {
    const serie = [...lage.historik, ...lage.bokade];
    if (lage.historik.length === 0) return "saknarHistorik";
    return modellera(serie, kvar(lage), namn);
  };

const funktioner: Record<Valbar, Metodfunktion> = {
  rak,
  restbudget,
  budgetprofil,
  aterstod,
  profil,
  theta: modell("theta"),
  otm: modell("otm"),
  dotm: modell("dotm"),
  ets: modell("ets"),
  holt: modell("holt"),
  kombination: modell("kombination"),
  median: modell("median"),
  viktad: modell("viktad"),
};

const enklaRegler = ["profil", "aterstod", "rak"] as const;

/**
 * A choice by few trials is mostly luck: on half of the M3 series, taking whichever rule had been best made the year
 * totals 4–12 % worse. So a simple rule must have had at most half the standard's error, at six moments or more
 * that both had two years to look back on.
 */
const klartBattre = 0.5;
const minstProvat = 6;
const minstKanda = 24;

/** Forecasts the year, or says why it can't be done. Never throws; the mirrored question has the mirrored answer. */
export function helarsprognos(fraga: Fraga): Helarsprognos | Nekad {
  const granskad = granska(fraga);
  if (arNekad(granskad)) return granskad;
  const speglad = speglaOchFyll(granskad);
  if (!speglad) return neka("saknarUtfall");
  const { lage, tecken, uppskattade } = speglad;
  const prova = forsoksminne(lage);
  const { metod, skal } = valj(lage, granskad, prova);
  const kvarvarande = kvar(lage) === 0 ? [] : funktioner[metod](lage);
  if (typeof kvarvarande === "string") return neka(kvarvarande);
  const effekter = granskad.effekter.slice(lage.bokade.length);
  const effekt = summa(effekter);
  const bokat = summa(lage.bokade);
  const helar = bokat + summa(kvarvarande);
  return {
    total: helar * tecken + effekt,
    serie: [
      ...lage.bokade.map((varde) => varde * tecken + 0),
      ...kvarvarande.map((varde, i) => varde * tecken + effekter[i] + 0),
    ],
    metod,
    skal,
    get fel() {
      return medelfel(prova(metod));
    },
    get provningar() {
      return prova(metod).length;
    },
    bokade: lage.bokade.length,
    antagen: granskad.antagen,
    uppskattade,
    effekt,
    intervall(niva = 0.8) {
      if (!(niva > 0 && niva < 1)) return neka("niva");
      const utanProv = lage.historik.length === 0 || metod === "restbudget" || metod === "budgetprofil";
      if (utanProv && kvar(lage) > 0) return neka("saknarFel");
      const bredd = kvar(lage) === 0 ? 0 : tkvantil(niva) * osakerhet(prova(metod), lage, helar);
      // What never was negative won't take back what is booked.
      const golv = [...lage.historik, ...lage.bokade].every((varde) => varde >= 0) ? bokat : -Infinity;
      const granser = [Math.min(helar, Math.max(golv, helar - bredd)), helar + bredd];
      const [lag, hog] = tecken === 1 ? granser : [-granser[1], -granser[0]];
      return { lag: lag + effekt, hog: hog + effekt };
    },
  };
}

/** Every method's total and backtest error, for choosing and saying why. */
export function metodjamforelse(fraga: Fraga): Metodrad[] | Nekad {
  const auto = helarsprognos({ ...fraga, metod: "auto" });
  if (arNekad(auto)) return auto;
  return metoder
    .filter((metod) => metod !== "auto")
    .map((metod) => ({ metod, svar: helarsprognos({ ...fraga, metod }), vald: auto.metod === metod }));
}

/** The question as its positive-leaning self, unknown months estimated; null when no month at all is known. */
function speglaOchFyll({ historik, bokade, budget }: Granskad) {
  const serie = [...historik, ...bokade];
  const fylld = fyllLuckor(serie);
  if (!fylld) return null;
  const tecken = spegling(fylld);
  const speglad = (tal: readonly number[]) => tal.map((varde) => varde * tecken);
  const lage: Lage = {
    historik: speglad(fylld.slice(0, historik.length)),
    bokade: speglad(fylld.slice(historik.length)),
    budget: budget && speglad(budget),
  };
  return { lage, tecken, uppskattade: serie.filter((varde) => varde === null).length };
}

/** Tries each method at most once, and only if somebody asks. */
function forsoksminne(lage: Lage): (metod: Valbar) => Prov[] {
  const minne = new Map<Valbar, Prov[]>();
  return (metod) => {
    const prov = minne.get(metod) ?? (kvar(lage) === 0 ? [] : provaBakat(lage, funktioner[metod]));
    minne.set(metod, prov);
    return prov;
  };
}

function valj(
  lage: Lage,
  { metod, jamnBudget }: Granskad,
  prova: (metod: Valbar) => Prov[],
): { metod: Valbar; skal: Skal } {
  if (kvar(lage) === 0) return { metod: metod === "auto" ? "rak" : metod, skal: "bokat" };
  if (metod !== "auto") return { metod, skal: "begard" };
  if (lage.historik.length === 0) {
    const ordning: Valbar[] = jamnBudget ? ["rak", "restbudget"] : ["budgetprofil", "restbudget", "rak"];
    const gar = ordning.find((regel) => typeof funktioner[regel](lage) !== "string");
    return { metod: gar ?? "rak", skal: "utanHistorik" };
  }
  const standard = prova("kombination").filter((moment) => moment.kanda >= minstKanda);
  if (standard.length < minstProvat) return { metod: "kombination", skal: "oprovad" };
  const enklare = enklaRegler
    .filter((regel) => typeof funktioner[regel](lage) !== "string")
    .map((regel) => ({ regel, kvot: felkvot(prova(regel), standard) }))
    .sort((a, b) => a.kvot - b.kvot)[0];
  return enklare.kvot <= klartBattre
    ? { metod: enklare.regel, skal: "enklare" }
    : { metod: "kombination", skal: "standard" };
}

/** A simple rule's error over the standard's at the moments both were tried; Infinity where those are too few. */
function felkvot(regel: readonly Prov[], standard: readonly Prov[]): number {
  const bada = regel.filter(({ kanda }) => standard.some((moment) => moment.kanda === kanda));
  if (bada.length < minstProvat) return Infinity;
  const mot = standard.filter(({ kanda }) => bada.some((moment) => moment.kanda === kanda));
  const fel = snittandel(mot);
  return fel === 0 ? Infinity : snittandel(bada) / fel;
}
