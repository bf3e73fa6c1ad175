import {
  calledFunctions,
  calls,
  formulaFromRelative,
  kollFunction,
  references,
  relativeFormula,
} from "../../src/workbook/formula";

test("formulas copied down are the same relative to their cells, and can be written for another cell", () => {
  const pattern = relativeFormula("=SUM(B2:B9)*$C$1", 9, 3);
  expect(relativeFormula("=SUM(B3:B10)*$C$1", 10, 3)).toBe(pattern);
  expect(formulaFromRelative(pattern, 10, 3)).toBe("=SUM(B3:B10)*$C$1");
});

test("references tell sheet and workbook, and clip nothing of whole columns", () => {
  expect(references("='[2]Blad 1'!B2:C3+Underlag!$A:$A+D4")).toEqual([
    {
      book: "2",
      sheet: "Blad 1",
      area: { row: 1, column: 1, rowCount: 2, columnCount: 2 },
      text: "'[2]Blad 1'!B2:C3",
    },
    {
      book: null,
      sheet: "Underlag",
      area: { row: 0, column: 0, rowCount: 1048576, columnCount: 1 },
      text: "Underlag!$A:$A",
    },
    { book: null, sheet: null, area: { row: 3, column: 3, rowCount: 1, columnCount: 1 }, text: "D4" },
  ]);
});

test("calls come with their arguments, inner ones first; commas in arrays, texts and parentheses stay inside", () => {
  expect(calls('=KOLL.AVVIKELSE(A1,IF(B1>0,"a,b",{1,2}),(C1,D1))')).toEqual([
    { name: "IF", args: ["B1>0", '"a,b"', "{1,2}"], end: 38 },
    { name: "KOLL.AVVIKELSE", args: ["A1", 'IF(B1>0,"a,b",{1,2})', "(C1,D1)"], end: 47 },
  ]);
  expect(calls("=NA()")).toMatchObject([{ name: "NA", args: [] }]);
  expect(calls("=IF(A1,,2)")).toMatchObject([{ args: ["A1", "", "2"] }]);
});

test("a KOLL function is known as Excel shows it and as the file holds it", () => {
  expect(calledFunctions("=_xldudf_KOLL_NETTO(1,2)+SUM(A1)").map(kollFunction)).toEqual(["NETTO", null]);
  expect(kollFunction("KOLL.NETTO")).toBe("NETTO");
  expect(kollFunction("KOLLTEST.NETTO")).toBe("NETTO");
});
