import type { FrameLocator, Page } from "playwright-core";
import { goTo, openPage, paneFrame, startWorkbench, type Workbench } from "./workbench";

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
}, 60_000);
afterAll(() => workbench.stop());

/** Lets Excel answer, keep silent, or fail, from now on. */
function excel(page: Page, how: "answers" | "is silent" | "fails"): Promise<void> {
  return paneFrame(page).evaluate((wanted) => {
    interface Bridge {
      sendMessageToHost(text: string): void;
      kept?: Bridge["sendMessageToHost"];
    }
    const line = (window as unknown as { _richApiNativeBridge: Bridge })._richApiNativeBridge;
    line.kept ??= line.sendMessageToHost;
    if (wanted === "answers") line.sendMessageToHost = line.kept;
    else
      line.sendMessageToHost = () => {
        if (wanted === "fails") throw new Error("no connection");
      };
  }, how);
}

async function emptied(page: Page): Promise<void> {
  await paneFrame(page).evaluate(() =>
    Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load("items/name");
      sheets.add("Tomt");
      await context.sync();
      for (const sheet of sheets.items) sheet.delete();
      await context.sync();
    }),
  );
}

/** What stands out of the pane to the right. */
const cutOff = (page: Page) =>
  paneFrame(page).evaluate(() =>
    [...document.querySelectorAll("main, main *")]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
      .filter((element) => !element.closest("[role=region]"))
      .map((element) => element.textContent?.slice(0, 40)),
  );

const languages = [
  {
    language: "Swedish",
    pages: ["Start", "Underlag", "Rapporter", "Prognos", "Åtgärder", "Kontroll", "Dela", "Inställningar"],
    working: /^(Läser|Granskar).* …$/,
    failed: "Något gick fel i Nämndkoll",
    again: "Försök igen",
    empty: {
      Start: "Inga tabeller som Nämndkoll känner igen.",
      Underlag: "Inget underlag hittades",
      Rapporter: "Underlag saknas",
      Prognos: "Arbetsboken har inget underlag",
      Åtgärder: "Arbetsboken har inget åtgärdsregister",
      Kontroll: "Inga anmärkningar",
      Dela: "Inga celler har KOLL-formler.",
    },
  },
  {
    language: "English",
    pages: ["Start", "Sources", "Reports", "Forecast", "Measures", "Checks", "Share", "Settings"],
    working: /^(Reading|Examining).* …$/,
    failed: "Something went wrong in Nämndkoll",
    again: "Try again",
    empty: {
      Start: "No tables that Nämndkoll recognises.",
      Sources: "No source was found",
      Reports: "Source missing",
      Forecast: "The workbook has no source",
      Measures: "The workbook has no register of measures",
      Checks: "No remarks",
      Share: "No cell has KOLL formulas.",
    },
  },
];

describe.each(languages)(
  "in $language, in a pane of 320 px",
  ({ language, pages, working, failed, again, empty }) => {
    async function open(): Promise<{ page: Page; pane: FrameLocator; errors: string[] }> {
      const { page, errors } = await openPage(workbench);
      if (language === "English") await page.getByRole("button", { name: "English" }).click();
      await page.evaluate(() => (document.querySelector<HTMLElement>(".pane")!.style.width = "320px"));
      const pane = page.frameLocator("iframe");
      await pane.getByRole("navigation").getByText(pages[2]).waitFor();
      return { page, pane, errors };
    }

    test("every page says that it works, and what to do when Excel fails; trying again shows it whole", async () => {
      const { page, pane, errors } = await open();
      for (const name of pages) {
        await excel(page, "is silent");
        await goTo(pane, name);
        await pane.getByText(working).first().waitFor();
        await goTo(pane, name === pages[0] ? pages[1] : pages[0]);
        await excel(page, "fails");
        await goTo(pane, name);
        await pane.getByText(failed).waitFor();
        expect({ name, cut: await cutOff(page) }).toEqual({ name, cut: [] });
        await excel(page, "answers");
        await pane.getByRole("button", { name: again }).click();
        await pane.getByText(failed).waitFor({ state: "detached" });
        await pane.getByText(working).first().waitFor({ state: "detached" });
        expect({ name, cut: await cutOff(page) }).toEqual({ name, cut: [] });
      }
      expect(errors).toEqual([]);
      await page.close();
    }, 60_000);

    test("every page has something to say of an empty workbook", async () => {
      const { page, pane, errors } = await open();
      await emptied(page);
      for (const [name, words] of Object.entries(empty)) {
        await goTo(pane, name);
        await pane.getByText(words).first().waitFor();
        expect({ name, cut: await cutOff(page) }).toEqual({ name, cut: [] });
      }
      expect(errors).toEqual([]);
      await page.close();
    }, 60_000);
  },
);

test("a report whose source is missing offers to create that source, and can then be made", async () => {
  const { page, pane, errors } = await openPage(workbench);
  await emptied(page);
  await goTo(pane, "Rapporter");
  await pane.getByRole("button", { name: /^Riktade statsbidrag/ }).click();
  await pane.getByRole("button", { name: "Skapa underlaget Statsbidrag" }).click();
  expect(await pane.getByLabel("Tomt underlag").inputValue()).toBe("statsbidrag");
  await pane.getByRole("button", { name: "Skapa", exact: true }).click();
  await pane.getByText(/^Bladet .* är klart, med en exempelrad/).waitFor();
  await goTo(pane, "Rapporter");
  await pane.getByRole("button", { name: /^Riktade statsbidrag/ }).click();
  await pane.getByRole("button", { name: "Skapa", exact: true }).waitFor();
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);

test("functions whose help can't be fetched are told of, and shown when it can", async () => {
  const { page, pane } = await openPage(workbench);
  await page.route("**/funktioner.sv.json*", (route) => route.abort());
  await goTo(pane, "Funktioner");
  const again = pane.getByRole("button", { name: "Försök igen" });
  await again.waitFor();
  await page.unroute("**/funktioner.sv.json*");
  await again.click();
  await pane.getByRole("button", { name: /^AVVIKELSE / }).waitFor();
  await page.close();
}, 60_000);

test("300 sheets with names as long as Excel allows, of which 20 hold sources, are shown at 320 px with nothing cut off", async () => {
  const { page, pane, errors } = await openPage(workbench);
  await page.evaluate(() => (document.querySelector<HTMLElement>(".pane")!.style.width = "320px"));
  await paneFrame(page).evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      for (let n = 1; n <= 285; n++) {
        const sheet = worksheets.add(`Verksamhetsuppföljning_del_${String(n).padStart(4, "0")}`);
        if (n % 15 > 0) continue;
        sheet.getRange("A1:C2").values = [
          ["Projekt", "Budget tkr", "Utfall tkr"],
          [`Om${"byggnad".repeat(34)}`, -10, 1234],
        ];
        sheet.tables.add("A1:C2", true).name = `Tabell_${n}`;
      }
      await context.sync();
    }),
  );
  for (const name of ["Start", "Underlag", "Rapporter", "Prognos", "Åtgärder", "Kontroll", "Dela"]) {
    await goTo(pane, name);
    await pane
      .getByText(/^(Läser|Granskar).* …$/)
      .first()
      .waitFor({ state: "detached" });
    expect({ name, cut: await cutOff(page) }).toEqual({ name, cut: [] });
  }
  await goTo(pane, "Underlag");
  expect(await pane.getByRole("article").count()).toBeGreaterThan(19);
  expect(errors).toEqual([]);
  await page.close();
}, 120_000);
