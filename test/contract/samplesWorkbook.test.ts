import { createCalculator } from "../../src/workbench/calc";
import { createHost } from "../../src/workbench/host";
import { openClient } from "../../src/workbench/host/node";
import { Workbook } from "../../src/workbench/model/workbook";
import { readWorkbook } from "../../src/workbench/xlsx";
import { codeOf, open } from "../workbench/host/open";
import { excelBook } from "../workbench/xlsx/excelParts";
import { zipped } from "../workbench/xlsx/zipParts";
import { contract } from "./contract";

/** The calls of Microsoft's own samples on rules, validation, names, parts and properties, with figures of ours. */
const samples = "github.com/OfficeDev/office-js-snippets/tree/main/samples/excel";

async function calculating(locale?: string) {
  const workbook = new Workbook();
  workbook.addSheet("Blad1");
  const calculator = await createCalculator(workbook);
  const client = openClient(createHost(workbook, { calculator, ...(locale && { locale }) }), () => true);
  return { workbook, run: client.run, client };
}

const sheetOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("Blad1");

contract(
  "docs",
  "ConditionalFormatCollection.add, ColorScaleConditionalFormat.criteria, PresetCriteriaConditionalFormat.rule, DataBarConditionalFormat.barDirection, IconSetConditionalFormat.criteria, TextConditionalFormat.rule, CellValueConditionalFormat.rule, TopBottomConditionalFormat.rule, ConditionalFormatRule.formula, ConditionalFormatCollection.clearAll",
  "every kind of rule is made, listed and cleared",
  `${samples}/14-conditional-formatting/conditional-formatting-basic.yaml`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = sheetOf(context);
      const range = sheet.getRange("B2:M5");
      const add = (type: Excel.ConditionalFormatType | `${Excel.ConditionalFormatType}`) =>
        range.conditionalFormats.add(type as Excel.ConditionalFormatType);
      add("ColorScale").colorScale.criteria = {
        minimum: { type: "LowestValue", color: "blue" },
        midpoint: { formula: "50", type: "Percent", color: "yellow" },
        maximum: { type: "HighestValue", color: "red" },
      };
      const preset = add("PresetCriteria").preset;
      preset.format.font.color = "white";
      preset.rule = { criterion: "OneStdDevAboveAverage" };
      add("DataBar").dataBar.barDirection = "LeftToRight";
      const icons = add("IconSet").iconSet;
      icons.style = "ThreeTriangles";
      icons.criteria = [
        {} as Excel.ConditionalIconCriterion,
        { type: "Number", operator: "GreaterThanOrEqual", formula: "=700" },
        { type: "Number", operator: "GreaterThanOrEqual", formula: "=1000" },
      ];
      const text = add("ContainsText").textComparison;
      text.format.font.color = "red";
      text.rule = { operator: "Contains", text: "Försenad" };
      const value = add("CellValue").cellValue;
      value.format.fill.color = "lightgreen";
      value.rule = { formula1: "=0", operator: "LessThan" };
      const top = add("TopBottom").topBottom;
      top.format.fill.color = "green";
      top.rule = { rank: 1, type: "TopItems" };
      const custom = add("Custom").custom;
      custom.rule.formula = '=IF(B8>INDIRECT("RC[-1]",0),TRUE)';
      custom.format.font.color = "green";
      const all = sheet.getRange().conditionalFormats.load("type");
      await context.sync();
      expect(all.items.map(({ type }) => type).reverse()).toEqual([
        "ColorScale",
        "PresetCriteria",
        "DataBar",
        "IconSet",
        "ContainsText",
        "CellValue",
        "TopBottom",
        "Custom",
      ]);
      const ranges = all.items.map((item) => item.getRange().load("address"));
      icons.load("style,criteria");
      value.load("rule");
      await context.sync();
      expect(new Set(ranges.map(({ address }) => address))).toEqual(new Set(["Blad1!B2:M5"]));
      expect([icons.style, icons.criteria.map(({ formula }) => formula)]).toEqual([
        "ThreeTriangles",
        [undefined, "700", "1000"],
      ]);
      expect(value.rule).toMatchObject({ formula1: "=0", operator: "LessThan" });
      const first = all.items.at(-1)!;
      first.priority = 0;
      first.stopIfTrue = true;
      first.load("priority,stopIfTrue");
      range.conditionalFormats.getItemAt(0).load("type");
      await context.sync();
      expect([first.priority, first.stopIfTrue]).toEqual([0, true]);
      sheet.getRange().conditionalFormats.clearAll();
      const left = sheet.getRange().conditionalFormats.getCount();
      await context.sync();
      expect(left.value).toBe(0);
    });
  },
);

contract(
  "docs",
  "DataBarConditionalFormat.axisFormat, DataBarConditionalFormat.negativeFormat, ConditionalDataBarPositiveFormat.gradientFill, ConditionalDataBarNegativeFormat.matchPositiveFillColor",
  "a data bar's axis, border, gradient and what is below zero",
  "learn.microsoft.com/javascript/api/excel/excel.databarconditionalformat",
  async () => {
    const { run } = open();
    await run(async (context) => {
      const { dataBar } = sheetOf(context).getRange("A1:A9").conditionalFormats.add("DataBar");
      dataBar.axisFormat = "CellMidPoint";
      dataBar.axisColor = "#123456";
      dataBar.positiveFormat.gradientFill = false;
      dataBar.positiveFormat.borderColor = "black";
      dataBar.negativeFormat.matchPositiveFillColor = true;
      dataBar.load("axisFormat,axisColor,barDirection");
      dataBar.positiveFormat.load();
      dataBar.negativeFormat.load();
      await context.sync();
      expect(dataBar.toJSON()).toMatchObject({
        axisFormat: "CellMidPoint",
        axisColor: "#123456",
        barDirection: "Context",
      });
      expect(dataBar.positiveFormat.toJSON()).toMatchObject({ gradientFill: false, borderColor: "#000000" });
      expect(dataBar.negativeFormat.matchPositiveFillColor).toBe(true);
      expect(dataBar.negativeFormat.fillColor).toBe(dataBar.positiveFormat.fillColor);
    });
  },
);

contract(
  "docs",
  "DataValidation.rule, DataValidation.valid, DataValidation.getInvalidCells, DataValidation.getInvalidCellsOrNullObject, DataValidation.prompt, DataValidation.errorAlert, DataValidation.type",
  "rules on numbers, lists and formulas, and the cells that break them",
  `${samples}/22-data-validation/data-validation.yaml`,
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      const sheet = sheetOf(context);
      context.workbook.worksheets.add("Val").getRange("A1:A3").values = [["Natt"], ["Dag"], ["Kväll"]];
      sheet.getRange("A1:D4").values = [
        ["Pass", "Antal", "Datum", "Anteckning"],
        ["Natt", 2, "2024-02-01", "inga"],
        ["Morgon", -1, "2023-12-31", "Morgon sen"],
        ["dag", 2.5, "2024-05-01", "x"],
      ];
      const numbers = sheet.getRange("B2:B4").dataValidation;
      numbers.clear();
      numbers.rule = { wholeNumber: { formula1: 0, operator: "GreaterThan" } };
      numbers.prompt = { message: "Hela pass.", showPrompt: true, title: "Antal" };
      numbers.errorAlert = {
        message: "Bara hela tal över noll",
        showAlert: true,
        style: "Stop",
        title: "Fel",
      };
      const list = sheet.getRange("A2:A4").dataValidation;
      list.rule = {
        list: { inCellDropDown: true, source: context.workbook.worksheets.getItem("Val").getRange("A1:A3") },
      };
      const dates = sheet.getRange("C2:C4").dataValidation;
      dates.rule = {
        date: { formula1: "2024-01-01", formula2: "2024-12-31", operator: "Between" },
      };
      const custom = sheet.getRange("D2:D4").dataValidation;
      custom.rule = { custom: { formula: "=NOT(ISNUMBER(SEARCH(A2,D2)))" } };
      for (const one of [numbers, list, dates, custom]) one.load("type,valid");
      const bad = [numbers, list, dates, custom].map((one) => one.getInvalidCells().load("address"));
      numbers.load("rule,prompt,errorAlert");
      list.load("rule");
      await context.sync();
      expect([numbers, list, dates, custom].map(({ type, valid }) => [type, valid])).toEqual([
        ["WholeNumber", null],
        ["List", null],
        ["Date", null],
        ["Custom", null],
      ]);
      expect(bad.map(({ address }) => address)).toEqual(["Blad1!B3:B4", "Blad1!A3", "Blad1!C3", "Blad1!D3"]);
      expect(list.rule).toEqual({ list: { inCellDropDown: true, source: "=Val!$A$1:$A$3" } });
      expect(numbers.errorAlert).toMatchObject({ style: "Stop", title: "Fel" });
      sheet.getRange("B3:B4").values = [[1], [3]];
      numbers.load("valid");
      const none = numbers.getInvalidCellsOrNullObject();
      const all = sheet.getRange("A3").dataValidation.load("valid");
      await context.sync();
      expect([numbers.valid, none.isNullObject, all.valid]).toEqual([true, true, false]);
    });
    expect(
      await codeOf(run, (context) => {
        sheetOf(context).getRange("F1").dataValidation.rule = {
          wholeNumber: { formula1: "inget tal", operator: "GreaterThan" },
        };
      }),
    ).toBe("InvalidArgument");
  },
);

contract(
  "docs",
  "NamedItemCollection.add, NamedItem.getRange, NamedItem.value, NamedItem.arrayValues, NamedItem.delete, NamedItem.visible",
  "names of ranges and of formulas: listed, read with their values, deleted",
  `${samples}/34-named-item/create-and-remove-named-item.yaml`,
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      const sheet = sheetOf(context);
      sheet.getRange("A1:A3").values = [[10], [20], [30]];
      const { names } = context.workbook;
      names.add("Utfall", sheet.getRange("A1:A3"));
      names.add("Summa", "=SUM(Blad1!$A$1:$A$3)");
      names.add("Dubbelt", "=Blad1!$A$1:$A$3*2");
      await context.sync();
      names.load("items/name,items/type,items/formula,items/visible");
      const sum = names.getItem("Summa").load("value,type");
      const { arrayValues } = names.getItem("Dubbelt");
      arrayValues.load("values,types");
      const range = names.getItem("Utfall").getRange().load("address,values");
      const none = names.getItemOrNullObject("Saknas");
      const noRange = names.getItem("Summa").getRangeOrNullObject();
      await context.sync();
      expect(names.items.map(({ name }) => name)).toEqual(["Utfall", "Summa", "Dubbelt"]);
      expect([sum.value, range.address, none.isNullObject, noRange.isNullObject]).toEqual([
        60,
        "Blad1!A1:A3",
        true,
        true,
      ]);
      expect([arrayValues.values, arrayValues.types[0]]).toEqual([[[20], [40], [60]], ["Double"]]);
      names.getItem("Dubbelt").delete();
      const count = names.getCount();
      await context.sync();
      expect(count.value).toBe(2);
    });
  },
);

contract(
  "docs",
  "CustomXmlPartCollection.add, CustomXmlPart.id, CustomXmlPart.getXml, CustomXmlPart.setXml, CustomXmlPart.delete, CustomXmlPartScopedCollection.getCount, CustomXmlPartScopedCollection.getOnlyItem",
  "a part is made, found by its id in a setting, replaced, deleted; a namespace tested for being unique",
  `${samples}/18-custom-xml-parts/create-set-get-and-delete-custom-xml-parts.yaml`,
  async () => {
    const { run } = open();
    const xml = "<Granskare xmlns='http://exempel.se/granskning'><Namn>A</Namn></Granskare>";
    await run(async (context) => {
      const part = context.workbook.customXmlParts.add(xml).load("id,namespaceUri");
      const blob = part.getXml();
      await context.sync();
      expect([blob.value, part.namespaceUri]).toEqual([xml, "http://exempel.se/granskning"]);
      context.workbook.settings.add("DelensId", part.id);
      await context.sync();
    });
    await run(async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject("DelensId").load("value");
      await context.sync();
      const part = context.workbook.customXmlParts.getItem(setting.value as string);
      part.setXml(xml.replace("A", "B"));
      const again = part.getXml();
      const scoped = context.workbook.customXmlParts.getByNamespace("http://exempel.se/granskning");
      const count = scoped.getCount();
      const only = scoped.getOnlyItem().load("id");
      const none = context.workbook.customXmlParts
        .getByNamespace("http://exempel.se/annat")
        .getOnlyItemOrNullObject();
      await context.sync();
      expect([again.value, count.value, only.id, none.isNullObject]).toEqual([
        xml.replace("A", "B"),
        1,
        setting.value,
        true,
      ]);
      part.delete();
      const gone = context.workbook.customXmlParts.getItemOrNullObject(setting.value as string);
      setting.delete();
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
    expect(await codeOf(run, (context) => void context.workbook.customXmlParts.add("<öppen>"))).toBe(
      "InvalidArgument",
    );
  },
);

contract(
  "docs",
  "CommentCollection.add, CommentCollection.getItemByCell, CommentCollection.getItemAt, CommentReplyCollection.add, Comment.resolved, Comment.getLocation, CommentReply.getParentComment, CommentCollection.getItemByReplyId",
  "made on a cell, changed, answered, resolved, found again and deleted",
  `${samples}/12-comments-and-notes/comment-replies.yaml`,
  async () => {
    const { run } = open({ user: "Ekonom" });
    await run(async (context) => {
      const { comments } = context.workbook;
      const made = comments.add("Blad1!B2", "Stämmer beloppet?");
      const onSheet = sheetOf(context).comments.add("C3", "Se beslutet");
      made.content = "Stämmer beloppet mot fakturan?";
      const reply = made.replies.add("Ja, kontrollerat");
      reply.load("id,content,authorName");
      made.load("id,content,authorName,resolved,creationDate");
      const place = onSheet.getLocation().load("address");
      comments.load("items/content");
      await context.sync();
      expect([made.content, made.authorName, made.resolved]).toEqual([
        "Stämmer beloppet mot fakturan?",
        "Ekonom",
        false,
      ]);
      expect(new Date(made.creationDate).getTime()).toBeGreaterThan(0);
      expect([place.address, comments.items.length]).toEqual(["Blad1!C3", 2]);
      const parent = reply.getParentComment().load("id");
      const byReply = comments.getItemByReplyId(reply.id).load("id");
      const byCell = comments.getItemByCell("Blad1!B2");
      byCell.resolved = true;
      byCell.load("id,resolved");
      const replies = made.replies.getCount();
      await context.sync();
      expect([parent.id, byReply.id, byCell.id]).toEqual([made.id, made.id, made.id]);
      expect([byCell.resolved, replies.value]).toEqual([true, 1]);
      reply.delete();
      comments.getItemAt(0).delete();
      const count = comments.getCount();
      await context.sync();
      expect(count.value).toBe(1);
    });
    expect(await codeOf(run, (context) => void context.workbook.comments.add("Blad1!A1:B2", "två"))).toBe(
      "InvalidArgument",
    );
  },
);

contract(
  "docs",
  "DocumentProperties.title, DocumentProperties.custom, CustomPropertyCollection.add, CustomProperty.value, CustomPropertyCollection.deleteAll, SettingCollection.add, SettingCollection.getItemOrNullObject, Setting.value",
  "the workbook's properties, one's own, and settings",
  `${samples}/26-document/properties.yaml`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const { properties, settings } = context.workbook;
      Object.assign(properties, {
        title: "Delår 2",
        subject: "Socialnämnden",
        keywords: "uppföljning",
        comments: "utkast",
        category: "rapport",
        manager: "m",
        company: "Kommunen",
        author: "a",
      });
      properties.custom.add("Version", 3);
      properties.custom.add("Godkänd", true);
      properties.custom.add("Källa", "Ekot");
      settings.add("Ändras", true);
      settings.add("Tas bort", [1, 2]);
      properties.load();
      properties.custom.load("items/key,items/value,items/type");
      await context.sync();
      expect(properties.toJSON()).toMatchObject({
        title: "Delår 2",
        company: "Kommunen",
        category: "rapport",
      });
      expect(properties.custom.items.map(({ key, value, type }) => [key, value, type])).toEqual([
        ["Version", 3, "Number"],
        ["Godkänd", true, "Boolean"],
        ["Källa", "Ekot", "String"],
      ]);
      settings.getItem("Ändras").value = false;
      settings.getItem("Tas bort").delete();
      const changed = settings.getItem("Ändras").load("value");
      const gone = settings.getItemOrNullObject("Tas bort");
      properties.custom.deleteAll();
      const left = properties.custom.getCount();
      await context.sync();
      expect([changed.value, gone.isNullObject, left.value]).toEqual([false, true, 0]);
    });
  },
);

contract(
  "docs",
  "Workbook.functions, FunctionResult.value, FunctionResult.error",
  "worksheet functions on ranges, nested, and with their error",
  `${samples}/50-workbook/workbook-built-in-functions.yaml`,
  async () => {
    const { run } = await calculating();
    await run(async (context) => {
      const sheet = sheetOf(context);
      const table = sheet.tables.add("A1:D1", true);
      table.getHeaderRowRange().values = [["Enhet", "Nov", "Dec", "Jan"]];
      table.rows.add(undefined, [
        ["Natt", "23", "18", "17"],
        ["Dag", "12", "11", "14"],
      ]);
      const range = sheet.getRange("A1:D3");
      const { functions } = context.workbook;
      const one = functions.vlookup("Dag", range, 2, false).load("value,error");
      const sum = functions
        .sum(
          functions.vlookup("Dag", range, 2, false),
          functions.vlookup("Dag", range, 3, false),
          functions.vlookup("Dag", range, 4, false),
        )
        .load("value");
      const missing = functions.vlookup("Kväll", range, 2, false).load("value,error");
      const rounded = functions.round(2.345, 2).load("value");
      await context.sync();
      expect([one.value, one.error, sum.value, rounded.value]).toEqual([12, "", 37, 2.35]);
      expect(missing.error).toBe("#N/A");
    });
  },
);

contract(
  "docs",
  "Application.calculationMode, Application.calculationState, Application.iterativeCalculation, Application.suspendApiCalculationUntilNextSync, Application.calculate, Application.cultureInfo, Application.decimalSeparator",
  "calculation is told, set and put off; separators and dates are those of the language",
  `${samples}/50-workbook/workbook-calculation.yaml`,
  async () => {
    const { run } = await calculating("sv-SE");
    await run(async (context) => {
      const { application } = context.workbook;
      application.load(
        "calculationMode,calculationState,decimalSeparator,thousandsSeparator,calculationEngineVersion",
      );
      application.iterativeCalculation.load();
      application.cultureInfo.load(
        "name,numberFormat/numberDecimalSeparator,datetimeFormat/shortDatePattern",
      );
      application.calculationMode = "Manual";
      const sheet = sheetOf(context);
      sheet.getRange("A1:B1").formulas = [[1, "=A1+1"]];
      sheet.getRange("A1").values = [[5]];
      const before = sheet.getRange("B1").load("values");
      await context.sync();
      expect([application.calculationMode, application.decimalSeparator]).toEqual(["Automatic", ","]);
      expect(application.cultureInfo.datetimeFormat.shortDatePattern).toBe("yyyy-MM-dd");
      expect(application.iterativeCalculation.toJSON()).toEqual({
        enabled: false,
        maxChange: 0.001,
        maxIteration: 100,
      });
      sheet.getRange("A1").values = [[9]];
      application.calculate("Full");
      const after = sheet.getRange("B1").load("values");
      await context.sync();
      expect([before.values[0][0], after.values[0][0]]).toEqual([6, 10]);
      application.calculationMode = "Automatic";
      application.suspendApiCalculationUntilNextSync();
      application.suspendScreenUpdatingUntilNextSync();
      await context.sync();
    });
  },
);

contract(
  "docs",
  "WorksheetProtection.protect, WorksheetProtection.unprotect, WorksheetProtection.options, WorkbookProtection.protect, WorkbookProtection.unprotect",
  "a sheet's data and the workbook's structure are protected and let go",
  `${samples}/50-workbook/data-protection.yaml`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = sheetOf(context);
      sheet.protection.protect({ allowFormatCells: true, allowSort: true });
      sheet.load("protection/protected,protection/options");
      context.workbook.protection.protect();
      context.workbook.load("protection/protected");
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
      expect(sheet.protection.options).toMatchObject({
        allowFormatCells: true,
        allowSort: true,
        allowInsertRows: false,
      });
      expect(context.workbook.protection.protected).toBe(true);
    });
    expect(await codeOf(run, (context) => void (sheetOf(context).getRange("A1").values = [[1]]))).toBe(
      "AccessDenied",
    );
    expect(await codeOf(run, (context) => void context.workbook.worksheets.add("Ny"))).toBe("AccessDenied");
    await run(async (context) => {
      sheetOf(context).protection.unprotect();
      context.workbook.protection.unprotect();
      await context.sync();
    });
    expect(await codeOf(run, (context) => context.workbook.protection.protect("hemligt"))).toBe(
      "NotImplemented",
    );
  },
);

contract(
  "docs",
  "PivotTableCollection.getItem, PivotTableCollection.getItemOrNullObject, PivotTableCollection.getCount, PivotTable.name, PivotTable.worksheet",
  "a file's pivot tables are listed with their sheet, by workbook and by sheet, and found by name",
  "learn.microsoft.com/javascript/api/excel/excel.pivottablecollection",
  async () => {
    const { run } = openClient(createHost(await readWorkbook(zipped(excelBook()))));
    await run(async (context) => {
      const { pivotTables, worksheets } = context.workbook;
      pivotTables.load("items/name,items/worksheet/name");
      const count = worksheets.getItem("Pivot").pivotTables.getCount();
      const none = worksheets.getItem("Data").pivotTables.getCount();
      const gone = pivotTables.getItemOrNullObject("finns inte");
      await context.sync();
      expect(pivotTables.items.map(({ name, worksheet }) => [name, worksheet.name])).toEqual([
        ["Pivottabell1", "Pivot"],
      ]);
      expect([count.value, none.value, gone.isNullObject]).toEqual([1, 0, true]);
    });
  },
);

describe("what the samples use that is not modelled is refused by name", () => {
  const refused: [string, (context: Excel.RequestContext) => unknown][] = [
    ["PivotTableCollection.add", (context) => sheetOf(context).pivotTables.add("P", "A1:B2", "D1")],
    ["Worksheet.shapes", (context) => sheetOf(context).shapes.addGeometricShape("Rectangle")],
    ["Workbook.slicers", (context) => context.workbook.slicers.load("items/name")],
    ["Workbook.bindings", (context) => context.workbook.bindings.load("items/id")],
    ["Worksheet.namedSheetViews", (context) => sheetOf(context).namedSheetViews.getCount()],
    ["Workbook.queries", (context) => context.workbook.queries.load("items/name")],
    ["Workbook.linkedWorkbooks", (context) => context.workbook.linkedWorkbooks.load("items/id")],
    ["Workbook.save", (context) => context.workbook.save("Save")],
    ["Workbook.close", (context) => context.workbook.close("SkipSave")],
    [
      "Chart.getImage",
      (context) => sheetOf(context).charts.add("Line", sheetOf(context).getRange("A1:B2")).getImage(),
    ],
    ["Range.getImage", (context) => sheetOf(context).getRange("A1").getImage()],
    ["Range.flashFill", (context) => sheetOf(context).getRange("A1").flashFill()],
    ["Worksheet.onSingleClicked", (context) => sheetOf(context).onSingleClicked.add(async () => undefined)],
    ["Workbook.onActivated", (context) => context.workbook.onActivated.add(async () => undefined)],
    ["Worksheet.tabId", (context) => sheetOf(context).load("tabId")],
  ];
  test.each(refused)("%s", async (member, use) => {
    const { run } = await calculating();
    const problem = await run(async (context) => {
      sheetOf(context).getRange("A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
      use(context);
      await context.sync();
    }).then(
      () => null,
      (error: { code?: string; message: string }) => error,
    );
    expect([problem?.code, problem?.message]).toEqual([
      "NotImplemented",
      `${member} is not modelled by the workbench.`,
    ]);
  });

  test("notes and comments by kind are not in Microsoft's client at all", async () => {
    const { client } = await calculating();
    const types = client.Excel as unknown as Record<string, { prototype: object } | undefined>;
    expect([types.Note, types.NoteCollection]).toEqual([undefined, undefined]);
    for (const type of ["Workbook", "Worksheet"]) expect("notes" in types[type]!.prototype).toBe(false);
    // Office's common API and Word have more for a custom XML part than Excel's.
    for (const member of ["insertElement", "query", "updateElement", "deleteAttribute"])
      expect(member in types.CustomXmlPart!.prototype).toBe(false);
  });
});
