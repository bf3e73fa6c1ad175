import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "MNKR",
  task: "siffror",
  sv: {
    summary: "Beloppet i miljoner kronor, utan avrundning.",
    about:
      "Delar med 1 000 från tkr eller med 1 000 000 från kr. Avrunda med talformatet, så att summor går ihop.",
    parameters: ["Belopp.", '"tkr" (standard) eller "kr": beloppets enhet.'],
    mistakes: ["Beloppet är redan i mnkr.", shared.sv.textTal],
  },
  en: {
    summary: "The amount in millions of kronor, unrounded.",
    about:
      "Divides by 1,000 from thousands or by 1,000,000 from kronor. Round with the number format, so that sums add up.",
    parameters: ["Amount.", '"tkr" (default: thousands) or "kr": the unit of the amount.'],
    mistakes: ["The amount is already in millions.", shared.en.textTal],
  },
  examples: [
    { formula: '=KOLL.MNKR(-17600,"tkr")', result: -17.6, sv: "17 600 tkr.", en: "17,600 thousand." },
    { formula: '=KOLL.MNKR(237500000,"kr")', result: 237.5, sv: "Från kronor.", en: "From kronor." },
    { formula: "=KOLL.MNKR({1250;-80})", result: [[1.25], [-0.08]], sv: "En kolumn.", en: "A column." },
  ],
  twin: {
    variants: [
      { when: { från: "tkr" }, formula: "{belopp}/1000" },
      { when: { från: "kr" }, formula: "{belopp}/1000000" },
    ],
  },
};
