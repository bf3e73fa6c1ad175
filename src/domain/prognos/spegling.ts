import { summa } from "./tal";

/** 1 where a series leans to plus, −1 where it leans to minus: costs booked with minus are forecast as their mirror image. */
export function spegling(serie: readonly number[]): 1 | -1 {
  const lutning = summa(serie) || (serie.find((varde) => varde !== 0) ?? 1);
  return lutning < 0 ? -1 : 1;
}
