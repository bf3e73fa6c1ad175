import * as fc from "fast-check";
import { autoregression, sasongsautoregression } from "../../../src/domain/prognos/autoregression";
import { dampaAvvikare } from "../../../src/domain/prognos/avvikare";
import { dotm } from "../../../src/domain/prognos/dotm";
import { ets } from "../../../src/domain/prognos/ets";
import { holt } from "../../../src/domain/prognos/holt";
import { delar, kombination } from "../../../src/domain/prognos/kombination";
import { fyllLuckor } from "../../../src/domain/prognos/luckor";
import { mediankombination } from "../../../src/domain/prognos/mediankombination";
import { losEkvationer, minimera } from "../../../src/domain/prognos/optimering";
import { otm } from "../../../src/domain/prognos/otm";
import { aterge, dela, rensa, sasongsformer } from "../../../src/domain/prognos/sasong";
import { kvantil, linje, median } from "../../../src/domain/prognos/tal";
import { theta } from "../../../src/domain/prognos/theta";
import { anpassa } from "../../../src/domain/prognos/utjamning";
import { viktadkombination } from "../../../src/domain/prognos/viktadkombination";

const serie = (manader: number, regel: (i: number) => number) =>
  Array.from({ length: manader }, (_, i) => regel(i));
const vag = (i: number) => 1 + 0.3 * Math.sin((2 * Math.PI * i) / 12);
/** The same pseudo-random noise every time, between −1 and 1. */
const brus = (i: number) => 2 * (Math.abs(Math.sin((i + 1) * 12.9898) * 43758.5453) % 1) - 1;

describe("the tools", () => {
  test("minimera finds the bottom of Rosenbrock's valley at (1, 1)", () => {
    const dal = ([x, y]: readonly number[]) => (1 - x) ** 2 + 5 * (y - x * x) ** 2;
    const { punkt } = minimera(dal, [-0.5, 0.5], [0.3, 0.3]);
    expect(punkt[0]).toBeCloseTo(1, 1);
    expect(punkt[1]).toBeCloseTo(1, 1);
  });
  test("minimera never leaves where Infinity begins", () => {
    const { punkt } = minimera(([x]) => (x < 0.25 ? Infinity : x), [0.5], [0.2]);
    expect(punkt[0]).toBeGreaterThanOrEqual(0.25);
    expect(punkt[0]).toBeLessThan(0.26);
  });
  test("losEkvationer solves with pivoting, and says null of a singular matrix", () => {
    const x = losEkvationer(
      [
        [0, 2, 1],
        [1, 1, 1],
        [2, 0, -1],
      ],
      [7, 6, -1],
    );
    expect(x).toEqual([1, 2, 3].map((tal) => expect.closeTo(tal, 9)));
    expect(
      losEkvationer(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 2],
      ),
    ).toBeNull();
  });
  test("kvantil interpolates, and linje is the least-squares line", () => {
    expect(kvantil([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(median([9, 1, 5])).toBe(5);
    expect(linje([1, 3, 5, 7])).toEqual({ start: 1, lutning: 2 });
  });
});

describe("the season", () => {
  test("known swings on a level come back within 1 percent of their size, multiplied and added", () => {
    const ganger = dela(serie(60, (i) => 100 * vag(i)));
    const plus = dela(serie(60, (i) => 100 * (vag(i) - 1)));
    expect(ganger.multiplikativ).toBe(true);
    expect(plus.multiplikativ).toBe(false);
    for (let i = 0; i < 12; i++) {
      expect(Math.abs(ganger.svang[i] - vag(i))).toBeLessThan(0.003);
      expect(Math.abs(plus.svang[i] - 100 * (vag(i) - 1))).toBeLessThan(0.3);
    }
  });
  test("pure noise is drawn to almost no season (Miller & Williams 2003)", () => {
    const svang = dela(serie(96, (i) => 100 + 10 * brus(i))).svang;
    const ratt = serie(12, (m) => Math.abs(svang[m] - 1));
    const okrympt = serie(12, (m) => {
      const manader = serie(8, (ar) => 100 + 10 * brus(ar * 12 + m));
      return Math.abs(manader.reduce((a, b) => a + b) / 800 - 1);
    });
    expect(Math.max(...ratt)).toBeLessThan(0.5 * Math.max(...okrympt));
  });
  test("less than a year has no season, and a month near nothing makes it additive", () => {
    expect(dela(serie(11, (i) => 100 * vag(i))).svang).toEqual(Array(12).fill(1));
    expect(dela(serie(48, (i) => (i % 12 === 6 ? 1 : 100))).multiplikativ).toBe(false);
  });
  test("taking the season off and putting it back is nothing done", () => {
    const y = serie(40, (i) => 50 * vag(i) + brus(i));
    const sasong = dela(y);
    expect(aterge(sasong, rensa(sasong, y), 0)).toEqual(y.map((varde) => expect.closeTo(varde, 9)));
  });
});

describe("one-off months and gaps", () => {
  test("one huge month is drawn in to near its neighbours, and the others keep within 1 percent", () => {
    const ren = serie(60, (i) => 100 * vag(i) + brus(i));
    const smutsig = ren.map((varde, i) => (i === 40 ? 50 * varde : varde));
    const dampad = dampaAvvikare(smutsig);
    expect(dampad[40]).toBeLessThan(1.2 * ren[40]);
    dampad.forEach((varde, i) => i === 40 || expect(Math.abs(varde / ren[i] - 1)).toBeLessThan(0.01));
  });
  test("one month that differs in a row of equal ones is put on the others' level", () => {
    expect(dampaAvvikare(serie(36, (i) => (i === 20 ? 9000 : 100)))).toEqual(
      serie(36, () => expect.closeTo(100, 9) as unknown as number),
    );
  });
  test("a December that is large every year is season, not an outlier", () => {
    const y = serie(48, (i) => (i % 12 === 11 ? 400 : 100) + brus(i));
    expect(dampaAvvikare(y)).toEqual(y);
  });
  test("a new level that lasts is kept", () => {
    const y = serie(60, (i) => (i < 50 ? 100 : 200) + 5 * brus(i));
    expect(dampaAvvikare(y)).toEqual(y);
  });
  test("an unknown month lies between its neighbours, with its month's usual swing", () => {
    expect(fyllLuckor([1, null, null, 4])).toEqual([1, 2, 3, 4]);
    expect(fyllLuckor([null, 5, null])).toEqual([5, 5, 5]);
    expect(fyllLuckor([null, null])).toBeNull();
    const y = serie(48, (i) => 100 + (i % 12 === 6 ? 60 : 0));
    const fylld = fyllLuckor(y.map((varde, i) => (i === 30 ? null : varde)))!;
    expect(fylld[30]).toBeCloseTo(160, 0);
  });
});

describe("the methods", () => {
  test("theta carries half the slope of the straight line on (Hyndman & Billah 2003)", () => {
    const svar = theta(
      serie(40, (i) => 10 + 2 * i),
      5,
    );
    for (let h = 1; h < 5; h++) expect(svar[h] - svar[h - 1]).toBeCloseTo(1, 9);
  });
  test("theta of a level is the level", () => {
    expect(
      theta(
        serie(20, () => 7),
        3,
      ),
    ).toEqual([7, 7, 7]);
  });
  test("otm and dotm find a straight line's whole slope, where theta takes half (Fiorucci et al. 2016)", () => {
    const rak = serie(60, (i) => 10 + 2 * i);
    for (const metod of [otm, dotm])
      metod(rak, 6).forEach((varde, h) => expect(varde).toBeCloseTo(130 + 2 * h, 6));
  });
  test("otm's in-sample errors are never larger than the standard θ = 2's, being a case of it", () => {
    const y = serie(50, (i) => 100 + 0.4 * i + 8 * brus(i));
    // Reference, by the recursion as printed: μ = ℓ + (1 − 1/θ)[(1−α)^(t−1)A + (1−(1−α)^t)/α B], over a grid.
    const { start, lutning } = linje(y);
    const [A, B] = [start - lutning, lutning];
    const kvadrater = (alfa: number, omega: number, l0: number) => {
      let [niva, ack] = [l0, 0];
      y.forEach((varde, i) => {
        const t = i + 1;
        const mu = niva + omega * ((1 - alfa) ** (t - 1) * A + ((1 - (1 - alfa) ** t) / alfa) * B);
        if (t > 2) ack += (varde - mu) ** 2;
        niva = alfa * varde + (1 - alfa) * niva;
      });
      return { ack, niva };
    };
    let basta = { ack: Infinity, niva: 0, alfa: 0, omega: 0 };
    for (let a = 10; a <= 99; a++)
      for (let o = 0; o <= 20; o++)
        for (let l = -20; l <= 120; l += 2) {
          const prov = kvadrater(a / 100, o / 20, l);
          if (prov.ack < basta.ack) basta = { ...prov, alfa: a / 100, omega: o / 20 };
        }
    const mu =
      basta.niva +
      basta.omega * ((1 - basta.alfa) ** 50 * A + ((1 - (1 - basta.alfa) ** 51) / basta.alfa) * B);
    expect(Math.abs(otm(y, 1)[0] / mu - 1)).toBeLessThan(0.005);
  });
  test("dotm follows a trend that has turned further than otm does", () => {
    const vand = serie(80, (i) => (i < 50 ? 100 + 2 * i : 200 - 2 * (i - 50)));
    expect(dotm(vand, 12)[11]).toBeLessThan(otm(vand, 12)[11]);
  });
  test("holt carries the whole trend on, where ets lets it fade", () => {
    const y = serie(60, (i) => 100 + 2 * i + brus(i));
    const [rakt, dampat] = [holt(y, 24), ets(y, 24)];
    expect(rakt[23] / (100 + 2 * 83)).toBeCloseTo(1, 1);
    expect(dampat[23]).toBeLessThan(rakt[23] - 2);
    expect(dampat[23] - dampat[22]).toBeLessThan(0.9 * (rakt[23] - rakt[22]));
  });
  test("the criterion finds swings that grow with the level multiplied, and steady ones added", () => {
    const kriterier = (y: number[]) =>
      sasongsformer(y).map(
        (sasong) => anpassa(y, 1, sasong, { trend: "odampad", rorligSasong: false }).kriterium,
      );
    const vaxer = kriterier(serie(72, (i) => (100 + 3 * i) * vag(i) + brus(i)));
    const jamna = kriterier(serie(72, (i) => 100 + 3 * i + 100 * (vag(i) - 1) + brus(i)));
    expect(vaxer[0]).toBeLessThan(vaxer[1]);
    expect(jamna[1]).toBeLessThan(jamna[0]);
  });
  test("ets follows a growing seasonal series within 3 percent for a year", () => {
    const y = serie(72, (i) => (100 + 0.5 * i) * vag(i));
    ets(y.slice(0, 60), 12).forEach((varde, h) => expect(Math.abs(varde / y[60 + h] - 1)).toBeLessThan(0.03));
  });
  test("ets of negative months stays additive and close", () => {
    const y = serie(72, (i) => 20 * (vag(i) - 1) + 0.1 * brus(i));
    ets(y.slice(0, 60), 12).forEach((varde, h) => expect(Math.abs(varde - y[60 + h])).toBeLessThan(1));
  });
  test("autoregression returns towards the level after a peak, as its own past did", () => {
    const y = [0];
    for (let i = 1; i < 120; i++) y.push(0.6 * y[i - 1] + brus(i));
    const svar = autoregression(
      [...y, 4].map((varde) => varde + 100),
      12,
    );
    expect(svar[0]).toBeGreaterThan(101);
    expect(svar[0]).toBeLessThan(103.9);
    expect(svar[11]).toBeLessThan(svar[0] - 0.5);
  });
  test("sasongsautoregression repeats a perfect season", () => {
    const y = serie(60, (i) => 100 * vag(i));
    sasongsautoregression(y.slice(0, 48), 12).forEach((varde, h) => expect(varde).toBeCloseTo(y[48 + h], 6));
  });
  test("kombination lies within its parts, hence near a clean series' own future", () => {
    const y = serie(84, (i) => 100 * vag(i) + brus(i));
    kombination(y.slice(0, 72), 12).forEach((varde, h) =>
      expect(Math.abs(varde - y[72 + h])).toBeLessThan(3),
    );
  });
  test("the median lies between the parts month by month, and one that goes astray doesn't move it", () => {
    const y = serie(72, (i) => 100 * vag(i) + 20 * brus(i));
    const parter = delar(y, 12);
    expect(parter).toHaveLength(4);
    mediankombination(y, 12).forEach((varde, h) => {
      const ordnade = parter.map((del) => del[h]).sort((a, b) => a - b);
      expect(varde).toBeCloseTo((ordnade[1] + ordnade[2]) / 2, 9);
    });
  });
  test("the weighted mean leans to the part that had been closest, and is the plain mean without trials", () => {
    // A clean season on a random level: the change since last year is exact, the others are not.
    const y = serie(72, (i) => 100 * vag(i) + (i % 12 === 5 ? 35 : 0));
    const sanning = serie(6, (h) => 100 * vag(h) + (h === 5 ? 35 : 0));
    const fel = (svar: number[]) => svar.reduce((ack, varde, h) => ack + Math.abs(varde - sanning[h]), 0);
    expect(fel(viktadkombination(y, 6))).toBeLessThan(0.5 * fel(kombination(y, 6)));
    const kort = y.slice(0, 20);
    expect(viktadkombination(kort, 6)).toEqual(
      kombination(kort, 6).map((varde) => expect.closeTo(varde, 9) as unknown as number),
    );
  });
  test("every method gives finite months for any short or odd series", () => {
    const manad = fc.oneof(
      fc.constant(0),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer({ min: 0, max: 9 }),
    );
    fc.assert(
      fc.property(fc.array(manad, { minLength: 3, maxLength: 70 }), (y) => {
        for (const metod of [theta, otm, dotm, ets, holt, kombination, mediankombination, viktadkombination])
          expect(metod(y, 14).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
