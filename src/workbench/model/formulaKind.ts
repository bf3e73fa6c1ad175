import { type AstExpression } from "@borgar/fx/xlsx";
import { parse, tokenize } from "@borgar/fx/xlsx";

/** Functions that give one value whatever they are given. */
const single = new Set(
  (
    "SUM SUMPRODUCT SUMSQ SUMX2MY2 SUMX2PY2 SUMXMY2 AVERAGE AVERAGEA COUNT COUNTA COUNTBLANK MIN MAX MINA MAXA PRODUCT " +
    "AND OR XOR SUBTOTAL AGGREGATE ROWS COLUMNS AREAS MEDIAN STDEV STDEV.S STDEV.P STDEVA STDEVP STDEVPA VAR VAR.S VAR.P " +
    "VARA VARP VARPA NPV IRR MIRR XNPV XIRR CORREL PEARSON COVAR COVARIANCE.P COVARIANCE.S SLOPE INTERCEPT RSQ STEYX GEOMEAN " +
    "HARMEAN AVEDEV DEVSQ KURT SKEW SKEW.P MODE MODE.SNGL CONCAT TEXTJOIN NOW TODAY PI NA TRUE FALSE RAND ISREF SHEETS MDETERM " +
    "DSUM DCOUNT DCOUNTA DAVERAGE DMAX DMIN DGET DPRODUCT DSTDEV DVAR CALL HYPERLINK SUMIF SUMIFS COUNTIF COUNTIFS AVERAGEIF " +
    "AVERAGEIFS MAXIFS MINIFS VLOOKUP HLOOKUP LOOKUP MATCH XMATCH RANK RANK.EQ RANK.AVG PERCENTILE PERCENTILE.INC " +
    "PERCENTILE.EXC QUARTILE QUARTILE.INC QUARTILE.EXC LARGE SMALL PERCENTRANK PERCENTRANK.INC TRIMMEAN NETWORKDAYS " +
    "NETWORKDAYS.INTL WORKDAY WORKDAY.INTL FORECAST FORECAST.LINEAR GETPIVOTDATA CELL INFO"
  ).split(" "),
);

/** Which arguments of those take a range as such (from 0); a range in another one makes several results. Missing: all do. */
const rangeArguments: Record<string, (index: number) => boolean> = {
  SUMIF: (i) => i !== 1,
  SUMIFS: (i) => i === 0 || i % 2 === 1,
  COUNTIF: (i) => i === 0,
  COUNTIFS: (i) => i % 2 === 0,
  AVERAGEIF: (i) => i !== 1,
  AVERAGEIFS: (i) => i === 0 || i % 2 === 1,
  MAXIFS: (i) => i === 0 || i % 2 === 1,
  MINIFS: (i) => i === 0 || i % 2 === 1,
  VLOOKUP: (i) => i === 1,
  HLOOKUP: (i) => i === 1,
  LOOKUP: (i) => i > 0,
  MATCH: (i) => i === 1,
  XMATCH: (i) => i === 1,
  RANK: (i) => i === 1,
  "RANK.EQ": (i) => i === 1,
  "RANK.AVG": (i) => i === 1,
  PERCENTILE: (i) => i === 0,
  "PERCENTILE.INC": (i) => i === 0,
  "PERCENTILE.EXC": (i) => i === 0,
  QUARTILE: (i) => i === 0,
  "QUARTILE.INC": (i) => i === 0,
  "QUARTILE.EXC": (i) => i === 0,
  LARGE: (i) => i === 0,
  SMALL: (i) => i === 0,
  NETWORKDAYS: (i) => i === 2,
  "NETWORKDAYS.INTL": (i) => i === 3,
  WORKDAY: (i) => i === 2,
  "WORKDAY.INTL": (i) => i === 3,
  FORECAST: (i) => i > 0,
  "FORECAST.LINEAR": (i) => i > 0,
  HYPERLINK: () => false,
};

/** Functions that give one value for one value; a range among their arguments makes several. */
const elementwise = new Set(
  (
    "IF IFERROR IFNA IFS SWITCH NOT ABS ROUND ROUNDUP ROUNDDOWN INT TRUNC MOD POWER SQRT EXP LN LOG LOG10 SIGN CEILING " +
    "CEILING.MATH FLOOR FLOOR.MATH MROUND EVEN ODD FACT COMBIN GCD LCM QUOTIENT SIN COS TAN ASIN ACOS ATAN ATAN2 DEGREES RADIANS " +
    "TEXT VALUE NUMBERVALUE LEFT RIGHT MID LEN LOWER UPPER PROPER TRIM CLEAN SUBSTITUTE REPLACE FIND SEARCH REPT CONCATENATE " +
    "EXACT CHAR CODE UNICHAR UNICODE FIXED DOLLAR T N DATE DATEVALUE TIME TIMEVALUE YEAR MONTH DAY HOUR MINUTE SECOND WEEKDAY " +
    "WEEKNUM ISOWEEKNUM EDATE EOMONTH DATEDIF DAYS DAYS360 YEARFRAC ISBLANK ISNUMBER ISTEXT ISNONTEXT ISLOGICAL ISERROR ISERR ISNA " +
    "ISEVEN ISODD ISFORMULA ERROR.TYPE TYPE PMT IPMT PPMT PV FV NPER RATE SLN SYD DB DDB EFFECT NOMINAL NORM.DIST " +
    "NORM.INV NORM.S.DIST NORM.S.INV RANDBETWEEN BASE DECIMAL BIN2DEC DEC2BIN HEX2DEC DEC2HEX ADDRESS"
  ).split(" "),
);

type Shape = "one" | "reference" | "many";

const kinds = new Map<string, "cell" | "dynamic">();

/**
 * Whether Excel keeps an entered formula as an ordinary one or as one that may spill: the latter as soon as something may
 * give several values, an array is calculated on the way, or a function is not known to give one.
 */
export function formulaKind(formula: string): "cell" | "dynamic" {
  const known = kinds.get(formula);
  if (known) return known;
  let kind: "cell" | "dynamic";
  try {
    const tree = parse(tokenize(formula, { mergeRefs: true }), { looseRefCalls: true });
    kind = shape(tree as unknown as Node) === "one" ? "cell" : "dynamic";
  } catch {
    kind = "cell";
  }
  if (kinds.size > 50_000) kinds.clear();
  kinds.set(formula, kind);
  return kind;
}

interface Node {
  type: AstExpression["type"] | string;
  value?: string;
  operator?: string;
  arguments?: Node[];
  callee?: { name?: string };
  [key: string]: unknown;
}

const manyResults = Symbol("many");

function shape(node: Node): Shape {
  try {
    return shapeOf(node);
  } catch (found) {
    if (found === manyResults) return "many";
    throw found;
  }
}

function shapeOf(node: Node): Shape {
  switch (node.type) {
    case "Literal":
    case "ErrorLiteral":
      return "one";
    case "ReferenceIdentifier":
      return isOneCell(String(node.value ?? "")) ? "one" : "reference";
    case "UnaryExpression":
      if (node.operator === "@") return "one";
      if (node.operator === "#") return "many";
      return scalar(node.arguments![0]);
    case "BinaryExpression": {
      const [left, right] = node.arguments!;
      if (node.operator === ":" || node.operator === "," || node.operator === " ") return "reference";
      scalar(left);
      return scalar(right);
    }
    case "CallExpression":
      return call(String(node.callee?.name ?? "").toUpperCase(), node.arguments ?? []);
    default:
      return "many";
  }
}

/** An operand that has to be one value; several make the formula one that calculates arrays, wherever they stand. */
function scalar(node: Node | null | undefined): Shape {
  if (node && shapeOf(node) !== "one") throw manyResults;
  return "one";
}

function call(name: string, args: (Node | null)[]): Shape {
  const plain = name.replace(/^(_XLFN\.|_XLWS\.)+/, "");
  if (single.has(plain)) {
    args.forEach((arg, index) => {
      if (!arg) return;
      if (rangeArguments[plain]?.(index) === false) scalar(arg);
      else shapeOf(arg);
    });
    return "one";
  }
  if (elementwise.has(plain)) {
    args.forEach(scalar);
    return "one";
  }
  if (plain === "ROW" || plain === "COLUMN" || plain === "SHEET") {
    args.forEach(scalar);
    return "one";
  }
  if (plain === "INDEX" && args.length > 1) {
    const [, ...positions] = args;
    positions.forEach(scalar);
    const whole = positions.some(
      (arg) => arg === null || (arg.type === "Literal" && String(arg.value) === "0"),
    );
    return whole ? "reference" : "one";
  }
  if (plain === "XLOOKUP" && args.length >= 3) {
    scalar(args[0]);
    return args[2] && /^[^:]*!?\$?([A-Z]+)\$?\d*:\$?\1\$?\d*$/i.test(String(args[2].value ?? ""))
      ? "one"
      : "many";
  }
  return "many";
}

/** "A1", "Blad1!$B$2", "[@Utfall]" name one cell; "A1:B2", "A:A", names and other structured references may be more. */
function isOneCell(reference: string): boolean {
  const address = reference.slice(reference.lastIndexOf("!") + 1);
  return (
    /^\$?[A-Z]{1,3}\$?\d{1,7}$/i.test(address) ||
    /\[@[^:]*\]$/.test(reference) ||
    /\[\[#This Row\],\[[^\]]*\]\]$/i.test(reference)
  );
}
