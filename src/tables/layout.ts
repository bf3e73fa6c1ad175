import { contains } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import { readCell } from "./cells";
import { isLabelHeader, readHeader } from "./header";
import { cellAt, headerCell } from "./headerText";
import type { SheetCell, TabellCell } from "./table";
import { cellPeriod } from "./time";

/** Where a table stands, before anything in it is understood. Sheet positions. */
export interface TableFrame {
  excelTable: string | null;
  first: number;
  last: number;
  headerRows: number[];
  /** Rows of the body, blank and repeated header rows left out. */
  bodyRows: number[];
  /** Lines above it, top to bottom. */
  titles: SheetCell[];
  notes: SheetCell[];
}

/** A sheet's cells read once. */
export class SheetGrid {
  private readonly cells: (TabellCell | undefined)[][];

  constructor(readonly sheet: SheetSnapshot) {
    this.cells = sheet.values.map(() => []);
  }

  cell(row: number, column: number): TabellCell {
    const { area, numberFormats } = this.sheet;
    const [r, c] = [row - area.row, column - area.column];
    if (r < 0 || c < 0 || r >= this.cells.length) return readCell(null, "General");
    return (this.cells[r][c] ??= readCell(
      cellAt(this.sheet, row, column),
      numberFormats[r]?.[c] ?? "General",
    ));
  }

  /** What stands in the cell, as words. */
  text(row: number, column: number): string {
    return headerCell(cellAt(this.sheet, row, column));
  }

  filled(row: number, column: number): boolean {
    const value = cellAt(this.sheet, row, column);
    return value !== null && value !== "" && !(typeof value === "string" && value.trim() === "");
  }

  bold(row: number, column: number): boolean {
    return this.format(row, column)?.bold ?? false;
  }

  indent(row: number, column: number): number {
    const value = cellAt(this.sheet, row, column);
    const blanks = typeof value === "string" ? /^[ \u00a0]*/.exec(value)![0].length >> 1 : 0;
    return (this.format(row, column)?.indent ?? 0) + blanks;
  }

  private format(row: number, column: number) {
    const { area, formats } = this.sheet;
    return formats?.[row - area.row]?.[column - area.column];
  }

  /** A figure: a number that is no year or month over columns. */
  figure(row: number, column: number): boolean {
    const cell = this.cell(row, column);
    if (cell.kind !== "number") return false;
    const value = cellAt(this.sheet, row, column);
    if (typeof value === "string")
      return !/^(?:19|20)\d{2}$/.test(value.trim()) && !/^20\d{2}[-.]?(?:0\d|1[0-2])$/.test(value.trim());
    return !isTimeNumber(value as number);
  }
}

const isTimeNumber = (value: number) => {
  if (!Number.isInteger(value)) return false;
  if (value >= 1990 && value <= 2099) return true;
  return value >= 199000 && value <= 209913 && cellPeriod(value) !== null;
};

interface Block {
  top: number;
  bottom: number;
  first: number;
  last: number;
}

/** Every table's place on the sheet, top to bottom, left to right. */
export function findFrames(grid: SheetGrid): TableFrame[] {
  const { sheet } = grid;
  const frames = sheet.tables.map((table) => excelFrame(grid, table));
  const finder = new FrameFinder(grid);
  for (const block of findBlocks(grid)) finder.read(block);
  return [...frames, ...finder.finish()].sort((a, b) => topOf(a) - topOf(b) || a.first - b.first);
}

const topOf = ({ headerRows, bodyRows }: TableFrame) => headerRows[0] ?? bodyRows[0];

function excelFrame(
  grid: SheetGrid,
  { name, area, hasHeaders }: SheetSnapshot["tables"][number],
): TableFrame {
  const last = area.column + area.columnCount - 1;
  const from = area.row + (hasHeaders ? 1 : 0);
  const to = area.row + area.rowCount;
  const bodyRows: number[] = [];
  for (let row = from; row < to; row++) if (anyFilled(grid, row, area.column, last)) bodyRows.push(row);
  return {
    excelTable: name,
    first: area.column,
    last,
    headerRows: hasHeaders ? [area.row] : [],
    bodyRows,
    titles: titlesAbove(grid, area.row, area.column, last),
    notes: [],
  };
}

/** Lines of text right above an Excel table, at most six rows up. */
function titlesAbove(grid: SheetGrid, row: number, first: number, last: number): SheetCell[] {
  const titles: SheetCell[] = [];
  for (let at = row - 1; at >= Math.max(grid.sheet.area.row, row - 6); at--) {
    const filled = filledColumns(grid, at, first, last);
    if (filled.length > 1 || inExcelTable(grid, at, first)) break;
    if (filled.length === 1 && grid.cell(at, filled[0]).kind === "text")
      titles.unshift({ row: at, column: filled[0] });
  }
  return titles;
}

const inExcelTable = ({ sheet }: SheetGrid, row: number, column: number) =>
  sheet.tables.some(({ area }) => contains(area, row, column));

function anyFilled(grid: SheetGrid, row: number, first: number, last: number): boolean {
  for (let column = first; column <= last; column++) if (grid.filled(row, column)) return true;
  return false;
}

function filledColumns(grid: SheetGrid, row: number, first: number, last: number): number[] {
  const columns: number[] = [];
  for (let column = first; column <= last; column++) if (grid.filled(row, column)) columns.push(column);
  return columns;
}

/** Runs of rows between blank ones, Excel tables left out, split where tables stand side by side. */
function findBlocks(grid: SheetGrid): Block[] {
  const { area, tables } = grid.sheet;
  const blocks: Block[] = [];
  let top = -1;
  let first = Infinity;
  let last = -1;
  for (let row = area.row; row <= area.row + area.rowCount; row++) {
    const columns =
      row === area.row + area.rowCount
        ? []
        : filledColumns(grid, row, area.column, area.column + area.columnCount - 1).filter(
            (column) => tables.length === 0 || !inExcelTable(grid, row, column),
          );
    if (columns.length > 0) {
      if (top < 0) top = row;
      first = Math.min(first, columns[0]);
      last = Math.max(last, columns[columns.length - 1]);
    } else if (top >= 0) {
      blocks.push(...splitSideBySide(grid, { top, bottom: row - 1, first, last }));
      top = -1;
      first = Infinity;
      last = -1;
    }
  }
  return blocks;
}

/** A blank column parts two tables when names stand right after it, with figures or texts of their own beside. */
function splitSideBySide(grid: SheetGrid, block: Block): Block[] {
  for (let column = block.first + 2; column < block.last; column++) {
    if (!blankColumn(grid, block, column)) continue;
    const right = { ...block, first: column + 1 };
    if (namesIn(grid, right, column + 1) >= 2 && namesIn(grid, block, block.first) >= 2) {
      return [{ ...block, last: column - 1 }, ...splitSideBySide(grid, right)];
    }
  }
  return [block];
}

function blankColumn(grid: SheetGrid, { top, bottom }: Block, column: number): boolean {
  for (let row = top; row <= bottom; row++) if (grid.filled(row, column)) return false;
  return true;
}

/** Rows where a text in this column names figures to its right. */
function namesIn(grid: SheetGrid, { top, bottom, last }: Block, column: number): number {
  let names = 0;
  for (let row = top; row <= bottom; row++) {
    if (grid.cell(row, column).kind !== "text") continue;
    for (let right = column + 1; right <= last; right++) {
      if (grid.figure(row, right)) {
        names++;
        break;
      }
    }
  }
  return names;
}

/** Reads blocks in order: a block may open a table, go on with the one above after a blank row, or be lines of text. */
class FrameFinder {
  private readonly frames: TableFrame[] = [];
  private titles: SheetCell[] = [];

  constructor(private readonly grid: SheetGrid) {}

  finish(): TableFrame[] {
    this.remark();
    return this.frames.filter(({ bodyRows }) => bodyRows.length > 0);
  }

  read(block: Block): void {
    let row = block.top;
    // Lines that stood more than a few rows above belong to something else.
    if (this.titles.length > 0 && block.top - this.titles[this.titles.length - 1].row > 4) this.remark();
    while (row <= block.bottom) row = this.readRow(row, block);
  }

  private readRow(row: number, block: Block): number {
    const open = this.openFrame(row, block);
    const header = this.headerRows(row, block, open);
    if (header.length > 0) {
      const after = header[header.length - 1] + 1;
      if (open && this.sameHeader(header, open) && this.sameTitles(open)) {
        this.titles = [];
        return after;
      }
      this.frames.push(this.newFrame(block, header));
      return after;
    }
    const filled = filledColumns(this.grid, row, block.first, block.last);
    const lone = filled.length === 1 && this.grid.cell(row, filled[0]).kind === "text";
    if (lone && open && isNote(this.grid.text(row, filled[0]))) {
      open.notes.push({ row, column: filled[0] });
      return row + 1;
    }
    const contiguous = row > block.top && this.titles.length === 0;
    if (open && !(lone && this.isTitle(row, block, open, contiguous))) {
      if (this.titles.length > 0) {
        // Lines between a table's rows: headings after a blank row.
        open.bodyRows.push(...this.titles.map((cell) => cell.row));
        this.titles = [];
      }
      open.bodyRows.push(row);
      open.last = Math.max(open.last, filled[filled.length - 1] ?? open.last);
      return row + 1;
    }
    if (lone) this.titles.push({ row, column: filled[0] });
    else if (this.opensHeaderless(row, block)) {
      this.frames.push({ ...this.newFrame(block, []), bodyRows: [row] });
    } else if (open) open.bodyRows.push(row);
    return row + 1;
  }

  private newFrame({ first, last }: Block, headerRows: number[]): TableFrame {
    const titles = this.titles;
    this.titles = [];
    return { excelTable: null, first, last, headerRows, bodyRows: [], titles, notes: [] };
  }

  /** The table above, when this block can go on with it: columns in common and at most two blank rows between. */
  private openFrame(row: number, { first, last }: Block): TableFrame | null {
    for (let index = this.frames.length - 1; index >= 0; index--) {
      const frame = this.frames[index];
      if (frame.last < first || frame.first > last) continue;
      const end = Math.max(
        frame.bodyRows[frame.bodyRows.length - 1] ?? -1,
        frame.headerRows[frame.headerRows.length - 1] ?? -1,
      );
      const between = this.titles[0]?.row ?? row;
      return between - end <= 3 && row - end <= 6 ? frame : null;
    }
    return null;
  }

  /** Lines that belong to no table below are remarks on the one above. */
  private remark(): void {
    const above = this.frames[this.frames.length - 1];
    if (above) above.notes.push(...this.titles);
    this.titles = [];
  }

  /** A lone text in an open table: a title when headers come next, a heading when rows of the table do. */
  private isTitle(row: number, block: Block, open: TableFrame, contiguous: boolean): boolean {
    const { grid } = this;
    const bottom = grid.sheet.area.row + grid.sheet.area.rowCount - 1;
    const ahead = { ...block, bottom, last: Math.max(block.last, open.last, block.first + 3) };
    for (let at = row + 1; at <= Math.min(row + 8, bottom); at++) {
      const filled = filledColumns(grid, at, ahead.first, ahead.last);
      if (filled.length === 0 && contiguous) break;
      const lone = filled.length === 1 && grid.cell(at, filled[0]).kind === "text";
      if (filled.length === 0 || (lone && !this.figuresBelow(at, filled[0], ahead))) continue;
      return this.headerLike(at, ahead) && this.headerRows(at, ahead, null).length > 0;
    }
    // Names right under the rows of a table go on with it, though nothing stands beside them.
    const text = grid.text(row, block.first).trim();
    return !contiguous || text === "" || /[.!?]$/.test(text);
  }

  /** Words of measures and times, or columns named over a blank, a unit or "Verksamhet". */
  private headerLike(row: number, block: Block): boolean {
    const label = this.grid.text(row, block.first);
    return label === "" || isLabelHeader(label) || this.headerWords(row, block);
  }

  private headerWords(row: number, block: Block): boolean {
    const columns = filledColumns(this.grid, row, block.first + 1, block.last);
    const told = columns.filter((column) => {
      const text = this.grid.text(row, column);
      const read = readHeader(text);
      const short = text.length < 45 && !/[.!?]$/.test(text);
      return short && (read.measure !== null || read.ar !== null || read.till !== null);
    });
    return columns.length > 0 && told.length * 2 >= columns.length;
  }

  /** The header rows that begin here; none when this is a row of a body or a line of text. */
  private headerRows(row: number, block: Block, open: TableFrame | null): number[] {
    const { grid } = this;
    const columns = filledColumns(grid, row, block.first, block.last);
    if (
      columns.length === 0 ||
      columns.some((column) => grid.figure(row, column) && !this.yearRow(row, columns))
    )
      return [];
    if (columns.every((column) => isDashes(grid.text(row, column)))) return [];
    const texts = columns.filter((column) => column > block.first);
    if (texts.length === 0) return [];
    if (open && open.bodyRows.length > 0 && !this.startsAnew(row, block, open)) return [];
    if (open && open.bodyRows.length === 0) return [];
    if (columns.length === 1 && !this.figuresBelow(row, columns[0], block) && !this.secondRow(row, block))
      return [];
    const rows = [row];
    while (rows.length < 3 && this.secondRow(rows[rows.length - 1], block))
      rows.push(rows[rows.length - 1] + 1);
    return rows;
  }

  private yearRow(row: number, columns: number[]): boolean {
    return columns.filter((column) => this.grid.figure(row, column)).length === 0;
  }

  private figuresBelow(row: number, column: number, { bottom, first }: Block): boolean {
    return row + 1 <= bottom && this.grid.figure(row + 1, column) && this.grid.filled(row + 1, first);
  }

  /** Whether the next row goes on with the header: no figures, and no name of its own under the first header. */
  private secondRow(row: number, block: Block): boolean {
    const { grid } = this;
    const next = row + 1;
    if (next > block.bottom) return false;
    const columns = filledColumns(grid, next, block.first, block.last);
    const above = filledColumns(grid, row, block.first, block.last);
    if (columns.length === 0 || columns.some((column) => grid.figure(next, column))) return false;
    if (columns.some((column) => grid.text(next, column).length > 60)) return false;
    const label = columns.includes(block.first) && !this.coveredByMerge(next, block.first);
    const beside = (list: number[]) => list.filter((column) => column > block.first).length;
    const sparse = beside(above) < beside(columns) || this.mergedAcross(row, block);
    if (label && !(sparse && this.headerWords(next, block))) return false;
    if (columns.every((column) => column === block.first)) return false;
    // A row of "-" or of crosses is a body row without a name.
    return columns.some(
      (column) => column > block.first && /\p{L}{2}|\d{4}|%/u.test(grid.text(next, column)),
    );
  }

  private mergedAcross(row: number, { first, last }: Block): boolean {
    return this.grid.sheet.merges.some(
      (area) => area.row === row && area.columnCount > 1 && area.column >= first && area.column <= last,
    );
  }

  private coveredByMerge(row: number, column: number): boolean {
    return this.grid.sheet.merges.some((area) => area.row < row && contains(area, row, column));
  }

  /** In an open table only a row of header words starts another: under a blank or a unit, or after a heading line. */
  private startsAnew(row: number, block: Block, open: TableFrame): boolean {
    if (this.sameHeader([row], open)) return true;
    // Under a title of its own it need not be told by its words, nor have figures below.
    if (this.titles.length > 0) return this.headerLike(row, block);
    if (!this.headerWords(row, block) || !this.bodyBelow(row, block)) return false;
    const afterGap = row - open.bodyRows[open.bodyRows.length - 1] > 1;
    const short = filledColumns(this.grid, row, block.first, block.last).every(
      (column) => this.grid.text(row, column).length < 45,
    );
    const label = this.grid.text(row, block.first);
    return short && (label === "" || afterGap || this.grid.bold(row, block.first + 1));
  }

  private bodyBelow(row: number, block: Block): boolean {
    for (let at = row + 1; at <= Math.min(row + 4, block.bottom); at++) {
      if (
        filledColumns(this.grid, at, block.first, block.last).some((column) => this.grid.figure(at, column))
      )
        return true;
    }
    return false;
  }

  /** No lines stand between, or the table's own again: a header repeated on the next page, not a table of its own. */
  private sameTitles(frame: TableFrame): boolean {
    const text = ({ row, column }: SheetCell) => this.grid.text(row, column);
    const own = new Set(frame.titles.map(text));
    return this.titles.every((cell) => own.has(text(cell)));
  }

  private sameHeader(rows: number[], frame: TableFrame): boolean {
    if (frame.headerRows.length === 0) return false;
    for (let column = frame.first; column <= frame.last; column++) {
      const own = this.grid.text(rows[0], column);
      if (own !== this.grid.text(frame.headerRows[0], column)) return false;
    }
    return true;
  }

  /** Names and figures without headers over them are a table too, when at least two rows are alike. */
  private opensHeaderless(row: number, block: Block): boolean {
    const figures = (at: number) =>
      filledColumns(this.grid, at, block.first + 1, block.last).filter((column) =>
        this.grid.figure(at, column),
      );
    return (
      this.grid.filled(row, block.first) &&
      figures(row).length > 0 &&
      row < block.bottom &&
      figures(row + 1).length > 0
    );
  }
}

/** Footnotes, sources and remarks under a table. */
const isNote = (text: string) =>
  /^\s*[*†¹²³]|^\s*(?:not|källa|kalla|anm|anmärkning|kommentar)\s*[:.]/i.test(text) || text.length > 120;

const isDashes = (text: string) => /^[-–—.…\s]*$/.test(text);
