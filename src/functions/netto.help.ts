import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "NETTO",
  task: "budget",
  sv: {
    summary: "Netto av intäkt och kostnad, summerade med sina tecken.",
    about:
      "Lägger ihop intäkt och kostnad som de står. Skrivs kostnaden med minus blir svaret nettokostnaden med minus.",
    parameters: ["Intäkt, med det tecken den skrivs med.", "Kostnad, med det tecken den skrivs med."],
    mistakes: ["Båda skrivs som plus: då läggs de ihop. Skriv kostnaden med minus.", shared.sv.textTal],
  },
  en: {
    summary: "Net of income and cost, summed with their signs.",
    about:
      "Adds income and cost as they stand. With the cost written as minus the answer is the net cost as minus.",
    parameters: ["Income, signed as it is written.", "Cost, signed as it is written."],
    mistakes: [
      "Both are written as plus: they are then added up. Write the cost with minus.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.NETTO(46758,-301881)",
      result: -255123,
      sv: "Nettokostnad 255 123 tkr.",
      en: "Net cost 255,123 thousand.",
    },
    {
      formula: "=KOLL.NETTO(600,-14451)",
      result: -13851,
      sv: "Nettokostnad 13 851 tkr.",
      en: "Net cost 13,851 thousand.",
    },
    {
      formula: "=KOLL.NETTO({600,240},{-14451,-8741})",
      result: [[-13851, -8501]],
      sv: "Utfall och budget bredvid varandra.",
      en: "Outcome and budget side by side.",
    },
  ],
  twin: { variants: [{ formula: "{intäkt}+{kostnad}" }] },
};
