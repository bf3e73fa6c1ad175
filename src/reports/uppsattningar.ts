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
      "prognosjamforelse",
      "delarsresultat",
      "driftredovisning",
      "sarredovisning",
      "verksamhetsanalys",
      "kontogrupp-ar",
      "enhet-kontogrupp",
      "rs-kod",
      "programomrade",
      "avvikelseforklaring",
      "effekter-exkl",
      "volymer",
      "dygnskostnad",
      "daglig-verksamhet",
      "personal",
      "personal-manad",
      "investeringar",
      "effektivisering",
      "statsbidrag",
      "atgardsplan",
      "mal-indikatorer",
      "uppdrag",
      "avstamning",
    ],
  },
  {
    id: "arsberattelse",
    titel: { sv: "Årsberättelse", en: "Annual report" },
    rapporter: [
      "resultat-verksamhet",
      "procentuell-avvikelse",
      "driftredovisning",
      "sarredovisning",
      "verksamhetsanalys",
      "kontogrupp-ar",
      "enhet-kontogrupp",
      "rs-kod",
      "programomrade",
      "intraprenader",
      "avvikelseforklaring",
      "effekter-exkl",
      "fem-ar",
      "volymer",
      "dygnskostnad",
      "daglig-verksamhet",
      "personal",
      "personal-manad",
      "investeringar",
      "investeringar-overforing",
      "effektivisering",
      "statsbidrag",
      "budgetram",
      "mal-indikatorer",
      "uppdrag",
      "avstamning",
    ],
  },
  {
    id: "atgardsplan-samlad",
    titel: { sv: "Åtgärdsplan", en: "Action plan" },
    rapporter: ["resultat-verksamhet", "effektivisering", "atgardsplan", "budgetbehov", "avstamning"],
  },
];

export const uppsattningMedId = (id: string): Uppsattning | undefined =>
  uppsattningar.find((uppsattning) => uppsattning.id === id);
