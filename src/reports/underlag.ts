import type { CellValue } from "../workbook/cell";
import type { Criterion, SourceColumn } from "../workbook/expression";

export type Enhet = "kr" | "tkr" | "mnkr";
export type Tecken = "netto" | "kostnad";

/** kr per unit: what amounts are converted through. */
export const kronor: Record<Enhet, number> = { kr: 1, tkr: 1000, mnkr: 1_000_000 };

/** A source as a report sees it: columns by meaning, parsed values beside the cells as they stand. */
export interface Underlag {
  slag: string;
  /** For the source line: "tabellen Ekonomi på bladet Ekonomi". */
  namn: string;
  enhet: Enhet | null;
  tecken: Tecken | null;
  /** What a reader should know of how its rows were read, a sentence each. */
  anmarkningar: string[];
  /** Records: rows, or rows × months where months stand side by side. */
  antal: number;
  dimension(falt: string): Dimension | null;
  matt(matt: string): Matt | null;
  /** A column of words as it stands, one a record. */
  text(falt: string): Ordkolumn | null;
  /** A record's own cell in a column, for reports that show the rows as they stand. */
  cell(falt: string, i: number): Kallcell | null;
  period: Perioder | null;
  /** Rows with figures of their own that don't count (sums, varav), by names that no counted row has; null where they can't be told so. */
  utelamnade: { falt: string; namn: string[] } | null;
  /** The cells of a column as they stand: what SUMIFS would see. Undefined for a column of another source. */
  celler(kolumn: SourceColumn): ArrayLike<CellValue> | undefined;
}

export interface Kallcell {
  /** From another sheet: `'Mål tkr'!F5`. */
  reference: string;
  value: CellValue;
  numberFormat: string;
}

export interface Dimension {
  /** Null where the names are read from headings, codes or indentation: no SUMIFS can ask for them. */
  kolumn: SourceColumn | null;
  /** One code a record; -1 where the cell is blank. */
  koder: ArrayLike<number>;
  /** By code, in order of first appearance. */
  namn: string[];
}

export interface Ordkolumn {
  kolumn: SourceColumn;
  varden: CellValue[];
}

export interface Matt {
  delar: Mattdel[];
  /** One amount a record, in the source's unit and sign; NaN where it has none. */
  varden: ArrayLike<number>;
}

/** A column that holds a measure, or part of it. */
export interface Mattdel {
  kolumn: SourceColumn;
  /** What SUMIFS needs beside the row's own criteria (typ = "Utfall" in long form). */
  villkor: Criterion[];
  /** The months the column itself stands for; null where the rows have their own. */
  fran: number | null;
  till: number | null;
}

export interface Perioder {
  /** One month a record; -1 where it has none. */
  koder: ArrayLike<number>;
  forsta: number;
  sista: number;
  /**
   * Criteria on the rows that keep the months from–to, both included; [] where the rows have no months; null where
   * SUMIFS can't express it on the cells as they stand.
   */
  villkor(fran: number, till: number): Criterion[] | null;
}

/** Months as year × 12 + month − 1. */
export const manadskod = (ar: number, manad: number) => ar * 12 + manad - 1;
export const arAv = (kod: number) => Math.floor(kod / 12);
export const manadAv = (kod: number) => (kod % 12) + 1;
export const periodText = (kod: number) => `${arAv(kod)}-${String(manadAv(kod)).padStart(2, "0")}`;

/** Report id of the sheet that a source's rows are written out on. */
export const underlagsbladId = (slag: string) => `underlag-${slag}`;
