import { translateFormulaToA1 } from "@borgar/fx/xlsx";
import type { Expression } from "./expression";
import { cellAddress } from "../../workbook/address";
import { lower } from "./lower";
import type { Place } from "./symbols";

/** A reference written as text, for INDIRECT; null for what is no reference. */
export function parseReferenceText(
  text: string,
  a1: boolean,
  place: Place,
  sheetName: (name: string) => string | undefined,
): Expression | null {
  try {
    const formula = a1 ? `=${text}` : translateFormulaToA1(`=${text}`, cellAddress(place.row, place.column));
    const { root } = lower(formula, place.row, place.column, () => true);
    if (root.type === "area" && root.sheets && !sheetName(root.sheets.first)) return null;
    return root.type === "area" || root.type === "name" || root.type === "structured" || root.type === "spill"
      ? root
      : null;
  } catch {
    return null;
  }
}
