import type { Area } from "../../workbook/address";
import type { ChartLook, ChartTrendline } from "../model/chartLook";
import type {
  Chart,
  ChartAxis,
  ChartSeries,
  Comment,
  ConditionalFormat,
  DefinedName,
  HeaderFooter,
  Table,
  TableColumn,
  TableStyle,
} from "../model/parts";
import type { NamedStyle } from "../model/namedStyle";
import type { Sheet } from "../model/sheet";
import type { CustomXmlPart, Workbook } from "../model/workbook";

/** A range in the client's hands: it moves with insertions and deletions; `area` is null once all its cells are gone. */
export interface LiveArea {
  sheet: Sheet;
  area: Area | null;
}

/** Several ranges of one sheet; a Range is a list of one. */
export interface LiveAreas {
  sheet: Sheet;
  areas: LiveArea[];
}

export interface OnSheet<T> {
  sheet: Sheet;
  item: T;
}

/** What each of Excel's objects stands for in the model. */
export interface Targets {
  Application: Workbook;
  AutoFilter: Sheet | Table;
  CellValueConditionalFormat: OnSheet<ConditionalFormat>;
  Chart: OnSheet<Chart>;
  ChartAreaFormat: Looked & { sheet: Sheet; chart: Chart };
  ChartAxes: OnSheet<Chart>;
  ChartAxis: { sheet: Sheet; chart: Chart; item: ChartAxis; value: boolean; secondary: boolean };
  ChartAxisFormat: Looked;
  ChartAxisTitle: { sheet: Sheet; chart: Chart; item: ChartAxis };
  ChartAxisTitleFormat: Looked;
  ChartBorder: Looked;
  ChartCollection: Sheet;
  ChartDataLabel: { sheet: Sheet; chart: Chart; series: ChartSeries; index: number };
  ChartDataLabelFormat: Looked;
  /** Of one series, or of all a chart's. */
  ChartDataLabels: { sheet: Sheet; chart: Chart; series: ChartSeries[] };
  ChartFill: Looked;
  ChartFont: Looked;
  ChartFormatString: Looked;
  ChartGridlines: { sheet: Sheet; chart: Chart; item: ChartAxis; minor: boolean };
  ChartGridlinesFormat: Looked;
  ChartLegend: OnSheet<Chart>;
  ChartLegendEntry: { sheet: Sheet; chart: Chart; index: number };
  ChartLegendEntryCollection: OnSheet<Chart>;
  ChartLegendFormat: Looked;
  ChartLineFormat: Looked;
  ChartPlotArea: OnSheet<Chart>;
  ChartPlotAreaFormat: Looked;
  ChartPoint: { sheet: Sheet; chart: Chart; series: ChartSeries; index: number };
  ChartPointFormat: Looked;
  ChartPointsCollection: { sheet: Sheet; chart: Chart; item: ChartSeries };
  ChartSeries: { sheet: Sheet; chart: Chart; item: ChartSeries };
  ChartSeriesCollection: OnSheet<Chart>;
  ChartSeriesFormat: Looked;
  ChartTitle: OnSheet<Chart>;
  ChartTitleFormat: Looked;
  ChartTrendline: { sheet: Sheet; chart: Chart; series: ChartSeries; item: ChartTrendline };
  ChartTrendlineCollection: { sheet: Sheet; chart: Chart; item: ChartSeries };
  ChartTrendlineFormat: Looked;
  ColorScaleConditionalFormat: OnSheet<ConditionalFormat>;
  Comment: OnSheet<Comment>;
  CommentCollection: Workbook | Sheet;
  CommentReply: { sheet: Sheet; comment: Comment; item: Comment["replies"][number] };
  CommentReplyCollection: OnSheet<Comment>;
  ConditionalDataBarNegativeFormat: OnSheet<ConditionalFormat>;
  ConditionalDataBarPositiveFormat: OnSheet<ConditionalFormat>;
  ConditionalFormat: OnSheet<ConditionalFormat>;
  ConditionalFormatCollection: LiveAreas;
  ConditionalFormatRule: OnSheet<ConditionalFormat>;
  ConditionalRangeBorder: {
    sheet: Sheet;
    format: ConditionalFormat;
    side: "left" | "right" | "top" | "bottom";
  };
  ConditionalRangeBorderCollection: OnSheet<ConditionalFormat>;
  ConditionalRangeFill: OnSheet<ConditionalFormat>;
  ConditionalRangeFont: OnSheet<ConditionalFormat>;
  ConditionalRangeFormat: OnSheet<ConditionalFormat>;
  CultureInfo: Workbook;
  CustomConditionalFormat: OnSheet<ConditionalFormat>;
  CustomProperty: { key: string };
  CustomPropertyCollection: Workbook;
  CustomXmlPart: CustomXmlPart;
  CustomXmlPartCollection: Workbook;
  CustomXmlPartScopedCollection: CustomXmlPart[];
  DataBarConditionalFormat: OnSheet<ConditionalFormat>;
  DataValidation: LiveAreas;
  DatetimeFormatInfo: Workbook;
  DocumentProperties: Workbook;
  Filter: { sheet: Sheet; table: Table; column: number };
  FormatProtection: LiveAreas;
  Functions: Workbook;
  FunctionResult: { value: string | number | boolean; error: string };
  HeaderFooter: { header: HeaderFooter; footer: HeaderFooter };
  HeaderFooterGroup: Sheet;
  IconSetConditionalFormat: OnSheet<ConditionalFormat>;
  IterativeCalculation: Workbook;
  NamedItem: DefinedName;
  NamedItemArrayValues: DefinedName;
  NamedItemCollection: { sheet: Sheet | null };
  NumberFormatInfo: Workbook;
  PageBreak: { sheet: Sheet; axis: "row" | "column"; at: number };
  PageBreakCollection: { sheet: Sheet; axis: "row" | "column" };
  PageLayout: Sheet;
  PivotTable: { sheet: Sheet; name: string };
  PivotTableCollection: Workbook | Sheet;
  PresetCriteriaConditionalFormat: OnSheet<ConditionalFormat>;
  Range: LiveAreas;
  RangeAreas: LiveAreas;
  RangeAreasCollection: LiveAreas[];
  RangeBorder: { areas: LiveAreas | NamedStyle; side: BorderIndex };
  RangeBorderCollection: LiveAreas | NamedStyle;
  RangeCollection: LiveAreas[];
  RangeFill: LiveAreas | NamedStyle;
  RangeFont: LiveAreas | NamedStyle;
  RangeFormat: LiveAreas;
  RangeSort: LiveAreas;
  RangeView: RangeView;
  RangeViewCollection: RangeView;
  Runtime: Workbook;
  RemoveDuplicatesResult: { removed: number; uniqueRemaining: number };
  Setting: { key: string };
  SettingCollection: Workbook;
  Style: NamedStyle;
  StyleCollection: Workbook;
  Table: OnSheet<Table>;
  TableCollection: Workbook | Sheet;
  TableColumn: { sheet: Sheet; table: Table; item: TableColumn };
  TableColumnCollection: OnSheet<Table>;
  TableRow: { sheet: Sheet; table: Table; index: number };
  TableRowCollection: OnSheet<Table>;
  TableScopedCollection: { sheet: Sheet; tables: Table[] };
  TableSort: OnSheet<Table>;
  TableStyle: TableStyle;
  TableStyleCollection: Workbook;
  TextConditionalFormat: OnSheet<ConditionalFormat>;
  TopBottomConditionalFormat: OnSheet<ConditionalFormat>;
  Workbook: Workbook;
  WorkbookProtection: Workbook;
  WorkbookRangeAreas: LiveAreas[];
  Worksheet: Sheet;
  WorksheetCollection: Workbook;
  WorksheetCustomProperty: { sheet: Sheet; key: string };
  WorksheetCustomPropertyCollection: Sheet;
  WorksheetFreezePanes: Sheet;
  WorksheetProtection: Sheet;
}

/** A part of a chart that has a look. */
export interface Looked {
  look(): ChartLook | undefined;
  change(look: ChartLook): void;
}

export interface RangeView {
  range: LiveAreas;
  /** Row numbers of the sheet that are shown. */
  rows: number[];
  columns: number[];
}

export type BorderIndex =
  | "EdgeTop"
  | "EdgeBottom"
  | "EdgeLeft"
  | "EdgeRight"
  | "InsideVertical"
  | "InsideHorizontal"
  | "DiagonalDown"
  | "DiagonalUp";

export type TypeName = keyof Targets;

/** One of Excel's objects: its type and what it stands for. */
export class HostObject<K extends TypeName = TypeName> {
  /** The number a kept range is known by; "" until it is kept. */
  referenceId = "";

  constructor(
    readonly type: K,
    readonly target: Targets[K],
  ) {}
}

export function object<K extends TypeName>(type: K, target: Targets[K]): HostObject<K> {
  return new HostObject(type, target);
}
