import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { cellText, eventually, formulaText, goTo, makeReport, type } from "./workbench";

export const report = "Resultat per verksamhet";

/** Keeps a picture of each step, where BILDER names a folder (docs/rundtur). */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.BILDER;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.mouse.move(300, 500);
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/**
 * The three-minute tour on the sample workbook, from sources to a saved file that is opened again; `folder` takes the
 * file. Fails where a step doesn't show what it should.
 */
export async function takeTour(page: Page, pane: FrameLocator, folder: string): Promise<void> {
  await pane.getByText("Ekonomi: Ekonomi").waitFor();

  await picture(page, "1-start");

  await goTo(pane, "Underlag");
  await pane.getByText("648 rader lästa").waitFor();
  await pane.getByRole("heading", { name: "Ekonomi", exact: true }).scrollIntoViewIfNeeded();
  await picture(page, "2-underlag");

  await makeReport(pane, "2023-08");
  expect(await page.getByRole("tab", { name: report }).getAttribute("aria-selected")).toBe("true");
  await picture(page, "3-rapport");

  await goTo(pane, "Prognos");
  await pane.getByRole("button", { name: /^Daglig verksamhet/ }).click();
  await pane.getByRole("heading", { level: 1, name: "Daglig verksamhet" }).waitFor();
  await pane.getByRole("textbox", { name: "Egen prognos" }).fill("-13 000");
  await pane.getByText("Egen prognos: tomt → -13 000").waitFor();
  await picture(page, "4-prognos");
  await pane.getByRole("button", { name: "Skriv i rapporten" }).click();
  await pane.getByText(`1 cell är skriven på bladet ${report}.`).waitFor();
  const row = await rowOf(page, "Daglig verksamhet");
  expect(await cellText(page, `H${row}`)).toMatch(/^-13\s000$/);
  await eventually(async () => expect(await cellText(page, `I${row}`)).toMatch(/^-13\s000$/));

  await goTo(pane, "Åtgärder");
  await pane.getByRole("button", { name: "Lägg till åtgärd" }).click();
  await pane.getByRole("textbox", { name: "Åtgärd" }).fill("Samplanera turer");
  await pane.getByRole("textbox", { name: "Effekt 2023" }).fill("1,5 mnkr");
  await pane.getByLabel("Förankrad").selectOption("ja");
  await pane.getByRole("button", { name: "Skriv i registret" }).click();
  await pane.getByText("Åtgärden står på bladet Åtgärder").waitFor();
  await pane.getByRole("button", { name: /^Samplanera turer/ }).waitFor();
  expect(await pane.getByText("6 700", { exact: true }).count()).toBe(1);
  await pane.getByText("Kvar att finna").scrollIntoViewIfNeeded();
  await picture(page, "5-atgarder");

  const first = "Politik/Nämnd för funktionsh";
  const corrected = await rowOf(page, first, report);
  expect(await cellText(page, `B${corrected}`)).toMatch(/^-1\s034$/);
  await type(page, `L${corrected}`, "Rättat");
  await page.getByRole("tab", { name: "Ekonomi" }).click();
  expect([await cellText(page, "C5"), await cellText(page, "E5"), await cellText(page, "F5")]).toEqual([
    first,
    "202301",
    "-104",
  ]);
  await type(page, "F5", "-204");
  await makeReport(pane, "2023-08");
  expect(await cellText(page, `B${corrected}`)).toMatch(/^-1\s134$/);
  expect(await cellText(page, `L${corrected}`)).toBe("Rättat");
  expect(await cellText(page, `H${row}`)).toMatch(/^-13\s000$/);
  await picture(page, "6-uppdaterad");

  await goTo(pane, "Kontroll");
  await pane.getByText("Granskar arbetsboken …").waitFor({ state: "detached" });
  await pane
    .getByText(/^(\d+ anmärkning|Inga anmärkningar)/)
    .first()
    .waitFor();
  await pane.getByText("Inventarier!D6").click();
  await eventually(async () => {
    expect(await page.getByRole("tab", { selected: true }).textContent()).toBe("Inventarier");
    expect(await page.getByLabel("Namnruta").inputValue()).toBe("D6");
  });
  await picture(page, "7-kontroll");

  await goTo(pane, "Dela");
  await pane.getByText("10 celler har KOLL-formler.").waitFor();
  await pane.getByRole("button", { name: "Gör fristående …" }).click();
  await picture(page, "8-dela");
  await pane.getByRole("button", { name: "Gör fristående", exact: true }).click();
  await pane.getByText("Inga celler har KOLL-formler.").waitFor();
  await pane.getByText(/har sina originalformler i filen/).waitFor();

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
  await goTo(reopened, "Dela");
  await reopened.getByRole("button", { name: "Tina upp" }).click();
  await reopened.getByText("10 celler fick tillbaka sin formel.").waitFor();
  await picture(page, "9-oppnad-igen");
}

/** The sheet row of a label in column A, on the sheet that is shown or the one named. */
export async function rowOf(page: Page, label: string, sheet?: string): Promise<number> {
  if (sheet) await page.getByRole("tab", { name: sheet }).click();
  for (let row = 5; row < 40; row++) if ((await cellText(page, `A${row}`)) === label) return row;
  throw new Error(`No row ${label}`);
}
