import type { CellValue } from "../workbook/cell";
import { cell } from "../workbook/expression";
import type { SheetPlan } from "../workbook/plan";
import type { Beloppskolumn } from "./belopp";

/** A column that shows another report's: same row keys, a link a row; sum rows add their own rows. */
export const lank = (key: string, rubrik: string, plan: SheetPlan, kolumn: string): Beloppskolumn => ({
  key,
  rubrik,
  slag: "summerad",
  kanSaknas: true,
  formel: (_, rad) => cell(rad, kolumn, plan.report),
  varde: (_, rad) => vantat(plan, rad, kolumn),
});

/** What the other report's cell is expected to show. */
function vantat(plan: SheetPlan, rad: string, kolumn: string): CellValue {
  return plan.rows.find(({ key }) => key === rad)?.cells[kolumn]?.expected ?? "";
}
