import { underlagsbladId } from "../reports/underlag";
import { reportName, reportNamePrefix } from "../workbook/stored";
import { splitAddress } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/** Sheets we made, by their named ranges: reports, and the rows of a source written out for them. */
export const ownKinds = ({ names }: WorkbookSnapshot): Map<string, "rapport" | "underlag"> =>
  new Map(
    names
      .filter(({ name }) => name.startsWith(reportNamePrefix))
      .flatMap(({ name, formula }) => {
        const { sheet } = splitAddress(formula.slice(1));
        const kind = name.startsWith(reportName(underlagsbladId(""))) ? "underlag" : "rapport";
        return sheet === null ? [] : [[sheet, kind] as const];
      }),
  );

/** They are never read as sources. */
export const ownSheets = (snapshot: WorkbookSnapshot): string[] => [...ownKinds(snapshot).keys()];
