// npm run bench [-- name …]: runs test/bench/<name>.bench.ts, each in its own process; all of them without a name.
import { readdirSync } from "node:fs";
import { spawnSync } from "node:child_process";

const all = readdirSync("test/bench")
  .filter((file) => file.endsWith(".bench.ts"))
  .map((file) => file.replace(".bench.ts", ""));
const wanted = process.argv.slice(2).filter((name) => !name.startsWith("-"));
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark named ${unknown.join(", ")}. There are: ${all.join(", ")}.`);
  process.exit(2);
}
let status = 0;
for (const name of wanted.length > 0 ? wanted : all) {
  console.log(`\n== ${name}`);
  const run = spawnSync(process.execPath, ["scripts/run.mjs", `test/bench/${name}.bench.ts`], {
    stdio: "inherit",
  });
  status ||= run.status ?? 1;
}
process.exit(status);
