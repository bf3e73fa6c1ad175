import type { Tabell } from "../../tables";
import type { Change } from "../../workbook/change";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { cellAddress } from "../../workbook/address";
import { contentAt } from "../cells";
import { type Figure, figurePlace, figureValue, printedDecimals, printedFigure, rowName } from "../figures";
import type { Draft } from "../finding";
import { unitOf } from "../links";
import type { Rule, SheetView } from "../rule";
import { say } from "../say";
import { complement, type SumLine } from "../suppression";

/** Fewer individuals than this may be recognised. */
const fewest = 5;
/** Sick leave isn't shown for a group of this many employees or fewer (statistiksekretess i årsredovisningar). */
const smallStaff = 10;
const hiddenMark = "..";

const personWords =
  /person|individ|brukare|klient|deltagare|elev|barn\b|ungdom|kvinn|\bmän\b|flick|pojk|patient|sökande|hushåll|unika|client|participant|people|women|\bmen\b|children/iu;
const notPersons =
  /platser|bostäder|lägenhet|dygn|timm|beslut|kronor|tkr|mnkr|%|andel|årsarbet|intraprenad|klagomål|avgångar/iu;
const sickWords = /sjukfrånvaro|sjuktal|sick (?:leave|absence)/iu;
const staffWords =
  /antal (?:anställda|medarbetare|tillsvidare)|^anställda|^medarbetare|headcount|employees|staff/iu;

/**
 * Counts of individuals below five in a breakdown, and sick leave for ten employees or fewer. The proposal hides the
 * small cells and as many others as it takes for none to be computed from a total.
 */
export const litenGrupp: Rule = {
  id: "liten-grupp",
  find: ({ sheets }) =>
    sheets.flatMap((view) =>
      view.tables
        .filter(({ kind }) => kind === "rapport")
        .flatMap((table) => [...smallCounts(view, table), ...sickLeave(table)]),
    ),
};

function smallCounts({ sheet }: SheetView, table: Tabell): Draft[] {
  const lines = sumLines(table);
  if (lines.length === 0) return [];
  const inLine = new Set(lines.flatMap(({ parts, total }) => [...parts, total]));
  const width = table.columns.length;
  const figure = (id: number): Figure => ({ table, row: Math.floor(id / width), column: id % width });
  const small = [...inLine].filter((id) => isSmallCount(figure(id)));
  if (small.length === 0) return [];
  small.sort((a, b) => a - b);
  const added = complement(small, lines, (id) => figureValue(figure(id)) ?? 0);
  const [first, ...rest] = small.map(figure);
  const also = added.map((id) => {
    const { row, column } = figurePlace(figure(id));
    return cellAddress(row, column);
  });
  return [
    {
      sakerhet: "trolig",
      plats: figurePlace(first),
      aven: rest.map(figurePlace),
      tryckt: printedFigure(first),
      beraknat: null,
      text: say((texts) =>
        texts.litenGrupp(rowName(first), printedFigure(first), small.length, also.join(", ")),
      ),
      atgard: {
        text: say((texts) => texts.dolj(small.length + added.length, also.length)),
        andringar: [...small, ...added].map((id) => hide(sheet, figure(id))),
      },
    },
  ];
}

/** Sums down the columns, and across a row where one column is the sum of others (lika/differens rules aside). */
function sumLines(table: Tabell): SumLine[] {
  const width = table.columns.length;
  const lines = table.sums.flatMap(({ row, parts, columns }) =>
    columns.flatMap((column): SumLine[] => {
      const filled = parts.filter((part) => figureValue({ table, row: part, column }) !== null);
      if (filled.length < 2 || figureValue({ table, row, column }) === null) return [];
      return [{ parts: filled.map((part) => part * width + column), total: row * width + column }];
    }),
  );
  return [...lines, ...acrossLines(table)];
}

/** Columns of which the last is the sum of the others on every row: kvinnor, män, totalt. */
function acrossLines(table: Tabell): SumLine[] {
  const width = table.columns.length;
  const columns = table.columns.flatMap(({ role }, column) => (role === "antal" ? [column] : []));
  for (const total of columns) {
    const parts = columns.filter((column) => column !== total);
    if (parts.length < 2) continue;
    const rows = table.rows.flatMap((_, row) =>
      columns.every((column) => figureValue({ table, row, column }) !== null) ? [row] : [],
    );
    const sums = rows.every((row) => {
      const sum = parts.reduce((s, column) => s + (figureValue({ table, row, column }) ?? 0), 0);
      return sum === figureValue({ table, row, column: total });
    });
    if (rows.length >= 2 && sums) {
      return rows.map((row) => ({
        parts: parts.map((column) => row * width + column),
        total: row * width + total,
      }));
    }
  }
  return [];
}

function isSmallCount(figure: Figure): boolean {
  const value = figureValue(figure);
  if (value === null || !Number.isInteger(value) || value < 1 || value >= fewest) return false;
  const unit = unitOf(figure);
  if (unit !== null && unit !== "antal") return false;
  // People are counted whole: 3,0 is an amount in millions.
  if (printedDecimals(figure) > 0) return false;
  const { table, row, column } = figure;
  const group = table.rows[row].group;
  const own = `${table.columns[column].header} ${table.rows[row].label}`;
  const around = `${table.title} ${group === null ? "" : table.rows[group].label}`;
  if (notPersons.test(own)) return false;
  return personWords.test(own) || (personWords.test(around) && !notPersons.test(around));
}

function hide(sheet: SheetSnapshot, figure: Figure): Change {
  const { row, column } = figurePlace(figure);
  return {
    kind: "value",
    sheet: sheet.name,
    row,
    column,
    before: contentAt(sheet, row, column),
    after: hiddenMark,
  };
}

function sickLeave(table: Tabell): Draft[] {
  const sick = table.columns.findIndex(({ header }) => sickWords.test(header));
  const staff = table.columns.findIndex(({ header }) => staffWords.test(header));
  if (sick < 0 || staff < 0) return [];
  return table.rows.flatMap((_, row): Draft[] => {
    const target: Figure = { table, row, column: sick };
    const count: Figure = { table, row, column: staff };
    const employees = figureValue(count);
    if (figureValue(target) === null || employees === null || employees <= 0 || employees > smallStaff)
      return [];
    return [
      {
        sakerhet: "trolig",
        plats: figurePlace(target),
        aven: [figurePlace(count)],
        tryckt: printedFigure(target),
        beraknat: null,
        text: say((texts) => texts.sjukLitenGrupp(rowName(target), printedFigure(count))),
      },
    ];
  });
}
