import { type Area, intersect, maxColumns, maxRows } from "../../workbook/address";
import type { CellValue } from "../../workbook/cell";
import { clearContents, fillCalculatedColumns, valueText, writeCells, type Input } from "./cells";
import { ModelError } from "./errors";
import { removeTableFromFormulas, renameColumnInFormulas, renameTableInFormulas } from "./formulas";
import type { Table, TableColumn } from "./parts";
import { absoluteAddress, replaceStructuredRefs, sheetPrefix } from "./references";
import type { Sheet } from "./sheet";
import { deleteCells, insertCells } from "./shift";
import { freeColumnName, freeTableName, nameTaken, uniqueHeaders, validName } from "./tableNames";
import type { ChangeSource, Workbook } from "./workbook";

/** @throws ModelError MergedRangeConflict where the area meets another table or merged cells. */
function checkRoom(sheet: Sheet, area: Area, except?: Table): void {
  if (sheet.tables.some((table) => table !== except && intersect(table.area, area)))
    throw new ModelError("MergedRangeConflict", "a table can't overlap another table");
  if (sheet.merges.some((merge) => intersect(merge, area)))
    throw new ModelError("MergedRangeConflict", "a table can't hold merged cells");
}

/** Makes a table of cells. Without headers a header row is inserted above, and the cells move down. */
export function addTable(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  hasHeaders: boolean,
  source: ChangeSource,
): Table {
  if (area.rowCount === maxRows || area.columnCount === maxColumns)
    throw new ModelError("InvalidArgument", "a table can't be whole columns or rows");
  checkRoom(sheet, area);
  let whole = area;
  if (!hasHeaders) {
    insertCells(workbook, sheet, { ...area, rowCount: 1 }, "down", source);
    whole = { ...area, rowCount: area.rowCount + 1 };
  } else if (area.rowCount === 1) {
    // A header row alone gets an empty row below; what stands there moves down (office-js issue 1197, by design).
    const below = { ...area, row: area.row + 1 };
    if (!isBlankBody(sheet, below)) insertCells(workbook, sheet, below, "down", source);
    whole = { ...area, rowCount: 2 };
    checkRoom(sheet, whole);
  }
  const texts = Array.from({ length: whole.columnCount }, (_, c) =>
    hasHeaders ? valueText(sheet.value(whole.row, whole.column + c)) : "",
  );
  const columns = uniqueHeaders(texts).map((name, index) => newColumn(index + 1, name));
  const table: Table = {
    id: workbook.newTableId(),
    name: freeTableName(workbook),
    area: whole,
    showHeaders: true,
    showTotals: false,
    columns,
    style: "TableStyleMedium2",
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    showFilterButton: true,
    filter: { area: whole, criteria: [] },
  };
  sheet.tables.push(table);
  const renamed = columns.some(({ name }, index) => sheet.value(whole.row, whole.column + index) !== name);
  writeHeaders(sheet, table);
  workbook.changed({ kind: "tables", sheet, table, action: "added", source });
  if (renamed) workbook.changed({ kind: "cells", sheet, area: { ...whole, rowCount: 1 }, source });
  return table;
}

function newColumn(id: number, name: string): TableColumn {
  return { id, name, calculatedFormula: "", totalsLabel: "", totalsFunction: "none", totalsFormula: "" };
}

function writeHeaders(sheet: Sheet, table: Table): void {
  if (!table.showHeaders) return;
  table.columns.forEach((column, index) => {
    const at = table.area.column + index;
    sheet.setFormula(table.area.row, at, undefined);
    sheet.setValue(table.area.row, at, column.name);
  });
}

/** @throws ModelError InvalidArgument for what is no name, ItemAlreadyExists for one that is taken. */
export function renameTable(
  workbook: Workbook,
  sheet: Sheet,
  table: Table,
  name: string,
  source: ChangeSource,
): void {
  if (name === table.name) return;
  if (!validName(name)) throw new ModelError("InvalidArgument", `“${name}” can't name a table`);
  if (nameTaken(workbook, name, table)) throw new ModelError("ItemAlreadyExists", name);
  renameTableInFormulas(workbook, table.name, name);
  const before = table.name;
  table.name = name;
  table.origin = undefined;
  workbook.changed({ kind: "tables", sheet, table, action: "renamed", before, source });
}

/** Rows between header and totals. */
export function tableBody(table: Table): Area {
  const above = table.showHeaders ? 1 : 0;
  const below = table.showTotals ? 1 : 0;
  return { ...table.area, row: table.area.row + above, rowCount: table.area.rowCount - above - below };
}

/** @throws ModelError where the new area doesn't keep the header row, has no body or meets something else. */
export function resizeTable(
  workbook: Workbook,
  sheet: Sheet,
  table: Table,
  area: Area,
  source: ChangeSource,
): void {
  const smallest = (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0) + 1;
  if (area.row !== table.area.row || !intersect(area, table.area) || area.rowCount < smallest)
    throw new ModelError("InvalidArgument", "the header row must stay where it is");
  if (table.showTotals && area.rowCount !== table.area.rowCount)
    throw new ModelError("InvalidArgument", "the totals row must stay where it is");
  checkRoom(sheet, area, table);
  const kept = new Map(table.columns.map((column, index) => [table.area.column + index, column]));
  const next = Math.max(...table.columns.map(({ id }) => id)) + 1;
  const columns = Array.from({ length: area.columnCount }, (_, index) => {
    const at = area.column + index;
    return kept.get(at) ?? newColumn(next + index, valueText(sheet.value(area.row, at)));
  });
  uniqueHeaders(columns.map(({ name }) => name)).forEach((name, index) => {
    columns[index].name = name;
  });
  table.columns = columns;
  table.area = area;
  if (table.filter) table.filter = { ...table.filter, area };
  table.origin = undefined;
  writeHeaders(sheet, table);
  workbook.changed({ kind: "tables", sheet, table, source });
}

/** Rows put in before body row `index` (null: last), with values or blank; what stands below the table moves down. */
export function addTableRows(
  workbook: Workbook,
  sheet: Sheet,
  table: Table,
  index: number | null,
  rows: readonly (readonly Input[])[] | number,
  source: ChangeSource,
): number {
  const count = typeof rows === "number" ? rows : rows.length;
  const body = tableBody(table);
  const at = index ?? body.rowCount;
  if (at < 0 || at > body.rowCount) throw new ModelError("InvalidArgument", `row ${at} of ${body.rowCount}`);
  const blank = index === null && isBlankBody(sheet, body);
  const first = blank ? body.row : body.row + at;
  const inserted = blank ? count - 1 : count;
  if (inserted > 0) {
    const from = blank ? body.row + 1 : first;
    const last = from === table.area.row + table.area.rowCount;
    insertCells(workbook, sheet, { ...body, row: from, rowCount: inserted }, "down", source);
    // Rows put in right below a table aren't inside it: it grows by them.
    if (last) {
      table.area = { ...table.area, rowCount: table.area.rowCount + inserted };
      if (table.filter) table.filter = { ...table.filter, area: table.area };
      table.origin = undefined;
      fillCalculatedColumns(sheet, table, from, inserted);
    }
  }
  if (typeof rows !== "number") {
    writeCells(workbook, sheet, { row: first, column: body.column }, rows, source);
  }
  return first - tableBody(table).row;
}

/** A new table has one blank row, which the first rows added take. */
function isBlankBody(sheet: Sheet, body: Area): boolean {
  if (body.rowCount !== 1) return false;
  for (let c = body.column; c < body.column + body.columnCount; c++) {
    if (sheet.value(body.row, c) !== null || sheet.formula(body.row, c)) return false;
  }
  return true;
}

/** A table keeps one row, emptied, when its last is deleted. */
export function deleteTableRows(
  workbook: Workbook,
  sheet: Sheet,
  table: Table,
  index: number,
  count: number,
  source: ChangeSource,
): void {
  const body = tableBody(table);
  if (index < 0 || count < 1 || index + count > body.rowCount)
    throw new ModelError("InvalidArgument", `rows ${index}–${index + count - 1} of ${body.rowCount}`);
  const gone = { ...body, row: body.row + index, rowCount: count };
  if (count < body.rowCount) {
    deleteCells(workbook, sheet, gone, "down", source);
    return;
  }
  if (count > 1)
    deleteCells(workbook, sheet, { ...gone, row: gone.row + 1, rowCount: count - 1 }, "down", source);
  clearContents(workbook, sheet, { ...gone, rowCount: 1 }, source);
}

/** A column put in before column `index` (null: last). `values` covers the header and, if longer, body and totals. */
export function addTableColumn(
  workbook: Workbook,
  sheet: Sheet,
  table: Table,
  index: number | null,
  values: readonly (readonly Input[])[] | null,
  name: string | null,
  source: ChangeSource,
): TableColumn {
  const at = index ?? table.columns.length;
  if (at < 0 || at > table.columns.length) throw new ModelError("InvalidArgument", `column ${at}`);
  const last = at === table.columns.length;
  const area = table.area;
  const room = { ...area, column: area.column + at, columnCount: 1 };
  insertCells(workbook, sheet, room, "right", source);
  if (at === 0) table.area = { ...table.area, column: area.column };
  if (last || at === 0) {
    table.area = { ...area, columnCount: area.columnCount + 1 };
    if (table.filter) table.filter = { ...table.filter, area: table.area };
    table.columns.splice(
      at,
      0,
      newColumn(Math.max(...table.columns.map(({ id }) => id)) + 1, freeColumnName(table)),
    );
    table.origin = undefined;
  }
  const column = table.columns[at];
  writeHeaders(sheet, table);
  if (values) writeCells(workbook, sheet, room, values.slice(0, area.rowCount), source);
  if (name !== null) renameColumn(workbook, sheet, table, column, name, source);
  return column;
}

export function deleteTableColumn(
  workbook: Workbook,
  sheet: Sheet,
  table: Table,
  column: TableColumn,
  source: ChangeSource,
): void {
  if (table.columns.length === 1) throw new ModelError("InvalidOperation", "a table's last column");
  renameColumnInFormulas(workbook, table, column.name, null);
  const at = table.area.column + table.columns.indexOf(column);
  deleteCells(workbook, sheet, { ...table.area, column: at, columnCount: 1 }, "right", source);
}

/** @throws ModelError ItemAlreadyExists for a name another column has. */
export function renameColumn(
  workbook: Workbook,
  sheet: Sheet,
  table: Table,
  column: TableColumn,
  name: string,
  source: ChangeSource,
): void {
  if (name === column.name) return;
  if (name === "" || name.length > 255) throw new ModelError("InvalidArgument", "a column needs a name");
  if (table.columns.some((other) => other !== column && other.name.toLowerCase() === name.toLowerCase()))
    throw new ModelError("ItemAlreadyExists", name);
  renameColumnInFormulas(workbook, table, column.name, name);
  column.name = name;
  table.origin = undefined;
  writeHeaders(sheet, table);
  workbook.changed({
    kind: "cells",
    sheet,
    area: {
      row: table.area.row,
      column: table.area.column,
      rowCount: 1,
      columnCount: table.area.columnCount,
    },
    source,
  });
}

export function showTableHeaders(
  workbook: Workbook,
  sheet: Sheet,
  table: Table,
  shown: boolean,
  source: ChangeSource,
): void {
  if (table.showHeaders === shown) return;
  const { row, rowCount } = table.area;
  if (shown) {
    const above = { ...table.area, row: row - 1, rowCount: 1 };
    const free = row > 0 && isBlankBody(sheet, above);
    if (!free) insertCells(workbook, sheet, { ...table.area, rowCount: 1 }, "down", source);
    table.area = { ...table.area, row: free ? row - 1 : row, rowCount: rowCount + 1 };
    table.showHeaders = true;
    writeHeaders(sheet, table);
  } else {
    clearContentsSilently(sheet, { ...table.area, rowCount: 1 });
    table.area = { ...table.area, row: row + 1, rowCount: rowCount - 1 };
    table.showHeaders = false;
  }
  table.filter = table.showHeaders && table.showFilterButton ? { area: table.area, criteria: [] } : null;
  table.origin = undefined;
  workbook.changed({ kind: "tables", sheet, table, source });
}

/** The header row's texts live on as column names while it is hidden. */
function clearContentsSilently(sheet: Sheet, area: Area): void {
  for (let c = area.column; c < area.column + area.columnCount; c++) sheet.setValue(area.row, c, null);
}

export function showTableTotals(
  workbook: Workbook,
  sheet: Sheet,
  table: Table,
  shown: boolean,
  source: ChangeSource,
): void {
  if (table.showTotals === shown) return;
  const below = { ...table.area, row: table.area.row + table.area.rowCount, rowCount: 1 };
  if (shown) {
    if (!isBlankBody(sheet, below)) insertCells(workbook, sheet, below, "down", source);
    table.area = { ...table.area, rowCount: table.area.rowCount + 1 };
    table.showTotals = true;
    fillTotals(sheet, table);
  } else {
    const totals = { ...below, row: below.row - 1 };
    table.showTotals = false;
    table.area = { ...table.area, rowCount: table.area.rowCount - 1 };
    deleteCells(workbook, sheet, totals, "down", source);
  }
  table.origin = undefined;
  workbook.changed({ kind: "tables", sheet, table, source });
  workbook.changed({ kind: "cells", sheet, area: below, source });
}

const subtotals: Record<string, number> = {
  average: 101,
  countNums: 102,
  count: 103,
  max: 104,
  min: 105,
  stdDev: 107,
  sum: 109,
  var: 110,
};

/** Without any totals chosen the first column says "Total" and the last is summed, as in Excel. */
function fillTotals(sheet: Sheet, table: Table): void {
  if (table.columns.every((column) => column.totalsFunction === "none" && !column.totalsLabel)) {
    if (table.columns.length > 1) table.columns[0].totalsLabel = "Total";
    const last = table.columns[table.columns.length - 1];
    last.totalsFunction = isNumeric(sheet, table) ? "sum" : "count";
  }
  const row = table.area.row + table.area.rowCount - 1;
  table.columns.forEach((column, index) => {
    const at = table.area.column + index;
    const number = subtotals[column.totalsFunction];
    const formula =
      column.totalsFunction === "custom"
        ? column.totalsFormula
        : number
          ? `=SUBTOTAL(${number},[${escapeColumn(column.name)}])`
          : "";
    if (formula) sheet.setFormula(row, at, { text: formula, kind: "cell" });
    else if (column.totalsLabel) sheet.setValue(row, at, column.totalsLabel);
  });
}

function isNumeric(sheet: Sheet, table: Table): boolean {
  const body = tableBody(table);
  const column = body.column + body.columnCount - 1;
  for (let r = body.row; r < body.row + body.rowCount; r++) {
    const value: CellValue = sheet.value(r, column);
    if (value !== null && typeof value !== "number") return false;
  }
  return true;
}

/** A column's name inside brackets: [ ] # and ' are marked with an apostrophe. */
export const escapeColumn = (name: string) => name.replace(/[[\]#']/g, "'$&");

/** Deletes the table and its cells' contents; references to it become #REF!. */
export function deleteTable(workbook: Workbook, sheet: Sheet, table: Table, source: ChangeSource): void {
  sheet.tables.splice(sheet.tables.indexOf(table), 1);
  removeTableFromFormulas(workbook, table);
  deleteCells(workbook, sheet, table.area, "down", source);
  workbook.changed({ kind: "tables", sheet, table, action: "deleted", source });
}

/** Leaves the cells and formats; structured references to it become ordinary ones. */
export function tableToRange(workbook: Workbook, sheet: Sheet, table: Table, source: ChangeSource): void {
  removeTableFromFormulas(workbook, table, (formula, place) =>
    replaceStructuredRefs(formula, (ref) => {
      const owned =
        ref.table === ""
          ? place.sheet === sheet &&
            intersect(table.area, { row: place.row, column: place.column, rowCount: 1, columnCount: 1 })
          : ref.table.toLowerCase() === table.name.toLowerCase();
      if (!owned) return undefined;
      const area = structuredArea(table, ref.sections, ref.columns, place.row);
      if (!area) return "#REF!";
      const prefix = place.sheet === sheet ? "" : sheetPrefix(sheet.name);
      return prefix + absoluteAddress(area);
    }),
  );
  sheet.tables.splice(sheet.tables.indexOf(table), 1);
  workbook.changed({ kind: "tables", sheet, table, action: "deleted", source });
}

/** The cells a structured reference means; `row` is the formula's, for "this row". Null when there are none. */
export function structuredArea(
  table: Table,
  sections: string[],
  columns: string[],
  row: number,
): Area | null {
  const positions = columns.map((name) =>
    table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase()),
  );
  if (positions.includes(-1)) return null;
  const first = positions.length > 0 ? Math.min(...positions) : 0;
  const last = positions.length > 0 ? Math.max(...positions) : table.columns.length - 1;
  const body = tableBody(table);
  const headerRow = table.showHeaders ? table.area.row : null;
  const totalsRow = table.showTotals ? table.area.row + table.area.rowCount - 1 : null;
  const spans: [number, number][] = [];
  const single = (at: number | null): [number, number][] => (at === null ? [] : [[at, at]]);
  const wanted = sections.length > 0 ? sections.map((section) => section.toLowerCase()) : ["data"];
  for (const section of wanted) {
    if (section.includes("all")) spans.push([table.area.row, table.area.row + table.area.rowCount - 1]);
    else if (section.includes("headers")) spans.push(...single(headerRow));
    else if (section.includes("totals")) spans.push(...single(totalsRow));
    else if (section.includes("this") || section === "@") spans.push([row, row]);
    else spans.push([body.row, body.row + body.rowCount - 1]);
  }
  if (spans.length === 0) return null;
  const top = Math.min(...spans.map(([from]) => from));
  const bottom = Math.max(...spans.map(([, to]) => to));
  return {
    row: top,
    rowCount: bottom - top + 1,
    column: table.area.column + first,
    columnCount: last - first + 1,
  };
}
