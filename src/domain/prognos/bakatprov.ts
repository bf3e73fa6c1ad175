import { kvar, type Lage, type Metodfunktion } from "./fraga";
import { medel, summa } from "./tal";

/** How a method would have done at one earlier moment: forecast minus outcome over the months left. */
export interface Prov {
  avvikelse: number;
  /** Σ|months| of the twelve the moment belongs to: what the deviation is measured against. */
  omfang: number;
  /** Months the method could look back on. */
  kanda: number;
}

const flest = 12;

/** Fewest months a method is tried on. */
const minst = 12;

/**
 * Rolling origin (Tashman 2000): the method is asked again at earlier moments, the newest first, where as many months
 * were booked and left as now, and the outcome is known by now. At most twelve moments, every second month where there
 * are enough. It never sees a month after the moment asked about.
 */
export function provaBakat(lage: Lage, metod: Metodfunktion): Prov[] {
  const serie = [...lage.historik, ...lage.bokade];
  const k = lage.bokade.length;
  const sista = serie.length - kvar(lage);
  const steg = sista - Math.max(k, minst) >= flest ? 2 : 1;
  const prov: Prov[] = [];
  for (let nu = sista; nu >= Math.max(k, minst) && prov.length < flest; nu -= steg) {
    const svar = metod({
      historik: serie.slice((nu - k) % 12, nu - k),
      bokade: serie.slice(nu - k, nu),
      budget: null,
    });
    if (typeof svar === "string") continue;
    prov.push({
      avvikelse: summa(svar) - summa(serie.slice(nu, nu + kvar(lage))),
      omfang: summa(serie.slice(nu - k, nu + kvar(lage)).map(Math.abs)),
      kanda: nu,
    });
  }
  return prov;
}

/** A year smaller than this beside what it was missed by measures nothing: only keeps the quotient a number. */
const minstaOmfang = 1e-9;

const andel = (avvikelse: number, omfang: number) =>
  avvikelse === 0 ? 0 : avvikelse / Math.max(omfang, minstaOmfang * avvikelse);

/** Mean absolute deviation of the year's total, as a share of the year's months. null when nothing could be tried. */
export function medelfel(prov: readonly Prov[]): number | null {
  const omfang = summa(prov.map((moment) => moment.omfang));
  return omfang === 0 ? null : andel(summa(prov.map(({ avvikelse }) => Math.abs(avvikelse))), omfang);
}

/** The mean absolute deviation per unit of size, each moment counting alike. */
export const snittandel = (prov: readonly Prov[]) =>
  medel(prov.map(({ avvikelse, omfang }) => (omfang === 0 ? 0 : andel(Math.abs(avvikelse), omfang))));
