import { parse, tokenize } from "@borgar/fx/xlsx";
import { parseValue } from "numfmt";
import { type CellValue, isErrorCode } from "../../workbook/cell";
import { ModelError } from "./errors";

/** What a typed text becomes in a cell. */
export interface Entry {
  value: CellValue;
  /** The format Excel gives a cell that had none ("5%" → "0%"). */
  numberFormat?: string;
  /** Begins with "=". */
  formula?: string;
  /** The text was marked as text with an apostrophe, which is not part of it. */
  quotePrefix?: boolean;
}

/** Texts that can't become anything else: no digit, no sign in front, not TRUE or FALSE. */
const plainText = /^[^\d=+\-@'#]*$/;

/** How a number, an amount, a time or a date begins; "rad 12" and "T1 2023" need no closer look. */
const valueStart =
  /^\s*(?:[\d.,+\-($€£¥]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/i;

/**
 * Reads a text as Excel does when it is typed into a cell of a general format, in English (United States): formulas,
 * numbers, percentages, dates, truth values, errors. Everything else is text.
 * @throws ModelError InvalidArgument for a formula that can't be read.
 */
export function parseEntry(text: string): Entry {
  if (plainText.test(text)) {
    if (text.length === 4 || text.length === 5) {
      const upper = text.toUpperCase();
      if (upper === "TRUE") return { value: true };
      if (upper === "FALSE") return { value: false };
    }
    return { value: text };
  }
  if (text.startsWith("'")) return { value: text.slice(1), quotePrefix: true };
  if (text.startsWith("=") && text.length > 1) return { value: null, formula: normalFormula(text) };
  if (isErrorCode(text)) return { value: { fel: text } };
  const parsed = valueStart.test(text) ? parseValue(text) : null;
  if (parsed) return entryOf(parsed.v as CellValue, parsed.z);
  if (/^[+\-@]./.test(text)) return { value: null, formula: normalFormula(`=${text}`) };
  return { value: text };
}

function entryOf(value: CellValue, numberFormat: string | undefined): Entry {
  if (!numberFormat) return { value };
  // A date typed in any order of its parts gets the short date of the system, which the file calls format 14.
  return { value, numberFormat: numberFormat === "yyyy-mm-dd" ? "m/d/yyyy" : numberFormat };
}

/**
 * The formula as Excel shows it once entered: function names, references and truth values in capitals.
 * @throws ModelError InvalidArgument when it can't be read as a formula.
 */
export function normalFormula(text: string): string {
  const known = normal.get(text);
  if (known) return known;
  if (text.length > 8192)
    throw new ModelError("FormulaLengthExceedsLimit", "a formula has at most 8192 characters");
  const tokens = tokenize(text, { mergeRefs: false });
  let formula = "";
  for (const { type, value } of tokens) {
    if (type === "func" || type === "bool" || type === "error" || capitalised.has(type))
      formula += value.toUpperCase();
    else formula += value;
  }
  try {
    parse(tokenize(formula, { mergeRefs: true }), { looseRefCalls: true });
  } catch (error) {
    const readable = withoutBrokenReferences(formula);
    if (readable === formula) throw unreadable(text, error);
    try {
      parse(tokenize(readable, { mergeRefs: true }), { looseRefCalls: true });
    } catch {
      throw unreadable(text, error);
    }
  }
  if (normal.size > 50_000) normal.clear();
  normal.set(text, formula);
  return formula;
}

const normal = new Map<string, string>();
const capitalised = new Set(["range", "range_beam", "range_ternary"]);

function unreadable(text: string, error: unknown): ModelError {
  return new ModelError(
    "InvalidArgument",
    `${text}: ${error instanceof Error ? error.message : String(error)}`,
  );
}

/** "Blad1!#REF!" and "#REF!A1", which Excel shows for references that are gone, read as #REF!. */
function withoutBrokenReferences(formula: string): string {
  return formula.replace(
    /("(?:[^"]|"")*")|(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!#REF!|#REF!(?:\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)/giu,
    (_match, text: string | undefined) => text ?? "#REF!",
  );
}
