import type { FunctionHelp } from "./core/help";

export const help: FunctionHelp = {
  id: "DVERSATTNING",
  task: "karens",
  sv: {
    summary: "Daglig verksamhet: ersättning för planerade dagar efter nivå och prislista.",
    about:
      "Summerar priset för varje planerad dag efter deltagarens stödnivå. Dagar utan planering behöver ingen nivå.",
    parameters: [
      'Planerade dagar: 1 eller "heldag", 0,5 eller "halvdag", 0 eller tomt.',
      "Nivå per dag, lika stort område, eller en nivå för alla.",
      "Prislista med tre kolumner: nivå, pris för heldag, pris för halvdag.",
    ],
    mistakes: [
      "En nivå som inte står i prislistan ger #SAKNAS! med nivån och dagen.",
      "Prislistan har fler än tre kolumner. Markera bara nivå, heldag och halvdag.",
    ],
  },
  en: {
    summary: "Daily activities: payment for planned days by level and price list.",
    about:
      "Sums the price of each planned day by the participant's support level. Days with nothing planned need no level.",
    parameters: [
      'Planned days: 1 or "heldag", 0.5 or "halvdag", 0 or blank.',
      "Level by day, a range of the same size, or one level for all.",
      "Price list with three columns: level, price of a full day, price of a half day.",
    ],
    mistakes: [
      "A level that is not in the price list gives #N/A with the level and the day.",
      "The price list has more than three columns. Select only level, full day and half day.",
    ],
  },
  examples: [
    {
      formula: "=KOLL.DVERSATTNING({1;0.5;0;1},{1;2;2;2},{1,800,450;2,1000,560})",
      result: 2360,
      sv: "En heldag på nivå 1, en halvdag och en heldag på nivå 2.",
      en: "A full day at level 1, a half day and a full day at level 2.",
    },
    {
      formula: "=KOLL.DVERSATTNING({1;1;1},2,{1,800,450;2,1000,560})",
      result: 3000,
      sv: "Samma nivå alla dagar.",
      en: "The same level every day.",
    },
    {
      formula: "=KOLL.DVERSATTNING({1;1},{1;7},{1,800,450;2,1000,560})",
      result: "#N/A",
      sv: "Nivå 7 finns inte i prislistan.",
      en: "Level 7 is not in the price list.",
    },
  ],
  twin: {
    variants: [
      {
        formula:
          "SUMPRODUCT(({planerad}=1)*SUMIF(INDEX({prislista},0,1),{nivå},INDEX({prislista},0,2))+({planerad}=0.5)*SUMIF(INDEX({prislista},0,1),{nivå},INDEX({prislista},0,3)))",
      },
    ],
    limit: {
      sv: "Formeln läser bara planeringen i siffror (1 och 0,5) och räknar en okänd nivå som 0.",
      en: "The formula reads the plan in figures only (1 and 0.5) and counts an unknown level as 0.",
    },
  },
};
