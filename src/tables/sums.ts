import type { Skal, Summa, TabellCell } from "./table";

/** What sums are looked for in: figures by row and column, and what each row is so far. */
export interface SumInput {
  cells: TabellCell[][];
  /** Columns whose figures can be added. */
  columns: number[];
  rows: SumRow[];
}

export interface SumRow {
  /** Without figures. */
  silent: boolean;
  /** Over other rows, not beside them. */
  heading: boolean;
  /** Part of another row by its words. */
  part: boolean;
  /** Written with a dash: counted in, or part of the row above; the figures tell. */
  dashed: boolean;
  /** "Summa", "Totalt", "Delsumma": a sum by its words. */
  sumWord: boolean;
  /** "Resultat", "Netto…", "Budgetavvikelse": a sum if its figures say so. */
  resultWord: boolean;
  /** "exkl.", "inkl.": another sum less, or with, its parts. */
  without: "exkl" | "inkl" | null;
  unnamed: boolean;
  /** Costs by its words: subtracted where costs are written without minus. */
  cost: boolean;
  /** Income by its words. */
  income: boolean;
  /** Its own unit, where rows have units of their own. */
  unit: string | null;
  level: number;
}

interface Reading {
  parts: number[];
  factors: number[];
  /** Readings that explain as many columns: the lower comes first. */
  rank: number;
}

interface Judged extends Reading {
  agrees: number[];
  tried: number[];
}

const unitOf = (decimals: number | null) => 10 ** -(decimals ?? 0);

/** Whether row = Σ factor × part in a column: n rounded parts may miss by half a unit each, the sum by half of its own. */
export function sumHolds(
  cells: TabellCell[][],
  row: number,
  parts: number[],
  factors: number[],
  column: number,
  exact = false,
): boolean | null {
  const cell = cells[row][column];
  if (cell.value === null) return null;
  let sum = 0;
  let slack = unitOf(cell.decimals) / 2;
  let figures = 0;
  for (let index = 0; index < parts.length; index++) {
    const part = cells[parts[index]][column];
    if (part.value === null) continue;
    sum += factors[index] * part.value;
    slack += unitOf(part.decimals) / 2;
    figures++;
  }
  if (figures === 0) return null;
  return (
    Math.abs(cell.value - sum) <=
    (exact ? 0 : slack * 1.0000001) + 1e-6 * unitOf(cell.decimals) + Math.abs(sum) * 1e-12
  );
}

/** All sums of a table, top to bottom. */
export function findSums(input: SumInput): Summa[] {
  const sums: Summa[] = [];
  const running = new Running(input);
  input.rows.forEach((row, index) => {
    if (row.heading) return;
    const summa =
      row.part || row.silent ? null : sumAt(input, index, sums, running, isLastMain(input.rows, index));
    if (summa) sums.push(summa);
    running.add(index, summa !== null);
  });
  return sums;
}

/** Whether only parts and "exkl." follow: where a result stands. */
const isLastMain = (rows: SumRow[], index: number) =>
  rows
    .slice(index + 1)
    .every(({ part, dashed, without, silent }) => part || dashed || without !== null || silent);

/** Σ of the rows so far, so that a row without a sum's words costs one comparison a column. */
class Running {
  posts: number[] = [];
  since: number[] = [];
  private readonly totals: { all: number[]; since: number[] };

  constructor(private readonly input: SumInput) {
    const zeros = () => input.columns.map(() => 0);
    this.totals = { all: zeros(), since: zeros() };
  }

  add(row: number, isSum: boolean): void {
    if (isSum) {
      this.since = [];
      this.totals.since.fill(0);
      return;
    }
    if (this.input.rows[row].part) return;
    this.posts.push(row);
    this.since.push(row);
    this.input.columns.forEach((column, index) => {
      const value = this.input.cells[row][column].value ?? 0;
      this.totals.all[index] += value;
      this.totals.since[index] += value;
    });
  }

  /** Whether a row's figures are near one of the totals in most columns: worth a closer look. */
  near(row: number): boolean {
    return (["all", "since"] as const).some((which) => {
      let [figures, close] = [0, 0];
      this.input.columns.forEach((column, index) => {
        const cell = this.input.cells[row][column];
        if (cell.value === null || cell.value === 0) return;
        figures++;
        const slack = (this.posts.length + 2) * unitOf(cell.decimals);
        if (Math.abs(cell.value - this.totals[which][index]) <= slack) close++;
      });
      return figures > 0 && close * 2 > figures;
    });
  }
}

function sumAt(input: SumInput, index: number, sums: Summa[], running: Running, last: boolean): Summa | null {
  const row = input.rows[index];
  const worded = row.sumWord || row.resultWord || row.unnamed || row.without !== null;
  if (running.posts.length === 0 || (!worded && !running.near(index))) return null;
  const judged = readings(input, index, sums, running, last).map((reading) => judge(input, index, reading));
  const winner = judged.reduce<Judged | null>((best, one) => (better(one, best) ? one : best), null);
  if (!winner || winner.tried.length === 0)
    return row.sumWord && judged[0] ? summa(input, index, judged[0], "summaord") : null;
  const most = winner.agrees.length * 2 > winner.tried.length;
  const half = winner.agrees.length * 2 >= winner.tried.length;
  if (row.sumWord || row.without !== null)
    return summa(input, index, winner, winner.agrees.length > 0 ? "summaAritmetik" : "summaord");
  // A result at the end is a sum by its place and its words, whatever its figures; they are what the audit is for.
  if (row.resultWord && last && winner.parts.length >= 2)
    return summa(input, index, winner, half ? "summaAritmetik" : "summaord");
  if (row.resultWord || row.unnamed)
    return (sums.length > 0 ? half : most) ? summa(input, index, winner, "summaAritmetik") : null;
  return most && winner.parts.length >= 2 && convincing(input, index, winner)
    ? summa(input, index, winner, "summaAritmetik")
    : null;
}

/** Without words, figures must speak for themselves: all columns, and too many digits to be chance. */
function convincing({ cells }: SumInput, row: number, { agrees, tried, parts }: Judged): boolean {
  if (agrees.length < tried.length) return false;
  const digits = agrees.reduce((sum, column) => {
    const { value, decimals } = cells[row][column];
    const size = Math.abs(value ?? 0) * 10 ** (decimals ?? 0);
    return sum + (size >= 1 ? Math.log10(size / ((parts.length + 1) / 2)) : 0);
  }, 0);
  return (
    digits >= 4 &&
    agrees.filter((column) => cells[row][column].value !== 0).length >= Math.min(2, tried.length)
  );
}

const better = (one: Judged, best: Judged | null) =>
  best === null ||
  one.agrees.length > best.agrees.length ||
  (one.agrees.length === best.agrees.length && one.tried.length >= best.tried.length && one.rank < best.rank);

function judge({ cells, columns }: SumInput, row: number, reading: Reading): Judged {
  const agrees: number[] = [];
  const tried: number[] = [];
  for (const column of columns) {
    const holds = sumHolds(cells, row, reading.parts, reading.factors, column);
    if (holds === null) continue;
    tried.push(column);
    if (holds) agrees.push(column);
  }
  return { ...reading, agrees, tried };
}

/** The ways a row can be read as a sum of rows above it, the likeliest first. */
function readings(
  input: SumInput,
  index: number,
  sums: Summa[],
  running: Running,
  lastMain: boolean,
): Reading[] {
  const { rows, cells } = input;
  const sameUnit = (part: number) => rows[part].unit === rows[index].unit;
  const list: Reading[] = [];
  const add = (parts: number[], rank: number, factors = parts.map(() => 1)) => {
    if (parts.length > 0) list.push({ parts, factors, rank });
  };
  const last = sums[sums.length - 1];
  const { without } = rows[index];
  if (last && without !== null) {
    // "Nettokostnad exkl. intraprenad": the sum above and the parts written under it.
    const between = range(last.row + 1, index).filter((row) => !rows[row].heading);
    const parts = between.filter((row) => rows[row].part || rows[row].dashed);
    const factor = without === "exkl" ? -1 : 1;
    for (const chosen of [parts, ...parts.map((part) => [part])]) {
      add([last.row, ...chosen], 0, [1, ...chosen.map(() => factor)]);
    }
    if (between.length > 0 && parts.length === 0)
      add([last.row, ...between], 1, [1, ...between.map(() => factor)]);
  }
  const covered = new Set(sums.flatMap(({ parts }) => parts));
  const openSums = sums.map(({ row }) => row).filter((row) => !covered.has(row));
  // A subtotal that is blank where this row has a figure can't be what was added there: its parts are.
  const speaks = (row: number) =>
    input.columns.every((column) => cells[index][column].value === null || cells[row][column].value !== null);
  const silentSums = openSums.filter((row) => !speaks(row));
  const freed = new Set(sums.filter(({ row }) => silentSums.includes(row)).flatMap(({ parts }) => parts));
  const open = [
    ...openSums.filter(speaks),
    ...running.posts.filter((post) => !covered.has(post) || freed.has(post)),
  ]
    .sort((a, b) => a - b)
    .filter(sameUnit);
  const since = running.since.filter(sameUnit);
  const posts = running.posts.filter(sameUnit);
  const group = lastGroup(rows, since);
  const { sumWord } = rows[index];
  const hierarchical = openSums.length > 0 && openSums.some((row) => sameUnit(row));
  const own = since.length > 0;
  // Right after another sum there is nothing of one's own to add up.
  add(since, own && sumWord ? 2 : 3);
  add(open, (hierarchical && !own) || (lastMain && sums.length > 0) ? 1 : 4);
  add(posts, 5);
  if (group.length < since.length) add(group, 6);
  add(openSums.filter(sameUnit), own ? 7 : 2);
  for (const [set, rank] of [
    [since, 8],
    [open, 9],
    [posts, 10],
  ] as const) {
    const whole = set.filter((row) => !rows[row].dashed);
    if (whole.length < set.length) add(whole, rank);
    if (set.some((row) => rows[row].cost) && set.some((row) => !rows[row].cost)) {
      add(
        [...set],
        rank + 3,
        set.map((row) => (rows[row].cost ? -1 : 1)),
      );
    }
  }
  // "Summa kostnader" under income and costs: the rows of its own kind.
  const self = rows[index];
  if (sumWord && self.cost !== self.income) {
    const kind = since.filter((row) => rows[row].income === self.income);
    if (kind.length < since.length) add(kind, 0);
  }
  const lastTwo = open.slice(-2);
  if (lastTwo.length === 2 && open.length > 2) add(lastTwo, 14);
  return list;
}

/** The rows under the nearest heading. */
function lastGroup(rows: SumRow[], since: number[]): number[] {
  const end = since[since.length - 1];
  let heading = end;
  while (heading !== undefined && heading >= 0 && !rows[heading].heading) heading--;
  return since.filter((row) => row > (heading ?? -1));
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

function summa(input: SumInput, row: number, reading: Judged, code: Skal["code"]): Summa {
  const { cells, columns } = input;
  return {
    row,
    parts: reading.parts,
    factors: reading.factors,
    columns: columns.filter((column) => cells[row][column].value !== null),
    agrees: reading.agrees,
    exact: false,
    doubtful: reading.agrees.length < reading.tried.length ? doubtfulParts(input, row, reading) : [],
    why: [
      {
        code,
        values: { delar: reading.parts.length, stammer: reading.agrees.length, av: reading.tried.length },
      },
    ],
  };
}

/** Parts that, left out, make more columns agree: probably forgotten when the sum was made. */
function doubtfulParts(input: SumInput, row: number, { parts, factors, agrees }: Judged): number[] {
  if (parts.length < 2) return [];
  let [most, doubtful] = [agrees.length, [] as number[]];
  parts.forEach((part, index) => {
    const rest = parts.filter((_, at) => at !== index);
    const judged = judge(input, row, {
      parts: rest,
      factors: factors.filter((_, at) => at !== index),
      rank: 0,
    });
    if (judged.agrees.length > most) [most, doubtful] = [judged.agrees.length, [part]];
    else if (judged.agrees.length === most && most > agrees.length) doubtful.push(part);
  });
  return doubtful;
}

/**
 * Parts written under a whole ("- kvinnor", "- män"): the run of parts, two or more, whose figures make the whole in most
 * columns.
 */
export function findPartSums(
  cells: TabellCell[][],
  columns: number[],
  whole: number,
  parts: number[],
  isCount: boolean,
): Summa | null {
  let best: { parts: number[]; agrees: number[]; tried: number[] } | null = null;
  for (let from = 0; from < parts.length - 1; from++) {
    for (let to = from + 2; to <= parts.length; to++) {
      const chosen = parts.slice(from, to);
      const figures = (column: number) => chosen.every((part) => cells[part][column].value !== null);
      const tried = columns.filter((column) => cells[whole][column].value !== null && figures(column));
      const agrees = tried.filter((column) =>
        sumHolds(
          cells,
          whole,
          chosen,
          chosen.map(() => 1),
          column,
        ),
      );
      if (agrees.length * 2 > tried.length && (!best || agrees.length > best.agrees.length))
        best = { parts: chosen, agrees, tried };
    }
  }
  if (!best) return null;
  const exact =
    isCount &&
    best.agrees.every((column) =>
      sumHolds(
        cells,
        whole,
        best.parts,
        best.parts.map(() => 1),
        column,
        true,
      ),
    );
  return {
    row: whole,
    parts: best.parts,
    factors: best.parts.map(() => 1),
    columns: best.tried,
    agrees: best.agrees,
    exact,
    doubtful: [],
    why: [
      {
        code: "summaAritmetik",
        values: { delar: best.parts.length, stammer: best.agrees.length, av: best.tried.length },
      },
    ],
  };
}
