import type { Underlag } from "./underlag";

/**
 * A source's records put together by names and month: one cell a combination that occurs, in order of first appearance.
 * What a report sums over a million records it then sums over some hundred cells.
 */
export interface Kub {
  /** A record of each cell: for its names and month. */
  poster: Int32Array;
  /** Amounts per cell; NaN where none of its records has one. */
  summor(varden: ArrayLike<number>): Float64Array;
}

interface Byggd extends Kub {
  falt: string[];
}

const byggda = new WeakMap<Underlag, Byggd[]>();

/** Records by at least these dimensions and month; built once a source, and used again where it holds them. */
export function kub(underlag: Underlag, falt: string[]): Kub {
  const own = byggda.get(underlag) ?? [];
  const known = own.find((one) => falt.every((name) => one.falt.includes(name)));
  if (known) return known;
  const made = bygg(underlag, falt);
  byggda.set(underlag, [...own, made]);
  return made;
}

/** Combinations for which a table of all that could occur is worth its memory. */
const mestIListan = 4_000_000;

function bygg(underlag: Underlag, falt: string[]): Byggd {
  const { antal, period } = underlag;
  const axlar = falt.flatMap((name) => {
    const dimension = underlag.dimension(name);
    return dimension ? [{ koder: dimension.koder, bas: -1, langd: dimension.namn.length + 1 }] : [];
  });
  if (period) axlar.push({ koder: period.koder, ...omfang(period.koder, antal) });
  const nycklar = new Float64Array(antal);
  let storlek = 1;
  for (const { koder, bas, langd } of axlar) {
    if (storlek * langd > Number.MAX_SAFE_INTEGER) storlek = numrera(nycklar, storlek, nycklar).length;
    storlek *= langd;
    for (let i = 0; i < antal; i++) nycklar[i] = nycklar[i] * langd + (koder[i] - bas);
  }
  const celler = new Int32Array(antal);
  const poster = numrera(nycklar, storlek, celler);
  const summerade = new Map<ArrayLike<number>, Float64Array>();
  return {
    falt,
    poster: Int32Array.from(poster),
    summor(varden) {
      const known = summerade.get(varden);
      if (known) return known;
      const summor = new Float64Array(poster.length).fill(NaN);
      for (let i = 0; i < antal; i++) {
        const belopp = varden[i];
        if (belopp !== belopp) continue;
        const cell = celler[i];
        const hittills = summor[cell];
        summor[cell] = hittills !== hittills ? belopp : hittills + belopp;
      }
      summerade.set(varden, summor);
      return summor;
    },
  };
}

/** Numbers the keys that occur, in order of first appearance, and gives the first record of each. */
function numrera(nycklar: Float64Array, storlek: number, nummer: Float64Array | Int32Array): number[] {
  const poster: number[] = [];
  const lista = storlek <= mestIListan ? new Int32Array(storlek).fill(-1) : null;
  const kanda = new Map<number, number>();
  for (let i = 0; i < nycklar.length; i++) {
    const nyckel = nycklar[i];
    let cell = lista ? lista[nyckel] : (kanda.get(nyckel) ?? -1);
    if (cell < 0) {
      cell = poster.push(i) - 1;
      if (lista) lista[nyckel] = cell;
      else kanda.set(nyckel, cell);
    }
    nummer[i] = cell;
  }
  return poster;
}

function omfang(koder: ArrayLike<number>, antal: number): { bas: number; langd: number } {
  let [lagst, hogst] = [Infinity, -Infinity];
  for (let i = 0; i < antal; i++) {
    if (koder[i] < lagst) lagst = koder[i];
    if (koder[i] > hogst) hogst = koder[i];
  }
  return antal === 0 ? { bas: 0, langd: 1 } : { bas: lagst, langd: hogst - lagst + 1 };
}
