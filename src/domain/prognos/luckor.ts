/**
 * Fills unknown months: each month's mean distance from the whole (where two years are known), and between the
 * nearest known neighbours a straight line of what is left. null when nothing is known.
 */
export function fyllLuckor(serie: readonly (number | null)[]): number[] | null {
  if (serie.every((varde) => varde !== null)) return [...(serie as readonly number[])];
  const kanda = serie.flatMap((varde, i) => (varde === null ? [] : [{ i, varde }]));
  if (kanda.length === 0) return null;
  const medel = (urval: typeof kanda) => urval.reduce((ack, { varde }) => ack + varde, 0) / urval.length;
  const niva = medel(kanda);
  const avstand = Array.from({ length: 12 }, (_, manad) => {
    const samma = kanda.filter(({ i }) => i % 12 === manad);
    return samma.length < 2 ? 0 : medel(samma) - niva;
  });
  const rensad = (punkt: { i: number; varde: number }) => punkt.varde - avstand[punkt.i % 12];
  return serie.map((varde, i) => {
    if (varde !== null) return varde;
    const fore = kanda.filter((punkt) => punkt.i < i).at(-1);
    const efter = kanda.find((punkt) => punkt.i > i);
    const a = fore ?? efter!;
    const b = efter ?? fore!;
    const vikt = a === b ? 0 : (i - a.i) / (b.i - a.i);
    return rensad(a) * (1 - vikt) + rensad(b) * vikt + avstand[i % 12];
  });
}
