/**
 * Made-up municipal rows, month by month, for what the M3 series don't have: nothing in the method was set by them. The
 * same every time. Costs in tkr, positive.
 */
const kommunslag = {
  /** Pay raised each April, holiday pay in June to August, a slow change of staff. */
  loner: (slump: Slump) => {
    let niva = 800 + 4000 * slump();
    const lyft = 1.02 + 0.02 * slump();
    return (i: number) => {
      if (i % 12 === 3) niva *= lyft;
      niva *= 1 + 0.006 * normal(slump);
      return niva * [1, 0.98, 1.01, 1, 1.01, 1.06, 1.12, 1.05, 0.99, 1, 0.99, 1.03][i % 12];
    };
  },
  /** Placements that begin and end: levels that shift, invoices a month late now and then. */
  placeringar: (slump: Slump) => {
    let antal = 6 + Math.floor(10 * slump());
    let sent = 0;
    return () => {
      if (slump() < 0.25) antal = Math.max(2, antal + (slump() < 0.5 ? -1 : 1));
      const manad = antal * (140 + 20 * normal(slump));
      const skjuts = slump() < 0.12 ? 0.3 * manad : 0;
      const bokat = manad - skjuts + sent;
      sent = skjuts;
      return bokat;
    };
  },
  /** Small even months and a December of accruals and internal settlements. */
  decemberbokning: (slump: Slump) => {
    const niva = 300 + 500 * slump();
    const december = 1.5 + 2 * slump();
    return (i: number) => niva * 1.002 ** i * (i % 12 === 11 ? december : 1) * (1 + 0.08 * normal(slump));
  },
  /** A new unit or a closed one half-way: one lasting shift of a third. */
  nivaskifte: (slump: Slump) => {
    const skifte = 20 + Math.floor(30 * slump());
    const hojd = slump() < 0.5 ? 0.67 : 1.4;
    return (i: number) => 1500 * (i < skifte ? 1 : hojd) * (1 + 0.05 * normal(slump));
  },
  /** Invoices by the quarter, nothing between, and a price index in January. */
  kvartalsfakturor: (slump: Slump) => {
    const belopp = 200 + 400 * slump();
    return (i: number) =>
      i % 3 === 2 ? belopp * 1.03 ** Math.floor(i / 12) * (1 + 0.05 * normal(slump)) : 0;
  },
  /** Income and cost booked on one row: both signs, a net not far from zero. */
  netto: (slump: Slump) => () => 40 + 120 * normal(slump),
} satisfies Record<string, (slump: Slump) => (i: number) => number>;

export type Kommunslag = keyof typeof kommunslag;

type Slump = () => number;

/** `antal` rows of 72 months of a kind, from January. */
export function kommunserier(slag: Kommunslag, antal: number): number[][] {
  return Array.from({ length: antal }, (_, nummer) => {
    const regel = kommunslag[slag](mulberry32(1000 * Object.keys(kommunslag).indexOf(slag) + nummer));
    return Array.from({ length: 72 }, (_, i) => regel(i));
  });
}

/** A small generator of evenly spread numbers, 0 up to 1 (mulberry32). */
function mulberry32(fro: number): Slump {
  let tillstand = fro;
  return () => {
    tillstand = (tillstand + 0x6d2b79f5) | 0;
    let t = Math.imul(tillstand ^ (tillstand >>> 15), 1 | tillstand);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Box & Muller (1958). */
const normal = (slump: Slump) => Math.sqrt(-2 * Math.log(1 - slump())) * Math.cos(2 * Math.PI * slump());
