import type { AreaChange } from "../workbook/areaChange";
import type { CellContent } from "../workbook/change";
import type { CellMatrix } from "../workbook/cell";
import { type KollCell, standingContents, stateOf } from "./kollCells";
import { standaloneFormula } from "./standalone";

/** What takes the place of the KOLL calls: native formulas where there are such, or the values they show. */
export type Satt = "formler" | "varden";

/** Why a cell is left as it is. */
export type Left = "skyddat" | "trasig";

/** One cell's change, as it is previewed. */
export interface ShareStep {
  cell: KollCell;
  /** The native formula, "" where the values are written. */
  native: string;
  left: Left | null;
}

/** What would be done to each cell. Nothing is left out: what can't be done says why. */
export function planShare(
  cells: readonly KollCell[],
  satt: Satt,
  shadowing?: ReadonlySet<string>,
): ShareStep[] {
  return cells.map((cell) => {
    const native = satt === "formler" ? (standaloneFormula(cell.formula, shadowing) ?? "") : "";
    // An array entered with Ctrl+Shift+Enter, and a spill, keep their size: the native formula spills as the function did.
    const left = cell.protected
      ? "skyddat"
      : native === "" && stateOf(cell.values) !== "räknad"
        ? "trasig"
        : null;
    return { cell, native, left };
  });
}

export function shareChanges(steps: readonly ShareStep[]): AreaChange[] {
  return steps
    .filter(({ left }) => left === null)
    .map(({ cell, native }) => ({
      sheet: cell.sheet,
      area: cell.area,
      before: standingContents(cell.formula, cell.values),
      after: native === "" ? frozenContents(cell.values) : spilling(native, cell.values),
    }));
}

/** A formula's blank answer is an empty text. */
const frozenContents = (values: CellMatrix): CellContent[][] =>
  values.map((line) => line.map((value) => ({ formula: "", value: value ?? "" })));

/** The formula in the first cell; the others are emptied for its spill. */
export const spilling = (formula: string, values: CellMatrix): CellContent[][] =>
  values.map((line, r) => line.map((_, c) => ({ formula: r === 0 && c === 0 ? formula : "", value: null })));
