/**
 * The part of the year's budget that falls on months 1 to `manad`: a twelfth a month, or after a profile of twelve
 * weights (last year's months, say). null where the weights sum to 0.
 */
export function periodandel(manad: number, profil?: readonly number[]): number | null {
  if (!profil) return manad / 12;
  let upTo = 0;
  let year = 0;
  profil.forEach((weight, month) => {
    year += weight;
    if (month < manad) upTo += weight;
  });
  return year === 0 ? null : upTo / year;
}

/**
 * Mean of the last `fonster` values at each position, null until there are that many. Every window is summed from its own
 * values (in two runs that meet at a block's edge), so that rounding errors don't travel along the series.
 */
export function rullandeMedel(tal: ArrayLike<number>, fonster: number): (number | null)[] {
  const after = new Float64Array(tal.length);
  for (let i = tal.length - 1; i >= 0; i--) {
    const lastOfBlock = (i + 1) % fonster === 0 || i === tal.length - 1;
    after[i] = tal[i] + (lastOfBlock ? 0 : after[i + 1]);
  }
  const means = new Array<number | null>(tal.length);
  let before = 0;
  for (let i = 0; i < tal.length; i++) {
    before = i % fonster === 0 ? tal[i] : before + tal[i];
    const first = i - fonster + 1;
    if (first < 0) means[i] = null;
    else means[i] = (first % fonster === 0 ? before : after[first] + before) / fonster;
  }
  return means;
}
