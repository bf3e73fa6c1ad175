import { readFileSync } from "node:fs";
import { readWorkbook } from "../../src/workbench/xlsx";
import {
  cellText,
  eventually,
  formulaText,
  goTo,
  makeReport,
  openPage,
  paneFrame,
  startWorkbench,
  type Workbench,
} from "./workbench";

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
}, 60_000);
afterAll(() => workbench.stop());

const report = "Resultat per verksamhet";

test("sample → preview → create → the sheet appears with live formulas → save → the file holds it", async () => {
  const { page, pane, errors } = await openPage(workbench);
  await goTo(pane, "Rapporter");
  await pane.getByRole("button", { name: new RegExp(report) }).click();
  await pane.getByRole("region", { name: new RegExp(report) }).waitFor();
  expect(await page.getByRole("tab", { name: report }).count()).toBe(0);
  await pane.getByRole("button", { name: "Skapa", exact: true }).click();
  await pane.getByText(`Bladet ${report} är klart.`).waitFor();
  expect(await page.getByRole("tab", { name: report }).getAttribute("aria-selected")).toBe("true");

  expect(await cellText(page, "A1")).toContain(report);
  expect(await cellText(page, "B7")).toMatch(/^-?[\d\s]+(,\d)?$/);
  expect(await formulaText(page)).toMatch(/^=.*SUMIFS\(/);

  await pane.getByRole("button", { name: "Visa raderna bakom markerad siffra" }).click();
  await pane.getByText(/rad(er)? bakom B7 står på bladet Rader .* och ger samma summa\./).waitFor();
  expect(await cellText(page, "B5")).toMatch(/^0([,.]0+)?$/);
  await pane.getByRole("button", { name: "Tillbaka till rapporten" }).click();
  await eventually(async () =>
    expect(await page.getByRole("tab", { name: report }).getAttribute("aria-selected")).toBe("true"),
  );

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Spara" }).click();
  const saved = await readWorkbook(new Uint8Array(readFileSync(await (await download).path())));
  const sheet = saved.sheet(report);
  expect(sheet?.formula(6, 1)?.text).toMatch(/SUMIFS/);
  expect(typeof sheet?.value(6, 1)).toBe("number");
  expect(errors).toEqual([]);
  await page.close();
}, 120_000);

test("the forecast of a month is saved and stands as the former one in the next month's comparison", async () => {
  const { page, pane, errors } = await openPage(workbench);
  await makeReport(pane, "2023-04");
  await goTo(pane, "Prognos");
  await pane.getByRole("button", { name: "Spara prognosen" }).click();
  await pane.getByText(/^Prognosen till och med 2023-04 är sparad för \d+ rader\.$/).waitFor();
  await makeReport(pane, "2023-08", "Prognosjämförelse");
  const labels = await paneFrame(page).evaluate(() =>
    Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem("Prognosjämförelse").getUsedRange();
      used.load("values");
      await context.sync();
      return used.values.map(([label]) => String(label));
    }),
  );
  expect(labels.filter((label) => /till och med 2023-04, sparad \d{4}-/.test(label))).toHaveLength(1);
  expect(errors).toEqual([]);
  await page.close();
}, 120_000);

test("a cell edited in the grid → the client's event → its handler writes → the grid shows it", async () => {
  const { page, errors } = await openPage(workbench);
  await page.getByRole("button", { name: "Nytt blad" }).click();
  await paneFrame(page).evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.onChanged.add(async ({ address }) => {
        if (address !== "B2") return;
        await Excel.run(async (inner) => {
          const range = inner.workbook.worksheets.getActiveWorksheet().getRange("B2:B3");
          range.load("values");
          await inner.sync();
          range.getCell(1, 0).values = [[Number(range.values[0][0]) * 2]];
          await inner.sync();
        });
      });
      await context.sync();
    }),
  );
  await cellText(page, "B4");
  await page.keyboard.type("=SUM(B2:B3)");
  await page.keyboard.press("Enter");
  await cellText(page, "B2");
  await page.keyboard.type("12,5");
  await page.keyboard.press("Enter");
  await eventually(async () => expect(await cellText(page, "B3")).toBe("25"));
  expect(await cellText(page, "B2")).toBe("12,5");
  expect(await cellText(page, "B4")).toBe("37,5");
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);
