import { type Token, tokenize, translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx/xlsx";
import { cellAddress } from "../../workbook/address";

/** Functions newer than the file format: stored with a prefix, shown without. */
const future = new Set(
  (
    "ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR " +
    "BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA " +
    "CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ECMA.CEILING ERF.PRECISE ERFC.PRECISE " +
    "EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT " +
    "FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK " +
    "HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISO.CEILING ISOMITTED ISOWEEKNUM LAMBDA LET " +
    "LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NETWORKDAYS.INTL NORM.DIST NORM.INV " +
    "NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI " +
    "PIVOTBY POISSON.DIST QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS " +
    "SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT " +
    "TOCOL TOROW TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT ARRAYTOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WORKDAY.INTL WRAPCOLS " +
    "WRAPROWS XLOOKUP XMATCH XOR Z.TEST REGEXTEST REGEXEXTRACT REGEXREPLACE TRANSLATE DETECTLANGUAGE IMAGE STOCKHISTORY"
  ).split(" "),
);
const worksheetFuture = new Set(["FILTER", "SORT"]);
/** Stored without prefix although newer than 2007. */
const unprefixed = new Set(["AGGREGATE", "NETWORKDAYS.INTL", "WORKDAY.INTL", "ISO.CEILING", "ECMA.CEILING"]);

const custom = "_xldudf_";

/** Where the formula stands: `[#This Row]` needs the table's name in the file. */
export interface FormulaPlace {
  table: string | null;
}

/** The file's formula as Excel shows it, with "=". */
export function formulaFromFile(stored: string): string {
  const plain = stored
    .replace(/_xldudf_(KOLL(?:TEST)?)_([A-Z0-9]+)(?=\s*\()/g, "$1.$2")
    .replace(/_xl(?:fn|ws|pm|udf)\./g, "");
  const shown = unwrapCall(
    unwrapCall(plain, "ANCHORARRAY", (inner) => `${inner}#`),
    "SINGLE",
    (inner) => `@${inner}`,
  );
  return `=${shown.replace(/\[\[#This Row\],\s*\[((?:[^\]']|'.)*)\]\]/g, (_, column: string) => (/^[\p{L}\p{N}_]+$/u.test(column) ? `[@${column}]` : `[@[${column}]]`))}`;
}

function unwrapCall(formula: string, name: string, show: (inner: string) => string): string {
  const open = new RegExp(`\\b${name}\\(([^()]*)\\)`, "g");
  return formula.replace(open, (_, inner: string) => show(inner));
}

/** The formula as the file stores it, without "=". */
export function formulaToFile(shown: string, { table }: FormulaPlace): string {
  const tokens = tokenize(shown, { mergeRefs: true }) as Token[];
  const variables = declared(tokens);
  let result = "";
  for (let i = 0; i < tokens.length; i++) {
    const { type, value } = tokens[i];
    if (type === "fx_prefix") continue;
    const next = tokens[i + 1]?.value;
    if (type === "operator" && value === "@") {
      const operand = tokens[i + 1];
      if (operand && /^(range|context)|^range/.test(operand.type)) {
        result += `_xlfn.SINGLE(${stored(operand, variables, table)})`;
        i++;
      }
      continue;
    }
    if (/^range/.test(type) && next === "#") {
      result += `_xlfn.ANCHORARRAY(${value})`;
      i++;
    } else result += stored(tokens[i], variables, table);
  }
  return result;
}

function stored({ type, value }: Token, variables: Set<string>, table: string | null): string {
  if (type === "func") {
    const name = value.toUpperCase();
    const own = /^(KOLL(?:TEST)?)\.([A-Z0-9]+)$/.exec(name);
    if (own) return `${custom}${own[1]}_${own[2]}`;
    if (variables.has(name)) return `_xlpm.${value}`;
    if (worksheetFuture.has(name)) return `_xlfn._xlws.${name}`;
    return future.has(name) && !unprefixed.has(name) ? `_xlfn.${name}` : value;
  }
  if (type === "structured") return storedReference(value, table);
  return variables.has(value.toUpperCase()) && /^range/.test(type) ? `_xlpm.${value}` : value;
}

/** `[@Utfall]` → `Tabell[[#This Row],[Utfall]]`; a column of the formula's own table gets its name. */
function storedReference(reference: string, table: string | null): string {
  const named = reference.startsWith("[") && table !== null ? table + reference : reference;
  return named
    .replace(/\[@\[((?:[^\]']|'.)*)\]:\[((?:[^\]']|'.)*)\]\]/g, "[[#This Row],[$1]:[$2]]")
    .replace(/\[@\[((?:[^\]']|'.)*)\]\]/g, "[[#This Row],[$1]]")
    .replace(/\[@((?:[^\]'[]|'.)+)\]/g, "[[#This Row],[$1]]")
    .replace(/\[@\]/g, "[#This Row]");
}

/** Names that LET and LAMBDA give, in capitals. */
function declared(tokens: Token[]): Set<string> {
  const names = new Set<string>();
  const stack: { call: string; argument: number }[] = [];
  tokens.forEach(({ type, value }, i) => {
    if (type === "operator" && value === "(")
      stack.push({
        call: tokens[i - 1]?.type === "func" ? tokens[i - 1].value.toUpperCase() : "",
        argument: 0,
      });
    else if (type === "operator" && value === ")") stack.pop();
    else if (type === "operator" && value === "," && stack.length > 0) stack[stack.length - 1].argument++;
    else if (/^range/.test(type)) {
      const open = stack[stack.length - 1];
      const after = tokens.slice(i + 1).find((token) => token.type !== "whitespace")?.value;
      const declares =
        open && after === "," && ((open.call === "LET" && open.argument % 2 === 0) || open.call === "LAMBDA");
      if (declares) names.add(value.toUpperCase());
    }
  });
  return names;
}

/** A shared formula's text in another cell of its range. */
export function sharedFormula(
  master: string,
  from: { row: number; column: number },
  to: { row: number; column: number },
): string {
  const relative = translateFormulaToR1C1(master, cellAddress(from.row, from.column));
  return translateFormulaToA1(relative, cellAddress(to.row, to.column));
}

/** Does the formula, as shown, call one of ours? */
export const callsOurs = (formula: string) => /\bKOLL(?:TEST)?\.[A-Z0-9]+\s*\(/i.test(formula);
