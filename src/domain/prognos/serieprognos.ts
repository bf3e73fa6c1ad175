import { arBelopp, neka, type Nekad } from "./fraga";
import { dampaAvvikare } from "./avvikare";
import { dotm } from "./dotm";
import { ets } from "./ets";
import { holt } from "./holt";
import { kombination, medSasong } from "./kombination";
import { fyllLuckor } from "./luckor";
import { mediankombination } from "./mediankombination";
import type { Modell } from "./modell";
import { otm } from "./otm";
import { spegling } from "./spegling";
import { medel } from "./tal";
import { theta } from "./theta";
import { viktadkombination } from "./viktadkombination";

/** Methods that carry any monthly series on, in the order they are offered. */
export const seriemetoder = [
  "auto",
  "aterstod",
  "theta",
  "otm",
  "dotm",
  "ets",
  "holt",
  "kombination",
  "median",
  "viktad",
] as const;

export type Seriemetod = (typeof seriemetoder)[number];

const modeller = {
  theta: medSasong(theta),
  otm: medSasong(otm),
  dotm: medSasong(dotm),
  ets: (serie, steg) => ets(serie, steg),
  holt,
  kombination,
  median: mediankombination,
  viktad: viktadkombination,
} satisfies Record<string, Modell>;

export type Modellnamn = keyof typeof modeller;

/**
 * `steg` months after the series by a model, the series taken at unit size with one-off months drawn in. Three months
 * at least. What never was negative stays so. The mirrored series has the mirrored forecast.
 */
export function modellera(serie: readonly number[], steg: number, modell: Modellnamn): number[] {
  const skala = spegling(serie) * medel(serie.map(Math.abs));
  if (skala === 0) return Array<number>(steg).fill(0);
  const enhet = dampaAvvikare(serie.map((varde) => varde / skala));
  const golv = enhet.every((varde) => varde >= 0) ? 0 : -Infinity;
  return modeller[modell](enhet, steg).map((varde) => Math.max(golv, varde) * skala);
}

export interface Serieprognos {
  /** The months after the series, the nearest first. */
  varden: number[];
  /** The method used: `rak` repeats the mean where there are fewer than three months. */
  metod: Exclude<Seriemetod, "auto"> | "rak";
  /** Months in the series whose value was unknown and has been estimated. */
  uppskattade: number;
}

/** Forecasts any monthly series (null is an unknown month), or says why it can't be done. */
export function serieprognos(
  serie: readonly (number | null)[],
  steg: number,
  metod: Seriemetod = "auto",
): Serieprognos | Nekad {
  if (!seriemetoder.includes(metod)) return neka("metod");
  if (!Number.isInteger(steg) || steg < 1) return neka("steg");
  if (!arBelopp(serie)) return neka("oandligt");
  const kand = serie.slice(serie.findIndex((varde) => varde !== null));
  const fylld = fyllLuckor(kand);
  if (!fylld?.length) return neka("saknarUtfall");
  const uppskattade = kand.filter((varde) => varde === null).length;
  if (metod === "aterstod" && fylld.length < 12) return neka("saknarHistorik");
  if (metod === "aterstod")
    return {
      varden: Array.from({ length: steg }, (_, h) => fylld[fylld.length - 12 + (h % 12)] + 0),
      metod,
      uppskattade,
    };
  if (fylld.length < 3)
    return metod === "auto"
      ? { varden: Array<number>(steg).fill(medel(fylld)), metod: "rak", uppskattade }
      : neka("kortHistorik");
  const vald = metod === "auto" ? "kombination" : metod;
  return { varden: modellera(fylld, steg, vald).map((varde) => varde + 0), metod: vald, uppskattade };
}
