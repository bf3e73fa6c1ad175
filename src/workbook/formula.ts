import { parseA1Ref, tokenize, translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx";
import { cellAddress, maxColumns, maxRows, type Area } from "./address";

/** A place a formula points at. `sheet` is null for the formula's own, `book` null for its own workbook. */
export interface FormulaReference {
  book: string | null;
  sheet: string | null;
  area: Area;
  /** As written, e.g. "'[2]Blad'!$B$2:B9". */
  text: string;
}

/** The formula with references relative to its cell: formulas copied down or across come out alike. */
export function relativeFormula(formula: string, row: number, column: number): string {
  return translateFormulaToR1C1(formula, cellAddress(row, column));
}

/** The inverse of `relativeFormula`, for any cell. */
export function formulaFromRelative(relative: string, row: number, column: number): string {
  return translateFormulaToA1(relative, cellAddress(row, column));
}

/** Names of the functions called, as they are written ("SUM", "KOLL.AVVIKELSE", "_xldudf_KOLL_AVVIKELSE"). */
export function calledFunctions(formula: string): string[] {
  return tokenize(formula)
    .filter((token) => token.type === "func")
    .map((token) => token.value);
}

/** Cells and ranges pointed at; structured references and names are left out. */
export function references(formula: string): FormulaReference[] {
  const found: FormulaReference[] = [];
  for (const token of tokenize(formula, { mergeRefs: true })) {
    if (!/^range/.test(token.type)) continue;
    const reference = parseA1Ref(token.value);
    if (!reference || !("range" in reference) || !reference.range) continue;
    const { top, left, bottom, right } = reference.range;
    const context = reference.context ?? [];
    found.push({
      book: context.length > 1 ? context[0] : null,
      sheet: context.length > 0 ? context[context.length - 1] : null,
      area: {
        row: top ?? 0,
        column: left ?? 0,
        rowCount: (bottom ?? maxRows - 1) - (top ?? 0) + 1,
        columnCount: (right ?? maxColumns - 1) - (left ?? 0) + 1,
      },
      text: token.value,
    });
  }
  return found;
}

/** "KOLL.AVVIKELSE" or "_xldudf_KOLL_AVVIKELSE" → "AVVIKELSE"; null for other functions. */
export function kollFunction(name: string): string | null {
  return /^(?:_xldudf_)?KOLL(?:TEST)?[._]([A-Z]+)$/i.exec(name)?.[1].toUpperCase() ?? null;
}

/** A call with its arguments as written; omitted arguments are "". */
export interface FormulaCall {
  name: string;
  args: string[];
  /** Position of the closing parenthesis in the formula. */
  end: number;
}

/** Every call in a formula, inner ones too. Empty for a formula that doesn't parse. */
export function calls(formula: string): FormulaCall[] {
  const tokens = tokenize(formula);
  const found: FormulaCall[] = [];
  const open: { call: FormulaCall | null; from: number; depth: number }[] = [];
  let position = 0;
  let name: string | null = null;
  let braces = 0;
  for (const token of tokens) {
    const at = position;
    position += token.value.length;
    if (token.type === "func") {
      name = token.value;
      continue;
    }
    const top = open[open.length - 1];
    if (token.value === "(" && token.type === "operator") {
      open.push({ call: name === null ? null : { name, args: [], end: at }, from: position, depth: braces });
    } else if (token.value === "{") {
      braces++;
    } else if (token.value === "}") {
      braces--;
    } else if (token.value === "," && top?.call && braces === top.depth) {
      top.call.args.push(formula.slice(top.from, at).trim());
      top.from = position;
    } else if (token.value === ")" && top) {
      open.pop();
      if (top.call) {
        const last = formula.slice(top.from, at).trim();
        if (last !== "" || top.call.args.length > 0) top.call.args.push(last);
        top.call.end = at;
        found.push(top.call);
      }
    }
    name = null;
  }
  return found;
}
