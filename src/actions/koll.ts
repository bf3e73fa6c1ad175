import { readExtents } from "../excel/readExtents";
import { readSnapshot } from "../excel/readSnapshot";
import { areaKey, findKollCells, type KollCell, type Scope } from "../sharing/kollCells";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/** The workbook's cells with KOLL functions, each with what it fills. */
export async function readKollCells(
  context: Excel.RequestContext,
  scope: Scope,
): Promise<{ snapshot: WorkbookSnapshot; cells: KollCell[] }> {
  const snapshot = await readSnapshot(context);
  const alone = findKollCells(snapshot);
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const asked = alone.map(({ sheet, area }) => ({
    sheet: sheets.get(sheet)!,
    row: area.row,
    column: area.column,
  }));
  const filled = await readExtents(context, asked);
  if (filled.size === 0 && scope === null) return { snapshot, cells: alone };
  const extents = new Map(
    [...filled].map(([index, area]) => {
      const { sheet, row, column } = asked[index];
      return [areaKey(sheet.name, row, column), area];
    }),
  );
  return { snapshot, cells: findKollCells(snapshot, extents, scope) };
}
