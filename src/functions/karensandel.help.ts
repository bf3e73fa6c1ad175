import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "KARENSANDEL",
  task: "karens",
  sv: {
    summary: "Karensavdraget som andel av den ersättning som annars hade betalats.",
    about: "Avdraget delat med utbetald ersättning plus avdrag. Ersättningens tecken spelar ingen roll.",
    parameters: ["Karensavdrag, positivt.", "Utbetald ersättning, efter avdrag."],
    mistakes: ["Ersättningen ges före avdrag: då räknas avdraget två gånger.", shared.sv.ratio],
  },
  en: {
    summary: "The deduction as a share of the payment there would otherwise have been.",
    about: "The deduction divided by payment made plus deduction. The sign of the payment doesn't matter.",
    parameters: ["Deduction, positive.", "Payment made, after the deduction."],
    mistakes: [
      "The payment is given before the deduction: the deduction then counts twice.",
      shared.en.ratio,
    ],
  },
  examples: [
    {
      formula: "=KOLL.KARENSANDEL(2.7,134.4)",
      result: 0.0197,
      sv: "2,0 % av ersättningen hölls inne.",
      en: "2.0% of the payment was withheld.",
    },
    {
      formula: "=KOLL.KARENSANDEL(2.7,-134.4)",
      result: 0.0197,
      sv: "Ersättningen skriven som kostnad.",
      en: "The payment written as a cost.",
    },
    {
      formula: "=KOLL.KARENSANDEL(0,0)",
      result: "#DIV/0!",
      sv: "Ingen ersättning alls.",
      en: "No payment at all.",
    },
  ],
  twin: { variants: [{ formula: "{karens}/(ABS({ersättning})+{karens})" }] },
};
