// First paint of the pane and the time from a press to the new page, in the workbench: npm run bench -- pane
import { chromium, type Frame } from "playwright-core";
import { spawn } from "node:child_process";

const limits = { firstPaint: 500, interaction: 100 };
const runs = 7;

const server = spawn(process.execPath, ["scripts/start.mjs", "--port", "0"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const address = await new Promise<string>((resolve) => {
  let printed = "";
  server.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
    const found = /http:\/\/localhost:\d+\//.exec(printed)?.[0];
    if (found) resolve(found);
  });
});
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

const paints: number[] = [];
const presses: number[] = [];
for (let run = 0; run < runs; run++) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
  await page.goto(address);
  const pane = page.frameLocator("iframe");
  await pane.getByRole("heading", { level: 1 }).waitFor();
  await pane.getByText("Läser …").waitFor({ state: "detached" });
  const frame = page.frames().find((one) => one.url().includes("taskpane.html"))!;
  paints.push(
    await frame.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN),
  );
  // The first visit loads a page's code; what is felt from then on is the second.
  for (const name of ["Rapporter", "Underlag"]) await press(frame, name);
  for (const name of ["Rapporter", "Underlag"]) presses.push(await press(frame, name));
  await page.close();
}
await browser.close();
server.kill();

/** Milliseconds from a press in the navigation until the page's heading has been painted. */
function press(frame: Frame, name: string): Promise<number> {
  return frame.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const button = [...document.querySelectorAll("nav button")].find(
          ({ textContent }) => textContent === wanted,
        );
        const start = performance.now();
        (button as HTMLElement).click();
        const look = () =>
          document.querySelector("h1")?.textContent === wanted
            ? requestAnimationFrame(() => resolve(performance.now() - start))
            : requestAnimationFrame(look);
        look();
      }),
    name,
  );
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const results = [
  ["första målning", median(paints), limits.firstPaint],
  ["tryck till ny sida", median(presses), limits.interaction],
] as const;
let failed = false;
for (const [what, value, most] of results) {
  console.log(`${what.padEnd(20)} ${value.toFixed(0).padStart(5)} ms (högst ${most} ms, median av ${runs})`);
  failed ||= !(value <= most);
}
process.exit(failed ? 1 : 0);
