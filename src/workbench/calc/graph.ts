import type { Area } from "../../workbook/address";
import type { CellFormula, Sheet } from "../model/sheet";
import type { Program } from "./expression";
import type { SheetArea } from "./values";

/** A cell's place as one number. */
export const cellKey = (row: number, column: number): number => row * 16384 + column;

/** A cell with a formula, as the calculator keeps it. */
export interface FormulaCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly formula: CellFormula;
  /** As translated; the text is compared to see whether the formula was rewritten. */
  readonly text: string;
  readonly program: Program | string;
  /** True for formulas that were in the workbook when it was opened: what the engine lacks keeps its value. */
  readonly opened: boolean;
  /** What it reads, as registered. */
  readonly precedents: readonly SheetArea[];
  /** What its names, tables and sheets stood for when it was registered. */
  readonly signature: string;
  /** Areas it read beyond those when last calculated (OFFSET, INDIRECT, A1:INDEX(…)). */
  extra: SheetArea[];
  /** Its spill's other cells, or those that a blocked spill waits for: not read, but a change there concerns it. */
  watched: SheetArea[];
  /** Cells of its spill area that others have written in. */
  foreign: Set<number> | null;
  dirty: boolean;
  /** The search for circles among dirty cells: when it was met, the earliest it leads back to, still on the stack. */
  order: number;
  low: number;
  stacked: boolean;
}

interface RangeNode {
  readonly area: Area;
  readonly dependents: Set<FormulaCell>;
}

/** What is read on one sheet, by whom: single cells by key, larger areas in bands of rows. */
class SheetReads {
  readonly cells = new Map<number, Set<FormulaCell>>();
  private readonly ranges = new Map<string, RangeNode>();
  /**
   * levels[n] holds the areas of at most 2ⁿ rows by the band of 2ⁿ rows that they begin in; within a band those of the same
   * columns stand together.
   */
  private readonly levels: Map<number, Map<number, Set<RangeNode>>>[] = [];

  add(area: Area, cell: FormulaCell): void {
    if (area.rowCount === 1 && area.columnCount === 1) {
      const key = cellKey(area.row, area.column);
      const set = this.cells.get(key);
      if (set) set.add(cell);
      else this.cells.set(key, new Set([cell]));
      return;
    }
    const key = rangeKey(area);
    let node = this.ranges.get(key);
    if (!node) {
      node = { area, dependents: new Set() };
      this.ranges.set(key, node);
      const { level, band } = bandOf(area);
      const bands = (this.levels[level] ??= new Map());
      let columns = bands.get(band);
      if (!columns) bands.set(band, (columns = new Map()));
      const nodes = columns.get(columnsKey(area));
      if (nodes) nodes.add(node);
      else columns.set(columnsKey(area), new Set([node]));
    }
    node.dependents.add(cell);
  }

  remove(area: Area, cell: FormulaCell): void {
    if (area.rowCount === 1 && area.columnCount === 1) {
      const key = cellKey(area.row, area.column);
      const set = this.cells.get(key);
      set?.delete(cell);
      if (set?.size === 0) this.cells.delete(key);
      return;
    }
    const key = rangeKey(area);
    const node = this.ranges.get(key);
    if (!node) return;
    node.dependents.delete(cell);
    if (node.dependents.size > 0) return;
    this.ranges.delete(key);
    const { level, band } = bandOf(area);
    const columns = this.levels[level]?.get(band);
    const nodes = columns?.get(columnsKey(area));
    nodes?.delete(node);
    if (nodes?.size === 0) columns!.delete(columnsKey(area));
  }

  /** Calls `found` for every formula that reads a cell of the area, some of them more than once. */
  dependents(area: Area, found: (cell: FormulaCell) => void): void {
    const bottom = area.row + area.rowCount - 1;
    const right = area.column + area.columnCount - 1;
    if (area.rowCount * area.columnCount <= this.cells.size) {
      for (let row = area.row; row <= bottom; row++) {
        for (let column = area.column; column <= right; column++) {
          this.cells.get(cellKey(row, column))?.forEach(found);
        }
      }
    } else {
      for (const [key, cells] of this.cells) {
        const row = Math.floor(key / 16384);
        const column = key % 16384;
        if (row >= area.row && row <= bottom && column >= area.column && column <= right)
          cells.forEach(found);
      }
    }
    this.levels.forEach((bands, level) => {
      if (!bands) return;
      const first = Math.floor(area.row / 2 ** level) - 1;
      const last = Math.floor(bottom / 2 ** level);
      const visit = (columns: Map<number, Set<RangeNode>> | undefined) => {
        if (!columns) return;
        for (const [key, nodes] of columns) {
          if (Math.floor(key / 32768) > right || Math.floor(key / 32768) + (key % 32768) <= area.column)
            continue;
          for (const { area: read, dependents } of nodes) {
            if (read.row <= bottom && read.row + read.rowCount > area.row) dependents.forEach(found);
          }
        }
      };
      if (last - first < bands.size) for (let band = first; band <= last; band++) visit(bands.get(band));
      else bands.forEach((nodes, band) => band >= first && band <= last && visit(nodes));
    });
  }
}

function rangeKey(area: Area): string {
  return `${area.row},${area.column},${area.rowCount},${area.columnCount}`;
}

/** First column and number of columns as one number. */
function columnsKey({ column, columnCount }: Area): number {
  return column * 32768 + columnCount;
}

function bandOf(area: Area): { level: number; band: number } {
  const level = Math.ceil(Math.log2(area.rowCount));
  return { level, band: Math.floor(area.row / 2 ** level) };
}

/** Which formulas there are and which cells each of them reads. */
export class Graph {
  private readonly formulas = new Map<Sheet, Map<number, FormulaCell>>();
  private readonly reads = new Map<Sheet, SheetReads>();

  get(sheet: Sheet, row: number, column: number): FormulaCell | undefined {
    return this.formulas.get(sheet)?.get(cellKey(row, column));
  }

  add(cell: FormulaCell): void {
    let cells = this.formulas.get(cell.sheet);
    if (!cells) this.formulas.set(cell.sheet, (cells = new Map()));
    cells.set(cellKey(cell.row, cell.column), cell);
    this.register(cell);
  }

  remove(cell: FormulaCell): void {
    this.formulas.get(cell.sheet)?.delete(cellKey(cell.row, cell.column));
    this.unregister(cell);
  }

  clear(): void {
    this.formulas.clear();
    this.reads.clear();
  }

  /** Registers what the cell reads; call `unregister` before its precedents change. */
  register(cell: FormulaCell): void {
    for (const list of [cell.precedents, cell.extra, cell.watched]) {
      for (const { sheet, area } of list) this.readsOf(sheet).add(area, cell);
    }
  }

  unregister(cell: FormulaCell): void {
    for (const list of [cell.precedents, cell.extra, cell.watched]) {
      for (const { sheet, area } of list) this.reads.get(sheet)?.remove(area, cell);
    }
  }

  dependents(sheet: Sheet, area: Area, found: (cell: FormulaCell) => void): void {
    this.reads.get(sheet)?.dependents(area, found);
  }

  /** Calls `found` for every formula in the area. */
  inArea(sheet: Sheet, area: Area, found: (cell: FormulaCell) => void): void {
    const cells = this.formulas.get(sheet);
    if (!cells) return;
    const right = area.column + area.columnCount;
    const bottom = area.row + area.rowCount;
    if (area.rowCount * area.columnCount <= cells.size) {
      for (let row = area.row; row < bottom; row++) {
        for (let column = area.column; column < right; column++) {
          const cell = cells.get(cellKey(row, column));
          if (cell) found(cell);
        }
      }
      return;
    }
    for (const cell of [...cells.values()]) {
      if (cell.row >= area.row && cell.row < bottom && cell.column >= area.column && cell.column < right)
        found(cell);
    }
  }

  *all(): Generator<FormulaCell> {
    for (const cells of this.formulas.values()) yield* cells.values();
  }

  private readsOf(sheet: Sheet): SheetReads {
    let reads = this.reads.get(sheet);
    if (!reads) this.reads.set(sheet, (reads = new SheetReads()));
    return reads;
  }
}
