import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "PERSONALOMSATTNING",
  task: "personal",
  sv: {
    summary: "Personalomsättning: avslutade av tillsvidareanställda.",
    about: "Antal tillsvidareanställda som slutat delat med antalet tillsvidareanställda.",
    parameters: [
      "Antal som slutat under perioden.",
      "Antal tillsvidareanställda, till exempel genomsnittet.",
    ],
    mistakes: [shared.sv.ratio, "Interna flyttar räknas som avslut.", shared.sv.textTal],
  },
  en: {
    summary: "Staff turnover: leavers of permanent staff.",
    about: "The number of permanent employees who left divided by the number of permanent employees.",
    parameters: ["Number who left during the period.", "Number of permanent employees, such as the average."],
    mistakes: [shared.en.ratio, "Internal moves are counted as leavers.", shared.en.textTal],
  },
  examples: [
    {
      formula: "=KOLL.PERSONALOMSATTNING(37,425)",
      result: 0.0871,
      sv: "8,7 % av de anställda slutade.",
      en: "8.7% of the employees left.",
    },
    {
      formula: "=KOLL.PERSONALOMSATTNING({5;2},{50;40})",
      result: [[0.1], [0.05]],
      sv: "Två enheter.",
      en: "Two units.",
    },
    { formula: "=KOLL.PERSONALOMSATTNING(0,425)", result: 0, sv: "Ingen slutade.", en: "Nobody left." },
  ],
  twin: { variants: [{ formula: "{avslut}/{tillsvidare}" }] },
};
