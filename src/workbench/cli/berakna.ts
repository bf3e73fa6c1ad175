import { parseArgs } from "node:util";
import { parseCell } from "../../workbook/address";
import { type CellMatrix, type CellValue, isCellError } from "../../workbook/cell";
import { createCalculator } from "../calc";
import { Workbook } from "../model/workbook";
import { json, readInput, readStdin, UsageError } from "./io";
import type { Command } from "./command";

interface Case {
  formel: string;
  celler?: Record<string, CellValue>;
}

export const berakna: Command = {
  name: "berakna",
  usage: "berakna [--fil f.json]",
  summary: "räknar formler; läser från filen eller standard in, svarar i samma ordning",
  async run(args, io) {
    const { values } = parseArgs({ args, options: { fil: { type: "string" } } });
    const input =
      values.fil === undefined ? await readStdin() : new TextDecoder().decode(readInput(values.fil, "--fil"));
    const answers = [];
    for (const entry of readCases(input)) answers.push(await calculate(entry));
    io.out(json(answers));
    return 0;
  },
};

function readCases(input: string): Case[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(input);
  } catch (error) {
    throw new UsageError(
      `indata är inte JSON (${(error as Error).message}). Skriv en lista: [{"formel":"=KOLL.AVVIKELSE(-34.4,-4.7)"}]`,
    );
  }
  if (!Array.isArray(parsed))
    throw new UsageError(`indata ska vara en lista: [{"formel":"=…","celler":{"A1":1}}]`);
  return parsed.map((entry: unknown, index) => checkCase(entry, index + 1));
}

function checkCase(entry: unknown, number: number): Case {
  const { formel, celler } = (entry ?? {}) as Partial<Case>;
  if (typeof formel !== "string" || !formel.startsWith("=")) {
    throw new UsageError(`fall ${number}: ”formel” ska vara en text som börjar med =.`);
  }
  for (const [address, value] of Object.entries(celler ?? {})) {
    if (!parseCell(address))
      throw new UsageError(`fall ${number}: ”${address}” är ingen cell. Skriv till exempel "A1".`);
    if (typeof value === "object" && value !== null) {
      throw new UsageError(
        `fall ${number}: cellen ${address} ska vara ett tal, en text, sant/falskt eller null.`,
      );
    }
  }
  return { formel, celler };
}

async function calculate({ formel, celler = {} }: Case): Promise<unknown> {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Blad1");
  for (const [address, value] of Object.entries(celler)) {
    const { row, column } = parseCell(address)!;
    if (typeof value === "string" && value.startsWith("="))
      sheet.setFormula(row, column, { text: value, kind: "dynamic" });
    else sheet.setValue(row, column, value);
  }
  const calculator = await createCalculator(workbook);
  try {
    await calculator.recalculateAll();
    const used = sheet.usedArea();
    return answer(await calculator.evaluate(formel, sheet, 0, used ? used.column + used.columnCount + 1 : 0));
  } finally {
    calculator.dispose();
  }
}

function answer(result: CellMatrix): unknown {
  const single = result.length === 1 && result[0].length === 1 ? result[0][0] : undefined;
  if (single === undefined) return { varde: result };
  return isCellError(single)
    ? { fel: single.fel, ...(single.text !== undefined && { text: single.text }) }
    : { varde: single };
}
