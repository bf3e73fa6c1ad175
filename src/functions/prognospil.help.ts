import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "PROGNOSPIL",
  task: "prognos",
  sv: {
    summary: "Pil upp eller ner när en avvikelse har ändrats mer än tröskeln sedan förra prognosen.",
    about:
      "↗ när avvikelsen har förbättrats mer än tröskeln, ↘ när den har försämrats mer, annars tom text. Förändringen måste vara större än tröskeln, inte lika med.",
    parameters: [
      "Avvikelsen nu.",
      "Avvikelsen i förra prognosen.",
      "Tröskel i avvikelsernas enhet. Standard är 1.",
    ],
    mistakes: [
      "Standardtröskeln 1 är tänkt för mnkr. Räknar du i tkr, ange till exempel 1000.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "An arrow up or down when a variance has moved past the threshold since the last forecast.",
    about:
      "↗ when the variance has improved by more than the threshold, ↘ when it has worsened by more, otherwise empty text. The change must exceed the threshold, not equal it.",
    parameters: [
      "The variance now.",
      "The variance in the previous forecast.",
      "Threshold in the variances' unit. Default: 1.",
    ],
    mistakes: [
      "The default threshold 1 is meant for millions. In thousands, give 1000 for instance.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: "=KOLL.PROGNOSPIL(-29.7,-28.6)",
      result: "↘",
      sv: "Underskottet har växt med 1,1 mnkr.",
      en: "The deficit has grown by 1.1 m.",
    },
    {
      formula: "=KOLL.PROGNOSPIL(0.9,-0.4)",
      result: "↗",
      sv: "Från underskott till överskott, 1,3 bättre.",
      en: "From deficit to surplus, 1.3 better.",
    },
    {
      formula: "=KOLL.PROGNOSPIL(-0.4,-1.4)",
      result: "",
      sv: "Precis 1,0 bättre: ingen pil.",
      en: "Exactly 1.0 better: no arrow.",
    },
  ],
  twin: {
    variants: [
      {
        formula: 'LET(d,ROUND({ny}-{föregående},9),IF(d>{tröskel},"↗",IF(d<-{tröskel},"↘","")))',
        classic:
          'IF(ROUND({ny}-{föregående},9)>{tröskel},"↗",IF(ROUND({ny}-{föregående},9)<-{tröskel},"↘",""))',
      },
    ],
  },
};
