import type { Tabell } from "../tables";
import { columnName, type Figure, figureValue, halfUnit, printLike, rowName } from "./figures";
import { unitOf } from "./links";
import { nameLikeness, nameWords } from "./names";
import { dust, type Expected, type Read, type Relation } from "./relation";
import type { AuditContext } from "./rule";
import { say } from "./say";

/** A way to reckon a unit's percentage from its own table: 100 × Σ top / |Σ bottom|. */
interface Reckoning {
  id: string;
  top: Figure[];
  bottom: Figure[];
}

interface Case {
  target: Figure;
  entity: Tabell;
  reckoning: Reckoning;
}

const fewestAgreeing = 3;
const agreeingShare = 0.6;

/**
 * Percentages listed by unit ("Procentuell avvikelse – Daglig verksamhet") against the units' own tables. How they were
 * reckoned (variance over net budget, over budgeted costs, consumption …) is the way by which most of them come out.
 */
export function shares({ sheets }: AuditContext): Relation[] {
  const tables = sheets.flatMap((view) => view.tables).filter(({ kind }) => kind === "rapport");
  const entities = tables.flatMap((table) => {
    const words = nameWords(table.title);
    const total = table.sums.find(({ row }) => table.rows[row].kind === "summa");
    return total && words.length > 0
      ? [{ table, words, reckonings: reckonings(table, total.row, total.parts) }]
      : [];
  });
  if (entities.length < fewestAgreeing) return [];
  return tables.flatMap((table) => {
    const named = percentRows(table);
    const cases = named.flatMap(({ row, words }) =>
      entities
        .filter((entity) => entity.table !== table && nameLikeness(words, entity.words) >= 0.75)
        .flatMap(({ table: entity, reckonings: ways }) =>
          table.columns.flatMap((_, column): Case[] => {
            const target = { table, row, column };
            if (figureValue(target) === null || unitOf(target) !== "%") return [];
            return ways.map((reckoning) => ({ target, entity, reckoning }));
          }),
        ),
    );
    return bestReckoning(cases).map(relationOf);
  });
}

/** Rows of percentages with the words that tell them apart from each other. */
function percentRows(table: Tabell): { row: number; words: string[] }[] {
  const rows = table.rows.flatMap(({ label }, row) => {
    const percent = table.columns.some((_, column) => unitOf({ table, row, column }) === "%");
    return percent ? [{ row, words: nameWords(label) }] : [];
  });
  const counts = new Map<string, number>();
  for (const { words } of rows)
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = (word: string) => rows.length >= fewestAgreeing && (counts.get(word) ?? 0) > rows.length / 2;
  return rows
    .map(({ row, words }) => ({ row, words: words.filter((word) => !common(word)) }))
    .filter(({ words }) => words.length > 0);
}

function reckonings(table: Tabell, total: number, parts: number[]): Reckoning[] {
  const at = (role: string) => table.columns.findIndex((column) => column.role === role);
  const [utfall, budget, variance] = [at("utfall"), at("budget"), at("avvikelse")];
  if (utfall < 0 || budget < 0 || variance < 0) return [];
  const figures = (rows: number[], column: number) =>
    rows.map((row): Figure => ({ table, row, column })).filter((figure) => figureValue(figure) !== null);
  const [top] = [figures([total], variance)];
  const lines = figures(parts, budget);
  return [
    { id: "avvikelse/netto", top, bottom: figures([total], budget) },
    { id: "avvikelse/kostnader", top, bottom: lines.filter((figure) => (figureValue(figure) ?? 0) < 0) },
    { id: "avvikelse/plus", top, bottom: lines.filter((figure) => (figureValue(figure) ?? 0) > 0) },
    { id: "utfall/budget", top: figures([total], utfall), bottom: figures([total], budget) },
  ].filter((way) => way.top.length > 0 && way.bottom.length > 0);
}

const printed: Read = (figure) => figureValue(figure) ?? 0;

function expectedShare({ target, reckoning: { top, bottom } }: Case, read: Read): Expected | null {
  const sum = (figures: Figure[]) => figures.reduce((total, figure) => total + read(figure), 0);
  const slack = (figures: Figure[]) => figures.reduce((total, figure) => total + halfUnit(figure), 0);
  const [numerator, base] = [sum(top), Math.abs(sum(bottom))];
  if (base <= slack(bottom) + dust(base)) return null;
  const corners = [-1, 1].flatMap((s) =>
    [-1, 1].map((t) => (100 * (numerator + s * slack(top))) / (base + t * slack(bottom))),
  );
  const half = halfUnit(target);
  return {
    value: (100 * numerator) / base,
    low: Math.min(...corners) - half,
    high: Math.max(...corners) + half,
  };
}

/** The column and reckoning under which most rows come out; none when too few do. */
function bestReckoning(cases: Case[]): Case[] {
  const ways = new Map<string, Case[]>();
  for (const one of cases) {
    const key = `${one.target.column} ${one.reckoning.id}`;
    ways.set(key, [...(ways.get(key) ?? []), one]);
  }
  let best: { cases: Case[]; agreeing: number } = { cases: [], agreeing: 0 };
  for (const way of ways.values()) {
    const agreeing = way.filter((one) => {
      const expected = expectedShare(one, printed);
      const value = printed(one.target);
      return expected !== null && value !== 0 && value >= expected.low && value <= expected.high;
    }).length;
    if (agreeing >= fewestAgreeing && agreeing >= agreeingShare * way.length && agreeing > best.agreeing) {
      best = { cases: way, agreeing };
    }
  }
  return best.cases;
}

function relationOf(one: Case): Relation {
  const { target, entity, reckoning } = one;
  return {
    regel: "samma-post",
    sakerhet: "trolig",
    target,
    terms: [...reckoning.top, ...reckoning.bottom],
    factors: null,
    expected: (read) => expectedShare(one, read),
    text: ({ value }) =>
      say((texts) =>
        texts.procentAv(rowName(target), columnName(target), `${printLike(target, value)} %`, entity.title),
      ),
  };
}
