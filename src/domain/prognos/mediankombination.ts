import { delar } from "./kombination";
import type { Modell } from "./modell";
import { median } from "./tal";

/** The median of the same methods, month by month (Petropoulos & Svetunkov 2020): one that goes astray has no say. */
export const mediankombination: Modell = (serie, steg) => {
  const framskrivna = delar(serie, steg);
  return framskrivna[0].map((_, h) => median(framskrivna.map((del) => del[h])));
};
