import * as fc from "fast-check";
import {
  arNekad,
  type Fraga,
  type Helarsprognos,
  helarsprognos,
  metoder,
  type Metod,
  serieprognos,
} from "../../../src/domain/prognos";
import { provaBakat } from "../../../src/domain/prognos/bakatprov";
import { tkvantil } from "../../../src/domain/prognos/intervall";
import { modellera } from "../../../src/domain/prognos/serieprognos";
import { type Kommunslag, kommunserier } from "../../helpers/kommunserier";
import { m3Serier, smape } from "../../helpers/m3";
import { naive2, plainTheta } from "../../helpers/referensprognoser";

const sum = (tal: readonly number[]) => tal.reduce((ack, varde) => ack + varde, 0);
const prognos = (fraga: Fraga): Helarsprognos => {
  const svar = helarsprognos(fraga);
  if (arNekad(svar)) throw new Error(svar.nekad);
  return svar;
};
const bredd = (svar: Helarsprognos, niva?: number) => {
  const intervall = svar.intervall(niva);
  if (arNekad(intervall)) throw new Error(intervall.nekad);
  return intervall.hog - intervall.lag;
};
const brus = (i: number) => 2 * (Math.abs(Math.sin((i + 1) * 12.9898) * 43758.5453) % 1) - 1;
const lonekostnad = (i: number) => 1000 + 2 * i + (i % 12 === 5 || i % 12 === 6 ? 250 : 0) + 15 * brus(i);
const serie = (fran: number, till: number, regel: (i: number) => number) =>
  Array.from({ length: till - fran }, (_, i) => regel(fran + i));

const manad = fc.oneof(
  { weight: 3, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 5000 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 5e-324, 1e-300, -1e-160, 1e99) },
);
const luckig = fc.option(manad, { freq: 12 });
const fraga: fc.Arbitrary<Fraga> = fc
  .record({
    utfall: fc.array(luckig, { minLength: 1, maxLength: 12 }),
    ar: fc.integer({ min: 0, max: 6 }),
    metod: fc.constantFrom<Metod>(...metoder),
    budget: fc.option(fc.oneof(manad, fc.array(manad, { minLength: 12, maxLength: 12 }))),
    effekter: fc.option(fc.array(manad, { minLength: 12, maxLength: 12 })),
  })
  .chain(({ ar, ...rest }) =>
    fc.array(luckig, { minLength: 12 * ar, maxLength: 12 * ar }).map((historik) => ({ ...rest, historik })),
  );
const spegla = (tal: readonly (number | null)[]) => tal.map((varde) => (varde === null ? null : -varde));

describe("whatever is asked", () => {
  test("the answer is twelve finite months that add up to the total, or a refusal", () => {
    fc.assert(
      fc.property(fraga, (en) => {
        const svar = helarsprognos(en);
        if (arNekad(svar)) return;
        expect(svar.serie).toHaveLength(12);
        const tal = [svar.total, ...svar.serie, svar.fel ?? 0];
        const intervall = svar.intervall();
        if (!arNekad(intervall)) {
          tal.push(intervall.lag, intervall.hog);
          expect(intervall.lag).toBeLessThanOrEqual(svar.total + 1e-6 * Math.abs(svar.total));
          expect(intervall.hog).toBeGreaterThanOrEqual(svar.total - 1e-6 * Math.abs(svar.total));
        }
        for (const ett of tal) {
          expect(Number.isFinite(ett)).toBe(true);
          expect(Object.is(ett, -0)).toBe(false);
        }
        const storlek = sum(svar.serie.map(Math.abs));
        expect(Math.abs(sum(svar.serie) - svar.total)).toBeLessThanOrEqual(1e-9 * storlek + 1e-9);
      }),
      { numRuns: 250 },
    );
  });

  test("the mirrored question has exactly the mirrored answer", () => {
    fc.assert(
      fc.property(fraga, (en) => {
        const svar = helarsprognos(en);
        const speglat = helarsprognos({
          ...en,
          utfall: spegla(en.utfall),
          historik: spegla(en.historik ?? []),
          budget: typeof en.budget === "number" ? -en.budget : (en.budget ?? []).map((tal) => -tal),
          effekter: (en.effekter ?? []).map((tal) => -tal),
          ...(en.budget === null && { budget: null }),
        });
        if (arNekad(svar) || arNekad(speglat)) {
          expect(speglat).toEqual(svar);
          return;
        }
        expect(speglat.total + svar.total).toBe(0);
        speglat.serie.forEach((varde, i) => expect(varde + svar.serie[i]).toBe(0));
        expect([speglat.metod, speglat.skal, speglat.fel]).toEqual([svar.metod, svar.skal, svar.fel]);
        const [a, b] = [svar.intervall(), speglat.intervall()];
        if (arNekad(a) || arNekad(b)) expect(b).toEqual(a);
        else expect([a.lag + b.hog, a.hog + b.lag]).toEqual([0, 0]);
      }),
      { numRuns: 200 },
    );
  });

  test("the unit doesn't matter: öre, kronor and mnkr give the same forecast", () => {
    const historik = serie(0, 60, lonekostnad);
    const utfall = serie(60, 67, lonekostnad);
    const kronor = prognos({ utfall, historik });
    for (const enhet of [1e-6, 100, 1e9]) {
      const annan = prognos({
        utfall: utfall.map((tal) => tal * enhet),
        historik: historik.map((tal) => tal * enhet),
      });
      expect(annan.total / enhet).toBeCloseTo(kronor.total, 4);
      expect(annan.fel).toBeCloseTo(kronor.fel!, 6);
    }
  });

  test("the same question has the same answer, and its arguments are left alone", () => {
    const en = Object.freeze({
      utfall: Object.freeze(serie(48, 53, lonekostnad)),
      historik: Object.freeze(serie(0, 48, lonekostnad)),
    });
    const [a, b] = [prognos(en), prognos(en)];
    expect([a.total, a.fel, bredd(a)]).toEqual([b.total, b.fel, bredd(b)]);
  });
});

describe("the backtest", () => {
  test("never shows a method a month after the moment it is asked about", () => {
    const tider = serie(0, 62, (i) => i + 1);
    const lage = { historik: tider.slice(0, 48), bokade: tider.slice(48, 56), budget: null };
    const prov = provaBakat(lage, ({ historik, bokade }) => {
      const sett = [...historik, ...bokade];
      // The series is its own clock: what has been seen must be unbroken and end where the year's months go on.
      sett.forEach((tid, i) => i === 0 || expect(tid).toBe(sett[i - 1] + 1));
      expect(bokade).toHaveLength(8);
      expect(historik.length % 12).toBe(0);
      return [1, 2, 3, 4].map((steg) => bokade[7] + steg);
    });
    expect(prov.length).toBe(12);
    for (const { avvikelse } of prov) expect(avvikelse).toBe(0);
    expect(Math.max(...prov.map(({ kanda }) => kanda))).toBe(52);
  });
  test("what is not yet booked can't change anything", () => {
    const historik = serie(0, 36, lonekostnad);
    const bokat = serie(36, 42, lonekostnad);
    const med = (rest: number) =>
      prognos({ utfall: [...bokat, ...Array<number>(6).fill(rest)], manad: 6, historik });
    expect([med(0).total, med(0).fel, bredd(med(0))]).toEqual([
      med(9e5).total,
      med(9e5).fel,
      bredd(med(9e5)),
    ]);
  });
  test("the error is the mean absolute deviation of the year over the trials, reckoned by hand", () => {
    // aterstod at 11 months misses the twelfth by a year's rise of 12, at every second month with 23 behind it.
    const historik = serie(0, 24, (i) => 100 + i);
    const svar = prognos({ utfall: serie(24, 35, (i) => 100 + i), historik, metod: "aterstod" });
    const moment = [34, 32, 30, 28, 26, 24];
    const omfang = moment.map((nu) => sum(serie(nu - 11, nu + 1, (i) => 100 + i)));
    expect(svar.provningar).toBe(6);
    expect(svar.fel).toBeCloseTo((6 * 12) / sum(omfang), 12);
  });
});

describe("auto", () => {
  test("takes the combination and says that no simple rule was clearly better", () => {
    const svar = prognos({ utfall: serie(60, 66, lonekostnad), historik: serie(0, 60, lonekostnad) });
    expect(svar).toMatchObject({ metod: "kombination", skal: "standard" });
    expect(svar.fel).toBeLessThan(0.02);
  });
  test("says that the history was too short to compare", () => {
    const svar = prognos({ utfall: serie(12, 16, lonekostnad), historik: serie(0, 12, lonekostnad) });
    expect(svar).toMatchObject({ metod: "kombination", skal: "oprovad" });
  });
  test("takes a simple rule that did at least twice as well: a contract billed the same every year", () => {
    const faktura = (i: number) => [900, 20, 410, 35, 0, 780, 15, 660, 250, 5, 330, 120][i % 12];
    const svar = prognos({ utfall: serie(72, 76, faktura), historik: serie(0, 72, faktura) });
    expect(svar.total).toBeCloseTo(sum(serie(0, 12, faktura)), 6);
    expect(["aterstod", "profil", "kombination"]).toContain(svar.metod);
  });
});

describe("the interval", () => {
  test("tkvantil is Student's t with four degrees of freedom (tables: 0.741, 1.533, 2.132, 2.776)", () => {
    expect([0.5, 0.8, 0.9, 0.95].map(tkvantil)).toEqual(
      [0.741, 1.533, 2.132, 2.776].map((tal) => expect.closeTo(tal, 3)),
    );
  });
  test("widens with the level and with the months left", () => {
    const historik = serie(0, 72, lonekostnad);
    const vid = (k: number, niva?: number) =>
      bredd(prognos({ utfall: serie(72, 72 + k, lonekostnad), historik }), niva);
    expect(vid(6, 0.5)).toBeLessThan(vid(6));
    expect(vid(6)).toBeLessThan(vid(6, 0.95));
    expect(vid(11)).toBeLessThan(vid(8));
    expect(vid(8)).toBeLessThan(vid(5));
    expect(vid(5)).toBeLessThan(vid(2));
  });
  test("does not go below what is booked where nothing was ever negative, on either side of zero", () => {
    const ryckig = (i: number) => (i % 7 === 3 ? 500 : 0);
    const en = { utfall: serie(48, 58, ryckig), historik: serie(0, 48, ryckig), manad: 10 };
    const intervall = prognos(en).intervall(0.99) as { lag: number; hog: number };
    expect(intervall.lag).toBeGreaterThanOrEqual(sum(en.utfall));
  });
  test("planned changes move it and don't widen it", () => {
    const en = { utfall: serie(48, 54, lonekostnad), historik: serie(0, 48, lonekostnad) };
    const [utan, med] = [prognos(en), prognos({ ...en, effekter: Array<number>(12).fill(100) })];
    expect(bredd(med)).toBeCloseTo(bredd(utan), 6);
    expect(med.total - utan.total).toBeCloseTo(600, 6);
  });
  test("needs history, and a level between 0 and 1", () => {
    expect(prognos({ utfall: [1, 2] }).intervall()).toEqual({ nekad: "saknarFel", felkod: "#N/A" });
    const budgeterad = prognos({
      utfall: [1],
      historik: serie(0, 24, lonekostnad),
      metod: "restbudget",
      budget: 9,
    });
    expect(budgeterad.intervall()).toMatchObject({ nekad: "saknarFel" });
    for (const niva of [0, 1, 80, NaN])
      expect(prognos({ utfall: [1, 2], manad: 2 }).intervall(niva)).toEqual({
        nekad: "niva",
        felkod: "#VALUE!",
      });
  });
});

describe("extreme amounts", () => {
  test("a month of 10⁻³¹⁸ that a share can't be divided by is no Infinity, mirrored or not", () => {
    const okanda = (antal: number) => Array<null>(antal).fill(null);
    const historik = [null, 5.316947e-318, 0, ...okanda(8), 1, ...okanda(5), 8422.402298850573, ...okanda(6)];
    for (const metod of metoder) {
      const svar = helarsprognos({ utfall: [null], historik, metod });
      if (arNekad(svar)) continue;
      const { lag, hog } = svar.intervall() as { lag: number; hog: number };
      for (const tal of [svar.total, svar.fel ?? 0, lag, hog]) expect(Number.isFinite(tal)).toBe(true);
    }
  });
  test.each([1e-320, 1e-200, 1e90, 1e100])("a series of the size %p is answered by every method", (enhet) => {
    const historik = serie(0, 48, (i) => (enhet * lonekostnad(i)) / 2000);
    const utfall = serie(48, 54, (i) => (enhet * lonekostnad(i)) / 2000);
    for (const metod of metoder) {
      const svar = helarsprognos({ utfall, historik, metod, budget: enhet });
      if (arNekad(svar)) throw new Error(`${metod}: ${svar.nekad}`);
      const intervall = svar.intervall();
      const tal = [svar.total, svar.fel!, ...(arNekad(intervall) ? [] : [intervall.lag, intervall.hog])];
      for (const ett of tal) expect(Number.isFinite(ett ?? 0)).toBe(true);
    }
  });
  test("beyond 1e100 an amount is refused", () => {
    expect(helarsprognos({ utfall: [1e101] })).toEqual({ nekad: "oandligt", felkod: "#VALUE!" });
    expect(serieprognos([1, -1e101, 3], 2)).toMatchObject({ nekad: "oandligt" });
  });
  test("one nearly empty month doesn't make the forecast of the others grow without bound", () => {
    const historik = serie(0, 48, (i) => (i === 30 ? 1e-9 : lonekostnad(i)));
    const svar = prognos({ utfall: serie(48, 51, lonekostnad), historik });
    expect(Math.abs(svar.total / sum(serie(48, 60, lonekostnad)) - 1)).toBeLessThan(0.05);
  });
});

describe("awkward series", () => {
  const normalt = sum(serie(60, 72, lonekostnad));
  const historik = serie(0, 60, lonekostnad);
  test("one huge month in the history hardly moves the year", () => {
    const smutsig = historik.map((tal, i) => (i === 40 ? 100 * tal : tal));
    const svar = prognos({ utfall: serie(60, 66, lonekostnad), historik: smutsig });
    expect(Math.abs(svar.total / normalt - 1)).toBeLessThan(0.02);
  });
  test("one huge booked month counts once, in the booked sum, and is not carried on", () => {
    const utfall = serie(60, 66, lonekostnad).map((tal, i) => (i === 3 ? tal + 30000 : tal));
    expect(Math.abs(prognos({ utfall, historik }).total - 30000 - normalt)).toBeLessThan(0.04 * normalt);
  });
  test("a new level is followed once it has lasted half a year", () => {
    const hopp = (i: number) => lonekostnad(i) * (i < 60 ? 1 : 1.4);
    const svar = prognos({ utfall: serie(60, 66, hopp), historik });
    expect(Math.abs(svar.total / (1.4 * normalt) - 1)).toBeLessThan(0.04);
  });
  test("unknown months are estimated, counted and told", () => {
    const luckig = historik.map((tal, i) => (i === 17 || i === 41 ? null : tal));
    const svar = prognos({ utfall: [...serie(60, 65, lonekostnad), null], manad: 6, historik: luckig });
    expect(svar.uppskattade).toBe(3);
    expect(Math.abs(svar.total / normalt - 1)).toBeLessThan(0.02);
  });
  test("all zeros is zero, and a row that is new this year starts from this year", () => {
    const nollor = Array<number>(36).fill(0);
    expect(prognos({ utfall: [0, 0, 0], historik: nollor })).toMatchObject({ total: 0, fel: null });
    expect(prognos({ utfall: [0, 0, 0], historik: nollor }).intervall()).toEqual({ lag: 0, hog: 0 });
    const ny = prognos({ utfall: Array<number>(8).fill(10), historik: nollor });
    expect(ny.total).toBeGreaterThan(110);
    expect(ny.total).toBeLessThan(130);
  });
  test("a constant is carried on exactly, with no width", () => {
    const svar = prognos({ utfall: [7, 7, 7, 7], historik: Array<number>(48).fill(7) });
    expect(svar.total).toBeCloseTo(84, 9);
    expect(bredd(svar)).toBeLessThan(1e-6);
  });
  test("a net row near zero gets an answer of its own size, while profil refuses", () => {
    const netto = (i: number) => 40 * brus(i);
    const en = { utfall: serie(48, 54, netto), historik: serie(0, 48, netto) };
    expect(Math.abs(prognos(en).total)).toBeLessThan(12 * 40);
    expect(helarsprognos({ ...en, metod: "profil" })).toMatchObject({ felkod: "#N/A" });
  });
  test("December alone every year: the year is December's", () => {
    const bokslut = (i: number) => (i % 12 === 11 ? 5000 : 0);
    const svar = prognos({ utfall: Array<number>(8).fill(0), manad: 8, historik: serie(0, 60, bokslut) });
    expect(Math.abs(svar.total / 5000 - 1)).toBeLessThan(0.1);
  });
});

describe("made-up municipal rows, which nothing was set by", () => {
  const fel = (slag: Kommunslag, metod: Metod, n: number, k: number) => {
    const rader = kommunserier(slag, 12);
    const missat = rader.map((y) =>
      Math.abs(
        prognos({ utfall: y.slice(60, 60 + k), historik: y.slice(60 - n, 60), metod }).total -
          sum(y.slice(60)),
      ),
    );
    return sum(missat) / sum(rader.map((y) => sum(y.slice(60).map(Math.abs))));
  };
  test("closing entries of December are carried on from one single year", () => {
    expect(fel("decemberbokning", "auto", 12, 8)).toBeLessThan(0.25 * fel("decemberbokning", "rak", 12, 8));
  });
  test("invoices by the quarter are too", () => {
    expect(fel("kvartalsfakturor", "auto", 12, 8)).toBeLessThan(0.2 * fel("kvartalsfakturor", "rak", 12, 8));
  });
  test("over pay, placements, closing entries, new levels and invoices auto errs less than any simple rule", () => {
    const slag = ["loner", "placeringar", "decemberbokning", "nivaskifte", "kvartalsfakturor"] as const;
    const snitt = (metod: Metod) =>
      sum(slag.flatMap((ett) => [12, 36, 60].flatMap((n) => [4, 8].map((k) => fel(ett, metod, n, k)))));
    const auto = snitt("auto");
    for (const regel of ["rak", "aterstod", "profil"] as const) expect(auto).toBeLessThan(snitt(regel));
  });
});

describe("any series carried on", () => {
  test("fewer than three months: the mean, said to be rak; none at all: refused", () => {
    expect(serieprognos([4], 2)).toEqual({ varden: [4, 4], metod: "rak", uppskattade: 0 });
    expect(serieprognos([4, 6], 2)).toMatchObject({ varden: [5, 5], metod: "rak" });
    expect(serieprognos([4, 6], 2, "theta")).toEqual({ nekad: "kortHistorik", felkod: "#N/A" });
    expect(serieprognos([], 2)).toMatchObject({ nekad: "saknarUtfall" });
    expect(serieprognos([null, null], 2)).toMatchObject({ nekad: "saknarUtfall" });
  });
  test("thirteen months, gaps, steps beyond a year", () => {
    const svar = serieprognos([null, ...serie(0, 6, lonekostnad), null, ...serie(7, 13, lonekostnad)], 18);
    if (arNekad(svar)) throw new Error(svar.nekad);
    expect(svar).toMatchObject({ metod: "kombination", uppskattade: 1 });
    expect(svar.varden).toHaveLength(18);
    for (const varde of svar.varden) expect(Math.abs(varde / 1000 - 1)).toBeLessThan(0.4);
  });
  test("aterstod repeats the last twelve, or needs them", () => {
    const svar = serieprognos(
      serie(0, 20, (i) => i),
      14,
      "aterstod",
    );
    expect(svar).toMatchObject({ varden: [...serie(8, 20, (i) => i), 8, 9] });
    expect(serieprognos([1, 2, 3], 2, "aterstod")).toMatchObject({ nekad: "saknarHistorik" });
  });
  test("infinite months, no steps and unknown methods are refused", () => {
    expect(serieprognos([1, Infinity, 3], 2)).toMatchObject({ nekad: "oandligt" });
    expect(serieprognos([1, 2, 3], 0)).toMatchObject({ nekad: "steg" });
    expect(serieprognos([1, 2, 3], 1.5)).toMatchObject({ nekad: "steg" });
    expect(serieprognos([1, 2, 3], 1, "gissa" as "auto")).toMatchObject({ nekad: "metod" });
  });
  test("modellera mirrors exactly, and what never was negative stays so", () => {
    const y = serie(0, 40, (i) => Math.max(0, 30 * brus(i)));
    const rakt = modellera(y, 12, "kombination");
    expect(
      modellera(
        y.map((tal) => -tal),
        12,
        "kombination",
      ),
    ).toEqual(rakt.map((tal) => -tal));
    expect(Math.min(...rakt)).toBeGreaterThanOrEqual(0);
  });
});

describe("accuracy on every seventh M3 series (all of them: npm run bench -- prognos)", () => {
  const urval = m3Serier().filter((_, i) => i % 7 === 0);
  const medel = (tal: number[]) => sum(tal) / tal.length;
  test("18 months ahead: better than plain Theta, and by a fifth than Naive2", () => {
    const matt = (metod: (y: number[], steg: number) => number[]) =>
      medel(urval.map(({ varden }) => smape(metod(varden.slice(0, -18), 18), varden.slice(-18))));
    const auto = matt((y, steg) => (serieprognos(y, steg) as { varden: number[] }).varden);
    expect(auto).toBeLessThan(0.97 * matt(plainTheta));
    expect(auto).toBeLessThan(0.83 * matt(naive2));
  });
  test.each([12, 24, 36, 999])(
    "the year from eight months with %i months' history: better than every simple rule",
    (n) => {
      const fel = (metod: Metod) =>
        medel(
          urval.map(({ historik, ar }) =>
            Math.abs(
              prognos({ utfall: ar.slice(0, 8), historik: historik.slice(-n), metod }).total / sum(ar) - 1,
            ),
          ),
        );
      const auto = fel("auto");
      for (const regel of ["rak", "aterstod", "profil"] as const)
        expect(auto).toBeLessThan(0.97 * fel(regel));
    },
  );
});
