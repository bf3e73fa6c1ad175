import { arNekad, type Fraga, helarsprognos, metodjamforelse } from "../../../src/domain/prognos";

const prognos = (fraga: Fraga) => {
  const svar = helarsprognos(fraga);
  if (arNekad(svar)) throw new Error(svar.nekad);
  return svar;
};
const nekad = (fraga: Fraga) => {
  const svar = helarsprognos(fraga);
  return arNekad(svar) ? [svar.nekad, svar.felkod] : null;
};
const ettor = Array<number>(12).fill(1);
const ar = [5, 5, 5, 10, 10, 10, 20, 20, 5, 5, 5, 20];

describe("the specification's cases", () => {
  test("rak carries eight months of -2.875 to -34.5", () => {
    expect(prognos({ utfall: Array<number>(8).fill(-2.875), metod: "rak" }).total).toBeCloseTo(-34.5, 9);
  });
  test("aterstod adds last year's ten remaining months to 30", () => {
    expect(prognos({ utfall: [10, 20], historik: ettor, metod: "aterstod" }).total).toBe(40);
  });
  test("profil divides 30 by the share 2/12", () => {
    expect(prognos({ utfall: [10, 20], historik: ettor, metod: "profil" }).total).toBeCloseTo(180, 9);
  });
  test("restbudget adds ten twelfths of 1200 to 30", () => {
    expect(prognos({ utfall: [10, 20], metod: "restbudget", budget: 1200 }).total).toBe(1030);
  });
  test("manad tells how many of twelve cells are booked", () => {
    const utfall = [10, 10, 10, 10, 10, 10, 10, 10, 0, 0, 0, 0];
    expect(prognos({ utfall, metod: "rak", manad: 8 }).total).toBe(120);
  });
});

describe("the simple rules", () => {
  test("profil pools the shares of every year: 60 of 100 and 120 of 360 by June is 180 of 460", () => {
    const historik = [...Array<number>(6).fill(10), ...Array<number>(6).fill(40 / 6)].concat(
      ...[Array<number>(6).fill(20), Array<number>(6).fill(40)],
    );
    const svar = prognos({ utfall: Array<number>(6).fill(30), historik, metod: "profil" });
    expect(svar.total).toBeCloseTo((180 * 460) / 180, 9);
  });
  test("budgetprofil keeps the outcome's relation to the budget, month by month", () => {
    const svar = prognos({ utfall: [6, 6, 6], metod: "budgetprofil", budget: ar });
    expect(svar.total).toBeCloseTo((18 * 120) / 15, 9);
    expect(svar.serie).toEqual([
      6,
      6,
      6,
      ...ar.slice(3).map((manad) => expect.closeTo((manad * 18) / 15, 9)),
    ]);
  });
  test("a yearly budget is spread evenly", () => {
    expect(prognos({ utfall: [50, 50], metod: "budgetprofil", budget: 1200 }).total).toBeCloseTo(600, 9);
  });
  test("planned changes are added to the months that are forecast, not to the booked ones", () => {
    const svar = prognos({
      utfall: [10, 10],
      metod: "rak",
      effekter: [100, 100, ...Array<number>(10).fill(1)],
    });
    expect(svar).toMatchObject({ total: 130, effekt: 10 });
    expect(svar.serie).toEqual([10, 10, ...Array<number>(10).fill(11)]);
  });
  test("with twelve months booked every method returns the sum, and nothing is uncertain", () => {
    for (const metod of ["auto", "rak", "restbudget", "profil", "theta", "kombination"] as const) {
      const svar = prognos({ utfall: ar, manad: 12, metod, effekter: ettor });
      expect(svar).toMatchObject({ total: 120, serie: ar, skal: "bokat", effekt: 0, fel: null });
      expect(svar.intervall()).toEqual({ lag: 120, hog: 120 });
    }
  });
});

describe("which months are booked", () => {
  test("twelve cells that end in blanks or zeros: those are not booked, and the answer says so", () => {
    const utfall = [5, 5, 0, 5, null, 0, null, 0, 0, 0, 0, 0];
    expect(prognos({ utfall, metod: "rak" })).toMatchObject({ bokade: 4, antagen: true, total: 45 });
  });
  test("a blank and a zero at the end give the same answer", () => {
    const med = (tom: number | null) =>
      prognos({ utfall: [...ar.slice(0, 7), tom, tom, tom, tom, tom] }).total;
    expect(med(0)).toBe(med(null));
  });
  test("fewer than twelve cells are all booked, zeros too", () => {
    expect(prognos({ utfall: [6, 0, 0], metod: "rak" })).toMatchObject({
      bokade: 3,
      antagen: false,
      total: 24,
    });
  });
  test("manad beats what the cells look like", () => {
    expect(prognos({ utfall: [6, 6, 0, 0], metod: "rak", manad: 3 })).toMatchObject({ bokade: 3, total: 48 });
  });
  test("no month booked: the year is forecast from its history or its budget", () => {
    expect(prognos({ utfall: [0], manad: 0, historik: ar, metod: "aterstod" }).total).toBe(120);
    expect(prognos({ utfall: [0], manad: 0, budget: ar })).toMatchObject({ metod: "restbudget", total: 120 });
  });
});

describe("what can't be answered is refused with its reason", () => {
  const misshapen: [string, Fraga][] = [
    ["utfallAntal", { utfall: [] }],
    ["utfallAntal", { utfall: Array<number>(13).fill(1) }],
    ["manad", { utfall: [1, 2], manad: 3 }],
    ["manad", { utfall: [1, 2], manad: 1.5 }],
    ["manad", { utfall: [1, 2], manad: -1 }],
    ["historikAntal", { utfall: [1], historik: Array<number>(13).fill(1) }],
    ["budgetAntal", { utfall: [1], budget: [1, 2, 3] }],
    ["effekterAntal", { utfall: [1], effekter: [1] }],
    ["oandligt", { utfall: [Infinity] }],
    ["oandligt", { utfall: [1], historik: [NaN, ...Array<number>(11).fill(1)] }],
    ["oandligt", { utfall: [1], budget: Infinity }],
    ["oandligt", { utfall: [1e308, 1e308, 1e308] }],
    ["metod", { utfall: [1], metod: "gissa" as Fraga["metod"] }],
  ];
  test.each(misshapen)("%s is #VALUE! (%#)", (orsak, fraga) => {
    expect(nekad(fraga)).toEqual([orsak, "#VALUE!"]);
  });
  const lacking: [string, Fraga][] = [
    ["saknarUtfall", { utfall: [null, null], manad: 2 }],
    ["saknarUtfall", { utfall: [0], manad: 0, metod: "rak" }],
    ["saknarUtfall", { utfall: [0], manad: 0 }],
    ["saknarBudget", { utfall: [1], metod: "restbudget" }],
    ["saknarBudget", { utfall: [1], metod: "budgetprofil" }],
    ["saknarHistorik", { utfall: [1], metod: "aterstod" }],
    ["saknarHistorik", { utfall: [1], metod: "profil" }],
    ["saknarHistorik", { utfall: [1, 2, 3], metod: "theta" }],
    ["saknarHistorik", { utfall: [1], historik: Array<null>(24).fill(null), metod: "profil" }],
    [
      "nollnaraHistorik",
      { utfall: [1], historik: [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1.1], metod: "profil" },
    ],
    ["nollnaraHistorik", { utfall: [1], historik: Array<number>(12).fill(0), metod: "profil" }],
    ["nollnaraHistorik", { utfall: [1], historik: [-5, ...Array<number>(11).fill(9)], metod: "profil" }],
    ["nollnaraBudget", { utfall: [1], budget: [0, ...Array<number>(11).fill(9)], metod: "budgetprofil" }],
    ["nollnaraBudget", { utfall: [1], budget: [20, ...Array<number>(11).fill(-0.5)], metod: "budgetprofil" }],
  ];
  test.each(lacking)("%s is #N/A (%#)", (orsak, fraga) => {
    expect(nekad(fraga)).toEqual([orsak, "#N/A"]);
  });
});

describe("auto without history", () => {
  test("follows twelve monthly budgets", () => {
    const svar = prognos({ utfall: [6, 6, 6], budget: ar });
    expect(svar).toMatchObject({ metod: "budgetprofil", skal: "utanHistorik", fel: null });
  });
  test("goes straight on where the budget is one amount, or none", () => {
    expect(prognos({ utfall: [6, 6], budget: 1200 })).toMatchObject({ metod: "rak", total: 72 });
    expect(prognos({ utfall: [6, 6] })).toMatchObject({ metod: "rak", skal: "utanHistorik", total: 72 });
  });
  test("adds the remaining budget where shares of the budget would explode", () => {
    const nollnara = [20, ...Array<number>(11).fill(-1.9)];
    expect(prognos({ utfall: [18], budget: nollnara })).toMatchObject({ metod: "restbudget" });
  });
});

describe("the table of methods", () => {
  test("has every method's total and error or its refusal, and marks auto's choice once", () => {
    const historik = Array.from({ length: 48 }, (_, i) => ar[i % 12] + (i % 5));
    const rader = metodjamforelse({ utfall: [5, 6, 5, 11, 9, 12], historik });
    if (arNekad(rader)) throw new Error(rader.nekad);
    expect(rader.map(({ metod }) => metod)).toEqual([
      "rak",
      "restbudget",
      "budgetprofil",
      "aterstod",
      "profil",
      "theta",
      "otm",
      "dotm",
      "ets",
      "holt",
      "kombination",
      "median",
      "viktad",
    ]);
    expect(rader.filter(({ vald }) => vald)).toHaveLength(1);
    expect(rader.filter(({ svar }) => arNekad(svar)).map(({ metod }) => metod)).toEqual([
      "restbudget",
      "budgetprofil",
    ]);
    for (const { svar } of rader) if (!arNekad(svar)) expect(svar.fel).toBeGreaterThan(0);
  });
});
