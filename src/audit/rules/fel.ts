import { type CellValue, isCellError } from "../../workbook/cell";
import { kollFunction, calledFunctions, references, relativeFormula } from "../../workbook/formula";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { eachFilled, formulaAt, valueAt } from "../cells";
import type { Draft } from "../finding";
import { type CellPlace, placeKey } from "../place";
import type { Rule } from "../rule";
import { say } from "../say";

/** A range larger than this is not searched cell by cell for the error that caused this one. */
const searchedCells = 2000;

/**
 * Error values at their source: a cell that only passes on an error is named with the cell the error comes from, and
 * like formulas failing side by side are one finding. Also #REF! hidden inside a formula, and links to other workbooks.
 */
export const fel: Rule = {
  id: "fel",
  find(context) {
    const sheets = context.sheets.map(({ sheet }) => sheet);
    return [...errors(sheets), ...sheets.flatMap(links)];
  },
};

type Group = Draft & { aven: CellPlace[] };

function errors(all: SheetSnapshot[]): Draft[] {
  const sheets = new Map(all.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const groups = new Map<string, Group>();
  const groupOf = new Map<string, Group>();
  const passedOn: { sheet: SheetSnapshot; place: CellPlace; root: CellPlace }[] = [];

  const open = (sheet: SheetSnapshot, place: CellPlace) => {
    const value = valueAt(sheet, place.row, place.column);
    const formula = formulaAt(sheet, place.row, place.column);
    const code = isCellError(value) ? value.fel : "#REF!";
    const pattern = formula === "" ? placeKey(place) : relativeFormula(formula, place.row, place.column);
    const key = `${sheet.name} ${code} ${isCellError(value)} ${pattern}`;
    const known = groups.get(key);
    if (known) known.aven.push(place);
    else groups.set(key, draft(place, value, formula));
    groupOf.set(placeKey(place), groups.get(key)!);
  };

  for (const sheet of all) {
    eachFilled(sheet, (value, row, column) => {
      const formula = formulaAt(sheet, row, column);
      if (!isCellError(value) && !formula.includes("#REF!")) return;
      const place = { blad: sheet.name, row, column };
      const root = isCellError(value) ? causeOf(formula, sheet, sheets) : null;
      if (root) passedOn.push({ sheet, place, root });
      else open(sheet, place);
    });
  }
  // A chain that bites its own tail has no first cell: its cells are reported themselves.
  for (const { sheet, place, root } of passedOn) {
    const group = groupOf.get(placeKey(root));
    if (group) group.aven.push(place);
    else open(sheet, place);
  }
  return [...groups.values()];
}

function draft(plats: CellPlace, value: CellValue, formula: string): Group {
  const koll = calledFunctions(formula)
    .map(kollFunction)
    .find((name) => name !== null);
  return {
    sakerhet: "säker",
    plats,
    aven: [],
    tryckt: isCellError(value) ? value.fel : formula,
    beraknat: null,
    text: say((texts) => {
      if (!isCellError(value)) return texts.refIFormel();
      if (value.fel === "#NAME?" && koll) return texts.kollNamn(koll);
      return texts.felvarde(value.fel, value.text ?? "");
    }),
  };
}

/** The error cell that the formula reads, followed to where the chain starts. */
function causeOf(
  formula: string,
  sheet: SheetSnapshot,
  sheets: Map<string, SheetSnapshot>,
): CellPlace | null {
  let found: CellPlace | null = null;
  let next: { formula: string; sheet: SheetSnapshot } | null = { formula, sheet };
  for (let step = 0; next && step < 50; step++) {
    const cause = errorRead(next.formula, next.sheet, sheets);
    if (!cause) break;
    found = cause.place;
    next = { formula: formulaAt(cause.sheet, cause.place.row, cause.place.column), sheet: cause.sheet };
  }
  return found;
}

function errorRead(formula: string, sheet: SheetSnapshot, sheets: Map<string, SheetSnapshot>) {
  if (formula === "") return null;
  for (const reference of references(formula)) {
    if (reference.book !== null) continue;
    const from = reference.sheet === null ? sheet : sheets.get(reference.sheet.toLowerCase());
    if (!from) continue;
    const { row, column, rowCount, columnCount } = reference.area;
    const lastRow = Math.min(row + rowCount, from.area.row + from.area.rowCount);
    const lastColumn = Math.min(column + columnCount, from.area.column + from.area.columnCount);
    if ((lastRow - row) * (lastColumn - column) > searchedCells) continue;
    for (let r = Math.max(row, from.area.row); r < lastRow; r++) {
      for (let c = Math.max(column, from.area.column); c < lastColumn; c++) {
        if (isCellError(valueAt(from, r, c)))
          return { sheet: from, place: { blad: from.name, row: r, column: c } };
      }
    }
  }
  return null;
}

function links(sheet: SheetSnapshot): Draft[] {
  const books = new Map<string, CellPlace[]>();
  eachFilled(sheet, (value, row, column) => {
    const formula = formulaAt(sheet, row, column);
    if (!formula.includes("[") || isCellError(value)) return;
    for (const { book } of references(formula)) {
      if (book === null) continue;
      const places = books.get(book) ?? [];
      places.push({ blad: sheet.name, row, column });
      books.set(book, places);
      break;
    }
  });
  return [...books].map(([book, places]) => ({
    sakerhet: "notis",
    plats: places[0],
    aven: places.slice(1),
    tryckt: formulaAt(sheet, places[0].row, places[0].column),
    beraknat: null,
    text: say((texts) => texts.extern(book, places.length)),
  }));
}
