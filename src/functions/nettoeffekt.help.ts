import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "NETTOEFFEKT",
  task: "mal",
  sv: {
    summary: "Besparing minus kostnad, per styck när antal ges.",
    about: "Vad en åtgärd ger netto, delat med antalet om du vill ha det per brukare, plats eller enhet.",
    parameters: ["Besparing.", "Kostnad för åtgärden, som plus.", "Antal att dela med. Standard är 1."],
    mistakes: ["Kostnaden skrivs med minus och läggs då till.", shared.sv.textTal],
  },
  en: {
    summary: "Saving minus cost, apiece when a number is given.",
    about: "What a measure gives net, divided by the number if you want it per user, place or unit.",
    parameters: ["Saving.", "Cost of the measure, as plus.", "Number to divide by. Default: 1."],
    mistakes: ["The cost is written with minus and is then added.", shared.en.textTal],
  },
  examples: [
    { formula: "=KOLL.NETTOEFFEKT(1200,300)", result: 900, sv: "900 tkr netto.", en: "900 thousand net." },
    {
      formula: "=KOLL.NETTOEFFEKT(1200,300,6)",
      result: 150,
      sv: "150 tkr per plats.",
      en: "150 thousand per place.",
    },
    {
      formula: "=KOLL.NETTOEFFEKT(100,250)",
      result: -150,
      sv: "Åtgärden kostar mer än den ger.",
      en: "The measure costs more than it gives.",
    },
  ],
  twin: { variants: [{ formula: "({besparing}-{kostnad})/{antal}" }] },
};
