import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "RULLANDEMEDEL",
  task: "period",
  sv: {
    summary: "Medelvärdet av de senaste tolv värdena vid varje punkt i en serie.",
    about:
      "Jämnar ut säsong. Innan fönstret är fullt, och där det innehåller text eller #SAKNAS!, är svaret #SAKNAS!, som diagram hoppar över.",
    parameters: [
      "En rad eller kolumn med tal i tidsordning.",
      "Hur många värden som medelvärdet tas av. Standard är 12.",
    ],
    mistakes: ['En tom cell räknas som 0. Skriv "" eller SAKNAS() där värdet saknas.', shared.sv.textTal],
  },
  en: {
    summary: "The mean of the last twelve values at each point of a series.",
    about:
      "Evens out the season. Until the window is full, and where it holds text or #N/A, the answer is #N/A, which charts skip.",
    parameters: [
      "A row or column of numbers in order of time.",
      "How many values the mean is taken of. Default: 12.",
    ],
    mistakes: ['A blank cell counts as 0. Write "" or NA() where a value is missing.', shared.en.textTal],
  },
  examples: [
    {
      formula: "=KOLL.RULLANDEMEDEL({2,4,6,8},2)",
      result: [["#N/A", 3, 5, 7]],
      sv: "Fönster om två månader.",
      en: "A window of two months.",
    },
    {
      formula: "=KOLL.RULLANDEMEDEL({3;6;9},3)",
      result: [["#N/A"], ["#N/A"], [6]],
      sv: "Först när tre värden finns.",
      en: "Only when there are three values.",
    },
    {
      formula: '=KOLL.RULLANDEMEDEL({2,4,"",8,10},2)',
      result: [["#N/A", 3, "#N/A", "#N/A", 9]],
      sv: "En lucka ger #SAKNAS! i varje fönster den ligger i.",
      en: "A gap gives #N/A in every window it lies in.",
    },
  ],
  twin: {
    none: {
      sv: "Det finns ingen enskild formel för hela serien. Skriv =MEDEL(B1:B12) i den tolfte raden och fyll nedåt.",
      en: "There is no single formula for the whole series. Write =AVERAGE(B1:B12) in the twelfth row and fill down.",
    },
  },
};
