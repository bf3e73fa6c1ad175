import type { ConditionalFormat, DataBarLook, Threshold } from "../model/parts";
import { child, type Element, escapeText, isTrue, tag } from "./xml";

type DataBar = NonNullable<ConditionalFormat["dataBar"]>;

const axisFormats: Record<string, string> = { automatic: "Automatic", middle: "CellMidPoint", none: "None" };
const directions: Record<string, string> = {
  context: "Context",
  leftToRight: "LeftToRight",
  rightToLeft: "RightToLeft",
};
const wordIn = (words: Record<string, string>, wanted: string) =>
  Object.keys(words).find((word) => words[word] === wanted);

/** As Excel draws a new bar, in so far as the schema means something else by what is left out. */
const standard = {
  gradient: true,
  minLength: 0,
  maxLength: 100,
  negativeFill: "#FF0000",
  axisColor: "#000000",
  direction: "Context",
  axisFormat: "Automatic",
} as const satisfies DataBarLook;

/** How an x14:dataBar is drawn otherwise than a new one; null when it isn't. */
export function readBarLook(
  bar: Element,
  color: string,
  rgb: (element: Element) => string,
): DataBarLook | null {
  const { attributes } = bar;
  const colored = (name: string) => {
    const element = child(bar, name);
    return element && rgb(element);
  };
  const borderColor = isTrue(attributes.border) ? (colored("borderColor") ?? color) : undefined;
  const negativeFill = isTrue(attributes.negativeBarColorSameAsPositive)
    ? color
    : colored("negativeFillColor");
  const negativeBorder = isTrue(attributes.negativeBarBorderColorSameAsPositive, true)
    ? borderColor
    : colored("negativeBorderColor");
  const look: DataBarLook = {
    gradient: isTrue(attributes.gradient, true),
    minLength: Number(attributes.minLength ?? 10),
    maxLength: Number(attributes.maxLength ?? 90),
    axisColor: colored("axisColor") ?? "",
    borderColor,
    negativeFill,
    negativeBorder,
    direction: directions[attributes.direction ?? "context"],
    axisFormat: axisFormats[attributes.axisPosition ?? "automatic"],
  };
  const other = Object.entries(look).filter(
    ([key, value]) => value !== undefined && value !== standard[key as keyof typeof standard],
  );
  return other.length === 0 ? null : Object.fromEntries(other);
}

const argb = (rgb: string) => ({ rgb: `FF${rgb.slice(1).toUpperCase()}` });

export const extendedThreshold = ({ type, value, gte }: Threshold): string =>
  tag(
    "x14:cfvo",
    { type, gte: gte === false ? false : null },
    value === undefined ? "" : tag("xm:f", {}, escapeText(value)),
  );

export function extendedBar({ color, showValue, min, max, look }: DataBar): string {
  const { borderColor = "", negativeBorder = "", ...drawn } = { ...standard, ...look };
  const { negativeFill, axisColor } = drawn;
  const border = borderColor !== "";
  const sameFill = negativeFill === color;
  const sameBorder = negativeBorder === borderColor;
  const colored = (name: string, rgb: string) => (rgb === "" ? "" : tag(`x14:${name}`, argb(rgb)));
  return tag(
    "x14:dataBar",
    {
      minLength: drawn.minLength,
      maxLength: drawn.maxLength,
      showValue: showValue ? null : false,
      border: border || null,
      gradient: drawn.gradient ? null : false,
      direction: wordIn(directions, drawn.direction),
      negativeBarColorSameAsPositive: sameFill || null,
      negativeBarBorderColorSameAsPositive: border && !sameBorder ? false : null,
      axisPosition: wordIn(axisFormats, drawn.axisFormat),
    },
    extendedThreshold(min) +
      extendedThreshold(max) +
      colored("fillColor", color) +
      colored("borderColor", borderColor) +
      (sameFill ? "" : colored("negativeFillColor", negativeFill)) +
      (border && !sameBorder ? colored("negativeBorderColor", negativeBorder) : "") +
      colored("axisColor", axisColor),
  );
}
