import { createHost } from "../../../src/workbench/host";
import { openClient } from "../../../src/workbench/host/node";
import { Workbook } from "../../../src/workbench/model/workbook";

function open() {
  const workbook = new Workbook();
  workbook.addSheet("Blad1");
  return { workbook, client: openClient(createHost(workbook)) };
}

test("a batch written for Excel runs over the model", async () => {
  const { workbook, client } = open();
  const seen = await client.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Ny");
    sheet.tabColor = "#FF0000";
    const range = sheet.getRange("A1:B2");
    range.values = [
      ["Post", "Utfall"],
      ["Hyra", 12.5],
    ];
    range.format.font.bold = true;
    range.getRow(0).format.borders.getItem("EdgeBottom").style = "Continuous";
    range.load("address,values,text");
    const missing = context.workbook.worksheets.getItemOrNullObject("Finns ej");
    await context.sync();
    const used = sheet.getUsedRange();
    used.load("address,rowCount");
    sheet.freezePanes.freezeRows(1);
    context.workbook.names.add("Utfall", range);
    const table = sheet.tables.add(range, true);
    table.name = "Tabell_1";
    table.load("name,columns/items/name");
    sheet.getRange("D1").formulas = [["=SUM(Tabell_1[Utfall])"]];
    const formula = sheet.getRange("D1").load("formulas");
    await context.sync();
    return {
      address: range.address,
      values: range.values,
      missing: missing.isNullObject,
      used: used.address,
      table: table.name,
      columns: table.columns.items.map(({ name }) => name),
      formula: formula.formulas,
    };
  });
  expect(seen).toEqual({
    address: "Ny!A1:B2",
    values: [
      ["Post", "Utfall"],
      ["Hyra", 12.5],
    ],
    missing: true,
    used: "Ny!A1:B2",
    table: "Tabell_1",
    columns: ["Post", "Utfall"],
    formula: [["=SUM(Tabell_1[Utfall])"]],
  });
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["Blad1", "Ny"]);
});

test("thousands of ranges in one batch, written, formatted and read", async () => {
  const { client, workbook } = open();
  await client.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Blad1");
    const ranges = Array.from({ length: 3000 }, (_, index) => {
      const range = sheet.getRange(`A${index + 1}:C${index + 1}`);
      range.values = [[index, `rad ${index}`, `=A${index + 1}*2`]];
      range.format.font.bold = index % 2 === 0;
      return range.load("values,address");
    });
    await context.sync();
    expect([ranges[2999].address, ranges[2999].values[0][0]]).toEqual(["Blad1!A3000:C3000", 2999]);
  });
  expect(workbook.sheets[0].formula(2999, 2)?.text).toBe("=A3000*2");
}, 120_000);
