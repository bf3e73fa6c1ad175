import { cellAddress, quoteSheet } from "../../../workbook/address";
import type { CellError, CellMatrix, CellValue } from "../../../workbook/cell";
import { isCellError } from "../../../workbook/cell";
import { indexKey } from "../columns";
import { broadcast } from "../operators";
import type { Argument, SheetArea, Value } from "../values";
import { compareValues, fault, isMatrix, Reference, toNumber } from "../values";
import { plainText, wildcard } from "./conditions";
import type { FunctionTable, Machine } from "./definition";
import { define } from "./definition";
import { flat, matrixOf, singleOf, whole } from "./items";

/** The items of one row or column, with the place they have on a sheet when they are cells. */
interface Line {
  readonly items: readonly CellValue[];
  readonly column: SheetArea | null;
}

function line(argument: Argument, machine: Machine): Line | CellError {
  if (isCellError(argument as CellValue)) return argument as CellError;
  const matrix = matrixOf(argument, machine);
  if (matrix.length > 1 && matrix[0].length > 1) return fault("#VALUE!");
  const part = argument instanceof Reference ? argument.areas[0] : null;
  return { items: flat(matrix), column: part && part.area.columnCount === 1 ? part : null };
}

function firstEqual({ items, column }: Line, wanted: CellValue, wild: boolean, machine: Machine): number {
  const pattern = wild && typeof wanted === "string" ? wildcard(wanted) : null;
  if (pattern) return items.findIndex((item) => typeof item === "string" && pattern.test(item));
  const value = wild && typeof wanted === "string" ? plainText(wanted) : wanted;
  if (value === null) return items.findIndex((item) => item !== null && compareValues(item, 0) === 0);
  if (column && items.length > 40 && !isCellError(value)) {
    const key = indexKey(value);
    const rows = key === null ? [] : machine.columns.index(column.sheet, column.area).rows(key);
    return rows.find((row) => sameKind(items[row], value) && compareValues(items[row], value) === 0) ?? -1;
  }
  return items.findIndex((item) => sameKind(item, value) && compareValues(item, value) === 0);
}

const sameKind = (item: CellValue, value: CellValue) =>
  typeof item === typeof value && item !== null && !isCellError(item);

/**
 * The last item not after `wanted` in ascending items (or descending ones, `order` −1), among items of its own kind,
 * found by halving as Excel does; −1 when all are after it.
 */
function halving(items: readonly CellValue[], wanted: CellValue, order: 1 | -1): number {
  let [low, high, found] = [0, items.length - 1, -1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    let at = middle;
    while (at <= high && !sameKind(items[at], wanted)) at++;
    if (at > high) {
      high = middle - 1;
      continue;
    }
    if (compareValues(items[at], wanted) * order <= 0) {
      found = at;
      low = at + 1;
    } else high = middle - 1;
  }
  return found;
}

function match([wanted, range, type]: [CellValue, Argument, number?], machine: Machine): Value {
  if (isCellError(wanted)) return wanted;
  const where = line(range, machine);
  if (isCellError(where)) return isCellError(range as CellValue) ? where : fault("#N/A");
  const kind = type === undefined ? 1 : Math.sign(type);
  const value = wanted ?? 0;
  const at =
    kind === 0 ? firstEqual(where, value, true, machine) : halving(where.items, value, kind === 1 ? 1 : -1);
  return at < 0 ? fault("#N/A") : at + 1;
}

/** XMATCH and XLOOKUP: matchMode 0 exact, −1 next smaller, 1 next larger, 2 wildcards; searchMode 1, −1, 2, −2. */
function position(
  where: Line,
  wanted: CellValue,
  matchMode: number,
  searchMode: number,
  machine: Machine,
): number | CellError {
  if (![0, -1, 1, 2].includes(matchMode) || ![1, -1, 2, -2].includes(searchMode)) return fault("#VALUE!");
  if (Math.abs(searchMode) === 2 && matchMode !== 2)
    return sortedPosition(where.items, wanted, matchMode, searchMode);
  const { items } = where;
  if (searchMode === 1 && wanted !== null && (matchMode === 0 || matchMode === 2)) {
    return firstEqual(where, wanted, matchMode === 2, machine);
  }
  const pattern = matchMode === 2 && typeof wanted === "string" ? wildcard(wanted) : null;
  const equal = (item: CellValue) =>
    pattern
      ? typeof item === "string" && pattern.test(item)
      : wanted === null
        ? item === null
        : sameKind(item, wanted) && compareValues(item, wanted) === 0;
  const forward = searchMode > 0;
  let best = -1;
  for (let step = 0; step < items.length; step++) {
    const at = forward ? step : items.length - 1 - step;
    const item = items[at];
    if (equal(item)) return at;
    if ((matchMode !== 1 && matchMode !== -1) || !sameKind(item, wanted)) continue;
    if (compareValues(item, wanted) * matchMode < 0) continue;
    if (best < 0 || compareValues(item, items[best]) * matchMode < 0) best = at;
  }
  return best;
}

function sortedPosition(
  items: readonly CellValue[],
  wanted: CellValue,
  matchMode: number,
  searchMode: number,
): number {
  const order = searchMode === 2 ? 1 : -1;
  const at = halving(items, wanted, order);
  const exact = at >= 0 && compareValues(items[at], wanted) === 0;
  if (exact || matchMode === 0) return exact ? at : -1;
  const towardsEnd = matchMode === order;
  if (!towardsEnd) return at;
  return at + 1 < items.length ? at + 1 : -1;
}

function xmatch(
  [wanted, range, matchMode = 0, searchMode = 1]: [CellValue, Argument, number?, number?],
  machine: Machine,
) {
  if (isCellError(wanted)) return wanted;
  const where = line(range, machine);
  if (isCellError(where)) return where;
  const at = position(where, wanted, whole(matchMode), whole(searchMode), machine);
  return isCellError(at) ? at : at < 0 ? fault("#N/A") : at + 1;
}

function xlookup(
  [wanted, range, results, missing, matchMode = 0, searchMode = 1]: [
    Argument,
    Argument,
    Argument,
    Argument,
    number?,
    number?,
  ],
  machine: Machine,
): Value {
  const where = line(range, machine);
  if (isCellError(where)) return where;
  const height =
    results instanceof Reference ? results.areas[0].area.rowCount : matrixOf(results, machine).length;
  const width =
    results instanceof Reference ? results.areas[0].area.columnCount : matrixOf(results, machine)[0].length;
  const rangeShape = range instanceof Reference ? range.areas[0].area : shapeOf(matrixOf(range, machine));
  const upright =
    rangeShape.columnCount === 1 &&
    (rangeShape.rowCount > 1 || width === 1 || (height === 1 && rangeShape.rowCount === height));
  if (upright ? height !== rangeShape.rowCount : width !== rangeShape.columnCount) return fault("#VALUE!");
  const find = (value: CellValue) => position(where, value, whole(matchMode), whole(searchMode), machine);
  const many =
    wanted instanceof Reference
      ? machine.arrays && isMany(wanted)
      : isMatrix(wanted) && flat(wanted).length > 1;
  if (many) {
    const table = matrixOf(results, machine);
    const depth = upright ? width : height;
    const wantedItems = matrixOf(wanted, machine);
    const instead = missing === undefined ? fault("#N/A") : singleOf(missing, machine);
    const lookUp = (value: CellValue, across: number): CellValue => {
      if (isCellError(value)) return value;
      const at = find(value);
      if (isCellError(at)) return at;
      return at < 0 ? instead : upright ? table[at][across] : table[across][at];
    };
    if (depth === 1 || (wantedItems.length > 1 && wantedItems[0].length > 1))
      return wantedItems.map((row) => row.map((value) => lookUp(value, 0)));
    if (wantedItems[0].length === 1) {
      return upright
        ? wantedItems.map(([value]) => Array.from({ length: depth }, (_, across) => lookUp(value, across)))
        : wantedItems.map(([value]) => [lookUp(value, 0)]);
    }
    return upright
      ? [wantedItems[0].map((value) => lookUp(value, 0))]
      : Array.from({ length: depth }, (_, across) => wantedItems[0].map((value) => lookUp(value, across)));
  }
  const value = singleOf(machine.plain(wanted), machine);
  if (isCellError(value)) return value;
  const at = find(value);
  if (isCellError(at)) return at;
  if (at < 0) return missing === undefined ? fault("#N/A") : (missing ?? null);
  return upright ? indexed(results, at + 1, 0, machine) : indexed(results, 0, at + 1, machine);
}

const isMany = ({ areas: [{ area }] }: Reference) => area.rowCount * area.columnCount > 1;

function shapeOf(matrix: CellMatrix): { rowCount: number; columnCount: number } {
  return { rowCount: matrix.length, columnCount: matrix[0].length };
}

/** A row, a column, a cell (both given) or all (0, 0) of an array or reference; a reference gives a reference. */
function indexed(from: Argument, row: number, column: number, machine: Machine, part = 1): Value {
  if (from instanceof Reference) {
    const chosen = from.areas[part - 1];
    if (!chosen) return fault("#REF!");
    const { sheet, area } = chosen;
    if (row > area.rowCount || column > area.columnCount) return fault("#REF!");
    return new Reference([
      {
        sheet,
        area: {
          row: row === 0 ? area.row : area.row + row - 1,
          column: column === 0 ? area.column : area.column + column - 1,
          rowCount: row === 0 ? area.rowCount : 1,
          columnCount: column === 0 ? area.columnCount : 1,
        },
      },
    ]);
  }
  const matrix = matrixOf(from, machine);
  if (row > matrix.length || column > matrix[0].length) return fault("#REF!");
  const rows = row === 0 ? matrix : [matrix[row - 1]];
  const result = column === 0 ? rows : rows.map((cells) => [cells[column - 1]]);
  return result.length === 1 && result[0].length === 1 ? result[0][0] : result;
}

function index([from, row, column, part]: [Argument, Argument, Argument, number?], machine: Machine): Value {
  if (isCellError(from as CellValue)) return from as CellError;
  const shape = from instanceof Reference ? (from.areas[0]?.area ?? null) : shapeOf(matrixOf(from, machine));
  if (!shape) return fault("#REF!");
  const at = (argument: Argument) => (argument === undefined ? 0 : machine.plain(argument));
  let [rows, columns] = [at(row), at(column)];
  if (column === undefined && shape.rowCount === 1 && shape.columnCount > 1 && row !== undefined)
    [rows, columns] = [1, rows];
  if (isMatrix(rows) || isMatrix(columns)) {
    return broadcast([rows, columns], ([r, c]) => {
      const [y, x] = [toNumber(r), toNumber(c)];
      if (isCellError(y)) return y;
      if (isCellError(x)) return x;
      if (y < 0 || x < 0) return fault("#VALUE!");
      return singleOf(indexed(from, whole(y) || 1, whole(x) || 1, machine, part), machine);
    });
  }
  const [y, x] = [toNumber(rows), toNumber(columns)];
  if (isCellError(y)) return y;
  if (isCellError(x)) return x;
  return y < 0 || x < 0
    ? fault("#VALUE!")
    : indexed(from, whole(y), whole(x), machine, part === undefined ? 1 : whole(part));
}

/** VLOOKUP (`upright`) and HLOOKUP. */
function tableLookup(upright: boolean) {
  return (
    [wanted, table, position, nearest = true]: [CellValue, Argument, number, boolean?],
    machine: Machine,
  ): Value => {
    if (isCellError(wanted)) return wanted;
    if (isCellError(table as CellValue)) return table as CellError;
    const at = whole(position);
    if (at < 1) return fault("#VALUE!");
    const shape = table instanceof Reference ? table.areas[0].area : shapeOf(matrixOf(table, machine));
    if (at > (upright ? shape.columnCount : shape.rowCount)) return fault("#REF!");
    const keys = line(upright ? indexed(table, 0, 1, machine) : indexed(table, 1, 0, machine), machine);
    if (isCellError(keys)) return keys;
    const value = wanted ?? 0;
    const found = nearest ? halving(keys.items, value, 1) : firstEqual(keys, value, true, machine);
    if (found < 0) return fault("#N/A");
    return singleOf(
      upright ? indexed(table, found + 1, at, machine) : indexed(table, at, found + 1, machine),
      machine,
    );
  };
}

function lookup([wanted, range, results]: [CellValue, Argument, Argument], machine: Machine): Value {
  if (isCellError(wanted)) return wanted;
  const matrix = matrixOf(range, machine);
  const tall = matrix.length >= matrix[0].length;
  const keys = results !== undefined ? flat(matrix) : tall ? matrix.map((row) => row[0]) : matrix[0];
  const found = halving(keys, wanted ?? 0, 1);
  if (found < 0) return fault("#N/A");
  if (results === undefined)
    return tall ? matrix[found][matrix[0].length - 1] : matrix[matrix.length - 1][found];
  return flat(matrixOf(results, machine))[found] ?? fault("#N/A");
}

function offset([from, down, across, height, width]: [Argument, number, number, number?, number?]): Value {
  if (!(from instanceof Reference))
    return isCellError(from as CellValue) ? (from as CellError) : fault("#VALUE!");
  const [{ sheet, area }] = from.areas;
  const tall = height === undefined ? area.rowCount : whole(height);
  const wide = width === undefined ? area.columnCount : whole(width);
  if (tall === 0 || wide === 0) return fault("#REF!");
  const row = area.row + whole(down) + (tall < 0 ? tall + 1 : 0);
  const column = area.column + whole(across) + (wide < 0 ? wide + 1 : 0);
  const target = { row, column, rowCount: Math.abs(tall), columnCount: Math.abs(wide) };
  const inside =
    row >= 0 && column >= 0 && row + target.rowCount <= 1048576 && column + target.columnCount <= 16384;
  return inside ? new Reference([{ sheet, area: target }]) : fault("#REF!");
}

function address([row, column, kind = 1, a1 = true, sheet]: [
  number,
  number,
  number?,
  boolean?,
  string?,
]): Value {
  const [r, c, k] = [whole(row), whole(column), whole(kind)];
  if (r < 1 || r > 1048576 || c < 1 || c > 16384 || k < 1 || k > 4) return fault("#VALUE!");
  const prefix = sheet === undefined ? "" : `${sheet === "" ? "" : quoteSheet(sheet)}!`;
  const [rowFixed, columnFixed] = [k === 1 || k === 2, k === 1 || k === 3];
  if (!a1) return `${prefix}R${rowFixed ? r : `[${r}]`}C${columnFixed ? c : `[${c}]`}`;
  const letters = cellAddress(0, c - 1).slice(0, -1);
  return `${prefix}${columnFixed ? "$" : ""}${letters}${rowFixed ? "$" : ""}${r}`;
}

/** ROW and COLUMN: numbers of a reference's rows or columns, or of the formula's own cell. */
function positions(upright: boolean) {
  return ([of]: Argument[], machine: Machine): Value => {
    if (of === undefined) return (upright ? machine.place.row : machine.place.column) + 1;
    if (!(of instanceof Reference))
      return isCellError(of as CellValue) ? (of as CellError) : fault("#VALUE!");
    const { row, column, rowCount, columnCount } = of.areas[0].area;
    const count = upright ? rowCount : columnCount;
    const first = (upright ? row : column) + 1;
    if (!machine.arrays || count === 1) return first;
    const numbers = Array.from({ length: count }, (_, i) => first + i);
    return upright ? numbers.map((number) => [number]) : [numbers];
  };
}

function extent(upright: boolean) {
  return ([of]: Argument[], machine: Machine): Value => {
    if (isCellError(of as CellValue)) return of as CellError;
    if (of instanceof Reference) {
      const { rowCount, columnCount } = of.areas[0].area;
      return upright ? rowCount : columnCount;
    }
    const matrix = matrixOf(of, machine);
    return upright ? matrix.length : matrix[0].length;
  };
}

function formulaText([of]: Argument[], machine: Machine): Value {
  if (!(of instanceof Reference)) return fault("#VALUE!");
  return machine.formulaText(of.areas[0]) ?? fault("#N/A");
}

export const lookupFunctions: FunctionTable = {
  MATCH: define(2, 3, "sxn", match),
  XMATCH: define(2, 4, "sxNN", xmatch),
  XLOOKUP: define(3, 6, "axxaNN", xlookup),
  INDEX: define(2, 4, "aaaN", index),
  VLOOKUP: define(3, 4, "sxnl", tableLookup(true)),
  HLOOKUP: define(3, 4, "sxnl", tableLookup(false)),
  LOOKUP: define(2, 3, "sxx", lookup),
  OFFSET: define(3, 5, "annNN", offset),
  INDIRECT: define(1, 2, "tl", ([text, a1 = true]: [string, boolean?], machine) =>
    machine.referenceOf(text, a1),
  ),
  ADDRESS: define(2, 5, "nnNLT", address),
  ROW: define(0, 1, "a", positions(true)),
  COLUMN: define(0, 1, "a", positions(false)),
  ROWS: define(1, 1, "a", extent(true)),
  COLUMNS: define(1, 1, "a", extent(false)),
  AREAS: define(1, 1, "a", ([of]: Argument[]) =>
    of instanceof Reference ? of.areas.length : fault("#VALUE!"),
  ),
  FORMULATEXT: define(1, 1, "a", formulaText),
  HYPERLINK: define(1, 2, "ss", ([link, shown]: CellValue[]) => shown ?? link),
};
