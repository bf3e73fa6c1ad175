import { type Area, contains } from "../../workbook/address";
import { printValue } from "./print";
import type { Sheet } from "./sheet";
import type { ChangeSource, Workbook } from "./workbook";

/**
 * Widths of characters relative to a digit of the default font (Calibri 11: 7 pixels), by kind: an estimate, since there is
 * no font to measure.
 */
function textWidth(text: string, bold: boolean): number {
  let width = 0;
  for (const character of text) {
    if (/[iljtfrI.,:;'|! \u00a0]/.test(character)) width += 0.55;
    else if (/[mwMWÅ@%]/.test(character)) width += 1.5;
    else if (/[A-ZÄÖ]/.test(character)) width += 1.15;
    else width += 1;
  }
  return bold ? width * 1.07 : width;
}

/** Makes columns as wide as their longest printed text, wrapped and merged cells apart. */
export function autofitColumns(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  locale: string,
  source: ChangeSource,
): void {
  const used = sheet.usedArea(true);
  const lastRow = Math.min(area.row + area.rowCount, used ? used.row + used.rowCount : 0);
  const lastColumn = Math.min(area.column + area.columnCount, used ? used.column + used.columnCount : 0);
  for (let column = area.column; column < lastColumn; column++) {
    let widest = 0;
    for (let row = area.row; row < lastRow; row++) {
      const value = sheet.value(row, column);
      if (value === null || sheet.merges.some((merge) => contains(merge, row, column))) continue;
      const { numberFormat, font, alignment } = workbook.styles.get(sheet.styleId(row, column));
      if (alignment.wrap) continue;
      const printed = printValue(value, numberFormat, locale, workbook.date1904);
      const longest = Math.max(...printed.split("\n").map((line) => textWidth(line, font.bold)));
      widest = Math.max(widest, (longest + alignment.indent) * (font.size / 11));
    }
    if (widest > 0)
      (sheet.columns[column] ??= {}).width = Math.min(255, Math.ceil((widest + 5 / 7) * 7 + 2) / 7);
  }
  workbook.changed({ kind: "formats", sheet, area, source });
}

/** Makes rows as high as their lines of text need at the columns' widths. */
export function autofitRows(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  locale: string,
  source: ChangeSource,
): void {
  const lastRow = Math.min(area.row + area.rowCount, sheet.rows.length);
  for (let row = area.row; row < lastRow; row++) {
    const line = sheet.rows[row];
    if (!line) continue;
    let height = sheet.defaultRowHeight;
    line.values.forEach((value, column) => {
      if (value === null || value === undefined) return;
      const { numberFormat, font, alignment } = workbook.styles.get(sheet.styleId(row, column));
      const printed = printValue(value, numberFormat, locale, workbook.date1904);
      const characters = sheet.columnWidth(column) / 5.25 / (font.size / 11);
      const lines = alignment.wrap
        ? printed
            .split("\n")
            .reduce((sum, one) => sum + Math.max(1, Math.ceil(textWidth(one, font.bold) / characters)), 0)
        : 1;
      height = Math.max(height, lines * font.size * 1.36);
    });
    line.height = height === sheet.defaultRowHeight ? undefined : Math.ceil(height / 0.75) * 0.75;
  }
  workbook.changed({ kind: "formats", sheet, area, source });
}
