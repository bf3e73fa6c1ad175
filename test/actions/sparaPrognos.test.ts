import { prepareReports, writePrepared } from "../../src/actions/report";
import { savedForecasts, saveForecast } from "../../src/actions/sparaPrognos";
import { updateStored } from "../../src/excel/stored";
import type { CellValue } from "../../src/workbook/cell";
import { type OpenFile, openWorkbook, workbookWithTable } from "../helpers/openWorkbook";

/** Two services with a year's period budget; booked amounts for all months, so that a month can be chosen. */
const ledger: CellValue[][] = [
  ["Boende", 100],
  ["Fritid", 10],
].flatMap(([verksamhet, size]) =>
  Array.from({ length: 12 }, (_, month): CellValue[] => [
    verksamhet,
    202301 + month,
    -Number(size) - month,
    -Number(size),
  ]),
);

let file: OpenFile;
beforeEach(async () => {
  file = await openWorkbook(workbookWithTable(["Verksamhet", "Period", "Utfall", "Periodbudget"], ledger));
});
afterEach(() => file.close());

async function make(id: string, period: string, profil?: string) {
  const written = await writePrepared(await prepareReports([id], { period, profil }));
  expect(written.flatMap(({ disagreeing }) => disagreeing)).toEqual([]);
  const { sheet, values } = written.find(({ report }) => report === id)!;
  return {
    sheet,
    values,
    row: (label: string) => values.find(([name]) => name === label)!,
  };
}

/** Outcome + remaining budget − budget, so the variance is that of the booked months. */
const booked = (months: number) => -((months * (months - 1)) / 2);

test("a saved forecast is the former one in a later comparison, with its month and time on the sheet", async () => {
  await make("resultat-verksamhet", "2023-04");
  const saved = await saveForecast();
  expect(saved).toMatchObject({ period: "2023-04", rows: 2, replaced: null });
  const later = await make("prognosjamforelse", "2023-08");
  expect(later.row("Boende")).toEqual(["Boende", booked(4), "", booked(8), booked(8) - booked(4)]);
  expect(later.row("Nettokostnad")[1]).toBe(2 * booked(4));
  expect(later.values.flat()).toContain(
    `Föregående prognos är den till och med 2023-04, sparad ${saved.saved}.`,
  );
});

test("the chief's own figure is what is saved, and follows to another unit", async () => {
  const { sheet, values } = await make("resultat-verksamhet", "2023-04");
  const at = values.findIndex(([name]) => name === "Boende");
  const column = values[3].findIndex((cell) => /^Egen prognos/.test(String(cell)));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getCell(at, column).values = [[-1500]];
    await context.sync();
  });
  await saveForecast();
  const later = await make("prognosjamforelse", "2023-08", "orebro");
  expect(later.row("Boende")[1]).toBeCloseTo((-1500 + 1200) / 1000, 9);
});

test("the newest earlier month of the same year counts; saving a month again replaces it and says so", async () => {
  for (const period of ["2023-02", "2023-04"]) {
    await make("resultat-verksamhet", period);
    await saveForecast();
  }
  const again = await saveForecast();
  expect(again.replaced).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  expect((await savedForecasts()).map(({ period }) => period)).toEqual(["2023-04", "2023-02"]);
  expect((await make("prognosjamforelse", "2023-08")).row("Boende")[1]).toBe(booked(4));
  expect((await make("prognosjamforelse", "2023-04")).row("Boende")[1]).toBe(booked(2));
});

test("a row that came after the forecast was saved has none, and no change", async () => {
  await make("resultat-verksamhet", "2023-04");
  await saveForecast();
  await Excel.run((context) =>
    updateStored(context, (stored) => {
      const [one] = stored.forecasts!;
      const rows = Object.fromEntries(Object.entries(one.rows).filter(([key]) => !key.includes("Fritid")));
      return { ...stored, forecasts: [{ ...one, rows }] };
    }),
  );
  const later = await make("prognosjamforelse", "2023-08");
  expect(later.row("Fritid").slice(1)).toEqual(["", "", booked(8), ""]);
});

describe("what can't be saved or compared is told", () => {
  test("no report", async () => {
    await expect(saveForecast()).rejects.toThrow(/är inte skapad/);
    expect(await savedForecasts()).toEqual([]);
  });

  test("a report of the whole year has no forecast", async () => {
    await make("resultat-verksamhet", "2023-12");
    await expect(saveForecast()).rejects.toThrow(/ingen prognos för helåret/);
  });

  test("no former forecast, neither in the source nor saved for an earlier month", async () => {
    await make("resultat-verksamhet", "2023-08");
    await saveForecast();
    await expect(prepareReports(["prognosjamforelse"], { period: "2023-08" })).rejects.toThrow(
      /en prognos sparad för en tidigare månad/,
    );
  });
});
