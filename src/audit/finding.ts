import type { Bilingual } from "../texts/language";
import type { CellPlace } from "./place";
import type { Change } from "../workbook/change";

/** The rules in the order they are shown; the ids are part of `koll kontroll --json`. */
export const regler = [
  "fel",
  "summa",
  "avvikelse",
  "procent",
  "forandring",
  "enhet",
  "samma-post",
  "delar",
  "saknad-rad",
  "prognos",
  "inaktuell",
  "tecken",
  "hardkodat",
  "tal-som-text",
  "format",
  "personuppgift",
  "liten-grupp",
] as const;

export type Regel = (typeof regler)[number];

/** säker: follows from the figures alone. trolig: rests on a reading that could be another. notis: worth a look. */
export type Sakerhet = "säker" | "trolig" | "notis";

/** A sentence in both languages. */
export type Sentence = { [L in keyof Bilingual<unknown>]: string };

export interface Finding {
  regel: Regel;
  sakerhet: Sakerhet;
  blad: string;
  /** One A1 cell, no sheet, no $. */
  cell: string;
  /** The other cells concerned: the rest of a row of like findings, or the cell compared with. */
  aven: { blad: string; cell: string }[];
  /** As it stands in the cell. */
  tryckt: string;
  /** What it should be: unrounded number, or text; null when that can't be said. */
  beraknat: number | string | null;
  text: Sentence;
  /** A fix that is safe to apply and undo. */
  atgard?: { text: Sentence; andringar: Change[] };
  /** What the finding is remembered by when it is accepted: the same rule on the same figures gives the same key. */
  nyckel: string;
  /** The reason, when the user has accepted it. */
  accepterad?: string;
}

/** A finding as a rule reports it; places and keys are filled in when all rules have run. */
export interface Draft extends Omit<Finding, "blad" | "cell" | "aven" | "nyckel" | "accepterad" | "regel"> {
  plats: CellPlace;
  aven?: CellPlace[];
}
