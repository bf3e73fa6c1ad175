import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "DELARSEFFEKT",
  task: "mal",
  sv: {
    summary: "Åtgärdens effekt under det första året, när den börjar mitt i året.",
    about: "Helårseffekten gånger den del av året som återstår från startmånadens första dag.",
    parameters: ["Effekt på ett helt år.", "Startmånad 1–12: effekten börjar den första i månaden."],
    mistakes: ["Startmånad 9 ger fyra månader (september–december), inte tre.", shared.sv.textTal],
  },
  en: {
    summary: "The measure's effect in its first year, when it starts during the year.",
    about: "The full-year effect times the part of the year left from the first day of the start month.",
    parameters: ["Effect in a full year.", "Start month 1–12: the effect starts on the first of the month."],
    mistakes: ["Start month 9 gives four months (September–December), not three.", shared.en.textTal],
  },
  examples: [
    {
      formula: "=KOLL.DELARSEFFEKT(300,9)",
      result: 100,
      sv: "Start i september: fyra tolftedelar.",
      en: "Start in September: four twelfths.",
    },
    {
      formula: "=KOLL.DELARSEFFEKT(421,11)",
      result: 70.17,
      sv: "Start i november.",
      en: "Start in November.",
    },
    {
      formula: "=KOLL.DELARSEFFEKT(300,13)",
      result: "#VALUE!",
      sv: "Månaden finns inte.",
      en: "There is no such month.",
    },
  ],
  twin: { variants: [{ formula: "{helårseffekt}*(13-{startmånad})/12" }] },
};
