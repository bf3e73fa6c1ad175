import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "TIMANDEL",
  task: "personal",
  sv: {
    summary: "Andelen arbetad tid som utförs av timavlönade.",
    about: "Timavlönades timmar delade med alla arbetade timmar, timavlönade inräknade.",
    parameters: ["Timmar av timavlönade.", "Alla arbetade timmar, timavlönade inräknade."],
    mistakes: [shared.sv.ratio, "Totalen är bara månadsavlönade: andelen blir för stor.", shared.sv.textTal],
  },
  en: {
    summary: "The share of hours worked that is done by hourly staff.",
    about: "The hourly staff's hours divided by all hours worked, theirs included.",
    parameters: ["Hours of hourly staff.", "All hours worked, hourly staff included."],
    mistakes: [
      shared.en.ratio,
      "The total is monthly staff only: the share becomes too large.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.TIMANDEL(189000,1000000)",
      result: 0.189,
      sv: "18,9 % timavlönade.",
      en: "18.9% hourly staff.",
    },
    {
      formula: "=KOLL.TIMANDEL({150;90},{1000;1000})",
      result: [[0.15], [0.09]],
      sv: "Två enheter.",
      en: "Two units.",
    },
    { formula: "=KOLL.TIMANDEL(0,1000)", result: 0, sv: "Ingen timavlönad.", en: "No hourly staff." },
  ],
  twin: { variants: [{ formula: "{timavlönade}/{totalt}" }] },
};
