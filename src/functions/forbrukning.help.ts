import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "FORBRUKNING",
  task: "budget",
  sv: {
    summary: "Hur stor del av budgeten som är förbrukad.",
    about:
      "Utfallet delat med budgeten. Över 1 är mer än budgeterat; ett negativt svar betyder att utfall och budget har olika tecken. Jämför med KOLL.RIKTVARDE för att se om takten är rimlig.",
    parameters: ["Utfall hittills.", "Budget, för året eller perioden. 0 ger #DIVISION/0!."],
    mistakes: [
      shared.sv.ratio,
      "För intäkter är mer än riktvärdet bra, för kostnader dåligt: funktionen bedömer inte.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "How much of the budget has been used.",
    about:
      "The outcome divided by the budget. Above 1 is more than budgeted; a negative answer means that outcome and budget have different signs. Compare with KOLL.RIKTVARDE to see whether the pace is right.",
    parameters: ["Outcome to date.", "Budget, for the year or the period. 0 gives #DIV/0!."],
    mistakes: [
      shared.en.ratio,
      "For income more than the guide value is good, for costs bad: the function does not judge.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.FORBRUKNING(-928.7,-856.3)",
      result: 1.0845,
      sv: "Personalkostnaderna blev 108 % av budget.",
      en: "Staff costs became 108% of the budget.",
    },
    {
      formula: "=KOLL.FORBRUKNING(-295.3,-232.7)",
      result: 1.269,
      sv: "Köp av verksamhet: 127 % av budget.",
      en: "Purchased services: 127% of the budget.",
    },
    {
      formula: "=KOLL.FORBRUKNING({46758;-301881},{40000;-290000})",
      result: [[1.1689], [1.041]],
      sv: "Intäkter och kostnader i var sin rad.",
      en: "Income and costs in a row each.",
    },
  ],
  twin: { variants: [{ formula: "{utfall}/{budget}" }] },
};
