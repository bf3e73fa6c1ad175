/** The errors a cell can hold, as Excel prints them (English). */
export const errorCodes = [
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CALC!",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#BUSY!",
  "#UNKNOWN!",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An error as a value. `text` is the sentence a custom function gives with `#VALUE!` or `#N/A`. */
export interface CellError {
  readonly fel: ErrorCode;
  readonly text?: string;
}

/** What a cell holds. A blank cell is null; an empty text result is "". */
export type CellValue = number | string | boolean | null | CellError;

/** Rows of cells; every row has the same length. */
export type CellMatrix = CellValue[][];

const codes = new Set<string>(errorCodes);

export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === "string" && codes.has(text);
}

export function isCellError(value: unknown): value is CellError {
  return typeof value === "object" && value !== null && "fel" in value;
}

export function isBlank(value: CellValue | undefined): boolean {
  return value === null || value === undefined || value === "";
}

/** Equal as figures are: sums taken in another order may differ in the last binary digits. Blank and "" are the same. */
export function agrees(a: CellValue, b: CellValue): boolean {
  if (typeof a === "number" && typeof b === "number") {
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  }
  if (isCellError(a) && isCellError(b)) return a.fel === b.fel;
  return (a ?? "") === (b ?? "");
}
