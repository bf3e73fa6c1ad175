// Bundles a TypeScript script with esbuild and runs it: node scripts/run.mjs test/bench/calc.bench.ts [arguments]
import { spawnSync } from "node:child_process";
import { basename } from "node:path";
import { readFileSync } from "node:fs";
import { build } from "esbuild";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

export async function bundle(entry, outfile) {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    jsx: "automatic",
    define: { "process.env.NAMNDKOLL_VERSION": JSON.stringify(version) },
    sourcemap: "linked",
    logLevel: "error",
    external: [
      "@microsoft/office-js",
      "exceljs",
      "playwright-core",
      "esbuild",
      "typescript",
      "office-addin-dev-certs",
    ],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  return outfile;
}

if (import.meta.url === new URL(process.argv[1], "file://").href) {
  const [entry, ...rest] = process.argv.slice(2);
  const file = await bundle(entry, `build/scripts/${basename(entry).replace(/\.tsx?$/, ".mjs")}`);
  const run = spawnSync(process.execPath, ["--expose-gc", file, ...rest], { stdio: "inherit" });
  process.exit(run.status ?? 1);
}
