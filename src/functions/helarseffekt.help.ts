import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "HELARSEFFEKT",
  task: "mal",
  sv: {
    summary: "Åtgärdens effekt på ett helt år, utifrån det första årets.",
    about: "Motsatsen till KOLL.DELARSEFFEKT.",
    parameters: ["Effekt under det första året.", "Startmånad 1–12."],
    mistakes: ["Effekten avser redan ett helt år.", shared.sv.textTal],
  },
  en: {
    summary: "The measure's effect in a full year, from that of the first.",
    about: "The inverse of KOLL.DELARSEFFEKT.",
    parameters: ["Effect in the first year.", "Start month 1–12."],
    mistakes: ["The effect is already that of a full year.", shared.en.textTal],
  },
  examples: [
    {
      formula: "=KOLL.HELARSEFFEKT(100,9)",
      result: 300,
      sv: "Fyra månader ger 100: helår 300.",
      en: "Four months give 100: the full year 300.",
    },
    {
      formula: "=KOLL.HELARSEFFEKT(202,4)",
      result: 269.33,
      sv: "Nio månader ger 202.",
      en: "Nine months give 202.",
    },
    { formula: "=KOLL.HELARSEFFEKT(50,1)", result: 50, sv: "Hela året.", en: "The whole year." },
  ],
  twin: { variants: [{ formula: "{årseffekt}*12/(13-{startmånad})" }] },
};
