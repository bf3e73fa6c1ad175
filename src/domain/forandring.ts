import { kvot } from "./avvikelse";

/** netto: signed difference. kostnad: difference of magnitudes, so that dearer is positive. */
export type Forandringsart = "netto" | "kostnad";

/** One is an income and the other a cost: there is no change of cost to speak of. */
export function byterTecken(ny: number, gammal: number): boolean {
  return (ny < 0 && gammal > 0) || (ny > 0 && gammal < 0);
}

/** Change from one year to the next, in their unit. */
export function forandring(ny: number, gammal: number, art: Forandringsart): number {
  return art === "netto" ? ny - gammal : Math.abs(ny) - Math.abs(gammal);
}

/** The change as a share of the old amount's size; null where that is 0. */
export function forandringsprocent(ny: number, gammal: number, art: Forandringsart): number | null {
  return kvot(forandring(ny, gammal, art), Math.abs(gammal));
}
