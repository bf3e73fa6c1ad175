import { callFunction, functions } from "../../src/functions";
import { createCalculator } from "../../src/workbench/calc";
import { Workbook } from "../../src/workbench/model/workbook";
import { parseCall } from "./call";
import { cases } from "./cases";
import { expectPrinted } from "./printed";

const single = (printed: unknown, answer: unknown[][]) => (Array.isArray(printed) ? answer : answer[0][0]);

describe("the agreed cases", () => {
  test("cover every function", () => {
    const covered = new Set(cases.map(([formula]) => parseCall(formula).id));
    const open = functions.map(({ id }) => id).filter((id) => !covered.has(id));
    // These two repeat PROGNOS; their own tests stand in prognos.test.ts.
    expect(open).toEqual(["PROGNOSSERIE", "PROGNOSINTERVALL"]);
  });

  test.each(cases)("%s through the registry", (formula, result) => {
    const { id, args } = parseCall(formula);
    expectPrinted(single(result, callFunction(id, args)), result);
  });

  test("in a workbook, as koll berakna answers them", async () => {
    const workbook = new Workbook();
    const sheet = workbook.addSheet("Blad1");
    const calculator = await createCalculator(workbook);
    for (const [formula, result] of cases) {
      expectPrinted(single(result, await calculator.evaluate(formula, sheet)), result);
    }
    calculator.dispose();
  });
});
