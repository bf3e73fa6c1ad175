import { type Area, contains, maxColumns, maxRows } from "../../workbook/address";
import type { Sheet } from "../model/sheet";
import { oneOf } from "./definition";
import { invalidArgument } from "./errors";

const directions = ["Left", "Right", "Up", "Down"] as const;
type Direction = (typeof directions)[number];

const filled = (sheet: Sheet, row: number, column: number) =>
  sheet.value(row, column) !== null || sheet.formula(row, column) !== undefined;

/** Where Ctrl+arrow leads from the active cell: the edge of the filled or blank stretch it stands in. */
export function edgeOf(sheet: Sheet, area: Area, rawDirection: unknown, active: Area | null | unknown): Area {
  const direction = oneOf(directions)(rawDirection);
  const from = (active as Area | null) ?? area;
  if (!contains(area, from.row, from.column)) throw invalidArgument("the active cell is outside the range");
  const [row, column] = travel(sheet, from.row, from.column, direction);
  return { row, column, rowCount: 1, columnCount: 1 };
}

function travel(sheet: Sheet, row: number, column: number, direction: Direction): [number, number] {
  const [dr, dc] = { Left: [0, -1], Right: [0, 1], Up: [-1, 0], Down: [1, 0] }[direction];
  const used = sheet.usedArea() ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  const inside = (r: number, c: number) => r >= 0 && c >= 0 && r < maxRows && c < maxColumns;
  const beyond = (r: number, c: number) =>
    (dr > 0 && r >= used.row + used.rowCount) || (dc > 0 && c >= used.column + used.columnCount);
  let [r, c] = [row, column];
  if (!inside(r + dr, c + dc)) return [r, c];
  const walkFilled = filled(sheet, r, c) && filled(sheet, r + dr, c + dc);
  do {
    r += dr;
    c += dc;
    if (!walkFilled && filled(sheet, r, c)) return [r, c];
    // Nothing is filled beyond the used range: the sheet's edge is next.
    if (!walkFilled && beyond(r, c)) return [dr > 0 ? maxRows - 1 : r, dc > 0 ? maxColumns - 1 : c];
  } while (inside(r + dr, c + dc) && (!walkFilled || filled(sheet, r + dr, c + dc)));
  return [r, c];
}

/** The range from the area to the edge (Ctrl+Shift+arrow). */
export function extended(
  sheet: Sheet,
  area: Area,
  rawDirection: unknown,
  active: Area | null | unknown,
): Area {
  const edge = edgeOf(sheet, area, rawDirection, active);
  const row = Math.min(area.row, edge.row);
  const column = Math.min(area.column, edge.column);
  return {
    row,
    column,
    rowCount: Math.max(area.row + area.rowCount, edge.row + 1) - row,
    columnCount: Math.max(area.column + area.columnCount, edge.column + 1) - column,
  };
}

/** The region bounded by blank rows and columns around an area (Ctrl+*). */
export function surroundingRegion(sheet: Sheet, area: Area): Area {
  let { row: top, column: left } = area;
  let bottom = top + area.rowCount - 1;
  let right = left + area.columnCount - 1;
  const rowFilled = (row: number, from: number, to: number) => {
    for (let c = Math.max(0, from); c <= to; c++) if (filled(sheet, row, c)) return true;
    return false;
  };
  const columnFilled = (column: number, from: number, to: number) => {
    for (let r = Math.max(0, from); r <= to; r++) if (filled(sheet, r, column)) return true;
    return false;
  };
  for (let size = -1; size !== bottom - top + right - left;) {
    size = bottom - top + right - left;
    if (top > 0 && rowFilled(top - 1, left - 1, right + 1)) top--;
    if (bottom < maxRows - 1 && rowFilled(bottom + 1, left - 1, right + 1)) bottom++;
    if (left > 0 && columnFilled(left - 1, top - 1, bottom + 1)) left--;
    if (right < maxColumns - 1 && columnFilled(right + 1, top - 1, bottom + 1)) right++;
  }
  return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}
