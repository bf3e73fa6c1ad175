import { openClient } from "../../src/workbench/host/node";
import { codeOf, look, open } from "../workbench/host/open";
import { contract } from "./contract";

const api = "learn.microsoft.com/javascript/api/excel/excel";
const range = `${api}.range`;
const limits =
  "learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins";

const at = (context: Excel.RequestContext, address: string) =>
  context.workbook.worksheets.getItem("Blad1").getRange(address);

async function typed(text: unknown) {
  const { run } = open();
  return run(async (context) => {
    const cell = at(context, "A1");
    cell.values = [[text]];
    cell.load("values,formulas,numberFormat,valueTypes,text");
    await context.sync();
    return {
      value: cell.values[0][0] as unknown,
      formula: cell.formulas[0][0] as unknown,
      format: cell.numberFormat[0][0] as unknown,
      type: cell.valueTypes[0][0] as string,
      text: cell.text[0][0],
    };
  });
}

contract(
  "docs",
  "Range.values, Range.valueTypes",
  "a blank cell reads as an empty text of type Empty",
  "learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values",
  async () => {
    expect(
      await look(open().run, (context) => at(context, "A1:B1"), "values,valueTypes,formulas,text"),
    ).toMatchObject({
      values: [["", ""]],
      valueTypes: [["Empty", "Empty"]],
      formulas: [["", ""]],
      text: [["", ""]],
    });
  },
);

contract("docs", "Range.values", "errors read as their text, of type Error", range, async () => {
  expect(await typed("#N/A")).toMatchObject({ value: "#N/A", type: "Error", text: "#N/A" });
});

contract(
  "docs",
  "Range.values",
  "null leaves a cell as it is, an empty text empties it",
  "learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values",
  async () => {
    const { run } = open();
    const values = await run(async (context) => {
      const cells = at(context, "A1:C1");
      cells.values = [[1, 2, 3]];
      cells.values = [[null, "", 9]] as never;
      cells.load("values");
      await context.sync();
      return cells.values;
    });
    expect(values).toEqual([[1, "", 9]]);
  },
);

contract(
  "docs",
  "Range.values, Range.formulas, Range.numberFormat",
  "one value is given to every cell",
  "learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values",
  async () => {
    const { run } = open();
    const seen = await run(async (context) => {
      const cells = at(context, "A1:B2");
      cells.values = 7 as never;
      cells.numberFormat = "0.0" as never;
      cells.load("values,numberFormat,text");
      await context.sync();
      return cells.toJSON();
    });
    expect(seen).toMatchObject({
      values: [
        [7, 7],
        [7, 7],
      ],
      numberFormat: [
        ["0.0", "0.0"],
        ["0.0", "0.0"],
      ],
      text: [
        ["7.0", "7.0"],
        ["7.0", "7.0"],
      ],
    });
  },
);

contract(
  "docs",
  "Range.values, Range.formulas",
  "a matrix of another shape is refused and changes nothing",
  `${api}.errorcodes`,
  async () => {
    for (const matrix of [
      [[1]],
      [[1, 2, 3]],
      [[1, 2], [3]],
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    ]) {
      const { run, workbook } = open();
      expect(await codeOf(run, (context) => void (at(context, "A1:B2").values = matrix))).toBe(
        "InvalidArgument",
      );
      expect(workbook.sheets[0].usedArea()).toBeNull();
    }
  },
);

contract("docs", "Range.values", "a text that starts with = is a formula, + and - too", range, async () => {
  expect((await typed("=1+2")).formula).toBe("=1+2");
  expect((await typed("+A2")).formula).toBe("=+A2");
  expect((await typed("-A2")).formula).toBe("=-A2");
  expect((await typed("-5")).formula).toBe(-5);
});

contract(
  "issue",
  "Range.values",
  "an apostrophe in front makes a text of anything, and is not part of it",
  "github.com/OfficeDev/office-js/issues/6687",
  async () => {
    expect(await typed("'=1+2")).toMatchObject({ value: "=1+2", formula: "=1+2", type: "String" });
    expect(await typed("'007")).toMatchObject({ value: "007", type: "String" });
  },
);

contract(
  "assumed",
  "Range.values",
  "texts are read as typed in English: numbers, percent, truth values",
  "",
  async () => {
    expect(await typed("12.5")).toMatchObject({ value: 12.5, type: "Double" });
    expect(await typed("5%")).toMatchObject({ value: 0.05, format: "0%", text: "5%" });
    expect(await typed("true")).toMatchObject({ value: true, type: "Boolean" });
    expect(await typed("1,234.5")).toMatchObject({ value: 1234.5 });
    expect(await typed("12 34")).toMatchObject({ value: "12 34", type: "String" });
  },
);

contract("docs", "Range.values", "an ISO date is stored as a date", range, async () => {
  expect(await typed("2023-01-01")).toMatchObject({ value: 44927, type: "Double" });
});

contract(
  "assumed",
  "Range.values, Range.formulas",
  "in a cell formatted as text (@) even a formula stays text",
  "",
  async () => {
    const { run } = open();
    const seen = await run(async (context) => {
      const cell = at(context, "A1");
      cell.numberFormat = [["@"]];
      cell.formulas = [["=1+2"]];
      cell.load("values,valueTypes");
      await context.sync();
      return [cell.values[0][0], cell.valueTypes[0][0]] as unknown[];
    });
    expect(seen).toEqual(["=1+2", "String"]);
  },
);

contract(
  "assumed",
  "Range.formulas",
  "a formula that can't be read is refused, and nothing of its matrix is written",
  "",
  async () => {
    const { run, workbook } = open();
    expect(await codeOf(run, (context) => void (at(context, "A1:A2").formulas = [["ok"], ["=SUM("]]))).toBe(
      "InvalidArgument",
    );
    expect(workbook.sheets[0].usedArea()).toBeNull();
  },
);

contract("assumed", "Range.formulas", "functions and references come back in capitals", "", async () => {
  expect((await typed("=sum(a1:b2)+true")).formula).toBe("=SUM(A1:B2)+TRUE");
});

contract("docs", "Range.formulasR1C1", "relative references are offsets", range, async () => {
  const { run } = open();
  const seen = await run(async (context) => {
    const cells = at(context, "B2:B3");
    cells.formulasR1C1 = [["=RC[-1]*2"], ["=R1C1"]];
    cells.load("formulas,formulasR1C1");
    await context.sync();
    return cells.toJSON();
  });
  expect(seen).toMatchObject({ formulas: [["=A2*2"], ["=$A$1"]], formulasR1C1: [["=RC[-1]*2"], ["=R1C1"]] });
});

contract("docs", "Range.text", "what is printed, whatever the column's width", range, async () => {
  const { run } = open();
  const text = await run(async (context) => {
    const cell = at(context, "A1");
    cell.values = [[1234567.891]];
    cell.numberFormat = [["#,##0.00"]];
    cell.format.columnWidth = 5;
    cell.load("text");
    await context.sync();
    return cell.text;
  });
  expect(text).toEqual([["1,234,567.89"]]);
});

contract(
  "assumed",
  "Range.text",
  "in Swedish Excel: decimal comma, non-breaking space between thousands",
  "",
  async () => {
    const { run } = open({ locale: "sv-SE" });
    const text = await run(async (context) => {
      const cell = at(context, "A1:B1");
      cell.values = [[-1234567.891, 0.5]];
      cell.numberFormat = [["#,##0.00", "0.0%"]];
      cell.load("text");
      await context.sync();
      return cell.text;
    });
    expect(text).toEqual([["-1\u00a0234\u00a0567,89", "50,0%"]]);
  },
);

contract(
  "docs",
  "Range.address",
  "sheet and cells; whole columns and rows by letters and numbers",
  range,
  async () => {
    const { run } = open();
    const seen = await run(async (context) => {
      const sheet = context.workbook.worksheets.add("Min data");
      const ranges = ["B2", "A1:C3", "B:D", "2:4"].map((address) => sheet.getRange(address).load("address"));
      const whole = sheet.getRange().load("address,cellCount");
      await context.sync();
      return [...ranges.map(({ address }) => address), whole.address, whole.cellCount];
    });
    expect(seen).toEqual([
      "'Min data'!B2",
      "'Min data'!A1:C3",
      "'Min data'!B:D",
      "'Min data'!2:4",
      "'Min data'!1:1048576",
      -1,
    ]);
  },
);

contract("docs", "Range.values", "more than five million cells at once are refused", limits, async () => {
  const { run } = open();
  expect(await codeOf(run, (context) => void at(context, "A:F").load("values"))).toBe("RangeExceedsLimit");
});

contract(
  "docs",
  "RangeFormat.columnWidth, RangeFont.bold",
  "whole columns can be formatted",
  range,
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      at(context, "B:C").format.font.bold = true;
      at(context, "B:C").format.columnWidth = 100;
      await context.sync();
    });
    const [sheet] = workbook.sheets;
    expect(workbook.styles.get(sheet.styleId(9999, 1)).font.bold).toBe(true);
    expect(Math.round(sheet.columnWidth(2))).toBe(100);
    expect(sheet.rows.length).toBe(0);
  },
);

contract(
  "docs",
  "Range.getCell, Range.getOffsetRange",
  "a cell may lie outside the range but not outside the sheet",
  range,
  async () => {
    const { run } = open();
    expect(await look(run, (context) => at(context, "B2:C3").getCell(4, 5), "address")).toMatchObject({
      address: "Blad1!G6",
    });
    expect(await codeOf(run, (context) => void at(context, "B2").getOffsetRange(-2, 0).load("address"))).toBe(
      "InvalidArgument",
    );
  },
);

contract(
  "docs",
  "Range.getUsedRange",
  "nothing used inside the range gives ItemNotFound",
  range,
  async () => {
    const { run, workbook } = open();
    workbook.sheets[0].setValue(0, 0, 1);
    expect(await codeOf(run, (context) => void at(context, "C1:D9").getUsedRange().load("address"))).toBe(
      "ItemNotFound",
    );
    expect(await look(run, (context) => at(context, "A1:D9").getUsedRange(), "address")).toMatchObject({
      address: "Blad1!A1",
    });
  },
);

contract(
  "docs",
  "Range.getIntersectionOrNullObject",
  "no cell in common gives a null object",
  range,
  async () => {
    await open().run(async (context) => {
      const common = at(context, "A1:B2").getIntersectionOrNullObject("B2:C3");
      const none = at(context, "A1").getIntersectionOrNullObject("C3");
      common.load("address");
      none.load("address");
      await context.sync();
      expect([common.address, none.isNullObject]).toEqual(["Blad1!B2", true]);
    });
  },
);

contract(
  "docs",
  "Range.getSurroundingRegion, Range.getRangeEdge, Range.getExtendedRange",
  "as Ctrl+*, Ctrl+arrow and Ctrl+Shift+arrow",
  range,
  async () => {
    await open().run(async (context) => {
      at(context, "B2:C4").values = [
        ["a", 1],
        ["b", 2],
        ["c", 3],
      ];
      at(context, "B8").values = [["d"]];
      const region = at(context, "C3").getSurroundingRegion().load("address");
      const edge = at(context, "B2").getRangeEdge("Down").load("address");
      const next = at(context, "B4").getRangeEdge("Down").load("address");
      const end = at(context, "B8").getRangeEdge("Down").load("address");
      const extended = at(context, "B2").getExtendedRange("Right").load("address");
      await context.sync();
      expect([region, edge, next, end, extended].map(({ address }) => address)).toEqual(
        ["B2:C4", "B4", "B8", "B1048576", "B2:C2"].map((address) => `Blad1!${address}`),
      );
    });
  },
);

contract("docs", "Range.getSpecialCells", "cells of a kind; none gives ItemNotFound", range, async () => {
  const { run } = open();
  await run(async (context) => {
    at(context, "A1:C2").formulas = [
      [1, "text", "=A1"],
      ["", "=B1", true],
    ];
    const constants = at(context, "A1:C2").getSpecialCells("Constants", "Numbers").load("address");
    const formulas = at(context, "A1:C2").getSpecialCells("Formulas").load("address");
    const blanks = at(context, "A1:C2").getSpecialCells("Blanks").load("address");
    await context.sync();
    expect([constants.address, formulas.address, blanks.address]).toEqual([
      "Blad1!A1",
      "Blad1!C1,Blad1!B2",
      "Blad1!A2",
    ]);
  });
  expect(
    await codeOf(run, (context) => void at(context, "A1").getSpecialCells("DataValidations").load("address")),
  ).toBe("ItemNotFound");
});

contract(
  "docs",
  "Range.find, Range.replaceAll",
  "one cell means the whole sheet from there on; a match may have to be complete",
  range,
  async () => {
    await open().run(async (context) => {
      at(context, "A1:A3").values = [["Hyra"], ["hyra lokal"], ["El"]];
      const within = at(context, "A1:A3")
        .find("hyra", { completeMatch: false, matchCase: true })
        .load("address");
      const after = at(context, "A1").find("hyra", {}).load("address");
      const none = at(context, "A1:A3").findOrNullObject("vatten", {});
      none.load("address");
      const replaced = at(context, "A1:A3").replaceAll("hyra", "Lokal", {});
      const cells = at(context, "A1:A3").load("values");
      await context.sync();
      expect([within.address, after.address, none.isNullObject, replaced.value]).toEqual([
        "Blad1!A2",
        "Blad1!A2",
        true,
        2,
      ]);
      expect(cells.values).toEqual([["Lokal"], ["Lokal lokal"], ["El"]]);
    });
  },
);

contract(
  "docs",
  "Range.copyFrom",
  "relative references move, a multiple is filled, values and formats can go alone",
  range,
  async () => {
    await open().run(async (context) => {
      at(context, "A1:B1").formulas = [[2, "=A1*10"]];
      at(context, "B2:B3").copyFrom("B1");
      at(context, "D1").copyFrom("A1:B1", "Values", false, true);
      const copies = at(context, "B2:B3").load("formulas");
      const turned = at(context, "D1:D2").load("formulas");
      await context.sync();
      expect(copies.formulas).toEqual([["=A2*10"], ["=A3*10"]]);
      expect(turned.formulas[0]).toEqual([2]);
    });
  },
);

contract(
  "assumed",
  "Range.merge, Range.getMergedAreasOrNullObject",
  "merging keeps the first filled cell's contents",
  "",
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      at(context, "A1:B2").values = [
        ["", "x"],
        ["y", "z"],
      ];
      at(context, "A1:B2").merge();
      const merged = at(context, "A1:C3").getMergedAreasOrNullObject();
      merged.load("address");
      const cells = at(context, "A1:B2").load("values");
      await context.sync();
      expect(merged.address).toBe("Blad1!A1:B2");
      expect(cells.values).toEqual([
        ["x", ""],
        ["", ""],
      ]);
    });
    expect(await codeOf(run, (context) => at(context, "A1:B2").unmerge())).toBe("");
    expect(workbook.sheets[0].merges).toEqual([]);
  },
);

contract(
  "docs",
  "Range.rowHidden, Range.columnHidden, Range.hidden",
  "true, false, or null where they differ",
  range,
  async () => {
    await open().run(async (context) => {
      at(context, "2:2").rowHidden = true;
      const [some, all] = [at(context, "A1:B3"), at(context, "A2:B2")];
      some.load("rowHidden,hidden,columnHidden");
      all.load("rowHidden,hidden");
      await context.sync();
      expect([some.rowHidden, some.hidden, some.columnHidden, all.rowHidden, all.hidden]).toEqual([
        null,
        null,
        false,
        true,
        true,
      ]);
    });
  },
);

contract(
  "docs",
  "Range.group, Range.ungroup",
  "rows are grouped by rows; whole columns by rows are refused",
  range,
  async () => {
    const { run, workbook } = open();
    expect(await codeOf(run, (context) => at(context, "2:4").group("ByRows"))).toBe("");
    expect(workbook.sheets[0].rows[2]?.outlineLevel).toBe(1);
    expect(await codeOf(run, (context) => at(context, "B:C").group("ByRows"))).toBe("InvalidArgument");
  },
);

contract(
  "assumed",
  "RangeFormat.rowHeight, RangeFont.bold, RangeFill.color, RangeFormat.horizontalAlignment",
  "differing formats read as null (fill: empty)",
  "",
  async () => {
    await open().run(async (context) => {
      const cell = at(context, "A1");
      cell.format.font.bold = true;
      cell.format.rowHeight = 30;
      cell.format.fill.color = "#ff0000";
      cell.format.horizontalAlignment = "Center";
      const both = at(context, "A1:A2");
      both.load("format/rowHeight,format/horizontalAlignment,format/font/bold,format/fill/color");
      cell.load("format/rowHeight,format/horizontalAlignment,format/font/bold,format/fill/color");
      await context.sync();
      expect(cell.toJSON().format).toMatchObject({
        rowHeight: 30,
        horizontalAlignment: "Center",
        font: { bold: true },
        fill: { color: "#FF0000" },
      });
      expect(both.toJSON().format).toMatchObject({
        rowHeight: null,
        horizontalAlignment: null,
        font: { bold: null },
        fill: { color: "" },
      });
    });
  },
);

contract(
  "assumed",
  "RangeBorder.style, RangeBorder.weight",
  "a line is seen from the cells on both of its sides",
  "",
  async () => {
    await open().run(async (context) => {
      const bottom = at(context, "A1:B1").format.borders.getItem("EdgeBottom");
      bottom.style = "Continuous";
      bottom.weight = "Medium";
      const top = at(context, "A2:B2").format.borders.getItem("EdgeTop").load("style,weight");
      await context.sync();
      expect([top.style, top.weight]).toEqual(["Continuous", "Medium"]);
    });
  },
);

contract(
  "docs",
  "Range.getCellProperties, Range.setCellProperties, Range.getRowProperties",
  "formats cell by cell",
  range,
  async () => {
    await open().run(async (context) => {
      const cells = at(context, "A1:B1");
      cells.setCellProperties([[{ format: { font: { bold: true }, fill: { color: "#00FF00" } } }, {}]]);
      at(context, "1:1").rowHidden = true;
      const properties = cells.getCellProperties({
        address: true,
        format: { font: { bold: true }, fill: { color: true } },
      });
      const rows = cells.getRowProperties({ rowHidden: true });
      await context.sync();
      expect(properties.value).toEqual([
        [
          { address: "Blad1!A1", format: { font: { bold: true }, fill: { color: "#00FF00" } } },
          { address: "Blad1!B1", format: { font: { bold: false }, fill: { color: "#FFFFFF" } } },
        ],
      ]);
      expect(rows.value).toMatchObject([{ rowHidden: true }]);
    });
  },
);

contract(
  "docs",
  "Range.removeDuplicates",
  "keeps the first of equal rows, moves the rest up",
  range,
  async () => {
    await open().run(async (context) => {
      at(context, "A1:B4").values = [
        ["a", 1],
        ["b", 2],
        ["A", 1],
        ["c", 3],
      ];
      const result = at(context, "A1:B4").removeDuplicates([0, 1], false).load("removed,uniqueRemaining");
      const left = at(context, "A1:B4").load("values");
      await context.sync();
      expect(result.toJSON()).toEqual({ removed: 1, uniqueRemaining: 3 });
      expect(left.values).toEqual([
        ["a", 1],
        ["b", 2],
        ["c", 3],
        ["", ""],
      ]);
    });
  },
);

contract(
  "docs",
  "RangeSort.apply",
  "numbers, texts, truth values, blanks last; keys are counted inside the range",
  "documentation.help/MS-Office-Excel-2003/xltbsTroubleshootSorting1.htm (Microsoft's help)",
  async () => {
    await open().run(async (context) => {
      at(context, "A1:A6").values = [["Rubrik"], ["b"], [2], [""], [true], [1]];
      at(context, "A1:A6").sort.apply([{ key: 0, ascending: true }], false, true);
      const sorted = at(context, "A1:A6").load("values");
      await context.sync();
      expect(sorted.values.flat()).toEqual(["Rubrik", 1, 2, "b", true, ""]);
    });
  },
);

contract(
  "docs",
  "Range.hyperlink",
  "an address or a place in the workbook, with the text shown",
  range,
  async () => {
    await open().run(async (context) => {
      at(context, "A1").hyperlink = {
        address: "https://exempel.se",
        textToDisplay: "Exempel",
        screenTip: "tips",
      };
      const cell = at(context, "A1").load("hyperlink,values");
      await context.sync();
      expect(cell.hyperlink).toMatchObject({
        address: "https://exempel.se",
        screenTip: "tips",
        textToDisplay: "Exempel",
      });
      expect(cell.values).toEqual([["Exempel"]]);
    });
  },
);

contract(
  "docs",
  "Range.getDirectPrecedents, Range.getPrecedents, Range.getDirectDependents, Range.getDependents",
  "sheet by sheet, one step or all the way; none gives ItemNotFound",
  range,
  async () => {
    const { run } = openClient(open().host, () => true);
    await run(async (context) => {
      const other = context.workbook.worksheets.add("Andra");
      other.getRange("A1:A2").formulas = [[1], ["=A1"]];
      at(context, "A1:B1").formulas = [["=Andra!A2+B2", "=A1*2"]];
      const direct = at(context, "A1").getDirectPrecedents();
      direct.load("addresses");
      const all = at(context, "B1").getPrecedents();
      all.areas.load("items/address");
      const above = other.getRange("A1").getDependents();
      above.load("addresses");
      const next = other.getRange("A1").getDirectDependents();
      next.load("addresses");
      await context.sync();
      expect(direct.addresses).toEqual(["Blad1!B2", "Andra!A2"]);
      expect(all.areas.items.map(({ address }) => address)).toEqual(["Blad1!A1,Blad1!B2", "Andra!A1:A2"]);
      expect(above.addresses).toEqual(["Blad1!A1:B1", "Andra!A2"]);
      expect(next.addresses).toEqual(["Andra!A2"]);
      all.areas.items[1].format.fill.color = "yellow";
      await context.sync();
    });
    expect(
      await codeOf(run, (context) => void at(context, "Z9").getDirectPrecedents().load("addresses")),
    ).toBe("ItemNotFound");
  },
);

contract(
  "docs",
  "AutoFilter.apply, AutoFilter.clearColumnCriteria, AutoFilter.remove",
  "by values, by comparison, by the largest and smallest",
  `${api}.autofilter`,
  async () => {
    const { host, workbook } = open();
    const { run } = openClient(host, () => true);
    const hidden = () => [1, 2, 3, 4].map((row) => workbook.sheets[0].rows[row]?.hidden ?? false);
    const filter = (criteria: Excel.FilterCriteria, column = 1) =>
      run(async (context) => {
        context.workbook.worksheets.getItem("Blad1").autoFilter.apply(at(context, "A1:B5"), column, criteria);
        await context.sync();
      });
    await run(async (context) => {
      at(context, "A1:B5").values = [
        ["Post", "Belopp"],
        ["Hyra", 10],
        ["El", 20],
        ["Lön", 30],
        ["Elnät", 40],
      ];
      await context.sync();
    });
    await filter({ filterOn: "TopPercent", criterion1: "50" });
    expect(hidden()).toEqual([true, true, false, false]);
    await filter({ filterOn: "Custom", criterion1: ">=20", criterion2: "<40", operator: "And" });
    expect(hidden()).toEqual([true, false, false, true]);
    await filter({ filterOn: "Custom", criterion1: "=El*" }, 0);
    expect(hidden()).toEqual([true, false, true, true]);
    await run(async (context) => {
      const filtered = context.workbook.worksheets.getItem("Blad1").autoFilter;
      filtered.clearColumnCriteria(1);
      filtered.load("enabled,isDataFiltered,criteria");
      const visible = at(context, "A1:B5").getVisibleView().load("values");
      await context.sync();
      expect([filtered.enabled, filtered.isDataFiltered]).toEqual([true, true]);
      expect(filtered.criteria[0]).toMatchObject({ filterOn: "Custom", criterion1: "=El*" });
      expect(visible.values.map(([post]) => post as unknown)).toEqual(["Post", "El", "Elnät"]);
      filtered.remove();
      await context.sync();
    });
    expect(hidden()).toEqual([false, false, false, false]);
  },
);

contract(
  "assumed",
  "Range.style",
  "a named style's format; the default style takes all formats away",
  "",
  async () => {
    const { run } = open();
    await run(async (context) => {
      at(context, "A1").values = [[0.5]];
      at(context, "A1").style = "Percent";
      const cell = at(context, "A1").load("text,style");
      await context.sync();
      expect([cell.text, cell.style]).toEqual([[["50%"]], "Percent"]);
    });
    expect(await codeOf(run, (context) => void (at(context, "A1").style = "Okänd"))).toBe("InvalidArgument");
  },
);
