import { cellAddress, intersect } from "../../../workbook/address";
import { formulaFromRelative, relativeFormula } from "../../../workbook/formula";
import { normalFormula } from "../../model/entry";
import type { ConditionalFormat, DataBarLook, PartialStyle, Threshold } from "../../model/parts";
import type { Sheet } from "../../model/sheet";
import { areasOf, type Batch, rangeAreasOf, rangeOf } from "../batch";
import {
  color,
  integer,
  oneOf,
  type PartialRegistry,
  type Property,
  text,
  truth,
  value,
} from "../definition";
import { HostError, invalidArgument, itemNotFound, notImplemented } from "../errors";
import { lineWord, readLine, underlines } from "../formatValues";
import { checkAllowed } from "../protection";
import { object, type OnSheet } from "../targets";

type Target = OnSheet<ConditionalFormat>;

const kinds = [
  "Custom",
  "DataBar",
  "ColorScale",
  "IconSet",
  "TopBottom",
  "PresetCriteria",
  "ContainsText",
  "CellValue",
] as const;
type Kind = (typeof kinds)[number];

const presets = new Set([
  "containsBlanks",
  "notContainsBlanks",
  "containsErrors",
  "notContainsErrors",
  "duplicateValues",
  "uniqueValues",
  "aboveAverage",
  "timePeriod",
]);
const textTypes = new Set(["containsText", "notContainsText", "beginsWith", "endsWith"]);

/** The file's kind of rule as the API calls it. */
function kindOf({ type }: ConditionalFormat): Kind {
  if (type === "expression") return "Custom";
  if (type === "dataBar") return "DataBar";
  if (type === "colorScale") return "ColorScale";
  if (type === "iconSet") return "IconSet";
  if (type === "top10") return "TopBottom";
  if (textTypes.has(type)) return "ContainsText";
  if (presets.has(type)) return "PresetCriteria";
  return "CellValue";
}

/** A new rule of a kind, before its settings are given. */
const fresh: Record<Kind, () => Partial<ConditionalFormat> & { type: string }> = {
  Custom: () => ({ type: "expression" }),
  DataBar: () => ({
    type: "dataBar",
    dataBar: { color: "#638EC6", showValue: true, min: { type: "min" }, max: { type: "max" } },
  }),
  ColorScale: () => ({
    type: "colorScale",
    colorScale: {
      thresholds: [{ type: "min" }, { type: "percentile", value: "50" }, { type: "max" }],
      colors: ["#F8696B", "#FFEB84", "#63BE7B"],
    },
  }),
  IconSet: () => ({
    type: "iconSet",
    iconSet: { set: "3TrafficLights1", showValue: true, reverse: false, thresholds: evenly(3) },
  }),
  TopBottom: () => ({ type: "top10", attributes: { rank: "10" } }),
  PresetCriteria: () => ({ type: "duplicateValues" }),
  ContainsText: () => ({ type: "containsText", operator: "containsText" }),
  CellValue: () => ({ type: "cellIs", operator: "greaterThan" }),
};

function evenly(count: number): Threshold[] {
  return Array.from({ length: count }, (_, index) => ({
    type: "percent",
    value: String(Math.round((index * 100) / count)),
  }));
}

function newId(sheet: Sheet): string {
  for (let n = sheet.conditionalFormats.length + 1; ; n++) {
    const id = `{00000000-0002-0000-0000-${n.toString(16).toUpperCase().padStart(12, "0")}}`;
    if (!sheet.conditionalFormats.some((format) => format.id === id)) return id;
  }
}

/** A changed rule is written anew, not as the file had it. */
function touch({ sheet, item }: Target, { workbook, source }: Batch): void {
  item.origin = undefined;
  for (const area of item.ranges) workbook.changed({ kind: "formats", sheet, area, source });
}

const bare = (raw: unknown): string => {
  const given = text(raw);
  return normalFormula(given.startsWith("=") ? given : `=${given}`).slice(1);
};

/** A rule's operand: "=A1", "5" and 5 are all formulas; other text is a text. */
function operand(raw: unknown): string {
  if (typeof raw === "number") return String(raw);
  const given = text(raw);
  if (given.startsWith("=")) return normalFormula(given).slice(1);
  return /^-?\d+(\.\d+)?$/.test(given) ? given : `"${given.replace(/"/g, '""')}"`;
}

function topLeft({ item }: Target): { row: number; column: number } {
  return item.ranges[0];
}

const shownFormula = (formula: string | undefined) => (formula === undefined ? "" : `=${formula}`);

const lowerFirst = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);
const upperFirst = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const operators = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqual",
  "LessThanOrEqual",
] as const;
const operatorFile: Record<string, string> = { EqualTo: "equal", NotEqualTo: "notEqual" };
const toOperator = (file: string | undefined) =>
  file === "equal" ? "EqualTo" : file === "notEqual" ? "NotEqualTo" : upperFirst(file ?? "greaterThan");

/** "ThreeTrafficLights1" and "3TrafficLights1". */
const digits = { Three: "3", Four: "4", Five: "5" };
const iconWords: Record<string, string> = {
  GrayArrows: "ArrowsGray",
  Triangles: "Triangles",
};
function iconSetToFile(raw: unknown): string {
  const given = text(raw);
  const match = /^(Three|Four|Five)(\w+)$/i.exec(given);
  const count = match && digits[upperFirst(match[1].toLowerCase()) as keyof typeof digits];
  if (!match || !count) throw invalidArgument(`icon set ${given}`);
  const rest = Object.entries(iconWords).find(([, api]) => api === match[2])?.[0] ?? match[2];
  return count + rest;
}
function iconSetToApi(file: string): string {
  const word = Object.entries(digits).find(([, digit]) => file.startsWith(digit))?.[0] ?? "";
  const rest = file.slice(1);
  return word + (iconWords[rest] ?? rest);
}

const thresholdWords: Record<string, string> = {
  num: "Number",
  percent: "Percent",
  percentile: "Percentile",
  formula: "Formula",
  min: "LowestValue",
  max: "HighestValue",
  autoMin: "Automatic",
  autoMax: "Automatic",
};
function thresholdType(raw: unknown, end: "min" | "max"): string {
  const given = text(raw);
  if (given.toLowerCase() === "automatic") return end === "min" ? "autoMin" : "autoMax";
  const found = Object.entries(thresholdWords).find(([, api]) => api.toLowerCase() === given.toLowerCase());
  if (!found) throw invalidArgument(`threshold ${given}`);
  return found[0];
}
const thresholdValue = (raw: unknown) =>
  raw === undefined || raw === null ? undefined : String(raw).replace(/^=/, "");

const ruleOf = (threshold: Threshold) => ({
  type: thresholdWords[threshold.type],
  ...(threshold.value !== undefined && {
    formula: threshold.type === "formula" ? `=${threshold.value}` : threshold.value,
  }),
});

const presetWords: Record<string, Partial<ConditionalFormat> & { type: string }> = {
  Blanks: { type: "containsBlanks" },
  NonBlanks: { type: "notContainsBlanks" },
  Errors: { type: "containsErrors" },
  NonErrors: { type: "notContainsErrors" },
  DuplicateValues: { type: "duplicateValues" },
  UniqueValues: { type: "uniqueValues" },
  AboveAverage: { type: "aboveAverage" },
  BelowAverage: { type: "aboveAverage", attributes: { aboveAverage: "0" } },
  EqualOrAboveAverage: { type: "aboveAverage", attributes: { equalAverage: "1" } },
  EqualOrBelowAverage: { type: "aboveAverage", attributes: { aboveAverage: "0", equalAverage: "1" } },
  OneStdDevAboveAverage: { type: "aboveAverage", attributes: { stdDev: "1" } },
  OneStdDevBelowAverage: { type: "aboveAverage", attributes: { aboveAverage: "0", stdDev: "1" } },
  Yesterday: { type: "timePeriod", attributes: { timePeriod: "yesterday" } },
  Today: { type: "timePeriod", attributes: { timePeriod: "today" } },
  Tomorrow: { type: "timePeriod", attributes: { timePeriod: "tomorrow" } },
  LastSevenDays: { type: "timePeriod", attributes: { timePeriod: "last7Days" } },
  LastWeek: { type: "timePeriod", attributes: { timePeriod: "lastWeek" } },
  ThisWeek: { type: "timePeriod", attributes: { timePeriod: "thisWeek" } },
  NextWeek: { type: "timePeriod", attributes: { timePeriod: "nextWeek" } },
  LastMonth: { type: "timePeriod", attributes: { timePeriod: "lastMonth" } },
  ThisMonth: { type: "timePeriod", attributes: { timePeriod: "thisMonth" } },
  NextMonth: { type: "timePeriod", attributes: { timePeriod: "nextMonth" } },
};

/** The formula Excel writes beside a text or preset rule, so that readers that know formulas only see the same. */
function presetFormula(type: string, cell: string): string[] {
  switch (type) {
    case "containsBlanks":
      return [`LEN(TRIM(${cell}))=0`];
    case "notContainsBlanks":
      return [`LEN(TRIM(${cell}))>0`];
    case "containsErrors":
      return [`ISERROR(${cell})`];
    case "notContainsErrors":
      return [`NOT(ISERROR(${cell}))`];
    default:
      return [];
  }
}

function textFormula(type: string, quoted: string, cell: string): string {
  switch (type) {
    case "notContainsText":
      return `ISERROR(SEARCH(${quoted},${cell}))`;
    case "beginsWith":
      return `LEFT(${cell},LEN(${quoted}))=${quoted}`;
    case "endsWith":
      return `RIGHT(${cell},LEN(${quoted}))=${quoted}`;
    default:
      return `NOT(ISERROR(SEARCH(${quoted},${cell})))`;
  }
}

const firstCell = (target: Target) => cellAddress(topLeft(target).row, topLeft(target).column);

/** A property of the look a rule gives. */
function look<T>(
  get: (style: PartialStyle) => T,
  set: (style: PartialStyle, raw: unknown) => void,
): Property<Target> {
  return {
    get: ({ item }) => get(item.style ?? {}),
    set: (target, raw, batch) => {
      const style = structuredClone(target.item.style ?? {});
      set(style, raw);
      target.item.style = style;
      touch(target, batch);
    },
  };
}

const sides = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
const sideOf = { EdgeTop: "top", EdgeBottom: "bottom", EdgeLeft: "left", EdgeRight: "right" } as const;

const ofKind =
  <
    K extends
      | "CellValueConditionalFormat"
      | "ColorScaleConditionalFormat"
      | "CustomConditionalFormat"
      | "DataBarConditionalFormat"
      | "IconSetConditionalFormat"
      | "PresetCriteriaConditionalFormat"
      | "TextConditionalFormat"
      | "TopBottomConditionalFormat",
  >(
    kind: Kind,
    type: K,
  ) =>
  (target: Target) => {
    if (kindOf(target.item) !== kind)
      throw new HostError("InvalidOperation", `the rule is a ${kindOf(target.item)}`);
    return object(type, target);
  };

const ofKindOrNull =
  (kind: Kind, navigate: (target: Target) => ReturnType<ReturnType<typeof ofKind>>) => (target: Target) =>
    kindOf(target.item) === kind ? navigate(target) : null;

const navigation = {
  cellValue: ofKind("CellValue", "CellValueConditionalFormat"),
  colorScale: ofKind("ColorScale", "ColorScaleConditionalFormat"),
  custom: ofKind("Custom", "CustomConditionalFormat"),
  dataBar: ofKind("DataBar", "DataBarConditionalFormat"),
  iconSet: ofKind("IconSet", "IconSetConditionalFormat"),
  preset: ofKind("PresetCriteria", "PresetCriteriaConditionalFormat"),
  textComparison: ofKind("ContainsText", "TextConditionalFormat"),
  topBottom: ofKind("TopBottom", "TopBottomConditionalFormat"),
};

const withFormat = { format: (target: Target) => object("ConditionalRangeFormat", target) };

export const conditionalFormatTypes = {
  ConditionalFormatCollection: {
    items: (range) => {
      const { sheet } = range;
      const areas = areasOf(range);
      return sheet.conditionalFormats
        .filter((format) => format.ranges.some((one) => areas.some((area) => intersect(one, area))))
        .sort((a, b) => a.priority - b.priority)
        .map((item) => object("ConditionalFormat", { sheet, item }));
    },
    item: ({ sheet }, key) => {
      const item = sheet.conditionalFormats.find(({ id }) => id === text(key));
      return item ? object("ConditionalFormat", { sheet, item }) : null;
    },
    methods: {
      add: (range, [rawKind], batch) => {
        const kind = oneOf(kinds)(rawKind);
        const { sheet } = range;
        checkAllowed(sheet, "formatCells");
        // The newest rule comes first, as in Excel.
        for (const format of sheet.conditionalFormats) format.priority++;
        const item: ConditionalFormat = {
          id: newId(sheet),
          ranges: areasOf(range),
          priority: 1,
          stopIfTrue: false,
          formulas: [],
          ...fresh[kind](),
        };
        sheet.conditionalFormats.unshift(item);
        touch({ sheet, item }, batch);
        return object("ConditionalFormat", { sheet, item });
      },
      clearAll: (range, _args, { workbook, source }) => {
        const { sheet } = range;
        checkAllowed(sheet, "formatCells");
        for (const area of areasOf(range)) {
          for (const format of sheet.conditionalFormats) {
            format.ranges = format.ranges.flatMap((one) => without(one, area));
          }
          workbook.changed({ kind: "formats", sheet, area, source });
        }
        sheet.conditionalFormats = sheet.conditionalFormats.filter(({ ranges }) => ranges.length > 0);
      },
    },
  },

  ConditionalFormat: {
    id: { wire: "Id", of: ({ item }) => item.id },
    exists: ({ sheet, item }) => sheet.conditionalFormats.includes(item),
    properties: {
      id: value(({ item }) => item.id),
      type: value(({ item }) => kindOf(item)),
      priority: {
        get: ({ item }) => item.priority - 1,
        set: (target, raw, batch) => {
          const wanted = integer(raw);
          const { sheet, item } = target;
          const ordered = [...sheet.conditionalFormats].sort((a, b) => a.priority - b.priority);
          ordered.splice(ordered.indexOf(item), 1);
          // A negative place counts from the back.
          const at = wanted < 0 ? ordered.length + 1 + wanted : wanted;
          ordered.splice(Math.min(Math.max(0, at), ordered.length), 0, item);
          ordered.forEach((format, index) => {
            format.priority = index + 1;
          });
          touch(target, batch);
        },
      },
      stopIfTrue: {
        get: ({ item }) => item.stopIfTrue,
        set: (target, raw, batch) => {
          target.item.stopIfTrue = truth(raw);
          touch(target, batch);
        },
      },
    },
    navigation: {
      ...navigation,
      cellValueOrNullObject: ofKindOrNull("CellValue", navigation.cellValue),
      colorScaleOrNullObject: ofKindOrNull("ColorScale", navigation.colorScale),
      customOrNullObject: ofKindOrNull("Custom", navigation.custom),
      dataBarOrNullObject: ofKindOrNull("DataBar", navigation.dataBar),
      iconSetOrNullObject: ofKindOrNull("IconSet", navigation.iconSet),
      presetOrNullObject: ofKindOrNull("PresetCriteria", navigation.preset),
      textComparisonOrNullObject: ofKindOrNull("ContainsText", navigation.textComparison),
      topBottomOrNullObject: ofKindOrNull("TopBottom", navigation.topBottom),
    },
    methods: {
      delete: (target, _args, batch) => {
        touch(target, batch);
        target.sheet.conditionalFormats.splice(target.sheet.conditionalFormats.indexOf(target.item), 1);
      },
      getRange: ({ sheet, item }, _args, batch) => {
        if (item.ranges.length !== 1) throw itemNotFound("the rule has several ranges");
        return rangeOf(batch, sheet, item.ranges[0]);
      },
      getRanges: ({ sheet, item }, _args, batch) => rangeAreasOf(batch, sheet, item.ranges),
    },
  },

  CustomConditionalFormat: {
    navigation: { ...withFormat, rule: (target) => object("ConditionalFormatRule", target) },
  },
  ConditionalFormatRule: {
    properties: {
      formula: {
        get: ({ item }) => shownFormula(item.formulas[0]),
        set: (target, raw, batch) => {
          target.item.formulas = [bare(raw)];
          touch(target, batch);
        },
      },
      formulaLocal: {
        local: true,
        get: ({ item }) => shownFormula(item.formulas[0]),
        set: (target, raw, batch) => {
          target.item.formulas = [bare(raw)];
          touch(target, batch);
        },
      },
      formulaR1C1: {
        get: (target) => {
          const { row, column } = topLeft(target);
          return relativeFormula(shownFormula(target.item.formulas[0]), row, column);
        },
        set: (target, raw, batch) => {
          const { row, column } = topLeft(target);
          target.item.formulas = [bare(formulaFromRelative(text(raw), row, column))];
          touch(target, batch);
        },
      },
    },
  },

  CellValueConditionalFormat: {
    navigation: withFormat,
    properties: {
      rule: {
        get: ({ item }) => ({
          operator: toOperator(item.operator),
          formula1: shownFormula(item.formulas[0]),
          ...(item.formulas[1] !== undefined && { formula2: shownFormula(item.formulas[1]) }),
        }),
        set: (target, raw, batch) => {
          const given = raw as { operator?: unknown; formula1?: unknown; formula2?: unknown };
          const operator = oneOf(operators)(given.operator);
          target.item.operator = operatorFile[operator] ?? lowerFirst(operator);
          target.item.formulas = [operand(given.formula1)];
          if (operator === "Between" || operator === "NotBetween")
            target.item.formulas.push(operand(given.formula2));
          touch(target, batch);
        },
      },
    },
  },

  TextConditionalFormat: {
    navigation: withFormat,
    properties: {
      rule: {
        get: ({ item }) => ({
          operator:
            item.type === "notContainsText"
              ? "NotContains"
              : item.type === "containsText"
                ? "Contains"
                : upperFirst(item.type),
          text: item.attributes?.text ?? "",
        }),
        set: (target, raw, batch) => {
          const given = raw as { operator?: unknown; text?: unknown };
          const operator = oneOf(["Contains", "NotContains", "BeginsWith", "EndsWith"])(given.operator);
          const type = {
            Contains: "containsText",
            NotContains: "notContainsText",
            BeginsWith: "beginsWith",
            EndsWith: "endsWith",
          }[operator];
          const sought = text(given.text);
          target.item.type = type;
          target.item.operator = type === "notContainsText" ? "notContains" : type;
          target.item.attributes = { ...target.item.attributes, text: sought };
          target.item.formulas = [textFormula(type, `"${sought.replace(/"/g, '""')}"`, firstCell(target))];
          touch(target, batch);
        },
      },
    },
  },

  TopBottomConditionalFormat: {
    navigation: withFormat,
    properties: {
      rule: {
        get: ({ item }) => {
          const { rank = "10", percent, bottom } = item.attributes ?? {};
          const type = `${bottom === "1" ? "Bottom" : "Top"}${percent === "1" ? "Percent" : "Items"}`;
          return { type, rank: Number(rank) };
        },
        set: (target, raw, batch) => {
          const given = raw as { rank?: unknown; type?: unknown };
          const type = oneOf(["TopItems", "TopPercent", "BottomItems", "BottomPercent"])(given.type);
          const rank = integer(given.rank);
          if (rank < 1 || rank > 1000) throw invalidArgument(`rank ${rank}`);
          target.item.attributes = {
            rank: String(rank),
            ...(type.endsWith("Percent") && { percent: "1" }),
            ...(type.startsWith("Bottom") && { bottom: "1" }),
          };
          touch(target, batch);
        },
      },
    },
  },

  PresetCriteriaConditionalFormat: {
    navigation: withFormat,
    properties: {
      rule: {
        get: ({ item }) => {
          const { type, attributes = {} } = item;
          const found = Object.entries(presetWords).find(
            ([, preset]) =>
              preset.type === type &&
              ["aboveAverage", "equalAverage", "stdDev", "timePeriod"].every(
                (key) => (preset.attributes?.[key] ?? "") === (attributes[key] ?? ""),
              ),
          );
          return { criterion: found?.[0] ?? "Invalid" };
        },
        set: (target, raw, batch) => {
          const criterion = oneOf(Object.keys(presetWords))((raw as { criterion?: unknown }).criterion);
          const { type, attributes } = presetWords[criterion];
          target.item.type = type;
          target.item.attributes = attributes && { ...attributes };
          target.item.formulas = presetFormula(type, firstCell(target));
          touch(target, batch);
        },
      },
    },
  },

  IconSetConditionalFormat: {
    properties: {
      style: {
        get: ({ item }) => iconSetToApi(item.iconSet!.set),
        set: (target, raw, batch) => {
          const set = iconSetToFile(raw);
          const icons = target.item.iconSet!;
          const count = Number(set[0]);
          if (icons.thresholds.length !== count) icons.thresholds = evenly(count);
          icons.set = set;
          touch(target, batch);
        },
      },
      reverseIconOrder: {
        get: ({ item }) => item.iconSet!.reverse,
        set: (target, raw, batch) => {
          target.item.iconSet!.reverse = truth(raw);
          touch(target, batch);
        },
      },
      showIconOnly: {
        get: ({ item }) => !item.iconSet!.showValue,
        set: (target, raw, batch) => {
          target.item.iconSet!.showValue = !truth(raw);
          touch(target, batch);
        },
      },
      criteria: {
        get: ({ item }) =>
          item.iconSet!.thresholds.map((threshold, index) =>
            index === 0
              ? {}
              : {
                  ...ruleOf(threshold),
                  operator: threshold.gte === false ? "GreaterThan" : "GreaterThanOrEqual",
                },
          ),
        set: (target, raw, batch) => {
          const icons = target.item.iconSet!;
          if (!Array.isArray(raw) || raw.length !== Number(icons.set[0]))
            throw invalidArgument(`${icons.set[0]} criteria are expected`);
          icons.thresholds = raw.map(
            (
              given: { type?: unknown; formula?: unknown; operator?: unknown; customIcon?: unknown },
              index,
            ) => {
              if (given.customIcon) throw notImplemented("ConditionalIconCriterion", "customIcon");
              if (index === 0) return icons.thresholds[0];
              return {
                type: thresholdType(given.type, "min"),
                value: thresholdValue(given.formula),
                ...(oneOf(["Invalid", "GreaterThan", "GreaterThanOrEqual"])(given.operator) ===
                  "GreaterThan" && {
                  gte: false,
                }),
              };
            },
          );
          touch(target, batch);
        },
      },
    },
  },

  DataBarConditionalFormat: {
    navigation: {
      positiveFormat: (target) => object("ConditionalDataBarPositiveFormat", target),
      negativeFormat: (target) => object("ConditionalDataBarNegativeFormat", target),
    },
    properties: {
      barDirection: barLook("direction", oneOf(["Context", "LeftToRight", "RightToLeft"]), "Context"),
      axisFormat: barLook("axisFormat", oneOf(["Automatic", "None", "CellMidPoint"]), "Automatic"),
      // "" is no axis colour ([docs] DataBarConditionalFormat.axisColor).
      axisColor: barLook("axisColor", colorOrNone, "#000000"),
      showDataBarOnly: {
        get: ({ item }) => !item.dataBar!.showValue,
        set: (target, raw, batch) => {
          target.item.dataBar!.showValue = !truth(raw);
          touch(target, batch);
        },
      },
      lowerBoundRule: bound("min"),
      upperBoundRule: bound("max"),
    },
  },
  ConditionalDataBarNegativeFormat: {
    properties: {
      fillColor: barLook("negativeFill", color, "#FF0000"),
      borderColor: barLook("negativeBorder", colorOrNone, ""),
      matchPositiveFillColor: matchesPositive("negativeFill", ({ color }) => color),
      matchPositiveBorderColor: matchesPositive("negativeBorder", ({ look }) => look?.borderColor ?? ""),
    },
  },
  ConditionalDataBarPositiveFormat: {
    properties: {
      gradientFill: barLook("gradient", truth, true),
      borderColor: barLook("borderColor", colorOrNone, ""),
      fillColor: {
        get: ({ item }) => item.dataBar!.color,
        set: (target, raw, batch) => {
          target.item.dataBar!.color = color(raw);
          touch(target, batch);
        },
      },
    },
  },

  ColorScaleConditionalFormat: {
    properties: {
      threeColorScale: value(({ item }) => item.colorScale!.thresholds.length === 3),
      criteria: {
        get: ({ item }) => {
          const { thresholds, colors } = item.colorScale!;
          const names = thresholds.length === 3 ? ["minimum", "midpoint", "maximum"] : ["minimum", "maximum"];
          return Object.fromEntries(
            names.map((name, index) => [name, { ...ruleOf(thresholds[index]), color: colors[index] }]),
          );
        },
        set: (target, raw, batch) => {
          const given = raw as Record<
            string,
            { type?: unknown; formula?: unknown; color?: unknown } | undefined
          >;
          const points = [given.minimum, given.midpoint, given.maximum].filter(
            (point) => point !== undefined,
          );
          if (!given.minimum || !given.maximum) throw invalidArgument("minimum and maximum are needed");
          target.item.colorScale = {
            thresholds: points.map((point, index) => ({
              type: thresholdType(point.type, index === 0 ? "min" : "max"),
              ...(thresholdValue(point.formula) !== undefined && { value: thresholdValue(point.formula) }),
            })),
            colors: points.map((point) => color(point.color)),
          };
          touch(target, batch);
        },
      },
    },
  },

  ConditionalRangeFormat: {
    navigation: {
      font: (target) => object("ConditionalRangeFont", target),
      fill: (target) => object("ConditionalRangeFill", target),
      borders: (target) => object("ConditionalRangeBorderCollection", target),
    },
    properties: {
      numberFormat: look(
        (style) => style.numberFormat ?? null,
        (style, raw) => {
          style.numberFormat = text(raw);
        },
      ),
    },
  },
  ConditionalRangeFont: {
    properties: {
      bold: look(
        ({ font }) => font?.bold ?? null,
        (style, raw) => {
          style.font = { ...style.font, bold: truth(raw) };
        },
      ),
      italic: look(
        ({ font }) => font?.italic ?? null,
        (style, raw) => {
          style.font = { ...style.font, italic: truth(raw) };
        },
      ),
      strikethrough: look(
        ({ font }) => font?.strikethrough ?? null,
        (style, raw) => {
          style.font = { ...style.font, strikethrough: truth(raw) };
        },
      ),
      underline: look(
        ({ font }) => font?.underline ?? "None",
        (style, raw) => {
          style.font = { ...style.font, underline: oneOf(underlines)(raw) };
        },
      ),
      color: look(
        ({ font }) => font?.color?.rgb ?? "",
        (style, raw) => {
          style.font = { ...style.font, color: { rgb: color(raw) } };
        },
      ),
    },
    methods: {
      clear: (target, _args, batch) => {
        if (target.item.style) delete target.item.style.font;
        touch(target, batch);
      },
    },
  },
  ConditionalRangeFill: {
    properties: {
      color: look(
        ({ fill }) => fill?.color?.rgb ?? "",
        (style, raw) => {
          style.fill = { pattern: "solid", color: { rgb: color(raw) }, patternColor: null };
        },
      ),
    },
    methods: {
      clear: (target, _args, batch) => {
        if (target.item.style) delete target.item.style.fill;
        touch(target, batch);
      },
    },
  },
  ConditionalRangeBorderCollection: {
    items: ({ sheet, item }) =>
      sides.map((side) => object("ConditionalRangeBorder", { sheet, format: item, side: sideOf[side] })),
    item: ({ sheet, item }, key) =>
      object("ConditionalRangeBorder", { sheet, format: item, side: sideOf[oneOf(sides)(key)] }),
    properties: { count: value(() => sides.length) },
    navigation: {
      top: ({ sheet, item }) => object("ConditionalRangeBorder", { sheet, format: item, side: "top" }),
      bottom: ({ sheet, item }) => object("ConditionalRangeBorder", { sheet, format: item, side: "bottom" }),
      left: ({ sheet, item }) => object("ConditionalRangeBorder", { sheet, format: item, side: "left" }),
      right: ({ sheet, item }) => object("ConditionalRangeBorder", { sheet, format: item, side: "right" }),
    },
  },
  ConditionalRangeBorder: {
    properties: {
      sideIndex: value(({ side }) => sides.find((index) => sideOf[index] === side)),
      style: {
        get: ({ format, side }) => readLine(format.style?.border?.[side]).style,
        set: ({ sheet, format, side }, raw, batch) => {
          const style = oneOf(["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"])(raw);
          const before = format.style?.border?.[side];
          const border = { ...format.style?.border };
          if (style === "None") delete border[side];
          else
            border[side] = {
              style: lineWord(style, "Thin"),
              color: before?.color ?? { rgb: "#000000", auto: true },
            };
          format.style = { ...format.style, border };
          touch({ sheet, item: format }, batch);
        },
      },
      color: {
        get: ({ format, side }) => readLine(format.style?.border?.[side]).color,
        set: ({ sheet, format, side }, raw, batch) => {
          const before = format.style?.border?.[side];
          const line = { style: before?.style ?? "thin", color: { rgb: color(raw) } };
          format.style = { ...format.style, border: { ...format.style?.border, [side]: line } };
          touch({ sheet, item: format }, batch);
        },
      },
    },
  },
} satisfies PartialRegistry;

type Bar = NonNullable<ConditionalFormat["dataBar"]>;

function colorOrNone(raw: unknown): string {
  return raw === "" || raw === null ? "" : color(raw);
}

function barLook<K extends keyof DataBarLook>(
  key: K,
  read: (raw: unknown) => DataBarLook[K],
  standard: DataBarLook[K],
): Property<Target> {
  return {
    get: ({ item }) => item.dataBar!.look?.[key] ?? standard,
    set: (target, raw, batch) => {
      target.item.dataBar!.look = { ...target.item.dataBar!.look, [key]: read(raw) };
      touch(target, batch);
    },
  };
}

/** Whether bars below zero look as those above; saying so gives them the same colour. */
function matchesPositive(
  key: "negativeFill" | "negativeBorder",
  positive: (bar: Bar) => string,
): Property<Target> {
  return {
    get: ({ item }) => item.dataBar!.look?.[key] === positive(item.dataBar!),
    set: (target, raw, batch) => {
      const bar = target.item.dataBar!;
      const look = { ...bar.look };
      if (truth(raw)) look[key] = positive(bar);
      else delete look[key];
      bar.look = look;
      touch(target, batch);
    },
  };
}

function bound(end: "min" | "max"): Property<Target> {
  return {
    get: ({ item }) => ruleOf(item.dataBar![end]),
    set: (target, raw, batch) => {
      const given = raw as { type?: unknown; formula?: unknown };
      target.item.dataBar![end] = {
        type: thresholdType(given.type, end),
        value: thresholdValue(given.formula),
      };
      touch(target, batch);
    },
  };
}

/** What is left of an area when another is taken out of it: at most four pieces. */
export function without(
  from: { row: number; column: number; rowCount: number; columnCount: number },
  area: { row: number; column: number; rowCount: number; columnCount: number },
): (typeof from)[] {
  const hole = intersect(from, area);
  if (!hole) return [from];
  const below = from.row + from.rowCount - (hole.row + hole.rowCount);
  const right = from.column + from.columnCount - (hole.column + hole.columnCount);
  return [
    { ...from, rowCount: hole.row - from.row },
    { ...from, row: hole.row + hole.rowCount, rowCount: below },
    { ...hole, column: from.column, columnCount: hole.column - from.column },
    { ...hole, column: hole.column + hole.columnCount, columnCount: right },
  ].filter(({ rowCount, columnCount }) => rowCount > 0 && columnCount > 0);
}
