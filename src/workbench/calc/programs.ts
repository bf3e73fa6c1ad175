import { cellAddress } from "../../workbook/address";
import type { Program } from "./expression";
import { FormulaSyntaxError, lower } from "./lower";

/** Single cell references outside quotes and names; the boundaries keep function names (LOG10) and names out. */
const cellReference =
  /("(?:[^"]|"")*"|'(?:[^']|'')*')|(?<![\p{L}\p{N}_.$\\?!])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(\\?![])|(?<=!)(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(\\?![])/gu;

/**
 * Translated formulas, each once. Formulas copied down a column differ only by position: they are recognised by their
 * text with relative positions, and share one translation.
 */
export class Programs {
  private readonly known = new Map<string, Program | string>();

  /** The translation, or the sentence that says why the text can't be read. */
  program(formula: string, row: number, column: number): Program | string {
    const key = relativeText(formula, row, column);
    let program = this.known.get(key);
    if (program === undefined) {
      program = translate(formula, row, column);
      this.known.set(key, program);
    }
    return program;
  }
}

function translate(formula: string, row: number, column: number): Program | string {
  try {
    return lower(formula, row, column);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return error.message;
    throw error;
  }
}

/** The formula with each relative position as a distance; the text and its cell where that is not certain. */
function relativeText(formula: string, row: number, column: number): string {
  // Brackets may hold anything, cell addresses too, and whole columns and rows have relative forms of their own.
  if (formula.includes("[") || /\$?[A-Za-z]:\.?\$?[A-Za-z]|\d:\.?\$?\d/.test(formula)) {
    return /[$A-Za-z]\d|[A-Za-z]:|\d:/.test(formula) ? `${cellAddress(row, column)} ${formula}` : formula;
  }
  return formula.replace(
    cellReference,
    (match, quoted, c1, letters1, r1, digits1, c2, letters2, r2, digits2) => {
      if (quoted !== undefined) return match;
      const letters: string = letters1 ?? letters2;
      const columnPart = (c1 ?? c2) ? `C${letters.toUpperCase()}` : `C[${columnNumber(letters) - column}]`;
      const digits: string = digits1 ?? digits2;
      const rowPart = (r1 ?? r2) ? `R${digits}` : `R[${Number(digits) - 1 - row}]`;
      return `\u0001${rowPart}${columnPart}`;
    },
  );
}

function columnNumber(letters: string): number {
  let index = 0;
  for (let i = 0; i < letters.length; i++) index = index * 26 + (letters.charCodeAt(i) & 31);
  return index - 1;
}
