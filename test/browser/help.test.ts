import { readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { htmlFiles } from "../../scripts/docs/pages";

const files = new Map(htmlFiles().map(({ path, content }) => [`/${path}`, content]));
files.set("/hjalp/hjalp.css", readFileSync("scripts/docs/hjalp.css", "utf8"));
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
let page: Page;
const refused: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  // axe is put in by the test; the pages themselves allow no script.
  const context = await browser.newContext({ bypassCSP: true });
  page = await context.newPage();
  await page.route("http://hjalp.test/**", (route) => {
    const { pathname } = new URL(route.request().url());
    const body = files.get(pathname);
    if (body === undefined) refused.push(pathname);
    return route.fulfill({
      status: body === undefined ? 404 : 200,
      contentType: pathname.endsWith(".css") ? "text/css" : "text/html; charset=utf-8",
      body: body ?? "",
    });
  });
}, 60_000);
afterAll(() => browser.close());

/** Excel shows a help page in a window or in a pane as narrow as this. */
const narrow = { width: 320, height: 640 };

test.each(["sv", "en"])(
  "every help page in %s fits a narrow pane and asks for nothing that isn't there",
  async (language) => {
    await page.setViewportSize(narrow);
    for (const path of files.keys()) {
      if (!path.startsWith(`/hjalp/${language}/`)) continue;
      await page.goto(`http://hjalp.test${path}`);
      expect(await page.locator("h1").count()).toBe(1);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
        path,
        narrow.width,
      ]);
    }
    expect(refused).toEqual([]);
  },
  120_000,
);

test.each([
  ["/hjalp/sv/index.html", "light"],
  ["/hjalp/sv/karens.html", "light"],
  ["/hjalp/en/malstatus.html", "dark"],
  ["/hjalp/sv/periodbudget.html", "dark"],
] as const)(
  "%s can be read by everyone (%s)",
  async (path, colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 800, height: 900 });
    await page.goto(`http://hjalp.test${path}`);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
    });
    expect(violations).toEqual([]);
  },
  60_000,
);

test("the index leads to a function and from there to its other language", async () => {
  await page.goto("http://hjalp.test/hjalp/sv/index.html");
  await page.getByRole("link", { name: "KOLL.KARENS", exact: true }).click();
  expect(await page.locator("h1").textContent()).toBe("KOLL.KARENS");
  await page.getByRole("link", { name: "In English" }).click();
  expect(page.url()).toBe("http://hjalp.test/hjalp/en/karens.html");
  await page.getByRole("link", { name: "All functions" }).click();
  expect(await page.locator("h1").textContent()).toBe("Nämndkoll's functions");
});
