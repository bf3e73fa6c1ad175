import { type Area, maxColumns, maxRows } from "../../workbook/address";
import type { Sheet } from "../model/sheet";
import type { Batch } from "./batch";
import { HostError } from "./errors";

/** @throws AccessDenied for a locked cell of a protected sheet. */
export function checkEditable({ workbook }: Batch, sheet: Sheet, area: Area): void {
  if (!sheet.protection) return;
  const locked = (id: number) => workbook.styles.get(id).protection.locked;
  const lastRow = Math.min(area.row + area.rowCount, maxRows);
  const lastColumn = Math.min(area.column + area.columnCount, maxColumns);
  for (let row = area.row; row < lastRow; row++) {
    for (let column = area.column; column < lastColumn; column++) {
      if (locked(sheet.styleId(row, column)))
        throw new HostError("AccessDenied", `the sheet ${sheet.name} is protected`);
    }
  }
}

/**
 * Rows and columns may come and go where protection allows it; whole ones only, and none with a locked cell may go.
 * @throws AccessDenied
 */
export function checkShift(batch: Batch, sheet: Sheet, area: Area, action: "insert" | "delete"): void {
  if (!sheet.protection) return;
  const whole =
    area.columnCount === maxColumns ? "Rows" : area.rowCount === maxRows ? "Columns" : "CellsOnly";
  checkAllowed(sheet, `${action}${whole}`);
  if (action === "delete") checkEditable(batch, sheet, area);
}

/** @throws AccessDenied on a protected sheet: nothing there can be allowed. */
export function checkUnprotected(sheet: Sheet): void {
  if (sheet.protection) throw new HostError("AccessDenied", `the sheet ${sheet.name} is protected`);
}

/** @throws AccessDenied on a sheet where protection doesn't allow an action, by the file's word for it. */
export function checkAllowed(sheet: Sheet, action: string): void {
  if (sheet.protection && !sheet.protection.allowed[action])
    throw new HostError("AccessDenied", `the sheet ${sheet.name} is protected`);
}
