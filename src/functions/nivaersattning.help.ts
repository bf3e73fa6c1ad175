import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "NIVAERSATTNING",
  task: "karens",
  sv: {
    summary: "Antal gånger pris, summerat över nivåer.",
    about: "Till ersättning per nivå, insats eller prisgrupp. Områdena ska vara lika stora: inget upprepas.",
    parameters: ["Antal per nivå.", "Pris per nivå, lika stort område."],
    mistakes: [
      "Antal i en kolumn och priser i en rad: gör dem lika.",
      "Rubriken är med i området och ger #VÄRDEFEL!.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "Number times price, summed over levels.",
    about:
      "For payment by level, service or price group. The ranges should be of equal size: nothing is repeated.",
    parameters: ["Number by level.", "Price by level, a range of the same size."],
    mistakes: [
      "Numbers in a column and prices in a row: make them alike.",
      "The header is in the range and gives #VALUE!.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.NIVAERSATTNING({10;5;2},{800;1000;1400})",
      result: 15800,
      sv: "Tre nivåer.",
      en: "Three levels.",
    },
    { formula: "=KOLL.NIVAERSATTNING(12,950)", result: 11400, sv: "En enda nivå.", en: "A single level." },
    {
      formula: "=KOLL.NIVAERSATTNING({10;5},{800;1000;1400})",
      result: "#VALUE!",
      sv: "Olika stora områden.",
      en: "Ranges of different sizes.",
    },
  ],
  twin: {
    variants: [{ formula: "SUMPRODUCT({antal},{pris})" }],
    limit: {
      sv: "PRODUKTSUMMA räknar text som 0 i stället för fel.",
      en: "SUMPRODUCT counts text as 0 instead of an error.",
    },
  },
};
