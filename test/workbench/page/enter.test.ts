import { entryText, readEntry } from "../../../src/workbench/page/enter";

test.each([
  ["1 234,5", 1234.5],
  ["1\u00a0234", 1234],
  ["−85,7", -85.7],
  ["-3", -3],
  ["1e3", 1000],
  ["0.5", 0.5],
  ["SANT", true],
  ["falskt", false],
  ["", null],
  ["12 34", "12 34"],
  ["Hemvård", "Hemvård"],
  ["'007", "007"],
])("Swedish Excel reads %j as %j", (typed, value) => {
  expect(readEntry(typed, "sv").value).toBe(value);
});

test("a percent and a date give their format to the cell", () => {
  expect(readEntry("12,5 %", "sv")).toEqual({ value: 0.125, numberFormat: "0.00%" });
  expect(readEntry("2023-08-01", "sv")).toEqual({ value: 45139, numberFormat: "yyyy-mm-dd" });
});

test("what begins with = is a formula; = alone is text", () => {
  expect(readEntry("=SUM(A1:A2)", "sv").formula).toBe("=SUM(A1:A2)");
  expect(readEntry("=", "sv")).toEqual({ value: "=" });
});

test.each([
  [1234.5, "General", "1234,5"],
  [0.125, "0.0%", "12,5%"],
  [45139, "yyyy-mm-dd", "2023-08-01"],
  [true, "General", "SANT"],
  [null, "General", ""],
])("%j in the format %s is edited as %j, and reads back the same", (value, format, text) => {
  expect(entryText(value, undefined, format, "sv")).toBe(text);
  expect(readEntry(text, "sv").value).toBe(value);
});
