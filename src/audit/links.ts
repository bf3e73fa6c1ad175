import type { Enhet, KolumnRoll, Tabell, TabellKolumn } from "../tables";
import { type Figure, figureValue, halfUnit } from "./figures";
import { nameKeys, nameLikeness, nameWords } from "./names";

/** A row as something that may stand in another table too. */
export interface Item {
  table: Tabell;
  row: number;
  /**
   * Rows that together are the item where it has no figure of its own: a group's rows, or the rows of one name that
   * every group repeats.
   */
  parts: number[];
  repeated: boolean;
  words: string[];
  /** The table's own total: it is called what the table is called. */
  total: boolean;
}

/** The same item in two tables. */
export interface Link {
  a: Item;
  b: Item;
  pairs: FigurePair[];
  certain: boolean;
}

/** A figure in one table, and the figure or figures in the other that make it. */
export interface FigurePair {
  target: Figure;
  terms: Figure[];
  /** The target is this many of the terms: units converted, minus where the tables write costs with opposite signs. */
  factor: number;
  tolerance: number;
  agrees: boolean;
}

/** kr per unit. */
export const moneyUnits: Partial<Record<Enhet, number>> = { kr: 1, tkr: 1e3, mnkr: 1e6 };

/** What the link stands on, in decimal digits that agree: three digits agree by chance once in a thousand. */
const mostDigits = 5;
const ownDigits = 2;
const namelessDigits = 5;
const totalDigits = 2.4;
const nearDigits = 2.9;
const repeatedDigits = 4;
const familyDigits = 6;
/** Figures that differ by more than this are not the same thing printed wrong, where nothing else ties the rows. */
const near = 0.1;
const alike = 0.99;
/** A figure that stands in more rows than this ties none of them. */
const commonFigure = 20;
const allPairs = 120;
const nearest = 30;

export function findLinks(tables: Tabell[]): Link[] {
  const items = tables.filter((table) => table.kind === "rapport").flatMap(itemsOf);
  const alignments = new Map<Tabell, Map<Tabell, [number, number][]>>();
  const aligned = (a: Tabell, b: Tabell) => {
    let of = alignments.get(a);
    if (!of) alignments.set(a, (of = new Map()));
    let pairs = of.get(b);
    if (!pairs) of.set(b, (pairs = alignColumns(a, b)));
    return pairs;
  };
  const compared = candidates(items)
    .map(([a, b]) => compare(a, b, aligned(a.table, b.table)))
    .filter((one): one is Compared => one !== null);
  const families = familyEvidence(compared);
  const accepted = compared.filter((one) => isLink(one, families.get(familyOf(one))));
  return mutualBest(accepted).map(({ a, b, pairs, likeness, digits }) => ({
    a,
    b,
    // That parts make the item is only known where they do in some column.
    pairs: pairs.some(({ terms, agrees }) => terms.length > 1 && agrees)
      ? pairs
      : pairs.filter(({ terms }) => terms.length === 1 || a.repeated || b.repeated),
    certain: !a.repeated && !b.repeated && (likeness >= alike || digits >= namelessDigits),
  }));
}

function itemsOf(table: Tabell): Item[] {
  const title = nameWords(table.title);
  const items: Item[] = [];
  const hasFigures = (row: number) => table.cells[row].some((cell) => cell.kind === "number");
  const children = new Map<number, number[]>();
  const byLabel = new Map<string, number[]>();
  table.rows.forEach(({ group, kind, label }, row) => {
    if (!hasFigures(row)) return;
    if (kind === "post" && group !== null) push(children, group, row);
    push(byLabel, label.trim().toLowerCase(), row);
  });
  table.rows.forEach(({ label, kind }, row) => {
    const parts = children.get(row) ?? [];
    if (!hasFigures(row) && parts.length === 0) return;
    const words = nameWords(label);
    const total = kind === "summa" || (kind === "delsumma" && words.length === 0);
    const named = words.length > 0 || kind === "delsumma";
    items.push({ table, row, parts, repeated: false, words: named ? words : title, total });
  });
  for (const rows of byLabel.values()) {
    const [row] = rows;
    if (rows.length < 3) continue;
    const words = nameWords(table.rows[row].label);
    items.push({ table, row, parts: rows, repeated: true, words, total: false });
  }
  return items;
}

/** The figures that are the item in a column: its own, or its parts'. */
function figuresIn({ table, row, parts, repeated }: Item, column: number): Figure[] {
  if (!repeated && figureValue({ table, row, column }) !== null) return [{ table, row, column }];
  return parts
    .map((part): Figure => ({ table, row: part, column }))
    .filter((figure) => figureValue(figure) !== null);
}

/** Pairs worth comparing: alike names, two figures in common, or two tables' totals. */
function candidates(items: Item[]): [Item, Item][] {
  const pairs = new Map<number, [Item, Item]>();
  const add = (i: number, j: number) => {
    if (items[i].table === items[j].table) return;
    const [first, second] = i < j ? [i, j] : [j, i];
    pairs.set(first * items.length + second, [items[first], items[second]]);
  };
  const byName = new Map<string, number[]>();
  const byFigure = new Map<string, number[]>();
  const totals: number[] = [];
  items.forEach((item, i) => {
    for (const key of nameKeys(item.words)) push(byName, key, i);
    const figures = item.table.cells[item.row].flatMap((cell, column) => {
      const digits = evidence({ table: item.table, row: item.row, column });
      return digits >= ownDigits ? [Math.abs(cell.value ?? 0).toFixed(4)] : [];
    });
    for (const key of new Set(figures)) push(byFigure, key, i);
    if (item.total) totals.push(i);
  });
  for (const [, list] of byName) {
    forPairs(list, (i, j) => {
      if (nameLikeness(items[i].words, items[j].words) >= 0.5) add(i, j);
    });
  }
  const shared = new Map<number, number>();
  for (const [, list] of byFigure) {
    if (list.length > commonFigure) continue;
    forPairs(list, (i, j) => {
      const key = i * items.length + j;
      const count = (shared.get(key) ?? 0) + 1;
      shared.set(key, count);
      if (count === 2) add(i, j);
    });
  }
  forPairs(totals, add);
  return [...pairs.values()];
}

/** All pairs of a short list; in a long one each with those nearest after it, so that work grows with the list. */
function forPairs(list: number[], visit: (i: number, j: number) => void): void {
  const reach = list.length <= allPairs ? list.length : nearest;
  for (let x = 0; x < list.length; x++) {
    for (let y = x + 1; y < Math.min(list.length, x + 1 + reach); y++) visit(list[x], list[y]);
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Digits a figure carries: 1 184 tkr four, 0,9 mnkr one. */
function evidence(figure: Figure): number {
  const units = Math.abs(figureValue(figure) ?? 0) / (2 * halfUnit(figure));
  return units > 1 ? Math.min(Math.log10(units), mostDigits) : 0;
}

/** Digits two sides have in common: those of the coarser print. */
function agreeingDigits({ target, terms, factor }: FigurePair): number {
  const coarsest = Math.max(halfUnit(target), Math.abs(factor) * Math.max(...terms.map(halfUnit)));
  const units = Math.abs(figureValue(target) ?? 0) / (2 * coarsest);
  return units > 1 ? Math.min(Math.log10(units), mostDigits) : 0;
}

interface Compared {
  a: Item;
  b: Item;
  likeness: number;
  pairs: FigurePair[];
  agree: number;
  disagree: number;
  /** Σ of the digits of the different figures that agree. */
  digits: number;
  /** Largest relative difference. */
  worst: number;
}

function compare(a: Item, b: Item, columns: [number, number][]): Compared | null {
  const signed = figurePairs(a, b, columns, 1);
  const opposite = columnsOpposed(a.table, b.table) ? figurePairs(a, b, columns, -1) : [];
  const count = (pairs: FigurePair[]) => pairs.filter(({ agrees }) => agrees).length;
  const pairs = count(opposite) > count(signed) ? opposite : signed;
  if (pairs.length === 0) return null;
  const figures = new Map<string, number>();
  let agree = 0;
  let disagree = 0;
  let worst = 0;
  for (const pair of pairs) {
    const x = figureValue(pair.target) ?? 0;
    const y = pair.factor * sumOf(pair.terms);
    if (pair.agrees) {
      if (x === 0 && y === 0) continue;
      agree++;
      figures.set(Math.abs(x).toFixed(6), agreeingDigits(pair));
    } else {
      disagree++;
      worst = Math.max(worst, Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y)));
    }
  }
  const digits = [...figures.values()].reduce((sum, each) => sum + each, 0);
  return { a, b, likeness: nameLikeness(a.words, b.words), pairs, agree, disagree, digits, worst };
}

/** One table writes costs as positive numbers and the other as negative ones, or one of them doesn't say. */
const columnsOpposed = (a: Tabell, b: Tabell) => a.sign !== b.sign;

function figurePairs(a: Item, b: Item, columns: [number, number][], sign: 1 | -1): FigurePair[] {
  const pairs: FigurePair[] = [];
  for (const [left, right] of columns) {
    const [inA, inB] = [figuresIn(a, left), figuresIn(b, right)];
    if (inA.length === 0 || inB.length === 0 || (inA.length > 1 && inB.length > 1)) continue;
    const [[target], terms] = inA.length === 1 ? [inA, inB] : [inB, inA];
    const scale = unitFactor(unitOf(target), unitOf(terms[0]));
    if (scale === null) continue;
    // A variance keeps its sign: plus is better in both ways of writing.
    const factor = scale * (baseRole(a.table.columns[left].role) === "avvikelse" ? 1 : sign);
    const [own, others] = [halfUnit(target), scale * terms.reduce((sum, term) => sum + halfUnit(term), 0)];
    const tolerance = Math.abs(own - others) < 1e-9 * own ? 0 : own + others;
    const printed = figureValue(target) ?? 0;
    const agrees =
      Math.abs(printed - sumOf(terms) * factor) <= tolerance + 1e-9 * Math.max(1, Math.abs(printed));
    pairs.push({ target, terms, factor, tolerance, agrees });
  }
  return pairs;
}

const sumOf = (figures: Figure[]): number =>
  figures.reduce((sum, figure) => sum + (figureValue(figure) ?? 0), 0);

/** What a figure is counted in; null where nothing says it. */
export function unitOf({ table, row, column }: Figure): Enhet | null {
  const ofColumn = table.columns[column].unit;
  const ofRow = table.rows[row].unit;
  // A row that prints a percentage in a column of percentages isn't itself one.
  const rows = table.columns.some(({ unit }) => unit !== null && unit === ofRow) ? null : ofRow;
  const unit = table.cells[row][column].unit ?? ofColumn ?? rows ?? table.unit;
  return unit === "blandad" ? null : unit;
}

/** How many `a` one `b` is; 1 where one of them doesn't say, null where they are different things. */
function unitFactor(a: Enhet | null, b: Enhet | null): number | null {
  if (a === b || a === null || b === null) return 1;
  const [inA, inB] = [moneyUnits[a], moneyUnits[b]];
  return inA !== undefined && inB !== undefined ? inB / inA : null;
}

const bases: Partial<Record<KolumnRoll, string>> = {
  utfall: "utfall",
  bokslut: "utfall",
  utfall_foregaende: "utfall",
  budget: "budget",
  helarsbudget: "budget",
  budget_foregaende: "budget",
  anslag: "budget",
  prognos: "prognos",
  avvikelse: "avvikelse",
  avvikelse_helar: "avvikelse",
  kvar: "avvikelse",
};

const baseRole = (role: KolumnRoll): string => bases[role] ?? role;

const incomparable = new Set<KolumnRoll>(["text", "kod", "pil", "status", "ar", "period", "malvarde"]);

/** Columns that hold the same measure of the same time, each at most once, the likest first. */
export function alignColumns(a: Tabell, b: Tabell): [number, number][] {
  const scored: { left: number; right: number; score: number }[] = [];
  a.columns.forEach((left, i) =>
    b.columns.forEach((right, j) => {
      const score = columnLikeness(a, left, b, right);
      if (score > 0) scored.push({ left: i, right: j, score });
    }),
  );
  scored.sort((x, y) => y.score - x.score);
  const [usedLeft, usedRight] = [new Set<number>(), new Set<number>()];
  const pairs: [number, number][] = [];
  for (const { left, right } of scored) {
    if (usedLeft.has(left) || usedRight.has(right)) continue;
    usedLeft.add(left);
    usedRight.add(right);
    pairs.push([left, right]);
  }
  return pairs;
}

function columnLikeness(a: Tabell, left: TabellKolumn, b: Tabell, right: TabellKolumn): number {
  if (incomparable.has(left.role) || baseRole(left.role) !== baseRole(right.role)) return 0;
  const [yearA, yearB] = [left.time.ar ?? a.time.ar, right.time.ar ?? b.time.ar];
  const [endA, endB] = [lastMonth(left, a), lastMonth(right, b)];
  if (yearA !== null && yearB !== null && yearA !== yearB) return 0;
  if (endA !== null && endB !== null && endA !== endB) return 0;
  const same = left.role === right.role;
  const earlier = /foregaende/.test(left.role) !== /foregaende/.test(right.role);
  if (!same && (earlier || left.role === "bokslut" || right.role === "bokslut") && (!yearA || !yearB))
    return 0;
  return (
    1 +
    (same ? 4 : 0) +
    (yearA !== null && yearA === yearB ? 2 : 0) +
    (endA !== null && endA === endB ? 1 : 0)
  );
}

function lastMonth({ time }: TabellKolumn, table: Tabell): number | null {
  if (time.omfattning === "helar") return 12;
  return time.till ?? (time.omfattning === null ? table.time.till : null);
}

/** Tables whose rows answer to each other as a whole: two tables, or one table and the many it gathers totals from. */
const familyOf = ({ a, b }: Compared): string => {
  if (a.total !== b.total) return `${a.total ? "" : tableKey(a.table)}|${b.total ? "" : tableKey(b.table)}`;
  return `${tableKey(a.table)}|${tableKey(b.table)}`;
};

const tableKey = (table: Tabell): string => `${table.sheet}!${table.area.row},${table.area.column}`;

interface Family {
  agree: number;
  disagree: number;
  digits: number;
}

function familyEvidence(compared: Compared[]): Map<string, Family> {
  const families = new Map<string, Family>();
  for (const one of compared) {
    if (one.likeness < 0.75) continue;
    const family = families.get(familyOf(one)) ?? { agree: 0, disagree: 0, digits: 0 };
    family.agree += one.agree;
    family.disagree += one.disagree;
    family.digits += one.digits;
    families.set(familyOf(one), family);
  }
  return families;
}

function isLink(one: Compared, family: Family | undefined): boolean {
  const { likeness, agree, disagree, digits, worst } = one;
  if (one.a.repeated || one.b.repeated) {
    return likeness >= alike && (family?.digits ?? 0) >= repeatedDigits && worst <= 2 * near;
  }
  if (likeness >= 0.75 && family && family.digits >= familyDigits && family.agree >= 2 * family.disagree) {
    return one.a.total === one.b.total ? likeness >= alike : agree > 0 && agree >= disagree;
  }
  if (likeness >= alike && digits >= ownDigits && agree > disagree) return true;
  if (digits >= namelessDigits && agree >= 2 && agree > disagree) return true;
  if (one.a.total && one.b.total && digits >= totalDigits && worst <= near) return true;
  return likeness >= 0.5 && digits >= nearDigits && worst <= near / 5;
}

/** Each item linked to a table at most once, to the row that fits it best, both ways. */
function mutualBest(links: Compared[]): Compared[] {
  const better = (x: Compared, y: Compared | undefined) =>
    y === undefined || x.digits - x.worst * 10 + 3 * x.likeness > y.digits - y.worst * 10 + 3 * y.likeness;
  const best = new Map<string, Compared>();
  const key = (item: Item, other: Item) =>
    `${tableKey(item.table)}#${item.row}${item.repeated}>${tableKey(other.table)}`;
  for (const link of links) {
    for (const at of [key(link.a, link.b), key(link.b, link.a)]) {
      if (better(link, best.get(at))) best.set(at, link);
    }
  }
  return links.filter(
    (link) => best.get(key(link.a, link.b)) === link && best.get(key(link.b, link.a)) === link,
  );
}
