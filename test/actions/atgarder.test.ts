import {
  addMeasure,
  editMeasure,
  effectSums,
  effectYears,
  type MeasureRegister,
  proposedEffect,
  readDeficit,
  readMeasures,
} from "../../src/actions/atgarder";
import type { CellValue } from "../../src/workbook/cell";
import { Workbook } from "../../src/workbench/model/workbook";
import { addTable, type OpenFile, openWorkbook, workbookWithTable } from "../helpers/openWorkbook";

const headers = [
  "Id",
  "Åtgärd",
  "Status",
  "Förankrad",
  "Ingår i (id)",
  "Startmånad",
  "Effekt 2023",
  "Effekt 2024",
  "Helårseffekt",
];
const rows: CellValue[][] = [
  ["1", "Schemaläggning", "Pågår", "ja", null, 202304, 200, 270, 270],
  ["2", "Lokaler", "Ej påbörjad", "nej", null, 202307, 50, 100, 100],
  ["3", "Del av 1", "Pågår", "ja", "1", 202304, 80, 100, 100],
  ["4", "Upphandling", "Avbruten", "ja", null, 202301, 30, 30, 30],
  ["5", "Översyn", "Pågår", "ja", null, null, "-", null, null],
];

let file: OpenFile;
afterEach(() => file?.close());
const open = async (workbook: Workbook = workbookWithTable(headers, rows, "Atgarder", "Åtgärder tkr")) =>
  (file = await openWorkbook(workbook));
const sheet = () => file.workbook.sheet("Åtgärder tkr")!;
const read = async () => (await readMeasures()) as MeasureRegister;
const line = (row: number) => headers.map((_, column) => sheet().value(row, column));

describe("the register", () => {
  test("is read where it stands, with what counts and what stands outside the sum", async () => {
    await open();
    const register = await read();
    expect(register).toMatchObject({ sheet: "Åtgärder tkr", table: "Atgarder", unit: "tkr", refused: [] });
    expect(register.measures.map(({ outside }) => outside)).toEqual([
      null,
      "ejForankrad",
      "ingarI",
      "avbruten",
      null,
    ]);
    expect(effectYears(register)).toEqual([2023, 2024]);
    expect(effectSums(register, 2023)).toEqual({ counted: 200, notAgreed: 50, uncalculated: 1 });
    expect(effectSums(register, 2024)).toEqual({ counted: 270, notAgreed: 100, uncalculated: 1 });
    const status = register.columns.find(({ field }) => field === "status")!;
    expect(status.choices).toEqual(["Ej påbörjad", "Pågår", "Klar", "Avbruten"]);
  });

  test("a workbook without one says so; two that could be it are asked about", async () => {
    await open(new Workbook());
    expect(await readMeasures()).toBeNull();
    file.close();
    const workbook = workbookWithTable(headers, rows, "Atgarder", "Åtgärder tkr");
    addTable(workbook, headers, rows, "Atgarder2", "Åtgärder gamla tkr");
    await open(workbook);
    await expect(readMeasures()).rejects.toMatchObject({ code: "fleraKallor" });
  });
});

describe("a year's effect from the yearly one and the start", () => {
  test.each([
    [270, 202304, 2023, false, 202.5],
    [270, 202304, 2024, false, 270],
    [270, 202304, 2022, false, 0],
    [300, 202310, 2023, true, 300],
    [300, 202310, 2024, true, 0],
    [300, 202313, 2023, false, null],
    [null, 202304, 2023, false, null],
  ])("%p from %p in %p, once only %p → %p", (whole, start, year, once, expected) => {
    expect(proposedEffect(whole, start, year, once)).toBe(expected);
  });
});

describe("adding a measure", () => {
  const values = { id: "6", atgard: "=Ny åtgärd", status: "Pågår", forankrad: "ja", "effekt:2023": 120 };

  test("it stands below the last, in the table, as text where it looks like a formula; and is taken away again", async () => {
    await open();
    const { cell, undo } = await addMeasure(values);
    expect(cell).toBe("A7");
    expect(line(6)).toEqual(["6", "=Ny åtgärd", "Pågår", "ja", null, null, 120, null, null]);
    expect(sheet().formula(6, 1)).toBeFalsy();
    expect(sheet().tables[0].area.rowCount).toBe(7);
    expect(effectSums(await read(), 2023).counted).toBe(320);
    await undo();
    expect(sheet().tables[0].area.rowCount).toBe(6);
    expect((await read()).measures).toHaveLength(5);
  });

  test("notes below the table and its totals row are pushed down, never written over", async () => {
    await open();
    sheet().setValue(6, 0, "Anteckning");
    await addMeasure(values);
    expect(sheet().value(6, 0)).toBe("6");
    expect(sheet().value(7, 0)).toBe("Anteckning");
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("Atgarder").showTotals = true;
      await context.sync();
    });
    await addMeasure({ ...values, id: "7" });
    expect(sheet().tables[0].area.rowCount).toBe(9);
    expect((await read()).measures.map(({ cells }) => String(cells.id.value))).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
    ]);
  });

  test("one with no more than a name stands in the list, outside the sum until it is agreed on", async () => {
    await open();
    await addMeasure({ atgard: "Samordna natten" });
    const register = await read();
    const added = register.measures.find(({ cells }) => cells.atgard.value === "Samordna natten");
    expect(added?.outside).toBe("ejForankrad");
  });

  test("in a plain range it goes on the blank row below, and a taken row is told", async () => {
    const workbook = new Workbook();
    const plain = workbook.addSheet("Åtgärder tkr");
    [headers, ...rows].forEach((row, r) => row.forEach((value, c) => plain.setValue(r, c, value)));
    await open(workbook);
    const { undo } = await addMeasure(values);
    expect(line(6)[0]).toBe("6");
    await undo();
    expect(line(6)).toEqual(headers.map(() => null));
    plain.setValue(6, 3, "Summa");
    await expect(addMeasure(values)).rejects.toMatchObject({ code: "radenUpptagen" });
  });

  test("a colleague's new row stays: the next goes below it", async () => {
    await open();
    await read();
    await addMeasure({ ...values, id: "kollegans" });
    const { cell } = await addMeasure(values);
    expect(cell).toBe("A8");
    expect(line(6)[0]).toBe("kollegans");
  });

  test("a protected sheet and a register that is gone are told, and nothing is written", async () => {
    await open();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Åtgärder tkr").protection.protect();
      await context.sync();
    });
    await expect(addMeasure(values)).rejects.toMatchObject({ code: "bladSkyddat" });
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("Tomt");
      context.workbook.worksheets.getItem("Åtgärder tkr").delete();
      await context.sync();
    });
    await expect(addMeasure(values)).rejects.toMatchObject({ code: "registretBorta" });
  });
});

describe("changing a measure", () => {
  test("its cells are written and put back; a colleague's change in between stops it", async () => {
    await open();
    const { measures, columns, sheet: name } = await read();
    const column = columns.find(({ key }) => key === "effekt:2023")!.column;
    const edit = { row: measures[0].row, column, before: measures[0].cells["effekt:2023"], after: 150 };
    const undo = await editMeasure(name, [edit]);
    expect(sheet().value(1, column)).toBe(150);
    await undo();
    expect(sheet().value(1, column)).toBe(200);
    sheet().setValue(1, column, 175);
    await expect(editMeasure(name, [edit])).rejects.toMatchObject({ code: "cellenAndrad" });
    expect(sheet().value(1, column)).toBe(175);
  });
});

describe("the deficit to cover", () => {
  test("is the result report's variance for the year, in the register's unit, plus where money is missing", async () => {
    const workbook = workbookWithTable(
      ["Verksamhet", "Period", "Utfall", "Periodbudget"],
      ["Boende", "Fritid"].flatMap((name) =>
        Array.from({ length: 12 }, (_, month): CellValue[] => [
          name,
          202301 + month,
          month < 8 ? -110 : null,
          -100,
        ]),
      ),
    );
    await open(workbook);
    expect(await readDeficit("tkr")).toMatchObject({ year: 2023, period: "2023-12", forecast: false });
    const { prepareReports, writePrepared } = await import("../../src/actions/report");
    await writePrepared(await prepareReports(["resultat-verksamhet"], { period: "2023-08" }));
    const deficit = await readDeficit("mnkr");
    expect(deficit).toMatchObject({ period: "2023-08", forecast: true });
    expect(deficit.amount).toBeCloseTo(0.16, 9);
  });

  test("without a ledger it says what is missing", async () => {
    await open();
    await expect(readDeficit("tkr")).rejects.toMatchObject({ code: "ingenKalla" });
  });
});
