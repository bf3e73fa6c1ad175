import { parseA1Ref, parseStructRef, stringifyStructRef, tokenize } from "@borgar/fx/xlsx";
import {
  type Area,
  cellAddress,
  columnLetters,
  maxColumns,
  maxRows,
  quoteSheet,
} from "../../workbook/address";

/** A reference inside a formula, in sheet positions. `top` null: whole columns; `left` null: whole rows. */
export interface FormulaRef {
  /** The sheet as written, without quotes; "" for the formula's own. "A:B" for a 3-D reference. */
  sheet: string;
  /** What stands before the address in the formula, with "!"; "" when nothing does. */
  prefix: string;
  /** True where the reference points into another workbook. */
  external: boolean;
  top: number | null;
  left: number | null;
  bottom: number | null;
  right: number | null;
  absolute: { top: boolean; left: boolean; bottom: boolean; right: boolean };
  /** Written as one cell ("A1"), not as a range ("A1:A1"). */
  single: boolean;
}

export interface StructuredRef {
  /** "" for the table the formula stands in. */
  table: string;
  sections: string[];
  columns: string[];
  /** Written as the table's name alone ("SUM(Tabell1)"); the name may then also be a defined name. */
  bare: boolean;
}

type Part = string | { ref: FormulaRef; text: string } | { structured: StructuredRef; text: string };

const cache = new Map<string, readonly Part[]>();
const cacheLimit = 200_000;

/** A formula's text cut at its references. The same text gives the same (shared, read-only) parts. */
function parts(formula: string): readonly Part[] {
  const known = cache.get(formula);
  if (known) return known;
  const found = cut(formula);
  remember(formula, found);
  return found;
}

function remember(formula: string, found: readonly Part[]): void {
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(formula, found);
}

function cut(formula: string): Part[] {
  const found: Part[] = [];
  let plain = "";
  const push = (part: Part) => {
    if (plain) found.push(plain);
    plain = "";
    found.push(part);
  };
  for (const token of tokenize(formula, { mergeRefs: true })) {
    const ref = token.type.startsWith("range") && token.type !== "range_named" ? readRef(token.value) : null;
    if (ref) {
      push({ ref, text: token.value });
      continue;
    }
    const structured =
      token.type === "structured"
        ? readStructured(token.value)
        : token.type === "range_named"
          ? { table: token.value, sections: [], columns: [], bare: true }
          : null;
    if (structured) push({ structured, text: token.value });
    else plain += token.value;
  }
  if (plain) found.push(plain);
  return found;
}

function readRef(text: string): FormulaRef | null {
  const parsed = parseA1Ref(text);
  if (!parsed || !("range" in parsed) || !parsed.range) return null;
  const { top, left, bottom, right, $top, $left, $bottom, $right } = parsed.range;
  const bang = text.lastIndexOf("!");
  // A half-open range ("A2:B", "A2:2") is kept as it stands: Excel turns it into a full one on entry.
  return {
    sheet: parsed.sheetName ?? "",
    prefix: bang < 0 ? "" : text.slice(0, bang + 1),
    external: Boolean(parsed.workbookName),
    top: top ?? null,
    left: left ?? null,
    bottom: bottom ?? null,
    right: right ?? null,
    absolute: { top: !!$top, left: !!$left, bottom: !!$bottom, right: !!$right },
    single: !text.slice(bang + 1).includes(":"),
  };
}

function readStructured(text: string): StructuredRef | null {
  const parsed = parseStructRef(text);
  if (!parsed) return null;
  return {
    table: parsed.table ?? "",
    sections: parsed.sections ?? [],
    columns: parsed.columns ?? [],
    bare: false,
  };
}

/** The address part, "$A$1:B3", "A:C", "2:5". */
export function refAddress(ref: FormulaRef): string {
  const { absolute: abs } = ref;
  const column = (at: number, fixed: boolean) => (fixed ? "$" : "") + columnLetters(at);
  const row = (at: number, fixed: boolean) => (fixed ? "$" : "") + (at + 1);
  if (ref.top === null || ref.bottom === null) {
    return `${column(ref.left!, abs.left)}:${column(ref.right!, abs.right)}`;
  }
  if (ref.left === null || ref.right === null)
    return `${row(ref.top, abs.top)}:${row(ref.bottom, abs.bottom)}`;
  const first = column(ref.left, abs.left) + row(ref.top, abs.top);
  return ref.single ? first : `${first}:${column(ref.right, abs.right)}${row(ref.bottom, abs.bottom)}`;
}

export function refArea(ref: FormulaRef): Area {
  const row = ref.top ?? 0;
  const column = ref.left ?? 0;
  return {
    row,
    column,
    rowCount: (ref.bottom ?? maxRows - 1) - row + 1,
    columnCount: (ref.right ?? maxColumns - 1) - column + 1,
  };
}

/** Places in the workbook that a formula points at, references and structured references apart. */
export function formulaRefs(formula: string): FormulaRef[] {
  return parts(formula).flatMap((part) => (typeof part === "object" && "ref" in part ? [part.ref] : []));
}

export function structuredRefs(formula: string): StructuredRef[] {
  return parts(formula).flatMap((part) =>
    typeof part === "object" && "structured" in part ? [part.structured] : [],
  );
}

/** What takes a reference's place: another reference, a text ("#REF!"), or undefined to leave it as written. */
type Replace = (ref: FormulaRef) => FormulaRef | string | undefined;

/** Rewrites the references of a formula; the formula itself is returned when nothing changes. */
export function replaceRefs(formula: string, replace: Replace): string {
  let changed = false;
  let samePlaces = true;
  const made: Part[] = [];
  for (const part of parts(formula)) {
    const replacement = typeof part === "object" && "ref" in part ? replace(part.ref) : undefined;
    if (replacement === undefined) {
      made.push(part);
      continue;
    }
    changed = true;
    samePlaces &&=
      typeof replacement === "string" || replacement.prefix === (part as { ref: FormulaRef }).ref.prefix;
    made.push(
      typeof replacement === "string"
        ? replacement
        : { ref: replacement, text: replacement.prefix + refAddress(replacement) },
    );
  }
  if (!changed) return formula;
  const text = made.map((part) => (typeof part === "string" ? part : part.text)).join("");
  // What was put together need not be cut again when the next row comes in; a renamed sheet's name is read anew.
  if (samePlaces) remember(text, made);
  return text;
}

export function replaceStructuredRefs(
  formula: string,
  replace: (ref: StructuredRef) => StructuredRef | string | undefined,
): string {
  const found = parts(formula);
  if (!found.some((part) => typeof part === "object" && "structured" in part)) return formula;
  let changed = false;
  const made = found.map((part) => {
    if (typeof part === "string") return part;
    const replacement = "structured" in part ? replace(part.structured) : undefined;
    if (replacement === undefined) return part.text;
    changed = true;
    return typeof replacement === "string" ? replacement : structuredText(replacement);
  });
  return changed ? made.join("") : formula;
}

function structuredText({ table, sections, columns, bare }: StructuredRef): string {
  if (bare) return table;
  return stringifyStructRef({ table, sections, columns } as never);
}

/** Moves the relative parts of a formula's own references, as when it is copied. Out of the sheet gives #REF!. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return replaceRefs(formula, (ref) => {
    const move = (at: number | null, by: number, fixed: boolean) => (at === null || fixed ? at : at + by);
    const moved: FormulaRef = {
      ...ref,
      top: move(ref.top, rows, ref.absolute.top),
      bottom: move(ref.bottom, rows, ref.absolute.bottom),
      left: move(ref.left, columns, ref.absolute.left),
      right: move(ref.right, columns, ref.absolute.right),
    };
    const outside = (at: number | null, size: number) => at !== null && (at < 0 || at >= size);
    if (
      [moved.top, moved.bottom].some((at) => outside(at, maxRows)) ||
      [moved.left, moved.right].some((at) => outside(at, maxColumns))
    )
      return `${ref.prefix}#REF!`;
    return moved;
  });
}

/**
 * A formula copied with rows and columns changing places: what stood to the left now stands above. References with one
 * part fixed move as when they are copied otherwise.
 */
export function transposeFormula(
  formula: string,
  from: { row: number; column: number },
  to: { row: number; column: number },
): string {
  const turned = replaceRefs(formula, (ref) => {
    const { absolute, top, left, bottom, right } = ref;
    const fixed = [absolute.top, absolute.left, absolute.bottom, absolute.right];
    if (fixed.some(Boolean) || top === null || left === null) return undefined;
    return {
      ...ref,
      top: from.row + left - from.column,
      bottom: from.row + right! - from.column,
      left: from.column + top - from.row,
      right: from.column + bottom! - from.row,
    };
  });
  return moveFormula(turned, to.row - from.row, to.column - from.column);
}

/** The sheets of a reference written "First:Last"; a plain name alone. */
export function sheetSpan(sheet: string): { first: string; last: string } {
  const colon = sheet.indexOf(":");
  return colon < 0
    ? { first: sheet, last: sheet }
    : { first: sheet.slice(0, colon), last: sheet.slice(colon + 1) };
}

/** "Blad 1" → "'Blad 1'!"; a span is quoted as one. */
export function sheetPrefix(first: string, last = first): string {
  if (first === last) return `${quoteSheet(first)}!`;
  const plain = quoteSheet(first) === first && quoteSheet(last) === last;
  return plain ? `${first}:${last}!` : `'${`${first}:${last}`.replace(/'/g, "''")}'!`;
}

/** "$A$1:$B$3" */
export function absoluteAddress(area: Area): string {
  const row = (at: number) => `$${at + 1}`;
  const column = (at: number) => `$${columnLetters(at)}`;
  const lastRow = area.row + area.rowCount - 1;
  const lastColumn = area.column + area.columnCount - 1;
  if (area.rowCount === maxRows) return `${column(area.column)}:${column(lastColumn)}`;
  if (area.columnCount === maxColumns) return `${row(area.row)}:${row(lastRow)}`;
  const first = column(area.column) + row(area.row);
  return area.rowCount === 1 && area.columnCount === 1
    ? first
    : `${first}:${column(lastColumn)}${row(lastRow)}`;
}

/** As Excel writes a range's address: whole columns "A:C", whole rows "1:3". */
export function rangeAddress(area: Area): string {
  if (area.columnCount === maxColumns) return `${area.row + 1}:${area.row + area.rowCount}`;
  if (area.rowCount === maxRows)
    return `${columnLetters(area.column)}:${columnLetters(area.column + area.columnCount - 1)}`;
  const first = cellAddress(area.row, area.column);
  return area.rowCount === 1 && area.columnCount === 1
    ? first
    : `${first}:${cellAddress(area.row + area.rowCount - 1, area.column + area.columnCount - 1)}`;
}
