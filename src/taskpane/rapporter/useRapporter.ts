import { useCallback, useEffect, useState } from "react";
import { goTo } from "../../actions/navigation";
import {
  listReports,
  type PreparedReports,
  prepareReports,
  type ReportChoice,
  writePrepared,
} from "../../actions/report";
import { readSettings } from "../../actions/settings";
import { showPlace } from "../../actions/show";
import { useLanguage } from "../language";
import { useAction, useReading } from "../useAction";

/** The catalogue as it applies to this workbook, and the report that is open. */
export function useRapporter(subject: string | null) {
  const list = useReading(async (options) => ({
    reports: await listReports(options),
    profile: (await readSettings(options)).profil,
  }));
  const open = (id: string | null) => goTo("rapporter", id);
  return { list, open, opened: list.latest?.reports.find(({ id }) => id === subject) ?? null };
}

/** One report: what will be written, and the writing. It begins with the workbook's own profile. */
export function useRapport(report: ReportChoice, startProfile: string) {
  const language = useLanguage();
  const [period, setPeriod] = useState("");
  const [profile, setProfile] = useState(startProfile);
  const preview = useAction((options, chosenPeriod: string, chosenProfile: string) =>
    prepareReports(
      [report.id],
      { period: chosenPeriod || undefined, profil: chosenProfile || undefined, sprak: language },
      options,
    ),
  );
  const writing = useAction(async (options, prepared: PreparedReports) => {
    const written = (await writePrepared(prepared, options)).find((one) => one.report === report.id)!;
    await showPlace(written.sheet, null, options);
    return written;
  });
  const showing = useAction((options, sheet: string) => showPlace(sheet, null, options));
  const { run: prepare } = preview;
  const { reset } = writing;
  const canBeMade = report.saknar.length === 0;
  const refresh = useCallback(() => {
    reset();
    if (canBeMade) void prepare(period, profile);
  }, [canBeMade, period, profile, prepare, reset]);
  useEffect(refresh, [refresh]);
  return { period, setPeriod, profile, setProfile, preview, writing, showing, refresh };
}
