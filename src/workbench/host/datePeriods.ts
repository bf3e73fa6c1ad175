import { fromSerial, serialOf } from "./serialDates";

/** Days [from, until) that a filter's period means, as serial numbers; null for a period of months in any year. */
type Period = (today: Date) => [from: number, until: number];

const day = 24 * 60 * 60 * 1000;
const date = (year: number, month: number, dayOfMonth = 1) => new Date(Date.UTC(year, month, dayOfMonth));
const span = (from: Date, until: Date): [number, number] => [serialOf(from), serialOf(until)];

const days = (offset: number): Period => {
  return (today) => {
    const from = new Date(today.getTime() + offset * day);
    return span(from, new Date(from.getTime() + day));
  };
};

/** Weeks begin on Sundays in Excel's filters. */
const weeks = (offset: number): Period => {
  return (today) => {
    const from = new Date(today.getTime() + (offset * 7 - today.getUTCDay()) * day);
    return span(from, new Date(from.getTime() + 7 * day));
  };
};

const months =
  (offset: number, count = 1): Period =>
  (today) => {
    const [year, month] = [today.getUTCFullYear(), today.getUTCMonth()];
    const first = count === 1 ? month : Math.floor(month / count) * count;
    return span(date(year, first + offset * count), date(year, first + (offset + 1) * count));
  };

/** Filters by period, in the API's words. */
const periods: Record<string, Period> = {
  Yesterday: days(-1),
  Today: days(0),
  Tomorrow: days(1),
  LastWeek: weeks(-1),
  ThisWeek: weeks(0),
  NextWeek: weeks(1),
  LastMonth: months(-1),
  ThisMonth: months(0),
  NextMonth: months(1),
  LastQuarter: months(-1, 3),
  ThisQuarter: months(0, 3),
  NextQuarter: months(1, 3),
  LastYear: months(-1, 12),
  ThisYear: months(0, 12),
  NextYear: months(1, 12),
  YearToDate: (today) => span(date(today.getUTCFullYear(), 0), new Date(today.getTime() + day)),
};

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The file's words for the periods. */
const fileWords: Record<string, string> = {
  ...Object.fromEntries(Object.keys(periods).map((word) => [word, word[0].toLowerCase() + word.slice(1)])),
  AboveAverage: "aboveAverage",
  BelowAverage: "belowAverage",
  ...Object.fromEntries(monthNames.map((name, index) => [`AllDatesInPeriod${name}`, `M${index + 1}`])),
  ...Object.fromEntries([1, 2, 3, 4].map((quarter) => [`AllDatesInPeriodQuarter${quarter}`, `Q${quarter}`])),
};

export const dynamicToFile = (word: string): string | undefined =>
  Object.entries(fileWords).find(([api]) => api.toLowerCase() === word.toLowerCase())?.[1];

export const dynamicToApi = (word: string): string | undefined =>
  Object.keys(fileWords).find((api) => fileWords[api] === word);

/** Whether a date is in a period; `today` is a day's beginning, UTC. */
export function inPeriod(serial: number, word: string, today: Date): boolean {
  const month = fromSerial(serial).getUTCMonth();
  const inMonth = /^AllDatesInPeriod([A-Z][a-z]+)$/.exec(word);
  if (inMonth && monthNames.includes(inMonth[1])) return month === monthNames.indexOf(inMonth[1]);
  const inQuarter = /^AllDatesInPeriodQuarter(\d)$/.exec(word);
  if (inQuarter) return Math.floor(month / 3) + 1 === Number(inQuarter[1]);
  const [from, until] = periods[word](today);
  return serial >= from && serial < until;
}
