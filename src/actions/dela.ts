import { addFrozen, bookKey } from "../excel/frozen";
import { checkAreas, writeAreas } from "../excel/applyAreas";
import { readAreas } from "../excel/payload";
import { fromExcel } from "../excel/readSnapshot";
import { type FormulaUse, readUses } from "../excel/readUses";
import type { SessionOptions } from "../excel/session";
import { frozenParts } from "../sharing/freeze";
import { type KollCell, type Scope, shadowingNames } from "../sharing/kollCells";
import { kollCalls } from "../sharing/kollCalls";
import { planShare, type Satt, shareChanges, type ShareStep, spilling } from "../sharing/sharePlan";
import { standaloneFormula } from "../sharing/standalone";
import { agrees, isCellError } from "../workbook/cell";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { readKollCells } from "./koll";
import { logChange } from "./logg";
import { ownSheets } from "./ownSheets";
import { act } from "./session";
import { thaw } from "./tina";

export type { FormulaUse, KollCell, Satt, Scope, ShareStep };

/** What a reader without the add-in meets. */
export interface Overview {
  cells: KollCell[];
  /** KOLL calls in names, conditional formats and validations. */
  uses: KollUse[];
  /** Report sheets: native formulas, nothing to do. */
  reports: string[];
}

export interface KollUse extends FormulaUse {
  /** The native formula; null where there is none. */
  native: string | null;
}

/** Everything in the workbook that needs Nämndkoll. Changes nothing. */
export function seEfter(options?: SessionOptions): Promise<Overview> {
  return act(async (context) => {
    const { snapshot, cells } = await readKollCells(context, null);
    return { cells, uses: await kollUses(context, snapshot), reports: ownSheets(snapshot) };
  }, options);
}

/** KOLL calls beside the cells, with the native formula where there is one. */
export async function kollUses(
  context: Excel.RequestContext,
  snapshot: WorkbookSnapshot,
): Promise<KollUse[]> {
  const shadowing = shadowingNames(snapshot);
  return (await readUses(context, snapshot.names))
    .filter(({ formula }) => kollCalls(formula, shadowing).length > 0)
    .map((use) => ({ ...use, native: standaloneFormula(use.formula, shadowing) }));
}

/** What would be done to each cell: the preview, and what `share` carries out. */
export interface SharePlan {
  satt: Satt;
  steps: ShareStep[];
  /** Uses that stay: names without a native formula; formats and validations, where custom functions never work. */
  uses: KollUse[];
  snapshot: WorkbookSnapshot;
}

/** Plans a free-standing workbook ("formler": native formulas where there are such) or a freeze ("varden"). */
export function planSharing(satt: Satt, scope: Scope = null, options?: SessionOptions): Promise<SharePlan> {
  return act(async (context) => {
    const { snapshot, cells } = await readKollCells(context, scope);
    const steps = planShare(cells, satt, shadowingNames(snapshot));
    return { satt, steps, uses: scope === null ? await kollUses(context, snapshot) : [], snapshot };
  }, options);
}

export interface Shared {
  /** Cells that now hold native formulas, and cells that hold values. */
  formulas: number;
  values: number;
  left: ShareStep[];
  /** Native formulas that did not give what the function gave: the values were written. */
  disagreeing: { sheet: string; row: number; column: number }[];
  /** Takes it back; null in a copy, where no originals are kept. */
  undo: (() => Promise<void>) | null;
}

/**
 * Carries a plan out. Every cell is read again first: if one has changed since the preview, nothing is written and the
 * user is told which. `keep`: the originals are kept in the file, so that Tina upp restores them.
 */
export async function share(
  { satt, steps, snapshot }: SharePlan,
  { keep = true, now = new Date(), ...options }: SessionOptions & { keep?: boolean; now?: Date } = {},
): Promise<Shared> {
  const id = crypto.randomUUID();
  const time = now.toISOString();
  const changes = shareChanges(steps);
  const done = steps.filter(({ left }) => left === null);
  const result: Shared = {
    formulas: done.filter(({ native }) => native !== "").length,
    values: done.filter(({ native }) => native === "").length,
    left: steps.filter(({ left }) => left !== null),
    disagreeing: [],
    undo: keep ? () => thaw({ freeze: id }).then(() => undefined) : null,
  };
  if (changes.length === 0) return { ...result, undo: null };
  await act(async (context) => {
    await checkAreas(context, changes);
    let forget = () => {};
    const book = keep ? await bookKey(context) : "";
    if (keep) forget = await addFrozen(context, frozenParts(snapshot, steps, { book, id, time }));
    try {
      await writeAreas(context, changes);
      await context.sync();
    } catch (error) {
      forget();
      await context.sync();
      throw error;
    }
    const wrong = await settle(context, done);
    if (keep && wrong.length > 0) {
      forget();
      const asValues = steps.map((step) => (wrong.includes(step) ? { ...step, native: "" } : step));
      await addFrozen(context, frozenParts(snapshot, asValues, { book, id, time }));
      await context.sync();
    }
    result.disagreeing = wrong.map(({ cell: { sheet, area } }) => ({
      sheet,
      row: area.row,
      column: area.column,
    }));
    await logChange(context, satt === "varden" ? "frys" : "fristaende", done.length, now);
  }, options);
  result.formulas -= result.disagreeing.length;
  result.values += result.disagreeing.length;
  return result;
}

/** Reads the native formulas' answers; one that differs from the function's gets the function's values instead. */
async function settle(
  context: Excel.RequestContext,
  done: readonly ShareStep[],
): Promise<readonly ShareStep[]> {
  const native = done.filter((step) => step.native !== "" && isTrustworthy(step.cell));
  if (native.length === 0) return [];
  const answers = await readAreas(
    context,
    native.map(({ cell }) => ({
      sheet: context.workbook.worksheets.getItem(cell.sheet),
      area: cell.area,
    })),
  );
  const wrong = native.filter(({ cell }, index) =>
    cell.values.some((line, r) =>
      line.some((value, c) => !agrees(fromExcel(answers[index].values[r][c]), value)),
    ),
  );
  if (wrong.length === 0) return [];
  await writeAreas(
    context,
    wrong.flatMap(({ cell, native: formula }) =>
      shareChanges([{ cell, native: "", left: null }]).map((change) => ({
        ...change,
        before: spilling(formula, cell.values),
      })),
    ),
  );
  await context.sync();
  return wrong;
}

/** A function that shows an error of Excel's own says nothing about what it would give. */
const isTrustworthy = ({ values }: KollCell) =>
  !values.flat().some((value) => isCellError(value) && value.fel !== "#DIV/0!" && value.fel !== "#N/A");
