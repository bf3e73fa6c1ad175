import { become, type ColumnDraft } from "./columns";
import type { KolumnRegel, KolumnRoll } from "./table";

const unitOf = (decimals: number | null) => 10 ** -(decimals ?? 0);
const isVariance = (role: KolumnRoll) =>
  role === "avvikelse" || role === "avvikelse_foregaende" || role === "avvikelse_helar";
const outcomes: KolumnRoll[] = ["utfall", "utfall_foregaende", "bokslut"];
const forecasts: KolumnRoll[] = ["prognos", "prognos_foregaende"];
const budgets: KolumnRoll[] = ["budget", "helarsbudget", "budget_foregaende", "anslag"];

interface Tried {
  a: number;
  b: number;
  agrees: number[];
  tried: number[];
}

/**
 * How columns follow from each other, row by row: variances, shares, changes, arrows, a year's budget equal to the
 * period's. A variance against a forecast becomes `avvikelse_helar`.
 */
export function findColumnRules(columns: ColumnDraft[]): KolumnRegel[] {
  const rules: KolumnRegel[] = [];
  columns.forEach((column, index) => {
    if (isVariance(column.role)) {
      const rule = varianceRule(columns, index);
      if (rule) rules.push(rule);
    }
  });
  settleVariances(columns, rules);
  columns.forEach((_, index) => {
    const rule = otherRule(columns, index);
    if (rule) rules.push(rule);
  });
  return rules.sort((a, b) => a.column - b.column);
}

const why = (code: "aritmetik" | "rubrikord", agrees: number, of: number) => [
  { code, values: { stammer: agrees, av: of } },
];

const indexes = (columns: ColumnDraft[], roles: KolumnRoll[]) =>
  columns.flatMap(({ role }, index) => (roles.includes(role) ? [index] : []));

/** Rows where column = f(a, b) within rounding, of the rows that have all three figures. */
function tryRule(
  columns: ColumnDraft[],
  column: number,
  a: number,
  b: number,
  follows: (a: number, b: number) => number,
  error: (a: number, b: number, unitA: number, unitB: number) => number,
): Tried {
  const result: Tried = { a, b, agrees: [], tried: [] };
  columns[column].cells.forEach((cell, row) => {
    const [first, second] = [columns[a].cells[row], columns[b].cells[row]];
    if (cell.value === null || first.value === null || second.value === null) return;
    const expected = follows(first.value, second.value);
    if (!Number.isFinite(expected)) return;
    result.tried.push(row);
    const slack =
      unitOf(cell.decimals) / 2 +
      error(first.value, second.value, unitOf(first.decimals), unitOf(second.decimals));
    if (Math.abs(cell.value - expected) <= slack * 1.0000001 + 1e-9) result.agrees.push(row);
  });
  return result;
}

const difference = (columns: ColumnDraft[], column: number, a: number, b: number) =>
  tryRule(
    columns,
    column,
    a,
    b,
    (x, y) => x - y,
    (_a, _b, unitA, unitB) => (unitA + unitB) / 2,
  );

/**
 * The better explains more rows; of equals the one whose figures differ from zero on more of them. Headers that speak of
 * the same months weigh as much as a few rows that don't agree.
 */
function best(candidates: Tried[], columns: ColumnDraft[], column: number): Tried | null {
  const sameMonths = ({ a, b }: Tried) =>
    [a, b].every(
      (at) =>
        columns[at].read.fran === columns[column].read.fran &&
        columns[at].read.till === columns[column].read.till,
    );
  const telling = (one: Tried) =>
    one.agrees.filter((row) => columns[column].cells[row].value !== 0).length +
    (sameMonths(one) ? one.tried.length / 8 : 0);
  let winner: Tried | null = null;
  for (const candidate of candidates) {
    if (candidate.agrees.length === 0) continue;
    const more = winner === null ? 1 : telling(candidate) - telling(winner);
    if (winner === null || more > 0 || (more === 0 && candidate.agrees.length > winner.agrees.length))
      winner = candidate;
  }
  return winner && winner.agrees.length * 2 > winner.tried.length ? winner : null;
}

function varianceRule(columns: ColumnDraft[], index: number): KolumnRegel | null {
  const column = columns[index];
  const words = column.read;
  const minuends = indexes(columns, [...outcomes, ...forecasts]);
  const subtrahends = indexes(columns, budgets);
  // Nearest first, and what the header names: of readings that explain the same rows the first one wins.
  const year = /helar|prognos|progn/.test(words.text);
  const ordered = (list: number[], wanted: (role: KolumnRoll) => boolean) =>
    [...list].sort(
      (a, b) =>
        Number(wanted(columns[b].role)) - Number(wanted(columns[a].role)) || distance(a) - distance(b),
    );
  const distance = (at: number) => (at < index ? index - at : columns.length + at - index);
  const pairs = ordered(minuends, (role) => (year ? forecasts : outcomes).includes(role)).flatMap((a) =>
    ordered(
      subtrahends,
      (role) => (role === "helarsbudget") === (year && indexes(columns, ["helarsbudget"]).length > 0),
    ).map((b) => [a, b] as const),
  );
  const tried = pairs.flatMap(([a, b]) => [
    difference(columns, index, a, b),
    difference(columns, index, b, a),
  ]);
  const winner = best(tried, columns, index);
  return (
    winner && {
      column: index,
      kind: "differens",
      ...winner,
      why: why("aritmetik", winner.agrees.length, winner.tried.length),
    }
  );
}

/** Variances by what they are against: by arithmetic, else by words, else by what stands beside them. */
function settleVariances(columns: ColumnDraft[], rules: KolumnRegel[]): void {
  const hasOutcome = indexes(columns, ["utfall"]).length > 0;
  const hasForecast = indexes(columns, ["prognos"]).length > 0;
  columns.forEach((column, index) => {
    if (column.role !== "avvikelse") return;
    const rule = rules.find((one) => one.column === index && one.kind === "differens");
    if (rule && rule.kind === "differens") {
      const against = [columns[rule.a].role, columns[rule.b].role];
      if (
        against.some(
          (role) => role === "prognos_foregaende" || role === "utfall_foregaende" || role === "bokslut",
        ) &&
        !against.includes("prognos") &&
        !against.includes("utfall")
      )
        become(column, "avvikelse_foregaende", "aritmetik");
      else if (against.some((role) => forecasts.includes(role)))
        become(column, "avvikelse_helar", "aritmetik");
      return;
    }
    if (hasForecast && (/helar|prognos|progn/.test(column.read.text) || !hasOutcome))
      become(column, "avvikelse_helar");
  });
}

function otherRule(columns: ColumnDraft[], index: number): KolumnRegel | null {
  switch (columns[index].role) {
    case "forbrukning":
    case "forbrukning_foregaende":
    case "forbrukning_helar":
      return shareRule(columns, index);
    case "forandring":
      return changeRule(columns, index);
    case "forandring_procent":
      return percentChangeRule(columns, index);
    case "helarsbudget":
      return equalRule(columns, index);
    case "kvar":
      return remainderRule(columns, index);
    case "pil":
      return arrowRule(columns, index);
    default:
      return null;
  }
}

function shareRule(columns: ColumnDraft[], index: number): KolumnRegel | null {
  const earlier = columns[index].role === "forbrukning_foregaende";
  const ahead = columns[index].role === "forbrukning_helar";
  const wanted: KolumnRoll[] = earlier ? ["bokslut", "utfall_foregaende"] : ahead ? ["prognos"] : ["utfall"];
  const bases: KolumnRoll[] = earlier
    ? ["budget_foregaende"]
    : ahead
      ? ["helarsbudget", "budget"]
      : ["budget", "helarsbudget"];
  const tryShare = (a: number, b: number) =>
    tryRule(
      columns,
      index,
      a,
      b,
      (x, y) => (100 * x) / y,
      (x, y, unitA, unitB) => Math.abs(100 / y) * (unitA / 2) + Math.abs((100 * x) / (y * y)) * (unitB / 2),
    );
  const named = indexes(columns, wanted).flatMap((a) => indexes(columns, bases).map((b) => tryShare(a, b)));
  const any = indexes(columns, [...outcomes, ...forecasts]).flatMap((a) =>
    indexes(columns, budgets).map((b) => tryShare(a, b)),
  );
  // The words say what the share is of; rows that don't follow are what the audit is for.
  const winner =
    best(named, columns, index) ??
    best(any, columns, index) ??
    named.find(({ tried }) => tried.length > 0) ??
    null;
  return (
    winner && {
      column: index,
      kind: "andel",
      ...winner,
      why: why(
        winner.agrees.length > 0 ? "aritmetik" : "rubrikord",
        winner.agrees.length,
        winner.tried.length,
      ),
    }
  );
}

function pairsOfYears(columns: ColumnDraft[]): [number, number][] {
  const now = indexes(columns, ["utfall", "prognos"]);
  const before = indexes(columns, ["bokslut", "utfall_foregaende", "prognos_foregaende"]);
  const budgetYears = indexes(columns, ["budget"]).flatMap((a) =>
    indexes(columns, ["budget_foregaende"]).map((b) => [a, b] as [number, number]),
  );
  const series = now.flatMap((a) =>
    now
      .filter((b) => (columns[b].read.ar ?? 0) < (columns[a].read.ar ?? 0))
      .map((b) => [a, b] as [number, number]),
  );
  return [...now.flatMap((a) => before.map((b) => [a, b] as [number, number])), ...series, ...budgetYears];
}

function changeRule(columns: ColumnDraft[], index: number): KolumnRegel | null {
  const tried = pairsOfYears(columns).flatMap(([a, b]) => [
    difference(columns, index, a, b),
    difference(columns, index, b, a),
  ]);
  const winner = best(tried, columns, index) ?? tried.find((one) => one.tried.length > 0) ?? null;
  return (
    winner && {
      column: index,
      kind: "differens",
      ...winner,
      why: why("aritmetik", winner.agrees.length, winner.tried.length),
    }
  );
}

function percentChangeRule(columns: ColumnDraft[], index: number): KolumnRegel | null {
  const attempts = pairsOfYears(columns).flatMap(([a, b]) =>
    [false, true].map((abs) => ({
      abs,
      ...tryRule(
        columns,
        index,
        a,
        b,
        (x, y) => 100 * ((abs ? Math.abs(x) / Math.abs(y) : x / y) - 1),
        (x, y, unitA, unitB) => Math.abs(100 / y) * (unitA / 2) + Math.abs((100 * x) / (y * y)) * (unitB / 2),
      ),
    })),
  );
  const winner = (best(attempts, columns, index) ??
    attempts.find(({ tried }) => tried.length > 0) ??
    null) as (typeof attempts)[number] | null;
  return (
    winner && {
      column: index,
      kind: "forandring",
      ...winner,
      why: why("aritmetik", winner.agrees.length, winner.tried.length),
    }
  );
}

function equalRule(columns: ColumnDraft[], index: number): KolumnRegel | null {
  for (const a of indexes(columns, ["budget"])) {
    const result = tryRule(
      columns,
      index,
      a,
      a,
      (x) => x,
      () => 0,
    );
    if (result.tried.length >= 2 && result.agrees.length >= 0.8 * result.tried.length) {
      return {
        column: index,
        kind: "lika",
        a,
        agrees: result.agrees,
        tried: result.tried,
        why: why("aritmetik", result.agrees.length, result.tried.length),
      };
    }
  }
  return null;
}

function remainderRule(columns: ColumnDraft[], index: number): KolumnRegel | null {
  const bases = indexes(columns, ["anslag", "budget", "helarsbudget", "belopp"]);
  const used = indexes(columns, ["utfall", "prognos"]);
  const winner = best(
    bases.flatMap((a) => used.map((b) => difference(columns, index, a, b))),
    columns,
    index,
  );
  return (
    winner && {
      column: index,
      kind: "differens",
      ...winner,
      why: why("aritmetik", winner.agrees.length, winner.tried.length),
    }
  );
}

const up = /[↑↗⇧⇗▲△⬆]/u;
const down = /[↓↘⇩⇙⇘▼▽⬇]/u;

/** An arrow tells which way the figure on its right went from the one on its left, beyond a threshold. */
function arrowRule(columns: ColumnDraft[], index: number): KolumnRegel | null {
  const left = [...columns.keys()].filter((at) => at < index && columns[at].numbers > 0).pop();
  const right = [...columns.keys()].find((at) => at > index && columns[at].numbers > 0);
  if (left === undefined || right === undefined) return null;
  const changes: { row: number; change: number; direction: number }[] = [];
  columns[index].cells.forEach((cell, row) => {
    const [from, to] = [columns[left].cells[row].value, columns[right].cells[row].value];
    if (from === null || to === null) return;
    const direction = up.test(cell.text) ? 1 : down.test(cell.text) ? -1 : 0;
    changes.push({ row, change: Number((to - from).toPrecision(9)), direction });
  });
  const moved = changes.filter(({ direction }) => direction !== 0);
  if (moved.length < 2) return null;
  const thresholds = [...new Set([0, ...changes.map(({ change }) => Math.abs(change))])].sort(
    (a, b) => a - b,
  );
  const fit = (threshold: number) =>
    changes.filter(
      ({ change, direction }) => (change > threshold ? 1 : change < -threshold ? -1 : 0) === direction,
    );
  // An arrow is drawn on purpose; a missing one may be a row that gets none.
  const weight = (threshold: number) =>
    fit(threshold).reduce((sum, { direction }) => sum + (direction === 0 ? 1 : 3), 0);
  const threshold = thresholds.reduce((most, one) => (weight(one) >= weight(most) ? one : most), 0);
  const agrees = fit(threshold).map(({ row }) => row);
  if (agrees.length * 2 <= changes.length) return null;
  return {
    column: index,
    kind: "pil",
    a: right,
    b: left,
    threshold,
    agrees,
    tried: changes.map(({ row }) => row),
    why: why("aritmetik", agrees.length, changes.length),
  };
}
