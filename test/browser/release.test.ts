import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { takeTour } from "./tourSteps";
import { goTo, openPage, paneFrame, startWorkbench, type Workbench } from "./workbench";

const work = mkdtempSync(join(tmpdir(), "namndkoll-release-"));
let workbench: Workbench;
/** The unpacked release's files for the web server. */
let webb: string;

beforeAll(async () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["scripts/run.mjs", "scripts/release.ts", "--ut", work],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  const archive = readdirSync(work).find((file) => file.endsWith(".zip"))!;
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(work, archive))))) {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), bytes);
  }
  webb = join(work, archive.replace(/\.zip$/, ""), "webb");
  workbench = await startWorkbench(webb);
}, 480_000);

afterAll(async () => {
  await workbench.stop();
  rmSync(work, { recursive: true });
});

test("a released archive, unpacked: the whole tour under the production policy, asking for its own files only", async () => {
  const asked: string[] = [];
  const { page, pane, errors } = await openPage(workbench);
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });
  page.on("request", (request) => {
    if (request.frame().url().includes("taskpane.html"))
      asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`.trim());
  });
  await takeTour(page, pane, work);
  await goTo(page.frameLocator("iframe"), "Funktioner");
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(readFileSync(join(webb, "manifest.xml"), "utf8")).toContain(`<Version>${version}.0</Version>`);
  const opened = page.frameLocator("iframe");
  await goTo(opened, "Inställningar");
  await opened.getByText(`Version ${version}.`).waitFor();
  await goTo(opened, "Dela");
  await opened.getByRole("button", { name: "Skriv läsarrad" }).click();
  await opened.getByText("Läsarraden står på 1 blad.").waitFor();
  const line = await paneFrame(page).evaluate(() =>
    Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem("Funktioner").getUsedRange();
      used.load("values");
      await context.sync();
      return used.values.flat().filter((value) => String(value).startsWith("Beräknat med"));
    }),
  );
  expect(line).toEqual([expect.stringContaining(`Nämndkoll ${version}, senast `)]);
  expect(errors).toEqual([]);
  expect(refused).toEqual([]);
  expect(asked.length).toBeGreaterThan(0);
  // When the file is opened again the pane is loaded anew, with what the workbench has in Office.js's place.
  const office = ["frameBridge.js", "office-js/excel-web-16.00.js", "frameOffice.js"];
  const own = (line: string) =>
    line.startsWith(`GET ${workbench.address}tillagg/`) ||
    office.some((file) => line === `GET ${workbench.address}${file}`);
  expect(asked.filter((line) => !own(line))).toEqual([]);
  await page.close();
}, 240_000);
