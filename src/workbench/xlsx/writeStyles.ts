import type { PartialStyle } from "../model/parts";
import type { Border, BorderSide, Borders, Color, Fill, Font, Style, StyleTable } from "../model/styles";
import { builtInFormat } from "./readStyles";
import { child, type Element, escapeAttribute, parseXml, splice, tag } from "./xml";

/**
 * styles.xml with the styles that have come since it was read added at the end of its lists: what stands there keeps its
 * numbers and its words. `known` is how many cell styles the part holds.
 */
export class StyleWriter {
  private readonly root: Element;
  private readonly added = new Map<string, string[]>();
  private readonly known: Record<string, Map<string, number>> = {};
  private customFormats = 200;

  constructor(private readonly text: string) {
    this.root = parseXml(text);
    for (const { attributes } of child(this.root, "numFmts")?.children ?? []) {
      this.customFormats = Math.max(this.customFormats, Number(attributes.numFmtId) + 1);
    }
  }

  /** Adds the table's styles from number `from` on. */
  addStyles(styles: StyleTable, from: number): void {
    for (let id = from; id < styles.count; id++) this.add("cellXfs", this.cellStyle(styles.get(id)));
  }

  /** The number of a conditional format's look. */
  differential(style: PartialStyle): number {
    const inner =
      (style.font ? tag("font", {}, fontInner(style.font)) : "") +
      (style.numberFormat
        ? tag("numFmt", { numFmtId: this.format(style.numberFormat), formatCode: style.numberFormat })
        : "") +
      (style.fill?.color ? tag("fill", {}, tag("patternFill", {}, color("bgColor", style.fill.color))) : "") +
      (style.border ? borders(style.border) : "");
    return this.unique("dxfs", tag("dxf", {}, inner));
  }

  /** The part's text with everything that was added. */
  toString(): string {
    const edits: { start: number; end: number; text: string }[] = [];
    for (const [list, items] of this.added) {
      const existing = child(this.root, list);
      if (!existing) {
        edits.push({ ...this.placeFor(list), text: tag(list, { count: items.length }, items.join("")) });
        continue;
      }
      const count = existing.children.length + items.length;
      const open = this.text
        .slice(existing.start, existing.innerStart)
        .replace(/\scount="[^"]*"/, "")
        .replace(/\s*\/?>$/, "");
      const name = /^<([\w:]+)/.exec(open)![1];
      const inner = this.text.slice(existing.innerStart, existing.innerEnd);
      edits.push({
        start: existing.start,
        end: existing.end,
        text: `${open} count="${count}">${inner}${items.join("")}</${name}>`,
      });
    }
    return edits.length === 0 ? this.text : splice(this.text, edits);
  }

  /** The schema's order of lists. */
  private placeFor(list: string): { start: number; end: number } {
    const order = [
      "numFmts",
      "fonts",
      "fills",
      "borders",
      "cellStyleXfs",
      "cellXfs",
      "cellStyles",
      "dxfs",
      "tableStyles",
      "colors",
      "extLst",
    ];
    const before = order.slice(0, order.indexOf(list)).reverse();
    const previous = before.map((name) => child(this.root, name)).find((found) => found !== undefined);
    const at = previous ? previous.end : this.root.innerStart;
    return { start: at, end: at };
  }

  private add(list: string, xml: string): number {
    const items = this.added.get(list) ?? [];
    this.added.set(list, [...items, xml]);
    return (child(this.root, list)?.children.length ?? 0) + items.length;
  }

  private unique(list: string, xml: string): number {
    const known = (this.known[list] ??= new Map());
    const number = known.get(xml) ?? this.add(list, xml);
    known.set(xml, number);
    return number;
  }

  private format(code: string): number {
    const builtIn = builtInFormat(code);
    if (builtIn !== undefined) return builtIn;
    const existing = child(this.root, "numFmts")?.children.find(
      ({ attributes }) => attributes.formatCode === code,
    );
    if (existing) return Number(existing.attributes.numFmtId);
    const known = (this.known.formats ??= new Map());
    const number = known.get(code) ?? this.customFormats++;
    if (!known.has(code)) this.add("numFmts", tag("numFmt", { numFmtId: number, formatCode: code }));
    known.set(code, number);
    return number;
  }

  private cellStyle({ numberFormat, font, fill, border, alignment, protection, quotePrefix }: Style): string {
    const numFmtId = this.format(numberFormat);
    const aligned = tag("alignment", {
      horizontal: alignment.horizontal === "general" ? null : alignment.horizontal,
      vertical: alignment.vertical === "bottom" ? null : alignment.vertical,
      textRotation: alignment.rotation || null,
      wrapText: alignment.wrap || null,
      indent: alignment.indent || null,
      shrinkToFit: alignment.shrink || null,
      readingOrder: alignment.readingOrder || null,
    });
    const guarded = tag("protection", {
      locked: protection.locked ? null : false,
      hidden: protection.hidden || null,
    });
    return tag(
      "xf",
      {
        numFmtId,
        fontId: this.unique("fonts", tag("font", {}, fontInner(font))),
        fillId: this.unique("fills", fillXml(fill)),
        borderId: this.unique("borders", borders(border)),
        xfId: 0,
        quotePrefix: quotePrefix || null,
        applyNumberFormat: numFmtId !== 0 || null,
        applyFont: true,
        applyFill: fill.pattern !== "none" || null,
        applyBorder: Object.keys(border).length > 0 || null,
        applyAlignment: aligned !== "<alignment/>" || null,
        applyProtection: guarded !== "<protection/>" || null,
      },
      (aligned === "<alignment/>" ? "" : aligned) + (guarded === "<protection/>" ? "" : guarded),
    );
  }
}

export function color(name: string, { rgb, theme, tint, indexed, auto }: Color): string {
  if (theme !== undefined) return tag(name, { theme, tint });
  if (indexed !== undefined) return tag(name, { indexed });
  return auto ? tag(name, { auto: true }) : tag(name, { rgb: `FF${rgb.slice(1)}` });
}

const underlines: Record<string, string> = {
  Single: "single",
  Double: "double",
  SingleAccountant: "singleAccounting",
  DoubleAccountant: "doubleAccounting",
};

function fontInner(font: Partial<Font>): string {
  return [
    font.bold ? tag("b") : "",
    font.italic ? tag("i") : "",
    font.strikethrough ? tag("strike") : "",
    font.underline && font.underline !== "None" ? tag("u", { val: underlines[font.underline] }) : "",
    font.vertical && font.vertical !== "baseline" ? tag("vertAlign", { val: font.vertical }) : "",
    font.size !== undefined ? tag("sz", { val: font.size }) : "",
    font.color ? color("color", font.color) : "",
    font.name !== undefined ? tag("name", { val: font.name }) : "",
    font.family !== undefined ? tag("family", { val: font.family }) : "",
    font.charset !== undefined ? tag("charset", { val: font.charset }) : "",
    font.scheme !== undefined ? tag("scheme", { val: font.scheme }) : "",
  ].join("");
}

function fillXml(fill: Fill): string {
  if (fill.gradient) return tag("fill", {}, fill.gradient);
  const inner =
    (fill.color ? color("fgColor", fill.color) : "") +
    (fill.patternColor ? color("bgColor", fill.patternColor) : "");
  return tag("fill", {}, tag("patternFill", { patternType: fill.pattern }, inner));
}

const sides: BorderSide[] = ["left", "right", "top", "bottom", "diagonal"];

function borders(border: Borders): string {
  const side = (name: BorderSide, { style, color: ink }: Border) => tag(name, { style }, color("color", ink));
  const inner = sides.map((name) => (border[name] ? side(name, border[name]) : tag(name))).join("");
  return tag("border", { diagonalUp: border.diagonalUp, diagonalDown: border.diagonalDown }, inner);
}

/** The least styles.xml that Excel accepts, with the table's first style as the default. */
export function newStyles(first: Style): string {
  const { font } = first;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font>${fontInner(font)}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="${escapeAttribute("Normal")}" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`;
}
