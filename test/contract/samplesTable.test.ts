import { createCalculator } from "../../src/workbench/calc";
import { createHost } from "../../src/workbench/host";
import { openClient } from "../../src/workbench/host/node";
import { Workbook } from "../../src/workbench/model/workbook";
import { codeOf } from "../workbench/host/open";
import { contract } from "./contract";

/** The calls that Microsoft's own table samples make, with figures of ours. */
const samples = "github.com/OfficeDev/office-js-snippets/tree/main/samples/excel/46-table";

async function withTable() {
  const workbook = new Workbook();
  workbook.addSheet("Blad1");
  const client = openClient(
    createHost(workbook, { calculator: await createCalculator(workbook) }),
    () => true,
  );
  await client.run(async (context) => {
    context.workbook.worksheets.getItemOrNullObject("Kostnader").delete();
    const sheet = context.workbook.worksheets.add("Kostnader");
    const table = sheet.tables.add("A1:D1", true);
    table.name = "Kostnader";
    table.getHeaderRowRange().values = [["Datum", "Leverantör", "Slag", "Belopp"]];
    table.rows.add(undefined, [
      ["2024-01-01", "Telia", "Telefoni", "120"],
      ["2024-01-02", "Nordic Care", "Placering", "142.33"],
      ["2024-01-05", "Nordic Care", "Placering", "27.9"],
      ["2024-01-10", "Taxi Syd", "Resor", "33"],
      ["2024-01-11", "Bellows", "Utbildning", "350.1"],
      ["2024-01-15", "Taxi Syd", "Resor", "135"],
    ]);
    sheet.getUsedRange().format.autofitColumns();
    sheet.getUsedRange().format.autofitRows();
    sheet.activate();
    await context.sync();
  });
  const at = <T>(batch: (table: Excel.Table, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
    client.run((context) =>
      batch(context.workbook.worksheets.getItem("Kostnader").tables.getItem("Kostnader"), context),
    );
  return { workbook, run: client.run, at };
}

contract(
  "docs",
  "TableRowCollection.add, TableColumnCollection.add, TableRow.values, TableColumn.getDataBodyRange",
  "rows and columns, plain and calculated, are added",
  `${samples}/add-rows-and-columns-to-a-table.yaml`,
  async () => {
    const { at } = await withTable();
    await at(async (table, context) => {
      table.rows.add(0, [["2024-01-16", "Årets taxi", "Resor", 72]]);
      table.columns.add(undefined, [
        ["Med moms"],
        ...Array.from({ length: 7 }, () => ["=[@Belopp]*1.25"]),
      ] as string[][]);
      table.columns.add(undefined, [["Dag"], ...Array.from({ length: 7 }, () => ['=TEXT([@Datum],"dddd")'])]);
      const first = table.rows.getItemAt(0).load("values");
      const names = table.columns.load("items/name");
      const formulas = table.columns.getItem("Med moms").getDataBodyRange().load("formulas,values");
      await context.sync();
      expect(names.items.map(({ name }) => name)).toEqual([
        "Datum",
        "Leverantör",
        "Slag",
        "Belopp",
        "Med moms",
        "Dag",
      ]);
      expect(first.values[0].slice(1)).toEqual(["Årets taxi", "Resor", 72, 90, "Tuesday"]);
      expect(formulas.formulas[0]).toEqual(["=[@Belopp]*1.25"]);
    });
  },
);

contract(
  "docs",
  "Filter.applyValuesFilter, Filter.applyDynamicFilter, Table.clearFilters, Range.getVisibleView, RangeView.rows, AutoFilter.criteria, AutoFilter.isDataFiltered",
  "values and averages filter the rows; the visible ones are read as a view",
  `${samples}/filter-data.yaml`,
  async () => {
    const { at } = await withTable();
    await at(async (table, context) => {
      table.columns.getItem("Slag").filter.applyValuesFilter(["Resor", "Telefoni"]);
      const view = table.getRange().getVisibleView().load("values,rowCount");
      view.rows.load("items/values");
      table.autoFilter.load("criteria,isDataFiltered");
      await context.sync();
      expect(view.values.map((row: unknown[]) => row[1])).toEqual([
        "Leverantör",
        "Telia",
        "Taxi Syd",
        "Taxi Syd",
      ]);
      expect(view.rows.items[1].values[0][1]).toBe("Telia");
      expect([table.autoFilter.isDataFiltered, view.rowCount]).toEqual([true, 4]);
      table.clearFilters();
      table.columns.getItem("Belopp").filter.applyDynamicFilter("AboveAverage");
      const above = table.getRange().getVisibleView().load("values");
      await context.sync();
      expect(above.values.map((row: unknown[]) => row[3])).toEqual(["Belopp", 142.33, 350.1, 135]);
      table.columns.getItem("Belopp").filter.clear();
      table.columns.getItem("Datum").filter.apply({
        filterOn: "Custom",
        criterion1: ">=2024-01-10",
      });
      table.reapplyFilters();
      table.clearFilters();
      const all = table.getRange().getVisibleView().load("rowCount");
      await context.sync();
      expect(all.rowCount).toBe(7);
    });
  },
);

contract(
  "docs",
  "TableSort.apply, TableSort.reapply, TableSort.clear, TableSort.fields, RangeSort.apply",
  "by one column and by several, told and forgotten",
  `${samples}/sort-data.yaml`,
  async () => {
    const { at } = await withTable();
    await at(async (table, context) => {
      table.sort.apply(
        [
          { key: 1, ascending: true },
          { key: 3, ascending: false },
        ],
        true,
      );
      table.sort.load("fields,matchCase,method");
      const body = table.getDataBodyRange().load("values");
      await context.sync();
      expect(body.values.map(([, name, , amount]) => [name, amount])).toEqual([
        ["Bellows", 350.1],
        ["Nordic Care", 142.33],
        ["Nordic Care", 27.9],
        ["Taxi Syd", 135],
        ["Taxi Syd", 33],
        ["Telia", 120],
      ]);
      expect(table.sort.fields).toMatchObject([
        { key: 1, ascending: true },
        { key: 3, ascending: false },
      ]);
      table.sort.clear();
      table.sort.load("fields");
      table
        .getDataBodyRange()
        .sort.apply([{ key: 3, ascending: true, sortOn: "Value" }], false, false, "Rows");
      const sorted = table.columns.getItem("Belopp").getDataBodyRange().load("values");
      await context.sync();
      expect(table.sort.fields).toEqual([]);
      expect(sorted.values.flat()).toEqual([27.9, 33, 120, 135, 142.33, 350.1]);
    });
  },
);

contract(
  "docs",
  "TableCollection.add, Table.convertToRange, Table.getHeaderRowRange, Table.getRange",
  "a range becomes a table and a table a range",
  `${samples}/convert-range-to-table.yaml`,
  async () => {
    const { run, at } = await withTable();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Blad1");
      sheet.getRange("A1:C3").values = [
        ["Enhet", "Kv1", "Kv2"],
        ["Natt", 5000, 7000],
        ["Dag", 400, 323],
      ];
      const made = sheet.tables.add("A1:C3", true);
      made.name = "Kvartal";
      made.style = "TableStyleLight9";
      made.load("name,style,showTotals,id");
      await context.sync();
      expect([made.name, made.style, made.showTotals]).toEqual(["Kvartal", "TableStyleLight9", false]);
    });
    await at(async (table, context) => {
      const range = table.convertToRange().load("address");
      await context.sync();
      expect(range.address).toBe("Kostnader!A1:D7");
    });
    expect(
      await codeOf(run, (context) => void context.workbook.tables.getItem("Kostnader").load("name")),
    ).toBe("ItemNotFound");
  },
);

contract(
  "docs",
  "Table.getDataBodyRange, TableColumn.getDataBodyRange, TableColumn.values, TableRowCollection.getItemAt, Table.getTotalRowRange",
  "header, body, a column and a row are read; totals when shown",
  `${samples}/get-data-from-table.yaml`,
  async () => {
    const { at } = await withTable();
    await at(async (table, context) => {
      table.showTotals = true;
      const header = table.getHeaderRowRange().load("values");
      const column = table.columns.getItem("Leverantör").getDataBodyRange().load("values");
      const row = table.rows.getItemAt(1).load("values,index");
      const total = table.getTotalRowRange().load("address,values,formulas");
      await context.sync();
      expect(header.values).toEqual([["Datum", "Leverantör", "Slag", "Belopp"]]);
      expect(column.values.flat()[4]).toBe("Bellows");
      expect([row.index, row.values[0][1]]).toEqual([1, "Nordic Care"]);
      expect([total.address, total.formulas[0][3]]).toEqual(["Kostnader!A8:D8", "=SUBTOTAL(109,[Belopp])"]);
      expect(total.values[0][3]).toBeCloseTo(808.33, 9);
    });
  },
);

contract(
  "docs",
  "Table.resize, TableColumn.delete, TableRow.delete, TableRowCollection.deleteRowsAt, TableCollection.getItemAt, TableCollection.count",
  "smaller and larger, without a column, without a row",
  `${samples}/resize-table.yaml`,
  async () => {
    const { at } = await withTable();
    await at(async (table, context) => {
      table.resize("A1:D5");
      table.columns.getItemAt(2).delete();
      table.rows.getItemAt(0).delete();
      table.rows.deleteRowsAt(0, 1);
      table.load("rows/count,columns/count");
      const left = table.getDataBodyRange().load("values");
      await context.sync();
      expect([table.rows.count, table.columns.count]).toEqual([2, 3]);
      expect(left.values.map(([, name]) => name)).toEqual(["Nordic Care", "Taxi Syd"]);
    });
  },
);

contract(
  "docs",
  "Table.getRange, Table.style, Table.showBandedColumns, Table.showBandedRows, Table.highlightFirstColumn, Table.showFilterButton",
  "parts of a table formatted, its style and bands changed",
  `${samples}/formatting.yaml`,
  async () => {
    const { at } = await withTable();
    await at(async (table, context) => {
      table.getHeaderRowRange().format.fill.color = "#C70039";
      table.getDataBodyRange().format.fill.color = "#DAF7A6";
      table.rows.getItemAt(1).getRange().format.fill.color = "#FFC300";
      table.columns.getItemAt(0).getDataBodyRange().format.fill.color = "#FFA07A";
      table.columns.getItem("Belopp").getRange().numberFormat = [["$#,##0.00"]];
      Object.assign(table, {
        style: "TableStyleMedium6",
        showBandedColumns: true,
        showBandedRows: false,
        highlightFirstColumn: true,
        showFilterButton: false,
      });
      table.load("style,showBandedColumns,showBandedRows,highlightFirstColumn,showFilterButton");
      const amount = table.columns.getItem("Belopp").getDataBodyRange().load("text");
      const cell = table.getDataBodyRange().getCell(1, 1);
      cell.format.fill.load("color");
      await context.sync();
      expect(table.toJSON()).toMatchObject({
        style: "TableStyleMedium6",
        showBandedColumns: true,
        showBandedRows: false,
        highlightFirstColumn: true,
        showFilterButton: false,
      });
      expect([amount.text[0], cell.format.fill.color]).toEqual([["$120.00"], "#FFC300"]);
    });
  },
);

contract(
  "docs",
  "Workbook.tableStyles, TableStyleCollection.add, TableStyleCollection.setDefault, TableStyle.duplicate, TableStyle.delete",
  "styles are added, copied, made the default and deleted; Excel's own stay",
  "learn.microsoft.com/javascript/api/excel/excel.tablestylecollection",
  async () => {
    const { run } = await withTable();
    await run(async (context) => {
      const styles = context.workbook.tableStyles;
      styles.add("Kommunens", true);
      styles.setDefault("Kommunens");
      const standard = styles.getDefault().load("name,readOnly");
      const own = styles.getItem("TableStyleMedium2").load("name,readOnly");
      const none = styles.getItemOrNullObject("Saknas");
      await context.sync();
      expect([standard.name, standard.readOnly, own.readOnly, none.isNullObject]).toEqual([
        "Kommunens",
        false,
        true,
        true,
      ]);
    });
    expect(
      await codeOf(run, (context) => context.workbook.tableStyles.getItem("TableStyleMedium2").delete()),
    ).toBe("AccessDenied");
  },
);

contract(
  "docs",
  "TableRowCollection.deleteRows, TableRowCollection.deleteRowsAt, TableRowCollection.add",
  "several rows at once, by number and by place",
  `${samples}/manage-table-rows.yaml`,
  async () => {
    const { at } = await withTable();
    await at(async (table, context) => {
      table.rows.deleteRows([0, 2]);
      table.rows.load("count");
      const names = table.columns.getItem("Leverantör").getDataBodyRange().load("values");
      await context.sync();
      expect([table.rows.count, names.values.flat()]).toEqual([
        4,
        ["Nordic Care", "Taxi Syd", "Bellows", "Taxi Syd"],
      ]);
    });
  },
);
