import { areaAddress, cellAddress, quoteSheet } from "./address";
import { type CellError, type CellValue, isCellError } from "./cell";

/**
 * A report formula as a tree: from the same tree come the text that Excel gets and the value we expect from it
 * (every report figure is calculated twice).
 */
export type Expression =
  | { kind: "number"; value: number }
  | { kind: "text"; value: string }
  | { kind: "cell"; ref: PlanRef }
  /** SUM of cells of one column; written as runs, so that a user's own row between them stays out. */
  | { kind: "sum"; refs: PlanRef[] }
  /** How many of the cells hold numbers. */
  | { kind: "count"; refs: PlanRef[] }
  | { kind: "sumifs"; sum: SourceColumn; criteria: Criterion[] }
  /** How many rows meet the criteria and hold a number in the column. */
  | { kind: "countifs"; numbers: SourceColumn; criteria: Criterion[] }
  /** A cell of a source as it stands: `value` is what it holds. */
  | { kind: "link"; reference: string; value: CellValue }
  /** The text beside a key, or the number: INDEX and MATCH; "" where the key or the text is missing. */
  | { kind: "lookup"; value: SourceColumn; key: SourceColumn; wanted: string; of: "text" | "number" }
  | { kind: "binary"; operator: Operator; left: Expression; right: Expression }
  | { kind: "call"; name: CallName; args: Expression[] };

export type Operator = "+" | "-" | "*" | "/" | "=" | "<>" | "<" | ">" | "<=" | ">=" | "&";
export type CallName = keyof typeof calls;

/** A cell of a plan by its keys. `report` names another report's sheet; `row` omitted = the formula's own. */
export interface PlanRef {
  report?: string;
  row: string;
  column: string;
}

/** A column of a source: a table's column, or a plain range's whole column. `key` finds its values. */
export interface SourceColumn {
  key: string;
  /** What stands in a formula: `Ekonomi[Utfall]` or `Underlag!$C:$C`. */
  reference: string;
}

export interface Criterion {
  column: SourceColumn;
  operator: "=" | "<>" | "<" | ">" | "<=" | ">=";
  value: string | number;
}

export const number = (value: number): Expression => ({ kind: "number", value });
export const text = (value: string): Expression => ({ kind: "text", value });
export const cell = (row: string, column: string, report?: string): Expression => ({
  kind: "cell",
  ref: { row, column, report },
});
export const sum = (refs: PlanRef[]): Expression => ({ kind: "sum", refs });
export const count = (refs: PlanRef[]): Expression => ({ kind: "count", refs });
export const countifs = (column: SourceColumn, criteria: Criterion[]): Expression => ({
  kind: "countifs",
  numbers: column,
  criteria,
});
export const sumifs = (column: SourceColumn, criteria: Criterion[]): Expression => ({
  kind: "sumifs",
  sum: column,
  criteria,
});
export const link = (reference: string, value: CellValue): Expression => ({ kind: "link", reference, value });
export const lookup = (
  value: SourceColumn,
  key: SourceColumn,
  wanted: string,
  of: "text" | "number",
): Expression => ({ kind: "lookup", value, key, wanted, of });
export const call = (name: CallName, ...args: Expression[]): Expression => ({ kind: "call", name, args });
const binary =
  (operator: Operator) =>
  (left: Expression, right: Expression): Expression => ({ kind: "binary", operator, left, right });
export const add = binary("+");
export const subtract = binary("-");
export const multiply = binary("*");
export const divide = binary("/");
export const equal = binary("=");
export const notEqual = binary("<>");
export const less = binary("<");
export const greater = binary(">");
export const concatenate = binary("&");

/** Joins terms with +; no terms give 0. */
export const addAll = (terms: Expression[]): Expression =>
  terms.length === 0 ? number(0) : terms.reduce(add);

const needsBrackets = /[\s.,:;()[\]{}#'"$^&*+=\-<>/@!?%~|\\`]/;

/** `Tabell_1[[Prognos (tkr)]]`: a table's column as Excel writes it. `part` limits it to e.g. "#Headers". */
export function tableColumn(table: string, column: string): string {
  const escaped = column.replace(/['[\]#@]/g, (character) => `'${character}`);
  return needsBrackets.test(column) ? `${table}[[${escaped}]]` : `${table}[${escaped}]`;
}

/** Where a plan's cell ended up. */
export interface Place {
  sheet: string;
  row: number;
  column: number;
}

/** The formula for Excel: English, comma-separated, with "=". `sheet` is the one it will stand on. */
export function formulaText(expression: Expression, sheet: string, place: (ref: PlanRef) => Place): string {
  const address = (ref: PlanRef) => {
    const at = place(ref);
    return `${at.sheet === sheet ? "" : `${quoteSheet(at.sheet)}!`}${cellAddress(at.row, at.column)}`;
  };
  const write = (node: Expression): string => {
    switch (node.kind) {
      case "number":
        return String(node.value);
      case "text":
        return quoteText(node.value);
      case "cell":
        return address(node.ref);
      case "sum":
        return node.refs.length === 0 ? "0" : `SUM(${runs(node.refs.map(place), sheet).join(",")})`;
      case "count":
        return node.refs.length === 0 ? "0" : `COUNT(${runs(node.refs.map(place), sheet).join(",")})`;
      case "sumifs":
        if (node.criteria.length === 0) return `SUM(${node.sum.reference})`;
        return `SUMIFS(${[node.sum.reference, ...criteriaTexts(node.criteria)].join(",")})`;
      case "countifs":
        return `COUNTIFS(${criteriaTexts([...node.criteria, anyNumber(node.numbers)]).join(",")})`;
      case "link":
        return node.reference;
      case "lookup": {
        const wanted = quoteText(literal(node.wanted));
        return `IFERROR(INDEX(${node.value.reference},MATCH(${wanted},${node.key.reference},0))${node.of === "text" ? '&""' : ""},"")`;
      }
      case "binary":
        return `${wrap(node.left, node.operator, false)}${node.operator}${wrap(node.right, node.operator, true)}`;
      case "call":
        return `${node.name}(${node.args.map(write).join(",")})`;
    }
  };
  const wrap = (node: Expression, parent: Operator, right: boolean): string => {
    const written = write(node);
    if (node.kind === "number" && node.value < 0) return `(${written})`;
    if (node.kind !== "binary") return written;
    const [inner, outer] = [precedence[node.operator], precedence[parent]];
    return inner < outer || (inner === outer && right) ? `(${written})` : written;
  };
  return `=${write(expression)}`;
}

const precedence: Record<Operator, number> = {
  "=": 0,
  "<>": 0,
  "<": 0,
  ">": 0,
  "<=": 0,
  ">=": 0,
  "&": 1,
  "+": 2,
  "-": 2,
  "*": 3,
  "/": 3,
};

/** Met by every number and by no text, blank or "" (as "<>" would be). */
const anyNumber = (column: SourceColumn): Criterion => ({ column, operator: "<", value: 9e99 });

const criteriaTexts = (criteria: Criterion[]) =>
  criteria.flatMap((criterion) => [criterion.column.reference, criterionText(criterion)]);

const quoteText = (value: string) => `"${value.replace(/"/g, '""')}"`;

const literal = (value: string) => value.replace(/[~*?]/g, "~$&");

/** "=" before a text keeps a name that begins with < or > from being read as an operator; ~ keeps * and ? literal. */
function criterionText({ operator, value }: Criterion): string {
  if (typeof value === "number") return operator === "=" ? String(value) : quoteText(`${operator}${value}`);
  const plain = operator === "=" && !/^[<>=]/.test(value) && value !== "";
  return quoteText(plain ? literal(value) : `${operator}${literal(value)}`);
}

function runs(places: Place[], sheet: string): string[] {
  const ordered = [...places].sort(
    (a, b) => a.sheet.localeCompare(b.sheet) || a.column - b.column || a.row - b.row,
  );
  const areas: { sheet: string; column: number; first: number; last: number }[] = [];
  for (const { sheet: on, row, column } of ordered) {
    const open = areas[areas.length - 1];
    if (open && open.sheet === on && open.column === column && row === open.last + 1) open.last = row;
    else areas.push({ sheet: on, column, first: row, last: row });
  }
  return areas.map(({ sheet: on, column, first, last }) => {
    const address = areaAddress({ row: first, column, rowCount: last - first + 1, columnCount: 1 });
    return on === sheet ? address : `${quoteSheet(on)}!${address}`;
  });
}

/** How many times the formula reads through a source's column: what makes a workbook slow. */
export function sourceReads(expression: Expression): number {
  switch (expression.kind) {
    case "sumifs":
    case "countifs":
    case "lookup":
      return 1;
    case "binary":
      return sourceReads(expression.left) + sourceReads(expression.right);
    case "call":
      return expression.args.reduce((total, argument) => total + sourceReads(argument), 0);
    default:
      return 0;
  }
}

/** What the tree is calculated from. */
export interface Values {
  cell(ref: PlanRef): CellValue;
  /** The source column's cells as they stand in the workbook, not as we read them. */
  column(column: SourceColumn): ArrayLike<CellValue>;
}

/** The value Excel would give. Errors come out as values, as they do in a cell. */
export function evaluate(expression: Expression, values: Values): CellValue {
  switch (expression.kind) {
    case "number":
    case "text":
      return expression.value;
    case "cell":
      return values.cell(expression.ref);
    case "sum":
      return total(expression.refs.map(values.cell));
    case "count":
      return expression.refs.filter((ref) => typeof values.cell(ref) === "number").length;
    case "sumifs":
      return evaluateSumifs(expression.sum, expression.criteria, values);
    case "countifs":
      return meeting(expression.numbers, [...expression.criteria, anyNumber(expression.numbers)], values)
        .length;
    case "link":
      return expression.value;
    case "lookup": {
      const wanted = expression.wanted.toLowerCase();
      const at = Array.from(values.column(expression.key)).findIndex(
        (value) => typeof value === "string" && value.toLowerCase() === wanted,
      );
      const found = at < 0 ? null : values.column(expression.value)[at];
      if (isCellError(found)) return "";
      return expression.of === "text" ? asText(found) : (found ?? 0);
    }
    case "binary":
      return applyOperator(
        expression.operator,
        evaluate(expression.left, values),
        evaluate(expression.right, values),
      );
    case "call": {
      const lazy = expression.args.map((argument) => () => evaluate(argument, values));
      return calls[expression.name](lazy);
    }
  }
}

const divisionByZero: CellError = { fel: "#DIV/0!" };
const wrongValue: CellError = { fel: "#VALUE!" };

function total(cells: CellValue[]): CellValue {
  const error = cells.find(isCellError);
  if (error) return error;
  return cells.reduce<number>(
    (accumulated, value) => (typeof value === "number" ? accumulated + value : accumulated),
    0,
  );
}

function toNumber(value: CellValue): number | CellError {
  if (isCellError(value)) return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return value;
  const parsed = value.trim() === "" ? NaN : Number(value);
  return Number.isNaN(parsed) ? wrongValue : parsed;
}

function applyOperator(operator: Operator, left: CellValue, right: CellValue): CellValue {
  if (isCellError(left)) return left;
  if (isCellError(right)) return right;
  switch (operator) {
    case "&":
      return asText(left) + asText(right);
    case "=":
      return compare(left, right) === 0;
    case "<>":
      return compare(left, right) !== 0;
    case "<":
      return compare(left, right) < 0;
    case ">":
      return compare(left, right) > 0;
    case "<=":
      return compare(left, right) <= 0;
    case ">=":
      return compare(left, right) >= 0;
  }
  const [a, b] = [toNumber(left), toNumber(right)];
  if (isCellError(a)) return a;
  if (isCellError(b)) return b;
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? divisionByZero : a / b;
  }
}

const asText = (value: CellValue) => (value === null ? "" : String(value));

/** Excel's order: numbers before texts before booleans; a blank is 0 or "" as its opposite needs. */
function compare(left: CellValue, right: CellValue): number {
  const rank = (value: CellValue) => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);
  const a = left ?? (typeof right === "string" ? "" : typeof right === "boolean" ? false : 0);
  const b = right ?? (typeof a === "string" ? "" : typeof a === "boolean" ? false : 0);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === "string")
    return a.toLowerCase() < String(b).toLowerCase()
      ? -1
      : a.toLowerCase() === String(b).toLowerCase()
        ? 0
        : 1;
  return Number(a) - Number(b);
}

const evaluateSumifs = (column: SourceColumn, criteria: Criterion[], values: Values): CellValue =>
  total(meeting(column, criteria, values));

/** The column's cells on the rows that meet every criterion. */
function meeting(column: SourceColumn, criteria: Criterion[], values: Values): CellValue[] {
  const cells = values.column(column);
  return meetingRows(column, criteria, values).map((row) => cells[row]);
}

/** The rows, counted from the column's first, that meet every criterion. */
export function meetingRows(
  column: SourceColumn,
  criteria: Criterion[],
  values: Pick<Values, "column">,
): number[] {
  const tests = criteria.map((criterion) => ({
    cells: values.column(criterion.column),
    meets: criterionTest(criterion),
  }));
  const found: number[] = [];
  for (let i = 0, { length } = values.column(column); i < length; i++) {
    if (tests.every(({ cells, meets }) => meets(cells[i]))) found.push(i);
  }
  return found;
}

/** SUMIFS' own matching: texts without regard to case, "510" meets 510, blanks only meet "". */
function criterionTest({ operator, value }: Criterion): (cell: CellValue) => boolean {
  const asNumber = typeof value === "number" ? value : value.trim() === "" ? NaN : Number(value);
  const wanted = String(value).toLowerCase();
  const equals = (cell: CellValue) => {
    if (typeof cell === "number") return cell === asNumber;
    if (typeof cell === "string") {
      return (
        cell.toLowerCase() === wanted ||
        (!Number.isNaN(asNumber) && cell.trim() !== "" && Number(cell) === asNumber)
      );
    }
    return cell === null && wanted === "";
  };
  switch (operator) {
    case "=":
      return equals;
    case "<>":
      return (cell) => !equals(cell);
    case "<":
      return (cell) => typeof cell === "number" && cell < asNumber;
    case ">":
      return (cell) => typeof cell === "number" && cell > asNumber;
    case "<=":
      return (cell) => typeof cell === "number" && cell <= asNumber;
    case ">=":
      return (cell) => typeof cell === "number" && cell >= asNumber;
  }
}

type Lazy = () => CellValue;

const numeric =
  (calculate: (...numbers: number[]) => CellValue) =>
  (args: Lazy[]): CellValue => {
    const numbers: number[] = [];
    for (const argument of args) {
      const value = toNumber(argument());
      if (isCellError(value)) return value;
      numbers.push(value);
    }
    return calculate(...numbers);
  };

const logical =
  (combine: (values: boolean[]) => boolean) =>
  (args: Lazy[]): CellValue => {
    const values = args.map((argument) => argument());
    return values.find(isCellError) ?? combine(values.map(Boolean));
  };

/** The functions report formulas are built from, as Excel defines them. */
const calls = {
  IF: ([test, then, otherwise]: Lazy[]): CellValue => {
    const outcome = test();
    if (isCellError(outcome)) return outcome;
    return outcome ? then() : otherwise ? otherwise() : false;
  },
  IFERROR: ([value, fallback]: Lazy[]): CellValue => {
    const result = value();
    return isCellError(result) ? fallback() : result;
  },
  HYPERLINK: ([link, name]: Lazy[]): CellValue => (name ?? link)(),
  ISNUMBER: ([value]: Lazy[]): CellValue => typeof value() === "number",
  /** Text and blank are 0. */
  N: ([value]: Lazy[]): CellValue => {
    const result = value();
    return isCellError(result) ? result : Number(typeof result === "string" ? 0 : result);
  },
  COUNT: (args: Lazy[]): CellValue => args.filter((argument) => typeof argument() === "number").length,
  AND: logical((values) => values.every(Boolean)),
  OR: logical((values) => values.some(Boolean)),
  NOT: logical(([value]) => !value),
  ABS: numeric((value) => Math.abs(value)),
  MIN: numeric((...values) => Math.min(...values)),
  MAX: numeric((...values) => Math.max(...values)),
  /** Half away from zero on the value as printed, as Excel's ROUND. */
  ROUND: numeric((value, decimals) => {
    const shifted = Number(`${Math.abs(value).toPrecision(15)}e${decimals}`);
    return Math.sign(value) * Number(`${Math.round(shifted)}e${-decimals}`) || 0;
  }),
};
