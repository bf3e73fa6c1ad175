import type {
  GroupDetails,
  ChartLabels,
  ChartMarker,
  ChartPoint,
  ChartTrendline,
  SeriesDetails,
} from "../../model/chartLook";
import { chartReference, newSeries } from "../../model/charts";
import type { ChartSeries } from "../../model/parts";
import { formulaRefs, refArea } from "../../model/references";
import { apiValue } from "../../model/cells";
import type { Workbook } from "../../model/workbook";
import type { Batch } from "../batch";
import {
  calculated,
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
import { invalidArgument, itemNotFound } from "../errors";
import { object, type Targets } from "../targets";
import { chartType, horizontals, rangeArgument, turned, verticals } from "./chart";
import { kept, touch } from "./chartLook";

type SeriesTarget = Targets["ChartSeries"];
type PointTarget = Targets["ChartPoint"];
type LabelsTarget = Targets["ChartDataLabels"];
type TrendlineTarget = Targets["ChartTrendline"];

const changed = ({ sheet, chart }: Pick<SeriesTarget, "sheet" | "chart">, batch: Batch) =>
  touch(sheet, chart, batch);

function seriesName({ item }: SeriesTarget, { workbook }: Batch): string {
  const [ref] = item.nameFormula ? formulaRefs(`=${item.nameFormula}`) : [];
  const sheet = ref && workbook.sheet(ref.sheet);
  if (!sheet) return item.name;
  const { row, column } = refArea(ref);
  return String(apiValue(sheet.value(row, column)));
}

/** The cells of a series' data, in order. @throws ItemNotFound where it refers to none. */
function dataOf(formula: string, workbook: Workbook): (string | number | boolean)[] {
  const [ref] = formula ? formulaRefs(`=${formula}`) : [];
  const sheet = ref && workbook.sheet(ref.sheet);
  if (!ref || !sheet) throw itemNotFound("the series has no such data");
  const area = refArea(ref);
  return Array.from({ length: area.rowCount * area.columnCount }, (_, index) =>
    apiValue(
      sheet.value(area.row + Math.floor(index / area.columnCount), area.column + (index % area.columnCount)),
    ),
  );
}

function pointCount({ valuesFormula }: ChartSeries): number {
  const [ref] = valuesFormula ? formulaRefs(`=${valuesFormula}`) : [];
  if (!ref) return 0;
  const { rowCount, columnCount } = refArea(ref);
  return rowCount * columnCount;
}

const detail = <K extends keyof SeriesDetails>(
  key: K,
  read: (raw: unknown) => SeriesDetails[K],
  standard: unknown,
) =>
  kept<SeriesTarget, SeriesDetails, K>(
    ({ item }) => ({ held: item.details, hold: (details) => (item.details = details) }),
    key,
    read,
    standard,
    changed,
  );

const between = (low: number, high: number) => (raw: unknown) => {
  const given = number(raw);
  if (given < low || given > high) throw invalidArgument(`${given}: ${low}–${high} is expected`);
  return given;
};

/** Of all the chart's series of a kind: Excel keeps it for those drawn together. */
const ofGroup = <K extends keyof GroupDetails>(
  key: K,
  read: (raw: unknown) => GroupDetails[K],
  standard: unknown,
) =>
  kept<SeriesTarget, GroupDetails, K>(
    ({ chart }) => ({
      held: chart.details?.groups,
      hold: (groups) => (chart.details = { ...chart.details, groups }),
    }),
    key,
    read,
    standard,
    changed,
  );

const isStacked = ({ chart, item }: SeriesTarget) => /Stacked/.test(item.type || chart.type);

const markerStyles = oneOf([
  "Automatic",
  "None",
  "Square",
  "Diamond",
  "Triangle",
  "X",
  "Star",
  "Dot",
  "Dash",
  "Circle",
  "Plus",
]);

function markerProperties<T extends SeriesTarget | PointTarget>(
  bag: (target: T) => { held: ChartMarker | undefined; hold(marker: ChartMarker): void },
): Record<string, Property<T>> {
  const one = <K extends keyof ChartMarker>(
    key: K,
    read: (raw: unknown) => ChartMarker[K],
    standard: unknown,
  ) => kept<T, ChartMarker, K>(bag, key, read, standard, changed);
  return {
    markerStyle: one("style", markerStyles, "Automatic"),
    markerSize: one("size", between(2, 72), 5),
    markerBackgroundColor: one("background", color, ""),
    markerForegroundColor: one("foreground", color, ""),
  };
}

const pointOf = ({ series, index }: PointTarget): ChartPoint => series.details?.points?.[index] ?? {};

function changePoint({ series, index }: PointTarget, point: ChartPoint): void {
  const points = { ...series.details?.points, [index]: point };
  series.details = { ...series.details, points };
}

/** Labels of one series, of all a chart's series, or of one point. */
function labelProperties<T>(
  read: (target: T) => ChartLabels | null | undefined,
  write: (target: T, change: ChartLabels, batch: Batch) => void,
): Record<string, Property<T>> {
  const one = <K extends keyof ChartLabels>(
    key: K,
    check: (raw: unknown) => ChartLabels[K],
    standard: unknown,
  ): Property<T> => ({
    get: (target) => read(target)?.[key] ?? standard,
    set: (target, raw, batch) => write(target, { [key]: check(raw) } as ChartLabels, batch),
  });
  const positions = [
    "None",
    "Center",
    "InsideEnd",
    "InsideBase",
    "OutsideEnd",
    "Left",
    "Right",
    "Top",
    "Bottom",
    "BestFit",
    "Callout",
  ];
  return {
    position: one("position", oneOf(positions), "OutsideEnd"),
    showValue: one("showValue", truth, true),
    showSeriesName: one("showSeriesName", truth, false),
    showCategoryName: one("showCategoryName", truth, false),
    showPercentage: one("showPercentage", truth, false),
    showLegendKey: one("showLegendKey", truth, false),
    showBubbleSize: one("showBubbleSize", truth, false),
    separator: one("separator", text, ", "),
    numberFormat: one("numberFormat", text, "General"),
    linkNumberFormat: one("linkNumberFormat", truth, true),
    horizontalAlignment: one("horizontal", horizontals, "Center"),
    verticalAlignment: one("vertical", verticals, "Center"),
    textOrientation: one("rotation", turned, 0),
  };
}

const unsavedLabels = ["horizontalAlignment", "verticalAlignment"];

const hasLabels = (labels: ChartLabels) =>
  labels.showValue !== false ||
  (labels.showSeriesName ?? labels.showCategoryName ?? labels.showPercentage ?? false);

function changeLabels({ sheet, chart, series }: LabelsTarget, change: ChartLabels, batch: Batch): void {
  for (const one of series) {
    const labels = { ...one.details?.labels, ...change };
    one.details = { ...one.details, labels };
    // What is said to be shown is shown.
    if (Object.entries(change).some(([key, on]) => key.startsWith("show") && on === true))
      one.dataLabels = true;
    if (!hasLabels(labels)) one.dataLabels = false;
  }
  touch(sheet, chart, batch);
}

function changeLabel(point: PointTarget, change: ChartLabels, batch: Batch): void {
  const { series } = point;
  const held = pointOf(point);
  changePoint(point, {
    ...held,
    label: { ...series.details?.labels, ...held.label, ...change },
  });
  changed(point, batch);
}

const trendlineTypes = oneOf([
  "Linear",
  "Exponential",
  "Logarithmic",
  "MovingAverage",
  "Polynomial",
  "Power",
]);

const trend = <K extends keyof ChartTrendline>(
  key: K,
  read: (raw: unknown) => ChartTrendline[K],
  standard: unknown,
): Property<TrendlineTarget> => ({
  get: ({ item }) => item[key] ?? standard,
  set: (line, raw, batch) => {
    line.item[key] = read(raw);
    changed(line, batch);
  },
});

const trendName = {
  Linear: "Linear",
  Exponential: "Expon.",
  Logarithmic: "Log.",
  Polynomial: "Poly.",
  Power: "Power",
};

export const chartSeriesTypes = {
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
        set: (series, raw, batch) => {
          const given = text(raw);
          if (given.startsWith("=")) series.item.nameFormula = given.slice(1);
          else {
            series.item.name = given;
            series.item.nameFormula = "";
          }
          changed(series, batch);
        },
      },
      chartType: {
        get: ({ chart, item }) => item.type || chart.type,
        set: (series, raw, batch) => {
          const type = chartType(raw);
          series.item.type = type === series.chart.type ? "" : type;
          changed(series, batch);
        },
      },
      axisGroup: {
        get: ({ item }) => item.axisGroup,
        set: (series, raw, batch) => {
          series.item.axisGroup = oneOf(["Primary", "Secondary"])(raw);
          changed(series, batch);
        },
      },
      hasDataLabels: {
        get: ({ item }) => item.dataLabels,
        set: (series, raw, batch) => {
          series.item.dataLabels = truth(raw);
          changed(series, batch);
        },
      },
      plotOrder: {
        get: ({ chart, item }) => chart.series.indexOf(item),
        set: (series, raw, batch) => {
          const at = integer(raw);
          const all = series.chart.series;
          if (at < 0 || at >= all.length) throw invalidArgument(`plot order ${at}`);
          all.splice(all.indexOf(series.item), 1);
          all.splice(at, 0, series.item);
          changed(series, batch);
        },
      },
      ...markerProperties<SeriesTarget>(({ item }) => ({
        held: item.details?.marker,
        hold: (marker) => (item.details = { ...item.details, marker }),
      })),
      smooth: {
        ...detail("smooth", truth, false),
        get: ({ chart, item }) => item.details?.smooth ?? /Smooth/.test(item.type || chart.type),
      },
      gapWidth: {
        ...ofGroup("gapWidth", between(0, 500), 150),
        get: (series) => series.chart.details?.groups?.gapWidth ?? (isStacked(series) ? 100 : 150),
      },
      overlap: {
        ...ofGroup("overlap", between(-100, 100), 0),
        get: (series) => series.chart.details?.groups?.overlap ?? (isStacked(series) ? 100 : 0),
      },
      invertIfNegative: detail("invertIfNegative", truth, false),
      varyByCategories: ofGroup("varyByCategories", truth, false),
      explosion: detail("explosion", between(0, 400), 0),
      firstSliceAngle: ofGroup("firstSliceAngle", between(0, 360), 0),
      doughnutHoleSize: ofGroup("doughnutHoleSize", between(10, 90), 50),
    },
    navigation: {
      dataLabels: ({ sheet, chart, item }) => object("ChartDataLabels", { sheet, chart, series: [item] }),
      points: (series) => object("ChartPointsCollection", series),
      trendlines: (series) => object("ChartTrendlineCollection", series),
      format: ({ sheet, chart, item }, batch) =>
        object("ChartSeriesFormat", {
          look: () => ({
            fill: item.color,
            line: {
              ...(item.color && { color: item.color }),
              ...(item.lineStyle && { style: item.lineStyle }),
              weight: item.details?.lineWeight,
            },
          }),
          change: ({ fill = "", line = {} }) => {
            item.color = fill !== item.color ? fill : (line.color ?? item.color);
            if (line.style !== undefined) item.lineStyle = line.style;
            if (line.weight !== undefined) item.details = { ...item.details, lineWeight: line.weight };
            touch(sheet, chart, batch);
          },
        }),
    },
    methods: {
      delete: (series, _args, batch) => {
        series.chart.series.splice(series.chart.series.indexOf(series.item), 1);
        changed(series, batch);
      },
      setValues: (series, [data], batch) => {
        const source = rangeArgument(data, series.sheet, batch);
        series.item.valuesFormula = chartReference(source.sheet, source.area);
        changed(series, batch);
      },
      setXAxisValues: (series, [data], batch) => {
        const source = rangeArgument(data, series.sheet, batch);
        series.item.categoriesFormula = chartReference(source.sheet, source.area);
        changed(series, batch);
      },
      getDimensionValues: {
        calculated: true,
        run: ({ item }, [dimension], { workbook }) => {
          const wanted = oneOf(["Categories", "Values", "XValues", "YValues"])(dimension);
          const isValues = wanted === "Values" || wanted === "YValues";
          return dataOf(isValues ? item.valuesFormula : item.categoriesFormula, workbook);
        },
      },
    },
  },

  ChartPointsCollection: {
    items: ({ sheet, chart, item }) =>
      Array.from({ length: pointCount(item) }, (_, index) =>
        object("ChartPoint", { sheet, chart, series: item, index }),
      ),
    properties: { count: value(({ item }) => pointCount(item)) },
  },
  ChartPoint: {
    exists: ({ series, index }) => index < pointCount(series),
    properties: {
      value: calculated(({ series, index }, { workbook }) => dataOf(series.valuesFormula, workbook)[index]),
      hasDataLabel: {
        get: (point) => {
          const { label } = pointOf(point);
          return label === undefined ? point.series.dataLabels : label !== null;
        },
        set: (point, raw, batch) => {
          changePoint(point, { ...pointOf(point), label: truth(raw) ? (pointOf(point).label ?? {}) : null });
          changed(point, batch);
        },
      },
      ...markerProperties<PointTarget>((point) => ({
        held: pointOf(point).marker ?? point.series.details?.marker,
        hold: (marker) => changePoint(point, { ...pointOf(point), marker }),
      })),
    },
    navigation: {
      dataLabel: (point) => object("ChartDataLabel", point),
      format: (point, batch) =>
        object("ChartPointFormat", {
          look: () => pointOf(point).look,
          change: (look) => {
            changePoint(point, { ...pointOf(point), look });
            changed(point, batch);
          },
        }),
    },
  },

  ChartDataLabels: {
    unsaved: unsavedLabels,
    properties: labelProperties<LabelsTarget>(({ series }) => series[0]?.details?.labels, changeLabels),
    navigation: {
      format: (labels, batch) =>
        object("ChartDataLabelFormat", {
          look: () => labels.series[0]?.details?.labels?.look,
          change: (look) => changeLabels(labels, { look }, batch),
        }),
    },
  },
  ChartDataLabel: {
    unsaved: unsavedLabels,
    properties: {
      ...labelProperties<PointTarget>(
        (point) => pointOf(point).label ?? point.series.details?.labels,
        changeLabel,
      ),
      text: {
        get: (point) => pointOf(point).label?.text ?? "",
        set: (point, raw, batch) => changeLabel(point, { text: text(raw) }, batch),
      },
      autoText: {
        get: (point) => pointOf(point).label?.text === undefined,
        set: (point, raw, batch) => {
          if (truth(raw)) changeLabel(point, { text: undefined }, batch);
        },
      },
    },
    navigation: {
      format: (point, batch) =>
        object("ChartDataLabelFormat", {
          look: () => pointOf(point).label?.look ?? point.series.details?.labels?.look,
          change: (look) => changeLabel(point, { look }, batch),
        }),
    },
  },

  ChartTrendlineCollection: {
    items: ({ sheet, chart, item }) =>
      (item.details?.trendlines ?? []).map((line) =>
        object("ChartTrendline", { sheet, chart, series: item, item: line }),
      ),
    item: ({ sheet, chart, item }, index) => {
      const line = item.details?.trendlines?.[integer(index)];
      return line ? object("ChartTrendline", { sheet, chart, series: item, item: line }) : null;
    },
    methods: {
      add: ({ sheet, chart, item }, [type], batch) => {
        const line: ChartTrendline = { type: trendlineTypes(type ?? "Linear") };
        item.details = { ...item.details, trendlines: [...(item.details?.trendlines ?? []), line] };
        touch(sheet, chart, batch);
        return object("ChartTrendline", { sheet, chart, series: item, item: line });
      },
    },
  },
  ChartTrendline: {
    id: { wire: "_Id", of: ({ series, item }) => series.details?.trendlines?.indexOf(item) ?? 0 },
    exists: ({ series, item }) => series.details?.trendlines?.includes(item) ?? false,
    properties: {
      type: trend("type", trendlineTypes, "Linear"),
      name: {
        get: ({ sheet, chart, series, item }, batch) => {
          const of = seriesName({ sheet, chart, item: series }, batch);
          const kind = trendName[item.type as keyof typeof trendName];
          return item.name ?? (kind ? `${kind} (${of})` : `${item.period ?? 2} per. Mov. Avg. (${of})`);
        },
        set: (line, raw, batch) => {
          line.item.name = text(raw);
          changed(line, batch);
        },
      },
      polynomialOrder: trend("order", between(2, 6), 2),
      movingAveragePeriod: trend("period", between(2, 255), 2),
      forwardPeriod: trend("forward", number, 0),
      backwardPeriod: trend("backward", number, 0),
      intercept: {
        get: ({ item }) => item.intercept ?? "",
        set: (line, raw, batch) => {
          line.item.intercept = raw === "" ? undefined : number(raw);
          changed(line, batch);
        },
      },
      showEquation: trend("showEquation", truth, false),
      showRSquared: trend("showRSquared", truth, false),
    },
    navigation: {
      format: ({ sheet, chart, item }, batch) =>
        object("ChartTrendlineFormat", {
          look: () => ({ line: item.line }),
          change: ({ line }) => {
            item.line = line;
            touch(sheet, chart, batch);
          },
        }),
    },
    methods: {
      delete: (line, _args, batch) => {
        const rest = line.series.details?.trendlines?.filter((one) => one !== line.item);
        line.series.details = { ...line.series.details, trendlines: rest };
        changed(line, batch);
      },
    },
  },
} satisfies PartialRegistry;
