import type { Color } from "../model/styles";
import { child, childrenOf, type Element, isTrue } from "./xml";

/** A colour element as the model has it; null for none. */
export type ReadColor = (element: Element | undefined) => Color | null;

/** The palette of files that name colours by number, where they bring none of their own. */
const standardPalette =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(
    " ",
  );

export function colorReader(theme: string[], indexed: Element | undefined): ReadColor {
  const own = childrenOf(indexed, "rgbColor").map(({ attributes }) =>
    (attributes.rgb ?? "").slice(-6).toUpperCase(),
  );
  const palette = own.length > 0 ? own : standardPalette;
  return (element) => {
    if (!element) return null;
    const { rgb, theme: number, tint, indexed: at, auto } = element.attributes;
    const shade = Number(tint ?? 0) || 0;
    const tinted = shade === 0 ? {} : { tint: shade };
    if (number !== undefined)
      return { rgb: withTint(theme[Number(number)] ?? "#000000", shade), theme: Number(number), ...tinted };
    if (rgb !== undefined && /^[0-9a-f]{6,8}$/i.test(rgb))
      return { rgb: withTint(`#${rgb.slice(-6).toUpperCase()}`, shade), ...tinted };
    // 64 and 65 are the system's text and background.
    if (at !== undefined)
      return {
        rgb: `#${palette[Number(at)] ?? (at === "65" ? "FFFFFF" : "000000")}`,
        indexed: Number(at),
        ...tinted,
      };
    return isTrue(auto) ? { rgb: "#000000", auto: true } : null;
  };
}

/** A colour made lighter (tint above 0) or darker: its luminance moves towards white or black, hue and saturation stay. */
export function withTint(color: string, tint: number): string {
  if (tint === 0) return color;
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  const [max, min] = [Math.max(r, g, b), Math.min(r, g, b)];
  const luminance = (max + min) / 2;
  const moved = tint < 0 ? luminance * (1 + tint) : luminance + (1 - luminance) * tint;
  const span = max - min;
  const saturation = span === 0 ? 0 : span / (1 - Math.abs(2 * luminance - 1));
  const chroma = (1 - Math.abs(2 * moved - 1)) * saturation;
  const channel = (value: number) => {
    const share = span === 0 ? 0.5 : (value - min) / span;
    return Math.round(255 * Math.min(1, Math.max(0, moved + chroma * (share - 0.5))));
  };
  return `#${[r, g, b].map((value) => channel(value).toString(16).toUpperCase().padStart(2, "0")).join("")}`;
}

/** The theme's colours in the order cells name them: light and dark change places. */
export function readTheme(root: Element | null): string[] {
  const scheme = child(child(root, "themeElements"), "clrScheme");
  const colors = (scheme?.children ?? []).map((entry) => {
    const { name, attributes } = entry.children[0] ?? { name: "", attributes: {} as Record<string, string> };
    return `#${(name === "sysClr" ? (attributes.lastClr ?? "000000") : (attributes.val ?? "000000")).toUpperCase()}`;
  });
  const [dark1, light1, dark2, light2, ...rest] = colors.length >= 4 ? colors : standardTheme;
  return [light1, dark1, light2, dark2, ...rest];
}

/** dark 1, light 1, dark 2, light 2, six accents, link, followed link. */
export const standardTheme = [
  "#000000",
  "#FFFFFF",
  "#44546A",
  "#E7E6E6",
  "#4472C4",
  "#ED7D31",
  "#A5A5A5",
  "#FFC000",
  "#5B9BD5",
  "#70AD47",
  "#0563C1",
  "#954F72",
];
