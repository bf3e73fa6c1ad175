import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { writeCells } from "../../src/workbench/model/cells";
import { addSheet } from "../../src/workbench/model/sheets";
import { insertCells } from "../../src/workbench/model/shift";
import type { Workbook } from "../../src/workbench/model/workbook";
import { readWorkbook, writeWorkbook } from "../../src/workbench/xlsx";
import { faults } from "../workbench/xlsx/checkPackage";
import { excelBook } from "../workbench/xlsx/excelParts";
import { differences, zipped } from "../workbench/xlsx/zipParts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "xlsx-lo-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The file as LibreOffice saves it in another format. */
function converted(bytes: Uint8Array, format: string): Buffer {
  writeFileSync(join(folder, "bok.xlsx"), bytes);
  const out = join(folder, "ut");
  const [extension] = format.split(":");
  const options = [`-env:UserInstallation=file://${join(folder, "profil")}`, "--headless"];
  execFileSync("soffice", [...options, "--convert-to", format, "--outdir", out, join(folder, "bok.xlsx")], {
    stdio: "pipe",
  });
  return readFileSync(join(out, `bok.${extension}`));
}

const xlsx = (bytes: Uint8Array) => new Uint8Array(converted(bytes, "xlsx:Calc MS Excel 2007 XML"));

async function change(workbook: Workbook): Promise<void> {
  const [data] = workbook.sheets;
  insertCells(workbook, data, { row: 1, column: 0, rowCount: 2, columnCount: 16384 }, "down", "user");
  data.setValue(1, 1, 4711.25);
  const sheet = addSheet(workbook, "Ny", "user");
  writeCells(
    workbook,
    sheet,
    { row: 0, column: 0 },
    [["Å & ö", 2.5, "=B1*2", "=SUM(Ekonomi[Utfall])", '=IFS(B1>1,"ja",TRUE,"nej")']],
    "user",
  );
  sheet.setValue(0, 2, 5);
  sheet.setValue(0, 3, 10);
  sheet.setValue(0, 4, "ja");
  sheet.charts.push({
    ...structuredClone(data.charts[0]),
    id: "{00000000-0004-0000-0000-000000000001}",
    name: "Nytt",
  });
  sheet.notes.push({ row: 0, column: 0, text: "En anteckning", author: "Ekonom", visible: false });
}

test("a changed Excel workbook opens in LibreOffice with every value, formula, table, chart and note in its place", async () => {
  const workbook = await readWorkbook(zipped(excelBook()));
  await change(workbook);
  const through = await readWorkbook(xlsx(await writeWorkbook(workbook)));
  const [ours, theirs] = [workbook, through].map((book) => book.sheets[0]);
  // Below stands SORT(UNIQUE(…)), which LibreOffice calculates otherwise.
  for (let row = 0; row < 7; row++) {
    for (const column of [0, 1, 2])
      expect([row, column, theirs.value(row, column)]).toEqual([row, column, ours.value(row, column)]);
  }
  expect(theirs.formula(3, 3)?.text).toBe(ours.formula(3, 3)?.text);
  expect(theirs.merges).toEqual(expect.arrayContaining(ours.merges));
  expect(theirs.notes.map(({ row, column, text }) => [row, column, text])).toEqual(
    expect.arrayContaining(ours.notes.map(({ row, column, text }) => [row, column, text])),
  );
  const fresh = through.sheet("Ny")!;
  expect([0, 1, 2, 3, 4].map((column) => fresh.value(0, column))).toEqual(["Å & ö", 2.5, 5, 10, "ja"]);
  expect(fresh.formula(0, 2)?.text).toBe("=B1*2");
  expect(fresh.charts.map(({ series }) => series.map(({ valuesFormula }) => valuesFormula))).toEqual([
    ["Data!$B$4:$B$6", "Data!$C$4:$C$6"],
  ]);
  expect(fresh.notes[0].text).toBe("En anteckning");
  expect(through.sheets[1].tables[0].name).toBe("Ekonomi");
}, 120_000);

test("what LibreOffice saved comes out as it came, and is sound when changed", async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Blad & ö");
  sheet.addRow(["Namn", "Utfall", "Andel"]);
  for (let i = 0; i < 20; i++) sheet.addRow([`Rad ${i}`, i * 1.5, { formula: `B${i + 2}/SUM(B$2:B$21)` }]);
  sheet.getColumn(3).numFmt = "0.0%";
  sheet.addConditionalFormatting({
    ref: "B2:B21",
    rules: [
      {
        type: "dataBar",
        priority: 1,
        cfvo: [{ type: "min" }, { type: "max" }],
      } as ExcelJS.ConditionalFormattingRule,
    ],
  });
  sheet.getCell("A2").dataValidation = { type: "list", formulae: ['"a,b"'] };
  const saved = xlsx(new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer));
  const workbook = await readWorkbook(saved);
  expect(differences(saved, await writeWorkbook(workbook))).toEqual([]);
  expect([workbook.sheets[0].value(3, 1), workbook.sheets[0].formula(3, 2)?.text]).toEqual([
    3,
    "=B4/SUM(B$2:B$21)",
  ]);
  workbook.sheets[0].setValue(3, 1, 99);
  const area = { row: 0, column: 0, rowCount: 21, columnCount: 3 };
  workbook.sheets[0].filter = { area, criteria: [] };
  const changed = await writeWorkbook(workbook);
  expect(faults(changed)).toEqual([]);
  const [again] = (await readWorkbook(xlsx(changed))).sheets;
  expect([again.value(3, 1), again.filter?.area]).toEqual([99, area]);
}, 120_000);

test("a workbook of our own prints: LibreOffice makes a PDF with its page layout", async () => {
  const workbook = await readWorkbook(zipped(excelBook()));
  await change(workbook);
  workbook.sheets.forEach((sheet) => (sheet.visibility = sheet.name === "Ny" ? "visible" : "hidden"));
  workbook.activeSheet = workbook.sheet("Ny")!;
  workbook.activeSheet.pageLayout.orientation = "landscape";
  const pdf = converted(await writeWorkbook(workbook), "pdf").toString("latin1");
  const box = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf)!;
  // A4, lying: 297 × 210 mm in points.
  expect([Number(box[1]), Number(box[2])].map(Math.round)).toEqual([842, 595]);
}, 120_000);
