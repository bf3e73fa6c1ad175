import { rullandeMedel } from "../domain/period";
import { isCellError } from "../workbook/cell";
import { attempt, type Outcome, series } from "./core/define";
import { notAvailable } from "./core/fault";
import { integer, looksLikeNumber, range } from "./core/parameter";
import { numberAt, oriented, vector } from "./core/ranges";

const serie = range(["serie", "series"], (matrix) => matrix);

export const RULLANDEMEDEL = series({
  id: "RULLANDEMEDEL",
  parameters: [serie, integer(["fönster", "window"], { min: 1, fallback: 12 })],
  calculate: (matrix, window) => {
    const cells = vector(matrix, serie.name);
    const gaps = new Map<number, Outcome>();
    const numbers = new Float64Array(cells.length);
    cells.forEach((value, i) => {
      const [row, column] = matrix.length === 1 ? [0, i] : [i, 0];
      const read = isGap(value)
        ? notAvailable("lucka")
        : attempt(() => numberAt(matrix, row, column, serie.name));
      if (typeof read === "number") numbers[i] = read;
      else gaps.set(i, read);
    });
    let lastGap = -Infinity;
    const means = rullandeMedel(numbers, window).map((mean, i) => {
      if (gaps.has(i)) lastGap = i;
      if (mean === null) return notAvailable("fonster", { antal: window });
      return i - lastGap < window ? gaps.get(lastGap)! : mean;
    });
    return oriented(means, matrix);
  },
});

/** What says "no value" in a series: a text, or #N/A. A text that shows a figure is a mistake instead. */
function isGap(value: unknown): boolean {
  if (isCellError(value)) return value.fel === "#N/A";
  return typeof value === "string" && !looksLikeNumber(value);
}
