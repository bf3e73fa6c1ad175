import { type ChildProcess, spawn } from "node:child_process";
import { type Browser, chromium, type Frame, type FrameLocator, type Page } from "playwright-core";

/** The workbench served as `npm start` serves it, with a browser in front. */
export interface Workbench {
  address: string;
  browser: Browser;
  stop(): Promise<void>;
}

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Serves what the suite's set-up has built; `addin` is a folder with another built add-in. */
export async function startWorkbench(addin?: string): Promise<Workbench> {
  const other = addin === undefined ? [] : ["--tillagg", addin];
  const server = spawn(process.execPath, ["scripts/start.mjs", "--port", "0", "--byggd", ...other], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await served(server);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: flags,
  });
  return {
    address,
    browser,
    async stop() {
      await browser.close();
      server.kill();
    },
  };
}

function served(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    server.stdout!.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /http:\/\/localhost:\d+\//.exec(printed)?.[0];
      if (address) resolve(address);
    });
    server.once("exit", (code) => reject(new Error(`scripts/start.mjs ended (${code}):\n${printed}`)));
  });
}

/** A page with the sample workbook open and the pane loaded; errors on the page fail the test that asks for them. */
export async function openPage(
  { address, browser }: Workbench,
  options: Parameters<Browser["newPage"]>[0] = {},
) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 }, ...options });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  const pane = page.frameLocator("iframe");
  await pane.getByRole("navigation").waitFor();
  return { page, pane, errors };
}

/** Goes to a cell by the name box, as a user does, and gives what is printed in it. */
export async function cellText(page: Page, address: string): Promise<string> {
  const nameBox = page.getByLabel("Namnruta");
  await nameBox.fill(address);
  await nameBox.press("Enter");
  return (await page.locator("#active-cell").textContent()) ?? "";
}

/** Types into a cell as a user does. */
export async function type(page: Page, address: string, text: string): Promise<void> {
  await cellText(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

export const formulaText = (page: Page) => page.getByLabel("Formelfält").inputValue();

/** Opens a page of the pane from its own navigation. */
export async function goTo(pane: FrameLocator, name: string): Promise<void> {
  const direct = pane.getByRole("navigation").getByRole("button", { name, exact: true });
  if (!(await direct.isVisible())) await pane.getByRole("button", { name: /^(Mer|More)$/ }).click();
  await direct.click();
}

/** Creates a report from the pane, by its title in the catalogue. */
export async function makeReport(
  pane: FrameLocator,
  period: string,
  title = "Resultat per verksamhet",
): Promise<void> {
  await goTo(pane, "Rapporter");
  await pane.getByRole("button", { name: new RegExp(`^${title}`) }).click();
  await pane.getByLabel("Period").fill(period);
  await pane.getByLabel("Period").press("Enter");
  const write = pane.getByRole("button", { name: /^(Skapa|Uppdatera)$/ });
  await pane.getByText("Räknar på underlaget …").waitFor({ state: "detached" });
  await write.click();
  await pane.getByText(/är (klart|uppdaterat)\./).waitFor();
}

export function paneFrame(page: Page): Frame {
  return page.frames().find((frame) => frame.url().includes("taskpane.html"))!;
}

/** Tries until it holds, for at most five seconds. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  const end = Date.now() + 5000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
