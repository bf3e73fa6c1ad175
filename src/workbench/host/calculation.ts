import type { Area } from "../../workbook/address";
import type { CellMatrix } from "../../workbook/cell";
import type { Calculator } from "../calc/calculator";
import type { Sheet } from "../model/sheet";
import type { ModelChange, Workbook } from "../model/workbook";
import { HostError } from "./errors";

/** Changes that no formula can see, or that are told beside one it can. */
const unseen = new Set<ModelChange["kind"]>(["formats", "selection", "sorted", "charts", "comments"]);

/** When the calculator runs: as late as Excel lets one see, before values are read and when a request is done. */
export class Calculation {
  private stale = false;
  private suspended = false;
  /** Formulas entered while calculation is manual: Excel calculates each once, when it is entered. */
  private entered: { sheet: Sheet; area: Area }[] = [];

  constructor(
    private readonly workbook: Workbook,
    private readonly calculator: Calculator | undefined,
  ) {}

  note(change: ModelChange): void {
    if (change.source === "calc" || unseen.has(change.kind)) return;
    this.stale = true;
    if (change.kind === "cells" && this.workbook.calculationMode === "Manual") {
      this.entered.push({ sheet: change.sheet, area: change.area });
    }
  }

  suspend(): void {
    this.suspended = true;
  }

  resume(): void {
    this.suspended = false;
  }

  /** Undefined when values may be read at once. */
  ready(): Promise<void> | undefined {
    if (!this.calculator || !this.stale || this.suspended) return undefined;
    if (this.workbook.calculationMode === "Manual") {
      return this.entered.length > 0 ? this.calculateEntered() : undefined;
    }
    return this.now(false);
  }

  /** After a request: so that events and the grid have values. */
  async settle(): Promise<void> {
    await this.ready();
  }

  async now(all: boolean): Promise<void> {
    this.stale = false;
    this.entered = [];
    if (!this.calculator) return;
    await (all ? this.calculator.recalculateAll() : this.calculator.recalculate());
  }

  async evaluate(formula: string, sheet: Sheet, row: number, column: number): Promise<CellMatrix> {
    if (!this.calculator)
      throw new HostError("NotImplemented", "Without a calculator the workbench evaluates no formula.");
    return this.calculator.evaluate(formula, sheet, row, column);
  }

  private async calculateEntered(): Promise<void> {
    const entered = this.entered;
    this.entered = [];
    for (const { sheet, area } of entered) {
      const last = Math.min(sheet.rows.length, area.row + area.rowCount);
      for (let row = area.row; row < last; row++) {
        const formulas = sheet.rows[row]?.formulas;
        if (!formulas) continue;
        for (let column = area.column; column < area.column + area.columnCount; column++) {
          const formula = formulas[column];
          if (!formula) continue;
          const [[result]] = await this.calculator!.evaluate(formula.text, sheet, row, column);
          sheet.setValue(row, column, result);
        }
      }
    }
  }
}
