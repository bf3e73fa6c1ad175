import {
  addNamedStyle,
  changeNamedStyle,
  deleteNamedStyle,
  findNamedStyle,
  namedStyles,
} from "../../model/namedStyles";
import type { NamedStyle, StyleParts } from "../../model/namedStyle";
import { type PartialRegistry, type Property, text, truth, value } from "../definition";
import { type Accessor, formatAccessors, protectionAccessors } from "../formatValues";
import { object } from "../targets";
import type { Style } from "../../model/styles";

/** A property of a named style's look: cells that had the style's old value follow. */
export function styleProperty({ get, set }: Accessor): Property<NamedStyle> {
  return {
    get: ({ style }) => get(style),
    set: (named, raw, { workbook, source }) => {
      const was = JSON.stringify(get(named.style));
      changeNamedStyle(
        workbook,
        named,
        (style) => set(style, raw),
        (style) => JSON.stringify(get(style)) === was,
        source,
      );
    },
  };
}

const numberFormat = styleProperty({
  get: (style) => style.numberFormat,
  set: (style: Style, raw) => ({ ...style, numberFormat: text(raw) }),
});

const part = (key: keyof StyleParts): Property<NamedStyle> => ({
  get: ({ parts }) => parts[key],
  set: (named, raw) => {
    named.parts = { ...named.parts, [key]: truth(raw) };
  },
});

const all = (accessors: Record<string, Accessor>) =>
  Object.fromEntries(Object.entries(accessors).map(([name, accessor]) => [name, styleProperty(accessor)]));

const { locked, formulaHidden } = all(protectionAccessors);

export const styleTypes = {
  StyleCollection: {
    items: (workbook) => namedStyles(workbook).map((style) => object("Style", style)),
    item: (workbook, key) => {
      const style = findNamedStyle(workbook, text(key));
      return style ? object("Style", style) : null;
    },
    methods: {
      add: (workbook, [name]) => void addNamedStyle(workbook, text(name)),
    },
  },
  Style: {
    exists: (style, { workbook }) => namedStyles(workbook).includes(style),
    properties: {
      name: value(({ name }) => name),
      builtIn: value(({ builtIn }) => builtIn),
      ...all(formatAccessors),
      // The client sends a text orientation under another name than it reads it by.
      orientation: { set: styleProperty(formatAccessors.textOrientation).set },
      locked,
      formulaHidden,
      numberFormat,
      numberFormatLocal: { ...numberFormat, local: true },
      autoIndent: {
        get: ({ autoIndent }) => autoIndent,
        set: (style, raw) => {
          style.autoIndent = truth(raw);
        },
      },
      includeNumber: part("number"),
      includeFont: part("font"),
      includeAlignment: part("alignment"),
      includeBorder: part("border"),
      includePatterns: part("patterns"),
      includeProtection: part("protection"),
    },
    navigation: {
      borders: (style) => object("RangeBorderCollection", style),
      fill: (style) => object("RangeFill", style),
      font: (style) => object("RangeFont", style),
    },
    methods: {
      delete: (style, _args, { workbook, source }) => deleteNamedStyle(workbook, style, source),
    },
  },
} satisfies PartialRegistry;
