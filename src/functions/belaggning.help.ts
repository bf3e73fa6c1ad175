import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "BELAGGNING",
  task: "volym",
  sv: {
    summary: "Beläggningen: belagda platser eller dygn av dem som finns.",
    about:
      "Belagda delat med platser, eller med platser gånger dagar när belagda räknas i dygn. Över 1 är överbeläggning.",
    parameters: [
      "Belagda platser, eller belagda dygn.",
      "Antal platser.",
      "Antal dagar när belagda är dygn. Standard är 1.",
    ],
    mistakes: [
      shared.sv.ratio,
      "Belagda räknas i dygn men dagar är utelämnat: andelen blir många gånger för stor.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "Occupancy: occupied places or days of those there are.",
    about:
      "Occupied divided by places, or by places times days when occupied is counted in days. Above 1 is overcrowding.",
    parameters: [
      "Occupied places, or occupied days.",
      "Number of places.",
      "Number of days when occupied is in days. Default: 1.",
    ],
    mistakes: [
      shared.en.ratio,
      "Occupied is in days but the days are omitted: the share becomes many times too large.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.BELAGGNING(43,51)",
      result: 0.8431,
      sv: "43 av 51 lägenheter är belagda.",
      en: "43 of 51 flats are occupied.",
    },
    {
      formula: "=KOLL.BELAGGNING(1450,51,31)",
      result: 0.9171,
      sv: "Belagda dygn under en månad.",
      en: "Occupied days in a month.",
    },
    { formula: "=KOLL.BELAGGNING(5,0)", result: "#DIV/0!", sv: "Inga platser.", en: "No places." },
  ],
  twin: { variants: [{ formula: "{belagda}/({platser}*{dagar})" }] },
};
