import type { SessionOptions } from "../excel/session";
import { updateStored } from "../excel/stored";
import { egenProfil, lasProfil } from "../reports/lasProfil";
import type { Profil } from "../reports/profil";
import type { Stored } from "../workbook/stored";
import { act } from "./session";

/** The user's own profile as the workbook holds it; null without. Throws UserError where someone has damaged it. */
export function ownProfile({ settings }: Stored): Profil | null {
  const saved = settings[egenProfil];
  return typeof saved === "string" ? lasProfil(saved) : null;
}

/** Checks the user's own profile (JSON) and saves it in the workbook, in place of the one before. */
export function saveOwnProfile(text: string, options?: SessionOptions): Promise<Profil> {
  const profil = lasProfil(text);
  return act(async (context) => {
    const settings = { [egenProfil]: JSON.stringify(profil) };
    await updateStored(context, (stored) => ({ ...stored, settings: { ...stored.settings, ...settings } }));
    await context.sync();
    return profil;
  }, options);
}
