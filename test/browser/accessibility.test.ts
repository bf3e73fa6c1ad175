import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import { goTo, makeReport, openPage, paneFrame, startWorkbench, type, type Workbench } from "./workbench";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
}, 60_000);
afterAll(() => workbench.stop());

/** Violations of WCAG 2.2 A and AA and of axe's own good practice, a line each. */
async function violations(where: Page | Frame, forced: boolean): Promise<string[]> {
  await where.evaluate(axe);
  return where.evaluate(async (colorsAreForced) => {
    // A colour on its way to another is none of ours.
    const transitions = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
    const { axe: tool } = window as unknown as { axe: typeof import("axe-core") };
    const { violations: found } = await tool.run(document, {
      iframes: false,
      // The system's own colours are put in when the page is drawn; what axe can read are still ours.
      rules: { "color-contrast": { enabled: !colorsAreForced } },
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary}`),
    );
  }, forced);
}

const pages = [
  "Start",
  "Underlag",
  "Rapporter",
  "Prognos",
  "Åtgärder",
  "Kontroll",
  "Dela",
  "Funktioner",
  "Inställningar",
];
const looks = [
  { name: "light", dark: false, forcedColors: null },
  { name: "dark", dark: true, forcedColors: null },
  { name: "high contrast", dark: true, forcedColors: "active" as const },
  { name: "high contrast on white", dark: false, forcedColors: "active" as const },
];

describe.each(looks)("in $name", ({ dark, forcedColors }) => {
  const forced = forcedColors !== null;
  test("no page of the pane, nor the workbench around it, breaks an axe rule", async () => {
    const { page, pane } = await openPage(workbench, { forcedColors });
    if (dark) await page.getByRole("button", { name: "Mörkt tema" }).click();
    expect(await violations(page, forced)).toEqual([]);
    for (const name of pages) {
      await goTo(pane, name);
      await pane.getByRole("heading", { level: 1 }).waitFor();
      await pane.getByText("Läser …").waitFor({ state: "detached" });
      await pane.getByText("Granskar arbetsboken …").waitFor({ state: "detached" });
      expect({ name, found: await violations(paneFrame(page), forced) }).toEqual({ name, found: [] });
    }
    await goTo(pane, "Rapporter");
    await pane.getByRole("button", { name: /Resultat per verksamhet/ }).click();
    await pane.getByRole("button", { name: "Skapa", exact: true }).waitFor();
    expect(await violations(paneFrame(page), forced)).toEqual([]);
    const ekonomi = pane.getByRole("article").filter({ hasText: "Ekonomi!" });
    await goTo(pane, "Underlag");
    await ekonomi.getByText("Så tolkas kolumnerna").click();
    await ekonomi.getByRole("button", { name: "Ändra tolkningen" }).click();
    expect(await violations(paneFrame(page), forced)).toEqual([]);
    await makeReport(pane, "2023-08");
    await goTo(pane, "Prognos");
    await pane.getByRole("button", { name: /^Daglig verksamhet/ }).click();
    await pane.getByText("Jämför metoder").click();
    await pane.getByRole("button", { name: "Använd profil" }).click();
    expect(await violations(paneFrame(page), forced)).toEqual([]);
    await goTo(pane, "Åtgärder");
    await pane.getByRole("button", { name: /^Översyn av schemaläggning/ }).waitFor();
    expect(await violations(paneFrame(page), forced)).toEqual([]);
    await pane.getByRole("button", { name: "Lägg till åtgärd" }).click();
    expect(await violations(paneFrame(page), forced)).toEqual([]);
    await goTo(pane, "Dela");
    await pane.getByRole("button", { name: "Gör fristående …" }).click();
    await pane.getByRole("button", { name: "Gör fristående", exact: true }).waitFor();
    expect(await violations(paneFrame(page), forced)).toEqual([]);
    await goTo(pane, "Funktioner");
    await pane.getByRole("button", { name: /^KARENS / }).click();
    await pane.getByRole("heading", { name: "KOLL.KARENS" }).waitFor();
    expect(await violations(paneFrame(page), forced)).toEqual([]);
    await goTo(pane, "Inställningar");
    await pane.getByText("Ändra enhet, tecken och mer").click();
    expect(await violations(paneFrame(page), forced)).toEqual([]);
    await page.close();
  }, 180_000);
});

/** Presses Tab until the focus is on what is called so: its label where it has one, else its words. */
function tabber(page: Page) {
  const focused = () =>
    paneFrame(page).evaluate(() => {
      const element = document.activeElement;
      if (!element) return "";
      const label = (element as HTMLInputElement).labels?.[0]?.textContent;
      return label || element.getAttribute("aria-label") || element.textContent || "";
    });
  return async (name: RegExp) => {
    for (let presses = 0; presses < 90; presses++) {
      if (name.test(await focused())) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`No focus on ${name}`);
  };
}

test("the main job is done by keyboard alone", async () => {
  const { page, pane } = await openPage(workbench);
  const tabTo = tabber(page);
  await pane.getByRole("button", { name: "Start", exact: true }).focus();
  await tabTo(/^Rapporter$/);
  await page.keyboard.press("Enter");
  await pane.getByRole("heading", { name: "Rapporter" }).waitFor();
  await pane.getByRole("button", { name: /Resultat per verksamhet/ }).waitFor();
  await tabTo(/^Resultat per verksamhet/);
  await page.keyboard.press("Enter");
  await pane.getByRole("button", { name: "Skapa", exact: true }).waitFor();
  await tabTo(/^Skapa$/);
  await page.keyboard.press("Enter");
  await pane.getByText("är klart.").waitFor();
  await page.close();
}, 60_000);

test("forecast, measure, audit and a fix are done by keyboard alone", async () => {
  const { page, pane } = await openPage(workbench);
  await makeReport(pane, "2023-08");
  const tabTo = tabber(page);
  const open = async (name: string) => {
    await pane.getByRole("button", { name: "Start", exact: true }).focus();
    if (name !== "Kontroll") {
      await tabTo(/^Mer/);
      await page.keyboard.press("Enter");
    }
    await tabTo(new RegExp(`^${name}$`));
    await page.keyboard.press("Enter");
    await pane.getByRole("heading", { level: 1, name }).waitFor();
    await pane.getByText("Läser …").waitFor({ state: "detached" });
  };
  await open("Prognos");
  await pane.getByRole("button", { name: /^Daglig verksamhet/ }).waitFor();
  await tabTo(/^Daglig verksamhet/);
  await page.keyboard.press("Enter");
  await tabTo(/^Egen prognos/);
  await page.keyboard.type("-9,5");
  await tabTo(/^Skriv/);
  await page.keyboard.press("Enter");
  await pane
    .getByText(/skriven|Skrivet|skrivet/)
    .first()
    .waitFor();

  await open("Åtgärder");
  await tabTo(/^Lägg till åtgärd/);
  await page.keyboard.press("Enter");
  await tabTo(/^Åtgärd\*/);
  await page.keyboard.type("Samordna natten");
  await tabTo(/^Skriv/);
  await page.keyboard.press("Enter");
  await pane.getByRole("button", { name: /^Samordna natten/ }).waitFor();

  await type(page, "B17", "=SUM(B5:B15)");
  await open("Kontroll");
  await pane.getByText("Granskar arbetsboken …").waitFor({ state: "detached" });
  await tabTo(/^Åtgärda$/);
  await page.keyboard.press("Enter");
  await pane.getByText("B17 är åtgärdad.").waitFor();
  await pane.getByText("Granskar arbetsboken …").waitFor({ state: "detached" });
  expect(await paneFrame(page).evaluate(() => document.activeElement?.closest("section")?.ariaLabel)).toBe(
    "Resultat per verksamhet",
  );
  await page.close();
}, 90_000);

test.each([320, 450])(
  "nothing is cut off or scrolls sideways in a pane of %i px",
  async (width) => {
    const { page, pane } = await openPage(workbench, { viewport: { width: 1400, height: 860 } });
    await page.evaluate((to) => {
      document.querySelector<HTMLElement>(".pane")!.style.width = `${to}px`;
    }, width);
    for (const name of pages) {
      await goTo(pane, name);
      await pane.getByText("Läser …").waitFor({ state: "detached" });
      const wide = await paneFrame(page).evaluate(() =>
        [...document.querySelectorAll("main, main *, nav, nav *")]
          .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
          .filter((element) => !element.closest("[role=region]"))
          .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`),
      );
      expect({ name, wide }).toEqual({ name, wide: [] });
    }
    await page.close();
  },
  90_000,
);

test("at 200 % zoom every page can be read without scrolling sideways", async () => {
  // Twice the zoom is half the room: a pane of 400 px has 200 left.
  const { page, pane } = await openPage(workbench, { viewport: { width: 1400, height: 860 } });
  for (const name of pages) {
    await goTo(pane, name);
    await pane.getByText("Läser …").waitFor({ state: "detached" });
    await paneFrame(page).evaluate(() => (document.documentElement.style.zoom = "2"));
    await page.evaluate(() => (document.querySelector<HTMLElement>(".pane")!.style.width = "640px"));
    const wide = await paneFrame(page).evaluate(() =>
      [...document.querySelectorAll("main, main *")]
        .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 2)
        .filter((element) => !element.closest("[role=region]"))
        .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`),
    );
    expect({ name, wide }).toEqual({ name, wide: [] });
    await paneFrame(page).evaluate(() => (document.documentElement.style.zoom = ""));
  }
  await page.close();
}, 90_000);

test("with reduced motion nothing turns fast", async () => {
  const { page, pane } = await openPage(workbench, { reducedMotion: "reduce" });
  await goTo(pane, "Kontroll");
  const durations = await paneFrame(page).evaluate(() =>
    document.getAnimations().map((animation) => Number(animation.effect?.getTiming().duration)),
  );
  expect(durations.filter((duration) => duration > 0 && duration < 5000)).toEqual([]);
  await page.close();
}, 60_000);
