import type { Sasong } from "./sasong";
import { sasongsformer } from "./sasong";
import { anpassa, minst } from "./utjamning";

/**
 * Exponential smoothing of a level, or a level with damped trend, over a season that is fixed or moves, is multiplied
 * with the level or added to it (Hyndman, Koehler, Ord & Snyder 2008): the smallest corrected Akaike criterion wins.
 */
export function ets(
  serie: readonly number[],
  steg: number,
  former: readonly Sasong[] = sasongsformer(serie),
) {
  const fasta = former.flatMap((sasong) =>
    (["ingen", "dampad"] as const).map((trend) => ({
      sasong,
      ...anpassa(serie, steg, sasong, { trend, rorligSasong: false }),
    })),
  );
  const fast = minst(fasta);
  if (serie.length < 36) return fast.prognos;
  const rorlig = former.map((sasong) =>
    anpassa(serie, steg, sasong, { trend: fast.form.trend, rorligSasong: true }),
  );
  return minst([fast, ...rorlig]).prognos;
}
