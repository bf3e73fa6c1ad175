import { monthCode, readSource, recogniseSources, sumBy, sumWhere } from "../../src/sources";
import type { SheetSnapshot } from "../../src/workbook/snapshot";
import { book, grid, sheet, tableSheet } from "./fixtures/sheets";

const only = (...sheets: SheetSnapshot[]) => {
  const snapshot = book(...sheets);
  const sources = recogniseSources(snapshot);
  expect(sources.map(({ kind }) => kind)).toEqual(["ekonomi"]);
  return readSource(snapshot, sources[0]);
};
const fields = (data: ReturnType<typeof only>) =>
  Object.fromEntries(data.source.columns.map(({ field, header }) => [header, field]));

describe("an ekonomi source", () => {
  test("is read from an Excel table: dimensions, months, measures, unit from its caption, sign from its rows", () => {
    const rows = grid(`
      Egen regi | Hemtjänst | Personalkostnader | 202301 | -100.5 | -90 | -80
      Egen regi | Hemtjänst | Personalkostnader | 202302 | -110   | -90 | -85
      Egen regi | Hemtjänst | Intäkter          | 202301 | 40     | 35  | 30
      Köp       | Boende    | Personalkostnader | 202301 | -70    | -60 | -50`);
    const data = only(
      tableSheet(
        "Ekonomi",
        "Ekonomi",
        ["Grupp", "Verksamhet", "Kontogrupp", "Period", "Utfall", "Periodbudget", "Bokslut 2022"],
        rows,
        [
          ["Ekonomi 2023, Nämnden", null, null, null, null, null, null],
          ["Belopp i tkr. Intäkter plus, kostnader minus.", null, null, null, null, null, null],
          [null, null, null, null, null, null, null],
        ],
      ),
    );
    expect(data).toMatchObject({ unit: "tkr", sign: "netto", rowsRead: 4, tableRows: 4, refused: [] });
    expect(data.source).toMatchObject({ table: "Ekonomi", address: "A4:G8", year: 2023 });
    expect(fields(data)).toMatchObject({
      Utfall: "utfall",
      Periodbudget: "periodbudget",
      "Bokslut 2022": "bokslut",
    });
    expect([data.firstPeriod, data.lastPeriod]).toEqual([monthCode(2023, 1), monthCode(2023, 2)]);
    expect(
      sumWhere(data, "utfall", { dimensions: { verksamhet: "Hemtjänst" }, to: monthCode(2023, 1) }),
    ).toBe(-60.5);
    expect([...sumBy(data, "periodbudget", "grupp")]).toEqual([-145, -60]);
  });

  test("in long form gives one measure a typ; the latest forecast is prognos, the one before föregående", () => {
    const data = only(
      sheet(
        "Underlag tkr",
        `Verksamhet | Kontogrupp | Period | Typ | Belopp
         510 Hemvård | Personal | 2023-08 | Utfall | -10
         510 Hemvård | Personal | 2023-08 | Periodbudget | -9
         510 Hemvård | Personal | 2023-12 | Prognos 2023-08 | -120
         510 Hemvård | Personal | 2023-12 | Prognos 2023-10 | -125
         510 Hemvård | Personal | 2023-12 | Gissning | -1`,
      ),
    );
    expect(data.unit).toBe("tkr");
    expect(sumWhere(data, "utfall")).toBe(-10);
    expect(sumWhere(data, "prognos")).toBe(-125);
    expect(sumWhere(data, "prognos_foregaende")).toBe(-120);
    expect(data.refused).toMatchObject([{ cell: "D6", code: "okantOrd", text: "Gissning" }]);
    expect([data.rowsRead, data.refusedRows, data.tableRows]).toEqual([4, 1, 5]);
  });

  test("with months side by side gives a record a month, and keeps a year's budget once", () => {
    const data = only(
      sheet(
        "Ekonomi 2023",
        `Belopp i tkr | | | |
         Verksamhet | Konto | Utfall jan | Utfall feb | Utfall mar | Totalt utfall | Budget 2023
         Hemtjänst | 5010 Löner | 10 | 11 | 12 | 33 | 140
         Hemtjänst | 3110 Avgifter | -1 | -2 | -3 | -6 | -20`,
      ),
    );
    expect(data.length).toBe(6);
    expect(sumWhere(data, "utfall", { from: monthCode(2023, 2), to: monthCode(2023, 3) })).toBe(18);
    expect(sumWhere(data, "budget")).toBe(120);
    expect(data.sign).toBe("kostnad");
  });

  test("reads a printed table: ranges and ack as the period's figures, a nameless first column as its names, sums kept out", () => {
    const data = only(
      sheet(
        "Delår",
        `Resultat per verksamhet, mnkr | | | |
         | Jan-aug Utfall 2023 | Jan-aug Budget 2023 | Avvikelse Jan-aug 2023 | Budget helår 2023
         Politik | -1.5 | -1.0 | -0.5 | -1.6
         Myndighet | -20.2 | -22.3 | 2.1 | -33.0
         Summa | -21.7 | -23.3 | 1.6 | -34.6
         - varav intraprenad | 0.9 | 0 | 0.9 | 0`,
      ),
    );
    expect(fields(data)).toMatchObject({
      "Jan-aug Budget 2023": "periodbudget",
      "Budget helår 2023": "budget",
    });
    expect(data.unit).toBe("mnkr");
    expect(data.sumRows).toEqual([
      { row: 4, label: "Summa", why: "ord" },
      { row: 5, label: "- varav intraprenad", why: "varav" },
    ]);
    expect([data.firstPeriod, data.lastPeriod]).toEqual([monthCode(2023, 1), monthCode(2023, 8)]);
  });

  test("counts a yearly budget that is repeated on every month once, and says so", () => {
    const data = only(
      sheet(
        "Ekonomi",
        `Enhet | Period | Utfall (kr) | Budget
         A | 202301 | 10 | 120
         A | 202302 | 11 | 120
         B | 202301 | 20 | 240
         B | 202302 | 21 | 240`,
      ),
    );
    expect(sumWhere(data, "budget")).toBe(360);
    expect(data.notices).toContainEqual(expect.objectContaining({ code: "arsbudgetUpprepad" }));
  });

  test("takes the chosen month's row of an ack column and never sums it", () => {
    const data = only(
      sheet(
        "Ekonomi",
        `Enhet | Period | Ack utfall (kr) | Periodbudget
         A | 202301 | 10 | 12
         A | 202302 | 21 | 12
         B | 202301 | 20 | 24
         B | 202302 | 41 | 24`,
      ),
    );
    expect(sumWhere(data, "utfall", { to: monthCode(2023, 2) })).toBe(62);
    expect(sumWhere(data, "periodbudget", { to: monthCode(2023, 2) })).toBe(72);
  });
});
