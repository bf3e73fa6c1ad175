import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "AVRUNDASUMMA",
  task: "siffror",
  sv: {
    summary: "Avrundar så att delarna går ihop med den avrundade summan.",
    about:
      "Varje tal avrundas för sig, halva från noll. Går de inte ihop med den avrundade summan flyttas de tal en enhet vars avrundning gick längst åt fel håll. Inget tal flyttas en hel enhet eller mer.",
    parameters: [
      "Talen som ska avrundas, i en rad, kolumn eller matris.",
      "Decimaler. Standard är 0; −3 är tusental.",
    ],
    mistakes: [
      "Summaraden är med bland talen: då räknas allt två gånger.",
      "Delsummor avrundas för sig och går inte ihop med totalen. Avrunda de minsta delarna och summera dem.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "Rounds so that the parts add up to the rounded total.",
    about:
      "Each number is rounded on its own, halves away from zero. If they don't add up to the rounded total, the numbers whose rounding went furthest the wrong way move one unit. No number moves a whole unit or more.",
    parameters: [
      "The numbers to round, in a row, column or matrix.",
      "Decimals. Default: 0; −3 is thousands.",
    ],
    mistakes: [
      "The total is among the numbers: all then counts twice.",
      "Subtotals are rounded on their own and don't add up to the total. Round the smallest parts and sum them.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.AVRUNDASUMMA({2.6;-1.4})",
      result: [[2], [-1]],
      sv: "Summan 1,2 blir 1: 2,6 avrundas nedåt.",
      en: "The total 1.2 becomes 1: 2.6 is rounded down.",
    },
    {
      formula: "=KOLL.AVRUNDASUMMA({0.4;0.4;0.2})",
      result: [[1], [0], [0]],
      sv: "Summan är 1: den första av de lika får enheten.",
      en: "The total is 1: the first of the equal ones gets the unit.",
    },
    {
      formula: "=KOLL.AVRUNDASUMMA({33.33,33.33,33.34},1)",
      result: [[33.3, 33.3, 33.4]],
      sv: "Procenttal som ska bli 100,0.",
      en: "Percentages that should become 100.0.",
    },
  ],
  twin: {
    none: {
      sv: "Vilka tal som flyttas beror på alla de andra: det finns ingen sluten formel.",
      en: "Which numbers move depends on all the others: there is no closed formula.",
    },
  },
};
