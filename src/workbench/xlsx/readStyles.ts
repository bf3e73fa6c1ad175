import type { PartialStyle } from "../model/parts";
import {
  type Border,
  type BorderSide,
  type Color,
  defaultStyle,
  type Fill,
  type Font,
  type Style,
  StyleTable,
} from "../model/styles";
import { child, childrenOf, type Element, isTrue } from "./xml";

/** What styles.xml says: cell styles by their number in the file, and what conditional formats point at. */
export interface ReadStyles {
  table: StyleTable;
  differential: PartialStyle[];
}

/** The palette's first entries, for files that name colours by number. */
const indexedColors =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(
    " ",
  );

const builtInFormats: Record<number, string> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  37: "#,##0 ;(#,##0)",
  38: "#,##0 ;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
  48: "##0.0E+0",
  49: "@",
};

/** Built-in number of a format code, where it has one. */
export const builtInFormat = (code: string): number | undefined => {
  const found = Object.entries(builtInFormats).find(([, known]) => known === code);
  return found && Number(found[0]);
};

export function readStyles(root: Element | null, theme: string[]): ReadStyles {
  if (!root) return { table: new StyleTable(), differential: [] };
  const formats = new Map(
    childrenOf(child(root, "numFmts"), "numFmt").map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode,
    ]),
  );
  const formatOf = (id: string | undefined) =>
    formats.get(Number(id ?? 0)) ?? builtInFormats[Number(id ?? 0)] ?? "General";
  const fonts = (child(root, "fonts")?.children ?? []).map((font) => readFont(font, theme));
  const fills = (child(root, "fills")?.children ?? []).map((fill) => readFill(fill, theme));
  const borders = (child(root, "borders")?.children ?? []).map((border) => readBorders(border, theme));
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
      font: { ...defaultStyle.font, ...fonts[Number(attributes.fontId ?? 0)] },
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
    differential: childrenOf(child(root, "dxfs"), "dxf").map((dxf): PartialStyle => {
      const [font, fill, border, format] = ["font", "fill", "border", "numFmt"].map((name) =>
        child(dxf, name),
      );
      return {
        ...(font && { font: readFont(font, theme) }),
        ...(fill && { fill: readDifferentialFill(fill, theme) }),
        ...(border && { border: readBorders(border, theme) }),
        ...(format && { numberFormat: format.attributes.formatCode }),
      };
    }),
  };
}

function readColor(element: Element | undefined, theme: string[]): Color | null {
  if (!element) return null;
  const { rgb, theme: number, tint, indexed, auto } = element.attributes;
  if (rgb) return { rgb: `#${rgb.slice(-6).toUpperCase()}` };
  if (number !== undefined) {
    const base = theme[Number(number)] ?? "#000000";
    return {
      rgb: tinted(base, Number(tint ?? 0)),
      theme: Number(number),
      ...(tint !== undefined && { tint: Number(tint) }),
    };
  }
  if (indexed !== undefined)
    return { rgb: `#${indexedColors[Number(indexed)] ?? "000000"}`, indexed: Number(indexed) };
  return isTrue(auto) ? { rgb: "#000000", auto: true } : null;
}

/** A theme colour made lighter (tint above 0) or darker, channel by channel. */
function tinted(color: string, tint: number): string {
  if (tint === 0) return color;
  const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const moved = channels.map((value) =>
    Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint),
  );
  return `#${moved.map((value) => value.toString(16).toUpperCase().padStart(2, "0")).join("")}`;
}

const underlines: Record<string, Font["underline"]> = {
  single: "Single",
  double: "Double",
  singleAccounting: "SingleAccountant",
  doubleAccounting: "DoubleAccountant",
  none: "None",
};

function readFont(font: Element, theme: string[]): Partial<Font> {
  const value = (name: string) => child(font, name)?.attributes.val;
  const has = (name: string) => child(font, name) !== undefined;
  const color = readColor(child(font, "color"), theme);
  return {
    ...(has("name") && { name: value("name") }),
    ...(has("sz") && { size: Number(value("sz")) }),
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

function readFill(fill: Element, theme: string[]): Fill {
  const pattern = child(fill, "patternFill");
  if (!pattern) return { pattern: "gradient", color: null, patternColor: null };
  return {
    pattern: pattern.attributes.patternType ?? "none",
    color: readColor(child(pattern, "fgColor"), theme),
    patternColor: readColor(child(pattern, "bgColor"), theme),
  };
}

/** In a conditional format a solid fill's colour stands as the background. */
function readDifferentialFill(fill: Element, theme: string[]): Partial<Fill> {
  const pattern = child(fill, "patternFill");
  const color = readColor(child(pattern, "bgColor"), theme) ?? readColor(child(pattern, "fgColor"), theme);
  return { pattern: pattern?.attributes.patternType ?? "solid", color };
}

const sides: BorderSide[] = ["left", "right", "top", "bottom", "diagonal"];

function readBorders(borders: Element, theme: string[]): Style["border"] {
  const read: Style["border"] = {};
  for (const side of sides) {
    const element =
      child(borders, side) ??
      (side === "left" ? child(borders, "start") : side === "right" ? child(borders, "end") : undefined);
    const style = element?.attributes.style;
    if (!style || style === "none") continue;
    const border: Border = {
      style,
      color: readColor(child(element, "color"), theme) ?? { rgb: "#000000", auto: true },
    };
    read[side] = border;
  }
  if (isTrue(borders.attributes.diagonalUp)) read.diagonalUp = true;
  if (isTrue(borders.attributes.diagonalDown)) read.diagonalDown = true;
  return read;
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

/** The theme's colours in the order cells name them: light and dark change places. */
export function readTheme(root: Element | null): string[] {
  const scheme = child(child(root ?? undefined, "themeElements"), "clrScheme");
  const colors = (scheme?.children ?? []).map((entry) => {
    const { name, attributes } = entry.children[0] ?? { name: "", attributes: {} };
    return `#${(name === "sysClr" ? (attributes.lastClr ?? "000000") : (attributes.val ?? "000000")).toUpperCase()}`;
  });
  const [dark1, light1, dark2, light2, ...rest] =
    colors.length >= 4 ? colors : ["#000000", "#FFFFFF", "#44546A", "#E7E6E6"];
  return [light1, dark1, light2, dark2, ...rest];
}
