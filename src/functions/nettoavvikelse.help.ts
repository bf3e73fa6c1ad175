import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "NETTOAVVIKELSE",
  task: "budget",
  sv: {
    summary: "Nettots avvikelse mot budget när intäkt och kostnad står var för sig.",
    about:
      "Lägger ihop intäkt och kostnad, i utfall och i budget, och räknar avvikelsen. Plus är bättre än budget.",
    parameters: [
      "Intäkt, utfall.",
      "Kostnad, utfall.",
      "Intäkt, budget.",
      "Kostnad, budget.",
      shared.sv.tecken,
    ],
    mistakes: [
      "Utfall och budget skrivs med olika tecken. Alla fyra beloppen ska följa samma regel.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "The net's variance from budget when income and cost stand apart.",
    about:
      "Adds income and cost, in the outcome and in the budget, and calculates the variance. Plus is better than budget.",
    parameters: ["Income, outcome.", "Cost, outcome.", "Income, budget.", "Cost, budget.", shared.en.tecken],
    mistakes: [
      "Outcome and budget are signed differently. All four amounts should follow the same rule.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: '=KOLL.NETTOAVVIKELSE(600,-14451,240,-8741,"netto")',
      result: -5350,
      sv: "Kostnaden drog över mer än intäkterna täckte: underskott 5 350 tkr.",
      en: "The cost overran by more than the income covered: a deficit of 5,350 thousand.",
    },
    {
      formula: '=KOLL.NETTOAVVIKELSE(-600,14451,-240,8741,"kostnad")',
      result: -5350,
      sv: "Samma belopp med kostnad som plus ger samma avvikelse.",
      en: "The same amounts with cost as plus give the same variance.",
    },
    {
      formula: '=KOLL.NETTOAVVIKELSE(46758,-301881,45000,-302000,"netto")',
      result: 1877,
      sv: "Överskott 1 877 tkr.",
      en: "A surplus of 1,877 thousand.",
    },
  ],
  twin: {
    variants: [
      { when: { tecken: "netto" }, formula: "({intäkt}+{kostnad})-({intäktbudget}+{kostnadbudget})" },
      { when: { tecken: "kostnad" }, formula: "({intäktbudget}+{kostnadbudget})-({intäkt}+{kostnad})" },
    ],
  },
};
