import { useCallback, useEffect, useRef, useState } from "react";
import { goTo } from "../../actions/navigation";
import {
  listReports,
  type PreparedReports,
  prepareReports,
  type ReportChoice,
  writePrepared,
} from "../../actions/report";
import { readSettings } from "../../actions/settings";
import { undoCreated } from "../../actions/undoReports";
import type { WrittenReport } from "../../excel/reportSheet";
import { showPlace } from "../../actions/show";
import { useLanguage } from "../language";
import { useAction, useReading } from "../useAction";

/** The catalogue as it applies to this workbook, and the report that is open. */
export function useRapporter(subject: string | null) {
  const list = useReading(async (options) => {
    const reports = await listReports(options);
    const { profil, profiler, niva } = await readSettings(options);
    return { reports, profile: profil, profiles: profiler, level: niva };
  });
  const open = (id: string | null) => goTo("rapporter", id);
  return { list, open, opened: list.latest?.reports.find(({ id }) => id === subject) ?? null };
}

/** Several reports together: what will be written where, the writing a sheet at a time, and the way back. */
export function useUppsattning(set: string, startProfile: string) {
  const language = useLanguage();
  const [period, setPeriod] = useState("");
  const [profile, setProfile] = useState(startProfile);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const cancelled = useRef(false);
  const preview = useAction((options, chosenPeriod: string, chosenProfile: string) =>
    prepareReports(
      [set],
      { period: chosenPeriod || undefined, profil: chosenProfile || undefined, sprak: language },
      options,
    ),
  );
  const writing = useAction(async (options, prepared: PreparedReports) => {
    cancelled.current = false;
    const of = prepared.placements.length;
    setProgress({ done: 0, of });
    try {
      const written = await writePrepared(prepared, options, {
        onWritten: (done) => setProgress({ done, of }),
        cancelled: () => cancelled.current,
      });
      if (written.length > 0) await showPlace(written[0].sheet, null, options);
      return { written, of };
    } finally {
      setProgress(null);
    }
  });
  const undoing = useAction(async (options, written: WrittenReport[]) => {
    const removed = await undoCreated(written, options);
    writing.reset();
    return removed;
  });
  const { run: prepare } = preview;
  useEffect(() => void prepare(period, profile), [prepare, period, profile]);
  return {
    period,
    setPeriod,
    profile,
    setProfile,
    preview,
    writing,
    undoing,
    progress,
    cancel: () => {
      cancelled.current = true;
    },
    again: () => {
      writing.reset();
      undoing.reset();
      void prepare(period, profile);
    },
  };
}

/** One report: what will be written, and the writing. It begins with the workbook's own profile. */
export function useRapport(report: ReportChoice, startProfile: string, startLevel: number | null) {
  const language = useLanguage();
  const [period, setPeriod] = useState("");
  const [profile, setProfile] = useState(startProfile);
  const [level, setLevel] = useState(startLevel);
  const hasLevels = report.nivaer.length > 0;
  const preview = useAction((options) =>
    prepareReports(
      [report.id],
      {
        period: period || undefined,
        profil: profile || undefined,
        niva: hasLevels ? level : undefined,
        sprak: language,
      },
      options,
    ),
  );
  const writing = useAction(async (options, prepared: PreparedReports) => {
    const written = (await writePrepared(prepared, options)).find((one) => one.report === report.id)!;
    await showPlace(written.sheet, null, options);
    return written;
  });
  const { reset } = writing;
  const undoing = useAction(async (options, written: WrittenReport) => {
    const removed = await undoCreated([written], options);
    reset();
    return removed;
  });
  const showing = useAction((options, sheet: string) => showPlace(sheet, null, options));
  const { run: prepare } = preview;
  const canBeMade = report.saknar.length === 0;
  const refresh = useCallback(() => {
    reset();
    if (canBeMade) void prepare();
  }, [canBeMade, prepare, reset]);
  // The choices are read by what runs, and each is a reason to run it.
  useEffect(refresh, [refresh, period, profile, level]);
  const options = { period, setPeriod, profile, setProfile, level, setLevel };
  return { options, preview, writing, undoing, showing, refresh };
}
