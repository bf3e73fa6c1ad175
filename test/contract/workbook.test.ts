import { codeOf, look, open } from "../workbench/host/open";
import { contract } from "./contract";

const api = "learn.microsoft.com/javascript/api/excel/excel";
const at = (context: Excel.RequestContext, address: string) =>
  context.workbook.worksheets.getItem("Blad1").getRange(address);

contract(
  "docs",
  "NamedItemCollection.add, NamedItem.value, NamedItem.type, NamedItem.formula",
  "ranges, constants and formulas",
  `${api}.nameditem`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const names = context.workbook.names;
      names.add("Område", at(context, "A1:B2"));
      names.add("Sats", "=0.3142", "Arbetsgivaravgift");
      const range = names.getItem("område").load("name,value,type,formula,scope");
      const rate = names.getItem("Sats").load("value,type,comment");
      const place = names.getItem("Område").getRange().load("address");
      await context.sync();
      expect(range.toJSON()).toEqual({
        name: "Område",
        value: "Blad1!$A$1:$B$2",
        type: "Range",
        formula: "=Blad1!$A$1:$B$2",
        scope: "Workbook",
      });
      expect(rate.toJSON()).toMatchObject({ value: 0.3142, type: "Double", comment: "Arbetsgivaravgift" });
      expect(place.address).toBe("Blad1!A1:B2");
    });
    expect(await codeOf(run, (context) => void context.workbook.names.add("område", at(context, "C1")))).toBe(
      "ItemAlreadyExists",
    );
    expect(
      await codeOf(run, (context) => void context.workbook.names.add("med mellanslag", at(context, "C1"))),
    ).toBe("InvalidArgument");
    expect(await codeOf(run, (context) => void context.workbook.names.getItem("Saknas").load("name"))).toBe(
      "ItemNotFound",
    );
  },
);

contract(
  "docs",
  "Worksheet.names, NamedItem.worksheetOrNullObject",
  "a sheet's own names are not the workbook's",
  `${api}.worksheet#excel-excel-worksheet-names-member`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      context.workbook.worksheets.getItem("Blad1").names.add("Eget", at(context, "A1"));
      const own = context.workbook.worksheets
        .getItem("Blad1")
        .names.getItem("Eget")
        .load("scope,worksheet/name");
      const global = context.workbook.names.getItemOrNullObject("Eget");
      await context.sync();
      expect([own.scope, own.worksheet.name, global.isNullObject]).toEqual(["Worksheet", "Blad1", true]);
    });
  },
);

contract(
  "docs",
  "CustomXmlPartCollection.getByNamespace, CustomXmlPart.getXml, CustomXmlPart.setXml, CustomXmlPartScopedCollection.getOnlyItemOrNullObject",
  "parts by namespace; the only one, or null for none and for several",
  `${api}.customxmlpartscopedcollection`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const parts = context.workbook.customXmlParts;
      parts.add('<a xmlns="urn:ett"/>');
      parts.add('<?xml version="1.0"?><p:b xmlns:p="urn:två"><p:c/></p:b>');
      parts.add('<d xmlns="urn:två"/>');
      const one = parts.getByNamespace("urn:ett").getOnlyItemOrNullObject();
      one.load("id,namespaceUri");
      const several = parts.getByNamespace("urn:två").getOnlyItemOrNullObject();
      several.load("id");
      const count = parts.getByNamespace("urn:två").getCount();
      await context.sync();
      expect([one.namespaceUri, several.isNullObject, count.value]).toEqual(["urn:ett", true, 2]);
      one.setXml('<a xmlns="urn:ett"><ny/></a>');
      const xml = parts.getItem(one.id).getXml();
      await context.sync();
      expect(xml.value).toBe('<a xmlns="urn:ett"><ny/></a>');
    });
    expect(await codeOf(run, (context) => void context.workbook.customXmlParts.add("<a><b></a>"))).toBe(
      "InvalidArgument",
    );
    expect(
      await codeOf(
        run,
        (context) => void context.workbook.customXmlParts.getByNamespace("urn:två").getOnlyItem().load("id"),
      ),
    ).toBe("GeneralException");
  },
);

contract(
  "docs",
  "SettingCollection.add, Setting.value, Setting.delete",
  "JSON by key; dates come back as dates",
  `${api}.setting`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      context.workbook.settings.add("plan", { a: [1, "två"], när: new Date(0) });
      const setting = context.workbook.settings.getItem("plan").load("key,value");
      const other = context.workbook.settings.getItemOrNullObject("Plan");
      await context.sync();
      expect(setting.value).toMatchObject({ a: [1, "två"] });
      expect(other.isNullObject).toBe(true);
      setting.delete();
      const gone = context.workbook.settings.getItemOrNullObject("plan");
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  },
);

contract(
  "docs",
  "DocumentProperties.title, CustomPropertyCollection.add",
  "what is set is what is read",
  `${api}.documentproperties`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      context.workbook.properties.title = "Månadsrapport";
      context.workbook.properties.custom.add("Period", "2023-08");
      await context.sync();
    });
    expect(await look(run, (context) => context.workbook.properties, "title")).toMatchObject({
      title: "Månadsrapport",
    });
    expect(
      await look(run, (context) => context.workbook.properties.custom.getItem("period"), "value,type"),
    ).toMatchObject({ value: "2023-08", type: "String" });
  },
);

contract(
  "docs",
  "ConditionalFormatCollection.add, ConditionalFormat.priority, ConditionalRangeFont.color, ConditionalFormatRule.formula",
  "the newest rule comes first; types keep their settings",
  `${api}.conditionalformatcollection#excel-excel-conditionalformatcollection-add-member(1)`,
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      const formats = at(context, "A1:A9").conditionalFormats;
      const custom = formats.add("Custom");
      custom.custom.rule.formula = "=$A1<0";
      custom.custom.format.font.color = "#FF0000";
      const value = formats.add("CellValue");
      value.cellValue.rule = { formula1: "=0", operator: "LessThan" };
      value.cellValue.format.fill.color = "yellow";
      const icons = formats.add("IconSet");
      icons.iconSet.style = "ThreeTrafficLights1";
      const bar = formats.add("DataBar");
      bar.dataBar.positiveFormat.fillColor = "#638EC6";
      const scale = formats.add("ColorScale");
      scale.colorScale.criteria = {
        minimum: { type: "LowestValue", color: "#FFFFFF" },
        maximum: { type: "HighestValue", color: "#00FF00" },
      };
      formats.load("items/type,items/priority");
      const other = custom.cellValueOrNullObject;
      other.load("rule");
      await context.sync();
      expect(formats.items.map(({ type }) => type)).toEqual([
        "ColorScale",
        "DataBar",
        "IconSet",
        "CellValue",
        "Custom",
      ]);
      expect(formats.items.map(({ priority }) => priority)).toEqual([0, 1, 2, 3, 4]);
      expect(other.isNullObject).toBe(true);
    });
    expect(workbook.sheets[0].conditionalFormats.at(-1)).toMatchObject({
      type: "expression",
      formulas: ["$A1<0"],
      style: { font: { color: { rgb: "#FF0000" } } },
    });
    await run(async (context) => {
      at(context, "A1:A4").conditionalFormats.clearAll();
      await context.sync();
    });
    expect(workbook.sheets[0].conditionalFormats[0].ranges).toEqual([
      { row: 4, column: 0, rowCount: 5, columnCount: 1 },
    ]);
  },
);

contract(
  "docs",
  "DataValidation.rule, DataValidation.type, DataValidation.errorAlert, DataValidation.clear",
  "one rule a range; differing cells are Inconsistent",
  `${api}.datavalidation`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const list = at(context, "A1:A5").dataValidation;
      list.rule = { list: { inCellDropDown: true, source: "Ja,Nej" } };
      list.errorAlert = { message: "Välj i listan", title: "Fel", showAlert: true, style: "Warning" };
      const [same, mixed] = [at(context, "A2:A3").dataValidation, at(context, "A5:A6").dataValidation];
      same.load("rule,type,errorAlert");
      mixed.load("type");
      await context.sync();
      expect(same.toJSON()).toMatchObject({
        type: "List",
        rule: { list: { source: "Ja,Nej" } },
        errorAlert: { style: "Warning" },
      });
      expect(mixed.type).toBe("Inconsistent");
      list.clear();
      same.load("type");
      await context.sync();
      expect(same.type).toBe("None");
    });
  },
);

contract(
  "docs",
  "CommentCollection.add, Comment.getLocation, CommentReplyCollection.add",
  "one cell only; replies, resolving, finding by cell",
  `${api}.commentcollection#excel-excel-commentcollection-add-member(1)`,
  async () => {
    const { run } = open({ user: "En controller" });
    await run(async (context) => {
      const comment = context.workbook.comments.add("Blad1!B2", "Stämmer detta?");
      comment.replies.add("Ja.");
      comment.resolved = true;
      const found = context.workbook.comments
        .getItemByCell("Blad1!B2")
        .load("content,authorName,resolved,replies/items/content");
      const place = comment.getLocation().load("address");
      await context.sync();
      expect(found.toJSON()).toMatchObject({
        content: "Stämmer detta?",
        authorName: "En controller",
        resolved: true,
      });
      expect(found.replies.items.map(({ content }) => content)).toEqual(["Ja."]);
      expect(place.address).toBe("Blad1!B2");
    });
    expect(await codeOf(run, (context) => void context.workbook.comments.add("Blad1!A1:A2", "x"))).toBe(
      "InvalidArgument",
    );
  },
);

contract(
  "docs",
  "ChartCollection.add, ChartSeriesCollection.add, ChartTitle.text, ChartAxis.minimum, ChartLegend.position, Chart.setPosition",
  "series from a range; titles, axes, legend and place",
  `${api}.chartcollection#excel-excel-chartcollection-add-member(1)`,
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Blad1");
      at(context, "A1:C4").values = [
        ["Post", "Utfall", "Budget"],
        ["Hyra", 1, 2],
        ["El", 3, 4],
        ["Vatten", 5, 6],
      ];
      const chart = sheet.charts.add("ColumnClustered", at(context, "A1:C4"), "Auto");
      chart.title.text = "Utfall mot budget";
      chart.legend.position = "Top";
      chart.axes.valueAxis.minimum = 0;
      chart.setPosition("E2", "J15");
      const line = chart.series.add("Trend");
      line.chartType = "Line";
      line.axisGroup = "Secondary";
      line.setValues(at(context, "C2:C4"));
      chart.series.getItemAt(0).format.fill.setSolidColor("#123456");
      chart.load("name,series/items/name,series/items/chartType");
      await context.sync();
      expect(chart.series.items.map(({ name, chartType }) => [name, chartType])).toEqual([
        ["Utfall", "ColumnClustered"],
        ["Budget", "ColumnClustered"],
        ["Trend", "Line"],
      ]);
    });
    const [chart] = workbook.sheets[0].charts;
    expect(chart).toMatchObject({
      title: { text: "Utfall mot budget" },
      legend: { position: "Top" },
      left: 192,
      top: 15,
    });
    expect(chart.series[0]).toMatchObject({
      valuesFormula: "Blad1!$B$2:$B$4",
      categoriesFormula: "Blad1!$A$2:$A$4",
      color: "#123456",
    });
  },
);
