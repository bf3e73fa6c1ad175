import { contains } from "../workbook/address";
import { references } from "../workbook/formula";
import { formulaAt, printedAt, valueAt } from "./cells";
import type { Diagnosed } from "./diagnosis";
import { type Figure, figurePlace } from "./figures";
import type { Draft } from "./finding";
import type { CellPlace } from "./place";
import type { Relation } from "./relation";
import type { SheetView } from "./rule";
import { say } from "./say";

/**
 * Sheets that Nämndkoll has made, by name: a report of formulas over the sources, or a source's rows written out, which are
 * audited where they came from.
 */
export type EgnaBlad = ReadonlyMap<string, "rapport" | "underlag">;

/** Rows written out from a source have no tables of their own to audit. */
export const utanKopior = (sheets: SheetView[], egna: EgnaBlad): SheetView[] =>
  sheets.map(({ sheet, tables }) => ({ sheet, tables: egna.get(sheet.name) === "underlag" ? [] : tables }));

/**
 * The ties that a report's own formulas don't settle already. What one of them calculates is right however its rows are
 * read, and two of them that differ are told apart by Avstämning; a figure that someone has typed over is held against the
 * rest as any other.
 */
export function utanEgnaFormler(relations: Relation[], sheets: SheetView[], egna: EgnaBlad): Relation[] {
  if (egna.size === 0) return relations;
  const bySheet = new Map(sheets.map(({ sheet }) => [sheet.name, sheet]));
  const formula = (figure: Figure): string => {
    const { blad, row, column } = figurePlace(figure);
    return egna.has(blad) ? formulaAt(bySheet.get(blad)!, row, column) : "";
  };
  return relations.filter(
    ({ target, terms, mutual }) =>
      !(mutual ? [target, ...terms].every((figure) => formula(figure) !== "") : calculates(formula(target))),
  );
}

/** A formula over its own sheet's cells: what is only fetched from a source is as right as the source. */
const calculates = (formula: string): boolean =>
  formula !== "" && references(formula).some(({ sheet }) => sheet === null);

/** Numbers among the formulas of a report's own column: someone has typed over one. */
export function overskrivna(sheets: SheetView[], egna: EgnaBlad): Draft[] {
  return sheets.flatMap(({ sheet }) => {
    if (egna.get(sheet.name) !== "rapport") return [];
    const { area } = sheet;
    return Array.from({ length: area.columnCount }, (_, c) => area.column + c).flatMap((column) => {
      const rows = Array.from({ length: area.rowCount }, (_, r) => area.row + r);
      const formulas = rows.filter((row) => formulaAt(sheet, row, column) !== "").length;
      const typed = rows.filter(
        (row) => formulaAt(sheet, row, column) === "" && typeof valueAt(sheet, row, column) === "number",
      );
      if (typed.length * 3 > formulas) return [];
      return typed.map((row): Draft => {
        const tryckt = printedAt(sheet, row, column);
        const plats = { blad: sheet.name, row, column };
        const text = say((texts) => texts.inskrivetEgen(tryckt));
        return { sakerhet: "trolig", plats, tryckt, beraknat: null, text };
      });
    });
  });
}

/** A forecast that several reports show is doubted once: on the source's own sheet, else on the first of them. */
export function enGang(drafts: Diagnosed[], sheets: SheetView[], egna: EgnaBlad): Diagnosed[] {
  const label = ({ blad, row, column }: CellPlace) =>
    sheets
      .find(({ sheet }) => sheet.name === blad)!
      .tables.find(({ area }) => contains(area, row, column))
      ?.rows.find((line) => line.row === row)?.label ?? "";
  const first = new Map<string, Diagnosed>();
  const own = (draft: Diagnosed) => egna.has(draft.plats.blad);
  const ofForecasts = drafts.filter(({ regel }) => regel === "prognos");
  const told = new Set<Diagnosed>();
  for (const draft of [...ofForecasts.filter((one) => !own(one)), ...ofForecasts.filter(own)]) {
    const name = label(draft.plats);
    const known = first.get(name);
    if (name === "" || !known || !own(draft)) first.set(name, known ?? draft);
    else {
      told.add(draft);
      known.aven = [...(known.aven ?? []), draft.plats];
    }
  }
  return drafts.filter((draft) => !told.has(draft));
}
