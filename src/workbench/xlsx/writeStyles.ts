import type { PartialStyle } from "../model/parts";
import {
  type Border,
  type Borders,
  type BorderSide,
  type Color,
  defaultStyle,
  type Fill,
  type Font,
  type Style,
  type StyleTable,
} from "../model/styles";
import { builtInFormat } from "./builtInFormats";
import type { ReadColor } from "./colors";
import { WorkbookFileError } from "./fileError";
import { readXml } from "./package";
import { readBorders, readFill, readFont } from "./readStyles";
import {
  child,
  childrenOf,
  type Element,
  excelAttribute,
  mainNamespace,
  splice,
  tag,
  unescapeExcel,
  withDefaultNamespace,
  xmlHeader,
} from "./xml";

/** Excel opens no workbook with more. */
const mostStyles = 65_490;

/** The schema's order of lists. */
const order =
  "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split(" ");

/**
 * styles.xml with the styles that cells have got since it was read added at the end of its lists: what stands there keeps
 * its numbers and its words.
 */
export class StyleWriter {
  private readonly text: string;
  private readonly root: Element;
  private readonly added = new Map<string, string[]>();
  private readonly known = new Map<string, Map<string, number>>();
  private readonly numbers = new Map<number, number>();
  private readonly cellStyles: Map<string, string>;
  /** How many cell styles the file has: those keep their numbers. */
  private readonly count: number;
  private nextFormat = 164;

  constructor(
    text: string,
    private readonly styles: StyleTable,
    color: ReadColor,
  ) {
    this.text = withDefaultNamespace(text);
    this.root = readXml(this.text);
    this.count = Math.max(1, childrenOf(child(this.root, "cellXfs"), "xf").length);
    for (const { attributes } of childrenOf(child(this.root, "numFmts"), "numFmt")) {
      this.nextFormat = Math.max(this.nextFormat, Number(attributes.numFmtId) + 1);
      this.knownIn("formats").set(unescapeExcel(attributes.formatCode ?? ""), Number(attributes.numFmtId));
    }
    const learn = (list: string, xml: (element: Element) => string) =>
      child(this.root, list)?.children.forEach((element, number) => {
        const known = this.knownIn(list);
        if (!known.has(xml(element))) known.set(xml(element), number);
      });
    learn("fonts", (font) => fontXml(readFont(font, color)));
    learn("fills", (fill) => fillXml(readFill(fill, color, this.text)));
    learn("borders", (border) => bordersXml(readBorders(border, color)));
    this.cellStyles = new Map(
      childrenOf(child(this.root, "cellStyles"), "cellStyle").map(({ attributes }) => [
        attributes.name,
        attributes.xfId ?? "0",
      ]),
    );
  }

  /** The number of a style in the file; one that has come is added when it is first asked for. */
  number(id: number): number {
    if (id < this.count) return id;
    let number = this.numbers.get(id);
    if (number === undefined) {
      number = this.unique("cellXfs", this.cellStyle(this.styles.get(id)));
      if (number >= mostStyles) throw new WorkbookFileError("forMangaFormat");
      this.numbers.set(id, number);
    }
    return number;
  }

  /** The number of a conditional format's look. */
  differential(style: PartialStyle): number {
    return this.unique("dxfs", this.differentialXml(style));
  }

  differentialXml({ font, numberFormat, fill, border }: PartialStyle): string {
    const format =
      numberFormat &&
      tag("numFmt", { numFmtId: this.format(numberFormat), formatCode: excelAttribute(numberFormat) });
    const inner =
      (font ? fontXml(font, true) : "") +
      (format ?? "") +
      (fill ? differentialFill(fill) : "") +
      (border ? bordersXml(border) : "");
    return tag("dxf", {}, inner);
  }

  get changed(): boolean {
    return this.added.size > 0;
  }

  /** The part with everything that was added. */
  toString(): string {
    const edits = [...this.added].map(([list, items]) => {
      const existing = child(this.root, list);
      if (!existing) {
        const at = this.placeFor(list);
        return { start: at, end: at, text: tag(list, { count: items.length }, items.join("")) };
      }
      const count = existing.children.length + items.length;
      const inner = this.text.slice(existing.innerStart, existing.innerEnd);
      const open = this.text
        .slice(existing.start, existing.innerStart)
        .replace(/\scount\s*=\s*("[^"]*"|'[^']*')/, "")
        .replace(/\s*\/?>$/, "");
      const name = /^<([^\s/>]+)/.exec(open)![1];
      return {
        start: existing.start,
        end: existing.end,
        text: `${open} count="${count}">${inner}${items.join("")}</${name}>`,
      };
    });
    return splice(this.text, edits);
  }

  private placeFor(list: string): number {
    const before = order.slice(0, order.indexOf(list)).reverse();
    const previous = before.map((name) => child(this.root, name)).find((found) => found !== undefined);
    return previous ? previous.end : this.root.innerStart;
  }

  private knownIn(list: string): Map<string, number> {
    let known = this.known.get(list);
    if (!known) this.known.set(list, (known = new Map()));
    return known;
  }

  private unique(list: string, xml: string): number {
    const known = this.knownIn(list);
    let number = known.get(xml);
    if (number === undefined) known.set(xml, (number = this.append(list, xml)));
    return number;
  }

  private append(list: string, xml: string): number {
    const items = this.added.get(list) ?? [];
    this.added.set(list, items);
    items.push(xml);
    return (child(this.root, list)?.children.length ?? 0) + items.length - 1;
  }

  /** The number of a named style; one that the file lacks is added, and looks as the first cell that has it. */
  private namedStyle(name: string, look: Record<string, number>, inner: string): string | null {
    if (!child(this.root, "cellStyleXfs")) return null;
    const known = this.cellStyles.get(name);
    if (known !== undefined) return known;
    const xfId = this.append("cellStyleXfs", tag("xf", look, inner));
    this.append("cellStyles", tag("cellStyle", { name, xfId, builtinId: builtInNumber(name) }));
    this.cellStyles.set(name, String(xfId));
    return String(xfId);
  }

  private format(code: string): number {
    const builtIn = builtInFormat(code);
    if (builtIn !== undefined) return builtIn;
    const known = this.knownIn("formats");
    let number = known.get(code);
    if (number === undefined) {
      number = this.nextFormat++;
      known.set(code, number);
      this.unique("numFmts", tag("numFmt", { numFmtId: number, formatCode: excelAttribute(code) }));
    }
    return number;
  }

  private cellStyle(style: Style): string {
    const { alignment, protection, border } = style;
    const numFmtId = this.format(style.numberFormat);
    const { horizontal, vertical, rotation, indent, readingOrder } = alignment;
    const aligned = tag("alignment", {
      horizontal: horizontal === "general" ? null : horizontal,
      vertical: vertical === "bottom" ? null : vertical,
      textRotation: rotation || null,
      wrapText: alignment.wrap || null,
      indent: indent || null,
      shrinkToFit: alignment.shrink || null,
      readingOrder: readingOrder || null,
    });
    const guarded = tag("protection", {
      locked: protection.locked ? null : false,
      hidden: protection.hidden || null,
    });
    const inner = [aligned, guarded].filter((xml) => /\s/.test(xml)).join("");
    const look = {
      numFmtId,
      fontId: this.unique("fonts", fontXml(style.font)),
      fillId: this.unique("fills", fillXml(style.fill)),
      borderId: this.unique("borders", bordersXml(border)),
    };
    return tag(
      "xf",
      {
        ...look,
        xfId: this.namedStyle(style.cellStyle, look, inner),
        quotePrefix: style.quotePrefix || null,
        applyNumberFormat: numFmtId !== 0 || null,
        applyFont: true,
        applyFill: style.fill.pattern !== "none" || null,
        applyBorder: Object.keys(border).length > 0 || null,
        applyAlignment: inner.includes("<alignment") || null,
        applyProtection: inner.includes("<protection") || null,
      },
      inner,
    );
  }
}

/** Excel's own styles by the numbers the file knows them by. */
const builtInNumbers: Record<string, number> = {
  Normal: 0,
  Comma: 3,
  Currency: 4,
  Percent: 5,
  "Comma [0]": 6,
  "Currency [0]": 7,
  Hyperlink: 8,
  "Followed Hyperlink": 9,
  Note: 10,
  "Warning Text": 11,
  Title: 15,
  "Heading 1": 16,
  "Heading 2": 17,
  "Heading 3": 18,
  "Heading 4": 19,
  Input: 20,
  Output: 21,
  Calculation: 22,
  "Check Cell": 23,
  "Linked Cell": 24,
  Total: 25,
  Good: 26,
  Bad: 27,
  Neutral: 28,
  "Explanatory Text": 53,
};

/** "Accent1" is 29, its 20 %, 40 % and 60 % the three after it, "Accent2" 33 … */
function builtInNumber(name: string): number | null {
  const accent = /^(?:([246])0% - )?Accent([1-6])$/.exec(name);
  if (accent) return 25 + 4 * Number(accent[2]) + Number(accent[1] ?? 0) / 2;
  return builtInNumbers[name] ?? null;
}

export function colorXml(name: string, { rgb, theme, tint, indexed, auto }: Color): string {
  if (theme !== undefined) return tag(name, { theme, tint });
  if (indexed !== undefined) return tag(name, { indexed, tint });
  return auto ? tag(name, { auto: true }) : tag(name, { rgb: `FF${rgb.slice(1).toUpperCase()}`, tint });
}

const underlines: Record<string, string | undefined> = {
  Single: undefined,
  Double: "double",
  SingleAccountant: "singleAccounting",
  DoubleAccountant: "doubleAccounting",
};

/** In the order Excel writes them. A partial font says what it is not, too. */
function fontXml(font: Partial<Font>, partial = false): string {
  const flag = (name: string, on: boolean | undefined) =>
    on ? tag(name) : on === false && partial ? tag(name, { val: false }) : "";
  return tag(
    "font",
    {},
    flag("b", font.bold) +
      flag("i", font.italic) +
      flag("strike", font.strikethrough) +
      (font.underline && font.underline !== "None" ? tag("u", { val: underlines[font.underline] }) : "") +
      (font.vertical && font.vertical !== "baseline" ? tag("vertAlign", { val: font.vertical }) : "") +
      (font.size === undefined ? "" : tag("sz", { val: font.size })) +
      (font.color && !font.color.auto ? colorXml("color", font.color) : "") +
      (font.name === undefined ? "" : tag("name", { val: font.name })) +
      (font.family === undefined ? "" : tag("family", { val: font.family })) +
      (font.charset === undefined ? "" : tag("charset", { val: font.charset })) +
      (font.scheme === undefined ? "" : tag("scheme", { val: font.scheme })),
  );
}

function fillXml({ pattern, color, patternColor, gradient }: Fill): string {
  if (gradient) return tag("fill", {}, gradient);
  const inner =
    (color ? colorXml("fgColor", color) : "") +
    (patternColor
      ? colorXml("bgColor", patternColor)
      : pattern === "solid"
        ? tag("bgColor", { indexed: 64 })
        : "");
  return tag("fill", {}, tag("patternFill", { patternType: pattern }, inner));
}

function differentialFill({ pattern, color, patternColor }: Partial<Fill>): string {
  const solid = pattern === undefined || pattern === "solid";
  const inner =
    (patternColor ? colorXml("fgColor", patternColor) : "") + (color ? colorXml("bgColor", color) : "");
  return tag("fill", {}, tag("patternFill", { patternType: solid ? null : pattern }, inner));
}

const sides: BorderSide[] = ["left", "right", "top", "bottom", "diagonal"];

function bordersXml(border: Borders): string {
  const side = (name: BorderSide, { style, color }: Border) => tag(name, { style }, colorXml("color", color));
  const inner = sides.map((name) => (border[name] ? side(name, border[name]) : tag(name))).join("");
  return tag("border", { diagonalUp: border.diagonalUp, diagonalDown: border.diagonalDown }, inner);
}

/** The least styles.xml that Excel accepts, with the table's first style as the default. */
export function newStyles({ font }: Style = defaultStyle): string {
  const gray = tag("fill", {}, tag("patternFill", { patternType: "gray125" }));
  const none = tag("fill", {}, tag("patternFill", { patternType: "none" }));
  const xf = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
  return (
    xmlHeader +
    tag(
      "styleSheet",
      { xmlns: mainNamespace },
      tag("fonts", { count: 1 }, fontXml(font)) +
        tag("fills", { count: 2 }, none + gray) +
        tag("borders", { count: 1 }, bordersXml({})) +
        tag("cellStyleXfs", { count: 1 }, tag("xf", xf)) +
        tag("cellXfs", { count: 1 }, tag("xf", { ...xf, xfId: 0 })) +
        tag("cellStyles", { count: 1 }, tag("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 })) +
        tag("dxfs", { count: 0 }) +
        tag("tableStyles", {
          count: 0,
          defaultTableStyle: "TableStyleMedium2",
          defaultPivotStyle: "PivotStyleLight16",
        }),
    )
  );
}
