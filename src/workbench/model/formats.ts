import { type Area, intersect, maxColumns, maxRows } from "../../workbook/address";
import type { Sheet } from "./sheet";
import type { Style } from "./styles";
import type { ChangeSource, Workbook } from "./workbook";

/** Gives every cell of an area the style `change` makes of the one it has. Whole rows and columns keep it for cells to come. */
export function changeStyles(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  change: (style: Style) => Style,
  source: ChangeSource,
): void {
  const changed = new Map<number, number>();
  const restyle = (id: number) => {
    let made = changed.get(id);
    if (made === undefined) {
      made = workbook.styles.add(change(workbook.styles.get(id)));
      changed.set(id, made);
    }
    return made;
  };
  if (area.rowCount === maxRows) restyleColumns(sheet, area, restyle);
  else if (area.columnCount === maxColumns) restyleRows(sheet, area, restyle);
  else {
    for (let r = area.row; r < area.row + area.rowCount; r++) {
      const styles = (sheet.ensureRow(r).styles ??= []);
      for (let c = area.column; c < area.column + area.columnCount; c++) {
        styles[c] = restyle(styles[c] ?? sheet.styleId(r, c));
      }
    }
  }
  workbook.changed({ kind: "formats", sheet, area, source });
}

function restyleColumns(sheet: Sheet, area: Area, restyle: (id: number) => number): void {
  const last = area.column + area.columnCount - 1;
  // A row's own style wins over the column's: where they meet, the cell needs one of its own.
  sheet.rows.forEach((row) => {
    if (!row) return;
    if (row.style !== undefined) {
      const styles = (row.styles ??= []);
      for (let c = area.column; c <= last; c++) styles[c] = restyle(styles[c] ?? row.style);
      return;
    }
    if (!row.styles) return;
    for (let c = area.column; c <= Math.min(last, row.styles.length - 1); c++) {
      const style = row.styles[c];
      if (style !== undefined) row.styles[c] = restyle(style);
    }
  });
  for (let c = area.column; c <= last; c++) {
    const column = (sheet.columns[c] ??= {});
    column.style = restyle(column.style ?? 0);
  }
}

function restyleRows(sheet: Sheet, area: Area, restyle: (id: number) => number): void {
  for (let r = area.row; r < area.row + area.rowCount; r++) {
    const row = sheet.ensureRow(r);
    const styles = (row.styles ??= []);
    sheet.columns.forEach((column, c) => {
      if (column?.style !== undefined && row.style === undefined) styles[c] ??= column.style;
    });
    styles.forEach((style, c) => {
      if (style !== undefined) styles[c] = restyle(style);
    });
    row.style = restyle(row.style ?? 0);
  }
}

/** Back to the workbook's default format. */
export function clearFormats(workbook: Workbook, sheet: Sheet, area: Area, source: ChangeSource): void {
  const last = area.column + area.columnCount - 1;
  const wholeColumns = area.rowCount === maxRows;
  const wholeRows = area.columnCount === maxColumns;
  const lastRow = Math.min(sheet.rows.length, area.row + area.rowCount);
  if (wholeColumns) for (const column of sheet.columns.slice(area.column, last + 1)) delete column?.style;
  for (let r = area.row; r < lastRow; r++) {
    const row = sheet.rows[r];
    if (!row) continue;
    if (wholeRows) row.style = undefined;
    const width = row.styles?.length ?? 0;
    for (let c = area.column; c <= Math.min(last, width - 1); c++) row.styles![c] = undefined;
    if (wholeRows || wholeColumns) continue;
    for (let c = area.column; c <= last; c++) {
      if (sheet.styleId(r, c) !== 0) (row.styles ??= [])[c] = 0;
    }
  }
  for (let r = lastRow; !wholeColumns && !wholeRows && r < area.row + area.rowCount; r++) {
    for (let c = area.column; c <= last; c++) if (sheet.columns[c]?.style) sheet.setStyle(r, c, 0);
  }
  workbook.changed({ kind: "formats", sheet, area, source });
}

/** The areas' common value of something cells have; `mixed` where they differ. Rows and columns without cells count once. */
export function uniform<T>(
  workbook: Workbook,
  sheet: Sheet,
  areas: readonly Area[],
  read: (style: Style) => T,
  mixed: T,
): T {
  let found: T | undefined;
  let first = true;
  const seen = new Set<number>();
  for (const id of styleIds(sheet, areas)) {
    if (seen.has(id)) continue;
    seen.add(id);
    const value = read(workbook.styles.get(id));
    if (first) found = value;
    else if (value !== found) return mixed;
    first = false;
  }
  return found as T;
}

/** The style numbers in use in areas, in no order, with repeats; blank regions give their row's, column's or the default. */
function* styleIds(sheet: Sheet, areas: readonly Area[]): Generator<number> {
  for (const area of areas) {
    const lastRow = area.row + area.rowCount;
    const lastColumn = area.column + area.columnCount;
    const filledRows = Math.min(lastRow, sheet.rows.length);
    const columnStyles = () => {
      const ids = new Set<number>();
      const known = Math.min(lastColumn, sheet.columns.length);
      for (let c = area.column; c < known; c++) ids.add(sheet.columns[c]?.style ?? 0);
      if (known < lastColumn) ids.add(0);
      return ids;
    };
    for (let r = area.row; r < filledRows; r++) {
      const row = sheet.rows[r];
      if (!row) continue;
      const width = Math.min(lastColumn, Math.max(row.styles?.length ?? 0, sheet.columns.length));
      for (let c = area.column; c < width; c++) yield sheet.styleId(r, c);
      if (width < lastColumn) yield row.style ?? 0;
    }
    const sparse = filledRows < lastRow || sheet.rows.slice(area.row, filledRows).includes(undefined);
    if (sparse) yield* columnStyles();
  }
}

/** True where the two have a cell in common. */
export const overlaps = (a: Area, b: Area) => intersect(a, b) !== null;
