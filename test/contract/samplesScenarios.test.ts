import { createCalculator } from "../../src/workbench/calc";
import { createHost } from "../../src/workbench/host";
import { openClient } from "../../src/workbench/host/node";
import { Workbook } from "../../src/workbench/model/workbook";
import { contract } from "./contract";

/** The calls of Microsoft's samples of whole tasks, with figures of ours. */
const samples = "github.com/OfficeDev/office-js-snippets/tree/main/samples/excel";

async function calculating() {
  const workbook = new Workbook();
  workbook.addSheet("Blad1");
  const calculator = await createCalculator(workbook);
  const client = openClient(createHost(workbook, { calculator }), () => true);
  return { workbook, run: client.run };
}

contract(
  "docs",
  "Range.values, RangeFormat.columnWidth, RangeBorderCollection.getItem, RangeFormat.borders, RangeFormat.autofitColumns, TableSort.apply, ChartCollection.add, Range.getBoundingRect, Range.getLastRow",
  "a report is built: title, header, rows, totals, table, chart",
  `${samples}/20-scenarios/report-generation.yaml`,
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      context.workbook.worksheets.getItemOrNullObject("Rapport").delete();
      const sheet = context.workbook.worksheets.add("Rapport");
      const title = sheet.getCell(0, 0);
      title.values = [["Nettokostnad per enhet"]];
      title.format.font.name = "Century";
      title.format.font.size = 26;
      const names = ["Enhet", "Kv1", "Kv2", "Kv3", "Kv4"];
      const header = sheet.getRange("B2:F2");
      header.values = [names];
      header.format.fill.color = "#4472C4";
      header.format.font.color = "white";
      const data = [
        ["Natt", 5000, 7000, 6544, 4377],
        ["Dag", 400, 323, 276, 651],
        ["Kväll", 12000, 8766, 8456, 9812],
      ];
      sheet.getRange("B3").getResizedRange(data.length - 1, names.length - 1).values = data;
      const body = sheet.getRange("B3:F5");
      sheet.getRange("C3:F6").numberFormat = [["#,##0"]];
      const totals = header.getOffsetRange(4, 0);
      totals.formulas = [["Summa", ...["C", "D", "E", "F"].map((column) => `=SUM(${column}3:${column}5)`)]];
      totals.format.font.bold = true;
      totals.format.borders.getItem("EdgeTop").style = "Double";
      for (const side of ["InsideHorizontal", "InsideVertical", "EdgeBottom"] as const)
        body.format.borders.getItem(side).style = "Continuous";
      body.sort.apply([{ key: 1, ascending: false }], false, false, "Rows");
      header.getBoundingRect(totals).format.autofitColumns();
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("B2:F5"), "Columns");
      chart.title.text = "Nettokostnad per kvartal";
      chart.legend.position = "Right";
      chart.legend.format.fill.setSolidColor("white");
      chart.dataLabels.format.font.size = 15;
      chart.dataLabels.format.font.color = "black";
      chart.series.getItemAt(0).points.getItemAt(0).format.fill.setSolidColor("pink");
      chart.series.getItemAt(0).points.getItemAt(1).format.fill.setSolidColor("indigo");
      chart.setPosition("B8", "F22");
      sheet.activate();
      await context.sync();
      const shown = header.getBoundingRect(totals).load("text,values");
      const last = sheet.getUsedRange().getLastRow().load("address");
      const border = totals.format.borders.getItem("EdgeTop").load("style");
      await context.sync();
      expect(shown.text.map(([unit, first]) => [unit, first])).toEqual([
        ["Enhet", "Kv1"],
        ["Kväll", "12,000"],
        ["Natt", "5,000"],
        ["Dag", "400"],
        ["Summa", "17,400"],
      ]);
      expect([last.address, border.style]).toEqual(["Rapport!A6:F6", "Continuous"]);
    });
  },
);

contract(
  "docs",
  "Workbook.getActiveCell, Workbook.getSelectedRange, Range.select, Range.getUsedRangeOrNullObject, Worksheet.getUsedRangeOrNullObject",
  "the active cell, what is selected, and whether anything is used",
  `${samples}/42-range/selected-range.yaml`,
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Blad1");
      const none = sheet.getUsedRangeOrNullObject(true);
      sheet.getRange("B2:E6").select();
      const [cell, selected] = [context.workbook.getActiveCell(), context.workbook.getSelectedRange()];
      cell.load("address");
      selected.load("address,cellCount,isEntireRow");
      await context.sync();
      expect([none.isNullObject, cell.address, selected.address, selected.cellCount]).toEqual([
        true,
        "Blad1!B2",
        "Blad1!B2:E6",
        20,
      ]);
    });
  },
);

contract(
  "docs",
  "Range.values, Range.numberFormat, Range.text",
  "dates as serial numbers with a format of their own",
  `${samples}/42-range/set-get-values.yaml`,
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      const range = context.workbook.worksheets.getItem("Blad1").getRange("A1:A2");
      range.values = [[45292], ["2024-03-01"]];
      range.numberFormat = [["[$-409]m/d/yy h:mm AM/PM;@"], ["yyyy-mm-dd"]];
      range.load("values,text,valueTypes");
      await context.sync();
      expect(range.values).toEqual([[45292], [45352]]);
      expect(range.text).toEqual([["1/1/24 12:00 AM"], ["2024-03-01"]]);
      expect(range.valueTypes.flat()).toEqual(["Double", "Double"]);
    });
  },
);

contract(
  "docs",
  "TableCollection.add, Table.getHeaderRowRange, TableRowCollection.add, Range.formulas",
  "rows of objects become a table, objects in one write",
  `${samples}/46-table/import-json-data.yaml`,
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.add("Import");
      const rows = [
        { datum: "2024-01-01", motpart: "Taxi Syd", slag: "Resor", belopp: "120" },
        { datum: "2024-01-05", motpart: "Nordic Care", slag: "Placering", belopp: "142" },
      ];
      const table = sheet.tables.add("A1:D1", true);
      table.name = "Importerat";
      table.getHeaderRowRange().values = [["Datum", "Motpart", "Slag", "Belopp"]];
      table.rows.add(
        undefined,
        rows.map((row) => [row.datum, row.motpart, row.slag, row.belopp]),
      );
      sheet.getRange("F1").formulas = [["=SUM(Importerat[Belopp])"]];
      const sum = sheet.getRange("F1").load("values");
      const body = table.getDataBodyRange().load("values");
      await context.sync();
      expect(body.values[1]).toEqual([45296, "Nordic Care", "Placering", 142]);
      expect(sum.values).toEqual([[262]]);
    });
  },
);

contract(
  "docs",
  "Worksheet.getRange, Range.format, ConditionalFormatCollection.add, Range.set",
  "several properties of an object are set in one go, from plain data or from another object",
  `${samples}/01-basics/multiple-property-set.yaml`,
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Blad1");
      const source = sheet.getRange("B2:E2");
      source.set({
        format: {
          fill: { color: "#4472C4" },
          font: { name: "Verdana", color: "white" },
        },
      });
      source.format.autofitColumns();
      source.load("format/fill/color,format/font/name,format/font/color");
      await context.sync();
      const target = sheet.getRange("B7:E7");
      target.set(source);
      target.format.fill.load("color");
      target.format.font.load("name,color");
      await context.sync();
      expect([target.format.fill.color, target.format.font.name, target.format.font.color]).toEqual([
        "#4472C4",
        "Verdana",
        "#FFFFFF",
      ]);
    });
  },
);
