import { prepareReports, writePrepared } from "../../src/actions/report";
import { katalog } from "../../src/reports/katalog";
import { openWorkbook } from "../../src/workbench/cli/workbookFile";
import { readWorkbook, writeWorkbook } from "../../src/workbench/xlsx";
import { type CellValue, isCellError } from "../../src/workbook/cell";
import { parseArea } from "../../src/workbook/address";
import { recalculatedByLibreOffice } from "../helpers/libreOffice";
import { openSample, workbookWithTable } from "../helpers/openWorkbook";

/** LibreOffice's sums may differ in the last binary digits; it saves an empty text as an empty cell. */
const same = (ours: CellValue, theirs: CellValue) =>
  typeof ours === "number" && typeof theirs === "number"
    ? Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours))
    : (isCellError(ours) ? ours.fel : (ours ?? "")) === (isCellError(theirs) ? theirs.fel : (theirs ?? ""));

/** Every cell of every report, as we calculated it and as LibreOffice did from the saved file. */
async function differences(file: Awaited<ReturnType<typeof openSample>>, ids: string[], choices = {}) {
  try {
    const prepared = await prepareReports(ids, { ...choices, onlyPossible: true });
    const written = await writePrepared(prepared);
    const theirs = await readWorkbook(recalculatedByLibreOffice(await writeWorkbook(file.workbook)));
    const found: { cell: string; ours: CellValue; theirs: CellValue }[] = [];
    let formulas = 0;
    for (const report of written) {
      const { row, column } = parseArea(report.address)!;
      const sheet = theirs.sheet(report.sheet)!;
      report.values.forEach((line, r) =>
        line.forEach((ours, c) => {
          if (report.formulas[r][c] !== null) formulas++;
          const value = sheet.value(row + r, column + c);
          if (!same(ours, value))
            found.push({ cell: `${report.sheet}!${row + r + 1}:${column + c + 1}`, ours, theirs: value });
        }),
      );
    }
    return { found, formulas, sheets: written.map(({ sheet }) => sheet) };
  } finally {
    file.close();
  }
}

test.each([
  ["at year end, in mnkr", { profil: "orebro" }],
  ["in August, in the source's own unit", { period: "2023-08" }],
])(
  "every report of the catalogue, made from the sample workbook %s, is recalculated to the same by LibreOffice (reports.md: calculated twice)",
  async (_, choices) => {
    const { found, formulas, sheets } = await differences(
      await openSample(),
      katalog.map(({ id }) => id),
      choices,
    );
    expect(found).toEqual([]);
    expect(sheets).toEqual(expect.arrayContaining(katalog.map(({ titel }) => titel.sv)));
    expect(formulas).toBeGreaterThan(500);
  },
  180_000,
);

test("names with wildcards, signs and quotes, and a name in two groups, add up the same in LibreOffice", async () => {
  const names = ["Boende", "BOENDE", "-Fritid", "=Stab", "B*", "Bo?nde", '"Citat"', "<5", "~x", "O'B"];
  const rows = ["Egen regi", "Köp"].flatMap((grupp, g) =>
    names.map((name, i): CellValue[] => [grupp, name, 202301 + (i % 3), -(2 ** (i + 10 * g)), -1 - i]),
  );
  const book = workbookWithTable(["Grupp", "Verksamhet", "Period", "Utfall", "Periodbudget"], rows);
  const { found, formulas } = await differences(await openWorkbook(book), ["resultat-verksamhet"]);
  expect(found).toEqual([]);
  expect(formulas).toBeGreaterThan(40);
}, 120_000);
