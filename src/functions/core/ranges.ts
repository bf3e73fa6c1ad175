import { type CellError, type CellMatrix, type CellValue, isCellError } from "../../workbook/cell";
import { shapeOf } from "./define";
import { Fault, type Name, placeName } from "./fault";
import { readNumber } from "./parameter";

/**
 * The cells of a single row or column.
 * @throws Fault for a matrix
 */
export function vector(matrix: CellMatrix, name: Name): CellValue[] {
  if (matrix.length === 1) return matrix[0];
  if (matrix[0].length > 1) throw new Fault("radEllerKolumn", { argument: name, form: shapeOf(matrix) });
  return matrix.map((row) => row[0]);
}

/** Gives a series back the orientation it came in. */
export function oriented<T>(values: readonly T[], like: CellMatrix): T[][] {
  return like.length === 1 ? [[...values]] : values.map((value) => [value]);
}

/** Gives cells that were read row by row their shape back. */
export function shaped<T>(cells: readonly T[], like: CellMatrix): T[][] {
  const columns = like[0].length;
  if (columns === 1) return cells.map((cell) => [cell]);
  return like.map((_, row) => cells.slice(row * columns, (row + 1) * columns));
}

/** Every cell as a number or what hinders it, row by row: an error stays in its own cell. */
export function readCells(matrix: CellMatrix, name: Name): (number | CellError | Fault)[] {
  const cells: (number | CellError | Fault)[] = [];
  for (let row = 0; row < matrix.length; row++) {
    for (let column = 0; column < matrix[row].length; column++) {
      const value = matrix[row][column];
      if (typeof value === "number") cells.push(value);
      else if (value === null) cells.push(0);
      else if (isCellError(value)) cells.push(value);
      else cells.push(readNumber(name, value, placeName(row, column)));
    }
  }
  return cells;
}

/**
 * Every cell as a number, row by row.
 * @throws the first error, or Fault for the first text
 */
export function readNumbers(matrix: CellMatrix, name: Name): number[] {
  const values: number[] = [];
  for (let row = 0; row < matrix.length; row++) {
    for (let column = 0; column < matrix[row].length; column++) {
      values.push(numberAt(matrix, row, column, name));
    }
  }
  return values;
}

/** @throws the cell's error, or Fault for a text */
export function numberAt(matrix: CellMatrix, row: number, column: number, name: Name): number {
  const value = matrix[row][column];
  if (typeof value === "number") return value;
  if (isCellError(value)) throw value;
  const read = readNumber(name, value, placeName(row, column));
  if (read instanceof Fault) throw read;
  return read;
}

/** @throws Fault where the two ranges differ in shape. */
export function sameShape(matrix: CellMatrix, name: Name, other: CellMatrix, otherName: Name) {
  if (matrix.length === other.length && matrix[0].length === other[0].length) return;
  throw new Fault("likaForm", {
    argument: name,
    form: shapeOf(matrix),
    annat: otherName,
    annanForm: shapeOf(other),
  });
}
