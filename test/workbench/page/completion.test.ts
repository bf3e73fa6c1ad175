import { callAt, completionAt } from "../../../src/workbench/page/formula/completion";

const names = (text: string) => completionAt(text, text.length, "sv").map(({ name }) => name);

test("our own functions are found by their name with or without KOLL., before Excel's", () => {
  expect(names("=KOLL.AVV")).toEqual(["KOLL.AVVIKELSE", "KOLL.AVVIKELSEPROCENT"]);
  expect(names("=SUM(avvik")).toContain("KOLL.AVVIKELSE");
  expect(names("=1+sumi")).toEqual(["SUMIF", "SUMIFS"]);
});

test.each(["KOLL.AVV", '="KOLL.AVV', "=Ekonomi[KOLL", "=Blad1!KOLL", "=A1"])(
  "nothing is suggested in %j",
  (text) => expect(names(text)).toEqual([]),
);

test("choosing replaces the word at the caret and opens the call", () => {
  const [first] = completionAt("=1+koll.avvikelse)", 17, "sv");
  expect(first).toMatchObject({ start: 3, end: 17, insert: "KOLL.AVVIKELSE(" });
});

test.each([
  ["=KOLL.AVVIKELSE(", "KOLL.AVVIKELSE", 0],
  ["=KOLL.AVVIKELSE(SUM(A1;A2);", "KOLL.AVVIKELSE", 1],
  ["=KOLL.AVVIKELSE({1\\2;3};1,5;", "KOLL.AVVIKELSE", 2],
  ['=KOLL.AVVIKELSE("a;b(";', "KOLL.AVVIKELSE", 1],
  ["=KOLL.AVVIKELSE(SUM(A1;", "SUM", 1],
  ["=SUM((A1;", "SUM", 0],
])("in %j the help is that of %s, argument %i", (text, name, argument) => {
  expect(callAt(text, text.length, "sv")).toMatchObject({ guide: { name }, argument });
});

test("in English arguments are told apart by commas", () => {
  expect(callAt("=SUM(A1,B1,", 11, "en")).toMatchObject({ argument: 2 });
});

test("after the closing bracket there is no call", () => {
  expect(callAt("=SUM(A1)", 8, "sv")).toBeNull();
});
