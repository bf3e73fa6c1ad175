import { readFileSync } from "node:fs";
import { hostPages } from "../../scripts/docs/hostPages";

describe("docs/host.md and docs/excel-checklist.md", () => {
  const pages = hostPages();

  test.each(Object.keys(pages))("%s is what npm run docs writes", (file) => {
    expect(readFileSync(file, "utf8")).toBe(pages[file]);
  });

  test("tell of every type of the client, with its evidence", () => {
    expect(pages["docs/host.md"]).toContain("\n## Range\n");
    expect(pages["docs/host.md"]).toMatch(/\| slicers \| nej \(NotImplemented\) \|/);
    expect(pages["docs/host.md"]).toMatch(/\| multiLevel \| ja, men sparas inte i filen \|/);
    expect(pages["docs/host.md"]).toMatch(/\| onFormulaChanged \| ja \| each changed formula/);
  });
});
