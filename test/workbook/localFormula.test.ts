import { localFormula, readLocalFormula } from "../../src/workbook/localFormula";

const pairs = [
  ['KOLL.AVVIKELSE(-34.4,-4.7,"netto")', 'KOLL.AVVIKELSE(-34,4;-4,7;"netto")'],
  ['IF(A1="a, b.c",1.5,0)', 'IF(A1="a, b.c";1,5;0)'],
  ["KOLL.KONTROLL({1,2;3,4})", "KOLL.KONTROLL({1\\2;3\\4})"],
  ["SUM({1.5,2})+LOG10(1.5E-3)", "SUM({1,5\\2})+LOG10(1,5E-3)"],
  ["SUM('Mars, 2.5'!A1,Blad1!$A$1:$B$2)", "SUM('Mars, 2.5'!A1;Blad1!$A$1:$B$2)"],
  [
    "SUM(Ekonomi[[#Totals],[Utfall, 1.5]],Ekonomi[Budget])",
    "SUM(Ekonomi[[#Totals];[Utfall, 1.5]];Ekonomi[Budget])",
  ],
  ["LET(å.1,2,å.1)", "LET(å.1;2;å.1)"],
];

test.each(pairs)("%s is shown as %s in Swedish, and read back", (formula, swedish) => {
  expect(localFormula(formula, "sv")).toBe(swedish);
  expect(readLocalFormula(swedish, "sv")).toBe(formula);
  expect(localFormula(formula, "en")).toBe(formula);
  expect(readLocalFormula(formula, "en")).toBe(formula);
});

test("a decimal point is taken in Swedish too, since it can't be anything else", () => {
  expect(readLocalFormula("=1.5*2", "sv")).toBe("=1.5*2");
});

test.each(["=SUM(A1,B1)", "=ROUND(1,2,3)", "=SUM(Ekonomi[Utfall],1)"])(
  "in Swedish the comma in %s separates nothing, and is not guessed at",
  (text) => expect(readLocalFormula(text, "sv")).toBeNull(),
);
