import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const cruise = (folder: string) =>
  spawnSync(
    process.execPath,
    [
      join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
      "src",
      "--config",
      ".dependency-cruiser.cjs",
    ],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );

/** Cruises a tree of its own that holds the house's rules and the given files. */
function cruisePlanted(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "planted-"));
  try {
    for (const file of [".dependency-cruiser.cjs", "tsconfig.json"])
      cpSync(join(root, file), join(folder, file));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return cruise(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the architecture's arrows (docs/arkitektur.md)", () => {
  test("hold in the whole of src", () => {
    const { status, stdout, stderr } = cruise(root);
    expect(`${stdout}${stderr}${status}`).toMatch(/no dependency violations found[\s\S]*0$/);
  });

  test.each([
    [
      "domain may not know the workbook",
      "src/domain/a.ts",
      "../workbook/b",
      "src/workbook/b.ts",
      "domain-only-imports-below",
    ],
    [
      "the add-in may not know the workbench",
      "src/actions/a.ts",
      "../workbench/model/b",
      "src/workbench/model/b.ts",
      "actions-only-imports-below",
    ],
    ["texts reads nothing", "src/texts/a.ts", "../domain/b", "src/domain/b.ts", "texts-only-imports-below"],
    [
      "reports may not call Office.js through excel",
      "src/reports/a.ts",
      "../excel/b",
      "src/excel/b.ts",
      "reports-only-imports-below",
    ],
    ["functions has no library", "src/functions/a.ts", "react", null, "functions-has-no-other-library"],
  ])("a planted bad import fails: %s", (_, from, specifier, target, rule) => {
    const { status, stdout } = cruisePlanted({
      [from]: `export { b } from "${specifier}";\n`,
      ...(target && { [target]: "export const b = 1;\n" }),
    });
    expect(stdout).toContain(rule);
    expect(status).not.toBe(0);
  });
});
