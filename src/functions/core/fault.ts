import { functionErrorTexts } from "../../texts/functions";
import type { Language } from "../../texts/language";
import type { CellError } from "../../workbook/cell";

export type FaultCode = keyof (typeof functionErrorTexts)["sv"];

/** The name of a parameter or another word that is printed in the user's language. */
export interface Name {
  sv: string;
  en: string;
}

/**
 * Why a function can't answer, before it is put into words. Returned for one cell, thrown where the whole call fails.
 * Not an Error: a hundred thousand cells may each have one.
 */
export class Fault {
  constructor(
    readonly code: FaultCode,
    readonly values: Record<string, string | number | Name> = {},
    readonly fel: "#VALUE!" | "#N/A" = "#VALUE!",
  ) {}

  toError(language: Language): CellError {
    const text = functionErrorTexts[language][this.code].replace(/\{(\w+)\}/g, (_, key: string) =>
      print(this.values[key] ?? "", language),
    );
    return { fel: this.fel, text: text[0].toUpperCase() + text.slice(1) };
  }
}

/** No figure: #N/A with its reason. */
export const notAvailable = (code: FaultCode, values: Record<string, string | number | Name> = {}) =>
  new Fault(code, values, "#N/A");

function print(value: string | number | Name, language: Language): string {
  if (typeof value === "object") return value[language];
  if (typeof value === "string") return value;
  return language === "sv" ? String(value).replace(".", ",").replace("-", "−") : String(value);
}

/** "3 rader × 2 kolumner". */
export function shapeName(rows: number, columns: number): Name {
  return {
    sv: `${rows} ${rows === 1 ? "rad" : "rader"} × ${columns} ${columns === 1 ? "kolumn" : "kolumner"}`,
    en: `${rows} ${rows === 1 ? "row" : "rows"} × ${columns} ${columns === 1 ? "column" : "columns"}`,
  };
}

/** " (rad 3, kolumn 1 i området)"; rows and columns zero-based. */
export function placeName(row: number, column: number): Name {
  return {
    sv: ` (rad ${row + 1}, kolumn ${column + 1} i området)`,
    en: ` (row ${row + 1}, column ${column + 1} of the range)`,
  };
}
