import { functions } from "../../src/functions";
import { hasTwin } from "../../src/functions/core/help";
import { functionHelp } from "../../src/functions/help";
import { nativeTwin } from "../../src/functions/twin";
import { createCalculator } from "../../src/workbench/calc";
import { Workbook } from "../../src/workbench/model/workbook";
import { agrees, type CellMatrix } from "../../src/workbook/cell";
import { twinCalls } from "./twinCalls";

const calls = twinCalls(20231231, 12);

async function evaluateAll(formulas: (call: (typeof calls)[number]) => string[]) {
  const answers: CellMatrix[][] = [];
  for (const call of calls) {
    const workbook = new Workbook();
    const sheet = workbook.addSheet("Blad1");
    for (const { row, column, value } of call.cells) sheet.setValue(row, column, value);
    const calculator = await createCalculator(workbook);
    const row: CellMatrix[] = [];
    for (const formula of formulas(call)) row.push(await calculator.evaluate(`=${formula}`, sheet, 0, 100));
    answers.push(row);
    calculator.dispose();
  }
  return answers;
}

const koll = ({ id, args }: (typeof calls)[number]) =>
  `KOLL.${id}(${args.map((text) => text ?? "").join(",")})`;

describe("native twins", () => {
  test("stand for every function that has a closed formula, and the others say why not", () => {
    const without = functions.map(({ id }) => id).filter((id) => !hasTwin(functionHelp(id)!.twin));
    expect(without).toEqual([
      "RULLANDEMEDEL",
      "PROGNOSSERIE",
      "PROGNOSINTERVALL",
      "PROGNOSMETOD",
      "KARENS",
      "KARENSDAGAR",
      "AVRUNDASUMMA",
      "TOLKATAL",
    ]);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(functions.length - without.length);
  });

  test.each([true, false])(
    "give what the function gives in the workbook engine (LET and LAMBDA: %s)",
    async (modern) => {
      const answers = await evaluateAll((call) => [koll(call), nativeTwin(call.id, call.args, modern)!]);
      const differing: string[] = [];
      answers.forEach(([own, twin], i) => {
        const same =
          own.length === twin.length &&
          own.every((row, r) => row.every((cell, c) => agrees(cell, twin[r][c] ?? null)));
        if (!same) {
          differing.push(
            `${koll(calls[i])} ${JSON.stringify(own)} but ${nativeTwin(calls[i].id, calls[i].args, modern)} ${JSON.stringify(twin)} with ${JSON.stringify(calls[i].cells.map(({ value }) => value))}`,
          );
        }
      });
      expect(differing).toEqual([]);
      expect(answers.length).toBeGreaterThan(500);
    },
  );
});

describe("nativeTwin", () => {
  test("takes the arguments as they stand and brackets what needs it", () => {
    expect(nativeTwin("AVVIKELSE", ["B2", "C2"], true)).toBe("B2-C2");
    expect(nativeTwin("AVVIKELSE", ["B2+1", "-C2", '"kostnad"'], true)).toBe("(-C2)-(B2+1)");
    expect(nativeTwin("AVVIKELSE", ["Tabell1[Utfall]", "SUM(C2:C5)"], true)).toBe(
      "(Tabell1[Utfall])-(SUM(C2:C5))",
    );
    expect(nativeTwin("AVVIKELSE", ["'Mitt blad'!B2", "Blad2!$C$2:$C$9"], true)).toBe(
      "'Mitt blad'!B2-Blad2!$C$2:$C$9",
    );
  });

  test("writes the defaults out", () => {
    expect(nativeTwin("BELAGGNING", ["A1", "B1"], true)).toBe("A1/(B1*1)");
    expect(nativeTwin("MNKR", ["A1"], true)).toBe("A1/1000");
  });

  test("is null where the call has no twin", () => {
    expect(nativeTwin("KARENS", ["A1:A9", "B1:B9", "5"], true)).toBeNull();
    expect(nativeTwin("PROGNOS", ["A1:A9", undefined, '"theta"'], true)).toBeNull();
    expect(nativeTwin("AVVIKELSE", ["A1", "B1", "C1"], true)).toBeNull();
    expect(nativeTwin("FINNSINTE", [], true)).toBeNull();
  });
});
