import { mkdirSync } from "node:fs";
import { cellText, formulaText, goTo, openPage, startWorkbench, type Workbench } from "./workbench";

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
}, 60_000);
afterAll(() => workbench.stop());

const sheet = (name: string) => ({ name, exact: true });

test("a reader's view, freeze, undo, freeze and thaw: every step is previewed, told and taken back", async () => {
  const { page, pane, errors } = await openPage(workbench);
  await goTo(pane, "Dela");
  await pane.getByText("10 celler har KOLL-formler.").waitFor();
  await pane.getByText("Inget känsligt hittades.").waitFor();
  await page.getByRole("tab", sheet("Funktioner")).click();
  await cellText(page, "B5");
  const before = await formulaText(page);
  expect(before).toContain("KOLL.FORBRUKNING");
  await pane.getByRole("button", { name: "Frys …" }).click();
  await pane.getByText("blir värdet").first().waitFor();
  await shot(page, "frys");
  await pane.getByRole("button", { name: "Frys", exact: true }).click();
  await pane.getByText("10 celler fick sina värden i stället för formler.").waitFor();
  await pane.getByText("Inga celler har KOLL-formler.").waitFor();
  await cellText(page, "B5");
  expect(await formulaText(page)).not.toContain("KOLL");
  await pane.getByRole("button", { name: "Ångra" }).click();
  await pane.getByText("Ändringen är återtagen.").waitFor();
  await cellText(page, "B5");
  expect(await formulaText(page)).toBe(before);
  await pane.getByRole("button", { name: "Frys …" }).click();
  await pane.getByRole("button", { name: "Frys", exact: true }).click();
  await pane.getByText("10 celler har sina originalformler i filen.").waitFor();
  await shot(page, "fryst");
  await pane.getByRole("button", { name: "Tina upp" }).click();
  await pane.getByText("10 celler fick tillbaka sin formel.").waitFor();
  await cellText(page, "B5");
  expect(await formulaText(page)).toBe(before);
  expect(errors).toEqual([]);
  await page.close();
}, 90_000);

test("free-standing by Excel's own formulas; the line for readers; the log; a hidden sheet is told and shown", async () => {
  const { page, pane, errors } = await openPage(workbench);
  await goTo(pane, "Dela");
  await pane.getByRole("button", { name: "Skriv läsarrad" }).click();
  await pane.getByText("Läsarraden står på 1 blad.").waitFor();
  await pane.getByRole("button", { name: "Börja logga" }).click();
  await pane.getByRole("button", { name: "Sluta logga" }).waitFor();
  await pane.getByRole("button", { name: "Gör fristående …" }).click();
  await pane.getByLabel("Behåll originalen i filen").uncheck();
  await pane.getByText("Gör det i en kopia: Arkiv > Spara en kopia").waitFor();
  await shot(page, "fristaende");
  await pane.getByRole("button", { name: "Gör fristående", exact: true }).click();
  await pane.getByText(/celler fick Excels egna formler/).waitFor();
  await page.getByRole("tab", sheet("Nämndkoll logg")).waitFor();
  expect(await pane.getByText("Frysta formler").count()).toBe(0);
  expect(await pane.getByRole("button", { name: "Ångra" }).count()).toBe(0);
  await pane.getByRole("button", { name: "Ta bort läsarrad" }).click();
  await pane.getByText("Läsarraden är borttagen.").waitFor();
  expect(errors).toEqual([]);
  await page.close();
}, 90_000);

/** Kept for looking at, where SKARMBILDER names a folder. */
async function shot(page: Awaited<ReturnType<typeof openPage>>["page"], name: string): Promise<void> {
  const folder = process.env.SKARMBILDER;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/dela-${name}.png` });
}
