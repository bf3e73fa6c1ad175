import type { ChartDetails } from "../model/chartLook";
import type { Chart, ChartAxis, ChartSeries } from "../model/parts";
import { readAxisDetails } from "./chartAxisXml";
import { readGroups, readLook, readSeriesDetails, readTitleText, readWords } from "./chartLookXml";
import { type ChartContent, chartKinds } from "./chartXml";

export type { ChartContent };
import { child, childrenOf, descendant, type Element, isTrue, unescapeExcel } from "./xml";

const value = (element: Element | undefined, name: string) => child(element, name)?.attributes.val;

/** The plot area's groups of series, in the file's order. */
export const chartGroups = (plot: Element | undefined): Element[] =>
  (plot?.children ?? []).filter(({ name }) => /Chart$/.test(name));

export interface FoundSeries {
  group: Element;
  element: Element;
}

/** Every series, in the order Excel counts them. */
export function chartSeries(plot: Element | undefined): FoundSeries[] {
  const order = ({ element }: FoundSeries) => Number(value(element, "order") ?? 0);
  return chartGroups(plot)
    .flatMap((group) => childrenOf(group, "ser").map((element) => ({ group, element })))
    .sort((a, b) => order(a) - order(b));
}

/** The axes that a group's first pair is: category (or x), and value. */
export function mainAxes(plot: Element | undefined): { category?: Element; value?: Element } {
  const [group] = chartGroups(plot);
  const ids = childrenOf(group, "axId").map(({ attributes }) => attributes.val);
  const axes = ids.map((id) =>
    plot?.children.find((one) => /Ax$/.test(one.name) && value(one, "axId") === id),
  );
  return { category: axes[0], value: axes[1] };
}

export function readChart(root: Element): ChartContent {
  const chart = child(root, "chart");
  const plot = child(chart, "plotArea");
  const series = chartSeries(plot);
  const types = new Map(chartGroups(plot).map((group) => [group, kindOf(group)]));
  const type = [...types.values()][0] ?? "Invalid";
  const secondary = secondaryAxes(plot);
  const title = child(chart, "title");
  const legend = child(chart, "legend");
  const axes = mainAxes(plot);
  return {
    type,
    title: {
      text: titleText(title),
      visible: title !== undefined && !isTrue(value(chart, "autoTitleDeleted")),
      ...readTitleText(title),
    },
    legend: {
      visible: legend !== undefined,
      position: positions[value(legend, "legendPos") ?? "r"] ?? "Right",
      ...readLegend(legend),
    },
    ...readDetails(root, chart, plot),
    series: series.map(({ group, element }) =>
      readSeries(
        element,
        group,
        types.get(group) === type ? "" : types.get(group)!,
        childrenOf(group, "axId").some(({ attributes }) => secondary.has(attributes.val)),
      ),
    ),
    axes: {
      category: readAxis(axes.category, axes.value),
      value: readAxis(axes.value, axes.category),
    },
  };
}

const blanks: Record<string, string> = { zero: "Zero", span: "Interplotted" };

function readDetails(
  root: Element,
  chart: Element | undefined,
  plot: Element | undefined,
): { details?: ChartDetails } {
  const area = readLook(root, readWords(root).font);
  const look = readLook(plot);
  const style = value(root, "style");
  const groups = readGroups(chartGroups(plot));
  const details: ChartDetails = {
    ...(groups && { groups }),
    ...(area && { area }),
    ...(isTrue(value(root, "roundedCorners")) && { roundedCorners: true }),
    ...(look && { plot: look }),
    ...(style !== undefined && { style: Number(style) }),
    ...(blanks[value(chart, "dispBlanksAs") ?? ""] && { blanks: blanks[value(chart, "dispBlanksAs")!] }),
    ...(value(chart, "plotVisOnly") !== undefined &&
      !isTrue(value(chart, "plotVisOnly")) && { visibleOnly: false }),
  };
  return Object.keys(details).length > 0 ? { details } : {};
}

function readLegend(legend: Element | undefined): Partial<Chart["legend"]> {
  const look = legend && readLook(legend);
  const hidden = childrenOf(legend, "legendEntry")
    .filter((entry) => isTrue(value(entry, "delete")))
    .map((entry) => Number(value(entry, "idx")));
  return {
    ...(look && { look }),
    ...(isTrue(value(legend, "overlay")) && { overlay: true }),
    ...(hidden.length > 0 && { hidden }),
  };
}

const positions: Record<string, Chart["legend"]["position"]> = {
  t: "Top",
  b: "Bottom",
  l: "Left",
  r: "Right",
  tr: "Corner",
};

/** Axes that aren't the first group's. */
function secondaryAxes(plot: Element | undefined): Set<string> {
  const [first, ...others] = chartGroups(plot);
  const own = new Set(childrenOf(first, "axId").map(({ attributes }) => attributes.val));
  const ids = others.flatMap((group) => childrenOf(group, "axId").map(({ attributes }) => attributes.val));
  return new Set(ids.filter((id) => !own.has(id)));
}

/** The kind in Excel's words; "Invalid" for one that isn't modelled (three dimensions, bubbles, stock …). */
function kindOf(group: Element): string {
  const series = childrenOf(group, "ser");
  const markers = series.some((one) => value(child(one, "marker"), "symbol") !== "none");
  const lines = series.some((one) => !child(child(child(one, "spPr"), "ln"), "noFill"));
  const found = Object.entries(chartKinds).find(
    ([, kind]) =>
      kind.element === group.name &&
      (kind.direction === undefined || kind.direction === (value(group, "barDir") ?? "col")) &&
      (kind.grouping === undefined || kind.grouping === (value(group, "grouping") ?? "standard")) &&
      (kind.markers === undefined || kind.markers === markers) &&
      (kind.lines === undefined || kind.lines === lines) &&
      (kind.style === undefined ||
        (kind.style === "smoothMarker") === /^smooth/.test(value(group, "scatterStyle") ?? "")),
  );
  return found?.[0] ?? "Invalid";
}

/** The words of a title, paragraph by paragraph; one that points at a cell shows what the cell had. */
function titleText(title: Element | undefined): string {
  const rich = child(child(title, "tx"), "rich");
  if (!rich) return descendant(child(title, "tx"), "v")?.text ?? "";
  return childrenOf(rich, "p")
    .map((paragraph) =>
      paragraph.children.map((run) => (run.name === "br" ? "\n" : (child(run, "t")?.text ?? ""))).join(""),
    )
    .join("\n");
}

function readSeries(element: Element, group: Element, type: string, secondary: boolean): ChartSeries {
  const formula = (name: string) => descendant(child(element, name), "f")?.text ?? "";
  const name = child(element, "tx");
  const look = child(element, "spPr");
  const ink = child(look, "solidFill") ?? child(child(look, "ln"), "solidFill");
  const color = child(ink, "srgbClr")?.attributes.val;
  const labels = child(element, "dLbls");
  const marked = (one: Element) => value(child(one, "marker"), "symbol") !== "none";
  const details = readSeriesDetails(element, group, childrenOf(group, "ser").some(marked));
  return {
    name: unescapeExcel(descendant(name, "v")?.text ?? ""),
    nameFormula: formula("tx"),
    valuesFormula: formula("val") || formula("yVal"),
    categoriesFormula: formula("cat") || formula("xVal"),
    type,
    axisGroup: secondary ? "Secondary" : "Primary",
    color: color ? `#${color.toUpperCase()}` : "",
    dataLabels: labels !== undefined && isTrue(value(labels, "showVal")) && !isTrue(value(labels, "delete")),
    ...(details && { details }),
  };
}

function readAxis(axis: Element | undefined, other: Element | undefined): ChartAxis {
  const scaling = child(axis, "scaling");
  const bound = (name: string) => {
    const text = value(scaling, name);
    return text === undefined || Number.isNaN(Number(text)) ? null : Number(text);
  };
  const format = child(axis, "numFmt")?.attributes;
  const details = readAxisDetails(axis, other);
  return {
    title: titleText(child(axis, "title")),
    visible: axis !== undefined && !isTrue(value(axis, "delete")),
    numberFormat: format && !isTrue(format.sourceLinked) ? (format.formatCode ?? "General") : "General",
    minimum: bound("min"),
    maximum: bound("max"),
    gridlines: child(axis, "majorGridlines") !== undefined,
    ...(details && { details }),
  };
}
