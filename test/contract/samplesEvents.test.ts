import { createCalculator } from "../../src/workbench/calc";
import { createHost } from "../../src/workbench/host";
import { openClient } from "../../src/workbench/host/node";
import { Workbook } from "../../src/workbench/model/workbook";
import { contract } from "./contract";

/** The calls that Microsoft's own event samples make. Events come after the answer, in their own time. */
const samples = "github.com/OfficeDev/office-js-snippets/tree/main/samples/excel/30-events";
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

async function listening(
  listen: (context: Excel.RequestContext, note: (what: string) => (event: object) => Promise<void>) => void,
) {
  const workbook = new Workbook();
  workbook.addSheet("Blad1");
  const client = openClient(
    createHost(workbook, { calculator: await createCalculator(workbook) }),
    () => true,
  );
  const heard: { what: string; event: Record<string, unknown> }[] = [];
  const note = (what: string) => async (event: object) => {
    heard.push({ what, event: event as Record<string, unknown> });
  };
  await client.run(async (context) => {
    listen(context, note);
    await context.sync();
  });
  const act = async (
    batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void | Promise<void>,
  ) => {
    await client.run(async (context) => {
      await batch(context.workbook.worksheets.getItem("Blad1"), context);
      await context.sync();
    });
    await settled();
    return heard.splice(0);
  };
  return { workbook, act };
}

contract(
  "docs",
  "Worksheet.onFormulaChanged, WorksheetCollection.onFormulaChanged",
  "each changed formula with the one before; new formulas and values alone are not told",
  `${samples}/events-formula-changed.yaml`,
  async () => {
    const { act } = await listening((context, note) => {
      context.workbook.worksheets.getItem("Blad1").onFormulaChanged.add(note("formula"));
    });
    expect(
      await act((sheet) => {
        sheet.getRange("A1:B1").values = [["=1+1", 5]];
      }),
    ).toEqual([]);
    expect(
      await act((sheet) => {
        sheet.getRange("A1:B1").formulas = [["=2+2", "=A1"]];
        sheet.getRange("A1").values = [[7]];
      }),
    ).toMatchObject([
      {
        event: {
          type: "WorksheetFormulaChanged",
          source: "Local",
          formulaDetails: [{ cellAddress: "A1", previousFormula: "=1+1" }],
        },
      },
      { event: { formulaDetails: [{ cellAddress: "A1", previousFormula: "=2+2" }] } },
    ]);
    expect(
      await act((sheet) => {
        sheet.getRange("C1").values = [[1]];
      }),
    ).toEqual([]);
  },
);

contract(
  "docs",
  "Worksheet.onRowHiddenChanged, WorksheetCollection.onRowHiddenChanged",
  "rows hidden by hand or by a filter, and shown again",
  "learn.microsoft.com/javascript/api/excel/excel.worksheetrowhiddenchangedeventargs",
  async () => {
    const { act } = await listening((context, note) => {
      context.workbook.worksheets.onRowHiddenChanged.add(note("rows"));
    });
    const told = (heard: { event: Record<string, unknown> }[]) =>
      heard.map(({ event: { address, changeType } }) => [address, changeType]);
    expect(
      told(
        await act((sheet) => {
          sheet.getRange("3:4").rowHidden = true;
        }),
      ),
    ).toEqual([["3:4", "Hidden"]]);
    expect(
      told(
        await act((sheet) => {
          sheet.getRange("1:10").rowHidden = false;
        }),
      ),
    ).toEqual([["3:4", "Unhidden"]]);
    expect(
      told(
        await act((sheet) => {
          sheet.getRange("A1:A4").values = [["Slag"], ["a"], ["b"], ["a"]];
          sheet.autoFilter.apply("A1:A4", 0, { filterOn: "Values", values: ["a"] });
        }),
      ),
    ).toEqual([["3:3", "Hidden"]]);
  },
);

contract(
  "docs",
  "Worksheet.onRowSorted, Worksheet.onColumnSorted, WorksheetCollection.onRowSorted",
  "sorted from top to bottom, and from left to right",
  `${samples}/event-column-and-row-sort.yaml`,
  async () => {
    const { act } = await listening((context, note) => {
      const sheet = context.workbook.worksheets.getItem("Blad1");
      sheet.onRowSorted.add(note("row"));
      sheet.onColumnSorted.add(note("column"));
    });
    await act((sheet) => {
      sheet.getRange("A1:B2").values = [
        [2, 1],
        [1, 3],
      ];
    });
    expect(
      await act((sheet) => {
        sheet.getRange("A1:B2").sort.apply([{ key: 0, ascending: true }]);
      }),
    ).toMatchObject([{ what: "row", event: { address: "A1:B2", type: "WorksheetRowSorted" } }]);
    expect(
      await act((sheet) => {
        sheet.getRange("A1:B2").sort.apply([{ key: 0, ascending: true }], false, false, "Columns");
      }),
    ).toMatchObject([{ what: "column", event: { address: "A1:B2" } }]);
  },
);

contract(
  "docs",
  "ChartCollection.onAdded, ChartCollection.onDeleted, ChartCollection.onActivated, ChartCollection.onDeactivated, Chart.onActivated, Chart.onDeactivated",
  "charts added, selected, left and deleted",
  `${samples}/events-chartcollection-added-activated.yaml`,
  async () => {
    const { act, workbook } = await listening((context, note) => {
      const { charts } = context.workbook.worksheets.getItem("Blad1");
      charts.onAdded.add(note("added"));
      charts.onActivated.add(note("activated"));
      charts.onDeactivated.add(note("deactivated"));
      charts.onDeleted.add(note("deleted"));
    });
    const added = await act((sheet) => {
      sheet.getRange("A1:B2").values = [
        ["a", 1],
        ["b", 2],
      ];
      sheet.charts.add("Pie", sheet.getRange("A1:B2")).name = "Ett";
      sheet.charts.add("Line", sheet.getRange("A1:B2")).name = "Två";
    });
    const [first, second] = workbook.sheets[0].charts;
    expect(added).toMatchObject([
      { what: "added", event: { chartId: first.id, type: "ChartAdded", source: "Local" } },
      { what: "added", event: { chartId: second.id } },
    ]);
    expect(
      await act(async (sheet, context) => {
        sheet.charts.getItem("Ett").activate();
        sheet.charts.getItem("Två").activate();
        await context.sync();
        sheet.charts.getItem("Två").delete();
      }),
    ).toMatchObject([
      { what: "activated", event: { chartId: first.id } },
      { what: "deactivated", event: { chartId: first.id } },
      { what: "activated", event: { chartId: second.id } },
      { what: "deleted", event: { chartId: second.id } },
    ]);
    const one = await listening(() => undefined);
    const heard: unknown[] = [];
    await one.act(async (sheet, context) => {
      sheet.getRange("A1:A2").values = [[1], [2]];
      const chart = sheet.charts.add("Line", sheet.getRange("A1:A2"));
      chart.load("id");
      await context.sync();
      chart.onActivated.add(async (event) => void heard.push(event.chartId));
      await context.sync();
      chart.activate();
    });
    expect(heard).toEqual([one.workbook.sheets[0].charts[0].id]);
  },
);

contract(
  "docs",
  "CommentCollection.onAdded, CommentCollection.onChanged, CommentCollection.onDeleted",
  "comments made, changed, answered, resolved and deleted",
  `${samples}/events-comment-event-handler.yaml`,
  async () => {
    const { act, workbook } = await listening((context, note) => {
      const { comments } = context.workbook.worksheets.getItem("Blad1");
      comments.onAdded.add(note("added"));
      comments.onChanged.add(note("changed"));
      comments.onDeleted.add(note("deleted"));
    });
    await act((sheet, context) => {
      context.workbook.comments.add("Blad1!A2", "Kontrollera mot beslutet");
      void sheet;
    });
    const [comment] = workbook.sheets[0].comments;
    const heard = await act((_sheet, context) => {
      const found = context.workbook.comments.getItemByCell("Blad1!A2");
      found.content = "Kontrollera mot beslut § 12";
      found.replies.add("Klart");
      found.replies.getItemAt(0).content = "Klart i mars";
      found.resolved = true;
      found.resolved = false;
      found.replies.getItemAt(0).delete();
      found.delete();
    });
    expect(heard.map(({ what, event }) => [what, event.changeType])).toEqual([
      ["changed", "CommentEdited"],
      ["changed", "ReplyAdded"],
      ["changed", "ReplyEdited"],
      ["changed", "CommentResolved"],
      ["changed", "CommentReopened"],
      ["changed", "ReplyDeleted"],
      ["deleted", undefined],
    ]);
    expect(heard[1].event).toMatchObject({
      type: "CommentChanged",
      commentDetails: [{ commentId: comment.id, replyIds: [expect.stringContaining("{")] }],
    });
  },
);

contract(
  "docs",
  "Runtime.enableEvents",
  "switched off, nothing is heard; switched on, it is again",
  `${samples}/events-disable-events.yaml`,
  async () => {
    const { act } = await listening((context, note) => {
      context.workbook.worksheets.getItem("Blad1").onChanged.add(note("changed"));
    });
    const toggle = () =>
      act(async (_sheet, context) => {
        context.runtime.load("enableEvents");
        await context.sync();
        context.runtime.enableEvents = !context.runtime.enableEvents;
      });
    const write = () =>
      act((sheet) => {
        sheet.getRange("A1").values = [[Math.PI]];
      });
    await toggle();
    expect(await write()).toEqual([]);
    await toggle();
    expect(await write()).toMatchObject([{ event: { address: "A1" } }]);
  },
);

contract(
  "docs",
  "Table.onChanged, Table.onSelectionChanged, TableCollection.onChanged, TableCollection.onDeleted",
  "a table's cells changed and selected, the table deleted",
  `${samples}/events-table-changed.yaml`,
  async () => {
    const { act } = await listening((context, note) => {
      const sheet = context.workbook.worksheets.getItem("Blad1");
      const table = sheet.tables.add("A1:B3", true);
      table.onChanged.add(note("changed"));
      table.onSelectionChanged.add(note("selected"));
      context.workbook.tables.onChanged.add(note("any"));
      sheet.tables.onDeleted.add(note("deleted"));
    });
    expect(
      await act((sheet) => {
        sheet.getRange("B2").values = [[7]];
        sheet.getRange("A1:D2").select();
      }),
    ).toMatchObject([
      { what: "changed", event: { address: "B2", type: "TableChanged", changeType: "RangeEdited" } },
      { what: "any", event: { address: "B2" } },
      { what: "selected", event: { address: "A1:B2", isInsideTable: true } },
    ]);
    expect(
      await act((sheet) => {
        sheet.tables.getItemAt(0).delete();
      }),
    ).toMatchObject([{ what: "deleted", event: { type: "TableDeleted", tableName: "Table1" } }]);
  },
);

contract(
  "docs",
  "WorksheetCollection.onActivated, WorksheetCollection.onDeactivated, WorksheetCollection.onAdded, WorksheetCollection.onDeleted, WorksheetCollection.onNameChanged, WorksheetCollection.onMoved, WorksheetCollection.onVisibilityChanged, WorksheetCollection.onProtectionChanged",
  "sheets come, go, change name, place, sight and protection",
  `${samples}/events-workbook-and-worksheet-collection.yaml`,
  async () => {
    const { act } = await listening((context, note) => {
      const { worksheets } = context.workbook;
      worksheets.onActivated.add(note("activated"));
      worksheets.onDeactivated.add(note("deactivated"));
      worksheets.onAdded.add(note("added"));
      worksheets.onDeleted.add(note("deleted"));
      worksheets.onNameChanged.add(note("name"));
      worksheets.onMoved.add(note("moved"));
      worksheets.onVisibilityChanged.add(note("visibility"));
      worksheets.onProtectionChanged.add(note("protection"));
    });
    const heard = await act((_sheet, context) => {
      const made = context.workbook.worksheets.add("Ny");
      made.activate();
      made.name = "Nyare";
      made.position = 0;
      made.protection.protect();
      made.protection.unprotect();
      made.visibility = "Hidden";
      made.delete();
    });
    expect(heard.map(({ what }) => what)).toEqual([
      "added",
      "deactivated",
      "activated",
      "name",
      "moved",
      "protection",
      "protection",
      "visibility",
      "deactivated",
      "activated",
      "deleted",
    ]);
    expect(heard[3].event).toMatchObject({ nameBefore: "Ny", nameAfter: "Nyare", source: "Local" });
    expect(heard[4].event).toMatchObject({ positionBefore: 1, positionAfter: 0 });
    expect(heard[5].event).toMatchObject({ isProtected: true });
    expect(heard[7].event).toMatchObject({ visibilityBefore: "Visible", visibilityAfter: "Hidden" });
  },
);

contract(
  "docs",
  "Worksheet.onCalculated, Worksheet.onFormatChanged, Worksheet.onSelectionChanged, Worksheet.onChanged",
  "calculated, formatted, selected and changed, with the details of one cell",
  `${samples}/data-change-event-details.yaml`,
  async () => {
    const { act } = await listening((context, note) => {
      const sheet = context.workbook.worksheets.getItem("Blad1");
      sheet.onCalculated.add(note("calculated"));
      sheet.onFormatChanged.add(note("format"));
      sheet.onSelectionChanged.add(note("selection"));
      sheet.onChanged.add(note("changed"));
    });
    await act((sheet) => {
      sheet.getRange("A1:B1").values = [[1, "=A1*2"]];
    });
    const heard = await act((sheet) => {
      sheet.getRange("A1").values = [[10]];
      sheet.getRange("A1").format.font.bold = true;
      sheet.getRange("C3").select();
      sheet.getRange("D1:D2").insert("Right");
    });
    expect(heard.map(({ what, event }) => [what, event.address])).toEqual([
      ["changed", "A1"],
      ["format", "A1"],
      ["selection", "C3"],
      ["changed", "D1:D2"],
      ["calculated", "B1"],
    ]);
    expect(heard[0].event).toMatchObject({ details: { valueBefore: 1, valueAfter: 10 } });
    expect(heard[3].event).toMatchObject({
      changeType: "CellInserted",
      changeDirectionState: { insertShiftDirection: "Right" },
    });
  },
);
