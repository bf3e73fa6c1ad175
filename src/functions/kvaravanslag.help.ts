import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "KVARAVANSLAG",
  task: "budget",
  sv: {
    summary: "Vad som är kvar av ett anslag. Minus betyder överskridet.",
    about: "Anslagets storlek minus utfallets, oavsett om beloppen skrivs med plus eller minus.",
    parameters: ["Anslag, till exempel för investeringar.", "Utfall mot anslaget."],
    mistakes: [
      "Är utfallet en intäkt räknas den ändå som förbrukning: bara storleken läses.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "What is left of an appropriation. Minus means overdrawn.",
    about:
      "The size of the appropriation minus that of the outcome, whether the amounts are written as plus or minus.",
    parameters: ["Appropriation, for investments for instance.", "Outcome against the appropriation."],
    mistakes: [
      "If the outcome is an income it still counts as spending: only the size is read.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.KVARAVANSLAG(2254,870)",
      result: 1384,
      sv: "1 384 tkr kvar att överföra.",
      en: "1,384 thousand left to carry over.",
    },
    {
      formula: "=KOLL.KVARAVANSLAG(-2.3,-0.8)",
      result: 1.5,
      sv: "Med minus blir svaret detsamma.",
      en: "With minus the answer is the same.",
    },
    {
      formula: "=KOLL.KVARAVANSLAG(500,620)",
      result: -120,
      sv: "Anslaget är överskridet med 120.",
      en: "The appropriation is overdrawn by 120.",
    },
  ],
  twin: { variants: [{ formula: "ABS({anslag})-ABS({utfall})" }] },
};
