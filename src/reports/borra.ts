import type { CellValue } from "../workbook/cell";
import {
  type Criterion,
  evaluate,
  type Expression,
  type PlanRef,
  type SourceColumn,
} from "../workbook/expression";
import { isExpression, type SheetPlan } from "../workbook/plan";
import { planvarden } from "./kontrollera";
import type { Underlag } from "./underlag";

/** What a figure of a report is made of: source columns summed by criteria, and numbers that stand in cells. */
export interface Bidrag {
  summor: { kolumn: SourceColumn; villkor: Criterion[]; faktor: number }[];
  /** Typed by the user in the report, or linked from one cell of a source. */
  enstaka: { var: PlanRef | string; belopp: number }[];
}

/** A share, a product or a mark: no rows of a source add up to it. */
export class Odelbar extends Error {}

/** Follows a cell's formula down to what it adds up. Throws Odelbar where it is no sum. */
export function bidrag(
  planer: SheetPlan[],
  underlag: Iterable<Underlag>,
  rapport: string,
  rad: string,
  kolumn: string,
): Bidrag {
  const { content, calculated, values } = planvarden(planer, underlag);
  const found: Bidrag = { summor: [], enstaka: [] };
  follow({ kind: "cell", ref: { row: rad, column: kolumn } }, rapport, 1);
  return found;

  function follow(node: Expression, own: string, faktor: number): void {
    switch (node.kind) {
      case "cell":
        return cellOf(node.ref, own, faktor);
      case "sum":
        for (const ref of node.refs) {
          if (typeof calculated(ref.report ?? own, ref.row, ref.column) === "number")
            cellOf(ref, own, faktor);
        }
        return;
      case "sumifs":
        found.summor.push({ kolumn: node.sum, villkor: node.criteria, faktor });
        return;
      case "link":
        if (typeof node.value === "number")
          found.enstaka.push({ var: node.reference, belopp: faktor * node.value });
        return;
      case "number":
        if (node.value !== 0) throw new Odelbar();
        return;
      case "text":
        return;
      case "binary":
        return binary(node, own, faktor);
      case "call":
        return callOf(node, own, faktor);
      default:
        throw new Odelbar();
    }
  }

  function cellOf({ report, row, column }: PlanRef, own: string, faktor: number): void {
    const place = report ?? own;
    const cell = content(place, row, column);
    if (isExpression(cell)) follow(cell, place, faktor);
    else if (typeof cell === "number")
      found.enstaka.push({ var: { report: place, row, column }, belopp: faktor * cell });
    else if (typeof cell === "string" && cell !== "") throw new Odelbar();
  }

  function binary(
    { operator, left, right }: Expression & { kind: "binary" },
    own: string,
    faktor: number,
  ): void {
    if (operator === "+" || operator === "-") {
      follow(left, own, faktor);
      follow(right, own, operator === "+" ? faktor : -faktor);
    } else if (operator === "*" && right.kind === "number") follow(left, own, faktor * right.value);
    else if (operator === "*" && left.kind === "number") follow(right, own, faktor * left.value);
    else if (operator === "/" && right.kind === "number") follow(left, own, faktor / right.value);
    else throw new Odelbar();
  }

  function callOf({ name, args }: Expression & { kind: "call" }, own: string, faktor: number): void {
    const value = (node: Expression): CellValue => evaluate(node, values(own));
    switch (name) {
      case "IF":
        return follow(value(args[0]) ? args[1] : args[2], own, faktor);
      case "IFERROR":
      case "N":
      case "ROUND":
        return follow(args[0], own, faktor);
      case "ABS": {
        const inner = value(args[0]);
        return follow(args[0], own, typeof inner === "number" && inner < 0 ? -faktor : faktor);
      }
      default:
        throw new Odelbar();
    }
  }
}
