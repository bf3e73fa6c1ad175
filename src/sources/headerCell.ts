import type { Penningenhet } from "../tables";
import { readMoneyUnit } from "../tables/header";
import { normalise } from "../tables/time";
import { columnLetters } from "../workbook/address";

export interface HeaderCell {
  /** Sheet position. */
  column: number;
  /** All header rows put together. */
  text: string;
  /** The lowest header cell: what a structured reference names. */
  name: string;
  unit: Penningenhet | null;
}

export const headerOf = (column: number, text: string, name = text): HeaderCell => ({
  column,
  text,
  name,
  unit: readMoneyUnit(text),
});

const unitWords = /[\s,]*\(?\b(?:i |belopp i )?(?:tkr|mnkr|mkr|kkr|msek|ksek|sek|kr|st)\b\)?/g;

/** A header as the field words see it: no unit, no punctuation around. */
export const plainHeader = (text: string) =>
  normalise(text)
    .replace(unitWords, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.:,;-]+|[\s.:,;-]+$/g, "");

type Placed = Pick<HeaderCell, "text" | "column">;

/** A header as it is chosen by; headers that read alike are told apart by their column. */
export const headerLabel = ({ text, column }: Placed, headers: readonly Placed[]): string =>
  headers.filter((other) => other.text === text).length > 1
    ? `${text} (kolumn ${columnLetters(column)})`
    : text;
