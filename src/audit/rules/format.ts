import type { Tabell } from "../../tables";
import { tolkaTal } from "../../domain/tolkaTal";
import { formatDecimals } from "../../workbook/numberFormat";
import { eachFilled, formulaAt, numberFormatAt, printedAt, valueAt } from "../cells";
import {
  figureCell,
  figurePlace,
  type Figure,
  figureValue,
  printedDecimals,
  printedFigure,
  rowName,
} from "../figures";
import type { Draft } from "../finding";
import type { CellPlace } from "../place";
import type { Rule, SheetView } from "../rule";
import { say } from "../say";

/** A column shows what is usual when it has this many figures and this share of them are alike. */
const usualCount = 6;
const usualShare = 0.85;

/**
 * A figure printed unlike its neighbours: no percent sign where its row and column have it, other decimals than both its
 * row and its column, minus zero, a footnote mark glued to the number (which makes it text), and a template's
 * placeholder left in. Decimals are only judged where a number format or a typed text says them.
 */
export const format: Rule = {
  id: "format",
  find: ({ sheets }) =>
    sheets.flatMap((view) => [
      ...placeholders(view),
      ...minusZeros(view),
      ...view.tables
        .filter(({ kind }) => kind === "rapport")
        .flatMap((table) => [...percentSigns(table), ...decimals(view, table), ...footnotes(view, table)]),
    ]),
};

const placeholder =
  /^\s*(?:<[^<>=]*\p{L}[^<>=]*>|\[(?:ange|fyll i|skriv|enter|insert)[^\]]*\]|x{2,}(?:[,.]x+)?|TBD|TODO)\s*$/iu;

function placeholders({ sheet }: SheetView): Draft[] {
  const drafts: Draft[] = [];
  eachFilled(sheet, (value, row, column) => {
    if (typeof value !== "string" || !placeholder.test(value)) return;
    drafts.push({
      sakerhet: "säker",
      plats: { blad: sheet.name, row, column },
      tryckt: value,
      beraknat: null,
      text: say((texts) => texts.platshallare(value.trim())),
    });
  });
  return drafts;
}

function minusZeros({ sheet }: SheetView): Draft[] {
  const places: CellPlace[] = [];
  eachFilled(sheet, (value, row, column) => {
    const zero =
      typeof value === "string"
        ? /^\s*[-–−]\s?0+(?:,0+)?\s*%?\s*$/.test(value)
        : typeof value === "number" &&
          value < 0 &&
          printsMinusZero(value, numberFormatAt(sheet, row, column));
    if (zero) places.push({ blad: sheet.name, row, column });
  });
  return places.length === 0
    ? []
    : [
        noted(places, printedAt(sheet, places[0].row, places[0].column), (texts) =>
          texts.minusNoll(places.length),
        ),
      ];
}

/** A format with a section of its own for negative numbers decides for itself. */
function printsMinusZero(value: number, numberFormat: string): boolean {
  if (numberFormat.includes(";")) return false;
  const shown = formatDecimals(numberFormat);
  if (shown === null) return false;
  const scale = numberFormat.includes("%") ? 100 : 1;
  return Number(Math.abs(value * scale).toFixed(shown)) === 0;
}

const noted = (places: CellPlace[], tryckt: string, text: Parameters<typeof say>[0]): Draft => ({
  sakerhet: "notis",
  plats: places[0],
  aven: places.slice(1),
  tryckt,
  beraknat: null,
  text: say(text),
});

function percentSigns(table: Tabell): Draft[] {
  const signed = (figure: Figure) => figureCell(figure).unit === "%";
  const columns = table.columns.map((_, column) =>
    table.rows.some((_, row) => signed({ table, row, column })),
  );
  return table.rows.flatMap((_, row) => {
    const figures = table.columns
      .map((_, column): Figure => ({ table, row, column }))
      .filter((figure) => columns[figure.column] && figureValue(figure) !== null);
    const without = figures.filter((figure) => figureCell(figure).unit === null);
    if (without.length === figures.length) return [];
    return without.map((figure): Draft => ({
      sakerhet: "säker",
      plats: figurePlace(figure),
      aven: figures.filter(signed).map(figurePlace),
      tryckt: printedFigure(figure),
      beraknat: null,
      text: say((texts) => texts.procentteckenSaknas(printedFigure(figure), rowName(figure))),
    }));
  });
}

function decimals({ sheet }: SheetView, table: Tabell): Draft[] {
  const stated = (figure: Figure): number | null => {
    const { row, column } = figurePlace(figure);
    if (figureValue(figure) === null) return null;
    const value = valueAt(sheet, row, column);
    if (typeof value === "number") return formatDecimals(numberFormatAt(sheet, row, column));
    return /[*\p{L}]/u.test(String(value)) ? null : printedDecimals(figure);
  };
  const grid = table.rows.map((_, row) => table.columns.map((_, column) => stated({ table, row, column })));
  const usual = table.columns.map((_, column) =>
    usualOf(
      grid.map((line) => line[column]),
      usualCount,
      usualShare,
    ),
  );
  return grid.flatMap((line, row) => {
    const odd = line.flatMap((shown, column) => {
      if (shown === null || usual[column] === null || shown === usual[column]) return [];
      const others = line.filter((_, other) => other !== column);
      return usualOf(others, 2, 1) === usual[column] ? [{ table, row, column }] : [];
    });
    return odd.map((figure): Draft => ({
      sakerhet: "notis",
      plats: figurePlace(figure),
      tryckt: printedFigure(figure),
      beraknat: null,
      text: say((texts) => texts.decimaler(printedFigure(figure), usual[figure.column] ?? 0)),
    }));
  });
}

function usualOf(shown: (number | null)[], count: number, share: number): number | null {
  const known = shown.filter((each) => each !== null);
  if (known.length < count) return null;
  const counts = new Map<number, number>();
  for (const each of known) counts.set(each, (counts.get(each) ?? 0) + 1);
  const [most, times] = [...counts].sort((a, b) => b[1] - a[1])[0];
  return times >= share * known.length ? most : null;
}

function footnotes({ sheet }: SheetView, table: Tabell): Draft[] {
  const places: CellPlace[] = [];
  for (const { row } of table.rows) {
    for (const { column } of table.columns) {
      const value = valueAt(sheet, row, column);
      if (typeof value !== "string" || !/\d/.test(value) || formulaAt(sheet, row, column) !== "") continue;
      const read = tolkaTal(value);
      if (read.kind === "tal" && read.note !== "") places.push({ blad: sheet.name, row, column });
    }
  }
  if (places.length === 0) return [];
  const first = printedAt(sheet, places[0].row, places[0].column);
  return [noted(places, first, (texts) => texts.fotnot(first, places.length))];
}
