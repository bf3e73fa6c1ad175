import { parseA1Ref, stringifyA1Ref, tokenize } from "@borgar/fx";

/** Where a sheet's rows and columns are now: null = deleted, undefined = can't be said. */
export interface SheetMove {
  /** The sheet's name now. */
  name: string;
  row(old: number): number | null | undefined;
  column(old: number): number | null | undefined;
}

/**
 * The formula with its references followed to where their cells are now; null where one of them is gone or can't be
 * followed. A range keeps the rows that are left of it, as in Excel. `moveOf` gives null for a sheet that isn't there.
 */
export function movedFormula(
  formula: string,
  ownSheet: string,
  moveOf: (sheet: string) => SheetMove | null,
): string | null {
  let text = "";
  for (const { type, value } of tokenize(formula, { mergeRefs: true })) {
    if (!/^range/.test(type)) {
      text += value;
      continue;
    }
    const moved = movedReference(value, ownSheet, moveOf);
    if (moved === null) return null;
    text += moved;
  }
  return text;
}

function movedReference(
  reference: string,
  ownSheet: string,
  moveOf: (sheet: string) => SheetMove | null,
): string | null {
  const parsed = parseA1Ref(reference);
  const context = parsed?.context ?? [];
  // Another workbook's cells, and names of this one, are not ours to follow.
  if (!parsed || context.length > 1 || /^\[|^'\[/.test(reference)) return reference;
  if (!("range" in parsed) || !parsed.range) {
    if (context.length === 0) return reference;
    const named = moveOf(context[0]);
    return named && stringifyA1Ref({ ...parsed, context: [named.name] } as never);
  }
  const move = moveOf(context[0] ?? ownSheet);
  if (!move) return null;
  const { top, left, bottom, right } = parsed.range;
  const rows = span(top, bottom, move.row);
  const columns = span(left, right, move.column);
  if (!rows || !columns) return null;
  if (same(rows, [top, bottom]) && same(columns, [left, right]) && (context[0] ?? move.name) === move.name)
    return reference;
  const range = {
    ...parsed.range,
    ...(rows[0] !== undefined && { top: rows[0], bottom: rows[1] }),
    ...(columns[0] !== undefined && { left: columns[0], right: columns[1] }),
  };
  return stringifyA1Ref({ ...parsed, context: context.length > 0 ? [move.name] : [], range } as never);
}

type Ends = [number | undefined, number | undefined];

function span(
  first: number | null | undefined,
  last: number | null | undefined,
  where: (old: number) => number | null | undefined,
): Ends | null {
  // A whole column has no rows, a whole row no columns.
  if (first === null || first === undefined || last === null || last === undefined) {
    return [first ?? undefined, last ?? undefined];
  }
  let [from, to] = [first, last];
  while (from <= to && where(from) === null) from++;
  while (to > from && where(to) === null) to--;
  if (from > to) return null;
  const [a, b] = [where(from), where(to)];
  return typeof a === "number" && typeof b === "number" ? [a, b] : null;
}

const same = (a: Ends, b: (number | null | undefined)[]) =>
  (a[0] ?? null) === (b[0] ?? null) && (a[1] ?? null) === (b[1] ?? null);
