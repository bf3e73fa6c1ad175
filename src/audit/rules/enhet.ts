import type { Enhet, KolumnRegel, Tabell } from "../../tables";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { contentAt, valueAt } from "../cells";
import { figureValue } from "../figures";
import type { Draft } from "../finding";
import type { CellPlace } from "../place";
import type { Rule, SheetView } from "../rule";
import { say } from "../say";

const money = new Set<Enhet>(["kr", "tkr", "mnkr"]);
const unitWords: Record<string, RegExp> = {
  kr: /(?<!\p{L})(?:kr|kronor|sek)(?!\p{L})/iu,
  tkr: /(?<!\p{L})(?:tkr|kkr|ksek|tusen ?(?:kr|kronor))(?!\p{L})/iu,
  mnkr: /(?<!\p{L})(?:mnkr|mkr|msek|miljoner(?: ?(?:kr|kronor))?)(?!\p{L})/iu,
};
/** A column in thousands beside one in millions differs a thousandfold: within this the unit is the same. */
const sameMagnitude = 30;

/**
 * A unit stated in a column's header that its figures don't have: the column follows arithmetically, unconverted, from
 * columns in the table's unit, or its figures are of their size.
 */
export const enhet: Rule = {
  id: "enhet",
  find: ({ sheets }) => sheets.flatMap((view) => view.tables.flatMap((table) => headers(view, table))),
};

function headers({ sheet }: SheetView, table: Tabell): Draft[] {
  return table.columns.flatMap((kolumn, column): Draft[] => {
    const stated = kolumn.statedUnit;
    if (!stated || !money.has(stated)) return [];
    const neighbours = table.columns.flatMap((_, other) =>
      other !== column && table.columns[other].statedUnit !== stated ? [other] : [],
    );
    const real = realUnit(table, neighbours, stated);
    if (real === null) return [];
    const tied = table.columnRules.some((rule) => ties(rule, column, neighbours));
    if (!tied && !likeSized(table, column, neighbours)) return [];
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

/** The unit of the columns beside, where it is another than the stated one. */
function realUnit(table: Tabell, neighbours: number[], stated: Enhet): Enhet | null {
  if (neighbours.length === 0) return null;
  const own = neighbours.map((column) => table.columns[column].unit).find((unit) => unit && money.has(unit));
  const unit = own ?? table.unit;
  return unit && money.has(unit) && unit !== stated ? unit : null;
}

/** A rule that holds unconverted between the column and its neighbours. */
function ties(rule: KolumnRegel, column: number, neighbours: number[]): boolean {
  if (rule.kind !== "differens" && rule.kind !== "lika") return false;
  const others = rule.kind === "lika" ? [rule.a] : [rule.a, rule.b];
  const involved = [rule.column, ...others];
  if (!involved.includes(column) || rule.agrees.length * 2 <= rule.tried.length) return false;
  return involved.every((each) => each === column || neighbours.includes(each));
}

function likeSized(table: Tabell, column: number, neighbours: number[]): boolean {
  const size = (columns: number[]) => {
    const sizes = columns
      .flatMap((each) => table.rows.map((_, row) => Math.abs(figureValue({ table, row, column: each }) ?? 0)))
      .filter((value) => value > 0)
      .sort((a, b) => a - b);
    return sizes.length === 0 ? null : sizes[sizes.length >> 1];
  };
  const [own, others] = [size([column]), size(neighbours)];
  if (own === null || others === null) return false;
  return own / others < sameMagnitude && others / own < sameMagnitude;
}

function headerCell(sheet: SheetSnapshot, table: Tabell, column: number, unit: Enhet): CellPlace {
  const at = table.columns[column].column;
  const rows = [...table.headerRows].reverse();
  const row = rows.find((each) => unitWords[unit].test(String(valueAt(sheet, each, at) ?? "")));
  return { blad: sheet.name, row: row ?? rows[0] ?? table.area.row, column: at };
}
