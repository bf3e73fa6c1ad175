import type { CellValue } from "../../src/workbook/cell";
import type { Sheet } from "../../src/workbench/model/sheet";
import { defaultStyle, type Style } from "../../src/workbench/model/styles";
import type { Workbook } from "../../src/workbench/model/workbook";

const heading: Style = { ...defaultStyle, font: { ...defaultStyle.font, bold: true, size: 14 } };
const muted: Style = { ...defaultStyle, font: { ...defaultStyle.font, color: { rgb: "#52606D" } } };
const wrapped: Style = {
  ...defaultStyle,
  alignment: { ...defaultStyle.alignment, wrap: true, vertical: "top" },
};

export interface TableColumnSpec {
  name: string;
  width: number;
  format?: string;
}

/** A sheet with a heading, a line about what it holds, and one Excel table from row 4. */
export function tableSheet(
  workbook: Workbook,
  { name, table, title, note }: { name: string; table: string; title: string; note: string },
  columns: TableColumnSpec[],
  rows: CellValue[][],
): Sheet {
  const sheet = workbook.addSheet(name);
  putText(workbook, sheet, 0, title, heading);
  putText(workbook, sheet, 1, note, muted);
  const header = 3;
  columns.forEach(({ name: caption, width, format }, column) => {
    sheet.setValue(header, column, caption);
    // The caption is bold, and has a filter button beside it.
    sheet.columns[column] = { width: Math.max(width, Math.ceil(caption.length * 1.1) + 3) };
    if (!format) return;
    const style = workbook.styles.add({ ...defaultStyle, numberFormat: format });
    rows.forEach((_, row) => sheet.setStyle(header + 1 + row, column, style));
  });
  rows.forEach((row, r) => row.forEach((value, c) => sheet.setValue(header + 1 + r, c, value)));
  sheet.tables.push({
    id: workbook.newTableId(),
    name: table,
    area: { row: header, column: 0, rowCount: rows.length + 1, columnCount: columns.length },
    showHeaders: true,
    showTotals: false,
    columns: columns.map(({ name: caption }, index) => ({
      id: index + 1,
      name: caption,
      calculatedFormula: "",
      totalsLabel: "",
      totalsFunction: "none",
      totalsFormula: "",
    })),
    style: "TableStyleLight9",
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    showFilterButton: true,
    filter: null,
  });
  sheet.freeze = { rows: header + 1, columns: 0 };
  sheet.pageLayout = {
    ...sheet.pageLayout,
    orientation: "landscape",
    fit: { width: 1, height: 0 },
    titleRows: { first: header, last: header },
  };
  return sheet;
}

/** A sheet of plain lines: the first is the heading. */
export function textSheet(workbook: Workbook, name: string, lines: string[]): Sheet {
  const sheet = workbook.addSheet(name);
  sheet.columns[0] = { width: 100 };
  sheet.showGridlines = false;
  lines.forEach((line, row) => putText(workbook, sheet, row, line, row === 0 ? heading : wrapped));
  return sheet;
}

export interface FormulaLine {
  what: string;
  formula: string;
  format: string;
}

/** A sheet where functions stand in cells: what is calculated, the formula as text, and the live formula. */
export function formulaSheet(workbook: Workbook, name: string, title: string, lines: FormulaLine[]): Sheet {
  const sheet = workbook.addSheet(name);
  [62, 18, 110].forEach((width, column) => (sheet.columns[column] = { width }));
  sheet.pageLayout = { ...sheet.pageLayout, orientation: "landscape", fit: { width: 1, height: 1 } };
  putText(workbook, sheet, 0, title, heading);
  const bold = workbook.styles.add({ ...defaultStyle, font: { ...defaultStyle.font, bold: true } });
  ["Vad som räknas", "Resultat", "Formel"].forEach((caption, column) => {
    sheet.setValue(2, column, caption);
    sheet.setStyle(2, column, bold);
  });
  lines.forEach(({ what, formula, format }, index) => {
    const row = 3 + index;
    sheet.setValue(row, 0, what);
    sheet.setFormula(row, 1, { text: formula, kind: "dynamic" });
    sheet.setStyle(row, 1, workbook.styles.add({ ...defaultStyle, numberFormat: format }));
    sheet.setValue(row, 2, formula);
    sheet.setStyle(row, 2, workbook.styles.add({ ...muted, quotePrefix: true }));
  });
  return sheet;
}

function putText(workbook: Workbook, sheet: Sheet, row: number, text: string, style: Style): void {
  sheet.setValue(row, 0, text === "" ? null : text);
  sheet.setStyle(row, 0, workbook.styles.add(style));
}
