import {
  cellText,
  eventually,
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

test("a ribbon button shows its page, also when the pane was closed; the place survives a reload", async () => {
  const { page, pane } = await openPage(workbench);
  await page.getByRole("button", { name: "Stäng panelen" }).click();
  expect(await page.locator("iframe").isVisible()).toBe(false);
  await page.getByRole("button", { name: "Resultat per verksamhet" }).click();
  await pane.getByRole("heading", { level: 1, name: "Resultat per verksamhet" }).waitFor();
  expect(await page.locator("iframe").isVisible()).toBe(true);
  await page.getByRole("button", { name: "Kontrollera" }).click();
  await pane.getByRole("heading", { level: 1, name: "Kontroll" }).waitFor();
  await paneFrame(page).evaluate(() => location.reload());
  await pane.getByRole("heading", { level: 1, name: "Kontroll" }).waitFor();
  await page.close();
}, 60_000);

test("a workbook that never answers is told after ten seconds, given up after thirty, and can be tried again", async () => {
  const { page, pane } = await openPage(workbench);
  const bridge = (answer: boolean) =>
    paneFrame(page).evaluate((on) => {
      const line = (
        window as unknown as {
          _richApiNativeBridge: { sendMessageToHost(text: string): void; kept?: unknown };
        }
      )._richApiNativeBridge;
      line.kept ??= line.sendMessageToHost;
      line.sendMessageToHost = on ? (line.kept as typeof line.sendMessageToHost) : () => undefined;
    }, answer);
  await bridge(false);
  await goTo(pane, "Rapporter");
  await pane.getByText("Excel svarar långsamt").waitFor({ timeout: 12_000 });
  await pane.getByText("Excel svarade inte i tid").waitFor({ timeout: 25_000 });
  await bridge(true);
  await pane.getByRole("button", { name: "Försök igen" }).click();
  await pane.getByRole("button", { name: /Resultat per verksamhet/ }).waitFor();
  await page.close();
}, 90_000);

test("an Excel that is too old is told which version is needed", async () => {
  const { page, pane } = await openPage(workbench);
  await page.route("**/frameOffice.js", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: `${await answer.text()};Office.context.requirements = { isSetSupported: (set) => set !== "ExcelApi" };`,
    });
  });
  await paneFrame(page).evaluate(() => location.reload());
  await pane.getByRole("heading", { name: "Excel behöver uppdateras" }).waitFor();
  expect(await pane.getByText("ExcelApi 1.13").count()).toBe(1);
  expect(await pane.getByRole("navigation").count()).toBe(0);
  await page.close();
}, 60_000);

test("an inserted function stands in the cell with its result, and is taken back", async () => {
  const { page, pane } = await openPage(workbench);
  await page.getByRole("button", { name: "Nytt blad" }).click();
  await cellText(page, "C3");
  await goTo(pane, "Funktioner");
  await pane.getByLabel("Sök funktion").fill("utfall budget avvikelse");
  await pane.getByRole("button", { name: /^AVVIKELSE / }).click();
  await pane.getByRole("textbox", { name: /^utfall/ }).fill("-34,4");
  await pane.getByRole("textbox", { name: /^budget/ }).fill("-4,7");
  expect(await pane.getByLabel("Formel").textContent()).toBe('=KOLL.AVVIKELSE(-34,4;-4,7;"netto")');
  await pane.getByRole("button", { name: "Infoga", exact: true }).click();
  await pane.getByText("C3 visar -29,7.").waitFor();
  expect(await cellText(page, "C3")).toBe("-29,7");
  await pane.getByRole("button", { name: "Ångra" }).click();
  await pane.getByText("C3 är som förut.").waitFor();
  expect(await cellText(page, "C3")).toBe("");
  await page.close();
}, 60_000);

test("a cell that a colleague fills between preview and insertion is not written over", async () => {
  const { page, pane } = await openPage(workbench);
  await page.getByRole("button", { name: "Nytt blad" }).click();
  await goTo(pane, "Funktioner");
  await pane.getByRole("button", { name: /^NETTO / }).click();
  await pane.getByText("Skrivs i").waitFor();
  await cellText(page, "A1");
  await page.keyboard.type("kollegans text");
  await page.keyboard.press("Enter");
  await pane.getByRole("textbox", { name: /^intäkt/ }).fill("1");
  await pane.getByRole("textbox", { name: /^kostnad/ }).fill("-3");
  await pane.getByRole("button", { name: "Infoga", exact: true }).click();
  await pane.getByText("har ändrats sedan den lästes").waitFor();
  expect(await cellText(page, "A1")).toBe("kollegans text");
  await page.close();
}, 60_000);

test("two people's panes work on one workbook: what one creates, the other sees", async () => {
  const { page } = await openPage(workbench);
  await page.getByRole("button", { name: "Två personer" }).click();
  const [mine, theirs] = [0, 1].map((index) => page.frameLocator(`iframe >> nth=${index}`));
  await theirs.getByRole("navigation").waitFor();
  await goTo(mine, "Rapporter");
  await mine.getByRole("button", { name: /Resultat per verksamhet/ }).click();
  await mine.getByRole("button", { name: "Skapa", exact: true }).click();
  await mine.getByText("är klart.").waitFor();
  await goTo(theirs, "Rapporter");
  await eventually(async () =>
    expect(await theirs.getByText("Finns på bladet Resultat per verksamhet").count()).toBe(1),
  );
  await page.close();
}, 60_000);

test("in English the pane and the ribbon are English, and nothing Swedish is left but the workbook's own words", async () => {
  const { page, pane } = await openPage(workbench);
  await page.getByRole("button", { name: "English" }).click();
  await pane.getByRole("heading", { name: "What is in this workbook" }).waitFor();
  expect(await page.getByRole("button", { name: "All reports" }).count()).toBe(1);
  for (const [name, heading] of [
    ["Sources", "Sources"],
    ["Reports", "Reports"],
    ["Forecast", "Forecast"],
    ["Measures", "Measures"],
    ["Checks", "Checks"],
    ["Functions", "Functions"],
    ["Settings", "Settings"],
  ]) {
    await goTo(pane, name);
    await pane.getByRole("heading", { level: 1, name: heading }).waitFor();
  }
  await page.close();
}, 60_000);

test("a file that is no workbook is refused with a message, and the open workbook stays", async () => {
  const { page } = await openPage(workbench);
  await page.locator("input[type=file]").setInputFiles({
    name: "anteckningar.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("ingen arbetsbok"),
  });
  await page.getByRole("alert").getByText("Filen kunde inte öppnas").waitFor();
  expect(await page.getByRole("tab", { name: "Ekonomi" }).count()).toBe(1);
  await page.close();
}, 60_000);

test("the profile chosen in Settings is saved in the workbook and is the one reports begin with", async () => {
  const { page, pane } = await openPage(workbench);
  await goTo(pane, "Inställningar");
  await pane.getByLabel("Profil", { exact: true }).selectOption("orebro");
  await pane.getByText("Sparat i arbetsboken.").waitFor();
  await goTo(pane, "Rapporter");
  await pane.getByRole("button", { name: /^Resultat per verksamhet/ }).click();
  expect(await pane.getByLabel("Profil").inputValue()).toBe("orebro");
  await page.close();
}, 60_000);

test("the level of the operating accounts is chosen on the report's page and is kept in the workbook", async () => {
  const { page, pane } = await openPage(workbench);
  const openReport = async () => {
    await goTo(pane, "Rapporter");
    await pane.getByRole("button", { name: /^Driftredovisning/ }).click();
    await pane.getByRole("heading", { name: "Förhandsgranskning" }).waitFor();
  };
  await openReport();
  await pane.getByLabel("Nivå").selectOption("3 positioner av koden");
  await pane.getByText("Räknar på underlaget …").waitFor({ state: "detached" });
  await pane.getByRole("button", { name: "Skapa", exact: true }).click();
  await pane.getByText("Bladet Driftredovisning är klart.").waitFor();
  await goTo(pane, "Start");
  await openReport();
  expect(await pane.getByLabel("Nivå").inputValue()).toBe("3");
  await goTo(pane, "Rapporter");
  await pane.getByRole("button", { name: /^Resultat per verksamhet/ }).click();
  await pane.getByRole("heading", { name: "Förhandsgranskning" }).waitFor();
  expect(await pane.getByLabel("Nivå").count()).toBe(0);
  await page.close();
}, 60_000);

test("under a profile where deviations are typed, the page Prognos writes one and the sheet has the forecast it leads to", async () => {
  const { page, pane } = await openPage(workbench);
  await goTo(pane, "Inställningar");
  await pane.getByLabel("Profil", { exact: true }).selectOption("askersund");
  await pane.getByText("Sparat i arbetsboken.").waitFor();
  await makeReport(pane, "2023-08");
  await goTo(pane, "Prognos");
  await pane.getByRole("button", { name: /^LSS Fritid/ }).click();
  expect(await pane.getByLabel("Ange som").inputValue()).toBe("deviation");
  await pane.getByLabel("Avvikelse", { exact: true }).fill("-316");
  await pane.getByText(/Egen avvikelse: tomt → -316/).waitFor();
  await pane.getByText(/^Prognos -33\s000, avvikelse -316$/).waitFor();
  await pane.getByRole("button", { name: "Skriv i rapporten" }).click();
  await pane.getByText(/1 cell är skriven/).waitFor();
  await eventually(async () => expect(await cellText(page, "I13")).toMatch(/^-33\s000$/));
  expect(await cellText(page, "H13")).toBe("-316");
  await page.close();
}, 60_000);

test("a profile of her own is made from the followed one in Settings, chosen, and written with", async () => {
  const { page, pane, errors } = await openPage(workbench);
  await goTo(pane, "Inställningar");
  await pane.getByText("Ändra enhet, tecken och mer").click();
  await pane.getByLabel("Profilens namn").fill("Vår nämnd");
  await pane.getByLabel("Enhet").selectOption("mnkr");
  await pane.getByLabel("Decimaler").selectOption("2");
  await pane.getByRole("button", { name: "Spara egen profil" }).click();
  await pane.getByText("Den egna profilen är sparad och vald.").waitFor();
  expect(await pane.getByLabel("Profil", { exact: true }).inputValue()).toBe("egen");
  await makeReport(pane, "2023-08");
  const subtitle = await paneFrame(page).evaluate(() =>
    Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("Resultat per verksamhet").getRange("A2");
      cell.load("values");
      await context.sync();
      return String(cell.values[0][0]);
    }),
  );
  expect(subtitle).toMatch(/mnkr$/);
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);
