import type { Expression } from "./expression";

/** Functions whose result may be many cells whatever they are given. */
const arrayFunctions = new Set(
  (
    "FILTER SORT SORTBY UNIQUE SEQUENCE RANDARRAY TRANSPOSE VSTACK HSTACK TAKE DROP CHOOSECOLS CHOOSEROWS TOCOL TOROW " +
    "WRAPROWS WRAPCOLS EXPAND TEXTSPLIT MAP SCAN BYROW BYCOL MAKEARRAY REDUCE MMULT MINVERSE MUNIT FREQUENCY LINEST " +
    "LOGEST TREND GROWTH MODE.MULT XLOOKUP INDEX OFFSET INDIRECT GROUPBY PIVOTBY LET LAMBDA IF IFS SWITCH CHOOSE IFERROR IFNA"
  ).split(" "),
);

/** Functions that take ranges and arrays and always give one value. */
const gathering = new Set(
  (
    "SUM SUMSQ PRODUCT AVERAGE AVERAGEA COUNT COUNTA COUNTBLANK MIN MAX MINA MAXA MEDIAN AND OR XOR CONCAT TEXTJOIN " +
    "SUMPRODUCT SUBTOTAL AGGREGATE ROWS COLUMNS LARGE SMALL RANK RANK.EQ RANK.AVG PERCENTILE PERCENTILE.INC PERCENTILE.EXC QUARTILE " +
    "QUARTILE.INC QUARTILE.EXC STDEV STDEV.S STDEV.P STDEVP VAR VAR.S VAR.P VARP SUMIF SUMIFS COUNTIF COUNTIFS AVERAGEIF " +
    "AVERAGEIFS MINIFS MAXIFS VLOOKUP HLOOKUP LOOKUP MATCH XMATCH NPV IRR XIRR XNPV CORREL SLOPE INTERCEPT FORECAST " +
    "FORECAST.LINEAR RSQ NETWORKDAYS WORKDAY NETWORKDAYS.INTL WORKDAY.INTL GCD LCM MODE MODE.SNGL GEOMEAN HARMEAN"
  ).split(" "),
);

/**
 * True for a formula that, typed in today's Excel, is stored as a dynamic array: it may give several cells, or works
 * with ranges item by item on the way. Ordinary formulas (SUM, SUMIFS over ranges, cell arithmetic) are not.
 */
export function mayGiveArray(root: Expression): boolean {
  return givesArray(root);
}

/** Whether the expression may be several cells where one is wanted, or holds such a part. */
function givesArray(node: Expression | null): boolean {
  if (node === null) return false;
  switch (node.type) {
    case "literal":
    case "unsupported":
    case "variable":
    case "single":
      return false;
    case "array":
      return node.values.length > 1 || node.values[0].length > 1;
    case "area":
      return !isCell(node);
    case "structured":
      return !node.sections.includes("this row") || node.columns.length !== 1;
    case "name":
    case "spill":
    case "join":
    case "lambda":
    case "let":
    case "apply":
      return true;
    case "unary":
      return givesArray(node.of);
    case "binary":
      return givesArray(node.left) || givesArray(node.right);
    case "call":
      return callGivesArray(node);
  }
}

function callGivesArray({ name, args }: Extract<Expression, { type: "call" }>): boolean {
  if (name.startsWith("KOLL.")) return true;
  if (name === "INDEX" || name === "OFFSET" || name === "INDIRECT") return indexGivesArray(name, args);
  if (
    name === "IF" ||
    name === "IFERROR" ||
    name === "IFNA" ||
    name === "IFS" ||
    name === "SWITCH" ||
    name === "CHOOSE"
  )
    return args.some(givesArray);
  if (arrayFunctions.has(name)) return true;
  if (!gathering.has(name)) return args.some(givesArray);
  return (
    args.some(
      (argument, index) =>
        argument !== null && (isReference(argument) ? false : givesArray(argument)) && index >= 0,
    ) || scalarArguments(name).some((index) => args[index] !== undefined && givesArray(args[index]))
  );
}

/** INDEX with a row and a column that are single, and not 0, gives one cell. */
function indexGivesArray(name: string, args: readonly (Expression | null)[]): boolean {
  if (name !== "INDEX") return true;
  const positions = args.slice(1);
  if (positions.length === 0) return true;
  return positions.some(
    (position) =>
      position === null || (position.type === "literal" && position.value === 0) || givesArray(position),
  );
}

/** Positions where a range means several answers (SUMIFS with a range as criterion). */
function scalarArguments(name: string): number[] {
  switch (name) {
    case "SUMIF":
    case "COUNTIF":
    case "AVERAGEIF":
      return [1];
    case "COUNTIFS":
      return [1, 3, 5, 7, 9, 11, 13, 15];
    case "SUMIFS":
    case "AVERAGEIFS":
    case "MINIFS":
    case "MAXIFS":
      return [2, 4, 6, 8, 10, 12, 14, 16];
    case "VLOOKUP":
    case "HLOOKUP":
    case "LOOKUP":
    case "MATCH":
    case "XMATCH":
      return [0];
    default:
      return [];
  }
}

function isReference(node: Expression): boolean {
  return (
    node.type === "area" ||
    node.type === "structured" ||
    node.type === "name" ||
    node.type === "join" ||
    node.type === "spill"
  );
}

function isCell({ corners }: Extract<Expression, { type: "area" }>): boolean {
  const { top, bottom, left, right } = corners;
  return (
    top !== null &&
    bottom !== null &&
    left !== null &&
    right !== null &&
    top.at === bottom.at &&
    top.fixed === bottom.fixed &&
    left.at === right.at &&
    left.fixed === right.fixed
  );
}
