import { forecastHelp } from "./core/forecastHelp";
import type { FunctionHelp } from "./core/help";

export const help: FunctionHelp = {
  id: "PROGNOSMETOD",
  task: "prognos",
  sv: {
    summary: "Vilken metod prognosen bygger på och hur fel den hade haft tidigare.",
    about:
      "En text att ställa bredvid prognosen. Felet är metodens genomsnittliga fel som andel av årets total när den prövas på tidigare år.",
    parameters: forecastHelp.sv,
    mistakes: [
      "Ge samma argument som i KOLL.PROGNOS bredvid, annars beskriver texten en annan prognos.",
      ...forecastHelp.mistakes.sv.slice(0, 1),
    ],
  },
  en: {
    summary: "Which method the forecast rests on and how wrong it would have been.",
    about:
      "A text to put beside the forecast; it is in Swedish. The error is the method's mean error as a share of the year's total when tried on earlier years.",
    parameters: forecastHelp.en,
    mistakes: [
      "Give the same arguments as in the KOLL.PROGNOS beside it, or the text describes another forecast.",
      ...forecastHelp.mistakes.en.slice(0, 1),
    ],
  },
  examples: [
    {
      formula: "=KOLL.PROGNOSMETOD({10,20})",
      result: "rak · utan historik, inget fel beräknat",
      sv: "Utan historik och budget återstår rak.",
      en: "Without history and budget rak is left.",
    },
    {
      formula: "=KOLL.PROGNOSMETOD({10,20},,,{9,9,9,9,9,9,9,9,9,9,9,9})",
      result: "budgetprofil · utan historik, inget fel beräknat",
      sv: "Med budget per månad.",
      en: "With a budget by month.",
    },
    {
      formula: "=KOLL.PROGNOSMETOD({1,2,3,4,5,6,7,8,9,10,11,12},,,,12)",
      result: "alla tolv månader är bokförda",
      sv: "Inget är kvar att prognostisera.",
      en: "Nothing is left to forecast.",
    },
  ],
  twin: { none: { sv: "Texten beskriver vårt metodval.", en: "The text describes our choice of method." } },
};
