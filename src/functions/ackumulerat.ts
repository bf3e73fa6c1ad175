import { attempt, type Outcome, series } from "./core/define";
import { Fault } from "./core/fault";
import { integer, range } from "./core/parameter";
import { numberAt, oriented, vector } from "./core/ranges";

const serie = range(["serie", "series"], (matrix) => matrix);
const antal = integer(["antal", "number"], { min: 0, optional: true });

export const ACKUMULERAT = series({
  id: "ACKUMULERAT",
  parameters: [serie, antal],
  calculate: (matrix, given) => {
    const length = vector(matrix, serie.name).length;
    const count = given ?? length;
    if (count > length)
      throw new Fault("heltal", { argument: antal.name, min: 0, max: length, tal: count, plats: "" });
    const sums: Outcome[] = [];
    let sum: Outcome = 0;
    for (let i = 0; i < length; i++) {
      const [row, column] = matrix.length === 1 ? [0, i] : [i, 0];
      if (typeof sum === "number" && i < count) {
        const before = sum;
        sum = attempt(() => before + numberAt(matrix, row, column, serie.name));
      }
      sums.push(i < count ? sum : "");
    }
    return oriented(sums, matrix);
  },
});
