/** A rectangle of cells, zero-based: row 0, column 0 is A1. */
export interface Area {
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
}

export const maxRows = 1048576;
export const maxColumns = 16384;

/** 0 → "A", 27 → "AB". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** "AB" → 27. Upper or lower case. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** (2, 1) → "B3". */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + (row + 1);
}

/** "A1", "A1:B3"; a single cell without colon. */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.row, area.column);
  if (area.rowCount === 1 && area.columnCount === 1) return first;
  return `${first}:${cellAddress(area.row + area.rowCount - 1, area.column + area.columnCount - 1)}`;
}

const cellPattern = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const columnsPattern = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const rowsPattern = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** Reads "B3", "$A$1:B3", "A:C" or "2:5"; null for what is no address or lies outside the sheet. */
export function parseArea(address: string): Area | null {
  const columns = columnsPattern.exec(address);
  if (columns) {
    const [first, last] = [columnIndex(columns[1]), columnIndex(columns[2])].sort((a, b) => a - b);
    return last < maxColumns
      ? { row: 0, column: first, rowCount: maxRows, columnCount: last - first + 1 }
      : null;
  }
  const rows = rowsPattern.exec(address);
  if (rows) {
    const [first, last] = [Number(rows[1]) - 1, Number(rows[2]) - 1].sort((a, b) => a - b);
    return first >= 0 && last < maxRows
      ? { row: first, column: 0, rowCount: last - first + 1, columnCount: maxColumns }
      : null;
  }
  const corners = address.split(":");
  if (corners.length > 2) return null;
  const cells = corners.map(parseCell);
  if (cells.some((cell) => cell === null)) return null;
  const [a, b] = [cells[0]!, cells[cells.length - 1]!];
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rowCount: Math.abs(a.row - b.row) + 1,
    columnCount: Math.abs(a.column - b.column) + 1,
  };
}

/** Reads one cell, "B3" or "$B$3". */
export function parseCell(address: string): { row: number; column: number } | null {
  const match = cellPattern.exec(address);
  if (!match) return null;
  const column = columnIndex(match[1]);
  const row = Number(match[2]) - 1;
  return row >= 0 && row < maxRows && column < maxColumns ? { row, column } : null;
}

/** A sheet's name as it stands in a formula: quoted where Excel quotes it. */
export function quoteSheet(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !cellPattern.test(name) && !/^[rc]\d*$/i.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

/** "'Resultat per verksamhet'!A1:B3". */
export function sheetAddress(sheet: string, area: Area): string {
  return `${quoteSheet(sheet)}!${areaAddress(area)}`;
}

/** Splits "'My sheet'!A1" into sheet and address; sheet null when none is named. */
export function splitAddress(address: string): { sheet: string | null; address: string } {
  const bang = address.lastIndexOf("!");
  if (bang < 0) return { sheet: null, address };
  const sheet = address.slice(0, bang);
  const unquoted =
    sheet.startsWith("'") && sheet.endsWith("'") ? sheet.slice(1, -1).replace(/''/g, "'") : sheet;
  return { sheet: unquoted, address: address.slice(bang + 1) };
}

export function contains(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rowCount &&
    column >= area.column &&
    column < area.column + area.columnCount
  );
}

export function intersect(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rowCount = Math.min(a.row + a.rowCount, b.row + b.rowCount) - row;
  const columnCount = Math.min(a.column + a.columnCount, b.column + b.columnCount) - column;
  return rowCount > 0 && columnCount > 0 ? { row, column, rowCount, columnCount } : null;
}
