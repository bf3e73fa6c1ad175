import type { ChartFont, ChartLine, ChartLook } from "../../model/chartLook";
import type { Chart } from "../../model/parts";
import type { Sheet } from "../../model/sheet";
import type { Batch } from "../batch";
import {
  color,
  type Method,
  number,
  oneOf,
  type PartialRegistry,
  type Property,
  text,
  truth,
} from "../definition";
import { invalidArgument } from "../errors";
import { type Looked, object } from "../targets";

/** A changed chart is written anew, not as the file had it. */
export function touch(sheet: Sheet, chart: Chart, { workbook, source }: Batch): void {
  chart.origin = undefined;
  const area = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  workbook.changed({ kind: "formats", sheet, area, source });
}

/** A property kept in an object that is made when something is first set. */
export function kept<T, B extends object, K extends keyof B>(
  bag: (target: T) => { held: B | undefined; hold(changed: B): void },
  key: K,
  read: (raw: unknown) => B[K],
  standard: unknown,
  after: (target: T, batch: Batch) => void,
): Property<T> {
  return {
    get: (target) => bag(target).held?.[key] ?? standard,
    set: (target, raw, batch) => {
      const { held, hold } = bag(target);
      const value = read(raw);
      hold({ ...held, [key]: value } as B);
      after(target, batch);
    },
  };
}

export const lineStyles = [
  "None",
  "Continuous",
  "Dash",
  "DashDot",
  "DashDotDot",
  "Dot",
  "Automatic",
  "RoundDot",
] as const;

const part = <K extends keyof ChartLook>(key: K) => ({
  get: (looked: Looked) => looked.look()?.[key],
  set: (looked: Looked, value: ChartLook[K]) => looked.change({ ...looked.look(), [key]: value }),
});

const font = part("font");
const line = part("line");

const fontProperty = <K extends keyof ChartFont>(
  key: K,
  read: (raw: unknown) => ChartFont[K],
  standard: ChartFont[K],
): Property<Looked> => ({
  get: (looked) => font.get(looked)?.[key] ?? standard,
  set: (looked, raw) => font.set(looked, { ...font.get(looked), [key]: read(raw) }),
});

const lineProperty = <K extends keyof ChartLine>(
  key: K,
  read: (raw: unknown) => ChartLine[K],
  standard: ChartLine[K],
): Property<Looked> => ({
  get: (looked) => line.get(looked)?.[key] ?? standard,
  set: (looked, raw) => line.set(looked, { ...line.get(looked), [key]: read(raw) }),
});

const weight = (raw: unknown) => {
  const points = number(raw);
  if (points < 0 || points > 1584) throw invalidArgument(`line weight ${points}`);
  return points;
};

const lineProperties = (): Record<string, Property<Looked>> => ({
  color: lineProperty("color", color, ""),
  lineStyle: lineProperty("style", oneOf(lineStyles), "Automatic"),
  weight: lineProperty("weight", weight, 0.75),
});

const noLine: Record<string, Method<Looked>["run"]> = {
  clear: (looked) => line.set(looked, { style: "None" }),
};

const size = (raw: unknown) => {
  const points = number(raw);
  if (points < 1 || points > 409) throw invalidArgument(`font size ${points}`);
  return points;
};

const withLook = (members: ("border" | "fill" | "font" | "line")[]) => ({
  navigation: Object.fromEntries(
    members.map((member) => [
      member,
      (looked: Looked) =>
        object(
          ({ border: "ChartBorder", fill: "ChartFill", font: "ChartFont", line: "ChartLineFormat" } as const)[
            member
          ],
          looked,
        ),
    ]),
  ),
});

/** Fill, line and font of every part of a chart: each part says where its look is kept. */
export const chartLookTypes = {
  ChartFill: {
    methods: {
      setSolidColor: (looked, [chosen]) => looked.change({ ...looked.look(), fill: color(chosen) }),
      clear: (looked) => looked.change({ ...looked.look(), fill: "" }),
    },
  },
  ChartBorder: { properties: lineProperties(), methods: noLine },
  ChartLineFormat: { properties: lineProperties(), methods: noLine },
  ChartFont: {
    properties: {
      name: fontProperty("name", text, "Calibri"),
      size: fontProperty("size", size, 10),
      bold: fontProperty("bold", truth, false),
      italic: fontProperty("italic", truth, false),
      underline: fontProperty("underline", oneOf(["None", "Single"] as const), "None"),
      color: fontProperty("color", color, "#595959"),
    },
  },
  ChartFormatString: withLook(["font"]),
  ChartPlotAreaFormat: withLook(["border", "fill"]),
  ChartTitleFormat: withLook(["border", "fill", "font"]),
  ChartLegendFormat: withLook(["border", "fill", "font"]),
  ChartAxisFormat: withLook(["fill", "font", "line"]),
  ChartAxisTitleFormat: withLook(["border", "fill", "font"]),
  ChartGridlinesFormat: withLook(["line"]),
  ChartDataLabelFormat: withLook(["border", "fill", "font"]),
  ChartSeriesFormat: withLook(["fill", "line"]),
  ChartPointFormat: withLook(["border", "fill"]),
  ChartTrendlineFormat: withLook(["line"]),
} satisfies PartialRegistry;

/** The chart area's format has two properties of its own. */
export const areaFormat = withLook(["border", "fill", "font"]);
