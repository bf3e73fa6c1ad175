import type { Area } from "../../workbook/address";
import { copyCells } from "./copy";
import { ModelError } from "./errors";
import type { Sheet } from "./sheet";
import type { ChangeSource, Workbook } from "./workbook";

/**
 * Fills from an area over one that holds it. Formulas are copied; two or more numbers go on as a series, one number is
 * repeated, as when the fill handle is drawn.
 */
export function fillCells(
  workbook: Workbook,
  sheet: Sheet,
  from: Area,
  into: Area,
  type: string,
  source: ChangeSource,
): void {
  const kinds: Record<string, { contents: "formulas" | "none"; formats: boolean; series: boolean }> = {
    filldefault: { contents: "formulas", formats: true, series: true },
    fillcopy: { contents: "formulas", formats: true, series: false },
    fillseries: { contents: "formulas", formats: true, series: true },
    fillformats: { contents: "none", formats: true, series: false },
    fillvalues: { contents: "formulas", formats: false, series: true },
  };
  const kind = kinds[type.toLowerCase()];
  if (!kind) throw new ModelError("InvalidArgument", `fill type ${type}`);
  const down = into.columnCount === from.columnCount && into.column === from.column && into.row === from.row;
  const right = into.rowCount === from.rowCount && into.row === from.row && into.column === from.column;
  if (!down && !right) throw new ModelError("InvalidArgument", "the filled range must go on from the source");
  const lines = down ? from.columnCount : from.rowCount;
  const [length, target] = down ? [from.rowCount, into.rowCount] : [from.columnCount, into.columnCount];
  for (let line = 0; line < lines; line++) {
    const at = (index: number) =>
      down
        ? { row: from.row + index, column: from.column + line }
        : { row: from.row + line, column: from.column + index };
    const numbers = Array.from({ length }, (_, index) => {
      const { row, column } = at(index);
      return sheet.formula(row, column) ? null : sheet.value(row, column);
    });
    const next = kind.series ? trend(numbers) : null;
    for (let index = length; index < target; index++) {
      const cell = (place: { row: number; column: number }) => ({
        sheet,
        area: { ...place, rowCount: 1, columnCount: 1 },
      });
      copyCells(
        workbook,
        cell(at(index % length)),
        cell(at(index)),
        { ...kind, skipBlanks: false, transpose: false },
        source,
      );
      if (next) sheet.setValue(at(index).row, at(index).column, next(index));
    }
  }
  workbook.changed({ kind: "cells", sheet, area: into, source });
}

/** The straight line through two or more numbers (least squares), as Excel's linear fill. */
function trend(values: unknown[]): ((index: number) => number) | null {
  if (values.length < 2 || !values.every((value) => typeof value === "number")) return null;
  const numbers = values as number[];
  const n = numbers.length;
  const meanX = (n - 1) / 2;
  const meanY = numbers.reduce((sum, y) => sum + y, 0) / n;
  const slope =
    numbers.reduce((sum, y, x) => sum + (x - meanX) * (y - meanY), 0) /
    numbers.reduce((sum, _, x) => sum + (x - meanX) ** 2, 0);
  return (index) => meanY + slope * (index - meanX);
}
