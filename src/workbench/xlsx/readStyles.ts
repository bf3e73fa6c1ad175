import type { PartialStyle } from "../model/parts";
import { builtInFormats } from "./builtInFormats";
import { colorReader, type ReadColor } from "./colors";
import {
  type Border,
  type BorderSide,
  defaultStyle,
  type Fill,
  type Font,
  type Style,
  StyleTable,
} from "../model/styles";
import { readXml } from "./package";
import { child, childrenOf, type Element, isTrue, unescapeExcel } from "./xml";

/** What styles.xml says: cell styles by their number in the file, and what conditional formats point at. */
export interface ReadStyles {
  table: StyleTable;
  differential: PartialStyle[];
  color: ReadColor;
}

/** A font that says nothing: what is missing in the file isn't the default font's. */
const plainFont: Font = {
  name: "Calibri",
  size: 11,
  bold: false,
  italic: false,
  underline: "None",
  strikethrough: false,
  vertical: "baseline",
  color: { rgb: "#000000", auto: true },
};

/** @param text styles.xml, null when the file has none. */
export function readStyles(text: string | null, theme: string[]): ReadStyles {
  const root = text === null ? null : readXml(text);
  const color = colorReader(theme, child(child(root, "colors"), "indexedColors"));
  if (!root || text === null) return { table: new StyleTable(), differential: [], color };
  const formats = new Map(
    childrenOf(child(root, "numFmts"), "numFmt").map(({ attributes }) => [
      Number(attributes.numFmtId),
      unescapeExcel(attributes.formatCode ?? ""),
    ]),
  );
  const formatOf = (id: string | undefined) =>
    formats.get(Number(id ?? 0)) ?? builtInFormats[Number(id ?? 0)] ?? "General";
  const fonts = (child(root, "fonts")?.children ?? []).map((font) => readFont(font, color));
  const fills = (child(root, "fills")?.children ?? []).map((fill) => readFill(fill, color, text));
  const borders = (child(root, "borders")?.children ?? []).map((border) => readBorders(border, color));
  const names = new Map(
    childrenOf(child(root, "cellStyles"), "cellStyle").map(({ attributes }) => [
      attributes.xfId,
      attributes.name ?? "Normal",
    ]),
  );
  const table = new StyleTable();
  childrenOf(child(root, "cellXfs"), "xf").forEach((xf, index) => {
    const { attributes } = xf;
    const protection = child(xf, "protection")?.attributes ?? {};
    const style: Style = {
      numberFormat: formatOf(attributes.numFmtId),
      font: { ...plainFont, ...fonts[Number(attributes.fontId ?? 0)] },
      fill: fills[Number(attributes.fillId ?? 0)] ?? defaultStyle.fill,
      border: borders[Number(attributes.borderId ?? 0)] ?? {},
      alignment: readAlignment(child(xf, "alignment")),
      protection: { locked: isTrue(protection.locked, true), hidden: isTrue(protection.hidden) },
      cellStyle: names.get(attributes.xfId ?? "0") ?? "Normal",
      quotePrefix: isTrue(attributes.quotePrefix),
    };
    if (index === 0) table.replaceDefault(style);
    else table.append(style);
  });
  return {
    table,
    differential: childrenOf(child(root, "dxfs"), "dxf").map((dxf) => readDifferential(dxf, color)),
    color,
  };
}

/** What a conditional format changes in a cell's look. */
export function readDifferential(dxf: Element, color: ReadColor): PartialStyle {
  const [font, fill, border, format] = ["font", "fill", "border", "numFmt"].map((name) => child(dxf, name));
  return {
    ...(font && { font: readFont(font, color) }),
    ...(fill && { fill: readDifferentialFill(fill, color) }),
    ...(border && { border: readBorders(border, color) }),
    ...(format && { numberFormat: unescapeExcel(format.attributes.formatCode ?? "General") }),
  };
}

const underlines: Record<string, Font["underline"]> = {
  single: "Single",
  double: "Double",
  singleAccounting: "SingleAccountant",
  doubleAccounting: "DoubleAccountant",
  none: "None",
};

export function readFont(font: Element, read: ReadColor): Partial<Font> {
  const value = (name: string) => child(font, name)?.attributes.val;
  const has = (name: string) => child(font, name) !== undefined;
  const color = read(child(font, "color"));
  return {
    ...(value("name") && { name: value("name") }),
    ...(Number(value("sz")) > 0 && { size: Number(value("sz")) }),
    ...(has("b") && { bold: isTrue(value("b"), true) }),
    ...(has("i") && { italic: isTrue(value("i"), true) }),
    ...(has("u") && { underline: underlines[value("u") ?? "single"] ?? "Single" }),
    ...(has("strike") && { strikethrough: isTrue(value("strike"), true) }),
    ...(has("vertAlign") && { vertical: value("vertAlign") as Font["vertical"] }),
    ...(color && { color }),
    ...(has("family") && { family: Number(value("family")) }),
    ...(has("scheme") && { scheme: value("scheme") }),
    ...(has("charset") && { charset: Number(value("charset")) }),
  };
}

export function readFill(fill: Element, read: ReadColor, text: string): Fill {
  const gradient = child(fill, "gradientFill");
  if (gradient)
    return {
      pattern: "gradient",
      color: null,
      patternColor: null,
      gradient: text.slice(gradient.start, gradient.end),
    };
  const pattern = child(fill, "patternFill");
  return {
    pattern: pattern?.attributes.patternType ?? "none",
    color: read(child(pattern, "fgColor")),
    patternColor: read(child(pattern, "bgColor")),
  };
}

/** In a conditional format a solid fill's colour stands as the background. */
function readDifferentialFill(fill: Element, read: ReadColor): Partial<Fill> {
  const pattern = child(fill, "patternFill");
  const type = pattern?.attributes.patternType ?? "solid";
  const [front, back] = [read(child(pattern, "fgColor")), read(child(pattern, "bgColor"))];
  return type === "solid"
    ? { pattern: type, color: back ?? front }
    : { pattern: type, color: back, patternColor: front };
}

const sides: BorderSide[] = ["left", "right", "top", "bottom", "diagonal"];

export function readBorders(borders: Element, read: ReadColor): Style["border"] {
  const found: Style["border"] = {};
  for (const side of sides) {
    const element =
      child(borders, side) ??
      (side === "left" ? child(borders, "start") : side === "right" ? child(borders, "end") : undefined);
    const style = element?.attributes.style;
    if (!style || style === "none") continue;
    const border: Border = {
      style,
      color: read(child(element, "color")) ?? { rgb: "#000000", auto: true },
    };
    found[side] = border;
  }
  if (isTrue(borders.attributes.diagonalUp)) found.diagonalUp = true;
  if (isTrue(borders.attributes.diagonalDown)) found.diagonalDown = true;
  return found;
}

function readAlignment(element: Element | undefined): Style["alignment"] {
  const { horizontal, vertical, indent, wrapText, shrinkToFit, textRotation, readingOrder } =
    element?.attributes ?? {};
  return {
    horizontal: horizontal ?? "general",
    vertical: vertical ?? "bottom",
    indent: Number(indent ?? 0),
    wrap: isTrue(wrapText),
    shrink: isTrue(shrinkToFit),
    rotation: Number(textRotation ?? 0),
    readingOrder: Number(readingOrder ?? 0),
  };
}
