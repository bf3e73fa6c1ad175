import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "BUDGETRAM",
  task: "budget",
  sv: {
    summary: "Budgetramen efter beslutade ändringar.",
    about:
      "Lägger ändringarna till ramen med sina tecken: ett tillskott till en ram som skrivs med plus är plus, en besparing minus.",
    parameters: ["Ramen före ändringar.", "En eller flera ändringar, med tecken."],
    mistakes: [
      "Ett område med flera ändringar läggs inte ihop, det ger ett svar per cell. Skriv SUMMA(C2:C5) som ändring.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "The budget frame after decided changes.",
    about:
      "Adds the changes to the frame with their signs: an addition to a frame written as plus is plus, a saving minus.",
    parameters: ["The frame before changes.", "One or more changes, signed."],
    mistakes: [
      "A range of changes is not added up, it gives an answer per cell. Write SUM(C2:C5) as the change.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.BUDGETRAM(361234,4200,-1500)",
      result: 363934,
      sv: "Tillskott 4 200 tkr och besparing 1 500.",
      en: "An addition of 4,200 thousand and a saving of 1,500.",
    },
    {
      formula: "=KOLL.BUDGETRAM(-856.3,-12.5)",
      result: -868.8,
      sv: "Ram skriven med minus: ett tillskott är också minus.",
      en: "A frame written as minus: an addition is minus too.",
    },
    {
      formula: "=KOLL.BUDGETRAM({100;200},{5;-5},{1;1})",
      result: [[106], [196]],
      sv: "Två enheter, två ändringar var.",
      en: "Two units, two changes each.",
    },
  ],
  twin: { variants: [{ formula: "{ram}+{ändring|+}" }] },
};
