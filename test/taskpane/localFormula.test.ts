import { localFormula } from "../../src/taskpane/funktioner/localFormula";

test.each([
  ['=KOLL.AVVIKELSE(-34.4,-4.7,"netto")', '=KOLL.AVVIKELSE(-34,4;-4,7;"netto")'],
  ["=KOLL.X({1,2;3,4},A1)", "=KOLL.X({1\\2;3\\4};A1)"],
  ['=KOLL.TOLKATAL("1,5 mnkr","tkr")', '=KOLL.TOLKATAL("1,5 mnkr";"tkr")'],
  ['=KOLL.MALSTATUS(0.55,"Minst 75 %")', '=KOLL.MALSTATUS(0,55;"Minst 75 %")'],
])("%s is shown as %s in Swedish, as it is in English", (formula, swedish) => {
  expect(localFormula(formula, "sv")).toBe(swedish);
  expect(localFormula(formula, "en")).toBe(formula);
});
