import type { CellMatrix, CellValue } from "../../workbook/cell";
import { contains } from "../../workbook/address";
import { valueText } from "./cells";
import type { Validation } from "./parts";
import { moveFormula, replaceRefs } from "./references";
import type { Sheet } from "./sheet";

interface Cell {
  sheet: Sheet;
  row: number;
  column: number;
}

interface Evaluator {
  evaluate(formula: string, sheet: Sheet, row: number, column: number): Promise<CellMatrix>;
}

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

/** The rule a cell has for its contents. */
export const ruleAt = ({ sheet, row, column }: Cell): Validation | undefined =>
  sheet.validations.find(({ ranges }) => ranges.some((one) => contains(one, row, column)));

/** Whether the rule lets the cell hold the value, whatever the cell holds now. */
export async function allows(
  rule: Validation,
  value: CellValue,
  cell: Cell,
  evaluator: Evaluator,
): Promise<boolean> {
  if (value === null) return rule.allowBlank || rule.type === "none";
  switch (rule.type) {
    case "none":
      return true;
    case "list":
      return listHas(await choices(rule, cell, evaluator), value);
    case "custom": {
      const [[result]] = await evaluateAt(rule, withValue(rule.formula1, value, rule, cell), cell, evaluator);
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
        const [[result]] = await evaluateAt(rule, formula, cell, evaluator);
        return typeof result === "number" ? result : NaN;
      };
      return compare[rule.operator](measured, await operand(rule.formula1), await operand(rule.formula2));
    }
  }
}

export interface Choices {
  values: CellValue[];
  /** Words written in the rule are told apart by case, cells are not. */
  exact: boolean;
}

/** What a list rule lets the cell hold. */
export async function choices(rule: Validation, cell: Cell, evaluator: Evaluator): Promise<Choices> {
  const words = /^"((?:[^"]|"")*)"$/.exec(rule.formula1);
  if (words) {
    return {
      values: words[1]
        .replace(/""/g, '"')
        .split(",")
        .map((word) => word.trim()),
      exact: true,
    };
  }
  return { values: (await evaluateAt(rule, rule.formula1, cell, evaluator)).flat(), exact: false };
}

function listHas({ values, exact }: Choices, value: CellValue): boolean {
  const text = valueText(value);
  const wanted = exact ? text : text.toLowerCase();
  return values.some((choice) => {
    const chosen = valueText(choice);
    return (exact ? chosen : chosen.toLowerCase()) === wanted;
  });
}

/** A rule's formulas are written for the first of its cells. */
function evaluateAt({ ranges: [origin] }: Validation, formula: string, cell: Cell, evaluator: Evaluator) {
  const { sheet, row, column } = cell;
  const moved = moveFormula(`=${formula}`, row - origin.row, column - origin.column);
  return evaluator.evaluate(moved, sheet, row, column);
}

/** The formula with the value in place of references to the cell itself, which need not hold it yet. */
function withValue(formula: string, value: CellValue, { ranges: [origin] }: Validation, cell: Cell): string {
  const text = typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : valueText(value);
  const own = (at: number | null, fixed: boolean, here: number, first: number) =>
    at === (fixed ? here : first);
  return replaceRefs(`=${formula}`, ({ sheet, single, top, left, absolute }) =>
    single &&
    (sheet === "" || sheet === cell.sheet.name) &&
    own(top, absolute.top, cell.row, origin.row) &&
    own(left, absolute.left, cell.column, origin.column)
      ? text
      : undefined,
  ).slice(1);
}
