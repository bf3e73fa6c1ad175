import { main } from "../../src/workbench/cli/main";
import { readWorkbook, writeWorkbook } from "../../src/workbench/xlsx";
import { findTables } from "../../src/tables";
import { readSource, recogniseSources } from "../../src/sources";
import { sheetFromValues, type SheetSnapshot } from "../../src/workbook/snapshot";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { workbookOf } from "../helpers/workbookOf";
import { openWorkbook } from "../helpers/openWorkbook";
import { book, grid, sheet, tableSheet } from "./fixtures/sheets";

/** Bad input (issue "Understanding tables, and sources"): no crash and no silent guess; asked, or said. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "trasig-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `koll underlag` answers about a workbook file with these sheets. */
async function koll(...sheets: SheetSnapshot[]) {
  const path = join(folder, "bok.xlsx");
  writeFileSync(path, await writeWorkbook(workbookOf(...sheets)));
  const [out, error]: string[][] = [[], []];
  const code = await main(["underlag", "--bok", path], {
    out: (text) => out.push(text),
    error: (text) => error.push(text),
  });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

const ledger = (name: string) =>
  tableSheet(
    name,
    name,
    ["Enhet", "Period", "Utfall", "Periodbudget"],
    grid("A | 202301 | -1 | -2\nB | 202302 | -3 | -4"),
  );

test("two that fit are both shown; a report asks which one applies", async () => {
  const { out } = await koll(ledger("Ett"), ledger("Två"));
  expect(out).toMatch(/^ekonomi: Ett!A1:D3/m);
  expect(out).toMatch(/^ekonomi: Två!A1:D3/m);
  const path = join(folder, "tva.xlsx");
  writeFileSync(path, await writeWorkbook(workbookOf(ledger("Ett"), ledger("Två"))));
  const error: string[] = [];
  const code = await main(
    ["rapport", "resultat-verksamhet", "--bok", path, "--ut", join(folder, "ut.xlsx")],
    { out: () => undefined, error: (text) => error.push(text) },
  );
  expect(code).toBe(2);
  expect(error.join()).toMatch(/Flera underlag passar: Ett!A1:D3, Två!A1:D3/);
});

test("rows without a period are refused by their cells, others are read", async () => {
  const { code, out } = await koll(
    sheet("Ekonomi tkr", "Enhet | Period | Utfall\nA | 202301 | -1\nB | | -2\nC | hösten | -3"),
  );
  expect(code).toBe(1);
  expect(out).toMatch(/nekad rad: B3: Perioden saknas\. Fyll i år och månad/);
  expect(out).toMatch(/nekad rad: B4: ”hösten” är ingen period/);
});

test("a period column with nothing in it leaves the rows without periods, and loses none", () => {
  const snapshot = book(sheet("Ekonomi tkr", "Enhet | Period | Utfall\nA | | -1\nB | | -2"));
  const data = readSource(snapshot, recogniseSources(snapshot)[0]);
  expect([data.rowsRead, data.firstPeriod, data.lastPeriod]).toEqual([2, null, null]);
});

test("months without any year are refused, and the year is asked", async () => {
  const { code, out } = await koll(sheet("Data tkr", "Enhet | Månad | Utfall\nA | jan | -1\nB | feb | -2"));
  expect(code).toBe(1);
  expect(out).toMatch(/fråga: Vilket år gäller månaderna\?/);
});

test("an unknown unit is asked, never taken", async () => {
  const { out } = await koll(sheet("Ekonomi", "Enhet | Period | Utfall\nA | 202301 | -1\nB | 202302 | -2"));
  expect(out).toMatch(/enhet okänd/);
  expect(out).toMatch(/fråga: Är beloppen i kr, tkr eller mnkr\?/);
});

test("signs that speak against each other are asked", async () => {
  const { out } = await koll(
    sheet("Data tkr", "Kontogrupp | Utfall\nIntäkter | -5\nPersonalkostnader | -7\nLokalhyror | -1"),
  );
  expect(out).toMatch(/tecken okänt/);
  expect(out).toMatch(/fråga: Är kostnader negativa/);
});

test("headers in the middle of the data are skipped and said", async () => {
  const { code, out } = await koll(
    sheet(
      "Lista tkr",
      `Enhet | Period | Utfall
       A | 202301 | -1
       Enhet | Period | Utfall
       B | 202301 | -3`,
    ),
  );
  expect(code).toBe(0);
  expect(out).toMatch(/Lista tkr!A1:C4, 2 rader/);
  expect(out).toMatch(/Rubrikraden står 1 gånger till mitt i tabellen/);
});

test("other headers below the data begin another table", async () => {
  const { out } = await koll(
    sheet(
      "Blandat tkr",
      `Enhet | Period | Utfall
       A | 202301 | -1
       | |
       Projekt | Budget | Prognos
       Inventarier | 5 | 4`,
    ),
  );
  expect(out).toMatch(/^ekonomi: Blandat tkr!A1:C2, 1 rader/m);
  expect(out).toMatch(/^\w+: Blandat tkr!A4:C5, 1 rader/m);
});

test("error cells stop their rows, are named, and give exit code 1", async () => {
  const { code, out } = await koll(
    sheet("Ekonomi tkr", "Enhet | Period | Utfall\nA | 202301 | #REF!\n#N/A | 202301 | -2\nC | 202301 | -3"),
  );
  expect(code).toBe(1);
  expect(out).toMatch(/Ekonomi tkr!A1:C4, 1 rader/);
  expect(out).toMatch(/nekad rad: C2: Cellen visar felet #REF!/);
  expect(out).toMatch(/nekad rad: A3: Cellen visar felet #N\/A/);
});

const none = /Inget underlag hittades\. Ett underlag är en tabell med rubriker som/;

test.each([
  ["a sheet with nothing", [sheetFromValues("Tom", [])]],
  ["one cell", [sheetFromValues("En", [["Hej"]])]],
  ["headers without rows", [sheet("Rubriker", "Enhet | Period | Utfall")]],
  [
    "16 384 columns",
    [
      sheetFromValues("Bred", [
        Array.from({ length: 16384 }, (_, column) => `Kolumn ${column}`),
        Array.from({ length: 16384 }, (_, column) => column),
      ]),
    ],
  ],
  [
    "everything merged into one cell",
    [
      {
        ...sheetFromValues("Sammanslaget", [
          ["Utfall och budget", null, null],
          [null, null, null],
        ]),
        merges: [{ row: 0, column: 0, rowCount: 2, columnCount: 3 }],
      },
    ],
  ],
  ["errors alone", [sheetFromValues("Fel", [[{ fel: "#REF!" as const }, { fel: "#N/A" as const }]])]],
])("%s: no source, and what one is like is said", async (_, sheets) => {
  const { code, out, error } = await koll(...sheets);
  expect([code, error]).toEqual([0, ""]);
  expect(out).toMatch(none);
});

test("16 384 columns with a ledger's headers first are read", () => {
  const names = ["Enhet", "Period", "Utfall (tkr)"];
  const wide = sheetFromValues("Bred", [
    Array.from({ length: 16384 }, (_, column) => names[column] ?? null),
    Array.from({ length: 16384 }, (_, column) => (["A", 202301, -5] as const)[column] ?? null),
  ]);
  wide.values[1][16383] = "långt bort";
  const snapshot = book(wide);
  expect(recogniseSources(snapshot).map(({ kind, address }) => [kind, address])).toEqual([
    ["ekonomi", "A1:C2"],
  ]);
  expect(Array.isArray(findTables(wide))).toBe(true);
});

test("a table whose name cells are merged over their rows takes the name for each", async () => {
  const rows = grid(
    "Hemvård | 202301 | -1 | -1\n | 202302 | -2 | -2\nBoende | 202301 | -3 | -3\n | 202302 | -4 | -4",
  );
  const merged = sheetFromValues("Ekonomi tkr", [
    ["Verksamhet", "Period", "Utfall", "Periodbudget"],
    ...rows,
  ]);
  merged.merges.push(
    { row: 1, column: 0, rowCount: 2, columnCount: 1 },
    { row: 3, column: 0, rowCount: 2, columnCount: 1 },
  );
  const { code, out } = await koll(merged);
  expect(code).toBe(0);
  expect(out).toMatch(/4 rader, tkr/);
  expect(out).toMatch(/2 tomma celler i ”Verksamhet” fick namnet ovanför/);
});

test("a workbook with charts only has no source and stands as it was", async () => {
  const workbook = workbookOf(sheetFromValues("Diagram", []));
  const file = await openWorkbook(workbook);
  try {
    const { Excel } = globalThis as unknown as { Excel: typeof globalThis.Excel };
    await Excel.run(async (context) => {
      const data = context.workbook.worksheets.add("Data");
      data.getRange("A1:B2").values = [
        ["x", "y"],
        [1, 2],
      ];
      context.workbook.worksheets
        .getItem("Diagram")
        .charts.add(Excel.ChartType.columnClustered, data.getRange("A1:B2"));
      await context.sync();
    });
  } finally {
    file.close();
  }
  const bytes = await writeWorkbook(workbook);
  expect((await readWorkbook(bytes)).sheet("Diagram")!.charts).toHaveLength(1);
  const path = join(folder, "diagram.xlsx");
  writeFileSync(path, bytes);
  const out: string[] = [];
  expect(
    await main(["underlag", "--bok", path], { out: (text) => out.push(text), error: () => undefined }),
  ).toBe(0);
  expect(out.join()).toMatch(none);
});
