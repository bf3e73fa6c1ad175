import {
  type ForecastEdit,
  type ForecastRow,
  forecastRow,
  forecastRows,
  methodLines,
  ownEdit,
  ownTotal,
  readForecastSheet,
  writeForecasts,
} from "../../src/actions/prognos";
import { saveOwnProfile } from "../../src/actions/egenProfil";
import { prepareReports, writePrepared } from "../../src/actions/report";
import type { CellValue } from "../../src/workbook/cell";
import { type OpenFile, openWorkbook, workbookWithTable } from "../helpers/openWorkbook";

const id = "resultat-verksamhet";
const headers = [
  "Grupp",
  "Verksamhet",
  "Kontogrupp",
  "Period",
  "Utfall",
  "Periodbudget",
  "Bokslut 2022",
  "Prognos",
];

/** Two services with income and cost, booked to August; last year by month, this year's forecast as a sum in August. */
const ledger: CellValue[][] = ["Boende", "Fritid"].flatMap((verksamhet, v) =>
  ["Intäkter", "Personalkostnader"].flatMap((konto, k) =>
    Array.from({ length: 12 }, (_, month): CellValue[] => {
      const size = (k === 0 ? 20 : -100) * (v + 1);
      return [
        "Egen regi",
        verksamhet,
        konto,
        202301 + month,
        month < 8 ? size * 1.1 : null,
        size,
        size * (month === 11 ? 2 : 1),
        month === 7 ? size * 12.5 : null,
      ];
    }),
  ),
);

let file: OpenFile;
afterEach(() => file?.close());
const open = async (rows = ledger, names = headers) =>
  (file = await openWorkbook(workbookWithTable(names, rows)));
const make = async (period = "2023-08") => (await writePrepared(await prepareReports([id], { period })))[0];
const sheet = () => file.workbook.sheet("Resultat per verksamhet")!;
const cellOf = (address: string) =>
  sheet().value(Number(/\d+/.exec(address)![0]) - 1, address.charCodeAt(0) - 65);
const rowOf = (rows: readonly ForecastRow[], label: string) => rows.find((row) => row.label === label)!;
const edit = (row: ForecastRow, after: CellValue): ForecastEdit => ({
  row: row.key,
  label: row.label,
  column: "manuell",
  before: row.own!,
  after,
});

describe("reading the rows to forecast", () => {
  test("before the report is made: its rows as they would be, each with its months by kontogrupp", async () => {
    await open();
    const read = await readForecastSheet({ period: "2023-08" });
    expect(read).toMatchObject({ report: id, sheet: null, period: "2023-08", booked: 8, enhet: "tkr" });
    const boende = rowOf(read.rows, "Boende");
    expect(boende.own).toBeNull();
    expect(boende.budget).toBe(-960);
    expect(boende.outcome).toBeCloseTo(-704, 6);
    const [income, staff] = boende.parts!;
    expect(income.namn).toBe("Intäkter");
    expect(income.bokat).toHaveLength(8);
    expect(income.bokat[0]).toBeCloseTo(22, 9);
    // Last year's accounts stand on this year's rows: twelve months of history, December double.
    expect(income.historik).toEqual([...Array<number>(11).fill(20), 40]);
    expect(staff.budget).toEqual(Array(12).fill(-100));
    expect(staff.foregaende).toBe(-1250);
  });

  test("a made report is read in its own period, with what stands in its column for own forecasts", async () => {
    await open();
    await make();
    const read = await readForecastSheet();
    expect(read).toMatchObject({ sheet: "Resultat per verksamhet", period: "2023-08", hasComment: false });
    expect(read.choices.map(({ id: choice }) => choice)).toEqual([id]);
    expect(rowOf(read.rows, "Fritid").own).toEqual({ value: null, formula: "" });
  });

  test("years before this one in the ledger are history, the report's unit and sign are the amounts'", async () => {
    const rows = Array.from({ length: 30 }, (_, month): CellValue[] => [
      "Boende",
      (2021 + Math.floor(month / 12)) * 100 + (month % 12) + 1,
      -1000 - month,
      -1000,
    ]);
    await open(rows, ["Verksamhet", "Period", "Utfall tkr", "Periodbudget tkr"]);
    const prepared = await prepareReports([id], { profil: "orebro", period: "2023-06" });
    await writePrepared(prepared);
    const { rows: read, enhet } = await readForecastSheet();
    expect(enhet).toBe("mnkr");
    const [part] = read[0].parts!;
    expect(part.historik).toHaveLength(24);
    expect(part.historik[0]).toBeCloseTo(-1, 9);
    expect(part.bokat).toHaveLength(6);
    expect(part.bokat[5]).toBeCloseTo(-1.029, 9);
  });
});

describe("where the profile lets the chief type her deviation from budget (spec/reports.md: Forecast columns)", () => {
  const own = { enhet: "tkr", decimaler: 0, egenPrognos: "avvikelse" };
  const makeWith = async (tecken: "netto" | "kostnad") => {
    await saveOwnProfile(JSON.stringify({ ...own, tecken }));
    await writePrepared(await prepareReports([id], { period: "2023-08", profil: "egen" }));
    return readForecastSheet();
  };

  test.each([
    ["netto", -1000, -40, -960],
    ["kostnad", 1000, -40, 960],
  ] as const)("%s: a year of %d is written as %d, plus = better", async (tecken, total, written, budget) => {
    await open();
    const read = await makeWith(tecken);
    expect(read.ownColumn).toBe("manuell_avvikelse");
    const boende = rowOf(read.rows, "Boende");
    expect(boende.budget).toBeCloseTo(budget, 9);
    const change = ownEdit(boende, read, total);
    const { cells } = await writeForecasts(id, [change]);
    expect(cellOf(cells[0])).toBe(written);
    const again = await readForecastSheet();
    expect(ownTotal(rowOf(again.rows, "Boende"), again)).toBeCloseTo(total, 9);
    // The sheet's own formula has the same forecast.
    const [{ values }] = await writePrepared(
      await prepareReports([id], { period: "2023-08", profil: "egen" }),
    );
    const line = values.find(([label]) => label === "Boende")!;
    expect(line[values[3].indexOf("Prognos 2023")]).toBeCloseTo(total, 9);
    expect(line[values[3].indexOf("Egen avvikelse 2023")]).toBe(written);
  });

  test("words in her column are kept below the table when the profile goes over to forecasts, numbers follow", async () => {
    await open();
    const read = await makeWith("kostnad");
    const [boende, fritid] = ["Boende", "Fritid"].map((label) => rowOf(read.rows, label));
    await writeForecasts(id, [ownEdit(boende, read, 1000), { ...ownEdit(fritid, read, 0), after: "vet ej" }]);
    await writePrepared(await prepareReports([id], { period: "2023-08", profil: "orebro" }));
    const again = await readForecastSheet();
    expect(again.ownColumn).toBe("manuell");
    expect(rowOf(again.rows, "Boende").own!.value).toBeCloseTo(-1, 9);
    const words = sheet().usedArea();
    const texts: CellValue[] = [];
    for (let row = 0; row < words!.rowCount; row++) texts.push(sheet().value(row, 1));
    expect(texts).toContain("Egen avvikelse 2023: vet ej");
  });
});

describe("forecasting a row", () => {
  const row = (parts: ForecastRow["parts"]): Pick<ForecastRow, "parts"> => ({ parts });
  const part = (size: number) => ({
    namn: String(size),
    bokat: Array<number>(8).fill(size),
    historik: Array<number>(36).fill(size),
    budget: Array<number>(12).fill(size),
    foregaende: null,
  });

  test("adds its parts, never forecasts the difference between them", () => {
    const forecast = forecastRow(row([part(100), part(-90)]))!;
    expect(forecast.parts).toHaveLength(2);
    expect(forecast.total).toBeCloseTo(120, 6);
    expect(forecast.months!.reduce((sum, month) => sum + month, 0)).toBeCloseTo(120, 6);
    expect(forecast.interval!.lag).toBeLessThanOrEqual(forecast.total!);
    expect(forecast.interval!.hog).toBeGreaterThanOrEqual(forecast.total!);
  });

  test("says of each method what it gives, its error, or what it lacks", () => {
    const without = { ...part(-10), historik: [] };
    const lines = methodLines(row([without]));
    const line = (metod: string) => lines.find((one) => one.metod === metod)!;
    expect(line("rak")).toMatchObject({ total: -120, error: null, nekad: null });
    expect(line("profil")).toMatchObject({ total: null, nekad: "saknarHistorik" });
    expect(lines.filter(({ chosen }) => chosen).map(({ metod }) => metod)).toEqual(["budgetprofil"]);
  });

  test("a source without months has no forecast of months", () => {
    expect(forecastRow(row(null))).toBeNull();
    expect(methodLines(row(null))).toEqual([]);
  });

  test("many rows are done in rounds, tell how far they are, and stop when asked", async () => {
    const rows = Array.from({ length: 400 }, () => ({ ...row([part(-1)]) }) as ForecastRow);
    let now = 0;
    const told: number[] = [];
    const rounds = {
      paus: () => Promise.resolve(),
      klocka: () => (now += 5),
      framsteg: (done: number) => told.push(done),
    };
    expect(await forecastRows(rows, rounds)).toHaveLength(400);
    expect(told.at(-1)).toBe(400);
    expect(told.length).toBeGreaterThan(10);
    expect(await forecastRows(rows, { ...rounds, avbruten: () => told.length > 3 })).toBeNull();
  });
});

describe("writing own forecasts", () => {
  test("a number goes into the row's own cell, the forecast follows, and it is taken back", async () => {
    await open();
    await make();
    const { rows } = await readForecastSheet();
    const { cells, undo } = await writeForecasts(id, [edit(rowOf(rows, "Boende"), -1500)]);
    expect(cells).toHaveLength(1);
    expect(cellOf(cells[0])).toBe(-1500);
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Resultat per verksamhet").getRange(cells[0]);
      range.load("numberFormat");
      await context.sync();
      expect(range.numberFormat[0][0]).toContain("#,##0");
    });
    await file.calculator.recalculate();
    const after = (await readForecastSheet()).rows;
    expect(rowOf(after, "Boende").own).toEqual({ value: -1500, formula: "" });
    await undo();
    expect(cellOf(cells[0])).toBeNull();
  });

  test("it survives that the report is made again, also when rows have come above it", async () => {
    await open();
    await make();
    const { rows } = await readForecastSheet();
    await writeForecasts(id, [edit(rowOf(rows, "Fritid"), -2600)]);
    const again = await make();
    expect(again.values.find(([label]) => label === "Fritid")).toContain(-2600);
  });

  test("a colleague's number in the cell stops the writing of all of them", async () => {
    await open();
    const { values } = await make();
    const { rows } = await readForecastSheet();
    const line = values.findIndex(([label]) => label === "Boende");
    const column = values.find(([label]) => label === "Verksamhet")!.indexOf("Egen prognos 2023");
    sheet().setValue(line, column, -999);
    await expect(
      writeForecasts(id, [edit(rowOf(rows, "Fritid"), -1), edit(rowOf(rows, "Boende"), -2)]),
    ).rejects.toMatchObject({ code: "cellenAndrad" });
    expect((await readForecastSheet()).rows.map(({ own }) => own!.value)).toEqual([-999, null]);
  });

  test("rows inserted after the reading don't put the number on another row", async () => {
    await open();
    await make();
    const { rows } = await readForecastSheet();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Resultat per verksamhet").getRange("7:8").insert("Down");
      await context.sync();
    });
    const { cells } = await writeForecasts(id, [edit(rowOf(rows, "Fritid"), -2600)]);
    const line = Number(/\d+/.exec(cells[0])![0]) - 1;
    expect(sheet().value(line, 0)).toBe("Fritid");
  });

  test("a sheet deleted meanwhile, or protected, is said and nothing is written", async () => {
    await open();
    await make();
    const { rows } = await readForecastSheet();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Resultat per verksamhet").protection.protect();
      await context.sync();
    });
    await expect(writeForecasts(id, [edit(rows[0], -1)])).rejects.toMatchObject({ code: "bladSkyddat" });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Resultat per verksamhet").delete();
      await context.sync();
    });
    await expect(writeForecasts(id, [edit(rows[0], -1)])).rejects.toMatchObject({ code: "rapportBorta" });
  });

  test("a formula of the chief's own is kept by undo", async () => {
    await open();
    const { values } = await make();
    const line = values.findIndex(([label]) => label === "Boende");
    const column = values.find(([label]) => label === "Verksamhet")!.indexOf("Egen prognos 2023");
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets
        .getItem("Resultat per verksamhet")
        .getRangeByIndexes(line, column, 1, 1);
      range.formulas = [["=B7*1.5"]];
      await context.sync();
    });
    const { rows } = await readForecastSheet();
    const boende = rowOf(rows, "Boende");
    expect(boende.own!.formula).toBe("=B7*1.5");
    const { undo } = await writeForecasts(id, [edit(boende, -5)]);
    await undo();
    expect(sheet().formula(line, column)?.text).toBe("=B7*1.5");
  });
});
