/** Money units a printed figure can carry, in kr each. */
export const kronorPerEnhet = { kr: 1, tkr: 1_000, mnkr: 1_000_000 } as const;

export type Penningenhet = keyof typeof kronorPerEnhet;

/** A printed Swedish number as read. */
export type TolkatTal =
  | {
      kind: "tal";
      /** In the text's own unit; a percentage is divided by 100. Never -0. */
      value: number;
      /** Decimals as printed, before any division. */
      decimals: number;
      percent: boolean;
      unit: Penningenhet | null;
      /** Footnote marks that were glued to the number, "" for none. */
      note: string;
    }
  /** "", "-", "--", "..": no figure. */
  | { kind: "tomt" }
  /** A range, a word, or digits that can be read in two ways. */
  | { kind: "otolkbar"; why: "intervall" | "tvetydig" | "text" };

const blank = /[\u0020\u00a0\u2000-\u200a\u202f\u205f\u3000\t\r\n]/g;
const dashes = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const unitPattern =
  /(?:(miljoner ?(?:kr(?:onor)?)?|mnkr|mkr|msek)|(tusen ?kr(?:onor)?|tkr|kkr|ksek)|(kr(?:onor)?|sek|:-))\.?$/;
/** Groups of three after one to three digits, or no groups at all; a decimal part after comma or point. */
const plain = /^\d+(?:([.,])(\d+))?$/;
const blankGroups = /^\d{1,3}(?: \d{3})+(?:[.,](\d+))?$/;
const pointGroups = /^\d{1,3}(?:\.\d{3}){2,}$|^\d{1,3}(?:\.\d{3})+,(\d+)$/;
const commaGroups = /^\d{1,3}(?:,\d{3}){2,}$|^\d{1,3}(?:,\d{3})+\.(\d+)$/;

/**
 * Reads a number as Swedish reports print it: decimal comma, thousands grouped by any kind of blank, minus as any dash
 * (with or without a blank, before or after), %, kr/tkr/mnkr and footnote stars glued to it. What could be read in two
 * ways is not read: "1.234", "12 34", "3 – 5".
 */
export function tolkaTal(text: string): TolkatTal {
  let rest = text.replace(blank, " ").replace(dashes, "-").trim().toLowerCase();
  if (/^[-.…]*$/.test(rest)) return { kind: "tomt" };

  const note = /[*†‡\u00b9\u00b2\u00b3\u2070-\u2079 ]*$/.exec(rest)![0];
  rest = rest.slice(0, rest.length - note.length);
  const percentMatch = /(?:%|procent)$/.exec(rest);
  if (percentMatch) rest = rest.slice(0, percentMatch.index).trimEnd();
  const unitMatch = percentMatch ? null : unitPattern.exec(rest);
  const unit = unitMatch ? (unitMatch[1] ? "mnkr" : unitMatch[2] ? "tkr" : "kr") : null;
  // A figure's star may also stand before its unit.
  if (unitMatch) rest = rest.slice(0, unitMatch.index).trimEnd().replace(/\*+$/, "").trimEnd();

  let negative = false;
  const sign = /^(?:minus|[+±]?-|[+±])\s*/.exec(rest);
  if (sign) {
    negative = /minus|-/.test(sign[0]);
    rest = rest.slice(sign[0].length);
  } else if (rest.endsWith("-")) {
    negative = true;
    rest = rest.slice(0, -1).trimEnd();
  }
  const read = digits(rest);
  if (typeof read === "string") {
    const range = /^[\d.,%* ]+(?:\b[a-z]*) ?-+ ?[+-]?[\d.,%* ]+$/.test(rest);
    return { kind: "otolkbar", why: range ? "intervall" : read };
  }
  const size = percentMatch ? Number(`${read.value}e-2`) : read.value;
  return {
    kind: "tal",
    value: negative && size !== 0 ? -size : size,
    decimals: read.decimals,
    percent: percentMatch !== null,
    unit,
    note: note.trim(),
  };
}

function digits(text: string): { value: number; decimals: number } | "tvetydig" | "text" {
  const simple = plain.exec(text);
  if (simple) {
    // 1.234 is 1234 to some and 1,234 to others.
    if (simple[1] === "." && simple[2].length === 3) return "tvetydig";
    return number(text.replace(",", "."), simple[2]);
  }
  for (const [pattern, group, decimal] of groupings) {
    const match = pattern.exec(text);
    if (match) return number(text.replace(group, "").replace(decimal, "."), match[1]);
  }
  return /^[\d., ]+$/.test(text) ? "tvetydig" : "text";
}

const groupings: [RegExp, RegExp, RegExp][] = [
  [blankGroups, / /g, /,/],
  [pointGroups, /\./g, /,/],
  [commaGroups, /,/g, /\./],
];

function number(text: string, decimals: string | undefined): { value: number; decimals: number } | "text" {
  const value = Number(text);
  return Number.isFinite(value) ? { value, decimals: decimals?.length ?? 0 } : "text";
}
