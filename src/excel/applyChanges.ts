import { cellAddress } from "../workbook/address";
import { agrees } from "../workbook/cell";
import type { Change } from "../workbook/change";
import { UserError } from "../workbook/userError";
import { fromExcel } from "./readSnapshot";
import { asText } from "./reportSheet";

/**
 * Applies changes to cells: two syncs. Every cell is read again first; if one no longer holds what the change was made
 * for, nothing is written and the user is told which.
 */
export async function applyChanges(context: Excel.RequestContext, changes: Change[]): Promise<void> {
  const cells = changes.map((change) => {
    const range = context.workbook.worksheets
      .getItem(change.sheet)
      .getRangeByIndexes(change.row, change.column, 1, 1);
    range.load("values,formulas,numberFormat");
    return { change, range };
  });
  await context.sync();
  const moved = cells.find(({ change, range }) => !stands(change, range));
  if (moved) {
    const { sheet, row, column } = moved.change;
    throw new UserError("cellAndrad", { blad: sheet, cell: cellAddress(row, column) });
  }
  for (const { change, range } of cells) {
    if (change.kind === "numberFormat") range.numberFormat = [[change.after]];
    else if (change.kind === "formula") range.formulas = [[change.after]];
    else range.values = [[typeof change.after === "string" ? asText(change.after) : (change.after ?? "")]];
  }
  await context.sync();
}

function stands(change: Change, range: Excel.Range): boolean {
  if (change.kind === "numberFormat") return range.numberFormat[0][0] === change.before;
  const formula = range.formulas[0][0];
  // A text that begins with "=" is its own formula.
  const now =
    typeof formula === "string" && formula.startsWith("=") && formula !== range.values[0][0] ? formula : "";
  return (
    now === change.before.formula &&
    (now !== "" || agrees(fromExcel(range.values[0][0]), change.before.value))
  );
}

/** The changes that take these back. */
export function inverse(changes: Change[]): Change[] {
  return changes.map((change): Change => {
    const { sheet, row, column } = change;
    if (change.kind === "numberFormat") return { ...change, before: change.after, after: change.before };
    const written =
      change.kind === "formula"
        ? { formula: change.after, value: null }
        : { formula: "", value: change.after };
    return change.before.formula !== ""
      ? { sheet, row, column, kind: "formula", before: written, after: change.before.formula }
      : { sheet, row, column, kind: "value", before: written, after: change.before.value };
  });
}
