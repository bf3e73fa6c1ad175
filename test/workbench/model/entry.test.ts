import { parseEntry, normalFormula } from "../../../src/workbench/model/entry";
import { formulaKind } from "../../../src/workbench/model/formulaKind";

describe("what a typed text becomes (English, United States)", () => {
  test.each([
    ["Hyra", { value: "Hyra" }],
    ["rad 12", { value: "rad 12" }],
    ["2023-08", { value: 45139, numberFormat: "yyyy-mm" }],
    ["12", { value: 12 }],
    ["-1,234.5", { value: -1234.5, numberFormat: "#,##0.00" }],
    ["50 %", { value: 0.5, numberFormat: "0%" }],
    ["#DIV/0!", { value: { fel: "#DIV/0!" } }],
    ["TRUE", { value: true }],
    ["'12", { value: "12", quotePrefix: true }],
    ["=", { value: "=" }],
    ["=a1", { value: null, formula: "=A1" }],
    ["@SUM(A1)", { value: null, formula: "=@SUM(A1)" }],
  ])("%s", (text, entry) => expect(parseEntry(text)).toEqual(entry));

  test.each(["=SUM(", "=1+", "=A1 B2)", '="öppen', "=IF(1;2;3)"])("%s can't be read", (text) =>
    expect(() => parseEntry(text)).toThrow(/InvalidArgument/),
  );

  test("references that are gone are read as Excel shows them", () => {
    expect(normalFormula("=#REF!A1+Blad1!#REF!*'Mitt blad'!#REF!")).toBe(
      "=#REF!A1+Blad1!#REF!*'Mitt blad'!#REF!",
    );
  });
});

describe("ordinary formulas and those that may spill", () => {
  test.each([
    "=A1+B1",
    "=SUM(A1:A9)",
    '=SUMIFS(C:C,A:A,A1,B:B,"x")',
    "=VLOOKUP(A1,B:C,2,FALSE)",
    "=IF(A1>0,SUM(B1:B9),0)",
    "=INDEX(A1:C9,2,3)",
    "=[@Utfall]-[@Budget]",
    "=SUMIFS(Tabell_1[Utfall],Tabell_1[Verksamhet],$A5)",
    "=XLOOKUP(A1,B:B,C:C)",
  ])("%s is ordinary", (formula) => expect(formulaKind(formula)).toBe("cell"));

  test.each([
    "=A1:A3",
    "=A1:A3*2",
    "=SUM(A1:A3*B1:B3)",
    "=FILTER(A1:A9,B1:B9>0)",
    "=SUMIFS(C:C,A:A,E1:E5)",
    "=KOLL.AVVIKELSE(A1:A3,B1:B3)",
    "=LET(x,A1:A3,x)",
    "={1,2,3}",
    "=A1#",
    "=INDEX(A1:C9,0,1)",
  ])("%s may spill", (formula) => expect(formulaKind(formula)).toBe("dynamic"));
});
