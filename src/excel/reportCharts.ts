import type { Place, PlanRef } from "../workbook/expression";
import type { Placement } from "../workbook/placement";
import { amountFormat, isPercentFormat, percentFormat } from "../workbook/numberFormat";
import type { PlanChart, SheetPlan } from "../workbook/plan";

/** Greys and one blue that stay apart in greyscale print: dark, middle, light. */
const palette = ["#1F4E79", "#7F9DB9", "#C5D3E0", "#5B5B5B"];

const chartName = (report: string, key: string) => `KOLL_${report}_${key}`;
const rowPoints = 15;
const titleSize = 13;

/**
 * Makes the plan's charts below its table, or points those that are there at where the rows now stand: their place, size
 * and looks are the user's after the first time.
 */
export function writeCharts(
  sheet: Excel.Worksheet,
  placement: Placement,
  place: (ref: PlanRef) => Place,
): void {
  for (const chart of placement.plan.charts) {
    if (placement.existing) {
      const there = sheet.charts.getItemOrNullObject(chartName(placement.plan.report, chart.key));
      there.title.text = chart.title;
    } else addChart(sheet, placement, chart, place);
  }
}

/** Whole numbers grouped as in the table, or percent where it is that. */
function axisFormat(plan: SheetPlan, { rows, series, across }: PlanChart): string {
  const cells = plan.rows.find(({ key }) => key === rows[0])?.cells;
  return isPercentFormat(cells?.[across?.[0] ?? series[0].column]?.numberFormat ?? "")
    ? percentFormat(0)
    : amountFormat(0);
}

function addChart(
  sheet: Excel.Worksheet,
  { plan, left, columns }: Placement,
  chart: PlanChart,
  place: (ref: PlanRef) => Place,
): void {
  const column = (key: string) => {
    const [first, last] = [chart.rows[0], chart.rows[chart.rows.length - 1]].map((row) =>
      place({ row, column: key }),
    );
    return sheet.getRangeByIndexes(first.row, first.column, last.row - first.row + 1, 1);
  };
  const row = (key: string, columnKeys: string[]) => {
    const [first, last] = [columnKeys[0], columnKeys[columnKeys.length - 1]].map((one) =>
      place({ row: key, column: one }),
    );
    return sheet.getRangeByIndexes(first.row, first.column, 1, last.column - first.column + 1);
  };
  const caption = (rowKey: string, columnKey: string) => {
    const words = plan.rows.find(({ key }) => key === rowKey)!.cells[columnKey]?.content;
    return typeof words === "string" ? words : columnKey;
  };
  const { across } = chart;
  const lines: { values: Excel.Range; names: Excel.Range; name: string; type?: "Line" }[] = across
    ? chart.rows.map((key) => ({
        values: row(key, across),
        names: row(plan.headerRow, across),
        name: caption(key, chart.categories),
      }))
    : chart.series.map(({ column: key, type }) => ({
        values: column(key),
        names: column(chart.categories),
        name: caption(plan.headerRow, key),
        type,
      }));
  const made = sheet.charts.add(chart.type, lines[0].values, across ? "Rows" : "Columns");
  made.name = chartName(plan.report, chart.key);
  made.title.text = chart.title;
  made.legend.position = "Bottom";
  made.legend.visible = lines.length > 1;
  made.title.format.font.size = titleSize;
  // Excel draws bars from below; they stand in the table's order.
  if (chart.type === "BarClustered") made.axes.categoryAxis.reversePlotOrder = true;
  made.axes.valueAxis.numberFormat = axisFormat(plan, chart);
  lines.forEach(({ values, names, name, type }, index) => {
    const series = index === 0 ? made.series.getItemAt(0) : made.series.add();
    if (index > 0) series.setValues(values);
    series.setXAxisValues(names);
    series.name = name;
    if (type) series.chartType = type;
    // A line over columns is seen only where it is darker than the last of them.
    const color = type === "Line" ? palette[palette.length - 1] : palette[index % palette.length];
    series.format.fill.setSolidColor(color);
    if (type === "Line" || chart.type === "Line") series.format.line.color = color;
  });
  const below = place({ row: chart.below, column: plan.columns[0].key });
  const corner = sheet.getRangeByIndexes(below.row + 1, left, chart.heightRows, Math.min(columns.length, 7));
  made.setPosition(corner.getCell(0, 0), corner.getLastCell());
  made.height = chart.heightRows * rowPoints;
}
