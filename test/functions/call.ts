import { callFunction } from "../../src/functions";
import type { Language } from "../../src/texts/language";
import type { CellMatrix, CellValue } from "../../src/workbook/cell";

/** What a test writes for an argument: a value, a row, a matrix, or undefined = omitted. */
export type Given = CellValue | undefined | CellValue[] | CellMatrix;

const toMatrix = (given: Given): CellMatrix | undefined => {
  if (given === undefined) return undefined;
  if (!Array.isArray(given)) return [[given]];
  return given.every(Array.isArray) ? (given as CellMatrix) : [given as CellValue[]];
};

/** Calls through the registry; a list is a row. */
export const spill = (id: string, args: readonly Given[], language?: Language): CellMatrix =>
  callFunction(id, args.map(toMatrix), language);

/** The answer where it is one cell. */
export function call(id: string, ...args: Given[]): CellValue {
  const result = spill(id, args);
  if (result.length !== 1 || result[0].length !== 1)
    throw new Error(`${id} spilled: ${JSON.stringify(result)}`);
  return result[0][0];
}

/** The error's code, or the value. */
export function outcome(value: CellValue): CellValue {
  return typeof value === "object" && value !== null ? value.fel : value;
}

export const column = (...values: CellValue[]): CellMatrix => values.map((value) => [value]);

/** Reads `=KOLL.X(…)` with literal arguments. */
export function parseCall(formula: string): { id: string; args: (CellMatrix | undefined)[] } {
  const [, id, inner] = /^=KOLL\.([A-Z]+)\((.*)\)$/s.exec(formula)!;
  const parts: string[] = [""];
  let depth = 0;
  let quoted = false;
  for (const character of inner) {
    if (character === '"') quoted = !quoted;
    if (!quoted && character === "{") depth++;
    if (!quoted && character === "}") depth--;
    if (!quoted && depth === 0 && character === ",") parts.push("");
    else parts[parts.length - 1] += character;
  }
  return { id, args: parts.map((part) => (part === "" ? undefined : literalMatrix(part))) };
}

function literalMatrix(text: string): CellMatrix {
  if (!text.startsWith("{")) return [[literal(text)]];
  return text
    .slice(1, -1)
    .split(";")
    .map((row) => row.split(",").map(literal));
}

const literal = (text: string): CellValue =>
  text.startsWith('"') ? text.slice(1, -1).replace(/""/g, '"') : Number(text);
