import { parseArgs } from "node:util";
import { explainTables } from "../../actions/explain";
import { auditWorkbook } from "../../actions/kontroll";
import type { Command } from "./command";
import { json, UsageError } from "./io";
import { findingsAsJson, findingsAsLines } from "./kontroll";
import { openFile } from "./workbookFile";

export const kontroll: Command = {
  name: "kontroll",
  usage: "kontroll --bok in.xlsx [--json] [--forklara]",
  summary: "granskar alla tabeller i boken och visar vad som inte stämmer; ändrar inget",
  async run(args, io) {
    const { values } = parseArgs({
      args,
      options: { bok: { type: "string" }, json: { type: "boolean" }, forklara: { type: "boolean" } },
    });
    if (values.json && values.forklara)
      throw new UsageError("--forklara skrivs i ord: ange den utan --json.");
    const file = await openFile(values.bok);
    try {
      const findings = await auditWorkbook();
      if (values.json) io.out(json(findingsAsJson(findings)));
      else for (const line of findingsAsLines(findings)) io.out(line);
      if (values.forklara) {
        for (const { rader } of await explainTables()) for (const line of ["", ...rader]) io.out(line);
      }
      return findings.some(({ accepterad }) => accepterad === undefined) ? 1 : 0;
    } finally {
      file.close();
    }
  },
};
