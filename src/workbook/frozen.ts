import { contentHash } from "./contentHash";

/**
 * The formulas a freeze took away, in custom XML parts of their own: a freeze adds parts and never rewrites another's, so
 * that two people who freeze at once keep both. Versioned; a checksum tells what was edited by hand.
 */
export interface FrozenPart {
  version: 1;
  /** The workbook it belongs to: the same as in its hidden name. */
  book: string;
  /** One for all parts of a freeze. */
  id: string;
  /** ISO time. */
  time: string;
  sheets: FrozenSheet[];
}

export interface FrozenSheet {
  name: string;
  /** What the sheet looked like, to find rows and columns again; missing on sheets too large for it, and in later parts. */
  shape?: SheetShape;
  cells: FrozenCell[];
}

export interface FrozenCell {
  row: number;
  column: number;
  /** The size of what it filled. */
  rowCount: number;
  columnCount: number;
  formula: string;
  /** Of the values written in its place; of the native formula where `native` is given. */
  hash: string;
  /** The native formula written in its place. */
  native?: string;
}

/** Eight characters a row: four tell all its constants, four its first text. Four a column: its first text. */
export interface SheetShape {
  rows: string;
  columns: string;
}

export const frozenNamespace = "urn:namndkoll:fryst:1";

/** The hidden name that says which workbook it is; goes with the file, not with a copied sheet or a copied part. */
export const bookName = "Namndkoll_bok";

type Packed = [number, number, number, number, string, string, string?];

export function frozenToXml({ sheets, ...head }: FrozenPart): string {
  const json = JSON.stringify({
    ...head,
    sheets: sheets.map(({ cells, ...sheet }) => ({
      ...sheet,
      cells: cells.map(({ row, column, rowCount, columnCount, formula, hash, native }): Packed => [
        row,
        column,
        rowCount,
        columnCount,
        formula,
        hash,
        ...((native === undefined ? [] : [native]) as [string?]),
      ]),
    })),
  });
  const text = json.replace(/[&<>\r]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<fryst xmlns="${frozenNamespace}" summa="${contentHash(json)}">${text}</fryst>`;
}

/** "damaged" when someone has edited it, "newer" when a later Nämndkoll wrote it. */
export function frozenFromXml(xml: string): FrozenPart | "damaged" | "newer" {
  const found = /<(?:\w+:)?fryst\b([^>]*)>([\s\S]*)<\/(?:\w+:)?fryst\s*>/.exec(xml);
  const sum = /\bsumma\s*=\s*["']([^"']*)["']/.exec(found?.[1] ?? "")?.[1];
  if (!found || sum === undefined) return "damaged";
  const json = found[2].replace(/&(?:#(\d+)|#x([0-9a-f]+)|(amp|lt|gt|quot|apos));/gi, unescaped);
  try {
    const parsed = JSON.parse(json) as Omit<FrozenPart, "sheets"> & {
      sheets: (Omit<FrozenSheet, "cells"> & { cells: Packed[] })[];
    };
    if (typeof parsed.version === "number" && parsed.version > 1) return "newer";
    if (contentHash(json) !== sum) return "damaged";
    return {
      ...parsed,
      sheets: parsed.sheets.map(({ cells, ...sheet }) => ({
        ...sheet,
        cells: cells.map(([row, column, rowCount, columnCount, formula, hash, native]) => ({
          row,
          column,
          rowCount,
          columnCount,
          formula,
          hash,
          ...(native !== undefined && { native }),
        })),
      })),
    };
  } catch {
    return "damaged";
  }
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const unescaped = (_: string, decimal?: string, hex?: string, name?: string) =>
  name ? named[name.toLowerCase()] : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex!, 16));
