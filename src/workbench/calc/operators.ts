import type { CellError, CellMatrix, CellValue } from "../../workbook/cell";
import { isCellError } from "../../workbook/cell";
import type { BinaryOperator } from "./expression";
import { maxCells, Unsupported } from "./lack";
import { compareValues, fault, finite, isMatrix, toNumber, toText } from "./values";

/** One operator on two single values. Errors pass through, the left one first. */
export function binary(operator: BinaryOperator, a: CellValue, b: CellValue, date1904: boolean): CellValue {
  if (isCellError(a)) return a;
  if (isCellError(b)) return b;
  switch (operator) {
    case "&": {
      const joined = (toText(a) as string) + (toText(b) as string);
      return joined.length > 32767 ? fault("#VALUE!") : joined;
    }
    case "=":
      return compareValues(a, b) === 0;
    case "<>":
      return compareValues(a, b) !== 0;
    case "<":
      return compareValues(a, b) < 0;
    case ">":
      return compareValues(a, b) > 0;
    case "<=":
      return compareValues(a, b) <= 0;
    case ">=":
      return compareValues(a, b) >= 0;
  }
  const x = typeof a === "number" ? a : toNumber(a, date1904);
  if (isCellError(x)) return x;
  const y = typeof b === "number" ? b : toNumber(b, date1904);
  if (isCellError(y)) return y;
  switch (operator) {
    case "+":
      return finite(x + y);
    case "-":
      return finite(x - y);
    case "*":
      return finite(x * y);
    case "/":
      return y === 0 ? fault("#DIV/0!") : finite(x / y);
    case "^":
      return power(x, y);
  }
}

export function power(x: number, y: number): number | CellError {
  if (x === 0 && y === 0) return fault("#NUM!");
  if (x === 0 && y < 0) return fault("#DIV/0!");
  return finite(x ** y);
}

export function negate(value: CellValue, date1904: boolean): CellValue {
  const x = toNumber(value, date1904);
  return isCellError(x) ? x : 0 - x;
}

export function percent(value: CellValue, date1904: boolean): CellValue {
  const x = toNumber(value, date1904);
  return isCellError(x) ? x : x / 100;
}

/**
 * Calculates item by item. A single row, column or value is repeated against the others; what lies outside an
 * operand of another size is #N/A.
 */
export function broadcast(
  operands: readonly (CellValue | CellMatrix)[],
  calculate: (items: CellValue[]) => CellValue,
): CellValue | CellMatrix {
  if (!operands.some(isMatrix)) return calculate(operands as CellValue[]);
  const matrices = operands.map((operand) => (isMatrix(operand) ? operand : [[operand]]));
  const rowCount = Math.max(...matrices.map((matrix) => matrix.length));
  const columnCount = Math.max(...matrices.map((matrix) => matrix[0]?.length ?? 0));
  if (rowCount * columnCount > maxCells) throw new Unsupported("size", `${rowCount} × ${columnCount}`);
  const result: CellMatrix = new Array(rowCount);
  const items: CellValue[] = new Array(matrices.length);
  for (let row = 0; row < rowCount; row++) {
    const line: CellValue[] = new Array(columnCount);
    for (let column = 0; column < columnCount; column++) {
      let inside = true;
      for (let index = 0; index < matrices.length; index++) {
        const matrix = matrices[index];
        const cells = matrix.length === 1 ? matrix[0] : matrix[row];
        const item = cells && (cells.length === 1 ? cells[0] : cells[column]);
        if (item === undefined) inside = false;
        else items[index] = item;
      }
      line[column] = inside ? calculate(items) : fault("#N/A");
    }
    result[row] = line;
  }
  return result;
}

/**
 * [assumed] A formula whose last operation is + or − gives exactly 0 when the result is no larger than what rounding
 * leaves of its terms (0.1+0.2-0.3 is 0).
 */
export function withoutRoundingRest(result: number, left: number, right: number): number {
  return result !== 0 && Math.abs(result) < Math.max(Math.abs(left), Math.abs(right)) * 2 ** -49 ? 0 : result;
}
