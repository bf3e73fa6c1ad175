import type { Profil } from "../profil";

/** As Askersund prints: tkr without decimals, costs negative, the interim report's four columns. */
export const askersund: Profil = {
  id: "askersund",
  namn: "Askersund",
  enhet: "tkr",
  decimaler: 0,
  tecken: "netto",
  piltroskel: 1,
  egenPrognos: "avvikelse",
  sidhuvud: "Askersunds kommun",
  rapporter: {
    delarsresultat: {
      rubriker: {
        utfall: "Utfall t.o.m. {till} {ar}",
        prognos: "Helårsprognos {ar}",
        budget: "Budget {ar}",
        avvikelse_helar: "Budgetavvikelse (tkr)",
      },
    },
    driftredovisning: {
      rubriker: { utfall: "Utfall", prognos: "Prognos", budget: "Budget", avvikelse_helar: "Avvikelse" },
    },
    sarredovisning: {
      rubriker: { utfall: "Utfall", prognos: "Prognos", budget: "Budget", avvikelse_helar: "Avvikelse" },
    },
    verksamhetsanalys: {
      rubriker: {
        prognos: "Årsprognos {ar}",
        budget: "Budget {ar}",
        avvikelse_helar: "Nettoavvikelse mot budget",
      },
    },
    "kontogrupp-ar": { forandring: "kostnad" },
    "procentuell-avvikelse": { procentbas: "netto" },
  },
};
