import fc from "fast-check";
import { formulaFromFile, formulaToFile } from "../../../src/workbench/xlsx/formulaText";

/** How Excel stores a formula, and how it shows it. The table is the one the formula stands in. */
const pairs: [stored: string, shown: string, table?: string][] = [
  ["SUM(A1:B2)*-2%", "=SUM(A1:B2)*-2%"],
  ["_xlfn.XLOOKUP(A1,B:B,C:C)", "=XLOOKUP(A1,B:B,C:C)"],
  ["_xlfn._xlws.FILTER(A1:A9,A1:A9>1)", "=FILTER(A1:A9,A1:A9>1)"],
  ["_xlfn._xlws.SORT(_xlfn.UNIQUE(A1:A9))", "=SORT(UNIQUE(A1:A9))"],
  ["_xlfn.LET(_xlpm.x,1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)", "=LET(x,1,y,x+1,x*y)"],
  ["_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v*2))", "=MAP(A1:A3,LAMBDA(v,v*2))"],
  ["_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.a,_xlpm.a+1),_xlpm.f(2))", "=LET(f,LAMBDA(a,a+1),f(2))"],
  ["SUM(_xlfn.ANCHORARRAY(A1))", "=SUM(A1#)"],
  ["SUM(_xlfn.ANCHORARRAY('Blad 2'!$B$3))", "=SUM('Blad 2'!$B$3#)"],
  ["_xlfn.SINGLE(A1:A9)", "=@A1:A9"],
  ["_xlfn.SINGLE(INDEX(A1:A9,_xlfn.XMATCH(1,B1:B9)))+1", "=@INDEX(A1:A9,XMATCH(1,B1:B9))+1"],
  [
    "_xlfn.STDEV.S(A1:A9)+STDEV(A1:A9)+AGGREGATE(9,6,A1:A9)",
    "=STDEV.S(A1:A9)+STDEV(A1:A9)+AGGREGATE(9,6,A1:A9)",
  ],
  ['_xldudf_KOLL_AVVIKELSE(A1,,"netto")', '=KOLL.AVVIKELSE(A1,,"netto")'],
  ["IF(A1,_xldudf_KOLLTEST_KARENS(1,2),0)", "=IF(A1,KOLLTEST.KARENS(1,2),0)"],
  ["Tabell1[[#This Row],[Utfall]]*2", "=[@Utfall]*2", "Tabell1"],
  ["Tabell1[[#This Row],[Utfall (tkr)]]*2", "=[@[Utfall (tkr)]]*2", "Tabell1"],
  ["Tabell1[[#This Row],[a]:[b]]", "=[@[a]:[b]]", "Tabell1"],
  ["Tabell1[#This Row]", "=[@]", "Tabell1"],
  ["Tabell1[[#This Row],[Utfall]]", "=Tabell1[@Utfall]"],
  [
    "SUM(Tabell1[Utfall],Tabell1[[#Totals],[Utfall]])",
    "=SUM(Tabell1[Utfall],Tabell1[[#Totals],[Utfall]])",
    "Tabell1",
  ],
  ["Tabell1[[#This Row],['[x'']]]", "=[@['[x'']]]", "Tabell1"],
  ['"_xlfn.XLOOKUP("&"[#This Row]"', '="_xlfn.XLOOKUP("&"[#This Row]"'],
  ["{1,2;3,4}+[1]Blad1!A1+'[Bok 2.xlsx]Blad 1'!$A$1", "={1,2;3,4}+[1]Blad1!A1+'[Bok 2.xlsx]Blad 1'!$A$1"],
  ["SUM(Blad1:Blad3!A1)+#REF!+Blad1!#REF!", "=SUM(Blad1:Blad3!A1)+#REF!+Blad1!#REF!"],
];

// One argument a row: Jest would take a missing third for its callback.
const rows = pairs.map(([stored, shown, table = ""]) => ({ stored, shown, table }));

test.each(rows)("$stored is shown as $shown", ({ stored, shown, table }) => {
  expect(formulaFromFile(stored, table)).toBe(shown);
});

test.each(rows)("$stored is stored for $shown", ({ stored, shown, table }) => {
  expect(formulaToFile(shown, table)).toBe(stored);
});

test("a function of a later version keeps its prefix, as Excel shows it", () => {
  expect(formulaFromFile("_xlfn.KOMMANDE(A1)")).toBe("=_xlfn.KOMMANDE(A1)");
  expect(formulaToFile("=_xlfn.KOMMANDE(A1)")).toBe("_xlfn.KOMMANDE(A1)");
});

test("the damaged form of a custom function is left as it is", () => {
  const damaged = "[1]!_xldudf_KOLL_PROGNOS(B2)";
  expect(formulaToFile(formulaFromFile(damaged))).toBe(damaged);
});

test("a column of the formula's own table gets the table's name", () => {
  expect(formulaToFile("=SUM([Utfall])", "Tabell1")).toBe("SUM(Tabell1[Utfall])");
});

test("any formula made of these comes back as it was", () => {
  const leaf = fc.constantFrom(
    "A1",
    "$B$2:C9",
    "'Blad 1'!A:A",
    "1.5",
    '"text, (""x"")"',
    "TRUE",
    "A1#",
    "Tabell1[Utfall]",
    "Moms",
    "#N/A",
  );
  const { formula } = fc.letrec<{ formula: string }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc
        .tuple(tie("formula"), fc.constantFrom("+", "-", "*", "&", "<=", "^"), tie("formula"))
        .map((parts) => parts.join("")),
      fc
        .tuple(
          fc.constantFrom("SUM", "IFS", "XLOOKUP", "SORT", "KOLL.KARENS", "T.DIST.2T"),
          fc.array(tie("formula"), { minLength: 1, maxLength: 3 }),
        )
        .map(([name, args]) => `${name}(${args.join(",")})`),
      tie("formula").map((inner) => `(${inner})`),
    ),
  }));
  fc.assert(
    fc.property(formula, (text) => {
      expect(formulaFromFile(formulaToFile(`=${text}`))).toBe(`=${text}`);
    }),
    { numRuns: 500 },
  );
});
