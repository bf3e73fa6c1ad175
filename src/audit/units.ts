import type { Enhet, KolumnRegel, Tabell } from "../tables";
import { figureValue } from "./figures";

const money = new Set<Enhet>(["kr", "tkr", "mnkr"]);
/** A column in thousands beside one in millions differs a thousandfold: within this the unit is the same. */
const sameMagnitude = 30;

export interface WrongUnit {
  stated: Enhet;
  real: Enhet;
  /** An arithmetic rule says so; else the size of the figures does. */
  tied: boolean;
}

/** A unit stated in a column's header that its figures don't have; null where the header is right or can't be judged. */
export function wrongUnit(table: Tabell, column: number): WrongUnit | null {
  const stated = table.columns[column].statedUnit;
  if (!stated || !money.has(stated)) return null;
  const neighbours = table.columns.flatMap((other, index) =>
    index !== column && other.statedUnit !== stated ? [index] : [],
  );
  const real = realUnit(table, neighbours, stated);
  if (real === null) return null;
  const tied = table.columnRules.some((rule) => ties(rule, column, neighbours));
  // "kronor" may say what is counted, not in which unit.
  if (!tied && (stated === "kr" || !likeSized(table, column, neighbours))) return null;
  return { stated, real, tied };
}

/** The table with its columns in the unit their figures have, whatever their headers say. */
export function withRealUnits(table: Tabell): Tabell {
  const columns = table.columns.map((kolumn, column) => {
    const wrong = wrongUnit(table, column);
    return wrong ? { ...kolumn, unit: wrong.real } : kolumn;
  });
  return { ...table, columns };
}

/** The unit of the columns beside, where it is another than the stated one. */
function realUnit(table: Tabell, neighbours: number[], stated: Enhet): Enhet | null {
  if (neighbours.length === 0) return null;
  const own = neighbours.map((column) => table.columns[column].unit).find((unit) => unit && money.has(unit));
  const unit = own ?? table.unit;
  return unit && money.has(unit) && unit !== stated ? unit : null;
}

/** A rule that holds unconverted between the column and its neighbours. */
function ties(rule: KolumnRegel, column: number, neighbours: number[]): boolean {
  if (rule.kind !== "differens" && rule.kind !== "lika") return false;
  const others = rule.kind === "lika" ? [rule.a] : [rule.a, rule.b];
  const involved = [rule.column, ...others];
  if (!involved.includes(column) || rule.agrees.length * 2 <= rule.tried.length) return false;
  return involved.every((each) => each === column || neighbours.includes(each));
}

function likeSized(table: Tabell, column: number, neighbours: number[]): boolean {
  const size = (columns: number[]) => {
    const sizes = columns
      .flatMap((each) => table.rows.map((_, row) => Math.abs(figureValue({ table, row, column: each }) ?? 0)))
      .filter((value) => value > 0)
      .sort((a, b) => a - b);
    return sizes.length === 0 ? null : sizes[sizes.length >> 1];
  };
  const [own, others] = [size([column]), size(neighbours)];
  if (own === null || others === null) return false;
  return own / others < sameMagnitude && others / own < sameMagnitude;
}
