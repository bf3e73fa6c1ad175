import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const registers = /\bon[A-Z]\w*\.add\(|\baddHandlerAsync\b/;

function offenders(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => /\.tsx?$/.test(file) && registers.test(readFileSync(file, "utf8")));
}

/** Two people's add-ins that answer each other's changes by writing never come to rest: ours answers none. */
test("the add-in registers no handler for what happens in a workbook, so no write of ours follows from another", () => {
  const rooms = ["actions", "excel", "taskpane", "commands", "functions", "sharing", "reports"];
  expect(rooms.flatMap((room) => offenders(join("src", room)))).toEqual([]);
  // The same search finds those of the workbench's tests.
  expect(offenders("test/contract").length).toBeGreaterThan(0);
});
