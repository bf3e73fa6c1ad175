import { parseValue } from "numfmt";
import type { Language } from "../../texts/language";
import type { CellValue } from "../../workbook/cell";
import { localFormula, readLocalFormula } from "../../workbook/localFormula";

/** What someone typed into a cell: a formula or a value. */
export interface Entry {
  value: string | number | boolean | null;
  /** Begins with "=". Null for one that can't be read. */
  formula?: string | null;
  /** What the typing implies for a cell in General: a percent, a date. */
  numberFormat?: string;
}

const locales = { sv: "sv-SE", en: "en-US" } as const;
const truths: Record<string, boolean> = { sant: true, true: true, falskt: false, false: false };

/** Reads what was typed, as Excel in that language would; "" empties the cell and a leading ' makes a text. */
export function readEntry(text: string, language: Language): Entry {
  if (text.startsWith("=") && text.length > 1)
    return { value: null, formula: readLocalFormula(text, language) };
  if (text === "") return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  const word = text.trim().toLowerCase();
  if (word in truths) return { value: truths[word] };
  const plain = text.trim().replace(/^[−–](?=\d)/, "-");
  const grouped = plain.replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, "");
  if (/^-?\d+\.\d+$/.test(plain) || /^-?\d+(\.\d+)?e[+-]?\d+$/i.test(plain)) return { value: Number(plain) };
  const parsed = parseValue(language === "sv" ? grouped.replace(/ %$/, "%") : grouped, {
    locale: locales[language],
  });
  if (!parsed) return { value: text };
  const { v, z } = parsed;
  if (typeof v !== "number" && typeof v !== "boolean") return { value: text };
  const implied = z && /[%ymdhs]/i.test(z) ? z : undefined;
  return implied ? { value: v, numberFormat: implied } : { value: v };
}

/** A cell's content as it stands in the formula bar. */
export function entryText(
  value: CellValue,
  formula: string | undefined,
  numberFormat: string,
  language: Language,
): string {
  if (formula !== undefined) return localFormula(formula, language);
  if (value === null) return "";
  if (typeof value === "object") return value.fel;
  if (typeof value === "boolean")
    return language === "sv" ? (value ? "SANT" : "FALSKT") : String(value).toUpperCase();
  if (typeof value === "string") return value;
  if (/[ymd]/i.test(numberFormat.replace(/"[^"]*"|\[[^\]]*\]/g, "")) && numberFormat !== "General")
    return isoDate(value);
  const separator = language === "sv" ? "," : ".";
  if (/%/.test(numberFormat))
    return `${String(Number((value * 100).toPrecision(15))).replace(".", separator)}%`;
  return String(Number(value.toPrecision(15))).replace(".", separator);
}

/** Excel's day number (1900 system) as year-month-day. */
function isoDate(serial: number): string {
  return new Date(Math.round((serial - 25569) * 86400000)).toISOString().slice(0, 10);
}
