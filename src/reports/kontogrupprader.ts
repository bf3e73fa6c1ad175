import { type Kontoslag, kontoslag } from "../domain/kontoslag";
import { reportTexts } from "../texts/reports";
import type { Beloppsrad, Villkor } from "./belopp";
import { gruppera } from "./gruppera";
import { kub } from "./kub";
import type { Underlag } from "./underlag";

const t = reportTexts.sv;

/** Income first, then the costs as tables print them. */
const ordning: (Kontoslag | null)[] = ["intakt", "personal", "lokal", "kop", "kapital", "ovrigt", null];

/** The dimension that says what an amount is for: kontogrupp, else the account itself. */
export const kontofalt = (ekonomi: Underlag): "kontogrupp" | "konto" | null =>
  ekonomi.dimension("kontogrupp") ? "kontogrupp" : ekonomi.dimension("konto") ? "konto" : null;

/** Kontogrupper that occur together with the criteria, income first, otherwise in the source's own order. */
export function kontogrupper(
  ekonomi: Underlag,
  urval: Villkor[],
): { namn: string; slag: Kontoslag | null }[] {
  const falt = kontofalt(ekonomi);
  if (!falt) return [];
  const konto = ekonomi.dimension(falt)!;
  const tests = urval.map(({ falt: field, varde }) => {
    const dimension = ekonomi.dimension(field)!;
    return { koder: dimension.koder, kod: dimension.namn.indexOf(varde) };
  });
  const seen = new Set<number>();
  for (const i of kub(ekonomi, [...urval.map((villkor) => villkor.falt), falt]).poster) {
    if (tests.every(({ koder, kod }) => koder[i] === kod)) seen.add(konto.koder[i]);
  }
  return [...seen]
    .map((kod) => konto.namn[kod] ?? "")
    .map((namn) => ({ namn, slag: kontoslag(namn) }))
    .sort((a, b) => ordning.indexOf(a.slag) - ordning.indexOf(b.slag));
}

/** One row a kontogrupp within the criteria; `prefix` keeps keys apart where several blocks have the same groups. */
export function kontogrupprader(
  ekonomi: Underlag,
  prefix: string,
  urval: Villkor[],
  level: number,
): Beloppsrad[] {
  const falt = kontofalt(ekonomi)!;
  return kontogrupper(ekonomi, urval).map(({ namn }) => ({
    key: `${prefix}${namn}`,
    label: namn || t.utanKontogrupp,
    kind: "post",
    level,
    urval: [[...urval, { falt, varde: namn }]],
  }));
}

/** Names of a dimension's values that have rows, in the source's own order; "" for rows without. */
export function varden(ekonomi: Underlag, falt: string): string[] {
  const dimension = ekonomi.dimension(falt)!;
  const seen = new Set<number>();
  for (const i of kub(ekonomi, [falt]).poster) seen.add(dimension.koder[i]);
  return [...seen].map((kod) => dimension.namn[kod] ?? "");
}

/** Values by the first characters of their code ("510 Hemvård" → "51"); values without a code are their own group. */
export function kodgrupper(namn: string[], positioner: number): Map<string, string[]> {
  return gruppera(namn, (one) =>
    (/^\d+/.exec(one)?.[0].length ?? 0) >= positioner ? one.slice(0, positioner) : one,
  );
}
