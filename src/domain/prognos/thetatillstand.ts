import { losEkvationer } from "./optimering";

/** The straight line A + B·t that month t is forecast with (t = 1 for the first month), before month t is known. */
export type Linje = (t: number) => { A: number; B: number };

/**
 * The Theta method as a state space (Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler 2016, equations 13–19):
 *
 *     μ(t) = ℓ(t−1) + ω·[(1−α)^(t−1)·A + (1−(1−α)^t)/α·B],   ℓ(t) = αy(t) + (1−α)ℓ(t−1),   ω = 1 − 1/θ
 *
 * μ is linear in ℓ(0) and ω, so for each α (0.1–0.99, as its authors bound it) these two are exact least squares from
 * the third month on, θ kept from 1 up. `linje` must know of months after the series as they are handed to `nasta`.
 */
export function skrivFram(
  serie: readonly number[],
  steg: number,
  linje: Linje,
  nasta: (varde: number) => void = () => undefined,
): number[] {
  const n = serie.length;
  const linjer = serie.map((_, i) => linje(i + 1));
  let basta = { kvadrater: Infinity, alfa: 0.5, omega: 0, niva: serie[0] };
  const prova = (alfa: number) => {
    const anpassad = anpassa(serie, alfa, linjer);
    if (anpassad.kvadrater < basta.kvadrater) basta = { alfa, ...anpassad };
  };
  for (let procent = 10; procent <= 99; procent += 5) prova(procent / 100);
  const grov = Math.round(basta.alfa * 100);
  for (let procent = Math.max(10, grov - 4); procent <= Math.min(99, grov + 4); procent++)
    prova(procent / 100);
  const { alfa, omega } = basta;
  let { niva } = basta;
  return Array.from({ length: steg }, (_, h) => {
    const varde = niva + omega * lyft(alfa, n + h + 1, linje(n + h + 1));
    niva += alfa * (varde - niva);
    nasta(varde);
    return varde;
  });
}

function lyft(alfa: number, t: number, { A, B }: { A: number; B: number }): number {
  const kvar = (1 - alfa) ** (t - 1);
  return kvar * A + ((1 - kvar * (1 - alfa)) / alfa) * B;
}

function anpassa(serie: readonly number[], alfa: number, linjer: readonly { A: number; B: number }[]) {
  // The rest y − ℓ without ℓ(0), against what ℓ(0) and ω each add to μ.
  let bas = 0;
  let kvar = 1;
  let [pp, pg, gg, pr, gr, rr] = [0, 0, 0, 0, 0, 0];
  serie.forEach((varde, i) => {
    if (i >= 2) {
      const g = lyft(alfa, i + 1, linjer[i]);
      const rest = varde - bas;
      pp += kvar * kvar;
      pg += kvar * g;
      gg += g * g;
      pr += kvar * rest;
      gr += g * rest;
      rr += rest * rest;
    }
    bas += alfa * (varde - bas);
    kvar *= 1 - alfa;
  });
  const fri = losEkvationer(
    [
      [pp, pg],
      [pg, gg],
    ],
    [pr, gr],
  );
  const omega = Math.min(1, Math.max(0, fri?.[1] ?? 0));
  const start = (pr - omega * pg) / pp;
  const kvadrater =
    rr + start * start * pp + omega * omega * gg + 2 * (start * omega * pg - start * pr - omega * gr);
  return { kvadrater: Math.max(0, kvadrater), omega, niva: bas + kvar * start };
}
