import { createHost } from "../../src/workbench/host";
import { openClient } from "../../src/workbench/host/node";
import { codeOf, open } from "../workbench/host/open";
import { contract } from "./contract";

const api = "learn.microsoft.com/javascript/api/excel/excel";
const model = "learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model";
const limits =
  "learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins";
const at = (context: Excel.RequestContext, address: string) =>
  context.workbook.worksheets.getItem("Blad1").getRange(address);

contract(
  "docs",
  "Range.values",
  "a property that was not loaded can't be read",
  `${model}#load`,
  async () => {
    await open().run(async (context) => {
      const cell = at(context, "A1");
      cell.load("address");
      await context.sync();
      expect(() => cell.values).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
    });
  },
);

contract(
  "docs",
  "Range.values",
  "an error ends the batch; what came before it stays done",
  "learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling",
  async () => {
    const { run, workbook } = open();
    const code = await codeOf(run, (context) => {
      at(context, "A1").values = [[1]];
      at(context, "A2:A3").values = [[1, 2]];
      at(context, "A4").values = [[4]];
    });
    expect(code).toBe("InvalidArgument");
    expect([0, 1, 3].map((row) => workbook.sheets[0].value(row, 0))).toEqual([1, null, null]);
  },
);

contract(
  "docs",
  "Range.values",
  "the error tells where: type and member, and the statement",
  "learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling#error-messages",
  async () => {
    const { run } = open();
    const error = await run(async (context) => {
      at(context, "A1:A2").values = [[1]];
      await context.sync();
    }).then(
      () => null,
      (problem: OfficeExtension.Error) => problem,
    );
    expect(error?.message).toBe("The argument is invalid or missing or has an incorrect format.");
    expect(error?.debugInfo.errorLocation).toContain("Range.values");
  },
);

contract(
  "docs",
  "Range.load",
  "a collection's items are loaded by items/name or by name; an object with all its plain properties",
  `${model}#load`,
  async () => {
    const { run, workbook } = open();
    workbook.addSheet("Två");
    await run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load("items/name");
      await context.sync();
      expect(sheets.items.map(({ name }) => name)).toEqual(["Blad1", "Två"]);
      sheets.load({ name: true, $top: 1 } as never);
      const cell = at(context, "A1");
      cell.load("format");
      cell.format.load("fill/color");
      await context.sync();
      expect(sheets.items.map(({ name }) => name)).toEqual(["Blad1"]);
      expect(cell.format.wrapText).toBe(false);
      expect(cell.format.fill.color).toBe("#FFFFFF");
    });
  },
);

contract(
  "docs",
  "Range.values",
  "a request above 5 MB is refused on the web, and so is an answer",
  limits,
  async () => {
    const { run, workbook } = open();
    const long = "x".repeat(32_000);
    expect(
      await codeOf(
        run,
        (context) => void (at(context, "A1:A200").values = Array.from({ length: 200 }, () => [long])),
      ),
    ).toBe("RequestPayloadSizeLimitExceeded");
    for (let row = 0; row < 200; row++) workbook.sheets[0].setValue(row, 0, long);
    expect(await codeOf(run, (context) => void at(context, "A1:A200").load("values"))).toBe(
      "ResponsePayloadSizeLimitExceeded",
    );
  },
);

contract(
  "docs",
  "Range.untrack, Range.track",
  "ranges are kept for the length of Excel.run and let go of after it",
  `${model}#tracked-objects`,
  async () => {
    const { run } = open();
    const count = () =>
      run(async (context) => {
        const kept = (
          context.workbook as unknown as { _GetReferenceCount(): { value: number } }
        )._GetReferenceCount();
        await context.sync();
        return kept.value;
      });
    await run(async (context) => {
      for (let row = 1; row <= 50; row++) at(context, `A${row}`).load("address");
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await count()).toBe(0);
  },
);

contract(
  "docs",
  "Range.getIntersection",
  "what needs a newer API than the host declares gives ApiNotFound",
  "learn.microsoft.com/office/dev/add-ins/develop/specify-api-requirements-runtime",
  async () => {
    const { run } = open();
    await run(async (context) => {
      expect(() => (context.workbook as unknown as { linkedWorkbooks: unknown }).linkedWorkbooks).toThrow(
        expect.objectContaining({ code: "ApiNotFound" }),
      );
    });
  },
);

test("what is not modelled is refused by type and member, never guessed", async () => {
  const { run } = open();
  expect(await codeOf(run, (context) => void context.workbook.slicers.load("items/name"))).toBe(
    "NotImplemented",
  );
  const message = await run(async (context) => {
    at(context, "A1").getImage();
    await context.sync();
  }).catch((error: Error) => error.message);
  expect(message).toBe("Range.getImage is not modelled by the workbench.");
});

test("what is in the user's language is given in English only, and refused in Swedish", async () => {
  const english = open();
  await english.run(async (context) => {
    at(context, "A1").formulas = [["=SUM(1,2)"]];
    const cell = at(context, "A1").load();
    await context.sync();
    expect([cell.formulasLocal, cell.numberFormatLocal]).toEqual([[["=SUM(1,2)"]], [["General"]]]);
  });
  const swedish = open({ locale: "sv-SE" });
  await swedish.run(async (context) => {
    const cell = at(context, "A1").load();
    await context.sync();
    expect(cell.formulas).toEqual([[""]]);
    expect(() => cell.formulasLocal).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
  });
  for (const use of [
    (context: Excel.RequestContext) => void at(context, "A1").load("formulasLocal"),
    (context: Excel.RequestContext) => void (at(context, "A1").formulasLocal = [["=SUMMA(1;2)"]]),
    (context: Excel.RequestContext) => void (at(context, "A1").numberFormatLocal = [["0,00"]]),
    (context: Excel.RequestContext) => void context.workbook.names.addFormulaLocal("Namn", "=SUMMA(1;2)"),
  ])
    expect(await codeOf(swedish.run, use)).toBe("NotImplemented");
});

/** Two clients on one workbook, as two people at work in it at once. */
test("two clients: batches go in the order they are sent, whole, and each hears of both", async () => {
  const { host, run, workbook } = open();
  const other = openClient(host);
  const heard: string[] = [];
  for (const [name, client] of [
    ["A", { run }],
    ["B", other],
  ] as const) {
    await client.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(
        async ({ source, address }) => void heard.push(`${name} ${source} ${address}`),
      );
      worksheets.onAdded.add(async ({ source }) => void heard.push(`${name} ${source} blad`));
      worksheets.onFormulaChanged.add(async ({ source }) => void heard.push(`${name} ${source} formel`));
      await context.sync();
    });
  }
  const order: string[] = [];
  const write = (who: string, client: { run: typeof Excel.run }, row: number) =>
    client.run(async (context) => {
      at(context, `A${row}`).values = [[who]];
      at(context, `B${row}`).formulas = [[`=COUNTA(A1:A${row})`]];
      await context.sync();
      order.push(`${who}${row}`);
    });
  await Promise.all(
    [1, 2, 3].flatMap((row) => [write("A", { run }, 2 * row - 1), write("B", other, 2 * row)]),
  );
  await settled();
  expect(order).toEqual(["A1", "B2", "A3", "B4", "A5", "B6"]);
  expect([0, 1, 2, 3, 4, 5].map((row) => workbook.sheets[0].value(row, 0))).toEqual([
    "A",
    "B",
    "A",
    "B",
    "A",
    "B",
  ]);
  expect(heard.filter((line) => line.startsWith("A ")).slice(0, 4)).toEqual([
    "A Local A1",
    "A Local B1",
    "A Remote A2",
    "A Remote B2",
  ]);
  expect(heard.filter((line) => line.startsWith("B ")).slice(0, 4)).toEqual([
    "B Remote A1",
    "B Remote B1",
    "B Local A2",
    "B Local B2",
  ]);
  heard.length = 0;
  await other.run(async (context) => {
    context.workbook.worksheets.add("Hennes");
    at(context, "B1").formulas = [["=1"]];
    await context.sync();
  });
  await settled();
  expect(heard.sort()).toEqual([
    "A Remote B1",
    "A Remote blad",
    "A Remote formel",
    "B Local B1",
    "B Local blad",
    "B Local formel",
  ]);
});

test("two clients: one's deletion is seen by the other; each keeps its own ranges and handlers", async () => {
  const { host, run } = open();
  const other = openClient(host);
  const heard: string[] = [];
  await other.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async ({ address }) => void heard.push(address));
    await context.sync();
  });
  await run(async (mine) => {
    const cells = ["B2", "B5"].map((address) => at(mine, address).load("address"));
    await mine.sync();
    await other.run(async (theirs) => {
      at(theirs, "2:2").delete("Up");
      await theirs.sync();
    });
    cells[1].load("address");
    await mine.sync();
    expect(cells[1].address).toBe("Blad1!B4");
    cells[0].load("address");
    await expect(mine.sync()).rejects.toMatchObject({ code: "InvalidReference" });
  });
  other.close();
  heard.length = 0;
  await run(async (context) => {
    at(context, "A1").values = [[1]];
    await context.sync();
  });
  await settled();
  expect(heard).toEqual([]);
});

contract(
  "docs",
  "Worksheet.onChanged, WorksheetCollection.onChanged",
  "address, kind, source and, for one cell, the values before and after",
  `${api}.worksheetchangedeventargs`,
  async () => {
    const { run } = open();
    const heard: unknown[] = [];
    await run(async (context) => {
      at(context, "A1").values = [[1]];
      context.workbook.worksheets.getItem("Blad1").onChanged.add(async (event) => {
        heard.push(event);
      });
      await context.sync();
      at(context, "A1").values = [["två"]];
      at(context, "B1:B2").values = [[1], [2]];
      at(context, "3:3").insert("Down");
      await context.sync();
    });
    await settled();
    expect(heard).toMatchObject([
      {
        type: "WorksheetChanged",
        changeType: "RangeEdited",
        address: "A1",
        source: "Local",
        triggerSource: "ThisLocalAddin",
        details: { valueBefore: 1, valueAfter: "två", valueTypeBefore: "Double", valueTypeAfter: "String" },
      },
      { address: "B1:B2", changeType: "RangeEdited", details: undefined },
      { address: "3:3", changeType: "RowInserted" },
    ]);
  },
);

contract(
  "docs",
  "Worksheet.onChanged",
  "the event's getRange gives the changed cells in a later batch",
  `${api}.worksheetchangedeventargs#excel-excel-worksheetchangedeventargs-getrange-member(1)`,
  async () => {
    const { run } = open();
    const addresses: string[] = [];
    await run(async (context) => {
      context.workbook.worksheets.getItem("Blad1").onChanged.add((event) =>
        run(async (later) => {
          const range = event.getRange(later).load("address,values");
          await later.sync();
          addresses.push(range.address);
        }),
      );
      await context.sync();
      at(context, "C3:C4").values = [[1], [2]];
      await context.sync();
    });
    await settled();
    expect(addresses).toEqual(["Blad1!C3:C4"]);
  },
);

contract(
  "docs",
  "WorksheetCollection.onAdded, WorksheetCollection.onDeleted, WorksheetCollection.onActivated, WorksheetCollection.onSelectionChanged, Table.onChanged, TableCollection.onAdded",
  "each is heard by those who asked, until they leave",
  `${api}.worksheetcollection`,
  async () => {
    const { run } = open();
    const heard: string[] = [];
    const results = await run(async (context) => {
      const sheets = context.workbook.worksheets;
      const note = (name: string) => async () => void heard.push(name);
      const handlers = [
        sheets.onAdded.add(note("added")),
        sheets.onDeleted.add(note("deleted")),
        sheets.onActivated.add(note("activated")),
        sheets.onSelectionChanged.add(async (event) => void heard.push(`selection ${event.address}`)),
        context.workbook.tables.onAdded.add(note("table added")),
      ];
      await context.sync();
      return handlers;
    });
    await run(async (context) => {
      const sheet = context.workbook.worksheets.add("Ny");
      sheet.activate();
      sheet.getRange("B2:C3").select();
      sheet.getRange("A1:B1").values = [["a", "b"]];
      sheet.tables
        .add("A1:B2", true)
        .onChanged.add(async (event) => void heard.push(`table ${event.address}`));
      await context.sync();
      sheet.getRange("A2").values = [["x"]];
      await context.sync();
      sheet.delete();
      await context.sync();
    });
    await settled();
    expect(heard).toEqual([
      "added",
      "activated",
      "selection B2:C3",
      "table added",
      "table A2",
      "deleted",
      "activated",
    ]);
    await run(results[0].context as Excel.RequestContext, async (context) => {
      results[0].remove();
      await context.sync();
    });
    heard.length = 0;
    await run(async (context) => {
      context.workbook.worksheets.add();
      await context.sync();
    });
    await settled();
    expect(heard).toEqual([]);
  },
);

contract(
  "docs",
  "WorksheetCollection.onChanged",
  "a co-author's change is heard as Remote, one's own as Local",
  "learn.microsoft.com/office/dev/add-ins/excel/co-authoring-in-excel-add-ins",
  async () => {
    const { host, run, workbook } = open();
    const other = openClient(host);
    const third = openClient(createHost(workbook));
    const heard: string[] = [];
    const listen = (name: string, client: { run: typeof Excel.run }) =>
      client.run(async (context) => {
        context.workbook.worksheets.onChanged.add(
          async (event) => void heard.push(`${name} ${event.source} ${event.address}`),
        );
        await context.sync();
      });
    await listen("första", { run });
    await listen("andra", other);
    await listen("tredje", third);
    await other.run(async (context) => {
      at(context, "A1").values = [[1]];
      await context.sync();
    });
    await settled();
    expect(heard.sort()).toEqual(["andra Local A1", "första Remote A1", "tredje Remote A1"]);
  },
);

test("two clients on one workbook: batches in the order they come, ranges of one follow what the other inserts", async () => {
  const { host, run, workbook } = open();
  const other = openClient(host);
  await run(async (mine) => {
    const cell = at(mine, "A5");
    cell.values = [["min"]];
    await mine.sync();
    await other.run(async (theirs) => {
      at(theirs, "1:2").insert("Down");
      at(theirs, "A1").values = [["din"]];
      await theirs.sync();
    });
    cell.load("address,values");
    await mine.sync();
    expect([cell.address, cell.values]).toEqual(["Blad1!A7", [["min"]]]);
  });
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      (index % 2 ? run : other.run)(async (context) => {
        const cell = context.workbook.worksheets.getItem("Blad1").getRange("C1").load("values");
        await context.sync();
        const next = Number(cell.values[0][0]) + 1;
        context.workbook.worksheets.getItem("Blad1").getRange(`D${index + 1}`).values = [[next]];
        await context.sync();
      }),
    ),
  );
  expect(workbook.sheets[0].value(0, 0)).toBe("din");
  expect(Array.from({ length: 20 }, (_, row) => workbook.sheets[0].value(row, 3))).not.toContain(null);
});

/** Events come after the answer, in their own time. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));
