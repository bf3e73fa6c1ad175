import type { Penningenhet } from "../tables";
import type { Area } from "../workbook/address";
import type { CellValue } from "../workbook/cell";

/** The kinds of source (docs: underlag). */
export type Kallslag =
  | "ekonomi"
  | "kodplan"
  | "effekter"
  | "effektiviseringskrav"
  | "intraprenader"
  | "volym"
  | "narvaro"
  | "prislista"
  | "personal"
  | "atgarder"
  | "mal"
  | "investeringar"
  | "nyckeltal"
  | "statsbidrag"
  | "ramandringar"
  | "behov"
  | "uppdrag";

/** netto: income +, cost −. kostnad: cost +, income −. brutto: both positive. */
export type KallTecken = "netto" | "kostnad" | "brutto";

/** Where a field's values stand. A wide source has several columns of one measure, each with a time of its own. */
export interface FieldColumn {
  field: string;
  /** Sheet position. */
  column: number;
  /** As it stands; header rows put together with a blank. */
  header: string;
  /** The header cell that a structured reference names; equal to `header` unless the header has several rows. */
  name: string;
  /** Months of the column as monthCode; null where the rows have a period of their own, or none is meant. */
  from: number | null;
  to: number | null;
  /** The column's year, where it has one without months. */
  year: number | null;
  /** A level to date ("ack"): the chosen period's row is taken, never summed. */
  ack: boolean;
  /** The header's own unit, where it has one. */
  unit: Penningenhet | null;
  /** One of two columns that are a signed amount together: debit and credit, cost and income. */
  part?: "intakt" | "kostnad";
}

/** A table that was recognised by its headers. Nothing of its rows has been read yet. */
export interface Source {
  kind: Kallslag;
  /** What it is remembered by: its table's name, or its sheet and first header. */
  key: string;
  /** The key under which the user's choices stand: another than its own when it has been renamed since. */
  rememberedAs: string;
  /** The user has said that it is not to be used. */
  setAside: boolean;
  sheet: string;
  /** The Excel table; null for a plain range. */
  table: string | null;
  /** Header rows and body, totals row left out. */
  area: Area;
  address: string;
  /** How many of the area's first rows are headers. */
  headerRows: number;
  columns: FieldColumn[];
  /** Columns that mean nothing to us. */
  ignored: { column: number; header: string }[];
  /** From header, caption, sheet or table name; null = to be asked, or taken from the profile. */
  unit: Penningenhet | null;
  /** Where the unit was read: for the pane. */
  unitFrom: "rubrik" | "titel" | "namn" | "val" | null;
  /** The sign the caption states in words: "intäkter plus, kostnader minus". */
  statedSign: "netto" | "kostnad" | null;
  /** The year of the source, from caption or names, where periods lack one. */
  year: number | null;
  /** What the user has to choose before figures can be trusted. */
  questions: Question[];
  /** Said, not asked. */
  notices: Notice[];
}

/** Something that isn't guessed; answered through the mapping (see `answerTo`). */
export interface Question {
  code: "falt" | "enhet" | "tecken" | "ar" | "slag" | "summarad" | "manadsbelopp";
  /** The field, measure or row's name that the choice is about. */
  about: string;
  choices: string[];
  /** Where on the source's sheet, A1. */
  cell?: string;
  /** The choice that the figures stand on until it is answered. */
  taken?: string;
}

/** Texts stand in texts/sources under the same code. */
export interface Notice {
  code: NoticeCode;
  values: Record<string, string | number>;
  /** A1 addresses on the source's sheet, at most a handful. */
  cells: string[];
}

export type NoticeCode =
  | "textTal"
  | "summarader"
  | "period13"
  | "period00"
  | "tappatMinus"
  | "enhetOmraknad"
  | "enhetOlika"
  | "arsbudgetUpprepad"
  | "tidigareFalt"
  | "oanvandKolumn"
  | "doldaRader"
  | "rubrikUpprepad"
  | "beloppSomUtfall"
  | "fylltNed"
  | "omdopt"
  | "kolumnBorta"
  | "manadsbudget"
  | "arsbeloppAndrat"
  | "summaTalen"
  | "delatBelopp"
  | "gruppUrRubriker"
  | "gruppUrKoder"
  | "gruppUrIndrag";

export interface Refusal {
  /** A1 address on the source's sheet. */
  cell: string;
  row: number;
  column: number;
  code: RefusalCode;
  /** What stands in the cell. */
  text: string;
}

export type RefusalCode =
  | "inteTal"
  | "intePeriod"
  | "periodSaknas"
  | "felvarde"
  | "tvaTal"
  | "enhetOkand"
  | "dimensionSaknas"
  | "okantOrd"
  | "personuppgift";

/** One code a record; -1 where the cell is blank. Names in order of first appearance. */
export interface Dimension {
  names: string[];
  codes: Int32Array;
}

/**
 * The rows of a source as columns of equal length, in the source's own unit and sign. `source` is the source as its rows
 * have shown it to be: a budget column with a month's budget on each row is `periodbudget`. A record is a row of the table, or
 * a row and a month where months stand side by side.
 */
export interface SourceData {
  source: Source;
  unit: Penningenhet | null;
  sign: KallTecken | null;
  /** Why the sign is what it is: for the pane and the source line. */
  signFrom: "rader" | "budget" | "rubrik" | "titel" | "val" | null;
  /** Number of records. */
  length: number;
  /** Sheet position of each record's row. */
  sheetRows: Int32Array;
  /** monthCode of each record, -1 where it has none; null for a source without periods. */
  period: Int32Array | null;
  firstPeriod: number | null;
  lastPeriod: number | null;
  /** By field. */
  dimensions: Map<string, Dimension>;
  /**
   * By field, or field:year where a field has a column per year; NaN where the cell is blank or the record is of another
   * typ. Amounts in the source's unit, dates as Excel's day numbers.
   */
  measures: Map<string, Float64Array>;
  /** Text fields as they stand, keyed as measures. */
  texts: Map<string, CellValue[]>;
  /** Rows below the headers: read, refused, sums, headings without figures, repeated headers and blank ones. */
  tableRows: number;
  rowsRead: number;
  refusedRows: number;
  headingRows: number;
  emptyRows: number;
  refused: Refusal[];
  /** Rows that are sums or parts of others and were kept out. */
  sumRows: { row: number; label: string; why: "ord" | "varav" | "aritmetik" | "kod" | "indrag" | "val" }[];
  questions: Question[];
  notices: Notice[];
}

/**
 * The user's corrections: source key → field → header, several joined by a line break. The fields in `mappingWords` hold a
 * word instead of a header; a field set to "" is no column.
 */
export type Mappings = Record<string, Record<string, string>>;

/** Months as year × 12 + month − 1, so that they can be counted and compared. */
export const monthCode = (year: number, month: number) => year * 12 + month - 1;
export const yearOf = (code: number) => Math.floor(code / 12);
export const monthOf = (code: number) => (code % 12) + 1;
export const monthText = (code: number) => `${yearOf(code)}-${String(monthOf(code)).padStart(2, "0")}`;
