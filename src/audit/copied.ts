import { contains } from "../workbook/address";
import type { Diagnosed } from "./diagnosis";
import { columnName, type Figure, figurePlace, figureValue, halfUnit, rowName } from "./figures";
import { moneyUnits, unitOf } from "./links";
import { type CellPlace, placeKey } from "./place";
import type { SheetView } from "./rule";
import { say } from "./say";

/** A figure of fewer digits is found elsewhere by chance. */
const digits = 4;

/**
 * A wrong sum or change that is, to the last digit, a total of another table was copied from there: the finding says so,
 * and points at it.
 */
export function withCopied(drafts: Diagnosed[], sheets: readonly SheetView[]): Diagnosed[] {
  const suspects = drafts.filter(({ regel }) => regel === "summa" || regel === "forandring");
  if (suspects.length === 0) return drafts;
  const totals = totalsByAmount(sheets);
  return drafts.map((draft) => {
    const own = suspects.includes(draft) ? figureAt(sheets, draft.plats) : null;
    const source = own && (totals.get(amountKey(own)) ?? []).find(({ table }) => table !== own.table);
    if (!source) return draft;
    const place = figurePlace(source);
    const from = source.table.title || source.table.sheet;
    const told = say((texts) => texts.kopierad(rowName(source), columnName(source), from));
    const known = new Set((draft.aven ?? []).map(placeKey));
    return {
      ...draft,
      aven: known.has(placeKey(place)) ? draft.aven : [...(draft.aven ?? []), place],
      text: { sv: `${draft.text.sv} ${told.sv}`, en: `${draft.text.en} ${told.en}` },
    };
  });
}

function totalsByAmount(sheets: readonly SheetView[]): Map<string, Figure[]> {
  const totals = new Map<string, Figure[]>();
  for (const { tables } of sheets) {
    for (const table of tables) {
      table.rows.forEach(({ kind }, row) => {
        if (kind !== "summa" && kind !== "delsumma") return;
        table.columns.forEach((_, column) => {
          const figure = { table, row, column };
          if (!isTelling(figure)) return;
          const key = amountKey(figure);
          totals.set(key, [...(totals.get(key) ?? []), figure]);
        });
      });
    }
  }
  return totals;
}

const isTelling = (figure: Figure): boolean =>
  Math.abs(figureValue(figure) ?? 0) / (2 * halfUnit(figure)) >= 10 ** (digits - 1);

/** The amount without sign: tables write costs with opposite ones. */
function amountKey(figure: Figure): string {
  const unit = unitOf(figure);
  const size = (unit && moneyUnits[unit]) || 1;
  return `${unit && moneyUnits[unit] ? "kr" : unit} ${(Math.abs(figureValue(figure) ?? 0) * size).toPrecision(12)}`;
}

function figureAt(sheets: readonly SheetView[], { blad, row, column }: CellPlace): Figure | null {
  const table = sheets
    .find(({ sheet }) => sheet.name === blad)
    ?.tables.find(({ area }) => contains(area, row, column));
  if (!table) return null;
  const at = {
    row: table.rows.findIndex((one) => one.row === row),
    column: table.columns.findIndex((one) => one.column === column),
  };
  if (at.row < 0 || at.column < 0) return null;
  const figure = { table, ...at };
  return isTelling(figure) ? figure : null;
}
