import { periodandel, rullandeMedel } from "../../src/domain/period";

describe("periodandel", () => {
  test("a twelfth a month without a profile", () => {
    expect(periodandel(0)).toBe(0);
    expect(periodandel(3)).toBe(0.25);
    expect(periodandel(12)).toBe(1);
  });

  test("the profile's weights up to the month; none where they sum to 0", () => {
    expect(periodandel(2, [1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toBe(0.5);
    expect(periodandel(1, [-1, -2, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toBe(0.25);
    expect(periodandel(1, [1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toBeNull();
  });
});

describe("rullandeMedel", () => {
  test("is null until the window is full", () => {
    expect(rullandeMedel([1, 2, 3, 4, 5], 3)).toEqual([null, null, 2, 3, 4]);
    expect(rullandeMedel([1, 2], 3)).toEqual([null, null]);
    expect(rullandeMedel([], 3)).toEqual([]);
  });

  test("a huge value leaves no trace in the windows after it", () => {
    const series = [1e17, 1, 1, 1, 1, 1, 1, 1];
    expect(rullandeMedel(series, 3).slice(3)).toEqual([1, 1, 1, 1, 1]);
  });
});
