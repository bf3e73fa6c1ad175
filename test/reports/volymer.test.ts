import { prepareReports, writePrepared } from "../../src/actions/report";
import type { CellValue } from "../../src/workbook/cell";
import { type OpenFile, openWorkbook, workbookWithTable } from "../helpers/openWorkbook";

let file: OpenFile;
afterEach(() => file.close());

async function make(headers: string[], rows: CellValue[][], period = "2023-03") {
  file = await openWorkbook(workbookWithTable(headers, rows, "Volymer", "Volymer"));
  const [written, ...others] = await writePrepared(await prepareReports(["volymer"], { period }));
  expect(others).toEqual([]);
  expect(written.disagreeing).toEqual([]);
  const header = written.values.find(([label]) => label === "Insats")!;
  const cell = (label: string, caption: string) =>
    written.values.find(([name]) => name === label)![header.indexOf(caption)];
  return { written, header, cell };
}

const month = (index: number) => 202200 + 100 * Math.floor(index / 12) + (index % 12) + 1;
/** Fifteen months from January 2022. */
const series = (insats: string, first: number, step: number): CellValue[][] =>
  Array.from({ length: 15 }, (_, index) => [insats, month(index), first + step * index, first]);

describe("volymer", () => {
  test("stocks have a mean, the year so far beside last year and the budget, and a mean weighted by days", async () => {
    const { cell, header } = await make(
      ["Insats", "Period", "Antal brukare", "Budgetvolym"],
      [...series("Hemtjänst", 100, 1), ...series("Boende", 40, 0)],
    );
    expect(header.slice(0, 4)).toEqual(["Insats", "jan", "feb", "mars"]);
    expect([cell("Hemtjänst", "jan"), cell("Hemtjänst", "mars")]).toEqual([112, 114]);
    expect(cell("Hemtjänst", "Jan–mars 2023")).toBeCloseTo(113, 9);
    expect(cell("Hemtjänst", "Jan–mars 2022")).toBeCloseTo(101, 9);
    expect(cell("Hemtjänst", "Förändring")).toBeCloseTo(12 / 101, 9);
    expect(cell("Hemtjänst", "Budget jan–mars 2023")).toBeCloseTo(100, 9);
    expect(cell("Hemtjänst", "Avvikelse mot budget")).toBeCloseTo(13, 9);
    expect(cell("Hemtjänst", "Medel per månad")).toBeCloseTo(113, 9);
    expect(cell("Hemtjänst", "Medel, vägt efter dagar")).toBeCloseTo(
      (31 * 112 + 28 * 113 + 31 * 114) / 90,
      9,
    );
    expect(cell("Summa Antal:", "Jan–mars 2023")).toBeCloseTo(153, 9);
  });

  test("the rolling row is the mean of the twelve months up to each, and the chart's title says where it is heading", async () => {
    const { cell, written } = await make(
      ["Insats", "Period", "Dygn"],
      [...series("Institutionsvård", 100, 10).map((row) => row.slice(0, 3))],
    );
    // Feb 2022 – Jan 2023: 110 … 220.
    expect(cell("Rullande 12 månader, medel", "jan")).toBeCloseTo(165, 9);
    expect(cell("Rullande 12 månader, medel", "mars")).toBeCloseTo(185, 9);
    expect(cell("Institutionsvård", "Jan–mars 2023")).toBe(220 + 230 + 240);
    const [chart] = file.workbook.sheet(written.sheet)!.charts;
    expect(chart.title.text).toBe("Dygn: det rullande medlet har ökat 12,1 % sedan januari");
    expect(chart.series.map(({ name }) => name)).toEqual(["Institutionsvård", "Rullande 12 månader, medel"]);
  });

  test("the source's own word decides how a year is reckoned; unique persons are never added", async () => {
    const { cell, written } = await make(
      ["Insats", "Period", "Antal", "Summering"],
      [
        ...series("Placerade", 10, 1).map(([insats, period, antal]) => [insats, period, antal, "sista"]),
        ...series("Brukare", 50, 1).map(([insats, period, antal]) => [insats, period, antal, "Unik"]),
        ...series("Besökare", 50, 1).map(([insats, period, antal]) => [insats, period, antal, "unik"]),
      ],
    );
    expect(cell("Placerade", "Jan–mars 2023")).toBe(24);
    expect(cell("Brukare", "Jan–mars 2023")).toBe("-");
    expect(written.values.some(([label]) => label === "Summa Antal:")).toBe(false);
  });

  test("without earlier years there is no comparison and no rolling mean, and a month nobody has is 0", async () => {
    const { cell, header, written } = await make(
      ["Grupp", "Insats", "Period", "Timmar"],
      [
        ["Äldre", "Hemtjänst", 202301, 10],
        ["Äldre", "Hemtjänst", 202303, 20],
        ["Yngre", "Hemtjänst", 202301, 1],
      ],
    );
    expect(header).not.toContain("Jan–mars 2022");
    expect(cell("Äldre", "jan")).toBeNull();
    expect(cell("Hemtjänst", "feb")).toBe(0);
    expect(cell("Summa Timmar:", "Jan–mars 2023")).toBe(31);
    expect(written.values.some(([label]) => String(label).startsWith("Rullande"))).toBe(false);
  });
});
