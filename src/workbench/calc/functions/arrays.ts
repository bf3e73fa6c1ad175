import type { CellError, CellMatrix, CellValue } from "../../../workbook/cell";
import { isCellError } from "../../../workbook/cell";
import { maxCells } from "../lack";
import type { Argument, Value } from "../values";
import { compareValues, fault, isMatrix, Reference, toLogical, toNumber } from "../values";
import type { FunctionDefinition, FunctionTable, Machine } from "./definition";
import { define } from "./definition";
import { flat, matrixOf, singleOf, transposed, whole } from "./items";

function filter([array, include, otherwise]: Argument[], machine: Machine): Value {
  const matrix = matrixOf(array, machine);
  const chosen = matrixOf(include, machine);
  const byRow = chosen[0].length === 1 && chosen.length === matrix.length;
  if (!byRow && !(chosen.length === 1 && chosen[0].length === matrix[0].length)) return fault("#VALUE!");
  const keep: boolean[] = [];
  for (const item of flat(chosen)) {
    const truth = toLogical(item);
    if (isCellError(truth)) return truth;
    keep.push(truth);
  }
  const result = byRow
    ? matrix.filter((_, row) => keep[row])
    : matrix.map((row) => row.filter((_, column) => keep[column]));
  if (result.length > 0 && result[0].length > 0) return result;
  return otherwise === undefined ? fault("#CALC!") : (otherwise ?? null);
}

/** Sorted as Excel does: numbers, texts, logical values, errors; blanks last in both orders. Equal rows keep their order. */
function orderOf(keys: { items: readonly CellValue[]; order: number }[], count: number): number[] {
  const place = (value: CellValue) => (value === null ? 2 : isCellError(value) ? 1 : 0);
  return Array.from({ length: count }, (_, i) => i).sort((a, b) => {
    for (const { items, order } of keys) {
      const [x, y] = [items[a], items[b]];
      if (x === null || y === null) {
        if (x !== y) return place(x) - place(y);
        continue;
      }
      if (isCellError(x) || isCellError(y)) {
        if (place(x) !== place(y)) return (place(x) - place(y)) * order;
        continue;
      }
      const difference = compareValues(x, y);
      if (difference !== 0) return difference * order;
    }
    return a - b;
  });
}

function sort(
  [array, index, order, byColumn = false]: [Argument, Argument, Argument, boolean?],
  machine: Machine,
): Value {
  const given = matrixOf(array, machine);
  const matrix = byColumn ? transposed(given) : given;
  const columns = index === undefined ? [1] : flat(matrixOf(index, machine));
  const orders = order === undefined ? [1] : flat(matrixOf(order, machine));
  const keys: { items: CellValue[]; order: number }[] = [];
  for (let i = 0; i < columns.length; i++) {
    const column = toNumber(columns[i]);
    const direction = toNumber(orders[i] ?? orders[0]);
    if (isCellError(column)) return column;
    if (isCellError(direction)) return direction;
    const at = whole(column);
    if (at < 1 || at > matrix[0].length || Math.abs(direction) !== 1) return fault("#VALUE!");
    keys.push({ items: matrix.map((row) => row[at - 1]), order: direction });
  }
  const result = orderOf(keys, matrix.length).map((row) => matrix[row]);
  return byColumn ? transposed(result) : result;
}

function sortBy([array, ...rest]: Argument[], machine: Machine): Value {
  const matrix = matrixOf(array, machine);
  const keys: { items: CellValue[]; order: number }[] = [];
  let across = false;
  for (let i = 0; i < rest.length; i += 2) {
    const by = matrixOf(rest[i], machine);
    if (by.length > 1 && by[0].length > 1) return fault("#VALUE!");
    const direction = rest[i + 1] === undefined ? 1 : toNumber(singleOf(rest[i + 1], machine));
    if (isCellError(direction)) return direction;
    if (Math.abs(direction) !== 1) return fault("#VALUE!");
    across = by.length === 1 && by[0].length > 1;
    const items = flat(by);
    if (items.length !== (across ? matrix[0].length : matrix.length)) return fault("#VALUE!");
    keys.push({ items, order: direction });
  }
  const lines = across ? transposed(matrix) : matrix;
  const result = orderOf(keys, lines.length).map((row) => lines[row]);
  return across ? transposed(result) : result;
}

/** Texts are alike without regard to case. */
function likeness(row: readonly CellValue[]): string {
  return row
    .map((value) =>
      value === null
        ? "b"
        : typeof value === "number"
          ? `n${value}`
          : typeof value === "string"
            ? `t${value.toLowerCase()}`
            : typeof value === "boolean"
              ? `l${value}`
              : `e${value.fel}`,
    )
    .join("\u0000");
}

function unique(
  [array, byColumn = false, once = false]: [Argument, boolean?, boolean?],
  machine: Machine,
): Value {
  const given = matrixOf(array, machine);
  const matrix = byColumn ? transposed(given) : given;
  const counts = new Map<string, number>();
  const keys = matrix.map(likeness);
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const seen = new Set<string>();
  const result = matrix.filter((_, row) => {
    const key = keys[row];
    if (once) return counts.get(key) === 1;
    return !seen.has(key) && seen.add(key);
  });
  if (result.length === 0) return fault("#CALC!");
  return byColumn ? transposed(result) : result;
}

function sequence([rows, columns = 1, start = 1, step = 1]: [number?, number?, number?, number?]): Value {
  const [rowCount, columnCount] = [whole(rows ?? 1), whole(columns)];
  if (rowCount < 0 || columnCount < 0) return fault("#VALUE!");
  if (rowCount === 0 || columnCount === 0) return fault("#CALC!");
  if (rowCount * columnCount > maxCells) return fault("#NUM!");
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (_, column) => start + (row * columnCount + column) * step),
  );
}

function stack(upright: boolean): FunctionDefinition {
  return define(1, 254, "x", (args: Argument[], machine) => {
    const parts = args.map((argument) =>
      upright ? matrixOf(argument, machine) : transposed(matrixOf(argument, machine)),
    );
    const width = Math.max(...parts.map((part) => part[0].length));
    const result = parts.flatMap((part) =>
      part.map((row) => Array.from({ length: width }, (_, i) => (i < row.length ? row[i] : fault("#N/A")))),
    );
    return upright ? result : transposed(result);
  });
}

/** TAKE and DROP along one side; negative counts from the end. */
function taken(matrix: CellMatrix, count: number | undefined): CellMatrix {
  if (count === undefined) return matrix;
  const n = whole(count);
  return n >= 0 ? matrix.slice(0, n) : matrix.slice(Math.max(0, matrix.length + n));
}

function dropped(matrix: CellMatrix, count: number | undefined): CellMatrix {
  if (count === undefined) return matrix;
  const n = whole(count);
  return n >= 0 ? matrix.slice(n) : matrix.slice(0, Math.max(0, matrix.length + n));
}

function part(cut: (matrix: CellMatrix, count: number | undefined) => CellMatrix): FunctionDefinition {
  return define(2, 3, "xNN", ([array, rows, columns]: [Argument, number?, number?], machine) => {
    const upright = cut(matrixOf(array, machine), rows);
    const result = upright.length === 0 ? [] : transposed(cut(transposed(upright), columns));
    return result.length === 0 || result[0].length === 0 ? fault("#CALC!") : result;
  });
}

function choose(upright: boolean): FunctionDefinition {
  return define(2, 254, "xx", ([array, ...positions]: Argument[], machine) => {
    const given = matrixOf(array, machine);
    const lines = upright ? given : transposed(given);
    const result: CellMatrix = [];
    for (const item of positions.flatMap((position) => flat(matrixOf(position, machine)))) {
      const at = toNumber(item);
      if (isCellError(at)) return at;
      const n = whole(at);
      if (n === 0 || Math.abs(n) > lines.length) return fault("#VALUE!");
      result.push(lines[n > 0 ? n - 1 : lines.length + n]);
    }
    return upright ? result : transposed(result);
  });
}

function inOneLine(
  [array, ignore = 0, byColumn = false]: [Argument, number?, boolean?],
  machine: Machine,
): CellValue[] | CellError {
  const given = matrixOf(array, machine);
  const kind = whole(ignore);
  if (kind < 0 || kind > 3) return fault("#VALUE!");
  const items = flat(byColumn ? transposed(given) : given).filter(
    (item) => !((kind & 1 && item === null) || (kind & 2 && isCellError(item))),
  );
  return items.length === 0 ? fault("#CALC!") : items;
}

function wrap(upright: boolean): FunctionDefinition {
  return define(2, 3, "xna", ([vector, count, pad]: [Argument, number, Argument], machine) => {
    const given = matrixOf(vector, machine);
    if (given.length > 1 && given[0].length > 1) return fault("#VALUE!");
    const size = whole(count);
    if (size < 1) return fault("#NUM!");
    const filler = pad === undefined ? fault("#N/A") : singleOf(pad, machine);
    const items = flat(given);
    const lines = Array.from({ length: Math.ceil(items.length / size) }, (_, line) =>
      Array.from({ length: size }, (_, i) =>
        line * size + i < items.length ? items[line * size + i] : filler,
      ),
    );
    return upright ? lines : transposed(lines);
  });
}

function expand(
  [array, rows, columns, pad]: [Argument, number?, number?, Argument?],
  machine: Machine,
): Value {
  const matrix = matrixOf(array, machine);
  const rowCount = rows === undefined ? matrix.length : whole(rows);
  const columnCount = columns === undefined ? matrix[0].length : whole(columns);
  if (rowCount < matrix.length || columnCount < matrix[0].length) return fault("#VALUE!");
  if (rowCount * columnCount > maxCells) return fault("#NUM!");
  const filler = pad === undefined ? fault("#N/A") : singleOf(pad, machine);
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (_, column) =>
      row < matrix.length && column < matrix[0].length ? matrix[row][column] : filler,
    ),
  );
}

function transpose([array]: Argument[], machine: Machine): Value {
  return array instanceof Reference || isMatrix(array)
    ? transposed(matrixOf(array, machine))
    : singleOf(array, machine);
}

function randomArray([rows = 1, columns = 1, least = 0, most = 1, integers = false]: [
  number?,
  number?,
  number?,
  number?,
  boolean?,
]): Value {
  const [rowCount, columnCount] = [whole(rows), whole(columns)];
  if (rowCount < 1 || columnCount < 1 || least > most) return fault("#VALUE!");
  if (rowCount * columnCount > maxCells) return fault("#NUM!");
  const draw = () =>
    integers
      ? Math.floor(Math.random() * (Math.floor(most) - Math.ceil(least) + 1)) + Math.ceil(least)
      : least + Math.random() * (most - least);
  return Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, draw));
}

export const arrayFunctions: FunctionTable = {
  FILTER: define(2, 3, "xxa", filter),
  SORT: define(1, 4, "xxxL", sort),
  SORTBY: define(2, 254, "x", sortBy),
  UNIQUE: define(1, 3, "xLL", unique),
  SEQUENCE: define(1, 4, "NNNN", sequence),
  RANDARRAY: define(0, 5, "NNNNL", randomArray),
  VSTACK: stack(true),
  HSTACK: stack(false),
  TAKE: part(taken),
  DROP: part(dropped),
  CHOOSEROWS: choose(true),
  CHOOSECOLS: choose(false),
  TOCOL: define(1, 3, "xNL", (args: [Argument, number?, boolean?], machine) => {
    const items = inOneLine(args, machine);
    return Array.isArray(items) ? items.map((item) => [item]) : items;
  }),
  TOROW: define(1, 3, "xNL", (args: [Argument, number?, boolean?], machine) => {
    const items = inOneLine(args, machine);
    return Array.isArray(items) ? [items] : items;
  }),
  WRAPROWS: wrap(true),
  WRAPCOLS: wrap(false),
  EXPAND: define(2, 4, "xNNa", expand),
  TRANSPOSE: define(1, 1, "x", transpose),
};
