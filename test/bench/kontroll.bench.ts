// The audit measured: recall and precision on the published tables, planted errors, speed and memory.
import { audit } from "../../src/audit";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { asPublished, buildWorkbook, type BuildOptions, goldenDocuments } from "../helpers/golden";
import { score } from "../helpers/goldenScore";
import {
  buildMutated,
  correctTables,
  madeTable,
  mutate,
  mutationKinds,
  random,
  wasNamed,
} from "../helpers/mutations";

const verbose = process.argv.includes("--alla");
let failed = false;
const check = (what: string, ok: boolean) => {
  if (!ok) failed = true;
  console.log(`${ok ? "  ok  " : "  MISS"} ${what}`);
};
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

const variants: Record<string, Partial<BuildOptions>> = {
  "one sheet a table, as typed": {},
  "all tables on one sheet": { layout: "one-sheet" },
  "figures alone, unit in the title": { cells: "values", unit: "title" },
  "no indents, no number formats": { indents: false, numberFormats: false },
  "printed text in every cell": { cells: "text" },
};

console.log("Published tables");
for (const [name, variant] of Object.entries(variants)) {
  let [defects, found, wrong, rows] = [0, 0, 0, 0];
  const byRule = new Map<string, [number, number]>();
  const lines: string[] = [];
  for (const document of goldenDocuments()) {
    const built = buildWorkbook(document, { ...asPublished, ...variant });
    // In the last form every number is text, as planted: what is said of that is true.
    const findings = audit(built.snapshot).filter(
      ({ regel }) => variant.cells !== "text" || regel !== "tal-som-text",
    );
    const result = score(document, built, findings);
    defects += result.defects;
    found += result.found.length;
    wrong += result.false.length;
    rows += result.rows;
    for (const [regel, counts] of result.byRule) {
      const [f, x] = byRule.get(regel) ?? [0, 0];
      byRule.set(regel, [f + counts.found, x + counts.false]);
    }
    lines.push(...result.missed.map((missed) => `       missed ${missed}`));
    lines.push(
      ...result.false.map(
        ({ regel, sakerhet, blad, cell, text }) =>
          `       false ${regel} ${sakerhet} ${blad}!${cell} ${text.sv}`,
      ),
    );
  }
  const perRow = (100 * wrong) / rows;
  const rules = [...byRule].map(([regel, [f, x]]) => `${regel} ${f}/${x}`).join(", ");
  // Percent signs and placeholders can't be seen in bare figures, so that variant has its own, lower floor.
  const floor = variant.cells === "values" ? 0.85 : 0.95;
  check(
    `${name}: ${found} of ${defects} found (${percent(found, defects)}), ${wrong} unlisted findings in ${rows} rows (${perRow.toFixed(2)} per 100)`,
    found / defects >= floor && perRow <= 2,
  );
  console.log(`       found/unlisted: ${rules}`);
  if (verbose || found / defects < floor || perRow > 2) for (const line of lines) console.log(line);
}

console.log("\nPlanted errors (one at a time, in correct published and made tables)");
const tables = [...correctTables(), ...Array.from({ length: 40 }, (_, index) => madeTable(index + 1))];
let unmutated = 0;
for (const table of tables) {
  for (const { regel, cell, text } of audit(buildMutated(table).snapshot)) {
    unmutated++;
    console.log(`       ${table.id} ${regel} ${cell} ${text.sv}`);
  }
}
check(`unmutated: ${unmutated} findings in ${tables.length} tables`, unmutated === 0);
const next = random(20231231);
for (const kind of mutationKinds) {
  let [planted, found] = [0, 0];
  for (const table of tables) {
    for (let repeat = 0; repeat < 3; repeat++) {
      const mutation = mutate(table, kind, next);
      if (!mutation) continue;
      planted++;
      const built = buildMutated(mutation.table);
      const findings = audit(built.snapshot);
      if (wasNamed(mutation, built, findings)) found++;
      else if (verbose) {
        const got = findings.map(({ regel, cell }) => `${regel} ${cell}`).join(", ");
        console.log(`       ${table.id} ${mutation.what}: ${got || "nothing"}`);
      }
    }
  }
  check(`${kind}: ${found} of ${planted} (${percent(found, planted)})`, found >= 0.9 * planted);
}

console.log("\nSpeed and memory");
const [small, medium, large] = [10_000, 100_000, 200_000].map((cells) => workbookOf(cells));
audit(workbookOf(5_000));
const timed = (book: WorkbookSnapshot) => {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const findings = audit(book);
  const seconds = (performance.now() - start) / 1000;
  const bytes = process.memoryUsage().heapUsed - before;
  return { seconds, bytes, findings: findings.length };
};
const runs = [small, medium, large].map(timed);
for (const [index, limit] of [
  [0, 1],
  [2, 10],
] as const) {
  const cells = [10_000, 100_000, 200_000][index];
  check(`${cells} filled cells in ${runs[index].seconds.toFixed(2)} s`, runs[index].seconds < limit);
}
const growth = runs[2].seconds / runs[1].seconds;
check(`twice the cells take ${growth.toFixed(2)} times as long`, growth < 3);
const memory = Math.max(1, runs[2].bytes) / Math.max(1, runs[1].bytes);
check(
  `twice the cells take ${memory.toFixed(2)} times the heap (${(runs[2].bytes / 200_000).toFixed(0)} bytes a cell)`,
  memory < 3 || runs[2].bytes < 100e6,
);

process.exit(failed ? 1 : 0);

/** Half report sheets of 40 rows with formulas, half a ledger. */
function workbookOf(cells: number): WorkbookSnapshot {
  const sheets: SheetSnapshot[] = [];
  let filled = 0;
  for (let index = 1; filled < cells / 2; index++) {
    const { snapshot } = buildMutated(madeTable(index));
    const [sheet] = snapshot.sheets;
    sheet.name = `Enhet ${index}`;
    sheet.formulas = sheet.values.map((row, r) =>
      row.map((value, c) => (c === 3 && typeof value === "number" ? `=B${r + 1}-C${r + 1}` : "")),
    );
    sheets.push(sheet);
    filled += sheet.values.flat().filter((value) => value !== null).length;
  }
  sheets.push(ledger(cells - filled));
  return { sheets, names: [] };
}

function ledger(cells: number): SheetSnapshot {
  const next = random(3);
  const rowCount = Math.ceil(cells / 8);
  const values = Array.from({ length: rowCount }, (_, row) =>
    row === 0
      ? ["Verksamhet", "Ansvar", "Konto", "Kontogrupp", "Period", "Utfall", "Budget", "Text"]
      : [
          510 + (row % 17),
          4000 + (row % 97),
          3000 + ((row * 7) % 5000),
          ["Intäkter", "Personalkostnader", "Lokalhyror", "Övriga kostnader"][row % 4],
          202301 + (row % 12),
          Math.round(next() * 1e7) / 100,
          Math.round(next() * 1e7) / 100,
          `Verifikation ${100000 + row}`,
        ],
  );
  const area = { row: 0, column: 0, rowCount, columnCount: 8 };
  return {
    name: "Underlag",
    visibility: "visible",
    protected: false,
    area,
    values,
    formulas: values.map((row) => row.map(() => "")),
    numberFormats: values.map((row) => row.map(() => "General")),
    merges: [],
    tables: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
}
