import type { Border, Borders, Color, Fill, Font } from "./styles";

/** One of Excel's own cell styles: what it says beyond Normal, and which parts of a cell it decides. */
export interface BuiltInStyle {
  name: string;
  parts: string[];
  numberFormat?: string;
  font?: Partial<Font>;
  fill?: Fill;
  border?: Borders;
}

/** The Office theme's colours by their place in the theme. */
const theme: Record<number, string> = {
  0: "#FFFFFF",
  1: "#000000",
  3: "#44546A",
  4: "#4472C4",
  5: "#ED7D31",
  6: "#A5A5A5",
  7: "#FFC000",
  8: "#5B9BD5",
  9: "#70AD47",
};

function themed(place: number, tint = 0): Color {
  const parts = [1, 3, 5].map((at) => parseInt(theme[place].slice(at, at + 2), 16));
  const lighter = parts.map((part) => Math.round(part + (255 - part) * tint));
  const rgb = `#${lighter.map((part) => part.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
  return tint === 0 ? { rgb, theme: place } : { rgb, theme: place, tint };
}

const solid = (color: Color): Fill => ({ pattern: "solid", color, patternColor: null });
const plain = (rgb: string): Color => ({ rgb });
const box = (style: string, color: Color): Borders => {
  const line: Border = { style, color };
  return { left: line, right: line, top: line, bottom: line };
};

const heading = (name: string, size: number, border: Borders | undefined): BuiltInStyle => ({
  name,
  parts: border ? ["font", "border"] : ["font"],
  font: { bold: true, size, color: themed(3) },
  ...(border && { border }),
});

const accents: BuiltInStyle[] = [1, 2, 3, 4, 5, 6].flatMap((number) => {
  const place = number + 3;
  const shades = [
    ["20%", 0.8, 1],
    ["40%", 0.6, 1],
    ["60%", 0.4, 0],
  ] as const;
  return [
    {
      name: `Accent${number}`,
      parts: ["font", "patterns"],
      font: { color: themed(0) },
      fill: solid(themed(place)),
    },
    ...shades.map(([percent, tint, ink]) => ({
      name: `${percent} - Accent${number}`,
      parts: ["font", "patterns"],
      font: { color: themed(ink) },
      fill: solid(themed(place, tint)),
    })),
  ];
});

/** Normal is the workbook's own default and stands beside these. */
export const builtInStyles: BuiltInStyle[] = [
  {
    name: "Comma",
    parts: ["number"],
    numberFormat: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
  },
  { name: "Comma [0]", parts: ["number"], numberFormat: '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)' },
  {
    name: "Currency",
    parts: ["number"],
    numberFormat: '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)',
  },
  {
    name: "Currency [0]",
    parts: ["number"],
    numberFormat: '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)',
  },
  { name: "Percent", parts: ["number"], numberFormat: "0%" },
  {
    name: "Good",
    parts: ["font", "patterns"],
    font: { color: plain("#006100") },
    fill: solid(plain("#C6EFCE")),
  },
  {
    name: "Bad",
    parts: ["font", "patterns"],
    font: { color: plain("#9C0006") },
    fill: solid(plain("#FFC7CE")),
  },
  {
    name: "Neutral",
    parts: ["font", "patterns"],
    font: { color: plain("#9C5700") },
    fill: solid(plain("#FFEB9C")),
  },
  {
    name: "Calculation",
    parts: ["font", "patterns", "border"],
    font: { bold: true, color: plain("#FA7D00") },
    fill: solid(plain("#F2F2F2")),
    border: box("thin", plain("#7F7F7F")),
  },
  {
    name: "Check Cell",
    parts: ["font", "patterns", "border"],
    font: { bold: true, color: themed(0) },
    fill: solid(plain("#A5A5A5")),
    border: box("double", plain("#3F3F3F")),
  },
  { name: "Explanatory Text", parts: ["font"], font: { italic: true, color: plain("#7F7F7F") } },
  {
    name: "Input",
    parts: ["font", "patterns", "border"],
    font: { color: plain("#3F3F76") },
    fill: solid(plain("#FFCC99")),
    border: box("thin", plain("#7F7F7F")),
  },
  {
    name: "Linked Cell",
    parts: ["font", "border"],
    font: { color: plain("#FA7D00") },
    border: { bottom: { style: "double", color: plain("#FF8001") } },
  },
  {
    name: "Note",
    parts: ["patterns", "border"],
    fill: solid(plain("#FFFFCC")),
    border: box("thin", plain("#B2B2B2")),
  },
  {
    name: "Output",
    parts: ["font", "patterns", "border"],
    font: { bold: true, color: plain("#3F3F3F") },
    fill: solid(plain("#F2F2F2")),
    border: box("thin", plain("#3F3F3F")),
  },
  { name: "Warning Text", parts: ["font"], font: { color: plain("#FF0000") } },
  heading("Heading 1", 15, { bottom: { style: "thick", color: themed(4) } }),
  heading("Heading 2", 13, { bottom: { style: "thick", color: themed(4, 0.5) } }),
  heading("Heading 3", 11, { bottom: { style: "medium", color: themed(4, 0.4) } }),
  heading("Heading 4", 11, undefined),
  {
    name: "Title",
    parts: ["font"],
    font: { name: "Calibri Light", scheme: "major", size: 18, color: themed(3) },
  },
  {
    name: "Total",
    parts: ["font", "border"],
    font: { bold: true },
    border: {
      top: { style: "thin", color: themed(4) },
      bottom: { style: "double", color: themed(4) },
    },
  },
  {
    name: "Hyperlink",
    parts: ["font"],
    font: { underline: "Single", color: { rgb: "#0563C1", theme: 10 } },
  },
  {
    name: "Followed Hyperlink",
    parts: ["font"],
    font: { underline: "Single", color: { rgb: "#954F72", theme: 11 } },
  },
  ...accents,
];
