import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const files = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));

const pages = ["README.md", "CONTRIBUTING.md", ...files("docs", ".md")];

/** A heading's anchor as code hosts make it. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

const anchorsOf = (page: string) =>
  [...readFileSync(page, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchor(heading));

test.each(pages)("every link and picture in %s leads somewhere", (page) => {
  const broken = [...readFileSync(page, "utf8").matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [path, fragment] = target.split("#");
      const file = path === "" ? page : join(dirname(page), path);
      return !existsSync(file) || (fragment !== undefined && !anchorsOf(file).includes(fragment));
    });
  expect(broken).toEqual([]);
});

test("what the guide calls a button or a page is called so in the pane or the ribbon", () => {
  const words = [
    ...files("src/texts", ".ts").map((file) => readFileSync(file, "utf8")),
    ...files("src/reports", ".ts").map((file) => readFileSync(file, "utf8")),
    readFileSync("manifest.xml", "utf8"),
  ].join("\n");
  /** Excel's own menus, and words about what stands in a workbook. */
  const others = new Set([
    "Infoga > Tabell",
    "Granska",
    "Underlag ekonomi",
    "Örebro",
    "Askersund",
    "Huddinge",
  ]);
  const guide = readFileSync("docs/anvandning.md", "utf8").replace(/\*\*/g, "");
  const labels = [...guide.matchAll(/(?<![*\w])\*([^*\n]+)\*(?!\*)/g)].map(([, label]) => label);
  expect(labels.length).toBeGreaterThan(40);
  const parts = (label: string) =>
    label.startsWith("Gör hela ") ? ["Gör hela ", label.slice("Gör hela ".length)] : label.split(" … ");
  expect(
    labels.filter((label) => !others.has(label) && !parts(label).every((part) => words.includes(part))),
  ).toEqual([]);
});
