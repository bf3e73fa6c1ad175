import type { Area } from "../../workbook/address";
import { areaAddress, intersect, maxColumns, maxRows } from "../../workbook/address";
import type { CellError, CellMatrix, CellValue } from "../../workbook/cell";
import { isCellError } from "../../workbook/cell";
import type { BlankMode } from "./calculator";
import type { Columns } from "./columns";
import type { Expression } from "./expression";
import type { FunctionDefinition, Machine, Wanted } from "./functions/definition";
import { functionTable } from "./functions";
import { binary, broadcast, negate, percent, withoutRoundingRest } from "./operators";
import type { Programs } from "./programs";
import { maxCells, Unsupported } from "./lack";
import { parseReferenceText } from "./referenceText";
import type { Place, Symbols } from "./symbols";
import type { Argument, Scope, SheetArea, Value } from "./values";
import { fault, isMatrix, Lambda, Reference, toLogical, toNumber, toText } from "./values";

/** What the evaluator needs from its surroundings. */
export interface Surroundings {
  readonly symbols: Symbols;
  readonly programs: Programs;
  readonly columns: Columns;
  readonly date1904: boolean;
  readonly blank: BlankMode;
  /** Throws when a cell in the areas waits to be calculated. */
  settle(areas: readonly SheetArea[]): void;
  /** The area a spilling cell covers; null when it does not spill. */
  spillArea(area: SheetArea): Area | null;
  callCustom(id: string, args: (CellMatrix | undefined)[]): CellMatrix | null;
  engineHas(name: string): boolean;
  engineCall(name: string, args: (CellValue | CellMatrix | undefined)[]): CellValue | CellMatrix;
  sheetNumber(name: string | null, place: Place): number | null;
  sheetCount(): number;
  now(): number;
}

/** Deeper nesting of names and LAMBDA calls is #NUM!, as in Excel. */
const maxDepth = 400;

/** Evaluates one formula in one cell. */
export class Evaluator implements Machine {
  private depth = 0;

  constructor(
    private readonly around: Surroundings,
    readonly place: Place,
    /** False for an ordinary formula from a file: a range where one value is wanted means the cell on the same row or column. */
    public arrays: boolean,
  ) {}

  get date1904(): boolean {
    return this.around.date1904;
  }

  get columns(): Columns {
    return this.around.columns;
  }

  now(): number {
    return this.around.now();
  }

  private withArrays<T>(run: () => T): T {
    const before = this.arrays;
    this.arrays = true;
    try {
      return run();
    } finally {
      this.arrays = before;
    }
  }

  /** The formula's result as its cell gets it: a single value or a matrix of them; blanks are 0. */
  result(root: Expression): CellValue | CellMatrix {
    const value = this.outermost(root);
    if (isMatrix(value)) {
      const shown = value.map((row) => row.map((cell) => cell ?? 0));
      return shown.length === 1 && shown[0].length === 1 ? shown[0][0] : shown;
    }
    return value ?? 0;
  }

  private outermost(root: Expression): CellValue | CellMatrix {
    if (root.type !== "binary" || (root.operator !== "+" && root.operator !== "-"))
      return this.plain(this.evaluate(root, null));
    return broadcast([this.operand(root.left, null), this.operand(root.right, null)], ([a, b]) => {
      const result = binary(root.operator, a, b, this.date1904);
      return typeof result === "number"
        ? withoutRoundingRest(
            result,
            toNumber(a, this.date1904) as number,
            toNumber(b, this.date1904) as number,
          )
        : result;
    });
  }

  plain(value: Argument): CellValue | CellMatrix {
    if (value instanceof Reference) return this.arrays ? this.read(value) : this.single(value);
    if (value instanceof Lambda) return fault("#CALC!");
    return value ?? null;
  }

  private read(reference: Reference): CellValue | CellMatrix {
    if (reference.areas.length !== 1) return fault("#VALUE!");
    const { area } = reference.areas[0];
    return area.rowCount === 1 && area.columnCount === 1
      ? this.cell(reference.areas[0])
      : this.cells(reference);
  }

  evaluate(node: Expression | null, scope: Scope | null): Argument {
    if (node === null) return undefined;
    switch (node.type) {
      case "literal":
        return node.value;
      case "array":
        return node.values;
      case "area":
        return this.around.symbols.area(node, this.place);
      case "structured":
        return this.around.symbols.structured(node, this.place);
      case "name":
        return this.name(node.name, node.sheet);
      case "variable":
        return variable(node.name, scope);
      case "unary": {
        const of = this.operand(node.of, scope);
        if (node.operator === "+") return of;
        return broadcast([of], ([x]) =>
          node.operator === "-" ? negate(x, this.date1904) : percent(x, this.date1904),
        );
      }
      case "binary": {
        const left = this.operand(node.left, scope);
        const right = this.operand(node.right, scope);
        if (!isMatrix(left) && !isMatrix(right)) return binary(node.operator, left, right, this.date1904);
        return broadcast([left, right], ([a, b]) => binary(node.operator, a, b, this.date1904));
      }
      case "spill":
        return this.spill(this.evaluate(node.of, scope));
      case "single": {
        const value = this.evaluate(node.of, scope);
        return isMatrix(value)
          ? (value[0]?.[0] ?? null)
          : value instanceof Reference
            ? this.single(value)
            : value;
      }
      case "join":
        return this.join(node.operator, this.evaluate(node.left, scope), this.evaluate(node.right, scope));
      case "call":
        return this.call(node.name, node.args, scope);
      case "apply": {
        const callee = this.evaluate(node.callee, scope);
        if (isCellError(callee as CellValue)) return callee;
        if (!(callee instanceof Lambda)) return fault("#REF!");
        return this.apply(
          callee,
          node.args.map((argument) => this.evaluate(argument, scope)),
        );
      }
      case "lambda":
        return new Lambda(node.parameters, node.body, scope);
      case "let": {
        let inner = scope;
        for (const { name, value } of node.declarations) {
          inner = { name, value: this.evaluate(value, inner), outer: inner };
        }
        return this.evaluate(node.body, inner);
      }
      case "unsupported":
        throw new Unsupported(node.lack, node.what);
    }
  }

  private operand(node: Expression, scope: Scope | null): CellValue | CellMatrix {
    return this.plain(this.evaluate(node, scope));
  }

  private name(name: string, sheetName: string | null): Argument {
    const { symbols, programs } = this.around;
    const sheet = sheetName === null ? this.place.sheet : symbols.sheet(sheetName);
    if (!sheet) return fault("#REF!");
    const defined = symbols.name(name, sheet);
    if (!defined) {
      const found = symbols.table(name);
      if (found)
        return symbols.structured({ type: "structured", table: name, columns: [], sections: [] }, this.place);
      const functionName = name.toUpperCase();
      if (functionTable.has(functionName) || this.around.engineHas(functionName))
        return etaReduced(functionName);
      return fault("#NAME?");
    }
    const program = programs.program(defined.formula, 0, 0);
    if (typeof program === "string") throw new Unsupported("name", name);
    return this.deeper(() => this.withArrays(() => this.evaluate(program.root, null)));
  }

  private deeper<T>(run: () => T): T | CellError {
    if (this.depth >= maxDepth) return fault("#NUM!");
    this.depth++;
    try {
      return run();
    } finally {
      this.depth--;
    }
  }

  private spill(value: Argument): Argument {
    if (!(value instanceof Reference)) return isCellError(value as CellValue) ? value : fault("#REF!");
    const [anchor] = value.areas;
    if (value.areas.length !== 1 || anchor.area.rowCount !== 1 || anchor.area.columnCount !== 1)
      return fault("#REF!");
    this.settle([anchor]);
    const area = this.around.spillArea(anchor);
    return area ? new Reference([{ sheet: anchor.sheet, area }]) : fault("#REF!");
  }

  /** The cell of a range on the formula's own row or column (implicit intersection, @). */
  private single(reference: Reference): CellValue {
    const [first] = reference.areas;
    if (reference.areas.length !== 1) return fault("#VALUE!");
    const { row, column, rowCount, columnCount } = first.area;
    if (rowCount === 1 && columnCount === 1) return this.cell(first);
    const wanted: Area = {
      row: rowCount === 1 ? row : this.place.row,
      column: columnCount === 1 ? column : this.place.column,
      rowCount: 1,
      columnCount: 1,
    };
    return intersect(first.area, wanted) ? this.cell({ sheet: first.sheet, area: wanted }) : fault("#VALUE!");
  }

  private join(operator: ":" | " " | ",", left: Argument, right: Argument): Argument {
    for (const side of [left, right]) if (isCellError(side as CellValue)) return side;
    if (!(left instanceof Reference) || !(right instanceof Reference)) return fault("#VALUE!");
    if (operator === ",") return new Reference([...left.areas, ...right.areas]);
    if (operator === " ") {
      const common = left.areas.flatMap((a) =>
        right.areas.flatMap((b) => {
          const area = a.sheet === b.sheet ? intersect(a.area, b.area) : null;
          return area ? [{ sheet: a.sheet, area }] : [];
        }),
      );
      return common.length > 0 ? new Reference(common) : fault("#NULL!");
    }
    const areas = [...left.areas, ...right.areas];
    const { sheet } = areas[0];
    if (areas.some((area) => area.sheet !== sheet)) return fault("#VALUE!");
    const top = Math.min(...areas.map(({ area }) => area.row));
    const start = Math.min(...areas.map(({ area }) => area.column));
    const bottom = Math.max(...areas.map(({ area }) => area.row + area.rowCount));
    const end = Math.max(...areas.map(({ area }) => area.column + area.columnCount));
    return new Reference([
      { sheet, area: { row: top, column: start, rowCount: bottom - top, columnCount: end - start } },
    ]);
  }

  private call(name: string, args: readonly (Expression | null)[], scope: Scope | null): Argument {
    const definition = functionTable.get(name);
    if (definition) return this.callDefined(definition, args, scope);
    if (name.startsWith("KOLL.")) return this.callCustom(name.slice(5), args, scope);
    if (this.around.engineHas(name)) {
      const values = this.withArrays(() => args.map((argument) => this.evaluate(argument, scope)));
      return this.engineCall(
        name,
        values.map((value) => (value === undefined ? undefined : this.withArrays(() => this.plain(value)))),
      );
    }
    const defined = this.name(name, null);
    if (defined instanceof Lambda) {
      return this.apply(
        defined,
        args.map((argument) => this.evaluate(argument, scope)),
      );
    }
    if (isCellError(defined as CellValue) && (defined as CellError).fel === "#NAME?")
      throw new Unsupported("function", name);
    return isCellError(defined as CellValue) ? defined : fault("#REF!");
  }

  private callCustom(id: string, args: readonly (Expression | null)[], scope: Scope | null): Value {
    const result = this.around.callCustom(
      id,
      args.map((argument) => this.customArgument(this.withArrays(() => this.evaluate(argument, scope)))),
    );
    if (result === null) throw new Unsupported("function", `KOLL.${id}`);
    return result.length === 1 && result[0].length === 1 ? result[0][0] : result;
  }

  /** As Excel hands it over: a matrix, blank cells as the host's mode says; undefined for what was left out. */
  private customArgument(value: Argument): CellMatrix | undefined {
    if (value === undefined) return undefined;
    const given = this.withArrays(() => this.plain(value));
    const matrix = isMatrix(given) ? given : [[given]];
    if (this.around.blank === "null") return matrix;
    return matrix.map((row) => row.map((cell) => cell ?? 0));
  }

  private callDefined(
    definition: FunctionDefinition,
    args: readonly (Expression | null)[],
    scope: Scope | null,
  ): Value {
    if (args.length < definition.min || args.length > definition.max) return fault("#VALUE!");
    if (definition.lazy) return definition.lazy(args, this, scope);
    const wanted = args.map((_, index) => wantedAt(definition, index));
    const values = args.map((argument, index) =>
      wanted[index] === "x"
        ? this.withArrays(() => this.evaluate(argument, scope))
        : this.evaluate(argument, scope),
    );
    return this.callPrepared(definition, wanted, values);
  }

  private callPrepared(definition: FunctionDefinition, wanted: Wanted[], values: Argument[]): Value {
    let many = false;
    for (let index = 0; index < values.length; index++) {
      if (wanted[index] === "a" || wanted[index] === "x") continue;
      const value = values[index];
      if (value === undefined) {
        if (wanted[index] >= "a") values[index] = null;
        continue;
      }
      const plain = this.plain(value);
      values[index] = plain;
      if (isMatrix(plain)) many = true;
    }
    const run = definition.run!;
    if (!many) {
      const failed = convert(values, wanted, this.date1904);
      return failed ?? run(values, this);
    }
    const lifted = values.flatMap((value, index) =>
      isMatrix(value) && !isWhole(wanted[index]) ? [index] : [],
    );
    return broadcast(
      lifted.map((index) => values[index] as CellMatrix),
      (items) => {
        const single = [...values];
        lifted.forEach((index, position) => (single[index] = items[position]));
        const failed = convert(single, wanted, this.date1904);
        return failed ?? this.first(run(single, this));
      },
    );
  }

  /** In a lifted call each item gives one value: the first of a range or array. */
  private first(value: Value): CellValue {
    const plain = this.plain(value);
    return isMatrix(plain) ? (plain[0]?.[0] ?? null) : plain;
  }

  apply(lambda: Lambda, args: readonly Argument[]): Value {
    if (args.length > lambda.parameters.length) return fault("#VALUE!");
    let scope = lambda.scope;
    lambda.parameters.forEach((name, index) => {
      scope = { name, value: args[index], outer: scope };
    });
    return this.deeper(() => this.evaluate(lambda.body, scope) ?? null);
  }

  cells(reference: Reference): CellMatrix {
    if (reference.areas.length !== 1) return [[fault("#VALUE!")]];
    this.settle(reference.areas);
    const [{ sheet, area }] = reference.areas;
    const rowCount =
      area.rowCount === maxRows ? Math.max(1, Math.min(sheet.rows.length, maxRows)) : area.rowCount;
    const columnCount = area.columnCount === maxColumns ? widest(sheet.rows) : area.columnCount;
    if (rowCount * columnCount > maxCells) throw new Unsupported("size", areaAddress(area));
    const matrix: CellMatrix = new Array(rowCount);
    for (let r = 0; r < rowCount; r++) {
      const values = sheet.rows[area.row + r]?.values;
      const line: CellValue[] = new Array(columnCount);
      for (let c = 0; c < columnCount; c++) line[c] = values?.[area.column + c] ?? null;
      matrix[r] = line;
    }
    return matrix;
  }

  cell({ sheet, area }: SheetArea): CellValue {
    this.settle([{ sheet, area }]);
    return sheet.value(area.row, area.column);
  }

  settle(areas: readonly SheetArea[]): void {
    this.around.settle(areas);
  }

  referenceOf(text: string, a1: boolean): Value {
    const node = parseReferenceText(
      text.trim(),
      a1,
      this.place,
      (name) => this.around.symbols.sheet(name)?.name,
    );
    if (!node) return fault("#REF!");
    const value = this.evaluate(node, null);
    return value instanceof Reference ? value : fault("#REF!");
  }

  formulaText({ sheet, area }: SheetArea): string | null {
    return sheet.formula(area.row, area.column)?.text ?? null;
  }

  rowHidden({ sheet }: SheetArea, row: number): { hidden: boolean; filtered: boolean } {
    const hidden = sheet.rows[row]?.hidden === true;
    const filters = [sheet.filter, ...sheet.tables.map((table) => table.filter)];
    const filtered =
      hidden &&
      filters.some(
        (filter) =>
          filter &&
          filter.criteria.length > 0 &&
          row > filter.area.row &&
          row < filter.area.row + filter.area.rowCount,
      );
    return { hidden, filtered };
  }

  isSubtotal({ sheet }: SheetArea, row: number, column: number): boolean {
    const text = sheet.formula(row, column)?.text;
    return text !== undefined && /(?:^|[^\p{L}\p{N}_.])(?:SUBTOTAL|AGGREGATE)\(/iu.test(text);
  }

  sheetNumber(name: string | null): number | null {
    return this.around.sheetNumber(name, this.place);
  }

  sheetCount(): number {
    return this.around.sheetCount();
  }

  engineCall(name: string, args: (CellValue | CellMatrix | undefined)[]): CellValue | CellMatrix {
    return this.around.engineCall(name, args);
  }
}

function widest(rows: readonly ({ values: CellValue[] } | undefined)[]): number {
  return rows.reduce((most, row) => Math.max(most, row?.values.length ?? 0), 1);
}

function variable(name: string, scope: Scope | null): Argument {
  for (let at = scope; at; at = at.outer) if (at.name === name) return at.value;
  return fault("#NAME?");
}

/** A function's name as a value (BYROW(A1:B2,SUM)). */
function etaReduced(name: string): Lambda {
  const body: Expression = { type: "call", name, args: [{ type: "variable", name: "\u0001" }] };
  return new Lambda(["\u0001"], body, null);
}

function wantedAt({ wanted, repeat }: FunctionDefinition, index: number): Wanted {
  const at = index < wanted.length ? index : wanted.length - repeat + ((index - wanted.length) % repeat);
  return wanted[at] as Wanted;
}

const isWhole = (wanted: Wanted): boolean => wanted === "a" || wanted === "x";

/** Turns single values into what is wanted; gives the first error met. */
function convert(values: Argument[], wanted: Wanted[], date1904: boolean): CellError | null {
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value === undefined || isWhole(wanted[index])) continue;
    const kind = wanted[index];
    let result: CellValue;
    if (kind === "n" || kind === "N") result = toNumber(value as CellValue, date1904);
    else if (kind === "t" || kind === "T") result = toText(value as CellValue);
    else if (kind === "l" || kind === "L") result = toLogical(value as CellValue);
    else continue;
    if (isCellError(result)) return result;
    values[index] = result;
  }
  return null;
}
