import type { Area } from "../../workbook/address";
import type { CellValue } from "../../workbook/cell";
import type { Chart, ChartAxis, ChartSeries } from "./parts";
import { absoluteAddress, sheetPrefix } from "./references";
import type { Sheet } from "./sheet";

export type SeriesBy = "Auto" | "Rows" | "Columns";

/** A new chart over a range, placed in Excel's default size beside nothing in particular. */
export function newChart(sheet: Sheet, type: string, data: Area, by: SeriesBy): Chart {
  const series = seriesFrom(sheet, data, by);
  const number = sheet.charts.length + 1;
  return {
    id: freeId(sheet),
    name: freeName(sheet),
    type,
    title: { text: series.length === 1 ? nameText(sheet, series[0]) : "", visible: series.length === 1 },
    left: 48 * number,
    top: 15 * number,
    width: 360,
    height: 216,
    legend: { visible: true, position: "Bottom" },
    series,
    axes: { category: newAxis(false), value: newAxis(true) },
  };
}

export function newAxis(gridlines: boolean): ChartAxis {
  return { title: "", visible: true, numberFormat: "General", minimum: null, maximum: null, gridlines };
}

function freeId(sheet: Sheet): string {
  for (let n = sheet.charts.length + 1; ; n++) {
    const id = `{00000000-0004-0000-0000-${n.toString(16).toUpperCase().padStart(12, "0")}}`;
    if (!sheet.charts.some((chart) => chart.id === id)) return id;
  }
}

function freeName(sheet: Sheet): string {
  for (let n = sheet.charts.length + 1; ; n++) {
    if (!sheet.charts.some(({ name }) => name === `Chart ${n}`)) return `Chart ${n}`;
  }
}

function nameText(sheet: Sheet, { name }: ChartSeries): string {
  return name || sheet.name;
}

/** A range's reference in a chart: "Blad1!$A$1:$A$5". */
export function chartReference(sheet: Sheet, area: Area): string {
  return sheetPrefix(sheet.name) + absoluteAddress(area);
}

export function newSeries(name: string): ChartSeries {
  return {
    name,
    nameFormula: "",
    valuesFormula: "",
    categoriesFormula: "",
    type: "",
    axisGroup: "Primary",
    color: "",
    dataLabels: false,
  };
}

/**
 * Series as Excel reads them from a range: along the longer side, names and categories taken from the edges where texts
 * stand (or the corner is blank).
 */
export function seriesFrom(sheet: Sheet, data: Area, by: SeriesBy): ChartSeries[] {
  const isLabel = (value: CellValue) => typeof value === "string";
  const corner = sheet.value(data.row, data.column);
  const topLabels =
    data.rowCount > 1 &&
    (isLabel(sheet.value(data.row, data.column + data.columnCount - 1)) ||
      (corner === null && data.columnCount > 1));
  const sideLabels =
    data.columnCount > 1 &&
    (isLabel(sheet.value(data.row + data.rowCount - 1, data.column)) ||
      (corner === null && data.rowCount > 1));
  const body: Area = {
    row: data.row + (topLabels ? 1 : 0),
    column: data.column + (sideLabels ? 1 : 0),
    rowCount: data.rowCount - (topLabels ? 1 : 0),
    columnCount: data.columnCount - (sideLabels ? 1 : 0),
  };
  const inColumns = by === "Columns" || (by === "Auto" && body.rowCount >= body.columnCount);
  const top = { ...body, row: data.row, rowCount: 1 };
  const side = { ...body, column: data.column, columnCount: 1 };
  const count = inColumns ? body.columnCount : body.rowCount;
  return Array.from({ length: count }, (_, index) => {
    const values = inColumns
      ? { ...body, column: body.column + index, columnCount: 1 }
      : { ...body, row: body.row + index, rowCount: 1 };
    const hasName = inColumns ? topLabels : sideLabels;
    const nameCell = inColumns
      ? { row: data.row, column: values.column, rowCount: 1, columnCount: 1 }
      : { row: values.row, column: data.column, rowCount: 1, columnCount: 1 };
    const categories = inColumns ? (sideLabels ? side : null) : topLabels ? top : null;
    const named = sheet.value(nameCell.row, nameCell.column);
    return {
      ...newSeries(
        hasName && named !== null
          ? String(typeof named === "object" ? named.fel : named)
          : `Series${index + 1}`,
      ),
      nameFormula: hasName ? chartReference(sheet, nameCell) : "",
      valuesFormula: chartReference(sheet, values),
      categoriesFormula: categories ? chartReference(sheet, categories) : "",
    };
  });
}
