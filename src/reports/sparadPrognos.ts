import { number, text } from "../workbook/expression";
import type { StoredForecast } from "../workbook/stored";
import type { Beloppskolumn } from "./belopp";
import type { Utseende } from "./profil";
import { arAv, kronor, periodText } from "./underlag";

/** What stands among a report's fields for a forecast saved from an earlier month of the year. */
export const sparadPrognos = "sparad-prognos";

/** The newest forecast of the report saved for an earlier month of the same year; null without. */
export function sparadFore(
  sparade: readonly StoredForecast[],
  report: string,
  period: number,
): StoredForecast | null {
  const [now, ar] = [periodText(period), String(arAv(period))];
  const earlier = sparade.filter(
    (one) => one.report === report && one.period < now && one.period.startsWith(ar),
  );
  return earlier.sort((a, b) => (a.period < b.period ? 1 : -1))[0] ?? null;
}

/** Each row's variance as it was saved, in this report's unit: "" where it had none. */
export function sparadAvvikelse(
  { rows, enhet }: StoredForecast,
  key: string,
  rubrik: string,
  look: Utseende,
): Beloppskolumn {
  const factor = kronor[enhet] / kronor[look.enhet];
  const saved = (rad: string) => {
    const avvikelse = rows[rad]?.avvikelse ?? null;
    return avvikelse === null ? "" : avvikelse * factor;
  };
  return {
    key,
    rubrik,
    slag: "summerad",
    kanSaknas: true,
    formel: (_, rad) => {
      const value = saved(rad);
      return value === "" ? text("") : number(value);
    },
    varde: (_, rad) => saved(rad),
  };
}
