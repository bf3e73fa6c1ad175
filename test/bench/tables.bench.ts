import { findTables } from "../../src/tables";
import type { CellMatrix } from "../../src/workbook/cell";
import { sheetFromValues } from "../../src/workbook/snapshot";
import { noScores, scoreTable } from "../tables/accuracy";
import { type GoldenForm, type GoldenTable, goldenTables } from "../tables/golden";
import { variants } from "../tables/variants";
import { stopwatch } from "./stopwatch";

// Table understanding of 200 sheets with 200 rows each: at most 2 s.

const sheets = 200;
const rowsPerSheet = 200;
const columns = [
  "Utfall 2023",
  "Budget 2023",
  "Avvikelse",
  "Prognos",
  "Avvikelse prognos",
  "Bokslut 2022",
  "Förbr %",
];

function sheetOf(seed: number) {
  const rows: CellMatrix = [
    [`Tabell ${seed}`, ...columns.map(() => null)],
    ["Belopp i tkr", ...columns.map(() => null)],
    ["Verksamhet", ...columns],
  ];
  const figure = (row: number, salt: number) => -(((row * 7919 + salt * 104729 + seed * 31) % 90000) + 100);
  let group: number[][] = [];
  for (let row = 0; rows.length < rowsPerSheet; row++) {
    if (row % 12 === 11) {
      const total = [0, 1, 2].map((column) => group.reduce((sum, values) => sum + values[column], 0));
      rows.push([
        `Summa grupp ${row}`,
        total[0],
        total[1],
        total[0] - total[1],
        total[2],
        total[2] - total[1],
        null,
        null,
      ]);
      group = [];
      continue;
    }
    const [utfall, budget, prognos] = [figure(row, 1), figure(row, 2), figure(row, 3)];
    group.push([utfall, budget, prognos]);
    rows.push([
      `${500 + row} Verksamhet ${row}`,
      utfall,
      budget,
      utfall - budget,
      prognos,
      prognos - budget,
      figure(row, 4),
      Math.round((100 * utfall) / budget),
    ]);
  }
  return sheetFromValues(`Blad ${seed}`, rows);
}

const made = Array.from({ length: sheets }, (_, seed) => sheetOf(seed));
const elapsed = stopwatch();
let rows = 0;
let sums = 0;
for (const sheet of made) {
  for (const table of findTables(sheet)) {
    rows += table.rows.length;
    sums += table.sums.length;
  }
}
const { seconds, clock } = elapsed();
console.log(
  `${sheets} sheets × ${rowsPerSheet} rows: ${seconds.toFixed(2)} s (target 2; ${clock.toFixed(2)} s by the clock), ${rows} rows and ${sums} sums found`,
);

// How well the published tables are understood, by form: as numbers with formats, typed as text, numbers alone.
function accuracy(name: string, form: GoldenForm, made = (table: GoldenTable) => table): boolean {
  const scores = noScores();
  for (const table of goldenTables) scoreTable(made(table), form, scores);
  const shares = Object.entries(scores).map(([what, { right, of }]) => `${what} ${right}/${of}`);
  console.log(`${name}: ${shares.join(", ")}`);
  return [scores.kolumner, scores.rader].every(({ right, of }) => right >= 0.97 * of);
}
let understood = true;
for (const form of ["tal", "text", "varden"] as const) understood = accuracy(form, form) && understood;
// The same tables under other captions and in another order.
for (const [name, make] of Object.entries(variants)) understood = accuracy(name, "tal", make) && understood;
if (!understood) {
  console.log("fewer than 97 % of columns or rows are understood");
  process.exit(1);
}
if (seconds > 2 || rows !== sheets * (rowsPerSheet - 3)) process.exit(1);
