import type { Karensregel } from "../domain/karens";
import type { EgenPrognos } from "./egenPrognos";
import { type Enhet, kronor, type Tecken } from "./underlag";

/** How an organisation prints its reports: data, not code. */
export interface Profil {
  id: string;
  namn: string;
  /** What every report follows unless `rapporter` says otherwise. */
  enhet: Enhet;
  decimaler: number;
  tecken: Tecken;
  /** Arrow threshold in mnkr; converted to the report's unit. */
  piltroskel: number;
  /** Twelve weights of the period budget where a source has none, or twelve a kontogrupp by its name; even when omitted. */
  periodprofil?: number[] | Record<string, number[]>;
  /** How the proposed forecast is made where the source has none; "restbudget" when omitted. */
  prognosmetod?: Forslagsmetod;
  /** What the chief types in her own column: the year's forecast ("prognos", when omitted) or its deviation from budget. */
  egenPrognos?: EgenPrognos;
  /** When payment for absence in daily activities is withheld; ten planned days, from the first, when omitted. */
  karensregel?: Karensregel;
  /** How a goal's status is shown: as a word ("ord", when omitted), or as a cross in a column a status beside it. */
  malstatus?: "ord" | "kryss";
  /** Printed at the top of every page; "" = nothing. */
  sidhuvud: string;
  rapporter: Record<string, Rapportprofil>;
}

export interface Rapportprofil {
  enhet?: Enhet;
  decimaler?: number;
  tecken?: Tecken;
  /** Förändring as new − old ("netto", when omitted) or as the change of the magnitude, dearer = plus. */
  forandring?: Tecken;
  /** What variances are a percentage of: budgeted costs ("brutto", when omitted) or the net budget. */
  procentbas?: Procentbas;
  prognosmetod?: Forslagsmetod;
  /** Positions of the code that verksamheter are added up at; 2 when omitted. */
  positioner?: number;
  /** Column keys in the order they stand; columns not named follow in the report's own order. */
  ordning?: string[];
  /** Captions by column key; {ar}, {fgar}, {manad} and {till} (last month, short) are filled in. */
  rubriker?: Record<string, string>;
}

/** Methods that a native formula can carry: the others are the pane's, written as values. */
export const forslagsmetoder = ["restbudget", "rak", "budgetprofil", "aterstod", "profil"] as const;
export type Forslagsmetod = (typeof forslagsmetoder)[number];

export type Procentbas = "brutto" | "netto";

export interface Utseende {
  enhet: Enhet;
  decimaler: number;
  tecken: Tecken;
  forandring: Tecken;
  procentbas: Procentbas;
  prognosmetod: Forslagsmetod;
  egenPrognos: EgenPrognos;
  /** A weight a month. */
  periodprofil: number[];
  /** The same for kontogrupper with weights of their own, by name in lower case. */
  grupprofiler: ReadonlyMap<string, number[]>;
  positioner: number;
  ordning: string[];
  rubriker: Record<string, string>;
}

const jamn = new Array<number>(12).fill(1);

/** What one report looks like under the profile; `fast` is the sign of a report that has the same in all. */
export function utseende(profil: Profil, rapport: string, fast?: Tecken): Utseende {
  const egen = profil.rapporter[rapport] ?? {};
  return {
    enhet: egen.enhet ?? profil.enhet,
    decimaler: egen.decimaler ?? profil.decimaler,
    tecken: fast ?? egen.tecken ?? profil.tecken,
    forandring: egen.forandring ?? "netto",
    procentbas: egen.procentbas ?? "brutto",
    prognosmetod: egen.prognosmetod ?? profil.prognosmetod ?? "restbudget",
    egenPrognos: profil.egenPrognos ?? "prognos",
    periodprofil: Array.isArray(profil.periodprofil) ? profil.periodprofil : jamn,
    grupprofiler: grupprofiler(profil),
    positioner: egen.positioner ?? 2,
    ordning: egen.ordning ?? [],
    rubriker: egen.rubriker ?? {},
  };
}

/** The profile with its operating accounts at another level; what is tied to them looks there too. */
export const medNiva = (profil: Profil, positioner: number): Profil => ({
  ...profil,
  rapporter: { ...profil.rapporter, driftredovisning: { ...profil.rapporter.driftredovisning, positioner } },
});

const grupprofiler = ({ periodprofil = jamn }: Profil): ReadonlyMap<string, number[]> =>
  new Map(
    Array.isArray(periodprofil)
      ? []
      : Object.entries(periodprofil).map(([namn, vikter]) => [namn.toLowerCase(), vikter]),
  );

/** What an amount on one sheet is multiplied by to stand on another. */
export const omrakning = (fran: Utseende, till: Utseende): number =>
  ((fran.tecken === till.tecken ? 1 : -1) * kronor[fran.enhet]) / kronor[till.enhet];

/** Without a chosen profile a report follows its source: unit, sign, and decimals enough for that unit. */
export function profilEfterUnderlag({
  enhet,
  tecken,
}: {
  enhet: Enhet | null;
  tecken: Tecken | null;
}): Profil {
  return {
    id: "underlag",
    namn: "",
    enhet: enhet ?? "tkr",
    decimaler: enhet === "mnkr" ? 1 : 0,
    tecken: tecken ?? "netto",
    piltroskel: 1,
    sidhuvud: "",
    rapporter: {},
  };
}
