import { readFileSync } from "node:fs";
import { type Constraint, satisfy } from "./satisfy";

/** A year's amounts in tkr for one verksamhet and kontogrupp. */
export interface YearRow {
  grupp: string;
  rubrik: string;
  verksamhet: string;
  kontogrupp: string;
  utfall: number;
  budget: number;
  bokslut: number;
}

interface GoldenTable {
  id: string;
  rader: { namn: string; typ: string; varden: (number | null)[] }[];
  summor: { rad: number; delar: number[] }[];
  avvikelser: { rad: number | null; kolumn: number; sakert: boolean; kontroll: string }[];
}

const read = (file: string): GoldenTable[] => {
  const parsed = JSON.parse(readFileSync(`test/golden/tabeller/${file}.json`, "utf8"));
  return parsed.tabeller ?? [parsed];
};

const kontogrupper = ["Intäkter", "Personalkostnader", "Lokalhyror", "Övriga kostnader"];

/** Which table of own units belongs to which row of the main table. */
const enhetOf: Record<string, string> = {
  "Politik/Nämnd för funktionsh": "politik-och-namnd",
  Förvaltningsgemensamt: "forvaltningsgemensamt",
  "Personlig assistans": "personlig-assistans",
  "Grupp- och servicebostad": "grupp-och-servicebostad",
  BODA: "boda",
  "LSS Fritid": "lss-fritid",
  "Daglig verksamhet": "daglig-verksamhet",
  "Barn- & Ungdomsverksamhet": "barn-och-ungdom",
  Myndighet: "myndighet",
  Socialpsykiatri: "socialpsykiatrin",
};

/**
 * The split of the purchase rows over kontogrupper is not published; this one (mnkr, utfall and budget) makes the
 * board's totals per kontogrupp those of the published table as far as its own figures agree with the main table.
 */
const inventedSplit: Record<string, Partial<Record<string, [number, number]>>> = {
  "Interna platser": { Intäkter: [19.2, 17.0] },
  Hyror: { Lokalhyror: [-48.2, -47.1] },
  "Personlig assistans, kommunal utförare": { Personalkostnader: [-2.9, -3.1] },
  Statsbidrag: { Intäkter: [18.1, 18.5] },
};

/** Each verksamhet's variance in October's forecast (tkr), in the order of the published table. */
export function octoberVariances(): number[] {
  const [table] = read("orebro-fsn-2023-prognosjamforelse");
  return table.rader.flatMap(({ typ, varden }) => (typ === "post" ? [tkr(varden[0])] : []));
}

/**
 * The year 2023 and the accounts of 2022 in tkr, so that every figure of the published table "Resultat per verksamhet"
 * that follows from its own rows comes out when printed in mnkr with one decimal. The published figures are rounded;
 * the tkr inside the rounding are chosen by `satisfy`.
 */
export function yearRows(): YearRow[] {
  const [main] = read("orebro-fsn-2023-resultat-per-verksamhet");
  const enheter = new Map(
    read("orebro-fsn-2023-enheter").map((table) => [table.id.replace("orebro-fsn-2023-enheter-", ""), table]),
  );
  const rows: Omit<YearRow, "bokslut">[] = [];
  const rowsOf = new Map<number, number[]>();
  const constraints: Constraint[] = [];
  const ownRegi = main.summor[0].delar;
  const kopkraft = main.summor[1].delar;
  let rubrik = "";

  main.rader.forEach((rad, index) => {
    if (rad.typ === "rubrik") rubrik = rad.namn;
    if (rad.typ !== "post") return;
    const verksamhet = rad.namn.replace(/^- /, "");
    const enhet = enheter.get(enhetOf[rad.namn] && ownRegi.includes(index) ? enhetOf[rad.namn] : "");
    const [utfall, budget] = [tkr(rad.varden[0]), tkr(rad.varden[1])];
    const mine: number[] = [];
    const push = (kontogrupp: string, u: number, b: number) => {
      mine.push(rows.length);
      rows.push({
        grupp: ownRegi.includes(index) ? "Utförare egen regi" : "Köpkraft",
        rubrik: kopkraft.includes(index) && belongsToRubrik(main, index) ? rubrik : "",
        verksamhet,
        kontogrupp,
        utfall: u,
        budget: b,
      });
    };
    if (enhet) {
      kontogrupper.forEach((kontogrupp, part) => {
        const [u, b] = [tkr(enhet.rader[part].varden[0]), tkr(enhet.rader[part].varden[1])];
        if (u !== 0 || b !== 0) push(kontogrupp, u, b);
      });
    } else {
      const split = inventedSplit[verksamhet] ?? {};
      let [restU, restB] = [utfall, budget];
      for (const [kontogrupp, amounts] of Object.entries(split)) {
        const [u, b] = amounts!.map(tkr);
        [restU, restB] = [restU - u, restB - b];
        push(kontogrupp, u, b);
      }
      if (restU !== 0 || restB !== 0 || mine.length === 0) push("Övriga kostnader", restU, restB);
    }
    rowsOf.set(index, mine);
  });

  // Variable 2i is row i's utfall, 2i + 1 its budget.
  const terms = (list: number[], utfall: number, budget: number) =>
    list.flatMap((row) => [
      ...(utfall ? [{ variable: 2 * row, factor: utfall }] : []),
      ...(budget ? [{ variable: 2 * row + 1, factor: budget }] : []),
    ]);
  const printed = (what: string, list: number[], utfall: number, budget: number, mnkr: number | null) => {
    if (mnkr === null) return;
    // Strictly inside the rounding, and clear of its edges after whole tkr.
    constraints.push({
      what,
      terms: terms(list, utfall, budget),
      minimum: tkr(mnkr) - 44,
      maximum: tkr(mnkr) + 44,
    });
  };
  const wrong = new Set(
    main.avvikelser
      .filter(({ kontroll }) => kontroll !== "text")
      .map(({ rad, kolumn }) => `${rad}/${kolumn}`),
  );
  const wantRow = (index: number, list: number[]) => {
    const { namn, varden } = main.rader[index];
    if (!wrong.has(`${index}/0`) || index === 28) printed(`${namn} utfall`, list, 1, 0, varden[0]);
    if (!wrong.has(`${index}/1`)) printed(`${namn} budget`, list, 0, 1, varden[1]);
    if (!wrong.has(`${index}/2`)) printed(`${namn} avvikelse`, list, 1, -1, varden[2]);
  };
  for (const [index, list] of rowsOf) wantRow(index, list);
  for (const { rad, delar } of main.summor.slice(0, 2))
    wantRow(
      rad,
      delar.flatMap((part) => rowsOf.get(part)!),
    );
  wantRow(28, [...rowsOf.values()].flat());
  rows.forEach((row, index) => {
    const enhet = enheter.get(enhetOf[row.verksamhet] ?? "");
    if (!enhet || row.grupp !== "Utförare egen regi" || row.verksamhet.startsWith("Politik")) return;
    const rad = enhet.rader[kontogrupper.indexOf(row.kontogrupp)];
    const what = `${row.verksamhet} ${row.kontogrupp}`;
    printed(`${what} utfall`, [index], 1, 0, rad.varden[0]);
    printed(`${what} budget`, [index], 0, 1, rad.varden[1]);
    printed(`${what} avvikelse`, [index], 1, -1, rad.varden[2]);
  });
  const solved = satisfy(
    rows.flatMap(({ utfall, budget }) => [utfall, budget]),
    constraints,
  );
  const settled = rows.map((row, index) => ({
    ...row,
    utfall: solved[2 * index],
    budget: solved[2 * index + 1],
  }));
  return withBokslut(settled);
}

const rsCodes: [RegExp, string][] = [
  [/^Politik/, "100 Politisk verksamhet"],
  [/^Personlig assistans/, "520 Personlig assistans"],
  [/bostad|BODA|platser|^Hyror/i, "521 LSS Boende"],
  [/socialpsykiatri/i, "540 Övrigt funktionshindrade"],
  [/reserv|gemensamt/i, "900 Övrig verksamhet"],
];

/** The RS code that a verksamhet is counted in: invented after what it does. */
export const rsCode = (verksamhet: string): string =>
  rsCodes.find(([pattern]) => pattern.test(verksamhet))?.[1] ?? "522 LSS Övrigt";

const tkr = (mnkr: number | null) => Math.round((mnkr ?? 0) * 1000);

/** The rows right after a heading belong to it as long as they are indented in the published table. */
function belongsToRubrik(table: GoldenTable & { rader: { niva?: number }[] }, index: number): boolean {
  return (table.rader[index] as { niva?: number }).niva === 1;
}

/** The accounts of 2022 are published per kontogrupp only: each total is spread as the outcome of 2023. */
function withBokslut(rows: Omit<YearRow, "bokslut">[]): YearRow[] {
  const [published] = read("orebro-fsn-2023-kontogrupper");
  return kontogrupper
    .flatMap((kontogrupp, index) => {
      const mine = rows.filter((row) => row.kontogrupp === kontogrupp);
      const total = tkr(published.rader[index].varden[0]);
      const parts = spread(
        total,
        mine.map(({ utfall }) => utfall),
      );
      return mine.map((row, position) => ({ ...row, bokslut: parts[position] }));
    })
    .sort((a, b) => rows.findIndex((row) => same(row, a)) - rows.findIndex((row) => same(row, b)));
}

const same = (a: Omit<YearRow, "bokslut">, b: YearRow) =>
  a.verksamhet === b.verksamhet && a.grupp === b.grupp && a.kontogrupp === b.kontogrupp;

/** Splits a whole amount after weights into whole parts whose sum is exactly the amount (largest remainder). */
export function spread(total: number, weights: number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (all === 0 ? total / weights.length : (total * weight) / all));
  const parts = exact.map(Math.floor);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const missing = total - parts.reduce((sum, part) => sum + part, 0);
  for (let i = 0; i < missing; i++) parts[order[i % order.length].index]++;
  return parts;
}

/** How a year's amount falls over the months: invented, the same every time. Personnel dips in July and rises with June's holiday pay. */
const profiles: Record<string, number[]> = {
  Intäkter: [1, 0.98, 1.02, 1, 1, 0.97, 0.94, 0.98, 1.02, 1.03, 1.03, 1.03],
  Personalkostnader: [0.98, 0.95, 0.99, 0.98, 1, 1.09, 1.12, 1.03, 0.95, 0.96, 0.96, 0.99],
  Lokalhyror: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  "Övriga kostnader": [0.9, 0.94, 1, 0.98, 1, 1, 0.88, 0.96, 1.02, 1.04, 1.08, 1.2],
};

export function months(
  row: YearRow,
  index: number,
): { utfall: number[]; budget: number[]; bokslut: number[] } {
  const ripple = (month: number, year: number) => 1 + 0.03 * Math.sin(1.7 * month + 2.3 * index + year);
  const profile = profiles[row.kontogrupp];
  return {
    utfall: spread(
      row.utfall,
      profile.map((weight, month) => weight * ripple(month, 0)),
    ),
    budget: spread(row.budget, profile),
    bokslut: spread(
      row.bokslut,
      profile.map((weight, month) => weight * ripple(month, 5)),
    ),
  };
}
