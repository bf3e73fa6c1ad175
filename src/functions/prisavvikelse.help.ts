import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "PRISAVVIKELSE",
  task: "volym",
  sv: {
    summary: "Hur mycket av kostnadsavvikelsen som beror på priset. Plus är billigare.",
    about:
      "Skillnaden mellan budgeterat och verkligt pris, för den volym det blev. Tillsammans med KOLL.VOLYMAVVIKELSE blir den hela kostnadsavvikelsen.",
    parameters: [
      "Verklig volym.",
      "Budgeterat pris per enhet, som plus.",
      "Verkligt pris per enhet, som plus.",
    ],
    mistakes: ["Budgeterad volym ges i stället för verklig: då går delarna inte ihop.", shared.sv.textTal],
  },
  en: {
    summary: "How much of the cost variance is due to price. Plus is cheaper.",
    about:
      "The difference between budgeted and actual price, for the volume there was. Together with KOLL.VOLYMAVVIKELSE it is the whole cost variance.",
    parameters: ["Actual volume.", "Budgeted price per unit, as plus.", "Actual price per unit, as plus."],
    mistakes: [
      "The budgeted volume is given instead of the actual: the parts then don't add up.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.PRISAVVIKELSE(27500,450,462)",
      result: -330000,
      sv: "12 kr dyrare per timme.",
      en: "12 kr dearer per hour.",
    },
    {
      formula: "=KOLL.PRISAVVIKELSE(90,2000,1950)",
      result: 4500,
      sv: "50 kr billigare per dygn.",
      en: "50 kr cheaper per day.",
    },
    {
      formula: "=KOLL.PRISAVVIKELSE(0,2000,1950)",
      result: 0,
      sv: "Ingen volym, ingen prisavvikelse.",
      en: "No volume, no price variance.",
    },
  ],
  twin: { variants: [{ formula: "{utfallsvolym}*({budgetpris}-{utfallspris})" }] },
};
