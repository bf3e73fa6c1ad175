import { type CellValue, isCellError } from "../../workbook/cell";
import type { Chart, ChartAxis, ChartSeries } from "../model/parts";
import { formulaRefs, refArea } from "../model/references";
import type { Workbook } from "../model/workbook";
import { escapeText, relationNamespace, tag, xmlHeader } from "./xml";

export const chartNamespaces = {
  c: "http://schemas.openxmlformats.org/drawingml/2006/chart",
  a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  r: relationNamespace,
};

/** How a kind of chart is drawn: the element, and what it says of itself. */
export interface ChartKind {
  element: string;
  /** Bars: "col" or "bar". */
  direction?: string;
  grouping?: string;
  markers?: boolean;
  /** Scatter: lineMarker, smoothMarker … */
  style?: string;
  lines?: boolean;
}

/** Excel's words for the kinds, and how the file draws them. */
export const chartKinds: Record<string, ChartKind> = {
  ColumnClustered: { element: "barChart", direction: "col", grouping: "clustered" },
  ColumnStacked: { element: "barChart", direction: "col", grouping: "stacked" },
  ColumnStacked100: { element: "barChart", direction: "col", grouping: "percentStacked" },
  BarClustered: { element: "barChart", direction: "bar", grouping: "clustered" },
  BarStacked: { element: "barChart", direction: "bar", grouping: "stacked" },
  BarStacked100: { element: "barChart", direction: "bar", grouping: "percentStacked" },
  Line: { element: "lineChart", grouping: "standard", markers: false },
  LineStacked: { element: "lineChart", grouping: "stacked", markers: false },
  LineStacked100: { element: "lineChart", grouping: "percentStacked", markers: false },
  LineMarkers: { element: "lineChart", grouping: "standard", markers: true },
  LineMarkersStacked: { element: "lineChart", grouping: "stacked", markers: true },
  LineMarkersStacked100: { element: "lineChart", grouping: "percentStacked", markers: true },
  Area: { element: "areaChart", grouping: "standard" },
  AreaStacked: { element: "areaChart", grouping: "stacked" },
  AreaStacked100: { element: "areaChart", grouping: "percentStacked" },
  Pie: { element: "pieChart" },
  Doughnut: { element: "doughnutChart" },
  XYScatter: { element: "scatterChart", style: "lineMarker", markers: true, lines: false },
  XYScatterLines: { element: "scatterChart", style: "lineMarker", markers: true, lines: true },
  XYScatterLinesNoMarkers: { element: "scatterChart", style: "lineMarker", markers: false, lines: true },
  XYScatterSmooth: { element: "scatterChart", style: "smoothMarker", markers: true, lines: true },
  XYScatterSmoothNoMarkers: { element: "scatterChart", style: "smoothMarker", markers: false, lines: true },
};

const val = (name: string, value: string | number | boolean) => tag(`c:${name}`, { val: value });

/** A chart part of its own. */
export const newChartPart = (chart: Chart, workbook: Workbook): string =>
  xmlHeader +
  tag(
    "c:chartSpace",
    { "xmlns:c": chartNamespaces.c, "xmlns:a": chartNamespaces.a, "xmlns:r": chartNamespaces.r },
    val("roundedCorners", false) +
      tag(
        "c:chart",
        {},
        titleXml(chart) +
          val("autoTitleDeleted", !chart.title.visible) +
          plotArea(chart, workbook) +
          legendXml(chart) +
          val("plotVisOnly", true) +
          val("dispBlanksAs", "gap"),
      ),
  );

const richText = (text: string) =>
  tag(
    "c:tx",
    {},
    tag(
      "c:rich",
      {},
      tag("a:bodyPr") +
        tag("a:lstStyle") +
        text
          .split("\n")
          .map((line) => tag("a:p", {}, tag("a:r", {}, tag("a:t", {}, escapeText(line)))))
          .join(""),
    ),
  );

/** A title without a text of its own is the series' name. */
export const titleXml = ({ title: { text, visible } }: Chart): string =>
  visible ? tag("c:title", {}, (text ? richText(text) : "") + val("overlay", false)) : "";

export const axisTitleXml = (text: string): string =>
  text ? tag("c:title", {}, richText(text) + val("overlay", false)) : "";

export const legendXml = ({ legend: { visible, position } }: Chart): string =>
  visible ? tag("c:legend", {}, val("legendPos", position[0].toLowerCase()) + val("overlay", false)) : "";

interface Group {
  type: string;
  secondary: boolean;
  series: { series: ChartSeries; index: number }[];
}

/** Series of one kind on one pair of axes are drawn together. */
function groupsOf(chart: Chart): Group[] {
  const groups: Group[] = [];
  chart.series.forEach((series, index) => {
    const type = series.type || chart.type;
    const secondary = series.axisGroup === "Secondary";
    const known = groups.find((group) => group.type === type && group.secondary === secondary);
    if (known) known.series.push({ series, index });
    else groups.push({ type, secondary, series: [{ series, index }] });
  });
  return groups.length > 0 ? groups : [{ type: chart.type, secondary: false, series: [] }];
}

const axisIds = (secondary: boolean): [category: number, value: number] =>
  secondary ? [504000003, 504000004] : [504000001, 504000002];

export function plotArea(chart: Chart, workbook: Workbook): string {
  const groups = groupsOf(chart);
  const drawn = groups.map((group) => groupXml(group, workbook)).join("");
  const kind = (group: Group) => chartKinds[group.type] ?? chartKinds.ColumnClustered;
  const round = ["pieChart", "doughnutChart"];
  const axes = [false, true].flatMap((secondary) => {
    const group = groups.find((one) => one.secondary === secondary && !round.includes(kind(one).element));
    return group ? [axesXml(chart, kind(group), secondary)] : [];
  });
  return tag("c:plotArea", {}, tag("c:layout") + drawn + axes.join(""));
}

function groupXml({ type, secondary, series }: Group, workbook: Workbook): string {
  const kind = chartKinds[type] ?? chartKinds.ColumnClustered;
  const all = series.map((one) => seriesXml(one.series, one.index, kind, workbook)).join("");
  const axes = axisIds(secondary)
    .map((id) => val("axId", id))
    .join("");
  const stacked = kind.grouping === "stacked" || kind.grouping === "percentStacked";
  const inner: Record<string, () => string> = {
    barChart: () =>
      val("barDir", kind.direction!) +
      val("grouping", kind.grouping!) +
      val("varyColors", false) +
      all +
      val("gapWidth", stacked ? 100 : 150) +
      (stacked ? val("overlap", 100) : "") +
      axes,
    lineChart: () =>
      val("grouping", kind.grouping!) + val("varyColors", false) + all + val("marker", true) + axes,
    areaChart: () => val("grouping", kind.grouping!) + val("varyColors", false) + all + axes,
    pieChart: () => val("varyColors", true) + all + val("firstSliceAng", 0),
    doughnutChart: () => val("varyColors", true) + all + val("firstSliceAng", 0) + val("holeSize", 50),
    scatterChart: () => val("scatterStyle", kind.style!) + val("varyColors", false) + all + axes,
  };
  return tag(`c:${kind.element}`, {}, inner[kind.element]());
}

function seriesXml(series: ChartSeries, index: number, kind: ChartKind, workbook: Workbook): string {
  const scatter = kind.element === "scatterChart";
  return tag(
    "c:ser",
    {},
    val("idx", index) +
      val("order", index) +
      seriesName(series, workbook) +
      seriesLook(series, kind) +
      (kind.element === "barChart" ? val("invertIfNegative", false) : "") +
      (kind.markers === false ? tag("c:marker", {}, val("symbol", "none")) : "") +
      (series.dataLabels ? labelsXml() : "") +
      (series.categoriesFormula
        ? reference(scatter ? "xVal" : "cat", series.categoriesFormula, workbook)
        : "") +
      (series.valuesFormula
        ? reference(scatter ? "yVal" : "val", series.valuesFormula, workbook, true)
        : "") +
      (kind.element === "lineChart"
        ? val("smooth", false)
        : scatter
          ? val("smooth", kind.style === "smoothMarker")
          : ""),
  );
}

export function seriesName({ name, nameFormula }: ChartSeries, workbook: Workbook): string {
  if (nameFormula) return tag("c:tx", {}, stringReference(nameFormula, workbook));
  return name ? tag("c:tx", {}, tag("c:v", {}, escapeText(name))) : "";
}

const dashes: Record<string, string> = {
  Dash: "dash",
  DashDot: "dashDot",
  DashDotDot: "lgDashDotDot",
  Dot: "sysDot",
  RoundDot: "sysDot",
};

/** Colour and line; "" leaves both to the theme. */
export function seriesLook({ color, lineStyle }: ChartSeries, kind: ChartKind): string {
  const fill = color
    ? tag("a:solidFill", {}, tag("a:srgbClr", { val: color.replace("#", "").toUpperCase() }))
    : "";
  const isLine = kind.element === "lineChart" || kind.element === "scatterChart";
  if (!isLine) return fill ? tag("c:spPr", {}, fill) : "";
  const none = lineStyle === "None" || (kind.lines === false && !lineStyle);
  if (!fill && !none && !lineStyle) return "";
  const dash = lineStyle && dashes[lineStyle] ? tag("a:prstDash", { val: dashes[lineStyle] }) : "";
  const line = none ? tag("a:noFill") : fill + dash;
  return tag("c:spPr", {}, tag("a:ln", { w: 28575, cap: "rnd" }, line + tag("a:round")));
}

export const labelsXml = (): string =>
  tag(
    "c:dLbls",
    {},
    val("showLegendKey", false) +
      val("showVal", true) +
      val("showCatName", false) +
      val("showSerName", false) +
      val("showPercent", false) +
      val("showBubbleSize", false),
  );

/** The cells a chart's reference names, row by row; empty for what is no plain reference. */
function cellsOf(formula: string, workbook: Workbook): { value: CellValue; format: string }[] {
  return formulaRefs(`=${formula}`).flatMap((ref) => {
    const sheet = ref.external ? undefined : workbook.sheet(ref.sheet);
    if (!sheet) return [];
    const { row, column, rowCount, columnCount } = refArea(ref);
    const lastRow = Math.min(row + rowCount, Math.max(sheet.rows.length, row + 1));
    const cells: { value: CellValue; format: string }[] = [];
    for (let r = row; r < lastRow; r++) {
      for (let c = column; c < column + Math.min(columnCount, 1000); c++)
        cells.push({
          value: sheet.value(r, c),
          format: workbook.styles.get(sheet.styleId(r, c)).numberFormat,
        });
    }
    return cells;
  });
}

const points = (values: (string | null)[]) =>
  val("ptCount", values.length) +
  values
    .map((value, idx) => (value === null ? "" : tag("c:pt", { idx }, tag("c:v", {}, escapeText(value)))))
    .join("");

const textOf = (value: CellValue) => (value === null ? null : isCellError(value) ? value.fel : String(value));

function stringReference(formula: string, workbook: Workbook): string {
  const cells = cellsOf(formula, workbook).map(({ value }) => textOf(value));
  return tag("c:strRef", {}, tag("c:f", {}, escapeText(formula)) + tag("c:strCache", {}, points(cells)));
}

/** Categories or values, with what the cells hold now: readers that don't calculate show that. */
export function reference(name: string, formula: string, workbook: Workbook, numeric = false): string {
  const cells = cellsOf(formula, workbook);
  if (!numeric && cells.some(({ value }) => typeof value === "string"))
    return tag(`c:${name}`, {}, stringReference(formula, workbook));
  const numbers = cells.map(({ value }) => (typeof value === "number" ? String(value) : null));
  const format = tag("c:formatCode", {}, escapeText(cells[0]?.format ?? "General"));
  return tag(
    `c:${name}`,
    {},
    tag(
      "c:numRef",
      {},
      tag("c:f", {}, escapeText(formula)) + tag("c:numCache", {}, format + points(numbers)),
    ),
  );
}

export const numberFormatXml = ({ numberFormat }: ChartAxis): string =>
  tag("c:numFmt", {
    formatCode: numberFormat || "General",
    sourceLinked: !numberFormat || numberFormat === "General",
  });

export const scalingXml = ({ minimum, maximum }: ChartAxis): string =>
  tag(
    "c:scaling",
    {},
    val("orientation", "minMax") +
      (maximum === null ? "" : val("max", maximum)) +
      (minimum === null ? "" : val("min", minimum)),
  );

function axesXml({ axes: { category, value } }: Chart, kind: ChartKind, secondary: boolean): string {
  const [categoryId, valueId] = axisIds(secondary);
  const lying = kind.direction === "bar";
  const scatter = kind.element === "scatterChart";
  const axis = (isValue: boolean) => {
    const settings: ChartAxis = secondary
      ? { ...(isValue ? value : category), title: "", minimum: null, maximum: null }
      : isValue
        ? value
        : category;
    const hidden = secondary ? !isValue : !settings.visible;
    const position =
      isValue === lying ? (secondary && isValue ? "t" : "b") : secondary && isValue ? "r" : "l";
    const common =
      val("axId", isValue ? valueId : categoryId) +
      scalingXml(settings) +
      val("delete", hidden) +
      val("axPos", position) +
      (settings.gridlines && !secondary ? tag("c:majorGridlines") : "") +
      axisTitleXml(settings.title) +
      numberFormatXml(settings) +
      val("majorTickMark", "out") +
      val("minorTickMark", "none") +
      val("tickLblPos", isValue || secondary ? "nextTo" : "low") +
      val("crossAx", isValue ? categoryId : valueId) +
      val("crosses", secondary && isValue ? "max" : "autoZero");
    if (isValue || scatter)
      return tag("c:valAx", {}, common + val("crossBetween", scatter ? "midCat" : "between"));
    return tag(
      "c:catAx",
      {},
      common +
        val("auto", true) +
        val("lblAlgn", "ctr") +
        val("lblOffset", 100) +
        val("noMultiLvlLbl", false),
    );
  };
  return axis(false) + axis(true);
}
