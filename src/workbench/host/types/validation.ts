import { intersect, quoteSheet } from "../../../workbook/address";
import { normalFormula, parseEntry } from "../../model/entry";
import type { Validation } from "../../model/parts";
import { absoluteAddress } from "../../model/references";
import type { Sheet } from "../../model/sheet";
import { areaOf, areasOf, type Batch, rangeAreasOf } from "../batch";
import {
  calculated,
  oneOf,
  optionalText,
  type PartialRegistry,
  type Property,
  text,
  truth,
  value,
} from "../definition";
import { invalidArgument, itemNotFound } from "../errors";
import { invalidCells } from "../invalidCells";
import { checkUnprotected } from "../protection";
import { joinCells } from "../specialCells";
import { HostObject, type LiveAreas } from "../targets";
import { without } from "./conditionalFormat";

const operators = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
] as const;
const operatorFile: Record<(typeof operators)[number], string> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
};

/** Rules by the API's names and the file's types. */
const basic: Record<string, string> = {
  wholeNumber: "whole",
  decimal: "decimal",
  date: "date",
  time: "time",
  textLength: "textLength",
};
const typeWords: Record<string, string> = {
  none: "None",
  whole: "WholeNumber",
  decimal: "Decimal",
  list: "List",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

const blank = (): Omit<Validation, "ranges"> => ({
  type: "none",
  operator: "between",
  formula1: "",
  formula2: "",
  allowBlank: true,
  showDropdown: true,
  errorStyle: "stop",
  showError: true,
  errorTitle: "",
  error: "",
  showPrompt: true,
  promptTitle: "",
  prompt: "",
});

/** The validation all cells of a range have; null for none, undefined when they differ. */
function common(range: LiveAreas): Validation | null | undefined {
  const areas = areasOf(range);
  const found = range.sheet.validations.filter(({ ranges }) =>
    ranges.some((one) => areas.some((area) => intersect(one, area))),
  );
  if (found.length === 0) return null;
  const covers = areas.every(
    (area) =>
      [area].reduce(
        (left, one) =>
          left.concat(
            found[0].ranges.reduce((rest, hole) => rest.flatMap((part) => without(part, hole)), [one]),
          ),
        [] as (typeof area)[],
      ).length === 0,
  );
  return found.length === 1 && covers ? found[0] : undefined;
}

/** Gives the range a validation of its own, made of the one it has. */
function change(range: LiveAreas, { workbook, source }: Batch, edit: (validation: Validation) => void): void {
  const { sheet } = range;
  checkUnprotected(sheet);
  const areas = areasOf(range);
  const made: Validation = { ...blank(), ...common(range), ranges: areas };
  edit(made);
  remove(sheet, areas);
  if (made.type !== "none" || made.prompt || made.error) sheet.validations.push(made);
  for (const area of areas) workbook.changed({ kind: "formats", sheet, area, source });
}

function remove(sheet: Sheet, areas: Validation["ranges"]): void {
  for (const validation of sheet.validations) {
    validation.ranges = areas.reduce(
      (left, area) => left.flatMap((one) => without(one, area)),
      validation.ranges,
    );
  }
  sheet.validations = sheet.validations.filter(({ ranges }) => ranges.length > 0);
}

/** A formula ("=A1"), a number, a range, or for lists words with commas between. */
function operand(raw: unknown, sheet: Sheet, list = false): string {
  if (raw instanceof HostObject) {
    const range = raw.target as LiveAreas;
    const address = absoluteAddress(areaOf(range));
    return range.sheet === sheet ? address : `${quoteSheet(range.sheet.name)}!${address}`;
  }
  if (typeof raw === "number") return String(raw);
  const given = text(raw);
  if (given.startsWith("=")) return normalFormula(given).slice(1);
  if (given === "") throw invalidArgument("a rule needs its operand");
  if (list) {
    if (given.length > 255) throw invalidArgument("a list of words has at most 255 characters");
    return `"${given.replace(/"/g, '""')}"`;
  }
  const typed = parseEntry(given).value;
  if (typeof typed === "number") return String(typed);
  throw invalidArgument(`${given} is no number, date or formula`);
}

function shown(formula: string): string | number {
  if (formula === "") return "";
  if (/^-?\d+(\.\d+)?$/.test(formula)) return Number(formula);
  if (/^"(?:[^"]|"")*"$/.test(formula)) return formula.slice(1, -1).replace(/""/g, '"');
  return `=${formula}`;
}

function ruleOf(validation: Validation): Record<string, unknown> {
  const { type, operator, formula1, formula2 } = validation;
  if (type === "none") return {};
  if (type === "list") return { list: { inCellDropDown: validation.showDropdown, source: shown(formula1) } };
  if (type === "custom") return { custom: { formula: shown(formula1) } };
  const key = Object.keys(basic).find((name) => basic[name] === type)!;
  const word = operators.find((name) => operatorFile[name] === operator);
  return {
    [key]: {
      formula1: shown(formula1),
      ...(formula2 !== "" && { formula2: shown(formula2) }),
      operator: word,
    },
  };
}

function setRule(validation: Validation, raw: unknown, sheet: Sheet): void {
  const given = (raw ?? {}) as Record<string, Record<string, unknown> | undefined>;
  const rules = Object.entries(given).filter(([, rule]) => rule !== undefined && rule !== null);
  if (rules.length !== 1) throw invalidArgument("exactly one rule is expected");
  const [key, rule] = rules[0] as [string, Record<string, unknown>];
  if (key === "list") {
    validation.type = "list";
    validation.formula1 = operand(rule.source, sheet, true);
    validation.formula2 = "";
    validation.showDropdown = rule.inCellDropDown === undefined ? true : truth(rule.inCellDropDown);
    return;
  }
  if (key === "custom") {
    validation.type = "custom";
    validation.formula1 = operand(rule.formula, sheet);
    validation.formula2 = "";
    return;
  }
  const type = basic[key];
  if (!type) throw invalidArgument(`rule ${key}`);
  const operator = oneOf(operators)(rule.operator);
  validation.type = type;
  validation.operator = operatorFile[operator];
  validation.formula1 = operand(rule.formula1, sheet);
  const between = operator === "Between" || operator === "NotBetween";
  // Without an upper end the rule has only its lower ([docs] BasicDataValidation.formula2 is optional).
  validation.formula2 = between && rule.formula2 !== undefined ? operand(rule.formula2, sheet) : "";
}

const styles = { Stop: "stop", Warning: "warning", Information: "information" } as const;

const read =
  <T>(pick: (validation: Validation) => T, none: T): Property<LiveAreas>["get"] =>
  (range) => {
    const found = common(range);
    return found === undefined ? null : found === null ? none : pick(found);
  };

export const validationTypes = {
  DataValidation: {
    properties: {
      type: value((range) => {
        const found = common(range);
        return found === undefined ? "Inconsistent" : typeWords[found?.type ?? "none"];
      }),
      // True when every cell keeps its rule, false when none does, null when some do.
      valid: calculated(async (range, batch) => {
        const { invalid, checked } = await invalidCells(batch, range.sheet, areasOf(range));
        return invalid.length === 0 ? true : invalid.length === checked ? false : null;
      }),
      rule: {
        get: read<Record<string, unknown>>(ruleOf, {}),
        set: (range, raw, batch) => change(range, batch, (made) => setRule(made, raw, range.sheet)),
      },
      ignoreBlanks: {
        get: read(({ allowBlank }) => allowBlank, true),
        set: (range, raw, batch) =>
          change(range, batch, (made) => {
            made.allowBlank = truth(raw);
          }),
      },
      errorAlert: {
        get: read<unknown>(
          ({ error, errorTitle, showError, errorStyle }) => ({
            message: error,
            title: errorTitle,
            showAlert: showError,
            style: Object.keys(styles).find((key) => styles[key as keyof typeof styles] === errorStyle),
          }),
          { message: "", title: "", showAlert: true, style: "Stop" },
        ),
        set: (range, raw, batch) =>
          change(range, batch, (made) => {
            const given = raw as { message?: unknown; title?: unknown; showAlert?: unknown; style?: unknown };
            made.error = optionalText(given.message);
            made.errorTitle = optionalText(given.title);
            made.showError = given.showAlert === undefined ? true : truth(given.showAlert);
            made.errorStyle = styles[oneOf(["Stop", "Warning", "Information"])(given.style ?? "Stop")];
          }),
      },
      prompt: {
        get: read<unknown>(
          ({ prompt, promptTitle, showPrompt }) => ({ message: prompt, title: promptTitle, showPrompt }),
          { message: "", title: "", showPrompt: true },
        ),
        set: (range, raw, batch) =>
          change(range, batch, (made) => {
            const given = raw as { message?: unknown; title?: unknown; showPrompt?: unknown };
            made.prompt = optionalText(given.message);
            made.promptTitle = optionalText(given.title);
            made.showPrompt = given.showPrompt === undefined ? true : truth(given.showPrompt);
          }),
      },
    },
    methods: {
      getInvalidCells: {
        calculated: true,
        run: async (range, _args, batch) => {
          const { invalid } = await invalidCells(batch, range.sheet, areasOf(range));
          if (invalid.length === 0) throw itemNotFound("every cell keeps its rule");
          return rangeAreasOf(batch, range.sheet, joinCells(invalid));
        },
      },
      clear: (range, _args, { workbook, source }) => {
        checkUnprotected(range.sheet);
        const areas = areasOf(range);
        remove(range.sheet, areas);
        for (const area of areas) workbook.changed({ kind: "formats", sheet: range.sheet, area, source });
      },
    },
  },
} satisfies PartialRegistry;
