import { deleteCells, insertCells } from "../../../src/workbench/model/shift";
import { addSheet, deleteSheet, renameSheet } from "../../../src/workbench/model/sheets";
import { readWorkbook, writeWorkbook } from "../../../src/workbench/xlsx";
import { faults } from "./checkPackage";
import { excelBook } from "./excelParts";
import { differences, unzipped, zipped } from "./zipParts";

const rows = (row: number, rowCount: number) => ({ row, column: 0, rowCount, columnCount: 16384 });
const columns = (column: number, columnCount: number) => ({ row: 0, column, rowCount: 1048576, columnCount });

async function saved(
  change: (workbook: Awaited<ReturnType<typeof readWorkbook>>) => void,
): Promise<Record<string, string>> {
  const workbook = await readWorkbook(zipped(excelBook()));
  change(workbook);
  const bytes = await writeWorkbook(workbook);
  expect(faults(bytes)).toEqual([]);
  return unzipped(bytes);
}

describe("what the model doesn't hold follows the cells", () => {
  test("two rows inserted at the top: sparklines, protected ranges, ignored errors, pictures", async () => {
    const parts = await saved((workbook) =>
      insertCells(workbook, workbook.sheets[0], rows(0, 2), "down", "user"),
    );
    const sheet = parts["xl/worksheets/sheet1.xml"];
    expect(sheet).toContain("<xm:f>Data!B4:C4</xm:f><xm:sqref>H5</xm:sqref>");
    expect(sheet).toContain('<protectedRange sqref="C16" name="Område1"/>');
    expect(sheet).toContain('<ignoredError sqref="D4" formula="1"/>');
    const anchors = [
      ...parts["xl/drawings/drawing1.xml"].matchAll(
        /<xdr:from>.*?<xdr:row>(\d+)<.*?<xdr:to>.*?<xdr:row>(\d+)</g,
      ),
    ].map(([, from, to]) => [Number(from), Number(to)]);
    expect(anchors).toEqual([
      [3, expect.any(Number)],
      [16, 22],
      [3, 14],
    ]);
  });

  test("a sparkline and a protected range whose cells are deleted go", async () => {
    const parts = await saved((workbook) => {
      deleteCells(workbook, workbook.sheets[0], rows(13, 1), "down", "user");
      deleteCells(workbook, workbook.sheets[0], columns(7, 1), "right", "user");
    });
    const sheet = parts["xl/worksheets/sheet1.xml"];
    expect(sheet).not.toContain("<x14:sparkline>");
    expect(sheet).not.toContain("protectedRange");
  });

  test("charts on sheets of their own point at the cells where they are now", async () => {
    const parts = await saved((workbook) => {
      insertCells(workbook, workbook.sheets[0], columns(1, 1), "right", "user");
      renameSheet(workbook, workbook.sheets[0], "Data 2024", "user");
    });
    for (const part of ["xl/charts/chart1.xml", "xl/charts/chart2.xml"]) {
      expect(parts[part]).toContain("<c:f>'Data 2024'!$C$2:$C$4</c:f>");
      expect(parts[part]).not.toContain("<c:f>Data!");
    }
  });

  test("a pivot's place, and its source", async () => {
    const parts = excelBook();
    const cache = "xl/pivotCache/pivotCacheDefinition1.xml";
    parts[cache] = (parts[cache] as string).replace('name="Ekonomi"', 'ref="A1:B3" sheet="Tabeller"');
    const workbook = await readWorkbook(zipped(parts));
    insertCells(workbook, workbook.sheets[1], rows(0, 1), "down", "user");
    insertCells(workbook, workbook.sheets[2], rows(0, 3), "down", "user");
    renameSheet(workbook, workbook.sheets[1], "Källa", "user");
    const after = unzipped(await writeWorkbook(workbook));
    expect(after[cache]).toContain('<worksheetSource ref="A2:B4" sheet="Källa"/>');
    expect(after["xl/pivotTables/pivotTable1.xml"]).toContain('<location ref="A4:B5"');
  });

  test("a deleted sheet is no more in charts of others", async () => {
    const parts = await saved((workbook) => deleteSheet(workbook, workbook.sheets[0], "user"));
    expect(parts["xl/charts/chart2.xml"]).not.toContain("Data!");
    expect(parts["xl/charts/chart2.xml"]).toContain("<c:f>#REF!");
  });

  test("names of a chart sheet keep their sheet when others come before it", async () => {
    const parts = excelBook();
    const path = "xl/workbook.xml";
    parts[path] = (parts[path] as string).replace(
      "<definedNames>",
      '<definedNames><definedName name="Diagramnamn" localSheetId="2">1</definedName>',
    );
    const workbook = await readWorkbook(zipped(parts));
    addSheet(workbook, "Först", "user", 0);
    const bytes = await writeWorkbook(workbook);
    expect(faults(bytes)).toEqual([]);
    expect(unzipped(bytes)[path]).toContain(
      '<definedName name="Diagramnamn" localSheetId="3">1</definedName>',
    );
  });
});

test("rows inserted and taken away again leave the drawing as it was", async () => {
  const before = zipped(excelBook());
  const workbook = await readWorkbook(before);
  insertCells(workbook, workbook.sheets[1], rows(10, 2), "down", "user");
  deleteCells(workbook, workbook.sheets[1], rows(10, 2), "down", "user");
  expect(differences(before, await writeWorkbook(workbook))).toEqual([]);
});
