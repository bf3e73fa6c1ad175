import { forecastHelp } from "./core/forecastHelp";
import type { FunctionHelp } from "./core/help";

export const help: FunctionHelp = {
  id: "PROGNOSINTERVALL",
  task: "prognos",
  sv: {
    summary: "Lägsta och högsta rimliga helårstotal, i två celler bredvid varandra.",
    about:
      "Bredden kommer av hur fel metoden hade haft tidigare år vid samma antal återstående månader. Nivån 0,8 betyder att åtta av tio år väntas hamna innanför.",
    parameters: [...forecastHelp.sv, "Nivå mellan 0 och 1. Standard är 0,8."],
    mistakes: [
      "Utan historik finns inget fel att räkna på: svaret är #SAKNAS!.",
      "Nivån skrivs som 80 i stället för 0,8.",
      ...forecastHelp.mistakes.sv.slice(0, 1),
    ],
  },
  en: {
    summary: "The lowest and highest reasonable total for the year, in two cells side by side.",
    about:
      "The width comes from how wrong the method would have been in earlier years with as many months left. The level 0.8 means that eight years of ten are expected inside.",
    parameters: [...forecastHelp.en, "Level between 0 and 1. Default: 0.8."],
    mistakes: [
      "Without history there is no error to go by: the answer is #N/A.",
      "The level is written as 80 instead of 0.8.",
      ...forecastHelp.mistakes.en.slice(0, 1),
    ],
  },
  examples: [
    {
      formula: '=KOLL.PROGNOSINTERVALL({10,20},,"rak")',
      result: "#N/A",
      sv: "Ingen historik att pröva metoden på.",
      en: "No history to try the method on.",
    },
    {
      formula: '=KOLL.PROGNOSINTERVALL({1,2,3,4,5,6,7,8,9,10,11,12},,"rak",,12)',
      result: [[78, 78]],
      sv: "Hela året är bokfört: inget är osäkert.",
      en: "The whole year is booked: nothing is uncertain.",
    },
    {
      formula: '=KOLL.PROGNOSINTERVALL({10,20},,"rak",,,,80)',
      result: "#VALUE!",
      sv: "Nivån ska vara 0,8.",
      en: "The level should be 0.8.",
    },
  ],
  twin: {
    none: {
      sv: "Intervallet räknas ur prövningar mot historiken och har ingen formel.",
      en: "The interval comes from trials on the history and has no formula.",
    },
  },
};
