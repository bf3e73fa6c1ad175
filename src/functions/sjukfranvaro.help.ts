import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "SJUKFRANVARO",
  task: "personal",
  sv: {
    summary: "Sjukfrånvaro som andel av ordinarie arbetstid.",
    about: "Sjuktid delad med ordinarie (avtalad) arbetstid, som i kommunernas lagstadgade redovisning.",
    parameters: ["Sjukfrånvaro, i timmar eller dagar.", "Ordinarie arbetstid, i samma enhet."],
    mistakes: [
      shared.sv.ratio,
      "Sjuktiden delas med arbetad tid i stället för ordinarie: andelen blir för stor.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "Sick leave as a share of contracted hours.",
    about: "Sick time divided by contracted working time, as in the municipalities' statutory accounts.",
    parameters: ["Sick leave, in hours or days.", "Contracted time, in the same unit."],
    mistakes: [
      shared.en.ratio,
      "The sick time is divided by time worked instead of contracted: the share becomes too large.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.SJUKFRANVARO(8900,100000)",
      result: 0.089,
      sv: "8,9 % sjukfrånvaro.",
      en: "8.9% sick leave.",
    },
    {
      formula: "=KOLL.SJUKFRANVARO({700;1100},{10000;10000})",
      result: [[0.07], [0.11]],
      sv: "Två enheter.",
      en: "Two units.",
    },
    {
      formula: "=KOLL.SJUKFRANVARO(10,0)",
      result: "#DIV/0!",
      sv: "Ingen ordinarie tid.",
      en: "No contracted time.",
    },
  ],
  twin: { variants: [{ formula: "{sjuktid}/{ordinarie_tid}" }] },
};
