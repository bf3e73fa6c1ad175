import {
  arNekad,
  type Fraga,
  type Helarsprognos,
  helarsprognos,
  metoder,
  type Orsak,
} from "../../domain/prognos";
import { prognosTexts } from "../../texts/prognos";
import { type CellMatrix, type CellValue, isCellError } from "../../workbook/cell";
import { shapeOf } from "./define";
import { Fault, type Name } from "./fault";
import { twelve } from "./months";
import { integer, option, range } from "./parameter";
import { numberAt, readNumbers, vector } from "./ranges";

/** This year's months; the matrix is kept for its orientation. */
const utfall = range(["utfall", "outcome"], (matrix, name) => {
  vector(matrix, name);
  return { matrix, values: months(matrix, name) };
});

/** Earlier years in order, from one row or column, or a matrix with a year per row or per column. */
const historik = range(
  ["historik", "history"],
  (matrix, name) => {
    const [rows, columns] = [matrix.length, matrix[0].length];
    if (rows === 1 || columns === 1 || columns === 12) return months(matrix, name);
    if (rows === 12)
      return months(
        matrix[0].map((_, column) => matrix.map((row) => row[column])),
        name,
      );
    throw new Fault("historik", { argument: name, form: shapeOf(matrix) });
  },
  { optional: true },
);

const budget = range(
  ["budget", "budget"],
  (matrix, name) => {
    const values = readNumbers([vector(matrix, name)], name);
    return values.length === 1 ? values[0] : values;
  },
  { optional: true },
);

/** What PROGNOS and its companions take. */
export const forecastParameters = [
  utfall,
  historik,
  option(["metod", "method"], metoder),
  budget,
  integer(["månad", "month"], { min: 0, max: 12, optional: true }),
  range(["effekter", "effects"], twelve, { optional: true }),
] as const;

/** @throws Fault that says what is missing or misshapen. */
export function forecast(
  utfall: { values: (number | null)[] },
  historik: (number | null)[] | undefined,
  metod: Fraga["metod"],
  budget: Fraga["budget"],
  manad: number | undefined,
  effekter: number[] | undefined,
): Helarsprognos {
  const answer = helarsprognos({ utfall: utfall.values, historik, metod, budget, manad, effekter });
  if (arNekad(answer)) throw refusal(answer.nekad, answer.felkod);
  return answer;
}

export function refusal(reason: Orsak, fel: "#VALUE!" | "#N/A"): Fault {
  return new Fault("prognos", { text: { sv: prognosTexts.sv[reason], en: prognosTexts.en[reason] } }, fel);
}

/** Months as numbers; "" or #N/A is a month whose amount is unknown. Rows are read one after another. */
function months(matrix: CellMatrix, name: Name): (number | null)[] {
  return matrix.flatMap((row, r) =>
    row.map((value, c) => (isUnknown(value) ? null : numberAt(matrix, r, c, name))),
  );
}

function isUnknown(value: CellValue): boolean {
  return isCellError(value) ? value.fel === "#N/A" : typeof value === "string" && value.trim() === "";
}
