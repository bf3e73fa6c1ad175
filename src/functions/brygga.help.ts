import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "BRYGGA",
  task: "volym",
  sv: {
    summary: "Det som återstår av en förändring när kända faktorer är borträknade.",
    about:
      "Totalen minus summan av faktorerna: resten i en brygga från budget till utfall, eller från ett år till nästa.",
    parameters: ["Hela förändringen.", "En eller flera faktorer med tecken."],
    mistakes: [
      "Ett område med flera faktorer läggs inte ihop, det ger ett svar per cell. Skriv SUMMA(C2:C5) som faktor.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "What is left of a change when known factors are taken out.",
    about:
      "The total minus the sum of the factors: the remainder in a bridge from budget to outcome, or from one year to the next.",
    parameters: ["The whole change.", "One or more factors, signed."],
    mistakes: [
      "A range of factors is not added up, it gives an answer per cell. Write SUM(C2:C5) as the factor.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.BRYGGA(10.2,8,2,0.5)",
      result: -0.3,
      sv: "Volym 8, pris 2 och löner 0,5 förklarar mer än hela förändringen.",
      en: "Volume 8, price 2 and wages 0.5 explain more than the whole change.",
    },
    {
      formula: "=KOLL.BRYGGA(-5350,-4000,-1350)",
      result: 0,
      sv: "Allt är förklarat.",
      en: "All is explained.",
    },
    {
      formula: "=KOLL.BRYGGA({10;20},{4;5},{1;1})",
      result: [[5], [14]],
      sv: "En brygga per rad.",
      en: "A bridge per row.",
    },
  ],
  twin: { variants: [{ formula: "{total}-({faktor|+})" }] },
};
