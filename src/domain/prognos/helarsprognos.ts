import { aterstod } from "./aterstod";
import { medelfel, provaBakat } from "./backtest";
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
  summa,
} from "./fraga";
import { fyllLuckor } from "./luckor";
import { profil } from "./profil";
import { rak } from "./rak";
import { restbudget } from "./restbudget";
import { bar } from "./serieprognos";

type Val = Exclude<Metod, "auto">;

/** Why this method: asked for, smallest backtest error, too short a history to compare, or none at all. */
export type Skal = "begard" | "provad" | "oprovad" | "utanHistorik" | "bokat";

/** A year's forecast and how it came about. */
export interface Helarsprognos {
  /** The year's total: booked months, forecast months and planned changes. */
  total: number;
  /** Twelve months: the booked ones, then the forecast ones with planned changes. */
  serie: number[];
  /** The method used. */
  metod: Val;
  skal: Skal;
  /** Mean absolute backtest error as a share of the year (0.014 = 1.4 %); null when nothing could be tried. */
  fel: number | null;
  /** How many earlier moments the error is the mean of. */
  provningar: number;
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
  metod: Val;
  /** The year's total by this method, or why there is none. */
  svar: { total: number; fel: number | null } | Nekad;
  /** auto's choice. */
  vald: boolean;
}

const modell =
  (metod: "theta" | "ets" | "kombination"): Metodfunktion =>
  (lage) => {
    const serie = [...lage.historik, ...lage.bokade];
    return serie.length < 3 ? "kortHistorik" : bar(serie, kvar(lage), metod);
  };

const funktioner: Record<Val, Metodfunktion> = {
  rak,
  restbudget,
  budgetprofil,
  aterstod,
  profil,
  theta: modell("theta"),
  ets: modell("ets"),
  kombination: modell("kombination"),
};

/** Forecasts the year, or says why it can't be done. Never throws; the mirrored question has the mirrored answer. */
export function helarsprognos(fraga: Fraga): Helarsprognos | Nekad {
  const granskad = granska(fraga);
  if (arNekad(granskad)) return granskad;
  const { lage, uppskattade } = fyll(granskad);
  const vald =
    granskad.metod === "auto" ? valj(lage, granskad) : { metod: granskad.metod, skal: "begard" as Skal };
  const kvarvarande = kvar(lage) === 0 ? [] : funktioner[vald.metod](lage);
  if (typeof kvarvarande === "string") return neka(kvarvarande);
  const effekter = granskad.effekter.slice(lage.bokade.length);
  const serie = [...lage.bokade, ...kvarvarande.map((varde, i) => varde + effekter[i])];
  const provningar = kvar(lage) === 0 ? [] : provaBakat(lage, funktioner[vald.metod]);
  return {
    total: summa(serie),
    serie,
    metod: vald.metod,
    skal: kvar(lage) === 0 ? "bokat" : vald.skal,
    fel: medelfel(provningar),
    provningar: provningar.length,
    bokade: lage.bokade.length,
    antagen: granskad.antagen,
    uppskattade,
    effekt: summa(effekter),
    intervall: () => neka("saknarFel"),
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

function fyll({ historik, bokade, budget }: Granskad): { lage: Lage; uppskattade: number } {
  const serie = [...historik, ...bokade];
  const fylld = fyllLuckor(serie) ?? [];
  return {
    lage: { historik: fylld.slice(0, historik.length), bokade: fylld.slice(historik.length), budget },
    uppskattade: fylld.length === 0 ? 0 : serie.filter((varde) => varde === null).length,
  };
}

function valj(lage: Lage, { jamnBudget }: Granskad): { metod: Val; skal: Skal } {
  if (lage.historik.length === 0)
    return { metod: lage.budget && !jamnBudget ? "budgetprofil" : "rak", skal: "utanHistorik" };
  return { metod: "kombination", skal: "oprovad" };
}
