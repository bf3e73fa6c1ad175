import { open } from "../workbench/host/open";
import { contract } from "./contract";

/** The calls that Microsoft's own chart samples make, with figures of ours. */
const samples = "github.com/OfficeDev/office-js-snippets/tree/main/samples/excel/10-chart";

const rows = [
  ["Verksamhet", "Kv1", "Kv2", "Kv3", "Kv4"],
  ["Hemtjänst", 5000, 7000, 6544, 4377],
  ["Särskilt boende", 12000, 8766, 8456, 9812],
  ["LSS-boende", 9000, 8700, 8900, 9400],
  ["Personlig assistans", 1550, 1088, 692, 853],
];

/** A sheet with a table, made as the samples make theirs. */
async function withChart(type: string, by: "Auto" | "Rows" | "Columns" = "Auto") {
  const opened = open();
  await opened.run(async (context) => {
    context.workbook.worksheets.getItemOrNullObject("Diagram").delete();
    const sheet = context.workbook.worksheets.add("Diagram");
    const table = sheet.tables.add("A1:E1", true);
    table.name = "Kvartal";
    table.getHeaderRowRange().values = [rows[0]];
    table.rows.add(undefined, rows.slice(1));
    const chart = sheet.charts.add(type as Excel.ChartType, sheet.getRange("A1:E5"), by);
    chart.setPosition("A8", "F22");
    chart.name = "Nettokostnad";
    chart.title.text = "Nettokostnad per kvartal";
    sheet.getRange().format.autofitColumns();
    sheet.activate();
    await context.sync();
  });
  const at = <T>(batch: (chart: Excel.Chart, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
    opened.run((context) =>
      batch(context.workbook.worksheets.getItem("Diagram").charts.getItem("Nettokostnad"), context),
    );
  return { ...opened, at };
}

contract(
  "docs",
  "ChartAxis.displayUnit, ChartAxis.scaleType, ChartAxis.logBase, ChartAxis.setPositionAt, ChartAxis.reversePlotOrder, ChartAxis.tickLabelSpacing, ChartAxis.tickMarkSpacing, ChartAxis.tickLabelPosition, ChartAxis.majorTickMark, ChartAxis.isBetweenCategories, ChartAxis.position",
  "axes keep units, scale, ticks, order and where they cross",
  `${samples}/chart-axis-formatting.yaml`,
  async () => {
    const { at } = await withChart("Line");
    await at(async (chart, context) => {
      const category = chart.axes.categoryAxis;
      category.reversePlotOrder = true;
      category.tickLabelSpacing = 1;
      category.tickMarkSpacing = 2;
      category.isBetweenCategories = false;
      category.tickLabelPosition = "High";
      category.majorTickMark = "Outside";
      category.position = "Maximum";
      const value = chart.axes.valueAxis;
      value.displayUnit = "Thousands";
      value.scaleType = "Logarithmic";
      value.logBase = 100;
      value.majorTickMark = "Cross";
      value.setPositionAt(100);
      await context.sync();
      value.load("displayUnit,scaleType,logBase,majorTickMark,position,positionAt");
      category.load("reversePlotOrder,tickLabelSpacing,isBetweenCategories,tickLabelPosition,position");
      await context.sync();
      expect(value.toJSON()).toEqual({
        displayUnit: "Thousands",
        scaleType: "Logarithmic",
        logBase: 100,
        majorTickMark: "Cross",
        position: "Custom",
        positionAt: 100,
      });
      expect(category.toJSON()).toMatchObject({
        reversePlotOrder: true,
        tickLabelSpacing: 1,
        isBetweenCategories: false,
        tickLabelPosition: "High",
        position: "Maximum",
      });
      value.scaleType = "Linear";
      value.setCustomDisplayUnit(500);
      value.showDisplayUnitLabel = false;
      value.load("scaleType,displayUnit,customDisplayUnit,showDisplayUnitLabel");
      await context.sync();
      expect([
        value.scaleType,
        value.displayUnit,
        value.customDisplayUnit,
        value.showDisplayUnitLabel,
      ]).toEqual(["Linear", "Custom", 500, false]);
    });
  },
);

contract(
  "docs",
  "ChartTitle.format, ChartLegend.format, ChartAxis.format, ChartGridlines.format, Chart.format, Chart.plotArea, ChartFont.name, ChartFont.color, ChartFill.setSolidColor",
  "fonts, fills and lines of a chart's parts",
  `${samples}/chart-formatting.yaml`,
  async () => {
    const { at } = await withChart("LineMarkers", "Rows");
    await at(async (chart, context) => {
      chart.axes.categoryAxis.setCategoryNames(
        context.workbook.worksheets.getItem("Diagram").getRange("B1:E1"),
      );
      chart.axes.valueAxis.tickLabelPosition = "None";
      chart.plotArea.width = 800;
      chart.plotArea.left = 80;
      chart.title.format.font.size = 14.4;
      chart.title.format.font.name = "Times New Roman";
      chart.title.format.font.color = "#D9D9D9";
      chart.legend.format.font.name = "Times New Roman";
      chart.legend.format.fill.setSolidColor("white");
      chart.axes.categoryAxis.format.font.color = "#D9D9D9";
      chart.axes.valueAxis.majorGridlines.format.line.color = "#585858";
      chart.format.fill.setSolidColor("#404040");
      await context.sync();
      chart.load("title/format/font,legend/format/font/name,plotArea/width,plotArea/left");
      chart.axes.valueAxis.majorGridlines.format.line.load("color,lineStyle,weight");
      chart.axes.categoryAxis.format.font.load("color,bold");
      const categories = chart.series.getItemAt(0).getDimensionValues("Categories");
      await context.sync();
      expect(chart.title.format.font.toJSON()).toMatchObject({
        size: 14.4,
        name: "Times New Roman",
        color: "#D9D9D9",
      });
      expect(chart.legend.format.font.name).toBe("Times New Roman");
      expect([chart.plotArea.width, chart.plotArea.left]).toEqual([800, 80]);
      expect(chart.axes.valueAxis.majorGridlines.format.line.color).toBe("#585858");
      expect(chart.axes.categoryAxis.format.font.color).toBe("#D9D9D9");
      expect(categories.value).toEqual(["Kv1", "Kv2", "Kv3", "Kv4"]);
    });
  },
);

contract(
  "docs",
  "Chart.dataLabels, ChartSeries.dataLabels, ChartSeries.hasDataLabels, ChartSeries.points, ChartPoint.dataLabel, ChartPoint.hasDataLabel, ChartDataLabel.showSeriesName, ChartDataLabels.position, ChartDataLabels.separator, ChartDataLabel.text",
  "labels of a chart, a series and a point",
  `${samples}/chart-data-labels.yaml`,
  async () => {
    const { at } = await withChart("LineMarkers", "Rows");
    await at(async (chart, context) => {
      chart.series.load("count");
      await context.sync();
      for (let index = 0; index < chart.series.count; index++) {
        const series = chart.series.getItemAt(index);
        series.hasDataLabels = true;
        series.markerSize = 20;
        series.markerBackgroundColor = "#404040";
        series.points.load("count");
        await context.sync();
        expect(series.points.count).toBe(4);
        for (let point = 0; point < series.points.count; point++)
          series.points.getItemAt(point).markerForegroundColor = "#404040";
        series.points.getItemAt(3).dataLabel.showSeriesName = true;
      }
      chart.dataLabels.position = "Center";
      chart.dataLabels.separator = "\n";
      chart.dataLabels.format.font.color = "#D9D9D9";
      const point = chart.series.getItemAt(1).points.getItemAt(2);
      point.hasDataLabel = true;
      point.dataLabel.text = "Efter omtaget";
      point.dataLabel.set({ showValue: false });
      await context.sync();
      const first = chart.series.getItemAt(0);
      first.dataLabels.load("position,separator,showValue");
      const last = first.points.getItemAt(3).load("value,markerSize,dataLabel/showSeriesName");
      point.dataLabel.load("text,autoText,showValue");
      first.dataLabels.format.font.load("color");
      await context.sync();
      expect(first.dataLabels.toJSON()).toMatchObject({
        position: "Center",
        separator: "\n",
        showValue: true,
      });
      expect(first.dataLabels.format.font.color).toBe("#D9D9D9");
      expect([last.value, last.markerSize, last.dataLabel.showSeriesName]).toEqual([4377, 20, true]);
      expect([point.dataLabel.text, point.dataLabel.autoText, point.dataLabel.showValue]).toEqual([
        "Efter omtaget",
        false,
        false,
      ]);
    });
  },
);

contract(
  "docs",
  "ChartSeries.markerStyle, ChartSeries.markerSize, ChartSeries.markerForegroundColor, ChartSeries.markerBackgroundColor",
  "a scatter chart's markers, series by series",
  `${samples}/chart-series-markers.yaml`,
  async () => {
    const { at } = await withChart("XYScatterSmooth");
    await at(async (chart, context) => {
      const [first, second] = [chart.series.getItemAt(0), chart.series.getItemAt(1)];
      first.markerStyle = "Dash";
      first.markerForegroundColor = "black";
      second.markerStyle = "X";
      second.markerSize = 12;
      second.markerBackgroundColor = "purple";
      await context.sync();
      first.load("markerStyle,markerForegroundColor,smooth");
      second.load("markerStyle,markerSize,markerBackgroundColor");
      await context.sync();
      expect([first.markerStyle, first.markerForegroundColor, first.smooth]).toEqual([
        "Dash",
        "#000000",
        true,
      ]);
      expect([second.markerStyle, second.markerSize, second.markerBackgroundColor]).toEqual([
        "X",
        12,
        "#800080",
      ]);
    });
  },
);

contract(
  "docs",
  "ChartSeries.plotOrder, ChartSeriesCollection.add, ChartSeries.setValues, ChartSeries.setXAxisValues, ChartSeries.delete",
  "series come, go and change places",
  `${samples}/chart-series.yaml`,
  async () => {
    const { at } = await withChart("ColumnClustered", "Columns");
    await at(async (chart, context) => {
      const sheet = context.workbook.worksheets.getItem("Diagram");
      chart.series.load("count");
      await context.sync();
      const before = chart.series.count;
      const added = chart.series.add("Prognos");
      added.setValues(sheet.getRange("E2:E5"));
      added.setXAxisValues(sheet.getRange("A2:A5"));
      added.plotOrder = 0;
      chart.series.load("items/name,count");
      await context.sync();
      expect([chart.series.count, chart.series.items[0].name]).toEqual([before + 1, "Prognos"]);
      chart.series.getItemAt(0).delete();
      chart.series.load("items/name,items/plotOrder");
      await context.sync();
      expect(chart.series.items.map(({ name }) => name)).toEqual(["Kv1", "Kv2", "Kv3", "Kv4"]);
    });
  },
);

contract(
  "docs",
  "ChartTrendlineCollection.add, ChartTrendlineCollection.getItem, ChartTrendline.type, ChartTrendline.format, ChartTrendline.movingAveragePeriod, ChartTrendline.showEquation",
  "trendlines are added, told, coloured and taken away",
  `${samples}/chart-trendlines.yaml`,
  async () => {
    const { at } = await withChart("Line", "Rows");
    await at(async (chart, context) => {
      const lines = chart.series.getItemAt(0).trendlines;
      lines.add("Linear");
      const average = lines.add("MovingAverage");
      average.movingAveragePeriod = 3;
      const line = lines.getItem(0);
      line.format.line.color = "#FF0000";
      line.showEquation = true;
      line.load("type,name,showEquation,format/line/color");
      average.load("type,movingAveragePeriod");
      const count = lines.getCount();
      await context.sync();
      expect([line.type, line.name, line.showEquation, line.format.line.color]).toEqual([
        "Linear",
        "Linear (Hemtjänst)",
        true,
        "#FF0000",
      ]);
      expect([average.type, average.movingAveragePeriod, count.value]).toEqual(["MovingAverage", 3, 2]);
      line.delete();
      lines.load("items/type");
      await context.sync();
      expect(lines.items.map(({ type }) => type)).toEqual(["MovingAverage"]);
    });
  },
);

contract(
  "docs",
  "ChartTitle.getSubstring, ChartTitle.textOrientation, ChartTitle.setFormula, ChartAxisTitle.text, ChartTitle.overlay",
  "titles turned, coloured in part and taken from a cell",
  `${samples}/chart-title-format.yaml`,
  async () => {
    const { at } = await withChart("ColumnClustered");
    await at(async (chart, context) => {
      const part = chart.title.getSubstring(0, 5);
      part.font.color = "yellow";
      chart.title.textOrientation = -45;
      chart.title.overlay = true;
      chart.axes.valueAxis.title.text = "tkr";
      chart.axes.valueAxis.title.format.font.bold = true;
      const read = chart.title.getSubstring(0, 5);
      read.font.load("color");
      chart.title.load("textOrientation,overlay");
      await context.sync();
      expect([read.font.color, chart.title.textOrientation, chart.title.overlay]).toEqual([
        "#FFFF00",
        -45,
        true,
      ]);
      chart.title.setFormula("=Diagram!A2");
      chart.title.load("text");
      await context.sync();
      expect(chart.title.text).toBe("Hemtjänst");
    });
  },
);

contract(
  "docs",
  "ChartLegend.legendEntries, ChartLegendEntry.visible, ChartLegend.position, ChartLegend.overlay",
  "entries of a legend hide one by one",
  `${samples}/chart-legend.yaml`,
  async () => {
    const { at } = await withChart("Line", "Rows");
    await at(async (chart, context) => {
      chart.legend.position = "Right";
      chart.legend.legendEntries.getItemAt(1).visible = false;
      chart.legend.format.font.set({ bold: true, italic: true, size: 15, underline: "Single" });
      chart.legend.legendEntries.load("items/visible");
      chart.legend.load("position,format/font");
      await context.sync();
      expect(chart.legend.legendEntries.items.map(({ visible }) => visible)).toEqual([
        true,
        false,
        true,
        true,
      ]);
      expect(chart.legend.format.font.toJSON()).toMatchObject({ bold: true, size: 15, underline: "Single" });
    });
  },
);

contract(
  "docs",
  "ChartPoint.format, ChartPoint.value, ChartSeries.gapWidth, ChartSeries.overlap, ChartSeries.doughnutHoleSize",
  "a point's colour, bars' gap and a doughnut's hole",
  `${samples}/chart-point.yaml`,
  async () => {
    const { at } = await withChart("ColumnClustered", "Rows");
    await at(async (chart, context) => {
      const series = chart.series.getItemAt(0);
      series.points.getItemAt(2).format.fill.setSolidColor("red");
      series.gapWidth = 80;
      series.overlap = -10;
      const [first, second] = [chart.series.getItemAt(0), chart.series.getItemAt(1)];
      first.load("gapWidth,overlap");
      second.load("gapWidth");
      await context.sync();
      expect([first.gapWidth, first.overlap, second.gapWidth]).toEqual([80, -10, 80]);
      chart.chartType = "Doughnut";
      first.doughnutHoleSize = 60;
      first.load("doughnutHoleSize,chartType");
      await context.sync();
      expect([first.doughnutHoleSize, first.chartType]).toEqual([60, "Doughnut"]);
    });
  },
);

contract(
  "docs",
  "ChartAxes.getItem, ChartSeries.axisGroup, ChartSeries.chartType",
  "a combined chart with a line on the second axes",
  `${samples}/chart-axis.yaml`,
  async () => {
    const { at, run } = await withChart("ColumnClustered", "Rows");
    await at(async (chart, context) => {
      const line = chart.series.getItemAt(3);
      line.chartType = "Line";
      line.axisGroup = "Secondary";
      const axis = chart.axes.getItem("Value", "Secondary");
      axis.minimum = 0;
      axis.maximum = 2000;
      axis.title.text = "Andel";
      axis.load("axisGroup,maximum,type");
      chart.axes.valueAxis.minorGridlines.visible = true;
      chart.axes.valueAxis.majorUnit = 2500;
      chart.axes.valueAxis.load("maximum,majorUnit");
      await context.sync();
      expect(axis.toJSON()).toMatchObject({ axisGroup: "Secondary", maximum: 2000, type: "Value" });
      expect([chart.axes.valueAxis.maximum, chart.axes.valueAxis.majorUnit]).toEqual(["", 2500]);
    });
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Diagram");
      const charts = sheet.charts.load("items/name");
      await context.sync();
      for (const one of charts.items) one.delete();
      const left = sheet.charts.getCount();
      await context.sync();
      expect(left.value).toBe(0);
    });
  },
);

contract(
  "docs",
  "Workbook.getActiveChart, Workbook.getActiveChartOrNullObject, Chart.activate",
  "the selected chart, or a null object for none",
  "learn.microsoft.com/javascript/api/excel/excel.workbook#excel-excel-workbook-getactivechartornullobject-member(1)",
  async () => {
    const { run, at } = await withChart("Line");
    await run(async (context) => {
      const none = context.workbook.getActiveChartOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
    await at(async (chart, context) => {
      chart.activate();
      const active = context.workbook.getActiveChart().load("name");
      await context.sync();
      expect(active.name).toBe("Nettokostnad");
    });
  },
);
