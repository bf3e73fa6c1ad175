import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  cellText,
  eventually,
  formulaText,
  goTo,
  makeReport,
  openPage,
  startWorkbench,
  type Workbench,
} from "./workbench";

let workbench: Workbench;
const folder = mkdtempSync(join(tmpdir(), "namndkoll-tour-"));
beforeAll(async () => {
  workbench = await startWorkbench();
}, 60_000);
afterAll(async () => {
  await workbench.stop();
  rmSync(folder, { recursive: true });
});

const report = "Resultat per verksamhet";

test("the whole tour: sample → sources → report → own forecast → measures → update → audit → save → reopen", async () => {
  const { page, pane, errors } = await openPage(workbench);
  await pane.getByText("Ekonomi: Ekonomi").waitFor();

  await goTo(pane, "Underlag");
  await pane.getByText("648 rader lästa").waitFor();

  await makeReport(pane, "2023-08");
  expect(await page.getByRole("tab", { name: report }).getAttribute("aria-selected")).toBe("true");

  await goTo(pane, "Prognos");
  await pane.getByRole("button", { name: /^Daglig verksamhet/ }).click();
  await pane.getByRole("heading", { level: 1, name: "Daglig verksamhet" }).waitFor();
  await pane.getByRole("textbox", { name: "Egen prognos" }).fill("-13 000");
  await pane.getByText("Egen prognos: tomt → -13 000").waitFor();
  await pane.getByRole("button", { name: "Skriv i rapporten" }).click();
  await pane.getByText(`1 cell är skriven på bladet ${report}.`).waitFor();
  const row = await rowOf(page, "Daglig verksamhet");
  expect(await cellText(page, `H${row}`)).toMatch(/^-13\s000$/);
  await eventually(async () => expect(await cellText(page, `I${row}`)).toMatch(/^-13\s000$/));

  await goTo(pane, "Åtgärder");
  await pane.getByRole("button", { name: "Skapa åtgärdsregister" }).click();
  await pane.getByRole("button", { name: "Lägg till åtgärd" }).click();
  await pane.getByRole("textbox", { name: "Åtgärd" }).fill("Samplanera turer");
  await pane.getByRole("textbox", { name: "Effekt 2023" }).fill("1,5 mnkr");
  await pane.getByLabel("Förankrad").selectOption("ja");
  await pane.getByRole("button", { name: "Skriv i registret" }).click();
  await pane.getByText("Åtgärden står på bladet Åtgärder").waitFor();
  await pane.getByRole("button", { name: /^Samplanera turer/ }).waitFor();
  expect(await pane.getByText("1 700", { exact: true }).count()).toBe(1);

  await makeReport(pane, "2023-08");
  expect(await cellText(page, `H${row}`)).toMatch(/^-13\s000$/);

  await goTo(pane, "Kontroll");
  await pane.getByText("Granskar arbetsboken …").waitFor({ state: "detached" });
  await pane
    .getByText(/^(\d+ anmärkning|Inga anmärkningar)/)
    .first()
    .waitFor();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Spara" }).click();
  const file = join(folder, "bok.xlsx");
  await (await download).saveAs(file);
  await page.locator("input[type=file]").first().setInputFiles(file);
  await page.getByRole("tab", { name: "Åtgärder" }).waitFor();
  await page.getByRole("tab", { name: report }).click();
  expect(await cellText(page, `H${row}`)).toMatch(/^-13\s000$/);
  expect(await cellText(page, `I${row}`)).toMatch(/^-13\s000$/);
  expect(await formulaText(page)).toContain("ISNUMBER");
  const reopened = page.frameLocator("iframe");
  await reopened.getByRole("navigation").waitFor();
  await goTo(reopened, "Prognos");
  await reopened.getByRole("button", { name: /^Daglig verksamhet.*egen/ }).waitFor();
  expect(errors).toEqual([]);
  await page.close();
}, 180_000);

/** The sheet row of a label in column A. */
async function rowOf(page: Parameters<typeof cellText>[0], label: string): Promise<number> {
  for (let row = 5; row < 40; row++) if ((await cellText(page, `A${row}`)) === label) return row;
  throw new Error(`No row ${label}`);
}

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
