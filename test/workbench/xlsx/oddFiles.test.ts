import ExcelJS from "exceljs";
import type { Workbook } from "../../../src/workbench/model/workbook";
import { readWorkbook, writeWorkbook } from "../../../src/workbench/xlsx";
import { faults } from "./checkPackage";
import { excelBook, leastBook, type Parts } from "./excelParts";
import { differences, unzipped, zipped } from "./zipParts";

const read = (parts: Parts) => readWorkbook(zipped(parts));
const grid = (workbook: Workbook) =>
  Array.from(workbook.sheets[0].rows, (row) => row && Array.from(row.values, (value) => value ?? null));
const sheetOf = (rows: string) => leastBook(`<sheetData>${rows}</sheetData>`);

/** Comes out as it came; with a cell changed far from the rest, the rest is as it was. */
async function survives(parts: Parts): Promise<Workbook> {
  const before = zipped(parts);
  const workbook = await readWorkbook(before);
  expect(differences(before, await writeWorkbook(workbook))).toEqual([]);
  workbook.sheets[0].setValue(200, 30, "ändrad");
  const saved = await writeWorkbook(workbook);
  expect(faults(saved)).toEqual([]);
  const again = await readWorkbook(saved);
  expect(grid(again)).toEqual(grid(workbook));
  expect(again.sheets[0].rows.map((row) => row?.formulas)).toEqual(
    workbook.sheets[0].rows.map((row) => row?.formulas),
  );
  return readWorkbook(before);
}

describe("what other programs leave out or write otherwise", () => {
  test("no styles, shared strings, theme or properties", async () => {
    expect(grid(await survives(sheetOf('<row r="1"><c r="A1" s="7"><v>1</v></c></row>')))).toEqual([[1]]);
  });

  test("rows and cells without references follow one another", async () => {
    const workbook = await survives(
      sheetOf(
        "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r='4'><c r='B4'><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>",
      ),
    );
    expect(grid(workbook)).toEqual([[1, null, 3], undefined, undefined, [null, 4, 5], [6]]);
  });

  test("rows and cells in disorder are put in order when the sheet is written", async () => {
    const parts = sheetOf(
      '<row r="3"><c r="B3"><v>2</v></c><c r="A3"><v>1</v></c></row><row r="1"><c r="A1"><v>0</v></c></row>',
    );
    const workbook = await read(parts);
    expect([
      workbook.sheets[0].value(2, 0),
      workbook.sheets[0].value(2, 1),
      workbook.sheets[0].value(0, 0),
    ]).toEqual([1, 2, 0]);
    workbook.sheets[0].setValue(4, 0, 9);
    const saved = await writeWorkbook(workbook);
    expect(faults(saved)).toEqual([]);
    expect(grid(await readWorkbook(saved))).toEqual(grid(workbook));
  });

  test("a prefix on every element", async () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const parts: Parts = Object.fromEntries(
      Object.entries(excelBook()).map(([path, text]) => {
        if (typeof text !== "string" || !text.includes(`xmlns="${main}"`)) return [path, text];
        return [
          path,
          text.replace(`xmlns="${main}"`, `xmlns:x="${main}"`).replace(/<(\/?)(?=[a-zA-Z]+[\s/>])/g, "<$1x:"),
        ];
      }),
    );
    const plain = await readWorkbook(zipped(excelBook()));
    const workbook = await survives(parts);
    expect(grid(workbook).slice(0, 9)).toEqual(grid(plain).slice(0, 9));
    expect(workbook.sheets[0].conditionalFormats).toEqual(plain.sheets[0].conditionalFormats);
    expect(workbook.sheets[0].pageLayout).toEqual(plain.sheets[0].pageLayout);
    expect(workbook.names).toEqual(plain.names);
  });

  test("absolute targets, backslashes, other letter case, targets that are gone", async () => {
    const parts = excelBook();
    const rels = "xl/_rels/workbook.xml.rels";
    parts[rels] = (parts[rels] as string)
      .replace('"worksheets/sheet1.xml"', '"/xl/worksheets/sheet1.xml"')
      .replace('"worksheets/sheet2.xml"', '"worksheets\\sheet2.xml"')
      .replace('"worksheets/sheet4.xml"', '"./Worksheets/../worksheets/SHEET4.xml"')
      .replace(
        "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/connections" Target="connections.xml"/></Relationships>',
      );
    const workbook = await readWorkbook(zipped(parts));
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      "Data",
      "Tabeller",
      "Pivot",
      "Diagram & bilder",
    ]);
    workbook.sheets[3].setValue(4, 4, "x");
    const saved = await writeWorkbook(workbook);
    expect((await readWorkbook(saved)).sheets[3].value(4, 4)).toBe("x");
  });

  test("paths with backslashes in the zip", async () => {
    const parts = Object.fromEntries(
      Object.entries(sheetOf('<row><c t="b"><v>1</v></c></row>')).map(([path, text]) => [
        path.replace(/\//g, "\\"),
        text,
      ]),
    );
    expect(grid(await read(parts))).toEqual([[true]]);
  });

  test("UTF-16, a byte order mark, a named encoding", async () => {
    const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>åäö €</t></is></c></row>';
    const [path, parts] = ["xl/worksheets/sheet1.xml", sheetOf(rows)];
    const text = parts[path] as string;
    const wide = new Uint8Array(2 + text.length * 2);
    wide.set([0xff, 0xfe]);
    [...text].forEach((character, i) =>
      wide.set([character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8], 2 + i * 2),
    );
    expect(grid(await survives({ ...parts, [path]: wide }))).toEqual([["åäö €"]]);
    expect(grid(await read({ ...parts, [path]: `\ufeff${text}` }))).toEqual([["åäö €"]]);
    const latin = Uint8Array.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?>${text.replace(" €", "")}`,
      (character) => character.charCodeAt(0),
    );
    expect(grid(await read({ ...parts, [path]: latin }))).toEqual([["åäö"]]);
  });

  test("values of every type, entities, CDATA, comments and line ends", async () => {
    const workbook = await read(
      sheetOf(
        `<row r="1"><!-- <c r="Z1"> --><c r="A1" t="inlineStr"><is><t>a&amp;b&#x41;&#229;</t></is></c><c r="B1" t="str"><v><![CDATA[<x>]]> rest</v></c><c r="C1" t='e'><v>#SPILL!</v></c><c r="D1" t="d"><v>2024-01-01T12:00:00</v></c><c r="E1" t="n"><v> 1.5e3 </v></c><c r="F1"><v/></c><c r="G1" t="s"><v>99</v></c><c r="H1" t="e"><v>#NYTT!</v></c><c r="I1" t="b"><v>true</v></c></row>`,
      ),
    );
    expect(grid(workbook)[0]).toEqual([
      "a&bAå",
      "<x> rest",
      { fel: "#SPILL!" },
      45292.5,
      1500,
      null,
      "",
      { fel: "#UNKNOWN!" },
      true,
    ]);
  });

  test("years from 1904", async () => {
    const parts = sheetOf('<row r="1"><c r="A1" t="d"><v>2024-01-01</v></c></row>');
    parts["xl/workbook.xml"] = (parts["xl/workbook.xml"] as string).replace(
      "<sheets>",
      '<workbookPr date1904="1"/><sheets>',
    );
    const workbook = await read(parts);
    expect(workbook.date1904).toBe(true);
    expect(workbook.sheets[0].value(0, 0)).toBe(45292 - 1462);
  });

  test("Strict Open XML: other namespaces, the same workbook", async () => {
    const strict = (text: string) =>
      text
        .replaceAll(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        .replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships",
        );
    const parts = Object.fromEntries(
      Object.entries(excelBook()).map(([path, text]) => [
        path,
        typeof text === "string" ? strict(text) : text,
      ]),
    );
    const workbook = await survives(parts);
    expect(workbook.sheets[0].value(1, 1)).toBe(1234.5);
    workbook.sheets[1].hyperlinks.push({
      area: { row: 0, column: 0, rowCount: 1, columnCount: 1 },
      address: "https://example.se",
      documentReference: "",
      screenTip: "",
    });
    const saved = unzipped(await writeWorkbook(workbook));
    expect(saved["xl/worksheets/_rels/sheet2.xml.rels"]).toContain(
      "http://purl.oclc.org/ooxml/officeDocument/relationships/hyperlink",
    );
  });

  test("a workbook saved by ExcelJS", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("Blad", { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.addRow(["Namn", "Belopp"]);
    sheet.addRow([
      { richText: [{ text: "fet", font: { bold: true } }, { text: " text" }] },
      { formula: "1+1", result: 2 },
    ]);
    sheet.getCell("B3").value = new Date(Date.UTC(2024, 0, 1));
    sheet.getCell("A3").value = { text: "länk", hyperlink: "https://example.se" };
    sheet.getCell("A2").note = "En anteckning";
    sheet.mergeCells("A5:B5");
    sheet.addTable({
      name: "T1",
      ref: "D1",
      headerRow: true,
      columns: [{ name: "X" }, { name: "Y" }],
      rows: [[1, 2]],
    });
    const bytes = new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
    const workbook = await readWorkbook(bytes);
    expect(differences(bytes, await writeWorkbook(workbook))).toEqual([]);
    const [read] = workbook.sheets;
    expect([read.value(1, 0), read.value(1, 1), read.value(2, 1), read.formula(1, 1)?.text]).toEqual([
      "fet text",
      2,
      45292,
      "=1+1",
    ]);
    expect([read.freeze, read.tables[0].name, read.notes[0].text, read.hyperlinks[0].address]).toEqual([
      { rows: 1, columns: 0 },
      "T1",
      "En anteckning",
      "https://example.se",
    ]);
    read.setValue(1, 1, 3);
    read.notes[0].text = "ändrad";
    const saved = await writeWorkbook(workbook);
    expect(faults(saved)).toEqual([]);
    const back = new ExcelJS.Workbook();
    await back.xlsx.load(saved as unknown as ExcelJS.Buffer);
    expect(back.worksheets[0].getCell("B2").result).toBe(3);
    expect(back.worksheets[0].getCell("A2").value).toEqual({
      richText: [expect.objectContaining({ text: "fet" }), expect.objectContaining({ text: " text" })],
    });
  });
});

describe("sizes", () => {
  test("a dimension and columns of a whole sheet cost nothing", async () => {
    const parts = leastBook(
      '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="12" customWidth="1"/></cols><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048575"/></mergeCells>',
    );
    const workbook = await read(parts);
    expect(workbook.sheets[0].usedArea()).toEqual({
      row: 1048575,
      column: 16383,
      rowCount: 1,
      columnCount: 1,
    });
    workbook.sheets[0].setValue(0, 0, 1);
    expect(faults(await writeWorkbook(workbook))).toEqual([]);
  });

  test("what lies outside a sheet is left out", async () => {
    const workbook = await read(
      sheetOf(
        '<row r="1"><c r="XFE1"><v>1</v></c><c r="A1"><v>2</v></c></row><row r="1048577"><c r="A1048577"><v>3</v></c></row><row r="0"><c r="A0"><v>4</v></c></row>',
      ),
    );
    expect(workbook.sheets[0].value(0, 0)).toBe(2);
    expect(workbook.sheets[0].rows.length).toBeLessThanOrEqual(1048576);
  });

  test("200 000 shared formulas are read, each from its own row", async () => {
    const rows = Array.from(
      { length: 200_000 },
      (_, i) =>
        `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c><c r="B${i + 1}"><f t="shared" si="0"${i === 0 ? ' ref="B1:B200000">A1*$A$1+SUM(A1:A3)</f>' : "/>"}<v>${i}</v></c></row>`,
    );
    const workbook = await read(sheetOf(rows.join("")));
    expect(workbook.sheets[0].formula(199_999, 1)?.text).toBe("=A200000*$A$1+SUM(A200000:A200002)");
  }, 120_000);

  test("thousands of new styles stay apart, and within what Excel opens", async () => {
    const workbook = await readWorkbook(zipped(excelBook()));
    const [sheet] = workbook.sheets;
    const base = workbook.styles.get(2);
    for (let i = 0; i < 5000; i++)
      sheet.setStyle(100 + i, 0, workbook.styles.add({ ...base, numberFormat: `0.00"${i}"` }));
    const saved = await writeWorkbook(workbook);
    expect(faults(saved)).toEqual([]);
    const again = await readWorkbook(saved);
    expect(again.styles.get(again.sheets[0].styleId(5099, 0)).numberFormat).toBe('0.00"4999"');
    for (let i = 5000; i < 66_000; i++)
      sheet.setStyle(100 + i, 0, workbook.styles.add({ ...base, numberFormat: `0.00"${i}"` }));
    await expect(writeWorkbook(workbook)).rejects.toMatchObject({ code: "forMangaFormat" });
  }, 60_000);
});
