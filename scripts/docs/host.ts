/** Writes docs/host.md and docs/excel-checklist.md; npm run docs does. */
import { writeFileSync } from "node:fs";
import { hostPages } from "./hostPages";

for (const [file, page] of Object.entries(hostPages())) writeFileSync(file, page);
