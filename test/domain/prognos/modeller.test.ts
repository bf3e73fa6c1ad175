import * as fc from "fast-check";
import { autoregression, sasongsautoregression } from "../../../src/domain/prognos/autoregression";
import { dampaAvvikare } from "../../../src/domain/prognos/avvikare";
import { ets } from "../../../src/domain/prognos/ets";
import { kombination } from "../../../src/domain/prognos/kombination";
import { fyllLuckor } from "../../../src/domain/prognos/luckor";
import { losEkvationer, minimera } from "../../../src/domain/prognos/optimering";
import { aterge, dela, rensa } from "../../../src/domain/prognos/sasong";
import { kvantil, linje, median } from "../../../src/domain/prognos/tal";
import { theta } from "../../../src/domain/prognos/theta";

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
  test("every method gives finite months for any short or odd series", () => {
    const manad = fc.oneof(
      fc.constant(0),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer({ min: 0, max: 9 }),
    );
    fc.assert(
      fc.property(fc.array(manad, { minLength: 3, maxLength: 70 }), (y) => {
        expect(kombination(y, 14).every(Number.isFinite)).toBe(true);
        expect(ets(y, 14).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
