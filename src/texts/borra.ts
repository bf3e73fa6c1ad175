import type { Bilingual } from "./language";

/** Words on the sheet with the rows behind a figure. */
const sv = {
  blad: "Rader",
  titel: "Raderna bakom",
  summa: "Radernas summa",
  visar: "Siffran i rapporten",
  skillnad: "Skillnad (ska vara 0)",
  tillbaka: "Tillbaka till rapporten",
  belopp: "Belopp i rapporten",
  kalla: "Källa",
  rad: "rad",
  kolumn: "Kolumn",
  skriven: "skriven för hand",
};

export const borraTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    blad: "Rows",
    titel: "The rows behind",
    summa: "The rows' sum",
    visar: "The report's figure",
    skillnad: "Difference (should be 0)",
    tillbaka: "Back to the report",
    belopp: "Amount in the report",
    kalla: "Source",
    rad: "row",
    kolumn: "Column",
    skriven: "typed by hand",
  },
};
