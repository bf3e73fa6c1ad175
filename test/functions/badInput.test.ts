import { callFunction } from "../../src/functions";
import { functionErrorTexts } from "../../src/texts/functions";
import type { CellMatrix, CellValue } from "../../src/workbook/cell";
import { call, column, type Given, outcome, spill } from "./call";

const message = (value: CellValue) => (value as { text?: string }).text;

describe("text where a number should be", () => {
  test.each(["1 269,7", "–85", "72,4 %", "5", "12 tkr"])(
    "%s: #VALUE! with the hint to use TOLKATAL",
    (text) => {
      const answer = call("AVVIKELSE", text, 1);
      expect(answer).toMatchObject({ fel: "#VALUE!" });
      expect(message(answer)).toContain("KOLL.TOLKATAL");
      expect(message(answer)).toContain(text);
    },
  );

  test("a word is quoted without the hint", () => {
    expect(message(call("AVVIKELSE", "många", 1))).toBe("Utfall ska vara ett tal, inte ”många”.");
    expect(message(spill("AVVIKELSE", ["many", 1], "en")[0][0])).toBe(
      "Outcome should be a number, not “many”.",
    );
  });

  test("an empty text is told from a blank", () => {
    expect(message(call("AVVIKELSE", "", 1))).toMatch(/tom text/);
    expect(call("AVVIKELSE", null, 1)).toBe(-1);
  });

  test("in a range its place is told", () => {
    expect(message(call("NIVAERSATTNING", column(1, "1 000"), column(1, 1)))).toContain("rad 2, kolumn 1");
  });

  test("a long text is cut", () => {
    expect(message(call("AVVIKELSE", "x".repeat(5000), 1))!.length).toBeLessThan(120);
  });

  test("TRUE is 1 as in Excel's arithmetic", () => {
    expect(call("NETTO", true, 2)).toBe(3);
  });
});

describe("values outside an argument's domain", () => {
  test.each([13, -1, 2.5])("PERIODBUDGET's month %p", (month) => {
    const answer = call("PERIODBUDGET", 1200, month);
    expect(answer).toMatchObject({ fel: "#VALUE!" });
    expect(message(answer)).toMatch(/heltal från 0 till 12/);
  });

  test.each([0, 13, 2.5])("DELARSEFFEKT's start month %p", (month) => {
    expect(outcome(call("DELARSEFFEKT", 100, month))).toBe("#VALUE!");
  });

  test.each<[string, Given[]]>([
    ["PROGNOSPIL", [1, 2, -1]],
    ["MALSTATUS", [1, 2, undefined, undefined, -1]],
    ["KARENS", [[1], [0], 1000, 0]],
    ["KARENS", [[1], [0], 1000, 10, 0]],
    ["KARENS", [[1], [0], -5, 1]],
    ["KARENSDAGAR", [[1], [0], 1.5]],
    ["NETTOKOSTNADSAVVIKELSE", [-1, 5]],
    ["KARENSANDEL", [-1, 5]],
    ["RULLANDEMEDEL", [[1, 2], 0]],
    ["ACKUMULERAT", [[1, 2], 3]],
    ["AVRUNDASUMMA", [[1, 2], 2.5]],
  ])("%s %j is #VALUE! with a text", (id, args) => {
    const [[answer]] = spill(id, args);
    expect(outcome(answer)).toBe("#VALUE!");
    expect(message(answer)!.length).toBeGreaterThan(10);
  });

  test("an unknown option word lists the valid ones", () => {
    expect(message(call("AVVIKELSE", 1, 2, "brutto"))).toBe(
      'Tecken kan vara "netto", "kostnad", inte ”brutto”.',
    );
    expect(message(call("PROGNOS", [1, 2], undefined, "gissa"))).toMatch(/"auto", "rak", .*"kombination"/);
    expect(message(call("MALSTATUS", 1, "Hoppas"))).toMatch(/"Minska", "Öka"/);
  });

  test("option words are read in any case; blank, 0 and empty text are the default", () => {
    expect(call("AVVIKELSE", 1, 3, " Kostnad ")).toBe(2);
    for (const blank of [null, 0, ""]) expect(call("AVVIKELSE", 1, 3, blank)).toBe(-2);
  });

  test("a required argument that is omitted is named", () => {
    expect(message(call("AVVIKELSE", undefined, 3))).toBe("Argumentet utfall saknas.");
    expect(message(call("EXKLUSIVE", 3))).toBe("Argumentet effekt saknas.");
  });

  test("too many arguments", () => {
    expect(message(call("NETTO", 1, 2, 3))).toBe("Funktionen tar högst 2 argument.");
  });

  test("an unknown id is #NAME?", () => {
    expect(callFunction("FINNSINTE", [])).toEqual([[{ fel: "#NAME?" }]]);
  });
});

describe("shapes that don't fit", () => {
  test("are named with both shapes", () => {
    expect(message(call("AVVIKELSE", column(1, 2, 3), column(1, 2)))).toBe(
      "Budget är 2 rader × 1 kolumn och utfall är 3 rader × 1 kolumn. Områdena ska vara lika stora, eller det ena en enda cell, rad eller kolumn som passar det andra.",
    );
  });

  test("a single value can't be a range where the function reads one", () => {
    expect(message(call("AVSTAMNING", [1, 2], [1, 2]))).toBe(
      "Summa ska vara ett enda värde, inte 1 rad × 2 kolumner.",
    );
  });

  test("NIVAERSATTNING, VAGTMEDEL, ATGARDSSUMMA and DVERSATTNING never repeat", () => {
    expect(outcome(call("NIVAERSATTNING", column(1, 2), 5))).toBe("#VALUE!");
    expect(outcome(call("VAGTMEDEL", column(1, 2), [1, 2]))).toBe("#VALUE!");
    expect(outcome(call("ATGARDSSUMMA", column(1, 2), ["ja"]))).toBe("#VALUE!");
    expect(outcome(call("DVERSATTNING", column(1, 1), [1, 1], [[1, 2, 3]]))).toBe("#VALUE!");
  });

  test("KARENS' price is one of its five shapes", () => {
    const plan: CellMatrix = [
      [1, 1, 1],
      [1, 1, 1],
    ];
    const absent: CellMatrix = [
      [0, 0, 0],
      [0, 0, 0],
    ];
    expect(spill("KARENS", [plan, absent, [100, 200, 300], 2])).toEqual([[200, 400, 600]]);
    expect(
      spill("KARENS", [
        plan,
        absent,
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        2,
      ]),
    ).toEqual([[5, 7, 9]]);
    expect(spill("KARENS", [plan, absent, [100, 60], 2])).toEqual([[200, 200, 200]]);
    expect(message(spill("KARENS", [plan, absent, column(1, 2, 3), 2])[0][0])).toMatch(/ett pris per heldag/);
  });

  test("a profile is twelve", () => {
    expect(message(call("RIKTVARDE", 3, [1, 2, 3]))).toMatch(/12 tal/);
  });

  test("a series is one row or column", () => {
    expect(
      message(
        call("ACKUMULERAT", [
          [1, 2],
          [3, 4],
        ]),
      ),
    ).toMatch(/en enda rad eller kolumn/);
  });
});

const na = { fel: "#N/A" as const };
const ref = { fel: "#REF!" as const };

describe("errors in ranges", () => {
  test("come out in their own cell", () => {
    expect(spill("AVVIKELSE", [column(5, na, 7), 1])).toEqual(column(4, na, 6));
    expect(spill("AVRUNDASUMMA", [column(1.4, ref, 1.4)])).toEqual(column(2, ref, 1));
  });

  test("are the total where there is one", () => {
    expect(call("NIVAERSATTNING", column(1, ref), column(1, 1))).toEqual(ref);
    expect(call("AVSTAMNING", 5, column(1, ref))).toEqual(ref);
    expect(call("VAGTMEDEL", column(1, ref), column(1, 1))).toEqual(ref);
    expect(spill("ACKUMULERAT", [[1, ref, 3]])).toEqual([[1, ref, ref]]);
  });

  test("are one participant's amount and no other's", () => {
    expect(spill("KARENS", [[[1, 1]], [[0, ref]], 5, 1])).toEqual([[ref]]);
    const twoParticipants = spill("KARENS", [
      [
        [1, 1],
        [1, 1],
      ],
      [
        [0, 0],
        [ref, 0],
      ],
      5,
      1,
    ]);
    expect(twoParticipants).toEqual([[ref, 10]]);
  });

  test("the first of several arguments' errors is told", () => {
    expect(call("AVVIKELSE", na, ref)).toEqual(na);
  });

  test("#N/A is a gap in a series, other errors are not", () => {
    expect(spill("RULLANDEMEDEL", [[1, na, 3, 5], 2])[0].map(outcome)).toEqual(["#N/A", "#N/A", "#N/A", 4]);
    expect(spill("RULLANDEMEDEL", [[1, ref, 3, 5], 2])[0].map(outcome)).toEqual([
      "#N/A",
      "#REF!",
      "#REF!",
      4,
    ]);
  });
});

describe("attendance", () => {
  const plan = column(...Array<number>(10).fill(1));
  test.each(["", null])("not reported (%j) is #N/A and names the day", (blank) => {
    const attendance = column(0, 0, blank, ...Array<number>(7).fill(0));
    const answer = call("KARENS", plan, attendance, 1000);
    expect(answer).toMatchObject({ fel: "#N/A" });
    expect(message(answer)).toContain("rad 3");
  });

  test("not reported on a day without plan doesn't matter", () => {
    expect(call("KARENSDAGAR", column(0, 1, null), column("", 0, null), 1)).toBe(1);
  });

  test("words and logical values", () => {
    expect(call("KARENSDAGAR", ["heldag", "Halvdag", 1, ""], ["nej", false, "JA", ""], 2)).toBe(1.5);
    expect(call("KARENSDAGAR", [1, 1], [true, 7], 1)).toBe(0);
  });

  test.each([[2], ["kanske"], [true], [-1]])("planned %j is refused", (value) => {
    expect(outcome(call("KARENSDAGAR", [value, 1], [0, 0], 1))).toBe("#VALUE!");
  });

  test.each(["kanske", -1])("attendance %j is refused", (value) => {
    expect(outcome(call("KARENSDAGAR", [1, 1], [value, 0], 1))).toBe("#VALUE!");
  });
});

describe("size", () => {
  test("255 repeating arguments", () => {
    expect(call("BRYGGA", 1000, ...Array<number>(254).fill(2))).toBe(492);
    expect(call("EXKLUSIVE", 0, ...Array<number>(254).fill(1))).toBe(-254);
  });

  test("whole columns (test/bench/functions.bench.ts holds the time)", () => {
    const whole: CellMatrix = Array.from({ length: 1048576 }, (_, i) => [i === 1048575 ? 5 : null]);
    expect(call("NIVAERSATTNING", whole, whole)).toBe(25);
    expect(spill("AVVIKELSE", [whole, 2])[1048575]).toEqual([3]);
  });

  test("all-blank series", () => {
    const blanks = Array<null>(12).fill(null);
    expect(spill("ACKUMULERAT", [blanks])).toEqual([Array(12).fill(0)]);
    expect(call("AVSTAMNING", null, blanks)).toBe(0);
    expect(call("ATGARDSSUMMA", blanks)).toBe(0);
    expect(outcome(call("VAGTMEDEL", blanks, blanks))).toBe("#DIV/0!");
  });
});

test("a message has the same words to fill in, in both languages", () => {
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  for (const [code, text] of Object.entries(functionErrorTexts.sv)) {
    expect(names(functionErrorTexts.en[code as keyof typeof functionErrorTexts.en])).toEqual(names(text));
  }
});
