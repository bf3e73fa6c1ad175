import type { CellValue } from "../workbook/cell";
import { call, cell, divide, type Expression, multiply, number } from "../workbook/expression";
import type { SheetPlan } from "../workbook/plan";
import type { Beloppskolumn } from "./belopp";
import { type Profil, utseende } from "./profil";
import { kronor } from "./underlag";

/**
 * A column that shows another report's variances in this one's unit: same row keys, a link a row; sum rows add their own
 * rows. A variance has the same sign in every report.
 */
export function lank(
  key: string,
  rubrik: string,
  fran: SheetPlan,
  kolumn: string,
  { profil, till }: { profil: Profil; till: string },
): Beloppskolumn {
  const [dar, har] = [fran.report, till].map((rapport) => kronor[utseende(profil, rapport).enhet]);
  const i = <T>(value: T, times: (value: T, by: number) => T, parts: (value: T, by: number) => T): T =>
    dar === har ? value : dar > har ? times(value, dar / har) : parts(value, har / dar);
  return {
    key,
    rubrik,
    slag: "summerad",
    kanSaknas: true,
    formel: (_, rad) => {
      const there = cell(rad, kolumn, fran.report);
      const here = i<Expression>(
        there,
        (value, by) => multiply(value, number(by)),
        (value, by) => divide(value, number(by)),
      );
      return here === there ? there : call("IF", call("ISNUMBER", there), here, there);
    },
    varde: (_, rad) => {
      const value = vantat(fran, rad, kolumn);
      if (typeof value !== "number") return value;
      return i(
        value,
        (amount, by) => amount * by,
        (amount, by) => amount / by,
      );
    },
  };
}

/** What the other report's cell is expected to show. */
function vantat(plan: SheetPlan, rad: string, kolumn: string): CellValue {
  return plan.rows.find(({ key }) => key === rad)?.cells[kolumn]?.expected ?? "";
}
