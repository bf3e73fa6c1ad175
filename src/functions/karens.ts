import type { CellMatrix } from "../workbook/cell";
import { deductedDays, frandag, narvaro, participants, planerad, rakna, troskel } from "./core/attendance";
import { attempt, shapeOf, table } from "./core/define";
import { Fault, placeName } from "./core/fault";
import { range } from "./core/parameter";
import { numberAt } from "./core/ranges";

const pris = range(["pris", "price"], (matrix) => matrix);

export const KARENS = table({
  id: "KARENS",
  parameters: [planerad, narvaro, pris, troskel, frandag, rakna],
  calculate: (plan, attendance, prices, troskel, frandag, rakna) => {
    const price = priceReader(plan, prices);
    const amounts = participants(plan, attendance).map((participant, column) =>
      attempt(() =>
        deductedDays(participant, { troskel, frandag, rakna }).reduce(
          (sum, { day, part }) => sum + price(column, day, part),
          0,
        ),
      ),
    );
    return [amounts];
  },
});

/** The price of a planned day. A 1 × 2 row is always {heldag, halvdag}. */
function priceReader(plan: CellMatrix, prices: CellMatrix) {
  const at = (row: number, column: number): number => {
    const price = numberAt(prices, row, column, pris.name);
    if (price >= 0) return price;
    throw new Fault("minst", { argument: pris.name, min: 0, tal: price, plats: placeName(row, column) });
  };
  const [rows, columns] = [prices.length, prices[0].length];
  const oneParticipant = plan.length === 1;
  if (rows === 1 && columns === 1) return (_: number, __: number, part: number) => at(0, 0) * part;
  if (rows === 1 && columns === 2) return (_: number, __: number, part: number) => at(0, part === 1 ? 0 : 1);
  if (rows === plan.length && columns === plan[0].length) {
    return (column: number, day: number) => (oneParticipant ? at(0, day) : at(day, column));
  }
  if (rows === 1 && columns === plan[0].length)
    return (column: number, _: number, part: number) => at(0, column) * part;
  throw new Fault("prisForm", { argument: pris.name, form: shapeOf(prices), annanForm: shapeOf(plan) });
}
