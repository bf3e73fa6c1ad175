import { readFileSync } from "node:fs";
import type { CellValue } from "../../src/workbook/cell";
import { Workbook } from "../../src/workbench/model/workbook";
import { openWorkbook } from "../../src/workbench/cli/workbookFile";
import { readWorkbook } from "../../src/workbench/xlsx";

export { openWorkbook };
export type { OpenFile } from "../../src/workbench/cli/workbookFile";

/** The sample workbook, opened as Excel would: `Excel` is Microsoft's client over it. */
export const openSample = async () =>
  openWorkbook(await readWorkbook(readFileSync("assets/exempelbok.xlsx")));

/** A workbook of one sheet with an Excel table from A1, in tkr. */
export function workbookWithTable(
  headers: string[],
  rows: CellValue[][],
  table = "Ekonomi",
  sheetName = "Ekonomi tkr",
): Workbook {
  const workbook = new Workbook();
  addTable(workbook, headers, rows, table, sheetName);
  return workbook;
}

export function addTable(
  workbook: Workbook,
  headers: string[],
  rows: CellValue[][],
  table: string,
  sheetName: string,
): void {
  const sheet = workbook.addSheet(sheetName);
  [headers, ...rows].forEach((row, r) => row.forEach((value, c) => sheet.setValue(r, c, value)));
  sheet.tables.push({
    id: workbook.newTableId(),
    name: table,
    area: { row: 0, column: 0, rowCount: rows.length + 1, columnCount: headers.length },
    showHeaders: true,
    showTotals: false,
    columns: headers.map((name, index) => ({
      id: index + 1,
      name,
      calculatedFormula: "",
      totalsLabel: "",
      totalsFunction: "none",
      totalsFormula: "",
    })),
    style: "",
    showBandedRows: false,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    showFilterButton: true,
    filter: null,
  });
}
