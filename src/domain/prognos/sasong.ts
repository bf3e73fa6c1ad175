import { summa } from "./fraga";

const ar = 12;

/** Autocorrelation at lags 1 to `langst`. */
function autokorrelation(serie: readonly number[], langst: number): number[] {
  const medel = summa(serie) / serie.length;
  const avvikelser = serie.map((varde) => varde - medel);
  const varians = summa(avvikelser.map((avvikelse) => avvikelse ** 2));
  return Array.from({ length: langst }, (_, steg) =>
    varians === 0
      ? 0
      : summa(avvikelser.slice(steg + 1).map((avvikelse, i) => avvikelse * avvikelser[i])) / varians,
  );
}

/**
 * Is the series seasonal? The autocorrelation at 12 months against its 90 % bound, as in the M3 entry of the Theta
 * method (Assimakopoulos & Nikolopoulos 2000; Fiorucci et al. 2016). Needs three years.
 */
export function arSasongsserie(serie: readonly number[]): boolean {
  if (serie.length < 3 * ar) return false;
  const r = autokorrelation(serie, ar);
  const grans =
    1.645 * Math.sqrt((1 + 2 * summa(r.slice(0, ar - 1).map((varde) => varde ** 2))) / serie.length);
  return Math.abs(r[ar - 1]) > grans;
}

/** Twelve swings; the first belongs to the series' first month. Multiplied with the level, or added to it. */
export interface Sasong {
  multiplikativ: boolean;
  svang: number[];
}

export const rensa = ({ multiplikativ, svang }: Sasong, serie: readonly number[]) =>
  serie.map((varde, i) => (multiplikativ ? varde / svang[i % ar] : varde - svang[i % ar]));

/** Puts the swings back on values that begin at position `forsta` of the series. */
export const aterge = ({ multiplikativ, svang }: Sasong, varden: readonly number[], forsta: number) =>
  varden.map((varde, i) =>
    multiplikativ ? varde * svang[(forsta + i) % ar] : varde + svang[(forsta + i) % ar],
  );

/** Classical decomposition by a centred 2×12 mean; additive where a month is zero or negative. */
export function dela(serie: readonly number[]): Sasong {
  const multiplikativ = serie.every((varde) => varde > 0);
  const per: number[][] = Array.from({ length: ar }, () => []);
  for (let i = 6; i + 6 < serie.length; i++) {
    const trend = (summa(serie.slice(i - 6, i + 7)) - (serie[i - 6] + serie[i + 6]) / 2) / ar;
    per[i % ar].push(multiplikativ ? serie[i] / trend : serie[i] - trend);
  }
  const ra = per.map((manad) => summa(manad) / manad.length);
  const medel = summa(ra) / ar;
  return { multiplikativ, svang: ra.map((varde) => (multiplikativ ? varde / medel : varde - medel)) };
}
