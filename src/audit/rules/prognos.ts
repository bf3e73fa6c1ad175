import type { Tabell } from "../../tables";
import {
  columnName,
  type Figure,
  figurePlace,
  figureValue,
  halfUnit,
  printedFigure,
  rowName,
} from "../figures";
import type { Draft } from "../finding";
import type { Rule } from "../rule";
import { say } from "../say";

const oneSided =
  /kostnad|utgift|hyr|köp|lön|intäkt|inkomst|avgift|bidrag|avskrivning|expens|\bcost|revenue|income/iu;

/**
 * A year's forecast smaller than what is already booked, or of the other sign, unless the outcome covers the year.
 * Likely where a row is pure cost or income; a notice on net rows, which may well turn. A sum is named only when none of
 * its parts is.
 */
export const prognos: Rule = {
  id: "prognos",
  find: ({ sheets }) =>
    sheets.flatMap(({ tables }) => tables.filter(({ kind }) => kind === "rapport").flatMap(inTable)),
};

function inTable(table: Tabell): Draft[] {
  const utfall = table.columns.findIndex(({ role }) => role === "utfall");
  const prognosColumn = table.columns.findIndex(({ role }) => role === "prognos");
  if (utfall < 0 || prognosColumn < 0 || coversYear(table, utfall)) return [];
  const [year, forecastYear] = [utfall, prognosColumn].map((c) => table.columns[c].time.ar ?? table.time.ar);
  if (year !== null && forecastYear !== null && year !== forecastYear) return [];
  const suspect = new Set<number>();
  table.rows.forEach(({ kind }, row) => {
    if (kind !== "rubrik" && tooSmall(table, row, utfall, prognosColumn)) suspect.add(row);
  });
  for (const sum of table.sums) {
    if (sum.parts.some((part) => suspect.has(part))) suspect.delete(sum.row);
  }
  return [...suspect].map((row) => {
    const target: Figure = { table, row, column: prognosColumn };
    const booked: Figure = { table, row, column: utfall };
    const opposite = (figureValue(target) ?? 0) * (figureValue(booked) ?? 0) < 0;
    const pure = oneSided.test(table.rows[row].label) && table.rows[row].kind !== "summa";
    return {
      sakerhet: pure ? "trolig" : "notis",
      plats: figurePlace(target),
      aven: [figurePlace(booked)],
      tryckt: printedFigure(target),
      beraknat: null,
      text: say((texts) =>
        texts.prognos(rowName(target), columnName(booked), printedFigure(booked), opposite),
      ),
    };
  });
}

function coversYear({ columns, time }: Tabell, utfall: number): boolean {
  const own = columns[utfall].time;
  if (own.omfattning === "helar" || (own.till ?? (own.omfattning === null ? time.till : null)) === 12)
    return true;
  return own.omfattning === null && own.till === null && time.omfattning === "helar";
}

function tooSmall(table: Tabell, row: number, utfall: number, prognosColumn: number): boolean {
  const [booked, forecast] = [utfall, prognosColumn].map((column) => figureValue({ table, row, column }));
  if (!booked || forecast === null) return false;
  const slack =
    halfUnit({ table, row, column: utfall }) + halfUnit({ table, row, column: prognosColumn }) + 1e-9;
  return booked * forecast < 0
    ? Math.abs(forecast) > slack && Math.abs(booked) > slack
    : Math.abs(booked) - Math.abs(forecast) > slack;
}
