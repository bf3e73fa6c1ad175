import { addLogRow } from "../excel/loggblad";
import { readStored, updateStored } from "../excel/stored";
import type { SessionOptions } from "../excel/session";
import { delaTexts } from "../texts/dela";
import { act } from "./session";

export type LoggedChange = "frys" | "fristaende" | "tina" | "lak" | "kansligt" | "lasarrad";

/** Whether bulk changes are logged in this workbook. */
export function readLogging(options?: SessionOptions): Promise<boolean> {
  return act(async (context) => {
    return (await readStored(context)).settings.logg === true;
  }, options);
}

/** Adds a row to the log where the workbook has one: time, what, how many cells; never who. One sync when it has none. */
export async function logChange(
  context: Excel.RequestContext,
  what: LoggedChange,
  cells: number,
  now: Date,
): Promise<void> {
  const { settings } = await readStored(context);
  if (settings.logg !== true) return;
  const { blad, tid, vad, celler, handelser } = delaTexts.sv.logg;
  await addLogRow(context, { blad, rubriker: [tid, vad, celler] }, [excelTime(now), handelser[what], cells]);
}

/** Local time as Excel counts days. */
export const excelTime = (time: Date): number =>
  (time.getTime() - time.getTimezoneOffset() * 60_000) / 86_400_000 + 25_569;

/** Turns the log on or off for the workbook; a log that is there stays. */
export function setLogging(on: boolean, options?: SessionOptions): Promise<void> {
  return act(async (context) => {
    await updateStored(context, (stored) => ({ ...stored, settings: { ...stored.settings, logg: on } }));
    await context.sync();
  }, options);
}
