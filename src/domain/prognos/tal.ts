export const summa = (tal: readonly number[]) => {
  let ack = 0;
  for (const varde of tal) ack += varde;
  return ack;
};

export const medel = (tal: readonly number[]) => summa(tal) / tal.length;

/** The q-quantile (0–1) by linear interpolation; q = 0.5 is the median. */
export function kvantil(tal: readonly number[], q: number): number {
  const ordnade = Float64Array.from(tal).sort();
  const plats = (ordnade.length - 1) * q;
  const under = Math.floor(plats);
  const over = Math.ceil(plats);
  return ordnade[under] + (plats - under) * (ordnade[over] - ordnade[under]);
}

export const median = (tal: readonly number[]) => kvantil(tal, 0.5);

export const mellan = (varde: number, lagst: number, hogst: number) =>
  Math.min(hogst, Math.max(lagst, varde));

/** Level at position 0 and slope of the least-squares line through a series. */
export function linje(serie: readonly number[]): { start: number; lutning: number } {
  const n = serie.length;
  const mitt = (n - 1) / 2;
  const niva = medel(serie);
  let produkt = 0;
  for (let i = 0; i < n; i++) produkt += (i - mitt) * (serie[i] - niva);
  const lutning = n < 2 ? 0 : produkt / ((n * (n * n - 1)) / 12);
  return { start: niva - lutning * mitt, lutning };
}
