import { table } from "./core/define";
import { range } from "./core/parameter";
import { numberAt, sameShape } from "./core/ranges";

const antal = range(["antal", "number"], (matrix) => matrix);
const pris = range(["pris", "price"], (matrix) => matrix);

export const NIVAERSATTNING = table({
  id: "NIVAERSATTNING",
  parameters: [antal, pris],
  calculate: (counts, prices) => {
    sameShape(prices, pris.name, counts, antal.name);
    let sum = 0;
    for (let row = 0; row < counts.length; row++) {
      for (let column = 0; column < counts[row].length; column++) {
        sum += numberAt(counts, row, column, antal.name) * numberAt(prices, row, column, pris.name);
      }
    }
    return sum;
  },
});
