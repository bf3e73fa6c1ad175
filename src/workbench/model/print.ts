import { format, formatColor, isTextFormat } from "numfmt";
import type { CellValue } from "../../workbook/cell";
import { valueText } from "./cells";

/** How numbers and dates are printed: "en-US", "sv-SE". */
export type Locale = string;

/**
 * A cell as it is printed when the column is wide enough. Formats numfmt can't read print as General, as Excel does
 * with formats it can't.
 */
export function printValue(value: CellValue, numberFormat: string, locale: Locale, date1904 = false): string {
  if (value === null) return "";
  if (typeof value === "object") return value.fel;
  if (typeof value === "string" && (numberFormat === "General" || isTextFormat(numberFormat))) return value;
  if (typeof value === "boolean") return valueText(value);
  try {
    return format(numberFormat, value, {
      locale,
      nbsp: false,
      ...(date1904 && { leap1900: false }),
      overflow: "########",
      dateErrorThrows: false,
    });
  } catch {
    return typeof value === "number" ? format("General", value, { locale, nbsp: false }) : String(value);
  }
}

/** The colour a format gives a value ("[Red]-0"), null for none. */
export function formatColour(value: CellValue, numberFormat: string): string | null {
  if (typeof value !== "number") return null;
  const color = formatColor(numberFormat, value);
  return typeof color === "string" ? color : null;
}
