import { readSource, recogniseSources, sumBy } from "../../src/sources";
import type { CellMatrix } from "../../src/workbook/cell";
import { sheetFromValues, type SheetSnapshot } from "../../src/workbook/snapshot";
import { book, sheet } from "./fixtures/sheets";

const groups = (made: SheetSnapshot) => {
  const snapshot = book(made);
  const data = readSource(snapshot, recogniseSources(snapshot)[0]);
  const names = data.dimensions.get("grupp")?.names ?? [];
  const sums = sumBy(data, "utfall", "grupp");
  return {
    data,
    found: Object.fromEntries(names.map((name, index) => [name, sums[index]])),
    codes: data.notices.map(({ code }) => code).filter((code) => code.startsWith("grupp")),
  };
};

/** Rule (spec/sources "Rules"): hierarchies come from grupp, from code prefixes, or from indentation. */
describe("groups of a source without a column for them", () => {
  test("are its headings without figures, each to the next heading or the sum", () => {
    const { found, codes } = groups(
      sheet(
        "Resultat tkr",
        `Verksamhet | Utfall | Budget
         Gemensamt | -1 | -1
         Egen regi | |
         Hemtjänst | -10 | -11
         Boende | -20 | -19
         Summa egen regi | -30 | -30
         Politik | -2 | -2
         Köpt verksamhet | |
         Placeringar | -30 | -25`,
      ),
    );
    expect(found).toEqual({ "Egen regi": -30, "Köpt verksamhet": -30 });
    expect(codes).toEqual(["gruppUrRubriker"]);
  });

  test("are the codes' sums: 51 over 510 and 511", () => {
    const { found, data, codes } = groups(
      sheet(
        "Resultat tkr",
        `Verksamhet | Utfall | Budget
         5 Vård och omsorg | -180 | -175
         51 Äldreomsorg | -150 | -140
         510 Hemvård | -90 | -85
         511 Boende | -60 | -55
         52 Funktionsstöd | -30 | -35
         520 Assistans | -20 | -24
         521 Boende LSS | -10 | -11`,
      ),
    );
    expect(found).toEqual({ "51 Äldreomsorg": -150, "52 Funktionsstöd": -30 });
    expect(codes).toEqual(["gruppUrKoder"]);
    expect(data.sumRows.map(({ why }) => why)).toEqual(["ord", "kod", "kod"].map(() => "kod").slice(0, 2));
  });

  test.each([
    ["leading blanks", (name: string) => `   ${name}`, undefined],
    ["the cells' indentation", (name: string) => name, 1],
  ])("follow %s under a total of its own", (_, indented, level) => {
    const rows: CellMatrix = [
      ["Verksamhet", "Utfall (tkr)", "Budget"],
      ["Äldreomsorg", -30, -31],
      [indented("Hemtjänst"), -10, -11],
      [indented("Boende"), -20, -20],
      ["Funktionsstöd", -12, -12],
      [indented("Assistans"), -5, -4],
      [indented("Daglig verksamhet"), -7, -8],
    ];
    const made = sheetFromValues("Resultat", rows);
    if (level !== undefined) {
      const plain = {
        bold: false,
        italic: false,
        indent: 0,
        fill: "",
        topBorder: false,
        bottomBorder: false,
      };
      made.formats = made.values.map((cells, row) =>
        cells.map(() => ({ ...plain, indent: [2, 3, 5, 6].includes(row) ? level : 0 })),
      );
    }
    const { found, data, codes } = groups(made);
    expect(found).toEqual({ Äldreomsorg: -30, Funktionsstöd: -12 });
    expect(codes).toEqual(["gruppUrIndrag"]);
    expect(data.sumRows.map(({ label, why }) => [label, why])).toEqual([
      ["Äldreomsorg", "indrag"],
      ["Funktionsstöd", "indrag"],
    ]);
  });

  test("a row above indented ones that isn't their sum is an item", () => {
    const made = sheetFromValues("Resultat tkr", [
      ["Verksamhet", "Utfall", "Budget"],
      ["Gemensamt", -300, -310],
      ["   Hemtjänst", -10, -11],
      ["   Boende", -20, -20],
    ]);
    const { data } = groups(made);
    expect(data.rowsRead).toBe(3);
    expect(data.sumRows).toEqual([]);
  });

  test("a column of groups is what it says, and headings change nothing", () => {
    const { found, codes } = groups(
      sheet(
        "Resultat tkr",
        `Grupp | Verksamhet | Utfall | Budget
         Egen regi | Hemtjänst | -10 | -11
         Köpt | Placeringar | -30 | -25`,
      ),
    );
    expect(found).toEqual({ "Egen regi": -10, Köpt: -30 });
    expect(codes).toEqual([]);
  });
});
