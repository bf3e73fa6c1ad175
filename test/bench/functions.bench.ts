import { callFunction } from "../../src/functions";
import { createCalculator } from "../../src/workbench/calc";
import { Workbook } from "../../src/workbench/model/workbook";
import type { CellMatrix } from "../../src/workbook/cell";

/**
 * 1. Scalar calls through the registry (coercion, defaults and all).
 * 2. One spilling call over 100 000 cells, beside the same answer from plain native formulas in the workbook engine.
 */
const scalarTarget = 500_000;
const spillTarget = 60;
const rows = 100_000;
const failures: string[] = [];

function best(times: number, run: () => void): number {
  let least = Infinity;
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

const column = (value: (i: number) => number, count = rows): CellMatrix =>
  Array.from({ length: count }, (_, i) => [value(i)]);
const outcome = column((i) => Math.round(Math.sin(i) * 1e6) / 100);
const budget = column((i) => Math.round(Math.cos(i) * 1e6) / 100 + 0.01);

function scalar(id: string, args: CellMatrix[]) {
  const calls = 200_000;
  const time = best(5, () => {
    for (let i = 0; i < calls; i++) callFunction(id, args);
  });
  const perSecond = calls / (time / 1000);
  if (perSecond < scalarTarget) failures.push(`${id}: ${Math.round(perSecond)} calls/s`);
  console.log(
    `${id.padEnd(14)} ${Math.round(perSecond).toLocaleString("sv")} calls/s (target ${scalarTarget.toLocaleString("sv")})`,
  );
}

/** Milliseconds for the same figures as one plain formula per cell in the workbook engine. */
async function native(
  formula: (row: number) => string,
  columns: CellMatrix[],
): Promise<{ time: number; last: unknown }> {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Blad1");
  for (let i = 0; i < rows; i++) {
    columns.forEach((cells, c) => sheet.setValue(i, c, cells[i][0]));
    sheet.setFormula(i, columns.length, { text: formula(i + 1), kind: "cell" });
  }
  const calculator = await createCalculator(workbook);
  const start = performance.now();
  await calculator.recalculateAll();
  const time = performance.now() - start;
  const last = sheet.value(rows - 1, columns.length);
  calculator.dispose();
  return { time, last };
}

/** `beside` is the plain formula in row n; `same` unless it only resembles the function. */
async function spill(id: string, args: CellMatrix[], beside: (row: number) => string, same = true) {
  let answer: CellMatrix = [];
  const time = best(7, () => {
    answer = callFunction(id, args);
  });
  if (time > spillTarget) failures.push(`${id}: ${time.toFixed(1)} ms`);
  const plain = await native(
    beside,
    args.filter((matrix) => matrix.length === rows),
  );
  const own = Number(answer[rows - 1][0]);
  if (same && Math.abs(own - Number(plain.last)) > 1e-9 * Math.max(1, Math.abs(own))) {
    failures.push(`${id}: ${own} but the native formula gives ${plain.last}`);
  }
  console.log(
    `${id.padEnd(14)} ${time.toFixed(1)} ms (target ${spillTarget} ms) · ${beside(1)} in each row ${plain.time.toFixed(0)} ms = ${(plain.time / time).toFixed(0)}×`,
  );
}

function wholeColumn(id: string, args: CellMatrix[]) {
  const time = best(2, () => callFunction(id, args));
  if (time > 1000) failures.push(`${id}: ${time.toFixed(0)} ms for a whole column`);
  console.log(`${id.padEnd(14)} ${time.toFixed(0)} ms (target 1000 ms)`);
}

console.log("Scalar calls through the registry");
scalar("AVVIKELSE", [[[-34.4]], [[-4.7]], [["netto"]]]);
scalar("FORBRUKNING", [[[-928.7]], [[-856.3]]]);
scalar("AVRUNDASUMMA", [[[2.6, -1.4, 0.3]]]);
console.log(`\nOne call that spills over ${rows.toLocaleString("sv")} cells`);
await spill("AVVIKELSE", [outcome, budget], (row) => `=A${row}-B${row}`);
await spill("FORBRUKNING", [outcome, budget], (row) => `=A${row}/B${row}`);
await spill("AVRUNDASUMMA", [outcome, [[0]]], (row) => `=ROUND(A${row},0)`, false);

console.log("\nWhole columns, 1 048 576 rows");
const whole = column((i) => (i % 3 === 0 ? i / 7 : 0), 1048576);
for (const row of whole) if (row[0] === 0) row[0] = null;
wholeColumn("AVVIKELSE", [whole, whole]);
wholeColumn("ACKUMULERAT", [whole]);
wholeColumn("RULLANDEMEDEL", [whole]);
wholeColumn("AVRUNDASUMMA", [whole]);
wholeColumn("AVSTAMNING", [[[1]], whole]);
wholeColumn("NIVAERSATTNING", [whole, whole]);

const participants = 2000;
const plan: CellMatrix = Array.from({ length: 250 }, (_, day) =>
  Array.from({ length: participants }, (_, who) => ((day + who) % 7 === 0 ? 0.5 : 1)),
);
const attendance: CellMatrix = Array.from({ length: 250 }, (_, day) =>
  Array.from({ length: participants }, (_, who) =>
    (day * 31 + who * 17) % 97 < 60 && (day + who) % 40 < 14 ? 0 : 1,
  ),
);
console.log(`\n${participants} participants × 250 days`);
const karens = best(5, () => callFunction("KARENS", [plan, attendance, [[1000, 600]]]));
const cells = participants * 250;
console.log(
  `KARENS         ${karens.toFixed(1)} ms for ${cells.toLocaleString("sv")} cells (target ${(spillTarget * cells) / rows} ms: ${spillTarget} ms per 100 000)`,
);
if (karens > (spillTarget * cells) / rows) failures.push(`KARENS: ${karens.toFixed(1)} ms`);

if (failures.length > 0) {
  console.error(`\nMissed:\n${failures.map((failure) => `- ${failure}`).join("\n")}`);
  process.exit(1);
}
