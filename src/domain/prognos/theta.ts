import type { Modell } from "./modell";
import { linje, medel } from "./tal";

/**
 * The Theta method (Assimakopoulos & Nikolopoulos 2000) in Hyndman & Billah's form (2003): simple exponential
 * smoothing, its weight by least squares, with half the slope of the straight line as drift. The series has no season.
 */
export const theta: Modell = (serie, steg) => {
  const { vikt, niva } = utjamna(serie);
  const drift = linje(serie).lutning / 2;
  const forsta = (1 - (1 - vikt) ** serie.length) / vikt;
  return Array.from({ length: steg }, (_, h) => niva + drift * (h + forsta));
};

/** Simple exponential smoothing from the first half-year's mean; the weight (0.01–0.99) with the smallest squared error. */
export function utjamna(serie: readonly number[]): { vikt: number; niva: number; kvadrater: number } {
  const start = medel(serie.slice(0, 6));
  const prova = (vikt: number) => {
    let niva = start;
    let kvadrater = 0;
    for (const varde of serie) {
      const fel = varde - niva;
      kvadrater += fel * fel;
      niva += vikt * fel;
    }
    return { vikt, niva, kvadrater };
  };
  let basta = prova(0.01);
  const sok = (fran: number, till: number, steg: number) => {
    for (let procent = Math.max(1, fran); procent <= Math.min(99, till); procent += steg) {
      const forsok = prova(procent / 100);
      if (forsok.kvadrater < basta.kvadrater) basta = forsok;
    }
  };
  sok(1, 99, 7);
  const grov = Math.round(basta.vikt * 100);
  sok(grov - 6, grov + 6, 1);
  return basta;
}
