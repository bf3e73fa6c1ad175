import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { report, rowOf, takeTour } from "./tourSteps";
import { cellText, goTo, makeReport, openPage, startWorkbench, type Workbench } from "./workbench";

let workbench: Workbench;
const folder = mkdtempSync(join(tmpdir(), "namndkoll-tour-"));
beforeAll(async () => {
  workbench = await startWorkbench();
}, 60_000);
afterAll(async () => {
  await workbench.stop();
  rmSync(folder, { recursive: true });
});

test("the whole tour: sample → sources → report → own forecast → measures → update → audit → share → save → reopen", async () => {
  const { page, pane, errors } = await openPage(workbench);
  await takeTour(page, pane, folder);
  expect(errors).toEqual([]);
  await page.close();
}, 180_000);

test("a colleague's number between preview and writing stops it, and hers stays", async () => {
  const { page, pane } = await openPage(workbench);
  await makeReport(pane, "2023-08");
  await goTo(pane, "Prognos");
  await pane.getByRole("button", { name: /^Daglig verksamhet/ }).click();
  await pane.getByRole("textbox", { name: "Egen prognos" }).fill("-13 000");
  const row = await rowOf(page, "Daglig verksamhet");
  await cellText(page, `H${row}`);
  await page.keyboard.type("-9999");
  await page.keyboard.press("Enter");
  await pane.getByRole("button", { name: "Skriv i rapporten" }).click();
  await pane.getByText("har ändrats sedan den lästes").waitFor();
  expect(await cellText(page, `H${row}`)).toMatch(/^-9\s999$/);
  await page.close();
}, 90_000);

test("an empty workbook has something to say on every page, and a sample to try", async () => {
  const { page, pane } = await openPage(workbench);
  for (const name of ["Läs mig", "Ekonomi", "Effekter", "Inventarier", "Krav", "Närvaro", "Prislista"])
    expect(await page.getByRole("tab", { name, exact: true }).count()).toBe(1);
  const frame = page.frames().find((one) => one.url().includes("taskpane.html"))!;
  await frame.evaluate(() =>
    Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load("items/name");
      sheets.add("Tomt");
      await context.sync();
      for (const sheet of sheets.items) sheet.delete();
      await context.sync();
    }),
  );
  await goTo(pane, "Underlag");
  await pane.getByText("Inget underlag hittades").waitFor();
  await goTo(pane, "Prognos");
  await pane.getByText("Arbetsboken har inget underlag").waitFor();
  await goTo(pane, "Åtgärder");
  await pane.getByText("Arbetsboken har inget åtgärdsregister").waitFor();
  await goTo(pane, "Start");
  await pane.getByRole("button", { name: /^Prova med exempeldata/ }).click();
  await pane.getByText(/^Exempeldata står på bladet/).waitFor();
  await pane.getByRole("button", { name: /^Skapa Resultat per verksamhet/ }).waitFor();
  await page.close();
}, 90_000);

test("a report that was just created is taken away again", async () => {
  const { page, pane } = await openPage(workbench);
  await makeReport(pane, "2023-08");
  await pane.getByRole("button", { name: "Ångra" }).click();
  await pane.getByText(`Borttaget: ${report}.`).waitFor();
  expect(await page.getByRole("tab", { name: report }).count()).toBe(0);
  await page.close();
}, 60_000);
