import {
  arNekad,
  type Fraga,
  helarsprognos,
  type Helarsprognos,
  type Intervall,
  iOmgangar,
  type Metod,
  metoder,
  type Nekad,
  type Omgangsval,
  type Orsak,
  type Valbar,
} from "../domain/prognos";
import { applyChanges } from "../excel/applyChanges";
import { readSurroundings } from "../excel/reportSheet";
import type { SessionOptions } from "../excel/session";
import { faktor } from "../reports/belopp";
import { avvikelseAv, budgetkolumner, type EgenKolumn, egenKolumn, totalAv } from "../reports/egenPrognos";
import { prognosrapporter } from "../reports/prognosrapporter";
import { manadsserier, type Delserie } from "../reports/manadsserier";
import { utseende } from "../reports/profil";
import { type Enhet, manadAv, periodText, type Tecken } from "../reports/underlag";
import type { Language } from "../texts/language";
import { cellAddress } from "../workbook/address";
import { type CellValue, isCellError } from "../workbook/cell";
import type { CellContent, Change } from "../workbook/change";
import { type ExistingReport, findCell } from "../workbook/placement";
import { isExpression, type PlanRow } from "../workbook/plan";
import type { StoredReport } from "../workbook/stored";
import { UserError } from "../workbook/userError";
import { planReports, profileOf } from "./planReports";
import { act } from "./session";

/** A report's rows to be forecast, and where the chief's own number goes. */
export interface ForecastSheet {
  report: string;
  titel: Record<Language, string>;
  /** The sheet it stands on; null before the report is made, or while it is made for a whole year. */
  sheet: string | null;
  /** Reports that stand in the workbook with a column for own forecasts. */
  choices: { id: string; titel: Record<Language, string> }[];
  /** The last booked month, "2023-08", and how many of the year's months are booked. */
  period: string;
  booked: number;
  enhet: Enhet;
  decimaler: number;
  tecken: Tecken;
  /** Where the chief's own number stands: the year's total, or its deviation from budget. */
  ownColumn: EgenKolumn;
  /** Whether the sheet has a column for comments. */
  hasComment: boolean;
  rows: ForecastRow[];
}

export interface ForecastRow {
  key: string;
  label: string;
  /** The heading it stands under; "" without. */
  heading: string;
  outcome: number | null;
  budget: number | null;
  /** The report's own proposal. */
  proposal: number | null;
  /** What stands in the sheet's columns for own forecast and comment; null where the row is not on the sheet. */
  own: CellContent | null;
  comment: CellContent | null;
  /** Null where the source has no months. */
  parts: Delserie[] | null;
}

/** The kind of report that is shown when none has been made. */
const standard = "resultat-verksamhet";

export interface ForecastChoices {
  report?: string;
  period?: string;
  sprak?: Language;
}

/** Reads a report's rows with their months, without changing anything. */
export async function readForecastSheet(
  { report, period, sprak }: ForecastChoices = {},
  options?: SessionOptions,
): Promise<ForecastSheet> {
  const made = await act(async (context) => {
    const { stored, reports } = await readSurroundings(
      context,
      prognosrapporter.map(({ id }) => id),
    );
    return prognosrapporter.flatMap(({ id, titel }) =>
      reports.has(id) && hasOwn(stored.reports[id]) ? [{ id, titel, stored: stored.reports[id] }] : [],
    );
  }, options);
  const chosen = made.find(({ id }) => id === report) ?? made[0];
  const id = chosen?.id ?? report ?? standard;
  const rapport = prognosrapporter.find((known) => known.id === id)!;
  const prepared = await planReports(
    [rapport],
    {
      profil: chosen && profileOf(chosen.stored),
      period: period ?? chosen?.stored.period,
      sprak,
    },
    options,
  );
  const { plan, existing } = prepared.placements.find(({ plan: candidate }) => candidate.report === id)!;
  const ekonomi = prepared.underlag.get("ekonomi")!;
  const look = utseende(prepared.profil, id, rapport.tecken);
  const series = manadsserier(plan, ekonomi, faktor(ekonomi, look), prepared.period);
  const byKey = new Map(series?.map(({ key, delar }) => [key, delar]));
  const sheet = chosen ? existing : null;
  const ownColumn = egenKolumn[look.egenPrognos];
  const headings = headingsOf(plan.rows);
  return {
    report: id,
    titel: rapport.titel,
    sheet: sheet?.sheet ?? null,
    choices: made.map((one) => ({ id: one.id, titel: one.titel })),
    period: periodText(prepared.period),
    booked: manadAv(prepared.period),
    enhet: look.enhet,
    decimaler: look.decimaler,
    tecken: look.tecken,
    ownColumn,
    hasComment: plan.columns.some(({ key }) => key === "kommentar"),
    rows: plan.rows
      .filter(({ kind }) => kind === "post")
      .map((row) => ({
        key: row.key,
        label: String(row.cells[plan.columns[0].key]?.content ?? ""),
        heading: headings.get(row.key)!,
        outcome: figure(row, ["utfall"]),
        budget: figure(row, budgetkolumner),
        proposal: figure(row, ["forslag"]),
        own: (sheet && findCell(sheet, row.key, ownColumn)?.content) ?? null,
        comment: (sheet && findCell(sheet, row.key, "kommentar")?.content) ?? null,
        parts: series ? byKey.get(row.key)! : null,
      })),
  };
}

const hasOwn = ({ columns }: StoredReport) =>
  columns.some(({ key }) => Object.values(egenKolumn).some((own) => own === key));

function figure({ cells }: PlanRow, columns: string[]): number | null {
  for (const column of columns) {
    const cell = cells[column];
    const value = cell && isExpression(cell.content) ? cell.expected : cell?.content;
    if (typeof value === "number") return value;
  }
  return null;
}

/** The heading each row stands under: the rubrik above it, else the subtotal's below. */
function headingsOf(rows: PlanRow[]): Map<string, string> {
  const found = new Map<string, string>();
  let heading = "";
  for (const { key, kind, cells } of rows) {
    if (kind === "rubrik") heading = String(Object.values(cells)[0]?.content ?? "");
    else if (kind === "delsumma" || kind === "summa") heading = "";
    else if (kind === "post") found.set(key, heading);
  }
  return found;
}

/** A row's forecast: its parts' added together, since a sum of income and cost has no pattern of its own. */
export interface RowForecast {
  /** The year's total; null where a part can't be forecast. */
  total: number | null;
  /** Twelve months; null where total is. */
  months: number[] | null;
  /** Where the year lands in eight cases of ten: the width tried on the row's own sum. */
  interval: Intervall | null;
  /** Mean backtest error of the row's own sum, a share of the year. */
  error: number | null;
  /** How each part was forecast. */
  parts: { namn: string; svar: Helarsprognos | Nekad }[];
}

export function forecastRow(row: Pick<ForecastRow, "parts">, metod: Metod = "auto"): RowForecast | null {
  if (!row.parts) return null;
  const parts = row.parts.map((del) => ({ namn: del.namn, svar: helarsprognos(question(del, metod)) }));
  const answers = parts.flatMap(({ svar }) => (arNekad(svar) ? [] : [svar]));
  if (answers.length < parts.length || parts.length === 0)
    return { total: null, months: null, interval: null, error: null, parts };
  const total = add(answers.map((svar) => svar.total));
  const whole = parts.length === 1 ? answers[0] : helarsprognos(question(joined(row.parts), metod));
  const bounds = arNekad(whole) ? null : whole.intervall();
  return {
    total,
    months: Array.from({ length: 12 }, (_, month) => add(answers.map(({ serie }) => serie[month]))),
    interval:
      arNekad(whole) || !bounds || arNekad(bounds)
        ? null
        : { lag: total - (whole.total - bounds.lag), hog: total + (bounds.hog - whole.total) },
    error: arNekad(whole) ? null : whole.fel,
    parts,
  };
}

/** Every row's forecast, in rounds that let the page answer; null when it was cancelled. */
export const forecastRows = (
  rows: readonly ForecastRow[],
  rounds: Omgangsval,
): Promise<(RowForecast | null)[] | null> => iOmgangar(rows, (row) => forecastRow(row), rounds);

/** A line of the table that a controller chooses a method from. */
export interface MethodLine {
  metod: Valbar;
  total: number | null;
  error: number | null;
  /** Why there is no total. */
  nekad: Orsak | null;
  chosen: boolean;
}

export function methodLines(row: Pick<ForecastRow, "parts">): MethodLine[] {
  const auto = forecastRow(row);
  const used = new Set(auto?.parts.map(({ svar }) => (arNekad(svar) ? null : svar.metod)));
  return metoder.flatMap((metod): MethodLine[] => {
    if (metod === "auto") return [];
    const forecast = forecastRow(row, metod);
    if (!forecast) return [];
    const refused = forecast.parts.map(({ svar }) => svar).find(arNekad);
    return [
      {
        metod,
        total: forecast.total,
        error: forecast.error,
        nekad: refused?.nekad ?? null,
        chosen: used.has(metod),
      },
    ];
  });
}

const question = ({ bokat, historik, budget }: Delserie, metod: Metod): Fraga => ({
  utfall: bokat,
  manad: bokat.length,
  historik,
  budget,
  metod,
});

const add = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

/** The row's own sum, month by month. */
export function joined(parts: readonly Delserie[]): Delserie {
  const over = (of: (part: Delserie) => readonly (number | null)[]) =>
    of(parts[0]).map((_, month) => {
      const known = parts.flatMap((part) => of(part)[month] ?? []);
      return known.length === 0 ? null : add(known);
    });
  const budgets = parts.map(({ budget }) => budget);
  const previous = parts.flatMap(({ foregaende }) => foregaende ?? []);
  return {
    namn: "",
    bokat: over(({ bokat }) => bokat).map((amount) => amount ?? 0),
    historik: over(({ historik }) => historik),
    budget: budgets.every((budget) => Array.isArray(budget))
      ? Array.from({ length: 12 }, (_, month) => add(budgets.map((budget) => budget[month])))
      : budgets.every((budget) => typeof budget === "number")
        ? add(budgets)
        : null,
    foregaende: previous.length === 0 ? null : add(previous),
  };
}

/** The chief's own number for a row, or her comment. `before` is what stood there when she decided. */
export interface ForecastEdit {
  row: string;
  label: string;
  column: EgenKolumn | "kommentar";
  before: CellContent;
  after: CellValue;
}

/** The year that the chief's own number leads to; null without one. */
export function ownTotal(
  { own, budget }: ForecastRow,
  { ownColumn, tecken }: Pick<ForecastSheet, "ownColumn" | "tecken">,
): number | null {
  if (typeof own?.value !== "number") return null;
  return ownColumn === egenKolumn.prognos ? own.value : totalAv(own.value, budget ?? 0, tecken);
}

/** The edit by which a row's year becomes what the chief says (null = nothing of her own), as her column wants it. */
export function ownEdit(
  { key, label, own, budget }: ForecastRow,
  { ownColumn, tecken }: Pick<ForecastSheet, "ownColumn" | "tecken">,
  total: number | null,
): ForecastEdit {
  const after =
    total === null || ownColumn === egenKolumn.prognos
      ? total
      : withoutDust(avvikelseAv(total, budget ?? 0, tecken));
  return { row: key, label, column: ownColumn, before: own!, after };
}

/** A difference of amounts, without what binary numbers add to it. */
const withoutDust = (amount: number) => Math.round(amount * 1e6) / 1e6 + 0;

/** What was written, and what takes it back. */
export interface WrittenForecasts {
  sheet: string;
  cells: string[];
  undo: (options?: SessionOptions) => Promise<void>;
}

/**
 * Writes own forecasts and comments in the report sheet: all or none. The sheet is read again first; throws UserError
 * where a cell no longer holds what was shown, or its row is gone.
 */
export async function writeForecasts(
  report: string,
  edits: readonly ForecastEdit[],
  options?: SessionOptions,
): Promise<WrittenForecasts> {
  const { sheet, cells } = await put(
    report,
    edits.map(({ after, ...edit }) => ({ ...edit, after: { value: after, formula: "" } })),
    options,
  );
  const back = edits.map(({ after, before, ...edit }) => ({
    ...edit,
    before: { value: after, formula: "" },
    after: before,
  }));
  return { sheet, cells, undo: async (later) => void (await put(report, back, later)) };
}

type Put = Omit<ForecastEdit, "after"> & { after: CellContent };

function put(
  report: string,
  edits: Put[],
  options?: SessionOptions,
): Promise<{ sheet: string; cells: string[] }> {
  return act(async (context) => {
    const existing = (await readSurroundings(context, [report])).reports.get(report);
    if (!existing) throw new UserError("rapportBorta", { rapport: report });
    if (existing.protected) throw new UserError("bladSkyddat", { blad: existing.sheet });
    const changes = edits.map((edit) => changeOf(existing, edit));
    await applyChanges(context, changes);
    return { sheet: existing.sheet, cells: changes.map(({ row, column }) => cellAddress(row, column)) };
  }, options);
}

function changeOf(existing: ExistingReport, { row, label, column, before, after }: Put): Change {
  const place = findCell(existing, row, column);
  if (!place) throw new UserError("radenBorta", { rad: label, blad: existing.sheet });
  const { content } = place;
  if (content.formula !== before.formula || (before.formula === "" && printed(content) !== printed(before)))
    throw new UserError("cellenAndrad", {
      cell: cellAddress(place.row, place.column),
      blad: existing.sheet,
    });
  const at = { sheet: existing.sheet, row: place.row, column: place.column, before: content };
  return after.formula === ""
    ? { ...at, kind: "value", after: after.value }
    : { ...at, kind: "formula", after: after.formula };
}

const printed = ({ value }: CellContent) => (isCellError(value) ? value.fel : String(value ?? ""));
