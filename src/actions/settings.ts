import { queueStored, updateStored } from "../excel/stored";
import type { SessionOptions } from "../excel/session";
import { act } from "./session";

/** The workbook's own choices; they follow the file to colleagues, so nothing personal is among them. */
export interface WorkbookSettings {
  /** Id of the profile that reports follow; "" = as the source. */
  profil: string;
}

export function readSettings(options?: SessionOptions): Promise<WorkbookSettings> {
  return act(async (context) => {
    const read = queueStored(context);
    await context.sync();
    const { settings } = await read();
    return { profil: typeof settings.profil === "string" ? settings.profil : "" };
  }, options);
}

/** Changes what is said and leaves the rest as a colleague may just have set it. */
export function saveSettings(change: Partial<WorkbookSettings>, options?: SessionOptions): Promise<void> {
  return act(async (context) => {
    await updateStored(context, (stored) => ({ ...stored, settings: { ...stored.settings, ...change } }));
    await context.sync();
  }, options);
}
