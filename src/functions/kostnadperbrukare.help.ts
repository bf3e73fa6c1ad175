import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "KOSTNADPERBRUKARE",
  task: "volym",
  sv: {
    summary: "Kostnad per brukare.",
    about: "Kostnadens storlek delad med antalet brukare.",
    parameters: ["Kostnad.", "Antal brukare, till exempel årets genomsnitt."],
    mistakes: [
      "Personer som fått insatsen någon gång under året räknas som helårsbrukare.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "Cost per user.",
    about: "The size of the cost divided by the number of users.",
    parameters: ["Cost.", "Number of users, such as the year's average."],
    mistakes: [
      "Persons who had the service at some time of the year are counted as full-year users.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.KOSTNADPERBRUKARE(-12400000,310)",
      result: 40000,
      sv: "40 000 kr per deltagare.",
      en: "40,000 kr per participant.",
    },
    {
      formula: "=KOLL.KOSTNADPERBRUKARE(85.7,120)",
      result: 0.7142,
      sv: "I mnkr: 0,71 per brukare.",
      en: "In millions: 0.71 per user.",
    },
    {
      formula: "=KOLL.KOSTNADPERBRUKARE({100;300},{2;4})",
      result: [[50], [75]],
      sv: "Flera verksamheter.",
      en: "Several services.",
    },
  ],
  twin: { variants: [{ formula: "ABS({kostnad})/{brukare}" }] },
};
