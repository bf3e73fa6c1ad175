import type { Chart, ChartAxis, ChartSeries } from "../../model/parts";
import { chartReference, newChart, newSeries, type SeriesBy, seriesFrom } from "../../model/charts";
import { formulaRefs, refArea } from "../../model/references";
import { apiValue } from "../../model/cells";
import type { Sheet } from "../../model/sheet";
import { placeOf } from "../addresses";
import { areaOf, type Batch } from "../batch";
import {
  color,
  integer,
  number,
  oneOf,
  type PartialRegistry,
  type Property,
  text,
  truth,
  value,
} from "../definition";
import { HostError, invalidArgument, itemNotFound, notImplemented } from "../errors";
import { HostObject, type LiveAreas, object, type OnSheet } from "../targets";

/** The kinds the model draws; others are refused by name. */
export const chartTypes = [
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "Line",
  "LineMarkers",
  "LineStacked",
  "Area",
  "AreaStacked",
  "Pie",
  "Doughnut",
  "XYScatter",
] as const;

function chartType(raw: unknown): string {
  const found = chartTypes.find((type) => type.toLowerCase() === text(raw).toLowerCase());
  if (!found)
    throw new HostError("NotImplemented", `Charts of type ${text(raw)} are not modelled by the workbench.`);
  return found;
}

/** A changed chart is written anew, not as the file had it. */
function touch(sheet: Sheet, chart: Chart, { workbook, source }: Batch): void {
  chart.origin = undefined;
  const area = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  workbook.changed({ kind: "formats", sheet, area, source });
}

function rangeArgument(raw: unknown, sheet: Sheet, { workbook }: Batch) {
  if (raw instanceof HostObject) {
    const range = raw.target as LiveAreas;
    return { sheet: range.sheet, area: areaOf(range) };
  }
  return placeOf(workbook, sheet, text(raw));
}

const size = (key: "left" | "top" | "width" | "height"): Property<OnSheet<Chart>> => ({
  get: ({ item }) => item[key],
  set: ({ sheet, item }, raw, batch) => {
    const points = number(raw);
    if (points < 0) throw invalidArgument(`${key} ${points}`);
    item[key] = points;
    touch(sheet, item, batch);
  },
});

function seriesName({ item }: { item: ChartSeries }, { workbook }: Batch): string {
  const [ref] = item.nameFormula ? formulaRefs(`=${item.nameFormula}`) : [];
  const sheet = ref && workbook.sheet(ref.sheet);
  if (!sheet) return item.name;
  const { row, column } = refArea(ref);
  return String(apiValue(sheet.value(row, column)));
}

const axisProperty = <K extends keyof ChartAxis>(
  key: K,
  read: (raw: unknown) => ChartAxis[K],
): Property<{ sheet: Sheet; chart: Chart; item: ChartAxis }> => ({
  get: ({ item }) => item[key],
  set: ({ sheet, chart, item }, raw, batch) => {
    item[key] = read(raw);
    touch(sheet, chart, batch);
  },
});

/** Axis ends are numbers, "" for automatic. */
const axisEnd = (raw: unknown) => (raw === "" || raw === null ? null : number(raw));

export const chartTypesRegistry = {
  ChartCollection: {
    items: (sheet) => sheet.charts.map((item) => object("Chart", { sheet, item })),
    item: (sheet, key) => {
      const wanted = text(key).toLowerCase();
      const item = sheet.charts.find(
        ({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted,
      );
      return item ? object("Chart", { sheet, item }) : null;
    },
    properties: { count: value((sheet) => sheet.charts.length) },
    methods: {
      add: {
        calculated: true,
        run: (sheet, [type, data, by], batch) => {
          const source = rangeArgument(data, sheet, batch);
          const item = newChart(
            source.sheet,
            chartType(type),
            source.area,
            oneOf(["Auto", "Rows", "Columns"])(by ?? "Auto") as SeriesBy,
          );
          sheet.charts.push(item);
          touch(sheet, item, batch);
          return object("Chart", { sheet, item });
        },
      },
    },
  },

  Chart: {
    id: { wire: "Id", of: ({ item }) => item.id },
    exists: ({ sheet, item }) => sheet.charts.includes(item),
    properties: {
      id: value(({ item }) => item.id),
      name: {
        get: ({ item }) => item.name,
        set: ({ sheet, item }, raw, batch) => {
          item.name = text(raw);
          touch(sheet, item, batch);
        },
      },
      chartType: {
        get: ({ item }) => item.type,
        set: ({ sheet, item }, raw, batch) => {
          item.type = chartType(raw);
          touch(sheet, item, batch);
        },
      },
      left: size("left"),
      top: size("top"),
      width: size("width"),
      height: size("height"),
    },
    navigation: {
      axes: (chart) => object("ChartAxes", chart),
      legend: (chart) => object("ChartLegend", chart),
      series: (chart) => object("ChartSeriesCollection", chart),
      title: (chart) => object("ChartTitle", chart),
      worksheet: ({ sheet }) => object("Worksheet", sheet),
    },
    methods: {
      delete: ({ sheet, item }, _args, batch) => {
        touch(sheet, item, batch);
        sheet.charts.splice(sheet.charts.indexOf(item), 1);
      },
      activate: () => null,
      setData: {
        calculated: true,
        run: ({ sheet, item }, [data, by], batch) => {
          const source = rangeArgument(data, sheet, batch);
          item.series = seriesFrom(
            source.sheet,
            source.area,
            oneOf(["Auto", "Rows", "Columns"])(by ?? "Auto") as SeriesBy,
          );
          touch(sheet, item, batch);
        },
      },
      setPosition: ({ sheet, item }, [start, end], batch) => {
        const from = rangeArgument(start, sheet, batch).area;
        const to = end === null || end === undefined ? null : rangeArgument(end, sheet, batch).area;
        item.left = sheet.left(from.column);
        item.top = sheet.top(from.row);
        const last = to ?? from;
        if (to || from.rowCount > 1 || from.columnCount > 1) {
          item.width = sheet.left(last.column + last.columnCount) - item.left;
          item.height = sheet.top(last.row + last.rowCount) - item.top;
        }
        touch(sheet, item, batch);
      },
    },
  },

  ChartTitle: {
    properties: {
      text: {
        get: ({ item }) => item.title.text,
        set: ({ sheet, item }, raw, batch) => {
          // A title that is given is shown, as in Excel.
          item.title = { text: text(raw), visible: true };
          touch(sheet, item, batch);
        },
      },
      visible: {
        get: ({ item }) => item.title.visible,
        set: ({ sheet, item }, raw, batch) => {
          item.title.visible = truth(raw);
          touch(sheet, item, batch);
        },
      },
    },
  },

  ChartLegend: {
    properties: {
      visible: {
        get: ({ item }) => item.legend.visible,
        set: ({ sheet, item }, raw, batch) => {
          item.legend.visible = truth(raw);
          touch(sheet, item, batch);
        },
      },
      position: {
        get: ({ item }) => item.legend.position,
        set: ({ sheet, item }, raw, batch) => {
          item.legend.position = oneOf(["Top", "Bottom", "Left", "Right"])(raw);
          touch(sheet, item, batch);
        },
      },
    },
  },

  ChartAxes: {
    navigation: {
      categoryAxis: ({ sheet, item }) =>
        object("ChartAxis", { sheet, chart: item, item: item.axes.category, value: false }),
      valueAxis: ({ sheet, item }) =>
        object("ChartAxis", { sheet, chart: item, item: item.axes.value, value: true }),
    },
    methods: {
      getItem: ({ sheet, item }, [type, group]) => {
        const kind = oneOf(["Category", "Value"])(type);
        if (oneOf(["Primary", "Secondary"])(group ?? "Primary") === "Secondary")
          throw notImplemented("ChartAxes", "getItem of the secondary group");
        const isValue = kind === "Value";
        return object("ChartAxis", {
          sheet,
          chart: item,
          item: isValue ? item.axes.value : item.axes.category,
          value: isValue,
        });
      },
    },
  },
  ChartAxis: {
    properties: {
      type: value(({ value: isValue }) => (isValue ? "Value" : "Category")),
      axisGroup: value(() => "Primary"),
      visible: axisProperty("visible", truth),
      numberFormat: axisProperty("numberFormat", text),
      minimum: { ...axisProperty("minimum", axisEnd), get: ({ item }) => item.minimum ?? "" },
      maximum: { ...axisProperty("maximum", axisEnd), get: ({ item }) => item.maximum ?? "" },
    },
    navigation: {
      title: ({ sheet, chart, item }) => object("ChartAxisTitle", { sheet, chart, item }),
      majorGridlines: ({ sheet, chart, item }) => object("ChartGridlines", { sheet, chart, item }),
    },
  },
  ChartAxisTitle: {
    properties: {
      text: axisProperty("title", text),
      visible: {
        get: ({ item }) => item.title !== "",
        set: ({ sheet, chart, item }, raw, batch) => {
          if (!truth(raw)) item.title = "";
          touch(sheet, chart, batch);
        },
      },
    },
  },
  ChartGridlines: { properties: { visible: axisProperty("gridlines", truth) } },

  ChartSeriesCollection: {
    items: ({ sheet, item }) =>
      item.series.map((series) => object("ChartSeries", { sheet, chart: item, item: series })),
    properties: { count: value(({ item }) => item.series.length) },
    methods: {
      add: ({ sheet, item }, [name, index], batch) => {
        const at = index === null || index === undefined ? item.series.length : integer(index);
        if (at < 0 || at > item.series.length) throw invalidArgument(`series ${at}`);
        const given = name === null || name === undefined ? `Series${item.series.length + 1}` : text(name);
        const series = newSeries(given);
        item.series.splice(at, 0, series);
        touch(sheet, item, batch);
        return object("ChartSeries", { sheet, chart: item, item: series });
      },
    },
  },
  ChartSeries: {
    exists: ({ chart, item }) => chart.series.includes(item),
    properties: {
      name: {
        calculated: true,
        get: seriesName,
        set: ({ sheet, chart, item }, raw, batch) => {
          const given = text(raw);
          if (given.startsWith("=")) item.nameFormula = given.slice(1);
          else {
            item.name = given;
            item.nameFormula = "";
          }
          touch(sheet, chart, batch);
        },
      },
      chartType: {
        get: ({ chart, item }) => item.type || chart.type,
        set: ({ sheet, chart, item }, raw, batch) => {
          const type = chartType(raw);
          item.type = type === chart.type ? "" : type;
          touch(sheet, chart, batch);
        },
      },
      axisGroup: {
        get: ({ item }) => item.axisGroup,
        set: ({ sheet, chart, item }, raw, batch) => {
          item.axisGroup = oneOf(["Primary", "Secondary"])(raw);
          touch(sheet, chart, batch);
        },
      },
      hasDataLabels: {
        get: ({ item }) => item.dataLabels,
        set: ({ sheet, chart, item }, raw, batch) => {
          item.dataLabels = truth(raw);
          touch(sheet, chart, batch);
        },
      },
      plotOrder: {
        get: ({ chart, item }) => chart.series.indexOf(item),
        set: ({ sheet, chart, item }, raw, batch) => {
          const at = integer(raw);
          if (at < 0 || at >= chart.series.length) throw invalidArgument(`plot order ${at}`);
          chart.series.splice(chart.series.indexOf(item), 1);
          chart.series.splice(at, 0, item);
          touch(sheet, chart, batch);
        },
      },
    },
    navigation: { format: (series) => object("ChartSeriesFormat", series) },
    methods: {
      delete: ({ sheet, chart, item }, _args, batch) => {
        chart.series.splice(chart.series.indexOf(item), 1);
        touch(sheet, chart, batch);
      },
      setValues: ({ sheet, chart, item }, [data], batch) => {
        const source = rangeArgument(data, sheet, batch);
        item.valuesFormula = chartReference(source.sheet, source.area);
        touch(sheet, chart, batch);
      },
      setXAxisValues: ({ sheet, chart, item }, [data], batch) => {
        const source = rangeArgument(data, sheet, batch);
        item.categoriesFormula = chartReference(source.sheet, source.area);
        touch(sheet, chart, batch);
      },
      getDimensionValues: {
        calculated: true,
        run: ({ item }, [dimension], { workbook }) => {
          const formula = oneOf(["Categories", "Values", "XValues", "YValues"])(dimension);
          const reference =
            formula === "Values" || formula === "YValues" ? item.valuesFormula : item.categoriesFormula;
          const [ref] = reference ? formulaRefs(`=${reference}`) : [];
          const sheet = ref && workbook.sheet(ref.sheet);
          if (!ref || !sheet) throw itemNotFound(formula);
          const area = refArea(ref);
          return Array.from({ length: area.rowCount * area.columnCount }, (_, index) =>
            apiValue(
              sheet.value(
                area.row + Math.floor(index / area.columnCount),
                area.column + (index % area.columnCount),
              ),
            ),
          );
        },
      },
    },
  },
  ChartSeriesFormat: {
    navigation: {
      fill: ({ sheet, chart, item }, batch) =>
        object("ChartFill", {
          fill: (chosen) => {
            item.color = chosen ?? "";
            touch(sheet, chart, batch);
          },
        }),
      line: ({ sheet, chart, item }, batch) =>
        object("ChartLineFormat", {
          color: item.color,
          set: (change) => {
            if (change.color !== undefined) item.color = change.color;
            if (change.lineStyle !== undefined) item.lineStyle = change.lineStyle;
            touch(sheet, chart, batch);
          },
        }),
    },
  },
  ChartFill: {
    methods: {
      setSolidColor: (target, [chosen]) => target.fill(color(chosen)),
      clear: (target) => target.fill(null),
    },
  },
  ChartLineFormat: {
    properties: {
      color: { get: (target) => target.color, set: (target, raw) => target.set({ color: color(raw) }) },
      lineStyle: {
        set: (target, raw) =>
          target.set({
            lineStyle: oneOf(["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "RoundDot"])(raw),
          }),
      },
    },
  },
} satisfies PartialRegistry;
