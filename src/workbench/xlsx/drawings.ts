import type { Chart } from "../model/parts";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { changeChart } from "./changeChart";
import { chartNamespaces, newChartPart } from "./chartXml";
import { moveAnchors, type MovedReferences } from "./movedReferences";
import type { Package } from "./package";
import { readXml } from "./package";
import { type ChartContent, readChart } from "./readChart";
import {
  changeElement,
  child,
  descendant,
  type Element,
  splice,
  tag,
  withNamespaces,
  xmlHeader,
} from "./xml";

const namespaces = {
  xdr: "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
  ...chartNamespaces,
};
/** English metric units in a point. */
const emu = 12700;

/** A chart as it stood in the file. */
export interface ReadChart {
  chart: Chart;
  /** Which of the drawing's anchors, and which part. */
  anchor: number;
  part: string;
}

const anchorNames = new Set(["twoCellAnchor", "oneCellAnchor", "absoluteAnchor"]);

/** The drawing's anchors in order, also those wrapped for the sake of older versions. */
function anchors(parent: Element): Element[] {
  return parent.children.flatMap((one) => {
    if (anchorNames.has(one.name)) return [one];
    if (one.name === "AlternateContent") return anchors(child(one, "Choice") ?? one);
    return [];
  });
}

function drawingPart(root: Element, pkg: Package, path: string): string | null {
  const id = child(root, "drawing")?.attributes["r:id"];
  const found = pkg.relationships(path).find((one) => one.id === id && !one.external);
  return found && pkg.has(found.target) ? found.target : null;
}

/** Reads the sheet's charts; pictures, shapes and kinds of chart that aren't modelled stay in the file, unseen. */
export function readCharts(sheet: Sheet, root: Element, pkg: Package, path: string): ReadChart[] {
  const drawing = drawingPart(root, pkg, path);
  const drawn = drawing ? pkg.xml(drawing) : null;
  if (!drawing || !drawn) return [];
  const relations = new Map(pkg.relationships(drawing).map((one) => [one.id, one.target]));
  const charts = anchors(drawn).flatMap((anchor, index): ReadChart[] => {
    const frame = child(anchor, "graphicFrame");
    const data = descendant(frame, "graphicData");
    const part = relations.get(child(data, "chart")?.attributes["r:id"] ?? "");
    if (
      !part ||
      !pkg.has(part) ||
      !/drawingml\/chart$|drawingml\/2006\/chart$/.test(data?.attributes.uri ?? "")
    )
      return [];
    const content = readChart(readXml(pkg.text(part)!));
    const name = descendant(frame, "cNvPr")?.attributes.name ?? `Chart ${index + 1}`;
    const id = `{00000000-0008-0000-0000-${(index + 1).toString(16).toUpperCase().padStart(12, "0")}}`;
    return [
      { chart: { id, name, ...content, ...placeOf(anchor, sheet), origin: part }, anchor: index, part },
    ];
  });
  sheet.charts = charts.map(({ chart }) => structuredClone(chart));
  return charts;
}

interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where an anchor puts its object, in points. */
function placeOf(anchor: Element, sheet: Sheet): Place {
  const number = (element: Element | undefined, name: string) => Number(child(element, name)?.text ?? 0) || 0;
  const corner = (name: string) => {
    const element = child(anchor, name);
    return {
      left: sheet.left(number(element, "col")) + number(element, "colOff") / emu,
      top: sheet.top(number(element, "row")) + number(element, "rowOff") / emu,
    };
  };
  const position = child(anchor, "pos")?.attributes;
  const from = position ? { left: Number(position.x) / emu, top: Number(position.y) / emu } : corner("from");
  const extent = child(anchor, "ext")?.attributes;
  if (extent) return { ...from, width: Number(extent.cx) / emu, height: Number(extent.cy) / emu };
  const to = corner("to");
  return { ...from, width: Math.max(0, to.left - from.left), height: Math.max(0, to.top - from.top) };
}

const placeXml = (name: string, sheet: Sheet, left: number, top: number) => {
  const [col, colOff] = cellAt(left, (at) => sheet.left(at), sheet.standardColumnWidth, 16383);
  const [row, rowOff] = cellAt(top, (at) => sheet.top(at), sheet.defaultRowHeight, 1048575);
  const number = (tagName: string, value: number) => tag(`xdr:${tagName}`, {}, String(Math.round(value)));
  return tag(
    `xdr:${name}`,
    {},
    number("col", col) + number("colOff", colOff * emu) + number("row", row) + number("rowOff", rowOff * emu),
  );
};

/** The row or column at a distance from the sheet's edge, and how far into it. */
function cellAt(
  distance: number,
  edge: (at: number) => number,
  size: number,
  last: number,
): [number, number] {
  let [low, high] = [0, Math.min(last, Math.max(1, Math.ceil((distance / Math.max(1, size)) * 4) + 64))];
  while (edge(high) <= distance && high < last) high = Math.min(last, high * 2);
  while (low < high - 1) {
    const middle = (low + high) >> 1;
    if (edge(middle) <= distance) low = middle;
    else high = middle;
  }
  return [low, distance - edge(low)];
}

const content = ({ type, title, legend, series, axes }: ChartContent): ChartContent => ({
  type,
  title,
  legend,
  series,
  axes,
});
const place = ({ left, top, width, height }: Place) => JSON.stringify([left, top, width, height]);
const whole = ({ origin: _origin, ...chart }: Chart) => JSON.stringify(chart);

export const chartsDiffer = (was: ReadChart[], now: Sheet): boolean =>
  was.length !== now.charts.length ||
  was.some(({ chart }, index) => whole(chart) !== whole(now.charts[index]));

/** Moves what the model doesn't hold of a sheet's drawing. */
export function movePictures(
  root: Element,
  pkg: Package,
  path: string,
  was: ReadChart[],
  moved: MovedReferences,
): void {
  const drawing = drawingPart(root, pkg, path);
  if (!drawing || !moved.has(path)) return;
  const text = pkg.text(drawing)!;
  const own = new Set(was.map(({ anchor }) => anchor));
  const written = moveAnchors(text, anchors(readXml(text)), (index) => own.has(index), moved, path);
  if (written !== text) pkg.set(drawing, written);
}

export interface DrawingTask {
  root: Element;
  pkg: Package;
  path: string;
  was: ReadChart[];
  sheet: Sheet;
  workbook: Workbook;
}

/** Writes the charts that have changed, come or gone; gives the sheet's drawing element, "" for none. */
export function writeCharts({ root, pkg, path, was, sheet, workbook }: DrawingTask): string {
  const existing = drawingPart(root, pkg, path);
  const drawing = existing ?? pkg.newPath("xl/drawings/drawing#.xml");
  if (!existing) {
    pkg.set(drawing, xmlHeader + tag("xdr:wsDr", { "xmlns:xdr": namespaces.xdr, "xmlns:a": namespaces.a }));
    pkg.declare(drawing, "application/vnd.openxmlformats-officedocument.drawing+xml");
  }
  const text = withNamespaces(pkg.text(drawing)!, namespaces);
  const drawn = readXml(text);
  const all = anchors(drawn);
  const left = new Map(was.map((one) => [one.chart.id, one]));
  const edits: { start: number; end: number; text: string }[] = [];
  let added = "";
  let nextId =
    Math.max(1, ...[...text.matchAll(/cNvPr\b[^>]*?\sid="(\d+)"/g)].map((match) => Number(match[1]))) + 1;
  for (const chart of sheet.charts) {
    const known = left.get(chart.id);
    left.delete(chart.id);
    if (!known) {
      const part = newPart(chart, pkg, workbook);
      added += newAnchor(sheet, chart, pkg.relate(drawing, "chart", part), nextId++);
      continue;
    }
    writeContent(known.part, chart, pkg, workbook);
    const anchor = all[known.anchor];
    if (known.chart.name !== chart.name || place(known.chart) !== place(chart))
      edits.push({
        start: anchor.start,
        end: anchor.end,
        text: movedAnchor(text, anchor, sheet, known.chart, chart),
      });
  }
  const relations = new Map(pkg.relationships(drawing).map(({ id, target }) => [target, id]));
  for (const { anchor, part } of left.values()) {
    edits.push({ start: all[anchor].start, end: all[anchor].end, text: "" });
    pkg.unrelate(drawing, [relations.get(part)!]);
  }
  const objects = all.length - left.size + (added ? 1 : 0);
  if (objects === 0) {
    const id = child(root, "drawing")?.attributes["r:id"];
    if (id) pkg.unrelate(path, [id]);
    return "";
  }
  edits.push({ start: drawn.innerEnd, end: drawn.innerEnd, text: added });
  const empty = text.slice(drawn.start, drawn.end).endsWith("/>");
  pkg.set(
    drawing,
    empty
      ? text.slice(0, drawn.start) +
          changeElement(text, drawn, "", {}, { twoCellAnchor: added }) +
          text.slice(drawn.end)
      : splice(text, edits),
  );
  const element = child(root, "drawing");
  return tag("drawing", {
    "r:id": existing && element ? element.attributes["r:id"] : pkg.relate(path, "drawing", drawing),
  });
}

/** A copy of a chart of the file begins with that one's part: it keeps what the model doesn't hold. */
function newPart(chart: Chart, pkg: Package, workbook: Workbook): string {
  if (typeof chart.origin === "string" && pkg.has(chart.origin)) {
    const part = pkg.copyPart(chart.origin);
    writeContent(part, chart, pkg, workbook);
    return part;
  }
  const part = pkg.newPath("xl/charts/chart#.xml");
  pkg.set(part, newChartPart(chart, workbook));
  pkg.declare(part, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
  return part;
}

/** Compares with the part, not with what was read: its references may have followed moved cells already. */
function writeContent(path: string, chart: Chart, pkg: Package, workbook: Workbook): void {
  const part = pkg.text(path)!;
  const before = readChart(readXml(part));
  if (JSON.stringify(content(before)) !== JSON.stringify(content(chart)))
    pkg.set(path, changeChart(part, before, chart, workbook));
}

function newAnchor(sheet: Sheet, chart: Chart, relation: string, id: number): string {
  const frame = tag(
    "xdr:graphicFrame",
    { macro: "" },
    tag(
      "xdr:nvGraphicFramePr",
      {},
      tag("xdr:cNvPr", { id, name: chart.name }) + tag("xdr:cNvGraphicFramePr"),
    ) +
      tag("xdr:xfrm", {}, tag("a:off", { x: 0, y: 0 }) + tag("a:ext", { cx: 0, cy: 0 })) +
      tag(
        "a:graphic",
        {},
        tag("a:graphicData", { uri: chartNamespaces.c }, tag("c:chart", { "r:id": relation })),
      ),
  );
  const { left, top, width, height } = chart;
  return tag(
    "xdr:twoCellAnchor",
    {},
    placeXml("from", sheet, left, top) +
      placeXml("to", sheet, left + width, top + height) +
      frame +
      tag("xdr:clientData"),
  );
}

function movedAnchor(text: string, anchor: Element, sheet: Sheet, was: Chart, now: Chart): string {
  const children: Record<string, string> = {};
  if (was.name !== now.name) {
    const frame = child(anchor, "graphicFrame")!;
    const name = descendant(frame, "cNvPr")!;
    children.graphicFrame =
      text.slice(frame.start, name.start) +
      changeElement(text, name, "xdr:cNvPr", { name: now.name }) +
      text.slice(name.end, frame.end);
  }
  if (place(was) !== place(now)) {
    const { left, top, width, height } = now;
    if (child(anchor, "from")) children.from = placeXml("from", sheet, left, top);
    else children.pos = tag("xdr:pos", { x: Math.round(left * emu), y: Math.round(top * emu) });
    if (child(anchor, "to")) children.to = placeXml("to", sheet, left + width, top + height);
    else children.ext = tag("xdr:ext", { cx: Math.round(width * emu), cy: Math.round(height * emu) });
  }
  return changeElement(text, anchor, `xdr:${anchor.name}`, {}, children, [
    "pos",
    "from",
    "to",
    "ext",
    "graphicFrame",
    "clientData",
  ]);
}
