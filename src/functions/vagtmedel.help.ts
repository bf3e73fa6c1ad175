import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "VAGTMEDEL",
  task: "volym",
  sv: {
    summary: "Vägt medelvärde: varje värde räknas efter sin vikt.",
    about:
      'Summan av värde gånger vikt delad med summan av vikter. Där värdet är en text ("-", "saknas") utgår raden med sin vikt.',
    parameters: [
      "Värden, till exempel betyg eller priser.",
      "Vikter, lika stort område, till exempel antal svar eller dygn.",
    ],
    mistakes: [
      "En tom cell räknas som värdet 0 och drar ner medlet. Skriv - där värdet saknas.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "Weighted mean: each value counts by its weight.",
    about:
      'The sum of value times weight divided by the sum of weights. Where the value is a text ("-", "saknas") the row drops out with its weight.',
    parameters: [
      "Values, such as scores or prices.",
      "Weights, a range of the same size, such as answers or days.",
    ],
    mistakes: [
      "A blank cell counts as the value 0 and lowers the mean. Write - where the value is missing.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.VAGTMEDEL({4.1;3.8},{120;40})",
      result: 4.025,
      sv: "Två enheter efter antal svar.",
      en: "Two units by number of answers.",
    },
    {
      formula: '=KOLL.VAGTMEDEL({4.1;"-";3.8},{120;60;40})',
      result: 4.025,
      sv: "Enheten utan värde utgår.",
      en: "The unit without a value drops out.",
    },
    { formula: "=KOLL.VAGTMEDEL({4;5},{0;0})", result: "#DIV/0!", sv: "Inga vikter.", en: "No weights." },
  ],
  twin: {
    variants: [{ formula: "SUMPRODUCT({värden},{vikter})/SUMPRODUCT((1-ISTEXT({värden}))*{vikter})" }],
    limit: {
      sv: "En siffra som står som text utgår i formeln; funktionen säger ifrån.",
      en: "A figure stored as text drops out of the formula; the function objects.",
    },
  },
};
