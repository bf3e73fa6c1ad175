import type { Penningenhet } from "../domain/tolkaTal";
import type { Area } from "../workbook/address";

/**
 * A table on a sheet as it was understood. Fields that are called sheet positions are zero-based positions on the
 * sheet; every other index points into `rows` or `columns` of the table itself.
 */
export interface Tabell {
  sheet: string;
  /** Header rows, label columns and figures; title and notes stand outside. */
  area: Area;
  /** The Excel table it stands in; null for a plain range. */
  excelTable: string | null;
  /**
   * rapport: rows are read one by one (sums, groups, indentation). lista: rows are records of one kind, as in a
   * ledger; every row is a post and no sums are looked for.
   */
  kind: "rapport" | "lista";
  /**
   * The measures stand down the sheet and the items across it. Then every sheet position of rows, columns, headerRows
   * and labelColumns is one of the other direction; `cellPlace` gives the cell either way.
   */
  transposed: boolean;
  title: string;
  titleCell: SheetCell | null;
  /** The unit of most figures; null when nothing says it. */
  unit: Enhet | null;
  /** Where the unit was read; null when it follows from the figures or is unknown. */
  unitCell: SheetCell | null;
  /** netto: income +, cost −. kostnad: cost +. null: not amounts, or not to be seen. */
  sign: "netto" | "kostnad" | null;
  /** Decimals of most figures. */
  decimals: number;
  /** The time the title or the caption speaks of. */
  time: Tid;
  /** Sheet positions, top to bottom. */
  headerRows: number[];
  /** Sheet positions, left to right: where the rows' names stand. */
  labelColumns: number[];
  columns: TabellKolumn[];
  rows: TabellRad[];
  /** By row and column: what stands in the table, read as figures. */
  cells: TabellCell[][];
  sums: Summa[];
  columnRules: KolumnRegel[];
  /** Footnotes and remarks below the table or between its rows. */
  notes: { cell: SheetCell; text: string }[];
  why: Skal[];
}

/** Sheet position. */
export interface SheetCell {
  row: number;
  column: number;
}

export type { Penningenhet };

/** "blandad": the rows have units of their own. */
export type Enhet =
  Penningenhet | "%" | "antal" | "årsarbetare" | "timmar" | "dagar" | "dygn" | "index" | "blandad";

/**
 * What a column holds. `_foregaende` is the earlier year, or the earlier forecast. `helarsbudget` stands beside a budget
 * for the period; a lone year's budget is `budget`. `avvikelse` is against outcome, `avvikelse_helar` against forecast.
 */
export type KolumnRoll =
  | "utfall"
  | "utfall_foregaende"
  | "budget"
  | "budget_foregaende"
  | "helarsbudget"
  | "prognos"
  | "prognos_foregaende"
  | "bokslut"
  | "avvikelse"
  | "avvikelse_foregaende"
  | "avvikelse_helar"
  | "avvikelse_procent"
  | "forbrukning"
  | "forbrukning_foregaende"
  | "forbrukning_helar"
  | "forandring"
  | "forandring_procent"
  | "pil"
  | "malvarde"
  | "status"
  | "belopp"
  | "procent"
  | "antal"
  | "effekt"
  | "effekt_nasta_ar"
  | "effekt_helar"
  | "effekt_uppnadd"
  | "anslag"
  | "kvar"
  | "overforing"
  | "ar"
  | "period"
  | "kod"
  | "text";

/** The time a column or a title speaks of. */
export interface Tid {
  ar: number | null;
  /** First and last month, 1–12; a whole year is 1–12 only when a range is written. */
  fran: number | null;
  till: number | null;
  /** helar: the year's figure. period: a range, "ack", "t.o.m.", "periodens". manad: one month. */
  omfattning: "helar" | "period" | "manad" | null;
}

export interface TabellKolumn {
  /** Sheet position. */
  column: number;
  /** Header cells top to bottom, merged and split ones put together. */
  header: string;
  role: KolumnRoll;
  time: Tid;
  /** Where it differs from the table's. */
  unit: Enhet | null;
  /** The unit the header itself states, right or wrong. */
  statedUnit: Enhet | null;
  decimals: number | null;
  why: Skal[];
}

export type RadTyp = "post" | "delsumma" | "summa" | "rubrik" | "varav" | "justering";

export interface TabellRad {
  /** Sheet position. */
  row: number;
  /** The names in the label columns, joined by a blank. */
  label: string;
  /** "510" of "510 Hemvård"; null when the label has no code. */
  code: string | null;
  kind: RadTyp;
  level: number;
  /** The rubrik above it, or the row a varav is part of; null when it belongs to none. */
  group: number | null;
  /** Where it differs from the table's. */
  unit: Enhet | null;
  why: Skal[];
}

/**
 * One cell read as a figure. `number`: value as printed (a percentage is 83, never 0.83). `blank`: empty, or "-", "..",
 * "saknas". `text`: words. `error`: an Excel error.
 */
export interface TabellCell {
  kind: "number" | "blank" | "text" | "error";
  value: number | null;
  /** Decimals printed, by number format or as typed. */
  decimals: number | null;
  /** The unit printed with the figure. */
  unit: Enhet | null;
  /** What stands there when it is typed as text; "" for a number or a blank cell. */
  text: string;
}

/** `row` is meant to be Σ factor × part, in each of `columns`. */
export interface Summa {
  row: number;
  parts: number[];
  /** 1 or −1, one per part. */
  factors: number[];
  /** Columns that can be added; percentages and arrows can't. */
  columns: number[];
  /** Those where it holds within rounding. */
  agrees: number[];
  /** Counts of whole things: no rounding to allow for. */
  exact: boolean;
  /** Rows that the wording would count in but that the figures leave out, or the reverse. */
  doubtful: number[];
  why: Skal[];
}

/**
 * How a column follows from others on the same row. differens a − b; andel 100·a/b; forandring 100·(a/b − 1), `abs` with
 * absolute values; lika a; pil an arrow for a − b beyond `threshold`.
 */
export type KolumnRegel = {
  column: number;
  /** Rows where it holds within rounding, of those where it could be tried. */
  agrees: number[];
  tried: number[];
  why: Skal[];
} & (
  | { kind: "differens"; a: number; b: number }
  | { kind: "andel"; a: number; b: number }
  | { kind: "forandring"; a: number; b: number; abs: boolean }
  | { kind: "lika"; a: number }
  | { kind: "pil"; a: number; b: number; threshold: number }
);

/** Why something was read as it was; put into words by texts/tables. */
export interface Skal {
  code: SkalKod;
  values?: Record<string, string | number>;
}

export type SkalKod =
  | "rubrikord"
  | "rubrikTid"
  | "granne"
  | "aritmetik"
  | "innehall"
  | "titelrad"
  | "enhetsrad"
  | "enhetRubrik"
  | "enhetVarden"
  | "excelTabell"
  | "summaord"
  | "summaAritmetik"
  | "varavord"
  | "streck"
  | "utanVarden"
  | "efterSumma"
  | "vanligRad"
  | "transponerad";

/** Where a figure of the table stands on the sheet. */
export function cellPlace(table: Tabell, row: number, column: number): SheetCell {
  const [along, across] = [table.rows[row].row, table.columns[column].column];
  return table.transposed ? { row: across, column: along } : { row: along, column: across };
}
