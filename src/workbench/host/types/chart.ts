import type { ChartDetails, ChartPlace, ChartText } from "../../model/chartLook";
import { newChart, type SeriesBy, seriesFrom } from "../../model/charts";
import type { Chart } from "../../model/parts";
import { formulaRefs, refArea } from "../../model/references";
import { apiValue } from "../../model/cells";
import type { Sheet } from "../../model/sheet";
import { placeOf } from "../addresses";
import { areaOf, type Batch } from "../batch";
import {
  integer,
  number,
  oneOf,
  type PartialRegistry,
  type Property,
  text,
  truth,
  value,
} from "../definition";
import { HostError, invalidArgument } from "../errors";
import { checkAllowed } from "../protection";
import { eventTypes } from "../protocol";
import { HostObject, type LiveAreas, object, type OnSheet } from "../targets";
import { areaFormat, kept, touch } from "./chartLook";

/** The kinds the model draws; others are refused by name. */
const chartTypes = [
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "Line",
  "LineMarkers",
  "LineStacked",
  "LineStacked100",
  "LineMarkersStacked",
  "LineMarkersStacked100",
  "Area",
  "AreaStacked",
  "AreaStacked100",
  "Pie",
  "Doughnut",
  "XYScatter",
  "XYScatterLines",
  "XYScatterLinesNoMarkers",
  "XYScatterSmooth",
  "XYScatterSmoothNoMarkers",
] as const;

export function chartType(raw: unknown): string {
  const found = chartTypes.find((type) => type.toLowerCase() === text(raw).toLowerCase());
  if (!found)
    throw new HostError("NotImplemented", `Charts of type ${text(raw)} are not modelled by the workbench.`);
  return found;
}

export function rangeArgument(raw: unknown, sheet: Sheet, { workbook }: Batch) {
  if (raw instanceof HostObject) {
    const range = raw.target as LiveAreas;
    return { sheet: range.sheet, area: areaOf(range) };
  }
  return placeOf(workbook, sheet, text(raw));
}

const seriesBy = (raw: unknown) => oneOf(["Auto", "Rows", "Columns"])(raw ?? "Auto") as SeriesBy;

type ChartTarget = OnSheet<Chart>;
const changed = ({ sheet, item }: ChartTarget, batch: Batch) => touch(sheet, item, batch);

const size = (key: "left" | "top" | "width" | "height"): Property<ChartTarget> => ({
  get: ({ item }) => item[key],
  set: (chart, raw, batch) => {
    const points = number(raw);
    if (points < 0) throw invalidArgument(`${key} ${points}`);
    chart.item[key] = points;
    changed(chart, batch);
  },
});

const detail = <K extends keyof ChartDetails>(
  key: K,
  read: (raw: unknown) => ChartDetails[K],
  standard: unknown,
) =>
  kept<ChartTarget, ChartDetails, K>(
    ({ item }) => ({ held: item.details, hold: (details) => (item.details = details) }),
    key,
    read,
    standard,
    changed,
  );

const titlePart = <K extends keyof ChartText>(
  key: K,
  read: (raw: unknown) => ChartText[K],
  standard: unknown,
) =>
  kept<ChartTarget, ChartText, K>(
    ({ item }) => ({
      held: item.title,
      hold: (title) => (item.title = { ...item.title, ...title }),
    }),
    key,
    read,
    standard,
    changed,
  );

/** A place's number; one that was never set is left to Excel, which alone knows it. */
function placed(
  bag: (chart: Chart) => { held: ChartPlace | undefined; hold(place: ChartPlace): void },
  type: string,
  key: keyof ChartPlace,
): Property<ChartTarget> {
  return {
    get: ({ item }) => {
      const known = bag(item).held?.[key];
      if (known === undefined)
        throw new HostError("NotImplemented", `${type}.${key} is laid out by Excel, not by the workbench.`);
      return known;
    },
    set: (chart, raw, batch) => {
      const { held, hold } = bag(chart.item);
      hold({ ...held, [key]: number(raw) });
      changed(chart, batch);
    },
    onlyByName: true,
  };
}

const titlePlace = (key: "left" | "top") =>
  placed(({ title }) => ({ held: title.place, hold: (place) => (title.place = place) }), "ChartTitle", key);
const legendPlace = (key: keyof ChartPlace) =>
  placed(
    ({ legend }) => ({ held: legend.place, hold: (place) => (legend.place = place) }),
    "ChartLegend",
    key,
  );
const plotPlace = (key: keyof ChartPlace) =>
  placed(
    (chart) => ({
      held: chart.details?.plotPlace,
      hold: (plotPlace) => (chart.details = { ...chart.details, plotPlace }),
    }),
    "ChartPlotArea",
    key,
  );

export const turned = (raw: unknown) => {
  const degrees = number(raw);
  if ((degrees < -90 || degrees > 90) && degrees !== 180)
    throw invalidArgument(`text orientation ${degrees}`);
  return degrees;
};

export const horizontals = oneOf(["Center", "Left", "Right", "Justify", "Distributed"]);
export const verticals = oneOf(["Center", "Bottom", "Top", "Justify", "Distributed"]);

/** The text of a cell a title is said to show ("=Blad1!A1"). @throws InvalidArgument for what is no single cell. */
export function cellText(raw: unknown, { workbook }: Batch): string {
  const formula = text(raw);
  const [ref] = formulaRefs(formula);
  const sheet = ref && workbook.sheet(ref.sheet);
  if (!sheet) throw invalidArgument(`${formula} is no cell`);
  const { row, column } = refArea(ref);
  return String(apiValue(sheet.value(row, column)));
}

function select(chart: ChartTarget, { workbook, source }: Batch): void {
  const before = workbook.activeChart;
  if (before?.chart === chart.item) return;
  workbook.activeChart = { sheet: chart.sheet, chart: chart.item };
  if (before) workbook.changed({ kind: "charts", action: "deactivated", ...before, source });
  workbook.changed({ kind: "charts", action: "activated", sheet: chart.sheet, chart: chart.item, source });
}

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
    eventTarget: (sheet) => sheet.id,
    events: {
      AddedEvent: eventTypes.chartAdded,
      DeletedEvent: eventTypes.chartDeleted,
      ActivatedEvent: eventTypes.chartActivated,
      DeactivatedEvent: eventTypes.chartDeactivated,
    },
    methods: {
      add: {
        calculated: true,
        run: (sheet, [type, data, by], batch) => {
          checkAllowed(sheet, "objects");
          const source = rangeArgument(data, sheet, batch);
          const item = newChart(source.sheet, chartType(type), source.area, seriesBy(by));
          sheet.charts.push(item);
          touch(sheet, item, batch);
          batch.workbook.changed({
            kind: "charts",
            action: "added",
            sheet,
            chart: item,
            source: batch.source,
          });
          return object("Chart", { sheet, item });
        },
      },
    },
  },

  Chart: {
    id: { wire: "Id", of: ({ item }) => item.id },
    exists: ({ sheet, item }) => sheet.charts.includes(item),
    eventTarget: ({ item }) => item.id,
    events: {
      ActivatedEvent: eventTypes.chartActivated,
      DeactivatedEvent: eventTypes.chartDeactivated,
    },
    properties: {
      id: value(({ item }) => item.id),
      name: {
        get: ({ item }) => item.name,
        set: (chart, raw, batch) => {
          chart.item.name = text(raw);
          changed(chart, batch);
        },
      },
      chartType: {
        get: ({ item }) => item.type,
        set: (chart, raw, batch) => {
          chart.item.type = chartType(raw);
          changed(chart, batch);
        },
      },
      left: size("left"),
      top: size("top"),
      width: size("width"),
      height: size("height"),
      style: detail("style", integer, 2),
      displayBlanksAs: detail("blanks", oneOf(["NotPlotted", "Zero", "Interplotted"]), "NotPlotted"),
      plotVisibleOnly: detail("visibleOnly", truth, true),
    },
    navigation: {
      axes: (chart) => object("ChartAxes", chart),
      dataLabels: ({ sheet, item }) => object("ChartDataLabels", { sheet, chart: item, series: item.series }),
      format: ({ sheet, item }, batch) =>
        object("ChartAreaFormat", {
          sheet,
          chart: item,
          look: () => item.details?.area,
          change: (area) => {
            item.details = { ...item.details, area };
            touch(sheet, item, batch);
          },
        }),
      legend: (chart) => object("ChartLegend", chart),
      plotArea: (chart) => object("ChartPlotArea", chart),
      series: (chart) => object("ChartSeriesCollection", chart),
      title: (chart) => object("ChartTitle", chart),
      worksheet: ({ sheet }) => object("Worksheet", sheet),
    },
    methods: {
      delete: (chart, _args, batch) => {
        const { sheet, item } = chart;
        const { workbook, source } = batch;
        checkAllowed(sheet, "objects");
        changed(chart, batch);
        sheet.charts.splice(sheet.charts.indexOf(item), 1);
        if (workbook.activeChart?.chart === item) workbook.activeChart = null;
        workbook.changed({ kind: "charts", action: "deleted", sheet, chart: item, source });
      },
      activate: (chart, _args, batch) => select(chart, batch),
      setData: {
        calculated: true,
        run: (chart, [data, by], batch) => {
          const source = rangeArgument(data, chart.sheet, batch);
          chart.item.series = seriesFrom(source.sheet, source.area, seriesBy(by));
          changed(chart, batch);
        },
      },
      setPosition: (chart, [start, end], batch) => {
        const { sheet, item } = chart;
        const from = rangeArgument(start, sheet, batch).area;
        const to = end === null || end === undefined ? null : rangeArgument(end, sheet, batch).area;
        item.left = sheet.left(from.column);
        item.top = sheet.top(from.row);
        const last = to ?? from;
        if (to || from.rowCount > 1 || from.columnCount > 1) {
          item.width = sheet.left(last.column + last.columnCount) - item.left;
          item.height = sheet.top(last.row + last.rowCount) - item.top;
        }
        changed(chart, batch);
      },
    },
  },

  ChartAreaFormat: {
    ...areaFormat,
    properties: {
      roundedCorners: {
        get: ({ chart }) => chart.details?.roundedCorners ?? false,
        set: ({ sheet, chart }, raw, batch) => {
          chart.details = { ...chart.details, roundedCorners: truth(raw) };
          touch(sheet, chart, batch);
        },
      },
    },
  },

  ChartPlotArea: {
    properties: {
      left: plotPlace("left"),
      top: plotPlace("top"),
      width: plotPlace("width"),
      height: plotPlace("height"),
      position: {
        get: ({ item }) => (item.details?.plotPlace ? "Custom" : "Automatic"),
        set: (chart, raw, batch) => {
          if (oneOf(["Automatic", "Custom"])(raw) === "Automatic" && chart.item.details?.plotPlace) {
            chart.item.details = { ...chart.item.details };
            delete chart.item.details.plotPlace;
          }
          changed(chart, batch);
        },
      },
    },
    navigation: {
      format: ({ sheet, item }, batch) =>
        object("ChartPlotAreaFormat", {
          look: () => item.details?.plot,
          change: (plot) => {
            item.details = { ...item.details, plot };
            touch(sheet, item, batch);
          },
        }),
    },
  },

  ChartTitle: {
    unsaved: ["horizontalAlignment", "position", "showShadow", "verticalAlignment"],
    properties: {
      text: {
        get: ({ item }) => item.title.text,
        set: (chart, raw, batch) => {
          // A title that is given is shown, as in Excel, and its letters begin alike.
          chart.item.title = { ...chart.item.title, text: text(raw), visible: true, runs: undefined };
          changed(chart, batch);
        },
      },
      visible: {
        get: ({ item }) => item.title.visible,
        set: (chart, raw, batch) => {
          chart.item.title = { ...chart.item.title, visible: truth(raw) };
          changed(chart, batch);
        },
      },
      overlay: titlePart("overlay", truth, false),
      position: titlePart("position", oneOf(["Automatic", "Top", "Bottom", "Left", "Right"]), "Top"),
      horizontalAlignment: titlePart("horizontal", horizontals, "Center"),
      verticalAlignment: titlePart("vertical", verticals, "Center"),
      textOrientation: titlePart("rotation", turned, 0),
      showShadow: titlePart("shadow", truth, false),
      left: titlePlace("left"),
      top: titlePlace("top"),
    },
    navigation: {
      format: ({ sheet, item }, batch) =>
        object("ChartTitleFormat", {
          look: () => item.title.look,
          change: (look) => {
            item.title = { ...item.title, look };
            touch(sheet, item, batch);
          },
        }),
    },
    methods: {
      setFormula: {
        calculated: true,
        run: (chart, [formula], batch) => {
          chart.item.title = { ...chart.item.title, text: cellText(formula, batch), visible: true };
          changed(chart, batch);
        },
      },
      getSubstring: ({ sheet, item }, [rawStart, rawLength], batch) => {
        const [start, length] = [integer(rawStart), integer(rawLength)];
        if (start < 0 || length < 1 || start + length > item.title.text.length)
          throw invalidArgument(`letters ${start}–${start + length} of ${item.title.text.length}`);
        const same = (run: { start: number; length: number }) => run.start === start && run.length === length;
        return object("ChartFormatString", {
          look: () => ({ font: item.title.runs?.find(same)?.font ?? item.title.look?.font }),
          change: ({ font = {} }) => {
            const others = item.title.runs?.filter((run) => !same(run)) ?? [];
            item.title = { ...item.title, runs: [...others, { start, length, font }] };
            touch(sheet, item, batch);
          },
        });
      },
    },
  },

  ChartLegend: {
    unsaved: ["showShadow"],
    properties: {
      visible: {
        get: ({ item }) => item.legend.visible,
        set: (chart, raw, batch) => {
          chart.item.legend.visible = truth(raw);
          changed(chart, batch);
        },
      },
      position: {
        get: ({ item }) => (item.legend.place ? "Custom" : item.legend.position),
        set: (chart, raw, batch) => {
          chart.item.legend.position = oneOf(["Top", "Bottom", "Left", "Right", "Corner"])(raw);
          delete chart.item.legend.place;
          changed(chart, batch);
        },
      },
      overlay: {
        get: ({ item }) => item.legend.overlay ?? false,
        set: (chart, raw, batch) => {
          chart.item.legend.overlay = truth(raw);
          changed(chart, batch);
        },
      },
      showShadow: {
        get: ({ item }) => item.legend.shadow ?? false,
        set: (chart, raw, batch) => {
          chart.item.legend.shadow = truth(raw);
          changed(chart, batch);
        },
      },
      left: legendPlace("left"),
      top: legendPlace("top"),
      width: legendPlace("width"),
      height: legendPlace("height"),
    },
    navigation: {
      format: ({ sheet, item }, batch) =>
        object("ChartLegendFormat", {
          look: () => item.legend.look,
          change: (look) => {
            item.legend.look = look;
            touch(sheet, item, batch);
          },
        }),
      legendEntries: (chart) => object("ChartLegendEntryCollection", chart),
    },
  },
  ChartLegendEntryCollection: {
    items: ({ sheet, item }) =>
      item.series.map((_series, index) => object("ChartLegendEntry", { sheet, chart: item, index })),
  },
  ChartLegendEntry: {
    properties: {
      index: value(({ index }) => index),
      visible: {
        get: ({ chart, index }) => !chart.legend.hidden?.includes(index),
        set: ({ sheet, chart, index }, raw, batch) => {
          const others = chart.legend.hidden?.filter((one) => one !== index) ?? [];
          chart.legend.hidden = truth(raw) ? others : [...others, index];
          touch(sheet, chart, batch);
        },
      },
    },
  },
} satisfies PartialRegistry;
