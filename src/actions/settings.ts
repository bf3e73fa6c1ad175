import { queueStored, updateStored } from "../excel/stored";
import type { SessionOptions } from "../excel/session";
import { egenProfil } from "../reports/lasProfil";
import { profiler } from "../reports/profiles";
import { savedLevel, type Stored } from "../workbook/stored";
import { UserError } from "../workbook/userError";
import { ownProfile, type ProfileChoices, profileChoices } from "./egenProfil";
import { act } from "./session";

/** The workbook's own choices; they follow the file to colleagues, so nothing personal is among them. */
export interface WorkbookSettings {
  /** Id of the profile that reports follow; "" = as the source. */
  profil: string;
}

/** What the pane shows: the choices, and the profiles to choose from, the workbook's own among them. */
export interface ShownSettings extends WorkbookSettings {
  profiler: { id: string; namn: string }[];
  /** What reports with levels were last made at; null = as the profile says. */
  niva: number | null;
  /** What the workbook's own profile would start from. */
  val: ProfileChoices;
}

export function readSettings(options?: SessionOptions): Promise<ShownSettings> {
  return act(async (context) => {
    const read = queueStored(context);
    await context.sync();
    const stored = await read();
    const { profil } = stored.settings;
    return {
      profil: typeof profil === "string" ? profil : "",
      niva: savedLevel(stored),
      profiler: [...profiler.map(({ id, namn }) => ({ id, namn })), ...own(stored)],
      val: profileChoices(stored),
    };
  }, options);
}

/** Changes what is said and leaves the rest as a colleague may just have set it. */
export function saveSettings(change: Partial<WorkbookSettings>, options?: SessionOptions): Promise<void> {
  return act(async (context) => {
    await updateStored(context, (stored) => ({ ...stored, settings: { ...stored.settings, ...change } }));
    await context.sync();
  }, options);
}

/** A damaged profile is there to choose too: what is wrong with it is said then. */
function own(stored: Stored): ShownSettings["profiler"] {
  if (stored.settings[egenProfil] === undefined) return [];
  try {
    return [{ id: egenProfil, namn: ownProfile(stored)?.namn ?? "" }];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ id: egenProfil, namn: "" }];
  }
}
