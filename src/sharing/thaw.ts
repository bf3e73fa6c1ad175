import type { Area } from "../workbook/address";
import type { AreaChange } from "../workbook/areaChange";
import { usedTables } from "../workbook/callSites";
import type { CellMatrix } from "../workbook/cell";
import type { FrozenCell, FrozenPart, FrozenSheet, SheetShape } from "../workbook/frozen";
import { movedFormula, type SheetMove } from "../workbook/movedFormula";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { formulaHash, valuesHash } from "./freeze";
import { standingContents, valuesOf } from "./kollCells";
import { spilling } from "./sharePlan";
import { follow, likeness, sheetShape } from "./shape";

/**
 * What stands where a formula was frozen. kvar: what the freeze wrote, where it wrote it. flyttad: the same, elsewhere, and
 * its own place is empty or gone. ändrad: someone has written something else. borta: neither the place nor the content is found. osäker: the content
 * stands, but what the formula points at can't be found again. skyddad: the sheet is protected.
 */
export type ThawState = "kvar" | "flyttad" | "ändrad" | "borta" | "osäker" | "skyddad";

export interface ThawStep {
  state: ThawState;
  /** Where it was frozen. */
  from: { sheet: string; area: Area };
  /** Where it stands now; null when it is gone. */
  to: { sheet: string; area: Area } | null;
  original: string;
  /** The formula to enter, its references followed; "" when nothing can be entered. */
  formula: string;
  /** What the change is made for. */
  change: AreaChange | null;
  /** The part it is kept in, and its place there: what is thawed is taken out. */
  key: ThawKey;
}

export interface ThawKey {
  part: number;
  sheet: number;
  cell: number;
}

/** What a thaw would do with each frozen formula, the latest freeze first. */
export function planThaw(snapshot: WorkbookSnapshot, parts: readonly FrozenPart[]): ThawStep[] {
  const order = parts.map((_, index) => index).sort((a, b) => parts[b].time.localeCompare(parts[a].time));
  const claimed = new Set<string>();
  const steps: ThawStep[] = [];
  const byFreeze = new Map<string, Moves>();
  for (const index of order) {
    const { id, sheets } = parts[index];
    let moves = byFreeze.get(id);
    if (!moves)
      byFreeze.set(
        id,
        (moves = new Moves(
          snapshot,
          parts.filter((part) => part.id === id),
        )),
      );
    sheets.forEach((sheet, s) =>
      sheet.cells.forEach((cell, c) => {
        const step = planCell(snapshot, moves, sheet, cell, { part: index, sheet: s, cell: c }, claimed);
        const place = step.to && `${step.to.sheet}!${step.to.area.row},${step.to.area.column}`;
        // An older freeze of a cell that was thawed by hand and frozen again has nothing left to say.
        if (place !== null && claimed.has(place)) return;
        if (place !== null && step.change) claimed.add(place);
        steps.push(step);
      }),
    );
  }
  return steps;
}

function planCell(
  snapshot: WorkbookSnapshot,
  moves: Moves,
  sheet: FrozenSheet,
  cell: FrozenCell,
  key: ThawKey,
  claimed: ReadonlySet<string>,
): ThawStep {
  const size = { rowCount: cell.rowCount, columnCount: cell.columnCount };
  const from = { sheet: sheet.name, area: { row: cell.row, column: cell.column, ...size } };
  const step = { from, original: cell.formula, formula: "", change: null, key };
  const move = moves.of(sheet.name);
  const now = move && snapshot.sheets.find(({ name }) => name === move.name);
  if (!move || !now) return { ...step, state: "borta", to: null };
  const written =
    cell.native === undefined ? undefined : movedFormula(cell.native, sheet.name, (name) => moves.of(name));
  const hash = written === undefined ? cell.hash : written === null ? "" : formulaHash(written);
  const holds = (area: Area) =>
    hash === standing(now, area, cell.native !== undefined) &&
    !claimed.has(`${now.name}!${area.row},${area.column}`);
  const [row, column] = [move.row(cell.row), move.column(cell.column)];
  const followed = typeof row === "number" && typeof column === "number" ? { row, column, ...size } : null;
  const taken = followed !== null && !isBlank(now, followed);
  const found =
    followed && holds(followed) ? followed : taken ? null : moves.search(now, size, hash, cell.native, holds);
  if (!found) {
    return followed
      ? { ...step, state: "ändrad", to: { sheet: now.name, area: followed } }
      : { ...step, state: "borta", to: null };
  }
  const to = { sheet: now.name, area: found };
  if (now.protected) return { ...step, state: "skyddad", to };
  // A cell that was cut out and put elsewhere keeps what its formula points at.
  const formula = movedFormula(cell.formula, sheet.name, (name) => moves.of(name));
  if (formula === null || !tablesExist(snapshot, formula)) return { ...step, state: "osäker", to };
  const values = valuesOf(now, found);
  const change: AreaChange = {
    ...to,
    before: standingContents(formulaAt(now, found), values),
    after: spilling(formula, values),
  };
  const state = found.row === cell.row && found.column === cell.column ? "kvar" : "flyttad";
  return { ...step, state, to, formula, change };
}

const isBlank = (sheet: SheetSnapshot, area: Area): boolean =>
  valuesOf(sheet, area).every((line) => line.every((value) => value === null));

const formulaAt = ({ area, formulas }: SheetSnapshot, { row, column }: Area): string =>
  formulas[row - area.row]?.[column - area.column] ?? "";

/** The hash of what stands in an area; "" where it is not of the kind that was written. */
function standing(sheet: SheetSnapshot, area: Area, native: boolean): string {
  const formula = formulaAt(sheet, area);
  if (native) return formula === "" ? "" : formulaHash(formula);
  for (let r = 0; r < area.rowCount; r++)
    for (let c = 0; c < area.columnCount; c++)
      if (sheet.formulas[area.row + r - sheet.area.row]?.[area.column + c - sheet.area.column]) return "";
  return valuesHash(valuesOf(sheet, area));
}

const tablesExist = ({ sheets }: WorkbookSnapshot, formula: string): boolean =>
  !formula.includes("[") ||
  usedTables(formula).every((table) =>
    sheets.some(({ tables }) => tables.some(({ name }) => name.toLowerCase() === table.toLowerCase())),
  );

/** How the sheets of one freeze have changed since; worked out when first asked for. */
class Moves {
  private readonly known = new Map<string, SheetMove | null>();
  private readonly shapes = new Map<string, SheetShape>();
  private readonly shapesNow = new Map<string, SheetShape | undefined>();
  private readonly names: Set<string>;
  private readonly contents = new Map<string, Map<string, Area | null>>();

  constructor(
    private readonly snapshot: WorkbookSnapshot,
    parts: readonly FrozenPart[],
  ) {
    this.names = new Set();
    for (const { sheets } of parts) {
      for (const { name, shape } of sheets) {
        this.names.add(name.toLowerCase());
        if (shape) this.shapes.set(name.toLowerCase(), shape);
      }
    }
  }

  of(name: string): SheetMove | null {
    const key = name.toLowerCase();
    let move = this.known.get(key);
    if (move === undefined) this.known.set(key, (move = this.find(key)));
    return move;
  }

  private find(key: string): SheetMove | null {
    const before = this.shapes.get(key);
    const sheet = this.snapshot.sheets.find(({ name }) => name.toLowerCase() === key) ?? this.renamed(before);
    if (!sheet) return null;
    const now = before && this.shapeNow(sheet);
    const same = (old: number) => old;
    return { name: sheet.name, ...(before && now ? follow(before, now) : { row: same, column: same }) };
  }

  /** The sheet that is most like one that isn't there by its name: half of its rows are enough. */
  private renamed(before: SheetShape | undefined): SheetSnapshot | null {
    if (!before) return null;
    const candidates = this.snapshot.sheets
      .filter(({ name }) => !this.names.has(name.toLowerCase()))
      .map((sheet) => {
        const now = this.shapeNow(sheet);
        return { sheet, like: now ? likeness(before, now) : 0 };
      })
      .sort((a, b) => b.like - a.like);
    const [best, second] = candidates;
    // Two copies of a sheet can't be told apart.
    return best && best.like >= 0.5 && best.like > (second?.like ?? 0) ? best.sheet : null;
  }

  private shapeNow(sheet: SheetSnapshot): SheetShape | undefined {
    if (!this.shapesNow.has(sheet.name)) this.shapesNow.set(sheet.name, sheetShape(sheet));
    return this.shapesNow.get(sheet.name);
  }

  /** The one other place on the sheet with that content; null when there is none, or several. */
  search(
    sheet: SheetSnapshot,
    size: { rowCount: number; columnCount: number },
    hash: string,
    native: string | undefined,
    holds: (area: Area) => boolean,
  ): Area | null {
    if (hash === "" || hash === emptyHash(size)) return null;
    const key = `${size.rowCount}×${size.columnCount} ${native === undefined} ${sheet.name}`;
    let contents = this.contents.get(key);
    if (!contents) {
      contents = new Map();
      sheet.values.forEach((line, r) =>
        line.forEach((value, c) => {
          if (value === null) return;
          const area = { row: sheet.area.row + r, column: sheet.area.column + c, ...size };
          const content = standing(sheet, area, native !== undefined);
          if (content !== "") contents!.set(content, contents!.has(content) ? null : area);
        }),
      );
      this.contents.set(key, contents);
    }
    const area = contents.get(hash) ?? null;
    return area && holds(area) ? area : null;
  }
}

const emptyHash = ({ rowCount, columnCount }: { rowCount: number; columnCount: number }) =>
  valuesHash(Array.from({ length: rowCount }, () => new Array<null>(columnCount).fill(null)) as CellMatrix);

/** The parts without what has been thawed; a part that holds no formula any more is null. */
export function withoutThawed(
  parts: readonly FrozenPart[],
  thawed: readonly ThawKey[],
): (FrozenPart | null)[] {
  const gone = new Set(thawed.map(({ part, sheet, cell }) => `${part},${sheet},${cell}`));
  const left = parts.map((part, p) => ({
    ...part,
    sheets: part.sheets.map((sheet, s) => ({
      ...sheet,
      cells: sheet.cells.filter((_, c) => !gone.has(`${p},${s},${c}`)),
    })),
  }));
  // The shapes serve the cells of every part of their freeze.
  const needed = new Set(
    left.filter(({ sheets }) => sheets.some(({ cells }) => cells.length > 0)).map(({ id }) => id),
  );
  return left.map((part) => (needed.has(part.id) ? part : null));
}
