import { readSnapshot } from "../excel/readSnapshot";
import { readSurroundings, type WrittenReport, writeReports, type WriteSteps } from "../excel/reportSheet";
import type { SessionOptions } from "../excel/session";
import { avvikelseAv, budgetkolumner, egenKolumn, totalAv } from "../reports/egenPrognos";
import { innehall } from "../reports/innehall";
import { egenProfil } from "../reports/lasProfil";
import { type Oenighet, oenigheter } from "../reports/kontrollera";
import { namndOver } from "../reports/namnd";
import {
  medNiva,
  omrakning,
  type Profil,
  profilEfterUnderlag,
  type Utseende,
  utseende,
} from "../reports/profil";
import { profiler } from "../reports/profiles";
import type { Rapport } from "../reports/rapport";
import { resultatVerksamhet } from "../reports/resultatVerksamhet";
import { sparadFore, sparadPrognos } from "../reports/sparadPrognos";
import { manadskod, periodText, type Underlag, underlagsbladId } from "../reports/underlag";
import { underlagsblad } from "../reports/underlagsblad";
import { underlagUr } from "../reports/underlagUrKalla";
import {
  fieldName,
  type Mappings,
  readSource,
  recogniseSources,
  refusalText,
  type Source,
  type SourceData,
} from "../sources";
import type { Language } from "../texts/language";
import { reportTexts } from "../texts/reports";
import { type CellValue, isCellError } from "../workbook/cell";
import { cellAddress } from "../workbook/address";
import { findCell, type Placement, placeReport, userCells } from "../workbook/placement";
import { levelSetting, savedLevel, type StoredForecast, type StoredReport } from "../workbook/stored";
import { sourceReads } from "../workbook/expression";
import { isExpression, rowByKey, type SheetPlan } from "../workbook/plan";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { UserError } from "../workbook/userError";
import { ownProfile } from "./egenProfil";
import { ownSheets } from "./ownSheets";
import { act } from "./session";

export interface ReportOptions {
  /** Id of a profile; omitted = the source's own unit, decimals and sign. */
  profil?: string;
  /** "2023-08"; omitted = the last month of the source. */
  period?: string;
  /** Level of the reports that have such; null = as the profile says, omitted = as they were last made. */
  niva?: number | null;
  sprak?: Language;
  /** Make the reports that can be made and say what the others lack, instead of stopping at the first that can't. */
  onlyPossible?: boolean;
  /** Formulas even over a source so large that its amounts are written as values: to see what they add up. */
  levande?: boolean;
}

/** What will be written, before anything is: shown as preview. */
export interface PreparedReports {
  placements: Placement[];
  profil: Profil;
  niva: number | null;
  period: number;
  sources: SourceData[];
  /** By kind, as the plans' formulas see them. */
  underlag: Map<string, Underlag>;
  /** Sources that were read, with rows that had to be refused. */
  refused: { blad: string; cell: string; skal: string }[];
  /** Reports left out, and why; only where that was asked for. */
  leftOut: { id: string; titel: Record<Language, string>; why: UserError }[];
}

/**
 * Reads sources, plans and checks; writes nothing. Throws UserError for what the user can set right. The reports are those
 * given: whoever needs one of them doesn't carry the whole catalogue.
 */
export function planReports(
  wanted: Rapport[],
  choices: ReportOptions = {},
  options?: SessionOptions,
): Promise<PreparedReports> {
  return act(async (context) => {
    const surroundings = await readSurroundings(context, [
      ...wanted.map(({ id }) => id),
      ...sourceSheetIds(wanted),
    ]);
    const snapshot = await readSnapshot(context);
    return plan(wanted, snapshot, surroundings, choices);
  }, options);
}

/**
 * Writes what was prepared, in one batch, and says what Excel calculated. With `steps` a report at a time, which can be
 * cancelled between them: then only those that were written are told.
 */
export async function writePrepared(
  { placements, profil, niva, period }: PreparedReports,
  options?: SessionOptions,
  steps?: WriteSteps,
): Promise<WrittenReport[]> {
  return act(
    (context) =>
      writeReports(context, placements, {
        profile: profil.id,
        period: periodText(period),
        settings: { [levelSetting]: niva ?? 0 },
        orphanTitle: reportTexts.sv.utgangna,
        steps,
      }),
    steps ? { ...options, giveUpAfter: patience * placements.length } : options,
  );
}

/** Milliseconds a report may take, of several written one by one. */
const patience = 30_000;

type Surroundings = Awaited<ReturnType<typeof readSurroundings>>;

function plan(
  wanted: Rapport[],
  snapshot: WorkbookSnapshot,
  surroundings: Surroundings,
  {
    profil: profileId,
    period: periodChoice,
    niva = savedLevel(surroundings.stored),
    sprak = "sv",
    onlyPossible = false,
    levande = false,
  }: ReportOptions,
): PreparedReports {
  const { mappings } = surroundings.stored;
  const sources = recogniseSources(snapshot, { mappings, exclude: ownSheets(snapshot) });
  const read = new Map<string, SourceData>();
  const direct = new Map<string, Underlag>();
  const readKind = (slag: string) => {
    if (direct.has(slag)) return;
    const data = readChecked(snapshot, chooseSource(sources, slag), mappings, sprak);
    const sheet = snapshot.sheets.find(({ name }) => name === data.source.sheet)!;
    read.set(slag, data);
    direct.set(slag, underlagUr(data, sheet));
  };
  const savedFor = (underlag: Map<string, Underlag>) => {
    const ekonomi = underlag.get("ekonomi");
    const { forecasts = [] } = surroundings.stored;
    return ekonomi && forecasts.length > 0
      ? sparadFore(forecasts, resultatVerksamhet.id, choosePeriod(periodChoice, ekonomi))
      : null;
  };
  const leftOut: PreparedReports["leftOut"] = [];
  const possible = wanted.filter((rapport) => {
    try {
      rapport.kraver.forEach(({ slag }) => checkSource(sources, slag, rapport));
      rapport.kraver.forEach(({ slag }) => readKind(slag));
      checkFields(rapport, direct, savedFor(direct));
      checkSheet(rapport, surroundings);
      return true;
    } catch (error) {
      if (!onlyPossible || !(error instanceof UserError)) throw error;
      leftOut.push({ id: rapport.id, titel: rapport.titel, why: error });
      return false;
    }
  });
  if (possible.every(({ sist }) => sist)) throw leftOut[0].why;
  for (const slag of new Set(possible.flatMap(({ nytta = [] }) => nytta))) {
    if (sources.some(({ kind }) => kind === slag)) readKind(slag);
  }
  // What the reports need decides months and unit; what they only make use of doesn't.
  const huvud = possible.some((rapport) => rapport.kraver.some(({ slag }) => slag === "ekonomi"))
    ? direct.get("ekonomi")!
    : [...direct.values()][0];
  const namnd = namndOver(snapshot, (read.get("ekonomi") ?? [...read.values()][0]).source);
  const period = choosePeriod(periodChoice, huvud);
  const own = ownProfile(surroundings.stored);
  const followed = profileId === undefined ? profilEfterUnderlag(huvud) : chooseProfile(profileId, own);
  const profil = niva === null ? followed : medNiva(followed, niva);
  const known = [...profiler, ...(own ? [own] : [])];
  const before = (id: string) => {
    const used = surroundings.stored.reports[id]?.profile;
    return known.find((one) => one.id === used) ?? profilEfterUnderlag(huvud);
  };
  const utelamnade = leftOut.map(({ id, titel, why }) => ({ id, titel: titel.sv, skal: why.text("sv") }));
  const planOf = (rapport: Rapport, underlag: Map<string, Underlag>, made: SheetPlan[]) => {
    const fran = utseende(before(rapport.id), rapport.id, rapport.tecken);
    const till = utseende(profil, rapport.id, rapport.tecken);
    const egna = ownCells(rapport.id, surroundings, fran, till);
    const common = { underlag, profil, period, namnd, sparad: savedFor(direct), egna };
    const others = { andra: made, utelamnade: rapport.sist ? utelamnade : [] };
    const live = rapport.plan({ ...common, ...others, somVarden: null });
    const sheet =
      !levande && isHeavy(live, rapport, underlag)
        ? rapport.plan({ ...common, ...others, somVarden: timeOfDay(new Date()) })
        : live;
    const printed = { ...sheet, header: profil.sidhuvud };
    return omrakning(fran, till) === 1 && fran.egenPrognos === till.egenPrognos
      ? printed
      : converted(printed, surroundings);
  };
  const placements = (underlag: Map<string, Underlag>, before: SheetPlan[]) => {
    const made = new Map<string, SheetPlan>();
    const inOrder = () => possible.flatMap(({ id }) => made.get(id) ?? []);
    for (const turn of [undefined, 1, 2, 3]) {
      const over = turn === undefined ? [] : inOrder();
      for (const rapport of possible.filter(({ sist }) => sist === turn))
        made.set(rapport.id, planOf(rapport, underlag, over));
    }
    const planned = inOrder();
    // The contents come first; rows that reports add up before those reports.
    const front = planned.findIndex(({ report }) => report === innehall.id) + 1;
    return [...planned.slice(0, front), ...before, ...planned.slice(front)].map((sheet) =>
      placeReport(sheet, surroundings),
    );
  };
  const prepared = {
    profil,
    niva,
    period,
    sources: [...read.values()],
    refused: [...read.values()].flatMap((data) => refusals(data, sprak)),
    leftOut,
  };
  const details = possible.flatMap(({ detalj }) =>
    detalj ? [detalj.gor({ underlag: direct, profil, tid: timeOfDay(new Date()) })] : [],
  );
  for (const { underlag } of details) direct.set(underlag.slag, underlag);
  const detailed = details.map((one) => one.plan);
  const straight = placements(direct, detailed);
  const uneven = new Set(disagreements(straight, direct).map(({ rapport }) => rapport));
  if (uneven.size === 0) return { ...prepared, placements: straight, underlag: direct };

  const through = new Map(direct);
  const written = new Map<string, ReturnType<typeof underlagsblad>>();
  for (const slag of new Set(possible.filter(({ id }) => uneven.has(id)).flatMap(kindsOf))) {
    const own = direct.get(slag);
    if (!own) continue;
    const sheet = underlagsblad(own, read.get(slag)!);
    written.set(slag, sheet);
    through.set(slag, sheet.underlag);
  }
  const made = placements(through, [...detailed, ...[...written.values()].map((one) => one.plan)]);
  const summed = made.some(({ plan: sheet }) => reads(sheet) > 0);
  const viaSheets = made.filter(({ plan: { records } }) => summed || !records);
  const [wrong] = disagreements(viaSheets, through);
  if (wrong) refuseDisagreement(wrong, viaSheets, huvud);
  return { ...prepared, placements: viaSheets, underlag: through };
}

/** Sums × rows above which Excel would pause at every change: 480 sums over 50 000 rows. */
const heaviest = 24_000_000;

const kindsOf = ({ kraver, nytta = [] }: Rapport) => [...kraver.map(({ slag }) => slag), ...nytta];

function isHeavy(sheet: SheetPlan, rapport: Rapport, underlag: Map<string, Underlag>): boolean {
  const rows = Math.max(...kindsOf(rapport).map((slag) => underlag.get(slag)?.antal ?? 0));
  return reads(sheet) * rows > heaviest;
}

const reads = ({ rows }: SheetPlan) =>
  rows
    .flatMap(({ cells }) => Object.values(cells))
    .reduce((total, { content }) => total + (isExpression(content) ? sourceReads(content) : 0), 0);

/** "2026-11-23 09:40". */
const timeOfDay = (time: Date) => time.toLocaleString("sv-SE").slice(0, 16);

/** A source that SUMIFS can't add as it stands gets a sheet of its own, which is there the next time. */
const sourceSheetIds = (wanted: Rapport[]) => {
  const detailed = wanted.flatMap(({ detalj }) => detalj?.slag ?? []);
  return [...new Set([...wanted.flatMap(kindsOf), ...detailed])].map(underlagsbladId);
};

function checkSource(sources: Source[], slag: string, { titel, kraver }: Rapport): void {
  if (sources.some(({ kind }) => kind === slag)) return;
  const { falt } = kraver.find((krav) => krav.slag === slag)!;
  throw new UserError("ingenKalla", { rapport: titel.sv, kraver: `${slag} (${fieldNames(falt)})` });
}

const fieldNames = (fields: string[]) =>
  fields
    .map((field) =>
      field
        .split("|")
        .map((name) => (name === sparadPrognos ? reportTexts.sv.enSparad : fieldName(name, "sv")))
        .join(" eller "),
    )
    .join(", ");

function chooseSource(sources: Source[], slag: string): Source {
  const fitting = sources.filter(({ kind }) => kind === slag);
  if (fitting.length > 1) {
    throw new UserError("fleraKallor", {
      kallor: fitting.map(({ sheet, address }) => `${sheet}!${address}`).join(", "),
    });
  }
  return fitting[0];
}

function readChecked(
  snapshot: WorkbookSnapshot,
  source: Source,
  mappings: Mappings,
  sprak: Language,
): SourceData {
  const data = readSource(snapshot, source, mappings);
  const kalla = `${source.sheet}!${source.address}`;
  const ambiguous = data.questions.find(({ code }) => code === "falt");
  if (ambiguous) {
    throw new UserError("tvetydigaRubriker", {
      kalla,
      falt: fieldName(ambiguous.about, sprak),
      kolumner: ambiguous.choices.join(", "),
    });
  }
  if (data.rowsRead === 0 && data.refused.length > 0) {
    const [{ cell, skal }] = refusals(data, sprak);
    throw new UserError("allaRaderNekade", { kalla, cell, skal });
  }
  return data;
}

function refusals({ refused, source }: SourceData, sprak: Language): PreparedReports["refused"] {
  return refused.map((refusal) => ({
    blad: source.sheet,
    cell: refusal.cell,
    skal: refusalText(refusal, sprak),
  }));
}

/** The sheet's name is known before the plan is: a report that can't have it is left out before anything is placed. */
function checkSheet({ id, titel }: Rapport, { reports, sheets }: Surroundings): void {
  const taken = sheets.find((name) => name.toLowerCase() === titel.sv.toLowerCase());
  if (!reports.has(id) && taken) throw new UserError("bladUpptaget", { blad: taken });
}

function checkFields(
  { titel, kraver }: Rapport,
  underlag: Map<string, Underlag>,
  saved: StoredForecast | null,
): void {
  for (const { slag, falt } of kraver) {
    const one = underlag.get(slag)!;
    const has = (name: string) =>
      one.dimension(name) ||
      one.matt(name) ||
      one.text(name) ||
      (name === "period" && one.period) ||
      (name === sparadPrognos && saved);
    const missing = falt.filter((name) => !name.split("|").some(has));
    if (missing.length > 0) {
      throw new UserError("kallaSaknarFalt", {
        kalla: one.namn,
        falt: fieldNames(missing),
        rapport: titel.sv,
      });
    }
  }
}

/** What the user has typed in her own columns of the sheet, as it stands when the sheet is made again. */
function ownCells(id: string, { reports }: Surroundings, fran: Utseende, till: Utseende) {
  const existing = reports.get(id);
  if (!existing) return () => null;
  const typed = userCells(existing);
  const factor = omrakning(fran, till);
  const { prognos, avvikelse } = egenKolumn;
  const figure = (row: string, columns: string[]) =>
    columns.map((column) => typed(row, column)).find((value) => typeof value === "number");
  return (row: string, column: string): CellValue => {
    const value = typed(row, column);
    // A deviation from budget has the same sign in every report.
    const unit = column === avvikelse ? Math.abs(factor) : factor;
    if (typeof value === "number") return value * unit;
    const other = figure(row, column === prognos ? [avvikelse] : column === avvikelse ? [prognos] : []);
    if (other === undefined) return value;
    const turn = column === prognos ? totalAv : avvikelseAv;
    return turn(other, figure(row, budgetkolumner) ?? 0, fran.tecken) * unit;
  };
}

/**
 * What the user has typed follows when the sheet goes over to another unit or sign. Throws UserError where it is a formula, which we
 * don't write over.
 */
function converted(sheet: SheetPlan, { reports }: Surroundings): SheetPlan {
  const existing = reports.get(sheet.report);
  if (!existing) return sheet;
  const own = new Set(sheet.columns.flatMap(({ key, owner }) => (owner === "user" ? [key] : [])));
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([column, cell]) => {
          if (!own.has(column) || typeof cell.content !== "number") return [column, cell];
          const { replaces = column } = sheet.columns.find(({ key }) => key === column)!;
          const place = findCell(existing, row.key, column) ?? findCell(existing, row.key, replaces);
          if (place && place.content.formula !== "") {
            throw new UserError("egenFormelAnnanEnhet", {
              cell: cellAddress(place.row, place.column),
              blad: existing.sheet,
            });
          }
          return [column, { ...cell, converted: true }];
        }),
      ),
    })),
  };
}

function choosePeriod(choice: string | undefined, { period, namn }: Underlag): number {
  const chosen = choice === undefined ? null : readPeriod(choice);
  if (!period) return chosen ?? manadskod(new Date().getFullYear(), 12);
  if (chosen === null) return period.sista;
  if (chosen < period.forsta || chosen > period.sista) {
    throw new UserError("periodUtanfor", {
      period: periodText(chosen),
      kalla: namn,
      forsta: periodText(period.forsta),
      sista: periodText(period.sista),
    });
  }
  return chosen;
}

function readPeriod(text: string): number {
  const match = /^(\d{4})-?(\d{2})$/.exec(text.trim());
  const month = Number(match?.[2]);
  if (!match || month < 1 || month > 12) throw new UserError("periodOtolkbar", { period: text });
  return manadskod(Number(match[1]), month);
}

/** The profile that a sheet was made with, to be chosen again; undefined where it followed its source. */
export const profileOf = ({ profile }: StoredReport): string | undefined =>
  profile === egenProfil || profiler.some(({ id }) => id === profile) ? profile : undefined;

function chooseProfile(id: string, own: Profil | null): Profil {
  const finns = [...profiler, ...(own ? [own] : [])];
  const profil = finns.find((known) => known.id === id.toLowerCase());
  if (!profil)
    throw new UserError("okandProfil", { profil: id, finns: finns.map((known) => known.id).join(", ") });
  return profil;
}

const disagreements = (placements: Placement[], underlag: Map<string, Underlag>): Oenighet[] =>
  oenigheter(
    placements.map(({ plan: sheet }) => sheet),
    underlag.values(),
  );

function refuseDisagreement(wrong: Oenighet, placements: Placement[], huvud: Underlag): never {
  const { plan: sheet } = placements.find(({ plan: candidate }) => candidate.report === wrong.rapport)!;
  const first = sheet.columns[0].key;
  const print = (value: CellValue) => (isCellError(value) ? value.fel : String(value ?? ""));
  throw new UserError("inteLika", {
    rad: String(rowByKey(sheet, wrong.rad).cells[first]?.content ?? wrong.rad),
    kolumn: String(rowByKey(sheet, sheet.headerRow).cells[wrong.kolumn]?.content ?? wrong.kolumn),
    forvantat: print(wrong.forvantat),
    formel: print(wrong.formel),
    kalla: huvud.namn,
  });
}
