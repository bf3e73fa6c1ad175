import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { createCalculator } from "../../src/workbench/calc";
import { Workbook } from "../../src/workbench/model/workbook";
import { readWorkbook, writeWorkbook } from "../../src/workbench/xlsx";

/**
 * 1. A ledger of 20 000 rows and 48 (then 960) SUMIFS over it, all calculated: beside LibreOffice on the same workbook.
 * 2. A workbook of 100 000 formulas: one edit recalculates its dependents and nothing else.
 */

const ledgerRows = 20_000;
const units = [
  "LSS boende",
  "Daglig verksamhet",
  "Personlig assistans",
  "Ledning",
  "Boendestöd",
  "Korttidsvistelse",
];
const groups = ["Personal", "Lokaler", "Övrigt", "Intäkter"];
const failures: string[] = [];

function milliseconds(start: number): number {
  return performance.now() - start;
}

function ledgerRow(i: number): [string, string, number, number] {
  return [units[i % 6], groups[(i * 7) % 4], (i % 12) + 1, Math.round(Math.sin(i) * 1e6) / 100];
}

function sumFormula(i: number): string {
  const row = i + 2;
  return `=SUMIFS(Huvudbok!$D$2:$D$${ledgerRows + 1},Huvudbok!$A$2:$A$${ledgerRows + 1},A${row},Huvudbok!$B$2:$B$${ledgerRows + 1},B${row},Huvudbok!$C$2:$C$${ledgerRows + 1},"<="&C${row})`;
}

function sumKeys(i: number): [string, string, number] {
  return [units[i % 6], groups[i % 4], (i % 12) + 1];
}

interface Run {
  /** Opening, calculating everything and saving. */
  whole: number;
  /** Calculating alone, as far as it can be told. */
  calculation: number;
  values: number[];
}

async function writeLedger(file: string, sums: number): Promise<void> {
  const book = new ExcelJS.Workbook();
  const ledger = book.addWorksheet("Huvudbok");
  ledger.addRow(["Verksamhet", "Kontogrupp", "Månad", "Belopp"]);
  for (let i = 0; i < ledgerRows; i++) ledger.addRow(ledgerRow(i));
  const report = book.addWorksheet("Rapport");
  report.addRow(["Verksamhet", "Kontogrupp", "Till månad", "Summa"]);
  for (let i = 0; i < sums; i++)
    report.addRow([...sumKeys(i), { formula: sumFormula(i).slice(1), result: 1 }]);
  await book.xlsx.writeFile(file);
}

/** The first run in the process: nothing is warm. */
async function ours(file: string, sums: number): Promise<Run> {
  const start = performance.now();
  const workbook = await readWorkbook(readFileSync(file));
  const calculator = await createCalculator(workbook);
  const begin = performance.now();
  await calculator.recalculateAll();
  const calculation = milliseconds(begin);
  await writeWorkbook(workbook);
  const whole = milliseconds(start);
  const report = workbook.sheet("Rapport")!;
  const values = Array.from({ length: sums }, (_, i) => report.value(i + 1, 3) as number);
  return { whole, calculation, values };
}

/** The best of four, LibreOffice's own start (opening and saving an empty workbook) taken off. */
async function theirs(folder: string, sums: number): Promise<Run> {
  const profile = (mode: number) => {
    const path = join(folder, `profile${mode}`);
    mkdirSync(join(path, "user"), { recursive: true });
    writeFileSync(
      join(path, "user", "registrymodifications.xcu"),
      `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${mode}</value></prop></item></oor:items>`,
    );
    return path;
  };
  const [always, never] = [profile(0), profile(1)];
  const convert = (path: string, file: string) => {
    const start = performance.now();
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${path}`,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        join(folder, "out"),
        join(folder, file),
      ],
      { stdio: "ignore", timeout: 300_000 },
    );
    return milliseconds(start);
  };
  const empty = new ExcelJS.Workbook();
  empty.addWorksheet("Tom");
  await empty.xlsx.writeFile(join(folder, "tom.xlsx"));
  convert(never, "in.xlsx");
  convert(always, "in.xlsx");
  let [all, none, bare] = [Infinity, Infinity, Infinity];
  for (let i = 0; i < 4; i++) {
    bare = Math.min(bare, convert(always, "tom.xlsx"));
    none = Math.min(none, convert(never, "in.xlsx"));
    all = Math.min(all, convert(always, "in.xlsx"));
  }
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(readFileSync(join(folder, "out", "in.xlsx")) as unknown as ExcelJS.Buffer);
  const sheet = read.getWorksheet("Rapport")!;
  const values = Array.from({ length: sums }, (_, i) => Number(sheet.getCell(i + 2, 4).result));
  return { whole: all - bare, calculation: all - none, values };
}

/** With 48 sums LibreOffice's calculation hardly stands out from its opening and saving; 960 make it measurable. */
async function compareWithLibreOffice(sums: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "calc-bench-"));
  try {
    await writeLedger(join(folder, "in.xlsx"), sums);
    const [mine, other] = [await ours(join(folder, "in.xlsx"), sums), await theirs(folder, sums)];
    const different = mine.values.filter((value, i) => Math.abs(value - other.values[i]) > 1e-6).length;
    const line = (what: string, a: number, b: number) =>
      console.log(
        `  ${what}: ${a.toFixed(0)} ms, LibreOffice ${b.toFixed(0)} ms, kvot ${b > 20 ? (a / b).toFixed(2) : "går inte att mäta"}`,
      );
    console.log(`${ledgerRows} rader × ${sums} SUMIFS, olika svar: ${different}`);
    line("öppna, räkna, spara", mine.whole, other.whole);
    line("räkna", mine.calculation, other.calculation);
    if (different > 0) failures.push(`${different} sums differ from LibreOffice`);
    if (sums > 500 && mine.calculation > other.calculation) {
      failures.push(`${sums} sums took longer than in LibreOffice`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** 10 000 rows × 10 formulas: five on the row's own cells, four running sums and lookups, one chain. */
async function editInLargeWorkbook(): Promise<void> {
  const rows = 10_000;
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Stor");
  for (let r = 0; r < rows; r++) {
    const n = r + 1;
    sheet.rows[r] = { values: [r % 97, r % 13, units[r % 6]] };
    const formulas = [
      `=A${n}*2`,
      `=B${n}+D${n}`,
      `=IF(E${n}>50,"hög","låg")`,
      `=ROUND(A${n}/7,2)`,
      `=C${n}&"-"&F${n}`,
      `=SUMIFS($A$1:$A$${rows},$C$1:$C$${rows},C${n})`,
      `=SUM($A$1:A${n})`,
      `=VLOOKUP(A${n},$M$1:$N$100,2,FALSE)`,
      `=COUNTIF($B$1:$B$${rows},B${n})`,
      n === 1 ? "=A1" : `=A${n}-A${n - 1}`,
    ];
    formulas.forEach((text, i) => sheet.setFormula(r, 3 + i, { text, kind: "cell" }));
  }
  for (let i = 0; i < 100; i++) {
    sheet.setValue(i, 12 + 1, i);
    sheet.setValue(i, 14, i * 1.5);
  }
  const calculator = await createCalculator(workbook);
  let start = performance.now();
  const all = await calculator.recalculateAll();
  const full = milliseconds(start);
  start = performance.now();
  await calculator.recalculateAll();
  const again = milliseconds(start);
  const edit = async (row: number, column: number, value: number) => {
    sheet.setValue(row, column, value);
    workbook.changed({
      kind: "cells",
      sheet,
      area: { row, column, rowCount: 1, columnCount: 1 },
      source: "user",
    });
    const begin = performance.now();
    const report = await calculator.recalculate();
    return { calculated: report.calculated, time: milliseconds(begin) };
  };
  await edit(500, 1, 4);
  // B501 is read by E501 (then F501, H501) and by the 10 000 COUNTIF; N is read by VLOOKUP alone.
  const wide = await edit(500, 1, 5);
  // The last row's A: its own cells, the SUMIFS of all rows, the last running sum.
  const own = await edit(rows - 1, 0, 3);
  const spare = await edit(5, 20, 1);
  const line = (what: string, { calculated, time }: { calculated: number; time: number }) =>
    console.log(`${what}: ${calculated} formler, ${time.toFixed(1)} ms, kvot ${(time / again).toFixed(4)}`);
  console.log(
    `100 000 formler: första ${full.toFixed(0)} ms (med läsning av formlerna), alla om igen ${again.toFixed(0)} ms`,
  );
  line("en cell som 10 003 formler beror av", wide);
  line("en cell som 10 006 formler beror av", own);
  line("en cell som ingen läser", spare);
  if (all.calculated !== rows * 10) failures.push(`${all.calculated} formulas calculated, not ${rows * 10}`);
  void calculator.dispose();
}

/** The everyday edit: 100 000 formulas of which three depend on the cell. */
async function smallEdit(): Promise<void> {
  const rows = 50_000;
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Stor");
  for (let r = 0; r < rows; r++) {
    sheet.rows[r] = { values: [r % 97] };
    sheet.setFormula(r, 1, { text: `=A${r + 1}*2`, kind: "cell" });
    sheet.setFormula(r, 2, { text: `=B${r + 1}+A${r + 1}`, kind: "cell" });
  }
  const total = workbook.addSheet("Summa");
  total.setFormula(0, 0, { text: "=SUM(Stor!C:C)", kind: "cell" });
  const calculator = await createCalculator(workbook);
  await calculator.recalculateAll();
  let start = performance.now();
  await calculator.recalculateAll();
  const all = milliseconds(start);
  const times: number[] = [];
  let calculated = 0;
  for (let i = 0; i < 20; i++) {
    sheet.setValue(i * 100, 0, i + 1000);
    workbook.changed({
      kind: "cells",
      sheet,
      area: { row: i * 100, column: 0, rowCount: 1, columnCount: 1 },
      source: "user",
    });
    start = performance.now();
    calculated = (await calculator.recalculate()).calculated;
    times.push(milliseconds(start));
  }
  const time = times.sort((a, b) => a - b)[5];
  console.log(
    `en cell som tre formler beror av: ${calculated} formler, ${time.toFixed(2)} ms mot alla 100 001 ${all.toFixed(0)} ms, kvot ${(time / all).toFixed(4)}`,
  );
  if (calculated !== 3) failures.push(`an edit calculated ${calculated} formulas, not 3`);
  if (time / all > 0.05)
    failures.push(`an edit took ${(time / all).toFixed(3)} of a full recalculation (at most 0.05)`);
}

await compareWithLibreOffice(48);
await compareWithLibreOffice(960);
await editInLargeWorkbook();
await smallEdit();
for (const failure of failures) console.error(`MISSAT: ${failure}`);
process.exit(failures.length > 0 ? 1 : 0);
