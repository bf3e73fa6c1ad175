import { queueStored, updateStored } from "../excel/stored";
import type { SessionOptions } from "../excel/session";
import { delaTexts } from "../texts/dela";
import { act } from "./session";

export type LoggedChange = "frys" | "fristaende" | "tina" | "lak" | "kansligt" | "lasarrad";

/** The log sheet is found by its hidden name, so that it may be renamed and moved. */
const logName = "Namndkoll_logg";

/** Whether bulk changes are logged in this workbook. */
export function readLogging(options?: SessionOptions): Promise<boolean> {
  return act(async (context) => {
    const read = queueStored(context);
    await context.sync();
    return (await read()).settings.logg === true;
  }, options);
}

/**
 * Adds a row to the log where the workbook has one: time, what, how many cells; never who. The sheet is made with the first
 * row. One sync when logging is off.
 */
export async function logChange(
  context: Excel.RequestContext,
  what: LoggedChange,
  cells: number,
  now: Date,
): Promise<void> {
  const read = queueStored(context);
  const name = context.workbook.names.getItemOrNullObject(logName);
  name.load("name");
  const range = name.getRangeOrNullObject();
  range.load("address");
  await context.sync();
  if ((await read()).settings.logg !== true) return;
  const texts = delaTexts.sv.logg;
  let sheet: Excel.Worksheet;
  if (range.isNullObject) {
    sheet = context.workbook.worksheets.add(await freeName(context, texts.blad));
    sheet.getRange("A1:C1").values = [[texts.tid, texts.vad, texts.celler]];
    sheet.getRange("A1:C1").format.font.bold = true;
    sheet.getRange("A:A").numberFormat = [["yyyy-mm-dd hh:mm"]];
    if (!name.isNullObject) name.delete();
    context.workbook.names.add(logName, sheet.getRange("A1")).visible = false;
  } else sheet = range.worksheet;
  // Below whatever stands in the columns, a colleague's row too.
  const used = sheet.getRange("A:C").getUsedRange(true);
  used.load("rowIndex,rowCount");
  sheet.protection.load("protected");
  await context.sync();
  if (sheet.protection.protected) return;
  sheet.getRangeByIndexes(used.rowIndex + used.rowCount, 0, 1, 3).values = [
    [excelTime(now), texts.handelser[what], cells],
  ];
  await context.sync();
}

async function freeName(context: Excel.RequestContext, wanted: string): Promise<string> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const taken = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted} ${n}`;
  return name;
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
