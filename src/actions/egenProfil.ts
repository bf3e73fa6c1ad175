import type { SessionOptions } from "../excel/session";
import { updateStored } from "../excel/stored";
import { egenProfil, lasProfil } from "../reports/lasProfil";
import type { Profil, Rapportprofil } from "../reports/profil";
import { profiler } from "../reports/profiles";
import type { Stored } from "../workbook/stored";
import { UserError } from "../workbook/userError";
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

/** What a form can ask of a profile; captions, orders and weights are written as JSON. */
export type ProfileChoices = Required<
  Pick<Profil, "namn" | "enhet" | "decimaler" | "tecken" | "sidhuvud" | "malstatus" | "egenPrognos">
>;

/** The choices to start from: those of the profile that reports follow now, else the plainest. */
export function profileChoices(stored: Stored): ProfileChoices {
  const profil = followed(stored);
  return {
    namn: profil.id === egenProfil ? profil.namn : "",
    enhet: profil.enhet,
    decimaler: profil.decimaler,
    tecken: profil.tecken,
    sidhuvud: profil.sidhuvud,
    malstatus: profil.malstatus ?? "ord",
    egenPrognos: profil.egenPrognos ?? "prognos",
  };
}

/**
 * Saves the choices as the workbook's own profile and lets reports follow it. Captions and all else that a form doesn't ask
 * for stay as the followed profile has them; unit, decimals and sign then go for every report.
 */
export function saveProfileChoices(choices: ProfileChoices, options?: SessionOptions): Promise<void> {
  return act(async (context) => {
    await updateStored(context, (stored) => {
      const base = followed(stored);
      const rapporter: Record<string, Rapportprofil> = Object.fromEntries(
        Object.entries(base.rapporter).map(([id, egen]) => [id, without(egen, base, choices)]),
      );
      const profil = lasProfil(JSON.stringify({ ...base, ...choices, id: egenProfil, rapporter }));
      const settings = { ...stored.settings, [egenProfil]: JSON.stringify(profil), profil: egenProfil };
      return { ...stored, settings };
    });
    await context.sync();
  }, options);
}

/** A report's own unit, decimals and sign give way to those that are changed for all. */
function without(egen: Rapportprofil, base: Profil, choices: ProfileChoices): Rapportprofil {
  const { enhet, decimaler, tecken, ...rest } = egen;
  const sameScale = base.enhet === choices.enhet && base.decimaler === choices.decimaler;
  return {
    ...rest,
    ...(sameScale && enhet !== undefined ? { enhet } : {}),
    ...(sameScale && decimaler !== undefined ? { decimaler } : {}),
    ...(base.tecken === choices.tecken && tecken !== undefined ? { tecken } : {}),
  };
}

/** The profile that reports follow. A damaged one of the user's own is replaced by what she saves now. */
function followed(stored: Stored): Profil {
  const { profil } = stored.settings;
  if (profil === egenProfil) {
    try {
      const own = ownProfile(stored);
      if (own) return own;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  return profiler.find(({ id }) => id === profil) ?? plain;
}

const plain: Profil = {
  id: "",
  namn: "",
  enhet: "tkr",
  decimaler: 0,
  tecken: "netto",
  piltroskel: 1,
  sidhuvud: "",
  rapporter: {},
};
