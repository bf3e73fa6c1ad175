import { forecastHelp } from "./core/forecastHelp";
import type { FunctionHelp } from "./core/help";

export const help: FunctionHelp = {
  id: "PROGNOS",
  task: "prognos",
  sv: {
    summary: "Helårsprognos: årets total utifrån bokförda månader, historik eller budget.",
    about:
      "Lägger ihop de bokförda månaderna och en prognos för resten. Metoden väljs i ord; auto väljer efter hur lång historiken är och hur väl metoderna hade träffat tidigare år. Med tolv bokförda månader är svaret summan. Vilken metod som användes visar KOLL.PROGNOSMETOD.",
    parameters: forecastHelp.sv,
    mistakes: forecastHelp.mistakes.sv,
  },
  en: {
    summary: "Full-year forecast: the year's total from booked months, history or budget.",
    about:
      "Adds the booked months and a forecast for the rest. The method is chosen in words; auto chooses by the length of the history and how well the methods would have done in earlier years. With twelve booked months the answer is the sum. KOLL.PROGNOSMETOD shows the method used.",
    parameters: forecastHelp.en,
    mistakes: forecastHelp.mistakes.en,
  },
  examples: [
    {
      formula: '=KOLL.PROGNOS({10,10,10,10,10,10,10,10,0,0,0,0},,"rak",,8)',
      result: 120,
      sv: "Åtta månader à 10: samma takt året ut.",
      en: "Eight months of 10: the same pace all year.",
    },
    {
      formula: '=KOLL.PROGNOS({10,20},,"restbudget",1200)',
      result: 1030,
      sv: "30 bokfört och tio månader kvar av en jämn budget på 1 200.",
      en: "30 booked and ten months left of an even budget of 1,200.",
    },
    {
      formula: '=KOLL.PROGNOS({10,20},{1,1,1,1,1,1,1,1,1,1,1,1},"aterstod")',
      result: 40,
      sv: "30 bokfört och resten som förra året.",
      en: "30 booked and the rest as last year.",
    },
  ],
  twin: {
    variants: [
      {
        when: { metod: "rak", månad: "given", effekter: "omitted" },
        formula: "SUM({utfall}*(SEQUENCE(ROWS({utfall}),COLUMNS({utfall}))<={månad}))/{månad}*12",
        classic:
          "SUMPRODUCT({utfall}*(ROW({utfall})-MIN(ROW({utfall}))+COLUMN({utfall})-MIN(COLUMN({utfall}))<{månad}))/{månad}*12",
      },
    ],
    limit: {
      sv: 'Bara metoden "rak" med angiven månad har en motsvarighet. De andra prövas mot historiken.',
      en: 'Only the method "rak" with the month given has an equivalent. The others are tried on the history.',
    },
  },
};
