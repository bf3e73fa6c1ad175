import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "ANDEL",
  task: "volym",
  sv: {
    summary: "En del av helheten.",
    about: "Delen delad med helheten.",
    parameters: ["Delen.", "Helheten. 0 ger #DIVISION/0!."],
    mistakes: [shared.sv.ratio, "Delen ingår inte i helheten.", shared.sv.textTal],
  },
  en: {
    summary: "A part of the whole.",
    about: "The part divided by the whole.",
    parameters: ["The part.", "The whole. 0 gives #DIV/0!."],
    mistakes: [shared.en.ratio, "The part is not in the whole.", shared.en.textTal],
  },
  examples: [
    {
      formula: "=KOLL.ANDEL(24.6,85.7)",
      result: 0.287,
      sv: "28,7 % av kostnaden.",
      en: "28.7% of the cost.",
    },
    { formula: "=KOLL.ANDEL(8,13)", result: 0.615, sv: "8 av 13 mål.", en: "8 of 13 goals." },
    {
      formula: "=KOLL.ANDEL({1;3},4)",
      result: [[0.25], [0.75]],
      sv: "Flera delar av samma helhet.",
      en: "Several parts of the same whole.",
    },
  ],
  twin: { variants: [{ formula: "{del}/{helhet}" }] },
};
