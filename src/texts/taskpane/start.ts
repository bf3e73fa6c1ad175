import { type Bilingual, countText } from "../language";

const sv = {
  title: "Det här finns i arbetsboken",
  sources: "Underlag",
  reports: "Rapporter",
  noSources: "Inga tabeller som Nämndkoll känner igen.",
  noReports: "Inga rapportblad ännu.",
  rows: (n: number) => (n === 1 ? "1 rad" : `${countText(n, "sv")} rader`),
  next: "Nästa steg",
  makeSource: "Börja med ett underlag",
  makeSourceText:
    "Öppna en arbetsbok med exempelvis utfall och budget per verksamhet och månad, eller se under Underlag vilka kolumner som behövs.",
  makeReport: (title: string) => `Skapa ${title}`,
  makeReportText: "Underlaget räcker. Du ser rapporten innan något skrivs.",
  updateReport: (title: string) => `Uppdatera ${title}`,
  updateReportText: "Rapporten räknas om på samma blad. Kommentarer och egna kolumner behålls.",
  check: "Kontrollera arbetsboken",
  functions: "Räkna i cellerna",
  functionsText: "Funktionerna börjar med KOLL. Sök, läs hjälpen och infoga.",
  sample: "Prova med exempeldata",
  sampleText: "Lägger ett år av en nämnds ekonomi på ett nytt blad. Ta bort bladet när du är klar.",
  sampling: "Lägger in exempeldata …",
  sampled: (sheet: string) => `Exempeldata står på bladet ${sheet}.`,
  audit: "Kontroll",
  noAudit: "Inte gjord sedan panelen öppnades.",
  audited: (time: string, open: number) =>
    open === 0 ? `Gjord ${time}, inget att rätta.` : `Gjord ${time}, ${countText(open, "sv")} fynd kvar.`,
  forecast: "Gör prognosen",
  forecastText: "Förslag per rad med metod och fel, och plats för din egen siffra.",
  toSources: "Visa underlag",
  toReports: "Alla rapporter",
  refresh: "Läs in igen",
};

export type StartTexts = typeof sv;

export const startTexts: Bilingual<StartTexts> = {
  sv,
  en: {
    title: "What is in this workbook",
    sources: "Sources",
    reports: "Reports",
    noSources: "No tables that Nämndkoll recognises.",
    noReports: "No report sheets yet.",
    rows: (n) => (n === 1 ? "1 row" : `${countText(n, "en")} rows`),
    next: "Next step",
    makeSource: "Begin with a source",
    makeSourceText:
      "Open a workbook with, for example, outcome and budget by activity and month, or see under Sources which columns are needed.",
    makeReport: (title) => `Create ${title}`,
    makeReportText: "The source is enough. You see the report before anything is written.",
    updateReport: (title) => `Update ${title}`,
    updateReportText:
      "The report is calculated again on the same sheet. Comments and columns of your own are kept.",
    check: "Check the workbook",
    functions: "Calculate in cells",
    functionsText: "The functions begin with KOLL. Search, read the help and insert.",
    sample: "Try with sample data",
    sampleText: "Puts a year of a board's economy on a new sheet. Delete the sheet when you are done.",
    sampling: "Putting in sample data …",
    sampled: (sheet) => `Sample data stands on the sheet ${sheet}.`,
    audit: "Checks",
    noAudit: "Not done since the pane was opened.",
    audited: (time, open) =>
      open === 0
        ? `Done ${time}, nothing to correct.`
        : `Done ${time}, ${countText(open, "en")} findings left.`,
    forecast: "Make the forecast",
    forecastText: "A proposal for each row with method and error, and room for your own figure.",
    toSources: "Show sources",
    toReports: "All reports",
    refresh: "Read again",
  },
};
