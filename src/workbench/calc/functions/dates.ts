import type { CellError, CellValue } from "../../../workbook/cell";
import { isCellError } from "../../../workbook/cell";
import type { DateParts, Argument, Value } from "../values";
import { dateSerial, daysInMonth, fault, serialDate, textToDate, toNumber } from "../values";
import type { FunctionTable, Machine } from "./definition";
import { define } from "./definition";
import { eachItem, whole } from "./items";

function parts(serial: number, machine: Machine): DateParts | CellError {
  return serialDate(serial, machine.date1904) ?? fault("#NUM!");
}

const part = (pick: (date: DateParts) => number) =>
  define(1, 1, "n", ([serial]: [number], machine) => {
    const date = parts(serial, machine);
    return isCellError(date) ? date : pick(date);
  });

/** Seconds of the day, rounded as Excel shows them. */
function secondOfDay(serial: number): number {
  return Math.round((serial - Math.floor(serial)) * 86400) % 86400;
}

const clock = (pick: (second: number) => number) =>
  define(1, 1, "n", ([serial]: [number]) => (serial < 0 ? fault("#NUM!") : pick(secondOfDay(serial))));

function checked(serial: number, machine: Machine): number | CellError {
  return serialDate(serial, machine.date1904) ? serial : fault("#NUM!");
}

/** [docs] Years 0–1899 count from 1900. */
function date([year, month, day]: [number, number, number], machine: Machine): Value {
  const [y, m, d] = [whole(year), whole(month), whole(day)];
  const base = machine.date1904 ? 1904 : 1900;
  const full = y >= 0 && y < (machine.date1904 ? 4 : 1900) ? y + 1900 : y;
  if (full < 0 || full > 9999) return fault("#NUM!");
  const serial = dateSerial(full, m, d, machine.date1904);
  return full < base && serial < 0 ? fault("#NUM!") : checked(serial, machine);
}

/** `months` later, on the same day or the month's last. */
function shifted(serial: number, months: number, machine: Machine, last: boolean): number | CellError {
  const from = parts(serial, machine);
  if (isCellError(from)) return from;
  const index = from.year * 12 + from.month - 1 + whole(months);
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  if (year < 1900) return fault("#NUM!");
  const end = daysInMonth(year, month);
  return checked(dateSerial(year, month, last ? end : Math.min(from.day, end), machine.date1904), machine);
}

/** 0 Sunday … 6 Saturday, counting as Excel does (1 January 1900 was a Sunday to it). */
function dayOfWeek(serial: number, date1904: boolean): number {
  return (Math.floor(serial) + (date1904 ? 5 : 6)) % 7;
}

function weekday([serial, type = 1]: [number, number?], machine: Machine): Value {
  const day = dayOfWeek(serial, machine.date1904);
  const kind = whole(type);
  if (serial < 0) return fault("#NUM!");
  if (kind === 1) return day + 1;
  if (kind === 2) return ((day + 6) % 7) + 1;
  if (kind === 3) return (day + 6) % 7;
  if (kind < 11 || kind > 17) return fault("#NUM!");
  return ((day - (kind - 10) + 7) % 7) + 1;
}

function isoWeek(serial: number, machine: Machine): number | CellError {
  const day = Math.floor(serial);
  const monday = (dayOfWeek(day, machine.date1904) + 6) % 7;
  const thursday = parts(day - monday + 3, machine);
  if (isCellError(thursday)) return thursday;
  const first = dateSerial(thursday.year, 1, 1, machine.date1904);
  return Math.floor((day - monday + 3 - first) / 7) + 1;
}

function weekNumber([serial, type = 1]: [number, number?], machine: Machine): Value {
  const kind = whole(type);
  const at = parts(serial, machine);
  if (isCellError(at)) return at;
  if (kind === 21) return isoWeek(serial, machine);
  const start =
    kind === 1 || kind === 17 ? 0 : kind === 2 || kind === 11 ? 1 : kind >= 12 && kind <= 16 ? kind - 10 : -1;
  if (start < 0) return fault("#NUM!");
  const first = dateSerial(at.year, 1, 1, machine.date1904);
  const offset = (dayOfWeek(first, machine.date1904) - start + 7) % 7;
  return Math.floor((Math.floor(serial) - first + offset) / 7) + 1;
}

/** Which days are free, Monday first; null for what is no such pattern. */
function weekend(value: CellValue): boolean[] | null {
  if (typeof value === "string")
    return /^[01]{7}$/.test(value) ? [...value].map((letter) => letter === "1") : null;
  const kind = value === null ? 1 : typeof value === "number" ? whole(value) : NaN;
  const free = new Array<boolean>(7).fill(false);
  if (kind >= 1 && kind <= 7) {
    free[(kind + 4) % 7] = true;
    free[(kind + 5) % 7] = true;
    return free;
  }
  if (kind >= 11 && kind <= 17) {
    free[(kind - 5) % 7] = true;
    return free;
  }
  return null;
}

function holidays(argument: Argument, machine: Machine): Set<number> | CellError {
  const days = new Set<number>();
  let failed: CellError | null = null;
  if (argument !== undefined) {
    eachItem([argument], machine, (value) => {
      const serial = toNumber(value, machine.date1904);
      if (isCellError(serial)) failed = serial;
      else days.add(Math.floor(serial));
      return failed !== null;
    });
  }
  return failed ?? days;
}

const mondayFirst = (serial: number, machine: Machine) => (dayOfWeek(serial, machine.date1904) + 6) % 7;

function netWorkdays(from: number, to: number, pattern: CellValue, free: Argument, machine: Machine): Value {
  const rest = weekend(pattern);
  if (!rest) return typeof pattern === "string" ? fault("#VALUE!") : fault("#NUM!");
  const closed = holidays(free, machine);
  if (isCellError(closed as unknown as CellValue)) return closed as CellError;
  const [first, last] = [Math.floor(Math.min(from, to)), Math.floor(Math.max(from, to))];
  if (first < 0) return fault("#NUM!");
  const isWorkday = (serial: number) => !rest[mondayFirst(serial, machine)];
  const weeks = Math.floor((last - first + 1) / 7);
  let days = weeks * rest.filter((day) => !day).length;
  for (let serial = first + weeks * 7; serial <= last; serial++) if (isWorkday(serial)) days++;
  for (const serial of closed as Set<number>)
    if (serial >= first && serial <= last && isWorkday(serial)) days--;
  return from <= to ? days : -days;
}

function workday(from: number, count: number, pattern: CellValue, free: Argument, machine: Machine): Value {
  const rest = weekend(pattern);
  if (!rest) return typeof pattern === "string" ? fault("#VALUE!") : fault("#NUM!");
  if (rest.every(Boolean)) return fault("#VALUE!");
  const closed = holidays(free, machine);
  if (isCellError(closed as unknown as CellValue)) return closed as CellError;
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(whole(count));
  let serial = Math.floor(from);
  const perWeek = rest.filter((day) => !day).length;
  if ((closed as Set<number>).size === 0 && left > 14) {
    const weeks = Math.floor(left / perWeek) - 1;
    serial += step * weeks * 7;
    left -= weeks * perWeek;
  }
  while (left > 0) {
    serial += step;
    if (serial < 0 || serial > 2958465) return fault("#NUM!");
    if (!rest[mondayFirst(serial, machine)] && !(closed as Set<number>).has(serial)) left--;
  }
  return checked(serial, machine);
}

/** [docs] The end of February counts as day 30 in the American method. */
function days360(from: DateParts, to: DateParts, european: boolean): number {
  let [first, last] = [from.day, to.day];
  if (european) {
    first = Math.min(first, 30);
    last = Math.min(last, 30);
  } else {
    if (first === daysInMonth(from.year, from.month)) first = 30;
    if (last === 31 && first >= 30) last = 30;
  }
  return (to.year - from.year) * 360 + (to.month - from.month) * 30 + last - first;
}

function dateDifference([from, to, unit]: [number, number, string], machine: Machine): Value {
  if (from > to) return fault("#NUM!");
  const a = parts(from, machine);
  const b = parts(to, machine);
  if (isCellError(a)) return a;
  if (isCellError(b)) return b;
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  switch (unit.toUpperCase()) {
    case "D":
      return Math.floor(to) - Math.floor(from);
    case "M":
      return months;
    case "Y":
      return Math.floor(months / 12);
    case "YM":
      return months % 12;
    case "MD": {
      const before = b.day >= a.day ? b.month : b.month - 1;
      return Math.floor(to) - dateSerial(b.year, before, a.day, machine.date1904);
    }
    case "YD": {
      const sameYear = dateSerial(b.year, a.month, a.day, machine.date1904);
      const start =
        sameYear > Math.floor(to) ? dateSerial(b.year - 1, a.month, a.day, machine.date1904) : sameYear;
      return Math.floor(to) - start;
    }
    default:
      return fault("#NUM!");
  }
}

function dateText(text: string, machine: Machine): number | CellError {
  return textToDate(text, machine.date1904) ?? fault("#VALUE!");
}

export const dateFunctions: FunctionTable = {
  TODAY: define(0, 0, "a", (_: Argument[], machine) => Math.floor(machine.now())),
  NOW: define(0, 0, "a", (_: Argument[], machine) => machine.now()),
  DATE: define(3, 3, "nnn", date),
  TIME: define(3, 3, "nnn", ([hour, minute, second]: [number, number, number]) => {
    const seconds = whole(hour) * 3600 + whole(minute) * 60 + whole(second);
    return seconds < 0 ? fault("#NUM!") : (seconds % 86400) / 86400;
  }),
  YEAR: part(({ year }) => year),
  MONTH: part(({ month }) => month),
  DAY: part(({ day }) => day),
  HOUR: clock((second) => Math.floor(second / 3600)),
  MINUTE: clock((second) => Math.floor(second / 60) % 60),
  SECOND: clock((second) => second % 60),
  DATEVALUE: define(1, 1, "t", ([text]: [string], machine) => {
    const serial = dateText(text, machine);
    return isCellError(serial) ? serial : Math.floor(serial);
  }),
  TIMEVALUE: define(1, 1, "t", ([text]: [string], machine) => {
    const serial = dateText(text, machine);
    return isCellError(serial) ? serial : serial - Math.floor(serial);
  }),
  EDATE: define(2, 2, "nn", ([serial, months]: [number, number], machine) =>
    shifted(serial, months, machine, false),
  ),
  EOMONTH: define(2, 2, "nn", ([serial, months]: [number, number], machine) =>
    shifted(serial, months, machine, true),
  ),
  WEEKDAY: define(1, 2, "nn", weekday),
  WEEKNUM: define(1, 2, "nn", weekNumber),
  ISOWEEKNUM: define(1, 1, "n", ([serial]: [number], machine) =>
    serial < 0 ? fault("#NUM!") : isoWeek(serial, machine),
  ),
  DAYS: define(2, 2, "nn", ([to, from]: [number, number]) => Math.floor(to) - Math.floor(from)),
  DAYS360: define(2, 3, "nnl", ([from, to, european = false]: [number, number, boolean?], machine) => {
    const [a, b] = [parts(from, machine), parts(to, machine)];
    if (isCellError(a)) return a;
    return isCellError(b) ? b : days360(a, b, european);
  }),
  DATEDIF: define(3, 3, "nnt", dateDifference),
  NETWORKDAYS: define(2, 3, "nna", ([from, to, free]: [number, number, Argument], machine) =>
    netWorkdays(from, to, 1, free, machine),
  ),
  "NETWORKDAYS.INTL": define(
    2,
    4,
    "nnSa",
    ([from, to, pattern = 1, free]: [number, number, CellValue?, Argument?], machine) =>
      netWorkdays(from, to, pattern, free, machine),
  ),
  WORKDAY: define(2, 3, "nna", ([from, count, free]: [number, number, Argument], machine) =>
    workday(from, count, 1, free, machine),
  ),
  "WORKDAY.INTL": define(
    2,
    4,
    "nnSa",
    ([from, count, pattern = 1, free]: [number, number, CellValue?, Argument?], machine) =>
      workday(from, count, pattern, free, machine),
  ),
};
