import type { Chart, ChartAxis, ChartSeries } from "../model/parts";
import type { Workbook } from "../model/workbook";
import { axisOrder, axisParts } from "./chartAxisXml";
import { lookXml, placeXml } from "./chartLookXml";
import {
  type ChartContent,
  chartKinds,
  type ChartKind,
  chartNamespaces,
  chartParts,
  groupParts,
  legendXml,
  plotArea,
  reference,
  seriesName,
  seriesParts,
  spaceParts,
  titleXml,
} from "./chartXml";
import { readXml } from "./package";
import { chartGroups, chartSeries, mainAxes } from "./readChart";
import { changeElement, child, type Element, splice, tag, withNamespaces } from "./xml";

const spaceOrder = [
  "date1904",
  "lang",
  "roundedCorners",
  "AlternateContent",
  "style",
  "clrMapOvr",
  "pivotSource",
  "protection",
  "chart",
  "spPr",
  "txPr",
  "externalData",
  "printSettings",
  "userShapes",
  "extLst",
];
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
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The parts that are said otherwise now. */
function changedParts(was: Record<string, string>, now: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(now).filter(([name, xml]) => was[name] !== xml));
}

/** A chart part with what has changed; everything else in it — effects, themes, extensions — stays. */
export function changeChart(existing: string, was: ChartContent, now: Chart, workbook: Workbook): string {
  const text = withNamespaces(existing, chartNamespaces);
  const root = readXml(text);
  const chart = child(root, "chart");
  if (!chart) return existing;
  const children: Record<string, string> = changedParts(chartParts(was), chartParts(now));
  if (!same(was.title, now.title)) {
    children.title = changedTitle(text, child(chart, "title"), was, now);
    children.autoTitleDeleted = tag("c:autoTitleDeleted", { val: !now.title.visible });
  }
  if (!same(was.legend, now.legend)) children.legend = legendXml(now);
  const plot = child(chart, "plotArea");
  const shape = ({ type, series }: ChartContent) => [type, series.map((one) => [one.type, one.axisGroup])];
  if (!same(shape(was), shape(now))) children.plotArea = plotArea(now, workbook);
  else if (plot) {
    const changed = changedPlot(text, plot, was, now, workbook);
    if (changed !== text.slice(plot.start, plot.end)) children.plotArea = changed;
  }
  const written = changeElement(text, chart, "c:chart", {}, children, chartOrder);
  const whole = text.slice(0, chart.start) + written + text.slice(chart.end);
  const around = changedParts(spaceParts(was), spaceParts(now));
  if (Object.keys(around).length === 0) return whole;
  const space = readXml(whole);
  return (
    whole.slice(0, space.start) +
    changeElement(whole, space, "c:chartSpace", {}, around, spaceOrder) +
    whole.slice(space.end)
  );
}

/** New words in the title's own look. */
function changedTitle(text: string, title: Element | undefined, was: ChartContent, now: Chart): string {
  const { text: wasText, ...wasRest } = was.title;
  const { text: nowText, ...nowRest } = now.title;
  if (!title || !now.title.visible || wasText === nowText || !same(wasRest, nowRest)) return titleXml(now);
  const tx = /<c:tx>[\s\S]*<\/c:tx>/.exec(titleXml(now))?.[0] ?? "";
  return changeElement(text, title, "c:title", {}, { tx }, ["tx", "layout", "overlay", "spPr", "txPr"]);
}

function changedPlot(text: string, plot: Element, was: ChartContent, now: Chart, workbook: Workbook): string {
  const edits: { start: number; end: number; text: string }[] = [];
  const replace = ({ start, end }: Element, xml: string) => edits.push({ start, end, text: xml });
  chartSeries(plot).forEach(({ element }, index) => {
    const [before, after] = [was.series[index], now.series[index]];
    if (same(before, after)) return;
    const kind = chartKinds[after.type || now.type] ?? chartKinds.ColumnClustered;
    replace(element, changedSeries(text, element, before, after, kind, workbook));
  });
  for (const group of chartGroups(plot)) {
    const element = child(group, "ser");
    const index = chartSeries(plot).findIndex((one) => one.element === element);
    const kind = chartKinds[now.series[index]?.type || now.type] ?? chartKinds.ColumnClustered;
    const parts = changedParts(groupParts(kind, was.details?.groups), groupParts(kind, now.details?.groups));
    for (const [name, xml] of Object.entries(parts)) {
      const existing = child(group, name);
      // What comes anew stands before the group's axes, or last.
      const at = child(group, "axId")?.start ?? group.innerEnd;
      if (existing) replace(existing, xml);
      else edits.push({ start: at, end: at, text: xml });
    }
  }
  const axes = mainAxes(plot);
  const scatter = now.type.startsWith("XYScatter");
  for (const [key, other] of [
    ["category", "value"],
    ["value", "category"],
  ] as const) {
    const axis = axes[key];
    if (!axis || same(was.axes, now.axes)) continue;
    const place = { isValue: key === "value", secondary: false, scatter };
    const children = changedParts(
      axisParts(was.axes[key], was.axes[other], place),
      axisParts(now.axes[key], now.axes[other], place),
    );
    if (children.scaling !== undefined)
      children.scaling = changedScaling(text, child(axis, "scaling"), now.axes[key]);
    if (Object.keys(children).length > 0)
      replace(axis, changeElement(text, axis, `c:${axis.name}`, {}, children, axisOrder));
  }
  if (!same(was.axes.secondary, now.axes.secondary)) return plotArea(now, workbook);
  const look = changedParts(
    { layout: placeXml(was.details?.plotPlace, now), spPr: lookXml(was.details?.plot) },
    { layout: placeXml(now.details?.plotPlace, now), spPr: lookXml(now.details?.plot) },
  );
  for (const [name, xml] of Object.entries(look)) {
    const existing = child(plot, name);
    const at = name === "layout" ? plot.innerStart : (child(plot, "extLst")?.start ?? plot.innerEnd);
    if (existing) replace(existing, xml);
    else edits.push({ start: at, end: at, text: xml });
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
  kind: ChartKind,
  workbook: Workbook,
): string {
  const children: Record<string, string> = changedParts(seriesParts(was, kind), seriesParts(now, kind));
  if (was.name !== now.name || was.nameFormula !== now.nameFormula) children.tx = seriesName(now, workbook);
  const [categories, values] =
    child(element, "yVal") || kind.element === "scatterChart" ? ["xVal", "yVal"] : ["cat", "val"];
  if (was.categoriesFormula !== now.categoriesFormula)
    children[categories] = now.categoriesFormula
      ? reference(categories, now.categoriesFormula, workbook)
      : "";
  if (was.valuesFormula !== now.valuesFormula)
    children[values] = now.valuesFormula ? reference(values, now.valuesFormula, workbook, true) : "";
  return changeElement(text, element, "c:ser", {}, children, seriesOrder);
}

function changedScaling(text: string, scaling: Element | undefined, now: ChartAxis): string {
  const given = (name: string, value: string | number | null | undefined) =>
    value === null || value === undefined ? "" : tag(`c:${name}`, { val: value });
  const children = {
    logBase: given("logBase", now.details?.logBase),
    orientation: given("orientation", now.details?.reversed ? "maxMin" : "minMax"),
    max: given("max", now.maximum),
    min: given("min", now.minimum),
  };
  return changeElement(text, scaling, "c:scaling", {}, children, [
    "logBase",
    "orientation",
    "max",
    "min",
    "extLst",
  ]);
}
