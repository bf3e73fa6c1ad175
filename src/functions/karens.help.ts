import type { FunctionHelp } from "./core/help";
import { karensHelp } from "./core/karensHelp";

const { sv, en } = karensHelp;

export const help: FunctionHelp = {
  id: "KARENS",
  task: "karens",
  sv: {
    summary:
      "Daglig verksamhet – inte karensavdrag enligt sjuklönelagen: ersättning som hålls inne vid lång frånvaro, i kronor.",
    about: `${sv.about} Svaret är avdraget i kronor, positivt: det minskar utförarens intäkt och beställarens kostnad. En matris med en deltagare per kolumn ger ett belopp per deltagare.`,
    parameters: [
      sv.planerad,
      sv.narvaro,
      "Pris i kronor: ett per heldag (halvdag är hälften), en rad med heldag och halvdag, ett per dag, eller en rad med ett per deltagare.",
      sv.troskel,
      sv.frandag,
      sv.rakna,
    ],
    mistakes: [
      ...sv.mistakes,
      "Två deltagare och två priser i en rad läses som heldag och halvdag. Skriv då priserna per dag.",
    ],
  },
  en: {
    summary:
      "Daily activities – not the deduction of the Sick Pay Act: payment withheld for a long absence, in kronor.",
    about: `${en.about} The answer is the deduction in kronor, positive: it lowers the provider's income and the purchaser's cost. A matrix with a participant per column gives an amount per participant.`,
    parameters: [
      en.planerad,
      en.narvaro,
      "Price in kronor: one per full day (a half day is half of it), a row with full day and half day, one per day, or a row with one per participant.",
      en.troskel,
      en.frandag,
      en.rakna,
    ],
    mistakes: [
      ...en.mistakes,
      "Two participants and two prices in a row are read as full day and half day. Write the prices per day instead.",
    ],
  },
  examples: [
    {
      formula: "=KOLL.KARENS({1;1;1;1;1;1;1;1;1;1;1;1},{1;0;0;0;0;0;0;0;0;0;0;1},1000)",
      result: 10000,
      sv: "Frånvarande dag 2–11, tio dagar: hela frånvaron dras av.",
      en: "Absent on days 2–11, ten days: the whole absence is deducted.",
    },
    {
      formula: "=KOLL.KARENS({1;1;1;1;1;1;1;1;1;0.5;0.5;0.5},{0;0;0;0;0;0;0;0;0;0;0;0},{1000,600})",
      result: 10800,
      sv: "Nio heldagar och tre halvdagar med var sitt pris.",
      en: "Nine full days and three half days with a price each.",
    },
    {
      formula: "=KOLL.KARENS({1;1;1;1;1;1;1;1;1;0.5;0.5;0.5},{0;0;0;0;0;0;0;0;0;0;0;0},1000,10,11)",
      result: 1000,
      sv: "Avdrag först från elfte dagen: två halvdagar.",
      en: "Deducted only from the eleventh day: two half days.",
    },
  ],
  twin: {
    none: {
      sv: "Frånvaron räknas dag för dag med minne av den förra och har ingen sluten formel.",
      en: "The absence is counted day by day, remembering the one before, and has no closed formula.",
    },
  },
};
