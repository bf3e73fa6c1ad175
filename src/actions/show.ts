import type { SessionOptions } from "../excel/session";
import { act } from "./session";

/** Shows a place in the workbook: the sheet, and a cell or range on it ("C14"). */
export function showPlace(sheet: string, address: string | null, options?: SessionOptions): Promise<void> {
  return act(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    if (address !== null) worksheet.getRange(address).select();
    await context.sync();
  }, options);
}
