import { type CellValue, isCellError } from "../workbook/cell";
import { table } from "./core/define";
import { Fault, notAvailable, placeName } from "./core/fault";
import { excerpt, looksLikeNumber, range } from "./core/parameter";
import { numberAt, sameShape } from "./core/ranges";

const effekter = range(["effekter", "effects"], (matrix) => matrix);
const forankrad = range(["förankrad", "anchored"], (matrix) => matrix, { optional: true });

export const ATGARDSSUMMA = table({
  id: "ATGARDSSUMMA",
  parameters: [effekter, forankrad],
  calculate: (effects, anchored) => {
    if (anchored) sameShape(anchored, forankrad.name, effects, effekter.name);
    let sum = 0;
    let calculated = 0;
    effects.forEach((cells, row) =>
      cells.forEach((value, column) => {
        if (anchored && !isAnchored(anchored[row][column], row, column)) return;
        if (typeof value === "string" && !looksLikeNumber(value)) return;
        sum += numberAt(effects, row, column, effekter.name);
        calculated++;
      }),
    );
    return calculated === 0 ? notAvailable("ingenEffekt") : sum;
  },
});

function isAnchored(value: CellValue, row: number, column: number): boolean {
  if (isCellError(value)) throw value;
  if (typeof value === "boolean") return value;
  if (value === null || value === 0) return false;
  if (value === 1) return true;
  const word = String(value).trim().toLowerCase();
  if (word === "ja") return true;
  if (word === "nej" || word === "") return false;
  throw new Fault("forankrad", {
    argument: forankrad.name,
    text: excerpt(String(value)),
    plats: placeName(row, column),
  });
}
