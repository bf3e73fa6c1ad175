import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "RIKTVARDE",
  task: "period",
  sv: {
    summary: "Hur stor del av årsbudgeten som bör vara förbrukad efter en månad.",
    about:
      "Månadens andel av året: en tolftedel per månad, eller efter en profil. Jämförs med KOLL.FORBRUKNING.",
    parameters: [shared.sv.manad, shared.sv.profil],
    mistakes: [
      shared.sv.ratio,
      "Riktvärdet är jämnt fördelat om ingen profil ges, även för semesterlöner och hyror som inte är det.",
    ],
  },
  en: {
    summary: "How much of the year's budget should be used after a month.",
    about:
      "The month's share of the year: a twelfth a month, or by a profile. Compared with KOLL.FORBRUKNING.",
    parameters: [shared.en.manad, shared.en.profil],
    mistakes: [
      shared.en.ratio,
      "The guide value is even unless a profile is given, also for holiday pay and rents that are not.",
    ],
  },
  examples: [
    {
      formula: "=KOLL.RIKTVARDE(8)",
      result: 0.6667,
      sv: "Efter augusti: 66,7 %.",
      en: "After August: 66.7%.",
    },
    {
      formula: "=KOLL.RIKTVARDE(6,{9,9,9,8,8,8,7,7,8,9,9,9})",
      result: 0.51,
      sv: "Med profil: 51 % efter juni.",
      en: "With a profile: 51% after June.",
    },
    {
      formula: "=KOLL.RIKTVARDE({3,6,9,12})",
      result: [[0.25, 0.5, 0.75, 1]],
      sv: "Fyra kvartal i en rad.",
      en: "Four quarters in a row.",
    },
  ],
  twin: {
    variants: [
      { when: { profil: "omitted" }, formula: "{månad}/12" },
      {
        when: { profil: "given" },
        formula: "SUM({profil}*(SEQUENCE(ROWS({profil}),COLUMNS({profil}))<={månad}))/SUM({profil})",
        classic:
          "SUMPRODUCT({profil}*(ROW({profil})-MIN(ROW({profil}))+COLUMN({profil})-MIN(COLUMN({profil}))<{månad}))/SUM({profil})",
      },
    ],
  },
};
