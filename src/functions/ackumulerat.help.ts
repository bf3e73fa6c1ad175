import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "ACKUMULERAT",
  task: "period",
  sv: {
    summary: "Löpande summa av en rad eller kolumn.",
    about:
      "Varje position visar summan dit. Med antal stannar serien efter så många positioner och resten är tom text, så att ett diagram slutar vid senaste månaden.",
    parameters: ["En rad eller kolumn med tal.", "Hur många positioner som ska med. Standard är alla."],
    mistakes: [
      "Ett fel i en månad följer med i alla summor efter den.",
      "Det måste finnas tomma celler att spilla ut i, annars blir det #SPILL!.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "Running sum of a row or column.",
    about:
      "Each position shows the sum so far. With a number the series stops after that many positions and the rest is empty text, so that a chart ends at the latest month.",
    parameters: ["A row or column of numbers.", "How many positions to include. Default: all."],
    mistakes: [
      "An error in a month follows along in every sum after it.",
      "There must be blank cells to spill into, otherwise #SPILL!.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.ACKUMULERAT({10,20,30})",
      result: [[10, 30, 60]],
      sv: "Tre månader, löpande.",
      en: "Three months, running.",
    },
    {
      formula: "=KOLL.ACKUMULERAT({10,20,30},2)",
      result: [[10, 30, ""]],
      sv: "Bara de två bokförda månaderna.",
      en: "Only the two booked months.",
    },
    {
      formula: "=KOLL.ACKUMULERAT({-5;7;-1})",
      result: [[-5], [2], [1]],
      sv: "En kolumn ger en kolumn.",
      en: "A column gives a column.",
    },
  ],
  twin: {
    variants: [
      {
        when: { antal: "omitted" },
        formula: "SCAN(0,{serie},LAMBDA(a,b,a+b))",
        classic:
          "IF(ROWS({serie})=1,MMULT({serie},--(TRANSPOSE(COLUMN({serie}))<=COLUMN({serie}))),MMULT(--(ROW({serie})>=TRANSPOSE(ROW({serie}))),{serie}))",
      },
    ],
    limit: {
      sv: "Utan SCAN skrivs formeln som matrisformel (Ctrl+Skift+Retur) och tål inga tomma celler. Med antal finns ingen motsvarighet.",
      en: "Without SCAN the formula is entered as an array formula (Ctrl+Shift+Enter) and takes no blank cells. With a number there is no equivalent.",
    },
  },
};
