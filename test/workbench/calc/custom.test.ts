import type { BlankMode } from "../../../src/workbench/calc/calculator";
import { callFunction } from "../../../src/functions";
import { TestBook } from "./workbook";

jest.mock("../../../src/functions", () => {
  const actual = jest.requireActual<typeof import("../../../src/functions")>("../../../src/functions");
  return { ...actual, callFunction: jest.fn(actual.callFunction) };
});

describe.each<[BlankMode, number | null]>([
  ["zero", 0],
  ["null", null],
])("custom functions, blank cells handed over as %s", (blank, handed) => {
  test("see blank cells, omitted arguments, values, texts and errors apart", async () => {
    const book = await TestBook.create({ A1: 5, A3: "text", B1: "=1/0", B3: true }, { blank });
    const seen = jest.mocked(callFunction);
    seen.mockClear();
    await book.value('=KOLL.AVVIKELSE(A1:B3,,"netto")');
    expect(seen).toHaveBeenCalledWith(
      "AVVIKELSE",
      [
        [
          [5, { fel: "#DIV/0!" }],
          [handed, handed],
          ["text", true],
        ],
        undefined,
        [["netto"]],
      ],
      "sv",
    );
    seen.mockClear();
    await book.value("=KOLL.AVVIKELSE(A1,A2)");
    expect(seen).toHaveBeenCalledWith("AVVIKELSE", [[[5]], [[handed]]], "sv");
  });

  test("give the same answer in both modes", async () => {
    const book = await TestBook.create({ A1: 5, A2: null, B1: 3, B2: 4 }, { blank });
    expect(await book.value("=KOLL.AVVIKELSE(A1:A2,B1:B2)")).toEqual([[2], [-4]]);
  });
});

describe("custom functions in cells", () => {
  test("spill, are recalculated when what they read changes, and keep an error in its own cell", async () => {
    const book = await TestBook.create({
      A1: 5,
      A2: 6,
      B1: 3,
      B2: "=NA()",
      C1: "=KOLL.AVVIKELSE(A1:A2,B1:B2)",
    });
    await book.recalculate();
    expect([book.get("C1"), book.get("C2")]).toMatchObject([2, { fel: "#N/A" }]);
    book.set({ A1: 10 });
    const report = await book.recalculate();
    expect([report.calculated, book.get("C1")]).toEqual([1, 7]);
  });

  test("a bad argument is an error with a sentence in the workbook's language, never a crash", async () => {
    const swedish = await TestBook.create();
    const english = await TestBook.create({}, { language: "en" });
    const formula = '=KOLL.AVVIKELSE(1,2,"fel ord")';
    const [sv, en] = [await swedish.value(formula), await english.value(formula)];
    expect(sv).toMatchObject({ fel: "#VALUE!" });
    expect(en).toMatchObject({ fel: "#VALUE!" });
    expect((sv as { text: string }).text).not.toBe((en as { text: string }).text);
  });

  test("a function that this version lacks keeps its value", async () => {
    const book = await TestBook.create({ A1: 1 });
    book.load("B1", "=KOLL.FRAMTIDA(A1)", 12, "dynamic");
    book.set({ A1: 2 });
    const { kept } = await book.recalculate();
    expect(book.get("B1")).toBe(12);
    expect(kept[0].reason).toContain("KOLL.FRAMTIDA");
  });

  test("the file's own spelling is understood", async () => {
    const book = await TestBook.create();
    expect(await book.value("=_xldudf_KOLL_AVVIKELSE(5,3)")).toBe(2);
  });
});
