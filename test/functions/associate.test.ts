import type { CellMatrix } from "../../src/workbook/cell";

class ExcelError {
  constructor(
    readonly code: string,
    readonly message?: string,
  ) {}
}

type Custom = (...args: unknown[]) => unknown[][];
const associated = new Map<string, Custom>();

beforeAll(async () => {
  Object.assign(globalThis, {
    CustomFunctions: { associate: (id: string, run: Custom) => associated.set(id, run), Error: ExcelError },
  });
  await import("../../src/functions/associate");
});

/** Excel adds an invocation object after the parameters. */
const invocation = {};
const excel = (id: string, ...args: unknown[]) => associated.get(id)!(...args, invocation);

describe("functions as Excel calls them", () => {
  test("every function of the registry is associated under its id", async () => {
    const { functions } = await import("../../src/functions");
    expect([...associated.keys()].sort()).toEqual(functions.map(({ id }) => id).sort());
  });

  test("an omitted optional argument comes as null", () => {
    expect(excel("AVVIKELSE", [[-34.4]], [[-4.7]], null)).toEqual([[-34.4 - -4.7]]);
    expect(excel("AVVIKELSEPROCENT", [[90]], [[100]], null, null)).toEqual([[-0.1]]);
  });

  test("a blank cell is not an omitted argument: it comes as 1 × 1 and counts as 0", () => {
    for (const blank of [0, null]) {
      expect(excel("AVVIKELSEPROCENT", [[90]], [[100]], null, [[blank]])).toEqual([
        [new ExcelError("#DIV/0!")],
      ]);
    }
  });

  test("a word comes as itself", () => {
    expect(excel("AVVIKELSE", [[5]], [[3]], "kostnad")).toEqual([[-2]]);
  });

  test("repeating arguments come in a list of matrices", () => {
    expect(excel("BRYGGA", [[10.5]], [[[8]], [[2]]])).toEqual([[0.5]]);
    const many: CellMatrix[] = Array.from({ length: 254 }, () => [[1]]);
    expect(excel("BRYGGA", [[254]], many)).toEqual([[0]]);
  });

  test("errors come in and go out as objects, each in its own cell", () => {
    expect(excel("AVVIKELSE", [[new ExcelError("#N/A")], [7]], [[3]], null)).toEqual([
      [new ExcelError("#N/A")],
      [4],
    ]);
  });

  test("an error that a custom function may not answer with is told in words", () => {
    const [[answer]] = excel("AVVIKELSE", [[new ExcelError("#REF!")]], [[3]], null);
    expect(answer).toEqual(
      new ExcelError("#VALUE!", "Indata innehåller felet #REF!. Rätta cellen som det kommer från."),
    );
  });

  test("#VALUE! carries its message, in Excel's language", () => {
    const inLanguage = (tag?: string) => {
      Object.assign(globalThis, {
        Office: tag === undefined ? undefined : { context: { displayLanguage: tag } },
      });
      return (excel("AVVIKELSE", [["x"]], [[3]], null)[0][0] as ExcelError).message;
    };
    expect(inLanguage("sv-SE")).toMatch(/ska vara ett tal/);
    expect(inLanguage("en-US")).toMatch(/should be a number/);
    expect(inLanguage()).toMatch(/ska vara ett tal/);
  });
});
