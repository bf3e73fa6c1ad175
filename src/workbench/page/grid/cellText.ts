import { format, formatColor } from "numfmt";
import { type CellValue, isCellError } from "../../../workbook/cell";
import type { Language } from "../../../texts/language";

const locales = { sv: "sv-SE", en: "en-US" } as const;

const swedishErrors: Record<string, string> = {
  "#VALUE!": "#VÄRDEFEL!",
  "#NAME?": "#NAMN?",
  "#DIV/0!": "#DIVISION/0!",
  "#REF!": "#REFERENS!",
  "#N/A": "#SAKNAS!",
  "#NUM!": "#OGILTIGT!",
  "#NULL!": "#SKÄRNING!",
  "#SPILL!": "#SPILL!",
};

/** A cell's value as printed, with the colour its number format asks for. */
export interface CellText {
  text: string;
  color?: string;
}

export function cellText(value: CellValue, numberFormat: string, language: Language): CellText {
  if (value === null) return { text: "" };
  if (isCellError(value))
    return { text: language === "sv" ? (swedishErrors[value.fel] ?? value.fel) : value.fel };
  if (typeof value === "boolean")
    return { text: language === "sv" ? (value ? "SANT" : "FALSKT") : value ? "TRUE" : "FALSE" };
  if (numberFormat === "General")
    return { text: typeof value === "number" ? general(value, 11, language) : value };
  const options = { locale: locales[language] };
  const color = formatColor(numberFormat, value);
  return {
    text: format(numberFormat, value, options),
    color: typeof color === "string" ? color : undefined,
  };
}

/** A number in the format General, in at most `characters`. */
export function general(value: number, characters: number, language: Language): string {
  const separator = language === "sv" ? "," : ".";
  if (value === 0) return "0";
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  if (magnitude >= characters || magnitude < -9) {
    return value
      .toExponential(Math.max(0, Math.min(5, characters - 6)))
      .replace(/\.?0+e/, "e")
      .replace("e", "E")
      .replace(/E([+-])(\d)$/, "E$10$2")
      .replace(".", separator);
  }
  const decimals = Math.max(0, Math.min(9, characters - 2 - Math.max(0, magnitude)));
  return String(Number(value.toFixed(decimals))).replace(".", separator);
}
