/** netto: income +, cost −. kostnad: cost +, income −. */
export type Tecken = "netto" | "kostnad";

/**
 * Variance between outcome and budget, in their unit. Plus is better than budget (överskott) and minus worse
 * (underskott), whichever way the amounts are signed.
 */
export function avvikelse(utfall: number, budget: number, tecken: Tecken): number {
  return tecken === "netto" ? utfall - budget : budget - utfall;
}

/** Variance as a share of `bas`, which is the budget unless something else is chosen. null where bas is 0. */
export function avvikelseprocent(
  utfall: number,
  budget: number,
  tecken: Tecken,
  bas: number = budget,
): number | null {
  return kvot(avvikelse(utfall, budget, tecken), Math.abs(bas));
}

/** Numerator over denominator; null where the denominator is 0 and there is no ratio. */
export function kvot(taljare: number, namnare: number): number | null {
  return namnare === 0 ? null : taljare / namnare;
}

/**
 * How far the net cost lies from the reference cost, both positive. Plus = dearer than expected: the sign of Kolada's
 * nettokostnadsavvikelse. As an amount, or as a share of the reference cost (> 0).
 */
export function nettokostnadsavvikelse(
  nettokostnad: number,
  referenskostnad: number,
  form: "belopp" | "procent",
): number {
  const belopp = nettokostnad - referenskostnad;
  return form === "belopp" ? belopp : belopp / referenskostnad;
}

/** What is left of an appropriation, whichever way the two are signed. Minus = overdrawn. */
export function kvarAvAnslag(anslag: number, utfall: number): number {
  return Math.abs(anslag) - Math.abs(utfall);
}

/** What no factor explains of a variance: total − Σ factors. */
export function rest(total: number, delar: readonly number[]): number {
  return delar.reduce((kvar, del) => kvar - del, total);
}
