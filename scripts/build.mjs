// npm run build [-- --url https://… --miljo test --ut mapp]: the add-in as static files, with its manifest and a _headers file.
import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { bundle } from "./run.mjs";

const { values } = parseArgs({
  options: { url: { type: "string" }, miljo: { type: "string" }, ut: { type: "string", default: "dist" } },
});
const env = ["url", "miljo", "ut"]
  .filter((name) => values[name])
  .flatMap((name) => ["--env", `${name}=${values[name]}`]);
const webpack = spawnSync(
  process.execPath,
  ["node_modules/webpack/bin/webpack.js", "--mode", "production", ...env],
  { stdio: "inherit" },
);
if (webpack.status !== 0) process.exit(webpack.status ?? 1);

const made = await bundle("scripts/deployment/staticHost.ts", "build/scripts/staticHost.mjs");
const { staticHostHeaders } = await import(pathToFileURL(resolve(made)).href);
const files = readdirSync(values.ut, { recursive: true }).map((file) => file.replaceAll("\\", "/"));
const { pathname } = new URL(values.url ?? "https://localhost:3000/");
writeFileSync(
  `${values.ut}/_headers`,
  staticHostHeaders(files, pathname.endsWith("/") ? pathname : `${pathname}/`),
);
