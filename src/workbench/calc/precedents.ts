import type { Expression, Program } from "./expression";
import type { Programs } from "./programs";
import type { Place, Symbols } from "./symbols";
import type { SheetArea } from "./values";
import { Reference } from "./values";

/** What a formula reads by its own references and the names in it. */
export interface Precedents {
  readonly areas: SheetArea[];
  volatile: boolean;
  /** What its names, tables and sheets stand for now: another signature means another meaning. "" when it has none. */
  signature: string;
}

/** Names that lead to names this deep are not followed further. */
const maxDepth = 20;

export function precedentsOf(
  program: Program,
  place: Place,
  symbols: Symbols,
  programs: Programs,
): Precedents {
  const found: Precedents = { areas: [], volatile: false, signature: "" };
  follow(program, 0);
  return found;

  function follow(of: Program, depth: number): void {
    found.volatile ||= of.volatile;
    for (const node of of.reads) {
      if (node.type === "area") add(symbols.area(node, place), of.symbolic);
      else if (node.type === "structured") add(symbols.structured(node, place), true);
      else if (node.type === "name") followName(node, depth);
    }
  }

  function followName(node: Extract<Expression, { type: "name" }>, depth: number): void {
    const sheet = node.sheet === null ? place.sheet : symbols.sheet(node.sheet);
    const defined = symbols.name(node.name, sheet);
    if (!defined) {
      add(
        symbols.structured({ type: "structured", table: node.name, columns: [], sections: [] }, place),
        true,
      );
      return;
    }
    found.signature += `${defined.formula};`;
    const program = programs.program(defined.formula, 0, 0);
    if (typeof program !== "string" && depth < maxDepth) follow(program, depth + 1);
  }

  function add(reference: ReturnType<Symbols["area"]>, symbolic: boolean): void {
    const areas = reference instanceof Reference ? reference.areas : [];
    found.areas.push(...areas);
    if (!symbolic) return;
    for (const { sheet, area } of areas) {
      found.signature += `${sheet.id}${area.row},${area.column},${area.rowCount},${area.columnCount}`;
    }
    found.signature += ";";
  }
}
