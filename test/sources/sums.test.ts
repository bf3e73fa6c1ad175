import fc from "fast-check";
import { noticeText, questionText, readSource, recogniseSources, sumWhere } from "../../src/sources";
import { book, sheet } from "./fixtures/sheets";

/**
 * Rule (spec/sources "Rules"): a row that merely equals the rows above is a sum only if it holds for all measures, is not zero,
 * and covers at least two rows, else it is asked. The user sees which.
 */
const read = (text: string, mapping: Record<string, string> = {}) => {
  const snapshot = book(sheet("Underlag tkr", text));
  const [source] = recogniseSources(snapshot);
  const data = readSource(snapshot, source, { [source.key]: mapping });
  return {
    data,
    kept: data.sumRows.map(({ label, why }) => [label, why]),
    asked: data.questions.filter(({ code }) => code === "summarad").map(({ about, cell }) => [about, cell]),
    said: data.notices.map((notice) => noticeText(notice, "sv")).join("\n"),
  };
};

describe("a row with an ordinary name that equals the rows above", () => {
  const large = `Verksamhet | Utfall | Budget
    Hemtjänst | -12345 | -12100
    Boende | -23456 | -23900
    Äldreomsorg | -35801 | -36000
    Socialpsykiatri | -4000 | -4100`;

  test("is kept out where its figures are too large for chance, and named", () => {
    const { data, kept, asked, said } = read(large);
    expect(kept).toEqual([["Äldreomsorg", "aritmetik"]]);
    expect(sumWhere(data, "utfall")).toBe(-39801);
    expect(asked).toEqual([]);
    expect(said).toContain(
      "Raden ”Äldreomsorg” är i alla belopp summan av 2 rader och räknas inte en gång till. (A4)",
    );
  });

  test("is an item when the user says so", () => {
    const { data, kept } = read(large, { "rad:Äldreomsorg": "post" });
    expect(kept).toEqual([]);
    expect(sumWhere(data, "utfall")).toBe(-75602);
  });

  test("of two small rows is asked, and counts as an item until it is answered", () => {
    const small = `Verksamhet | Utfall | Budget
      Politik | -5 | -4
      Stab | -7 | -8
      Register | -12 | -12
      Boende | -900 | -950`;
    const { data, kept, asked } = read(small);
    expect(kept).toEqual([]);
    expect(asked).toEqual([["Register", "A4"]]);
    expect(questionText(data.questions[0], "sv")).toBe(
      "Raden ”Register” är lika med raderna ovanför tillsammans. Är den en summa eller en egen post? Den räknas nu som en egen post. (A4)",
    );
    expect(sumWhere(data, "utfall")).toBe(-924);
    const answered = read(small, { "rad:Register": "summa" });
    expect(answered.kept).toEqual([["Register", "val"]]);
    expect(sumWhere(answered.data, "utfall")).toBe(-912);
  });

  test("in one measure only, or over one row, or zero, is an item and nothing is asked", () => {
    for (const rows of [
      "A | -12345 | -12100\nB | -23456 | -23900\nC | -35801 | -36010",
      "A | -12345 | -12100\nB | -12345 | -12100",
      "A | -12345 | 5\nB | 12345 | -5\nC | 0 | 0",
    ]) {
      const { kept, asked } = read(`Verksamhet | Utfall | Budget\n${rows}`);
      expect([kept, asked]).toEqual([[], []]);
    }
  });

  test("with a code like the others' is asked, whatever its size", () => {
    const { data, kept, asked } = read(
      `Verksamhet | Utfall | Budget
       510 Hemvård | -12345 | -12100
       511 Boende | -23456 | -23900
       519 Gemensamt | -35801 | -36000`,
    );
    expect(kept).toEqual([]);
    expect(asked).toEqual([["519 Gemensamt", "A4"]]);
    expect(sumWhere(data, "utfall")).toBe(-71602);
  });

  test("with the code of the group that the others belong to is kept out", () => {
    const { kept } = read(
      `Verksamhet | Utfall | Budget
       541 Hemvård | -12345 | -12100
       542 Boende | -23456 | -23900
       540 Vård och omsorg | -35801 | -36000`,
    );
    expect(kept).toEqual([["540 Vård och omsorg", "aritmetik"]]);
  });

  test("measures that are a constant times another tell no more than one", () => {
    const { asked } = read(
      `Verksamhet | Utfall | Budget
       Politik | -15 | -30
       Stab | -27 | -54
       Register | -42 | -84`,
    );
    expect(asked).toEqual([["Register", "A4"]]);
  });
});

test("a nameless total of groups with sums of their own is kept out", () => {
  const { data, kept } = read(
    `Grupp | Verksamhet | Utfall | Budget
     Egen regi | Hemtjänst | -10 | -11
     Egen regi | Boende | -20 | -22
     | Summa egen regi | -30 | -33
     Köpt | HVB | -5 | -6
     Köpt | Familjehem | -7 | -8
     | Summa köpt | -12 | -14
     | | -42 | -47`,
  );
  expect(kept).toEqual([
    ["Summa egen regi", "ord"],
    ["Summa köpt", "ord"],
    ["", "aritmetik"],
  ]);
  expect(sumWhere(data, "utfall")).toBe(-42);
});

test("sums of rounded figures may differ by the rounding", () => {
  const { kept } = read(
    `Verksamhet (mnkr) | Utfall | Budget
     51 Äldreomsorg | -150.6 | -140.5
     510 Hemvård | -90.3 | -85.2
     511 Boende | -60.2 | -55.2`,
  );
  expect(kept).toEqual([["51 Äldreomsorg", "kod"]]);
});

test("a name of a sum that is an item is so when the user says it", () => {
  const text = "Verksamhet | Utfall\nHemtjänst | -10\nResultat hotellet | -3";
  expect(read(text).kept).toEqual([["Resultat hotellet", "ord"]]);
  expect(read(text, { "rad:Resultat hotellet": "post" }).kept).toEqual([]);
});

test("Totalt under Kön on every row is no sum", () => {
  const { data } = read(
    `Enhet | Kön | Period | Årsarbetare
     Hemtjänst | Totalt | 202301 | 45
     Boende | Totalt | 202301 | 30`,
  );
  expect(data.rowsRead).toBe(2);
});

test("items drawn by chance are never taken for sums; at most a coincidence is asked", () => {
  const amount = fc.integer({ min: -40, max: 40 });
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, amount), { minLength: 3, maxLength: 25 }), (rows) => {
      const text = rows.map(([a, b], index) => `Enhet ${String.fromCharCode(65 + index)} | ${a} | ${b}`);
      const { data } = read(`Verksamhet | Utfall | Budget\n${text.join("\n")}`);
      expect(data.sumRows).toEqual([]);
      expect(sumWhere(data, "utfall")).toBe(rows.reduce((sum, [a]) => sum + a, 0));
    }),
    { numRuns: 300 },
  );
});
