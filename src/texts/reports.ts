import type { Bilingual } from "./language";

/** Words on report sheets. {names} are filled in by the reports. */
const sv = {
  manader: "januari,februari,mars,april,maj,juni,juli,augusti,september,oktober,november,december",
  manaderKort: "jan,feb,mars,april,maj,juni,juli,aug,sep,okt,nov,dec",
  verksamhet: "Verksamhet",
  summa: "Summa {namn}:",
  nettokostnad: "Nettokostnad",
  varav: "varav {namn}",
  exklusive: "Nettokostnad exkl. {namn}",
  utanVerksamhet: "(utan verksamhet)",
  utanGrupp: "(utan grupp)",
  kalla: "Källa: {namn}, belopp i {enhet}, {tecken}.",
  nettotecken: "intäkter plus och kostnader minus",
  kostnadstecken: "kostnader plus och intäkter minus",
  forslagRestbudget:
    "Förslag = ackumulerat utfall + återstående budget. Skriv egen prognos i kolumnen bredvid, så gäller den.",
  forslagKalla: "Förslag = prognosen i underlaget. Skriv egen prognos i kolumnen bredvid, så gäller den.",
  periodbudgetLinjar: "Periodbudget saknas i underlaget och är beräknad som årsbudgeten × {manad}/12.",
  avstamning: "Avstämning mot hela underlaget (ska vara 0)",
  sidfot: "{titel} · {period}",
  utgangna: "Skrivet på rader som inte längre finns i rapporten",
  kommentar: "Kommentar",
  underlagsblad: "Underlag {slag}",
  underlagsbladNot: "Raderna som de lästes. Görs om av Nämndkoll; ändra i källan.",
  genomBlad: "läst till bladet {blad}",
};

export const reportTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    manader: "January,February,March,April,May,June,July,August,September,October,November,December",
    manaderKort: "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec",
    verksamhet: "Service",
    summa: "Total {namn}:",
    nettokostnad: "Net cost",
    varav: "of which {namn}",
    exklusive: "Net cost excl. {namn}",
    utanVerksamhet: "(no service)",
    utanGrupp: "(no group)",
    kalla: "Source: {namn}, amounts in {enhet}, {tecken}.",
    nettotecken: "income plus and costs minus",
    kostnadstecken: "costs plus and income minus",
    forslagRestbudget:
      "Proposal = outcome to date + remaining budget. Type your own forecast in the next column and it applies.",
    forslagKalla:
      "Proposal = the source's forecast. Type your own forecast in the next column and it applies.",
    periodbudgetLinjar:
      "The source has no period budget; it is calculated as the year's budget × {manad}/12.",
    avstamning: "Reconciliation with the whole source (should be 0)",
    sidfot: "{titel} · {period}",
    utgangna: "Written on rows that are no longer in the report",
    kommentar: "Comment",
    underlagsblad: "Source {slag}",
    underlagsbladNot: "The rows as they were read. Made again by Nämndkoll; make changes in the source.",
    genomBlad: "read to the sheet {blad}",
  },
};
