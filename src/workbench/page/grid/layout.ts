import type { Area } from "../../../workbook/address";
import { contains } from "../../../workbook/address";
import type { Sheet } from "../../model/sheet";
import type { StyleTable } from "../../model/styles";
import { Axis } from "./axis";
import { canvasFont, lineHeight, pixelsPerPoint, wrapText } from "./fonts";

export const headerHeight = 22;
const cellPadding = 4;

/** A sheet's geometry in pixels, without headings and scrolling. */
export interface SheetLayout {
  rows: Axis;
  columns: Axis;
  /** How many rows and columns can be scrolled to: what is used and a bit more. */
  rowCount: number;
  columnCount: number;
}

/** File widths are in characters with padding, the default without. */
const columnPixels = (sheet: Sheet, width: number | undefined) =>
  width === undefined ? Math.round(sheet.defaultColumnWidth * 7 + 5) : Math.round(width * 7);

export function sheetLayout(sheet: Sheet, styles: StyleTable): SheetLayout {
  const columns = new Axis(columnPixels(sheet, undefined), columnExceptions(sheet));
  const used = sheet.usedArea();
  return {
    columns,
    rows: new Axis(
      Math.round(sheet.defaultRowHeight * pixelsPerPoint),
      rowExceptions(sheet, styles, columns),
    ),
    rowCount: Math.max(100, used ? used.row + used.rowCount + 50 : 0),
    columnCount: Math.max(26, used ? used.column + used.columnCount + 10 : 0),
  };
}

function* columnExceptions(sheet: Sheet): Generator<[number, number]> {
  for (let index = 0; index < sheet.columns.length; index++) {
    const column = sheet.columns[index];
    if (column?.hidden) yield [index, 0];
    else if (column?.width !== undefined) yield [index, columnPixels(sheet, column.width)];
  }
}

function* rowExceptions(sheet: Sheet, styles: StyleTable, columns: Axis): Generator<[number, number]> {
  const standard = Math.round(sheet.defaultRowHeight * pixelsPerPoint);
  for (let index = 0; index < sheet.rows.length; index++) {
    const row = sheet.rows[index];
    if (!row) continue;
    if (row.hidden) yield [index, 0];
    else if (row.height !== undefined) yield [index, Math.round(row.height * pixelsPerPoint)];
    else {
      const height = fittedHeight(sheet, styles, columns, index);
      if (height > standard) yield [index, height];
    }
  }
}

/** A row without a height of its own is as high as its largest font and its wrapped texts need. */
function fittedHeight(sheet: Sheet, styles: StyleTable, columns: Axis, index: number): number {
  const row = sheet.rows[index]!;
  let height = 0;
  row.styles?.forEach((id, column) => {
    if (id === undefined) return;
    const { font, alignment } = styles.get(id);
    const value = row.values[column] ?? null;
    if (value === null || (font.size <= 11 && !alignment.wrap)) return;
    const line = lineHeight(font);
    const lines =
      alignment.wrap && typeof value === "string" && !mergedAt(sheet, index, column)
        ? wrapText(value, canvasFont(font), columns.size(column) - 2 * cellPadding).length
        : 1;
    height = Math.max(height, lines * line + 4);
  });
  return height;
}

export function mergedAt(sheet: Sheet, row: number, column: number): Area | undefined {
  return sheet.merges.find((area) => contains(area, row, column));
}

/** Width of the row numbers. */
export const headingWidth = (lastRow: number) => Math.max(34, String(lastRow + 1).length * 8 + 12);

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** An area in the sheet's own pixels. */
export function areaRect(layout: SheetLayout, area: Area): Rect {
  const x = layout.columns.start(area.column);
  const y = layout.rows.start(area.row);
  return {
    x,
    y,
    width: layout.columns.start(area.column + area.columnCount) - x,
    height: layout.rows.start(area.row + area.rowCount) - y,
  };
}
