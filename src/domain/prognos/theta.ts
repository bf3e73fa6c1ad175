import { summa } from "./fraga";

/**
 * The Theta method (Assimakopoulos & Nikolopoulos 2000) in Hyndman & Billah's form (2003): simple exponential
 * smoothing, its start and weight by least squares, with half the slope of the straight line as drift. The series
 * has no season.
 */
export function theta(serie: readonly number[], steg: number): number[] {
  const n = serie.length;
  const mitt = (n - 1) / 2;
  const medel = summa(serie) / n;
  const lutning =
    n < 2 ? 0 : summa(serie.map((varde, i) => (i - mitt) * (varde - medel))) / ((n * (n * n - 1)) / 12);
  const { niva, vikt } = utjamna(serie);
  return Array.from({ length: steg }, (_, h) => niva + (lutning / 2) * (h + (1 - (1 - vikt) ** n) / vikt));
}

function utjamna(serie: readonly number[]): { niva: number; vikt: number } {
  let bast = { kvadrat: Infinity, niva: serie[0], vikt: 0.5 };
  for (let vikt = 0.01; vikt < 1; vikt += 0.01) {
    let niva = summa(serie.slice(0, 6)) / Math.min(6, serie.length);
    let kvadrat = 0;
    for (const varde of serie) {
      kvadrat += (varde - niva) ** 2;
      niva += vikt * (varde - niva);
    }
    if (kvadrat < bast.kvadrat) bast = { kvadrat, niva, vikt };
  }
  return bast;
}
