import { rullandeMedel } from "../domain/period";
import { type CellValue, isCellError } from "../workbook/cell";
import { type Outcome, series } from "./core/define";
import { notAvailable } from "./core/fault";
import { integer, looksLikeNumber, range } from "./core/parameter";
import { oriented, readCells, vector } from "./core/ranges";

const serie = range(["serie", "series"], (matrix) => matrix);

export const RULLANDEMEDEL = series({
  id: "RULLANDEMEDEL",
  parameters: [serie, integer(["fönster", "window"], { min: 1, fallback: 12 })],
  calculate: (matrix, window) => {
    const cells = vector(matrix, serie.name);
    const read: Outcome[] = readCells(matrix, serie.name);
    const numbers = new Float64Array(cells.length);
    for (let i = 0; i < cells.length; i++) {
      if (isGap(cells[i])) read[i] = notAvailable("lucka");
      else if (typeof read[i] === "number") numbers[i] = read[i] as number;
    }
    const tooFew = notAvailable("fonster", { antal: window });
    let lastGap = -Infinity;
    const means = rullandeMedel(numbers, window).map((mean, i) => {
      if (typeof read[i] !== "number") lastGap = i;
      if (mean === null) return tooFew;
      return i - lastGap < window ? read[lastGap] : mean;
    });
    return oriented(means, matrix);
  },
});

/** What says "no value" in a series: a text, or #N/A. A text that shows a figure is a mistake instead. */
function isGap(value: CellValue): boolean {
  if (typeof value === "string") return !looksLikeNumber(value);
  return isCellError(value) && value.fel === "#N/A";
}
