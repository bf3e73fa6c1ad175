import type { CellError, CellValue } from "../../../workbook/cell";
import { isCellError, isErrorCode } from "../../../workbook/cell";
import type { IndexKey } from "../columns";
import { indexKey } from "../columns";
import type { Argument, SheetArea } from "../values";
import { compareNumbers, compareTexts, fault, Reference, textToNumber } from "../values";
import type { FunctionTable, Machine } from "./definition";
import { define } from "./definition";

/**
 * A condition of SUMIFS, COUNTIF …: `key` when it asks for one value that an index can find, `number` when only numbers can
 * hold.
 */
export interface Condition {
  readonly key: IndexKey | null;
  test(value: CellValue): boolean;
  readonly number?: (value: number) => boolean;
}

/** Reads a criterion as Excel does: 5, "x*", "<>", ">=2023-01-01" … */
export function condition(criterion: CellValue): Condition {
  if (typeof criterion !== "string") return equalTo(criterion ?? 0);
  const [, operator, rest] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(criterion)!;
  if (operator === undefined)
    return rest === "" ? test((value) => value === null || value === "") : equalTo(typed(rest));
  if (operator === "=") return rest === "" ? test((value) => value === null) : equalTo(typed(rest));
  if (operator === "<>") {
    if (rest === "") return test((value) => value !== null);
    const equal = equalTo(typed(rest));
    return test((value) => !equal.test(value));
  }
  return compared(operator, typed(rest));
}

const test = (run: (value: CellValue) => boolean): Condition => ({ key: null, test: run });

function typed(text: string): CellValue {
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return upper === "TRUE";
  return textToNumber(text) ?? (isErrorCode(upper) ? fault(upper) : text);
}

function equalTo(wanted: CellValue): Condition {
  if (isCellError(wanted)) return test((value) => isCellError(value) && value.fel === wanted.fel);
  if (typeof wanted === "number")
    return {
      key: wanted,
      test: (value) =>
        typeof value === "number"
          ? value === wanted
          : typeof value === "string" && indexKey(value) === wanted,
    };
  if (typeof wanted === "boolean") return { key: wanted, test: (value) => value === wanted };
  const pattern = wildcard(wanted as string);
  if (pattern) return test((value) => typeof value === "string" && pattern.test(value));
  const plain = plainText(wanted as string);
  const lower = plain.toLowerCase();
  return { key: lower, test: (value) => typeof value === "string" && value.toLowerCase() === lower };
}

function compared(operator: string, wanted: CellValue): Condition {
  const fits = (difference: number): boolean =>
    operator === "<"
      ? difference < 0
      : operator === ">"
        ? difference > 0
        : operator === "<="
          ? difference <= 0
          : difference >= 0;
  if (typeof wanted === "number") {
    const holds = (value: number) => fits(compareNumbers(value, wanted));
    return { key: null, number: holds, test: (value) => typeof value === "number" && holds(value) };
  }
  if (typeof wanted === "boolean")
    return test((value) => typeof value === "boolean" && fits(Number(value) - Number(wanted)));
  if (typeof wanted === "string")
    return test((value) => typeof value === "string" && fits(compareTexts(value, wanted)));
  return test(() => false);
}

export interface Wildcard {
  /** The whole text fits. */
  test(text: string): boolean;
  /** Where a part that fits begins; −1 when none does. */
  search(text: string): number;
}

/** The pattern of a text with * or ? (escaped by ~), letter case ignored; null when it has none. */
export function wildcard(text: string): Wildcard | null {
  const pattern: string[] = [];
  let wild = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (letter === "~" && i + 1 < text.length && "*?~".includes(text[i + 1]))
      pattern.push(text[++i].toLowerCase());
    else if (letter === "*" || letter === "?") {
      wild = true;
      pattern.push(letter === "*" ? anyLetters : anyLetter);
    } else pattern.push(letter.toLowerCase());
  }
  if (!wild) return null;
  const open = [...pattern, anyLetters];
  return {
    test: (tested) => fits(pattern, tested.toLowerCase(), 0),
    search(tested) {
      const lower = tested.toLowerCase();
      for (let from = 0; from <= lower.length; from++) if (fits(open, lower, from)) return from;
      return -1;
    },
  };
}

const anyLetters = "any letters";
const anyLetter = "any letter";

/** Going back to the last * only: no pattern takes more than pattern × text steps. */
function fits(pattern: readonly string[], text: string, from: number): boolean {
  let [at, next, star, resume] = [from, 0, -1, 0];
  while (at < text.length) {
    if (next < pattern.length && (pattern[next] === text[at] || pattern[next] === anyLetter)) {
      at++;
      next++;
    } else if (pattern[next] === anyLetters) {
      star = next++;
      resume = at;
    } else if (star >= 0) {
      next = star + 1;
      at = ++resume;
    } else return false;
  }
  while (pattern[next] === anyLetters) next++;
  return next === pattern.length;
}

/** A text without wildcards as it is looked for: ~* means *. */
export function plainText(text: string): string {
  return text.replace(/~([*?~])/g, "$1");
}

interface Tested {
  readonly part: SheetArea;
  readonly condition: Condition;
}

/** Shorter ranges are read cell by cell. */
const indexedFrom = 40;

/** A condition as a question about a row of its one column, counted from the range's first. */
function rowTest(
  { part: { sheet, area }, condition: wanted }: Tested,
  machine: Machine,
): (row: number) => boolean {
  if (wanted.key !== null) {
    const index = machine.columns.index(sheet, area);
    const { codes } = index;
    const code = index.code(wanted.key);
    return (row) => codes[row] === code;
  }
  const { number } = wanted;
  if (number) {
    const { values } = machine.columns.numbers(sheet, area);
    return (row) => {
      const value = values[row];
      return value === value && value !== undefined && number(value);
    };
  }
  return (row) => wanted.test(sheet.rows[area.row + row]?.values[area.column] ?? null);
}

/**
 * Calls `visit` with the offset of every position where all conditions hold. Gives the number of positions after the
 * sheets' content that hold too (blank all over): they have no values to visit.
 */
function eachMatch(tested: Tested[], machine: Machine, visit: (row: number, column: number) => void): number {
  const { rowCount, columnCount } = tested[0].part.area;
  machine.settle(tested.map(({ part }) => part));
  const used = Math.min(
    rowCount,
    Math.max(0, ...tested.map(({ part }) => part.sheet.rows.length - part.area.row)),
  );
  const afterContent = () =>
    tested.every(({ condition: wanted }) => wanted.test(null)) ? (rowCount - used) * columnCount : 0;
  if (columnCount === 1 && used >= indexedFrom) {
    let fewest: { rows: readonly number[]; through: Tested } | null = null;
    for (const one of tested) {
      const { key } = one.condition;
      if (key === null) continue;
      const rows = machine.columns.index(one.part.sheet, one.part.area).rows(key);
      if (!fewest || rows.length < fewest.rows.length) fewest = { rows, through: one };
    }
    const tests = tested.filter((one) => one !== fewest?.through).map((one) => rowTest(one, machine));
    if (fewest) {
      for (const row of fewest.rows) if (tests.every((holds) => holds(row))) visit(row, 0);
      return 0;
    }
    for (let row = 0; row < used; row++) if (tests.every((holds) => holds(row))) visit(row, 0);
    return afterContent();
  }
  const holds = ({ part, condition: wanted }: Tested, row: number, column: number) =>
    wanted.test(part.sheet.rows[part.area.row + row]?.values[part.area.column + column] ?? null);
  for (let row = 0; row < used; row++) {
    for (let column = 0; column < columnCount; column++) {
      if (tested.every((one) => holds(one, row, column))) visit(row, column);
    }
  }
  return afterContent();
}

/** The pairs "range, criterion, …"; an error when they don't have one shape. */
function pairs(args: readonly Argument[]): Tested[] | CellError {
  const tested: Tested[] = [];
  for (let i = 0; i < args.length; i += 2) {
    const range = args[i];
    if (isCellError(range as CellValue)) return range as CellError;
    if (!(range instanceof Reference) || range.areas.length !== 1 || i + 1 >= args.length)
      return fault("#VALUE!");
    const [part] = range.areas;
    const { rowCount, columnCount } = (tested[0]?.part ?? part).area;
    if (part.area.rowCount !== rowCount || part.area.columnCount !== columnCount) return fault("#VALUE!");
    tested.push({ part, condition: condition((args[i + 1] ?? null) as CellValue) });
  }
  return tested;
}

/** The values at the matches; blank ones are passed over, the first error ends it. */
function gather(
  range: Argument,
  conditions: readonly Argument[],
  machine: Machine,
  visit: (value: number) => void,
  ownShape: boolean,
): CellError | null {
  if (isCellError(range as CellValue)) return range as CellError;
  if (!(range instanceof Reference) || range.areas.length !== 1) return fault("#VALUE!");
  const tested = pairs(conditions);
  if (!Array.isArray(tested)) return tested;
  const [{ sheet, area }] = range.areas;
  const { rowCount, columnCount } = tested[0].part.area;
  if (ownShape && (area.rowCount !== rowCount || area.columnCount !== columnCount)) return fault("#VALUE!");
  machine.settle([{ sheet, area: { ...area, rowCount, columnCount } }]);
  let failed: CellError | null = null;
  if (columnCount === 1 && rowCount >= indexedFrom) {
    const { values, errors } = machine.columns.numbers(sheet, { ...area, rowCount, columnCount });
    eachMatch(tested, machine, (row) => {
      const value = values[row];
      if (value === value && value !== undefined) visit(value);
      else if (errors.size > 0) failed ??= errors.get(row) ?? null;
    });
    return failed;
  }
  eachMatch(tested, machine, (row, column) => {
    const value = sheet.rows[area.row + row]?.values[area.column + column];
    if (typeof value === "number") visit(value);
    else if (isCellError(value ?? null)) failed ??= value as CellError;
  });
  return failed;
}

function total(range: Argument, conditions: readonly Argument[], machine: Machine, ownShape = true) {
  let sum = 0;
  return gather(range, conditions, machine, (value) => (sum += value), ownShape) ?? sum;
}

function mean(range: Argument, conditions: readonly Argument[], machine: Machine, ownShape = true) {
  let sum = 0;
  let count = 0;
  const failed = gather(
    range,
    conditions,
    machine,
    (value) => {
      sum += value;
      count++;
    },
    ownShape,
  );
  return failed ?? (count === 0 ? fault("#DIV/0!") : sum / count);
}

function extreme(
  range: Argument,
  conditions: readonly Argument[],
  machine: Machine,
  better: (a: number, b: number) => boolean,
) {
  let best: number | null = null;
  const failed = gather(
    range,
    conditions,
    machine,
    (value) => {
      if (best === null || better(value, best)) best = value;
    },
    true,
  );
  return failed ?? best ?? 0;
}

function count(args: readonly Argument[], machine: Machine) {
  const tested = pairs(args);
  if (!Array.isArray(tested)) return tested;
  let matches = 0;
  const rest = eachMatch(tested, machine, () => matches++);
  return matches + rest;
}

export const conditionFunctions: FunctionTable = {
  SUMIF: define(2, 3, "asa", ([range, criterion, sum]: Argument[], machine) =>
    total(sum ?? range, [range, criterion], machine, false),
  ),
  AVERAGEIF: define(2, 3, "asa", ([range, criterion, values]: Argument[], machine) =>
    mean(values ?? range, [range, criterion], machine, false),
  ),
  COUNTIF: define(2, 2, "as", count),
  COUNTIFS: define(2, 254, "as", count, 2),
  SUMIFS: define(
    3,
    255,
    "aas",
    ([range, ...conditions]: Argument[], machine) => total(range, conditions, machine),
    2,
  ),
  AVERAGEIFS: define(
    3,
    255,
    "aas",
    ([range, ...conditions]: Argument[], machine) => mean(range, conditions, machine),
    2,
  ),
  MAXIFS: define(
    3,
    255,
    "aas",
    ([range, ...conditions]: Argument[], machine) => extreme(range, conditions, machine, (a, b) => a > b),
    2,
  ),
  MINIFS: define(
    3,
    255,
    "aas",
    ([range, ...conditions]: Argument[], machine) => extreme(range, conditions, machine, (a, b) => a < b),
    2,
  ),
};
