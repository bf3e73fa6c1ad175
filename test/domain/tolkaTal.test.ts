import fc from "fast-check";
import { tolkaTal } from "../../src/domain/tolkaTal";

const value = (text: string) => {
  const read = tolkaTal(text);
  return read.kind === "tal" ? read.value : read.kind;
};

describe("tolkaTal", () => {
  test.each([
    ["- 27,6", -27.6],
    ["–6,2", -6.2],
    ["−1 912", -1912],
    ["1 441 066", 1441066],
    ["1\u00a0441\u202f066", 1441066],
    ["7,2 %", 0.072],
    ["0,63 %", 0.0063],
    ["0,5***", 0.5],
    ["159 050*", 159050],
    ["75¹", 75],
    ["2 254 tkr", 2254],
    ["-85,7 mnkr", -85.7],
    ["minus 125,8", -125.8],
    ["85,7-", -85.7],
    ["+-0", 0],
    ["±0", 0],
    ["-0", 0],
    ["+0,3", 0.3],
    ["1269.7", 1269.7],
    ["1.234.567", 1234567],
    ["1.234,50", 1234.5],
    ["1,234.50", 1234.5],
    ["0,125", 0.125],
  ])("reads %p as the function's definition says", (text, expected) => {
    expect(value(text)).toBe(expected);
    expect(Object.is(value(text), -0)).toBe(false);
  });

  test.each(["-", "–", "--", "---", "..", "…", "", " "])("takes %p for no figure", (text) => {
    expect(tolkaTal(text)).toEqual({ kind: "tomt" });
  });

  test.each([
    ["12 34", "tvetydig"],
    ["1.234", "tvetydig"],
    ["1 2345", "tvetydig"],
    ["3 – 5", "intervall"],
    ["-75 - 85", "intervall"],
    ["70-75 %", "intervall"],
    ["Minska", "text"],
    ["Kortis: 77 %", "text"],
    ["12 åa", "text"],
    ["5 % mnkr", "text"],
    ["2023-08-31", "text"],
  ])("does not guess at %p", (text, why) => {
    expect(tolkaTal(text)).toEqual({ kind: "otolkbar", why });
  });

  test("keeps the unit, the printed decimals and the footnote", () => {
    expect(tolkaTal("2,30 mnkr*")).toMatchObject({ unit: "mnkr", decimals: 2, note: "*" });
    expect(tolkaTal("300 tusen kronor")).toMatchObject({ value: 300, unit: "tkr" });
    expect(tolkaTal("97,5 %")).toMatchObject({ percent: true, decimals: 1, unit: null });
  });

  test("reads back every number that Swedish Excel prints", () => {
    const print = new Intl.NumberFormat("sv-SE", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const amount = Number(`${cents}e-2`);
        expect(value(print.format(amount))).toBe(amount);
      }),
    );
  });

  test("answers every text with a finite number or a reason", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = tolkaTal(text);
        if (read.kind === "tal") expect(Number.isFinite(read.value)).toBe(true);
      }),
    );
  });
});
