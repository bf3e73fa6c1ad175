import {
  noticeText,
  questionText,
  readSource,
  recogniseSources,
  sourceRemarks,
  sumWhere,
} from "../../src/sources";
import { book, sheet } from "./fixtures/sheets";

/** Rule (spec/sources "Reading headers"): a yearly budget repeated on month rows counts once; what can't be told is asked. */
const read = (text: string, mapping: Record<string, string> = {}) => {
  const snapshot = book(sheet("Ekonomi kr", text));
  const mappings = { "Ekonomi kr!Enhet": mapping };
  const data = readSource(snapshot, recogniseSources(snapshot, { mappings })[0], mappings);
  return {
    data,
    fields: [...data.measures.keys()],
    said: data.notices.map((notice) => noticeText(notice, "sv")).join("\n"),
    asked: data.questions.filter(({ code }) => code === "manadsbelopp"),
  };
};

describe("a budget that is the same every month", () => {
  test("about a month's outcome is each month's share", () => {
    const { data, fields, said, asked } = read(
      `Enhet | Period | Utfall | Budget
       A | 202301 | -98 | -100
       A | 202302 | -104 | -100
       B | 202301 | -51 | -50
       B | 202302 | -47 | -50`,
    );
    expect(fields).toContain("periodbudget");
    expect(sumWhere(data, "periodbudget")).toBe(-300);
    expect(said).toContain("”Budget” är lika alla månader och läses som varje månads andel: den är 1 gånger");
    expect(asked).toEqual([]);
    expect(sourceRemarks(data, "sv").join()).toContain("varje månads andel");
  });

  test("about twelve months' outcome is the year's, and counts once an item and year", () => {
    const { data, said, asked } = read(
      `Enhet | Period | Utfall | Budget
       A | 202312 | -98 | -1200
       A | 202401 | -104 | -1300
       A | 202402 | -104 | -1300
       B | 202401 | -51 | -610
       B | 202402 | -47 | -610`,
    );
    expect(sumWhere(data, "budget")).toBe(-1200 - 1300 - 610);
    expect(said).toMatch(/hela årets belopp, upprepat på varje månad \(den är 12 gånger en månads utfall\)/);
    expect(asked).toEqual([]);
  });

  test("is the year's where the header says so, whatever its size", () => {
    const { data, said } = read(
      `Enhet | Period | Utfall | Budget helår
       A | 202301 | -98 | -100
       A | 202302 | -104 | -100`,
    );
    expect(sumWhere(data, "budget")).toBe(-100);
    expect(said).toContain("rubriken säger helår");
  });

  test.each([
    [
      "nothing to compare with",
      "Enhet | Period | Budget\nA | 202301 | -120\nA | 202302 | -120",
      "inget utfall",
    ],
    [
      "four times a month's outcome",
      "Enhet | Period | Utfall | Budget\nA | 202301 | -30 | -120\nA | 202302 | -30 | -120",
      "4 gånger en månads utfall, vilket inte avgör",
    ],
  ])("with %s is asked, and read as the year's until it is answered", (_, text, why) => {
    const { data, asked, said } = read(text);
    expect(sumWhere(data, "budget")).toBe(-120);
    expect(asked).toMatchObject([{ about: "budget", choices: ["manad", "ar"], taken: "ar" }]);
    expect(questionText(asked[0], "sv")).toMatch(/varje månads andel eller hela årets/);
    expect(said).toContain(why);
    const answered = read(text, { "belopp:budget": "manad" });
    expect(answered.asked).toEqual([]);
    expect(sumWhere(answered.data, "periodbudget")).toBe(-240);
    expect(sumWhere(read(text, { "belopp:budget": "ar" }).data, "budget")).toBe(-120);
  });

  test("beside a period budget is the year's", () => {
    const { data, asked } = read(
      `Enhet | Period | Periodbudget | Budget
       A | 202301 | -10 | -120
       A | 202302 | -9 | -120`,
    );
    expect(sumWhere(data, "budget")).toBe(-120);
    expect(sumWhere(data, "periodbudget")).toBe(-19);
    expect(asked).toEqual([]);
  });

  test("income and cost that even out do not hide its size", () => {
    const { data } = read(
      `Enhet | Kontogrupp | Period | Utfall | Budget
       A | Intäkter | 202301 | 100 | 100
       A | Intäkter | 202302 | 100 | 100
       A | Kostnader | 202301 | -99 | -101
       A | Kostnader | 202302 | -103 | -101`,
    );
    expect(sumWhere(data, "periodbudget")).toBe(-2);
  });
});

test("a yearly budget that is revised during the year counts as the last month has it", () => {
  const { data, said } = read(
    `Enhet | Period | Utfall | Budget
     A | 202301 | -98 | -1200
     A | 202302 | -104 | -1200
     A | 202303 | -104 | -1250`,
  );
  expect(sumWhere(data, "budget")).toBe(-1250);
  expect(said).toMatch(/där det ändras under året gäller sista månadens/);
});

test("a budget with another share each month is the period's", () => {
  const { data, asked } = read(
    `Enhet | Period | Utfall | Budget
     A | 202301 | -98 | -90
     A | 202302 | -104 | -110`,
  );
  expect(sumWhere(data, "periodbudget")).toBe(-200);
  expect(asked).toEqual([]);
});

test("a year's forecast on every month's row counts once; months of last year's accounts are added", () => {
  const { data } = read(
    `Enhet | Period | Utfall | Prognos | Bokslut 2022
     A | 202301 | -98 | -1190 | -90
     A | 202302 | -104 | -1190 | -95`,
  );
  expect(sumWhere(data, "prognos")).toBe(-1190);
  expect(sumWhere(data, "bokslut")).toBe(-185);
});

test("in long form the outcome stands on other rows, and is found by its names", () => {
  const { data, fields } = read(
    `Enhet | Period | Typ | Belopp
     A | 202301 | Utfall | -98
     A | 202302 | Utfall | -104
     A | 202301 | Budget | -100
     A | 202302 | Budget | -100`,
  );
  expect(fields).toContain("periodbudget");
  expect(sumWhere(data, "periodbudget")).toBe(-200);
});

test("an ack outcome is held to date before it is compared", () => {
  const { data } = read(
    `Enhet | Period | Ack utfall | Budget
     A | 202301 | -100 | -100
     A | 202302 | -200 | -100
     A | 202303 | -300 | -100`,
  );
  expect(sumWhere(data, "periodbudget")).toBe(-300);
});
