import { type Area, contains, intersect } from "../../workbook/address";
import type { Language } from "../../texts/language";
import type { Calculator, CalculationReport } from "../calc/calculator";
import { createCalculator } from "../calc";
import { createHost, type Host } from "../host";
import { type Input, writeCells } from "../model/cells";
import { ModelError } from "../model/errors";
import type { Validation } from "../model/parts";
import type { Sheet } from "../model/sheet";
import { allows } from "../model/validity";
import type { Workbook } from "../model/workbook";
import { writeWorkbook } from "../xlsx";
import { type Entry, readEntry } from "./enter";

export interface Position {
  row: number;
  column: number;
}

/** Why a typed content was not taken. */
export type Refusal = "protected" | "array" | "formula";

/** One open workbook in the page: what is shown, what is selected, and the user's own edits. */
export class WorkbookSession {
  /** Counts every change that can be seen; React follows it. */
  version = 0;
  calculating = false;
  saved = true;
  kept: CalculationReport["kept"] = [];
  /** What panes connect to. */
  readonly host: Host;
  private readonly listeners = new Set<() => void>();
  /** The cell that typing goes to, one a sheet. */
  private readonly active = new Map<string, Position>();
  private readonly stop: () => void;
  private pending: Promise<void> = Promise.resolve();

  private constructor(
    readonly name: string,
    readonly workbook: Workbook,
    readonly calculator: Calculator,
    language: Language,
  ) {
    this.host = createHost(workbook, { calculator, locale: language === "sv" ? "sv-SE" : "en-US" });
    this.stop = workbook.onChange((change) => {
      const shownOnly =
        change.kind === "selection" || (change.kind === "sheets" && change.action === "activated");
      if (change.source !== "calc" && !shownOnly) this.saved = false;
      this.bump();
    });
  }

  static async open(name: string, workbook: Workbook, language: Language): Promise<WorkbookSession> {
    return new WorkbookSession(name, workbook, await createCalculator(workbook, { language }), language);
  }

  close(): void {
    this.stop();
    this.host.dispose();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get sheet(): Sheet {
    return this.workbook.activeSheet ?? this.workbook.sheets[0];
  }

  get activeCell(): Position {
    const { sheet } = this;
    const known = this.active.get(sheet.id);
    return known && contains(sheet.selection, known.row, known.column)
      ? known
      : { row: sheet.selection.row, column: sheet.selection.column };
  }

  show(sheet: Sheet): void {
    this.workbook.activeSheet = sheet;
    this.workbook.changed({ kind: "sheets", sheet, action: "activated", source: "user" });
  }

  /** Selects the rectangle between two cells; typing goes to `from`. */
  select(from: Position, to: Position = from): void {
    const { sheet } = this;
    this.active.set(sheet.id, from);
    sheet.selection = {
      row: Math.min(from.row, to.row),
      column: Math.min(from.column, to.column),
      rowCount: Math.abs(from.row - to.row) + 1,
      columnCount: Math.abs(from.column - to.column) + 1,
    };
    this.workbook.changed({ kind: "selection", sheet, area: sheet.selection, source: "user" });
  }

  /** Puts what was typed into a cell; null when it was taken. */
  enter(sheet: Sheet, at: Position, text: string, language: Language): Refusal | null {
    return this.paste(sheet, at, [[text]], language);
  }

  /** Whether a text typed into a cell would break the cell's rule. What can't be read is refused for itself. */
  async breaks(
    rule: Validation,
    sheet: Sheet,
    at: Position,
    text: string,
    language: Language,
  ): Promise<boolean> {
    const { value, formula } = readEntry(text, language);
    if (formula === null) return false;
    const [[result]] = formula
      ? await this.calculator.evaluate(formula, sheet, at.row, at.column)
      : [[value]];
    return !(await allows(rule, result, { sheet, ...at }, this.calculator));
  }

  /** Puts rows of typed texts into the cells from `at`; null when they were taken. */
  paste(sheet: Sheet, at: Position, rows: string[][], language: Language): Refusal | null {
    const columnCount = Math.max(...rows.map((row) => row.length));
    const area = { ...at, rowCount: rows.length, columnCount };
    const entries = rows.map((row) => row.map((text) => readEntry(text, language)));
    if (entries.some((row) => row.some(({ formula }) => formula === null))) return "formula";
    const inputs = entries.map((row) => Array.from({ length: columnCount }, (_, c) => inputOf(row[c])));
    const refusal = this.write(sheet, area, inputs);
    if (refusal) return refusal;
    entries.forEach((row, r) =>
      row.forEach(({ numberFormat }, c) => this.giveFormat(sheet, at.row + r, at.column + c, numberFormat)),
    );
    return null;
  }

  clear(sheet: Sheet, area: Area): Refusal | null {
    const filled = sheet.usedArea(true);
    const within = filled && intersect(area, filled);
    if (!within) return null;
    const blanks = Array.from({ length: within.rowCount }, () =>
      new Array<Input>(within.columnCount).fill(""),
    );
    return this.write(sheet, within, blanks);
  }

  setColumnWidth(sheet: Sheet, column: number, pixels: number): void {
    (sheet.columns[column] ??= {}).width = Math.max(0, pixels) / 7;
    this.workbook.changed({
      kind: "formats",
      sheet,
      area: { row: 0, column, rowCount: 1, columnCount: 1 },
      source: "user",
    });
  }

  /** Resolves when everything typed so far has been calculated. */
  calculated(): Promise<void> {
    return this.pending;
  }

  async save(): Promise<Uint8Array> {
    await this.pending;
    const bytes = await writeWorkbook(this.workbook);
    this.saved = true;
    this.bump();
    return bytes;
  }

  bump(): void {
    this.version++;
    for (const listener of this.listeners) listener();
  }

  private write(sheet: Sheet, area: Area, inputs: Input[][]): Refusal | null {
    if (sheet.protection && this.hasLocked(sheet, area)) return "protected";
    try {
      writeCells(this.workbook, sheet, area, inputs, "user");
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      return error.code === "InvalidArgument" ? "formula" : "array";
    }
    this.calculate();
    return null;
  }

  private hasLocked(sheet: Sheet, { row, column, rowCount, columnCount }: Area): boolean {
    for (let r = row; r < row + rowCount; r++) {
      for (let c = column; c < column + columnCount; c++) {
        if (this.workbook.styles.get(sheet.styleId(r, c)).protection.locked) return true;
      }
    }
    return false;
  }

  /** A percent or a date gives its format to a cell that has none. */
  private giveFormat(sheet: Sheet, row: number, column: number, numberFormat: string | undefined): void {
    const style = this.workbook.styles.get(sheet.styleId(row, column));
    if (!numberFormat || style.numberFormat !== "General") return;
    sheet.setStyle(row, column, this.workbook.styles.add({ ...style, numberFormat }));
    this.bump();
  }

  private calculate(): void {
    if (this.workbook.calculationMode === "Manual") return;
    this.calculating = true;
    this.bump();
    this.pending = this.pending
      .then(() => this.calculator.recalculate())
      .then(({ kept }) => {
        this.kept = kept;
      })
      .finally(() => {
        this.calculating = false;
        this.bump();
      });
  }
}

/** Texts that the model would read in English are marked as the texts they are. */
function inputOf(entry: Entry | undefined): Input {
  if (!entry) return "";
  if (entry.formula) return entry.formula;
  const { value } = entry;
  if (value === null) return "";
  return typeof value === "string" && /[\d=+\-@'#]|^(true|false)$/i.test(value) ? `'${value}` : value;
}
