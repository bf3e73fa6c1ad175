import type { AreaChange } from "../workbook/areaChange";
import { kollCalls, healedFormula } from "./kollCalls";
import { type KollCell, standingContents, stateOf } from "./kollCells";
import { spilling } from "./sharePlan";

/** Why a cell is entered again: its name leads elsewhere, Excel doesn't know it, or its answer never came. */
export type Ailment = "skadad" | "namn" | "väntar";

/** Why it can't be: the sheet is protected, or Nämndkoll has no function by that name. */
export type Incurable = "skyddat" | "okand";

export interface HealStep {
  cell: KollCell;
  ailment: Ailment;
  /** What is entered: the same formula, every call by its own name. */
  formula: string;
  left: Incurable | null;
}

/** The cells that only an entering makes right again. What shows a result under its right name is left alone. */
export function planHeal(cells: readonly KollCell[], shadowing?: ReadonlySet<string>): HealStep[] {
  return cells.flatMap((cell) => {
    const state = stateOf(cell.values);
    const ailment = cell.form === "skadad" ? "skadad" : state === "räknad" ? null : state;
    if (!ailment) return [];
    const unknown = kollCalls(cell.formula, shadowing).some(({ id }) => id === null);
    const left = cell.protected ? "skyddat" : unknown ? "okand" : null;
    return [{ cell, ailment, formula: healedFormula(cell.formula, shadowing), left }];
  });
}

export const healChanges = (steps: readonly HealStep[]): AreaChange[] =>
  steps
    .filter(({ left }) => left === null)
    .map(({ cell, formula }) => ({
      sheet: cell.sheet,
      area: cell.area,
      before: standingContents(cell.formula, cell.values),
      after: spilling(formula, cell.values),
    }));
