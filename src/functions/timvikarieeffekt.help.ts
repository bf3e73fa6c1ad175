import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "TIMVIKARIEEFFEKT",
  task: "personal",
  sv: {
    summary: "Kostnad som flyttas när andelen timavlönade når målet. Ingen besparing.",
    about:
      "Den del av timvikariernas kostnad som ligger över målandelen. Det är en bruttosumma som flyttas till månadsanställda, inte en besparing: arbetet ska fortfarande utföras.",
    parameters: [
      "Kostnad för timavlönade.",
      "Andel timavlönade nu.",
      "Andel enligt målet, skriven på samma sätt.",
    ],
    mistakes: [
      "Effekten redovisas som besparing. Den är en omflyttning, brutto.",
      "Den ena andelen skrivs 18,9 och den andra 0,15.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "Cost that moves when the share of hourly staff reaches its goal. Not a saving.",
    about:
      "The part of the hourly staff's cost above the goal share. It is a gross amount that moves to monthly staff, not a saving: the work remains to be done.",
    parameters: [
      "Cost of hourly staff.",
      "Share of hourly staff now.",
      "Share by the goal, written the same way.",
    ],
    mistakes: [
      "The effect is reported as a saving. It is a move, gross.",
      "One share is written 18.9 and the other 0.15.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.TIMVIKARIEEFFEKT(128,0.189,0.15)",
      result: 26.41,
      sv: "Från 18,9 till 15 %: 26,4 mnkr flyttas.",
      en: "From 18.9 to 15%: 26.4 m moves.",
    },
    {
      formula: "=KOLL.TIMVIKARIEEFFEKT(128,0.12,0.15)",
      result: -32,
      sv: "Under målet: minus är utrymme.",
      en: "Below the goal: minus is room.",
    },
    {
      formula: "=KOLL.TIMVIKARIEEFFEKT(128,0,0.15)",
      result: "#DIV/0!",
      sv: "Ingen timavlönad att flytta.",
      en: "No hourly staff to move.",
    },
  ],
  twin: { variants: [{ formula: "{kostnad}*({andel}-{målandel})/{andel}" }] },
};
