// npm run bench -- xlsx: a workbook of 50 000 × 8 cells is opened, one cell changed, and saved; beside ExcelJS in the same run.
import { spawnSync } from "node:child_process";
import { writeFileSync, readFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { Workbook } from "../../src/workbench/model/workbook";
import { readWorkbook, writeWorkbook } from "../../src/workbench/xlsx";

const rows = 50_000;
const mostSeconds = 3;
const mostMegabytes = 400;

/** A ledger: texts that repeat and texts that don't, numbers, a date, a formula. */
function ledger(count: number): Workbook {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Underlag");
  const header = ["Verksamhet", "Konto", "Period", "Utfall", "Budget", "Verifikat", "Kommentar", "Avvikelse"];
  sheet.rows[0] = { values: header };
  for (let r = 1; r <= count; r++) {
    const utfall = Math.round(Math.sin(r) * 1e7) / 100;
    const budget = Math.round(Math.cos(r) * 1e7) / 100;
    const formulas = new Array(8);
    formulas[7] = { text: `=E${r + 1}-D${r + 1}`, kind: "cell" };
    sheet.rows[r] = {
      values: [
        `Verksamhet ${r % 40}`,
        4000 + (r % 900),
        45000 + (r % 365),
        utfall,
        budget,
        `V${r}`,
        r % 7 ? null : `Rättelse ${r}`,
        budget - utfall,
      ],
      formulas,
    };
  }
  return workbook;
}

async function ours(path: string): Promise<void> {
  const workbook = await readWorkbook(new Uint8Array(readFileSync(path)));
  workbook.sheets[0].setValue(1, 3, 12345);
  writeFileSync(`${path}.ut.xlsx`, await writeWorkbook(workbook));
}

async function theirs(path: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  workbook.worksheets[0].getCell("D2").value = 12345;
  await workbook.xlsx.writeFile(`${path}.ut.xlsx`);
}

/** Opening alone: for files that are only read. */
async function opening(path: string): Promise<void> {
  const workbook = await readWorkbook(new Uint8Array(readFileSync(path)));
  if (workbook.sheets[0].rows.length < 2) throw new Error("nothing was read");
}

const tasks: Record<string, (path: string) => Promise<void>> = { ours, theirs, opening };

/** Each task in a process of its own, so that memory is its own. */
function measure(task: string, path: string): { seconds: number; megabytes: number } {
  const run = spawnSync(process.execPath, [process.argv[1], task, path], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as { seconds: number; megabytes: number };
}

const [task, path] = process.argv.slice(2);
if (task in tasks) {
  const start = performance.now();
  await tasks[task](path);
  const seconds = (performance.now() - start) / 1000;
  console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
} else {
  const folder = mkdtempSync(join(tmpdir(), "xlsx-bench-"));
  const say = (label: string, { seconds, megabytes }: { seconds: number; megabytes: number }) =>
    console.log(
      `${label.padEnd(34)} ${seconds.toFixed(2).padStart(6)} s ${megabytes.toFixed(0).padStart(6)} MB`,
    );
  const book = join(folder, "bok.xlsx");
  writeFileSync(book, await writeWorkbook(ledger(rows)));
  const [own, other] = [measure("ours", book), measure("theirs", book)];
  say(`open + change + save ${rows} × 8`, own);
  say("the same with ExcelJS", other);
  console.log(
    `ratio: ${(other.seconds / own.seconds).toFixed(1)} × faster, ${(other.megabytes / own.megabytes).toFixed(1)} × less memory`,
  );
  const large = join(folder, "stor.xlsx");
  writeFileSync(large, await writeWorkbook(ledger(1_000_000)));
  say("open 1 000 000 × 8", measure("opening", large));
  rmSync(folder, { recursive: true });
  const missed = own.seconds > mostSeconds || own.megabytes > mostMegabytes;
  console.log(`target: ${mostSeconds} s and ${mostMegabytes} MB: ${missed ? "MISSED" : "met"}`);
  process.exit(missed ? 1 : 0);
}
