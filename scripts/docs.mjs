// npm run docs: writes docs/funktioner from the function registry.
import { mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { bundle } from "./run.mjs";

mkdirSync("docs/funktioner", { recursive: true });
await import(pathToFileURL(await bundle("scripts/docs/write.ts", "build/scripts/docs.mjs")).href);
