import { medel, summa } from "./tal";

const ar = 12;

/** Twelve swings; the first belongs to the series' first month. Multiplied with the level, or added to it. */
export interface Sasong {
  multiplikativ: boolean;
  svang: readonly number[];
}

export const rensa = ({ multiplikativ, svang }: Sasong, serie: readonly number[]) =>
  serie.map((varde, i) => (multiplikativ ? varde / svang[i % ar] : varde - svang[i % ar]));

/** Puts the swings back on values that begin at position `forsta` of the series. */
export const aterge = ({ multiplikativ, svang }: Sasong, varden: readonly number[], forsta: number) =>
  varden.map((varde, i) =>
    multiplikativ ? varde * svang[(forsta + i) % ar] : varde + svang[(forsta + i) % ar],
  );

/** A month under this share of the level would blow its noise up when divided by: such a series is taken additively. */
const minstaSvang = 0.2;

/**
 * Classical decomposition (centred 2×12 mean, held level beyond its ends so that every month counts, one year being
 * enough), the swings then drawn towards none by as much as they are noise: the James–Stein shrinkage of Miller &
 * Williams (2003, Shrinkage estimators of time series seasonal factors). Multiplicative where every month is positive.
 */
export const dela = (serie: readonly number[]): Sasong =>
  multiplicerad(serie) ?? { multiplikativ: false, svang: svangar(serie, false) };

/** Every form the season can take, `dela`'s own first. */
export function sasongsformer(serie: readonly number[]): Sasong[] {
  const forsta = dela(serie);
  return forsta.multiplikativ && serie.length >= ar
    ? [forsta, { multiplikativ: false, svang: svangar(serie, false) }]
    : [forsta];
}

function multiplicerad(serie: readonly number[]): Sasong | null {
  if (!serie.every((varde) => varde > 0)) return null;
  const svang = svangar(serie, true);
  return svang.every((varde) => varde >= minstaSvang) ? { multiplikativ: true, svang } : null;
}

function svangar(serie: readonly number[], multiplikativ: boolean): number[] {
  const ingen = multiplikativ ? 1 : 0;
  if (serie.length < ar) return Array<number>(ar).fill(ingen);
  const trend = arsmedel(serie);
  const per: number[][] = Array.from({ length: ar }, () => []);
  serie.forEach((varde, i) => per[i % ar].push(multiplikativ ? varde / trend[i] : varde - trend[i]));
  const manader = per.map(medel);
  const mitt = medel(manader);
  const svang = manader.map((varde) => (multiplikativ ? varde / mitt : varde - mitt));
  const krympning = brusandel(per, manader, svang, ingen);
  return svang.map((varde) => ingen + (1 - krympning) * (varde - ingen));
}

/** The share of the swings' variance that is noise, (p−3)/(p−1) of it as James and Stein have it. */
function brusandel(per: number[][], manader: number[], svang: number[], ingen: number): number {
  const spridning = summa(svang.map((varde) => (varde - ingen) ** 2)) / (ar - 1);
  if (spridning === 0) return 1;
  const antal = ar / summa(per.map((manad) => 1 / manad.length));
  const kvadrater = summa(per.map((manad, i) => summa(manad.map((varde) => (varde - manader[i]) ** 2))));
  const grader = summa(per.map((manad) => manad.length - 1));
  // Few repeated months say little of the noise: three observations' worth of "half of one month's swing is noise".
  const antagna = 3;
  const antagetBrus = (spridning * antal) / (1 + antal);
  const brus = (kvadrater + antagna * antagetBrus) / (grader + antagna);
  return Math.min(1, ((ar - 3) / (ar - 1)) * (brus / antal / spridning));
}

function arsmedel(serie: readonly number[]): number[] {
  const sista = serie.length - 7;
  if (sista < 6) return Array<number>(serie.length).fill(medel(serie));
  const inre: number[] = [];
  for (let i = 6; i <= sista; i++) {
    let ack = (serie[i - 6] + serie[i + 6]) / 2;
    for (let j = i - 5; j <= i + 5; j++) ack += serie[j];
    inre.push(ack / ar);
  }
  return serie.map((_, i) => inre[Math.min(Math.max(i - 6, 0), inre.length - 1)]);
}
