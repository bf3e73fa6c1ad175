import type { Tid } from "./table";

/** A time as read from a header, title or cell. */
export interface ReadTime extends Tid {
  /** Written as a level to date: "ack", "hittills". */
  ack: boolean;
  /** "föregående år", "fg", "förra": earlier than the rest, by an unknown step. */
  foregaende: boolean;
  /** What remains of the text when the time is taken out, normalised. */
  rest: string;
}

const monthNames = [
  ["januari", "january", "jan"],
  ["februari", "february", "feb"],
  ["mars", "march", "mar"],
  ["april", "apr"],
  ["maj", "may"],
  ["juni", "june", "jun"],
  ["juli", "july", "jul"],
  ["augusti", "august", "aug"],
  ["september", "sept", "sep"],
  ["oktober", "october", "okt", "oct"],
  ["november", "nov"],
  ["december", "dec"],
];
const monthByName = new Map(monthNames.flatMap((names, index) => names.map((name) => [name, index + 1])));
const month = [...monthByName.keys()].sort((a, b) => b.length - a.length).join("|");
const year = "(?:19|20)\\d{2}";

/** The same headers and names come again and again; kept until there are this many. */
const mostKept = 4096;
const kept = new Map<string, string>();

/** Lower case, å ä ö é without marks, line breaks and footnote marks gone, dashes as "-", single blanks. */
export function normalise(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const plain = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[*†‡\u00b9\u00b2\u00b3\u2070-\u2079\u00ad]/g, "")
    .replace(/(\p{L})-\s*\n\s*(?=\p{L})/gu, "$1")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
  if (kept.size >= mostKept) kept.clear();
  kept.set(text, plain);
  return plain;
}

/** "aug", "augusti", "Aug." → 8; null for what is no month. */
export function monthFromName(text: string): number | null {
  return monthByName.get(normalise(text).replace(/\.$/, "")) ?? null;
}

const fullYear = (digits: string) => (digits.length === 4 ? Number(digits) : 2000 + Number(digits));
const validMonth = (digits: string) => Number(digits) >= 1 && Number(digits) <= 12;

/** Takes the first match out of the text; the reader may refuse it by returning false. */
function take(text: string, pattern: RegExp, read: (match: RegExpExecArray) => boolean | void): string {
  const match = pattern.exec(text);
  if (!match || read(match) === false) return text;
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
    .replace(/\s+/g, " ")
    .trim();
}

const monthRange = new RegExp(`\\b(${month})\\.?\\s?(?:-|t\\.?\\s?o\\.?\\s?m\\.?|till)\\s?(${month})\\b\\.?`);
const oneMonth = new RegExp(`\\b(${month})\\b\\.?(?:[ -]?'?(\\d{4}|\\d{2})(?![\\d-]))?`);
const isoMonth = new RegExp(`\\b(${year})[-./ ]?(0[1-9]|1[0-2])(?:[-./ ]?(0[1-9]|[12]\\d|3[01]))?\\b`);
const shortDate = /\b(\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])\b/;
const years = new RegExp(`\\b(${year})\\s?(?:-|\\/|och|till|jfr)\\s?(${year}|\\d{2})\\b`);
const oneYear = new RegExp(`(?:^|[^\\d])(${year})(?![\\d])`);

/** Reads the time a header speaks of, in any order and mixed with other words. */
export function readTime(text: string): ReadTime {
  const time: ReadTime = {
    ar: null,
    fran: null,
    till: null,
    omfattning: null,
    ack: false,
    foregaende: false,
    rest: normalise(text),
  };
  let rest = time.rest;
  let toDate = false;
  rest = take(
    rest,
    /\b(?:foregaende|foreg|fg|f\.g|forra|fjolarets?|previous|prior|last)\b\.?(?: ?arets?\b| ?ar\b| year\b)?/,
    () => {
      time.foregaende = true;
    },
  );
  rest = take(
    rest,
    /\b(?:ack|ackum|ackumulerat|ackumulerad|ackumulerade|hittills|ytd|year to date)\b\.?/,
    () => {
      time.ack = toDate = true;
    },
  );
  rest = take(rest, /\b(?:t\.? ?o\.? ?m\b\.?|tom\b|till och med|to date)/, () => {
    toDate = true;
  });
  rest = take(rest, /\b(?:period|perioden|periodens|delaret|delarets|delar \d)\b/, () => {
    time.omfattning = "period";
  });
  rest = take(rest, /\bperiod(?=budget|utfall|iserad)/, () => {
    time.omfattning = "period";
  });
  rest = take(
    rest,
    /\b(?:helar(?:s|et|ets)?|hela aret|arets|full year|annual)(?=[a-z])|\b(?:helar(?:et|ets|s)?|hela aret|full year|annual|kf)\b|\bars(?=budget|prognos|utfall|ram|effekt)/,
    () => {
      time.omfattning = "helar";
    },
  );
  rest = take(rest, years, ([, first, second]) => {
    const last = second.length === 4 ? Number(second) : Number(first.slice(0, 2) + second);
    if (last <= Number(first) || (second.length === 2 && validMonth(second))) return false;
    time.ar = last;
  });
  rest = take(rest, monthRange, ([, first, last]) => {
    time.fran = monthByName.get(first)!;
    time.till = monthByName.get(last)!;
    time.omfattning = "period";
  });
  if (time.fran === null) {
    rest = take(rest, isoMonth, ([, yearDigits, monthDigits, day]) => {
      time.ar ??= Number(yearDigits);
      setMonth(time, Number(monthDigits), toDate || day !== undefined);
    });
  }
  if (time.fran === null) {
    rest = take(rest, shortDate, ([, yearDigits, monthDigits]) => {
      time.ar ??= fullYear(yearDigits);
      setMonth(time, Number(monthDigits), true);
    });
  }
  if (time.fran === null) {
    rest = take(rest, oneMonth, ([, name, yearDigits]) => {
      setMonth(time, monthByName.get(name)!, toDate);
      if (yearDigits !== undefined) time.ar ??= fullYear(yearDigits);
    });
  }
  if (time.ar === null) {
    rest = take(rest, oneYear, ([, yearDigits]) => {
      time.ar = Number(yearDigits);
    });
  }
  if (toDate && time.omfattning === null) time.omfattning = "period";
  time.rest = rest.replace(/\(\s*\)|^\W+|\W+$/g, (mark) => (/%/.test(mark) ? mark : " ")).trim();
  return time;
}

function setMonth(time: ReadTime, value: number, toDate: boolean): void {
  if (toDate) {
    time.fran = 1;
    time.omfattning ??= "period";
  } else {
    time.fran = value;
    time.omfattning ??= "manad";
  }
  time.till = value;
}

/** A row's period: a month of a year, a month alone, a year alone, or the ledger's periods 00 and 13. */
export type CellPeriod =
  | { kind: "manad"; year: number; month: number }
  | { kind: "manadUtanAr"; month: number }
  | { kind: "ar"; year: number }
  | { kind: "period00"; year: number | null }
  | { kind: "period13"; year: number | null };

/** Days from 1899-12-30 to a date: what Excel holds for a date. 1990-01-01 and 2099-12-31. */
const firstSerial = 32874;
const lastSerial = 73050;

/** Reads one cell of a period column. `twoDigitYears` decides what 2012 is: December 2020, or the year. */
export function cellPeriod(value: string | number, twoDigitYears = false): CellPeriod | null {
  if (typeof value === "number") return numberPeriod(value, twoDigitYears);
  const text = normalise(value).replace(/^(?:period|per)\s?/, "");
  if (/^\d{1,6}$/.test(text)) return numberPeriod(Number(text), twoDigitYears, text.length);
  const named = new RegExp(`^(${month})\\.?(?:[ -]?'?(\\d{4}|\\d{2}))?$`).exec(text);
  if (named) return monthIn(named[2], monthByName.get(named[1])!);
  const yearFirst = new RegExp(`^(\\d{4}|\\d{2})[ -](${month})\\.?$`).exec(text);
  if (yearFirst) return monthIn(yearFirst[1], monthByName.get(yearFirst[2])!);
  const dated = /^(\d{4})[-./ ]?[pm]?(\d{2})(?:[-./]?(\d{2}))?(?:[t ]\d{2}:\d{2}.*)?$/.exec(text);
  if (dated) return yearMonth(Number(dated[1]), Number(dated[2]));
  const monthFirst = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (monthFirst) return yearMonth(Number(monthFirst[2]), Number(monthFirst[1]));
  return null;
}

function monthIn(year: string | undefined, value: number): CellPeriod {
  return year === undefined
    ? { kind: "manadUtanAr", month: value }
    : { kind: "manad", year: fullYear(year), month: value };
}

function yearMonth(year: number, value: number): CellPeriod | null {
  if (year < 1900 || year > 2199) return null;
  if (value === 0) return { kind: "period00", year };
  if (value === 13) return { kind: "period13", year };
  return value <= 12 ? { kind: "manad", year, month: value } : null;
}

function numberPeriod(value: number, twoDigitYears: boolean, digits = 0): CellPeriod | null {
  if (!Number.isFinite(value)) return null;
  const whole = Math.floor(value);
  if (whole >= 190000 && whole <= 219913 && whole === value)
    return yearMonth(Math.floor(value / 100), value % 100);
  if (digits === 6) return null;
  if (whole >= firstSerial && whole <= lastSerial) {
    const date = new Date(Math.round((whole - 25569) * 86400000));
    return { kind: "manad", year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
  }
  if (whole !== value) return null;
  if (value >= 1990 && value <= 2099 && !twoDigitYears) return { kind: "ar", year: value };
  if (value >= 100 && value <= 9913) return validYymm(value);
  if (value >= 1 && value <= 12) return { kind: "manadUtanAr", month: value };
  if (value === 0) return { kind: "period00", year: null };
  return value === 13 ? { kind: "period13", year: null } : null;
}

const validYymm = (value: number): CellPeriod | null =>
  yearMonth(2000 + Math.floor(value / 100), value % 100);

/** Whether a column of four-digit numbers is YYMM: all can be months, and some of them can't be a year. */
export function hasTwoDigitYears(values: Iterable<unknown>): boolean {
  let impossibleYear = false;
  for (const value of values) {
    const number = typeof value === "string" && /^\d{4}$/.test(value.trim()) ? Number(value) : value;
    if (typeof number !== "number" || number < 100 || number > 9999) continue;
    if (number % 100 > 13) return false;
    impossibleYear ||= number < 1990 || number > 2099;
  }
  return impossibleYear;
}
