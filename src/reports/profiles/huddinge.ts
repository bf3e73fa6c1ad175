import type { Profil } from "../profil";

/** As Huddinge prints: tkr without decimals, effects of measures as improvements. */
export const huddinge: Profil = {
  id: "huddinge",
  namn: "Huddinge",
  enhet: "tkr",
  decimaler: 0,
  tecken: "netto",
  piltroskel: 1,
  sidhuvud: "Huddinge kommun",
  rapporter: {
    "resultat-verksamhet": {
      enhet: "mnkr",
      decimaler: 1,
      rubriker: {
        utfall: "Utfall t.o.m. {till} {ar}",
        periodbudget: "Periodbudget t.o.m. {till} {ar}",
        avvikelse: "Avvikelse perioden",
        helarsbudget: "Budget {ar}",
        prognos: "Prognos {ar}",
        avvikelse_helar: "Avvikelse prognos mot budget",
      },
    },
    prognosjamforelse: { enhet: "mnkr", decimaler: 1 },
  },
};
