import { kvar, type Metodfunktion } from "./fraga";
import { summa } from "./tal";

/** Straight line: the booked months' mean goes on. Total = ack / k × 12. */
export const rak: Metodfunktion = (lage) =>
  lage.bokade.length === 0
    ? "saknarUtfall"
    : Array<number>(kvar(lage)).fill(summa(lage.bokade) / lage.bokade.length);
