import type { Area } from "../../workbook/address";
import { contains } from "../../workbook/address";
import type { DefinedName, Table } from "./parts";
import { structuredRefs, replaceRefs, replaceStructuredRefs, sheetPrefix, sheetSpan } from "./references";
import type { Sheet } from "./sheet";
import type { Workbook } from "./workbook";

/** Where a formula stands. `sheet` is null for the workbook's own names. */
export interface FormulaPlace {
  sheet: Sheet | null;
  row: number;
  column: number;
}

/** Rewrites every formula of the workbook, wherever formulas live: cells, names, conditional formats, validations, tables, charts. */
export function rewriteFormulas(
  workbook: Workbook,
  rewrite: (formula: string, place: FormulaPlace) => string,
): void {
  for (const name of workbook.names) {
    name.formula = rewrite(name.formula, { sheet: sheetOf(workbook, name), row: 0, column: 0 });
  }
  for (const sheet of workbook.sheets) {
    rewriteCells(sheet, rewrite);
    rewriteParts(sheet, rewrite);
  }
}

const sheetOf = (workbook: Workbook, name: DefinedName) =>
  name.sheet === null ? null : (workbook.sheetById(name.sheet) ?? null);

function rewriteCells(sheet: Sheet, rewrite: (formula: string, place: FormulaPlace) => string): void {
  for (let row = 0; row < sheet.rows.length; row++) {
    const formulas = sheet.rows[row]?.formulas;
    if (!formulas) continue;
    for (let column = 0; column < formulas.length; column++) {
      const formula = formulas[column];
      if (!formula) continue;
      const text = rewrite(formula.text, { sheet, row, column });
      if (text !== formula.text) formulas[column] = { ...formula, text };
    }
  }
}

function rewriteParts(sheet: Sheet, rewrite: (formula: string, place: FormulaPlace) => string): void {
  const at = (area: Area | undefined): FormulaPlace => ({
    sheet,
    row: area?.row ?? 0,
    column: area?.column ?? 0,
  });
  const bare = (formula: string, place: FormulaPlace) =>
    formula === "" ? "" : rewrite(`=${formula}`, place).slice(1);
  for (const format of sheet.conditionalFormats) {
    const place = at(format.ranges[0]);
    format.formulas = format.formulas.map((formula) => bare(formula, place));
    for (const threshold of [
      ...(format.iconSet?.thresholds ?? []),
      ...(format.colorScale?.thresholds ?? []),
      ...(format.dataBar ? [format.dataBar.min, format.dataBar.max] : []),
    ]) {
      if (threshold.type === "formula" && threshold.value) threshold.value = bare(threshold.value, place);
    }
  }
  for (const validation of sheet.validations) {
    const place = at(validation.ranges[0]);
    validation.formula1 = bare(validation.formula1, place);
    validation.formula2 = bare(validation.formula2, place);
  }
  for (const table of sheet.tables) {
    for (const column of table.columns) {
      if (column.calculatedFormula)
        column.calculatedFormula = rewrite(column.calculatedFormula, at(table.area));
      if (column.totalsFormula) column.totalsFormula = rewrite(column.totalsFormula, at(table.area));
    }
  }
  for (const chart of sheet.charts) {
    for (const series of chart.series) {
      const [name, values, categories] = [series.nameFormula, series.valuesFormula, series.categoriesFormula];
      series.nameFormula = bare(name, at(undefined));
      series.valuesFormula = bare(values, at(undefined));
      series.categoriesFormula = bare(categories, at(undefined));
      if (
        name !== series.nameFormula ||
        values !== series.valuesFormula ||
        categories !== series.categoriesFormula
      )
        chart.origin = undefined;
    }
  }
  for (const link of sheet.hyperlinks) {
    if (link.documentReference) link.documentReference = bare(link.documentReference, at(link.area));
  }
}

/** Follows a sheet's new name in every formula. */
export function renameSheetInFormulas(workbook: Workbook, from: string, to: string): void {
  const was = from.toLowerCase();
  rewriteFormulas(workbook, (formula) =>
    replaceRefs(formula, (ref) => {
      if (ref.external || ref.sheet === "") return undefined;
      const { first, last } = sheetSpan(ref.sheet);
      const renamed = (name: string) => (name.toLowerCase() === was ? to : name);
      if (renamed(first) === first && renamed(last) === last) return undefined;
      return { ...ref, prefix: sheetPrefix(renamed(first), renamed(last)) };
    }),
  );
}

/** References to a sheet that goes become "#REF!A1", as Excel shows them; a 3-D span shrinks to the neighbour that is left. */
export function removeSheetFromFormulas(workbook: Workbook, sheet: Sheet): void {
  const gone = sheet.name.toLowerCase();
  const at = workbook.sheets.indexOf(sheet);
  rewriteFormulas(workbook, (formula) =>
    replaceRefs(formula, (ref) => {
      if (ref.external || ref.sheet === "") return undefined;
      const { first, last } = sheetSpan(ref.sheet);
      const [firstGone, lastGone] = [first.toLowerCase() === gone, last.toLowerCase() === gone];
      if (!firstGone && !lastGone) return undefined;
      if (firstGone && lastGone) return { ...ref, prefix: "#REF!" };
      const next = firstGone ? workbook.sheets[at + 1]?.name : first;
      const previous = lastGone ? workbook.sheets[at - 1]?.name : last;
      return { ...ref, prefix: sheetPrefix(next, previous) };
    }),
  );
}

/** The table a formula stands in, for references without a table's name ("[@Utfall]"). */
export function tableAt(sheet: Sheet | null, row: number, column: number): Table | undefined {
  return sheet?.tables.find((table) => contains(table.area, row, column));
}

export function renameTableInFormulas(workbook: Workbook, from: string, to: string): void {
  const was = from.toLowerCase();
  rewriteFormulas(workbook, (formula) =>
    replaceStructuredRefs(formula, (ref) =>
      ref.table.toLowerCase() === was ? { ...ref, table: to } : undefined,
    ),
  );
}

/** Follows a column's new name; `to` null where the column goes: the reference becomes #REF!. */
export function renameColumnInFormulas(
  workbook: Workbook,
  table: Table,
  from: string,
  to: string | null,
): void {
  const was = from.toLowerCase();
  rewriteFormulas(workbook, (formula, place) =>
    replaceStructuredRefs(formula, (ref) => {
      const owner = ref.table === "" ? tableAt(place.sheet, place.row, place.column)?.name : ref.table;
      if (owner?.toLowerCase() !== table.name.toLowerCase()) return undefined;
      if (!ref.columns.some((column) => column.toLowerCase() === was)) return undefined;
      if (to === null) return "#REF!";
      return {
        ...ref,
        columns: ref.columns.map((column) => (column.toLowerCase() === was ? to : column)),
      };
    }),
  );
}

/** References to a table that goes: #REF! when it is deleted, plain ranges when it is turned into one (`plain`). */
export function removeTableFromFormulas(
  workbook: Workbook,
  table: Table,
  plain: (formula: string, place: FormulaPlace) => string = (formula) => formula,
): void {
  const gone = table.name.toLowerCase();
  rewriteFormulas(workbook, (formula, place) => {
    const refs = structuredRefs(formula);
    if (refs.length === 0) return formula;
    const replaced = plain(formula, place);
    return replaceStructuredRefs(replaced, (ref) => (ref.table.toLowerCase() === gone ? "#REF!" : undefined));
  });
}
