import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "PERIODBUDGET",
  task: "period",
  sv: {
    summary: "Årsbudgetens del till och med en månad.",
    about: "En tolftedel per månad, eller fördelad efter en profil med tolv vikter.",
    parameters: ["Budget för hela året.", shared.sv.manad, shared.sv.profil],
    mistakes: [
      "Månaden skrivs som text (”augusti”) eller datum. Skriv 8, eller MÅNAD(A1).",
      "Profilen har en summarad med: den ska vara precis 12 celler.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "The part of the year's budget up to and including a month.",
    about: "A twelfth a month, or spread by a profile of twelve weights.",
    parameters: ["Budget for the full year.", shared.en.manad, shared.en.profil],
    mistakes: [
      "The month is written as text (“August”) or a date. Write 8, or MONTH(A1).",
      "The profile includes a total: it should be exactly 12 cells.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.PERIODBUDGET(42857,8)",
      result: 28571.33,
      sv: "Åtta tolftedelar av 42 857.",
      en: "Eight twelfths of 42,857.",
    },
    {
      formula: "=KOLL.PERIODBUDGET(1200,3,{2,1,1,1,1,1,1,1,1,1,1,0})",
      result: 400,
      sv: "Januari väger dubbelt: en tredjedel på tre månader.",
      en: "January weighs double: a third in three months.",
    },
    {
      formula: "=KOLL.PERIODBUDGET({1200;2400},6)",
      result: [[600], [1200]],
      sv: "Flera rader, samma månad.",
      en: "Several rows, the same month.",
    },
  ],
  twin: {
    variants: [
      { when: { profil: "omitted" }, formula: "{helår}*{månad}/12" },
      {
        when: { profil: "given" },
        formula: "{helår}*SUM({profil}*(SEQUENCE(ROWS({profil}),COLUMNS({profil}))<={månad}))/SUM({profil})",
        classic:
          "{helår}*SUMPRODUCT({profil}*(ROW({profil})-MIN(ROW({profil}))+COLUMN({profil})-MIN(COLUMN({profil}))<{månad}))/SUM({profil})",
      },
    ],
  },
};
