import { type Outcome, series } from "./core/define";
import { Fault } from "./core/fault";
import { integer, range } from "./core/parameter";
import { oriented, readCells, vector } from "./core/ranges";

const serie = range(["serie", "series"], (matrix) => matrix);
const antal = integer(["antal", "number"], { min: 0, optional: true });

export const ACKUMULERAT = series({
  id: "ACKUMULERAT",
  parameters: [serie, antal],
  calculate: (matrix, given) => {
    const length = vector(matrix, serie.name).length;
    const count = given ?? length;
    if (count > length) {
      throw new Fault("heltal", { argument: antal.name, min: 0, max: length, tal: count, plats: "" });
    }
    const cells = readCells(matrix, serie.name);
    const sums = new Array<Outcome>(length).fill("");
    let sum: Outcome = 0;
    for (let i = 0; i < count; i++) {
      const cell = cells[i];
      if (typeof sum === "number") sum = typeof cell === "number" ? sum + cell : cell;
      sums[i] = sum;
    }
    return oriented(sums, matrix);
  },
});
