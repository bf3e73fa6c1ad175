import type { Modell } from "./modell";
import { losEkvationer } from "./optimering";
import { mellan, medel } from "./tal";

interface Passning {
  koefficienter: number[];
  kvadrater: number;
}

/** Ridge regression: `straff` is how many per cent of its own diagonal each column is drawn towards zero by. */
function regrediera(rader: number[][], mal: number[], straff: readonly number[]): Passning | null {
  const antal = straff.length;
  const A = Array.from({ length: antal }, () => Array<number>(antal).fill(0));
  const b = Array<number>(antal).fill(0);
  rader.forEach((rad, t) => {
    for (let i = 0; i < antal; i++) {
      b[i] += rad[i] * mal[t];
      for (let j = 0; j < antal; j++) A[i][j] += rad[i] * rad[j];
    }
  });
  for (let i = 0; i < antal; i++) A[i][i] *= 1 + straff[i];
  const koefficienter = losEkvationer(A, b);
  if (!koefficienter) return null;
  let kvadrater = 0;
  rader.forEach((rad, t) => {
    let fel = mal[t];
    for (let i = 0; i < antal; i++) fel -= koefficienter[i] * rad[i];
    kvadrater += fel * fel;
  });
  return { koefficienter, kvadrater };
}

const logaritmer = (serie: readonly number[]) => serie.every((varde) => varde > 0);

/**
 * Autoregression of a series without season (in logarithms where positive): the next change from the level and the
 * last changes, up to six. Drawn towards the random walk, longer lags more: Litterman's "Minnesota" prior (1986).
 */
export const autoregression: Modell = (serie, steg) => {
  const n = serie.length;
  const log = logaritmer(serie);
  const skala = serie.map((varde) => (log ? Math.log(varde) : varde));
  const mitt = medel(skala);
  const niva = skala.map((varde) => varde - mitt);
  const andring = niva.map((varde, i) => (i === 0 ? 0 : varde - niva[i - 1]));
  const lag = Math.min(6, Math.floor(n / 6));
  const rad = (t: number) => [1, niva[t - 1], ...Array.from({ length: lag }, (_, j) => andring[t - 1 - j])];
  const tider = Array.from({ length: n - lag - 1 }, (_, i) => lag + 1 + i);
  const straff = [2, 10, ...Array.from({ length: lag }, (_, j) => j + 1)].map((tal) => tal / tider.length);
  const passning = regrediera(
    tider.map(rad),
    tider.map((t) => andring[t]),
    straff,
  );
  const [lagst, hogst] = [Math.min(...niva), Math.max(...niva)];
  const marginal = (hogst - lagst) / 2;
  for (let t = n; t < n + steg; t++) {
    const forare = rad(t);
    const fort = passning ? passning.koefficienter.reduce((ack, tal, i) => ack + tal * forare[i], 0) : 0;
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
  const log = logaritmer(serie);
  const skala = serie.map((varde) => (log ? Math.log(varde) : varde));
  const andring = skala.slice(12).map((varde, i) => varde - skala[i]);
  let bast: { kriterium: number; lagar: number[]; koefficienter: number[] } | null = null;
  for (const lagar of [[1], [1, 12], [1, 2], [1, 2, 12], [1, 2, 3], [1, 2, 3, 12]]) {
    const langst = lagar[lagar.length - 1];
    const tider = Array.from({ length: andring.length - langst }, (_, i) => langst + i);
    const antal = lagar.length + 1;
    if (tider.length < antal + 4) continue;
    const passning = regrediera(
      tider.map((t) => [1, ...lagar.map((lag) => andring[t - lag])]),
      tider.map((t) => andring[t]),
      Array<number>(antal).fill(0),
    );
    if (!passning) continue;
    const straff = 2 * antal + (2 * antal * (antal + 1)) / Math.max(1, tider.length - antal - 1);
    const kriterium = Math.log(passning.kvadrater / tider.length + Number.MIN_VALUE) + straff / tider.length;
    if (!bast || kriterium < bast.kriterium)
      bast = { kriterium, lagar, koefficienter: passning.koefficienter };
  }
  const [lagst, hogst] = [Math.min(...andring), Math.max(...andring)];
  for (let t = andring.length, i = 0; i < steg; t++, i++) {
    const fort = bast
      ? bast.lagar.reduce(
          (ack, lag, j) => ack + bast.koefficienter[j + 1] * andring[t - lag],
          bast.koefficienter[0],
        )
      : medel(andring.slice(-12));
    andring.push(mellan(fort, lagst, hogst));
    skala.push(skala[t] + andring[t]);
  }
  return skala.slice(n).map((varde) => (log ? Math.exp(varde) : varde));
};
