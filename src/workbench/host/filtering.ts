import { printValue } from "../model/print";
import type { Filter } from "../model/parts";
import { valueText } from "../model/cells";
import type { Sheet } from "../model/sheet";
import { HostError } from "./errors";

const escaped: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (raw: string) => raw.replace(/[&<>"]/g, (found) => escaped[found]);
const unescape = (raw: string) =>
  Object.entries(escaped).reduceRight((text, [character, entity]) => text.replaceAll(entity, character), raw);

/** A filter by values, in the file's words. */
export function valuesXml(values: string[]): string {
  return `<filters>${values.map((value) => `<filter val="${escape(value)}"/>`).join("")}</filters>`;
}

/** @throws NotImplemented for filters of another kind, which only the file knows. */
export function readValues(xml: string): string[] {
  if (!/<(?:\w+:)?filters/.test(xml))
    throw new HostError("NotImplemented", "Filters other than by values are not modelled by the workbench.");
  return [...xml.matchAll(/<(?:\w+:)?filter val="([^"]*)"/g)].map(([, found]) => unescape(found));
}

/** Hides the rows below the filter's header whose cells are not among the values chosen. */
export function filterRows(sheet: Sheet, { area, criteria }: Filter): void {
  const chosen = criteria.map(({ column, xml }) => ({
    column: area.column + column,
    values: new Set(readValues(xml).map((value) => value.toLowerCase())),
  }));
  for (let row = area.row + 1; row < area.row + area.rowCount; row++) {
    const shown = chosen.every(({ column, values }) => {
      const value = sheet.value(row, column);
      return (
        values.has(valueText(value).toLowerCase()) ||
        values.has(printValue(value, "General", "en-US").toLowerCase())
      );
    });
    if (!shown || sheet.rows[row]) sheet.ensureRow(row).hidden = !shown;
  }
}
