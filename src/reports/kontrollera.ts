import { agrees, type CellValue } from "../workbook/cell";
import { evaluate, type PlanRef, type SourceColumn, type Values } from "../workbook/expression";
import type { Underlag } from "./underlag";
import { isExpression, type SheetPlan } from "../workbook/plan";

export interface Oenighet {
  rapport: string;
  rad: string;
  kolumn: string;
  forvantat: CellValue;
  formel: CellValue;
}

/**
 * Every figure calculated twice: the formula, over the cells as they stand in the workbook, against the value from the
 * parsed source. Empty when they agree.
 */
export function oenigheter(planer: SheetPlan[], underlag: Iterable<Underlag>): Oenighet[] {
  const { calculated } = planvarden(planer, underlag);
  return planer.flatMap((plan) =>
    plan.rows.flatMap((row) =>
      Object.entries(row.cells).flatMap(([column, cell]) => {
        if (cell.expected === undefined || !isExpression(cell.content)) return [];
        const formel = calculated(plan.report, row.key, column);
        if (agrees(formel, cell.expected)) return [];
        return [{ rapport: plan.report, rad: row.key, kolumn: column, forvantat: cell.expected, formel }];
      }),
    ),
  );
}

/** The plans' cells as their formulas give them, over the sources' cells as they stand. */
export function planvarden(planer: SheetPlan[], underlag: Iterable<Underlag>) {
  const sources = [...underlag];
  const celler = (kolumn: SourceColumn) => {
    for (const source of sources) {
      const cells = source.celler(kolumn);
      if (cells) return cells;
    }
    throw new Error(`No source has the column ${kolumn.reference}.`);
  };
  const known = new Map<string, CellValue>();
  const lines = new Map(
    planer.map((plan) => [plan.report, new Map(plan.rows.map((row) => [row.key, row.cells]))]),
  );
  const content = (report: string, row: string, column: string) =>
    lines.get(report)?.get(row)?.[column]?.content ?? null;
  /** What a formula of the report sees. */
  const values = (own: string): Values => ({
    cell: (ref: PlanRef): CellValue => calculated(ref.report ?? own, ref.row, ref.column),
    column: celler,
  });
  const calculated = (report: string, row: string, column: string): CellValue => {
    const place = `${report}\n${row}\n${column}`;
    if (!known.has(place)) {
      const own = content(report, row, column);
      known.set(place, isExpression(own) ? evaluate(own, values(report)) : own);
    }
    return known.get(place)!;
  };
  return { content, calculated, values };
}
