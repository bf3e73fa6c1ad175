import { reportNamePrefix } from "../workbook/stored";
import { splitAddress } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/** Sheets we made, by their named ranges: never read as sources. */
export function ownSheets({ names }: WorkbookSnapshot): string[] {
  return names
    .filter(({ name }) => name.startsWith(reportNamePrefix))
    .map(({ formula }) => splitAddress(formula.slice(1)).sheet)
    .filter((sheet) => sheet !== null);
}
