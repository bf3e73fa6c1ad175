import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "AVSTAMNING",
  task: "siffror",
  sv: {
    summary: "0 när delarna ger summan, annars skillnaden. Avrundning av tryckta tal godtas.",
    about:
      "Varje tryckt tal kan ha avrundats med en halv enhet i sista decimalen. Skillnader inom den marginalen, (antal delar + 1) halva enheter, är 0; större skillnader visas.",
    parameters: [
      "Den tryckta summan.",
      "Delarna. Text räknas inte.",
      "Decimaler som talen är tryckta med. Standard är 1; 0 för hela tal, −3 för tusental.",
    ],
    mistakes: [
      "Hela kolumnen markeras: varje tom cell räknas som en del och vidgar marginalen. Markera bara delarna.",
      "Decimaler är utelämnat för tal utan avrundning. Ange 9 för öresprecision och mer.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "0 when the parts give the total, otherwise the difference. Rounding in print is accepted.",
    about:
      "Each printed figure may have been rounded by half a unit in its last decimal. Differences within that margin, (number of parts + 1) half units, are 0; larger ones are shown.",
    parameters: [
      "The printed total.",
      "The parts. Text doesn't count.",
      "Decimals the figures are printed with. Default: 1; 0 for whole numbers, −3 for thousands.",
    ],
    mistakes: [
      "The whole column is selected: each blank cell counts as a part and widens the margin. Select the parts only.",
      "Decimals are omitted for figures that aren't rounded. Give 9 for exact amounts.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.AVSTAMNING(-138.4,{-134.4;-4})",
      result: 0,
      sv: "Delarna ger summan.",
      en: "The parts give the total.",
    },
    {
      formula: "=KOLL.AVSTAMNING(-134.4,{-134.4;-4})",
      result: 4,
      sv: "Summan saknar en del på 4,0.",
      en: "The total lacks a part of 4.0.",
    },
    {
      formula: "=KOLL.AVSTAMNING(1,{0.3;0.3;0.3})",
      result: 0,
      sv: "0,1 ryms i avrundningen av fyra tal.",
      en: "0.1 fits in the rounding of four figures.",
    },
  ],
  twin: {
    variants: [
      {
        formula:
          "LET(d,{summa}-SUM({delar}),IF(ROUND(ABS(d)-(SUMPRODUCT(1-ISTEXT({delar}))+1)*0.5/10^{decimaler},9)<=0,0,d))",
        classic:
          "IF(ROUND(ABS({summa}-SUM({delar}))-(SUMPRODUCT(1-ISTEXT({delar}))+1)*0.5/10^{decimaler},9)<=0,0,{summa}-SUM({delar}))",
      },
    ],
  },
};
