import { kronorPerEnhet, type Penningenhet, tolkaTal } from "../domain/tolkaTal";
import type { Language } from "../texts/language";

const locale = (language: Language) => (language === "sv" ? "sv-SE" : "en-GB");

/** An amount as the sheet prints it: a hyphen for minus, and no minus on a rounded zero. */
export function amountText(amount: number, decimals: number, language: Language): string {
  const text = new Intl.NumberFormat(locale(language), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount);
  return text.replace("\u2212", "-").replace(/^-(?=[0.,\s]+$)/, "");
}

export function percentText(share: number, language: Language): string {
  return new Intl.NumberFormat(locale(language), {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
    .format(share)
    .replace("\u2212", "-");
}

/** What somebody typed, in the unit asked for ("1,3 mnkr" is 1300 tkr); null where it can't be read, or in two ways. */
export function readAmount(text: string, unit: Penningenhet): number | null {
  const read = tolkaTal(text);
  if (read.kind !== "tal" || read.percent) return null;
  return read.unit === null ? read.value : (read.value * kronorPerEnhet[read.unit]) / kronorPerEnhet[unit];
}
