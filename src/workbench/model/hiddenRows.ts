import { maxColumns } from "../../workbook/address";
import type { Sheet } from "./sheet";
import type { ChangeSource, Workbook } from "./workbook";

/** Hides or shows rows and tells of those it changed, run by run. */
export function hideRows(
  workbook: Workbook,
  sheet: Sheet,
  from: number,
  count: number,
  hidden: (row: number) => boolean,
  source: ChangeSource,
): void {
  const runs: { first: number; count: number; hidden: boolean }[] = [];
  for (let row = from; row < from + count; row++) {
    const wanted = hidden(row);
    if ((sheet.rows[row]?.hidden ?? false) === wanted) continue;
    sheet.ensureRow(row).hidden = wanted;
    const last = runs[runs.length - 1];
    if (last && last.first + last.count === row && last.hidden === wanted) last.count++;
    else runs.push({ first: row, count: 1, hidden: wanted });
  }
  for (const run of runs) {
    const area = { row: run.first, column: 0, rowCount: run.count, columnCount: maxColumns };
    workbook.changed({ kind: "formats", sheet, area, source });
    workbook.changed({ kind: "rowsHidden", hidden: run.hidden, sheet, area, source });
  }
}
