import type { Area } from "../../workbook/address";
import { intersect } from "../../workbook/address";
import type { Sheet } from "../model/sheet";
import type { FormulaCell } from "./graph";

/** The formulas that wait to be calculated, found by the cells they give values to. */
export class DirtyCells {
  private readonly sheets = new Map<Sheet, Map<number, Map<number, FormulaCell>>>();
  /** Those that give values to more than their own cell. */
  private readonly spread = new Set<FormulaCell>();
  private readonly waiting = new Set<FormulaCell>();

  get count(): number {
    return this.waiting.size;
  }

  all(): FormulaCell[] {
    return [...this.waiting];
  }

  add(cell: FormulaCell): void {
    cell.dirty = true;
    this.waiting.add(cell);
    let columns = this.sheets.get(cell.sheet);
    if (!columns) this.sheets.set(cell.sheet, (columns = new Map()));
    const rows = columns.get(cell.column);
    if (rows) rows.set(cell.row, cell);
    else columns.set(cell.column, new Map([[cell.row, cell]]));
    const { ref } = cell.formula;
    if (ref && ref.rowCount * ref.columnCount > 1) this.spread.add(cell);
  }

  remove(cell: FormulaCell): void {
    cell.dirty = false;
    this.waiting.delete(cell);
    this.spread.delete(cell);
    const columns = this.sheets.get(cell.sheet);
    const rows = columns?.get(cell.column);
    rows?.delete(cell.row);
    if (rows?.size === 0) columns!.delete(cell.column);
  }

  clear(): void {
    for (const cell of this.waiting) cell.dirty = false;
    this.sheets.clear();
    this.spread.clear();
    this.waiting.clear();
  }

  inArea(sheet: Sheet, area: Area, found: (cell: FormulaCell) => void): void {
    const columns = this.sheets.get(sheet);
    if (columns) {
      if (columns.size < area.columnCount) {
        for (const [column, rows] of columns) {
          if (column >= area.column && column < area.column + area.columnCount) inRows(rows, area, found);
        }
      } else {
        for (let column = area.column; column < area.column + area.columnCount; column++) {
          const rows = columns.get(column);
          if (rows) inRows(rows, area, found);
        }
      }
    }
    for (const cell of this.spread) {
      if (cell.sheet !== sheet || !cell.formula.ref) continue;
      const anchorInside = intersect(area, {
        row: cell.row,
        column: cell.column,
        rowCount: 1,
        columnCount: 1,
      });
      if (!anchorInside && intersect(cell.formula.ref, area)) found(cell);
    }
  }
}

function inRows(rows: Map<number, FormulaCell>, area: Area, found: (cell: FormulaCell) => void): void {
  if (rows.size < area.rowCount) {
    for (const [row, cell] of rows) if (row >= area.row && row < area.row + area.rowCount) found(cell);
  } else {
    for (let row = area.row; row < area.row + area.rowCount; row++) {
      const cell = rows.get(row);
      if (cell) found(cell);
    }
  }
}
