import type { CellError, CellMatrix, CellValue } from "../../../workbook/cell";
import { isCellError } from "../../../workbook/cell";
import type { Argument, SheetArea } from "../values";
import { fault, isMatrix, Lambda, Reference, toNumber } from "../values";
import type { Machine } from "./definition";

/** Calls `visit` for every filled cell of the areas, row by row; stops when it returns true. Blank cells are passed over. */
export function eachCell(
  areas: readonly SheetArea[],
  machine: Machine,
  visit: (value: CellValue, part: SheetArea, row: number, column: number) => boolean | void,
): void {
  machine.settle(areas);
  for (const part of areas) {
    const { sheet, area } = part;
    const bottom = Math.min(area.row + area.rowCount, sheet.rows.length);
    for (let row = area.row; row < bottom; row++) {
      const values = sheet.rows[row]?.values;
      if (!values) continue;
      const right = Math.min(area.column + area.columnCount, values.length);
      for (let column = area.column; column < right; column++) {
        const value = values[column];
        if (value !== null && value !== undefined && visit(value, part, row, column)) return;
      }
    }
  }
}

/**
 * Every item of the arguments. `direct` is true for a value written in the formula itself and for a result, false for
 * cells and items of arrays. Blank cells are passed over. Stops when `visit` returns true.
 */
export function eachItem(
  args: readonly Argument[],
  machine: Machine,
  visit: (value: CellValue, direct: boolean) => boolean | void,
): void {
  let stopped = false;
  const once = (value: CellValue, direct: boolean) => {
    stopped = visit(value, direct) === true;
    return stopped;
  };
  for (const argument of args) {
    if (argument instanceof Reference) eachCell(argument.areas, machine, (value) => once(value, false));
    else if (isMatrix(argument))
      argument.some((row) => row.some((value) => value !== null && once(value, false)));
    else if (argument instanceof Lambda) once(fault("#CALC!"), true);
    else once(argument ?? null, true);
    if (stopped) return;
  }
}

/**
 * The numbers of the arguments as SUM takes them: among cells and arrays only numbers count; a value written in the formula
 * is converted. Gives the first error met.
 */
export function eachNumber(
  args: readonly Argument[],
  machine: Machine,
  visit: (value: number) => void,
): CellError | null {
  let failed: CellError | null = null;
  eachItem(args, machine, (value, direct) => {
    if (typeof value === "number") visit(value);
    else if (isCellError(value)) failed = value;
    else if (direct) {
      const converted = toNumber(value, machine.date1904);
      if (isCellError(converted)) failed = converted;
      else visit(converted);
    }
    return failed !== null;
  });
  return failed;
}

export function numbersOf(args: readonly Argument[], machine: Machine): number[] | CellError {
  const numbers: number[] = [];
  return eachNumber(args, machine, (value) => numbers.push(value)) ?? numbers;
}

/** The argument as a matrix; a single value is 1 × 1. */
export function matrixOf(argument: Argument, machine: Machine): CellMatrix {
  if (argument instanceof Reference) return machine.cells(argument);
  if (isMatrix(argument)) return argument;
  return [[argument instanceof Lambda ? fault("#CALC!") : (argument ?? null)]];
}

/** The argument as one value: the first of a matrix. */
export function singleOf(argument: Argument, machine: Machine): CellValue {
  if (argument instanceof Reference) {
    const [first] = argument.areas;
    return machine.cell({ sheet: first.sheet, area: { ...first.area, rowCount: 1, columnCount: 1 } });
  }
  if (isMatrix(argument)) return argument[0]?.[0] ?? null;
  return argument instanceof Lambda ? fault("#CALC!") : (argument ?? null);
}

/** Whole number towards zero. */
export const whole = (value: number): number => Math.trunc(value);

export function flat(matrix: CellMatrix): CellValue[] {
  return matrix.length === 1 ? matrix[0] : matrix.flat();
}

export function transposed(matrix: CellMatrix): CellMatrix {
  return (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column]));
}
