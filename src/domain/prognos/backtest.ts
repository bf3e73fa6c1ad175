import { type Lage, type Metodfunktion, summa } from "./fraga";

/** How a method would have done at one earlier moment: forecast minus outcome over the months left. */
export interface Provning {
  avvikelse: number;
  /** Σ|months| of the twelve the moment belongs to: what the deviation is measured against. */
  omfang: number;
}

const flestProv = 24;

/**
 * Rolling origin: the method is asked again at each of the last 24 months where the same number of months were
 * booked, the same number left, and the outcome is known by now. It never sees a month after the moment asked about.
 * (Tashman 2000, Out-of-sample tests of forecasting accuracy.)
 */
export function provaBakat({ historik, bokade }: Lage, metod: Metodfunktion, minst = 12): Provning[] {
  const serie = [...historik, ...bokade];
  const k = bokade.length;
  const sista = serie.length - (12 - k);
  const provningar: Provning[] = [];
  for (let nu = sista; nu >= Math.max(k, minst) && provningar.length < flestProv; nu--) {
    const svar = metod({
      historik: serie.slice((nu - k) % 12, nu - k),
      bokade: serie.slice(nu - k, nu),
      budget: null,
    });
    if (typeof svar === "string") continue;
    const utfall = serie.slice(nu, nu + 12 - k);
    const ar = [...serie.slice(nu - k, nu), ...utfall];
    provningar.push({ avvikelse: summa(svar) - summa(utfall), omfang: summa(ar.map(Math.abs)) });
  }
  return provningar;
}

/** Mean absolute deviation of the year's total, as a share of the year. null when nothing could be tried. */
export function medelfel(provningar: readonly Provning[]): number | null {
  const omfang = summa(provningar.map((prov) => prov.omfang));
  return omfang === 0 ? null : summa(provningar.map((prov) => Math.abs(prov.avvikelse))) / omfang;
}
