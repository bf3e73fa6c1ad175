import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const listed = [
  ...readFileSync(join(root, "docs/arkitektur.md"), "utf8").matchAll(/^\| `([\w/]+)` \|/gm),
].map((match) => match[1]);
const folders = (path: string) =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${path}/${entry.name}`);

describe("docs/arkitektur.md", () => {
  test("names only places that exist", () => {
    expect(listed.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test("names every room of src and of the workbench", () => {
    expect([...folders("src"), ...folders("src/workbench")].filter((path) => !listed.includes(path))).toEqual(
      [],
    );
  });
});
