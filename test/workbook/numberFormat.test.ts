import {
  amountFormat,
  formatDecimals,
  isPercentFormat,
  percentFormat,
} from "../../src/workbook/numberFormat";

describe("number formats", () => {
  test("what rounds to zero has a section of its own, without sign", () => {
    expect(amountFormat(1)).toBe("[>=0.05]#,##0.0;[<=-0.05]-#,##0.0;0.0");
    expect(amountFormat(0)).toBe("[>=0.5]#,##0;[<=-0.5]-#,##0;0");
  });

  test.each([
    [amountFormat(2), 2],
    ["#,##0", 0],
    ['0.0" mnkr"', 1],
    ["0.0%", 1],
    ["General", null],
    ["yyyy-mm-dd", null],
    ["@", null],
  ])("%p prints %p decimals", (format, decimals) => expect(formatDecimals(format)).toBe(decimals));

  test("a literal % in quotes is no percent format", () => {
    expect(isPercentFormat(percentFormat(1))).toBe(true);
    expect(isPercentFormat('0.0"%"')).toBe(false);
  });
});
