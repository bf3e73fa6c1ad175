import { translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx";
import { type Area, cellAddress, intersect } from "../../../workbook/address";
import { type CellValue, isBlank, isCellError } from "../../../workbook/cell";
import type { Calculator } from "../../calc/calculator";
import type { ConditionalFormat, PartialStyle, Threshold } from "../../model/parts";
import type { Sheet } from "../../model/sheet";

/** What conditional formats add to a cell. */
export interface ConditionalLook {
  style?: PartialStyle;
  /** 0 is the lowest icon of `icons` many. */
  icon?: { set: string; position: number; showValue: boolean };
  /** Shares of the cell's width; with numbers on both sides of zero, bars go both ways from an axis. */
  bar?: { color: string; start: number; length: number; axis: number | null; showValue: boolean };
  fill?: string;
}

/** Looks of a sheet's cells, by "row,column". */
export type ConditionalLooks = Map<string, ConditionalLook>;

export const lookKey = (row: number, column: number) => `${row},${column}`;

/** Cells beyond this many are left plain: whole-column formats would otherwise be evaluated a million times. */
const mostCells = 20_000;

/** Evaluates every conditional format of the sheet over its used cells. */
export async function conditionalLooks(sheet: Sheet, calculator: Calculator): Promise<ConditionalLooks> {
  const looks: ConditionalLooks = new Map();
  const stopped = new Set<string>();
  const used = sheet.usedArea();
  if (!used) return looks;
  const formats = [...sheet.conditionalFormats].sort((a, b) => a.priority - b.priority);
  for (const format of formats) {
    const cells = cellsOf(format.ranges, used);
    const rule = await compile(format, sheet, calculator, cells);
    if (!rule) continue;
    for (const { row, column } of cells) {
      const key = lookKey(row, column);
      if (stopped.has(key)) continue;
      const look = await rule(row, column);
      if (!look) continue;
      const before = looks.get(key);
      looks.set(key, before ? { ...look, ...before, style: merge(before.style, look.style) } : look);
      if (format.stopIfTrue) stopped.add(key);
    }
  }
  return looks;
}

type Rule = (
  row: number,
  column: number,
) => ConditionalLook | undefined | Promise<ConditionalLook | undefined>;

function cellsOf(ranges: Area[], used: Area): { row: number; column: number }[] {
  const cells: { row: number; column: number }[] = [];
  for (const range of ranges) {
    const area = intersect(range, used);
    if (!area) continue;
    for (let row = area.row; row < area.row + area.rowCount; row++) {
      for (let column = area.column; column < area.column + area.columnCount; column++) {
        if (cells.length >= mostCells) return cells;
        cells.push({ row, column });
      }
    }
  }
  return cells;
}

async function compile(
  format: ConditionalFormat,
  sheet: Sheet,
  calculator: Calculator,
  cells: { row: number; column: number }[],
): Promise<Rule | null> {
  const look: ConditionalLook = { style: format.style };
  const when = (test: (value: CellValue) => boolean): Rule => {
    return (row, column) => (test(sheet.value(row, column)) ? look : undefined);
  };
  const numbers = () =>
    cells
      .map(({ row, column }) => sheet.value(row, column))
      .filter((value): value is number => typeof value === "number")
      .sort((a, b) => a - b);
  const text = format.attributes?.text ?? "";
  const origin = { row: format.ranges[0].row, column: format.ranges[0].column };
  const evaluate = async (formula: string, row: number, column: number): Promise<CellValue> => {
    const moved = translateFormulaToA1(
      translateFormulaToR1C1(`=${formula}`, cellAddress(origin.row, origin.column)),
      cellAddress(row, column),
    );
    const [[value]] = await calculator.evaluate(moved, sheet, row, column);
    return value;
  };
  switch (format.type) {
    case "expression":
    case "timePeriod":
      return async (row, column) => {
        const value = await evaluate(format.formulas[0], row, column);
        return !isCellError(value) && typeof value !== "string" && value ? look : undefined;
      };
    case "cellIs":
      return async (row, column) => {
        const operands: CellValue[] = [];
        for (const formula of format.formulas) operands.push(await operand(formula, row, column));
        return compare(sheet.value(row, column), format.operator ?? "equal", operands) ? look : undefined;
      };
    case "containsText":
      return when((value) =>
        String(value ?? "")
          .toLowerCase()
          .includes(text.toLowerCase()),
      );
    case "notContainsText":
      return when(
        (value) =>
          !String(value ?? "")
            .toLowerCase()
            .includes(text.toLowerCase()),
      );
    case "beginsWith":
      return when((value) =>
        String(value ?? "")
          .toLowerCase()
          .startsWith(text.toLowerCase()),
      );
    case "endsWith":
      return when((value) =>
        String(value ?? "")
          .toLowerCase()
          .endsWith(text.toLowerCase()),
      );
    case "containsBlanks":
      return when((value) => isBlank(value));
    case "notContainsBlanks":
      return when((value) => !isBlank(value));
    case "containsErrors":
      return when(isCellError);
    case "notContainsErrors":
      return when((value) => !isCellError(value));
    case "duplicateValues":
    case "uniqueValues": {
      const counts = new Map<string, number>();
      const key = (value: CellValue) => String(value).toLowerCase();
      for (const { row, column } of cells) {
        const value = sheet.value(row, column);
        if (!isBlank(value)) counts.set(key(value), (counts.get(key(value)) ?? 0) + 1);
      }
      const wanted = (count: number) => (format.type === "duplicateValues" ? count > 1 : count === 1);
      return when((value) => !isBlank(value) && wanted(counts.get(key(value)) ?? 0));
    }
    case "top10": {
      const sorted = numbers();
      const { rank = "10", percent, bottom } = format.attributes ?? {};
      const isSet = (flag?: string) => flag === "1" || flag === "true";
      const count = isSet(percent) ? Math.floor((sorted.length * Number(rank)) / 100) : Number(rank);
      if (isSet(bottom)) {
        const bound = sorted[Math.min(count, sorted.length) - 1];
        return when((value) => typeof value === "number" && value <= bound);
      }
      const bound = sorted[Math.max(0, sorted.length - count)];
      return when((value) => typeof value === "number" && value >= bound);
    }
    case "aboveAverage": {
      const all = numbers();
      const mean = all.reduce((total, value) => total + value, 0) / all.length;
      const above = format.attributes?.aboveAverage !== "0" && format.attributes?.aboveAverage !== "false";
      return when((value) => typeof value === "number" && (above ? value > mean : value < mean));
    }
    case "iconSet": {
      const { iconSet } = format;
      if (!iconSet) return null;
      const bounds = await limits(iconSet.thresholds, numbers(), evaluate, origin);
      return (row, column) => {
        const value = sheet.value(row, column);
        if (typeof value !== "number") return undefined;
        let position = 0;
        bounds.forEach((bound, index) => {
          const strict = iconSet.thresholds[index].gte === false;
          if (strict ? value > bound : value >= bound) position = index;
        });
        return {
          icon: {
            set: iconSet.set,
            position: iconSet.reverse ? bounds.length - 1 - position : position,
            showValue: iconSet.showValue,
          },
        };
      };
    }
    case "dataBar": {
      const { dataBar } = format;
      if (!dataBar) return null;
      const [low, high] = await limits([dataBar.min, dataBar.max], numbers(), evaluate, origin);
      const { color, showValue, look } = dataBar;
      const middle = look?.axisFormat === "CellMidPoint";
      const reach = Math.max(Math.abs(low), Math.abs(high));
      const [from, to] = middle ? [-reach, reach] : [Math.min(0, low), Math.max(high, 0)];
      const within = (value: number) => Math.max(0, Math.min(1, (value - from) / (to - from || 1)));
      const zero = from < 0 && look?.axisFormat !== "None" ? within(0) : null;
      return (row, column) => {
        const value = sheet.value(row, column);
        if (typeof value !== "number") return undefined;
        const [start, end] = [zero ?? 0, within(value)].sort((a, b) => a - b);
        const negative = value < 0 && zero !== null ? (look?.negativeFill ?? "#FF0000") : color;
        return { bar: { color: negative, start, length: end - start, axis: zero, showValue } };
      };
    }
    case "colorScale": {
      const { colorScale } = format;
      if (!colorScale) return null;
      const bounds = await limits(colorScale.thresholds, numbers(), evaluate, origin);
      return (row, column) => {
        const value = sheet.value(row, column);
        return typeof value === "number" ? { fill: between(value, bounds, colorScale.colors) } : undefined;
      };
    }
    default:
      return null;
  }

  async function operand(formula: string, row: number, column: number): Promise<CellValue> {
    if (/^-?\d+(\.\d+)?$/.test(formula)) return Number(formula);
    const quoted = /^"((?:[^"]|"")*)"$/.exec(formula);
    return quoted ? quoted[1].replace(/""/g, '"') : evaluate(formula, row, column);
  }
}

async function limits(
  thresholds: Threshold[],
  sorted: number[],
  evaluate: (formula: string, row: number, column: number) => Promise<CellValue>,
  origin: { row: number; column: number },
): Promise<number[]> {
  const [low, high] = [sorted[0] ?? 0, sorted[sorted.length - 1] ?? 0];
  const result: number[] = [];
  for (const { type, value } of thresholds) {
    if (type === "min") result.push(low);
    else if (type === "autoMin") result.push(Math.min(0, low));
    else if (type === "max" || type === "autoMax") result.push(high);
    else if (type === "percent") result.push(low + ((high - low) * Number(value)) / 100);
    else if (type === "percentile") result.push(percentile(sorted, Number(value) / 100));
    else if (type === "formula") result.push(Number(await evaluate(value!, origin.row, origin.column)));
    else result.push(Number(value));
  }
  return result;
}

function percentile(sorted: number[], share: number): number {
  if (sorted.length === 0) return 0;
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}

function between(value: number, bounds: number[], colors: string[]): string {
  const last = bounds.length - 1;
  if (value <= bounds[0]) return colors[0];
  if (value >= bounds[last]) return colors[last];
  const upper = bounds.findIndex((bound) => value <= bound);
  const share = (value - bounds[upper - 1]) / (bounds[upper] - bounds[upper - 1] || 1);
  const channel = (color: string, at: number) => parseInt(color.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) => {
      const [a, b] = [channel(colors[upper - 1], at), channel(colors[upper], at)];
      return Math.round(a + (b - a) * share)
        .toString(16)
        .padStart(2, "0");
    })
    .join("")}`;
}

/** Excel's comparison: numbers before texts, texts without regard to case; a blank is 0 against a number. */
function compare(value: CellValue, operator: string, [first, second]: CellValue[]): boolean {
  if (isCellError(value) || isCellError(first) || (second !== undefined && isCellError(second))) return false;
  const order = (a: CellValue, b: CellValue): number => {
    const [x, y] = [a ?? (typeof b === "string" ? "" : 0), b ?? (typeof a === "string" ? "" : 0)];
    const rank = (v: CellValue) => (typeof v === "number" ? 0 : typeof v === "string" ? 1 : 2);
    if (rank(x) !== rank(y)) return rank(x) - rank(y);
    if (typeof x === "string" && typeof y === "string")
      return x.toLowerCase() < y.toLowerCase() ? -1 : x.toLowerCase() > y.toLowerCase() ? 1 : 0;
    return Number(x) - Number(y);
  };
  const one = order(value, first);
  switch (operator) {
    case "equal":
      return one === 0;
    case "notEqual":
      return one !== 0;
    case "greaterThan":
      return one > 0;
    case "greaterThanOrEqual":
      return one >= 0;
    case "lessThan":
      return one < 0;
    case "lessThanOrEqual":
      return one <= 0;
    case "between":
    case "notBetween": {
      const inside = one >= 0 && order(value, second) <= 0;
      return operator === "between" ? inside : !inside;
    }
    default:
      return false;
  }
}

/** The format with higher priority wins, part by part. */
function merge(first?: PartialStyle, second?: PartialStyle): PartialStyle | undefined {
  if (!first || !second) return first ?? second;
  return { ...second, ...first, font: { ...second.font, ...first.font }, fill: first.fill ?? second.fill };
}
