import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "ERSATTNINGSEFFEKT",
  task: "volym",
  sv: {
    summary: "Vad färre eller fler ersatta timmar är värda.",
    about: "Timmar före minus efter, gånger timpris och antal månader. Plus är lägre kostnad.",
    parameters: [
      "Timmar per månad före.",
      "Timmar per månad efter.",
      "Pris per timme i kronor.",
      "Antal månader. Standard är 1.",
    ],
    mistakes: [
      "Timmarna gäller ett år men månader är 12: effekten blir tolv gånger för stor.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "What fewer or more reimbursed hours are worth.",
    about: "Hours before minus after, times price per hour and number of months. Plus is lower cost.",
    parameters: [
      "Hours a month before.",
      "Hours a month after.",
      "Price per hour in kronor.",
      "Number of months. Default: 1.",
    ],
    mistakes: [
      "The hours are for a year but months is 12: the effect becomes twelve times too large.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.ERSATTNINGSEFFEKT(26000,23000,500,12)",
      result: 18000000,
      sv: "3 000 timmar mindre i månaden: 18 mnkr på ett år.",
      en: "3,000 hours less a month: 18 m in a year.",
    },
    {
      formula: "=KOLL.ERSATTNINGSEFFEKT(26000,23000,500)",
      result: 1500000,
      sv: "En månad.",
      en: "One month.",
    },
    {
      formula: "=KOLL.ERSATTNINGSEFFEKT(100,120,450,6)",
      result: -54000,
      sv: "Fler timmar: högre kostnad.",
      en: "More hours: higher cost.",
    },
  ],
  twin: { variants: [{ formula: "({timmar_före}-{timmar_efter})*{timpris}*{månader}" }] },
};
