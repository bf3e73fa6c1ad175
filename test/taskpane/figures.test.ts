import { amountText, percentText, readAmount } from "../../src/taskpane/figures";

describe("figures in the pane", () => {
  test("are printed as on the sheet: groups, decimals, a hyphen for minus, no minus on a rounded zero", () => {
    expect(amountText(-1234567.4, 0, "sv").replace(/\s/g, " ")).toBe("-1 234 567");
    expect(amountText(-0.04, 1, "sv")).toBe("0,0");
    expect(amountText(-0.04, 0, "en")).toBe("0");
    expect(amountText(1234.5, 1, "en")).toBe("1,234.5");
    expect(percentText(0.0142, "sv").replace(/\s/g, " ")).toBe("1,4 %");
  });

  test.each([
    ["-1 250,5", "tkr", -1250.5],
    ["−1 250", "tkr", -1250],
    ["1,3 mnkr", "tkr", 1300],
    ["500 tkr", "mnkr", 0.5],
    ["1.234", "tkr", null],
    ["12 %", "tkr", null],
    ["ungefär tio", "tkr", null],
    ["", "tkr", null],
  ] as const)("%p in %s is read as %p", (text, unit, expected) => {
    expect(readAmount(text, unit)).toBe(expected);
  });
});
