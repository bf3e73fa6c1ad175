import { callFunction, functions } from "../../src/functions";
import { functionHelp, helps, tasks } from "../../src/functions/help";
import { optionHelp } from "../../src/functions/core/optionHelp";
import { parseCall } from "./call";
import { expectPrinted } from "./printed";

const languages = ["sv", "en"] as const;

describe("every function has its help", () => {
  test("one each, in the order of the functions", () => {
    expect(helps.map(({ id }) => id)).toEqual(functions.map(({ id }) => id));
  });

  test.each(functions.map(({ id, parameters }) => ({ id, parameters })))(
    "$id in both languages",
    ({ id, parameters }) => {
      const help = functionHelp(id)!;
      expect(tasks).toHaveProperty(help.task);
      for (const language of languages) {
        const text = help[language];
        // Excel cuts longer descriptions in its list of functions.
        expect(text.summary.length).toBeLessThanOrEqual(120);
        expect(text.parameters).toHaveLength(parameters.length);
        expect(text.mistakes.length).toBeGreaterThan(0);
        for (const sentence of [text.summary, text.about, ...text.parameters, ...text.mistakes]) {
          expect(sentence).toMatch(/[.)]$/);
        }
        for (const parameter of parameters) expect(parameter.name[language]).toMatch(/^[\p{L}_]+$/u);
      }
      for (const parameter of parameters) {
        if (parameter.kind === "option")
          expect(Object.keys(optionHelp[parameter.name.sv]).sort()).toEqual([...parameter.options!].sort());
      }
    },
  );
});

const examples = helps.flatMap(({ id, examples }) => examples.map((example) => ({ id, ...example })));

describe("the help's worked examples", () => {
  test.each(examples)("$formula", ({ id, formula, result }) => {
    const parsed = parseCall(formula);
    expect(parsed.id).toBe(id);
    const answer = callFunction(parsed.id, parsed.args);
    expectPrinted(Array.isArray(result) ? answer : answer[0][0], result);
    if (!Array.isArray(result)) expect([answer.length, answer[0].length]).toEqual([1, 1]);
  });
});
