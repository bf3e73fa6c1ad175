import { type CellValue, isBlank } from "../workbook/cell";
import { call, equal, link, text } from "../workbook/expression";
import { amountFormat } from "../workbook/numberFormat";
import type { PlanCell } from "../workbook/plan";
import type { Underlag } from "./underlag";

/** A cell that shows a source's cell as it stands, with its number format; blank where that is. Null where the source has no such column. */
export function somIKallan(
  underlag: Underlag,
  falt: string,
  i: number,
  align?: PlanCell["align"],
): PlanCell | null {
  const found = underlag.cell(falt, i);
  if (!found) return null;
  const there = link(found.reference, found.value);
  return {
    content: call("IF", equal(there, text("")), text(""), there),
    expected: isBlank(found.value) ? "" : found.value,
    numberFormat: grupperat(found.numberFormat, found.value),
    align: align ?? (typeof found.value === "string" ? "right" : undefined),
  };
}

/** Large whole numbers without a format of their own are grouped; from five digits on, so that no year is. */
const grupperat = (numberFormat: string, value: CellValue): string =>
  numberFormat === "General" &&
  typeof value === "number" &&
  Number.isInteger(value) &&
  Math.abs(value) >= 10_000
    ? amountFormat(0)
    : numberFormat;

/** Years that the source has a column for, in order: "utfall" alone has none. */
export function kolumnar(underlag: Underlag, falt: string): number[] {
  const years: number[] = [];
  for (let ar = 1990; ar < 2100; ar++) if (underlag.text(`${falt}:${ar}`)) years.push(ar);
  return years;
}

/** The words of a column, row by row; "" where it has none. */
export const ord = (underlag: Underlag, falt: string, i: number): string =>
  String(underlag.text(falt)?.varden[i] ?? "").trim();
