// npm run demo: bundles and runs the demonstration.
import { bundle } from "./run.mjs";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

try {
  await import(pathToFileURL(resolve(await bundle("scripts/demo.ts", "build/scripts/demo.mjs"))).href);
} catch (error) {
  // Not the error itself: Node would print the line it was thrown from, and Microsoft's client is one long line.
  console.error(error.stack ?? String(error));
  process.exitCode = 1;
}
