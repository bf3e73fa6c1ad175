import { functionGuide } from "../../src/actions/functionGuide";
import { callFormula } from "../../src/actions/insertFunction";
import { callFunction } from "../../src/functions";

const entry = (id: string) => functionGuide("sv").functions.find((one) => one.id === id)!;

test.each([
  ["AVVIKELSE", ["B2:B10", "C2:C10", "netto"], '=KOLL.AVVIKELSE(B2:B10,C2:C10,"netto")'],
  ["AVVIKELSE", ["-34,4", "'Budget 2023'!$C$4", ""], "=KOLL.AVVIKELSE(-34.4,'Budget 2023'!$C$4)"],
  ["AVVIKELSE", ["Ekonomi[Utfall]", "1 234", "kostnad"], '=KOLL.AVVIKELSE(Ekonomi[Utfall],1234,"kostnad")'],
  ["TOLKATAL", ['2,3 "mnkr"', "tkr"], '=KOLL.TOLKATAL("2,3 ""mnkr""","tkr")'],
])("%s with %j is written as %s", (id, given, formula) => {
  expect(callFormula(entry(id), given)).toBe(formula);
});

test("an argument left out between others keeps its place", () => {
  expect(callFormula(entry("PROGNOS"), ["B2:M2", "", "rak", "", "8"])).toBe('=KOLL.PROGNOS(B2:M2,,"rak",,8)');
});

test("KARENS gets the guard against days that are not reported, since desktop Excel hands over blanks as 0", () => {
  expect(callFormula(entry("KARENS"), ["F2:F44", "G2:G44", "1000"])).toBe(
    '=IF(SUMPRODUCT((F2:F44<>0)*(G2:G44=""))>0,NA(),KOLL.KARENS(F2:F44,G2:G44,1000))',
  );
});

test("the guide has every function in both languages, with a help text for each parameter", () => {
  for (const language of ["sv", "en"] as const) {
    const { functions, tasks } = functionGuide(language);
    expect(functions.length).toBeGreaterThan(50);
    for (const { id, task, parameters, summary } of functions) {
      expect(tasks.map((one) => one.id)).toContain(task);
      expect(summary).not.toBe("");
      for (const { name, help } of parameters)
        expect(`${id} ${name} ${help ?? ""}`.trim()).toMatch(/\S+ \S+ \S+/);
      expect(callFunction(id, [])).not.toEqual([[{ fel: "#NAME?" }]]);
    }
  }
});
