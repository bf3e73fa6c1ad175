import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "EXKLUSIVE",
  task: "budget",
  sv: {
    summary: "Beloppet utan tillfälliga effekter, till exempel covid eller återsökt moms.",
    about:
      "Drar av en eller flera effekter från beloppet. Effekten skrivs med det tecken den har i beloppet: en intäkt som ska bort är plus.",
    parameters: [
      "Beloppet som effekterna ingår i.",
      "En eller flera effekter som ska bort, med samma tecken som i beloppet.",
    ],
    mistakes: [
      "Ett område med flera effekter läggs inte ihop, det ger ett svar per cell. Skriv SUMMA(C2:C5) som effekt.",
      "Effekten skrivs med fel tecken och läggs till i stället för att tas bort.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "The amount without temporary effects, such as covid or reclaimed VAT.",
    about:
      "Takes one or more effects out of the amount. An effect is signed as it is in the amount: an income to be taken out is plus.",
    parameters: [
      "The amount that holds the effects.",
      "One or more effects to take out, signed as in the amount.",
    ],
    mistakes: [
      "A range of effects is not added up, it gives an answer per cell. Write SUM(C2:C5) as the effect.",
      "The effect is signed the wrong way and is added instead of taken out.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.EXKLUSIVE(-1269.7,0.9)",
      result: -1270.6,
      sv: "Utan det tillfälliga bidraget på 0,9 mnkr.",
      en: "Without the temporary grant of 0.9 m.",
    },
    {
      formula: "=KOLL.EXKLUSIVE(-85.7,-3.2,1.5)",
      result: -84,
      sv: "Två effekter: en kostnad och en intäkt.",
      en: "Two effects: a cost and an income.",
    },
    {
      formula: "=KOLL.EXKLUSIVE({-10;-20},{1;2})",
      result: [[-11], [-22]],
      sv: "En effekt per rad.",
      en: "One effect per row.",
    },
  ],
  twin: { variants: [{ formula: "{belopp}-({effekt|+})" }] },
};
