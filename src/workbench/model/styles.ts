/** A cell's style, whole. Colours are "#RRGGBB"; a theme colour keeps its reference so that a save can write it back. */
export interface Style {
  numberFormat: string;
  font: Font;
  fill: Fill;
  border: Borders;
  alignment: Alignment;
  protection: { locked: boolean; hidden: boolean };
  /** The named cell style ("Normal", "Percent"). */
  cellStyle: string;
  quotePrefix: boolean;
}

export interface Color {
  rgb: string;
  theme?: number;
  tint?: number;
  indexed?: number;
  auto?: boolean;
}

export interface Font {
  name: string;
  size: number;
  bold: boolean;
  italic: boolean;
  underline: "None" | "Single" | "Double" | "SingleAccountant" | "DoubleAccountant";
  strikethrough: boolean;
  vertical: "baseline" | "superscript" | "subscript";
  color: Color;
  /** Attributes Excel writes that have no member of their own (family, scheme, charset). */
  family?: number;
  scheme?: string;
  charset?: number;
}

export interface Fill {
  /** "none" and "solid", or one of Excel's pattern names as in the file ("gray125"). "gradient": see `gradient`. */
  pattern: string;
  /** The visible colour of a solid fill. */
  color: Color | null;
  patternColor: Color | null;
  /** The gradientFill element as read, written back unchanged. */
  gradient?: string;
}

export type BorderSide = "left" | "right" | "top" | "bottom" | "diagonal";
export interface Border {
  /** The file's word: thin, medium, thick, double, hair, dotted, dashed … */
  style: string;
  color: Color;
}
export type Borders = Partial<Record<BorderSide, Border>> & { diagonalUp?: boolean; diagonalDown?: boolean };

export interface Alignment {
  /** The file's words: general, left, center, right, fill, justify, centerContinuous, distributed. */
  horizontal: string;
  /** top, center, bottom, justify, distributed. */
  vertical: string;
  indent: number;
  wrap: boolean;
  shrink: boolean;
  rotation: number;
  readingOrder: number;
}

export const defaultFont: Font = {
  name: "Calibri",
  size: 11,
  bold: false,
  italic: false,
  underline: "None",
  strikethrough: false,
  vertical: "baseline",
  color: { rgb: "#000000", theme: 1 },
  family: 2,
  scheme: "minor",
};

export const defaultStyle: Style = {
  numberFormat: "General",
  font: defaultFont,
  fill: { pattern: "none", color: null, patternColor: null },
  border: {},
  alignment: {
    horizontal: "general",
    vertical: "bottom",
    indent: 0,
    wrap: false,
    shrink: false,
    rotation: 0,
    readingOrder: 0,
  },
  protection: { locked: true, hidden: false },
  cellStyle: "Normal",
  quotePrefix: false,
};

/** Every style in use, each once. Cells hold its number; 0 is the workbook's default. Styles are never changed in place. */
export class StyleTable {
  private readonly styles: Style[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(first: Style = defaultStyle) {
    this.add(first);
  }

  get count(): number {
    return this.styles.length;
  }

  get(id: number): Style {
    return this.styles[id];
  }

  /** The style's number; an equal style has the same. */
  add(style: Style): number {
    const key = JSON.stringify(style);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.styles.push(style);
    this.numbers.set(key, this.styles.length - 1);
    return this.styles.length - 1;
  }

  /** Takes the style as the next number even when an equal one exists: a file's own order is kept. */
  append(style: Style): number {
    this.styles.push(style);
    const key = JSON.stringify(style);
    if (!this.numbers.has(key)) this.numbers.set(key, this.styles.length - 1);
    return this.styles.length - 1;
  }

  /** Makes `style` the default in place of what the table began with. */
  replaceDefault(style: Style): void {
    this.numbers.delete(JSON.stringify(this.styles[0]));
    this.styles[0] = style;
    this.numbers.set(JSON.stringify(style), 0);
  }
}
