import { forecastHelp } from "./core/forecastHelp";
import type { FunctionHelp } from "./core/help";

export const help: FunctionHelp = {
  id: "PROGNOSSERIE",
  task: "prognos",
  sv: {
    summary: "Årets tolv månader: de bokförda, sedan de prognostiserade.",
    about:
      "Samma prognos som KOLL.PROGNOS, månad för månad och åt samma håll som utfallet, till diagram och periodisering.",
    parameters: forecastHelp.sv,
    mistakes: [
      "Det måste finnas tolv tomma celler att spilla ut i, annars blir det #SPILL!.",
      ...forecastHelp.mistakes.sv,
    ],
  },
  en: {
    summary: "The year's twelve months: the booked ones, then the forecast ones.",
    about:
      "The same forecast as KOLL.PROGNOS, month by month and in the direction of the outcome, for charts and budgets by month.",
    parameters: forecastHelp.en,
    mistakes: [
      "There must be twelve blank cells to spill into, otherwise #SPILL!.",
      ...forecastHelp.mistakes.en,
    ],
  },
  examples: [
    {
      formula: '=KOLL.PROGNOSSERIE({10,20},,"rak")',
      result: [[10, 20, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15]],
      sv: "Två bokförda månader, sedan genomsnittet.",
      en: "Two booked months, then their mean.",
    },
    {
      formula: '=KOLL.PROGNOSSERIE({10,20},,"restbudget",1200)',
      result: [[10, 20, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100]],
      sv: "Resten enligt jämn budget.",
      en: "The rest by an even budget.",
    },
    {
      formula: '=KOLL.PROGNOSSERIE({10,20},,"rak",,,{0,0,0,0,0,0,0,0,0,0,0,-5})',
      result: [[10, 20, 15, 15, 15, 15, 15, 15, 15, 15, 15, 10]],
      sv: "En beslutad besparing i december.",
      en: "A decided saving in December.",
    },
  ],
  twin: {
    none: {
      sv: "Serien byggs av den valda metoden och har ingen enskild formel.",
      en: "The series is built by the chosen method and has no single formula.",
    },
  },
};
