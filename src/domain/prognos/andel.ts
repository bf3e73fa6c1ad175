import { summa } from "./tal";

/** A smaller share of a year than this is what binary fractions leave behind, not months. */
const minstaAndel = 1e-9;

/**
 * The remaining months of an outcome that follows a year's shape: ar[i] × ack / Σ ar[0..k). null where the shape
 * can't carry a division: its share so far must lie in (0; 1], and its sum be at least half of Σ|months| (a net
 * near zero would explode).
 */
export function enligtAndel(bokade: readonly number[], ar: readonly number[]): number[] | null {
  const hela = summa(ar);
  const sahar = summa(ar.slice(0, bokade.length));
  const andel = sahar / hela;
  const jamnt = Math.abs(hela) >= summa(ar.map(Math.abs)) / 2;
  if (hela === 0 || !jamnt || !(andel >= minstaAndel && andel <= 1)) return null;
  return ar.slice(bokade.length).map((manad) => (manad * summa(bokade)) / sahar);
}
