import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "DYGNSKOSTNAD",
  task: "volym",
  sv: {
    summary: "Kostnad per dygn och plats eller brukare.",
    about: "Kostnadens storlek delad med antal gånger dagar.",
    parameters: [
      "Kostnad för perioden, i kronor.",
      "Genomsnittligt antal placerade eller platser.",
      "Dagar i perioden.",
    ],
    mistakes: [
      "Kostnaden står i tkr: svaret blir tusen gånger för litet.",
      "Antal är slutantalet i stället för periodens genomsnitt.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "Cost per day and place or user.",
    about: "The size of the cost divided by number times days.",
    parameters: [
      "Cost of the period, in kronor.",
      "Average number of placed persons or places.",
      "Days in the period.",
    ],
    mistakes: [
      "The cost is in thousands: the answer becomes a thousand times too small.",
      "The number is the closing number instead of the period's average.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.DYGNSKOSTNAD(237500000,343,365)",
      result: 1897.04,
      sv: "237,5 mnkr för 343 platser i ett år: 1 897 kr per dygn.",
      en: "237.5 m for 343 places in a year: 1,897 kr a day.",
    },
    {
      formula: "=KOLL.DYGNSKOSTNAD(-465000,5,31)",
      result: 3000,
      sv: "Tecknet spelar ingen roll.",
      en: "The sign doesn't matter.",
    },
    {
      formula: "=KOLL.DYGNSKOSTNAD(100000,0,31)",
      result: "#DIV/0!",
      sv: "Ingen placerad.",
      en: "Nobody placed.",
    },
  ],
  twin: { variants: [{ formula: "ABS({kostnad})/({antal}*{dagar})" }] },
};
