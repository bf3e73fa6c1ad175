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
  const unit = (other: number) => table.columns[other].unit ?? table.unit;
  const tie = table.columnRules.find((rule) => ties(rule, column, (other) => isOther(unit(other), stated)));
  if (tie) {
    const other = involved(tie).find((each) => each !== column)!;
    return { stated, real: unit(other)!, tied: true };
  }
  // "kronor" may say what is counted, not in which unit; columns that state units of their own may well differ.
  const beside = table.columns.flatMap((other, index) =>
    index !== column && other.statedUnit === null && other.unit === null ? [index] : [],
  );
  if (stated === "tkr" && isLoneUnit(table, column) && printsMillions(table, column, beside)) {
    return { stated, real: "mnkr", tied: false };
  }
  const sized = stated !== "kr" && isOther(table.unit, stated) && likeSized(table, column, beside);
  return sized ? { stated, real: table.unit!, tied: false } : null;
}

/** Nothing but this column's header (and headers like it) says a unit. */
const isLoneUnit = ({ unit, unitCell, columns, headerRows }: Tabell, column: number): boolean =>
  (unit === null || (unitCell !== null && headerRows.includes(unitCell.row))) &&
  columns.some(({ statedUnit }, index) => index !== column && statedUnit === null);

/** Amounts that belong with those beside, small and with decimals: thousands are printed whole, millions are not. */
function printsMillions(table: Tabell, column: number, beside: number[]): boolean {
  const amounts = [column, ...beside].flatMap((each) =>
    table.rows.flatMap((_, row) => {
      const value = figureValue({ table, row, column: each });
      return value ? [Math.abs(value)] : [];
    }),
  );
  const broken = amounts.filter((amount) => !Number.isInteger(amount));
  const small = amounts.every((amount) => amount < 10_000);
  const together =
    likeSized(table, column, beside) || table.columnRules.some((rule) => ties(rule, column, () => true));
  return small && broken.length * 2 > amounts.length && together;
}

const isOther = (unit: Enhet | null, stated: Enhet): boolean =>
  unit !== null && money.has(unit) && unit !== stated;

/** The table with its columns in the unit their figures have, whatever their headers say. */
export function withRealUnits(table: Tabell): Tabell {
  const columns = table.columns.map((kolumn, column) => {
    const wrong = wrongUnit(table, column);
    return wrong ? { ...kolumn, unit: wrong.real } : kolumn;
  });
  return { ...table, columns };
}

/** A rule that holds unconverted between the column and columns in another unit. */
function ties(rule: KolumnRegel, column: number, inOtherUnit: (column: number) => boolean): boolean {
  if (rule.kind !== "differens" && rule.kind !== "lika") return false;
  if (rule.agrees.length * 2 <= rule.tried.length) return false;
  const all = involved(rule);
  return all.includes(column) && all.every((each) => each === column || inOtherUnit(each));
}

const involved = (rule: KolumnRegel): number[] =>
  rule.kind === "lika" ? [rule.column, rule.a] : [rule.column, rule.a, rule.b];

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
