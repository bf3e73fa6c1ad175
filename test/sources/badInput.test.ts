import fc from "fast-check";
import {
  monthCode,
  noticeText,
  questionText,
  readingText,
  readSource,
  recogniseSources,
  refusalText,
  sumWhere,
} from "../../src/sources";
import { sheetFromValues } from "../../src/workbook/snapshot";
import { book, grid, sheet, tableSheet } from "./fixtures/sheets";

const ledger = (name: string, headers = ["Enhet", "Period", "Utfall", "Periodbudget"]) =>
  tableSheet(name, name.replace(/\W/g, ""), headers, grid("A | 202301 | -1 | -2\nB | 202302 | -3 | -4"));

describe("bad input to sources", () => {
  test("two that fit are both returned, Excel tables first; the choice is the user's", () => {
    const snapshot = book(
      sheet("Lista", "Enhet | Period | Utfall\nA | 202301 | 1"),
      ledger("Ett"),
      ledger("Två"),
    );
    expect(recogniseSources(snapshot).map(({ sheet: name, kind }) => [name, kind])).toEqual([
      ["Ett", "ekonomi"],
      ["Två", "ekonomi"],
      ["Lista", "ekonomi"],
    ]);
    const mappings = { Tv: { anvand: "nej" } };
    expect(
      recogniseSources(snapshot, { mappings, exclude: ["Lista"] }).map(({ sheet: name }) => name),
    ).toEqual(["Ett"]);
  });

  test("the user's choice of column, unit, sign and year is followed", () => {
    const made = sheet("Data", "Vad | Månad | Siffra | Annan\nA | jan | 5 | 9\nB | feb | 6 | 9");
    const key = "Data!Vad";
    const mappings = {
      [key]: {
        slag: "ekonomi",
        verksamhet: "Vad",
        period: "Månad",
        utfall: "Siffra",
        enhet: "tkr",
        tecken: "kostnad",
        ar: "2023",
      },
    };
    expect(recogniseSources(book(made))).toEqual([]);
    const [source] = recogniseSources(book(made), { mappings });
    expect(source.key).toBe(key);
    const data = readSource(book(made), source, mappings);
    expect(data).toMatchObject({ unit: "tkr", sign: "kostnad", signFrom: "val", rowsRead: 2 });
    expect(sumWhere(data, "utfall", { to: monthCode(2023, 1) })).toBe(5);
  });

  test("a column that was chosen earlier and is gone is said, and what is recognised is used", () => {
    const mappings = { Ett: { utfall: "Utfall gammal" } };
    const [source] = recogniseSources(book(ledger("Ett")), { mappings });
    expect(source.notices).toMatchObject([{ code: "tidigareFalt", values: { rubriker: "Utfall gammal" } }]);
    expect(source.columns.map(({ field }) => field)).toContain("utfall");
  });

  test("a participant written as a personnummer is refused without being repeated", () => {
    const snapshot = book(
      tableSheet(
        "Närvaro",
        "Narvaro",
        ["Deltagare", "Datum", "Närvaro", "Planerad"],
        [
          ["D001", 45000, "ja", "heldag"],
          ["640823-3234", 45000, "ja", "heldag"],
        ],
      ),
    );
    const data = readSource(snapshot, recogniseSources(snapshot)[0]);
    expect(data.refused).toEqual([{ cell: "A3", row: 2, column: 0, code: "personuppgift", text: "" }]);
    expect(refusalText(data.refused[0], "sv")).toContain("personnummer");
  });

  test("unique individuals are not added up over months, their days are", () => {
    const snapshot = book(
      sheet(
        "Volymer kr",
        "Insats | Månad | Summering | Antal | Dygn\nHVB | 2023-01 | unik | 5 | 155\nHVB | 2023-02 | unik | 6 | 168",
      ),
    );
    const data = readSource(snapshot, recogniseSources(snapshot)[0]);
    expect(sumWhere(data, "antal")).toBeNull();
    expect(sumWhere(data, "antal", { from: monthCode(2023, 2) })).toBe(6);
    expect(sumWhere(data, "dygn")).toBe(323);
  });

  test.each([
    ["a sheet with nothing", sheetFromValues("Tom", [])],
    ["headers without rows", sheet("Rubriker", "Enhet | Period | Utfall")],
    [
      "16 384 columns",
      sheetFromValues("Bred", [
        Array.from({ length: 16384 }, (_, i) => `Kolumn ${i}`),
        Array.from({ length: 16384 }, (_, i) => i),
      ]),
    ],
    ["a chart's sheet: no cells", { ...sheetFromValues("Diagram", []), visibility: "visible" as const }],
  ])("%s gives no source and no fall", (_, made) => {
    expect(recogniseSources(book(made))).toEqual([]);
  });

  test("every row is accounted for and everything said has words, whatever stands in the cells", () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.integer({ min: -99, max: 300000 }),
      fc.constantFrom(
        "Summa",
        "A",
        "51 B",
        "510 C",
        "aug-23",
        "- 2 000",
        "3 – 5",
        "2,3 mnkr",
        "-",
        "",
        "Enhet",
        "Budget",
        "Utfall",
      ),
      fc.string(),
      fc.boolean(),
      fc.constant({ fel: "#REF!" as const }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 1, maxLength: 20 }),
        (rows) => {
          const made = tableSheet("Data", "Data", ["Verksamhet", "Period", "Typ", "Belopp", "Konto"], rows);
          const [source] = recogniseSources(book(made));
          const data = readSource(book(made), source);
          expect(
            data.rowsRead + data.refusedRows + data.sumRows.length + data.headingRows + data.emptyRows,
          ).toBe(rows.length);
          for (const values of data.measures.values()) expect(values.length).toBe(data.length);
          for (const { codes } of data.dimensions.values()) expect(codes.length).toBe(data.length);
          const said = [
            ...data.refused.map((one) => refusalText(one, "sv") + refusalText(one, "en")),
            ...data.notices.map((one) => noticeText(one, "sv") + noticeText(one, "en")),
            ...data.questions.map((one) => questionText(one, "sv") + questionText(one, "en")),
            readingText(data, "sv"),
          ];
          for (const text of said) expect(text).not.toMatch(/undefined|NaN|\{(?:antal|rubrik|about)\}/);
        },
      ),
      { numRuns: 200 },
    );
  });
});
