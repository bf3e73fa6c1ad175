import type { Calculator } from "../../src/workbench/calc/calculator";
import { createCalculator } from "../../src/workbench/calc";
import { createHost } from "../../src/workbench/host";
import { openClient } from "../../src/workbench/host/node";
import { Workbook } from "../../src/workbench/model/workbook";
import { contract } from "./contract";

const api = "learn.microsoft.com/javascript/api/excel/excel";
const at = (context: Excel.RequestContext, address: string) =>
  context.workbook.worksheets.getItem("Blad1").getRange(address);

async function calculating() {
  const workbook = new Workbook();
  workbook.addSheet("Blad1");
  const calculator: Calculator = await createCalculator(workbook);
  const { run } = openClient(createHost(workbook, { calculator }));
  return { workbook, run };
}

contract(
  "docs",
  "Range.values, Range.formulas",
  "what is read after a write in the same batch is calculated",
  `${api}.range#excel-excel-range-formulas-member`,
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      at(context, "A1:A3").formulas = [[2], [3], ["=A1*A2"]];
      const result = at(context, "A3").load("values");
      at(context, "A1").values = [[10]];
      const later = at(context, "A3").load("values,text,valueTypes");
      await context.sync();
      expect([result.values, later.values, later.text, later.valueTypes]).toEqual(
        [[[30]], [[30]], [["30"]], [["Double"]]].map((x, i) => (i === 0 ? [[6]] : x)),
      );
    });
  },
);

contract(
  "assumed",
  "Application.calculationMode, Application.calculate",
  "in manual mode only what is entered is calculated, until asked",
  "",
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      at(context, "A1:A2").formulas = [[2], ["=A1*2"]];
      await context.sync();
      context.application.calculationMode = "Manual";
      at(context, "A1").values = [[5]];
      at(context, "A3").formulas = [["=A1+1"]];
      const stale = at(context, "A2:A3").load("values");
      await context.sync();
      expect(stale.values).toEqual([[4], [6]]);
      context.application.calculate("Full");
      const fresh = at(context, "A2:A3").load("values");
      await context.sync();
      expect(fresh.values).toEqual([[10], [6]]);
    });
  },
);

contract(
  "docs",
  "Range.getSpillingToRange, Range.getSpillParent, Range.hasSpill",
  "a spill's range, and its formula from any of its cells",
  `${api}.range#excel-excel-range-getspillingtorange-member(1)`,
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      at(context, "A1").formulas = [["=SEQUENCE(3)"]];
      const spill = at(context, "A1").getSpillingToRange().load("address,values,hasSpill");
      const parent = at(context, "A3").getSpillParent().load("address");
      const none = at(context, "C1").getSpillingToRangeOrNullObject();
      none.load("address");
      await context.sync();
      expect([spill.address, spill.values, spill.hasSpill, parent.address, none.isNullObject]).toEqual([
        "Blad1!A1:A3",
        [[1], [2], [3]],
        true,
        "Blad1!A1",
        true,
      ]);
    });
  },
);

contract(
  "docs",
  "Range.values",
  "a value inside a spill blocks it: #SPILL! until it goes",
  "support.microsoft.com/office/how-to-correct-a-spill-error-ffe0f555-b479-4a17-a6e2-ef9cc9ad4023",
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      at(context, "A1").formulas = [["=SEQUENCE(3)"]];
      await context.sync();
      at(context, "A2").values = [["i vägen"]];
      const blocked = at(context, "A1:A3").load("values");
      await context.sync();
      expect(blocked.values).toEqual([["#SPILL!"], ["i vägen"], [""]]);
      at(context, "A2").clear("Contents");
      const free = at(context, "A1:A3").load("values");
      await context.sync();
      expect(free.values).toEqual([[1], [2], [3]]);
    });
  },
);

contract(
  "assumed",
  "Range.values",
  "part of an array entered with Ctrl+Shift+Enter can't be changed",
  "",
  async () => {
    const { run, workbook } = await calculating();
    workbook.sheets[0].setFormula(0, 0, {
      text: "=ROW(A1:A2)",
      kind: "array",
      ref: { row: 0, column: 0, rowCount: 2, columnCount: 1 },
    });
    await expect(
      run(async (context) => {
        at(context, "A2").values = [[1]];
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "InvalidOperation" });
  },
);

contract(
  "docs",
  "Worksheet.onCalculated",
  "told when formulas got new values",
  `${api}.worksheet#excel-excel-worksheet-oncalculated-member`,
  async () => {
    const { run } = await calculating();
    const heard: string[] = [];
    await run(async (context) => {
      at(context, "A1:A2").formulas = [[2], ["=A1*2"]];
      context.workbook.worksheets
        .getItem("Blad1")
        .onCalculated.add(async (event) => void heard.push(event.address));
      await context.sync();
      heard.length = 0;
      at(context, "A1").values = [[7]];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(heard).toContain("A2");
  },
);
