import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import {
  type ForecastEdit,
  type ForecastRow,
  forecastRow,
  forecastRows,
  type ForecastSheet,
  ownTotal,
  readForecastSheet,
  type RowForecast,
  writeForecasts,
  type WrittenForecasts,
} from "../../actions/prognos";
import { useLanguage } from "../language";
import { useAction } from "../useAction";

export type Forecasts = ReadonlyMap<string, RowForecast | null>;

/** The report's rows, their forecasts as they are calculated, and the writing of the chief's own. */
export function usePrognos() {
  const language = useLanguage();
  const [report, setReport] = useState<string | undefined>();
  const [period, setPeriod] = useState<string | undefined>();
  const [latest, setLatest] = useState<ForecastSheet | null>(null);
  const calculation = useCalculation();
  const { start } = calculation;
  const reading = useAction(async (options, chosen: string | undefined, until: string | undefined) => {
    const sheet = await readForecastSheet({ report: chosen, period: until, sprak: language }, options);
    setLatest(sheet);
    void start(sheet.rows);
    return sheet;
  });
  const { run } = reading;
  useEffect(() => void run(report, period), [run, report, period]);
  const again = useCallback(() => run(report, period), [run, report, period]);

  const writing = useAction(async (options, edits: ForecastEdit[]) => {
    const written = await writeForecasts(latest!.report, edits, options);
    undoing.reset();
    setLatest((now) => now && applied(now, edits));
    return { written, edits };
  });
  const undoing = useAction(async (options, written: WrittenForecasts, edits: ForecastEdit[]) => {
    await written.undo(options);
    writing.reset();
    setLatest(
      (now) =>
        now &&
        applied(
          now,
          edits.map((edit) => ({ ...edit, after: edit.before.value })),
          edits,
        ),
    );
  });
  return { latest, reading, again, report, setReport, period, setPeriod, calculation, writing, undoing };
}

/** The sheet with cells as they were written (or put back, with the formulas they had). */
function applied(sheet: ForecastSheet, edits: ForecastEdit[], restored?: ForecastEdit[]): ForecastSheet {
  const rows = new Map(sheet.rows.map((row) => [row.key, row]));
  edits.forEach(({ row, column, after }, index) => {
    const before = rows.get(row)!;
    const formula = restored?.[index].before.formula ?? "";
    rows.set(row, { ...before, [column === "kommentar" ? "comment" : "own"]: { value: after, formula } });
  });
  return { ...sheet, rows: [...rows.values()] };
}

/** Forecasts in rounds, so that the pane answers meanwhile. */
function useCalculation() {
  const [forecasts, setForecasts] = useState<Forecasts>(new Map());
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [cancelled, setCancelled] = useState(false);
  const round = useRef(0);
  const start = useCallback(async (rows: readonly ForecastRow[]) => {
    const number = ++round.current;
    setCancelled(false);
    setForecasts(new Map());
    setProgress({ done: 0, of: rows.length });
    const answers = await forecastRows(rows, {
      paus: () => new Promise((resolve) => setTimeout(resolve)),
      klocka: () => performance.now(),
      framsteg: (done, of) => number === round.current && setProgress({ done, of }),
      avbruten: () => number !== round.current,
    });
    if (answers === null || number !== round.current) return;
    setForecasts(new Map(rows.map(({ key }, index) => [key, answers[index]])));
    setProgress(null);
  }, []);
  const cancel = useCallback(() => {
    round.current++;
    setProgress(null);
    setCancelled(true);
  }, []);
  useEffect(() => () => void round.current++, []);
  return { forecasts, progress, cancelled, start, cancel };
}

/** A row's forecast: from the calculation, or made now where it was cancelled. */
export function useRowForecast(row: ForecastRow, forecasts: Forecasts): RowForecast | null {
  return useMemo(
    () => (forecasts.has(row.key) ? forecasts.get(row.key)! : forecastRow(row)),
    [row, forecasts],
  );
}

/** What the row says now: the chief's own number, else the method's proposal, else the report's. */
export function standing(sheet: ForecastSheet, row: ForecastRow, forecast: RowForecast | null | undefined) {
  const own = ownTotal(row, sheet);
  return own === null ? { amount: forecast?.total ?? row.proposal, own: false } : { amount: own, own: true };
}
