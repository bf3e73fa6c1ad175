import { type Area, contains, intersect } from "../../workbook/address";
import { tableAt } from "../model/formulas";
import { formulaRefs, refArea, sheetSpan, structuredRefs } from "../model/references";
import type { Sheet } from "../model/sheet";
import { structuredArea } from "../model/tables";
import type { Workbook } from "../model/workbook";
import { namePlace } from "./addresses";

export interface Place {
  sheet: Sheet;
  area: Area;
}

/** The places one cell's formula points at: references, tables and names. */
function pointsAt(workbook: Workbook, sheet: Sheet, row: number, column: number): Place[] {
  const text = sheet.formula(row, column)?.text;
  if (text === undefined) return [];
  const places: Place[] = [];
  for (const ref of formulaRefs(text)) {
    if (ref.external) continue;
    if (ref.sheet === "") places.push({ sheet, area: refArea(ref) });
    else {
      const { first, last } = sheetSpan(ref.sheet);
      const [from, to] = [workbook.sheet(first), workbook.sheet(last)];
      if (!from || !to) continue;
      const sheets = workbook.sheets.slice(workbook.sheets.indexOf(from), workbook.sheets.indexOf(to) + 1);
      for (const one of sheets) places.push({ sheet: one, area: refArea(ref) });
    }
  }
  for (const ref of structuredRefs(text)) {
    const wanted = ref.table.toLowerCase();
    const owner = workbook.sheets.find(({ tables }) =>
      tables.some(({ name }) => name.toLowerCase() === wanted),
    );
    const table =
      ref.table === ""
        ? tableAt(sheet, row, column)
        : owner?.tables.find(({ name }) => name.toLowerCase() === wanted);
    const area = table && structuredArea(table, ref.sections, ref.columns, row);
    if (area) places.push({ sheet: owner ?? sheet, area });
    if (table) continue;
    const name =
      workbook.names.find((one) => one.sheet === sheet.id && one.name.toLowerCase() === wanted) ??
      workbook.names.find((one) => one.sheet === null && one.name.toLowerCase() === wanted);
    const place = name && namePlace(workbook, name);
    if (place) places.push(place);
  }
  return places;
}

function formulaCells({ sheet, area }: Place): { row: number; column: number }[] {
  const found: { row: number; column: number }[] = [];
  const last = Math.min(sheet.rows.length, area.row + area.rowCount);
  for (let row = area.row; row < last; row++) {
    sheet.rows[row]?.formulas?.forEach((formula, column) => {
      if (formula && contains(area, row, column)) found.push({ row, column });
    });
  }
  return found;
}

const key = ({ sheet, area }: Place) =>
  `${sheet.id} ${area.row} ${area.column} ${area.rowCount} ${area.columnCount}`;

/** What a range's formulas read; with `all` also what that is made of, to the end. Each place once. */
export function precedents(workbook: Workbook, of: Place, all: boolean): Place[] {
  const found = new Map<string, Place>();
  const queue = [of];
  for (let place = queue.shift(); place; place = queue.shift()) {
    for (const { row, column } of formulaCells(place)) {
      for (const read of pointsAt(workbook, place.sheet, row, column)) {
        if (found.has(key(read))) continue;
        found.set(key(read), read);
        if (all) queue.push(read);
      }
    }
  }
  return [...found.values()];
}

/** The cells whose formulas read a range; with `all` also those that read these, to the end. */
export function dependents(workbook: Workbook, of: Place, all: boolean): Place[] {
  const everything = workbook.sheets.flatMap((sheet) =>
    formulaCells({ sheet, area: { row: 0, column: 0, rowCount: Infinity, columnCount: Infinity } }).map(
      ({ row, column }) => ({
        cell: { sheet, area: { row, column, rowCount: 1, columnCount: 1 } },
        reads: pointsAt(workbook, sheet, row, column),
      }),
    ),
  );
  const found = new Map<string, Place>();
  const queue = [of];
  for (let place = queue.shift(); place; place = queue.shift()) {
    const { sheet, area } = place;
    for (const { cell, reads } of everything) {
      if (found.has(key(cell)) || !reads.some((read) => read.sheet === sheet && intersect(read.area, area)))
        continue;
      found.set(key(cell), cell);
      if (all) queue.push(cell);
    }
  }
  return [...found.values()];
}
