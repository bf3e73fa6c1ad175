import { avrundaSumma } from "../domain/avrundning";
import { type Outcome, series } from "./core/define";
import { decimaler } from "./core/shared";
import { range } from "./core/parameter";
import { readCells, shaped } from "./core/ranges";

const varden = range(["värden", "values"], (matrix) => matrix);

export const AVRUNDASUMMA = series({
  id: "AVRUNDASUMMA",
  parameters: [varden, decimaler(0)],
  calculate: (matrix, decimals) => {
    const cells: Outcome[] = readCells(matrix, varden.name);
    const numbers: number[] = [];
    for (const cell of cells) if (typeof cell === "number") numbers.push(cell);
    const rounded = avrundaSumma(numbers, decimals);
    let number = 0;
    for (let i = 0; i < cells.length; i++) if (typeof cells[i] === "number") cells[i] = rounded[number++];
    return shaped(cells, matrix);
  },
});
