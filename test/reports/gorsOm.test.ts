import { prepareReports, writePrepared } from "../../src/actions/report";
import { katalog } from "../../src/reports/katalog";
import type { CellValue } from "../../src/workbook/cell";
import { Workbook } from "../../src/workbench/model/workbook";
import { addTable, type OpenFile, openWorkbook } from "../helpers/openWorkbook";

const headers = ["Nämnd", "Verksamhet", "Kontogrupp", "Utfall", "Budget", "Prognos", "Föregående prognos"];
const ledger: CellValue[][] = [
  ["Vårdnämnden", "Hemvård", "Intäkter", 200, 300, 310, 300],
  ["Vårdnämnden", "Hemvård", "Personalkostnader", -1000, -1500, -1700, -1600],
  ["Socialnämnden", "Boende", "Personalkostnader", -500, -800, -790, -800],
];

let file: OpenFile;
beforeEach(async () => {
  const workbook = new Workbook();
  addTable(workbook, headers, ledger, "Ekonomi", "Ekonomi tkr");
  addTable(
    workbook,
    ["Benämning", "Verksamhet", "Mått", "Strukturell", "Belopp"],
    [["volym", "Hemvård", "avvikelse", "ja", -120]],
    "Effekter",
    "Effekter tkr",
  );
  addTable(
    workbook,
    ["Enhet", "Prognos", "Budget", "Ingående ackumulerat resultat", "Nya överskott"],
    [
      ["Ekeby", -1180, -1200, 300, 20],
      ["Rosta", -900, -850, 150, null],
    ],
    "Intraprenader",
    "Enheterna tkr",
  );
  addTable(
    workbook,
    ["Insats", "Period", "Dygn", "Kostnad"],
    [
      ["Institutionsvård", 202307, 210, 1260],
      ["Institutionsvård", 202308, 205, 1250],
      ["Familjehem", 202308, 150, 450],
    ],
    "Placeringar",
    "Placeringar tkr",
  );
  workbook.addSheet("Egna formler");
  file = await openWorkbook(workbook);
});
afterEach(() => file.close());

async function make(id: string) {
  const written = await writePrepared(await prepareReports([id], { period: "2023-08" }));
  expect(written.flatMap(({ disagreeing }) => disagreeing)).toEqual([]);
  return written.find(({ report }) => report === id)!;
}

describe("a report made again (spec/reports.md: Generated again in place)", () => {
  test.each([
    ["prognosjamforelse", "Hemvård", "Boende", ["Ekonomi tkr", 3, 1]],
    ["procentuell-avvikelse", "Hemvård", "Boende", ["Ekonomi tkr", 3, 1]],
    ["effekter-exkl", "Hemvård", "Boende", ["Ekonomi tkr", 3, 1]],
    ["avvikelseforklaring", "Hemvård", "Boende", ["Ekonomi tkr", 3, 1]],
    ["programomrade", "Vårdnämnden", "Socialnämnden", ["Ekonomi tkr", 3, 0]],
    ["intraprenader", "Ekeby", "Rosta", ["Enheterna tkr", 2, 0]],
    ["volymer", "Institutionsvård", "Familjehem", ["Placeringar tkr", 3, 0]],
  ] as const)(
    "%s keeps her column, its name and place, and outside formulas, when rows go and come",
    async (id, stays, goes, [source, row, column]) => {
      const first = await make(id);
      const at = first.values.findIndex(([label]) => label === stays);
      const figure = first.values[at].findIndex((value) => typeof value === "number");
      expect([at, figure].every((place) => place >= 0)).toBe(true);
      const width = first.values[0].length;
      await Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const sheet = worksheets.getItem(first.sheet);
        sheet.name = "Omdöpt";
        sheet.position = 0;
        sheet.getRangeByIndexes(at, width, 1, 1).values = [["hennes ord"]];
        sheet.getRangeByIndexes(0, 0, 1, 1).format.columnWidth = 222;
        const cell = sheet.getRangeByIndexes(at, figure, 1, 1);
        cell.load("address");
        await context.sync();
        worksheets.getItem("Egna formler").getRange("A1").formulas = [[`=${cell.address}`]];
        worksheets.getItem(source).getRangeByIndexes(row, column, 1, 1).values = [["Avlastning"]];
        await context.sync();
      });
      const again = await make(id);
      expect(again.sheet).toBe("Omdöpt");
      const labels = again.values.map(([label]) => label);
      expect(labels).toContain("Avlastning");
      expect(labels).not.toContain(goes);
      await Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const sheet = worksheets.getItem("Omdöpt");
        sheet.load("position");
        const now = labels.indexOf(stays);
        const word = sheet.getRangeByIndexes(now, width, 1, 1);
        const outside = worksheets.getItem("Egna formler").getRange("A1");
        const corner = sheet.getRange("A1");
        word.load("values");
        outside.load("values");
        corner.load("format/columnWidth");
        await context.sync();
        expect(word.values[0][0]).toBe("hennes ord");
        expect(outside.values[0][0]).toBe(again.values[now][figure]);
        expect(corner.format.columnWidth).toBeCloseTo(222, 0);
        expect(sheet.position).toBe(0);
      });
    },
  );

  test.each(["prognosjamforelse", "programomrade", "effekter-exkl", "intraprenader"])(
    "%s is refused on a sheet that is protected, with the sheet's name, and nothing is written",
    async (id) => {
      const { sheet } = await make(id);
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem(sheet).protection.protect();
        await context.sync();
      });
      await expect(make(id)).rejects.toThrow(`Bladet ”${sheet}” är skyddat`);
    },
  );

  test.each(["programomrade", "effekter-exkl", "intraprenader", "avvikelseforklaring"])(
    "%s does not take a sheet of its name that is not ours",
    async (id) => {
      const { titel } = katalog.find((rapport) => rapport.id === id)!;
      await Excel.run(async (context) => {
        context.workbook.worksheets.add(titel.sv);
        await context.sync();
      });
      await expect(make(id)).rejects.toThrow("inte gjort av Nämndkoll");
    },
  );
});
