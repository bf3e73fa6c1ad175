import { personrisker } from "../audit/personrisker";
import { applyKansligt } from "../excel/applyKansligt";
import { readSnapshot } from "../excel/readSnapshot";
import { readUppgifter } from "../excel/readUppgifter";
import type { SessionOptions } from "../excel/session";
import { readStored } from "../excel/stored";
import { kansligt, type KansligtFynd } from "../sharing/kansligt";
import { logChange } from "./logg";
import { act } from "./session";

export type { KansligtFynd };

/** Everything to look at before the workbook is shared. Accepted audit findings are left out. Changes nothing. */
export function findSensitive(options?: SessionOptions): Promise<KansligtFynd[]> {
  return act(async (context) => {
    const { accepted } = await readStored(context);
    const snapshot = await readSnapshot(context, { formats: true, comments: true });
    const uppgifter = await readUppgifter(context);
    const persons = personrisker(snapshot, { accepterade: accepted })
      .filter(({ accepterad }) => accepterad === undefined)
      .map(({ regel, blad, cell, aven, text }): KansligtFynd => ({
        slag: regel as KansligtFynd["slag"],
        sheet: blad,
        address: cell,
        antal: 1 + aven.length,
        om: "",
        mening: text,
        egenskap: null,
        fix: null,
      }));
    return [...persons, ...kansligt(snapshot, uppgifter)];
  }, options);
}

/**
 * Carries out what is safe; gives what takes it back. Cells and properties are read again first: what a colleague has
 * changed since stops it, and nothing is written.
 */
export async function fixSensitive(
  { fix, antal }: KansligtFynd,
  { now = new Date(), ...options }: SessionOptions & { now?: Date } = {},
): Promise<() => Promise<void>> {
  if (!fix) throw new Error("There is nothing to carry out.");
  await act(async (context) => {
    await applyKansligt(context, fix, false);
    await logChange(context, "kansligt", antal, now);
  }, options);
  return () => act((context) => applyKansligt(context, fix, true), options);
}
