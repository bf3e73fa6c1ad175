import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

test("what runs in cells is small, has no dependency and carries no help", () => {
  const folder = mkdtempSync(join(tmpdir(), "bundle-"));
  try {
    const [bundle, meta] = [join(folder, "functions.js"), join(folder, "meta.json")];
    execFileSync("node_modules/.bin/esbuild", [
      "src/functions/associate.ts",
      "--bundle",
      "--minify",
      "--target=es2021",
      "--log-level=error",
      `--outfile=${bundle}`,
      `--metafile=${meta}`,
    ]);
    const inputs = Object.keys(JSON.parse(readFileSync(meta, "utf8")).inputs);
    expect(inputs.filter((input) => !input.startsWith("src/"))).toEqual([]);
    expect(inputs.filter((input) => /help/i.test(input))).toEqual([]);
    expect(gzipSync(readFileSync(bundle), { level: 9 }).length).toBeLessThanOrEqual(20 * 1024);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
