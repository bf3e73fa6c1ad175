import { references } from "../workbook/formula";
import { contentHash } from "../workbook/contentHash";
import type { CellMatrix } from "../workbook/cell";
import type { FrozenCell, FrozenPart, FrozenSheet } from "../workbook/frozen";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { sheetShape, valueKey } from "./shape";
import type { ShareStep } from "./sharePlan";

/** A part of this many characters is read and written well within what Excel takes at once. */
const partSize = 800_000;

export const valuesHash = (values: CellMatrix): string =>
  contentHash(values.map((line) => line.map(valueKey).join("\t")).join("\n"));

/** A formula as it is recognised: Excel may set its blanks and capitals otherwise. */
export const formulaHash = (formula: string): string =>
  contentHash(formula.replace(/\s+/g, "").toUpperCase());

/** The originals of what is about to be written, with the shapes of the sheets they stand on and point at. */
export function frozenParts(
  snapshot: WorkbookSnapshot,
  steps: readonly ShareStep[],
  head: Pick<FrozenPart, "book" | "id" | "time">,
): FrozenPart[] {
  const done = steps.filter(({ left }) => left === null);
  const bySheet = new Map<string, ShareStep[]>();
  for (const step of done) {
    const own = bySheet.get(step.cell.sheet);
    if (own) own.push(step);
    else bySheet.set(step.cell.sheet, [step]);
  }
  const parts: FrozenPart[] = [];
  let sheets: FrozenSheet[] = [];
  let size = 0;
  const close = () => {
    if (sheets.length > 0) parts.push({ version: 1, ...head, sheets });
    sheets = [];
    size = 0;
  };
  for (const name of concerned(snapshot, bySheet)) {
    const sheet = snapshot.sheets.find((one) => one.name === name)!;
    const own = bySheet.get(name) ?? [];
    const constant = new Set<number>();
    for (const { cell, native } of own) {
      const { row, column, rowCount, columnCount } = cell.area;
      for (let r = 0; native === "" && r < rowCount; r++)
        for (let c = 0; c < columnCount; c++) constant.add((row + r) * 16384 + column + c);
    }
    const shape = sheetShape(sheet, (row, column) => constant.has(row * 16384 + column));
    const weight = shape ? shape.rows.length + shape.columns.length : 0;
    if (size > 0 && size + weight > partSize) close();
    let current: FrozenSheet = { name, ...(shape && { shape }), cells: [] };
    sheets.push(current);
    size += weight;
    for (const step of own) {
      const cell = frozenCell(step);
      const cellWeight = cell.formula.length + (cell.native?.length ?? 0) + 40;
      if (size > 0 && size + cellWeight > partSize) {
        close();
        sheets.push((current = { name, cells: [] }));
      }
      current.cells.push(cell);
      size += cellWeight;
    }
  }
  close();
  return parts;
}

function frozenCell({ cell: { area, formula, values }, native }: ShareStep): FrozenCell {
  const hash = native === "" ? valuesHash(values) : formulaHash(native);
  return { ...area, formula, hash, ...(native !== "" && { native }) };
}

/** Sheets with frozen cells, then those their formulas point at, each once. */
function concerned(snapshot: WorkbookSnapshot, bySheet: ReadonlyMap<string, ShareStep[]>): string[] {
  const named = new Set(bySheet.keys());
  const known = new Map(snapshot.sheets.map(({ name }) => [name.toLowerCase(), name]));
  const seen = new Set<string>();
  for (const steps of bySheet.values()) {
    for (const { cell } of steps) {
      // Formulas on 50 000 rows name few sheets: only a new pattern of what stands before "!" is read.
      const pattern = cell.formula.replace(/[$]?[A-Z]{1,3}[$]?\d+/g, "");
      if (!cell.formula.includes("!") || seen.has(pattern)) continue;
      seen.add(pattern);
      for (const { sheet, book } of references(cell.formula)) {
        const name = sheet === null || book !== null ? undefined : known.get(sheet.toLowerCase());
        if (name !== undefined) named.add(name);
      }
    }
  }
  return [...named];
}
