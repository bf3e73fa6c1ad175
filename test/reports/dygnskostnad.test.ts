import { prepareReports, writePrepared } from "../../src/actions/report";
import type { CellValue } from "../../src/workbook/cell";
import { type OpenFile, openWorkbook, workbookWithTable } from "../helpers/openWorkbook";

let file: OpenFile;
afterEach(() => file.close());

async function make(headers: string[], rows: CellValue[][], period = "2023-02") {
  file = await openWorkbook(workbookWithTable(headers, rows, "Placeringar", "Placeringar tkr"));
  const [written] = await writePrepared(await prepareReports(["dygnskostnad"], { period }));
  expect(written.disagreeing).toEqual([]);
  const header = written.values.find(([label]) => label === "Insats")!;
  const cell = (label: string, caption: string) =>
    written.values.find(([name]) => name === label)![header.indexOf(caption)];
  return { written, header, cell };
}

const headers = ["Insats", "Period", "Dygn", "Kostnad (tkr)", "Budgetvolym", "Budgetpris (tkr)"];
const rows: CellValue[][] = [
  ["Institutionsvård", 202201, 100, 500, null, null],
  ["Institutionsvård", 202202, 100, 500, null, null],
  ["Institutionsvård", 202301, 100, 600, 90, 5.5],
  ["Institutionsvård", 202302, 300, 1500, 90, 5.5],
  ["Familjehem", 202201, 50, 100, null, null],
  ["Familjehem", 202202, 50, 100, null, null],
  ["Familjehem", 202301, 50, 100, 60, 2],
  ["Familjehem", 202302, 50, 110, 60, 2],
];

describe("dygnskostnad", () => {
  test("the price is weighted by the volume; unweighted is the mean of the months' own, and of the rows' in the sum", async () => {
    const { cell } = await make(headers, rows);
    expect(cell("Institutionsvård", "Kr per dygn 2022")).toBe(5000);
    expect(cell("Institutionsvård", "Kr per dygn 2023, vägt")).toBe(5250);
    expect(cell("Institutionsvård", "Kr per dygn 2023, ovägt")).toBeCloseTo((6000 + 5000) / 2, 9);
    expect(cell("Familjehem", "Kr per dygn 2023, ovägt")).toBeCloseTo(2100, 9);
    expect(cell("Summa", "Dygn jan–feb 2023")).toBe(500);
    expect(cell("Summa", "Kostnad jan–feb 2023")).toBe(2310);
    expect(cell("Summa", "Kr per dygn 2023, vägt")).toBe(4620);
    expect(cell("Summa", "Kr per dygn 2023, ovägt")).toBeCloseTo((5500 + 2100) / 2, 9);
  });

  test("the variance is volume at the planned price plus price, row by row", async () => {
    const { cell } = await make(headers, rows);
    const budget = 180 * 5.5;
    expect(cell("Institutionsvård", "Budget jan–feb")).toBeCloseTo(budget, 9);
    expect(cell("Institutionsvård", "Avvikelse")).toBeCloseTo(budget - 2100, 9);
    expect(cell("Institutionsvård", "varav volym")).toBeCloseTo((180 - 400) * 5.5, 9);
    expect(cell("Institutionsvård", "varav pris")).toBeCloseTo((5.5 - 5.25) * 400, 9);
    expect(cell("Summa", "Budget jan–feb")).toBeCloseTo(budget + 240, 9);
  });

  test("a row with the level of reimbursement is the chart's line, and no cost", async () => {
    const { cell, written } = await make(headers, [
      ...rows,
      ["Ersättningsnivå", 202301, 10, 30, null, null],
      ["Ersättningsnivå", 202302, 10, 30, null, null],
    ]);
    expect(cell("Institutionsvård", "Ersättning per dygn")).toBe(3000);
    expect(cell("Summa", "Kostnad jan–feb 2023")).toBe(2310);
    const [chart] = file.workbook.sheet(written.sheet)!.charts;
    expect(chart.title.text).toBe("Familjehem har blivit 5 % dyrare per dygn");
    expect(chart.series.map(({ name }) => name)).toEqual([
      "Kr per dygn 2022",
      "Kr per dygn 2023, vägt",
      "Ersättning per dygn",
    ]);
  });

  test("hours in place of days, no budget and no earlier year: only what the source has, and it is said", async () => {
    const { header, cell, written } = await make(
      ["Grupp", "Insats", "Period", "Utförda timmar", "Kostnad (tkr)"],
      [
        ["Norr", "Hemtjänst", 202301, 1000, 450],
        ["Söder", "Hemtjänst", 202301, 2000, 960],
        ["Söder", "Nattpatrull", 202302, 0, 20],
      ],
    );
    expect(header).not.toContain("Avvikelse");
    expect(cell("Hemtjänst, Norr", "Kr per utförd timme 2023, vägt")).toBe(450);
    expect(cell("Nattpatrull", "Kr per utförd timme 2023, vägt")).toBe("-");
    expect(cell("Nattpatrull", "Kr per utförd timme 2023, ovägt")).toBe("-");
    expect(cell("Summa Söder:", "Kostnad jan–feb 2023")).toBe(980);
    expect(written.values.flat()).toContain("Underlaget har inget föregående år att jämföra med.");
  });
});
