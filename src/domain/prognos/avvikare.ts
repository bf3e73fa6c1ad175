import { kvantil, median } from "./tal";

/** In robust standard deviations. Within two years a swing can't be told from a season: only what is gross is touched. */
const grans = 4;
const grovGrans = 10;

/**
 * A month that has been only once can't have come back: up to this many ordinary months it may be December's closing
 * entries, and is left.
 */
const engangsgrans = 6;

/**
 * Draws one-off months in: what lies too many robust standard deviations from the running median of seven
 * months, seasons aside, is put on that bound (Hampel's identifier, 1974). A swing counts as season only if it has
 * come back; a new level is followed once it has lasted four months.
 */
export function dampaAvvikare(serie: readonly number[]): number[] {
  if (serie.length < 12) return [...serie];
  const tal = serie.length < 24 ? grovGrans : grans;
  const log = serie.every((varde) => varde > 0);
  const skala = serie.map((varde) => (log ? Math.log(varde) : varde));
  const fran = skala.map((varde, i) => varde - glidande(skala, i, 6));
  const sasong = Array.from({ length: 12 }, (_, manad) =>
    aterkommande(fran.filter((_, i) => i % 12 === manad)),
  );
  const utan = skala.map((varde, i) => varde - sasong[i % 12]);
  const niva = utan.map((_, i) => glidande(utan, i, 3));
  const rest = utan.map((varde, i) => varde - niva[i]);
  const storlekar = rest.map(Math.abs);
  // A series that mostly stands still has no median deviation: then its largest tenth is what is odd.
  const sigma = median(storlekar) > 0 ? 1.4826 * median(storlekar) : kvantil(storlekar, 0.9) / 2;
  const rimligt = log ? Math.log(1 + engangsgrans) : engangsgrans * kvantil(serie.map(Math.abs), 0.9);
  return serie.map((varde, i) => {
    const kanHaKommitIgen = i - 12 >= 0 || i + 12 < serie.length;
    const grans = Math.max(tal * sigma, kanHaKommitIgen ? 0 : rimligt);
    if (storlekar[i] <= grans) return varde;
    const dampad = niva[i] + Math.sign(rest[i]) * grans + sasong[i % 12];
    return log ? Math.exp(dampad) : dampad;
  });
}

const glidande = (serie: readonly number[], i: number, bredd: number) =>
  median(serie.slice(Math.max(0, i - bredd), i + bredd + 1));

function aterkommande(manad: readonly number[]): number {
  if (manad.length < 2) return 0;
  if (manad.length > 2) return median(manad);
  return manad.reduce((minst, varde) => (Math.abs(varde) < Math.abs(minst) ? varde : minst));
}
