import { readLasarrader } from "../excel/lasarrader";
import { readFrozen } from "../excel/frozen";
import type { SessionOptions } from "../excel/session";
import { readStored } from "../excel/stored";
import { planHeal } from "../sharing/heal";
import { shadowingNames } from "../sharing/kollCells";
import { planThaw, type ThawStep } from "../sharing/thaw";
import { UserError } from "../workbook/userError";
import { kollUses, type Overview } from "./dela";
import { readKollCells } from "./koll";
import { damagedNames, type HealPlan } from "./lak";
import { ownSheets } from "./ownSheets";
import { act } from "./session";

/** How the workbook stands for sharing: everything the page shows but what is sensitive. */
export interface Delning {
  overview: Overview;
  heal: HealPlan;
  thaw: ThawStep[];
  /** Why frozen formulas can't be thawed here; null when they can, or there are none. */
  thawProblem: UserError | null;
  /** Sheets with KOLL formulas, and those that have the line for readers. */
  sheets: string[];
  withLine: string[];
  logging: boolean;
}

/** Reads the workbook once. Changes nothing. */
export function readDelning(options?: SessionOptions): Promise<Delning> {
  return act(async (context) => {
    const { snapshot, cells } = await readKollCells(context, null);
    const shadowing = shadowingNames(snapshot);
    const uses = await kollUses(context, snapshot);
    const { own, foreign, damaged } = await readFrozen(context);
    const lines = await readLasarrader(context);
    const { settings } = await readStored(context);
    const thawProblem =
      own.length > 0
        ? null
        : foreign > 0
          ? new UserError("frystAnnanBok")
          : damaged > 0
            ? new UserError("frystSkadat")
            : null;
    return {
      overview: { cells, uses, reports: ownSheets(snapshot) },
      heal: { steps: planHeal(cells, shadowing), names: damagedNames(snapshot.names, shadowing) },
      thaw: planThaw(
        snapshot,
        own.map(({ part }) => part),
      ),
      thawProblem,
      sheets: [...new Set(cells.map(({ sheet }) => sheet))],
      withLine: lines.map(({ name }) => name),
      logging: settings.logg === true,
    };
  }, options);
}
