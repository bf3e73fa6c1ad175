/** What other people's workbooks have turned up: each test is a file that once came out wrong. */
import { copySheet } from "../../../src/workbench/model/copySheet";
import { insertCells } from "../../../src/workbench/model/shift";
import { activateSheet, addSheet } from "../../../src/workbench/model/sheets";
import { changeStyles } from "../../../src/workbench/model/formats";
import { readWorkbook, writeWorkbook } from "../../../src/workbench/xlsx";
import { faults } from "./checkPackage";
import { excelBook, leastBook, type Parts } from "./excelParts";
import { held } from "./held";
import { differences, unzipped, zipped } from "./zipParts";

const read = (parts: Parts) => readWorkbook(zipped(parts));
const sheetOf = (rows: string) => leastBook(`<sheetData>${rows}</sheetData>`);
const wholeRow = (row: number) => ({ row, column: 0, rowCount: 1, columnCount: 16384 });
const data = "xl/worksheets/sheet1.xml";
const link = {
  area: { row: 40, column: 0, rowCount: 1, columnCount: 1 },
  address: "https://example.se/Lista?FilterField1=Projekt_x0020_Namn",
  documentReference: "",
  screenTip: "Rad ett\nrad två _x0041_",
};

test("a carriage return in a text stays one, in cells, prompts, tips and column names", async () => {
  const workbook = await read(excelBook());
  const [sheet, tables] = workbook.sheets;
  sheet.setValue(60, 0, "Rad ett\r\nrad två _x000D_");
  sheet.hyperlinks.push(link);
  sheet.validations[0] = { ...sheet.validations[0], prompt: "Ett\nTvå", error: "_x000a_" };
  tables.tables[0].columns[1].name = "Utfall\n(tkr)";
  tables.setValue(tables.tables[0].area.row, tables.tables[0].area.column + 1, "Utfall\n(tkr)");
  const saved = await writeWorkbook(workbook);
  expect(faults(saved)).toEqual([]);
  expect(held(await readWorkbook(saved))).toEqual(held(workbook));
  const parts = unzipped(saved);
  expect(parts["xl/tables/table1.xml"]).toContain('name="Utfall_x000a_(tkr)"');
  expect(parts["xl/sharedStrings.xml"]).toContain("Rad ett_x000D_\nrad två _x005F_x000D_");
  // An address is no text of Excel's: its escapes are the address's own.
  expect(parts["xl/worksheets/_rels/sheet1.xml.rels"]).toContain("Projekt_x0020_Namn");
});

test("relationships parts declared one by one: a new one is declared, one that goes takes its declaration along", async () => {
  const parts = excelBook();
  const rels = Object.keys(parts).filter((path) => path.endsWith(".rels"));
  parts["[Content_Types].xml"] = (parts["[Content_Types].xml"] as string)
    .replace(/<Default Extension="rels"[^>]*>/, "")
    .replace(
      "</Types>",
      `${rels.map((path) => `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`).join("")}</Types>`,
    );
  expect(faults(zipped(parts))).toEqual([]);
  const workbook = await read(parts);
  workbook.sheets[3].hyperlinks.push(link);
  workbook.customXmlParts.push({ id: "{4B4F4C4C-0000-4000-8000-000000000001}", xml: "<a/>" });
  workbook.sheets[0].charts = [];
  workbook.sheets.splice(2, 1);
  expect(faults(await writeWorkbook(workbook))).toEqual([]);
});

test("plain text moved to where rich text stood is plain, and inline rich text keeps its look where it goes", async () => {
  const bold = "<r><rPr><b/></rPr><t>fet</t></r>";
  const cell = (address: string, inner: string) => `<c r="${address}" t="inlineStr"><is>${inner}</is></c>`;
  const parts = sheetOf(
    `<row r="1">${cell("A1", "<t>fet</t>")}</row><row r="2">${cell("A2", bold)}</row><row r="3">${cell("A3", "<t>fet</t>")}</row>`,
  );
  const workbook = await read(parts);
  insertCells(workbook, workbook.sheets[0], wholeRow(0), "down", "user");
  const once = await writeWorkbook(workbook);
  const again = await readWorkbook(once);
  expect(again.sheets[0].richText.map(({ row, text, xml }) => [row, text, xml])).toEqual([[2, "fet", bold]]);
  insertCells(again, again.sheets[0], wholeRow(0), "down", "user");
  const twice = await readWorkbook(await writeWorkbook(again));
  expect(twice.sheets[0].richText.map(({ row }) => row)).toEqual([3]);
  expect([1, 2, 3, 4].map((row) => twice.sheets[0].value(row, 0))).toEqual([null, "fet", "fet", "fet"]);
});

test("a cell that points beyond the shared strings doesn't get a text that comes later", async () => {
  const workbook = await read(sheetOf('<row r="1"><c r="A1" t="s"><v>2</v></c></row>'));
  expect(workbook.sheets[0].value(0, 0)).toBe("");
  workbook.sheets[0].setValue(3, 0, "ny");
  workbook.sheets[0].setValue(4, 0, "en till");
  const saved = await writeWorkbook(workbook);
  expect(faults(saved)).toEqual([]);
  const [sheet] = (await readWorkbook(saved)).sheets;
  expect([0, 3, 4].map((row) => sheet.value(row, 0))).toEqual(["", "ny", "en till"]);
});

test("rows with a format at the sheet's end don't leave it when one is inserted", async () => {
  const workbook = await read(
    sheetOf('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576" ht="12.8" customHeight="1"/>'),
  );
  insertCells(workbook, workbook.sheets[0], wholeRow(0), "down", "user");
  expect(unzipped(await writeWorkbook(workbook))[data]).not.toContain("1048577");
});

test("rows and cells beyond the sheet's end change nothing, and go when the sheet is written", async () => {
  const parts = sheetOf(
    '<row r="1"><c r="A1"><v>1</v></c><c r="XFE1"><v>2</v></c></row><row r="1048577" ht="20"><c r="A1048577"><v>3</v></c></row>',
  );
  const workbook = await read(parts);
  expect(differences(zipped(parts), await writeWorkbook(workbook))).toEqual([]);
  workbook.sheets[0].setValue(1, 0, 4);
  expect(unzipped(await writeWorkbook(workbook))[data]).not.toMatch(/XFE1|1048577/);
});

test("styles without named styles: a new one points at none", async () => {
  const parts = excelBook();
  parts["xl/styles.xml"] = (parts["xl/styles.xml"] as string)
    .replace(/<cellStyleXfs[\s\S]*?<\/cellStyleXfs>/, "")
    .replace(/<cellStyles[\s\S]*?<\/cellStyles>/, "")
    .replace(/ xfId="\d+"/g, "");
  const workbook = await read(parts);
  const area = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  changeStyles(workbook, workbook.sheets[0], area, (style) => ({ ...style, numberFormat: "0.0000" }), "user");
  const styles = unzipped(await writeWorkbook(workbook))["xl/styles.xml"];
  expect(styles).toContain('formatCode="0.0000"');
  expect(styles).not.toContain("xfId");
});

describe("a chart sheet in front", () => {
  const inFront = () => {
    const parts = excelBook();
    parts["xl/workbook.xml"] = (parts["xl/workbook.xml"] as string).replace(
      /<workbookView ([^>]*?)(?: activeTab="\d+")?\/>/,
      '<workbookView $1 activeTab="2"/>',
    );
    parts["xl/chartsheets/sheet1.xml"] = (parts["xl/chartsheets/sheet1.xml"] as string).replace(
      "<sheetView ",
      '<sheetView tabSelected="1" ',
    );
    for (const sheet of [1, 2, 3, 4])
      parts[`xl/worksheets/sheet${sheet}.xml`] = (parts[`xl/worksheets/sheet${sheet}.xml`] as string).replace(
        / tabSelected="1"/,
        "",
      );
    return parts;
  };

  test("stays in front, also when sheets come before it", async () => {
    const parts = inFront();
    const workbook = await read(parts);
    expect(differences(zipped(parts), await writeWorkbook(workbook))).toEqual([]);
    addSheet(workbook, "Först", "user", 0);
    const saved = unzipped(await writeWorkbook(workbook));
    expect(saved["xl/workbook.xml"]).toContain('activeTab="3"');
    expect(saved["xl/chartsheets/sheet1.xml"]).toContain('tabSelected="1"');
  });

  test("isn't grouped with a sheet that is brought to the front", async () => {
    const workbook = await read(inFront());
    activateSheet(workbook, workbook.sheets[1], "user");
    const saved = unzipped(await writeWorkbook(workbook));
    expect(saved["xl/workbook.xml"]).toContain('activeTab="1"');
    expect(saved["xl/chartsheets/sheet1.xml"]).not.toContain("tabSelected");
    expect(saved["xl/worksheets/sheet2.xml"]).toContain('tabSelected="1"');
  });
});

test("a copied sheet's charts keep what the model doesn't hold: kinds, looks, their own styles", async () => {
  const parts = excelBook();
  parts["xl/charts/chart1.xml"] = (parts["xl/charts/chart1.xml"] as string)
    .replace("<c:barChart>", "<c:bar3DChart>")
    .replace("</c:barChart>", "</c:bar3DChart>");
  const workbook = await read(parts);
  const copy = copySheet(workbook, workbook.sheets[0], 1, "user");
  copy.charts[0].title.text = "Kopians rubrik";
  const saved = await writeWorkbook(workbook);
  expect(faults(saved)).toEqual([]);
  const after = unzipped(saved);
  const copied = after["xl/charts/chart3.xml"];
  expect(copied).toContain("<c:bar3DChart>");
  expect(copied).toContain("Kopians rubrik");
  expect(after["xl/charts/_rels/chart3.xml.rels"]).toBe(after["xl/charts/_rels/chart1.xml.rels"]);
  expect(after["xl/charts/chart1.xml"]).toBe(parts["xl/charts/chart1.xml"]);
});
