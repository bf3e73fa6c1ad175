import { aterge, arSasongsserie, dela, rensa } from "./sasong";
import { theta } from "./theta";

/** Methods that carry any monthly series on. */
export const seriemetoder = ["auto", "aterstod", "theta", "ets", "kombination"] as const;

export type Seriemetod = (typeof seriemetoder)[number];

/** Forecasts `steg` months after a positive-leaning series without unknown months. */
export function bar(serie: readonly number[], steg: number, _metod: Exclude<Seriemetod, "auto">): number[] {
  if (!arSasongsserie(serie)) return theta(serie, steg);
  const sasong = dela(serie);
  return aterge(sasong, theta(rensa(sasong, serie), steg), serie.length);
}
