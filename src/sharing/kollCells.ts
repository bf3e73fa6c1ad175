import type { Area } from "../workbook/address";
import { contains } from "../workbook/address";
import { cellArea } from "../workbook/areaChange";
import { type CellMatrix, type CellValue, type ErrorCode, isCellError } from "../workbook/cell";
import type { CellContent } from "../workbook/change";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { type Form, kollCalls, mayCallKoll } from "./kollCalls";

/** A cell whose formula calls KOLL functions, with what it fills. */
export interface KollCell {
  sheet: string;
  /** The cell, or the whole of its spill or array. */
  area: Area;
  formula: string;
  values: CellMatrix;
  functions: string[];
  /** The worst of its calls: one damaged name is enough. */
  form: Form;
  protected: boolean;
}

/** What formulas fill beyond their own cell, by `areaKey`. */
export type Extents = ReadonlyMap<string, Area>;

export const areaKey = (sheet: string, row: number, column: number) => `${row},${column},${sheet}`;

/** Names the workbook defines that read like functions of ours: the user's own, in capitals. */
export const shadowingNames = ({ names }: WorkbookSnapshot): Set<string> =>
  new Set(names.map(({ name }) => name.toUpperCase()).filter(mayCallKoll));

/** `within` limits it to formulas that stand in, or fill, a part of the workbook. */
export function findKollCells(
  snapshot: WorkbookSnapshot,
  extents: Extents = new Map(),
  within: Scope = null,
): KollCell[] {
  const shadowing = shadowingNames(snapshot);
  return snapshot.sheets.flatMap((sheet) => {
    if (within && sheet.name !== within.sheet) return [];
    const found: KollCell[] = [];
    const covered = new Set<number>();
    sheet.formulas.forEach((line, r) =>
      line.forEach((formula, c) => {
        if (formula === "" || !mayCallKoll(formula)) return;
        const [row, column] = [sheet.area.row + r, sheet.area.column + c];
        if (covered.has(row * 16384 + column)) return;
        const calls = kollCalls(formula, shadowing);
        if (calls.length === 0) return;
        const area = extents.get(areaKey(sheet.name, row, column)) ?? cellArea(row, column);
        if (area.rowCount * area.columnCount > 1)
          for (let i = 0; i < area.rowCount; i++)
            for (let j = 0; j < area.columnCount; j++) covered.add((row + i) * 16384 + column + j);
        if (within?.area && !overlaps(within.area, area)) return;
        found.push({
          sheet: sheet.name,
          area,
          formula,
          values: valuesOf(sheet, area),
          functions: [...new Set(calls.map(({ id, name }) => id ?? name))],
          form: (["skadad", "lagrad", "ren"] as const).find((form) =>
            calls.some((call) => call.form === form),
          )!,
          protected: sheet.protected,
        });
      }),
    );
    return found;
  });
}

/** The whole workbook (null), a sheet, or a part of it. An array that is partly in it is taken whole. */
export type Scope = { sheet: string; area: Area | null } | null;

const overlaps = (a: Area, b: Area) =>
  a.row < b.row + b.rowCount &&
  b.row < a.row + a.rowCount &&
  a.column < b.column + b.columnCount &&
  b.column < a.column + a.columnCount;

export function valuesOf({ area: used, values }: SheetSnapshot, area: Area): CellMatrix {
  return Array.from({ length: area.rowCount }, (_, r) =>
    Array.from({ length: area.columnCount }, (_, c) =>
      contains(used, area.row + r, area.column + c)
        ? values[area.row + r - used.row][area.column + c - used.column]
        : null,
    ),
  );
}

/** As contents before a change: the formula in the first cell, the values in all. */
export const standingContents = (formula: string, values: CellMatrix): CellContent[][] =>
  values.map((line, r) => line.map((value, c) => ({ formula: r === 0 && c === 0 ? formula : "", value })));

const waiting = new Set<ErrorCode>(["#BUSY!", "#GETTING_DATA", "#CONNECT!", "#UNKNOWN!"]);

/** Excel doesn't know the function ("namn"), has not had its answer ("väntar"), or shows a result. */
export function stateOf(values: CellMatrix): "namn" | "väntar" | "räknad" {
  const errors = values.flat().filter((value: CellValue) => isCellError(value));
  if (errors.some(({ fel }) => fel === "#NAME?")) return "namn";
  return errors.some(({ fel }) => waiting.has(fel)) ? "väntar" : "räknad";
}
