import { parseArgs } from "node:util";
import { listSources } from "../../actions/sources";
import type { Command } from "./command";
import { json } from "./io";
import { openFile } from "./workbookFile";

export const underlag: Command = {
  name: "underlag",
  usage: "underlag --bok in.xlsx [--json]",
  summary: "vilka underlag boken har, hur de lästes och vilka rader som nekades",
  async run(args, io) {
    const { values } = parseArgs({ args, options: { bok: { type: "string" }, json: { type: "boolean" } } });
    const file = await openFile(values.bok);
    try {
      const found = await listSources();
      if (values.json) io.out(json(found));
      else if (found.length === 0) {
        io.out(
          "Inget underlag hittades. Ett underlag är en tabell med rubriker som Verksamhet, Period, Utfall och Budget.",
        );
      } else {
        for (const { slag, blad, adress, falt, enhet, tecken, rader, nekade, noter } of found) {
          io.out(
            `${slag}: ${blad}!${adress}, ${rader} rader, ${enhet ?? "enhet okänd"}, ${tecken ?? "tecken okänt"}`,
          );
          for (const [field, header] of Object.entries(falt)) io.out(`  ${field} = ${header}`);
          for (const note of noter) io.out(`  ${note}`);
          for (const { cell, skal } of nekade) io.out(`  nekad rad: ${cell}: ${skal}`);
        }
      }
      return found.some(({ nekade }) => nekade.length > 0) ? 1 : 0;
    } finally {
      file.close();
    }
  },
};
