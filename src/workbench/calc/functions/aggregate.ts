import type { CellError, CellValue } from "../../../workbook/cell";
import { isCellError } from "../../../workbook/cell";
import { broadcast } from "../operators";
import type { Argument, Value } from "../values";
import { fault, finite, isMatrix, Reference, toNumber } from "../values";
import type { FunctionDefinition, FunctionTable, Machine } from "./definition";
import { define } from "./definition";
import { eachCell, eachItem, eachNumber, flat, matrixOf, numbersOf } from "./items";

type Statistic = (numbers: number[]) => number | CellError;

const sum: Statistic = (numbers) => finite(numbers.reduce((total, value) => total + value, 0));
const mean: Statistic = (numbers) =>
  numbers.length === 0
    ? fault("#DIV/0!")
    : finite(numbers.reduce((total, value) => total + value, 0) / numbers.length);
const least: Statistic = (numbers) => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0);
const greatest: Statistic = (numbers) => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0);
const product: Statistic = (numbers) =>
  numbers.length === 0 ? 0 : finite(numbers.reduce((total, value) => total * value, 1));

const sorted = (numbers: number[]) => Float64Array.from(numbers).sort();

const median: Statistic = (numbers) => {
  if (numbers.length === 0) return fault("#NUM!");
  const order = sorted(numbers);
  const middle = order.length >> 1;
  return order.length % 2 === 1 ? order[middle] : (order[middle - 1] + order[middle]) / 2;
};

/** Sum of squared deviations over n − `less`. */
function variance(less: number): Statistic {
  return (numbers) => {
    if (numbers.length <= less) return fault("#DIV/0!");
    const middle = numbers.reduce((total, value) => total + value, 0) / numbers.length;
    return finite(
      numbers.reduce((total, value) => total + (value - middle) ** 2, 0) / (numbers.length - less),
    );
  };
}

function deviation(less: number): Statistic {
  return (numbers) => {
    const squared = variance(less)(numbers);
    return isCellError(squared) ? squared : Math.sqrt(squared);
  };
}

/** The most frequent number, the one met first among equals. */
const mode: Statistic = (numbers) => {
  const counts = new Map<number, number>();
  for (const value of numbers) counts.set(value, (counts.get(value) ?? 0) + 1);
  let [best, most] = [0, 1];
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count];
  return most > 1 ? best : fault("#N/A");
};

function ofNumbers(statistic: Statistic): FunctionDefinition {
  return define(1, 255, "a", (args: Argument[], machine) => {
    const numbers = numbersOf(args, machine);
    return isCellError(numbers as CellValue) ? (numbers as CellError) : statistic(numbers as number[]);
  });
}

/** As AVERAGEA and MAXA count: logical values are 1 and 0, texts in cells 0. */
function ofAll(statistic: Statistic): FunctionDefinition {
  return define(1, 255, "a", (args: Argument[], machine) => {
    const numbers: number[] = [];
    let failed: CellError | null = null;
    eachItem(args, machine, (value, direct) => {
      if (isCellError(value)) failed = value;
      else if (typeof value === "string" && !direct) numbers.push(0);
      else {
        const converted = toNumber(value, machine.date1904);
        if (isCellError(converted)) failed = converted;
        else numbers.push(converted);
      }
      return failed !== null;
    });
    return failed ?? statistic(numbers);
  });
}

function fastSum(args: Argument[], machine: Machine): Value {
  let total = 0;
  return eachNumber(args, machine, (value) => (total += value)) ?? finite(total);
}

function count(args: Argument[], machine: Machine): number {
  let found = 0;
  eachItem(args, machine, (value, direct) => {
    if (typeof value === "number") found++;
    else if (direct && !isCellError(value) && !isCellError(toNumber(value, machine.date1904))) found++;
  });
  return found;
}

function countFilled(args: Argument[], machine: Machine): number {
  let found = 0;
  eachItem(args, machine, () => void found++);
  return found;
}

function countBlank([range]: Argument[], machine: Machine): Value {
  if (!(range instanceof Reference)) return fault("#VALUE!");
  let filled = 0;
  eachCell(range.areas, machine, (value) => void (value !== "" && filled++));
  return range.areas.reduce((cells, { area }) => cells + area.rowCount * area.columnCount, 0) - filled;
}

function sumProduct(args: Argument[], machine: Machine): Value {
  const matrices = args.map((argument) => matrixOf(argument, machine));
  const [{ length: rowCount, 0: first }] = matrices;
  const sameShape = (argument: Argument, index: number) =>
    matrices[index].length === rowCount &&
    matrices[index][0].length === first.length &&
    argument !== undefined;
  if (!args.every(sameShape)) return fault("#VALUE!");
  let total = 0;
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < first.length; column++) {
      let term = 1;
      for (const matrix of matrices) {
        const value = matrix[row][column];
        if (typeof value === "number") term *= value;
        else if (isCellError(value)) return value;
        else term = 0;
      }
      total += term;
    }
  }
  return finite(total);
}

/** [docs] SUMXMY2 and its kin: pairs where both are numbers. */
function ofPairs(term: (x: number, y: number) => number): FunctionDefinition {
  return define(2, 2, "xx", ([left, right]: Argument[], machine) => {
    const x = flat(matrixOf(left, machine));
    const y = flat(matrixOf(right, machine));
    if (x.length !== y.length) return fault("#N/A");
    let total = 0;
    for (let i = 0; i < x.length; i++) {
      const [a, b] = [x[i], y[i]];
      if (isCellError(a)) return a;
      if (isCellError(b)) return b;
      if (typeof a === "number" && typeof b === "number") total += term(a, b);
    }
    return finite(total);
  });
}

/** The k-th of the numbers in order; k may be an array. */
function ranked(
  pick: (order: Float64Array, k: number) => number | CellError,
  text = "an",
): FunctionDefinition {
  return define(2, 2, text, ([range, k]: [Argument, number], machine) => {
    const numbers = numbersOf([range], machine);
    if (!Array.isArray(numbers)) return numbers;
    return numbers.length === 0 ? fault("#NUM!") : pick(sorted(numbers), k);
  });
}

const kth = (order: Float64Array, position: number) =>
  position < 1 || position > order.length ? fault("#NUM!") : order[position - 1];

function percentileInclusive(order: Float64Array, share: number): number | CellError {
  if (share < 0 || share > 1) return fault("#NUM!");
  return between(order, share * (order.length - 1));
}

function percentileExclusive(order: Float64Array, share: number): number | CellError {
  const position = share * (order.length + 1) - 1;
  return position < 0 || position > order.length - 1 ? fault("#NUM!") : between(order, position);
}

function between(order: Float64Array, position: number): number {
  const below = Math.floor(position);
  const rest = position - below;
  return rest === 0 ? order[below] : order[below] + rest * (order[below + 1] - order[below]);
}

function quartile(percentile: (order: Float64Array, share: number) => number | CellError, ends: boolean) {
  return (order: Float64Array, part: number) => {
    const quarter = Math.trunc(part);
    const allowed = ends ? quarter >= 0 && quarter <= 4 : quarter >= 1 && quarter <= 3;
    return allowed ? percentile(order, quarter / 4) : fault("#NUM!");
  };
}

function rank(averaged: boolean): FunctionDefinition {
  return define(2, 3, "nan", ([value, range, ascending]: [number, Argument, number?], machine) => {
    const numbers = numbersOf([range], machine);
    if (!Array.isArray(numbers)) return numbers;
    let [before, equal] = [0, 0];
    for (const other of numbers) {
      if (other === value) equal++;
      else if (ascending ? other < value : other > value) before++;
    }
    if (equal === 0) return fault("#N/A");
    return before + 1 + (averaged ? (equal - 1) / 2 : 0);
  });
}

/** SUBTOTAL's numbers 1–11, AGGREGATE's 1–13. */
const subtotals: Statistic[] = [
  mean,
  (numbers) => numbers.length,
  () => 0,
  greatest,
  least,
  product,
  deviation(1),
  deviation(0),
  sum,
  variance(1),
  variance(0),
  median,
  mode,
];
const countaNumber = 3;

interface Ignored {
  readonly hidden: boolean;
  readonly errors: boolean;
  readonly subtotals: boolean;
}

/** The visible cells' values; an error unless errors are ignored. */
function visibleValues(references: Argument[], ignored: Ignored, machine: Machine): CellValue[] | CellError {
  const values: CellValue[] = [];
  let failed: CellError | null = null;
  for (const reference of references) {
    if (!(reference instanceof Reference)) return fault("#VALUE!");
    eachCell(reference.areas, machine, (value, part, row, column) => {
      const { hidden, filtered } = machine.rowHidden(part, row);
      if (filtered || (hidden && ignored.hidden)) return false;
      if (ignored.subtotals && machine.isSubtotal(part, row, column)) return false;
      if (isCellError(value)) {
        if (ignored.errors) return false;
        failed = value;
        return true;
      }
      values.push(value);
      return false;
    });
  }
  return failed ?? values;
}

function subtotal([code, ...references]: [number, ...Argument[]], machine: Machine): Value {
  const number = Math.trunc(code) % 100;
  const hidden = code >= 100;
  if (number < 1 || number > 11 || code >= 112) return fault("#VALUE!");
  if (number === 2 || number === countaNumber) {
    const values = visibleValues(references, { hidden, errors: number === 2, subtotals: true }, machine);
    if (!Array.isArray(values)) return values;
    return number === 2 ? values.filter((value) => typeof value === "number").length : values.length;
  }
  const values = visibleValues(references, { hidden, errors: false, subtotals: true }, machine);
  if (!Array.isArray(values)) return values;
  return subtotals[number - 1](values.filter((value) => typeof value === "number"));
}

/** AGGREGATE's options 0–7: what is passed over. */
function ignoredBy(option: number): Ignored {
  return {
    hidden: option % 2 === 1,
    errors: option === 2 || option === 3 || option === 6 || option === 7,
    subtotals: option < 4,
  };
}

function aggregate([code, option, ...rest]: [number, number, ...Argument[]], machine: Machine): Value {
  const number = Math.trunc(code);
  const choice = Math.trunc(option ?? 0);
  if (number < 1 || number > 19 || choice < 0 || choice > 7) return fault("#VALUE!");
  const ignored = ignoredBy(choice);
  const positional = number >= 14;
  const [range, k] = rest;
  const isArray = positional && !(range instanceof Reference);
  const values = isArray
    ? arrayValues(range, ignored, machine)
    : visibleValues(positional ? [range] : rest, ignored, machine);
  if (!Array.isArray(values)) return values;
  const numbers = values.filter((value) => typeof value === "number");
  if (number === countaNumber) return values.length;
  if (!positional) return subtotals[number - 1](numbers);
  if (k === undefined) return fault("#VALUE!");
  const order = sorted(numbers);
  const picks = [
    (at: number) => kth(order, order.length - Math.ceil(at) + 1),
    (at: number) => kth(order, Math.ceil(at)),
    (at: number) => percentileInclusive(order, at),
    (at: number) => quartile(percentileInclusive, true)(order, at),
    (at: number) => percentileExclusive(order, at),
    (at: number) => quartile(percentileExclusive, false)(order, at),
  ];
  if (order.length === 0) return fault("#NUM!");
  const positions = k instanceof Reference || isMatrix(k) ? matrixOf(k, machine) : [[k as CellValue]];
  return broadcast([positions], ([item]) => {
    const at = toNumber(item, machine.date1904);
    return isCellError(at) ? at : picks[number - 14](at);
  });
}

function arrayValues(range: Argument, ignored: Ignored, machine: Machine): CellValue[] | CellError {
  const items = flat(matrixOf(range, machine));
  const failed = items.find(isCellError);
  if (failed && !ignored.errors) return failed as CellError;
  return items.filter((item) => !isCellError(item));
}

const percentileFunction = ranked(percentileInclusive);
const quartileFunction = ranked(quartile(percentileInclusive, true));
const largest = (order: Float64Array, k: number) => kth(order, order.length - Math.ceil(k) + 1);
const smallest = (order: Float64Array, k: number) => kth(order, Math.ceil(k));

export const aggregateFunctions: FunctionTable = {
  SUM: define(1, 255, "a", fastSum),
  SUMSQ: ofNumbers((numbers) => sum(numbers.map((value) => value * value))),
  PRODUCT: ofNumbers(product),
  AVERAGE: ofNumbers(mean),
  MIN: ofNumbers(least),
  MAX: ofNumbers(greatest),
  MEDIAN: ofNumbers(median),
  MODE: ofNumbers(mode),
  "MODE.SNGL": ofNumbers(mode),
  STDEV: ofNumbers(deviation(1)),
  "STDEV.S": ofNumbers(deviation(1)),
  STDEVP: ofNumbers(deviation(0)),
  "STDEV.P": ofNumbers(deviation(0)),
  VAR: ofNumbers(variance(1)),
  "VAR.S": ofNumbers(variance(1)),
  VARP: ofNumbers(variance(0)),
  "VAR.P": ofNumbers(variance(0)),
  AVERAGEA: ofAll(mean),
  STDEVA: ofAll(deviation(1)),
  STDEVPA: ofAll(deviation(0)),
  VARA: ofAll(variance(1)),
  VARPA: ofAll(variance(0)),
  MINA: ofAll(least),
  MAXA: ofAll(greatest),
  COUNT: define(1, 255, "a", count),
  COUNTA: define(1, 255, "a", countFilled),
  COUNTBLANK: define(1, 1, "a", countBlank),
  SUMPRODUCT: define(1, 255, "x", sumProduct),
  SUMX2MY2: ofPairs((x, y) => x * x - y * y),
  SUMX2PY2: ofPairs((x, y) => x * x + y * y),
  SUMXMY2: ofPairs((x, y) => (x - y) ** 2),
  LARGE: ranked(largest, "xn"),
  SMALL: ranked(smallest, "xn"),
  PERCENTILE: percentileFunction,
  "PERCENTILE.INC": percentileFunction,
  "PERCENTILE.EXC": ranked(percentileExclusive),
  QUARTILE: quartileFunction,
  "QUARTILE.INC": quartileFunction,
  "QUARTILE.EXC": ranked(quartile(percentileExclusive, false)),
  RANK: rank(false),
  "RANK.EQ": rank(false),
  "RANK.AVG": rank(true),
  SUBTOTAL: define(2, 255, "na", subtotal),
  AGGREGATE: define(3, 255, "nnx", aggregate),
};
