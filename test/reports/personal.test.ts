import { prepareReports, writePrepared } from "../../src/actions/report";
import type { CellValue } from "../../src/workbook/cell";
import { type OpenFile, openWorkbook, workbookWithTable } from "../helpers/openWorkbook";

let file: OpenFile;
afterEach(() => file.close());

async function make(rows: CellValue[][]) {
  const headers = [
    "Enhet",
    "Period",
    "Anställningsform",
    "Antal anställda",
    "Årsarbetare",
    "Ordinarie tid",
    "Sjuktid",
    "Övertid",
  ];
  file = await openWorkbook(workbookWithTable(headers, rows, "Bemanning", "Bemanning"));
  const [written] = await writePrepared(await prepareReports(["personal"], { period: "2023-08" }));
  expect(written.disagreeing).toEqual([]);
  const header = written.values.find(([label]) => label === "Enhet")!;
  return (label: string, caption: RegExp) =>
    written.values.find(([name]) => name === label)![header.findIndex((name) => caption.test(String(name)))];
}

const months = (
  enhet: string,
  form: string,
  antal: number,
  arsarbetare: number,
  sjuk: number,
): CellValue[][] =>
  [202307, 202308, 202309].map((period) => [enhet, period, form, antal, arsarbetare, 100, sjuk, 2]);

test("employees and årsarbetare are those of the month, hours are added, and the hourly share is held against 15 %", async () => {
  const cell = await make([
    ...months("Hemvård", "Tillsvidare", 40, 30, 10),
    ...months("Hemvård", "Timavlönad", 20, 10, 0),
    ...months("Boende", "Tillsvidare", 25, 20, 5),
  ]);
  expect(cell("Hemvård", /^Årsarbetare/)).toBe(40);
  expect(cell("Hemvård", /^Andel timavlönade/)).toBe(0.25);
  expect(cell("Hemvård", /^Över målet/)).toBeCloseTo(10 - 0.15 * 40, 9);
  expect(cell("Hemvård", /^Sjuktid/)).toBe(20);
  expect(cell("Hemvård", /^Sjukfrånvaro/)).toBeCloseTo(20 / 400, 9);
  expect(cell("Summa", /^Sjukfrånvaro/)).toBeCloseTo(30 / 600, 9);
  expect(cell("Summa", /^Övertid/)).toBe(12);
});

test("sick leave of ten employees or fewer is not shown, nor that of the group it could be worked out against", async () => {
  const cell = await make([
    ...months("Ledning", "Tillsvidare", 4, 4, 30),
    ...months("Boende", "Tillsvidare", 25, 20, 5),
    ...months("Hemvård", "Tillsvidare", 60, 50, 10),
  ]);
  expect([cell("Ledning", /^Sjuktid/), cell("Ledning", /^Sjukfrånvaro/)]).toEqual(["-", "-"]);
  expect([cell("Boende", /^Sjuktid/), cell("Boende", /^Sjukfrånvaro/)]).toEqual(["-", "-"]);
  expect(cell("Hemvård", /^Sjuktid/)).toBe(20);
  expect(cell("Summa", /^Sjuktid/)).toBe(90);
});

describe("Personal månad för månad", () => {
  const headers = [
    "Enhet",
    "Period",
    "Anställningsform",
    "Antal anställda",
    "Årsarbetare",
    "Ordinarie tid",
    "Sjuktid",
    "Övertid",
  ];
  const year = (ar: number, sjuk: number): CellValue[][] =>
    Array.from({ length: 12 }, (_, month) => [
      ["Hemvård", ar * 100 + month + 1, "Tillsvidare", 40, 30, 1000, sjuk + month, 10],
      ["Hemvård", ar * 100 + month + 1, "Timavlönad", 20, 10, 500, 0, 0],
    ]).flat();
  async function monthly(rows: CellValue[][], period: string) {
    file = await openWorkbook(workbookWithTable(headers, rows, "Bemanning", "Bemanning"));
    const [written] = await writePrepared(await prepareReports(["personal-manad"], { period }));
    expect(written.disagreeing).toEqual([]);
    const block = (label: string) => {
      const at = written.values.findIndex(([name]) => name === label);
      return (ar: string) => written.values.slice(at + 1).find(([name]) => name === ar)!;
    };
    const charts = file.workbook.sheet("Personal månad för månad")!.charts;
    return { written, block, titles: charts.map(({ title }) => title.text) };
  }

  test("has a row a year, the months to come empty, the span to date beside them, and a chart each whose title says which way it went", async () => {
    const { block, titles, written } = await monthly([...year(2022, 90), ...year(2023, 60)], "2023-08");
    const sick = block("Sjukfrånvaro");
    expect(sick("2022")[1]).toBeCloseTo(90 / 1500, 9);
    expect(sick("2022")[12]).toBeCloseTo(101 / 1500, 9);
    expect(sick("2023")[8]).toBeCloseTo(67 / 1500, 9);
    expect(
      sick("2023")
        .slice(9, 13)
        .every((value) => value === null || value === ""),
    ).toBe(true);
    expect(sick("2023")[13]).toBeCloseTo((8 * 60 + 28) / (8 * 1500), 9);
    expect(block("Andel timavlönade")("2023")[1]).toBe(0.25);
    expect(block("Övertid, timmar")("2023")[13]).toBe(80);
    expect(block("Årsarbetare")("2022")[13]).toBe(40);
    expect(titles).toEqual([
      "Sjukfrånvaro: 4,2 % hittills i år, ner från 6,2 % i fjol",
      "Andel timavlönade: 25,0 % hittills i år, som i fjol",
      "Övertid, timmar: 80 hittills i år, som i fjol",
      "Årsarbetare: 40 hittills i år, som i fjol",
    ]);
    const formulas = written.formulas.flat().filter(Boolean);
    expect(formulas.length).toBeGreaterThan(60);
    expect(formulas.every((formula) => !/KOLL/.test(formula!))).toBe(true);
  });

  test("a board of ten or fewer has no sick leave by month", async () => {
    const rows: CellValue[][] = [202301, 202302].map((period) => [
      "Liten",
      period,
      "Tillsvidare",
      8,
      8,
      1000,
      50,
      3,
    ]);
    const { written } = await monthly(rows, "2023-02");
    expect(written.values.map(([label]) => label)).not.toContain("Sjukfrånvaro");
    expect(written.values.map(([label]) => label)).toContain("Övertid, timmar");
  });
});
