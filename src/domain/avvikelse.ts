/** netto: income +, cost −. kostnad: cost +, income −. */
export type Tecken = "netto" | "kostnad";

/**
 * Variance between outcome and budget, in their unit. Plus is better than budget (överskott) and minus worse
 * (underskott), whichever way the amounts are signed.
 */
export function avvikelse(utfall: number, budget: number, tecken: Tecken): number {
  return tecken === "netto" ? utfall - budget : budget - utfall;
}

/** Numerator over denominator; null where the denominator is 0 and there is no ratio. */
export function kvot(taljare: number, namnare: number): number | null {
  return namnare === 0 ? null : taljare / namnare;
}
