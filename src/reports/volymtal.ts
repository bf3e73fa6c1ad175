import { type Expression, number } from "../workbook/expression";
import { beloppsformel, faktor, type Villkor } from "./belopp";
import type { Utseende } from "./profil";
import type { Underlag } from "./underlag";

/** Source rows of a measure, as a formula and as the figure it gives. */
export interface Volymtal {
  formel(matt: string, urval: Villkor[][], fran: number, till: number): Expression;
  varde(matt: string, urval: Villkor[][], fran: number, till: number): number;
}

/**
 * Counts and amounts of a source by month, for reports whose columns differ from row to row. Counts keep the source's unit;
 * `pengar` names measures in the report's. `somVarden`: figures in place of formulas.
 */
export function volymtal(
  underlag: Underlag,
  look: Utseende,
  pengar: ReadonlySet<string>,
  somVarden: boolean,
): Volymtal {
  const egen: Utseende = {
    ...look,
    enhet: underlag.enhet ?? look.enhet,
    tecken: underlag.tecken ?? look.tecken,
  };
  const kostnad: Utseende = { ...look, tecken: underlag.tecken ?? look.tecken };
  const utseendeFor = (matt: string) => (pengar.has(matt) ? kostnad : egen);
  const known = new Map<string, Map<number, number>>();
  const perManad = (matt: string, urval: Villkor[][]): Map<number, number> => {
    const key = `${matt} ${JSON.stringify(urval)}`;
    let sums = known.get(key);
    if (!sums) known.set(key, (sums = summera(underlag, matt, urval)));
    return sums;
  };
  const varde: Volymtal["varde"] = (matt, urval, fran, till) => {
    let sum = 0;
    for (const [period, value] of perManad(matt, urval))
      if (period < 0 || (period >= fran && period <= till)) sum += value;
    return sum * faktor(underlag, utseendeFor(matt));
  };
  return {
    varde,
    formel: (matt, urval, fran, till) =>
      somVarden
        ? number(varde(matt, urval, fran, till))
        : (beloppsformel(underlag, utseendeFor(matt), matt, urval, fran, till) ?? number(0)),
  };
}

/** By month; what has none is at -1, and counts in every span. */
function summera(underlag: Underlag, matt: string, urval: Villkor[][]): Map<number, number> {
  const values = underlag.matt(matt)?.varden;
  const sums = new Map<number, number>();
  if (!values) return sums;
  const alternativ = urval.map((villkor) =>
    villkor.map(({ falt, varde }) => {
      const { koder, namn } = underlag.dimension(falt)!;
      const wanted = namn.findIndex((one) => one.toLowerCase() === varde.toLowerCase());
      return (i: number) => (koder[i] < 0 ? varde === "" : koder[i] === wanted);
    }),
  );
  for (let i = 0; i < underlag.antal; i++) {
    if (Number.isNaN(values[i]) || !alternativ.some((villkor) => villkor.every((meets) => meets(i))))
      continue;
    const period = Math.max(-1, underlag.period?.koder[i] ?? -1);
    sums.set(period, (sums.get(period) ?? 0) + values[i]);
  }
  return sums;
}
