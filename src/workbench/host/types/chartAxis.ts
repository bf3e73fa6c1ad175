import type { AxisDetails, ChartText } from "../../model/chartLook";
import { chartReference, newAxis } from "../../model/charts";
import type { ChartAxis } from "../../model/parts";
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
import { invalidArgument, itemNotFound, notImplemented } from "../errors";
import { object, type Targets } from "../targets";
import type { Batch } from "../batch";
import { cellText, rangeArgument, turned } from "./chart";
import { kept, touch } from "./chartLook";

type AxisTarget = Targets["ChartAxis"];
type TitleTarget = Targets["ChartAxisTitle"];

const changed = ({ sheet, chart }: Pick<AxisTarget, "sheet" | "chart">, batch: Batch) =>
  touch(sheet, chart, batch);

const own = <K extends keyof ChartAxis>(
  key: K,
  read: (raw: unknown) => ChartAxis[K],
): Property<AxisTarget> => ({
  get: ({ item }) => item[key],
  set: (axis, raw, batch) => {
    axis.item[key] = read(raw);
    changed(axis, batch);
  },
});

const detail = <K extends keyof AxisDetails>(
  key: K,
  read: (raw: unknown) => AxisDetails[K],
  standard: unknown,
) =>
  kept<AxisTarget, AxisDetails, K>(
    ({ item }) => ({ held: item.details, hold: (details) => (item.details = details) }),
    key,
    read,
    standard,
    changed,
  );

/** Axis ends and units are numbers, "" for automatic. */
const end = (raw: unknown) => (raw === "" || raw === null ? null : number(raw));
const unit = (raw: unknown) => {
  if (raw === "" || raw === null) return undefined;
  const given = number(raw);
  if (given <= 0) throw invalidArgument(`unit ${given}`);
  return given;
};
const between = (low: number, high: number) => (raw: unknown) => {
  const given = number(raw);
  if (given < low || given > high) throw invalidArgument(`${given}: ${low}–${high} is expected`);
  return given;
};

const ticks = oneOf(["None", "Cross", "Inside", "Outside"]);
const times = oneOf(["Days", "Months", "Years"]);
const crossings = ["Automatic", "Maximum", "Minimum", "Custom"] as const;
const displayUnits = [
  "None",
  "Hundreds",
  "Thousands",
  "TenThousands",
  "HundredThousands",
  "Millions",
  "TenMillions",
  "HundredMillions",
  "Billions",
  "Trillions",
] as const;

function crossAt(axis: AxisTarget, raw: unknown, batch: Batch): void {
  axis.item.details = { ...axis.item.details, crosses: "Custom", crossesAt: number(raw) };
  changed(axis, batch);
}

const crosses = (): Property<AxisTarget> => ({
  get: ({ item }) => item.details?.crosses ?? "Automatic",
  set: (axis, raw, batch) => {
    axis.item.details = { ...axis.item.details, crosses: oneOf(crossings)(raw), crossesAt: undefined };
    changed(axis, batch);
  },
});

const titlePart = <K extends keyof ChartText>(
  key: K,
  read: (raw: unknown) => ChartText[K],
  standard: unknown,
) =>
  kept<TitleTarget, ChartText, K>(
    ({ item }) => ({
      held: item.details?.title,
      hold: (title) => (item.details = { ...item.details, title }),
    }),
    key,
    read,
    standard,
    changed,
  );

function axisOf(
  { sheet, item: chart }: Targets["ChartAxes"],
  isValue: boolean,
  secondary: boolean,
): AxisTarget {
  if (!secondary) {
    const item = isValue ? chart.axes.value : chart.axes.category;
    return { sheet, chart, item, value: isValue, secondary };
  }
  if (chart.series.every(({ axisGroup }) => axisGroup === "Primary"))
    throw itemNotFound("no series is on the second axes");
  chart.axes.secondary ??= { category: { ...newAxis(false), visible: false }, value: newAxis(false) };
  const item = isValue ? chart.axes.secondary.value : chart.axes.secondary.category;
  return { sheet, chart, item, value: isValue, secondary };
}

export const chartAxisTypes = {
  ChartAxes: {
    navigation: {
      categoryAxis: (axes) => object("ChartAxis", axisOf(axes, false, false)),
      valueAxis: (axes) => object("ChartAxis", axisOf(axes, true, false)),
    },
    methods: {
      getItem: (axes, [type, group]) => {
        const kind = oneOf(["Category", "Value", "Series"])(type);
        if (kind === "Series") throw notImplemented("ChartAxes", "seriesAxis");
        const secondary = oneOf(["Primary", "Secondary"])(group ?? "Primary") === "Secondary";
        return object("ChartAxis", axisOf(axes, kind === "Value", secondary));
      },
    },
  },

  ChartAxis: {
    unsaved: ["alignment", "multiLevel", "showDisplayUnitLabel"],
    properties: {
      type: value(({ value: isValue }) => (isValue ? "Value" : "Category")),
      axisGroup: value(({ secondary }) => (secondary ? "Secondary" : "Primary")),
      visible: own("visible", truth),
      numberFormat: own("numberFormat", text),
      linkNumberFormat: detail("linkNumberFormat", truth, true),
      minimum: { ...own("minimum", end), get: ({ item }) => item.minimum ?? "" },
      maximum: { ...own("maximum", end), get: ({ item }) => item.maximum ?? "" },
      majorUnit: detail("majorUnit", unit, ""),
      minorUnit: detail("minorUnit", unit, ""),
      displayUnit: {
        ...detail("displayUnit", oneOf(displayUnits), "None"),
        get: ({ item }) => item.details?.displayUnit ?? "None",
      },
      customDisplayUnit: value(({ item }) => item.details?.customUnit ?? 0),
      showDisplayUnitLabel: detail("showUnit", truth, true),
      majorTickMark: detail("majorTick", ticks, "Outside"),
      minorTickMark: detail("minorTick", ticks, "None"),
      tickLabelPosition: detail("labels", oneOf(["NextToAxis", "High", "Low", "None"]), "NextToAxis"),
      tickLabelSpacing: detail("labelSpacing", between(1, 31999), ""),
      tickMarkSpacing: detail("tickSpacing", between(1, 31999), 1),
      reversePlotOrder: detail("reversed", truth, false),
      scaleType: {
        get: ({ item }) => (item.details?.logBase ? "Logarithmic" : "Linear"),
        set: (axis, raw, batch) => {
          const { logBase, ...details } = axis.item.details ?? {};
          const logarithmic = oneOf(["Linear", "Logarithmic"])(raw) === "Logarithmic";
          axis.item.details = logarithmic ? { ...details, logBase: logBase ?? 10 } : details;
          changed(axis, batch);
        },
      },
      logBase: detail("logBase", between(2, 1000), 10),
      categoryType: detail("categoryType", oneOf(["Automatic", "TextAxis", "DateAxis"]), "Automatic"),
      baseTimeUnit: detail("baseTimeUnit", times, "Days"),
      majorTimeUnitScale: detail("majorTimeUnit", times, "Days"),
      minorTimeUnitScale: detail("minorTimeUnit", times, "Days"),
      isBetweenCategories: detail("between", truth, true),
      crosses: crosses(),
      crossesAt: value(({ item }) => item.details?.crossesAt ?? 0),
      // Where this axis crosses the other: the same thing said from this side.
      position: crosses(),
      positionAt: value(({ item }) => item.details?.crossesAt ?? 0),
      textOrientation: detail("rotation", turned, 0),
      offset: detail("offset", between(0, 1000), 100),
      alignment: detail("alignment", oneOf(["Center", "Left", "Right"]), "Center"),
      multiLevel: detail("multiLevel", truth, true),
    },
    navigation: {
      title: ({ sheet, chart, item }) => object("ChartAxisTitle", { sheet, chart, item }),
      majorGridlines: ({ sheet, chart, item }) =>
        object("ChartGridlines", { sheet, chart, item, minor: false }),
      minorGridlines: ({ sheet, chart, item }) =>
        object("ChartGridlines", { sheet, chart, item, minor: true }),
      format: ({ sheet, chart, item }, batch) =>
        object("ChartAxisFormat", {
          look: () => item.details?.look,
          change: (look) => {
            item.details = { ...item.details, look };
            touch(sheet, chart, batch);
          },
        }),
    },
    methods: {
      setCategoryNames: (axis, [data], batch) => {
        const source = rangeArgument(data, axis.sheet, batch);
        for (const series of axis.chart.series)
          series.categoriesFormula = chartReference(source.sheet, source.area);
        changed(axis, batch);
      },
      setCrossesAt: (axis, [at], batch) => crossAt(axis, at, batch),
      setPositionAt: (axis, [at], batch) => crossAt(axis, at, batch),
      setCustomDisplayUnit: (axis, [raw], batch) => {
        const customUnit = integer(raw);
        if (customUnit < 1) throw invalidArgument(`display unit ${customUnit}`);
        axis.item.details = { ...axis.item.details, displayUnit: "Custom", customUnit };
        changed(axis, batch);
      },
    },
  },

  ChartAxisTitle: {
    properties: {
      text: {
        get: ({ item }) => item.title,
        set: (title, raw, batch) => {
          title.item.title = text(raw);
          changed(title, batch);
        },
      },
      visible: {
        get: ({ item }) => item.title !== "",
        set: (title, raw, batch) => {
          // A title that is shown without words has Excel's own.
          if (!truth(raw)) title.item.title = "";
          else if (title.item.title === "") title.item.title = "Axis Title";
          changed(title, batch);
        },
      },
      textOrientation: titlePart("rotation", turned, 0),
    },
    navigation: {
      format: ({ sheet, chart, item }, batch) =>
        object("ChartAxisTitleFormat", {
          look: () => item.details?.title?.look,
          change: (look) => {
            item.details = { ...item.details, title: { ...item.details?.title, look } };
            touch(sheet, chart, batch);
          },
        }),
    },
    methods: {
      setFormula: {
        calculated: true,
        run: (title, [formula], batch) => {
          title.item.title = cellText(formula, batch);
          changed(title, batch);
        },
      },
    },
  },

  ChartGridlines: {
    properties: {
      visible: {
        get: ({ item, minor }) => (minor ? (item.details?.minorGridlines ?? false) : item.gridlines),
        set: (lines, raw, batch) => {
          if (lines.minor) lines.item.details = { ...lines.item.details, minorGridlines: truth(raw) };
          else lines.item.gridlines = truth(raw);
          changed(lines, batch);
        },
      },
    },
    navigation: {
      format: ({ sheet, chart, item, minor }, batch) => {
        const key = minor ? "minorGridline" : "gridline";
        return object("ChartGridlinesFormat", {
          look: () => ({ line: item.details?.[key] }),
          change: ({ line }) => {
            item.details = { ...item.details, [key]: line };
            touch(sheet, chart, batch);
          },
        });
      },
    },
  },
} satisfies PartialRegistry;
