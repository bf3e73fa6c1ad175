import { delar } from "./kombination";
import type { Modell } from "./modell";
import { medel, summa } from "./tal";

/** Earlier moments the parts are tried at, how many months lie between them, and the fewest months to look back on. */
const moment = 4;
const avstand = 3;
const minst = 24;

/**
 * The same methods, each weighted by one over its mean squared error at earlier moments with as many months ahead
 * (Bates & Granger 1969, correlations left out as Newbold & Granger 1974 advise). Alike where none could be tried.
 */
export const viktadkombination: Modell = (serie, steg) => {
  const framskrivna = delar(serie, steg);
  const fel: number[][] = framskrivna.map(() => []);
  for (let i = 0; i < moment; i++) {
    const nu = serie.length - steg - i * avstand;
    if (nu < minst) break;
    delar(serie.slice(0, nu), steg).forEach((del, d) =>
      fel[d].push(medel(del.map((varde, h) => (varde - serie[nu + h]) ** 2))),
    );
  }
  const kvadrater = fel.map((alla) => (alla.length === 0 ? null : medel(alla)));
  const provade = kvadrater.filter((ett) => ett !== null);
  // A part too young to have been tried gets the others' mean; a perfect one gets all but a trace.
  const golv = 1e-6 * medel(provade);
  const vikter = kvadrater.map((ett) => (golv > 0 ? golv / Math.max(golv, ett ?? medel(provade)) : 1));
  return framskrivna[0].map((_, h) => summa(framskrivna.map((del, d) => vikter[d] * del[h])) / summa(vikter));
};
