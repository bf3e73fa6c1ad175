import type { Language } from "../../texts/language";

type Words = Record<string, Record<Language, string>>;

/** What each option word means, by the parameter's Swedish name. Shown in Excel's list of words and in the help. */
export const optionHelp: Record<string, Words> = {
  tecken: {
    netto: { sv: "intäkt är plus och kostnad minus", en: "income is plus and cost minus" },
    kostnad: { sv: "kostnad är plus och intäkt minus", en: "cost is plus and income minus" },
  },
  art: {
    netto: { sv: "nytt belopp minus gammalt", en: "new amount minus old" },
    kostnad: {
      sv: "skillnad i storlek: dyrare är plus",
      en: "difference in size: dearer is plus",
    },
  },
  form: {
    belopp: { sv: "i belopp", en: "as an amount" },
    procent: { sv: "som andel av referenskostnaden", en: "as a share of the reference cost" },
  },
  räkna: {
    planerade: { sv: "bara planerade dagar räknas", en: "only planned days count" },
    arbetsdagar: { sv: "varje rad i frånvaron räknas", en: "every row of the absence counts" },
  },
  riktning: {
    högre: { sv: "högre är bättre", en: "higher is better" },
    lägre: { sv: "lägre är bättre", en: "lower is better" },
  },
  från: {
    tkr: { sv: "beloppet är i tusen kronor", en: "the amount is in thousands of kronor" },
    kr: { sv: "beloppet är i kronor", en: "the amount is in kronor" },
  },
  enhet: {
    kr: { sv: "svara i kronor", en: "answer in kronor" },
    tkr: { sv: "svara i tusen kronor", en: "answer in thousands of kronor" },
    mnkr: { sv: "svara i miljoner kronor", en: "answer in millions of kronor" },
  },
  metod: {
    auto: {
      sv: "väljer efter historikens längd och hur metoderna hade träffat",
      en: "chooses by the history's length and how the methods would have done",
    },
    rak: { sv: "samma takt som hittills", en: "the same pace as so far" },
    restbudget: { sv: "resten av året enligt budget", en: "the rest of the year as budgeted" },
    budgetprofil: {
      sv: "årsbudgeten gånger hittillsvarande förbrukning",
      en: "the year's budget times consumption so far",
    },
    aterstod: { sv: "resten av året som förra året", en: "the rest of the year as last year" },
    profil: {
      sv: "utfallet delat med andelen som brukar vara bokförd",
      en: "the outcome over the share usually booked by now",
    },
    theta: { sv: "trend och säsong, theta-metoden", en: "trend and season, the theta method" },
    otm: { sv: "theta med trendens vikt skattad", en: "theta, the weight of the trend estimated" },
    dotm: {
      sv: "som otm, med trenden följd månad för månad",
      en: "as otm, the trend followed month by month",
    },
    ets: { sv: "exponentiell utjämning med dämpad trend", en: "exponential smoothing with damped trend" },
    holt: { sv: "Holt–Winters, trenden utan dämpning", en: "Holt–Winters, the trend not damped" },
    kombination: { sv: "medelvärdet av flera metoder", en: "the mean of several methods" },
    median: { sv: "medianen av samma metoder", en: "the median of the same methods" },
    viktad: {
      sv: "samma metoder, vägda efter hur de träffat tidigare",
      en: "the same methods, weighted by how they have done",
    },
  },
};
