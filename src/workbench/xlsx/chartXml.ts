import { type CellValue, isCellError } from "../../workbook/cell";
import type { GroupDetails } from "../model/chartLook";
import type { Chart, ChartAxis, ChartSeries } from "../model/parts";
import { axisParts, axisOrder } from "./chartAxisXml";
import {
  labelsXml,
  lineXml,
  lookXml,
  markerXml,
  placeXml,
  pointsXml,
  richXml,
  standardLine,
  trendlinesXml,
  wordsXml,
} from "./chartLookXml";
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
    spaceParts(chart).roundedCorners +
      spaceParts(chart).style +
      tag(
        "c:chart",
        {},
        titleXml(chart) +
          val("autoTitleDeleted", !chart.title.visible) +
          plotArea(chart, workbook) +
          legendXml(chart) +
          chartParts(chart).plotVisOnly +
          chartParts(chart).dispBlanksAs,
      ) +
      spaceParts(chart).spPr +
      spaceParts(chart).txPr,
  );

const blanks: Record<string, string> = { NotPlotted: "gap", Zero: "zero", Interplotted: "span" };

/** What stands around the chart itself, by element. */
export const spaceParts = ({ details }: Chart | ChartContent): Record<string, string> => ({
  roundedCorners: val("roundedCorners", details?.roundedCorners ?? false),
  style: details?.style === undefined ? "" : val("style", details.style),
  spPr: lookXml(details?.area),
  txPr: wordsXml(details?.area?.font),
});

export const chartParts = ({ details }: Chart | ChartContent): Record<string, string> => ({
  plotVisOnly: val("plotVisOnly", details?.visibleOnly ?? true),
  dispBlanksAs: val("dispBlanksAs", blanks[details?.blanks ?? "NotPlotted"]),
});

/** What a chart's part says; its name and place stand in the drawing. */
export type ChartContent = Omit<Chart, "id" | "name" | "left" | "top" | "width" | "height" | "origin">;

/** A title without a text of its own is the series' name. */
export const titleXml = (chart: Chart): string => {
  const { title } = chart;
  if (!title.visible) return "";
  return tag(
    "c:title",
    {},
    (title.text ? richXml(title.text, title) : "") +
      placeXml(title.place, chart) +
      val("overlay", title.overlay ?? false) +
      lookXml(title.look) +
      (title.text ? "" : wordsXml(title.look?.font, title.rotation)),
  );
};

export const legendXml = (chart: Chart): string => {
  const { legend } = chart;
  if (!legend.visible) return "";
  const hidden = (legend.hidden ?? []).map((idx) =>
    tag("c:legendEntry", {}, val("idx", idx) + val("delete", true)),
  );
  const position = legend.position === "Corner" ? "tr" : legend.position[0].toLowerCase();
  return tag(
    "c:legend",
    {},
    val("legendPos", position) +
      hidden.join("") +
      placeXml(legend.place, chart) +
      val("overlay", legend.overlay ?? false) +
      lookXml(legend.look) +
      wordsXml(legend.look?.font),
  );
};

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
  const drawn = groups.map((group) => groupXml(group, chart.details?.groups, workbook)).join("");
  const kind = (group: Group) => chartKinds[group.type] ?? chartKinds.ColumnClustered;
  const round = ["pieChart", "doughnutChart"];
  const axes = [false, true].flatMap((secondary) => {
    const group = groups.find((one) => one.secondary === secondary && !round.includes(kind(one).element));
    return group ? [axesXml(chart, kind(group), secondary)] : [];
  });
  return tag(
    "c:plotArea",
    {},
    (placeXml(chart.details?.plotPlace, chart) || tag("c:layout")) +
      drawn +
      axes.join("") +
      lookXml(chart.details?.plot),
  );
}

/** What the series drawn together say of themselves as a group, by element. */
export function groupParts(kind: ChartKind, details: GroupDetails = {}): Record<string, string> {
  const stacked = kind.grouping === "stacked" || kind.grouping === "percentStacked";
  const round = kind.element === "pieChart" || kind.element === "doughnutChart";
  const overlap = details.overlap ?? (stacked ? 100 : 0);
  return {
    varyColors: val("varyColors", details.varyByCategories ?? round),
    gapWidth: kind.element === "barChart" ? val("gapWidth", details.gapWidth ?? (stacked ? 100 : 150)) : "",
    overlap: kind.element === "barChart" && overlap !== 0 ? val("overlap", overlap) : "",
    firstSliceAng: round ? val("firstSliceAng", details.firstSliceAngle ?? 0) : "",
    holeSize: kind.element === "doughnutChart" ? val("holeSize", details.doughnutHoleSize ?? 50) : "",
  };
}

function groupXml(
  { type, secondary, series }: Group,
  details: GroupDetails | undefined,
  workbook: Workbook,
): string {
  const kind = chartKinds[type] ?? chartKinds.ColumnClustered;
  const parts = groupParts(kind, details);
  const all = series.map((one) => seriesXml(one.series, one.index, kind, workbook)).join("");
  const axes = axisIds(secondary)
    .map((id) => val("axId", id))
    .join("");
  const begin = kind.grouping ? val("grouping", kind.grouping) : "";
  const inner: Record<string, () => string> = {
    barChart: () =>
      val("barDir", kind.direction!) + begin + parts.varyColors + all + parts.gapWidth + parts.overlap + axes,
    lineChart: () => begin + parts.varyColors + all + val("marker", true) + axes,
    areaChart: () => begin + parts.varyColors + all + axes,
    pieChart: () => parts.varyColors + all + parts.firstSliceAng,
    doughnutChart: () => parts.varyColors + all + parts.firstSliceAng + parts.holeSize,
    scatterChart: () => val("scatterStyle", kind.style!) + parts.varyColors + all + axes,
  };
  return tag(`c:${kind.element}`, {}, inner[kind.element]());
}

function seriesXml(series: ChartSeries, index: number, kind: ChartKind, workbook: Workbook): string {
  const scatter = kind.element === "scatterChart";
  const looks = seriesParts(series, kind);
  return tag(
    "c:ser",
    {},
    val("idx", index) +
      val("order", index) +
      seriesName(series, workbook) +
      looks.spPr +
      looks.invertIfNegative +
      looks.explosion +
      looks.marker +
      looks.dPt +
      looks.dLbls +
      looks.trendline +
      (series.categoriesFormula
        ? reference(scatter ? "xVal" : "cat", series.categoriesFormula, workbook)
        : "") +
      (series.valuesFormula
        ? reference(scatter ? "yVal" : "val", series.valuesFormula, workbook, true)
        : "") +
      looks.smooth,
  );
}

/** How a series is drawn, by element. */
export function seriesParts(series: ChartSeries, kind: ChartKind): Record<string, string> {
  const { details = {} } = series;
  const { element } = kind;
  const marked = element === "lineChart" || element === "scatterChart";
  const ownMarker = marked ? markerXml(details.marker) : "";
  const noMarker = kind.markers === false ? tag("c:marker", {}, val("symbol", "none")) : "";
  const round = element === "pieChart" || element === "doughnutChart";
  return {
    spPr: seriesLook(series, kind),
    invertIfNegative:
      element === "barChart" ? val("invertIfNegative", details.invertIfNegative ?? false) : "",
    explosion: round && details.explosion ? val("explosion", details.explosion) : "",
    marker: ownMarker || noMarker,
    dPt: pointsXml(details.points),
    dLbls: labelsXml(series.dataLabels, details),
    trendline: round ? "" : trendlinesXml(details.trendlines),
    smooth: marked ? val("smooth", details.smooth ?? kind.style === "smoothMarker") : "",
  };
}

export function seriesName({ name, nameFormula }: ChartSeries, workbook: Workbook): string {
  if (nameFormula) return tag("c:tx", {}, stringReference(nameFormula, workbook));
  return name ? tag("c:tx", {}, tag("c:v", {}, escapeText(name))) : "";
}

/** Colour and line; "" leaves both to the theme. */
function seriesLook({ color, lineStyle, details }: ChartSeries, kind: ChartKind): string {
  const isLine = kind.element === "lineChart" || kind.element === "scatterChart";
  if (!isLine) return lookXml(color ? { fill: color } : undefined);
  const none = lineStyle === "None" || (kind.lines === false && !lineStyle);
  const weight = details?.lineWeight;
  if (!color && !none && !lineStyle && weight === undefined) return "";
  const line = lineXml({
    ...(color && { color }),
    style: none ? "None" : lineStyle,
    weight: weight ?? standardLine / 12700,
  });
  return tag("c:spPr", {}, line);
}

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

function axesXml(chart: Chart, kind: ChartKind, secondary: boolean): string {
  const [categoryId, valueId] = axisIds(secondary);
  const lying = kind.direction === "bar";
  const scatter = kind.element === "scatterChart";
  const pair = secondary ? secondaryPair(chart) : chart.axes;
  const axis = (isValue: boolean) => {
    const [own, other] = isValue ? [pair.value, pair.category] : [pair.category, pair.value];
    const position =
      isValue === lying ? (secondary && isValue ? "t" : "b") : secondary && isValue ? "r" : "l";
    const parts: Record<string, string> = {
      ...axisParts(own, other, { isValue, secondary, scatter }),
      axId: val("axId", isValue ? valueId : categoryId),
      axPos: val("axPos", position),
      crossAx: val("crossAx", isValue ? categoryId : valueId),
    };
    if (isValue || scatter) return tag("c:valAx", {}, axisOrder.map((name) => parts[name] ?? "").join(""));
    parts.auto = val("auto", true);
    parts.lblAlgn = val("lblAlgn", "ctr");
    parts.noMultiLvlLbl = val("noMultiLvlLbl", false);
    return tag("c:catAx", {}, axisOrder.map((name) => parts[name] ?? "").join(""));
  };
  return axis(false) + axis(true);
}

/** The second pair as it was given, or as the first without its title and ends, the category axis hidden. */
function secondaryPair({ axes }: Chart): { category: ChartAxis; value: ChartAxis } {
  const plain = ({ numberFormat }: ChartAxis, visible: boolean): ChartAxis => ({
    title: "",
    visible,
    numberFormat,
    minimum: null,
    maximum: null,
    gridlines: false,
  });
  return axes.secondary ?? { category: plain(axes.category, false), value: plain(axes.value, true) };
}
