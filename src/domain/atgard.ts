/** The part of a measure's yearly effect that falls in its first year; it starts on the first of `startmanad` (1–12). */
export function delarseffekt(helarseffekt: number, startmanad: number): number {
  return (helarseffekt * (13 - startmanad)) / 12;
}

/** The yearly effect behind a first year's effect: the inverse of delarseffekt. */
export function helarseffekt(arseffekt: number, startmanad: number): number {
  return (arseffekt * 12) / (13 - startmanad);
}
