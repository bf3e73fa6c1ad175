import { parseStructRef, stringifyStructRef, type Token, tokenize } from "@borgar/fx/xlsx";
import { future, worksheetFuture } from "./futureFunctions";

/** The table a formula stands in, "" for none: `[@Utfall]` needs its name in the file. */
type OwnTable = string;

const storedCustom = /^_xldudf_(KOLL(?:TEST)?)_([A-Z0-9_.]+)$/i;
const shownCustom = /^(KOLL(?:TEST)?)\.([A-Z0-9_.]+)$/i;

/** What tells that a stored formula is written otherwise than Excel shows it. */
const marked = /_xl|#This Row/i;
/** What tells that a shown formula may be stored otherwise: a name that may need a prefix, "@", "#". */
const plain = /^=[-+*/^&<>=%(),:;$\d\s.A-Z"'!ÅÄÖåäöa-z]*$/;

const cached = <T>(make: (formula: string, table: OwnTable) => T) => {
  const known = new Map<string, T>();
  return (formula: string, table: OwnTable): T => {
    const key = `${table}\n${formula}`;
    let made = known.get(key);
    if (made === undefined) {
      if (known.size > 20_000) known.clear();
      known.set(key, (made = make(formula, table)));
    }
    return made;
  };
};

/** The file's formula as Excel shows it, with "=". */
export function formulaFromFile(stored: string, table: OwnTable = ""): string {
  return marked.test(stored) ? shownFormula(stored, table) : `=${stored}`;
}

const shownFormula = cached((stored, table) => {
  const tokens = tokenize(`=${stored}`, { mergeRefs: true }) as Token[];
  return show(tokens, 0, tokens.length, table);
});

function show(tokens: Token[], from: number, to: number, table: OwnTable): string {
  let text = "";
  for (let i = from; i < to; i++) {
    const { type, value } = tokens[i];
    if (type === "func") {
      const name = value.replace(/^(?:_xl(?:fn|ws|udf)\.)+/i, "");
      const operator = name === "SINGLE" || name === "ANCHORARRAY" ? name : null;
      const close = operator && name !== value ? closing(tokens, i + 1) : -1;
      if (close > 0 && close < to) {
        const inner = show(tokens, i + 2, close, table);
        text += operator === "SINGLE" ? `@${inner}` : `${inner}#`;
        i = close;
        continue;
      }
      text += shownName(value, name);
    } else if (type === "structured") text += shownReference(value, table);
    else if (type === "range_named") text += value.replace(/^_xl(?:pm|eta)\./i, "");
    else text += value;
  }
  return text;
}

/** A prefix Excel itself would show (a function of a later version than we know) stays. */
function shownName(value: string, name: string): string {
  const own = storedCustom.exec(name);
  if (own) return `${own[1]}.${own[2]}`;
  if (/^_xlpm\./i.test(value)) return value.slice(6);
  return name === value || future.has(name) || worksheetFuture.has(name) ? name : value;
}

/** The place of the ")" that closes the "(" at `open`. */
function closing(tokens: Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    const { type, value } = tokens[i];
    if (type !== "operator") continue;
    if (value === "(") depth++;
    else if (value === ")" && --depth === 0) return i;
  }
  return -1;
}

/** `Tabell1[[#This Row],[Utfall]]` → `[@Utfall]` within the table, `Tabell1[@Utfall]` outside. */
function shownReference(reference: string, table: OwnTable): string {
  if (!/#This Row/i.test(reference)) return reference;
  const parsed = parseStructRef(reference);
  if (!parsed) return reference;
  const own = parsed.table?.toLowerCase() === table.toLowerCase() && !parsed.workbookName;
  const name = own ? "" : reference.slice(0, reference.indexOf("["));
  if (parsed.columns?.length === 0 || !parsed.columns)
    return parsed.sections?.length === 1 ? `${name}[@]` : reference;
  const written = stringifyStructRef({ ...parsed, table: own ? "" : parsed.table } as never);
  return parsed.sections?.length === 1 ? written : reference;
}

/** The formula as the file stores it, without "=". */
export function formulaToFile(shown: string, table: OwnTable = ""): string {
  return storedFormula(shown, table);
}

const storedFormula = cached((shown, table) => {
  if (plain.test(shown) && !namesFuture(shown)) return shown.slice(1);
  const tokens = tokenize(shown, { mergeRefs: true }) as Token[];
  if (tokens[0]?.type === "fx_prefix") tokens.shift();
  return store(tokens, 0, tokens.length, { table, variables: declared(tokens) });
});

/** True when a function's name may need a prefix; names of variables only come with LET and LAMBDA. */
const namesFuture = (formula: string) =>
  [...formula.matchAll(/([A-Z_][A-Z0-9_.]*)\s*\(/gi)].some(([, name]) => {
    const upper = name.toUpperCase();
    return future.has(upper) || worksheetFuture.has(upper) || shownCustom.test(name);
  });

interface Stored {
  table: OwnTable;
  variables: Set<string>;
}

function store(tokens: Token[], from: number, to: number, context: Stored): string {
  let text = "";
  for (let i = from; i < to; i++) {
    const { type, value } = tokens[i];
    if (type === "operator" && value === "@") {
      const last = operandEnd(tokens, i + 1, to);
      text += `_xlfn.SINGLE(${store(tokens, i + 1, last, context)})`;
      i = last - 1;
    } else if (isOperand(type)) {
      const last = operandEnd(tokens, i, to);
      const hash = tokens[last - 1]?.value === "#" && tokens[last - 1].type === "operator";
      if (hash) {
        text += `_xlfn.ANCHORARRAY(${store(tokens, i, last - 1, context)})`;
        i = last - 1;
      } else text += storedToken(tokens[i], context);
    } else text += storedToken(tokens[i], context);
  }
  return text;
}

const isOperand = (type: string) => /^(range|structured|func|context)/.test(type);

/** Where the operand that begins at `from` ends: a reference, a call with its arguments, a "#" after it. */
function operandEnd(tokens: Token[], from: number, to: number): number {
  let i = from;
  while (i < to && tokens[i].type === "whitespace") i++;
  if (tokens[i]?.value === "(") i = closing(tokens, i);
  else if (tokens[i]?.type === "func") i = closing(tokens, i + 1);
  else if (tokens[i]?.type === "context") i += 2;
  if (i < 0) return to;
  i++;
  if (tokens[i]?.type === "operator" && tokens[i].value === "#") i++;
  return Math.min(i, to);
}

function storedToken({ type, value }: Token, { table, variables }: Stored): string {
  if (type === "func") {
    const name = value.toUpperCase();
    const own = shownCustom.exec(name);
    if (own) return `_xldudf_${own[1]}_${own[2]}`;
    if (variables.has(name)) return `_xlpm.${value}`;
    if (worksheetFuture.has(name)) return `_xlfn._xlws.${name}`;
    return future.has(name) ? `_xlfn.${name}` : value;
  }
  if (type === "structured") return storedReference(value, table);
  return variables.has(value.toUpperCase()) && type === "range_named" ? `_xlpm.${value}` : value;
}

/** `[@Utfall]` → `Tabell1[[#This Row],[Utfall]]`; a column of the formula's own table gets its name. */
function storedReference(reference: string, table: OwnTable): string {
  const parsed = parseStructRef(reference);
  if (!parsed) return reference;
  const thisRow = parsed.sections?.some((section) => section === "this row");
  const named = parsed.table ? reference : table + reference;
  if (!thisRow) return named;
  if (!parsed.columns?.length) return `${named.slice(0, named.indexOf("["))}[#This Row]`;
  return stringifyStructRef({ ...parsed, table: parsed.table || table } as never, { thisRow: true });
}

/** Names that LET and LAMBDA give, in capitals. */
function declared(tokens: Token[]): Set<string> {
  const names = new Set<string>();
  const stack: { call: string; argument: number }[] = [];
  tokens.forEach(({ type, value }, i) => {
    if (type === "operator" && value === "(") {
      const call = tokens[i - 1]?.type === "func" ? tokens[i - 1].value.toUpperCase() : "";
      stack.push({ call, argument: 0 });
    } else if (type === "operator" && value === ")") stack.pop();
    else if (type === "operator" && value === "," && stack.length > 0) stack[stack.length - 1].argument++;
    else if (type === "range_named") {
      const open = stack[stack.length - 1];
      const after = tokens.slice(i + 1).find((token) => token.type !== "whitespace")?.value;
      const declares =
        open && after === "," && ((open.call === "LET" && open.argument % 2 === 0) || open.call === "LAMBDA");
      if (declares) names.add(value.toUpperCase());
    }
  });
  return names;
}

/** The custom functions of ours that a stored formula calls, as the file names them. */
export const customFunctions = (stored: string): string[] =>
  stored.includes("_xldudf_")
    ? [...stored.matchAll(/(?<!\]!)_xldudf_KOLL(?:TEST)?_[A-Z0-9_.]+/g)].map(([name]) => name)
    : [];
