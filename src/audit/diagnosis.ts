import { printNumber } from "./cells";
import {
  columnName,
  type Figure,
  figureId,
  figurePlace,
  figureValue,
  printedFigure,
  rowName,
} from "./figures";
import type { Draft, Regel, Sakerhet } from "./finding";
import { type CellPlace, placeKey } from "./place";
import { dust, type Expected, holds, type Read, type Relation } from "./relation";
import { say } from "./say";

export type Diagnosed = Draft & { regel: Regel };

/** Terms of longer sums are not listed with a finding: its sentence says what is wrong. */
const listedTerms = 3;

const printed: Read = (figure) => figureValue(figure) ?? 0;

/**
 * Decides which figures are wrong from all relations at once, so that one cause is one finding:
 * 1. a figure is wrong when one new value for it would mend two or more broken relations and break none it stands in
 *    (a lost minus in a post breaks the post's variance and its column's sum);
 * 2. what is still broken is reported at its target, lowest sums first, except where the parts that have been found
 *    wrong, once mended, give the printed total.
 */
export function diagnose(relations: Relation[]): Diagnosed[] {
  const mended = new Map<number, number>();
  const read: Read = (figure) => mended.get(figureId(figure)) ?? printed(figure);
  const broken = new Set<Relation>();
  const around = new Map<number, Relation[]>();
  const notices: Diagnosed[] = [];
  for (const relation of relations) {
    const expected = relation.expected(read);
    if (expected === null) continue;
    const difference = Math.abs(printed(relation.target) - expected.value);
    if (!holds(expected, printed(relation.target))) broken.add(relation);
    else if (relation.notice !== undefined && difference > relation.notice + dust(expected.value)) {
      notices.push(atTarget(relation, expected, "notis"));
    }
    for (const figure of figures(relation)) push(around, figureId(figure), relation);
  }
  if (broken.size === 0) return notices;

  const found: Diagnosed[] = [];
  for (const figure of suspects(broken)) {
    const id = figureId(figure);
    const near = around.get(id) ?? [];
    const mends = near.filter((relation) => broken.has(relation));
    if (independent(mends, id) < 2) continue;
    const cause = mendingValue(figure, mends, near, read);
    if (!cause) continue;
    mended.set(id, cause.value);
    for (const relation of mends) broken.delete(relation);
    found.push(atCause(figure, cause, mends));
  }

  const byTarget = new Map<number, Diagnosed>();
  for (const relation of lowestFirst(broken)) {
    const id = figureId(relation.target);
    const now = relation.expected(read);
    const asPrinted = relation.expected(printed);
    if (now === null || asPrinted === null) continue;
    const known =
      byTarget.get(id) ??
      (relation.mutual && relation.terms.length === 1
        ? byTarget.get(figureId(relation.terms[0]))
        : undefined);
    if (known) {
      known.aven = union(
        known,
        figures(relation).length <= listedTerms ? figures(relation).map(figurePlace) : [],
      );
      continue;
    }
    if (mended.size > 0 && holds(now, read(relation.target))) continue;
    const finding = atTarget(relation, asPrinted, relation.sakerhet);
    byTarget.set(id, finding);
    found.push(finding);
    if (!relation.mutual) mended.set(id, now.value);
  }
  return [...found, ...notices];
}

/**
 * How many ties speak for themselves: the same figures tied twice are one, and so are two ways to reckon one target
 * from the figure (variance against two equal budgets).
 */
function independent(mends: Relation[], id: number): number {
  const sayings = mends.map((relation) => {
    const target = figureId(relation.target);
    const ids = figures(relation).map(figureId);
    return target === id ? ids.sort((a, b) => a - b).join() : `${target}`;
  });
  return new Set(sayings).size;
}

const figures = (relation: Relation): Figure[] => [relation.target, ...relation.terms];

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Figures in two or more broken relations, those in most first. */
function suspects(broken: Set<Relation>): Figure[] {
  const counts = new Map<number, { figure: Figure; count: number }>();
  for (const relation of broken) {
    for (const figure of figures(relation)) {
      const entry = counts.get(figureId(figure));
      if (entry) entry.count++;
      else counts.set(figureId(figure), { figure, count: 1 });
    }
  }
  return [...counts.values()]
    .filter(({ count }) => count >= 2)
    .sort((a, b) => b.count - a.count)
    .map(({ figure }) => figure);
}

interface Cause {
  value: number;
  /** The broken relation that says the value most sharply. */
  sharpest: Relation;
}

function mendingValue(figure: Figure, mends: Relation[], near: Relation[], read: Read): Cause | null {
  const id = figureId(figure);
  let low = -Infinity;
  let high = Infinity;
  let sharpest: { relation: Relation; width: number; value: number } | null = null;
  for (const relation of near) {
    const interval = solve(relation, id, read);
    if (!interval) continue;
    low = Math.max(low, interval.low);
    high = Math.min(high, interval.high);
    const width = interval.high - interval.low;
    if (mends.includes(relation) && (!sharpest || width < sharpest.width)) {
      sharpest = { relation, width, value: interval.value };
    }
  }
  if (!sharpest || low > high + dust(low)) return null;
  const value = Math.min(Math.max(sharpest.value, low), high);
  const patched: Read = (other) => (figureId(other) === id ? value : read(other));
  const mended = near.every((relation) => {
    const expected = relation.expected(patched);
    return expected === null || holds(expected, patched(relation.target));
  });
  return mended ? { value, sharpest: sharpest.relation } : null;
}

/** The values of one figure under which a relation holds; null when the relation can't be solved for it. */
function solve(relation: Relation, id: number, read: Read): Expected | null {
  const expected = relation.expected(read);
  if (expected === null || figureId(relation.target) === id) return expected;
  const index = relation.terms.findIndex((term) => figureId(term) === id);
  const factor = relation.factors?.[index];
  if (!factor) return null;
  const [now, target] = [read(relation.terms[index]), read(relation.target)];
  const [first, second] = [expected.low, expected.high].map((sum) => now + (target - sum) / factor);
  return {
    value: now + (target - expected.value) / factor,
    low: Math.min(first, second),
    high: Math.max(first, second),
  };
}

/** Relations whose parts are themselves targets come after those. */
function lowestFirst(broken: Set<Relation>): Relation[] {
  const of = new Map<number, Relation[]>();
  for (const relation of broken) push(of, figureId(relation.target), relation);
  const ordered = new Set<Relation>();
  const visiting = new Set<Relation>();
  const visit = (relation: Relation) => {
    if (ordered.has(relation) || visiting.has(relation)) return;
    visiting.add(relation);
    for (const term of relation.terms) of.get(figureId(term))?.forEach(visit);
    ordered.add(relation);
  };
  broken.forEach(visit);
  return [...ordered].sort((a, b) => Number(a.mutual ?? false) - Number(b.mutual ?? false));
}

function atTarget(relation: Relation, expected: Expected, sakerhet: Sakerhet): Diagnosed {
  const plats = figurePlace(relation.target);
  return {
    regel: relation.regel,
    sakerhet,
    plats,
    aven: relation.terms.length < listedTerms ? relation.terms.map(figurePlace) : [],
    tryckt: printedFigure(relation.target),
    beraknat: relation.open ? null : clean(expected.value),
    text: relation.text(expected),
  };
}

function atCause(figure: Figure, { value, sharpest }: Cause, mends: Relation[]): Diagnosed {
  const id = figureId(figure);
  const own = mends.filter((relation) => figureId(relation.target) === id);
  const lead = own.find((relation) => !relation.mutual) ?? own[0] ?? sharpest;
  const certain = mends.some((relation) => relation.sakerhet === "säker") ? "säker" : lead.sakerhet;
  const finding: Diagnosed =
    own.length > 0
      ? atTarget(lead, lead.expected(printed) ?? { value, low: value, high: value }, certain)
      : {
          regel: lead.regel,
          sakerhet: certain,
          plats: figurePlace(figure),
          tryckt: printedFigure(figure),
          beraknat: clean(value),
          text: say((texts) =>
            texts.enOrsak(
              rowName(figure),
              columnName(figure),
              printedFigure(figure),
              printNumber(value),
              mends.length,
            ),
          ),
        };
  finding.aven = union(
    finding,
    mends.flatMap((relation) =>
      figureId(relation.target) !== id
        ? [figurePlace(relation.target)]
        : relation.terms.length < listedTerms
          ? relation.terms.map(figurePlace)
          : [],
    ),
  );
  return finding;
}

function union(finding: Draft, more: CellPlace[]): CellPlace[] {
  const places = new Map((finding.aven ?? []).map((place) => [placeKey(place), place]));
  for (const place of more) places.set(placeKey(place), place);
  places.delete(placeKey(finding.plats));
  return [...places.values()];
}

/** Without the binary dust of adding decimals. */
export const clean = (value: number): number => Number(value.toPrecision(12));
