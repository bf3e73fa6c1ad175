import { valueText } from "../model/cells";
import { hideRows } from "../model/hiddenRows";
import type { Filter } from "../model/parts";
import { printValue } from "../model/print";
import type { Sheet } from "../model/sheet";
import type { CellValue } from "../../workbook/cell";
import type { Batch } from "./batch";
import { dynamicToApi, dynamicToFile, inPeriod } from "./datePeriods";
import { HostError, invalidArgument } from "./errors";
import { localToday } from "./serialDates";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (raw: string) => raw.replace(/[&<>"]/g, (found) => entities[found]);
const unescape = (raw: string) =>
  Object.entries(entities).reduceRight(
    (text, [character, entity]) => text.replaceAll(entity, character),
    raw,
  );

/** What a filter asks of its column, in the API's words. */
export interface Criterion {
  filterOn: string;
  values?: string[];
  dynamicCriteria?: string;
  criterion1?: string;
  criterion2?: string;
  operator?: string;
}

const operators: Record<string, string> = {
  "=": "equal",
  "<>": "notEqual",
  ">": "greaterThan",
  ">=": "greaterThanOrEqual",
  "<": "lessThan",
  "<=": "lessThanOrEqual",
};

/** A criterion in the file's words. @throws NotImplemented for filters by colour, icon or date group. */
export function criterionXml(raw: unknown): string {
  const given = (raw ?? {}) as Criterion;
  switch (given.filterOn) {
    case "Values": {
      if (!Array.isArray(given.values)) throw invalidArgument("values");
      return `<filters>${given.values.map((value) => `<filter val="${escape(String(value))}"/>`).join("")}</filters>`;
    }
    case "TopItems":
    case "TopPercent":
    case "BottomItems":
    case "BottomPercent": {
      const count = Number(given.criterion1);
      if (!(count >= 1 && count <= 500)) throw invalidArgument(`${given.criterion1} items`);
      const percent = given.filterOn.endsWith("Percent") ? ' percent="1"' : "";
      const bottom = given.filterOn.startsWith("Bottom") ? ' top="0"' : "";
      return `<top10${bottom}${percent} val="${count}"/>`;
    }
    case "Custom": {
      const both = given.criterion2 !== undefined && given.criterion2 !== null;
      const and = both && given.operator !== "Or" ? ' and="1"' : "";
      const one = (criterion: string) => {
        const [, sign, operand] = /^(<>|>=|<=|[=<>])?([\s\S]*)$/.exec(String(criterion))!;
        const operator = operators[sign ?? "="];
        return `<customFilter${operator === "equal" ? "" : ` operator="${operator}"`} val="${escape(operand)}"/>`;
      };
      if (given.criterion1 === undefined) throw invalidArgument("criterion1");
      return `<customFilters${and}>${one(given.criterion1)}${both ? one(given.criterion2!) : ""}</customFilters>`;
    }
    case "Dynamic": {
      const word = dynamicToFile(String(given.dynamicCriteria));
      if (!word) throw invalidArgument(`dynamic criterion ${String(given.dynamicCriteria)}`);
      return `<dynamicFilter type="${word}"/>`;
    }
    default:
      throw new HostError(
        "NotImplemented",
        `Filters on ${String(given.filterOn)} are not modelled by the workbench.`,
      );
  }
}

const attribute = (xml: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(xml)?.[1];

/** A criterion as the API gives it. @throws NotImplemented for kinds only the file knows. */
export function readCriterion(xml: string): Criterion {
  if (/^<(?:\w+:)?filters/.test(xml)) {
    return {
      filterOn: "Values",
      values: [...xml.matchAll(/<(?:\w+:)?filter val="([^"]*)"/g)].map(([, found]) => unescape(found)),
    };
  }
  if (/^<(?:\w+:)?top10/.test(xml)) {
    const end = attribute(xml, "top") === "0" ? "Bottom" : "Top";
    const unit = attribute(xml, "percent") === "1" ? "Percent" : "Items";
    return { filterOn: end + unit, criterion1: attribute(xml, "val") ?? "10" };
  }
  if (/^<(?:\w+:)?dynamicFilter/.test(xml)) {
    const dynamicCriteria = dynamicToApi(attribute(xml, "type") ?? "");
    if (dynamicCriteria) return { filterOn: "Dynamic", dynamicCriteria };
  }
  const custom = [...xml.matchAll(/<(?:\w+:)?customFilter\s[^>]*>/g)].map(([element]) => {
    const operator = attribute(element, "operator") ?? "equal";
    const sign = Object.keys(operators).find((one) => operators[one] === operator)!;
    return sign + unescape(attribute(element, "val") ?? "");
  });
  if (custom.length === 0)
    throw new HostError("NotImplemented", "The filter is of a kind that is not modelled by the workbench.");
  return {
    filterOn: "Custom",
    criterion1: custom[0],
    ...(custom.length > 1 && {
      criterion2: custom[1],
      operator: attribute(xml, "and") === "1" ? "And" : "Or",
    }),
  };
}

/** Hides the rows below the filter's header that its criteria leave out. */
export function filterRows({ workbook, source }: Batch, sheet: Sheet, { area, criteria }: Filter): void {
  const tests = criteria.map(({ column, xml }) => {
    const at = area.column + column;
    const values = Array.from({ length: area.rowCount - 1 }, (_, r) => sheet.value(area.row + 1 + r, at));
    return { at, passes: test(readCriterion(xml), values) };
  });
  const leftOut = (row: number) => !tests.every(({ at, passes }) => passes(sheet.value(row, at)));
  hideRows(workbook, sheet, area.row + 1, area.rowCount - 1, leftOut, source);
}

function test(criterion: Criterion, column: CellValue[]): (value: CellValue) => boolean {
  const { filterOn, values, criterion1, criterion2, operator } = criterion;
  if (filterOn === "Dynamic") return dynamicTest(criterion.dynamicCriteria!, column);
  if (filterOn === "Values") {
    const chosen = new Set(values!.map((value) => value.toLowerCase()));
    return (value) =>
      chosen.has(valueText(value).toLowerCase()) ||
      chosen.has(printValue(value, "General", "en-US").toLowerCase());
  }
  if (filterOn === "Custom") {
    const first = compare(criterion1!);
    if (criterion2 === undefined) return first;
    const second = compare(criterion2);
    return operator === "Or"
      ? (value) => first(value) || second(value)
      : (value) => first(value) && second(value);
  }
  const numbers = column.filter((value) => typeof value === "number").sort((a, b) => a - b);
  const wanted = Number(criterion1);
  const share = filterOn.endsWith("Percent")
    ? Math.max(1, Math.floor((numbers.length * wanted) / 100))
    : wanted;
  const count = Math.min(share, numbers.length);
  if (filterOn.startsWith("Bottom")) {
    const limit = numbers[count - 1] ?? -Infinity;
    return (value) => typeof value === "number" && value <= limit;
  }
  const limit = numbers[numbers.length - count] ?? Infinity;
  return (value) => typeof value === "number" && value >= limit;
}

function dynamicTest(word: string, column: CellValue[]): (value: CellValue) => boolean {
  if (word === "AboveAverage" || word === "BelowAverage") {
    const numbers = column.filter((value) => typeof value === "number");
    const average = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    return (value) =>
      typeof value === "number" && (word === "AboveAverage" ? value > average : value < average);
  }
  const today = localToday();
  return (value) => typeof value === "number" && inPeriod(value, word, today);
}

/** One comparison ("=*e", ">=100"): numbers as numbers, texts with "*" and "?" standing for anything. */
function compare(criterion: string): (value: CellValue) => boolean {
  const [, sign = "=", operand] = /^(<>|>=|<=|[=<>])?([\s\S]*)$/.exec(criterion)!;
  const number = operand.trim() === "" ? NaN : Number(operand);
  const pattern = new RegExp(
    `^${operand
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*/g, "[\\s\\S]*")
      .replace(/\?/g, "[\\s\\S]")}$`,
    "i",
  );
  const equal = (value: CellValue) =>
    operand === ""
      ? value === null || value === ""
      : Number.isNaN(number)
        ? typeof value === "string" && pattern.test(value)
        : value === number || (typeof value === "string" && value === operand);
  if (sign === "=") return equal;
  if (sign === "<>") return (value) => !equal(value);
  return (value) => {
    if (typeof value !== "number" || Number.isNaN(number)) return false;
    return sign === ">"
      ? value > number
      : sign === ">="
        ? value >= number
        : sign === "<"
          ? value < number
          : value <= number;
  };
}
