import type { CellError, CellMatrix, CellValue } from "../../../workbook/cell";
import { isCellError } from "../../../workbook/cell";
import type { Expression } from "../expression";
import { maxCells } from "../lack";
import { broadcast } from "../operators";
import type { Argument, Scope, Value } from "../values";
import { compareValues, fault, isMatrix, Lambda, Reference, toLogical, toNumber } from "../values";
import type { FunctionTable, Machine } from "./definition";
import { define, defineLazy } from "./definition";
import { eachItem, flat, matrixOf, singleOf, transposed } from "./items";

type Nodes = readonly (Expression | null)[];

function operand(node: Expression | null, machine: Machine, scope: Scope | null): CellValue | CellMatrix {
  return machine.plain(machine.evaluate(node, scope));
}

/** A branch's value; a reference stays one. An empty branch is 0. */
function branch(node: Expression | null | undefined, machine: Machine, scope: Scope | null): Value {
  return node ? (machine.evaluate(node, scope) ?? null) : 0;
}

function ifFunction(nodes: Nodes, machine: Machine, scope: Scope | null): Value {
  const condition = operand(nodes[0], machine, scope);
  const otherwise = () => (nodes.length > 2 ? branch(nodes[2], machine, scope) : false);
  if (!isMatrix(condition)) {
    const truth = toLogical(condition);
    if (isCellError(truth)) return truth;
    return truth ? branch(nodes[1], machine, scope) : otherwise();
  }
  return broadcast(
    [
      condition,
      itemwise(nodes[1], machine, scope, 0),
      nodes.length > 2 ? itemwise(nodes[2], machine, scope, 0) : false,
    ],
    ([test, yes, no]) => {
      const truth = toLogical(test);
      return isCellError(truth) ? truth : truth ? yes : no;
    },
  );
}

function itemwise(node: Expression | null, machine: Machine, scope: Scope | null, empty: CellValue) {
  return node === null ? empty : operand(node, machine, scope);
}

function ifsFunction(nodes: Nodes, machine: Machine, scope: Scope | null): Value {
  if (nodes.length % 2 !== 0) return fault("#N/A");
  return choose(0);

  function choose(index: number): Value {
    if (index >= nodes.length) return fault("#N/A");
    const condition = operand(nodes[index], machine, scope);
    if (!isMatrix(condition)) {
      const truth = toLogical(condition);
      if (isCellError(truth)) return truth;
      return truth ? branch(nodes[index + 1], machine, scope) : choose(index + 2);
    }
    const rest = choose(index + 2);
    return broadcast(
      [condition, itemwise(nodes[index + 1], machine, scope, 0), matrixOrSingle(rest, machine)],
      ([test, yes, no]) => {
        const truth = toLogical(test);
        return isCellError(truth) ? truth : truth ? yes : no;
      },
    );
  }
}

function matrixOrSingle(value: Argument, machine: Machine): CellValue | CellMatrix {
  if (!(value instanceof Reference) && !isMatrix(value)) return singleOf(value, machine);
  const matrix = matrixOf(value, machine);
  return matrix.length === 1 && matrix[0].length === 1 ? matrix[0][0] : matrix;
}

function switchFunction(nodes: Nodes, machine: Machine, scope: Scope | null): Value {
  const value = operand(nodes[0], machine, scope);
  if (isMatrix(value)) {
    const options = nodes.slice(1).map((node) => itemwise(node, machine, scope, 0));
    return broadcast([value, ...options], ([item, ...rest]) => {
      if (isCellError(item)) return item;
      for (let i = 0; i + 1 < rest.length; i += 2) {
        if (isCellError(rest[i])) return rest[i];
        if (compareValues(item, rest[i]) === 0) return rest[i + 1];
      }
      return rest.length % 2 === 1 ? rest[rest.length - 1] : fault("#N/A");
    });
  }
  if (isCellError(value)) return value;
  for (let i = 1; i + 1 < nodes.length; i += 2) {
    const option = singleOf(operand(nodes[i], machine, scope), machine);
    if (isCellError(option)) return option;
    if (compareValues(value, option) === 0) return branch(nodes[i + 1], machine, scope);
  }
  return nodes.length % 2 === 0 ? branch(nodes[nodes.length - 1], machine, scope) : fault("#N/A");
}

function chooseFunction(nodes: Nodes, machine: Machine, scope: Scope | null): Value {
  const index = operand(nodes[0], machine, scope);
  if (isMatrix(index)) {
    const options = nodes.slice(1).map((node) => itemwise(node, machine, scope, 0));
    const width = flat(index).length;
    const whole = options.map((option) => (isMatrix(option) ? option : [[option]]));
    // CHOOSE({1,2},A1:A3,C1:C3) puts columns side by side: each item of the index picks a whole option.
    if (index.length === 1 && whole.every((option) => option[0].length === 1) && width > 1) {
      const picked = index[0].map((item) => {
        const at = toNumber(item, machine.date1904);
        return isCellError(at) ? [[at]] : (whole[Math.trunc(at) - 1] ?? [[fault("#VALUE!")]]);
      });
      const height = Math.max(...picked.map((option) => option.length));
      return Array.from({ length: height }, (_, row) =>
        picked.map((option) => (option.length === 1 ? option[0][0] : (option[row]?.[0] ?? fault("#N/A")))),
      );
    }
    return broadcast([index, ...options], ([item, ...rest]) => {
      const at = toNumber(item, machine.date1904);
      return isCellError(at) ? at : (rest[Math.trunc(at) - 1] ?? fault("#VALUE!"));
    });
  }
  const at = toNumber(index, machine.date1904);
  if (isCellError(at)) return at;
  const position = Math.trunc(at);
  return position < 1 || position >= nodes.length
    ? fault("#VALUE!")
    : branch(nodes[position], machine, scope);
}

function ifError(only: (error: CellError) => boolean) {
  return (nodes: Nodes, machine: Machine, scope: Scope | null): Value => {
    const evaluated = machine.evaluate(nodes[0], scope);
    const value = machine.plain(evaluated);
    const replaces = (item: CellValue) => isCellError(item) && only(item);
    if (!isMatrix(value)) {
      if (!replaces(value)) return evaluated instanceof Reference ? evaluated : value;
      return nodes[1] ? branch(nodes[1], machine, scope) : 0;
    }
    if (!flat(value).some(replaces)) return value;
    return broadcast([value, itemwise(nodes[1], machine, scope, 0)], ([item, instead]) =>
      replaces(item) ? instead : item,
    );
  };
}

/** AND, OR, XOR: texts among cells are passed over, written texts must be TRUE or FALSE; no logical value at all is #VALUE!. */
function gatherTruths(args: Argument[], machine: Machine): boolean[] | CellError {
  const truths: boolean[] = [];
  let failed: CellError | null = null;
  eachItem(args, machine, (value, direct) => {
    if (isCellError(value)) failed = value;
    else if (typeof value === "boolean") truths.push(value);
    else if (typeof value === "number") truths.push(value !== 0);
    else if (direct) {
      const truth = toLogical(value);
      if (isCellError(truth)) failed = truth;
      else truths.push(truth);
    }
    return failed !== null;
  });
  return failed ?? (truths.length === 0 ? fault("#VALUE!") : truths);
}

const truthFunction = (combine: (truths: boolean[]) => boolean) =>
  define(1, 255, "a", (args: Argument[], machine) => {
    const truths = gatherTruths(args, machine);
    return Array.isArray(truths) ? combine(truths) : truths;
  });

function lambdaOf(argument: Argument): Lambda | CellError {
  if (argument instanceof Lambda) return argument;
  return isCellError(argument as CellValue) ? (argument as CellError) : fault("#VALUE!");
}

function mapFunction(args: Argument[], machine: Machine): Value {
  const lambda = lambdaOf(args[args.length - 1]);
  if (!(lambda instanceof Lambda)) return lambda;
  const arrays = args.slice(0, -1).map((argument) => matrixOf(argument, machine));
  const rowCount = Math.max(...arrays.map((array) => array.length));
  const columnCount = Math.max(...arrays.map((array) => array[0].length));
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (_, column) => {
      const items = arrays.map((array) => array[row]?.[column]);
      if (items.some((item) => item === undefined)) return fault("#N/A");
      return one(machine.apply(lambda, items), machine);
    }),
  );
}

/** A lambda's result where one value is wanted: an array is #CALC!. */
function one(value: Value, machine: Machine): CellValue {
  const result = matrixOrSingle(value, machine);
  return isMatrix(result) ? fault("#CALC!") : result;
}

function reduceFunction([start, array, given]: Argument[], machine: Machine): Value {
  const lambda = lambdaOf(given);
  if (!(lambda instanceof Lambda)) return lambda;
  let result: Value = start ?? 0;
  for (const item of flat(matrixOf(array, machine))) result = machine.apply(lambda, [result, item]);
  return result;
}

function scanFunction([start, array, given]: Argument[], machine: Machine): Value {
  const lambda = lambdaOf(given);
  if (!(lambda instanceof Lambda)) return lambda;
  let result: CellValue = start === undefined ? null : singleOf(start, machine);
  let first = start === undefined;
  return matrixOf(array, machine).map((row) =>
    row.map((item) => {
      result = first ? item : one(machine.apply(lambda, [result, item]), machine);
      first = false;
      return result;
    }),
  );
}

function byRows(array: CellMatrix, given: Argument, machine: Machine): CellMatrix | CellError {
  const lambda = lambdaOf(given);
  if (!(lambda instanceof Lambda)) return lambda;
  return array.map((row) => [one(machine.apply(lambda, [row.length === 1 ? row[0] : [row]]), machine)]);
}

function makeArray([rows, columns, given]: [number, number, Argument], machine: Machine): Value {
  const lambda = lambdaOf(given);
  if (!(lambda instanceof Lambda)) return lambda;
  const [rowCount, columnCount] = [Math.trunc(rows), Math.trunc(columns)];
  if (rowCount < 1 || columnCount < 1) return fault("#VALUE!");
  if (rowCount * columnCount > maxCells) return fault("#NUM!");
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (_, column) =>
      one(machine.apply(lambda, [row + 1, column + 1]), machine),
    ),
  );
}

export const logicalFunctions: FunctionTable = {
  IF: defineLazy(2, 3, ifFunction),
  IFS: defineLazy(2, 254, ifsFunction),
  SWITCH: defineLazy(3, 254, switchFunction),
  CHOOSE: defineLazy(2, 255, chooseFunction),
  IFERROR: defineLazy(
    2,
    2,
    ifError(() => true),
  ),
  IFNA: defineLazy(
    2,
    2,
    ifError(({ fel }) => fel === "#N/A"),
  ),
  AND: truthFunction((truths) => truths.every(Boolean)),
  OR: truthFunction((truths) => truths.some(Boolean)),
  XOR: truthFunction((truths) => truths.filter(Boolean).length % 2 === 1),
  NOT: define(1, 1, "l", ([truth]: [boolean]) => !truth),
  TRUE: define(0, 0, "a", () => true),
  FALSE: define(0, 0, "a", () => false),
  MAP: define(2, 254, "x", mapFunction),
  REDUCE: define(2, 3, "xxa", (args: Argument[], machine) =>
    reduceFunction(args.length === 2 ? [undefined, ...args] : args, machine),
  ),
  SCAN: define(2, 3, "xxa", (args: Argument[], machine) =>
    scanFunction(args.length === 2 ? [undefined, ...args] : args, machine),
  ),
  BYROW: define(2, 2, "xa", ([array, lambda]: Argument[], machine) =>
    byRows(matrixOf(array, machine), lambda, machine),
  ),
  BYCOL: define(2, 2, "xa", ([array, lambda]: Argument[], machine) => {
    const result = byRows(transposed(matrixOf(array, machine)), lambda, machine);
    return isMatrix(result) ? transposed(result) : result;
  }),
  MAKEARRAY: define(3, 3, "nna", makeArray),
  ISOMITTED: define(1, 1, "a", ([argument]: Argument[]) => argument === undefined),
};
