import { codeOf, open } from "../workbench/host/open";
import { contract } from "./contract";

const api = "learn.microsoft.com/javascript/api/excel/excel";
const at = (context: Excel.RequestContext, address: string) =>
  context.workbook.worksheets.getItem("Blad1").getRange(address);

async function withTable() {
  const opened = open();
  await opened.run(async (context) => {
    at(context, "A1:C3").values = [
      ["Post", "Utfall", "Budget"],
      ["Hyra", 10, 12],
      ["El", 5, 4],
    ];
    context.workbook.tables.add("Blad1!A1:C3", true).name = "Drift";
    await context.sync();
  });
  const table = (context: Excel.RequestContext) => context.workbook.tables.getItem("Drift");
  return { ...opened, table, model: opened.workbook.sheets[0].tables[0] };
}

contract(
  "docs",
  "TableCollection.add",
  "a table can't overlap another table or merged cells",
  `${api}.errorcodes`,
  async () => {
    const { run } = await withTable();
    expect(await codeOf(run, (context) => void context.workbook.tables.add("Blad1!C3:D5", true))).toBe(
      "MergedRangeConflict",
    );
    expect(
      await codeOf(run, (context) => {
        at(context, "F1:G1").merge();
        context.workbook.tables.add("Blad1!F1:G3", true);
      }),
    ).toBe("MergedRangeConflict");
  },
);

contract(
  "docs",
  "TableCollection.add",
  "without headers a header row is put in, and the rest moves down",
  `${api}.tablecollection#excel-excel-tablecollection-add-member(1)`,
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      at(context, "A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
      context.workbook.worksheets.getItem("Blad1").tables.add("A1:B2", false);
      await context.sync();
    });
    const [sheet] = workbook.sheets;
    expect(sheet.tables[0].area).toEqual({ row: 0, column: 0, rowCount: 3, columnCount: 2 });
    expect([sheet.value(0, 0), sheet.value(0, 1), sheet.value(1, 0)]).toEqual(["Column1", "Column2", 1]);
  },
);

contract(
  "issue",
  "TableCollection.add",
  "a header row alone gets a row of its own below",
  "github.com/OfficeDev/office-js/issues/1197",
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      at(context, "A1:A2").values = [["Post"], ["under"]];
      context.workbook.worksheets.getItem("Blad1").tables.add("A1:A1", true);
      await context.sync();
    });
    expect(workbook.sheets[0].tables[0].area.rowCount).toBe(2);
    expect(workbook.sheets[0].value(2, 0)).toBe("under");
  },
);

contract(
  "assumed",
  "TableCollection.add, TableColumn.name",
  "headers become texts unlike each other; a blank one gets a name",
  "",
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      at(context, "A1:D1").values = [["Utfall", "Utfall", "", 2023]];
      context.workbook.worksheets.getItem("Blad1").tables.add("A1:D2", true);
      await context.sync();
    });
    expect(workbook.sheets[0].tables[0].columns.map(({ name }) => name)).toEqual([
      "Utfall",
      "Utfall2",
      "Column3",
      "2023",
    ]);
  },
);

contract(
  "docs",
  "Table.name",
  "rules for names: no spaces, no cell address, begins with a letter, none that is taken",
  "support.microsoft.com/office/rename-an-excel-table-fbf49a4f-82a3-43eb-8ba2-44d21233b114",
  async () => {
    const { run, table } = await withTable();
    for (const name of ["Två ord", "A1", "1a", "", "R", "C"]) {
      expect([name, await codeOf(run, (context) => void (table(context).name = name))]).toEqual([
        name,
        "InvalidArgument",
      ]);
    }
    expect(await codeOf(run, (context) => void context.workbook.names.add("Taget", at(context, "F1")))).toBe(
      "",
    );
    expect(await codeOf(run, (context) => void (table(context).name = "taget"))).toBe("ItemAlreadyExists");
  },
);

contract(
  "assumed",
  "Table.name, TableColumn.name",
  "structured references follow a table's and a column's new name",
  "",
  async () => {
    const { run, table, workbook } = await withTable();
    await run(async (context) => {
      at(context, "E1:E3").formulas = [
        ["=SUM(Drift[Utfall])"],
        ["=ROWS(Drift)"],
        ["=SUM(Drift[[Utfall]:[Budget]])"],
      ];
      await context.sync();
      table(context).columns.getItem("Utfall").name = "Utfall (tkr)";
      table(context).name = "Tabell_1";
      await context.sync();
    });
    expect([0, 1, 2].map((row) => workbook.sheets[0].formula(row, 4)?.text)).toEqual([
      "=SUM(Tabell_1[Utfall (tkr)])",
      "=ROWS(Tabell_1)",
      "=SUM(Tabell_1[[Utfall (tkr)]:[Budget]])",
    ]);
    expect(workbook.sheets[0].value(0, 1)).toBe("Utfall (tkr)");
  },
);

contract(
  "docs",
  "Range.values",
  "writing right below a table makes the cells its rows",
  "learn.microsoft.com/office/dev/add-ins/excel/co-authoring-in-excel-add-ins#avoid-table-row-coauthoring-conflicts",
  async () => {
    const { run, model } = await withTable();
    await run(async (context) => {
      at(context, "A4:C5").values = [
        ["Vatten", 1, 1],
        ["Sopor", 2, 2],
      ];
      await context.sync();
    });
    expect(model.area.rowCount).toBe(5);
  },
);

contract(
  "docs",
  "TableRowCollection.add, TableRow.values",
  "rows go last or before a row, and what stands below moves down",
  `${api}.tablerowcollection#excel-excel-tablerowcollection-add-member(1)`,
  async () => {
    const { run, table, model, workbook } = await withTable();
    await run(async (context) => {
      at(context, "A5").values = [["under"]];
      const added = table(context)
        .rows.add(undefined, [
          ["Vatten", 1, 1],
          ["Sopor", 2, 2],
        ])
        .load("index");
      table(context).rows.add(0, [["Först", 0, 0]]);
      const count = table(context).rows.getCount();
      await context.sync();
      expect([added.index, count.value]).toEqual([2, 5]);
    });
    expect(model.area.rowCount).toBe(6);
    expect(workbook.sheets[0].value(1, 0)).toBe("Först");
    expect(workbook.sheets[0].value(7, 0)).toBe("under");
    expect(await codeOf(run, (context) => void table(context).rows.add(undefined, [["för", "få"]]))).toBe(
      "InvalidArgument",
    );
  },
);

contract(
  "assumed",
  "TableColumnCollection.add, TableColumn.delete",
  "a column with its header and values; gone, references to it are #REF!",
  "",
  async () => {
    const { run, table, workbook } = await withTable();
    await run(async (context) => {
      at(context, "F1").formulas = [["=SUM(Drift[Budget])"]];
      table(context).columns.add(undefined, [["Avvikelse"], [2], [-1]]);
      table(context).columns.add(1, undefined, "Ny");
      const columns = table(context).columns.load("items/name,items/index");
      await context.sync();
      expect(columns.items.map(({ name, index }) => [name, index])).toEqual([
        ["Post", 0],
        ["Ny", 1],
        ["Utfall", 2],
        ["Budget", 3],
        ["Avvikelse", 4],
      ]);
      table(context).columns.getItem("Budget").delete();
      await context.sync();
    });
    const [sheet] = workbook.sheets;
    expect(sheet.rows[0]?.formulas?.find(Boolean)?.text).toBe("=SUM(#REF!)");
  },
);

contract(
  "assumed",
  "Table.showTotals",
  "the totals row says Total and sums the last column",
  "",
  async () => {
    const { run, table, model, workbook } = await withTable();
    await run(async (context) => {
      table(context).showTotals = true;
      await context.sync();
    });
    expect(model.area.rowCount).toBe(4);
    expect(workbook.sheets[0].value(3, 0)).toBe("Total");
    expect(workbook.sheets[0].formula(3, 2)?.text).toBe("=SUBTOTAL(109,[Budget])");
  },
);

contract(
  "docs",
  "Table.resize",
  "the header row stays in its row and the areas overlap",
  `${api}.table#excel-excel-table-resize-member(1)`,
  async () => {
    const { run, table, model } = await withTable();
    expect(await codeOf(run, (context) => table(context).resize("A1:B9"))).toBe("");
    expect(model.area).toMatchObject({ rowCount: 9, columnCount: 2 });
    expect(await codeOf(run, (context) => table(context).resize("A2:B9"))).toBe("InvalidArgument");
    expect(await codeOf(run, (context) => table(context).resize("E1:F9"))).toBe("InvalidArgument");
  },
);

contract(
  "assumed",
  "Table.convertToRange, Table.delete",
  "all data stays; structured references become ordinary ones",
  "",
  async () => {
    const { run, table, workbook } = await withTable();
    await run(async (context) => {
      at(context, "E1").formulas = [["=SUM(Drift[Utfall])"]];
      const range = table(context).convertToRange().load("address");
      await context.sync();
      expect(range.address).toBe("Blad1!A1:C3");
    });
    expect(workbook.sheets[0].formula(0, 4)?.text).toBe("=SUM($B$2:$B$3)");
    expect(workbook.sheets[0].value(1, 1)).toBe(10);
  },
);

contract(
  "assumed",
  "Range.insert",
  "rows put in inside a table belong to it, with its calculated columns",
  "",
  async () => {
    const { run, model, workbook } = await withTable();
    model.columns[2].calculatedFormula = "=[@Utfall]*2";
    await run(async (context) => {
      at(context, "3:3").insert("Down");
      await context.sync();
    });
    expect(model.area.rowCount).toBe(4);
    expect(workbook.sheets[0].formula(2, 2)?.text).toBe("=[@Utfall]*2");
  },
);

contract(
  "docs",
  "Filter.applyValuesFilter, Table.clearFilters",
  "hides the rows left out, and shows them again",
  `${api}.filter`,
  async () => {
    const { run, table, workbook } = await withTable();
    await run(async (context) => {
      table(context).columns.getItem("Post").filter.applyValuesFilter(["Hyra"]);
      await context.sync();
    });
    expect([1, 2].map((row) => workbook.sheets[0].rows[row]?.hidden ?? false)).toEqual([false, true]);
    await run(async (context) => {
      table(context).clearFilters();
      await context.sync();
    });
    expect(workbook.sheets[0].rows[2]?.hidden).toBe(false);
  },
);
