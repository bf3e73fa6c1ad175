import { checkAreas, writeAreas } from "../excel/applyAreas";
import { addFrozen, readFrozen, replaceFrozen, type StoredFreeze } from "../excel/frozen";
import { readSnapshot } from "../excel/readSnapshot";
import type { SessionOptions } from "../excel/session";
import { planThaw, type ThawStep, withoutThawed } from "../sharing/thaw";
import { inverseAreas } from "../workbook/areaChange";
import { UserError } from "../workbook/userError";
import { logChange } from "./logg";
import { act } from "./session";

export type { ThawState, ThawStep } from "../sharing/thaw";

export interface ThawPlan {
  steps: ThawStep[];
  /** Parts someone has edited by hand: their formulas can't be restored. */
  damaged: number;
  stored: StoredFreeze[];
}

/** What is frozen and where it stands now. Changes nothing. Throws UserError where nothing of this workbook's can be thawed. */
export function planThawing(options?: SessionOptions & { freeze?: string }): Promise<ThawPlan> {
  return act((context) => readPlan(context, options?.freeze), options);
}

async function readPlan(context: Excel.RequestContext, freeze?: string): Promise<ThawPlan> {
  const { own, foreign, damaged } = await readFrozen(context);
  const stored = own.filter(({ part }) => freeze === undefined || part.id === freeze);
  if (stored.length === 0 && foreign > 0) throw new UserError("frystAnnanBok");
  if (stored.length === 0 && damaged > 0) throw new UserError("frystSkadat");
  if (stored.length === 0) return { steps: [], damaged, stored };
  const snapshot = await readSnapshot(context);
  return {
    steps: planThaw(
      snapshot,
      stored.map(({ part }) => part),
    ),
    damaged,
    stored,
  };
}

export interface Thawed {
  restored: ThawStep[];
  /** What was not restored, each with its reason. */
  left: ThawStep[];
  damaged: number;
  undo: (() => Promise<void>) | null;
}

/**
 * Enters the frozen formulas again where they stand; with `moved`, also where their values have moved to. An edit is
 * never written over: every cell is read again first. What is restored is taken out of the store, the rest stays in it.
 */
export async function thaw({
  moved = false,
  freeze,
  now = new Date(),
  ...options
}: SessionOptions & { moved?: boolean; freeze?: string; now?: Date } = {}): Promise<Thawed> {
  return act(async (context) => {
    const { steps, damaged, stored } = await readPlan(context, freeze);
    const chosen = (step: ThawStep) => step.state === "kvar" || (moved && step.state === "flyttad");
    const restored = steps.filter(chosen);
    const left = steps.filter((step) => !chosen(step));
    if (restored.length === 0) return { restored, left, damaged, undo: null };
    const changes = restored.map(({ change }) => change!);
    await checkAreas(context, changes);
    await writeAreas(context, changes);
    const parts = stored.map(({ part }) => part);
    const rest = withoutThawed(
      parts,
      restored.map(({ key }) => key),
    );
    await replaceFrozen(
      context,
      stored
        .map(({ partId }, index) => ({ partId, part: rest[index] }))
        .filter(({ part }, index) => part === null || sizeOf(part) !== sizeOf(parts[index])),
    );
    await context.sync();
    await logChange(context, "tina", restored.length, now);
    const undo = () =>
      act(async (again) => {
        const back = inverseAreas(changes);
        await checkAreas(again, back, { formulasOnly: true });
        await addFrozen(again, onlyThawed(parts, restored));
        await writeAreas(again, back);
        await again.sync();
      }, options);
    return { restored, left, damaged, undo };
  }, options);
}

type Part = StoredFreeze["part"];

const sizeOf = ({ sheets }: Part) => sheets.reduce((sum, { cells }) => sum + cells.length, 0);

/** The originals of what was restored, with the shapes they need. */
function onlyThawed(parts: readonly Part[], restored: readonly ThawStep[]): Part[] {
  const kept = new Set(restored.map(({ key }) => `${key.part},${key.sheet},${key.cell}`));
  return parts.map((part, p) => ({
    ...part,
    sheets: part.sheets.map((sheet, s) => ({
      ...sheet,
      cells: sheet.cells.filter((_, c) => kept.has(`${p},${s},${c}`)),
    })),
  }));
}
