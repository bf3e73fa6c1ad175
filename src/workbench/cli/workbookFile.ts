import { createCalculator } from "../calc";
import type { CalculationReport, Calculator } from "../calc/calculator";
import { createHost } from "../host";
import { openClient } from "../host/node";
import type { Workbook } from "../model/workbook";
import { readWorkbook, writeWorkbook } from "../xlsx";
import { readInput, writeOutput } from "./io";

/** A workbook file opened as Excel would: model, calculation, and Microsoft's client over them. */
export interface OpenFile {
  workbook: Workbook;
  calculator: Calculator;
  save(path: string): Promise<CalculationReport>;
  close(): void;
}

/** Opens the file and makes `Excel` point at it: src/excel runs unchanged. One file at a time. */
export async function openFile(path: string | undefined, option = "--bok"): Promise<OpenFile> {
  const workbook = await readWorkbook(readInput(path, option));
  return openWorkbook(workbook);
}

export async function openWorkbook(workbook: Workbook): Promise<OpenFile> {
  const calculator = await createCalculator(workbook);
  const client = await openClient(createHost(workbook, { calculator }));
  const globals = globalThis as { Excel?: unknown };
  const before = globals.Excel;
  globals.Excel = client.Excel;
  return {
    workbook,
    calculator,
    async save(target) {
      const report = await calculator.recalculate();
      writeOutput(target, await writeWorkbook(workbook));
      return report;
    },
    close() {
      calculator.dispose();
      globals.Excel = before;
    },
  };
}
