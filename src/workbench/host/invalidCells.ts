import { type Area, contains, intersect } from "../../workbook/address";
import type { CellValue } from "../../workbook/cell";
import type { Validation } from "../model/parts";
import { valueText } from "../model/cells";
import { moveFormula } from "../model/references";
import type { Sheet } from "../model/sheet";
import type { Batch } from "./batch";

type Compare = (value: number, first: number, second: number) => boolean;

const compare: Record<string, Compare> = {
  between: (value, first, second) => value >= first && value <= second,
  notBetween: (value, first, second) => value < first || value > second,
  equal: (value, first) => value === first,
  notEqual: (value, first) => value !== first,
  greaterThan: (value, first) => value > first,
  lessThan: (value, first) => value < first,
  greaterThanOrEqual: (value, first) => value >= first,
  lessThanOrEqual: (value, first) => value <= first,
};

/** The cells whose values break the rule they have, and how many cells were looked at. */
export async function invalidCells(
  batch: Batch,
  sheet: Sheet,
  areas: Area[],
): Promise<{ invalid: { row: number; column: number }[]; checked: number }> {
  const invalid: { row: number; column: number }[] = [];
  let checked = 0;
  for (const area of areas) {
    const rules = sheet.validations.filter(({ ranges }) => ranges.some((one) => intersect(one, area)));
    const searched = rules.length > 0 ? filledPart(sheet, area) : null;
    checked += area.rowCount * area.columnCount;
    if (!searched) continue;
    for (let row = searched.row; row < searched.row + searched.rowCount; row++) {
      for (let column = searched.column; column < searched.column + searched.columnCount; column++) {
        const rule = rules.find(({ ranges }) => ranges.some((one) => contains(one, row, column)));
        if (rule && !(await allows(batch, rule, sheet, row, column))) invalid.push({ row, column });
      }
    }
  }
  return { invalid, checked };
}

/** Blank cells beyond the used range only matter where an area is small enough to be meant. */
function filledPart(sheet: Sheet, area: Area): Area | null {
  if (area.rowCount * area.columnCount <= 10_000) return area;
  const used = sheet.usedArea();
  return used && intersect(used, area);
}

async function allows(
  batch: Batch,
  rule: Validation,
  sheet: Sheet,
  row: number,
  column: number,
): Promise<boolean> {
  const value = sheet.value(row, column);
  if (value === null) return rule.allowBlank || rule.type === "none";
  const [origin] = rule.ranges;
  const evaluate = (formula: string) =>
    batch.evaluate(moveFormula(`=${formula}`, row - origin.row, column - origin.column), sheet, row, column);
  switch (rule.type) {
    case "none":
      return true;
    case "list":
      return listHas(await listOf(rule.formula1, evaluate), value);
    case "custom": {
      const [[result]] = await evaluate(rule.formula1);
      return result === true || (typeof result === "number" && result !== 0);
    }
    default: {
      const measured = rule.type === "textLength" ? valueText(value).length : value;
      if (typeof measured !== "number") return false;
      if (rule.type === "whole" && !Number.isInteger(measured)) return false;
      const operand = async (formula: string) => {
        if (formula === "") return 0;
        const plain = Number(formula);
        if (!Number.isNaN(plain)) return plain;
        const [[result]] = await evaluate(formula);
        return typeof result === "number" ? result : NaN;
      };
      return compare[rule.operator](measured, await operand(rule.formula1), await operand(rule.formula2));
    }
  }
}

interface Choices {
  values: CellValue[];
  /** Words written in the rule are told apart by case, cells are not. */
  exact: boolean;
}

async function listOf(
  formula: string,
  evaluate: (formula: string) => Promise<CellValue[][]>,
): Promise<Choices> {
  const words = /^"((?:[^"]|"")*)"$/.exec(formula);
  if (words) {
    return {
      values: words[1]
        .replace(/""/g, '"')
        .split(",")
        .map((word) => word.trim()),
      exact: true,
    };
  }
  return { values: (await evaluate(formula)).flat(), exact: false };
}

function listHas({ values, exact }: Choices, value: CellValue): boolean {
  const text = valueText(value);
  const wanted = exact ? text : text.toLowerCase();
  return values.some((choice) => {
    const chosen = valueText(choice);
    return (exact ? chosen : chosen.toLowerCase()) === wanted;
  });
}
