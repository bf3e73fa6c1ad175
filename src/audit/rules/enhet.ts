import type { Enhet, Tabell } from "../../tables";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { contentAt, valueAt } from "../cells";
import type { Draft } from "../finding";
import type { CellPlace } from "../place";
import type { Rule, SheetView } from "../rule";
import { say } from "../say";
import { wrongUnit } from "../units";
import { type LinkedUnit, linkedUnits } from "../linkedUnits";

const unitWords: Record<string, RegExp> = {
  kr: /(?<!\p{L})(?:kr|kronor|sek)(?!\p{L})/iu,
  tkr: /(?<!\p{L})(?:tkr|kkr|ksek|tusen ?(?:kr|kronor))(?!\p{L})/iu,
  mnkr: /(?<!\p{L})(?:mnkr|mkr|msek|miljoner(?: ?(?:kr|kronor))?)(?!\p{L})/iu,
};
/**
 * A unit stated in a column's header that its figures don't have: the column follows arithmetically, unconverted, from
 * columns in the table's unit, or its figures are of their size. And a table's unit, against another table with the same rows.
 */
export const enhet: Rule = {
  id: "enhet",
  find: ({ sheets }) => [
    ...sheets.flatMap((view) => view.tables.flatMap((table) => headers(view, table))),
    ...linkedUnits(sheets.flatMap(({ tables }) => tables)).map(captions),
  ],
};

/** A unit stated for a whole table, which another table with the same rows speaks against. */
function captions({ table, other, stated, real }: LinkedUnit): Draft {
  const place = ({ sheet, unitCell, area }: Tabell): CellPlace => ({
    blad: sheet,
    row: unitCell?.row ?? area.row,
    column: unitCell?.column ?? area.column,
  });
  return {
    sakerhet: "trolig",
    plats: place(table),
    aven: [place(other)],
    tryckt: stated,
    beraknat: real,
    text: say((texts) => texts.enhetMellanTabeller(stated, real, other.title || other.sheet, other.unit!)),
  };
}

function headers({ sheet }: SheetView, table: Tabell): Draft[] {
  return table.columns.flatMap((kolumn, column): Draft[] => {
    const wrong = wrongUnit(table, column);
    if (!wrong) return [];
    const { stated, real, tied } = wrong;
    const plats = headerCell(sheet, table, column, stated);
    const text = String(valueAt(sheet, plats.row, plats.column) ?? kolumn.header);
    const after = text.replace(unitWords[stated], real);
    return [
      {
        sakerhet: tied ? "säker" : "trolig",
        plats,
        aven: table.unitCell ? [{ blad: sheet.name, ...table.unitCell }] : [],
        tryckt: text,
        beraknat: real,
        text: say((texts) => texts.enhet(text.replace(/\s+/g, " "), stated, real)),
        ...(after !== text && {
          atgard: {
            text: say((texts) => texts.bytEnhet(stated, real)),
            andringar: [
              {
                kind: "value",
                sheet: sheet.name,
                row: plats.row,
                column: plats.column,
                before: contentAt(sheet, plats.row, plats.column),
                after,
              },
            ],
          },
        }),
      },
    ];
  });
}

function headerCell(sheet: SheetSnapshot, table: Tabell, column: number, unit: Enhet): CellPlace {
  const at = table.columns[column].column;
  const rows = [...table.headerRows].reverse();
  const row = rows.find((each) => unitWords[unit].test(String(valueAt(sheet, each, at) ?? "")));
  return { blad: sheet.name, row: row ?? rows[0] ?? table.area.row, column: at };
}
