import { createCalculator } from "../../src/workbench/calc";
import { codeOf, open } from "../workbench/host/open";
import { Workbook } from "../../src/workbench/model/workbook";
import { createHost } from "../../src/workbench/host";
import { openClient } from "../../src/workbench/host/node";
import { readWorkbook, writeWorkbook } from "../../src/workbench/xlsx";
import { contract } from "./contract";

/** The calls that Microsoft's own range samples make, with figures of ours. */
const samples = "github.com/OfficeDev/office-js-snippets/tree/main/samples/excel/42-range";

/** A workbook that calculates, behind the client that answers to every requirement set. */
async function calculating() {
  const workbook = new Workbook();
  workbook.addSheet("Blad1");
  const calculator = await createCalculator(workbook);
  const client = openClient(createHost(workbook, { calculator }), () => true);
  return { workbook, run: client.run };
}

const fresh = (context: Excel.RequestContext, name: string) => {
  context.workbook.worksheets.getItemOrNullObject(name).delete();
  const sheet = context.workbook.worksheets.add(name);
  sheet.activate();
  return sheet;
};

contract(
  "docs",
  "Range.setCellProperties, Range.getCellProperties, Workbook.getActiveCell",
  "formats cell by cell, a named style among them, nothing where nothing is said",
  `${samples}/cell-properties.yaml`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = fresh(context, "Matris");
      const range = sheet.getRange("A1:C2");
      range.values = [
        ["Enhet", " ", " "],
        ["Hemtjänst", "N/A", -1],
      ];
      const head = { format: { fill: { color: "Blue" }, font: { color: "White", bold: true } } };
      const none = {
        format: { fill: { pattern: "Gray25" as const }, font: { color: "Gray", italic: true } },
      };
      const line = { style: "Continuous" as const };
      const boxed = { format: { borders: { bottom: line, left: line, right: line, top: line } } };
      range.setCellProperties([
        [{ style: "Heading1" }, {}, head],
        [{}, none, boxed],
      ]);
      sheet.getUsedRange().format.autofitColumns();
      const told = range.getCellProperties({
        address: true,
        format: { fill: { color: true, pattern: true }, font: { color: true, bold: true, size: true } },
        style: true,
      });
      await context.sync();
      const [[first, blank, headed], [, grey]] = told.value;
      expect([first.address, first.style, first.format?.font?.size]).toEqual(["Matris!A1", "Heading1", 15]);
      expect([blank.style, blank.format?.font?.bold]).toEqual(["Normal", false]);
      expect([headed.format?.fill?.color, headed.format?.font?.color]).toEqual(["#0000FF", "#FFFFFF"]);
      expect([grey.format?.fill?.pattern, grey.format?.font?.color]).toEqual(["Gray25", "#808080"]);
    });
  },
);

contract(
  "docs",
  "Worksheet.getRanges, Range.getSpecialCells, RangeAreas.address, RangeAreas.areaCount, RangeAreas.format, Workbook.getSelectedRanges",
  "several ranges formatted at once; special cells by kind and by value",
  `${samples}/range-areas.yaml`,
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      const sheet = fresh(context, "Underlag");
      sheet.getRange("B2:E4").values = [
        ["Post", "Timmar", "Kostnad", "Granskad"],
        ["Natt", 12, "=C3 * 410", false],
        ["Dag", 30, "=C4 * 385", "nej"],
      ];
      sheet.getRanges("C3:C4, E3:E4").format.fill.color = "pink";
      const used = sheet.getUsedRange();
      used.getSpecialCells("Formulas").format.fill.color = "lightgreen";
      const texts = used.getSpecialCells("Constants", "LogicalText");
      texts.load("address,areaCount");
      const numbers = used.getSpecialCells("Constants", "Numbers").load("address");
      const none = used.getSpecialCellsOrNullObject("Constants", "Errors");
      const both = sheet.getRanges("C3:C4, E3:E4").load("format/fill/color,isEntireColumn,address,areaCount");
      const formulas = sheet.getRange("D3:D4").load("values");
      formulas.format.fill.load("color");
      context.workbook.getSelectedRanges().format.font.bold = true;
      await context.sync();
      expect([both.address, both.areaCount, both.format.fill.color, both.isEntireColumn]).toEqual([
        "Underlag!C3:C4,Underlag!E3:E4",
        2,
        "#FFC0CB",
        false,
      ]);
      expect(formulas.format.fill.color).toBe("#90EE90");
      expect(formulas.values).toEqual([[4920], [11550]]);
      expect(texts.address).toContain("Underlag!E3:E4");
      expect(numbers.address).toBe("Underlag!C3:C4");
      expect(none.isNullObject).toBe(true);
    });
  },
);

contract(
  "docs",
  "Range.copyFrom, Range.moveTo",
  "all, formulas, values, formats, without blanks, transposed, and moved",
  `${samples}/range-copyfrom.yaml`,
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      const sheet = fresh(context, "Kopia");
      sheet.getRange("A1:D1").values = [["3", "5", "7", ""]];
      sheet.getRange("A1:D1").format.font.italic = true;
      sheet.getRange("A1:D1").format.font.color = "DarkMagenta";
      sheet.getRange("E1").formulas = [["=SUM(A1:D1)"]];
      sheet.getRange("E1").format.fill.color = "LightGreen";
      await context.sync();
      sheet.getRange("G1").copyFrom("A1:E1");
      sheet.getRange("G2").copyFrom("A1:E1", "Formulas");
      sheet.getRange("G3").copyFrom("E1", "Values");
      sheet.getRange("G4:K4").copyFrom("A1", "Values");
      sheet.getRange("G5").copyFrom("A1:E1", "Formats");
      sheet.getRange("G6:K6").values = [["gammal", "gammal", "gammal", "gammal", "gammal"]];
      sheet.getRange("G6").copyFrom("A1:E1", "All", true, false);
      sheet.getRange("G7").copyFrom("A1:E1", "All", false, true);
      const block = sheet.getRange("G1:K7").load("formulas");
      const look = sheet.getRange("G5:K5");
      look.load("values");
      look.getCell(0, 0).format.font.load("color");
      const first = look.getCell(0, 0);
      first.format.font.load("italic,color");
      const down = sheet.getRange("G7:G11").load("formulas");
      await context.sync();
      expect(block.formulas.slice(0, 4)).toEqual([
        [3, 5, 7, "", "=SUM(G1:J1)"],
        [3, 5, 7, "", "=SUM(G2:J2)"],
        [15, "", "", "", ""],
        [3, 3, 3, 3, 3],
      ]);
      expect(look.values).toEqual([["", "", "", "", ""]]);
      expect([first.format.font.italic, first.format.font.color]).toEqual([true, "#8B008B"]);
      expect(block.formulas[5]).toEqual([3, 5, 7, "gammal", "=SUM(G6:J6)"]);
      expect(down.formulas).toEqual([[3], [5], [7], [""], ["=SUM(G7:G10)"]]);
      sheet.getRange("A1:E1").moveTo("G14");
      const moved = sheet.getRange("G14:K14").load("formulas");
      const left = sheet.getRange("A1:E1").load("values");
      await context.sync();
      expect(moved.formulas).toEqual([[3, 5, 7, "", "=SUM(G14:J14)"]]);
      expect(left.values).toEqual([["", "", "", "", ""]]);
    });
  },
);

contract(
  "docs",
  "Workbook.styles, StyleCollection.add, StyleCollection.getItem, Style.textOrientation, Style.delete, Style.font, Range.style",
  "a style of one's own is made, worn, read and deleted; Excel's own are there",
  `${samples}/style.yaml`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = fresh(context, "Format");
      const styles = context.workbook.styles;
      styles.add("Lutande rubrik");
      const own = styles.getItem("Lutande rubrik");
      own.textOrientation = 38;
      own.autoIndent = true;
      own.includeProtection = true;
      own.shrinkToFit = true;
      own.locked = false;
      own.font.bold = true;
      own.borders.getItem("EdgeBottom").style = "Continuous";
      await context.sync();
      const range = sheet.getRange("A1:B1");
      range.style = "Lutande rubrik";
      range.format.verticalAlignment = "Justify";
      own.load(
        "textOrientation,autoIndent,readingOrder,wrapText,includeProtection,shrinkToFit,locked,builtIn",
      );
      range.load("style,format/textOrientation,format/shrinkToFit,format/font/bold,format/protection/locked");
      const bottom = range.format.borders.getItem("EdgeBottom").load("style");
      await context.sync();
      expect(own.toJSON()).toMatchObject({
        textOrientation: 38,
        autoIndent: true,
        readingOrder: "Context",
        wrapText: false,
        includeProtection: true,
        shrinkToFit: true,
        locked: false,
        builtIn: false,
      });
      expect([range.style, range.format.textOrientation, range.format.shrinkToFit]).toEqual([
        "Lutande rubrik",
        38,
        true,
      ]);
      expect([range.format.font.bold, range.format.protection.locked, bottom.style]).toEqual([
        true,
        false,
        "Continuous",
      ]);
      range.style = "Neutral";
      range.format.horizontalAlignment = "Right";
      const normal = styles.getItem("Normal");
      normal.font.load("bold,color,italic,name,size");
      normal.fill.load("color");
      range.load("style,format/fill/color,format/font/color,format/horizontalAlignment");
      await context.sync();
      expect(normal.font.toJSON()).toMatchObject({ bold: false, color: "#000000", size: 11 });
      expect([range.style, range.format.fill.color, range.format.font.color]).toEqual([
        "Neutral",
        "#FFEB9C",
        "#9C5700",
      ]);
      range.style = "Lutande rubrik";
      own.delete();
      range.load("style");
      await context.sync();
      expect(range.style).toBe("Normal");
    });
    expect(await codeOf(run, (context) => context.workbook.styles.add("Normal"))).toBe("ItemAlreadyExists");
    expect(
      await codeOf(run, (context) => void context.workbook.styles.getItem("Lutande rubrik").load("name")),
    ).toBe("ItemNotFound");
  },
);

contract(
  "assumed",
  "Style.font, Range.style",
  "cells follow when their style changes, but not where they were given something else",
  "",
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = fresh(context, "Format");
      context.workbook.styles.add("Summa");
      sheet.getRange("A1:A2").style = "Summa";
      sheet.getRange("A2").format.font.color = "red";
      context.workbook.styles.getItem("Summa").font.color = "blue";
      const [first, second] = ["A1", "A2"].map((address) =>
        sheet.getRange(address).format.font.load("color"),
      );
      await context.sync();
      expect([first.color, second.color]).toEqual(["#0000FF", "#FF0000"]);
    });
  },
);

test("named styles that cells have are in the saved file, Excel's own and others", async () => {
  const { run, workbook } = open();
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Blad1");
    context.workbook.styles.add("Delsumma");
    context.workbook.styles.getItem("Delsumma").font.bold = true;
    for (const [address, style] of [
      ["A1", "Delsumma"],
      ["A2", "Good"],
      ["A3", "40% - Accent2"],
      ["A4", "Normal"],
    ])
      sheet.getRange(address).style = style;
    await context.sync();
  });
  const saved = openClient(createHost(await readWorkbook(await writeWorkbook(workbook))));
  await saved.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Blad1");
    const cells = ["A1", "A2", "A3", "A4"].map((address) =>
      sheet.getRange(address).load("style,format/font/bold"),
    );
    const own = context.workbook.styles.getItem("Delsumma").load("builtIn");
    await context.sync();
    expect(cells.map(({ style }) => style)).toEqual(["Delsumma", "Good", "Accent2_40", "Normal"]);
    expect([cells[0].format.font.bold, own.builtIn]).toEqual([true, false]);
  });
});

contract(
  "docs",
  "Range.hyperlink, Range.clear",
  "links to addresses and to places, changed and cleared",
  `${samples}/range-hyperlink.yaml`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = fresh(context, "Länkar");
      sheet.getRange("A3:A4").values = [["Kolada"], ["Öppna jämförelser"]];
      sheet.getRange("A3").hyperlink = {
        textToDisplay: "Kolada",
        screenTip: "Sök i Kolada",
        address: "https://kolada.se",
      };
      sheet.getRange("A4").hyperlink = {
        textToDisplay: "Öppna jämförelser",
        screenTip: "Till bladet",
        documentReference: "Blad1!A1",
      };
      await context.sync();
      const [web, place] = [sheet.getRange("A3").load("hyperlink"), sheet.getRange("A4").load("hyperlink")];
      await context.sync();
      expect(web.hyperlink).toMatchObject({ address: "https://kolada.se", textToDisplay: "Kolada" });
      expect(place.hyperlink).toMatchObject({ documentReference: "Blad1!A1", screenTip: "Till bladet" });
      const cell = sheet.getRange("A3");
      cell.clear("Hyperlinks");
      cell.format.font.underline = "None";
      cell.load("hyperlink,values");
      await context.sync();
      expect([cell.hyperlink, cell.values]).toEqual([null, [["Kolada"]]]);
    });
  },
);

contract(
  "docs",
  "Range.group, Range.ungroup, Worksheet.showOutlineLevels, Range.hideGroupDetails, Range.showGroupDetails",
  "rows and columns in groups, shown down to a level",
  `${samples}/outline.yaml`,
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      const sheet = fresh(context, "Disposition");
      sheet.getRange("A1:F10").values = Array.from({ length: 10 }, (_, r) =>
        Array.from({ length: 6 }, (_, c) => r * c),
      );
      sheet.getRange("4:9").group("ByRows");
      sheet.getRange("4:5").group("ByRows");
      sheet.getRange("7:8").group("ByRows");
      sheet.getRange("C:D").group("ByColumns");
      await context.sync();
      sheet.showOutlineLevels(1, 1);
      const [row, column] = [
        sheet.getRange("5:5").load("rowHidden"),
        sheet.getRange("C:C").load("columnHidden"),
      ];
      await context.sync();
      expect([row.rowHidden, column.columnHidden]).toEqual([true, true]);
      sheet.showOutlineLevels(2, 2);
      const [inner, outer] = ["5:5", "6:6"].map((address) => sheet.getRange(address).load("rowHidden"));
      await context.sync();
      expect([inner.rowHidden, outer.rowHidden]).toEqual([true, false]);
      sheet.getRange("4:5").showGroupDetails("ByRows");
      sheet.getRange("4:5").ungroup("ByRows");
      await context.sync();
    });
    const lines = workbook.sheets[1].rows;
    expect([3, 5, 6].map((at) => lines[at]?.outlineLevel)).toEqual([1, 1, 2]);
    expect(lines[4]?.hidden).toBe(false);
  },
);

contract(
  "docs",
  "Range.find, Range.findOrNullObject, Worksheet.findAll, Worksheet.findAllOrNullObject",
  "one cell, all cells, or a null object",
  `${samples}/range-find.yaml`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = fresh(context, "Sök");
      sheet.getRange("A1:B4").values = [
        ["Enhet", "Läge"],
        ["Natt", "Klar"],
        ["Dag", "Ej klar"],
        ["Kväll", "Klar"],
      ];
      const found = sheet.getRange("A1:B4").find("klar", { completeMatch: false, matchCase: false });
      found.load("address");
      const whole = sheet.findAll("Klar", { completeMatch: true, matchCase: true }).load("address");
      const none = sheet.getRange("A1:B4").findOrNullObject("saknas", {});
      const noneAll = sheet.findAllOrNullObject("saknas", { completeMatch: true });
      const back = sheet.getRange("A1:B4").find("klar", { searchDirection: "Backwards" }).load("address");
      await context.sync();
      expect([found.address, whole.address, back.address]).toEqual(["Sök!B2", "Sök!B2,Sök!B4", "Sök!B4"]);
      expect([none.isNullObject, noneAll.isNullObject]).toEqual([true, true]);
    });
    expect(
      await codeOf(run, (context) => {
        context.workbook.worksheets.getItem("Sök").getRange().find("saknas", {}).load("address");
      }),
    ).toBe("ItemNotFound");
  },
);

contract(
  "docs",
  "Range.autoFill, Range.removeDuplicates, RemoveDuplicatesResult.removed, Range.getRangeEdge, Range.getExtendedRange",
  "fills, drops duplicates and goes to the edges of filled cells",
  `${samples}/range-auto-fill.yaml`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = fresh(context, "Fyll");
      sheet.getRange("A1:A2").values = [[1], [2]];
      sheet.getRange("B1").values = [["januari 2024"]];
      sheet.getRange("A1:A2").autoFill("A1:A6", "FillSeries");
      sheet.getRange("C1:C4").values = [["Natt"], ["Dag"], ["Natt"], ["natt"]];
      const result = sheet.getRange("C1:C4").removeDuplicates([0], false).load();
      const filled = sheet.getRange("A1:A6").load("values");
      const edge = sheet.getRange("A1").getRangeEdge("Down").load("address");
      const extended = sheet.getRange("A1").getExtendedRange("Down").load("address");
      const left = sheet.getRange("C1:C4").load("values");
      await context.sync();
      expect(filled.values.flat()).toEqual([1, 2, 3, 4, 5, 6]);
      expect([result.removed, result.uniqueRemaining, left.values.flat()]).toEqual([
        2,
        2,
        ["Natt", "Dag", "", ""],
      ]);
      expect([edge.address, extended.address]).toEqual(["Fyll!A6", "Fyll!A1:A6"]);
    });
  },
);

contract(
  "docs",
  "Range.getDirectPrecedents, Range.getPrecedents, Range.getDependents, Range.getDirectDependents, WorkbookRangeAreas.areas, WorkbookRangeAreas.getRangeAreasBySheet",
  "precedents and dependents are coloured area by area, sheet by sheet",
  `${samples}/precedents.yaml`,
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      const sheet = fresh(context, "Kedja");
      sheet.getRange("A1:C1").formulas = [[2, "=A1*2", "=B1+Blad1!A1"]];
      const direct = sheet.getRange("C1").getDirectPrecedents();
      const all = sheet.getRange("C1").getPrecedents();
      const dependents = sheet.getRange("A1").getDependents();
      const next = sheet.getRange("A1").getDirectDependents();
      direct.areas.load("address");
      all.areas.load("items/address");
      dependents.load("addresses");
      next.areas.load("items/address");
      const own = all.getRangeAreasBySheet("Kedja").load("address");
      await context.sync();
      expect(direct.areas.items.map(({ address }) => address)).toEqual(["Blad1!A1", "Kedja!B1"]);
      expect(own.address).toBe("Kedja!A1:B1");
      expect(dependents.addresses).toEqual(["Kedja!B1:C1"]);
      expect(next.areas.items.map(({ address }) => address)).toEqual(["Kedja!B1"]);
      for (const areas of direct.areas.items) areas.format.fill.color = "Yellow";
      await context.sync();
    });
  },
);

contract(
  "docs",
  "Range.getMergedAreasOrNullObject, Range.merge, Range.getSpillingToRange, Range.getSpillParent",
  "merged areas by their ranges; where a formula spills and from where",
  `${samples}/dynamic-arrays.yaml`,
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      const sheet = fresh(context, "Spill");
      sheet.getRange("A1:A4").values = [["Natt"], ["Dag"], ["Natt"], ["Kväll"]];
      sheet.getRange("C1").formulas = [["=UNIQUE(A1:A4)"]];
      sheet.getRange("F1:G2").merge(false);
      const merged = sheet.getRange("E1:H4").getMergedAreasOrNullObject().load("address");
      const spill = sheet.getRange("C1").getSpillingToRange().load("address,values");
      await context.sync();
      const parent = spill.getCell(1, 0).getSpillParent().load("address");
      const last = spill.getLastCell().load("address");
      await context.sync();
      expect([spill.address, spill.values.flat()]).toEqual(["Spill!C1:C3", ["Natt", "Dag", "Kväll"]]);
      expect([parent.address, last.address, merged.address]).toEqual(["Spill!C1", "Spill!C3", "Spill!F1:G2"]);
    });
  },
);

contract(
  "docs",
  "Range.values, Range.formulas, Range.text, Range.numberFormat, Range.valueTypes",
  "values, formulas and texts are set and read; one format in a matrix of one goes to all cells",
  "github.com/OfficeDev/office-js-snippets/tree/main/samples/excel/14-conditional-formatting/conditional-formatting-basic.yaml",
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      const sheet = fresh(context, "Värden");
      const range = sheet.getRange("B2:C3");
      range.values = [
        [1.5, 2],
        [-3, "=B2*2"],
      ];
      range.numberFormat = [["#,##0.00"]];
      range.load("values,text,numberFormat,valueTypes");
      await context.sync();
      expect(range.values).toEqual([
        [1.5, 2],
        [-3, 3],
      ]);
      expect(range.text).toEqual([
        ["1.50", "2.00"],
        ["-3.00", "3.00"],
      ]);
      expect(range.numberFormat.flat()).toEqual(["#,##0.00", "#,##0.00", "#,##0.00", "#,##0.00"]);
    });
    expect(
      await codeOf(run, (context) => {
        context.workbook.worksheets.getItem("Värden").getRange("B2:C3").numberFormat = [["0", "0"]];
      }),
    ).toBe("InvalidArgument");
  },
);

contract(
  "docs",
  "Range.insert, Range.delete, Range.clear, Range.getUsedRange, Worksheet.getUsedRangeOrNullObject",
  "cells in, cells out, cleared, and what is used afterwards",
  `${samples}/insert-delete-clear-range.yaml`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = fresh(context, "In och ut");
      sheet.getRange("B4:E6").values = Array.from({ length: 3 }, (_, r) => [r, r, r, r]);
      const inserted = sheet.getRange("B4:E4").insert("Down");
      inserted.load("address,values");
      inserted.format.font.color = "pink";
      sheet.getRange("B5:B7").delete("Up");
      sheet.getRange("E2:E5").clear("Formats");
      const used = sheet.getUsedRange(true).load("address");
      await context.sync();
      expect([inserted.address, inserted.values]).toEqual(["'In och ut'!B4:E4", [["", "", "", ""]]]);
      expect(used.address).toBe("'In och ut'!C5:E7");
      sheet.getRange().clear();
      const none = sheet.getUsedRangeOrNullObject(true);
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  },
);
