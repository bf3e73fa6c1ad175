import type { Beloppskolumn } from "./belopp";
import { kolumner } from "./kolumner";
import type { Utseende } from "./profil";
import { manadAv, type Underlag } from "./underlag";

/**
 * Utfall · Helårsprognos · Budget · Budgetavvikelse, as Askersund prints: the variance is the forecast's before year end,
 * the outcome's at it. The proposal and the chief's own number stand before the forecast.
 */
export function prognoskolumner(ekonomi: Underlag, look: Utseende, period: number): Beloppskolumn[] {
  const bygg = kolumner(ekonomi, look, period);
  const { arsbudget } = bygg;
  const utfall = bygg.period("utfall", "Utfall t.o.m. {till} {ar}", "utfall");
  if (!arsbudget) return [utfall];
  const budget = bygg.helar("budget", "Budget {ar}", arsbudget);
  if (manadAv(period) === 12) {
    return [utfall, budget, bygg.avvikelse("avvikelse_helar", "Avvikelse", "utfall", "budget")];
  }
  return [
    utfall,
    ...(ekonomi.matt("prognos")
      ? []
      : [bygg.periodbudget("periodbudget", "Budget t.o.m. {till} {ar}", "budget")]),
    ...bygg.prognos("utfall", "periodbudget", "budget"),
    budget,
    bygg.avvikelse("avvikelse_helar", "Avvikelse helår", "prognos", "budget"),
  ];
}
