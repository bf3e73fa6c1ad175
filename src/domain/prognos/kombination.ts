import { autoregression, sasongsautoregression } from "./autoregression";
import { ets } from "./ets";
import type { Modell } from "./modell";
import { aterge, dela, rensa } from "./sasong";
import { medel } from "./tal";
import { theta } from "./theta";

/** A model that knows no season, around it. */
export const medSasong =
  (modell: Modell): Modell =>
  (serie, steg) => {
    const sasong = dela(serie);
    return aterge(sasong, modell(rensa(sasong, serie), steg), serie.length);
  };

/**
 * Methods that err differently: trend by Theta, smoothing chosen by criterion, return to the level by autoregression
 * (from eight months on) and, from three years on, the change since last year.
 */
export function delar(serie: readonly number[], steg: number): number[][] {
  const sasong = dela(serie);
  const rensad = rensa(sasong, serie);
  const aterstalld = (varden: number[]) => aterge(sasong, varden, serie.length);
  return [
    aterstalld(theta(rensad, steg)),
    ets(serie, steg),
    ...(serie.length >= 8 ? [aterstalld(autoregression(rensad, steg))] : []),
    ...(serie.length >= 36 ? [sasongsautoregression(serie, steg)] : []),
  ];
}

/**
 * The equal-weight mean (Bates & Granger 1969; the M3 and M4 competitions' most stable finding: Makridakis & Hibon 2000).
 */
export const kombination: Modell = (serie, steg) => {
  const framskrivna = delar(serie, steg);
  return framskrivna[0].map((_, h) => medel(framskrivna.map((del) => del[h])));
};
