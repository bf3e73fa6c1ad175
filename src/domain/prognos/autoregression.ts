import type { Modell } from "./modell";
import { losEkvationer } from "./optimering";
import { medel, mellan } from "./tal";

/** An explaining variable: a series as it was `lag` months earlier. */
interface Forklarare {
  serie: readonly number[];
  lag: number;
}

interface Passning {
  koefficienter: number[];
  kvadrater: number;
}

/**
 * Ridge regression of mal[t] on the variables for t from `forsta` on: `straff` is how many months' worth each
 * coefficient is drawn towards zero by. null when the months don't tell the variables apart.
 */
function regrediera(
  mal: readonly number[],
  forklarare: readonly Forklarare[],
  forsta: number,
  straff: readonly number[],
): Passning | null {
  const antal = forklarare.length;
  const manader = mal.length - forsta;
  const A = forklarare.map(() => Array<number>(antal).fill(0));
  const b = Array<number>(antal).fill(0);
  const rad = new Float64Array(antal);
  let malkvadrater = 0;
  for (let t = forsta; t < mal.length; t++) {
    for (let i = 0; i < antal; i++) rad[i] = forklarare[i].serie[t - forklarare[i].lag];
    for (let i = 0; i < antal; i++) {
      b[i] += rad[i] * mal[t];
      for (let j = 0; j <= i; j++) A[i][j] += rad[i] * rad[j];
    }
    malkvadrater += mal[t] ** 2;
  }
  for (let i = 0; i < antal; i++) for (let j = 0; j < i; j++) A[j][i] = A[i][j];
  const gram = A.map((kolumn) => [...kolumn]);
  for (let i = 0; i < antal; i++) A[i][i] *= 1 + straff[i] / manader;
  const koefficienter = losEkvationer(A, [...b]);
  if (!koefficienter) return null;
  // Σ(y − Xc)² = y'y − 2c'X'y + c'X'Xc
  let kvadrater = malkvadrater;
  for (let i = 0; i < antal; i++) {
    kvadrater -= 2 * koefficienter[i] * b[i];
    for (let j = 0; j < antal; j++) kvadrater += koefficienter[i] * gram[i][j] * koefficienter[j];
  }
  return { koefficienter, kvadrater: Math.max(0, kvadrater) };
}

const foruts = (koefficienter: readonly number[], forklarare: readonly Forklarare[], t: number) => {
  let ack = 0;
  forklarare.forEach(({ serie, lag }, i) => (ack += koefficienter[i] * serie[t - lag]));
  return ack;
};

/** A month under this share of the mean would rule the logarithms: such a series is taken as it is. */
const minstILog = 0.02;

const iLogaritmer = (serie: readonly number[]) => {
  const lagst = minstILog * medel(serie);
  return lagst > 0 && serie.every((varde) => varde >= lagst);
};

/**
 * Autoregression of a series without season (in logarithms where positive): the next change from the level and the
 * last changes, up to six. Drawn towards the random walk, longer lags more: Litterman's "Minnesota" prior (1986).
 */
export const autoregression: Modell = (serie, steg) => {
  const n = serie.length;
  const log = iLogaritmer(serie);
  const skala = serie.map((varde) => (log ? Math.log(varde) : varde));
  const mitt = medel(skala);
  const niva = skala.map((varde) => varde - mitt);
  const andring = niva.map((varde, i) => (i === 0 ? 0 : varde - niva[i - 1]));
  const langst = Math.min(6, Math.floor(n / 6));
  const lagar = Array.from({ length: langst }, (_, i) => i + 1);
  const ettor = Array<number>(n + steg).fill(1);
  const forklarare = [
    { serie: ettor, lag: 0 },
    { serie: niva, lag: 1 },
    ...lagar.map((lag) => ({ serie: andring, lag })),
  ];
  const passning = regrediera(andring, forklarare, langst + 1, [2, 10, ...lagar]);
  const lagst = Math.min(...niva);
  const hogst = Math.max(...niva);
  const marginal = (hogst - lagst) / 2;
  for (let t = n; t < n + steg; t++) {
    const fort = passning ? foruts(passning.koefficienter, forklarare, t) : 0;
    niva.push(mellan(niva[t - 1] + fort, lagst - marginal, hogst + marginal));
    andring.push(niva[t] - niva[t - 1]);
  }
  return niva.slice(n).map((varde) => (log ? Math.exp(varde + mitt) : varde + mitt));
};

/**
 * Autoregression of the change since the same month last year (of logarithms where positive), one to three months
 * back and possibly twelve, by the corrected Akaike criterion: a seasonal ARIMA(p,0,0)(P,1,0) of Box & Jenkins (1970)
 * by least squares. Three years at least. The forecast changes stay within those seen.
 */
export const sasongsautoregression: Modell = (serie, steg) => {
  const n = serie.length;
  const log = iLogaritmer(serie);
  const skala = serie.map((varde) => (log ? Math.log(varde) : varde));
  const andring = skala.slice(12).map((varde, i) => varde - skala[i]);
  const manader = andring.length;
  const ettor = Array<number>(manader + steg).fill(1);
  let bast: { kriterium: number; koefficienter: number[]; forklarare: Forklarare[] } | null = null;
  for (const lagar of [[1], [1, 12], [1, 2], [1, 2, 12], [1, 2, 3], [1, 2, 3, 12]]) {
    const langst = lagar[lagar.length - 1];
    const anvanda = manader - langst;
    const forklarare = [{ serie: ettor, lag: 0 }, ...lagar.map((lag) => ({ serie: andring, lag }))];
    const antal = forklarare.length;
    if (anvanda < antal + 4) continue;
    const passning = regrediera(andring, forklarare, langst, Array<number>(antal).fill(0));
    if (!passning) continue;
    const straff = 2 * antal + (2 * antal * (antal + 1)) / Math.max(1, anvanda - antal - 1);
    const kriterium = Math.log(passning.kvadrater / anvanda + Number.MIN_VALUE) + straff / anvanda;
    if (!bast || kriterium < bast.kriterium) bast = { ...passning, kriterium, forklarare };
  }
  const lagst = Math.min(...andring);
  const hogst = Math.max(...andring);
  for (let t = manader; t < manader + steg; t++) {
    const fort = bast ? foruts(bast.koefficienter, bast.forklarare, t) : medel(andring.slice(-12));
    andring.push(mellan(fort, lagst, hogst));
    skala.push(skala[t] + andring[t]);
  }
  return skala.slice(n).map((varde) => (log ? Math.exp(varde) : varde));
};
