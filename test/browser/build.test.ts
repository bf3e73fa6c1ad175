import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { startWorkbench, type Workbench } from "./workbench";

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
}, 60_000);
afterAll(() => workbench.stop());

const addin = "build/arbetsbank/tillagg";

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const hash = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

test("no file of Microsoft's is part of the build, whole or bundled", () => {
  const built = files(addin);
  expect(built.length).toBeGreaterThan(100);
  const client = new Set(files("node_modules/@microsoft/office-js/dist").map(hash));
  expect(built.filter((file) => client.has(hash(file)))).toEqual([]);
  const bundled = built.filter((file) =>
    /_richApiNativeBridge|OSF\.DDA|Office JavaScript API/.test(readFileSync(file, "utf8")),
  );
  expect(bundled).toEqual([]);
});

test("the pane's page loads Office.js from Microsoft and everything else from its own folder", () => {
  const page = readFileSync(join(addin, "taskpane.html"), "utf8");
  const scripts = [...page.matchAll(/src="?([^\s">]+)/g)].map(([, source]) => source);
  expect(scripts[0]).toBe("https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
  for (const source of scripts.slice(1)) expect(readdirSync(addin)).toContain(source);
});
