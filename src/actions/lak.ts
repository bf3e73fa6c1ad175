import { checkAreas, writeAreas } from "../excel/applyAreas";
import { readAreas } from "../excel/payload";
import { fromExcel } from "../excel/readSnapshot";
import type { SessionOptions } from "../excel/session";
import { type HealStep, healChanges, planHeal } from "../sharing/heal";
import { healedFormula, kollCalls } from "../sharing/kollCalls";
import { shadowingNames, stateOf } from "../sharing/kollCells";
import type { NameSnapshot } from "../workbook/snapshot";
import { readKollCells } from "./koll";
import { logChange } from "./logg";
import { act } from "./session";

export type { HealStep };

/** What would be entered again. */
export interface HealPlan {
  steps: HealStep[];
  /** Defined names whose formula calls KOLL functions by a name that leads elsewhere. */
  names: { name: string; sheet: string | null; formula: string; healed: string }[];
}

/** KOLL cells in #NAME? and #BUSY!, and damaged stored names. Changes nothing. */
export function planHealing(options?: SessionOptions): Promise<HealPlan> {
  return act(async (context) => {
    const { snapshot, cells } = await readKollCells(context, null);
    const shadowing = shadowingNames(snapshot);
    return { steps: planHeal(cells, shadowing), names: damagedNames(snapshot.names, shadowing) };
  }, options);
}

/** Names that lead to another file, or are written otherwise than the function's own. */
export const damagedNames = (
  names: readonly NameSnapshot[],
  shadowing: ReadonlySet<string>,
): HealPlan["names"] =>
  names.flatMap(({ name, sheet, formula }) => {
    const calls = kollCalls(formula, shadowing);
    const healed = healedFormula(formula, shadowing);
    if (!calls.some(({ form }) => form === "skadad") || healed === formula) return [];
    return [{ name, sheet, formula, healed }];
  });

export interface Healed {
  /** Entered again, and calculated. */
  healed: HealStep[];
  /** Entered again, but Excel still shows an error of its own: Nämndkoll isn't loaded, or the formula has another fault. */
  remaining: HealStep[];
  /** Not entered: protected sheets, functions that don't exist. */
  left: HealStep[];
  names: HealPlan["names"];
}

/**
 * Enters the formulas again in one batch. Every cell is read again first; one that a colleague has changed since the
 * preview stops it, and nothing is written.
 */
export function heal(
  { steps, names }: HealPlan,
  { now = new Date(), ...options }: SessionOptions & { now?: Date } = {},
): Promise<Healed> {
  return act(async (context) => {
    const changes = healChanges(steps);
    const entered = steps.filter(({ left }) => left === null);
    const left = steps.filter((step) => step.left !== null);
    if (changes.length === 0 && names.length === 0) return { healed: [], remaining: [], left, names };
    await checkAreas(context, changes, { formulasOnly: true });
    await writeAreas(context, changes);
    for (const { name, sheet, healed } of names) {
      const scope = sheet === null ? context.workbook : context.workbook.worksheets.getItem(sheet);
      scope.names.getItem(name).formula = healed;
    }
    await context.sync();
    const answers = await readAreas(
      context,
      entered.map(({ cell }) => ({
        sheet: context.workbook.worksheets.getItem(cell.sheet),
        area: { ...cell.area, rowCount: 1, columnCount: 1 },
      })),
    );
    const isWell = (_: HealStep, index: number) =>
      stateOf(answers[index].values.map((line) => line.map(fromExcel))) === "räknad";
    await logChange(context, "lak", entered.length + names.length, now);
    return {
      healed: entered.filter(isWell),
      remaining: entered.filter((step, index) => !isWell(step, index)),
      left,
      names,
    };
  }, options);
}
