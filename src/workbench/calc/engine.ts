import type { Area } from "../../workbook/address";
import { contains, intersect, maxColumns, maxRows } from "../../workbook/address";
import type { CellMatrix, CellValue } from "../../workbook/cell";
import type { BlankMode } from "./calculator";
import type { CellFormula, Sheet } from "../model/sheet";
import type { ModelChange, Workbook } from "../model/workbook";
import { ChangedCells } from "./changedCells";
import { Columns } from "./columns";
import { DirtyCells } from "./dirtyCells";
import type { Surroundings } from "./evaluator";
import { Evaluator } from "./evaluator";
import { functionTable } from "./functions";
import type { FormulaCell } from "./graph";
import { cellKey, Graph } from "./graph";
import { Unsupported } from "./lack";
import { precedentsOf } from "./precedents";
import { Programs } from "./programs";
import { Symbols } from "./symbols";
import type { SheetArea } from "./values";
import { fault, isMatrix, sameValue } from "./values";

/** The functions that are not our own. */
export interface Libraries {
  /** A KOLL function; null when there is none of that id. */
  callCustom(id: string, args: (CellMatrix | undefined)[]): CellMatrix | null;
  engineHas(name: string): boolean;
  engineCall(name: string, args: (CellValue | CellMatrix | undefined)[]): CellValue | CellMatrix;
}

export interface Outcome {
  changed: { sheet: Sheet; area: Area }[];
  kept: { cell: FormulaCell; lack: Unsupported }[];
  circular: FormulaCell[];
  calculated: number;
}

/** A cell that waits to be calculated was read: calculate these first. */
class Waiting {
  constructor(readonly cells: FormulaCell[]) {}
}

/** A change that has not been taken in yet. `written`: someone wrote in the area (else its cells may have moved). */
interface Pending extends SheetArea {
  readonly written: boolean;
}

/** A formula that makes itself dirty again and again within one calculation is circular. */
const maxRepeats = 50;

/** Keeps a workbook's formulas calculated: knows what each formula reads, and recalculates what depends on a change. */
export class Engine {
  private readonly graph = new Graph();
  private readonly programs: Programs;
  private readonly symbols: Symbols;
  private readonly columns = new Columns();
  private readonly dirty = new DirtyCells();
  private readonly volatile = new Set<FormulaCell>();
  /** Formulas that pass over hidden rows (SUBTOTAL, AGGREGATE). */
  private readonly ofVisible = new Set<FormulaCell>();
  /** Formulas by their object in the model, to recognise them when they have moved. */
  private known = new WeakMap<CellFormula, FormulaCell>();
  private readonly writtenFormulas = new WeakSet<CellFormula>();
  private pending: Pending[] = [];
  /** Areas whose rows may have been hidden or shown. */
  private reshown: SheetArea[] = [];
  private built = false;
  private stale = false;
  private readonly around: Surroundings;
  /** The cell that is being calculated; null while a formula is evaluated beside the workbook and reads cells as they are. */
  private reading: { readonly cell: FormulaCell; readonly extra: SheetArea[] } | null = null;

  constructor(
    private readonly workbook: Workbook,
    libraries: Libraries,
    blank: BlankMode,
  ) {
    this.symbols = new Symbols(workbook);
    this.programs = new Programs((name) => functionTable.has(name) || libraries.engineHas(name));
    this.around = {
      ...libraries,
      symbols: this.symbols,
      programs: this.programs,
      columns: this.columns,
      blank,
      date1904: workbook.date1904,
      settle: (areas) => this.settle(areas),
      spillArea: ({ sheet, area }) => {
        const formula = sheet.formula(area.row, area.column);
        return formula && formula.kind !== "cell" ? (formula.ref ?? area) : null;
      },
      sheetNumber: (name, place) => {
        const sheet = name === null ? place.sheet : this.symbols.sheet(name);
        return sheet ? workbook.sheets.indexOf(sheet) + 1 : null;
      },
      sheetCount: () => workbook.sheets.length,
      now: () => localSerial() - (workbook.date1904 ? 1462 : 0),
    };
  }

  /** Takes note of a change in the model; nothing is calculated. */
  note(change: ModelChange): void {
    if (change.source === "calc") return;
    switch (change.kind) {
      case "cells":
        this.noteWritten(change.sheet, change.area);
        break;
      case "formats":
        if (!this.built || this.ofVisible.size > 0)
          this.reshown.push({ sheet: change.sheet, area: change.area });
        break;
      case "rows":
      case "cellsDown":
        this.noteMoved(change.sheet, { ...change.area, rowCount: maxRows - change.area.row });
        break;
      case "columns":
      case "cellsRight":
        this.noteMoved(change.sheet, { ...change.area, columnCount: maxColumns - change.area.column });
        break;
      case "sheets":
      case "names":
      case "tables":
        this.stale = true;
        break;
    }
  }

  private noteWritten(sheet: Sheet, area: Area): void {
    this.pending.push({ sheet, area, written: true });
    const end = Math.min(area.row + area.rowCount, sheet.rows.length);
    for (let row = area.row; row < end; row++) {
      const formulas = sheet.rows[row]?.formulas;
      if (!formulas) continue;
      for (
        let column = area.column;
        column < area.column + area.columnCount && column < formulas.length;
        column++
      ) {
        const formula = formulas[column];
        if (formula) this.writtenFormulas.add(formula);
      }
    }
  }

  private noteMoved(sheet: Sheet, area: Area): void {
    this.pending.push({ sheet, area, written: false });
    this.stale = true;
  }

  recalculate(all: boolean): Outcome {
    const outcome: Outcome = { changed: [], kept: [], circular: [], calculated: 0 };
    const run: Run = { outcome, changes: new ChangedCells(), repeats: new Map(), circular: new Set() };
    this.takeIn(run);
    if (all) for (const cell of this.graph.all()) this.dirty.add(cell);
    for (const cell of this.volatile) this.markDirty(cell);
    this.calculateDirty(run);
    outcome.changed = run.changes.areas();
    return outcome;
  }

  /** One formula as if it stood in the cell; nothing is written. */
  evaluate(formula: string, sheet: Sheet, row: number, column: number): CellValue | CellMatrix {
    const program = this.programs.program(formula, row, column);
    if (typeof program === "string") throw new Unsupported("syntax", program);
    this.symbols.forget();
    if (this.pending.length > 0 || this.stale) this.columns.clear();
    this.reading = null;
    return new Evaluator(this.around, { sheet, row, column }, true).result(program.root);
  }

  // ---- taking changes in

  private takeIn(run: Run): void {
    const pending = this.pending;
    this.pending = [];
    if (this.built) {
      const moved = pending.findIndex(({ written }) => !written);
      // Before anything moved, the formulas stand where they are known to stand.
      for (const { sheet, area } of moved < 0 ? pending : pending.slice(0, moved))
        this.syncFormulas(sheet, area, run);
    }
    if (!this.built || this.stale) this.build();
    for (const { sheet, area } of this.reshown) {
      const rows = { ...area, column: 0, columnCount: maxColumns };
      for (const cell of this.ofVisible) {
        if (cell.precedents.some((part) => part.sheet === sheet && intersect(part.area, rows)))
          this.markDirty(cell);
      }
    }
    this.reshown = [];
    for (const { sheet, area, written } of pending) {
      this.columns.touch(sheet, area.column, Math.min(area.columnCount, 4096));
      // Entered again with the same text, a formula's value is gone all the same.
      if (written) this.graph.inArea(sheet, area, (cell) => this.markDirty(cell));
      this.graph.dependents(sheet, area, (cell) => {
        if (written) noteForeign(cell, sheet, area);
        this.markDirty(cell);
      });
    }
  }

  /** Reads every formula of the workbook; those that are new or rewritten since last time become dirty. */
  private build(): void {
    const first = !this.built;
    const before = this.known;
    const waiting = new Set(this.dirty.all());
    this.graph.clear();
    this.dirty.clear();
    this.volatile.clear();
    this.ofVisible.clear();
    this.columns.clear();
    this.symbols.forget();
    this.known = new WeakMap();
    const fresh: FormulaCell[] = [];
    for (const sheet of this.workbook.sheets) {
      sheet.rows.forEach((line, row) => {
        line?.formulas?.forEach((formula, column) => {
          if (!formula) return;
          const old = before.get(formula);
          const cell = this.addFormula(
            sheet,
            row,
            column,
            formula,
            old?.opened ?? !this.writtenFormulas.has(formula),
          );
          const changed = old
            ? old.text !== cell.text || old.signature !== cell.signature || waiting.has(old)
            : !first || !cell.opened;
          if (changed) fresh.push(cell);
        });
      });
    }
    // Only now is it known what reads what.
    for (const cell of fresh) this.markDirty(cell);
    this.built = true;
    this.stale = false;
  }

  private syncFormulas(sheet: Sheet, area: Area, run: Run): void {
    this.graph.inArea(sheet, area, (cell) => {
      if (sheet.formula(cell.row, cell.column) === cell.formula && cell.formula.text === cell.text) {
        this.markDirty(cell);
        return;
      }
      this.removeFormula(cell, area, run);
    });
    const end = Math.min(area.row + area.rowCount, sheet.rows.length);
    for (let row = area.row; row < end; row++) {
      const formulas = sheet.rows[row]?.formulas;
      if (!formulas) continue;
      const last = Math.min(area.column + area.columnCount, formulas.length);
      for (let column = area.column; column < last; column++) {
        const formula = formulas[column];
        if (formula && !this.graph.get(sheet, row, column)) {
          this.markDirty(this.addFormula(sheet, row, column, formula, false));
        }
      }
    }
  }

  private addFormula(
    sheet: Sheet,
    row: number,
    column: number,
    formula: CellFormula,
    opened: boolean,
  ): FormulaCell {
    const program = this.programs.program(formula.text, row, column);
    const found =
      typeof program === "string"
        ? null
        : precedentsOf(program, { sheet, row, column }, this.symbols, this.programs);
    const cell: FormulaCell = {
      sheet,
      row,
      column,
      formula,
      text: formula.text,
      program,
      opened,
      precedents: found?.areas ?? [],
      signature: found?.signature ?? "",
      extra: [],
      watched: [],
      foreign: null,
      dirty: false,
      order: 0,
      low: 0,
      stacked: false,
    };
    if (found?.volatile) this.volatile.add(cell);
    if (typeof program !== "string" && program.visibility) this.ofVisible.add(cell);
    if (isSpread(formula)) cell.watched = besideAnchor(cell, formula.ref);
    this.graph.add(cell);
    this.known.set(formula, cell);
    return cell;
  }

  /** What spilled from a formula that is gone is gone too; what was written over it stays. */
  private removeFormula(cell: FormulaCell, written: Area, run: Run): void {
    this.graph.remove(cell);
    this.volatile.delete(cell);
    this.ofVisible.delete(cell);
    this.dirty.remove(cell);
    if (!isSpread(cell.formula)) return;
    eachCell(cell.formula.ref, (row, column) => {
      if (contains(written, row, column) || cell.foreign?.has(cellKey(row, column))) return;
      if (!cell.sheet.formula(row, column)) this.write(cell.sheet, row, column, null, run);
    });
    this.graph.dependents(cell.sheet, cell.formula.ref, (dependent) => this.markDirty(dependent));
  }

  // ---- what waits to be calculated

  private markDirty(cell: FormulaCell): void {
    const queue = [cell];
    for (let next = queue.pop(); next; next = queue.pop()) {
      if (next.dirty) continue;
      this.dirty.add(next);
      this.graph.dependents(next.sheet, coverOf(next), (dependent) => {
        if (!dependent.dirty) queue.push(dependent);
      });
    }
  }

  /** Called before cells are read. */
  private settle(areas: readonly SheetArea[]): void {
    if (!this.reading) return;
    for (const part of areas) this.noteRead(part);
    if (this.dirty.count === 0) return;
    const waiting: FormulaCell[] = [];
    for (const { sheet, area } of areas) this.dirty.inArea(sheet, area, (cell) => waiting.push(cell));
    if (waiting.length > 0) throw new Waiting(waiting);
  }

  /** Notes what the formula reads beyond its own references (OFFSET, INDIRECT, A1:INDEX(…), A1#). */
  private noteRead(part: SheetArea): void {
    const { cell, extra } = this.reading!;
    const covers = (known: SheetArea) => known.sheet === part.sheet && includes(known.area, part.area);
    if (!cell.precedents.some(covers) && !extra.some(covers)) extra.push(part);
  }

  private registerExtra(cell: FormulaCell, extra: SheetArea[]): void {
    if (extra.length === 0 && cell.extra.length === 0) return;
    this.graph.unregister(cell);
    cell.extra = extra;
    this.graph.register(cell);
  }

  // ---- calculating

  /**
   * Calculates every dirty cell after the dirty cells that it reads, without recursion (Tarjan's strongly connected
   * components): cells that read each other in a circle get 0.
   */
  private calculateDirty(run: Run): void {
    while (this.dirty.count > 0) {
      for (const cell of this.dirty.all()) if (cell.dirty) this.calculateFrom(cell, run);
    }
  }

  private calculateFrom(root: FormulaCell, run: Run): void {
    const path: { cell: FormulaCell; reads: FormulaCell[]; started: boolean }[] = [];
    const component: FormulaCell[] = [];
    const push = (cell: FormulaCell) => path.push({ cell, reads: [], started: false });
    let order = 0;
    push(root);
    while (path.length > 0) {
      const step = path[path.length - 1];
      const { cell } = step;
      if (!step.started) {
        if (!cell.dirty || cell.order > 0) {
          path.pop();
          continue;
        }
        step.started = true;
        cell.order = cell.low = ++order;
        cell.stacked = true;
        component.push(cell);
        step.reads = this.dirtyReads(cell);
        for (const read of step.reads) if (read.order === 0) push(read);
        continue;
      }
      for (const read of step.reads) if (read.stacked) cell.low = Math.min(cell.low, read.low);
      if (cell.low < cell.order) {
        path.pop();
        continue;
      }
      if (run.circular.has(cell)) step.reads = [cell];
      const alone = component[component.length - 1] === cell && !step.reads.includes(cell);
      if (alone && (run.repeats.get(cell) ?? 0) <= maxRepeats) {
        const waiting = this.calculate(cell, run);
        if (waiting) {
          step.reads.push(...waiting);
          for (const read of waiting) if (read.order === 0) push(read);
          continue;
        }
        component.pop();
        finish(cell);
      } else {
        for (let member = component.pop()!; ; member = component.pop()!) {
          finish(member);
          this.setCircular(member, run);
          if (member === cell) break;
        }
      }
      path.pop();
    }
  }

  /** [docs] Excel shows 0 or the last calculated value: a file's own value is not lost. */
  private setCircular(cell: FormulaCell, run: Run): void {
    const { sheet, row, column, formula } = cell;
    this.dirty.remove(cell);
    if (run.circular.has(cell)) return;
    run.circular.add(cell);
    run.outcome.circular.push(cell);
    if (cell.opened && sheet.value(row, column) !== null) return;
    if (formula.kind === "dynamic") this.spill(cell, [[0]], run);
    else this.write(sheet, row, column, 0, run);
  }

  private dirtyReads(cell: FormulaCell): FormulaCell[] {
    const reads: FormulaCell[] = [];
    for (const { sheet, area } of cell.precedents) this.dirty.inArea(sheet, area, (read) => reads.push(read));
    return reads;
  }

  /** Calculates one cell; gives the cells it waits for when there are some. */
  private calculate(cell: FormulaCell, run: Run): FormulaCell[] | null {
    const extra: SheetArea[] = [];
    this.reading = { cell, extra };
    let value: CellValue | CellMatrix;
    try {
      if (typeof cell.program === "string") throw new Unsupported("syntax", cell.program);
      value = new Evaluator(this.around, cell, cell.formula.kind !== "cell").result(cell.program.root);
    } catch (problem) {
      if (problem instanceof Waiting) return problem.cells;
      this.registerExtra(cell, extra);
      run.outcome.calculated++;
      this.dirty.remove(cell);
      const lack =
        problem instanceof Unsupported
          ? problem
          : new Unsupported("failure", problem instanceof Error ? problem.message : String(problem));
      run.outcome.kept.push({ cell, lack });
      if (!cell.opened && cell.sheet.value(cell.row, cell.column) === null) {
        this.write(cell.sheet, cell.row, cell.column, fault("#NAME?"), run);
      }
      return null;
    } finally {
      this.reading = null;
    }
    this.registerExtra(cell, extra);
    run.outcome.calculated++;
    this.dirty.remove(cell);
    this.store(cell, value, run);
    return null;
  }

  private store(cell: FormulaCell, value: CellValue | CellMatrix, run: Run): void {
    const { sheet, row, column, formula } = cell;
    if (formula.kind === "array" && formula.ref) {
      this.fillArray(cell, formula.ref, value, run);
    } else if (formula.kind === "dynamic") {
      this.spill(cell, isMatrix(value) ? value : [[value]], run);
    } else {
      this.write(sheet, row, column, isMatrix(value) ? (value[0]?.[0] ?? fault("#CALC!")) : value, run);
    }
  }

  /** A Ctrl+Shift+Enter formula fills its range: single rows and columns repeat, what lies outside is #N/A. */
  private fillArray(cell: FormulaCell, ref: Area, value: CellValue | CellMatrix, run: Run): void {
    const matrix = isMatrix(value) ? value : [[value]];
    eachCell(ref, (row, column) => {
      const line = matrix.length === 1 ? matrix[0] : matrix[row - ref.row];
      const item = line && (line.length === 1 ? line[0] : line[column - ref.column]);
      this.write(cell.sheet, row, column, item === undefined ? fault("#N/A") : item, run);
    });
  }

  private spill(cell: FormulaCell, matrix: CellMatrix, run: Run): void {
    const { sheet, row, column, formula } = cell;
    const before = formula.ref ?? { row, column, rowCount: 1, columnCount: 1 };
    const rowCount = matrix.length;
    const columnCount = matrix[0]?.length ?? 0;
    if (rowCount === 0 || columnCount === 0) {
      this.spill(cell, [[fault("#CALC!")]], run);
      return;
    }
    const wanted: Area = { row, column, rowCount, columnCount };
    const readsItself = [...cell.precedents, ...cell.extra].some(
      (part) =>
        part.sheet === sheet && besideAnchor(cell, wanted).some(({ area }) => intersect(area, part.area)),
    );
    if (readsItself) {
      this.setCircular(cell, run);
      return;
    }
    const own = (r: number, c: number) => contains(before, r, c) && !cell.foreign?.has(cellKey(r, c));
    const blocked = this.isBlocked(sheet, wanted, row, column, own);
    const after = blocked ? { row, column, rowCount: 1, columnCount: 1 } : wanted;
    eachCell(before, (r, c) => {
      if (!contains(after, r, c) && own(r, c) && !sheet.formula(r, c)) this.write(sheet, r, c, null, run);
    });
    if (blocked) this.write(sheet, row, column, fault("#SPILL!"), run);
    else eachCell(wanted, (r, c) => this.write(sheet, r, c, matrix[r - row][c - column], run));
    formula.ref = after;
    cell.foreign = null;
    this.watch(cell, rowCount * columnCount > 1 ? besideAnchor(cell, wanted) : []);
    if (before.rowCount !== after.rowCount || before.columnCount !== after.columnCount) {
      for (const area of [before, after]) {
        this.graph.dependents(sheet, area, (dependent) => {
          if (dependent === cell || dependent.dirty || run.circular.has(dependent)) return;
          run.repeats.set(dependent, (run.repeats.get(dependent) ?? 0) + 1);
          this.markDirty(dependent);
        });
      }
    }
  }

  private isBlocked(
    sheet: Sheet,
    wanted: Area,
    row: number,
    column: number,
    own: (row: number, column: number) => boolean,
  ): boolean {
    const { rowCount, columnCount } = wanted;
    if (rowCount === 1 && columnCount === 1) return false;
    if (row + rowCount > maxRows || column + columnCount > maxColumns) return true;
    if (sheet.merges.some((merge) => intersect(merge, wanted))) return true;
    if (sheet.tables.some((table) => intersect(table.area, wanted))) return true;
    for (let r = row; r < row + rowCount; r++) {
      const line = sheet.rows[r];
      if (!line) continue;
      for (let c = column; c < column + columnCount; c++) {
        if (r === row && c === column) continue;
        if (line.formulas?.[c] || ((line.values[c] ?? null) !== null && !own(r, c))) return true;
      }
    }
    return false;
  }

  private watch(cell: FormulaCell, areas: SheetArea[]): void {
    this.graph.unregister(cell);
    cell.watched = areas;
    this.graph.register(cell);
  }

  private write(sheet: Sheet, row: number, column: number, value: CellValue, run: Run): void {
    if (sameValue(sheet.value(row, column), value)) return;
    sheet.setValue(row, column, value);
    this.columns.touch(sheet, column);
    run.changes.add(sheet, row, column);
  }
}

/** One recalculation. */
interface Run {
  readonly outcome: Outcome;
  readonly changes: ChangedCells;
  /** How often a growing spill has made a cell dirty again. */
  readonly repeats: Map<FormulaCell, number>;
  /** Found to be circular: not calculated again this time. */
  readonly circular: Set<FormulaCell>;
}

function finish(cell: FormulaCell): void {
  cell.order = 0;
  cell.low = 0;
  cell.stacked = false;
}

function isSpread(formula: CellFormula): formula is CellFormula & { ref: Area } {
  return formula.kind !== "cell" && !!formula.ref && formula.ref.rowCount * formula.ref.columnCount > 1;
}

/** The cells whose values the formula gives. */
function coverOf({ formula, row, column }: FormulaCell): Area {
  return isSpread(formula) ? formula.ref : { row, column, rowCount: 1, columnCount: 1 };
}

/** The area without its first cell: what a spill covers, or waits for. */
function besideAnchor({ sheet }: FormulaCell, { row, column, rowCount, columnCount }: Area): SheetArea[] {
  const parts: SheetArea[] = [];
  if (columnCount > 1) {
    parts.push({ sheet, area: { row, column: column + 1, rowCount: 1, columnCount: columnCount - 1 } });
  }
  if (rowCount > 1)
    parts.push({ sheet, area: { row: row + 1, column, rowCount: rowCount - 1, columnCount } });
  return parts;
}

function noteForeign(cell: FormulaCell, sheet: Sheet, written: Area): void {
  if (cell.sheet !== sheet || cell.formula.kind !== "dynamic" || !isSpread(cell.formula)) return;
  const common = intersect(cell.formula.ref, written);
  if (!common) return;
  eachCell(common, (row, column) => {
    const anchor = row === cell.row && column === cell.column;
    if (!anchor && sheet.value(row, column) !== null) (cell.foreign ??= new Set()).add(cellKey(row, column));
  });
}

function includes(outer: Area, inner: Area): boolean {
  return (
    outer.row <= inner.row &&
    outer.column <= inner.column &&
    outer.row + outer.rowCount >= inner.row + inner.rowCount &&
    outer.column + outer.columnCount >= inner.column + inner.columnCount
  );
}

function eachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    for (let column = area.column; column < area.column + area.columnCount; column++) visit(row, column);
  }
}

/** This moment's serial number, local time (1900 system). */
function localSerial(): number {
  const now = new Date();
  return (now.getTime() - now.getTimezoneOffset() * 60000) / 86400000 + 25569;
}
