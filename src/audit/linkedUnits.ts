import type { Enhet, Tabell } from "../tables";
import { type Figure, figureValue, halfUnit } from "./figures";
import { alignColumns, moneyUnits, unitOf } from "./links";

/** A table whose stated unit doesn't go with another table that has the same items. */
export interface LinkedUnit {
  table: Tabell;
  other: Tabell;
  stated: Enhet;
  real: Enhet;
}

/** Items that two tables share before their figures are compared, and figures that must say the same of the unit. */
const sharedItems = 3;
const sharedFigures = 3;
/** A figure of fewer digits is a thousandth of another by chance. */
const digits = 3;
/** A name in more tables than this ("Personal") ties none of them. */
const commonName = 20;

/**
 * Tables that name the same rows, with figures that agree digit by digit but are a thousand times larger or smaller when
 * the stated units are converted. The table with fewer others on its side is the wrong one.
 */
export function linkedUnits(tables: readonly Tabell[]): LinkedUnit[] {
  const compared = pairsOf(tables.filter(({ kind }) => kind === "rapport")).map(([a, b, rows]) => ({
    a,
    b,
    scale: scaleOf(a, b, rows),
  }));
  const friends = new Map<Tabell, number>();
  for (const { a, b, scale } of compared)
    if (scale === 1) for (const table of [a, b]) friends.set(table, (friends.get(table) ?? 0) + 1);
  const found = new Map<Tabell, LinkedUnit>();
  for (const { a, b, scale } of compared) {
    if (scale === null || scale === 1) continue;
    const suspects = [unitOfTable(b, scale, a), unitOfTable(a, 1 / scale, b)];
    const [worst] = suspects
      .filter((one) => one !== null)
      .sort((x, y) => (friends.get(x.table) ?? 0) - (friends.get(y.table) ?? 0));
    if (worst && !found.has(worst.table)) found.set(worst.table, worst);
  }
  return [...found.values()];
}

function unitOfTable(table: Tabell, scale: number, other: Tabell): LinkedUnit | null {
  const stated = table.unit;
  const size = stated === null ? undefined : moneyUnits[stated];
  if (size === undefined || stated === null) return null;
  const real = (Object.keys(moneyUnits) as Enhet[]).find((unit) => moneyUnits[unit] === size * scale);
  return real ? { table, other, stated, real } : null;
}

/** Tables that share rows by name, with the rows. */
function pairsOf(tables: Tabell[]): [Tabell, Tabell, [number, number][]][] {
  const byName = new Map<string, Map<number, number>>();
  tables.forEach(({ rows }, index) => {
    const seen = new Set<string>();
    rows.forEach(({ label }, row) => {
      const name = label.trim().toLowerCase();
      const where = byName.get(name) ?? new Map<number, number>();
      // A name that stands twice in a table says of neither which one it is.
      if (seen.has(name)) where.delete(index);
      else if (name !== "") where.set(index, row);
      seen.add(name);
      byName.set(name, where);
    });
  });
  const shared = new Map<string, [number, number][]>();
  for (const where of byName.values()) {
    if (where.size < 2 || where.size > commonName) continue;
    const entries = [...where];
    entries.forEach(([i, row], at) =>
      entries.slice(at + 1).forEach(([j, other]) => {
        const key = `${i} ${j}`;
        shared.set(key, [...(shared.get(key) ?? []), [row, other]]);
      }),
    );
  }
  return [...shared]
    .filter(([, rows]) => rows.length >= sharedItems)
    .map(([key, rows]) => {
      const [i, j] = key.split(" ").map(Number);
      return [tables[i], tables[j], rows];
    });
}

/** How many times too large b's figures are, in its stated unit, beside a's: 1 where they agree, null where nothing can be said. */
function scaleOf(a: Tabell, b: Tabell, rows: [number, number][]): number | null {
  const counts = new Map<number, number>();
  let pairs = 0;
  for (const [left, right] of alignColumns(a, b)) {
    for (const [row, other] of rows) {
      const [x, y] = [
        { table: a, row, column: left },
        { table: b, row: other, column: right },
      ];
      const scale = figureScale(x, y);
      if (scale === null) continue;
      pairs++;
      if (scale !== 0) counts.set(scale, (counts.get(scale) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort(([, one], [, two]) => two - one);
  if (!best || best[1] < sharedFigures || best[1] < 0.8 * pairs) return null;
  return best[0];
}

/** Which power of a thousand makes two figures the same; 0 for none, null where they can't be compared. */
function figureScale(a: Figure, b: Figure): number | null {
  const [x, y] = [a, b].map((figure) => Math.abs(figureValue(figure) ?? 0));
  const [unitA, unitB] = [unitOf(a), unitOf(b)];
  const [inA, inB] = [unitA && moneyUnits[unitA], unitB && moneyUnits[unitB]];
  if (!inA || !inB || !precise(a, x) || !precise(b, y)) return null;
  const tolerance = halfUnit(a) * inA;
  for (const scale of [1, 1e3, 1e-3, 1e6, 1e-6])
    if (Math.abs(x * inA - y * inB * scale) <= tolerance + halfUnit(b) * inB * scale) return scale;
  return 0;
}

const precise = (figure: Figure, value: number) => value / (2 * halfUnit(figure)) >= 10 ** (digits - 1);
