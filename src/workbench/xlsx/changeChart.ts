import type { Chart, ChartAxis, ChartSeries } from "../model/parts";
import type { Workbook } from "../model/workbook";
import {
  axisTitleXml,
  chartKinds,
  chartNamespaces,
  labelsXml,
  legendXml,
  numberFormatXml,
  plotArea,
  reference,
  seriesLook,
  seriesName,
  titleXml,
} from "./chartXml";
import { readXml } from "./package";
import { type ChartContent, chartSeries, mainAxes } from "./readChart";
import { changeElement, child, type Element, splice, tag, withNamespaces } from "./xml";

const chartOrder = [
  "title",
  "autoTitleDeleted",
  "pivotFmts",
  "view3D",
  "floor",
  "sideWall",
  "backWall",
  "plotArea",
  "legend",
  "plotVisOnly",
  "dispBlanksAs",
  "showDLblsOverMax",
  "extLst",
];
const seriesOrder = [
  "idx",
  "order",
  "tx",
  "spPr",
  "invertIfNegative",
  "explosion",
  "marker",
  "pictureOptions",
  "dPt",
  "dLbls",
  "trendline",
  "errBars",
  "cat",
  "val",
  "xVal",
  "yVal",
  "smooth",
  "shape",
  "bubbleSize",
  "bubble3D",
  "extLst",
];
const axisOrder = [
  "axId",
  "scaling",
  "delete",
  "axPos",
  "majorGridlines",
  "minorGridlines",
  "title",
  "numFmt",
  "majorTickMark",
  "minorTickMark",
  "tickLblPos",
  "spPr",
  "txPr",
  "crossAx",
  "crosses",
  "crossesAt",
  "crossBetween",
  "auto",
  "lblAlgn",
  "lblOffset",
  "noMultiLvlLbl",
  "majorUnit",
  "minorUnit",
  "dispUnits",
  "extLst",
];

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A chart part with what has changed; everything else in it — looks, fonts, effects — stays. */
export function changeChart(existing: string, was: ChartContent, now: Chart, workbook: Workbook): string {
  const text = withNamespaces(existing, chartNamespaces);
  const root = readXml(text);
  const chart = child(root, "chart");
  if (!chart) return existing;
  const children: Record<string, string> = {};
  if (!same(was.title, now.title)) {
    children.title = changedTitle(text, child(chart, "title"), was, now);
    children.autoTitleDeleted = tag("c:autoTitleDeleted", { val: !now.title.visible });
  }
  if (!same(was.legend, now.legend)) {
    const legend = child(chart, "legend");
    children.legend =
      legend && now.legend.visible
        ? changeElement(
            text,
            legend,
            "c:legend",
            {},
            {
              legendPos: tag("c:legendPos", { val: now.legend.position[0].toLowerCase() }),
            },
            ["legendPos", "legendEntry", "layout", "overlay", "spPr", "txPr"],
          )
        : legendXml(now);
  }
  const plot = child(chart, "plotArea");
  const shape = ({ type, series }: ChartContent) => [type, series.map((one) => [one.type, one.axisGroup])];
  if (!same(shape(was), shape(now))) children.plotArea = plotArea(now, workbook);
  else if (plot && !same([was.series, was.axes], [now.series, now.axes]))
    children.plotArea = changedPlot(text, plot, was, now, workbook);
  const written = changeElement(text, chart, "c:chart", {}, children, chartOrder);
  return text.slice(0, chart.start) + written + text.slice(chart.end);
}

/** New words in the title's own look. */
function changedTitle(text: string, title: Element | undefined, was: ChartContent, now: Chart): string {
  if (!title || !now.title.visible || was.title.text === now.title.text) return titleXml(now);
  const tx = /<c:tx>[\s\S]*<\/c:tx>/.exec(titleXml(now))?.[0] ?? "";
  return changeElement(text, title, "c:title", {}, { tx }, ["tx", "layout", "overlay", "spPr", "txPr"]);
}

function changedPlot(text: string, plot: Element, was: ChartContent, now: Chart, workbook: Workbook): string {
  const edits: { start: number; end: number; text: string }[] = [];
  const replace = ({ start, end }: Element, xml: string) => edits.push({ start, end, text: xml });
  chartSeries(plot).forEach(({ element }, index) => {
    if (!same(was.series[index], now.series[index]))
      replace(
        element,
        changedSeries(text, element, was.series[index], now.series[index], now.type, workbook),
      );
  });
  const axes = mainAxes(plot);
  for (const key of ["category", "value"] as const) {
    const axis = axes[key];
    if (axis && !same(was.axes[key], now.axes[key]))
      replace(axis, changedAxis(text, axis, was.axes[key], now.axes[key]));
  }
  return splice(
    text.slice(plot.start, plot.end),
    edits.map((edit) => ({ ...edit, start: edit.start - plot.start, end: edit.end - plot.start })),
  );
}

function changedSeries(
  text: string,
  element: Element,
  was: ChartSeries,
  now: ChartSeries,
  chartType: string,
  workbook: Workbook,
): string {
  const kind = chartKinds[now.type || chartType] ?? chartKinds.ColumnClustered;
  const children: Record<string, string> = {};
  if (was.name !== now.name || was.nameFormula !== now.nameFormula) children.tx = seriesName(now, workbook);
  const [categories, values] =
    child(element, "yVal") || kind.element === "scatterChart" ? ["xVal", "yVal"] : ["cat", "val"];
  if (was.categoriesFormula !== now.categoriesFormula)
    children[categories] = now.categoriesFormula
      ? reference(categories, now.categoriesFormula, workbook)
      : "";
  if (was.valuesFormula !== now.valuesFormula)
    children[values] = now.valuesFormula ? reference(values, now.valuesFormula, workbook, true) : "";
  if (was.color !== now.color || was.lineStyle !== now.lineStyle) children.spPr = seriesLook(now, kind);
  if (was.dataLabels !== now.dataLabels) children.dLbls = now.dataLabels ? labelsXml() : "";
  return changeElement(text, element, "c:ser", {}, children, seriesOrder);
}

function changedAxis(text: string, axis: Element, was: ChartAxis, now: ChartAxis): string {
  const children: Record<string, string> = {};
  if (was.minimum !== now.minimum || was.maximum !== now.maximum) {
    const bound = (name: string, value: number | null) =>
      value === null ? "" : tag(`c:${name}`, { val: value });
    children.scaling = changeElement(
      text,
      child(axis, "scaling"),
      "c:scaling",
      {},
      { max: bound("max", now.maximum), min: bound("min", now.minimum) },
      ["logBase", "orientation", "max", "min", "extLst"],
    );
  }
  if (was.visible !== now.visible) children.delete = tag("c:delete", { val: !now.visible });
  if (was.gridlines !== now.gridlines) children.majorGridlines = now.gridlines ? tag("c:majorGridlines") : "";
  if (was.title !== now.title) children.title = axisTitleXml(now.title);
  if (was.numberFormat !== now.numberFormat) children.numFmt = numberFormatXml(now);
  return changeElement(text, axis, `c:${axis.name}`, {}, children, axisOrder);
}
