import { type Area, maxColumns, maxRows } from "../../workbook/address";
import { changeStyles } from "../model/formats";
import { hideRows } from "../model/hiddenRows";
import { applyNamedStyle } from "../model/namedStyles";
import { widthFromPoints, type Sheet } from "../model/sheet";
import type { Border, BorderSide, Style } from "../model/styles";
import type { Batch } from "./batch";
import { color, integer, number, oneOf, text, truth } from "./definition";
import { invalidArgument, notImplemented } from "./errors";
import { horizontalWords, patternWords, verticalWords, type Words } from "./words";

/** Formats between the API's words and the model: a reader and a writer for each property, the same whoever asks. */
export interface Accessor {
  get(style: Style): unknown;
  set(style: Style, raw: unknown): Style;
}

export const underlines = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

const font = <K extends keyof Style["font"]>(
  key: K,
  read: (raw: unknown) => Style["font"][K],
  get: (value: Style["font"][K]) => unknown = (value) => value,
): Accessor => ({
  get: (style) => get(style.font[key]),
  set: (style, raw) => ({ ...style, font: { ...style.font, [key]: read(raw) } }),
});

const vertical = (word: "superscript" | "subscript"): Accessor => ({
  get: (style) => style.font.vertical === word,
  set: (style, raw) => ({ ...style, font: { ...style.font, vertical: truth(raw) ? word : "baseline" } }),
});

export const fontAccessors: Record<string, Accessor> = {
  bold: font("bold", truth),
  italic: font("italic", truth),
  name: {
    get: (style) => style.font.name,
    // A named font is no longer the theme's.
    set: (style, raw) => {
      const font = { ...style.font, name: text(raw) };
      delete font.scheme;
      return { ...style, font };
    },
  },
  size: font("size", (raw) => {
    const size = number(raw);
    if (size < 1 || size > 409) throw invalidArgument(`font size ${size}`);
    return size;
  }),
  color: font(
    "color",
    (raw) => ({ rgb: color(raw) }),
    ({ rgb }) => rgb,
  ),
  strikethrough: font("strikethrough", truth),
  underline: font("underline", oneOf(underlines)),
  superscript: vertical("superscript"),
  subscript: vertical("subscript"),
  tintAndShade: {
    get: (style) => style.font.color.tint ?? 0,
    set: (style, raw) => ({
      ...style,
      font: { ...style.font, color: { ...style.font.color, tint: tint(raw) } },
    }),
  },
};

function tint(raw: unknown): number {
  const read = number(raw);
  if (read < -1 || read > 1) throw invalidArgument(`tint ${read}`);
  return read;
}

export const fillAccessors: Record<string, Accessor> = {
  color: {
    get: (style) => (style.fill.pattern === "none" ? "#FFFFFF" : (style.fill.color?.rgb ?? "#FFFFFF")),
    set: (style, raw) =>
      raw === "" || raw === null
        ? { ...style, fill: { pattern: "none", color: null, patternColor: null } }
        : {
            ...style,
            fill: {
              pattern: style.fill.pattern === "none" || style.fill.gradient ? "solid" : style.fill.pattern,
              color: { rgb: color(raw) },
              patternColor: style.fill.gradient ? null : style.fill.patternColor,
            },
          },
  },
  pattern: {
    get: (style) =>
      style.fill.pattern === "gradient" ? "LinearGradient" : patternWords.toApi(style.fill.pattern),
    set: (style, raw) => ({
      ...style,
      fill: { ...style.fill, gradient: undefined, pattern: word(patternWords, raw) },
    }),
  },
  patternColor: {
    get: (style) => style.fill.patternColor?.rgb ?? "#000000",
    set: (style, raw) => ({ ...style, fill: { ...style.fill, patternColor: { rgb: color(raw) } } }),
  },
  patternTintAndShade: {
    get: (style) => style.fill.patternColor?.tint ?? 0,
    set: (style, raw) => ({
      ...style,
      fill: {
        ...style.fill,
        patternColor: { ...(style.fill.patternColor ?? { rgb: "#000000" }), tint: tint(raw) },
      },
    }),
  },
  tintAndShade: {
    get: (style) => style.fill.color?.tint ?? 0,
    set: (style, raw) => ({
      ...style,
      fill: { ...style.fill, color: style.fill.color && { ...style.fill.color, tint: tint(raw) } },
    }),
  },
};

function word(words: Words, raw: unknown): string {
  const found = words.toFile(raw);
  if (found === undefined) throw invalidArgument(`${JSON.stringify(raw)} is no such word`);
  return found;
}

const alignment = <K extends keyof Style["alignment"]>(
  key: K,
  read: (raw: unknown) => Style["alignment"][K],
  get: (value: Style["alignment"][K]) => unknown = (value) => value,
): Accessor => ({
  get: (style) => get(style.alignment[key]),
  set: (style, raw) => ({ ...style, alignment: { ...style.alignment, [key]: read(raw) } }),
});

const readingOrders = ["Context", "LeftToRight", "RightToLeft"] as const;

export const formatAccessors: Record<string, Accessor> = {
  horizontalAlignment: alignment("horizontal", (raw) => word(horizontalWords, raw), horizontalWords.toApi),
  verticalAlignment: alignment("vertical", (raw) => word(verticalWords, raw), verticalWords.toApi),
  wrapText: alignment("wrap", truth),
  shrinkToFit: alignment("shrink", truth),
  indentLevel: {
    get: (style) => style.alignment.indent,
    set: (style, raw) => {
      const indent = integer(raw);
      if (indent < 0 || indent > 250) throw invalidArgument(`indent ${indent}`);
      // Only left, right and distributed text is indented: other text becomes left-aligned, as in Excel.
      const keeps = ["left", "right", "distributed"].includes(style.alignment.horizontal);
      const horizontal = indent > 0 && !keeps ? "left" : style.alignment.horizontal;
      return { ...style, alignment: { ...style.alignment, indent, horizontal } };
    },
  },
  textOrientation: alignment(
    "rotation",
    (raw) => {
      const angle = integer(raw);
      if (angle === 180) return 255;
      if (angle < -90 || angle > 90) throw invalidArgument(`text orientation ${angle}`);
      return angle < 0 ? 90 - angle : angle;
    },
    (rotation) => (rotation === 255 ? 180 : rotation > 90 ? 90 - rotation : rotation),
  ),
  readingOrder: alignment(
    "readingOrder",
    (raw) => readingOrders.indexOf(oneOf(readingOrders)(raw)),
    (order) => readingOrders[order],
  ),
};

export const protectionAccessors: Record<string, Accessor> = {
  locked: {
    get: (style) => style.protection.locked,
    set: (style, raw) => ({ ...style, protection: { ...style.protection, locked: truth(raw) } }),
  },
  formulaHidden: {
    get: (style) => style.protection.hidden,
    set: (style, raw) => ({ ...style, protection: { ...style.protection, hidden: truth(raw) } }),
  },
};

const all = (accessors: Record<string, Accessor>) => (style: Style) =>
  Object.fromEntries(Object.entries(accessors).map(([key, { get }]) => [key, get(style)]));

export const fontOf = all(fontAccessors);
export const fillOf = all(fillAccessors);
export const formatOf = all(formatAccessors);

/** Line style and weight in the API, one word in the file. */
const lineWords: Record<string, [string, string]> = {
  hair: ["Continuous", "Hairline"],
  thin: ["Continuous", "Thin"],
  medium: ["Continuous", "Medium"],
  thick: ["Continuous", "Thick"],
  dashed: ["Dash", "Thin"],
  mediumDashed: ["Dash", "Medium"],
  dashDot: ["DashDot", "Thin"],
  mediumDashDot: ["DashDot", "Medium"],
  dashDotDot: ["DashDotDot", "Thin"],
  mediumDashDotDot: ["DashDotDot", "Medium"],
  dotted: ["Dot", "Thin"],
  double: ["Double", "Thick"],
  slantDashDot: ["SlantDashDot", "Medium"],
};
const lineStyles = [
  "None",
  "Continuous",
  "Dash",
  "DashDot",
  "DashDotDot",
  "Dot",
  "Double",
  "SlantDashDot",
] as const;
const lineWeights = ["Hairline", "Thin", "Medium", "Thick"] as const;

export function lineWord(style: string, weight: string): string {
  const found =
    Object.entries(lineWords).find(([, [s, w]]) => s === style && w === weight) ??
    Object.entries(lineWords).find(([, [s]]) => s === style);
  return found?.[0] ?? "thin";
}

export function readLine(border: Border | undefined): { style: string; weight: string; color: string } {
  const [style, weight] = border ? (lineWords[border.style] ?? ["Continuous", "Thin"]) : ["None", "Thin"];
  return { style, weight, color: border?.color.rgb ?? "#000000" };
}

/** A border with one of its properties changed; undefined for none. Setting weight or colour draws a line where there is none. */
export function changeLine(
  border: Border | undefined,
  property: "style" | "weight" | "color" | "tintAndShade",
  raw: unknown,
): Border | undefined {
  const now = readLine(border);
  const kept = border?.color ?? { rgb: "#000000", auto: true };
  switch (property) {
    case "style": {
      const style = oneOf(lineStyles)(raw);
      return style === "None" ? undefined : { style: lineWord(style, now.weight), color: kept };
    }
    case "weight":
      return {
        style: lineWord(now.style === "None" ? "Continuous" : now.style, oneOf(lineWeights)(raw)),
        color: kept,
      };
    case "color":
      return { style: border?.style ?? "thin", color: { rgb: color(raw) } };
    case "tintAndShade":
      return border && { ...border, color: { ...border.color, tint: tint(raw) } };
  }
}

export function borderOf(style: Style, side: string): Record<string, unknown> {
  const line =
    side === "diagonalDown" || side === "diagonalUp"
      ? style.border[side]
        ? style.border.diagonal
        : undefined
      : style.border[side as BorderSide];
  return { ...readLine(line), tintAndShade: line?.color.tint ?? 0 };
}

/** Sets a style's formats from an object of the API's settable properties. */
function restyled(style: Style, given: Record<string, unknown>): Style {
  let made = style;
  const give = (accessors: Record<string, Accessor>, part: unknown, type: string) => {
    for (const [key, raw] of Object.entries((part ?? {}) as Record<string, unknown>)) {
      if (raw === undefined || raw === null) continue;
      if (!accessors[key]) throw notImplemented(type, key);
      made = accessors[key].set(made, raw);
    }
  };
  const { font: fontPart, fill, borders, protection, ...rest } = given;
  // Sizes belong to rows and columns, not to styles.
  delete rest.rowHeight;
  delete rest.columnWidth;
  give(fontAccessors, fontPart, "CellPropertiesFont");
  give(fillAccessors, fill, "CellPropertiesFill");
  give(protectionAccessors, protection, "FormatProtection");
  give(formatAccessors, rest, "CellPropertiesFormat");
  for (const [side, line] of Object.entries((borders ?? {}) as Record<string, Record<string, unknown>>)) {
    if (!["left", "right", "top", "bottom"].includes(side))
      throw notImplemented("CellPropertiesBorders", side);
    for (const [key, raw] of Object.entries(line)) {
      const changed = changeLine(made.border[side as BorderSide], key as "style", raw);
      made = { ...made, border: { ...made.border, [side]: changed } };
    }
  }
  return made;
}

/** Applies settable cell, row or column properties to an area. */
export function applyFormat(batch: Batch, sheet: Sheet, area: Area, given: Record<string, unknown>): void {
  const { format, numberFormat, style, rowHidden, columnHidden, ...rest } = given ?? {};
  const unknown = Object.keys(rest)[0];
  if (unknown) throw notImplemented("SettableCellProperties", unknown);
  const { workbook, source } = batch;
  const formats = (format ?? {}) as Record<string, unknown>;
  changeStyles(
    workbook,
    sheet,
    area,
    (old) => {
      // A named style overwrites what was; formats given beside it come after.
      const made = restyled(style === undefined ? old : applyNamedStyle(workbook, old, text(style)), formats);
      return numberFormat === undefined ? made : { ...made, numberFormat: text(numberFormat) };
    },
    source,
  );
  if (formats.rowHeight !== undefined) setRowHeight(sheet, area, formats.rowHeight);
  if (formats.columnWidth !== undefined) setColumnWidth(sheet, area, formats.columnWidth);
  if (rowHidden !== undefined)
    hideRows(workbook, sheet, area.row, area.rowCount, () => truth(rowHidden), source);
  if (columnHidden !== undefined)
    for (let c = area.column; c < area.column + area.columnCount; c++)
      (sheet.columns[c] ??= {}).hidden = truth(columnHidden);
}

export function setRowHeight(sheet: Sheet, area: Area, raw: unknown): void {
  const height = number(raw);
  if (height < 0 || height > 409.5) throw invalidArgument(`row height ${height}`);
  if (area.rowCount === maxRows) {
    sheet.defaultRowHeight = height;
    sheet.rows.forEach((row) => row && delete row.height);
    return;
  }
  for (let r = area.row; r < area.row + area.rowCount; r++) sheet.ensureRow(r).height = height;
}

export function setColumnWidth(sheet: Sheet, area: Area, raw: unknown): void {
  const points = number(raw);
  const width = widthFromPoints(points);
  if (width < 0 || width > 256) throw invalidArgument(`column width ${points}`);
  if (area.columnCount === maxColumns) {
    sheet.defaultColumnWidth = (points / 0.75 - 5) / 7;
    sheet.columns.forEach((column) => column && delete column.width);
    return;
  }
  for (let c = area.column; c < area.column + area.columnCount; c++) (sheet.columns[c] ??= {}).width = width;
}
