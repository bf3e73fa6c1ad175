import { type Area, intersect } from "../../workbook/address";
import { contentOf, valueText, writeCells } from "../model/cells";
import { printValue } from "../model/print";
import type { Sheet } from "../model/sheet";
import type { Batch } from "./batch";
import { joinCells } from "./specialCells";

export interface Criteria {
  completeMatch: boolean;
  matchCase: boolean;
  backwards: boolean;
}

export function readCriteria(raw: unknown): Criteria {
  const given = (raw ?? {}) as { completeMatch?: unknown; matchCase?: unknown; searchDirection?: unknown };
  return {
    completeMatch: given.completeMatch === true,
    matchCase: given.matchCase === true,
    backwards: String(given.searchDirection ?? "Forward")
      .toLowerCase()
      .startsWith("back"),
  };
}

/** Cells whose printed text or contents match; "*" and "?" stand for anything, "~" takes their meaning away. */
export function findCells(
  { workbook, locale }: Batch,
  sheet: Sheet,
  area: Area,
  what: string,
  criteria: Criteria,
  firstOnly = false,
): Area[] {
  const used = sheet.usedArea();
  const searched = used && intersect(used, area);
  if (!searched) return [];
  const pattern = wildcards(what, criteria);
  const found: { row: number; column: number }[] = [];
  for (let row = searched.row; row < searched.row + searched.rowCount; row++) {
    for (let column = searched.column; column < searched.column + searched.columnCount; column++) {
      const value = sheet.value(row, column);
      const format = workbook.styles.get(sheet.styleId(row, column)).numberFormat;
      if (pattern.test(printValue(value, format, locale)) || pattern.test(valueText(value)))
        found.push({ row, column });
      if (firstOnly && found.length === 1 && !criteria.backwards) return joinCells(found);
    }
  }
  if (firstOnly) return joinCells(found.slice(-1));
  return joinCells(found);
}

function wildcards(what: string, { completeMatch, matchCase }: Criteria, flags = ""): RegExp {
  const body = what.replace(
    /~([*?~])|([*?])|[.*+?^${}()|[\]\\]/g,
    (found, escaped?: string, wild?: string) => {
      if (escaped) return `\\${escaped}`;
      if (wild) return wild === "*" ? "[\\s\\S]*" : "[\\s\\S]";
      return `\\${found}`;
    },
  );
  return new RegExp(completeMatch ? `^${body}$` : body, (matchCase ? "" : "i") + flags);
}

/** Replaces in formulas and constants; the number of cells changed. */
export function replaceCells(
  batch: Batch,
  sheet: Sheet,
  area: Area,
  what: string,
  replacement: string,
  criteria: Criteria,
): number {
  const { workbook, source } = batch;
  const used = sheet.usedArea();
  const searched = used && intersect(used, area);
  if (!searched) return 0;
  const pattern = wildcards(what, criteria, "g");
  let count = 0;
  for (let row = searched.row; row < searched.row + searched.rowCount; row++) {
    for (let column = searched.column; column < searched.column + searched.columnCount; column++) {
      const content = contentOf(sheet, row, column);
      if (content === "") continue;
      const text = String(content);
      const replaced = text.replace(pattern, () => replacement);
      if (replaced === text) continue;
      writeCells(workbook, sheet, { row, column }, [[replaced]], source);
      count++;
    }
  }
  return count;
}
