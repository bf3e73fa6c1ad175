import type { FunctionHelp } from "./core/help";

export const help: FunctionHelp = {
  id: "MALSTATUS",
  task: "mal",
  sv: {
    summary: "Om ett utfall uppfyller målet: Uppfylls, Delvis, Uppfylls ej eller Kan ej bedömas.",
    about:
      'Målet är ett tal, eller ord: Minska, Öka, Behålla, Bibehålla, Behålla/Öka, Samma eller högre, Minst n, Högst n, Mer än n, Mindre än n, I balans, +-0. Minska och Öka jämför storlekar med föregående utfall. Ett mål i procent jämförs som Excel håller det: 75 % är 0,75. Står det "saknas" i stället för en siffra kan målet inte bedömas.',
    parameters: [
      "Utfallet, eller en text när det saknas.",
      "Målet: ett tal eller ord.",
      'För mål som är tal: "högre" (standard) uppfylls vid eller över, "lägre" vid eller under.',
      "Föregående utfall, för Minska, Öka och Behålla.",
      "Hur långt från målet som ändå är Delvis, i utfallets enhet. Standard är 0.",
    ],
    mistakes: [
      "Utfallet skrivs 55 mot ett mål i procent. Ange 0,55 eller 55 %.",
      "En tom cell som mål räknas som målet 0.",
      "Riktningen är utelämnad för mått där lägre är bättre, som sjukfrånvaro.",
    ],
  },
  en: {
    summary: "Whether an outcome meets its goal: Uppfylls, Delvis, Uppfylls ej or Kan ej bedömas.",
    about:
      "The goal is a number, or words: Minska (lower), Öka (raise), Behålla, Bibehålla, Behålla/Öka, Samma eller högre (keep), Minst n (at least), Högst n (at most), Mer än n (more than), Mindre än n (less than), I balans, +-0 (in balance). Minska and Öka compare sizes with the previous outcome. A goal in percent is compared as Excel holds it: 75% is 0.75. Where \"saknas\" stands instead of a figure the goal can't be judged. The answers are in Swedish: met, partly, not met, can't be judged.",
    parameters: [
      "The outcome, or a text when it is missing.",
      "The goal: a number or words.",
      'For goals that are numbers: "högre" (default) is met at or above, "lägre" at or below.',
      "The previous outcome, for Minska, Öka and Behålla.",
      "How far from the goal still counts as Delvis, in the outcome's unit. Default: 0.",
    ],
    mistakes: [
      "The outcome is written 55 against a goal in percent. Give 0.55 or 55%.",
      "A blank cell as goal counts as the goal 0.",
      "The direction is omitted for measures where lower is better, such as sick leave.",
    ],
  },
  examples: [
    {
      formula: '=KOLL.MALSTATUS(0.55,"Minst 75 %")',
      result: "Uppfylls ej",
      sv: "55 % mot minst 75 %.",
      en: "55% against at least 75%.",
    },
    {
      formula: '=KOLL.MALSTATUS(8.7,12,"lägre")',
      result: "Uppfylls",
      sv: "Sjukfrånvaro 8,7 mot högst 12.",
      en: "Sick leave 8.7 against at most 12.",
    },
    {
      formula: '=KOLL.MALSTATUS(-85.7,"Minska",,-19.2)',
      result: "Uppfylls ej",
      sv: "Underskottet har växt från 19,2 till 85,7.",
      en: "The deficit has grown from 19.2 to 85.7.",
    },
  ],
  twin: {
    variants: [
      {
        when: { riktning: "högre", tolerans: "omitted" },
        formula:
          'IF(ISTEXT({utfall}),"Kan ej bedömas",IF(ROUND({utfall}-{mål},9)>=0,"Uppfylls","Uppfylls ej"))',
      },
      {
        when: { riktning: "lägre", tolerans: "omitted" },
        formula:
          'IF(ISTEXT({utfall}),"Kan ej bedömas",IF(ROUND({mål}-{utfall},9)>=0,"Uppfylls","Uppfylls ej"))',
      },
      {
        when: { riktning: "högre", tolerans: "given" },
        formula:
          'IF(ISTEXT({utfall}),"Kan ej bedömas",IF(ROUND({utfall}-{mål},9)>=0,"Uppfylls",IF(ROUND({mål}-{utfall}-{tolerans},9)<=0,"Delvis","Uppfylls ej")))',
      },
      {
        when: { riktning: "lägre", tolerans: "given" },
        formula:
          'IF(ISTEXT({utfall}),"Kan ej bedömas",IF(ROUND({mål}-{utfall},9)>=0,"Uppfylls",IF(ROUND({utfall}-{mål}-{tolerans},9)<=0,"Delvis","Uppfylls ej")))',
      },
    ],
    limit: {
      sv: "Formeln gäller mål som är tal. Mål i ord har ingen motsvarighet.",
      en: "The formula is for goals that are numbers. Goals in words have no equivalent.",
    },
  },
};
