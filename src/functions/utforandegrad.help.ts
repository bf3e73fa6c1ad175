import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "UTFORANDEGRAD",
  task: "volym",
  sv: {
    summary: "Hur stor del av beviljad tid som utförs.",
    about: "Utförda timmar delat med beviljade.",
    parameters: ["Utförd tid.", "Beviljad tid, i samma enhet och period."],
    mistakes: [shared.sv.ratio, "Utfört och beviljat gäller olika perioder.", shared.sv.textTal],
  },
  en: {
    summary: "How much of the granted time is performed.",
    about: "Hours performed divided by hours granted.",
    parameters: ["Time performed.", "Time granted, in the same unit and period."],
    mistakes: [shared.en.ratio, "Performed and granted are of different periods.", shared.en.textTal],
  },
  examples: [
    {
      formula: "=KOLL.UTFORANDEGRAD(26000,37000)",
      result: 0.7027,
      sv: "70 % av beviljad hemtjänst utförs.",
      en: "70% of granted home care is performed.",
    },
    {
      formula: "=KOLL.UTFORANDEGRAD({26000;5000},{37000;5200})",
      result: [[0.7027], [0.9615]],
      sv: "Två områden.",
      en: "Two areas.",
    },
    {
      formula: "=KOLL.UTFORANDEGRAD(10,0)",
      result: "#DIV/0!",
      sv: "Inget beviljat.",
      en: "Nothing granted.",
    },
  ],
  twin: { variants: [{ formula: "{utförd}/{beviljad}" }] },
};
