import { karensdagar, type Karensregel } from "../domain/karens";
import { arAv, kronor, manadskod, type Underlag } from "./underlag";

/** One participant's month at a unit and level, or one absence's deduction in a month. Amounts in kr. */
export interface Dagersattning {
  deltagare: string;
  utforare: string;
  enhet: string;
  niva: string;
  /** year × 12 + month − 1. */
  period: number;
  /** 1 on a participant's first month of a year at the unit and level, so that sums count each once. */
  antal: number;
  heldagar: number;
  halvdagar: number;
  heldagsersattning: number;
  halvdagsersattning: number;
  /** The same days at the price list of a year earlier. */
  forraPris: number;
  karens: number;
  /** The part of `karens` in months that were closed when the absence reached its threshold. */
  rattelse: number;
  /** The absence that the deduction is for, "2023-09-04–2023-09-20"; "" on a month's row. */
  franvaro: string;
}

export interface Dagersattningar {
  rader: Dagersattning[];
  /** Planned days that nobody has reported on: reckoned as attended. */
  orapporterade: number;
  /** Planned days of levels the price list lacks on that date. */
  utanPris: { niva: string; dagar: number }[];
  /** What is planned or reported in words that can't be read, and how often. */
  olasta: { ord: string; antal: number }[];
}

interface Dag {
  /** Excel's day number. */
  datum: number;
  del: 0 | 0.5 | 1;
  franvarande: boolean;
  enhet: string;
  utforare: string;
  niva: string;
}

const planerade: Record<string, 0 | 0.5 | 1> = {
  "1": 1,
  heldag: 1,
  "0.5": 0.5,
  "0,5": 0.5,
  halvdag: 0.5,
  "0": 0,
  "": 0,
};
const narvarande: Record<string, boolean> = { ja: true, true: true, nej: false, false: false };

/**
 * Payment and deduction by participant, unit, level and month. An absence is read from its first day, over months: the
 * deduction is dated on its own days. `rule` as KOLL.KARENS has it.
 */
export function dagersattningar(narvaro: Underlag, prislista: Underlag, rule: Karensregel): Dagersattningar {
  const priser = prisslag(prislista);
  const saknarPris = new Map<string, number>();
  const olasta = new Map<string, number>();
  let orapporterade = 0;
  const ord = (value: unknown) =>
    String(value ?? "")
      .trim()
      .toLowerCase();
  const read = (falt: string, i: number): string => {
    const dimension = narvaro.dimension(falt);
    return dimension && dimension.koder[i] >= 0 ? dimension.namn[dimension.koder[i]] : "";
  };
  const datum = narvaro.matt("datum")!.varden;
  const niva = narvaro.matt("niva")?.varden;
  const [plan, rapport] = [narvaro.text("planerad"), narvaro.text("narvaro")];
  const dagar = new Map<string, Dag[]>();
  for (let i = 0; i < narvaro.antal; i++) {
    if (Number.isNaN(datum[i])) continue;
    const planerat = plan ? planerade[ord(plan.varden[i])] : 1;
    if (planerat === undefined) {
      const word = ord(plan!.varden[i]);
      olasta.set(word, (olasta.get(word) ?? 0) + 1);
      continue;
    }
    const word = rapport ? ord(rapport.varden[i]) : "ja";
    const number = Number(word.replace(",", "."));
    const narvarit = narvarande[word] ?? (word !== "" && !Number.isNaN(number) ? number > 0 : undefined);
    if (planerat > 0 && narvarit === undefined) {
      if (word === "") orapporterade++;
      else olasta.set(word, (olasta.get(word) ?? 0) + 1);
    }
    const deltagare = read("deltagare", i);
    const day: Dag = {
      datum: datum[i],
      del: planerat,
      franvarande: narvarit === false,
      enhet: read("enhet", i),
      utforare: read("utforare", i),
      niva: niva && !Number.isNaN(niva[i]) ? String(niva[i]) : "",
    };
    const known = dagar.get(deltagare);
    if (known) known.push(day);
    else dagar.set(deltagare, [day]);
  }
  const pris = (day: Dag, yearsBack = 0): number => {
    if (day.del === 0) return 0;
    const found = priser(day.niva, day.datum - 365 * yearsBack);
    if (!found) {
      if (yearsBack === 0) saknarPris.set(day.niva, (saknarPris.get(day.niva) ?? 0) + 1);
      return 0;
    }
    return day.del === 1 ? found.heldag : found.halvdag;
  };
  const rader = [...dagar].flatMap(([deltagare, days]) => {
    days.sort((a, b) => a.datum - b.datum);
    return [...manader(deltagare, days, pris), ...avdrag(deltagare, days, pris, rule)];
  });
  return {
    rader,
    orapporterade,
    utanPris: [...saknarPris].map(([name, count]) => ({ niva: name, dagar: count })),
    olasta: [...olasta].map(([word, antal]) => ({ ord: word, antal })),
  };
}

const tom = {
  antal: 0,
  heldagar: 0,
  halvdagar: 0,
  heldagsersattning: 0,
  halvdagsersattning: 0,
  forraPris: 0,
};

const manadenAv = (serial: number): number => {
  const date = new Date(Math.round((serial - 25569) * 86_400_000));
  return manadskod(date.getUTCFullYear(), date.getUTCMonth() + 1);
};

function manader(
  deltagare: string,
  days: Dag[],
  pris: (day: Dag, yearsBack?: number) => number,
): Dagersattning[] {
  const rows = new Map<string, Dagersattning>();
  const counted = new Set<string>();
  for (const day of days) {
    const { utforare, enhet, niva, datum } = day;
    const period = manadenAv(datum);
    const place = `${utforare}\n${enhet}\n${niva}`;
    const key = `${place}\n${period}`;
    let row = rows.get(key);
    if (!row) {
      const year = `${place}\n${arAv(period)}`;
      row = {
        deltagare,
        utforare,
        enhet,
        niva,
        period,
        ...tom,
        antal: counted.has(year) ? 0 : 1,
        karens: 0,
        rattelse: 0,
        franvaro: "",
      };
      counted.add(year);
      rows.set(key, row);
    }
    const amount = pris(day);
    row.forraPris += pris(day, 1);
    if (day.del === 1) {
      row.heldagar++;
      row.heldagsersattning += amount;
    } else if (day.del === 0.5) {
      row.halvdagar++;
      row.halvdagsersattning += amount;
    }
  }
  return [...rows.values()];
}

/** A row an absence and month, where it reaches the threshold. */
function avdrag(
  deltagare: string,
  days: Dag[],
  pris: (day: Dag) => number,
  rule: Karensregel,
): Dagersattning[] {
  const rows: Dagersattning[] = [];
  for (const { from, to } of absences(days)) {
    const absence = days.slice(from, to + 1);
    const deducted = karensdagar(
      absence.map(({ del }) => del),
      absence.map(({ del, franvarande }) => del > 0 && franvarande),
      rule,
    );
    if (deducted.length === 0) continue;
    // The day that made the absence long enough: months before it were closed.
    const reached = absence.findIndex((_, index) => {
      const part = absence.slice(0, index + 1);
      return (
        karensdagar(
          part.map(({ del }) => del),
          part.map(({ del, franvarande }) => del > 0 && franvarande),
          rule,
        ).length > 0
      );
    });
    const closing = manadenAv(absence[reached].datum);
    const spann = `${isoDay(absence[0].datum)}–${isoDay(absence[absence.length - 1].datum)}`;
    const months = new Map<string, Dagersattning>();
    for (const index of deducted) {
      const day = absence[index];
      const { utforare, enhet, niva } = day;
      const period = manadenAv(day.datum);
      const key = `${utforare}\n${enhet}\n${niva}\n${period}`;
      let row = months.get(key);
      if (!row) {
        row = { deltagare, utforare, enhet, niva, period, ...tom, karens: 0, rattelse: 0, franvaro: spann };
        months.set(key, row);
      }
      const amount = pris(day);
      row.karens += amount;
      if (period < closing) row.rattelse += amount;
    }
    rows.push(...months.values());
  }
  return rows;
}

/** Runs of planned days without attendance, from the first to the last of them. */
function absences(days: Dag[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | null = null;
  days.forEach(({ del, franvarande }, index) => {
    if (del === 0) return;
    if (!franvarande) open = null;
    else if (open) open.to = index;
    else found.push((open = { from: index, to: index }));
  });
  return found;
}

const isoDay = (serial: number) =>
  new Date(Math.round((serial - 25569) * 86_400_000)).toISOString().slice(0, 10);

/** The price of a level on a day, in kr: the latest list that has begun. */
function prisslag(
  prislista: Underlag,
): (niva: string, datum: number) => { heldag: number; halvdag: number } | null {
  const size = prislista.enhet ? kronor[prislista.enhet] : 1;
  const [niva, fran, heldag, halvdag] = ["niva", "giltig_fran", "heldag", "halvdag"].map(
    (falt) => prislista.matt(falt)?.varden,
  );
  const lists = new Map<string, { fran: number; heldag: number; halvdag: number }[]>();
  for (let i = 0; i < prislista.antal; i++) {
    if (!niva || Number.isNaN(niva[i])) continue;
    const whole = Math.abs(heldag?.[i] ?? NaN) * size;
    if (Number.isNaN(whole)) continue;
    const half = Math.abs(halvdag?.[i] ?? NaN) * size;
    const row = {
      fran: fran && !Number.isNaN(fran[i]) ? fran[i] : -Infinity,
      heldag: whole,
      halvdag: Number.isNaN(half) ? whole / 2 : half,
    };
    lists.set(String(niva[i]), [...(lists.get(String(niva[i])) ?? []), row]);
  }
  for (const list of lists.values()) list.sort((a, b) => a.fran - b.fran);
  return (level, day) => {
    const list = lists.get(level);
    if (!list) return null;
    // Days before the first list are paid by it: an older one isn't known.
    return [...list].reverse().find((row) => row.fran <= day) ?? list[0];
  };
}
