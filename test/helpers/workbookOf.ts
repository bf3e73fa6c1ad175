import type { SheetSnapshot } from "../../src/workbook/snapshot";
import { Workbook } from "../../src/workbench/model/workbook";

/** A workbook with the snapshots' values, merged cells, hidden rows and columns, and Excel tables. */
export function workbookOf(...sheets: SheetSnapshot[]): Workbook {
  const workbook = new Workbook();
  for (const snapshot of sheets) {
    const sheet = workbook.addSheet(snapshot.name);
    const { row: top, column: left } = snapshot.area;
    snapshot.values.forEach((cells, row) =>
      cells.forEach((value, column) => {
        if (value !== null) sheet.setValue(top + row, left + column, value);
      }),
    );
    sheet.merges.push(...snapshot.merges);
    for (const row of snapshot.hiddenRows) sheet.rows[row] = { values: [], ...sheet.rows[row], hidden: true };
    for (const column of snapshot.hiddenColumns) sheet.columns[column] = { hidden: true };
    for (const table of snapshot.tables) {
      sheet.tables.push({
        id: workbook.newTableId(),
        name: table.name,
        area: table.area,
        showHeaders: table.hasHeaders,
        showTotals: table.hasTotals,
        columns: table.columns.map((name, index) => ({
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
  }
  return workbook;
}
