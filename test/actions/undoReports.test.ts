import { prepareReports, writePrepared } from "../../src/actions/report";
import { undoCreated } from "../../src/actions/undoReports";
import type { CellValue } from "../../src/workbook/cell";
import { type OpenFile, openWorkbook, workbookWithTable } from "../helpers/openWorkbook";

const rows = ["Boende", "Fritid"].flatMap((verksamhet) =>
  Array.from({ length: 8 }, (_, month): CellValue[] => [
    verksamhet,
    "Personalkostnader",
    202301 + month,
    -110,
    -100,
  ]),
);

let file: OpenFile;
beforeEach(async () => {
  file = await openWorkbook(
    workbookWithTable(["Verksamhet", "Kontogrupp", "Period", "Utfall", "Periodbudget"], rows),
  );
});
afterEach(() => file.close());
const sheets = () => file.workbook.sheets.map(({ name }) => name);

describe("several reports at once", () => {
  test("each is told as it is written, and all are taken away again", async () => {
    const prepared = await prepareReports(["delarsrapport"]);
    const told: number[] = [];
    const written = await writePrepared(prepared, undefined, {
      onWritten: (done) => told.push(done),
      cancelled: () => false,
    });
    expect(written.length).toBeGreaterThan(4);
    expect(told).toEqual(written.map((_, index) => index + 1));
    expect(sheets()).toHaveLength(1 + written.length);
    expect(written.flatMap(({ disagreeing }) => disagreeing)).toEqual([]);
    const removed = await undoCreated(written);
    expect(removed).toHaveLength(written.length);
    expect(sheets()).toEqual(["Ekonomi tkr"]);
    // And they can be made anew.
    await writePrepared(await prepareReports(["resultat-verksamhet"]));
    expect(sheets()).toContain("Resultat per verksamhet");
  });

  test("cancelled after the second, the rest is not written", async () => {
    const prepared = await prepareReports(["delarsrapport"]);
    let done = 0;
    const written = await writePrepared(prepared, undefined, {
      onWritten: () => done++,
      cancelled: () => done === 2,
    });
    expect(written).toHaveLength(2);
    await undoCreated(written);
    expect(sheets()).toEqual(["Ekonomi tkr"]);
  });
});

describe("taking a created sheet away", () => {
  test("is refused where somebody has written on it, and nothing is lost", async () => {
    const written = await writePrepared(await prepareReports(["resultat-verksamhet"]));
    file.workbook.sheet("Resultat per verksamhet")!.setValue(40, 0, "min anteckning");
    await expect(undoCreated(written)).rejects.toMatchObject({ code: "bladetAndrat" });
    expect(sheets()).toContain("Resultat per verksamhet");
  });

  test("leaves a report that was made again where it is", async () => {
    await writePrepared(await prepareReports(["resultat-verksamhet"]));
    const again = await writePrepared(await prepareReports(["resultat-verksamhet"]));
    expect(await undoCreated(again)).toEqual([]);
    expect(sheets()).toContain("Resultat per verksamhet");
  });
});
