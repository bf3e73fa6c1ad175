import { parseCell, splitAddress } from "../../../src/workbook/address";
import type { CellMatrix, CellValue } from "../../../src/workbook/cell";
import type { CalculationReport, Calculator } from "../../../src/workbench/calc/calculator";
import type { CalculatorOptions } from "../../../src/workbench/calc";
import { createCalculator } from "../../../src/workbench/calc";
import { formulaKind } from "../../../src/workbench/model/formulaKind";
import type { Table } from "../../../src/workbench/model/parts";
import type { Sheet } from "../../../src/workbench/model/sheet";
import { Workbook } from "../../../src/workbench/model/workbook";

/** A value, or a formula when it begins with "=". */
export type Entry = CellValue;

/** A workbook with a calculator, written and read by address ("B3", "Blad2!A1"). The first sheet is Blad1. */
export class TestBook {
  readonly workbook = new Workbook();
  calculator!: Calculator;

  static async create(cells: Record<string, Entry> = {}, options: CalculatorOptions = {}): Promise<TestBook> {
    const book = new TestBook();
    book.workbook.addSheet("Blad1");
    book.calculator = await createCalculator(book.workbook, options);
    book.set(cells);
    return book;
  }

  sheet(name: string): Sheet {
    return this.workbook.sheet(name) ?? this.workbook.addSheet(name);
  }

  /** Writes as the user does: the model, then the event. */
  set(cells: Record<string, Entry>): void {
    for (const [address, entry] of Object.entries(cells)) {
      const { sheet, row, column } = this.place(address);
      const isFormula = typeof entry === "string" && entry.startsWith("=");
      sheet.setFormula(row, column, isFormula ? { text: entry, kind: formulaKind(entry) } : undefined);
      sheet.setValue(row, column, isFormula ? null : entry);
      this.workbook.changed({
        kind: "cells",
        sheet,
        area: { row, column, rowCount: 1, columnCount: 1 },
        source: "user",
      });
    }
  }

  /** Writes as a file does: formulas with the values they had, no event. */
  load(address: string, formula: string, value: CellValue, kind: "cell" | "dynamic" = "cell"): void {
    const { sheet, row, column } = this.place(address);
    const ref = kind === "dynamic" ? { row, column, rowCount: 1, columnCount: 1 } : undefined;
    sheet.setFormula(row, column, { text: formula, kind, ref });
    sheet.setValue(row, column, value);
  }

  get(address: string): CellValue {
    const { sheet, row, column } = this.place(address);
    return sheet.value(row, column);
  }

  recalculate(): Promise<CalculationReport> {
    return this.calculator.recalculate();
  }

  /** A formula's value as if it stood in `at`: one value, or a matrix when there are more. */
  async value(formula: string, at = "Blad1!Z99"): Promise<CellValue | CellMatrix> {
    await this.recalculate();
    const { sheet, row, column } = this.place(at);
    const matrix = await this.calculator.evaluate(formula, sheet, row, column);
    return matrix.length === 1 && matrix[0].length === 1 ? matrix[0][0] : matrix;
  }

  table(
    sheet: string,
    address: string,
    name: string,
    columns: string[],
    rows: CellMatrix,
    totals?: CellValue[],
  ): Table {
    const { row, column } = parseCell(address)!;
    const target = this.sheet(sheet);
    const lines: CellMatrix = [columns, ...rows, ...(totals ? [totals] : [])];
    lines.forEach((line, r) => line.forEach((value, c) => target.setValue(row + r, column + c, value)));
    const table: Table = {
      id: this.workbook.newTableId(),
      name,
      area: { row, column, rowCount: lines.length, columnCount: columns.length },
      showHeaders: true,
      showTotals: totals !== undefined,
      columns: columns.map((text, index) => ({
        id: index + 1,
        name: text,
        calculatedFormula: "",
        totalsLabel: "",
        totalsFunction: "none",
        totalsFormula: "",
      })),
      style: "TableStyleMedium2",
      showBandedRows: true,
      showBandedColumns: false,
      highlightFirstColumn: false,
      highlightLastColumn: false,
      showFilterButton: true,
      filter: null,
    };
    target.tables.push(table);
    this.workbook.changed({ kind: "tables", sheet: target, source: "api" });
    return table;
  }

  private place(address: string): { sheet: Sheet; row: number; column: number } {
    const parts = splitAddress(address);
    return { sheet: this.sheet(parts.sheet ?? "Blad1"), ...parseCell(parts.address)! };
  }
}
