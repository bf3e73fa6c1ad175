import type { Profil } from "../profil";

/** As Örebro's boards print: mnkr with one decimal, costs negative. */
export const orebro: Profil = {
  id: "orebro",
  namn: "Örebro",
  enhet: "mnkr",
  decimaler: 1,
  tecken: "netto",
  piltroskel: 1,
  malstatus: "kryss",
  sidhuvud: "",
  rapporter: {
    // A unit's participants cost too little for mnkr.
    "daglig-verksamhet": { enhet: "tkr", decimaler: 0 },
    "resultat-verksamhet": {
      rubriker: {
        utfall: "Jan-{till} Utfall {ar}",
        periodbudget: "Jan-{till} Budget {ar}",
        avvikelse: "Avvikelse Jan-{till} {ar}",
        helarsbudget: "Budget helår {ar}",
        bokslut: "Bokslut {fgar}",
        forslag: "Förslag helår {ar}",
        manuell: "Egen prognos {ar}",
        prognos: "Prognos helår {ar}",
        avvikelse_helar: "Avvikelse helår {ar}",
      },
    },
  },
};
