import type { Tabell } from "../../tables";
import {
  columnName,
  type Figure,
  figurePlace,
  figureValue,
  halfUnit,
  printedFigure,
  printLike,
  rowName,
} from "../figures";
import type { Draft } from "../finding";
import type { Rule, SheetView } from "../rule";
import { say } from "../say";

const meanWords = /medel|snitt|genomsnitt|mean|average/iu;
const sumWords = /ack|totalt?|summa|ytd|hittills|year to date/iu;
const months = "januari februari mars april maj juni juli augusti september oktober november december".split(
  " ",
);

/**
 * An accumulated figure or a mean that matches an earlier span of the months beside it, and a header whose period is
 * earlier than that of the tables around it.
 */
export const inaktuell: Rule = {
  id: "inaktuell",
  find: ({ sheets }) => [
    ...sheets.flatMap(({ tables }) =>
      tables.flatMap((table) => [...acrossMonths(table), ...downMonths(table)]),
    ),
    ...periods(sheets),
  ],
};

/** Months as columns, the accumulated figure in a column of its own. */
function acrossMonths(table: Tabell): Draft[] {
  const booked = table.columns.flatMap(({ time, header }, column) => {
    const month = time.omfattning === "manad" ? time.till : monthOf(header);
    return month === null ? [] : [{ month, column }];
  });
  if (booked.length < 3) return [];
  const ordered = booked.sort((a, b) => a.month - b.month);
  if (ordered.some(({ month }, index) => index > 0 && month !== ordered[index - 1].month + 1)) return [];
  return table.columns.flatMap(({ header }, column) => {
    const kind = spanKind(header);
    if (kind === null || booked.some((each) => each.column === column)) return [];
    const spans = table.rows.flatMap((_, row) => {
      const target: Figure = { table, row, column };
      return span(
        target,
        ordered.map((each) => ({ table, row, column: each.column })),
        kind,
      );
    });
    return stale(spans);
  });
}

/** Months as rows, the accumulated figure or the mean in a row below. */
function downMonths(table: Tabell): Draft[] {
  const booked = table.rows.flatMap(({ label }, row) => {
    const month = monthOf(label);
    return month === null ? [] : [{ month, row }];
  });
  if (booked.length < 3) return [];
  if (booked.some(({ month }, index) => index > 0 && month !== booked[index - 1].month + 1)) return [];
  return table.rows.flatMap(({ label }, row) => {
    const kind = spanKind(label);
    // A sum row is the sum rule's.
    if (kind === null || table.sums.some((sum) => sum.row === row) || monthOf(label) !== null) return [];
    const spans = table.columns.flatMap((_, column) =>
      span(
        { table, row, column },
        booked.map((each) => ({ table, row: each.row, column })),
        kind,
      ),
    );
    return stale(spans);
  });
}

/** 1–12 for "augusti", "aug", "Aug-23", "sept. 2023"; null for other words. */
function monthOf(text: string): number | null {
  const word = /^\s*(\p{L}{3,9})\.?(?:[\s-]*(?:19|20)?\d{2})?\s*$/u.exec(text)?.[1].toLowerCase();
  const index = months.findIndex((month) => word !== undefined && word.length >= 3 && month.startsWith(word));
  return index < 0 ? null : index + 1;
}

const spanKind = (text: string): "mean" | "sum" | null =>
  meanWords.test(text) ? "mean" : sumWords.test(text) ? "sum" : null;

interface Span {
  target: Figure;
  /** Months booked, and how many of them the figure covers: null when none fits. */
  booked: number;
  covers: number | null;
  expected: number;
}

function span(target: Figure, series: Figure[], kind: "mean" | "sum"): Span[] {
  const printed = figureValue(target);
  const values = series.map(figureValue);
  const booked = values.findIndex((value) => value === null);
  const filled = booked < 0 ? values.length : booked;
  if (printed === null || filled < 2 || values.slice(filled).some((value) => value !== null)) return [];
  const half = halfUnit(series[0]);
  const at = (count: number) => {
    const sum = values.slice(0, count).reduce<number>((total, value) => total + (value ?? 0), 0);
    return kind === "sum" ? sum : sum / count;
  };
  const fits = (count: number) =>
    Math.abs(printed - at(count)) <= halfUnit(target) + (kind === "sum" ? count * half : half) + 1e-9;
  let covers: number | null = fits(filled) ? filled : null;
  for (let count = filled - 1; covers === null && count >= 1; count--) if (fits(count)) covers = count;
  return [{ target, booked: filled, covers, expected: at(filled) }];
}

/** Figures that fit an earlier span, when the column follows its months: all the others fit one span or another. */
function stale(spans: Span[]): Draft[] {
  const fitting = spans.filter(({ covers }) => covers !== null);
  const old = fitting.filter(({ covers, booked }) => covers !== booked);
  if (old.length === 0 || fitting.length < spans.length * 0.75) return [];
  if (spans.every(({ target }) => figureValue(target) === 0)) return [];
  return old.map(({ target, covers, booked, expected }): Draft => ({
    sakerhet: "säker",
    plats: figurePlace(target),
    tryckt: printedFigure(target),
    beraknat: Number(expected.toPrecision(12)),
    text: say((texts) =>
      texts.inaktuell(rowName(target), columnName(target), covers ?? 0, booked, printLike(target, expected)),
    ),
  }));
}

const periodRoles = new Set(["utfall", "budget", "avvikelse"]);

/** A period header that ends earlier than nearly all others of its year in the workbook. */
function periods(sheets: SheetView[]): Draft[] {
  const headers = sheets.flatMap(({ tables }) =>
    tables.flatMap((table) =>
      table.columns.flatMap((kolumn, column) => {
        const { time, role } = kolumn;
        if (time.omfattning !== "period" || time.till === null || !periodRoles.has(role)) return [];
        return [{ table, column, year: time.ar ?? table.time.ar, month: time.till }];
      }),
    ),
  );
  const counts = new Map<string, number>();
  const key = (year: number | null, month: number) => `${year} ${month}`;
  for (const { year, month } of headers)
    counts.set(key(year, month), (counts.get(key(year, month)) ?? 0) + 1);
  return headers.flatMap(({ table, column, year, month }): Draft[] => {
    const later = headers.filter((other) => other.year === year && other.month > month);
    const usual = Math.max(0, ...later.map((other) => counts.get(key(year, other.month)) ?? 0));
    const own = counts.get(key(year, month)) ?? 0;
    const beside = later.some((other) => other.table === table);
    if (usual < 3 || own * 4 > usual || !(beside || own <= 3)) return [];
    const lastHeader = table.headerRows[table.headerRows.length - 1] ?? table.area.row;
    const header = columnName({ table, row: 0, column });
    const expected = later.find((other) => (counts.get(key(year, other.month)) ?? 0) === usual)!.month;
    return [
      {
        sakerhet: "trolig",
        plats: { blad: table.sheet, row: lastHeader, column: table.columns[column].column },
        tryckt: header,
        beraknat: null,
        text: say((texts) => texts.felPeriod(header, month, expected)),
      },
    ];
  });
}
