import { prepareReports, writePrepared } from "../../src/actions/report";
import type { CellValue } from "../../src/workbook/cell";
import { Workbook } from "../../src/workbench/model/workbook";
import { addTable, type OpenFile, openWorkbook } from "../helpers/openWorkbook";

let file: OpenFile;
afterEach(() => file.close());

async function open(headers: string[], rows: CellValue[][], more: (workbook: Workbook) => void = () => {}) {
  const workbook = new Workbook();
  addTable(workbook, headers, rows, "Ekonomi", "Ekonomi tkr");
  more(workbook);
  file = await openWorkbook(workbook);
}

const make = async (ids: string[]) => writePrepared(await prepareReports(ids, { period: "2023-08" }));

const effects = (workbook: Workbook) =>
  addTable(
    workbook,
    ["Benämning", "Verksamhet", "Mått", "Strukturell", "Belopp"],
    [
      ["volym", "Hemvård", "avvikelse", "ja", -120],
      ["covid", "Nedlagd", "avvikelse", "nej", -5],
    ],
    "Effekter",
    "Effekter tkr",
  );

describe("a source that lacks something (issue: bad input)", () => {
  test("budget without outcome: every report of outcomes says that it is the outcome that is missing", async () => {
    await open(["Verksamhet", "Kontogrupp", "Budget"], [["Hemvård", "Personalkostnader", -1500]]);
    for (const id of ["resultat-verksamhet", "kontogrupp-ar", "driftredovisning", "rs-kod"])
      await expect(make([id])).rejects.toThrow(/saknar .*utfall/);
    expect(file.workbook.sheets.map(({ name }) => name)).toEqual(["Ekonomi tkr"]);
  });

  test("outcome without budget: what compares says that the budget is missing, and no variance is made of the outcome alone", async () => {
    await open(["Verksamhet", "Kontogrupp", "Utfall"], [["Hemvård", "Personalkostnader", -1000]]);
    await expect(make(["programomrade"])).rejects.toThrow(/saknar .*budget/);
    const [written] = await make(["driftredovisning"]);
    expect(written.disagreeing).toEqual([]);
    expect(written.values[3].filter((caption) => /Budget|Avvikelse|Prognos/.test(String(caption)))).toEqual(
      [],
    );
    expect(written.values.find(([label]) => label === "Summa")).toEqual(["Summa", -1000]);
  });

  test("a service with effects that the ledger does not have: it has a row, and a line on the report and in the reconciliation names it", async () => {
    await open(
      ["Verksamhet", "Kontogrupp", "Utfall", "Budget", "Prognos"],
      [["Hemvård", "Personalkostnader", -1000, -1500, -1700]],
      effects,
    );
    const written = await make(["effekter-exkl", "avstamning"]);
    expect(written.flatMap(({ disagreeing }) => disagreeing)).toEqual([]);
    const { values } = written.find(({ report }) => report === "effekter-exkl")!;
    const said = "Effekter på verksamheter som saknas i ekonomiunderlaget: Nedlagd.";
    expect(values.map(([label]) => label)).toContain("Nedlagd");
    expect(values.flat()).toContain(said);
    const reconciliation = written.find(({ report }) => report === "avstamning")!.values;
    expect(reconciliation.flat()).toContain(`Resultat exkl. effekter: ${said}`);
  });

  test("text where amounts should be stops only its row, which is named, and what was read is added", async () => {
    await open(
      ["Verksamhet", "Kontogrupp", "Utfall", "Budget"],
      [
        ["Hemvård", "Personalkostnader", -1000, -1500],
        ["Boende", "Personalkostnader", "vet ej", -800],
      ],
    );
    const prepared = await prepareReports(["driftredovisning"], { period: "2023-08" });
    expect(prepared.sources.flatMap(({ refused }) => refused.map(({ cell, text }) => [cell, text]))).toEqual([
      ["C3", "vet ej"],
    ]);
    const written = await writePrepared(prepared);
    expect(written.flatMap(({ disagreeing }) => disagreeing)).toEqual([]);
    const { values } = written.find(({ report }) => report === "driftredovisning")!;
    expect(values.find(([label]) => label === "Summa")![1]).toBe(-1000);
  });
});
