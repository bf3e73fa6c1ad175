import type { Enhet, Tecken } from "./underlag";

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
  /** The karens rule in words, printed on the report. */
  karensregel: string;
  /** Twelve weights of the period budget where a source has none; even when omitted. */
  periodprofil?: number[];
  sidhuvud: string;
  rapporter: Record<string, Rapportprofil>;
}

export interface Rapportprofil {
  enhet?: Enhet;
  decimaler?: number;
  tecken?: Tecken;
  /** Captions by column key; {ar}, {fgar}, {manad} and {till} (last month, short) are filled in. */
  rubriker?: Record<string, string>;
}

export interface Utseende {
  enhet: Enhet;
  decimaler: number;
  tecken: Tecken;
  rubriker: Record<string, string>;
}

/** What one report looks like under the profile. */
export function utseende(profil: Profil, rapport: string): Utseende {
  const egen = profil.rapporter[rapport] ?? {};
  return {
    enhet: egen.enhet ?? profil.enhet,
    decimaler: egen.decimaler ?? profil.decimaler,
    tecken: egen.tecken ?? profil.tecken,
    rubriker: egen.rubriker ?? {},
  };
}

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
    karensregel: "",
    sidhuvud: "",
    rapporter: {},
  };
}
