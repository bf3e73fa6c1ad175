import { columnIndex, maxColumns, maxRows } from "../../workbook/address";
import type { Program } from "./expression";
import { lower } from "./lower";

/**
 * Single cell references, and quoted and bracketed parts to pass over (group 1). The boundaries keep function names (LOG10)
 * and names out.
 */
const cellReference =
  /("(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'[\s\S]|\[(?:[^[\]']|'[\s\S])*\])*\])|(?<![\p{L}\p{N}_.$\\?!])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(\\?![])|(?<=!)(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(\\?![])/gu;

/**
 * Translated formulas, each once. Formulas copied down a column differ only by position: they are recognised by their
 * text with relative positions, and share one translation.
 */
export class Programs {
  private readonly known = new Map<string, Program | string>();

  constructor(private readonly isFunction: (name: string) => boolean) {}

  /** The translation, or the sentence that says why the text can't be read. */
  program(formula: string, row: number, column: number): Program | string {
    const key = relativeText(formula, row, column);
    let program = this.known.get(key);
    if (program === undefined) {
      program = this.translate(formula, row, column);
      this.known.set(key, program);
    }
    return program;
  }

  private translate(formula: string, row: number, column: number): Program | string {
    try {
      return lower(formula, row, column, this.isFunction);
    } catch (error) {
      // Syntax errors, and nesting too deep for the parser.
      return error instanceof Error ? error.message : String(error);
    }
  }
}

/** Quoted and bracketed parts: they may hold anything, what looks like cells too. */
const enclosed = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'[\s\S]|\[(?:[^[\]']|'[\s\S])*\])*\]/gu;

/** The formula with each relative position as a distance; beside its row or column where whole ones are relative. */
function relativeText(formula: string, row: number, column: number): string {
  const bare = formula.replace(enclosed, '""');
  const wholeColumns = /(?<![$\p{L}\p{N}])[A-Z]{1,3}:|:\.?[A-Z]{1,3}(?![$\p{L}\p{N}])/iu.test(bare);
  const wholeRows = /(?<![$\p{L}\p{N}])\d+:|:\.?\d/u.test(bare);
  return (
    `${wholeColumns ? column : ""},${wholeRows ? row : ""} ` +
    formula.replace(cellReference, (match, kept, c1, letters1, r1, digits1, c2, letters2, r2, digits2) => {
      const letters: string = letters1 ?? letters2;
      const digits: string = digits1 ?? digits2;
      if (kept !== undefined || columnIndex(letters) >= maxColumns || Number(digits) > maxRows) return match;
      const columnPart = (c1 ?? c2) ? `C${letters.toUpperCase()}` : `C[${columnIndex(letters) - column}]`;
      const rowPart = (r1 ?? r2) ? `R${digits}` : `R[${Number(digits) - 1 - row}]`;
      return `\u0001${rowPart}${columnPart}`;
    })
  );
}
