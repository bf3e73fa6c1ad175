/** Carries a positive-leaning series of about unit size on by `steg` months. Nothing in it is unknown or infinite. */
export type Modell = (serie: readonly number[], steg: number) => number[];
