import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "FORANDRING",
  task: "budget",
  sv: {
    summary: "Förändringen mellan två år, med tecken eller som kostnadsökning.",
    about:
      'Med "netto" är svaret nytt belopp minus gammalt, med tecken. Med "kostnad" jämförs storlekarna, så att dyrare alltid är plus, även när kostnader skrivs med minus.',
    parameters: ["Det nya beloppet.", "Det gamla beloppet.", '"netto" (standard) eller "kostnad".'],
    mistakes: [
      'Med "netto" blir en kostnadsökning minus när kostnader skrivs med minus. Vill du ha plus för dyrare, välj "kostnad".',
      'Med "kostnad" ger en intäkt mot en kostnad #SAKNAS!: de går inte att jämföra som kostnader.',
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "The change between two years, signed or as a rise in cost.",
    about:
      'With "netto" the answer is the new amount minus the old, signed. With "kostnad" the sizes are compared, so that dearer is always plus, also when costs are written with minus.',
    parameters: ["The new amount.", "The old amount.", '"netto" (default) or "kostnad".'],
    mistakes: [
      'With "netto" a rise in cost becomes minus when costs are written with minus. Choose "kostnad" for plus as dearer.',
      'With "kostnad" an income against a cost gives #N/A: they can\'t be compared as costs.',
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: '=KOLL.FORANDRING(-928.7,-855.4,"netto")',
      result: -73.3,
      sv: "Resultatet försämrades med 73,3 mnkr.",
      en: "The result fell by 73.3 m.",
    },
    {
      formula: '=KOLL.FORANDRING(-928.7,-855.4,"kostnad")',
      result: 73.3,
      sv: "Kostnaden ökade med 73,3 mnkr.",
      en: "The cost rose by 73.3 m.",
    },
    {
      formula: '=KOLL.FORANDRING(-20,5,"kostnad")',
      result: "#N/A",
      sv: "En intäkt har blivit en kostnad: beloppen byter tecken.",
      en: "An income has become a cost: the amounts change sign.",
    },
  ],
  twin: {
    variants: [
      { when: { art: "netto" }, formula: "{ny}-{gammal}" },
      { when: { art: "kostnad" }, formula: "IF(SIGN({ny})*SIGN({gammal})<0,NA(),ABS({ny})-ABS({gammal}))" },
    ],
  },
};
