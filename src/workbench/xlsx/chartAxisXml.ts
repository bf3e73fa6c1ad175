import type { AxisDetails } from "../model/chartLook";
import type { ChartAxis } from "../model/parts";
import {
  lineXml,
  lookXml,
  readLine,
  readLook,
  readTitleText,
  readWords,
  richXml,
  wordsXml,
} from "./chartLookXml";
import { child, type Element, isTrue, tag } from "./xml";

const val = (name: string, value: string | number | boolean) => tag(`c:${name}`, { val: value });
const attribute = (element: Element | undefined, name: string) => child(element, name)?.attributes.val;
const numberOf = (element: Element | undefined, name: string) => {
  const text = attribute(element, name);
  return text === undefined || Number.isNaN(Number(text)) ? undefined : Number(text);
};

const ticks: Record<string, string> = { None: "none", Cross: "cross", Inside: "in", Outside: "out" };
const labelPlaces: Record<string, string> = {
  NextToAxis: "nextTo",
  High: "high",
  Low: "low",
  None: "none",
};
const crossings: Record<string, string> = { Automatic: "autoZero", Maximum: "max", Minimum: "min" };
const times: Record<string, string> = { Days: "days", Months: "months", Years: "years" };
const units: Record<string, string> = {
  Hundreds: "hundreds",
  Thousands: "thousands",
  TenThousands: "tenThousands",
  HundredThousands: "hundredThousands",
  Millions: "millions",
  TenMillions: "tenMillions",
  HundredMillions: "hundredMillions",
  Billions: "billions",
  Trillions: "trillions",
};
const apiWord = (words: Record<string, string>, file: string | undefined) =>
  Object.keys(words).find((word) => words[word] === file);

/** The schema's order of an axis' elements, category and value alike. */
export const axisOrder = [
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
  "baseTimeUnit",
  "tickLblSkip",
  "tickMarkSkip",
  "majorUnit",
  "majorTimeUnit",
  "minorUnit",
  "minorTimeUnit",
  "dispUnits",
  "noMultiLvlLbl",
  "extLst",
];

/** Where an axis stands in its chart. */
export interface AxisPlace {
  isValue: boolean;
  secondary: boolean;
  scatter: boolean;
}

const gridlineXml = (name: string, line: AxisDetails["gridline"]) =>
  tag(`c:${name}`, {}, line ? tag("c:spPr", {}, lineXml(line)) : "");

/** What an axis says, by element; "" for what it doesn't say. */
export function axisParts(axis: ChartAxis, other: ChartAxis, place: AxisPlace): Record<string, string> {
  const { details = {} } = axis;
  const { isValue, secondary, scatter } = place;
  // Where the other axis crosses this one stands on the other in the file.
  const { crosses = "Automatic", crossesAt } = other.details ?? {};
  const standardLabels = isValue || secondary ? "nextTo" : "low";
  const when = (on: boolean, xml: () => string) => (on ? xml() : "");
  const numeric = isValue || scatter;
  return {
    scaling: tag(
      "c:scaling",
      {},
      (details.logBase ? val("logBase", details.logBase) : "") +
        val("orientation", details.reversed ? "maxMin" : "minMax") +
        (axis.maximum === null ? "" : val("max", axis.maximum)) +
        (axis.minimum === null ? "" : val("min", axis.minimum)),
    ),
    delete: val("delete", !axis.visible),
    majorGridlines: when(axis.gridlines && !secondary, () => gridlineXml("majorGridlines", details.gridline)),
    minorGridlines: when(details.minorGridlines ?? false, () =>
      gridlineXml("minorGridlines", details.minorGridline),
    ),
    title: axisTitleXml(axis),
    numFmt: tag("c:numFmt", {
      formatCode: axis.numberFormat || "General",
      sourceLinked: details.linkNumberFormat ?? (!axis.numberFormat || axis.numberFormat === "General"),
    }),
    majorTickMark: val("majorTickMark", ticks[details.majorTick ?? "Outside"]),
    minorTickMark: val("minorTickMark", ticks[details.minorTick ?? "None"]),
    tickLblPos: val("tickLblPos", details.labels ? labelPlaces[details.labels] : standardLabels),
    spPr: lookXml(details.look),
    txPr: wordsXml(details.look?.font, details.rotation),
    crosses: when(crosses !== "Custom", () =>
      val("crosses", crosses === "Automatic" && secondary && isValue ? "max" : crossings[crosses]),
    ),
    crossesAt: when(crosses === "Custom", () => val("crossesAt", crossesAt ?? 0)),
    crossBetween: when(numeric, () =>
      val("crossBetween", scatter || details.between === false ? "midCat" : "between"),
    ),
    lblOffset: when(!numeric, () => val("lblOffset", details.offset ?? 100)),
    tickLblSkip: when(!numeric && details.labelSpacing !== undefined, () =>
      val("tickLblSkip", details.labelSpacing!),
    ),
    tickMarkSkip: when(!numeric && details.tickSpacing !== undefined, () =>
      val("tickMarkSkip", details.tickSpacing!),
    ),
    majorUnit: when(numeric && details.majorUnit !== undefined, () => val("majorUnit", details.majorUnit!)),
    minorUnit: when(numeric && details.minorUnit !== undefined, () => val("minorUnit", details.minorUnit!)),
    dispUnits: when(numeric && details.displayUnit !== undefined && details.displayUnit !== "None", () =>
      tag(
        "c:dispUnits",
        {},
        (details.displayUnit === "Custom"
          ? val("custUnit", details.customUnit ?? 1)
          : val("builtInUnit", units[details.displayUnit!])) +
          (details.showUnit === false ? "" : tag("c:dispUnitsLbl")),
      ),
    ),
  };
}

export const axisTitleXml = ({ title, details }: ChartAxis): string =>
  title
    ? tag(
        "c:title",
        {},
        richXml(title, details?.title ?? {}) + val("overlay", false) + lookXml(details?.title?.look),
      )
    : "";

/** What an axis in a file says beyond its title, ends and number format. */
export function readAxisDetails(
  axis: Element | undefined,
  other: Element | undefined,
  secondary = false,
): AxisDetails | undefined {
  if (!axis) return undefined;
  const scaling = child(axis, "scaling");
  const words = readWords(axis);
  const minor = child(axis, "minorGridlines");
  const gridline = (name: string) => readLine(child(child(child(axis, name), "spPr"), "ln"));
  const crosses = attribute(other, "crosses");
  const crossesAt = numberOf(other, "crossesAt");
  const standardCrosses = secondary && axis.name === "catAx" ? "max" : "autoZero";
  const unit = child(axis, "dispUnits");
  const custom = numberOf(unit, "custUnit");
  const isCategory = axis.name === "catAx" || axis.name === "dateAx";
  const labels = apiWord(labelPlaces, attribute(axis, "tickLblPos"));
  const standardLabels = isCategory ? "Low" : "NextToAxis";
  const majorTick = apiWord(ticks, attribute(axis, "majorTickMark"));
  const minorTick = apiWord(ticks, attribute(axis, "minorTickMark"));
  const offset = numberOf(axis, "lblOffset");
  const details: AxisDetails = {
    look: readLook(axis, words.font),
    title: readTitleText(child(axis, "title")),
    gridline: gridline("majorGridlines"),
    minorGridlines: minor ? true : undefined,
    minorGridline: gridline("minorGridlines"),
    majorUnit: numberOf(axis, "majorUnit"),
    minorUnit: numberOf(axis, "minorUnit"),
    displayUnit: custom === undefined ? apiWord(units, attribute(unit, "builtInUnit")) : "Custom",
    customUnit: custom,
    showUnit: unit && !child(unit, "dispUnitsLbl") ? false : undefined,
    majorTick: majorTick === "Outside" ? undefined : majorTick,
    minorTick: minorTick === "None" ? undefined : minorTick,
    labels: labels === standardLabels ? undefined : labels,
    labelSpacing: numberOf(axis, "tickLblSkip"),
    tickSpacing: numberOf(axis, "tickMarkSkip"),
    reversed: attribute(scaling, "orientation") === "maxMin" ? true : undefined,
    logBase: numberOf(scaling, "logBase"),
    categoryType: axis.name === "dateAx" ? "DateAxis" : undefined,
    baseTimeUnit: apiWord(times, attribute(axis, "baseTimeUnit")),
    between: isCategory || attribute(axis, "crossBetween") !== "midCat" ? undefined : false,
    crosses:
      crossesAt === undefined
        ? crosses === standardCrosses
          ? undefined
          : apiWord(crossings, crosses)
        : "Custom",
    crossesAt,
    rotation: words.rotation,
    offset: offset === 100 ? undefined : offset,
    linkNumberFormat:
      isTrue(child(axis, "numFmt")?.attributes.sourceLinked) || !child(axis, "numFmt") ? undefined : false,
  };
  const said = Object.entries(details).filter(([, value]) => value !== undefined);
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}
