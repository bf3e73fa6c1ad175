import { readWorkbook, writeWorkbook } from "../../../src/workbench/xlsx";
import { newChart } from "../../../src/workbench/model/charts";
import type { Chart } from "../../../src/workbench/model/parts";
import { Workbook } from "../../../src/workbench/model/workbook";

const rows = [
  ["Verksamhet", "Kv1", "Kv2"],
  ["Hemtjänst", 5000, 7000],
  ["Särskilt boende", 12000, 8766],
];

function withChart(type: string): { workbook: Workbook; chart: Chart } {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Data");
  rows.forEach((row, r) => row.forEach((value, c) => sheet.setValue(r, c, value)));
  const chart = newChart(sheet, type, { row: 0, column: 0, rowCount: 3, columnCount: 3 }, "Columns");
  sheet.charts.push(chart);
  return { workbook, chart };
}

async function again(workbook: Workbook): Promise<{ workbook: Workbook; chart: Chart }> {
  const read = await readWorkbook(await writeWorkbook(workbook));
  return { workbook: read, chart: read.sheets[0].charts[0] };
}

/** Every detail that a chart of the kind can have. */
function decorate(chart: Chart): void {
  const look = { fill: "#404040", line: { color: "#112233", weight: 2 }, font: { size: 14, bold: true } };
  chart.title = { text: "Kostnad per kvartal", visible: true, look, rotation: -45, overlay: true };
  chart.legend = { visible: true, position: "Corner", look, hidden: [1] };
  chart.details = {
    groups: chart.type.startsWith("Column") ? { gapWidth: 80, overlap: -10 } : undefined,
    area: { ...look, font: { name: "Arial", italic: true, color: "#0000FF", underline: "Single" } },
    plot: { fill: "" },
    blanks: "Zero",
    visibleOnly: false,
    roundedCorners: true,
    style: 5,
  };
  chart.axes.value = {
    ...chart.axes.value,
    title: "tkr",
    maximum: 20000,
    details: {
      look: { line: { style: "None" }, font: { color: "#D9D9D9" } },
      title: { look: { font: { italic: true } }, rotation: 90 },
      gridline: { color: "#585858", style: "Dash" },
      minorGridlines: true,
      majorUnit: 2500,
      displayUnit: "Thousands",
      showUnit: false,
      majorTick: "Cross",
      labels: "High",
      logBase: 100,
    },
  };
  chart.axes.category = {
    ...chart.axes.category,
    details: { reversed: true, labelSpacing: 2, crosses: "Maximum", rotation: 45 },
  };
  const marker = { style: "Diamond", size: 9, background: "#FF0000", foreground: "#00FF00" };
  chart.series[0] = {
    ...chart.series[0],
    color: "#4472C4",
    dataLabels: true,
    details: {
      labels: { showSeriesName: true, separator: "; ", numberFormat: "0.0", linkNumberFormat: false, look },
      points: {
        0: { look: { fill: "#FF0000" } },
        1: { label: { text: "Efter omtaget" } },
      },
      trendlines: [
        { type: "Linear", showEquation: true, line: { color: "#FF0000" } },
        { type: "MovingAverage", period: 2 },
      ],
      ...(chart.type.startsWith("Line") && { marker, lineWeight: 3, smooth: true }),
    },
  };
}

const said = (chart: Chart) => {
  const { title, legend, details, axes, series } = chart;
  return JSON.parse(JSON.stringify({ title, legend, details, axes, series })) as unknown;
};

describe("what a chart says of its looks", () => {
  test.each(["ColumnClustered", "LineMarkers"])("of a new %s chart is read back", async (type) => {
    const { workbook, chart } = withChart(type);
    decorate(chart);
    expect(said((await again(workbook)).chart)).toEqual(said(chart));
  });

  test.each(["ColumnClustered", "LineMarkers"])("of a file's %s chart is changed in place", async (type) => {
    const first = await again(withChart(type).workbook);
    decorate(first.chart);
    first.chart.series[1].details = { trendlines: [{ type: "Polynomial", order: 3 }] };
    expect(said((await again(first.workbook)).chart)).toEqual(said(first.chart));
  });

  test("taken away again, is gone from the file", async () => {
    const plain = withChart("ColumnClustered");
    const untouched = said((await again(plain.workbook)).chart);
    const first = withChart("ColumnClustered");
    decorate(first.chart);
    const { workbook, chart } = await again(first.workbook);
    Object.assign(
      chart,
      structuredClone({ details: undefined, ...plain.chart, id: chart.id, name: chart.name }),
    );
    expect(said((await again(workbook)).chart)).toEqual(untouched);
  });
});
