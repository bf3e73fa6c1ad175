import { call, column, outcome, spill } from "./call";

const year = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

describe("PROGNOS reads its arguments", () => {
  test("outcome in a row or a column", () => {
    expect(call("PROGNOS", [10, 20], undefined, "rak")).toBe(180);
    expect(call("PROGNOS", column(10, 20), undefined, "rak")).toBe(180);
  });

  test("history as a row, a column, a year per row or a year per column: all the same", () => {
    const second = year.map((month) => month * 2);
    const ways = [
      [...year, ...second],
      column(...year, ...second),
      [year, second],
      year.map((month, i) => [month, second[i]]),
    ];
    const answers = ways.map((history) => call("PROGNOS", [10, 20], history, "profil"));
    expect(new Set(answers)).toEqual(new Set([answers[0]]));
    expect(typeof answers[0]).toBe("number");
  });

  test("twelve by twelve is a year per row", () => {
    const matrix = Array.from({ length: 12 }, (_, r) => year.map((month) => (r === 11 ? month : 1)));
    // The latest year is the last row: what was left of it after February.
    expect(call("PROGNOS", [10, 20], matrix, "aterstod")).toBe(30 + 75);
  });

  test("other shapes of history are refused", () => {
    expect(
      call(
        "PROGNOS",
        [1],
        [
          [1, 2],
          [3, 4],
        ],
        "profil",
      ),
    ).toMatchObject({ fel: "#VALUE!", text: expect.stringContaining("2 rader × 2 kolumner") });
    expect(outcome(call("PROGNOS", [1], [1, 2, 3], "profil"))).toBe("#VALUE!");
  });

  test("budget as a year's amount or twelve months", () => {
    expect(call("PROGNOS", [10, 20], undefined, "restbudget", 1200)).toBe(1030);
    expect(call("PROGNOS", [10, 20], undefined, "restbudget", year)).toBe(30 + 75);
    expect(outcome(call("PROGNOS", [10, 20], undefined, "restbudget", [1, 2, 3]))).toBe("#VALUE!");
  });

  test("the month says how many are booked; zeros before it are months", () => {
    const months = [10, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    expect(call("PROGNOS", months, undefined, "rak", undefined, 4)).toBe(60);
    expect(call("PROGNOS", months, undefined, "rak")).toBeCloseTo(80);
  });

  test.each([13, -1, 2.5])("month %p is refused", (month) => {
    expect(outcome(call("PROGNOS", year, undefined, "rak", undefined, month))).toBe("#VALUE!");
  });

  test("with twelve months booked every method gives the sum", () => {
    for (const method of ["auto", "rak", "restbudget", "profil", "theta", "ets", "kombination"]) {
      expect(call("PROGNOS", year, undefined, method, undefined, 12)).toBe(78);
    }
  });

  test("a method that lacks its inputs is #N/A and says which", () => {
    expect(call("PROGNOS", [1, 2], undefined, "profil")).toMatchObject({
      fel: "#N/A",
      text: expect.stringMatching(/historik/i),
    });
    expect(call("PROGNOS", [1, 2], undefined, "restbudget")).toMatchObject({
      fel: "#N/A",
      text: expect.stringMatching(/budget/i),
    });
    expect(spill("PROGNOS", [[1, 2], undefined, "restbudget"], "en")[0][0]).toMatchObject({
      text: expect.stringMatching(/The method/),
    });
  });

  test("text in the outcome is refused, an error passes, #N/A and an empty text are unknown months", () => {
    expect(outcome(call("PROGNOS", ["1 200", 5], undefined, "rak"))).toBe("#VALUE!");
    expect(outcome(call("PROGNOS", [{ fel: "#REF!" }, 5], undefined, "rak"))).toBe("#REF!");
    const known = call("PROGNOS", [10, "", 10], undefined, "rak");
    expect(call("PROGNOS", [10, { fel: "#N/A" }, 10], undefined, "rak")).toBe(known);
    expect(typeof known).toBe("number");
  });

  test("decided changes are added to the forecast months only", () => {
    const changes = Array<number>(12).fill(-1);
    expect(call("PROGNOS", [10, 20], undefined, "rak", undefined, undefined, changes)).toBe(170);
  });
});

describe("PROGNOSSERIE", () => {
  test("stands as the outcome does and sums to PROGNOS", () => {
    const [row] = spill("PROGNOSSERIE", [[10, 20], undefined, "rak"]);
    expect(row).toHaveLength(12);
    expect((row as number[]).reduce((sum, month) => sum + month, 0)).toBeCloseTo(
      call("PROGNOS", [10, 20], undefined, "rak") as number,
    );
    expect(spill("PROGNOSSERIE", [column(10, 20), undefined, "rak"])).toHaveLength(12);
  });
});

describe("PROGNOSINTERVALL", () => {
  const history = Array.from({ length: 60 }, (_, i) => 100 + 10 * Math.sin(i * 2.3) + (i % 12));

  test("is {low, high} around the forecast, wider at a higher level", () => {
    const at = (level: number) =>
      spill("PROGNOSINTERVALL", [
        [100, 110, 105],
        history,
        "profil",
        undefined,
        undefined,
        undefined,
        level,
      ])[0] as number[];
    const total = call("PROGNOS", [100, 110, 105], history, "profil") as number;
    const [low, high] = at(0.8);
    expect(low).toBeLessThanOrEqual(total);
    expect(high).toBeGreaterThanOrEqual(total);
    expect(at(0.95)[1] - at(0.95)[0]).toBeGreaterThanOrEqual(high - low);
  });

  test("without history is #N/A, and a level outside 0–1 #VALUE!", () => {
    expect(outcome(call("PROGNOSINTERVALL", [10, 20], undefined, "rak"))).toBe("#N/A");
    for (const level of [0, 1, 80]) {
      expect(
        outcome(call("PROGNOSINTERVALL", [10, 20], history, "rak", undefined, undefined, undefined, level)),
      ).toBe("#VALUE!");
    }
  });
});

describe("PROGNOSMETOD", () => {
  test("names the method and its error", () => {
    const history = Array.from({ length: 48 }, (_, i) => 100 + (i % 12));
    expect(call("PROGNOSMETOD", [100, 101], history, "profil")).toMatch(/^profil · medelfel \d+,\d %/);
  });

  test("says when the number of booked months was assumed", () => {
    expect(call("PROGNOSMETOD", [10, 10, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toMatch(
      /antagna bokförda månader: 3/,
    );
  });

  test("is in Swedish whatever Excel's language: other formulas may read it", () => {
    expect(spill("PROGNOSMETOD", [[10, 20]], "en")).toEqual(spill("PROGNOSMETOD", [[10, 20]], "sv"));
  });
});
