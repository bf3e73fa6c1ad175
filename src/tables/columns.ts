import { type ReadHeader, readHeader } from "./header";
import type { Enhet, KolumnRoll, Skal, TabellCell, TabellKolumn } from "./table";

/** A column while its role is being settled. */
export interface ColumnDraft {
  /** Sheet position. */
  column: number;
  header: string;
  read: ReadHeader;
  cells: TabellCell[];
  /** What stands in the column. */
  numbers: number;
  texts: number;
  arrows: number;
  crosses: number;
  percent: boolean;
  role: KolumnRoll;
  why: Skal[];
}

const arrow = /^[\s\u2190-\u21ff\u2b00-\u2bff\u25b2-\u25bd\u27a1\u2794-\u27be\u{1f800}-\u{1f8ff}]+$/u;
const cross = /^\s*[xX×✓✔✗☒☑■●]\s*$/u;
const wordsForText =
  /motivering|kommentar|beskriv|orsak|forklaring|ansvarig|datum|diarie|dnr|grund|analys|anmarkning|notering|vad ska|metod|ovrigt\b|beslut\b|atgard(?:er)?$|\bindikator|verksamhet$|benamning/;

/** A month on each row, as a ledger has it. */
const periodHeader =
  /^(?:period|manad|month|redovisningsperiod|bokforingsdatum|datum|date|ar ?[/-]? ?manad)$/;

export function draftColumn(column: number, header: string, cells: TabellCell[]): ColumnDraft {
  const read = readHeader(header);
  const count = (test: (cell: TabellCell) => boolean) =>
    cells.reduce((n, cell) => n + (test(cell) ? 1 : 0), 0);
  const numbers = count(({ kind }) => kind === "number");
  const percentCells = count(({ kind, unit }) => kind === "number" && unit === "%");
  const draft: ColumnDraft = {
    column,
    header,
    read,
    cells,
    numbers,
    texts: count(({ kind, text }) => kind === "text" && !arrow.test(text) && !cross.test(text)),
    arrows: count(({ kind, text }) => kind === "text" && arrow.test(text)),
    crosses: count(({ kind, text }) => kind === "text" && cross.test(text)),
    percent: numbers > 0 ? percentCells * 2 > numbers || (percentCells === 0 && read.percent) : read.percent,
    role: "text",
    why: [],
  };
  draft.role = ownRole(draft);
  return draft;
}

/** The role by the column's own words and contents. */
function ownRole(draft: ColumnDraft): KolumnRoll {
  const { read, numbers, texts, arrows, crosses } = draft;
  const because = (code: Skal["code"], role: KolumnRoll) => {
    draft.why.push({ code, values: { rubrik: draft.header } });
    return role;
  };
  if (arrows > 0 && numbers === 0) return because("innehall", "pil");
  if (periodHeader.test(read.text)) return because("rubrikord", "period");
  if (crosses > 0 && numbers === 0 && texts === 0) return because("innehall", "status");
  if (read.measure === "status" && numbers === 0) return because("rubrikord", "status");
  if (read.measure === "malvarde" && (read.ar !== null || /varde|niva|target/.test(read.text) || numbers > 0))
    return because("rubrikord", "malvarde");
  if (numbers === 0 && (texts > 0 || wordsForText.test(read.rest)) && !isMeasured(draft))
    return because("innehall", "text");
  if (numbers === 0 && texts === 0 && wordsForText.test(read.text)) return because("rubrikord", "text");
  const named = roleOfMeasure(draft);
  if (named !== null) return because("rubrikord", named);
  if (
    read.measure === null &&
    (read.ar !== null || read.omfattning !== null || read.till !== null) &&
    read.rest.replace(/\bper\b|\bda\b/g, "").trim() === ""
  ) {
    return because("rubrikTid", "utfall");
  }
  if (numbers === 0) return because("innehall", "text");
  if (draft.percent) return because("innehall", "procent");
  if (isMoney(read.unit) || draft.cells.some(({ unit }) => isMoney(unit)))
    return because("enhetRubrik", "belopp");
  return because("innehall", draft.cells.every(({ decimals }) => !decimals) ? "antal" : "belopp");
}

export const isMoney = (unit: Enhet | null) => unit === "kr" || unit === "tkr" || unit === "mnkr";

/** Words instead of figures are still of a measure when its name says so: "Resultat saknas" under "Utfall 2024". */
const isMeasured = ({ read, texts, cells }: ColumnDraft) =>
  (read.measure === "utfall" ||
    read.measure === "effekt" ||
    read.measure === "effekt_helar" ||
    read.measure === "effekt_uppnadd" ||
    read.measure === "prognos" ||
    read.measure === null) &&
  (read.ar !== null || read.till !== null || read.omfattning !== null) &&
  (read.measure !== null || read.rest === "") &&
  texts <= cells.length;

function roleOfMeasure({ read, percent }: ColumnDraft): KolumnRoll | null {
  switch (read.measure) {
    case "avvikelse":
      return percent && !read.mentions.has("forbrukning") ? "avvikelse_procent" : "avvikelse";
    case "forandring":
      return percent ? "forandring_procent" : "forandring";
    case "status":
      return "status";
    case "malvarde":
      return "malvarde";
    default:
      return read.measure;
  }
}

export interface RoleContext {
  /** The table's title and unit lines together. */
  caption: string;
}

/**
 * Settles roles by neighbours: years (the earlier of two is föregående; three or more are a series), forecasts by when
 * they were made, a year's budget beside a period's. What arithmetic can tell is settled in rules.ts.
 */
export function settleRoles(columns: ColumnDraft[], { caption }: RoleContext): void {
  const of = (role: KolumnRoll) => columns.filter((column) => column.role === role);
  const reference = Math.max(
    ...columns.map(({ read }) => (read.foregaende || read.measure === "malvarde" ? 0 : (read.ar ?? 0))),
  );
  const earlierYear = ({ read }: ColumnDraft) => read.foregaende || (read.ar !== null && read.ar < reference);

  const outcomes = of("utfall");
  if (new Set(outcomes.map(({ read }) => read.ar)).size < 3) {
    for (const column of outcomes)
      if (earlierYear(column) && outcomes.length > 0) become(column, "utfall_foregaende");
    if (
      of("utfall").length === 0 &&
      of("utfall_foregaende").length === 1 &&
      !of("utfall_foregaende")[0].read.foregaende
    )
      become(of("utfall_foregaende")[0], "utfall");
  }
  for (const column of of("budget")) {
    if (earlierYear(column)) become(column, "budget_foregaende");
    else if (column.read.omfattning === "helar") become(column, "helarsbudget");
  }
  const budgets = of("budget");
  const periodic = budgets.filter(({ read }) => read.omfattning === "period" || read.ack);
  if (periodic.length > 0)
    for (const column of budgets) if (!periodic.includes(column)) become(column, "helarsbudget");
  for (const column of of("forbrukning")) if (earlierYear(column)) become(column, "forbrukning_foregaende");
  for (const column of of("forbrukning")) {
    if (/prognos|progn|helar/.test(column.read.text) && of("forbrukning").length > 0)
      become(column, "forbrukning_helar");
  }
  settleForecasts(of("prognos"));
  settleEffects(of("effekt"));
  for (const column of of("avvikelse")) if (column.read.foregaende) become(column, "avvikelse_foregaende");
  forecastsOfVariance(columns, caption);
}

function settleForecasts(forecasts: ColumnDraft[]): void {
  if (forecasts.length < 2) return;
  const rank = ({ read }: ColumnDraft) => (read.foregaende ? -1 : (read.ar ?? 0) * 12 + (read.till ?? 0));
  const last = Math.max(...forecasts.map(rank));
  const latest = forecasts.filter((column) => rank(column) === last);
  // Told apart by nothing: they stand in the order they were made.
  const current = latest[latest.length - 1];
  for (const column of forecasts) if (column !== current) become(column, "prognos_foregaende");
}

function settleEffects(effects: ColumnDraft[]): void {
  const years = effects.flatMap(({ read }) => (read.ar === null ? [] : [read.ar]));
  if (years.length < 2) return;
  const first = Math.min(...years);
  for (const column of effects)
    if (column.read.ar !== null && column.read.ar > first) become(column, "effekt_nasta_ar");
}

/**
 * A table of variances ("avvikelse mot helårsbudget") names its earlier column by the forecast it came from; without any
 * budget to compare with, that column holds variances too.
 */
function forecastsOfVariance(columns: ColumnDraft[], caption: string): void {
  const variances = columns.filter(({ role }) => role === "avvikelse");
  const forecasts = columns.filter(({ role }) => role === "prognos" || role === "prognos_foregaende");
  const plain = readHeader(caption).text;
  if (variances.length === 0 && !/avvik/.test(plain)) return;
  if (columns.some(({ role }) => role.startsWith("budget") || role === "helarsbudget" || role === "utfall"))
    return;
  if (
    forecasts.length === 0 ||
    !/avvik|prognosjamforelse|jamforelse/.test(`${plain} ${forecasts.map(({ read }) => read.text).join(" ")}`)
  )
    return;
  if (variances.length === 0) become(forecasts.pop()!, "avvikelse");
  for (const column of forecasts) become(column, "avvikelse_foregaende");
}

export function become(column: ColumnDraft, role: KolumnRoll, code: Skal["code"] = "granne"): void {
  column.role = role;
  column.why.push({ code, values: { roll: role } });
}

export function finishColumn(
  { column, header, read, role, cells, percent, why }: ColumnDraft,
  tableUnit: Enhet | null,
): TabellKolumn {
  const unit: Enhet | null = percent ? "%" : (majorityUnit(cells) ?? (isMoney(read.unit) ? read.unit : null));
  return {
    column,
    header,
    role,
    time: { ar: read.ar, fran: read.fran, till: read.till, omfattning: read.omfattning },
    unit: unit === tableUnit ? null : unit,
    statedUnit: read.unit,
    decimals: mode(cells.flatMap(({ decimals }) => (decimals === null ? [] : [decimals]))),
    why,
  };
}

/** The unit printed with most of a column's figures. */
export function majorityUnit(cells: TabellCell[]): Enhet | null {
  const figures = cells.filter(({ kind }) => kind === "number");
  const unit = mode(figures.map((cell) => cell.unit));
  return unit !== null && figures.filter((cell) => cell.unit === unit).length * 2 > figures.length
    ? unit
    : null;
}

export function mode<T>(values: T[]): T | null {
  const counts = new Map<T, number>();
  let best: T | null = null;
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (best === null || count > counts.get(best)!) best = value;
  }
  return best;
}
