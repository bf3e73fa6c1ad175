import type { Area } from "../../workbook/address";
import { maxColumns, maxRows } from "../../workbook/address";
import type { CellError } from "../../workbook/cell";
import type { DefinedName, Table } from "../model/parts";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import type { Bound, Expression } from "./expression";
import type { SheetArea } from "./values";
import { fault, Reference } from "./values";

/** Where a formula stands. */
export interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** Looks up sheets, tables and names, and turns references into places. Forget everything with `forget` when they change. */
export class Symbols {
  private sheets: Map<string, Sheet> | null = null;
  private tables: Map<string, { table: Table; sheet: Sheet }> | null = null;
  private names: Map<string, DefinedName> | null = null;

  constructor(private readonly workbook: Workbook) {}

  forget(): void {
    this.sheets = null;
    this.tables = null;
    this.names = null;
  }

  sheet(name: string): Sheet | undefined {
    this.sheets ??= new Map(this.workbook.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
    return this.sheets.get(name.toLowerCase());
  }

  table(name: string): { table: Table; sheet: Sheet } | undefined {
    if (!this.tables) {
      this.tables = new Map();
      for (const sheet of this.workbook.sheets) {
        for (const table of sheet.tables) this.tables.set(table.name.toLowerCase(), { table, sheet });
      }
    }
    return this.tables.get(name.toLowerCase());
  }

  /** The name as `sheet` sees it: its own before the workbook's. */
  name(name: string, sheet: Sheet | undefined): DefinedName | undefined {
    this.names ??= new Map(
      this.workbook.names.map((defined) => [
        `${defined.sheet ?? ""}\n${defined.name.toLowerCase()}`,
        defined,
      ]),
    );
    const key = name.toLowerCase();
    return (sheet && this.names.get(`${sheet.id}\n${key}`)) ?? this.names.get(`\n${key}`);
  }

  /** An A1 reference; several areas when it is 3-D. */
  area(node: Extract<Expression, { type: "area" }>, place: Place): Reference | CellError {
    const { corners } = node;
    const [top, bottom] = span(corners.top, corners.bottom, place.row, maxRows);
    const [left, right] = span(corners.left, corners.right, place.column, maxColumns);
    let area: Area | null = {
      row: top,
      column: left,
      rowCount: bottom - top + 1,
      columnCount: right - left + 1,
    };
    if (!node.sheets) {
      if (node.trim) area = trimmed(place.sheet, area, node.trim);
      return area ? new Reference([{ sheet: place.sheet, area }]) : fault("#REF!");
    }
    const first = this.sheet(node.sheets.first);
    const last = this.sheet(node.sheets.last);
    if (!first || !last) return fault("#REF!");
    const { sheets } = this.workbook;
    const [from, to] = [sheets.indexOf(first), sheets.indexOf(last)].sort((a, b) => a - b);
    const areas: SheetArea[] = [];
    for (const sheet of sheets.slice(from, to + 1)) {
      const part = node.trim ? trimmed(sheet, area, node.trim) : area;
      if (part) areas.push({ sheet, area: part });
    }
    return areas.length > 0 ? new Reference(areas) : fault("#REF!");
  }

  /** A structured reference: Table[col], [@col], Table[[#Headers],[a]:[b]] … */
  structured(node: Extract<Expression, { type: "structured" }>, place: Place): Reference | CellError {
    const found = node.table === "" ? this.tableAt(place) : this.table(node.table);
    if (!found) return fault(node.table === "" ? "#VALUE!" : "#REF!");
    const { table, sheet } = found;
    const columns = columnSpan(table, node.columns);
    const rows = rowSpan(table, node.sections, place.row);
    if (!columns) return fault("#REF!");
    if (typeof rows === "string") return fault(rows);
    return new Reference([
      {
        sheet,
        area: {
          row: rows.first,
          column: table.area.column + columns.first,
          rowCount: rows.last - rows.first + 1,
          columnCount: columns.last - columns.first + 1,
        },
      },
    ]);
  }

  private tableAt(place: Place): { table: Table; sheet: Sheet } | undefined {
    const { sheet, row, column } = place;
    const table = sheet.tables.find(
      ({ area }) =>
        row >= area.row &&
        row < area.row + area.rowCount &&
        column >= area.column &&
        column < area.column + area.columnCount,
    );
    return table && { table, sheet };
  }
}

function span(first: Bound | null, last: Bound | null, own: number, count: number): [number, number] {
  const from = first ? place(first, own, count) : 0;
  const to = last ? place(last, own, count) : count - 1;
  return from <= to ? [from, to] : [to, from];
}

/** Relative positions wrap around the sheet's edge, as they do in names. */
function place(bound: Bound, own: number, count: number): number {
  return bound.fixed ? bound.at : (((bound.at + own) % count) + count) % count;
}

/** A:.B and the like: without the blank rows and columns at the head or tail. */
function trimmed(sheet: Sheet, area: Area, trim: "head" | "tail" | "both"): Area | null {
  let [top, bottom, left, right] = [Infinity, -1, Infinity, -1];
  for (let row = area.row; row < Math.min(area.row + area.rowCount, sheet.rows.length); row++) {
    const values = sheet.rows[row]?.values;
    if (!values) continue;
    const end = Math.min(area.column + area.columnCount, values.length);
    for (let column = area.column; column < end; column++) {
      if ((values[column] ?? null) === null) continue;
      top = Math.min(top, row);
      bottom = row;
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  if (bottom < 0) return null;
  if (trim === "tail") [top, left] = [area.row, area.column];
  if (trim === "head") {
    [bottom, right] = [area.row + area.rowCount - 1, area.column + area.columnCount - 1];
  }
  return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

const plain = (name: string) => name.replace(/\r\n?/g, "\n").toLowerCase();

function columnSpan(table: Table, names: readonly string[]): { first: number; last: number } | null {
  if (names.length === 0) return { first: 0, last: table.area.columnCount - 1 };
  const positions = names.map((name) =>
    table.columns.findIndex((column) => plain(column.name) === plain(name)),
  );
  if (positions.includes(-1)) return null;
  return { first: Math.min(...positions), last: Math.max(...positions) };
}

function rowSpan(
  table: Table,
  sections: readonly string[],
  own: number,
): { first: number; last: number } | "#REF!" | "#VALUE!" {
  const { row, rowCount } = table.area;
  const head = table.showHeaders ? row : -1;
  const foot = table.showTotals ? row + rowCount - 1 : -1;
  const first = row + (table.showHeaders ? 1 : 0);
  const last = row + rowCount - 1 - (table.showTotals ? 1 : 0);
  const wanted = new Set(sections);
  if (wanted.has("this row")) return own >= first && own <= last ? { first: own, last: own } : "#VALUE!";
  if (wanted.has("all")) return { first: row, last: row + rowCount - 1 };
  const rows: number[] = [];
  if (wanted.has("headers") && head >= 0) rows.push(head);
  if (wanted.size === 0 || wanted.has("data")) rows.push(first, last);
  if (wanted.has("totals") && foot >= 0) rows.push(foot);
  return rows.length > 0 ? { first: Math.min(...rows), last: Math.max(...rows) } : "#REF!";
}
