import { codeOf, open } from "../workbench/host/open";
import { contract } from "./contract";

/** Excel refuses; so does the host, and nothing is changed. Codes: the error handling page and each member's own. */
const errors =
  "learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling#error-codes-and-messages";

type Act = (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;
const at = (sheet: Excel.Worksheet, address: string) => sheet.getRange(address);

async function opened() {
  const { run, workbook } = open();
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Blad1");
    at(sheet, "A1:B3").values = [
      ["Enhet", "Belopp"],
      ["Natt", 1],
      ["Dag", 2],
    ];
    sheet.tables.add("A1:B3", true).name = "Belopp";
    at(sheet, "D1:E2").merge(false);
    context.workbook.names.add("Namn", at(sheet, "G1"));
    at(sheet, "G1").conditionalFormats.add("Custom").custom.rule.formula = "=G1>0";
    context.workbook.worksheets.add("Andra");
    await context.sync();
  });
  const code = (act: Act) =>
    codeOf(run, (context) => void act(context.workbook.worksheets.getItem("Blad1"), context));
  return { run, workbook, code };
}

const refusals: [string, string, Act][] = [
  ["ItemNotFound", "a sheet", (_s, { workbook }) => workbook.worksheets.getItem("Saknas").load("name")],
  ["ItemNotFound", "a table", (sheet) => sheet.tables.getItem("Saknas").load("name")],
  [
    "ItemNotFound",
    "a table's column",
    (sheet) => sheet.tables.getItem("Belopp").columns.getItem("X").load("id"),
  ],
  [
    "ItemNotFound",
    "a table's row",
    (sheet) => sheet.tables.getItem("Belopp").rows.getItemAt(2).load("values"),
  ],
  ["ItemNotFound", "a name", (_s, { workbook }) => workbook.names.getItem("Saknas").load("value")],
  ["ItemNotFound", "a chart", (sheet) => sheet.charts.getItem("Saknas").load("id")],
  ["ItemNotFound", "a comment", (sheet) => sheet.comments.getItemByCell("A1").load("id")],
  ["ItemNotFound", "a setting", (_s, { workbook }) => workbook.settings.getItem("Saknas").load("value")],
  ["ItemNotFound", "special cells", (sheet) => at(sheet, "A1").getSpecialCells("Formulas").load("address")],
  [
    "ItemNotFound",
    "merged cells",
    (sheet) => at(sheet, "A1").load("address") && at(sheet, "K1").getSpillParent(),
  ],
  ["ItemNotFound", "a print area", (sheet) => sheet.pageLayout.getPrintArea().load("address")],
  [
    "ItemNotFound",
    "a conditional format",
    (sheet) => at(sheet, "G1").conditionalFormats.getItemAt(1).load("id"),
  ],
  ["ItemAlreadyExists", "a sheet's name", (_s, { workbook }) => workbook.worksheets.add("ANDRA")],
  ["ItemAlreadyExists", "a name", (sheet, { workbook }) => workbook.names.add("namn", at(sheet, "A1"))],
  ["ItemAlreadyExists", "a sheet's new name", (sheet) => (sheet.name = "Andra")],
  ["InvalidArgument", "a sheet's name with a colon", (sheet) => (sheet.name = "a:b")],
  ["InvalidArgument", "a sheet's name of 32 letters", (sheet) => (sheet.name = "x".repeat(32))],
  ["InvalidArgument", "a blank sheet's name", (_s, { workbook }) => workbook.worksheets.add("")],
  [
    "InvalidArgument",
    "a table's name like a cell",
    (sheet) => (sheet.tables.getItem("Belopp").name = "AB12"),
  ],
  [
    "InvalidArgument",
    "a table's name with a space",
    (sheet) => (sheet.tables.getItem("Belopp").name = "a b"),
  ],
  ["InvalidArgument", "an address", (sheet) => at(sheet, "A1:").load("address")],
  ["InvalidArgument", "an address off the sheet", (sheet) => at(sheet, "XFE1").load("address")],
  [
    "InvalidArgument",
    "an offset off the sheet",
    (sheet) => at(sheet, "A1").getOffsetRange(-1, 0).load("address"),
  ],
  ["InvalidArgument", "too few rows", (sheet) => (at(sheet, "G5:G7").values = [[1], [2]])],
  ["InvalidArgument", "too many columns", (sheet) => (at(sheet, "G5").values = [[1, 2]])],
  ["InvalidArgument", "a formula", (sheet) => (at(sheet, "G5").formulas = [["=SUM("]])],
  [
    "InvalidArgument",
    "a cell's text of 32 768 letters",
    (sheet) => (at(sheet, "G5").values = [["x".repeat(32768)]]),
  ],
  ["InvalidArgument", "a colour", (sheet) => (at(sheet, "G5").format.fill.color = "ingen")],
  [
    "InvalidArgument",
    "an alignment",
    (sheet) => (at(sheet, "G5").format.horizontalAlignment = "Mitten" as "Left"),
  ],
  ["InvalidArgument", "a font size", (sheet) => (at(sheet, "G5").format.font.size = 500)],
  ["InvalidArgument", "a comment on several cells", (sheet) => sheet.comments.add("G5:G6", "två")],
  ["InvalidArgument", "a sheet's place", (sheet) => (sheet.position = 9)],
  ["InvalidArgument", "a style", (sheet) => (at(sheet, "G5").style = "Finns ej")],
  ["InvalidArgument", "a scale", (sheet) => (sheet.pageLayout.zoom = { scale: 5 })],
  [
    "InvalidArgument",
    "a table row of another width",
    (sheet) => sheet.tables.getItem("Belopp").rows.add(0, [[1]]),
  ],
  [
    "FormulaLengthExceedsLimit",
    "a formula of 8 193 letters",
    (sheet) => (at(sheet, "G5").formulas = [[`=${"1+".repeat(4096)}1`]]),
  ],
  ["RangeExceedsLimit", "more than 5 million cells", (sheet) => at(sheet, "A:E").load("values")],
  ["MergedRangeConflict", "a table over merged cells", (sheet) => sheet.tables.add("D1:F4", true)],
  ["MergedRangeConflict", "a table over a table", (sheet) => sheet.tables.add("B2:C4", true)],
  ["InvalidOperation", "merging a table's cells", (sheet) => at(sheet, "A2:B2").merge(false)],
  ["InsertDeleteConflict", "cutting a table", (sheet) => at(sheet, "A2").insert("Down")],
  ["InsertDeleteConflict", "cutting merged cells", (sheet) => at(sheet, "D1").delete("Up")],
];

describe("what Excel refuses", () => {
  test.each(refusals)("%s: %s", async (expected, _what, act) => {
    const { code, workbook } = await opened();
    const before = JSON.stringify([workbook.sheets.map(({ name, rows, merges }) => [name, rows, merges])]);
    expect(await code(act)).toBe(expected);
    expect(JSON.stringify([workbook.sheets.map(({ name, rows, merges }) => [name, rows, merges])])).toBe(
      before,
    );
  });
});

contract(
  "docs",
  "Range.values, Table.name",
  "an error's code, and nothing changed by what is refused",
  errors,
  async () => {
    const { code, workbook } = await opened();
    expect(await code((sheet) => (sheet.tables.getItem("Belopp").name = "Namn"))).toBe("ItemAlreadyExists");
    expect(workbook.sheets[0].tables[0].name).toBe("Belopp");
  },
);

const locked: [string, string | null, Act][] = [
  ["values", null, (sheet) => (at(sheet, "G1").values = [[1]])],
  ["clearing", null, (sheet) => at(sheet, "G1").clear("Contents")],
  ["formats", "allowFormatCells", (sheet) => (at(sheet, "G1").format.font.bold = true)],
  ["conditional formats", "allowFormatCells", (sheet) => at(sheet, "G1").conditionalFormats.clearAll()],
  ["a row's height", "allowFormatRows", (sheet) => (at(sheet, "G1").format.rowHeight = 30)],
  ["hidden rows", "allowFormatRows", (sheet) => (at(sheet, "9:9").rowHidden = true)],
  ["a column's width", "allowFormatColumns", (sheet) => (at(sheet, "G1").format.columnWidth = 90)],
  ["hidden columns", "allowFormatColumns", (sheet) => (at(sheet, "G:G").columnHidden = true)],
  ["inserted rows", "allowInsertRows", (sheet) => at(sheet, "9:9").insert("Down")],
  ["inserted columns", "allowInsertColumns", (sheet) => at(sheet, "K:K").insert("Right")],
  ["inserted cells", null, (sheet) => at(sheet, "K9").insert("Down")],
  ["deleted rows with locked cells", null, (sheet) => at(sheet, "9:9").delete("Up")],
  [
    "links",
    "allowInsertHyperlinks",
    (sheet) => (at(sheet, "K1").hyperlink = { address: "https://kolada.se", textToDisplay: "" }),
  ],
  ["merging", null, (sheet) => at(sheet, "K1:K2").merge(false)],
  ["a table's rows", null, (sheet) => sheet.tables.getItem("Belopp").rows.add(undefined, [["Kväll", 3]])],
  ["a new table", null, (sheet) => sheet.tables.add("K1:L2", true)],
  ["validation", null, (sheet) => sheet.getRange("K1").dataValidation.clear()],
  ["a chart", "allowEditObjects", (sheet) => sheet.charts.add("Line", at(sheet, "A1:B3"))],
  ["a filter", "allowAutoFilter", (sheet) => sheet.autoFilter.apply("K1:K3")],
  ["grouping", null, (sheet) => at(sheet, "9:9").group("ByRows")],
];

contract(
  "docs",
  "WorksheetProtection.protect, WorksheetProtection.options",
  "on a protected sheet only what its options allow is done; the rest is AccessDenied",
  "learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions",
  async () => {
    for (const [what, option, act] of locked) {
      const { code } = await opened();
      expect([what, await code((sheet) => sheet.protection.protect())]).toEqual([what, ""]);
      expect([what, await code(act)]).toEqual([what, "AccessDenied"]);
      if (!option) continue;
      await code((sheet) => {
        sheet.protection.unprotect();
        sheet.protection.protect({ [option]: true });
      });
      const answer = await code(act);
      // A link is text too, which a locked cell refuses.
      expect([what, answer]).toEqual([what, what === "links" ? "AccessDenied" : ""]);
    }
  },
);
