import { autoregression, sasongsautoregression } from "./autoregression";
import { ets } from "./ets";
import type { Modell } from "./modell";
import { aterge, dela, rensa } from "./sasong";
import { theta } from "./theta";

/** A model that knows no season, around it. */
export const medSasong =
  (modell: Modell): Modell =>
  (serie, steg) => {
    const sasong = dela(serie);
    return aterge(sasong, modell(rensa(sasong, serie), steg), serie.length);
  };

/**
 * The equal-weight mean of methods that err differently (Bates & Granger 1969; the M3 and M4 competitions' most stable
 * finding): trend by Theta, smoothing chosen by criterion, return to the level by autoregression and, from three
 * years on, the change since last year.
 */
export const kombination: Modell = (serie, steg) => {
  const delar = [
    medSasong(theta),
    ets,
    ...(serie.length >= 8 ? [medSasong(autoregression)] : []),
    ...(serie.length >= 36 ? [sasongsautoregression] : []),
  ].map((modell) => modell(serie, steg));
  return delar[0].map((_, h) => delar.reduce((ack, del) => ack + del[h], 0) / delar.length);
};
