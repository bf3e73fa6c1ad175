import { enligtAndel } from "./andel";
import { type Metodfunktion } from "./fraga";
import { summa } from "./tal";

/** The year so far is the share it has been in all earlier years together. Total = ack / pooled share. */
export const profil: Metodfunktion = ({ historik, bokade }) => {
  if (historik.length < 12) return "saknarHistorik";
  if (bokade.length === 0) return "saknarUtfall";
  const ar = Array.from({ length: 12 }, (_, manad) => summa(historik.filter((_, i) => i % 12 === manad)));
  return enligtAndel(bokade, ar) ?? "nollnaraHistorik";
};
