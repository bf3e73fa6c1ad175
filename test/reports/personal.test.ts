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
