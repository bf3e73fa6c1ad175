import type { WorkbookSnapshot } from "../workbook/snapshot";

/** Words that name a body: Socialnämnden, Funktionsstödsnämnd, vård- och omsorgsnämnden, Programnämnd social välfärd. */
const body =
  /(?:[\p{L}]+- och )?[\p{L}-]*nämnd(?:en)?(?=$|[\s,.:;)])(?: [\p{Ll}]+(?: [\p{Ll}]+)?(?=$|[,.:;)]))?/iu;

/** The board that a source's caption names, as it stands there; "" when none is named above it. */
export function namndOver(
  snapshot: WorkbookSnapshot,
  { sheet, area }: { sheet: string; area: { row: number } },
): string {
  const on = snapshot.sheets.find(({ name }) => name === sheet);
  for (const line of on?.values.slice(0, Math.max(0, area.row - on.area.row)) ?? []) {
    for (const value of line) {
      const found = typeof value === "string" ? body.exec(value)?.[0].trim() : undefined;
      if (found) return found[0].toUpperCase() + found.slice(1);
    }
  }
  return "";
}
