import { codeOf, open } from "../workbench/host/open";
import { contract } from "./contract";

const api = "learn.microsoft.com/javascript/api/excel/excel";
const at = (context: Excel.RequestContext, address: string) =>
  context.workbook.worksheets.getItem("Blad1").getRange(address);

/** Formulas of cells after something was done to a sheet that has them. */
async function after(
  formulas: Record<string, string>,
  change: (context: Excel.RequestContext) => void,
  read: string[],
) {
  const { run } = open();
  return run(async (context) => {
    for (const [address, formula] of Object.entries(formulas)) at(context, address).formulas = [[formula]];
    await context.sync();
    change(context);
    const cells = read.map((address) => at(context, address).load("formulas"));
    await context.sync();
    return cells.map((cell) => cell.formulas[0][0] as unknown);
  });
}

contract(
  "docs",
  "Range.insert",
  "gives the now blank space in the old place, and moves the rest",
  `${api}.range#excel-excel-range-insert-member(1)`,
  async () => {
    await open().run(async (context) => {
      at(context, "A1:A3").values = [[1], [2], [3]];
      const blank = at(context, "2:2").insert("Down").load("address,values");
      const all = at(context, "A1:A4").load("values");
      await context.sync();
      expect(blank.address).toBe("Blad1!2:2");
      expect(all.values).toEqual([[1], [""], [2], [3]]);
    });
  },
);

contract(
  "assumed",
  "Range.insert",
  "references grow when rows come inside them, move when above, and stay when below",
  "",
  async () => {
    const formulas = { B10: "=SUM(A2:A5)", B11: "=A2+$A$5", B12: "=SUM(A:A)", B13: "=SUM(2:5)" };
    const read = ["B11", "B12", "B13", "B14"];
    const insert = (rows: string) => (context: Excel.RequestContext) => void at(context, rows).insert("Down");
    expect(await after(formulas, insert("3:3"), read)).toEqual([
      "=SUM(A2:A6)",
      "=A2+$A$6",
      "=SUM(A:A)",
      "=SUM(2:6)",
    ]);
    expect(await after(formulas, insert("2:2"), read)).toEqual([
      "=SUM(A3:A6)",
      "=A3+$A$6",
      "=SUM(A:A)",
      "=SUM(3:6)",
    ]);
    expect(await after(formulas, insert("6:6"), read)).toEqual([
      "=SUM(A2:A5)",
      "=A2+$A$5",
      "=SUM(A:A)",
      "=SUM(2:5)",
    ]);
  },
);

contract(
  "assumed",
  "Range.delete",
  "references shrink, move up, or become #REF! when all of them goes",
  "",
  async () => {
    const formulas = { B10: "=SUM(A2:A5)", B11: "=A3*2", B12: "=SUM(A3:A4,C1)" };
    const remove = (context: Excel.RequestContext) => at(context, "3:4").delete("Up");
    expect(await after(formulas, remove, ["B8", "B9", "B10"])).toEqual([
      "=SUM(A2:A3)",
      "=#REF!*2",
      "=SUM(#REF!,C1)",
    ]);
  },
);

contract(
  "assumed",
  "Range.insert, Range.delete",
  "columns alike; formulas on other sheets and names follow",
  "",
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      const other = context.workbook.worksheets.add("Andra");
      other.getRange("A1").formulas = [["=SUM(Blad1!B2:D2)+B2"]];
      context.workbook.names.add("Område", at(context, "C1:C9"));
      at(context, "C:C").insert("Right");
      at(context, "A:A").delete("Left");
      await context.sync();
    });
    expect(workbook.sheets[1].formula(0, 0)?.text).toBe("=SUM(Blad1!A2:D2)+B2");
    expect(workbook.names[0].formula).toBe("=Blad1!$C$1:$C$9");
  },
);

contract(
  "assumed",
  "Range.insert, Range.delete",
  "part of the width: only references wholly inside it move",
  "",
  async () => {
    const formulas = { D1: "=SUM(A2:A3)", D2: "=SUM(A2:B3)", D3: "=A2" };
    const insert = (context: Excel.RequestContext) => void at(context, "A2:A2").insert("Down");
    expect(await after(formulas, insert, ["D1", "D2", "D3"])).toEqual(["=SUM(A3:A4)", "=SUM(A2:B3)", "=A3"]);
  },
);

contract(
  "assumed",
  "Range.insert",
  "merged cells, rules, links, print area, frozen titles and comments move along",
  "",
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      at(context, "A5:B6").merge();
      at(context, "A5:A9").conditionalFormats.add("Custom").custom.rule.formula = "=$B5>0";
      at(context, "C5:C9").dataValidation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThan" } };
      at(context, "D5").hyperlink = { address: "https://exempel.se" };
      context.workbook.comments.add("Blad1!E5", "Hej");
      const layout = context.workbook.worksheets.getItem("Blad1").pageLayout;
      layout.setPrintArea("A1:E9");
      layout.setPrintTitleRows("$4:$5");
      await context.sync();
      at(context, "2:3").insert("Down");
      await context.sync();
    });
    const [sheet] = workbook.sheets;
    expect(sheet.merges[0].row).toBe(6);
    expect(sheet.conditionalFormats[0]).toMatchObject({
      ranges: [{ row: 6, rowCount: 5 }],
      formulas: ["$B7>0"],
    });
    expect(sheet.validations[0].ranges[0].row).toBe(6);
    expect(sheet.hyperlinks[0].area.row).toBe(6);
    expect(sheet.comments[0].row).toBe(6);
    expect(sheet.pageLayout.printArea[0].rowCount).toBe(11);
    expect(sheet.pageLayout.titleRows).toEqual({ first: 5, last: 6 });
  },
);

contract(
  "docs",
  "Range.insert",
  "a range in the batch's hands moves with its cells",
  `${api}.range#excel-excel-range-track-member(1)`,
  async () => {
    await open().run(async (context) => {
      const cell = at(context, "A5");
      const gone = at(context, "A3");
      await context.sync();
      at(context, "1:2").insert("Down");
      cell.load("address");
      await context.sync();
      expect(cell.address).toBe("Blad1!A7");
      at(context, "5:5").delete("Up");
      gone.load("address");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidReference" });
    });
  },
);

contract(
  "issue",
  "Range.insert, Range.delete",
  "cells of a table or merged cells are not cut",
  "github.com/microsoftgraph/microsoft-graph-docs/issues/4392",
  async () => {
    const { run } = open();
    await run(async (context) => {
      at(context, "A1:C3").values = [
        ["a", "b", "c"],
        [1, 2, 3],
        [4, 5, 6],
      ];
      context.workbook.tables.add("Blad1!A1:C3", true);
      at(context, "A10:B11").merge();
      await context.sync();
    });
    expect(await codeOf(run, (context) => void at(context, "A2").insert("Down"))).toBe(
      "InsertDeleteConflict",
    );
    expect(await codeOf(run, (context) => at(context, "A10").delete("Up"))).toBe("InsertDeleteConflict");
  },
);

contract(
  "docs",
  "Range.insert",
  "cells with contents are not pushed off the sheet",
  `${api}.errorcodes`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      at(context, "A1048576").values = [[1]];
      await context.sync();
    });
    expect(await codeOf(run, (context) => void at(context, "1:1").insert("Down"))).toBe(
      "NonBlankCellOffSheet",
    );
  },
);

contract("assumed", "Range.insert", "new rows take the format of the row above", "", async () => {
  const { run, workbook } = open();
  await run(async (context) => {
    at(context, "A1:B1").format.font.bold = true;
    at(context, "A2").values = [[1]];
    at(context, "2:2").insert("Down");
    await context.sync();
  });
  expect(workbook.styles.get(workbook.sheets[0].styleId(1, 0)).font.bold).toBe(true);
});

contract(
  "assumed",
  "Range.moveTo",
  "references to the moved cells follow; the moved formulas keep theirs",
  "",
  async () => {
    const moved = await after({ A1: "=B1", C1: "=A1+1" }, (context) => at(context, "A1").moveTo("D5"), [
      "C1",
      "D5",
      "A1",
    ]);
    expect(moved).toEqual(["=D5+1", "=B1", ""]);
  },
);
