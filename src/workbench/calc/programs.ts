import { cellAddress, columnIndex, maxColumns, maxRows } from "../../workbook/address";
import type { Program } from "./expression";
import { lower } from "./lower";

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
    // Syntax errors, and nesting too deep for the parser.
    return error instanceof Error ? error.message : String(error);
  }
}

/** The formula with each relative position as a distance; beside its place where that can't be told from the text. */
function relativeText(formula: string, row: number, column: number): string {
  // Brackets may hold anything, what looks like cells too.
  if (formula.includes("[")) {
    return /[$A-Za-z]\d|[A-Za-z]:|\d:/.test(formula) ? `${cellAddress(row, column)} ${formula}` : formula;
  }
  const wholeColumns =
    /(?<![$\p{N}\p{L}])[A-Za-z]{1,3}:\.?\$?[A-Za-z]/u.test(formula) ||
    /:\.?[A-Za-z]{1,3}(?!\$?[\p{N}\p{L}])/u.test(formula);
  const wholeRows = /(?<![$\p{L}\p{N}])\d+:\.?\$?\d/u.test(formula) || /:\.?\d/.test(formula);
  const place = `${wholeColumns ? column : ""},${wholeRows ? row : ""} `;
  return (
    place +
    formula.replace(cellReference, (match, quoted, c1, letters1, r1, digits1, c2, letters2, r2, digits2) => {
      const letters: string = letters1 ?? letters2;
      const digits: string = digits1 ?? digits2;
      if (quoted !== undefined || columnIndex(letters) >= maxColumns || Number(digits) > maxRows)
        return match;
      const columnPart = (c1 ?? c2) ? `C${letters.toUpperCase()}` : `C[${columnIndex(letters) - column}]`;
      const rowPart = (r1 ?? r2) ? `R${digits}` : `R[${Number(digits) - 1 - row}]`;
      return `\u0001${rowPart}${columnPart}`;
    })
  );
}
