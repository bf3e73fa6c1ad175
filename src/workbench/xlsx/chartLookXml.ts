import type {
  ChartFont,
  ChartLabels,
  ChartLine,
  ChartLook,
  ChartMarker,
  ChartPlace,
  ChartPoint,
  ChartText,
  ChartTrendline,
  GroupDetails,
  SeriesDetails,
} from "../model/chartLook";
import { child, childrenOf, descendant, type Element, escapeText, isTrue, tag } from "./xml";

const val = (name: string, value: string | number | boolean) => tag(`c:${name}`, { val: value });
const given = (name: string, value: string | number | boolean | undefined) =>
  value === undefined ? "" : val(name, value);
const attribute = (element: Element | undefined, name: string) => child(element, name)?.attributes.val;
const numberOf = (element: Element | undefined, name: string) => {
  const text = attribute(element, name);
  return text === undefined || Number.isNaN(Number(text)) ? undefined : Number(text);
};

/** Only what is said: an object without its undefined members; undefined when nothing is. */
function said<T extends object>(all: T): T | undefined {
  const entries = Object.entries(all).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? (Object.fromEntries(entries) as T) : undefined;
}

const ink = (color: string) =>
  tag("a:solidFill", {}, tag("a:srgbClr", { val: color.replace("#", "").toUpperCase() }));

const readInk = (element: Element | undefined): string | undefined => {
  const hex = child(child(element, "solidFill"), "srgbClr")?.attributes.val;
  return hex ? `#${hex.toUpperCase()}` : undefined;
};

const dashes: Record<string, string> = {
  Continuous: "solid",
  Dash: "dash",
  DashDot: "dashDot",
  DashDotDot: "lgDashDotDot",
  Dot: "sysDash",
  RoundDot: "sysDot",
};
const emuPerPoint = 12700;
/** How wide the lines of a line chart are where nothing is said, in the file's unit. */
export const standardLine = 28575;

export function lineXml(line: ChartLine | undefined): string {
  if (!line) return "";
  const { color, style, weight } = line;
  const width = weight === undefined ? null : Math.round(weight * emuPerPoint);
  if (style === "None") return tag("a:ln", { w: width }, tag("a:noFill"));
  const dash = style && dashes[style] ? tag("a:prstDash", { val: dashes[style] }) : "";
  return tag("a:ln", { w: width }, (color ? ink(color) : "") + dash);
}

export function readLine(element: Element | undefined): ChartLine | undefined {
  if (!element) return undefined;
  const dash = child(element, "prstDash")?.attributes.val;
  const width = element.attributes.w;
  return said<ChartLine>({
    color: readInk(element),
    style: child(element, "noFill") ? "None" : Object.keys(dashes).find((style) => dashes[style] === dash),
    weight: width === undefined ? undefined : Number(width) / emuPerPoint,
  });
}

export function lookXml(look: ChartLook | undefined): string {
  if (look?.fill === undefined && !look?.line) return "";
  const fill = look.fill === undefined ? "" : look.fill === "" ? tag("a:noFill") : ink(look.fill);
  return tag("c:spPr", {}, fill + lineXml(look.line));
}

function fontAttributes({
  size,
  bold,
  italic,
  underline,
}: ChartFont): Record<string, string | number | null> {
  return {
    sz: size === undefined ? null : Math.round(size * 100),
    b: bold === undefined ? null : bold ? 1 : 0,
    i: italic === undefined ? null : italic ? 1 : 0,
    u: underline === undefined ? null : underline === "Single" ? "sng" : "none",
  };
}

function fontXml(name: string, font: ChartFont): string {
  const face = font.name ? tag("a:latin", { typeface: font.name }) : "";
  return tag(name, fontAttributes(font), (font.color ? ink(font.color) : "") + face);
}

function readFont(element: Element | undefined): ChartFont | undefined {
  if (!element) return undefined;
  const { sz, b, i, u } = element.attributes;
  return said<ChartFont>({
    name: child(element, "latin")?.attributes.typeface,
    size: sz === undefined ? undefined : Number(sz) / 100,
    bold: b === undefined ? undefined : isTrue(b),
    italic: i === undefined ? undefined : isTrue(i),
    underline: u === undefined ? undefined : u === "none" ? "None" : "Single",
    color: readInk(element),
  });
}

const degree = 60000;

function bodyXml(rotation: number | undefined): string {
  if (rotation === undefined) return tag("a:bodyPr");
  // Upright letters have a word of their own; angles turn the other way in the file.
  return rotation === 180
    ? tag("a:bodyPr", { rot: 0, vert: "wordArtVert" })
    : tag("a:bodyPr", { rot: -rotation * degree, vert: "horz" });
}

function readRotation(body: Element | undefined): number | undefined {
  if (body?.attributes.vert === "wordArtVert") return 180;
  const { rot } = body?.attributes ?? {};
  if (rot === undefined) return undefined;
  const degrees = -Number(rot) / degree;
  return degrees >= -90 && degrees <= 90 ? degrees || 0 : undefined;
}

/** How words look where the file has no words of their own. */
export function wordsXml(font: ChartFont | undefined, rotation?: number): string {
  if (!font && rotation === undefined) return "";
  const paragraph = tag("a:pPr", {}, fontXml("a:defRPr", font ?? {}));
  return tag(
    "c:txPr",
    {},
    bodyXml(rotation) +
      tag("a:lstStyle") +
      tag("a:p", {}, paragraph + tag("a:endParaRPr", { lang: "sv-SE" })),
  );
}

export function readWords(element: Element | undefined): {
  font: ChartFont | undefined;
  rotation: number | undefined;
} {
  const words = child(element, "txPr");
  const paragraph = child(child(words, "p"), "pPr");
  return { font: readFont(child(paragraph, "defRPr")), rotation: readRotation(child(words, "bodyPr")) };
}

export function readLook(
  element: Element | undefined,
  font = readWords(element).font,
): ChartLook | undefined {
  const shape = child(element, "spPr");
  return said<ChartLook>({
    fill: child(shape, "noFill") ? "" : readInk(shape),
    line: readLine(child(shape, "ln")),
    font,
  });
}

/** Words in their own look, with the letters that have another. */
export function richXml(text: string, { look, rotation, runs = [] }: ChartText): string {
  const fontAt = (letter: number) => {
    const run = runs.filter(({ start, length }) => letter >= start && letter < start + length).at(-1);
    return run ? { ...look?.font, ...run.font } : look?.font;
  };
  let at = 0;
  const paragraphs = text.split("\n").map((line) => {
    const pieces: { font: ChartFont | undefined; words: string }[] = [];
    for (let index = 0; index < line.length; index++) {
      const font = fontAt(at + index);
      const last = pieces.at(-1);
      if (last && JSON.stringify(last.font) === JSON.stringify(font)) last.words += line[index];
      else pieces.push({ font, words: line[index] });
    }
    at += line.length + 1;
    const begin = look?.font ? tag("a:pPr", {}, fontXml("a:defRPr", look.font)) : "";
    const written = pieces.map(({ font, words }) =>
      tag("a:r", {}, (font ? fontXml("a:rPr", font) : "") + tag("a:t", {}, escapeText(words))),
    );
    return tag("a:p", {}, begin + written.join(""));
  });
  return tag("c:tx", {}, tag("c:rich", {}, bodyXml(rotation) + tag("a:lstStyle") + paragraphs.join("")));
}

/** What a title's element says beyond its words. */
export function readTitleText(title: Element | undefined): ChartText | undefined {
  if (!title) return undefined;
  const rich = child(child(title, "tx"), "rich");
  const words = readWords(title);
  const first = child(rich, "p");
  const font = readFont(child(child(first, "pPr"), "defRPr")) ?? words.font;
  const overlay = attribute(title, "overlay");
  return said<ChartText>({
    look: readLook(title, font),
    rotation: readRotation(child(rich, "bodyPr")) ?? words.rotation,
    overlay: overlay !== undefined && isTrue(overlay) ? true : undefined,
  });
}

/** A part laid out by hand; the file counts in shares of the chart. */
export function placeXml(place: ChartPlace | undefined, chart: { width: number; height: number }): string {
  if (!place) return "";
  const shares: [string, number | undefined, number][] = [
    ["x", place.left, chart.width],
    ["y", place.top, chart.height],
    ["w", place.width, chart.width],
    ["h", place.height, chart.height],
  ];
  const known = shares.filter(([, points]) => points !== undefined);
  const modes = known
    .filter(([name]) => name === "x" || name === "y")
    .map(([name]) => val(`${name}Mode`, "edge"));
  const values = known.map(([name, points, whole]) => val(name, points! / whole));
  return tag("c:layout", {}, tag("c:manualLayout", {}, modes.join("") + values.join("")));
}

export const markerWords: Record<string, string> = {
  None: "none",
  Square: "square",
  Diamond: "diamond",
  Triangle: "triangle",
  X: "x",
  Star: "star",
  Dot: "dot",
  Dash: "dash",
  Circle: "circle",
  Plus: "plus",
};

export function markerXml(marker: ChartMarker | undefined): string {
  if (!marker) return "";
  const { style, size, background, foreground } = marker;
  const symbol = style && markerWords[style] ? val("symbol", markerWords[style]) : "";
  const look = lookXml({
    ...(background !== undefined && { fill: background }),
    ...(foreground !== undefined && { line: { color: foreground } }),
  });
  return tag("c:marker", {}, symbol + given("size", size) + look);
}

function readMarker(element: Element | undefined): ChartMarker | undefined {
  const marker = child(element, "marker");
  const look = readLook(marker);
  const symbol = attribute(marker, "symbol");
  return said<ChartMarker>({
    style: Object.keys(markerWords).find((style) => markerWords[style] === symbol),
    size: numberOf(marker, "size"),
    background: look?.fill || undefined,
    foreground: look?.line?.color,
  });
}

const labelPlaces: Record<string, string> = {
  Center: "ctr",
  InsideEnd: "inEnd",
  InsideBase: "inBase",
  OutsideEnd: "outEnd",
  Left: "l",
  Right: "r",
  Top: "t",
  Bottom: "b",
  BestFit: "bestFit",
};

/** What labels say, in the schema's order. */
function labelParts(labels: ChartLabels): string {
  const format =
    labels.numberFormat === undefined
      ? ""
      : tag("c:numFmt", {
          formatCode: labels.numberFormat,
          sourceLinked: labels.linkNumberFormat ?? false,
        });
  const place = labels.position && labelPlaces[labels.position];
  return (
    format +
    lookXml(labels.look) +
    wordsXml(labels.look?.font, labels.rotation) +
    (place ? val("dLblPos", place) : "") +
    val("showLegendKey", labels.showLegendKey ?? false) +
    val("showVal", labels.showValue ?? true) +
    val("showCatName", labels.showCategoryName ?? false) +
    val("showSerName", labels.showSeriesName ?? false) +
    val("showPercent", labels.showPercentage ?? false) +
    val("showBubbleSize", labels.showBubbleSize ?? false) +
    (labels.separator === undefined ? "" : tag("c:separator", {}, escapeText(labels.separator)))
  );
}

/** A series' labels and those of single points. */
export function labelsXml(shown: boolean, details: SeriesDetails | undefined): string {
  const points = Object.entries(details?.points ?? {}).filter(([, point]) => point.label !== undefined);
  if (!shown && points.length === 0) return "";
  const single = points.map(([index, { label }]) =>
    tag(
      "c:dLbl",
      {},
      val("idx", index) +
        (label
          ? (label.text === undefined ? "" : richXml(label.text, label)) + labelParts(label)
          : val("delete", true)),
    ),
  );
  const none = { showValue: false };
  return tag("c:dLbls", {}, single.join("") + labelParts(shown ? (details?.labels ?? {}) : none));
}

function readLabels(element: Element | undefined): ChartLabels | undefined {
  if (!element) return undefined;
  const format = child(element, "numFmt")?.attributes;
  const place = attribute(element, "dLblPos");
  const { font, rotation } = readWords(element);
  const shows = (name: string) => (isTrue(attribute(element, name)) ? true : undefined);
  return said<ChartLabels>({
    look: readLook(element, font),
    rotation,
    position: Object.keys(labelPlaces).find((word) => labelPlaces[word] === place),
    numberFormat: format?.formatCode,
    linkNumberFormat: format && isTrue(format.sourceLinked),
    showValue: isTrue(attribute(element, "showVal")) ? undefined : false,
    showCategoryName: shows("showCatName"),
    showSeriesName: shows("showSerName"),
    showPercentage: shows("showPercent"),
    showLegendKey: shows("showLegendKey"),
    showBubbleSize: shows("showBubbleSize"),
    separator: child(element, "separator")?.text,
  });
}

const trendWords: Record<string, string> = {
  Linear: "linear",
  Exponential: "exp",
  Logarithmic: "log",
  MovingAverage: "movingAvg",
  Polynomial: "poly",
  Power: "power",
};

export const trendlinesXml = (lines: ChartTrendline[] | undefined): string =>
  (lines ?? [])
    .map((line) =>
      tag(
        "c:trendline",
        {},
        (line.name === undefined ? "" : tag("c:name", {}, escapeText(line.name))) +
          lookXml(line.line && { line: line.line }) +
          val("trendlineType", trendWords[line.type]) +
          (line.type === "Polynomial" ? val("order", line.order ?? 2) : "") +
          (line.type === "MovingAverage" ? val("period", line.period ?? 2) : "") +
          given("forward", line.forward) +
          given("backward", line.backward) +
          given("intercept", line.intercept) +
          val("dispRSqr", line.showRSquared ?? false) +
          val("dispEq", line.showEquation ?? false),
      ),
    )
    .join("");

function readTrendline(element: Element): ChartTrendline {
  const type = attribute(element, "trendlineType");
  return said<ChartTrendline>({
    type: Object.keys(trendWords).find((word) => trendWords[word] === type) ?? "Linear",
    name: child(element, "name")?.text,
    order: numberOf(element, "order"),
    period: numberOf(element, "period"),
    forward: numberOf(element, "forward"),
    backward: numberOf(element, "backward"),
    intercept: numberOf(element, "intercept"),
    showRSquared: isTrue(attribute(element, "dispRSqr")) || undefined,
    showEquation: isTrue(attribute(element, "dispEq")) || undefined,
    line: readLine(child(child(element, "spPr"), "ln")),
  })!;
}

/** Points with a look of their own. */
export const pointsXml = (points: Record<number, ChartPoint> | undefined): string =>
  Object.entries(points ?? {})
    .filter(([, { look, marker }]) => look ?? marker)
    .map(([index, { look, marker }]) =>
      tag("c:dPt", {}, val("idx", index) + markerXml(marker) + val("bubble3D", false) + lookXml(look)),
    )
    .join("");

/** What a series in a file says beyond its data, type and colour. */
export function readSeriesDetails(
  element: Element,
  group: Element,
  hasMarkers: boolean,
): SeriesDetails | undefined {
  const labels = child(element, "dLbls");
  const points: Record<number, ChartPoint> = {};
  for (const point of childrenOf(element, "dPt")) {
    const held = said<ChartPoint>({ look: readLook(point), marker: readMarker(point) });
    if (held) points[numberOf(point, "idx") ?? 0] = held;
  }
  for (const label of childrenOf(labels, "dLbl")) {
    const index = numberOf(label, "idx") ?? 0;
    const words = descendant(child(child(label, "tx"), "rich"), "t")?.text;
    const held = isTrue(attribute(label, "delete"))
      ? null
      : { ...readLabels(label), ...(words !== undefined && { text: words }) };
    points[index] = { ...points[index], label: held };
  }
  const trendlines = childrenOf(element, "trendline").map(readTrendline);
  const width = child(child(element, "spPr"), "ln")?.attributes.w;
  const smooth = attribute(element, "smooth");
  const isLine = group.name === "lineChart";
  const marker = readMarker(element);
  return said<SeriesDetails>({
    lineWeight:
      width === undefined || Number(width) === standardLine ? undefined : Number(width) / emuPerPoint,
    marker: hasMarkers || marker?.style !== "None" ? marker : undefined,
    labels: isTrue(attribute(labels, "delete")) ? undefined : readLabels(labels),
    points: Object.keys(points).length > 0 ? points : undefined,
    trendlines: trendlines.length > 0 ? trendlines : undefined,
    smooth: isLine && smooth !== undefined && isTrue(smooth) ? true : undefined,
    invertIfNegative: isTrue(attribute(element, "invertIfNegative")) || undefined,
    explosion: numberOf(element, "explosion"),
  });
}

/** What the chart's groups of series say; a kind's own standard is not said again. */
export function readGroups(groups: Element[]): GroupDetails | undefined {
  const first = (name: string, standard: (group: Element) => number) => {
    const group = groups.find((one) => child(one, name));
    const found = numberOf(group, name);
    return group && found !== standard(group) ? found : undefined;
  };
  const stacked = (group: Element) => /stacked/i.test(attribute(group, "grouping") ?? "");
  const varied = groups.some(
    (group) => !/^(pie|doughnut)Chart$/.test(group.name) && isTrue(attribute(group, "varyColors")),
  );
  return said<GroupDetails>({
    gapWidth: first("gapWidth", (group) => (stacked(group) ? 100 : 150)),
    overlap: first("overlap", (group) => (stacked(group) ? 100 : 0)),
    varyByCategories: varied || undefined,
    firstSliceAngle: first("firstSliceAng", () => 0),
    doughnutHoleSize: first("holeSize", () => 50),
  });
}
