#!/usr/bin/env node
// koll from the repository: bundles the command line when a source file is newer than the bundle, then runs it.
import { readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const bundleFile = join(root, "build/koll/koll.mjs");

function newest(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (latest, entry) => Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
      0,
    );
}

const stale = () => {
  const made = statSync(bundleFile, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return made < Math.max(newest(join(root, "src")), statSync(join(root, "package.json")).mtimeMs);
};

if (stale()) {
  const { bundle } = await import("./run.mjs");
  const cwd = process.cwd();
  process.chdir(root);
  await bundle("src/workbench/cli/main.ts", bundleFile);
  process.chdir(cwd);
}
const { main } = await import(pathToFileURL(bundleFile).href);
process.exitCode = await main(process.argv.slice(2));
