import type { Area } from "../../workbook/address";
import type { AxisDetails, ChartDetails, ChartLook, ChartPlace, ChartText, SeriesDetails } from "./chartLook";
import type { Style } from "./styles";

/** An Excel table. `area` covers header, body and totals row. */
export interface Table {
  id: number;
  name: string;
  area: Area;
  showHeaders: boolean;
  showTotals: boolean;
  columns: TableColumn[];
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  showFilterButton: boolean;
  filter: Filter | null;
  /** How the rows were last sorted. */
  sort?: { fields: { key: number; ascending: boolean }[]; matchCase: boolean };
  origin?: unknown;
}

/** A table style's name; Excel's own can't be changed. */
export interface TableStyle {
  name: string;
  readOnly: boolean;
}

export interface TableColumn {
  id: number;
  name: string;
  /** The formula every body cell follows, with "="; "" for none. */
  calculatedFormula: string;
  totalsLabel: string;
  /** The file's word: none, sum, average, count, … custom. */
  totalsFunction: string;
  totalsFormula: string;
}

/** A range's filter; `criteria` holds the filterColumn elements as read or written. */
export interface Filter {
  area: Area;
  criteria: { column: number; xml: string }[];
}

/** A defined name. `sheet` is the id of the sheet it belongs to, null for the workbook's own. */
export interface DefinedName {
  name: string;
  sheet: string | null;
  /** Begins with "=". */
  formula: string;
  visible: boolean;
  comment: string;
  /** Attributes the file had beyond these. */
  attributes?: Record<string, string>;
}

/** A conditional format. `rule` holds the kind's own settings in the file's words (see xlsx/conditionalFormats). */
export interface ConditionalFormat {
  id: string;
  ranges: Area[];
  priority: number;
  stopIfTrue: boolean;
  /** cellIs, expression, containsText, top10, aboveAverage, duplicateValues, iconSet, dataBar, colorScale … */
  type: string;
  operator?: string;
  /** Without "=". */
  formulas: string[];
  /** What a matching cell looks like, where the kind has it. */
  style?: PartialStyle;
  iconSet?: { set: string; showValue: boolean; reverse: boolean; thresholds: Threshold[] };
  dataBar?: { color: string; showValue: boolean; min: Threshold; max: Threshold; look?: DataBarLook };
  colorScale?: { thresholds: Threshold[]; colors: string[] };
  /** Other attributes in the file's words (rank, percent, bottom, text, timePeriod …). */
  attributes?: Record<string, string>;
  origin?: unknown;
}

/** How a data bar is drawn, beyond its colour. What is absent is as Excel draws a new one. */
export interface DataBarLook {
  gradient?: boolean;
  /** Per cent of the cell's width. */
  minLength?: number;
  maxLength?: number;
  borderColor?: string;
  direction?: string;
  axisFormat?: string;
  axisColor?: string;
  /** Below zero; the positive bar's colours unless these say otherwise. */
  negativeFill?: string;
  negativeBorder?: string;
}

export interface Threshold {
  /** num, percent, percentile, formula, min, max, autoMin, autoMax. */
  type: string;
  value?: string;
  /** Icon sets: greater or equal (default) or strictly greater. */
  gte?: boolean;
}

export type PartialStyle = {
  numberFormat?: string;
  font?: Partial<Style["font"]>;
  fill?: Partial<Style["fill"]>;
  border?: Style["border"];
};

export interface Validation {
  ranges: Area[];
  /** none, whole, decimal, list, date, time, textLength, custom. */
  type: string;
  operator: string;
  formula1: string;
  formula2: string;
  allowBlank: boolean;
  showDropdown: boolean;
  errorStyle: "stop" | "warning" | "information";
  showError: boolean;
  errorTitle: string;
  error: string;
  showPrompt: boolean;
  promptTitle: string;
  prompt: string;
}

export interface Hyperlink {
  area: Area;
  /** A web address, "" for a place in the workbook. */
  address: string;
  /** A place in the workbook, "Blad1!A1", or "". */
  documentReference: string;
  screenTip: string;
}

/** A threaded comment. */
export interface Comment {
  id: string;
  row: number;
  column: number;
  text: string;
  author: string;
  /** ISO time. */
  created: string;
  resolved: boolean;
  replies: { id: string; text: string; author: string; created: string }[];
}

/** A note ("anteckning"). */
export interface Note {
  row: number;
  column: number;
  text: string;
  author: string;
  visible: boolean;
}

export interface Protection {
  /** True for what a user may do although the sheet is protected, by the file's words (formatCells, sort …). */
  allowed: Record<string, boolean>;
  /** The sheetProtection attributes as read (password hashes); never invented. */
  attributes?: Record<string, string>;
}

export interface PageLayout {
  orientation: "portrait" | "landscape";
  /** 9 = A4. */
  paperSize: number;
  /** null: scaled by percent; else pages wide and tall (0 = as many as needed). */
  fit: { width: number; height: number } | null;
  scale: number;
  /** Inches. */
  margins: { left: number; right: number; top: number; bottom: number; header: number; footer: number };
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  blackAndWhite: boolean;
  draft: boolean;
  firstPage: number | null;
  /** "downThenOver" or "overThenDown". */
  order: string;
  /** What is printed for errors and where comments are, in the file's words. */
  errors: string;
  comments: string;
  header: HeaderFooter;
  footer: HeaderFooter;
  /** Of the first page and of even pages, where they are different. */
  first: { different: boolean; header: HeaderFooter; footer: HeaderFooter };
  even: { different: boolean; header: HeaderFooter; footer: HeaderFooter };
  /** Headers and footers follow the sheet's margins and scale. */
  headersAlign: boolean;
  headersScale: boolean;
  printArea: Area[];
  /** Row and column spans repeated on each page. */
  titleRows: { first: number; last: number } | null;
  titleColumns: { first: number; last: number } | null;
  rowBreaks: number[];
  columnBreaks: number[];
}

export interface HeaderFooter {
  left: string;
  center: string;
  right: string;
}

export function defaultPageLayout(): PageLayout {
  return {
    orientation: "portrait",
    paperSize: 9,
    fit: null,
    scale: 100,
    margins: { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
    centerHorizontally: false,
    centerVertically: false,
    printGridlines: false,
    printHeadings: false,
    blackAndWhite: false,
    draft: false,
    firstPage: null,
    order: "downThenOver",
    errors: "displayed",
    comments: "none",
    header: { left: "", center: "", right: "" },
    footer: { left: "", center: "", right: "" },
    first: {
      different: false,
      header: { left: "", center: "", right: "" },
      footer: { left: "", center: "", right: "" },
    },
    even: {
      different: false,
      header: { left: "", center: "", right: "" },
      footer: { left: "", center: "", right: "" },
    },
    headersAlign: true,
    headersScale: true,
    printArea: [],
    titleRows: null,
    titleColumns: null,
    rowBreaks: [],
    columnBreaks: [],
  };
}

/** A chart. Positions in points from the sheet's top left. */
export interface Chart {
  id: string;
  name: string;
  /** Excel.ChartType's words: ColumnClustered, ColumnStacked, BarClustered, Line, … */
  type: string;
  title: { text: string; visible: boolean } & ChartText;
  left: number;
  top: number;
  width: number;
  height: number;
  legend: {
    visible: boolean;
    position: "Top" | "Bottom" | "Left" | "Right" | "Corner";
    look?: ChartLook;
    overlay?: boolean;
    shadow?: boolean;
    place?: ChartPlace;
    /** Entries that are not shown, by number. */
    hidden?: number[];
  };
  details?: ChartDetails;
  series: ChartSeries[];
  axes: {
    category: ChartAxis;
    value: ChartAxis;
    /** The second pair, where a series is on it. */
    secondary?: { category: ChartAxis; value: ChartAxis };
  };
  /** Set when the file's chart says more than the model: it is written back as it was unless edited. */
  origin?: unknown;
}

export interface ChartSeries {
  name: string;
  /** A reference ("Blad1!$A$1") or "" when the name is a literal. */
  nameFormula: string;
  valuesFormula: string;
  categoriesFormula: string;
  /** Its own type in a combo chart, else "". */
  type: string;
  axisGroup: "Primary" | "Secondary";
  color: string;
  lineStyle?: string;
  dataLabels: boolean;
  details?: SeriesDetails;
}

export interface ChartAxis {
  title: string;
  visible: boolean;
  numberFormat: string;
  minimum: number | null;
  maximum: number | null;
  gridlines: boolean;
  details?: AxisDetails;
}
