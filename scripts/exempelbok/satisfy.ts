/** `minimum ≤ Σ factor·variable ≤ maximum`. */
export interface Constraint {
  what: string;
  terms: { variable: number; factor: number }[];
  minimum: number;
  maximum: number;
}

/**
 * Moves values as little as needed until every constraint holds: each violation is spread evenly over its variables,
 * round after round (Kaczmarz projections). Returns whole numbers; throws naming what can't be met.
 */
/** Projections come closer for ever; this near (in the values' own unit) is there. */
const slack = 0.5;

export function satisfy(start: number[], constraints: Constraint[]): number[] {
  const values = [...start];
  for (let round = 0; round < 5000; round++) {
    let violated = false;
    for (const { terms, minimum, maximum } of constraints) {
      const total = terms.reduce((sum, { variable, factor }) => sum + factor * values[variable], 0);
      const miss = total < minimum - slack ? minimum - total : total > maximum + slack ? maximum - total : 0;
      if (miss === 0) continue;
      violated = true;
      const weight = terms.reduce((sum, { factor }) => sum + factor * factor, 0);
      for (const { variable, factor } of terms) values[variable] += (miss * factor) / weight;
    }
    if (!violated) return values.map(Math.round);
  }
  const unmet = constraints.filter(({ terms, minimum, maximum }) => {
    const total = terms.reduce((sum, { variable, factor }) => sum + factor * values[variable], 0);
    return total < minimum - slack || total > maximum + slack;
  });
  throw new Error(`Can't be met together: ${unmet.map(({ what }) => what).join("; ")}`);
}
