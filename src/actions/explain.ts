import { readSnapshot } from "../excel/readSnapshot";
import type { SessionOptions } from "../excel/session";
import { explainTable, findTables } from "../tables";
import type { Language } from "../texts/language";
import { type Area, areaAddress, intersect } from "../workbook/address";
import { act } from "./session";

/** A table as it was understood, and why, in words. */
export interface ExplainedTable {
  blad: string;
  adress: string;
  /** The table, its columns, rows and sums, a line each; what belongs to the table is indented. */
  rader: string[];
}

/** How every table in the workbook was read and why; `inside` leaves out tables that touch none of the areas. Changes nothing. */
export async function explainTables(
  { sprak = "sv", inside }: { sprak?: Language; inside?: { blad: string; omrade: Area }[] } = {},
  options?: SessionOptions,
): Promise<ExplainedTable[]> {
  const touches = (sheet: string, area: Area) =>
    !inside || inside.some(({ blad, omrade }) => blad === sheet && intersect(area, omrade) !== null);
  return act(async (context) => {
    const { sheets } = await readSnapshot(context, { formats: true });
    return sheets
      .flatMap((sheet) => findTables(sheet))
      .filter(({ sheet, area }) => touches(sheet, area))
      .map((table) => ({
        blad: table.sheet,
        adress: areaAddress(table.area),
        rader: explainTable(table, sprak),
      }));
  }, options);
}
