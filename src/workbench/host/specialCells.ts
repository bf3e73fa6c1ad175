import { type Area, intersect } from "../../workbook/address";
import type { CellValue } from "../../workbook/cell";
import type { Sheet } from "../model/sheet";
import type { Batch } from "./batch";
import { oneOf } from "./definition";
import { itemNotFound } from "./errors";

const kinds = [
  "Blanks",
  "ConditionalFormats",
  "Constants",
  "DataValidations",
  "Formulas",
  "SameConditionalFormat",
  "SameDataValidation",
  "Visible",
] as const;

const valueKinds = [
  "All",
  "Errors",
  "ErrorsLogical",
  "ErrorsNumbers",
  "ErrorsText",
  "ErrorsLogicalNumber",
  "ErrorsLogicalText",
  "ErrorsNumberText",
  "Logical",
  "LogicalNumbers",
  "LogicalText",
  "LogicalNumbersText",
  "Numbers",
  "NumbersText",
  "Text",
] as const;

/** The cells of a kind, as few areas as rows allow. @throws ItemNotFound when there are none. */
export function specialCells(
  _batch: Batch,
  sheet: Sheet,
  areas: Area[],
  rawKind: unknown,
  rawValues: unknown,
): Area[] {
  const kind = oneOf(kinds)(rawKind);
  const wanted = oneOf(valueKinds)(rawValues ?? "All");
  const used = sheet.usedArea();
  const found = areas.flatMap((area) => {
    if (kind === "ConditionalFormats" || kind === "SameConditionalFormat")
      return overlap(
        sheet.conditionalFormats.flatMap(({ ranges }) => ranges),
        area,
      );
    if (kind === "DataValidations" || kind === "SameDataValidation")
      return overlap(
        sheet.validations.flatMap(({ ranges }) => ranges),
        area,
      );
    const searched = used && intersect(used, area);
    if (!searched) return [];
    const cells: { row: number; column: number }[] = [];
    for (let row = searched.row; row < searched.row + searched.rowCount; row++) {
      for (let column = searched.column; column < searched.column + searched.columnCount; column++) {
        if (matches(sheet, row, column, kind, wanted)) cells.push({ row, column });
      }
    }
    return joinCells(cells);
  });
  if (found.length === 0) throw itemNotFound(`no ${kind}`);
  return found;
}

const overlap = (ranges: Area[], area: Area) => ranges.flatMap((range) => intersect(range, area) ?? []);

function matches(
  sheet: Sheet,
  row: number,
  column: number,
  kind: (typeof kinds)[number],
  wanted: (typeof valueKinds)[number],
): boolean {
  const value = sheet.value(row, column);
  const formula = sheet.formula(row, column);
  switch (kind) {
    case "Blanks":
      return value === null && !formula;
    case "Constants":
      return value !== null && !formula && ofKind(value, wanted);
    case "Formulas":
      return formula !== undefined && ofKind(value, wanted);
    case "Visible":
      return !sheet.rows[row]?.hidden && !sheet.columns[column]?.hidden;
    default:
      return false;
  }
}

function ofKind(value: CellValue, wanted: string): boolean {
  if (wanted === "All") return true;
  if (typeof value === "number") return wanted.includes("Number");
  if (typeof value === "string") return wanted.includes("Text");
  if (typeof value === "boolean") return wanted.includes("Logical");
  return value !== null && wanted.includes("Errors");
}

/** Cells in row order, joined to runs and equal runs below each other to blocks. */
export function joinCells(cells: { row: number; column: number }[]): Area[] {
  const runs: Area[] = [];
  for (const { row, column } of cells) {
    const last = runs[runs.length - 1];
    if (last && last.row === row && last.column + last.columnCount === column) last.columnCount++;
    else runs.push({ row, column, rowCount: 1, columnCount: 1 });
  }
  const blocks: Area[] = [];
  const open = new Map<string, Area>();
  for (const run of runs) {
    const key = `${run.column} ${run.columnCount}`;
    const above = open.get(key);
    if (above && above.row + above.rowCount === run.row) above.rowCount++;
    else {
      blocks.push(run);
      open.set(key, run);
    }
  }
  return blocks;
}
