import type { Language } from "../../texts/language";
import { type CellError, type CellMatrix, type CellValue, isCellError } from "../../workbook/cell";
import { Fault, shapeName } from "./fault";
import type { CellParameter, Parameter } from "./parameter";

/**
 * What a calculation gives for a cell. null = a ratio with nothing to divide by (#DIV/0!); a number too large for a cell
 * becomes #NUM!.
 */
export type Outcome = number | string | boolean | null | CellError | Fault;

/** An omitted argument is undefined; a single cell is 1 × 1. */
export type Argument = CellMatrix | undefined;

export interface FunctionDefinition {
  /** Name in the formula after `KOLL.`; stands in the file, so it never changes. */
  id: string;
  /** cell: ranges are combined cell by cell. series: a row or column to a row or column. table: ranges read whole to one answer. */
  form: "cell" | "series" | "table";
  parameters: readonly Parameter[];
  run(args: readonly Argument[], language: Language): CellMatrix;
}

type Value<P> = P extends { repeating: true } & Parameter<infer T>
  ? T[]
  : P extends Parameter<infer T>
    ? T
    : never;
type Values<P extends readonly Parameter[]> = { [K in keyof P]: Value<P[K]> };

interface CellDefinition<P extends readonly Parameter[]> {
  id: string;
  parameters: P;
  calculate(...values: Values<P>): Outcome;
}

interface RangeDefinition<P extends readonly Parameter[]> {
  id: string;
  parameters: P;
  calculate(...values: Values<P>): Outcome | Outcome[][];
}

/** A function of single values; ranges are broadcast, range parameters are read once and given to every cell. */
export function cell<const P extends readonly Parameter[]>({
  id,
  parameters,
  calculate,
}: CellDefinition<P>): FunctionDefinition {
  const compute = calculate as (...values: unknown[]) => Outcome;
  return define(id, "cell", parameters, (args, language) => {
    const slots = toSlots(parameters, args);
    const [rows, columns] = commonShape(slots);
    const count = parameters.length;
    const values = new Array<unknown>(count);
    const last = parameters[count - 1];
    const broadcast: BroadcastSlot[] = [];
    for (const slot of slots) {
      if (slot.matrix) broadcast.push(slot);
      else values[slot.position] = slot.value;
    }

    const one = (row: number, column: number): CellValue => {
      if (last.repeating) values[count - 1] = [];
      for (const { matrix, rowStep, columnStep, parameter, position } of broadcast) {
        const value = matrix[row * rowStep][column * columnStep];
        if (typeof value === "object" && value !== null) return value;
        const read = parameter.read(value ?? null);
        if (read instanceof Fault) return read.toError(language);
        if (parameter.repeating) (values[position] as unknown[]).push(read);
        else values[position] = read;
      }
      return present(compute(...values), language);
    };
    return fill(rows, columns, one);
  });
}

/** A function of whole ranges; its single-value parameters take one cell each. */
const wholeForm =
  (form: "series" | "table") =>
  <const P extends readonly Parameter[]>({
    id,
    parameters,
    calculate,
  }: RangeDefinition<P>): FunctionDefinition =>
    define(id, form, parameters, (args, language) => {
      const values = parameters.map((parameter, position) => readWhole(parameter, args[position]));
      const outcome = (calculate as (...values: unknown[]) => Outcome | Outcome[][])(...values);
      if (!Array.isArray(outcome)) return [[present(outcome, language)]];
      // In place: the matrix is the function's own, and a second one of a hundred thousand rows would be felt.
      for (const row of outcome) for (let i = 0; i < row.length; i++) row[i] = present(row[i], language);
      return outcome as CellMatrix;
    });

export const series = wholeForm("series");
export const table = wholeForm("table");

function define(
  id: string,
  form: FunctionDefinition["form"],
  parameters: readonly Parameter[],
  run: (args: readonly Argument[], language: Language) => CellMatrix,
): FunctionDefinition {
  return {
    id,
    form,
    parameters,
    run: (args, language) => {
      try {
        checkCount(parameters, args);
        return run(args, language);
      } catch (thrown) {
        return [[present(asFailure(thrown), language)]];
      }
    },
  };
}

/** One cell's answer where others stand beside it: what is thrown becomes this cell's error. */
export function attempt(calculate: () => Outcome): Outcome {
  try {
    return calculate();
  } catch (thrown) {
    return asFailure(thrown);
  }
}

function asFailure(thrown: unknown): Fault | CellError {
  if (thrown instanceof Fault || isCellError(thrown)) return thrown;
  throw thrown;
}

function checkCount(parameters: readonly Parameter[], args: readonly Argument[]) {
  const missing = parameters.find(({ optional }, position) => !optional && args[position] === undefined);
  if (missing) throw new Fault("saknas", { argument: missing.name });
  if (args.length > parameters.length && !parameters[parameters.length - 1].repeating) {
    throw new Fault("forManga", { antal: parameters.length });
  }
}

interface FixedSlot {
  position: number;
  matrix?: undefined;
  value: unknown;
}
interface BroadcastSlot {
  position: number;
  parameter: CellParameter<unknown>;
  matrix: CellMatrix;
  rowStep: 0 | 1;
  columnStep: 0 | 1;
}

/** One slot an argument; an omitted repeated one adds nothing. */
function toSlots(parameters: readonly Parameter[], args: readonly Argument[]): (FixedSlot | BroadcastSlot)[] {
  const slots: (FixedSlot | BroadcastSlot)[] = [];
  for (let index = 0; index < Math.max(parameters.length, args.length); index++) {
    const position = Math.min(index, parameters.length - 1);
    const parameter = parameters[position];
    const given = args[index];
    if (parameter.kind === "range") slots.push({ position, value: given && parameter.read(given) });
    else if (given !== undefined) {
      slots.push({
        position,
        parameter,
        matrix: given,
        rowStep: given.length === 1 ? 0 : 1,
        columnStep: given[0].length === 1 ? 0 : 1,
      });
    } else if (!parameter.repeating) slots.push({ position, value: parameter.fallback });
  }
  return slots;
}

/** @throws Fault naming the first argument that doesn't fit the ones before it. */
function commonShape(slots: readonly (FixedSlot | BroadcastSlot)[]): [rows: number, columns: number] {
  let tallest: BroadcastSlot | undefined;
  let widest: BroadcastSlot | undefined;
  for (const slot of slots) {
    if (slot.matrix === undefined) continue;
    if (slot.rowStep && tallest && tallest.matrix.length !== slot.matrix.length) throw misfit(slot, tallest);
    if (slot.columnStep && widest && widest.matrix[0].length !== slot.matrix[0].length)
      throw misfit(slot, widest);
    if (slot.rowStep) tallest ??= slot;
    if (slot.columnStep) widest ??= slot;
  }
  return [tallest?.matrix.length ?? 1, widest?.matrix[0].length ?? 1];
}

function misfit(slot: BroadcastSlot, other: BroadcastSlot): Fault {
  return new Fault("formerna", {
    argument: slot.parameter.name,
    form: shapeOf(slot.matrix),
    annat: other.parameter.name,
    annanForm: shapeOf(other.matrix),
  });
}

export const shapeOf = (matrix: CellMatrix) => shapeName(matrix.length, matrix[0].length);

function readWhole(parameter: Parameter, matrix: Argument): unknown {
  if (parameter.kind === "range") return matrix && parameter.read(matrix);
  if (matrix === undefined) return parameter.fallback;
  if (matrix.length > 1 || matrix[0].length > 1) {
    throw new Fault("ettVarde", { argument: parameter.name, form: shapeOf(matrix) });
  }
  const value = matrix[0][0];
  if (isCellError(value)) throw value;
  const read = parameter.read(value);
  if (read instanceof Fault) throw read;
  return read;
}

function present(outcome: Outcome, language: Language): CellValue {
  // + 0 turns -0 into 0.
  if (typeof outcome === "number") return Number.isFinite(outcome) ? outcome + 0 : { fel: "#NUM!" };
  if (outcome === null) return { fel: "#DIV/0!" };
  return outcome instanceof Fault ? outcome.toError(language) : outcome;
}

function fill(rows: number, columns: number, at: (row: number, column: number) => CellValue): CellMatrix {
  const matrix: CellMatrix = new Array(rows);
  for (let row = 0; row < rows; row++) {
    const cells: CellValue[] = new Array(columns);
    for (let column = 0; column < columns; column++) cells[column] = at(row, column);
    matrix[row] = cells;
  }
  return matrix;
}
