import { writeCells } from "../../../src/workbench/model/cells";
import { copySheet } from "../../../src/workbench/model/copySheet";
import { changeStyles } from "../../../src/workbench/model/formats";
import { addSheet, deleteSheet, moveSheet, renameSheet } from "../../../src/workbench/model/sheets";
import { deleteCells, insertCells } from "../../../src/workbench/model/shift";
import { addTableColumn, addTableRows, deleteTable } from "../../../src/workbench/model/tables";
import type { Workbook } from "../../../src/workbench/model/workbook";
import { readWorkbook, writeWorkbook } from "../../../src/workbench/xlsx";
import { excelBook } from "./excelParts";
import { faults } from "./checkPackage";
import { held } from "./held";
import { differences, unzipped, zipped } from "./zipParts";

const book = zipped(excelBook());
const data = "xl/worksheets/sheet1.xml";
const rows = (row: number, rowCount: number) => ({ row, column: 0, rowCount, columnCount: 16384 });

test("the fixture itself is sound", () => {
  expect(faults(book)).toEqual([]);
  expect(faults(zipped(excelBook({ macros: true })))).toEqual([]);
});

describe("a workbook that nobody has touched", () => {
  test.each([false, true])("comes out part by part as it came (macros: %s)", async (macros) => {
    const read = zipped(excelBook({ macros }));
    expect(differences(read, await writeWorkbook(await readWorkbook(read)))).toEqual([]);
  });

  test("also after it was saved once", async () => {
    const workbook = await readWorkbook(book);
    await writeWorkbook(workbook);
    expect(differences(book, await writeWorkbook(workbook))).toEqual([]);
  });
});

describe("one cell edited", () => {
  test("a number: the sheet's own part and nothing else", async () => {
    const workbook = await readWorkbook(book);
    workbook.sheets[0].setValue(1, 1, 99);
    const saved = await writeWorkbook(workbook);
    expect(differences(book, saved)).toEqual([data]);
    expect(unzipped(saved)[data]).toBe(
      (excelBook()[data] as string).replace('<v>1234.5</v></c><c r="C2"', '<v>99</v></c><c r="C2"'),
    );
  });

  test("a formula's result: its words stay, also those of a shared formula", async () => {
    const workbook = await readWorkbook(book);
    workbook.sheets[0].setValue(2, 4, 7);
    workbook.sheets[0].setValue(5, 1, 8);
    const saved = unzipped(await writeWorkbook(workbook))[data];
    expect(saved).toContain('<c r="E3" s="4"><f t="shared" si="0"/><v>7</v></c>');
    expect(saved).toContain(
      '<c r="B6" cm="1"><f t="array" ref="B6:B8">_xlfn._xlws.SORT(_xlfn.UNIQUE(B2:B4),,-1)</f><v>8</v></c>',
    );
  });

  test("a shared formula's first cell: the others get their own words", async () => {
    const workbook = await readWorkbook(book);
    writeCells(workbook, workbook.sheets[0], { row: 1, column: 4 }, [[5]], "user");
    const saved = await writeWorkbook(workbook);
    expect(unzipped(saved)[data]).toContain('<c r="E3" s="4"><f>D3/$C3</f><v>1000000001</v></c>');
    expect(faults(saved)).toEqual([]);
  });

  test("a text: added to the shared strings; the one no cell has any more is gone from the file", async () => {
    const workbook = await readWorkbook(book);
    workbook.sheets[0].setValue(5, 0, "19121212-1212 borttaget");
    const once = await writeWorkbook(workbook);
    expect(differences(book, once)).toEqual(["xl/sharedStrings.xml", data]);
    expect(unzipped(once)["xl/sharedStrings.xml"]).not.toContain("inledande blank");
    const again = await readWorkbook(once);
    again.sheets[0].setValue(5, 0, null);
    const twice = unzipped(await writeWorkbook(again));
    expect(JSON.stringify(twice)).not.toContain("19121212");
  });

  test("rich text moved keeps its look", async () => {
    const workbook = await readWorkbook(book);
    insertCells(workbook, workbook.sheets[0], rows(6, 1), "down", "user");
    const saved = await writeWorkbook(workbook);
    expect(faults(saved)).toEqual([]);
    expect((await readWorkbook(saved)).sheets[0].richText.map(({ row, text }) => [row, text])).toEqual(
      workbook.sheets[0].richText.map(({ row, text }) => [row, text]),
    );
  });

  test("a formula added or removed drops the calculation chain", async () => {
    const workbook = await readWorkbook(book);
    writeCells(workbook, workbook.sheets[0], { row: 19, column: 0 }, [["=1+1"]], "user");
    const saved = await writeWorkbook(workbook);
    expect(differences(book, saved)).toEqual(
      ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "− xl/calcChain.xml", data].sort((a, b) =>
        a.replace(/^. /, "").localeCompare(b.replace(/^. /, ""), "en", { caseFirst: "upper" }),
      ),
    );
    expect(faults(saved)).toEqual([]);
  });

  test("a style: added last, the file's own keep their numbers", async () => {
    const workbook = await readWorkbook(book);
    const area = { row: 1, column: 1, rowCount: 1, columnCount: 1 };
    changeStyles(
      workbook,
      workbook.sheets[0],
      area,
      (style) => ({ ...style, numberFormat: "0.000" }),
      "user",
    );
    const saved = await writeWorkbook(workbook);
    expect(differences(book, saved)).toEqual(["xl/styles.xml", data]);
    const styles = unzipped(saved)["xl/styles.xml"];
    expect(styles).toContain('<cellXfs count="12">');
    // The same font, fill and border as before: nothing but the format and the style itself is new.
    expect(styles).toContain('<fonts count="5"');
    expect(styles).toContain('<fills count="5"');
    expect(faults(saved)).toEqual([]);
  });
});

describe("a data bar of a later Excel", () => {
  test("is read with what the extension says of it", async () => {
    const workbook = await readWorkbook(book);
    expect(workbook.sheets[0].conditionalFormats.find(({ type }) => type === "dataBar")!.dataBar).toEqual({
      color: "#638EC6",
      showValue: true,
      min: { type: "autoMin" },
      max: { type: "autoMax" },
      look: { gradient: false },
    });
  });

  test("given another colour, keeps the rest, in both of its places", async () => {
    const workbook = await readWorkbook(book);
    workbook.sheets[0].conditionalFormats.find(({ type }) => type === "dataBar")!.dataBar!.color = "#112233";
    const saved = await writeWorkbook(workbook);
    expect(faults(saved)).toEqual([]);
    const xml = unzipped(saved)[data] as string;
    const [, id] = /<x14:id>([^<]+)<\/x14:id>/.exec(xml)!;
    expect(xml).toContain('<dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF112233"/></dataBar>');
    expect(xml).toContain(
      `<x14:cfRule type="dataBar" id="${id}"><x14:dataBar minLength="0" maxLength="100" gradient="0" direction="context" axisPosition="automatic"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:fillColor rgb="FF112233"/>`,
    );
    expect(xml.match(/<x14:cfRule type="dataBar"/g)).toHaveLength(1);
    expect(xml).toContain("3Stars");
  });
});

test("stars, triangles and boxes are written where later versions of Excel look for them", async () => {
  const workbook = await readWorkbook(book);
  workbook.sheets[1].conditionalFormats.push({
    id: "{00000000-000E-0000-0000-0000000000AA}",
    ranges: [{ row: 1, column: 1, rowCount: 2, columnCount: 1 }],
    priority: 1,
    stopIfTrue: false,
    type: "iconSet",
    formulas: [],
    iconSet: {
      set: "5Boxes",
      showValue: true,
      reverse: false,
      thresholds: [0, 20, 40, 60, 80].map((value) => ({ type: "percent", value: String(value) })),
    },
  });
  const saved = await writeWorkbook(workbook);
  expect(faults(saved)).toEqual([]);
  const xml = unzipped(saved)["xl/worksheets/sheet2.xml"] as string;
  expect(xml).not.toContain("<conditionalFormatting ");
  expect(xml).toContain('<x14:iconSet iconSet="5Boxes">');
  expect(held(await readWorkbook(saved))).toEqual(held(workbook));
});

describe("a sheet's own properties", () => {
  test("are parts of their own, and go with the key", async () => {
    const workbook = await readWorkbook(book);
    workbook.sheets[0].customProperties.set("koll", "värde ≤ 1").set("annan", "");
    const saved = await writeWorkbook(workbook);
    expect(faults(saved)).toEqual([]);
    const again = await readWorkbook(saved);
    expect([...again.sheets[0].customProperties]).toEqual([
      ["koll", "värde ≤ 1"],
      ["annan", ""],
    ]);
    again.sheets[0].customProperties.delete("annan");
    again.sheets[0].customProperties.set("koll", "nytt");
    const third = await writeWorkbook(again);
    expect(faults(third)).toEqual([]);
    expect([...(await readWorkbook(third)).sheets[0].customProperties]).toEqual([["koll", "nytt"]]);
    expect(Object.keys(unzipped(third)).filter((path) => path.includes("customProperty"))).toHaveLength(1);
  });
});

describe("what is changed is read back as it was left", () => {
  const changes: Record<string, (workbook: Workbook) => void> = {
    "rows inserted": (workbook) => insertCells(workbook, workbook.sheets[0], rows(1, 3), "down", "user"),
    "a row deleted": (workbook) => deleteCells(workbook, workbook.sheets[0], rows(2, 1), "down", "user"),
    "a sheet added": (workbook) => {
      const sheet = addSheet(workbook, "Ny & åäö", "user", 1);
      writeCells(
        workbook,
        sheet,
        { row: 0, column: 0 },
        [
          ["text", 1.5, true],
          ["=SUM(Ekonomi[Utfall])", "=KOLL.KARENS(1,2)", "=SORT(A1:A3)"],
        ],
        "user",
      );
      sheet.freeze = { rows: 1, columns: 0 };
      sheet.pageLayout.titleRows = { first: 0, last: 0 };
      sheet.columns[0] = { width: 30 };
      workbook.activeSheet = sheet;
    },
    "a sheet renamed": (workbook) => renameSheet(workbook, workbook.sheets[0], "Data 2024", "user"),
    "a sheet deleted": (workbook) => deleteSheet(workbook, workbook.sheets[1], "user"),
    "the sheet with everything deleted": (workbook) => deleteSheet(workbook, workbook.sheets[0], "user"),
    "a sheet moved": (workbook) => moveSheet(workbook, workbook.sheets[0], 2, "user"),
    "a sheet copied": (workbook) => void copySheet(workbook, workbook.sheets[0], 1, "user"),
    "a table's rows": (workbook) => {
      const [table] = workbook.sheets[1].tables;
      addTableRows(workbook, workbook.sheets[1], table, null, [["Ny", 1, null]], "user");
    },
    "a table's column": (workbook) => {
      const [table] = workbook.sheets[1].tables;
      addTableColumn(workbook, workbook.sheets[1], table, 1, null, "Prognos (tkr)", "user");
    },
    "a table deleted": (workbook) =>
      deleteTable(workbook, workbook.sheets[1], workbook.sheets[1].tables[0], "user"),
    notes: (workbook) => {
      workbook.sheets[0].notes[0].text = "Ny text";
      workbook.sheets[0].notes.push({
        row: 9,
        column: 3,
        text: "Till\nrad två",
        author: "Annan",
        visible: true,
      });
      workbook.sheets[3].notes.push({ row: 0, column: 0, text: "Första", author: "Annan", visible: false });
    },
    "notes removed": (workbook) => void (workbook.sheets[0].notes = []),
    "a thread": (workbook) => {
      const sheet = workbook.sheets[0];
      sheet.comments[0].resolved = false;
      sheet.comments[0].replies.push({
        id: "{A1B2C3D4-0000-4000-8000-0000000000C9}",
        text: "Nej <&>",
        author: "Någon annan",
        created: "2024-04-01T10:00:00.00Z",
      });
      workbook.sheets[1].comments.push({
        id: "{A1B2C3D4-0000-4000-8000-0000000000D1}",
        row: 1,
        column: 1,
        text: "Ny tråd",
        author: "Någon annan",
        created: "2024-04-01T10:00:00.00Z",
        resolved: false,
        replies: [],
      });
    },
    "threads removed": (workbook) => void (workbook.sheets[0].comments = []),
    "conditional formats": (workbook) => {
      const sheet = workbook.sheets[0];
      sheet.conditionalFormats[1].ranges = [{ row: 1, column: 3, rowCount: 9, columnCount: 1 }];
      sheet.conditionalFormats[0].formulas = ["100"];
      sheet.conditionalFormats.push({
        id: "{00000000-0000-4000-8000-000000000001}",
        ranges: [{ row: 0, column: 0, rowCount: 2, columnCount: 2 }],
        priority: 9,
        stopIfTrue: false,
        type: "colorScale",
        formulas: [],
        colorScale: { thresholds: [{ type: "min" }, { type: "max" }], colors: ["#FF0000", "#00FF00"] },
      });
    },
    "conditional formats removed": (workbook) => void (workbook.sheets[0].conditionalFormats = []),
    validations: (workbook) => {
      const sheet = workbook.sheets[0];
      sheet.validations[0].ranges = [{ row: 1, column: 0, rowCount: 9, columnCount: 1 }];
      sheet.validations[1] = { ...sheet.validations[1], formula1: "10" };
    },
    "the page": (workbook) => {
      const { pageLayout } = workbook.sheets[0];
      pageLayout.orientation = "portrait";
      pageLayout.fit = { width: 1, height: 0 };
      pageLayout.header.center = "Ny & rubrik";
      pageLayout.printArea = [{ row: 0, column: 0, rowCount: 3, columnCount: 3 }];
      pageLayout.rowBreaks = [];
    },
    "the view": (workbook) => {
      const sheet = workbook.sheets[0];
      sheet.freeze = null;
      sheet.zoom = 120;
      sheet.showGridlines = true;
      sheet.tabColor = "#112233";
      workbook.sheets[1].freeze = { rows: 1, columns: 2 };
    },
    "links, merges, columns": (workbook) => {
      const sheet = workbook.sheets[0];
      sheet.hyperlinks = sheet.hyperlinks.slice(1);
      sheet.hyperlinks.push({
        area: { row: 7, column: 0, rowCount: 1, columnCount: 1 },
        address: "https://example.se/ny",
        documentReference: "",
        screenTip: "",
      });
      sheet.merges.pop();
      sheet.columns[12] = { width: 20 };
      sheet.protection = null;
      sheet.filter = null;
    },
    charts: (workbook) => {
      const [chart] = workbook.sheets[0].charts;
      chart.title.text = "Ny rubrik";
      chart.series[0].valuesFormula = "Data!$B$2:$B$3";
      chart.axes.value.maximum = null;
      chart.legend.position = "Right";
      chart.left += 100;
      workbook.sheets[1].charts.push({
        ...structuredClone(chart),
        id: "{00000000-0004-0000-0000-000000000001}",
        name: "Nytt diagram",
        type: "LineMarkers",
        // The gap between bars is nothing a line chart has.
        details: undefined,
        series: structuredClone(chart.series).map((one) => ({
          ...one,
          type: "",
          axisGroup: "Primary" as const,
          dataLabels: true,
          color: "#123456",
        })),
        origin: undefined,
      });
    },
    "a chart's kind": (workbook) => {
      const [chart] = workbook.sheets[0].charts;
      chart.type = "BarStacked";
      chart.series = chart.series.map((series) => ({ ...series, type: "", axisGroup: "Primary" }));
    },
    "a chart removed": (workbook) => void (workbook.sheets[0].charts = []),
    "the workbook": (workbook) => {
      workbook.names.push({
        name: "Nytt",
        sheet: workbook.sheets[1].id,
        formula: "=Tabeller!$A$1",
        visible: false,
        comment: "a",
      });
      workbook.names = workbook.names.filter(({ name }) => name !== "Moms");
      workbook.settings.set("koll", { a: [1, "å"] });
      workbook.customXmlParts[0].xml = "<ny/>";
      workbook.customXmlParts.push({
        id: "{4B4F4C4C-0000-4000-8000-000000000001}",
        xml: '<x xmlns="urn:a">å</x>',
      });
      workbook.properties.title = "Annan & titel";
      workbook.properties.manager = "Chef";
      workbook.properties.custom.set("Antal", 3.5).delete("Klar");
      workbook.calculationMode = "Manual";
      workbook.fullCalcOnLoad = true;
      workbook.protected = true;
    },
    "custom XML removed": (workbook) => void (workbook.customXmlParts = []),
  };

  test.each(Object.keys(changes))("%s", async (name) => {
    const workbook = await readWorkbook(book);
    changes[name](workbook);
    const saved = await writeWorkbook(workbook);
    expect(faults(saved)).toEqual([]);
    const again = await readWorkbook(saved);
    expect(held(again)).toEqual(held(workbook));
    expect([again.calculationMode, again.fullCalcOnLoad, again.protected]).toEqual([
      workbook.calculationMode,
      workbook.fullCalcOnLoad,
      workbook.protected,
    ]);
    expect(differences(saved, await writeWorkbook(again))).toEqual([]);
  });

  test("all at once", async () => {
    const workbook = await readWorkbook(book);
    const apart = /added|deleted|removed|moved|copied/;
    for (const [name, change] of Object.entries(changes)) if (!apart.test(name)) change(workbook);
    const saved = await writeWorkbook(workbook);
    expect(faults(saved)).toEqual([]);
    expect(held(await readWorkbook(saved))).toEqual(held(workbook));
  });
});
