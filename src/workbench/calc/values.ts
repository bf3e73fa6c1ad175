import type { Area } from "../../workbook/address";
import type { CellError, CellMatrix, CellValue, ErrorCode } from "../../workbook/cell";
import { isCellError, errorCodes } from "../../workbook/cell";
import type { Sheet } from "../model/sheet";
import type { Expression } from "./expression";

/** A rectangle on a sheet. */
export interface SheetArea {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** A reference as a value: one area, or several for a union or a 3-D reference. */
export class Reference {
  constructor(readonly areas: readonly SheetArea[]) {}
}

/** Variables in scope, innermost first. */
export interface Scope {
  readonly name: string;
  readonly value: Value | undefined;
  readonly outer: Scope | null;
}

export class Lambda {
  constructor(
    readonly parameters: readonly string[],
    readonly body: Expression,
    readonly scope: Scope | null,
  ) {}
}

/** What an expression gives. A blank cell is null. */
export type Value = CellValue | CellMatrix | Reference | Lambda;

/** What a function is called with; undefined = the argument was left out. */
export type Argument = Value | undefined;

export const fault = (fel: ErrorCode): CellError => errors[fel];

const errors = Object.fromEntries(errorCodes.map((fel) => [fel, { fel }])) as Record<ErrorCode, CellError>;

export function isMatrix(value: Argument): value is CellMatrix {
  return Array.isArray(value);
}

/** A number that a cell can hold: what overflows is #NUM!, and there is no negative zero. */
export function finite(value: number): number | CellError {
  return Number.isFinite(value) ? value + 0 : fault("#NUM!");
}

/** Excel orders numbers before texts before logical values. */
function rank(value: number | string | boolean): number {
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
}

const collator = new Intl.Collator("sv", { sensitivity: "accent" });

/** Texts as Excel compares them: without regard to case, å ä ö last. */
export function compareTexts(a: string, b: string): number {
  return a === b ? 0 : collator.compare(a, b);
}

/** [docs] Excel compares numbers by their 15 significant digits: 0.1+0.2=0.3 is TRUE. */
export function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  const gap = Math.abs(a - b);
  if (gap < Math.abs(a) * 5e-15 && a.toPrecision(15) === b.toPrecision(15)) return 0;
  return a < b ? -1 : 1;
}

/** Negative, zero or positive. A blank takes the other side's kind: 0, "" or FALSE. Errors must be dealt with before. */
export function compareValues(a: CellValue, b: CellValue): number {
  const left = blankAs(a, b);
  const right = blankAs(b, a);
  const difference = rank(left) - rank(right);
  if (difference !== 0) return difference;
  if (typeof left === "number") return compareNumbers(left, right as number);
  if (typeof left === "string") return compareTexts(left, right as string);
  return Number(left) - Number(right);
}

function blankAs(value: CellValue, other: CellValue): number | string | boolean {
  if (value !== null) return value as number | string | boolean;
  if (typeof other === "string") return "";
  return typeof other === "boolean" ? false : 0;
}

/** A number as Excel writes it in text: 15 significant digits, exponent from 1E+21 up and below 1E-9. */
export function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const short = Number(value.toPrecision(15));
  const size = Math.abs(short);
  if (size >= 1e21 || (size < 1e-9 && size > 0)) {
    const [mantissa, exponent] = short.toExponential().split("e");
    const power = Number(exponent);
    return `${mantissa}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  if (size >= 1e15) return BigInt(short).toString();
  const plain = String(short);
  return plain.includes("e") ? short.toFixed(20).replace(/0+$/, "") : plain;
}

/** A value as text (for &, text functions). */
export function toText(value: CellValue): string | CellError {
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value === null ? "" : value;
}

/** A value as a number (for arithmetic and numeric arguments); text that shows no number is #VALUE!. */
export function toNumber(value: CellValue, date1904 = false): number | CellError {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string") return textToNumber(value, date1904) ?? fault("#VALUE!");
  return value;
}

/** A value as a logical one; text other than TRUE and FALSE is #VALUE!. */
export function toLogical(value: CellValue): boolean | CellError {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (value === null) return false;
  if (typeof value === "string") {
    const upper = value.toUpperCase();
    return upper === "TRUE" ? true : upper === "FALSE" ? false : fault("#VALUE!");
  }
  return value;
}

const numeric = /^[+-]?(?:\d+(?:,\d{3})*|\d*)(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

/**
 * The number a text shows, or null. [assumed] English conventions whatever the language: "1,234.5", "12%", "$5", "(5)",
 * "2023-12-31", "12/31/2023", "13:45".
 */
export function textToNumber(text: string, date1904 = false): number | null {
  if (!/\d/.test(text)) return null;
  let rest = text.trim();
  let sign = 1;
  if (/^\(.*\)$/.test(rest)) {
    rest = rest.slice(1, -1).trim();
    sign = -1;
  }
  let scale = 1;
  while (rest.endsWith("%")) {
    rest = rest.slice(0, -1).trim();
    scale /= 100;
  }
  rest = rest.replace(/^([+-]?)\s*\$/, "$1").trim();
  if (numeric.test(rest)) {
    const value = Number(rest.replace(/,/g, ""));
    return Number.isFinite(value) ? sign * value * scale : null;
  }
  return sign === 1 && scale === 1 ? textToDate(rest, date1904) : null;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const time = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?\s*(am|pm)?$/i;

/** The serial number a date or time in text shows, or null. */
export function textToDate(text: string, date1904 = false): number | null {
  const trimmed = text.trim();
  const alone = timeOfDay(trimmed);
  if (alone !== null) return alone;
  const parts = /^(\S+(?:\s+\S+){0,2}?)(?:[\sT]+(\d{1,2}:\S+(?:\s*[ap]m)?))?$/i.exec(trimmed);
  if (!parts) return null;
  const day = dayOf(parts[1], date1904);
  const clock = parts[2] ? timeOfDay(parts[2]) : 0;
  return day === null || clock === null ? null : day + clock;
}

function timeOfDay(text: string): number | null {
  const match = time.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds, half] = match;
  if (Number(minutes) > 59 || Number(seconds ?? 0) >= 60) return null;
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  }
  return hour / 24 + Number(minutes) / 1440 + Number(seconds ?? 0) / 86400;
}

function dayOf(text: string, date1904: boolean): number | null {
  let match = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/.exec(text);
  if (match) return checkedDay(Number(match[1]), Number(match[2]), Number(match[3] ?? 1), date1904);
  match = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/.exec(text);
  if (match) return checkedDay(fullYear(match[3]), Number(match[1]), Number(match[2]), date1904);
  match = /^(\d{1,2})[-\s]([a-z]{3,9})[-\s,]+(\d{4}|\d{2})$/i.exec(text);
  if (match)
    return checkedDay(
      fullYear(match[3]),
      months.indexOf(match[2].slice(0, 3).toLowerCase()) + 1,
      Number(match[1]),
      date1904,
    );
  match = /^([a-z]{3,9})\s+(\d{1,2}),?\s+(\d{4})$/i.exec(text);
  if (match)
    return checkedDay(
      Number(match[3]),
      months.indexOf(match[1].slice(0, 3).toLowerCase()) + 1,
      Number(match[2]),
      date1904,
    );
  return null;
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
}

function checkedDay(year: number, month: number, day: number, date1904: boolean): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const serial = dateSerial(year, month, day, date1904);
  return serial >= 0 && year <= 9999 ? serial : null;
}

/** Excel holds 1900 to have had a 29 February. */
export function daysInMonth(year: number, month: number): number {
  return year === 1900 && month === 2 ? 29 : new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);

/** The serial number of a day; month and day may lie outside their ranges. Day 60 is Excel's 29 February 1900. */
export function dateSerial(year: number, month: number, day: number, date1904 = false): number {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  if (date1904) return Math.round((moment.getTime() - epoch1904) / 86400000);
  const serial = Math.round((moment.getTime() - epoch1900) / 86400000);
  return serial <= 60 && !(serial === 60 && month === 2 && day === 29) ? serial - 1 : serial;
}

export interface DateParts {
  year: number;
  month: number;
  day: number;
}

/** The day of a serial number, null outside 0 … 9999-12-31. Serial 0 is "0 January 1900", 60 is 29 February 1900. */
export function serialDate(serial: number, date1904 = false): DateParts | null {
  const whole = Math.floor(serial);
  if (whole < 0 || whole > (date1904 ? 2957003 : 2958465)) return null;
  if (!date1904 && whole === 0) return { year: 1900, month: 1, day: 0 };
  if (!date1904 && whole === 60) return { year: 1900, month: 2, day: 29 };
  const start = date1904 ? epoch1904 : whole < 60 ? epoch1900 + 86400000 : epoch1900;
  const moment = new Date(start + whole * 86400000);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
}

/** Two values that a cell would show and count as the same. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  if (a === b) return true;
  return isCellError(a) && isCellError(b) && a.fel === b.fel && a.text === b.text;
}
