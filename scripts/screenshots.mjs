// node scripts/screenshots.mjs [--byggd]: pictures of the workbench and the pane for the docs (docs/bilder).
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { buildWorkbench, serveWorkbench } from "./workbenchServer.mjs";

const folder = "docs/bilder";
const report = "Resultat per verksamhet";
mkdirSync(folder, { recursive: true });
if (!process.argv.includes("--byggd")) await buildWorkbench();
const { address, stop } = await serveWorkbench(0);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
  ],
});

/** The workbench with the sample open. */
async function open({ width = 1400, height = 860, pane = 360, dark = false } = {}) {
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("navigation").waitFor();
  await page.evaluate((to) => (document.querySelector(".pane").style.width = `${to}px`), pane);
  if (dark) await page.getByRole("button", { name: "Mörkt tema" }).click();
  const settled = async () => {
    await frame.getByText(/^(Läser|Granskar|Räknar|Skriver).* …$/).waitFor({ state: "detached" });
    await page.mouse.move(300, 500);
    await page.waitForTimeout(400);
  };
  return {
    page,
    frame,
    settled,
    async goTo(name) {
      const link = frame.getByRole("navigation").getByRole("button", { name, exact: true });
      if (!(await link.isVisible())) await frame.getByRole("button", { name: "Mer", exact: true }).click();
      await link.click();
      await settled();
    },
    picture: (name) => page.screenshot({ path: `${folder}/${name}.png` }),
    pane: (name) => page.locator(".pane").screenshot({ path: `${folder}/${name}.png` }),
  };
}

const plain = (name) => name.toLowerCase().replace(/[åä]/g, "a");

const tour = await open();
await tour.settled();
await tour.picture("arbetsbank-start");
await tour.goTo("Rapporter");
await tour.frame.getByRole("button", { name: new RegExp(report) }).click();
await tour.frame.getByRole("button", { name: "Skapa", exact: true }).waitFor();
await tour.settled();
await tour.picture("arbetsbank-forhandsgranskning");
await tour.frame.getByRole("button", { name: "Skapa", exact: true }).click();
await tour.frame.getByText(`Bladet ${report} är klart.`).waitFor();
await tour.settled();
await tour.picture("arbetsbank-rapport");
await tour.page.getByRole("tab", { name: "Funktioner" }).click();
await tour.page.getByLabel("Namnruta").fill("A16");
await tour.page.getByLabel("Namnruta").press("Enter");
await tour.page.keyboard.type("=koll.avv");
await tour.page.waitForTimeout(300);
await tour.picture("arbetsbank-formel");
await tour.page.close();

for (const [suffix, options] of [
  ["ljus", { pane: 360 }],
  ["mork", { pane: 360, dark: true }],
  ["320", { pane: 320 }],
  ["450", { pane: 450 }],
]) {
  const view = await open({ ...options, height: 900 });
  for (const name of [
    "Start",
    "Underlag",
    "Rapporter",
    "Prognos",
    "Kontroll",
    "Dela",
    "Funktioner",
    "Inställningar",
  ]) {
    await view.goTo(name);
    await view.pane(`panel-${plain(name)}-${suffix}`);
  }
  await view.frame.getByText("Ändra enhet, tecken och mer").click();
  await view.pane(`panel-profil-${suffix}`);
  await view.goTo("Funktioner");
  await view.frame.getByRole("button", { name: /^KARENS / }).click();
  await view.settled();
  await view.pane(`panel-funktion-${suffix}`);
  await view.goTo("Rapporter");
  await view.frame.getByLabel("Visa").selectOption("delarsrapport");
  await view.frame.getByRole("button", { name: "Gör hela Delårsrapport" }).click();
  await view.settled();
  await view.pane(`panel-uppsattning-${suffix}`);
  await view.goTo("Rapporter");
  await view.frame.getByRole("button", { name: new RegExp(`^${report}`) }).click();
  await view.frame.getByLabel("Period").fill("2023-08");
  await view.frame.getByLabel("Period").press("Enter");
  await view.settled();
  await view.frame.getByRole("button", { name: "Skapa", exact: true }).click();
  await view.frame.getByText(`Bladet ${report} är klart.`).waitFor();
  await view.goTo("Prognos");
  await view.frame.getByRole("button", { name: /^Daglig verksamhet/ }).click();
  await view.settled();
  await view.pane(`panel-prognosrad-${suffix}`);
  await view.goTo("Åtgärder");
  await view.frame.getByRole("button", { name: "Lägg till åtgärd" }).waitFor();
  await view.settled();
  await view.pane(`panel-atgarder-${suffix}`);
  await view.frame.getByRole("button", { name: "Lägg till åtgärd" }).click();
  await view.settled();
  await view.pane(`panel-atgard-${suffix}`);
  await view.page.close();
}
await browser.close();
stop();
