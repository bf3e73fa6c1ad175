import { type Figure, halfUnit } from "./figures";
import type { Regel, Sakerhet, Sentence } from "./finding";

export type Read = (figure: Figure) => number;

/** What a figure should be: any value from `low` to `high` prints as it does; `value` is the figure calculated. */
export interface Expected {
  value: number;
  low: number;
  high: number;
}

/**
 * An arithmetic tie between figures: `target` follows from `terms`. The rules state their ties as relations; which
 * figure is the wrong one is decided over all of them together (diagnosis.ts).
 */
export interface Relation {
  regel: Regel;
  sakerhet: Sakerhet;
  target: Figure;
  terms: Figure[];
  /** How much the target changes with each term; null when it isn't linear. */
  factors: number[] | null;
  /** null where it can't be tried (division by zero). */
  expected(read: Read): Expected | null;
  /** A difference beyond this is worth a notice even inside the tolerance; absent when there is none. */
  notice?: number;
  /** The finding's sentence when the target is what is wrong. */
  text(expected: Expected): Sentence;
  /** What the target should be can't be said, only that it isn't this. */
  open?: boolean;
  /** The two sides are equals: neither follows from the other. */
  mutual?: boolean;
}

export interface LinearOptions {
  target: Figure;
  terms: Figure[];
  factors: number[];
  /** Counts of whole things: nothing is rounded. */
  exact?: boolean;
}

/** Σ factor × term within (n + 1) × half a unit in the last printed decimal. */
export function linear({ target, terms, factors, exact }: LinearOptions) {
  const tolerance = exact
    ? 0
    : terms.reduce((sum, term, index) => sum + Math.abs(factors[index]) * halfUnit(term), halfUnit(target));
  return {
    target,
    terms,
    factors,
    tolerance,
    expected(read: Read): Expected {
      let value = 0;
      for (let index = 0; index < terms.length; index++) value += factors[index] * read(terms[index]);
      return { value, low: value - tolerance, high: value + tolerance };
    },
  };
}

/** Binary dust in sums of decimals is never a difference. */
export const dust = (value: number) => 1e-9 * Math.max(1, Math.abs(value));

export function holds(expected: Expected, printed: number): boolean {
  const slack = dust(expected.value);
  return printed >= expected.low - slack && printed <= expected.high + slack;
}
