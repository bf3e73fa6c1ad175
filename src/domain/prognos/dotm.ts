import type { Modell } from "./modell";
import { skrivFram } from "./thetatillstand";

/**
 * The dynamic optimised Theta method, DOTM (Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler 2016, Models for
 * optimising the theta method, International Journal of Forecasting 32, equations 20–22): as OTM, but each month's
 * straight line runs through the months before it only, so a trend that turns is followed. The series has no season.
 */
export const dotm: Modell = (serie, steg) => {
  const linjer = [{ A: 0, B: 0 }];
  let snitt = 0;
  let lutning = 0;
  const nasta = (varde: number) => {
    const t = linjer.length;
    lutning = t === 1 ? 0 : ((t - 2) * lutning + (6 / t) * (varde - snitt)) / (t + 1);
    snitt += (varde - snitt) / t;
    linjer.push({ A: snitt - ((t + 1) / 2) * lutning, B: lutning });
  };
  serie.forEach(nasta);
  return skrivFram(serie, steg, (t) => linjer[t - 1], nasta);
};
