import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "ARSARBETARE",
  task: "personal",
  sv: {
    summary: "Arbetade timmar omräknade till årsarbetare.",
    about:
      "Timmarna delade med timmarna för en heltid under ett år. Heltidsmåttet finns inte som standard: både 1 980 och 1 700 används.",
    parameters: [
      "Timmar under året.",
      "Timmar för en årsarbetare, till exempel 1980 (avtalad tid) eller 1700 (efter frånvaro).",
    ],
    mistakes: ["Timmarna gäller en månad men heltidsmåttet ett år.", shared.sv.textTal],
  },
  en: {
    summary: "Hours worked as full-time equivalents.",
    about:
      "The hours divided by the hours of one full-time year. There is no default: 1,980 and 1,700 are both in use.",
    parameters: [
      "Hours during the year.",
      "Hours of one full-time year, such as 1980 (contracted) or 1700 (after absence).",
    ],
    mistakes: ["The hours are a month's but the full-time measure a year's.", shared.en.textTal],
  },
  examples: [
    {
      formula: "=KOLL.ARSARBETARE(49500,1980)",
      result: 25,
      sv: "25 årsarbetare.",
      en: "25 full-time equivalents.",
    },
    {
      formula: "=KOLL.ARSARBETARE(49500,1700)",
      result: 29.12,
      sv: "Med 1 700 timmar blir det 29.",
      en: "With 1,700 hours it becomes 29.",
    },
    { formula: "=KOLL.ARSARBETARE({1980;990},1980)", result: [[1], [0.5]], sv: "Per enhet.", en: "By unit." },
  ],
  twin: { variants: [{ formula: "{timmar}/{heltid}" }] },
};
