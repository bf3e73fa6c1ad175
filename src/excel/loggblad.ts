import { freeName } from "./sourceTable";

/** The log sheet is found by its hidden name, so that it may be renamed and moved. */
const logName = "Namndkoll_logg";

export interface LogWords {
  blad: string;
  rubriker: [string, string, string];
}

/**
 * Adds a row to the log sheet, below whatever stands there; makes the sheet with the first row. A log that is protected, or
 * that a protected workbook has no room for, is left alone.
 */
export async function addLogRow(
  context: Excel.RequestContext,
  { blad, rubriker }: LogWords,
  row: [time: number, what: string, cells: number],
): Promise<void> {
  const { workbook } = context;
  const name = workbook.names.getItemOrNullObject(logName);
  name.load("name");
  const range = name.getRangeOrNullObject();
  range.load("address");
  workbook.worksheets.load("items/name");
  workbook.protection.load("protected");
  await context.sync();
  if (range.isNullObject && workbook.protection.protected) return;
  const sheet = range.isNullObject ? newLog(workbook, { blad, rubriker }, name) : range.worksheet;
  const used = sheet.getRange("A:C").getUsedRange(true);
  used.load("rowIndex,rowCount");
  sheet.protection.load("protected");
  await context.sync();
  if (sheet.protection.protected) return;
  sheet.getRangeByIndexes(used.rowIndex + used.rowCount, 0, 1, 3).values = [row];
  await context.sync();
}

function newLog(
  workbook: Excel.Workbook,
  { blad, rubriker }: LogWords,
  old: Excel.NamedItem,
): Excel.Worksheet {
  const taken = workbook.worksheets.items.map(({ name }) => name);
  const sheet = workbook.worksheets.add(freeName(blad, taken, " ", 31));
  const head = sheet.getRange("A1:C1");
  head.values = [rubriker];
  head.format.font.bold = true;
  sheet.getRange("A:A").numberFormat = [["yyyy-mm-dd hh:mm"]];
  sheet.getRange("A:A").format.columnWidth = 110;
  sheet.getRange("B:B").format.columnWidth = 160;
  if (!old.isNullObject) old.delete();
  workbook.names.add(logName, sheet.getRange("A1")).visible = false;
  return sheet;
}
