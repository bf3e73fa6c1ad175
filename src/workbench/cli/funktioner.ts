import { parseArgs } from "node:util";
import { functions } from "../../functions";
import { functionHelp } from "../../functions/help";
import type { Language } from "../../texts/language";
import type { Command } from "./command";
import { json, UsageError } from "./io";

export const funktioner: Command = {
  name: "funktioner",
  usage: "funktioner [--json] [--sprak sv|en]",
  summary: "alla KOLL-funktioner med parametrar och exempel",
  async run(args, io) {
    const { values } = parseArgs({ args, options: { json: { type: "boolean" }, sprak: { type: "string" } } });
    const sprak = language(values.sprak);
    const list = functions.map(({ id, parameters }) => {
      const help = functionHelp(id)!;
      return {
        namn: `KOLL.${id}`,
        beskrivning: help[sprak].summary,
        parametrar: parameters.map(({ name, optional, repeating }, index) => ({
          namn: name[sprak],
          beskrivning: help[sprak].parameters[index],
          valfri: optional,
          upprepas: repeating,
        })),
        exempel: help.examples.map((example) => ({
          formel: example.formula,
          varde: example.result,
          text: example[sprak],
        })),
      };
    });
    if (values.json) io.out(json(list));
    else {
      for (const { namn, beskrivning, parametrar, exempel } of list) {
        const call = parametrar
          .map(({ namn: name, valfri, upprepas }) => (valfri ? `[${name}]` : name) + (upprepas ? "…" : ""))
          .join(", ");
        io.out(`${namn}(${call})\n  ${beskrivning}\n  ${exempel[0].formel}`);
      }
    }
    return 0;
  },
};

function language(word = "sv"): Language {
  if (word === "sv" || word === "en") return word;
  throw new UsageError(`språket ”${word}” finns inte. Ange --sprak sv eller --sprak en.`);
}
