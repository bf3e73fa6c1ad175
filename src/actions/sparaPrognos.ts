import { readSurroundings } from "../excel/reportSheet";
import type { SessionOptions } from "../excel/session";
import { queueStored, updateStored } from "../excel/stored";
import { utseende } from "../reports/profil";
import { resultatVerksamhet } from "../reports/resultatVerksamhet";
import { findCell } from "../workbook/placement";
import type { StoredForecast } from "../workbook/stored";
import { UserError } from "../workbook/userError";
import { planReports, profileOf } from "./planReports";
import { act } from "./session";

/** A saved forecast as it is shown: for which month, when, and how many rows. */
export interface SavedForecast {
  period: string;
  saved: string;
  rows: number;
  /** The one of the same month that was saved before and is replaced; null when there was none. */
  replaced: string | null;
}

const { id, titel } = resultatVerksamhet;
/** The report whose forecast is saved. */
export const savedReport = id;

/** The saved forecasts, the latest month first. */
export function savedForecasts(options?: SessionOptions): Promise<SavedForecast[]> {
  return act(async (context) => {
    const read = queueStored(context);
    await context.sync();
    return [...((await read()).forecasts ?? [])].sort((a, b) => (a.period < b.period ? 1 : -1)).map(shown);
  }, options);
}

/**
 * Keeps the report's forecast as it stands, the chief's own figures included, with its month and the time; a later comparison shows
 * it as the former one. Throws UserError where the report has none.
 */
export async function saveForecast(options?: SessionOptions): Promise<SavedForecast> {
  const { stored, sheet } = await act(async (context) => {
    const { stored: all, reports } = await readSurroundings(context, [id]);
    const existing = reports.get(id);
    if (!existing) throw new UserError("prognosEjGjord", { rapport: titel.sv });
    return { stored: all.reports[id], sheet: existing.sheet };
  }, options);
  if (!stored.columns.some(({ key }) => key === "prognos"))
    throw new UserError("ingenPrognosAttSpara", { blad: sheet });
  const prepared = await planReports(
    [resultatVerksamhet],
    { profil: profileOf(stored), period: stored.period },
    options,
  );
  return act(async (context) => {
    const existing = (await readSurroundings(context, [id])).reports.get(id);
    if (!existing) throw new UserError("prognosEjGjord", { rapport: titel.sv });
    const figure = (row: string, column: string) => {
      const value = findCell(existing, row, column)?.content.value;
      return typeof value === "number" ? value : null;
    };
    const rows: StoredForecast["rows"] = {};
    for (const { key } of stored.rows) {
      const prognos = figure(key, "prognos");
      if (prognos !== null) rows[key] = { prognos, avvikelse: figure(key, "avvikelse_helar") };
    }
    if (Object.keys(rows).length === 0) throw new UserError("ingenPrognosAttSpara", { blad: existing.sheet });
    const made: StoredForecast = {
      report: id,
      period: stored.period,
      saved: new Date().toLocaleString("sv-SE").slice(0, 16),
      enhet: utseende(prepared.profil, id).enhet,
      rows,
    };
    let before: StoredForecast | undefined;
    const same = (one: StoredForecast) => one.report === id && one.period === made.period;
    await updateStored(context, (all) => {
      before = all.forecasts?.find(same);
      return { ...all, forecasts: [...(all.forecasts ?? []).filter((one) => !same(one)), made] };
    });
    await context.sync();
    return { ...shown(made), replaced: before?.saved ?? null };
  }, options);
}

const shown = ({ period, saved, rows }: StoredForecast): SavedForecast => ({
  period,
  saved,
  rows: Object.keys(rows).filter((key) => key.startsWith("post:")).length,
  replaced: null,
});
