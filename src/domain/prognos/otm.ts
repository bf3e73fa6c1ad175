import type { Modell } from "./modell";
import { linje } from "./tal";
import { skrivFram } from "./thetatillstand";

/**
 * The optimised Theta method, OTM (Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler 2016, Models for optimising the
 * theta method, International Journal of Forecasting 32): θ is estimated instead of 2, round the straight line through
 * the whole series. The series has no season.
 */
export const otm: Modell = (serie, steg) => {
  const { start, lutning } = linje(serie);
  const hela = { A: start - lutning, B: lutning };
  return skrivFram(serie, steg, () => hela);
};
