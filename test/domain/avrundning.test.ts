import { avrunda, avrundaSumma, avstamning, flyttaDecimal, skillnad } from "../../src/domain/avrundning";

describe("avrunda: half away from zero on the decimal value as printed", () => {
  test.each([
    [2.675, 2, 2.68],
    [1.005, 2, 1.01],
    [-0.5, 0, -1],
    [0.5, 0, 1],
    [1.5, 0, 2],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.49999, 0, 0],
    [1234.5, -2, 1200],
    [1250, -2, 1300],
    [-0.0004, 3, 0],
    [8.345, 2, 8.35],
    [1e-7, 2, 0],
    [1e21, 2, 1e21],
  ])("%d to %d decimals is %d", (value, decimals, rounded) => {
    expect(avrunda(value, decimals)).toBe(rounded);
  });

  test("a sum whose binary remainder hides a half is rounded as it is printed", () => {
    expect(1.4 + 0.075).toBeLessThan(1.475);
    expect(avrunda(1.4 + 0.075, 2)).toBe(1.48);
    expect(avrunda(-(0.57 + 0.105), 2)).toBe(-0.68);
  });
});

test("flyttaDecimal keeps the digits, where multiplication doesn't", () => {
  expect(1.005 * 100).not.toBe(100.5);
  expect(flyttaDecimal(1.005, 2)).toBe(100.5);
  expect(flyttaDecimal(1e-7, 2)).toBe(1e-5);
});

test("skillnad is without binary noise", () => {
  expect(2.2 - 1.2).toBeGreaterThan(1);
  expect(skillnad(2.2, 1.2)).toBe(1);
  expect(skillnad(1e15, 1)).toBe(1e15 - 1);
});

describe("avrundaSumma: largest remainder", () => {
  test.each<[number[], number, number[]]>([
    [[2.6, -1.4], 0, [2, -1]],
    [[0.4, 0.4, 0.2], 0, [1, 0, 0]],
    [[0.3, 0.4, 0.3], 0, [0, 1, 0]],
    [[0.5, 0.5], 0, [0, 1]],
    [[0.5, 1.5], 0, [1, 1]],
    [[33.33, 33.33, 33.34], 1, [33.3, 33.3, 33.4]],
    [[450, 450, 100], -3, [1000, 0, 0]],
    [[-0.4, -0.4, -0.2], 0, [-1, 0, 0]],
    // 77 432.04 − 74 882.89 is 2 549.15, though binary has 2 549.149999999994.
    [[77432.04, -74882.89], 1, [77432.1, -74882.9]],
    [[], 0, []],
    [[5], 0, [5]],
  ])("%j to %d decimals is %j", (values, decimals, rounded) => {
    expect(avrundaSumma(values, decimals)).toEqual(rounded);
  });
});

describe("avstamning: n parts and a total, each rounded, may differ by (n + 1) half units", () => {
  test("at the margin it agrees, beyond it the difference is told", () => {
    expect(avstamning(10.1, [5, 5], 1)).toBe(0);
    expect(avstamning(10.15, [5, 5], 1)).toBe(0);
    expect(avstamning(10.2, [5, 5], 1)).toBeCloseTo(0.2);
    expect(avstamning(9.8, [5, 5], 1)).toBeCloseTo(-0.2);
    expect(avstamning(11, [5, 5], 0)).toBe(0);
    expect(avstamning(12, [5, 5], 0)).toBe(2);
  });
});
