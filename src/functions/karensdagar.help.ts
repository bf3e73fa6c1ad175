import type { FunctionHelp } from "./core/help";
import { karensHelp } from "./core/karensHelp";

const { sv, en } = karensHelp;

export const help: FunctionHelp = {
  id: "KARENSDAGAR",
  task: "karens",
  sv: {
    summary:
      "Daglig verksamhet – inte karensavdrag enligt sjuklönelagen: hur många planerade dagar avdraget gäller.",
    about: `${sv.about} Svaret är dagar: en heldag är 1 och en halvdag 0,5.`,
    parameters: [sv.planerad, sv.narvaro, sv.troskel, sv.frandag, sv.rakna],
    mistakes: sv.mistakes,
  },
  en: {
    summary:
      "Daily activities – not the deduction of the Sick Pay Act: how many planned days the deduction covers.",
    about: `${en.about} The answer is in days: a full day is 1 and a half day 0.5.`,
    parameters: [en.planerad, en.narvaro, en.troskel, en.frandag, en.rakna],
    mistakes: en.mistakes,
  },
  examples: [
    {
      formula: "=KOLL.KARENSDAGAR({1;1;1;1;1;1;1;1;1;0.5;0.5;0.5},{0;0;0;0;0;0;0;0;0;0;0;0})",
      result: 10.5,
      sv: "Nio heldagar och tre halvdagar.",
      en: "Nine full days and three half days.",
    },
    {
      formula: "=KOLL.KARENSDAGAR({1,1,0,0,0,1,1,0,0,0,1,1,0,0,0},{0,0,0,0,0,0,0,0,0,0,0,0,0,0,0})",
      result: 0,
      sv: "Planerad två dagar i veckan: sex planerade dagar når inte tio.",
      en: "Planned two days a week: six planned days don't reach ten.",
    },
    {
      formula:
        '=KOLL.KARENSDAGAR({1,1,0,0,0,1,1,0,0,0,1,1,0,0,0},{0,0,0,0,0,0,0,0,0,0,0,0,0,0,0},10,1,"arbetsdagar")',
      result: 6,
      sv: "Räknat i arbetsdagar varade frånvaron i tolv dagar: sex planerade dagar dras av.",
      en: "Counted in working days the absence lasted twelve: six planned days are deducted.",
    },
  ],
  twin: {
    none: {
      sv: "Frånvaron räknas dag för dag med minne av den förra och har ingen sluten formel.",
      en: "The absence is counted day by day, remembering the one before, and has no closed formula.",
    },
  },
};
