import { type Area, contains, intersect, maxColumns } from "../../workbook/address";
import { type CellValue, isErrorCode } from "../../workbook/cell";
import { type Entry, normalFormula, parseEntry } from "./entry";
import { ModelError } from "./errors";
import { formulaKind } from "./formulaKind";
import { renameColumnInFormulas } from "./formulas";
import type { Table } from "./parts";
import { moveFormula } from "./references";
import type { CellFormula, Sheet } from "./sheet";
import { uniqueHeaders } from "./tableNames";
import type { ChangedFormula, ChangeSource, Workbook } from "./workbook";

/** What is written to a cell: null leaves it as it is, "" empties it, a text is read as when it is typed. */
export type Input = string | number | boolean | null;

/**
 * Writes a matrix as Excel's API does. `at` is the matrix' first cell. An `owned` matrix' rows become the sheet's own,
 * as when they were read from a request that nobody else has.
 * @throws ModelError InvalidArgument for an unreadable formula, InvalidOperation where part of an array would change.
 */
export function writeCells(
  workbook: Workbook,
  sheet: Sheet,
  at: { row: number; column: number },
  matrix: readonly (readonly Input[])[],
  source: ChangeSource,
  owned = false,
): void {
  const area: Area = {
    row: at.row,
    column: at.column,
    rowCount: matrix.length,
    columnCount: matrix[0].length,
  };
  const entries = readEntries(workbook, sheet, area, matrix);
  growTableAbove(sheet, area, matrix);
  const before =
    area.rowCount === 1 && area.columnCount === 1 ? sheet.value(area.row, area.column) : undefined;
  const formulas = changedFormulas(sheet, area, matrix, entries);
  releaseArrays(sheet, area);
  const tables = sheet.tables.filter((table) => intersect(table.area, area));
  const covered = sheet.merges.length > 0 ? sheet.merges.filter((merge) => intersect(merge, area)) : [];
  for (let r = 0; r < matrix.length; r++) {
    const row = area.row + r;
    const cells = matrix[r];
    let line = sheet.rows[row];
    if (!line && area.column === 0) {
      // A new row takes its cells in one go; what is not a plain value is put right below.
      line = sheet.rows[row] = { values: owned ? (cells as Input[]) : cells.slice() };
    }
    for (let c = 0; c < cells.length; c++) {
      const input = cells[c];
      if (input === null) continue;
      const column = area.column + c;
      if (covered.length > 0 && underMerge(covered, row, column)) continue;
      if (typeof input !== "string") {
        line ??= sheet.ensureRow(row);
        line.values[column] = input;
        if (line.formulas?.[column]) sheet.setFormula(row, column, undefined);
        continue;
      }
      const entry = entries?.get(r * maxColumns + c);
      if (entry) writeEntry(workbook, sheet, row, column, entry);
      else {
        // Plain text, or "" that empties the cell.
        line ??= input === "" ? undefined : sheet.ensureRow(row);
        if (!line) continue;
        line.values[column] = input === "" ? null : input;
        if (line.formulas?.[column]) sheet.setFormula(row, column, undefined);
      }
      line = sheet.rows[row];
    }
  }
  for (const table of tables) followHeaders(workbook, sheet, table, area);
  tellCells(workbook, sheet, area, source, before, formulas);
}

function tellCells(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  source: ChangeSource,
  before: CellValue | undefined,
  formulas: ChangedFormula[],
): void {
  workbook.changed({
    kind: "cells",
    sheet,
    area,
    source,
    ...(before !== undefined && { before }),
    ...(formulas.length > 0 && { formulas }),
  });
}

/** The cells whose formula a matrix changes or takes away. A formula in a cell that had none changes none. */
function changedFormulas(
  sheet: Sheet,
  area: Area,
  matrix: readonly (readonly Input[])[],
  entries: Map<number, Entry> | null,
): ChangedFormula[] {
  const found: ChangedFormula[] = [];
  for (let r = 0; r < matrix.length; r++) {
    const had = sheet.rows[area.row + r]?.formulas;
    if (!had) continue;
    for (let c = 0; c < matrix[r].length; c++) {
      const column = area.column + c;
      const previous = had[column]?.text;
      if (previous === undefined || matrix[r][c] === null) continue;
      if (entries?.get(r * maxColumns + c)?.formula !== previous)
        found.push({ row: area.row + r, column, previous });
    }
  }
  return found;
}

/**
 * Cells written right below a table become its rows (learn.microsoft.com, Coauthoring in Excel add-ins), unless it has
 * a totals row or something stands there already.
 */
function growTableAbove(sheet: Sheet, area: Area, matrix: readonly (readonly Input[])[]): void {
  const table = sheet.tables.find(
    ({ area: { row, column, rowCount, columnCount }, showTotals }) =>
      !showTotals &&
      area.row === row + rowCount &&
      area.column >= column &&
      area.column + area.columnCount <= column + columnCount,
  );
  if (!table || matrix.every((row) => row.every((input) => input === null || input === ""))) return;
  const grown = { ...table.area, row: area.row, rowCount: area.rowCount };
  const taken =
    sheet.merges.some((merge) => intersect(merge, grown)) ||
    sheet.tables.some((other) => other !== table && intersect(other.area, grown));
  if (taken || !isBlank(sheet, grown)) return;
  table.area = { ...table.area, rowCount: table.area.rowCount + area.rowCount };
  if (table.filter) table.filter = { ...table.filter, area: table.area };
  table.origin = undefined;
  fillCalculatedColumns(sheet, table, area.row, area.rowCount);
}

function isBlank(sheet: Sheet, area: Area): boolean {
  const last = Math.min(sheet.rows.length, area.row + area.rowCount);
  for (let r = area.row; r < last; r++) {
    const row = sheet.rows[r];
    for (let c = area.column; row && c < area.column + area.columnCount; c++) {
      if ((row.values[c] ?? null) !== null || row.formulas?.[c]) return false;
    }
  }
  return true;
}

/** New rows of a table get the formulas its calculated columns follow. */
export function fillCalculatedColumns(sheet: Sheet, table: Table, from: number, count: number): void {
  const body = table.area.row + (table.showHeaders ? 1 : 0);
  table.columns.forEach((column, index) => {
    if (!column.calculatedFormula) return;
    const at = table.area.column + index;
    for (let row = from; row < from + count; row++) {
      sheet.setFormula(row, at, ownFormula(moveFormula(column.calculatedFormula, row - body, 0), row, at));
      sheet.setValue(row, at, null);
    }
  });
}

/** Reads every text first, so that a matrix with an unreadable formula changes nothing. */
function readEntries(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  matrix: readonly (readonly Input[])[],
): Map<number, Entry> | null {
  let entries: Map<number, Entry> | null = null;
  for (let r = 0; r < matrix.length; r++) {
    const cells = matrix[r];
    for (let c = 0; c < cells.length; c++) {
      const input = cells[c];
      if (typeof input !== "string" || input === "") continue;
      if (input.length > 32767)
        throw new ModelError("InvalidArgument", "a cell holds at most 32767 characters");
      const entry = isTextCell(workbook, sheet, area.row + r, area.column + c)
        ? { value: input }
        : parseEntry(input);
      if (entry.value === input && entry.quotePrefix === undefined) continue;
      (entries ??= new Map()).set(r * maxColumns + c, entry);
    }
  }
  return entries;
}

const isTextCell = (workbook: Workbook, sheet: Sheet, row: number, column: number) => {
  const style = sheet.styleId(row, column);
  return style !== 0 && workbook.styles.get(style).numberFormat === "@";
};

function writeEntry(workbook: Workbook, sheet: Sheet, row: number, column: number, entry: Entry): void {
  if (entry.formula !== undefined) {
    sheet.setFormula(row, column, ownFormula(entry.formula, row, column));
    sheet.setValue(row, column, null);
  } else {
    if (sheet.formula(row, column)) sheet.setFormula(row, column, undefined);
    sheet.setValue(row, column, entry.value);
  }
  const id = sheet.styleId(row, column);
  const style = workbook.styles.get(id);
  const numberFormat =
    entry.numberFormat && style.numberFormat === "General" ? entry.numberFormat : style.numberFormat;
  const quotePrefix = entry.quotePrefix ?? false;
  if (numberFormat === style.numberFormat && quotePrefix === style.quotePrefix) return;
  sheet.setStyle(row, column, workbook.styles.add({ ...style, numberFormat, quotePrefix }));
}

function ownFormula(text: string, row: number, column: number): CellFormula {
  const kind = formulaKind(text);
  return kind === "cell" ? { text, kind } : { text, kind, ref: { row, column, rowCount: 1, columnCount: 1 } };
}

const underMerge = (merges: Area[], row: number, column: number) =>
  merges.some((merge) => contains(merge, row, column) && (merge.row !== row || merge.column !== column));

/**
 * Prepares an area for being overwritten: a spill whose cells it takes is blocked, one whose formula it takes goes.
 * @throws ModelError InvalidOperation where an array formula (Ctrl+Shift+Enter) would be changed in part.
 */
export function releaseArrays(sheet: Sheet, area: Area): void {
  for (const { row, column, formula } of sheet.arrays()) {
    const ref = formula.ref;
    const common = ref && intersect(ref, area);
    if (!ref || !common) continue;
    const all = common.rowCount === ref.rowCount && common.columnCount === ref.columnCount;
    if (formula.kind === "array") {
      if (!all) throw new ModelError("InvalidOperation", "part of an array can't be changed");
      continue;
    }
    if (ref.rowCount === 1 && ref.columnCount === 1) continue;
    clearSpill(sheet, row, column, ref);
    formula.ref = { row, column, rowCount: 1, columnCount: 1 };
    if (!contains(area, row, column)) sheet.setValue(row, column, { fel: "#SPILL!" });
  }
}

function clearSpill(sheet: Sheet, row: number, column: number, ref: Area): void {
  for (let r = ref.row; r < ref.row + ref.rowCount; r++) {
    for (let c = ref.column; c < ref.column + ref.columnCount; c++) {
      if (r !== row || c !== column) sheet.setValue(r, c, null);
    }
  }
}

/** A table's header cells are its column names: texts, filled and unlike each other. */
function followHeaders(workbook: Workbook, sheet: Sheet, table: Table, area: Area): void {
  if (!table.showHeaders || table.area.row < area.row || table.area.row >= area.row + area.rowCount) return;
  const texts = table.columns.map((column, index) => {
    const at = table.area.column + index;
    const touched = at >= area.column && at < area.column + area.columnCount;
    const value = sheet.value(table.area.row, at);
    return touched ? (value === null ? "" : valueText(value)) : column.name;
  });
  const names = uniqueHeaders(texts);
  table.columns.forEach((column, index) => {
    const name = names[index];
    const at = table.area.column + index;
    sheet.setValue(table.area.row, at, name);
    sheet.setFormula(table.area.row, at, undefined);
    if (name === column.name) return;
    const was = column.name;
    column.name = name;
    table.origin = undefined;
    renameColumnInFormulas(workbook, table, was, name);
  });
}

/** A value as text, unformatted: TRUE, 1.5, #N/A. */
export function valueText(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "object" ? value.fel : String(value);
}

/** A cell's contents as the API's `formulas` gives them: the formula, else the value; "" for blank. */
export function contentOf(sheet: Sheet, row: number, column: number): string | number | boolean {
  return sheet.formula(row, column)?.text ?? apiValue(sheet.value(row, column));
}

/** A value as the API gives it: "" for blank, an error as its text. */
export function apiValue(value: CellValue | undefined): string | number | boolean {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? value.fel : value;
}

/** Empties cells; formats stay. */
export function clearContents(workbook: Workbook, sheet: Sheet, area: Area, source: ChangeSource): void {
  releaseArrays(sheet, area);
  const headers = sheet.tables.filter((table) => table.showHeaders && intersect(table.area, area));
  const before =
    area.rowCount === 1 && area.columnCount === 1 ? sheet.value(area.row, area.column) : undefined;
  const formulas: ChangedFormula[] = [];
  const last = Math.min(sheet.rows.length, area.row + area.rowCount);
  for (let r = area.row; r < last; r++) {
    const row = sheet.rows[r];
    if (!row) continue;
    const width = Math.min(
      Math.max(row.values.length, row.formulas?.length ?? 0),
      area.column + area.columnCount,
    );
    for (let c = area.column; c < width; c++) {
      row.values[c] = null;
      const formula = row.formulas?.[c];
      if (!formula) continue;
      formulas.push({ row: r, column: c, previous: formula.text });
      sheet.setFormula(r, c, undefined);
    }
  }
  for (const table of headers) followHeaders(workbook, sheet, table, area);
  tellCells(workbook, sheet, area, source, before, formulas);
}

/** A formula from R1C1 notation or as typed; the caller has its cell. */
export function enteredFormula(text: string): string {
  return text.startsWith("=") && text.length > 1 ? normalFormula(text) : text;
}

/** True for what the API shows as an error. */
export const isErrorText = (value: unknown) => isErrorCode(value);
