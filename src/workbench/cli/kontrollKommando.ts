import { parseArgs } from "node:util";
import { auditWorkbook } from "../../actions/kontroll";
import type { Command } from "./command";
import { json } from "./io";
import { findingsAsJson, findingsAsLines } from "./kontroll";
import { openFile } from "./workbookFile";

export const kontroll: Command = {
  name: "kontroll",
  usage: "kontroll --bok in.xlsx [--json]",
  summary: "granskar alla tabeller i boken och visar vad som inte stämmer; ändrar inget",
  async run(args, io) {
    const { values } = parseArgs({ args, options: { bok: { type: "string" }, json: { type: "boolean" } } });
    const file = await openFile(values.bok);
    try {
      const findings = await auditWorkbook();
      if (values.json) io.out(json(findingsAsJson(findings)));
      else for (const line of findingsAsLines(findings)) io.out(line);
      return findings.some(({ accepterad }) => accepterad === undefined) ? 1 : 0;
    } finally {
      file.close();
    }
  },
};
