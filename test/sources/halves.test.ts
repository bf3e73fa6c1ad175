import { noticeText, readSource, recogniseSources, sumBy, sumWhere } from "../../src/sources";
import { book, sheet } from "./fixtures/sheets";

const read = (text: string) => {
  const snapshot = book(sheet("Underlag kr", text));
  const sources = recogniseSources(snapshot);
  expect(sources.map(({ kind }) => kind)).toEqual(["ekonomi"]);
  const data = readSource(snapshot, sources[0]);
  expect(data.questions.filter(({ code }) => code === "falt")).toEqual([]);
  return data;
};
const said = (data: ReturnType<typeof read>) =>
  data.notices.map((notice) => noticeText(notice, "sv")).join("\n");

describe("two columns of a signed amount are read as one, with its sign known", () => {
  test("debit and credit: costs plus", () => {
    const data = read(
      `Konto | Period | Debet | Kredit
       5010 Löner | 202301 | 1000.5 |
       3110 Avgifter | 202301 | | 200
       5010 Löner | 202302 | 900 | 25`,
    );
    expect(data).toMatchObject({ sign: "kostnad", signFrom: "rubrik", rowsRead: 3 });
    expect(sumWhere(data, "utfall")).toBe(1675.5);
    expect([...sumBy(data, "utfall", "konto")]).toEqual([1875.5, -200]);
    expect(said(data)).toContain(
      "Debet – Kredit läses som ett belopp (utfall), kostnader plus, intäkter minus.",
    );
  });

  test("income and cost for outcome and budget: income plus", () => {
    const data = read(
      `Verksamhet | Utfall intäkter | Utfall kostnader | Budget intäkter | Budget kostnader
       510 Hemvård | 20 | 110 | 18 | 105
       511 Boende | 5 | 70 | 5 | 72`,
    );
    expect(data).toMatchObject({ sign: "netto", signFrom: "rubrik" });
    expect(sumWhere(data, "utfall")).toBe(-155);
    expect(sumWhere(data, "budget")).toBe(-154);
  });

  test("costs that are written with minus have their sign already", () => {
    const data = read(
      `Verksamhet | Intäkter | Kostnader
       510 Hemvård | 20 | -110
       511 Boende | 5 | -70`,
    );
    expect(data.sign).toBe("netto");
    expect(sumWhere(data, "utfall")).toBe(-155);
  });

  test("their total beside them is not counted, and said", () => {
    const data = read(
      `Verksamhet | Utfall intäkter | Utfall kostnader | Utfall | Budget
       510 Hemvård | 20 | 110 | -90 | -87
       511 Boende | 5 | 70 | -65 | -67`,
    );
    expect(sumWhere(data, "utfall")).toBe(-155);
    expect(sumWhere(data, "budget")).toBe(-154);
    expect(said(data)).toContain("Används inte: Utfall.");
  });

  test("take the sign of the amounts that stand whole beside them", () => {
    const data = read(
      `Verksamhet | Intäkter | Kostnader | Budget
       510 Hemvård | 20 | 110 | 87
       511 Boende | 5 | 70 | 67`,
    );
    expect(data.sign).toBe("kostnad");
    expect(sumWhere(data, "utfall")).toBe(155);
    expect(sumWhere(data, "budget")).toBe(154);
  });

  test("two years of pairs: the later is current", () => {
    const data = read(
      `Verksamhet | Intäkter 2022 | Kostnader 2022 | Intäkter 2023 | Kostnader 2023
       510 Hemvård | 20 | 100 | 21 | 110`,
    );
    expect(sumWhere(data, "utfall")).toBe(-89);
    expect(sumWhere(data, "utfall_foregaende")).toBe(-80);
  });

  test("in English", () => {
    const data = read(
      `Cost center | Account | Period | Debit | Credit
       6010 | 5010 | 2023-01 | 100 | 0
       6010 | 3110 | 2023-01 | 0 | 40`,
    );
    expect(data.sign).toBe("kostnad");
    expect(sumWhere(data, "utfall")).toBe(60);
  });

  test("pairs by month become a record a month", () => {
    const data = read(
      `Verksamhet | Intäkter jan 2023 | Kostnader jan 2023 | Intäkter feb 2023 | Kostnader feb 2023
       510 Hemvård | 20 | 100 | 21 | 110`,
    );
    expect(data.length).toBe(2);
    expect([...data.measures.get("utfall")!]).toEqual([-80, -89]);
  });
});

test("a half without its other is what its words name, and a lone cost column is no amount", () => {
  const data = read(
    `Verksamhet | Budget kostnader | Utfall
     510 Hemvård | 110 | 105`,
  );
  expect(sumWhere(data, "budget")).toBe(110);
  expect(data.source.columns.every(({ part }) => part === undefined)).toBe(true);
});

describe("the sign that the caption states", () => {
  const source = (caption: string, rows: string) =>
    read(`${caption} | | |\nVerksamhet | Konto | Utfall | Budget\n${rows}`);

  test("holds where the rows tell nothing", () => {
    const data = source("Intäkter plus, kostnader minus", "510 | | 5 | 6\n511 | | 7 | 8");
    expect(data).toMatchObject({ sign: "netto", signFrom: "titel" });
    expect(source("Kostnader (+) intäkter (-)", "510 | | 5 | 6\n511 | | 7 | 8").sign).toBe("kostnad");
  });

  test("is asked where the rows speak against it", () => {
    const data = source(
      "Kostnader plus, intäkter minus",
      "510 | 5010 Löner | -5 | -6\n510 | 3110 Avgifter | 1 | 1",
    );
    expect(data.sign).toBeNull();
    expect(data.questions.map(({ code }) => code)).toContain("tecken");
  });
});
