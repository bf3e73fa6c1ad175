import { avstamning } from "../domain/avrundning";
import { isCellError } from "../workbook/cell";
import { table } from "./core/define";
import { decimaler } from "./core/shared";
import { looksLikeNumber, number, range } from "./core/parameter";
import { numberAt } from "./core/ranges";

const delar = range(["delar", "parts"], (matrix) => matrix);

export const AVSTAMNING = table({
  id: "AVSTAMNING",
  parameters: [number(["summa", "total"]), delar, decimaler(1)],
  calculate: (summa, parts, decimals) => {
    const numbers: number[] = [];
    parts.forEach((cells, row) =>
      cells.forEach((value, column) => {
        if (isCellError(value)) throw value;
        if (typeof value === "string" && !looksLikeNumber(value)) return;
        numbers.push(numberAt(parts, row, column, delar.name));
      }),
    );
    return avstamning(summa, numbers, decimals);
  },
});
