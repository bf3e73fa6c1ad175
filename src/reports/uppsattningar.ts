import type { Language } from "../texts/language";

/** Reports that are made together, in the order they stand in the printed document. */
export interface Uppsattning {
  id: string;
  titel: Record<Language, string>;
  rapporter: string[];
}

export const uppsattningar: Uppsattning[] = [
  {
    id: "delarsrapport",
    titel: { sv: "Delårsrapport", en: "Interim report" },
    rapporter: [
      "resultat-verksamhet",
      "delarsresultat",
      "driftredovisning",
      "sarredovisning",
      "verksamhetsanalys",
      "kontogrupp-ar",
      "enhet-kontogrupp",
      "rs-kod",
      "investeringar",
      "effektivisering",
      "statsbidrag",
      "uppdrag",
    ],
  },
  {
    id: "arsberattelse",
    titel: { sv: "Årsberättelse", en: "Annual report" },
    rapporter: [
      "resultat-verksamhet",
      "driftredovisning",
      "sarredovisning",
      "verksamhetsanalys",
      "kontogrupp-ar",
      "enhet-kontogrupp",
      "rs-kod",
      "investeringar",
      "investeringar-overforing",
      "effektivisering",
      "statsbidrag",
      "budgetram",
      "uppdrag",
    ],
  },
  {
    id: "atgardsplan-samlad",
    titel: { sv: "Åtgärdsplan", en: "Action plan" },
    rapporter: ["resultat-verksamhet", "effektivisering", "budgetbehov"],
  },
];

export const uppsattningMedId = (id: string): Uppsattning | undefined =>
  uppsattningar.find((uppsattning) => uppsattning.id === id);
