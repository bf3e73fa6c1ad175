import { kvot } from "../domain/avvikelse";
import { isCellError } from "../workbook/cell";
import { table } from "./core/define";
import { looksLikeNumber, range } from "./core/parameter";
import { numberAt, sameShape } from "./core/ranges";

const varden = range(["värden", "values"], (matrix) => matrix);
const vikter = range(["vikter", "weights"], (matrix) => matrix);

export const VAGTMEDEL = table({
  id: "VAGTMEDEL",
  parameters: [varden, vikter],
  calculate: (values, weights) => {
    sameShape(weights, vikter.name, values, varden.name);
    let sum = 0;
    let weightSum = 0;
    values.forEach((cells, row) =>
      cells.forEach((value, column) => {
        if (typeof value === "string" && !looksLikeNumber(value)) return;
        if (isCellError(value)) throw value;
        const weight = numberAt(weights, row, column, vikter.name);
        sum += numberAt(values, row, column, varden.name) * weight;
        weightSum += weight;
      }),
    );
    return kvot(sum, weightSum);
  },
});
