import type { AstExpression, RangeA1, Token } from "@borgar/fx/xlsx";
import { mergeRefTokens, parse, parseA1Ref, parseStructRef, tokenize, tokenTypes } from "@borgar/fx/xlsx";
import { isErrorCode } from "../../workbook/cell";
import type { BinaryOperator, Bound, Corners, Expression, Program, Section, SheetSpan } from "./expression";
import { fault } from "./values";

/** Functions that look at a reference's place and not at its cells. */
const placeOnly = new Set([
  "ROW",
  "COLUMN",
  "ROWS",
  "COLUMNS",
  "AREAS",
  "SHEET",
  "ISREF",
  "FORMULATEXT",
  "ISFORMULA",
]);

const volatileFunctions = new Set([
  "RAND",
  "RANDARRAY",
  "RANDBETWEEN",
  "NOW",
  "TODAY",
  "OFFSET",
  "INDIRECT",
  "CELL",
  "INFO",
  "SHEET",
  "SHEETS",
]);

/** What a file or an older Excel puts before a name: future functions, worksheet functions, LET variables. */
const prefixes = /^(?:_xlfn\.|_xlws\.|_xludf\.|_xlpm\.|_xlop\.|_xleta\.)+/i;

/** A custom function as the file writes it. */
const customInFile = /^_xldudf_([A-Z]+)_/i;

function plainName(name: string): string {
  return name.replace(prefixes, "").replace(customInFile, "$1.");
}

/**
 * Translates a formula as Excel shows it ("=SUM(A1:A3)") for a cell at `row`, `column`. A call of what is no function may be
 * one of a name that holds a LAMBDA.
 * @throws the parser's error when it is no formula.
 */
export function lower(
  formula: string,
  row: number,
  column: number,
  isFunction: (name: string) => boolean,
): Program {
  const root = new Translation(row, column).expression(syntaxTree(formula), []);
  const reads: Expression[] = [];
  const seen: Seen = { volatile: false, visibility: false, symbolic: false };
  collect(root, reads, seen, isFunction);
  return { root, reads, ...seen };
}

function syntaxTree(formula: string): AstExpression {
  try {
    return treeOf(formula);
  } catch (error) {
    const repaired = withoutBrokenReferences(formula);
    if (repaired === formula) throw error;
    return treeOf(repaired);
  }
}

function treeOf(formula: string): AstExpression {
  const tokens = tokenize(formula, { mergeRefs: false });
  for (const token of tokens) {
    if (token.type === tokenTypes.FUNCTION || token.type === tokenTypes.REF_NAMED) {
      token.value = plainName(token.value);
    }
  }
  return parse(mergeRefTokens(withPlainParameters(tokens)), { looseRefCalls: true });
}

/** LAMBDA's optional parameters, written [y], become plain ones: every parameter may be left out. */
function withPlainParameters(tokens: Token[]): Token[] {
  const open: boolean[] = [];
  tokens.forEach((token, index) => {
    if (token.value === "(") open.push(/^LAMBDA$/i.test(tokens[index - 1]?.value ?? ""));
    else if (token.value === ")") open.pop();
    else if (token.type === tokenTypes.REF_STRUCT && open[open.length - 1]) {
      const parameter = /^\[([\p{L}_][\p{L}\p{N}_.]*)\]$/u.exec(token.value);
      if (!parameter || tokens[index + 1]?.value !== ",") return;
      token.type = tokenTypes.REF_NAMED;
      token.value = parameter[1];
    }
  });
  return tokens;
}

/** "Blad1!#REF!" and "#REF!$A$1" are plain #REF! to us. */
function withoutBrokenReferences(formula: string): string {
  return formula.replace(
    /("(?:[^"]|"")*")|(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!#REF!|#REF!(?:\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)/giu,
    (_match, text: string | undefined) => text ?? "#REF!",
  );
}

class Translation {
  constructor(
    private readonly row: number,
    private readonly column: number,
  ) {}

  expression(node: AstExpression, variables: readonly string[]): Expression {
    switch (node.type) {
      case "Literal":
        return { type: "literal", value: typeof node.value === "number" ? node.value + 0 : node.value };
      case "ErrorLiteral":
        return { type: "literal", value: fault(isErrorCode(node.value) ? node.value : "#VALUE!") };
      case "ReferenceIdentifier":
        return this.reference(node.value, node.kind, variables);
      case "UnaryExpression":
        return this.unary(node.operator, this.expression(node.arguments[0], variables));
      case "BinaryExpression": {
        const left = this.expression(node.arguments[0], variables);
        const right = this.expression(node.arguments[1], variables);
        const operator = node.operator;
        return operator === ":" || operator === " " || operator === ","
          ? { type: "join", operator, left, right }
          : { type: "binary", operator: operator as BinaryOperator, left, right };
      }
      case "ArrayExpression":
        return {
          type: "array",
          values: node.elements.map((cells) =>
            cells.map((cell) => {
              const value = this.expression(cell, variables);
              return value.type === "literal" ? value.value : fault("#VALUE!");
            }),
          ),
        };
      case "LambdaExpression": {
        const parameters = node.params.map((parameter) => parameter.name.toLowerCase());
        const body = node.body
          ? this.expression(node.body, [...parameters, ...variables])
          : ({ type: "literal", value: fault("#VALUE!") } as const);
        return { type: "lambda", parameters, body };
      }
      case "LetExpression": {
        let known = variables;
        const declarations = node.declarations.map((declaration) => {
          const name = declaration.id.name.toLowerCase();
          const value: Expression = declaration.init
            ? this.expression(declaration.init, known)
            : { type: "literal", value: fault("#VALUE!") };
          known = [name, ...known];
          return { name, value };
        });
        const body: Expression = node.body
          ? this.expression(node.body, known)
          : { type: "literal", value: fault("#VALUE!") };
        return { type: "let", declarations, body };
      }
      case "CallExpression": {
        const args = node.arguments.map((argument) =>
          argument === null || argument === undefined ? null : this.expression(argument, variables),
        );
        if (node.callee.type !== "Identifier")
          return {
            type: "apply",
            callee: this.expression(node.callee as unknown as AstExpression, variables),
            args,
          };
        return this.call(node.callee.name, args, variables);
      }
      default:
        return { type: "unsupported", lack: "reference", what: (node as { type: string }).type };
    }
  }

  private call(name: string, args: (Expression | null)[], variables: readonly string[]): Expression {
    const variable = name.toLowerCase();
    if (variables.includes(variable)) {
      return { type: "apply", callee: { type: "variable", name: variable }, args };
    }
    const upper = name.toUpperCase();
    const only = args.length === 1 ? args[0] : null;
    if (upper === "SINGLE" && only) return { type: "single", of: only };
    if (upper === "ANCHORARRAY" && only) return { type: "spill", of: only };
    return { type: "call", name: upper, args };
  }

  private unary(operator: string, of: Expression): Expression {
    if (operator === "#") return { type: "spill", of };
    if (operator === "@") return { type: "single", of };
    return { type: "unary", operator: operator as "+" | "-" | "%", of };
  }

  private reference(text: string, kind: string, variables: readonly string[]): Expression {
    if (kind === "table") return structured(text);
    if (kind === "name" && !text.includes("!")) {
      const name = text.toLowerCase();
      if (variables.includes(name)) return { type: "variable", name };
    }
    const reference = parseA1Ref(text);
    if (!reference) return { type: "unsupported", lack: "reference", what: text };
    if (reference.workbookName) return { type: "unsupported", lack: "link", what: reference.workbookName };
    const sheet = reference.sheetName || null;
    if (!("range" in reference)) return { type: "name", name: reference.name, sheet };
    const { range } = reference;
    return {
      type: "area",
      sheets: sheet === null ? null : sheetSpan(sheet),
      corners: this.corners(range),
      trim: range.trim ?? null,
    };
  }

  private corners(range: RangeA1): Corners {
    const bound = (at: number | null | undefined, fixed: boolean | null | undefined, own: number) =>
      at === null || at === undefined
        ? null
        : ({ at: fixed ? at : at - own, fixed: !!fixed } satisfies Bound);
    const top = bound(range.top, range.$top, this.row);
    const left = bound(range.left, range.$left, this.column);
    const wholeColumns = range.top === null && range.bottom === null;
    const wholeRows = range.left === null && range.right === null;
    return {
      top,
      left,
      bottom: wholeColumns ? null : (bound(range.bottom, range.$bottom, this.row) ?? top),
      right: wholeRows ? null : (bound(range.right, range.$right, this.column) ?? left),
    };
  }
}

/** A sheet's name can't hold a colon, so one means a span of sheets. */
function sheetSpan(name: string): SheetSpan {
  const colon = name.indexOf(":");
  return colon < 0
    ? { first: name, last: name }
    : { first: name.slice(0, colon), last: name.slice(colon + 1) };
}

const sectionNames: Record<string, Section> = {
  headers: "headers",
  data: "data",
  totals: "totals",
  all: "all",
  "this row": "this row",
  "@": "this row",
};

function structured(text: string): Expression {
  const reference = parseStructRef(text);
  if (!reference) return { type: "unsupported", lack: "reference", what: text };
  return {
    type: "structured",
    table: reference.table ?? "",
    columns: reference.columns ?? [],
    sections: (reference.sections ?? []).map((section) => sectionNames[section.toLowerCase()] ?? "data"),
  };
}

interface Seen {
  volatile: boolean;
  visibility: boolean;
  symbolic: boolean;
}

function collect(
  node: Expression,
  reads: Expression[],
  seen: Seen,
  isFunction: (name: string) => boolean,
): void {
  const visit = (child: Expression | null) => child && collect(child, reads, seen, isFunction);
  switch (node.type) {
    case "area":
      if (node.sheets) seen.symbolic = true;
      reads.push(node);
      break;
    case "structured":
    case "name":
      seen.symbolic = true;
      reads.push(node);
      break;
    case "spill":
      reads.push(node);
      visit(node.of);
      break;
    case "unary":
    case "single":
      visit(node.of);
      break;
    case "binary":
      visit(node.left);
      visit(node.right);
      break;
    case "join":
      reads.push(node);
      visit(node.left);
      visit(node.right);
      break;
    case "call":
      if (volatileFunctions.has(node.name)) seen.volatile = true;
      if (node.name === "SUBTOTAL" || node.name === "AGGREGATE") seen.visibility = true;
      if (!isFunction(node.name) && !node.name.startsWith("KOLL.")) {
        seen.symbolic = true;
        reads.push({ type: "name", name: node.name, sheet: null });
      }
      node.args.forEach((argument, index) => {
        const placeOfIt = placeOnly.has(node.name) || (node.name === "OFFSET" && index === 0);
        if (argument) collect(argument, placeOfIt ? [] : reads, seen, isFunction);
      });
      break;
    case "apply":
      visit(node.callee);
      node.args.forEach(visit);
      break;
    case "lambda":
      visit(node.body);
      break;
    case "let":
      node.declarations.forEach((declaration) => visit(declaration.value));
      visit(node.body);
      break;
  }
}
