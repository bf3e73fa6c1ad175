import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "KOSTNADPERTIMME",
  task: "volym",
  sv: {
    summary: "Nettokostnad per utförd timme.",
    about:
      "Kostnadens storlek minus intäktens, delad med timmar. Intern ersättning ska inte ingå i intäkten.",
    parameters: ["Kostnad.", "Intäkt som ska räknas av, utan intern ersättning.", "Utförda timmar."],
    mistakes: ["Den interna ersättningen är med i intäkten: då blir kostnaden nära noll.", shared.sv.textTal],
  },
  en: {
    summary: "Net cost per hour performed.",
    about:
      "The size of the cost minus that of the income, divided by hours. Internal reimbursement should not be in the income.",
    parameters: ["Cost.", "Income to be taken off, without internal reimbursement.", "Hours performed."],
    mistakes: [
      "The internal reimbursement is in the income: the cost then comes near zero.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.KOSTNADPERTIMME(9000000,1000000,16000)",
      result: 500,
      sv: "500 kr per timme.",
      en: "500 kr an hour.",
    },
    {
      formula: "=KOLL.KOSTNADPERTIMME(-9000000,1000000,16000)",
      result: 500,
      sv: "Kostnaden skriven med minus.",
      en: "The cost written with minus.",
    },
    { formula: "=KOLL.KOSTNADPERTIMME(9000000,0,0)", result: "#DIV/0!", sv: "Inga timmar.", en: "No hours." },
  ],
  twin: { variants: [{ formula: "(ABS({kostnad})-ABS({intäkt}))/{timmar}" }] },
};
