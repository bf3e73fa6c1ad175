import type { Language } from "../texts/language";
import type { CellValue } from "../workbook/cell";
import type { SheetPlan } from "../workbook/plan";
import type { StoredForecast } from "../workbook/stored";
import type { Profil } from "./profil";
import type { Tecken, Underlag } from "./underlag";

/** A standard report: which sources it needs, and how they become a sheet. One file each. */
export interface Rapport {
  id: string;
  /** Title in both languages; the sheet's name is the Swedish one. */
  titel: Record<Language, string>;
  kraver: Krav[];
  /** Kinds of source it makes use of where the workbook has them. */
  nytta?: string[];
  /** Rows that are calculated before the report and stand on a sheet of their own: what it adds up, by the name it has as a source. */
  detalj?: {
    slag: string;
    gor(indata: { underlag: Map<string, Underlag>; profil: Profil; tid: string }): {
      plan: SheetPlan;
      underlag: Underlag;
    };
  };
  /** Levels it can be added up at, as positions of the verksamhet code, where the user may choose. */
  nivaer?: readonly number[];
  /** The sign it has whatever the profile says. */
  tecken?: Tecken;
  /** Reports it links to: made in the same run, before it. */
  foljer?: string[];
  /** Planned after the others of the same run, over what they became: 1 before 2 before 3. */
  sist?: 1 | 2 | 3;
  plan(indata: Indata): SheetPlan;
}

/** A source the report can't do without, and the fields it must have; "a|b" = one of them. */
export interface Krav {
  slag: string;
  falt: string[];
}

export interface Indata {
  /** By kind of source. */
  underlag: Map<string, Underlag>;
  profil: Profil;
  /** The other reports of the same run, in order, and those that could not be made; empty but for reports that come last. */
  andra: SheetPlan[];
  utelamnade: { id: string; titel: string; skal: string }[];
  /** The report's last month (year × 12 + month − 1). */
  period: number;
  /** The board's name; "" when it isn't known. */
  namnd: string;
  /** When the source is too large for live sums: the time its amounts were calculated, to be written as values; else null. */
  somVarden: string | null;
  /** The report's forecast that was saved for an earlier month of the year; null without. */
  sparad: StoredForecast | null;
  /** What the user has typed in her own columns of the sheet, when it is made again. */
  egna(rad: string, kolumn: string): CellValue;
}
