/**
 * Rounds half away from zero on the decimal value as printed: (2.675, 2) → 2.68, (-0.5, 0) → -1. Negative decimals round
 * to tens, hundreds … Never -0. For a sum, `storlek` is the sum of its terms' sizes: their binary noise is removed first.
 */
export function avrunda(tal: number, decimaler: number, storlek = Math.abs(tal)): number {
  const whole = Math.round(flyttaDecimal(utanBrus(Math.abs(tal), storlek), decimaler));
  if (whole === 0) return 0;
  const rounded = flyttaDecimal(whole, -decimaler);
  return tal < 0 ? -rounded : rounded;
}

/** [docs] Excel holds 15 significant digits: of a figure of this size, what comes after them is no part of it. */
function utanBrus(tal: number, storlek: number): number {
  const decimals = 14 - Math.floor(Math.log10(storlek));
  return Number(decimals >= 0 && decimals <= 100 ? tal.toFixed(decimals) : tal.toPrecision(15));
}

/** Moves the decimal point to the right without disturbing the digits: (1.005, 2) → 100.5, which 1.005 × 100 is not. */
export function flyttaDecimal(tal: number, steg: number): number {
  const [digits, exponent = "0"] = String(tal).split("e");
  return Number(`${digits}e${Number(exponent) + steg}`);
}

/** The difference without binary noise, for comparing amounts: 2.2 − 1.2 is 1. */
export function skillnad(a: number, b: number): number {
  const difference = a - b;
  return Math.abs(difference) < 1e6 ? Math.round(difference * 1e9) / 1e9 : difference;
}

/** Whole units of 10^−decimaler, half away from zero. What lies clear of a half needs no look at its digits. */
function enheter(tal: number, decimaler: number, skala: number, storlek = Math.abs(tal)): number {
  const scaled = tal * skala;
  const fraction = Math.abs(scaled - Math.trunc(scaled));
  const clear = Math.abs(fraction - 0.5) > 1e-6 + storlek * skala * 1e-14;
  return clear ? Math.round(scaled) : flyttaDecimal(avrunda(tal, decimaler, storlek), decimaler);
}

/**
 * Rounds amounts so that they sum to their rounded total. Each is rounded half away from zero; if they then miss the
 * total by m units, the m whose rounding went furthest the wrong way move one unit back (largest remainder). Ties: the
 * larger amount, then the earlier. No amount ends a whole unit or more from where it was.
 */
export function avrundaSumma(tal: readonly number[], decimaler: number): number[] {
  const skala = 10 ** decimaler;
  const units = new Array<number>(tal.length);
  // How far each was rounded down, in billionths of a unit: whole numbers, so that ties are ties.
  const remainders = new Int32Array(tal.length);
  let total = 0;
  let sizes = 0;
  let unitsTotal = 0;
  for (let i = 0; i < tal.length; i++) {
    units[i] = enheter(tal[i], decimaler, skala);
    remainders[i] = Math.round((tal[i] * skala - units[i]) * 1e9);
    total += tal[i];
    sizes += Math.abs(tal[i]);
    unitsTotal += units[i];
  }
  const missing = enheter(total, decimaler, skala, sizes) - unitsTotal;
  const step = Math.sign(missing);
  for (const i of furthest(remainders, step, Math.abs(missing), tal)) units[i] += step;
  const [factor, divisor] = decimaler < 0 ? [10 ** -decimaler, 1] : [1, skala];
  for (let i = 0; i < units.length; i++) units[i] = (units[i] * factor) / divisor + 0;
  return units;
}

/** The positions of the `count` largest remainders (smallest where direction is −1). */
function furthest(
  remainders: Int32Array,
  direction: number,
  count: number,
  tal: readonly number[],
): number[] {
  if (count === 0) return [];
  const sorted = remainders.slice().sort();
  const limit = direction > 0 ? sorted[sorted.length - count] : sorted[count - 1];
  const beyond: number[] = [];
  const tied: number[] = [];
  for (let i = 0; i < remainders.length; i++) {
    if (remainders[i] === limit) tied.push(i);
    else if (direction > 0 === remainders[i] > limit) beyond.push(i);
  }
  // Array.sort is stable: equal amounts keep their order.
  tied.sort((a, b) => Math.abs(tal[b]) - Math.abs(tal[a]));
  return beyond.concat(tied.slice(0, count - beyond.length));
}

/**
 * How far a printed total lies from its parts; 0 where rounding explains it: n parts and a total, each rounded to
 * `decimaler`, may differ by (n + 1) × half a unit in the last one.
 */
export function avstamning(summa: number, delar: readonly number[], decimaler: number): number {
  const difference = summa - delar.reduce((total, del) => total + del, 0);
  const tolerance = ((delar.length + 1) * 0.5) / 10 ** decimaler;
  return skillnad(Math.abs(difference), tolerance) <= 0 ? 0 : difference;
}
