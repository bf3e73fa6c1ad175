import { type CellMatrix, type CellValue, isCellError } from "../workbook/cell";
import { plannedPart, planerad } from "./core/attendance";
import { shapeOf, table } from "./core/define";
import { Fault, notAvailable, placeName } from "./core/fault";
import { excerpt, range } from "./core/parameter";
import { numberAt, sameShape } from "./core/ranges";

const niva = range(["nivå", "level"], (matrix) => matrix);
const prislista = range(["prislista", "price_list"], (matrix, name) => {
  if (matrix[0].length !== 3) throw new Fault("prislista", { argument: name, form: shapeOf(matrix) });
  return matrix;
});

export const DVERSATTNING = table({
  id: "DVERSATTNING",
  parameters: [planerad, niva, prislista],
  calculate: (plan, levels, prices) => {
    const oneLevel = levels.length === 1 && levels[0].length === 1;
    if (!oneLevel) sameShape(levels, niva.name, plan, planerad.name);
    const rowOf = indexLevels(prices);
    let sum = 0;
    for (let row = 0; row < plan.length; row++) {
      for (let column = 0; column < plan[row].length; column++) {
        const part = plannedPart(plan[row][column], () => placeName(row, column));
        if (part === 0) continue;
        const level = levelKey(oneLevel ? levels[0][0] : levels[row][column]);
        const at = rowOf.get(level);
        if (at === undefined) throw unknownLevel(level, row, column);
        sum += numberAt(prices, at, part === 1 ? 1 : 2, prislista.name);
      }
    }
    return sum;
  },
});

/** Levels may be numbers or texts ("3", "3A"); blank is "". */
function levelKey(value: CellValue): string {
  if (isCellError(value)) throw value;
  return value === null || value === 0 ? "" : String(value).trim().toLowerCase();
}

/** @throws Fault for a level that stands twice */
function indexLevels(prices: CellMatrix): Map<string, number> {
  const rowOf = new Map<string, number>();
  prices.forEach((cells, row) => {
    const level = levelKey(cells[0]);
    if (level === "") return;
    if (rowOf.has(level)) throw new Fault("nivaDubbel", { niva: excerpt(level) });
    rowOf.set(level, row);
  });
  return rowOf;
}

const unknownLevel = (level: string, row: number, column: number) =>
  level === ""
    ? notAvailable("nivaSaknas", { plats: placeName(row, column) })
    : notAvailable("nivaOkand", { niva: excerpt(level), plats: placeName(row, column) });
