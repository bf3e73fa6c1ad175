import { findPartSums, findSums, type SumRow } from "./sums";
import type { Enhet, RadTyp, Skal, Summa, TabellCell, TabellRad } from "./table";
import { normalise } from "./time";

export interface RowInput {
  /** Sheet position. */
  row: number;
  label: string;
  /** The first label's indentation on the sheet, in steps. */
  indent: number;
}

export interface ReadRows {
  rows: TabellRad[];
  sums: Summa[];
}

const dashed = /^\s*[-–—•·]\s*\p{L}/u;
const partWord = /^(?:[-•·] ?)*(?:varav|darav|harav|dar av|av vilka|av dessa)\b/;
const partNames = /^[-•·]\s*(?:kvinnor|man|flickor|pojkar|tjejer|killar)\b/;
const sumWord = /^(?:delsumma|summa|summor|s:a|totalsumma|total|totalt|totala|sum|subtotal)\b/;
const resultWord =
  /^(?:-+ )?(?:arets |driftens |summa )?(?:netto\w*|resultat|driftnetto|budgetavvikelse|avvikelse|saldo|overskott\b|underskott\b|balans|verksamhetens (?:nettokostnad\w*|intakter|kostnader|resultat)|ny ram|utgaende)\b/;
const costWord = /kostnad|utgift|\bcost/;
const incomeWord = /intakt|statsbidrag|\bincome|\brevenue/;
const notCounted = /\b(?:ej|inte|exkl|exklusive|utover|utanfor|planera[dt]|avser)\b/;

/** Units a row's own words say: "Sysselsättningsgrad; %", "Antal personer", "HME, indexvärde". */
export function rowUnit(label: string): Enhet | null {
  const plain = normalise(label);
  if (/%|\bprocent(?:uell)?\b|^(?:- )?andel\b/.test(plain)) return "%";
  if (/arsarbetare/.test(plain)) return "årsarbetare";
  if (/\btimmar\b/.test(plain)) return "timmar";
  if (/\bindex/.test(plain)) return "index";
  if (/\bdygn\b/.test(plain)) return "dygn";
  if (/\bdagar\b/.test(plain)) return "dagar";
  return /\bantal\b|\bpersoner\b/.test(plain) ? "antal" : null;
}

/** The code a label begins with: "510 Hemvård" → "510". */
export function labelCode(label: string): string | null {
  return /^(\d[\d.]*)\s+\p{L}/u.exec(label.trim())?.[1] ?? null;
}

/**
 * What each row is. `cells` by row and column; `additive`: columns whose figures can be added; `mixed`: the rows measure
 * different things, so only parts of one row can be sums.
 */
export function readRows(
  input: RowInput[],
  cells: TabellCell[][],
  additive: number[],
  figureColumns: number[],
  mixed: boolean,
): ReadRows {
  const drafts = input.map((row, index) => draft(row, cells[index], figureColumns, mixed));
  markHeadings(drafts, cells, figureColumns);
  markNamedParts(drafts, cells);
  markLoneTitles(drafts, cells, figureColumns);
  const sums = findSums({
    cells: mixed
      ? cells.map((line, index) => (drafts[index].unit === "%" ? line.map(blankValue) : line))
      : cells,
    columns: additive,
    rows: drafts,
  }).filter((summa) => !mixed || drafts[summa.row].sumWord || drafts[summa.row].unnamed);
  settleDashes(drafts, sums);
  const groupSums = sumsOfGroups(drafts, cells, figureColumns);
  const wholes = partSums(drafts, cells, additive);
  setKinds(drafts, sums, groupSums);
  setLevels(drafts);
  return {
    rows: drafts.map(finish),
    sums: [...sums, ...wholes].sort((a, b) => a.row - b.row),
  };
}

const blankValue = (cell: TabellCell): TabellCell =>
  cell.kind === "number" ? { ...cell, value: null } : cell;

interface RowDraft extends SumRow {
  row: number;
  label: string;
  plain: string;
  indent: number;
  kind: RadTyp;
  group: number | null;
  ownUnit: Enhet | null;
  why: Skal[];
}

function draft(
  { row, label, indent }: RowInput,
  cells: TabellCell[],
  figureColumns: number[],
  mixed: boolean,
): RowDraft {
  const plain = normalise(label);
  const bare = plain.replace(/[:.]+$/, "");
  const part = partWord.test(plain) || partNames.test(plain);
  const figures = figureColumns.filter(
    (column) => cells[column].kind === "number" || cells[column].kind === "error",
  );
  const printed = cells.find(({ kind, unit }) => kind === "number" && unit !== null)?.unit ?? null;
  const ownUnit = printed ?? (mixed ? rowUnit(label) : null);
  return {
    row,
    label,
    plain,
    indent,
    silent: figures.length === 0,
    heading: false,
    part,
    dashed: dashed.test(label),
    sumWord: sumWord.test(bare) && !/^total\w* antal\b/.test(bare),
    resultWord: resultWord.test(bare),
    without: /\b(?:exkl|exklusive|efter avdrag|utan)\b/.test(plain)
      ? "exkl"
      : /\b(?:inkl|inklusive)\b/.test(plain)
        ? "inkl"
        : null,
    unnamed: bare === "",
    cost: costWord.test(plain),
    income: incomeWord.test(plain),
    unit: mixed ? ownUnit : null,
    ownUnit,
    level: indent,
    kind: "post",
    group: null,
    why: [],
  };
}

/** Rows without figures: headings over rows that have some; not where nothing has, nor where words stand for figures. */
function markHeadings(drafts: RowDraft[], cells: TabellCell[][], figureColumns: number[]): void {
  const anyFigures = drafts.some(({ silent }) => !silent);
  const speaks = (index: number) => figureColumns.some((column) => cells[index][column].text.trim() !== "");
  const anyWords = drafts.some((_, index) => speaks(index));
  drafts.forEach((row, index) => {
    if (!row.silent) return;
    const texts = figureColumns
      .map((column) => cells[index][column].text.trim())
      .filter((text) => text !== "");
    const pointsDown = texts.some((text) => /\b(?:nedan|below)\b/i.test(text));
    const followed = index < drafts.length - 1;
    const heading =
      pointsDown || (texts.length === 0 && followed && (anyFigures || anyWords) && row.label !== "");
    if (heading) {
      row.heading = true;
      row.kind = "rubrik";
      row.why.push({ code: "utanVarden" });
    }
  });
}

/** Rows named in a cell of the row above: "Kortis: 77 % Fritids: 83 %" over "Kortis" and "Fritids". */
function markNamedParts(drafts: RowDraft[], cells: TabellCell[][]): void {
  let holder: { index: number; words: string } | null = null;
  drafts.forEach((row, index) => {
    if (holder && row.plain !== "" && holder.words.includes(`${row.plain}:`)) {
      row.part = true;
      row.sumWord = false;
      row.why.push({ code: "varavord", values: { rad: drafts[holder.index].label } });
      return;
    }
    const words = cells[index]
      .map(({ text }) => normalise(text))
      .filter((text) => /\p{L}+: /u.test(text))
      .join(" ");
    holder = words === "" ? null : { index, words };
  });
}

/**
 * A row with figures only where the rows under it have none carries what they share: it is a heading (a percentage for
 * the whole group, or a lone zero).
 */
function markLoneTitles(drafts: RowDraft[], cells: TabellCell[][], figureColumns: number[]): void {
  const filled = (index: number) => figureColumns.filter((column) => cells[index][column].kind === "number");
  const usual = Math.max(0, ...drafts.map((_, index) => filled(index).length));
  drafts.forEach((row, index) => {
    if (row.silent || row.part || row.sumWord || row.unnamed || index === drafts.length - 1) return;
    const own = filled(index);
    if (own.length >= usual) return;
    const zeros = own.every((column) => cells[index][column].value === 0);
    const children = followers(drafts, index, (child) => {
      const theirs = filled(child);
      return theirs.length > 0 && theirs.every((column) => !own.includes(column));
    });
    if (children.length >= 2 || (zeros && usual > 1 && filled(index + 1).length > own.length)) {
      row.kind = "rubrik";
      row.heading = row.silent = true;
      row.why.push({ code: "utanVarden" });
    }
  });
}

function followers(drafts: RowDraft[], index: number, holds: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let at = index + 1; at < drafts.length && holds(at); at++) rows.push(at);
  return rows;
}

/** A dashed row that no sum counts in is part of the row above. */
function settleDashes(drafts: RowDraft[], sums: Summa[]): void {
  const counted = new Set(
    sums.flatMap(({ parts, factors }) => parts.filter((_, index) => factors[index] > 0)),
  );
  drafts.forEach((row, index) => {
    if (!row.dashed || row.part || row.heading) return;
    row.why.push({ code: "streck" });
    if (!counted.has(index)) row.part = true;
  });
}

/**
 * Headings whose lone figure is made of the rows under them ("Nettoavvikelse" beside Intäkt and Kostnad: Σ one column −
 * Σ another) are subtotals.
 */
function sumsOfGroups(drafts: RowDraft[], cells: TabellCell[][], figureColumns: number[]): Set<number> {
  const groups = drafts.flatMap((row, index) => {
    if (row.kind !== "rubrik") return [];
    const own = figureColumns.filter((column) => cells[index][column].kind === "number");
    const children = followers(
      drafts,
      index,
      (child) => drafts[child].kind !== "rubrik" && !drafts[child].sumWord,
    );
    return own.length > 0 && children.length > 0 ? [{ index, own, children }] : [];
  });
  const total = (rows: number[], column: number) =>
    rows.reduce((sum, row) => sum + (cells[row][column].value ?? 0), 0);
  const subtotals = new Set<number>();
  if (groups.length === 0) return subtotals;
  for (const a of figureColumns) {
    for (const b of figureColumns) {
      if (a === b) continue;
      const holding = groups.filter(({ index, own, children }) =>
        own.every((column) => {
          const { value, decimals } = cells[index][column];
          const slack = (children.length + 1) * 10 ** -(decimals ?? 0);
          return (
            column !== a &&
            column !== b &&
            Math.abs((value ?? 0) - (total(children, a) - total(children, b))) <= slack
          );
        }),
      );
      if (holding.length >= 1 && holding.length * 2 > groups.length)
        groups.forEach(({ index }) => subtotals.add(index));
    }
  }
  return subtotals;
}

function partSums(drafts: RowDraft[], cells: TabellCell[][], additive: number[]): Summa[] {
  const found: Summa[] = [];
  drafts.forEach((row, index) => {
    if (row.silent || row.part || row.unit === "%") return;
    const parts = followers(drafts, index, (child) => drafts[child].part);
    const alike = parts.filter((part) => drafts[part].unit !== "%" && !/%/.test(drafts[part].label));
    if (alike.length < 2) return;
    const counts = row.unit === "antal" || /\b(?:antal|invanare|personer)\b/.test(row.plain);
    const whole = findPartSums(cells, additive, index, alike, counts && !/arsarbetare/.test(row.plain));
    if (whole) found.push(whole);
  });
  return found;
}

function setKinds(drafts: RowDraft[], sums: Summa[], subtotals: Set<number>): void {
  const sumOf = new Map(sums.map((summa) => [summa.row, summa]));
  drafts.forEach((row, index) => {
    if (subtotals.has(index)) row.kind = "delsumma";
    else if (row.part) {
      row.kind = "varav";
      if (partWord.test(row.plain)) row.why.push({ code: "varavord" });
    } else if (sumOf.has(index)) {
      row.kind = isSubtotal(sumOf.get(index)!, sums) ? "delsumma" : "summa";
      row.why.push(...sumOf.get(index)!.why);
    }
  });
  markAdjustments(drafts, sums);
  for (const row of drafts) if (row.why.length === 0) row.why.push({ code: "vanligRad" });
}

/** A sum that a later sum counts in, itself or all its parts. */
function isSubtotal(summa: Summa, sums: Summa[]): boolean {
  return sums.some((later) => {
    if (later.row <= summa.row || later.factors.some((factor) => factor < 0)) return false;
    return (
      later.parts.includes(summa.row) ||
      (later.parts.length > summa.parts.length && summa.parts.every((part) => later.parts.includes(part)))
    );
  });
}

/** A few rows after the last total that no sum holds: stated beside it, not in it. */
function markAdjustments(drafts: RowDraft[], sums: Summa[]): void {
  const last = sums[sums.length - 1];
  if (!last || last.parts.length < 2 || drafts[last.row].kind !== "summa") return;
  const after = drafts.slice(last.row + 1).filter(({ kind }) => kind === "post");
  const few = after.length <= 2 || after.every(({ plain }) => notCounted.test(plain));
  if (
    after.length === 0 ||
    after.length > 3 ||
    !few ||
    drafts.slice(last.row + 1).some(({ kind }) => kind === "rubrik")
  )
    return;
  for (const row of after) {
    row.kind = "justering";
    row.why.push({ code: "efterSumma" });
  }
}

/** Levels by indentation where the sheet has it; else by headings, dashes and names that go on from the row above. */
function setLevels(drafts: RowDraft[]): void {
  const indented = drafts.some(({ indent }) => indent > 0);
  let heading: number | null = null;
  let whole: number | null = null;
  drafts.forEach((row, index) => {
    if (row.kind === "rubrik") heading = index;
    else if (row.kind === "summa") heading = null;
    if (row.kind === "varav") row.group = whole;
    else if (row.kind === "delsumma" && subtotalOver(drafts, index)) heading = index;
    else if (row.kind !== "rubrik") {
      row.group = row.kind === "post" ? heading : null;
      whole = index;
    }
    if (indented) return;
    const above: RowDraft | null =
      whole === null || whole === index ? (drafts[index - 1] ?? null) : drafts[whole];
    if (row.kind === "varav") row.level = (above?.level ?? 0) + 1;
    else if (row.dashed) row.level = 1;
    else if (row.kind === "post" && heading !== null) row.level = drafts[heading].level + 1;
    const parent = drafts
      .slice(0, index)
      .reverse()
      .find((one) => one.level === 0 && one.plain !== "" && row.plain.startsWith(`${one.plain} - `));
    if (parent && row.kind === "post") row.level = parent.level + 1;
  });
}

/** A subtotal that stands above its parts. */
const subtotalOver = (drafts: RowDraft[], index: number) => drafts[index].silent;

function finish({ row, label, kind, level, group, ownUnit, why }: RowDraft): TabellRad {
  return { row, label: label.trim(), code: labelCode(label), kind, level, group, unit: ownUnit, why };
}
