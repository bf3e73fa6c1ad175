import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "AVVIKELSE",
  task: "budget",
  sv: {
    summary: "Avvikelsen mellan utfall och budget. Plus är bättre än budget, minus sämre.",
    about:
      "Visar överskott (plus) eller underskott (minus) i samma enhet som beloppen, oavsett om kostnader skrivs med minus eller plus. Samma funktion används för prognos mot budget: skriv prognosen som utfall.",
    parameters: ["Utfall eller prognos.", "Budget för samma period.", shared.sv.tecken],
    mistakes: [
      'Kostnader skrivs som plus men tecken är utelämnat: då blir ett underskott ett överskott. Ange "kostnad".',
      "Utfall för perioden jämförs med helårets budget. Räkna fram periodens budget med KOLL.PERIODBUDGET.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "The variance between outcome and budget. Plus is better than budget, minus worse.",
    about:
      "Shows a surplus (plus) or a deficit (minus) in the unit of the amounts, whether costs are written with minus or plus. The same function serves for forecast against budget: give the forecast as the outcome.",
    parameters: ["Outcome or forecast.", "Budget for the same period.", shared.en.tecken],
    mistakes: [
      'Costs are written as plus but the sign is omitted: a deficit then becomes a surplus. Give "kostnad".',
      "The period's outcome is compared with the full year's budget. Get the period's budget with KOLL.PERIODBUDGET.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: '=KOLL.AVVIKELSE(-34.4,-4.7,"netto")',
      result: -29.7,
      sv: "Nettokostnad 34,4 mnkr mot budget 4,7: underskott 29,7.",
      en: "Net cost 34.4 m against budget 4.7: a deficit of 29.7.",
    },
    {
      formula: '=KOLL.AVVIKELSE(8741,14451,"kostnad")',
      result: 5710,
      sv: "Kostnad 8 741 tkr mot budget 14 451, skrivna som plus: 5 710 under budget.",
      en: "Cost 8,741 thousand against budget 14,451, written as plus: 5,710 below budget.",
    },
    {
      formula: '=KOLL.AVVIKELSE({-34.4;-12.4},{-4.7;0},"netto")',
      result: [[-29.7], [-12.4]],
      sv: "Flera rader på en gång: svaret spiller nedåt.",
      en: "Several rows at once: the answer spills down.",
    },
  ],
  twin: {
    variants: [
      { when: { tecken: "netto" }, formula: "{utfall}-{budget}" },
      { when: { tecken: "kostnad" }, formula: "{budget}-{utfall}" },
    ],
  },
};
