import { existsSync } from "node:fs";
import { build } from "esbuild";

const entry = "src/workbench/calc/univer.ts";

/** Bundles the calculation engine to CommonJS, which Jest can require. */
export default async function globalSetup() {
  if (!existsSync(entry)) return;
  await build({
    entryPoints: [entry],
    outfile: "build/test/univer.cjs",
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "error",
  });
}
