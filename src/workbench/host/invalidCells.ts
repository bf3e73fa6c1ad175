import { type Area, contains, intersect } from "../../workbook/address";
import type { Sheet } from "../model/sheet";
import { allows } from "../model/validity";
import type { Batch } from "./batch";

/** The cells whose values break the rule they have, and how many cells were looked at. */
export async function invalidCells(
  batch: Batch,
  sheet: Sheet,
  areas: Area[],
): Promise<{ invalid: { row: number; column: number }[]; checked: number }> {
  const invalid: { row: number; column: number }[] = [];
  let checked = 0;
  for (const area of areas) {
    const rules = sheet.validations.filter(({ ranges }) => ranges.some((one) => intersect(one, area)));
    const searched = rules.length > 0 ? filledPart(sheet, area) : null;
    checked += area.rowCount * area.columnCount;
    if (!searched) continue;
    for (let row = searched.row; row < searched.row + searched.rowCount; row++) {
      for (let column = searched.column; column < searched.column + searched.columnCount; column++) {
        const rule = rules.find(({ ranges }) => ranges.some((one) => contains(one, row, column)));
        if (rule && !(await allows(rule, sheet.value(row, column), { sheet, row, column }, batch)))
          invalid.push({ row, column });
      }
    }
  }
  return { invalid, checked };
}

/** Blank cells beyond the used range only matter where an area is small enough to be meant. */
function filledPart(sheet: Sheet, area: Area): Area | null {
  if (area.rowCount * area.columnCount <= 10_000) return area;
  const used = sheet.usedArea();
  return used && intersect(used, area);
}
