import type { Underlag } from "./underlag";

/**
 * Effects stand in one column of amounts beside what they are effects on (mått: utfall, prognos, avvikelse): seen as one
 * measure each, so that a varav row fills the columns it has figures for.
 */
export function effekterPerMatt(effekter: Underlag): Underlag {
  const slag = effekter.dimension("matt");
  const belopp = effekter.matt("belopp");
  return {
    ...effekter,
    matt(namn) {
      const kod = slag?.namn.findIndex((word) => word.toLowerCase() === namn) ?? -1;
      if (!slag?.kolumn || !belopp || kod < 0) return null;
      const villkor = [{ column: slag.kolumn, operator: "=" as const, value: slag.namn[kod] }];
      return {
        delar: belopp.delar.map((del) => ({ ...del, villkor: [...del.villkor, ...villkor] })),
        varden: Array.from(belopp.varden, (amount, i) => (slag.koder[i] === kod ? amount : NaN)),
      };
    },
  };
}
