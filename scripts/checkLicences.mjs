// Every package's licence: what we ship must be permissive; tools may be more, but nothing is GPL. Fails naming the package.
import { promisify } from "node:util";
import * as checker from "license-checker-rseidelsohn";

const shipped = new Set([
  "MIT",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MPL-2.0",
  "0BSD",
  "BlueOak-1.0.0",
  "Unlicense",
  "CC0-1.0",
]);
const tools = new Set([
  ...shipped,
  "Python-2.0",
  "CC-BY-4.0",
  "CC-BY-3.0",
  "MIT-0",
  "WTFPL",
  "Zlib",
  "LGPL-3.0-or-later",
]);
/** Development only, looked at by hand: Microsoft's client is used from node_modules and never shipped; the other declares no licence field. */
const exceptions = new Set(["@microsoft/office-js", "buffers"]);

const init = promisify(checker.init);

/** "(MIT OR GPL-3.0)" is fine when one choice is; "MIT AND X" needs both. A * marks a guess from the licence text. */
function allowed(licence, list) {
  const text = [licence].flat().join(" AND ").replace(/[()*]/g, "");
  return text.split(/ AND /).every((part) => part.split(/ OR /).some((choice) => list.has(choice.trim())));
}

async function violations(production, list) {
  const packages = await init({ start: ".", production, excludePrivatePackages: true });
  const names = Object.keys(packages);
  return {
    count: names.length,
    bad: names
      .filter((name) => !exceptions.has(name.replace(/@[^@]*$/, "")))
      .filter((name) => !allowed(packages[name].licenses, list))
      .map((name) => `${name}: ${packages[name].licenses}`),
  };
}

const production = await violations(true, shipped);
const all = await violations(false, tools);
const bad = [
  ...production.bad.map((line) => `shipped  ${line}`),
  ...all.bad.map((line) => `tool     ${line}`),
];
if (bad.length > 0) {
  console.error(`Licences that may not be used:\n${bad.join("\n")}`);
  process.exit(1);
}
console.log(`Licences: ${production.count} shipped and ${all.count} packages in all are fine.`);
