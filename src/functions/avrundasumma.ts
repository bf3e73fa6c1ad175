import { avrundaSumma } from "../domain/avrundning";
import { attempt, type Outcome, series } from "./core/define";
import { decimaler } from "./core/shared";
import { range } from "./core/parameter";
import { numberAt } from "./core/ranges";

const varden = range(["värden", "values"], (matrix) => matrix);

export const AVRUNDASUMMA = series({
  id: "AVRUNDASUMMA",
  parameters: [varden, decimaler(0)],
  calculate: (matrix, decimals) => {
    const cells: Outcome[][] = matrix.map((row, r) =>
      row.map((value, c) =>
        typeof value === "number" ? value : attempt(() => numberAt(matrix, r, c, varden.name)),
      ),
    );
    const rounded = avrundaSumma(
      cells.flat().filter((value) => typeof value === "number"),
      decimals,
    );
    let next = 0;
    return cells.map((row) => row.map((value) => (typeof value === "number" ? rounded[next++] : value)));
  },
});
