import { borra, type Borrad } from "../../src/actions/borra";
import { prepareReports, writePrepared } from "../../src/actions/report";
import type { WrittenReport } from "../../src/excel/reportSheet";
import type { CellValue } from "../../src/workbook/cell";
import { cellAddress, parseArea } from "../../src/workbook/address";
import type { Sheet } from "../../src/workbench/model/sheet";
import { type OpenFile, openSample, openWorkbook, workbookWithTable } from "../helpers/openWorkbook";

let file: OpenFile;
afterEach(() => file.close());

const make = async (id: string, period: string, profil?: string) =>
  (await writePrepared(await prepareReports([id], { period, profil }))).find(({ report }) => report === id)!;

/** The address of a report's cell, by the texts of its row and of its header. */
function at({ values, address }: WrittenReport, row: string, column: RegExp): string {
  const { row: top, column: left } = parseArea(address)!;
  const header = values.findIndex(
    (line) =>
      line.some((cell) => typeof cell === "string" && column.test(cell)) &&
      line.length > 1 &&
      typeof line[1] === "string",
  );
  const r = values.findIndex(([label]) => label === row);
  const c = values[header].findIndex((cell) => column.test(String(cell)));
  return cellAddress(top + r, left + c);
}

const sheetOf = ({ blad }: Borrad): Sheet => file.workbook.sheet(blad)!;
/** The table's lines: header and rows. */
function lines(made: Borrad): CellValue[][] {
  const { area } = sheetOf(made).tables[0];
  return Array.from({ length: area.rowCount }, (_, r) =>
    Array.from({ length: area.columnCount }, (_, c) => sheetOf(made).value(area.row + r, area.column + c)),
  );
}

const ledger = () =>
  workbookWithTable(
    ["Verksamhet", "Kontogrupp", "Period", "Utfall", "Budget", "Text"],
    [
      ["Boende", "Intäkter", 202301, 10, 10, "a"],
      ["Boende", "Personal", 202301, -100, -90, "b"],
      ["Boende", "Personal", 202302, -110, -90, "c"],
      ["Fritid", "Personal", 202301, -7, -8, "d"],
      ["Fritid", "Personal", 202302, -9, -8, "e"],
    ],
  );

test("an amount's rows stand as a table with their sum, the report's figure, the difference 0 and a link back", async () => {
  file = await openWorkbook(ledger());
  const report = await make("resultat-verksamhet", "2023-01");
  const cell = at(report, "Boende", /^Utfall/);
  const made = await borra({ blad: report.sheet, cell });
  expect(made).toMatchObject({
    fran: { blad: report.sheet, cell },
    rader: 2,
    summa: -90,
    visar: -90,
    lika: true,
  });
  expect(lines(made)).toEqual([
    ["Belopp i rapporten", "Källa", "Verksamhet", "Kontogrupp", "Period", "Utfall", "Budget", "Text"],
    [10, "Ekonomi tkr rad 2", "Boende", "Intäkter", 202301, 10, 10, "a"],
    [-100, "Ekonomi tkr rad 3", "Boende", "Personal", 202301, -100, -90, "b"],
  ]);
  const sheet = sheetOf(made);
  expect([2, 3, 4].map((r) => sheet.value(r, 1))).toEqual([-90, -90, 0]);
  expect([2, 3, 5].map((r) => sheet.rows[r]!.formulas![1]!.text)).toEqual([
    "=SUM(Rader_bakom[[Belopp i rapporten]])",
    `='Resultat per verksamhet'!${cell}`,
    `=HYPERLINK("#'Resultat per verksamhet'!${cell}","${cell}")`,
  ]);
});

test("a sum is followed to all its rows, a variance with budget against, in the report's unit and sign", async () => {
  file = await openWorkbook(ledger());
  const report = await make("driftredovisning", "2023-02", "huddinge");
  const netto = await borra({ blad: report.sheet, cell: at(report, "Summa", /^Utfall/) });
  expect(netto).toMatchObject({ rader: 5, lika: true });
  const avvikelse = await borra({ blad: report.sheet, cell: at(report, "Summa", /^Avvikelse/) });
  expect(avvikelse.lika).toBe(true);
  expect(avvikelse.rader).toBeGreaterThan(5);
  expect(netto.blad).not.toBe(avvikelse.blad);
});

test("every amount of the sample's report is the sum of the rows behind it", async () => {
  file = await openSample();
  const report = await make("resultat-verksamhet", "2023-08", "orebro");
  for (const [row, column] of [
    ["Nettokostnad", /^Jan-aug Utfall/],
    ["Summa Köpkraft:", /^Avvikelse helår/],
    ["Statsbidrag", /^Bokslut/],
    ["Nettokostnad exkl. intraprenad", /^Jan-aug Budget/],
  ] as const)
    expect([row, (await borra({ blad: report.sheet, cell: at(report, row, column) })).lika]).toEqual([
      row,
      true,
    ]);
});

test("text numbers are drilled to the rows as they stand in the source, through the sheet they were read to", async () => {
  const book = ledger();
  book.sheets[0].setValue(2, 3, "-1 100,5");
  file = await openWorkbook(book);
  const report = await make("resultat-verksamhet", "2023-02");
  const made = await borra({ blad: report.sheet, cell: at(report, "Boende", /^Utfall/) });
  expect(made).toMatchObject({ rader: 3, summa: 10 - 1100.5 - 110, lika: true });
  expect(lines(made)[2].slice(0, 6)).toEqual([
    -1100.5,
    "Ekonomi tkr rad 3",
    "Boende",
    "Personal",
    202301,
    "-1 100,5",
  ]);
});

test("what the chief has typed stands as a line of its own among the rows", async () => {
  file = await openWorkbook(ledger());
  const report = await make("resultat-verksamhet", "2023-01");
  const sheet = file.workbook.sheet(report.sheet)!;
  const { row, column } = parseArea(at(report, "Fritid", /^Egen prognos/))!;
  sheet.setValue(row, column, -20);
  const again = await make("resultat-verksamhet", "2023-01");
  const made = await borra({ blad: report.sheet, cell: at(again, "Nettokostnad", /^Prognos/) });
  expect(made.lika).toBe(true);
  expect(lines(made).at(-1)!.slice(0, 2)).toEqual([-20, expect.stringMatching(/skriven för hand/)]);
});

test("a figure that someone has typed over, or a source changed since, is told by a difference", async () => {
  file = await openWorkbook(ledger());
  const report = await make("resultat-verksamhet", "2023-01");
  const cell = at(report, "Boende", /^Utfall/);
  const { row, column } = parseArea(cell)!;
  file.workbook.sheet(report.sheet)!.setValue(row, column, -95);
  const made = await borra({ blad: report.sheet, cell });
  expect(made).toMatchObject({ summa: -90, visar: -95, lika: false });
  expect(sheetOf(made).value(4, 1)).toBe(5);
});

describe("a cell that has no rows behind it is refused with what to do, and nothing is written", () => {
  test.each([
    ["a heading", (report: WrittenReport) => ({ blad: report.sheet, cell: "A1" }), /ingen siffra/],
    [
      "the user's own column",
      (report: WrittenReport) => ({ blad: report.sheet, cell: "Z7" }),
      /hör inte till någon rapport/,
    ],
    ["a source", () => ({ blad: "Ekonomi tkr", cell: "D2" }), /hör inte till någon rapport/],
    ["a sheet that is not there", () => ({ blad: "Finns inte", cell: "D2" }), /hör inte till någon rapport/],
    [
      "an empty cell",
      (report: WrittenReport) => ({ blad: report.sheet, cell: at(report, "Boende", /^Egen prognos/) }),
      /ingen siffra/,
    ],
  ])("%s", async (_, place, message) => {
    file = await openWorkbook(ledger());
    const report = await make("resultat-verksamhet", "2023-01");
    const sheets = file.workbook.sheets.length;
    await expect(borra(place(report))).rejects.toThrow(message);
    expect(file.workbook.sheets).toHaveLength(sheets);
  });

  test("a share", async () => {
    file = await openWorkbook(ledger());
    const report = await make("kontogrupp-ar", "2023-01");
    await expect(borra({ blad: report.sheet, cell: at(report, "Nettokostnad", /Förbr/) })).rejects.toThrow(
      /andel/,
    );
  });

  test("a book whose structure is protected", async () => {
    file = await openWorkbook(ledger());
    const report = await make("resultat-verksamhet", "2023-01");
    await Excel.run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
    await expect(borra({ blad: report.sheet, cell: at(report, "Boende", /^Utfall/) })).rejects.toThrow(
      /skyddad/i,
    );
  });
});

test("without a place it is the selected cell that is drilled", async () => {
  file = await openWorkbook(ledger());
  const report = await make("resultat-verksamhet", "2023-01");
  const cell = at(report, "Fritid", /^Utfall/);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(report.sheet);
    sheet.activate();
    sheet.getRange(cell).select();
    await context.sync();
  });
  expect(await borra()).toMatchObject({ fran: { blad: report.sheet, cell }, summa: -7, lika: true });
});
