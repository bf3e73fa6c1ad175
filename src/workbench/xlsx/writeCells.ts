import {
  areaAddress,
  cellAddress,
  columnLetters,
  contains,
  maxColumns,
  maxRows,
} from "../../workbook/address";
import { type CellValue, isCellError } from "../../workbook/cell";
import type { CellFormula, RichText, Row, Sheet } from "../model/sheet";
import { customFunctions, formulaToFile } from "./formulaText";
import { type CellContext, CellReader, newCell, readRow } from "./readCells";
import { type ScannedCell, scanSheet, type SheetHandler } from "./scanSheet";
import type { StringWriter } from "./sharedStrings";
import { changeAttributes, escapeText } from "./xml";

export interface WriteContext {
  strings: StringWriter;
  /** The number a style has in the file. */
  style(id: number): number;
  /** Cell metadata number that means a dynamic array; asked for only when one is written. */
  dynamicMetadata(): number;
  /** Told of every custom function of ours in a formula that has come or changed. */
  customFunction(name: string): void;
}

/** The cells a sheet was read from. */
export interface Original {
  pieces(): Iterable<string>;
  /** The sheet with the tables it was read with: they decide how formulas read. */
  sheet: Pick<Sheet, "tables">;
  context: CellContext;
}

const sameValue = (a: CellValue, b: CellValue) =>
  a === b || (isCellError(a) && isCellError(b) && a.fel === b.fel);

function sameFormula(a: CellFormula | undefined, b: CellFormula | undefined): boolean {
  if (!a || !b) return !a && !b;
  return a.text === b.text && a.kind === b.kind && refAddress(a) === refAddress(b);
}

const refAddress = ({ ref }: CellFormula) => (ref ? areaAddress(ref) : "");

const sameLine = (a: Row, b: Row) =>
  a.height === b.height &&
  !a.hidden === !b.hidden &&
  (a.outlineLevel ?? 0) === (b.outlineLevel ?? 0) &&
  !a.collapsed === !b.collapsed &&
  a.style === b.style;

const noRow: Row = { values: [] };
const isFilled = (line: Row, column: number) =>
  (line.values[column] ?? null) !== null ||
  line.formulas?.[column] !== undefined ||
  line.styles?.[column] !== undefined;
const widthOf = (line: Row) =>
  Math.min(maxColumns, Math.max(line.values.length, line.styles?.length ?? 0, line.formulas?.length ?? 0));

function countFilled(line: Row): number {
  let count = 0;
  for (let column = 0, width = widthOf(line); column < width; column++) if (isFilled(line, column)) count++;
  return count;
}

/** What stands inside the items of a sheet's rich texts. */
class RichTexts {
  private readonly byCell: Map<number, RichText>;

  constructor(texts: RichText[]) {
    this.byCell = new Map(texts.map((text) => [text.row * maxColumns + text.column, text]));
  }

  /** Undefined where the cell has another text now. */
  at(row: number, column: number, value: CellValue): string | undefined {
    if (this.byCell.size === 0) return undefined;
    const rich = this.byCell.get(row * maxColumns + column);
    return rich?.text === value ? rich.xml : undefined;
  }
}

export interface Comparison {
  same: boolean;
  /** False where the file's rows or cells come in disorder: they can't be followed one by one. */
  ordered: boolean;
  /** Calls for each shared string in use. */
  strings(take: (number: number) => void): void;
}

/** Compares a sheet with the cells it was read from. */
export function compareCells(sheet: Sheet, original: Original): Comparison {
  const reader = new CellReader(original.sheet, original.context);
  const read = newCell();
  const texts = new RichTexts(sheet.richText);
  const references = new Uint32Array(original.context.strings.texts.length);
  let [same, ordered] = [true, true];
  let line = noRow;
  let filled = 0;
  let [lastRow, lastColumn] = [-1, -1];
  const passRows = (to: number) => {
    for (let row = lastRow + 1; row < Math.min(to, sheet.rows.length, maxRows); row++) {
      const passed = sheet.rows[row];
      if (passed && (!sameLine(passed, noRow) || countFilled(passed) > 0)) same = false;
    }
  };
  scanSheet(original.pieces(), {
    row(attributes) {
      reader.startRow(attributes);
      line = sheet.rows[reader.row] ?? noRow;
      lastColumn = -1;
      filled = 0;
      // A sheet ends there: what the file has beyond it is in no model.
      if (reader.row >= maxRows) return;
      if (reader.row <= lastRow) ordered = false;
      passRows(reader.row);
      lastRow = Math.max(lastRow, reader.row);
      filled = countFilled(line);
      if (!sameLine(line, readRow(undefined, attributes, original.context.styles))) same = false;
    },
    cell(cell) {
      if (!reader.place(cell)) return;
      const { value, formula, style, string, rich } = reader.read(cell, read);
      const { row, column } = reader;
      if (column <= lastColumn) ordered = false;
      lastColumn = column;
      if (string >= 0) references[string]++;
      if (value !== null || formula || style !== undefined) filled--;
      if (
        !sameValue(value, line.values[column] ?? null) ||
        style !== line.styles?.[column] ||
        rich !== texts.at(row, column, value) ||
        !sameFormula(formula, line.formulas?.[column])
      )
        same = false;
    },
    endRow() {
      if (filled !== 0) same = false;
    },
  });
  passRows(sheet.rows.length);
  return {
    same: same && ordered,
    ordered,
    strings(take) {
      references.forEach((count, number) => {
        for (let i = 0; i < count; i++) take(number);
      });
    },
  };
}

/**
 * Writes a sheet's rows and cells. Cells that stand as they were read are written word for word; of changed ones, the
 * formula keeps its words while only the result is new.
 * @returns whether formulas have come or gone.
 */
export function writeCells(
  sheet: Sheet,
  original: Original | null,
  context: WriteContext,
  write: (text: string) => void,
): { formulasMoved: boolean } {
  const writer = new CellWriter(sheet, context, write);
  if (!original) {
    writer.rowsUntil(Infinity);
    return { formulasMoved: writer.newFormulas };
  }
  const merge = new Merge(sheet, original, writer);
  scanSheet(original.pieces(), merge);
  writer.rowsUntil(Infinity);
  return { formulasMoved: merge.formulasMoved || writer.newFormulas };
}

/** Writes what the model holds; `nextRow` and `nextColumn` are the first not written yet. */
class CellWriter {
  nextRow = 0;
  /** True once a formula was written to a cell that had none. */
  newFormulas = false;
  readonly texts: RichTexts;

  constructor(
    readonly sheet: Sheet,
    readonly context: WriteContext,
    readonly write: (text: string) => void,
  ) {
    this.texts = new RichTexts(sheet.richText);
  }

  rowsUntil(end: number): void {
    const { rows } = this.sheet;
    for (const last = Math.min(end, rows.length, maxRows); this.nextRow < last; this.nextRow++) {
      const line = rows[this.nextRow];
      if (!line) continue;
      const cells = this.cells(line, this.nextRow, 0, Infinity);
      if (cells === "" && sameLine(line, noRow)) continue;
      this.write(`<row r="${this.nextRow + 1}"${this.lineAttributes(line)}>${cells}</row>`);
    }
    this.nextRow = Math.max(this.nextRow, end);
  }

  cells(line: Row, row: number, from: number, to: number): string {
    let text = "";
    for (let column = from, end = Math.min(to, widthOf(line)); column < end; column++) {
      if (isFilled(line, column)) text += this.cell(line, row, column, null, false);
    }
    return text;
  }

  lineAttributes(line: Row): string {
    return (
      (line.style === undefined ? "" : ` s="${this.context.style(line.style)}" customFormat="1"`) +
      (line.height === undefined ? "" : ` ht="${line.height}" customHeight="1"`) +
      (line.hidden ? ' hidden="1"' : "") +
      (line.outlineLevel ? ` outlineLevel="${line.outlineLevel}"` : "") +
      (line.collapsed ? ' collapsed="1"' : "")
    );
  }

  /** `was` is the cell in the file, where it has one; its formula is kept when `sameFormula`. */
  cell(line: Row, row: number, column: number, was: ScannedCell | null, sameFormula: boolean): string {
    const value = line.values[column] ?? null;
    const formula = line.formulas?.[column];
    const style = line.styles?.[column];
    const styled = style === undefined ? "" : ` s="${this.context.style(style)}"`;
    const start = `<c r="${columnLetters(column)}${row + 1}"${styled}`;
    if (formula) {
      const metadata =
        sameFormula && was
          ? was.cellMetadata && ` cm="${was.cellMetadata}"`
          : formula.kind === "dynamic" || this.callsOurs(formula, row, column)
            ? ` cm="${this.context.dynamicMetadata()}"`
            : "";
      const [type, result] = this.result(value);
      const f =
        sameFormula && was?.formula ? was.formula.raw : this.formula(formula, row, column, metadata !== "");
      if (!was?.formula) this.newFormulas = true;
      return `${start}${type}${metadata}>${f}${result}</c>`;
    }
    if (value === null) return `${start}/>`;
    if (typeof value === "string") {
      const rich = this.texts.at(row, column, value);
      const { strings } = this.context;
      const number = rich === undefined ? strings.number(value) : strings.richNumber(rich);
      return `${start} t="s"><v>${number}</v></c>`;
    }
    const [type, result] = this.result(value);
    return `${start}${type}>${result}</c>`;
  }

  private stored(formula: CellFormula, row: number, column: number): string {
    const { tables } = this.sheet;
    const table = tables.length === 0 ? undefined : tables.find(({ area }) => contains(area, row, column));
    return formulaToFile(formula.text, table?.name);
  }

  /** Ours are stored as dynamic arrays whatever they give: Excel writes them so, and reads them back without an @. */
  private callsOurs(formula: CellFormula, row: number, column: number): boolean {
    if (!/KOLL/i.test(formula.text)) return false;
    const ours = customFunctions(this.stored(formula, row, column));
    ours.forEach((name) => this.context.customFunction(name));
    return formula.kind === "cell" && ours.length > 0;
  }

  private formula(formula: CellFormula, row: number, column: number, dynamic: boolean): string {
    const text = escapeText(this.stored(formula, row, column));
    if (dynamic && formula.kind === "dynamic") this.callsOurs(formula, row, column);
    if (formula.kind === "cell" && !dynamic) return `<f>${text}</f>`;
    const ref = formula.ref ? areaAddress(formula.ref) : cellAddress(row, column);
    return `<f t="array" ref="${ref}">${text}</f>`;
  }

  /** Type attribute and v element of a formula's result, and of what is no text. */
  private result(value: CellValue): [type: string, element: string] {
    if (value === null) return ["", ""];
    if (typeof value === "string") return [' t="str"', `<v>${escapeText(value)}</v>`];
    if (typeof value === "boolean") return [' t="b"', `<v>${Number(value)}</v>`];
    if (typeof value === "number")
      return Number.isFinite(value) ? ["", `<v>${value}</v>`] : [' t="e"', "<v>#NUM!</v>"];
    return [' t="e"', `<v>${value.fel}</v>`];
  }
}

/** Follows the file's rows and cells, and writes them as they stand or as the model has them. */
class Merge implements SheetHandler {
  formulasMoved = false;
  private readonly reader: CellReader;
  private readonly read = newCell();
  /** Shared formulas whose first cell stands as it was: the others may lean on it. */
  private readonly intact = new Set<string>();
  private line = noRow;
  private open = "";
  private cells = "";
  private hadCells = false;
  private nextColumn = 0;

  constructor(
    private readonly sheet: Sheet,
    private readonly original: Original,
    private readonly writer: CellWriter,
  ) {
    this.reader = new CellReader(original.sheet, original.context);
  }

  row(attributes: Record<string, string>, open: string): void {
    const { reader, writer } = this;
    reader.startRow(attributes);
    writer.rowsUntil(reader.row);
    writer.nextRow = reader.row + 1;
    this.line = this.sheet.rows[reader.row] ?? noRow;
    this.cells = "";
    this.hadCells = false;
    this.nextColumn = 0;
    this.open = this.openTag(attributes, open.replace(/\s*\/?>$/, ""));
  }

  /** The row's start tag without its end: as it stood where the row itself has not changed. */
  private openTag(attributes: Record<string, string>, open: string): string {
    const { line } = this;
    const was = readRow(undefined, attributes, this.original.context.styles);
    const changes: Record<string, string | null> = {};
    if (attributes.r === undefined) changes.r = String(this.reader.row + 1);
    if (line.style !== was.style) {
      changes.s = line.style === undefined ? null : String(this.writer.context.style(line.style));
      changes.customFormat = line.style === undefined ? null : "1";
    }
    if (line.height !== was.height) {
      changes.ht = line.height === undefined ? null : String(line.height);
      changes.customHeight = line.height === undefined ? null : "1";
    }
    if (!line.hidden !== !was.hidden) changes.hidden = line.hidden ? "1" : null;
    if ((line.outlineLevel ?? 0) !== (was.outlineLevel ?? 0))
      changes.outlineLevel = line.outlineLevel ? String(line.outlineLevel) : null;
    if (!line.collapsed !== !was.collapsed) changes.collapsed = line.collapsed ? "1" : null;
    return changeAttributes(open, changes);
  }

  cell(cell: ScannedCell): void {
    const { reader, line, writer } = this;
    if (!reader.place(cell)) return;
    this.hadCells = true;
    const { row, column } = reader;
    const was = reader.read(cell, this.read);
    this.cells += writer.cells(line, row, this.nextColumn, column);
    this.nextColumn = column + 1;
    const formula = line.formulas?.[column];
    let formulaStands = sameFormula(was.formula, formula);
    if (cell.formula?.type === "shared") {
      const { text, sharedIndex } = cell.formula;
      if (text === "") formulaStands &&= this.intact.has(sharedIndex);
      else if (formulaStands) this.intact.add(sharedIndex);
    }
    if (!was.formula !== !formula) this.formulasMoved = true;
    const stands =
      formulaStands &&
      cell.reference !== "" &&
      // A style the file doesn't have must not become one that comes now.
      (cell.style === "" || was.style !== undefined) &&
      sameValue(was.value, line.values[column] ?? null) &&
      was.rich === writer.texts.at(row, column, was.value) &&
      was.style === line.styles?.[column];
    if (stands) {
      this.cells += cell.raw();
      if (was.string >= 0) writer.context.strings.keep(was.string);
    } else if (isFilled(line, column)) {
      this.cells += writer.cell(line, row, column, cell, formulaStands);
    }
  }

  endRow(): void {
    const { line, writer, reader } = this;
    if (reader.row >= maxRows) return;
    const added = writer.cells(line, reader.row, this.nextColumn, Infinity);
    this.cells += added;
    if (this.cells === "" && this.hadCells && sameLine(line, noRow)) return;
    const open = added === "" ? this.open : changeAttributes(this.open, { spans: null });
    const name = /^<([^\s/>]+)/.exec(open)![1];
    writer.write(this.cells === "" ? `${open}/>` : `${open}>${this.cells}</${name}>`);
  }
}
