import { type Area, intersect } from "../../workbook/address";
import type { CellValue } from "../../workbook/cell";
import { clearContents, releaseArrays } from "./cells";
import { type FormulaRef, moveFormula, replaceRefs, transposeFormula } from "./references";
import { rewriteFormulas } from "./formulas";
import type { CellFormula, Sheet } from "./sheet";
import type { ChangeSource, Workbook } from "./workbook";

export interface CopyWhat {
  contents: "formulas" | "values" | "none";
  formats: boolean;
}

export interface CopyOptions extends CopyWhat {
  skipBlanks: boolean;
  transpose: boolean;
  /** The cells leave their old place: formulas keep their references, and references to them follow. */
  move?: boolean;
}

interface Place {
  sheet: Sheet;
  area: Area;
}

interface Copied {
  value: CellValue;
  formula: CellFormula | undefined;
  style: number;
}

/**
 * Copies cells. A target that is a multiple of the source in both directions is filled with repeats; any other takes the
 * source's size from its first cell, as pasting does.
 */
export function copyCells(
  workbook: Workbook,
  from: Place,
  to: Place,
  { contents, formats, skipBlanks, transpose, move }: CopyOptions,
  source: ChangeSource,
): void {
  const cells = read(from);
  const [height, width] = transpose
    ? [from.area.columnCount, from.area.rowCount]
    : [from.area.rowCount, from.area.columnCount];
  const fits = to.area.rowCount % height === 0 && to.area.columnCount % width === 0;
  const area: Area = fits ? to.area : { ...to.area, rowCount: height, columnCount: width };
  if (contents !== "none") releaseArrays(to.sheet, area);
  if (move) {
    clearContents(workbook, from.sheet, from.area, source);
    const follow = movedReferences(from, to);
    rewriteFormulas(workbook, (formula, place) => replaceRefs(formula, (ref) => follow(ref, place.sheet)));
    for (const { formula } of cells.flat())
      if (formula) formula.text = replaceRefs(formula.text, (ref) => follow(ref, from.sheet));
  }
  for (let r = 0; r < area.rowCount; r++) {
    for (let c = 0; c < area.columnCount; c++) {
      const [sr, sc] = transpose ? [c % width, r % height] : [r % height, c % width];
      const cell = transpose ? cells[sr % cells.length][sc % cells[0].length] : cells[sr][sc];
      const [row, column] = [area.row + r, area.column + c];
      if (skipBlanks && cell.value === null && !cell.formula) continue;
      if (formats) to.sheet.setStyle(row, column, cell.style);
      if (contents === "none") continue;
      const formula = contents === "formulas" ? cell.formula : undefined;
      const origin = { row: from.area.row + sr, column: from.area.column + sc };
      to.sheet.setFormula(
        row,
        column,
        formula && {
          text: move
            ? formula.text
            : transpose
              ? transposeFormula(formula.text, origin, { row, column })
              : moveFormula(formula.text, row - origin.row, column - origin.column),
          kind: formula.kind === "array" ? "dynamic" : formula.kind,
          ...(formula.kind !== "cell" && { ref: { row, column, rowCount: 1, columnCount: 1 } }),
        },
      );
      to.sheet.setValue(row, column, cell.value);
    }
  }
  if (formats && !move) {
    copyMerges(from, to.sheet, area, transpose);
    if (!transpose) copyRules(from, { sheet: to.sheet, area }, contents !== "none");
  }
  if (contents !== "none") workbook.changed({ kind: "cells", sheet: to.sheet, area, source });
  if (formats) workbook.changed({ kind: "formats", sheet: to.sheet, area, source });
}

function read({ sheet, area }: Place): Copied[][] {
  return Array.from({ length: area.rowCount }, (_, r) =>
    Array.from({ length: area.columnCount }, (_, c) => {
      const [row, column] = [area.row + r, area.column + c];
      return {
        value: sheet.value(row, column),
        formula: copyOf(sheet.formula(row, column)),
        style: sheet.styleId(row, column),
      };
    }),
  );
}

const copyOf = (formula: CellFormula | undefined) => formula && { ...formula };

function copyMerges(from: Place, sheet: Sheet, area: Area, transpose: boolean): void {
  if (transpose) return;
  for (const merge of from.sheet.merges) {
    const [down, right] = [merge.row - from.area.row, merge.column - from.area.column];
    if (
      down < 0 ||
      right < 0 ||
      down + merge.rowCount > from.area.rowCount ||
      right + merge.columnCount > from.area.columnCount
    )
      continue;
    const copy = { ...merge, row: area.row + down, column: area.column + right };
    const known = sheet.merges.some(({ row, column }) => row === copy.row && column === copy.column);
    if (!known) sheet.merges.push(copy);
  }
}

/** Rules, and with `everything` validations and links too, come along with what they are about. */
function copyRules(from: Place, to: Place, everything: boolean): void {
  const onto = (ranges: Area[]): Area[] => {
    const inside = ranges.flatMap((range) => intersect(range, from.area) ?? []);
    const copies: Area[] = [];
    for (let row = to.area.row; row < to.area.row + to.area.rowCount; row += from.area.rowCount) {
      for (
        let column = to.area.column;
        column < to.area.column + to.area.columnCount;
        column += from.area.columnCount
      )
        for (const one of inside)
          copies.push({
            ...one,
            row: one.row - from.area.row + row,
            column: one.column - from.area.column + column,
          });
    }
    return copies;
  };
  if (from.sheet === to.sheet) {
    for (const format of from.sheet.conditionalFormats) {
      const copies = onto(format.ranges);
      if (copies.length > 0) format.origin = undefined;
      format.ranges.push(...copies);
    }
  }
  if (!everything) return;
  for (const validation of [...from.sheet.validations]) {
    const ranges = onto(validation.ranges);
    if (ranges.length === 0) continue;
    if (from.sheet === to.sheet) validation.ranges.push(...ranges);
    else to.sheet.validations.push({ ...validation, ranges });
  }
  for (const link of [...from.sheet.hyperlinks]) {
    for (const area of onto([link.area])) to.sheet.hyperlinks.push({ ...link, area });
  }
}

/** References that point inside the moved cells point to their new place. */
function movedReferences(
  from: Place,
  to: Place,
): (ref: FormulaRef, owner: Sheet | null) => FormulaRef | undefined {
  const name = from.sheet.name.toLowerCase();
  const [down, right] = [to.area.row - from.area.row, to.area.column - from.area.column];
  const last = {
    row: from.area.row + from.area.rowCount - 1,
    column: from.area.column + from.area.columnCount - 1,
  };
  return (ref, owner) => {
    const own = ref.sheet === "" ? owner === from.sheet : ref.sheet.toLowerCase() === name;
    if (!own || ref.external || ref.top === null || ref.left === null) return undefined;
    const inside =
      ref.top >= from.area.row &&
      ref.left >= from.area.column &&
      ref.bottom! <= last.row &&
      ref.right! <= last.column;
    if (!inside) return undefined;
    return {
      ...ref,
      prefix: to.sheet === from.sheet ? ref.prefix : `'${to.sheet.name.replace(/'/g, "''")}'!`,
      top: ref.top + down,
      bottom: ref.bottom! + down,
      left: ref.left + right,
      right: ref.right! + right,
    };
  };
}
