import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const guide = readFileSync("docs/dela.md", "utf8");
const tests = readdirSync("test", { recursive: true })
  .map(String)
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => readFileSync(join("test", file), "utf8"))
  .join("\n");
const rows = [...guide.matchAll(/^\| (\[\d+\].*?) \| .* \| .* \| (.*) \|$/gm)];

test("docs/dela.md tells of at least twelve known breakages, each by its own issue", () => {
  const issues = rows.flatMap(([, links]) => [...links.matchAll(/\[(\d+)\]\((\S+)\)/g)]);
  expect(new Set(issues.map(([, number]) => number)).size).toBeGreaterThanOrEqual(12);
  for (const [, number, address] of issues)
    expect(address).toBe(`https://github.com/OfficeDev/office-js/issues/${number}`);
});

test("every proof that docs/dela.md names is a test that exists", () => {
  const named = [
    ...rows.map(([, , title]) => title),
    ...[...guide.matchAll(/\*([a-z][^*]{20,}?)\*/g)].map(([, title]) => title.replace(/\s+/g, " ")),
  ];
  expect(named.length).toBeGreaterThanOrEqual(18);
  expect(named.filter((title) => !tests.includes(`"${title}"`))).toEqual([]);
});
