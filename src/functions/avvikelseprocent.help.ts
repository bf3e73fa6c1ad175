import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "AVVIKELSEPROCENT",
  task: "budget",
  sv: {
    summary: "Avvikelsen som andel av budgeten, eller av en annan bas.",
    about:
      "Avvikelsen delad med basens storlek, så att tecknet alltid är avvikelsens: minus är underskott. Basen är budgeten om inget annat anges; ange till exempel bruttobudgeten när nettobudgeten är nära noll.",
    parameters: [
      "Utfall eller prognos.",
      "Budget för samma period.",
      shared.sv.tecken,
      "Det belopp som avvikelsen jämförs med. Standard är budgeten. 0 ger #DIVISION/0!.",
    ],
    mistakes: [
      shared.sv.ratio,
      "En nettobudget nära noll ger meningslösa procenttal. Ange en annan bas.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "The variance as a share of the budget, or of another base.",
    about:
      "The variance divided by the size of the base, so that the sign is always the variance's: minus is a deficit. The base is the budget unless another is given; give the gross budget, say, when the net budget is near zero.",
    parameters: [
      "Outcome or forecast.",
      "Budget for the same period.",
      shared.en.tecken,
      "The amount the variance is compared with. Default: the budget. 0 gives #DIV/0!.",
    ],
    mistakes: [
      shared.en.ratio,
      "A net budget near zero gives meaningless percentages. Give another base.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: '=KOLL.AVVIKELSEPROCENT(-1269.5,-1183.8,"netto")',
      result: -0.0724,
      sv: "Underskott motsvarande 7,2 % av budgeten.",
      en: "A deficit of 7.2% of the budget.",
    },
    {
      formula: '=KOLL.AVVIKELSEPROCENT(-34.4,-4.7,"netto",461.3)',
      result: -0.0644,
      sv: "Mot bruttobudgeten 461,3 mnkr: 6,4 %.",
      en: "Against the gross budget 461.3 m: 6.4%.",
    },
    {
      formula: '=KOLL.AVVIKELSEPROCENT(-12.4,0,"netto")',
      result: "#DIV/0!",
      sv: "Budgeten är 0: det finns ingen andel att räkna.",
      en: "The budget is 0: there is no share to calculate.",
    },
  ],
  twin: {
    variants: [
      { when: { tecken: "netto", bas: "omitted" }, formula: "({utfall}-{budget})/ABS({budget})" },
      { when: { tecken: "kostnad", bas: "omitted" }, formula: "({budget}-{utfall})/ABS({budget})" },
      { when: { tecken: "netto", bas: "given" }, formula: "({utfall}-{budget})/ABS({bas})" },
      { when: { tecken: "kostnad", bas: "given" }, formula: "({budget}-{utfall})/ABS({bas})" },
    ],
  },
};
