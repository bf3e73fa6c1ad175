import fc from "fast-check";
import { cellPlace, explainTable, findTables, type Tabell } from "../../src/tables";
import { sheetFromValues } from "../../src/workbook/snapshot";
import { goldenSheet, goldenTables } from "./golden";
import { grid } from "../sources/fixtures/sheets";

const tables = (text: string, merges: [number, number, number, number][] = []) => {
  const sheet = sheetFromValues("Blad", grid(text));
  sheet.merges = merges.map(([row, column, rowCount, columnCount]) => ({
    row,
    column,
    rowCount,
    columnCount,
  }));
  return findTables(sheet);
};
const roles = ({ columns }: Tabell) => columns.map(({ role }) => role);
const kinds = ({ rows }: Tabell) => rows.map(({ kind }) => kind);
const partsOf = ({ sums, rows }: Tabell, label: string) => {
  const found = sums.find(({ row }) => rows[row].label === label);
  return found && found.parts.map((part, at) => `${found.factors[at] < 0 ? "-" : ""}${rows[part].label}`);
};

describe("findTables", () => {
  test("finds title, unit, two header rows with merged groups, sums and notes", () => {
    const [table, ...others] = tables(
      `Resultat per verksamhet | | | | |
       Belopp i mnkr | | | | |
       | Ack augusti 2023 | | | Helår |
       Verksamhet | Utfall | Budget | Avv. | Budget | Progn
       510 Hemvård | -90.5 | -85.1 | -5.4 | -127.6 | -133.0
       511 Boende | -60.2 | -61.3 | 1.1 | -92.0 | -91.0
       Summa | -150.7 | -146.4 | -4.3 | -219.6 | -224.0
       * Preliminära siffror. | | | | |`,
      [
        [2, 1, 1, 3],
        [2, 4, 1, 2],
      ],
    );
    expect(others).toEqual([]);
    expect(table).toMatchObject({
      title: "Resultat per verksamhet",
      unit: "mnkr",
      sign: "netto",
      headerRows: [2, 3],
    });
    expect(roles(table)).toEqual(["utfall", "budget", "avvikelse", "helarsbudget", "prognos"]);
    expect(table.columns[0].time).toEqual({ ar: 2023, fran: 1, till: 8, omfattning: "period" });
    expect(table.rows[0]).toMatchObject({ code: "510", kind: "post" });
    expect(partsOf(table, "Summa")).toEqual(["510 Hemvård", "511 Boende"]);
    expect(table.notes.map(({ text }) => text)).toEqual(["* Preliminära siffror."]);
  });

  test("parts several tables on a sheet: stacked, with notes between, and side by side", () => {
    const found = tables(
      `Tabell 1 | | | | | |
       Enhet | Utfall | Budget | | Insats | Antal |
       A | 1.5 | 2.5 | | HVB | 12 |
       B | 2.5 | 3.5 | | Familjehem | 30 |
       Summa | 4.0 | 6.0 | | Totalt | 42 |
       | | | | | |
       Källa: ekonomisystemet | | | | | |
       | | | | | |
       Tabell 2 | | | | | |
       Verksamhet | 2022 | 2023 | | | |
       A | 10 | 11 | | | |
       B | 20 | 21 | | | |`,
    );
    expect(found.map(({ title, rows }) => [title, rows.length])).toEqual([
      ["Tabell 1", 3],
      ["", 3],
      ["Tabell 2", 2],
    ]);
    expect(partsOf(found[1], "Totalt")).toEqual(["HVB", "Familjehem"]);
  });

  test("goes on over a blank row, and takes a heading after it as a heading", () => {
    const [table, ...others] = tables(
      `Verksamhet | Utfall | Budget
       Egen regi | |
       Hemtjänst | -10.5 | -11.5
       Boende | -20.5 | -19.5
       Summa egen regi | -31.0 | -31.0
       | |
       Köp | |
       HVB | -30.5 | -25.5
       Konsulter | -2.5 | -1.5
       Summa köp | -33.0 | -27.0
       Nettokostnad | -64.0 | -58.0`,
    );
    expect(others).toEqual([]);
    expect(kinds(table)).toEqual([
      "rubrik",
      "post",
      "post",
      "delsumma",
      "rubrik",
      "post",
      "post",
      "delsumma",
      "summa",
    ]);
    expect(partsOf(table, "Nettokostnad")).toEqual(["Summa egen regi", "Summa köp"]);
  });

  test("reads measures down the side and items across as the same table turned", () => {
    const [table] = tables(
      `Utfall per enhet, tkr | | |
       | Norr | Söder | Summa
       Utfall | -100 | -200 | -300
       Budget | -110 | -190 | -300
       Avvikelse | 10 | -10 | 0`,
    );
    expect(table.transposed).toBe(true);
    expect(roles(table)).toEqual(["utfall", "budget", "avvikelse"]);
    expect(table.rows.map(({ label, kind }) => [label, kind])).toEqual([
      ["Norr", "post"],
      ["Söder", "post"],
      ["Summa", "summa"],
    ]);
    expect(table.unit).toBe("tkr");
    expect(cellPlace(table, 1, 2)).toEqual({ row: 4, column: 2 });
    expect(table.cells[1][2].value).toBe(-10);
  });

  test("takes a wrong sum for a sum all the same, and names the row that was left out", () => {
    const [table] = tables(
      `Verksamhet | Utfall | Budget | Prognos
       A | -134.4 | -124.2 | -130.1
       B | -4.0 | -4.5 | -5.1
       C | -7.5 | -8.5 | -9.1
       Summa | -141.9 | -132.7 | -139.2`,
    );
    expect(partsOf(table, "Summa")).toEqual(["A", "B", "C"]);
    expect(table.sums[0]).toMatchObject({ agrees: [], doubtful: [1] });
  });

  test("subtracts costs where both income and costs are written without minus", () => {
    const [table] = tables(
      `Resultat, tkr | |
       Post | Utfall | Budget
       Intäkter | 1250 | 1300
       Kostnader | 4475 | 4550
       Resultat | -3225 | -3250`,
    );
    expect(partsOf(table, "Resultat")).toEqual(["Intäkter", "-Kostnader"]);
  });

  test("adds up costs under ”Summa kostnader” and leaves the income above out", () => {
    const [table] = tables(
      `Resultat (mnkr) | |
       Post | Utfall | Budget
       Intäkter | 120.5 | 118.0
       Personalkostnader | -450.2 | -440.0
       Lokaler | -40.0 | -41.0
       varav externhyra | -30.0 | -30.5
       Summa kostnader | -490.2 | -481.0
       Nettokostnad | -369.7 | -363.0`,
    );
    expect(partsOf(table, "Summa kostnader")).toEqual(["Personalkostnader", "Lokaler"]);
    expect(partsOf(table, "Nettokostnad")).toEqual(["Intäkter", "Summa kostnader"]);
    expect(kinds(table)).toEqual(["post", "post", "post", "varav", "delsumma", "summa"]);
  });

  test("sees ledger rows as records and looks for no sums among them", () => {
    const rows = Array.from({ length: 60 }, (_, i) => [
      `Enhet ${i % 4}`,
      `Konto ${i % 3}`,
      202301 + (i % 12),
      i + 1,
    ]);
    const [table] = findTables(sheetFromValues("Data", [["Enhet", "Konto", "Period", "Utfall"], ...rows]));
    expect(table).toMatchObject({ kind: "lista", sums: [] });
  });

  test.each([
    ["nothing", sheetFromValues("Tom", [])],
    ["one cell", sheetFromValues("En", [["Hej"]])],
    [
      "errors alone",
      sheetFromValues("Fel", [
        [{ fel: "#REF!" }, { fel: "#N/A" }],
        [{ fel: "#REF!" }, null],
      ]),
    ],
    [
      "a very wide row",
      sheetFromValues("Bred", [
        Array.from({ length: 16384 }, (_, i) => `K${i}`),
        Array.from({ length: 16384 }, (_, i) => i),
      ]),
    ],
    [
      "everything merged",
      {
        ...sheetFromValues("M", [
          ["Titel", null],
          [null, null],
        ]),
        merges: [{ row: 0, column: 0, rowCount: 2, columnCount: 2 }],
      },
    ],
  ])("answers a sheet with %s without falling", (_, sheet) => {
    expect(Array.isArray(findTables(sheet))).toBe(true);
  });

  test("never falls, whatever stands in the cells, and its indexes point inside the table", () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.integer({ min: -999, max: 999 }),
      fc.double({ noNaN: true }),
      fc.constantFrom(
        "Summa",
        "varav",
        "- x",
        "Utfall",
        "Budget 2023",
        "Avvikelse",
        "%",
        "5 %",
        "-",
        "Netto",
        "Totalt",
        "tkr",
        "2023",
        "",
      ),
      fc.string(),
      fc.boolean(),
      fc.constant({ fel: "#DIV/0!" as const }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 14 }), (values) => {
        for (const table of findTables(sheetFromValues("X", values))) {
          expect(explainTable(table, "sv").length).toBeGreaterThan(0);
          for (const { row, parts, factors, columns } of table.sums) {
            expect(parts.length).toBe(factors.length);
            for (const index of [row, ...parts]) expect(table.rows[index]).toBeDefined();
            for (const column of columns) expect(table.columns[column]).toBeDefined();
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("keeps published tables apart when all stand on one sheet", () => {
    const sheets = goldenTables.map((table) => goldenSheet(table, "text"));
    const width = Math.max(...sheets.map(({ area }) => area.columnCount));
    const values = sheets.flatMap((sheet) => [
      ...sheet.values.map((row) => [...row, ...Array<null>(width - row.length).fill(null)]),
      Array<null>(width).fill(null),
      Array<null>(width).fill(null),
    ]);
    const found = findTables(sheetFromValues("Allt", values));
    expect(found.map(({ title }) => title)).toEqual(goldenTables.map(({ titel }) => titel));
    expect(found.map(({ rows }) => rows.length)).toEqual(goldenTables.map(({ rader }) => rader.length));
  });
});
