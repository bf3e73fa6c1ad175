import type { Bilingual } from "../language";

const sv = {
  pages: {
    start: "Start",
    underlag: "Underlag",
    rapporter: "Rapporter",
    prognos: "Prognos",
    atgarder: "Åtgärder",
    kontroll: "Kontroll",
    dela: "Dela",
    funktioner: "Funktioner",
    installningar: "Inställningar",
  },
  navigation: "Sidor i Nämndkoll",
  more: "Mer",
  loading: "Läser …",
  cancel: "Avbryt",
  retry: "Försök igen",
  close: "Stäng",
  details: "Teknisk information",
  copyDetails: "Kopiera",
  copied: "Kopierat",
  slow: "Excel svarar långsamt. Stäng en öppen cellredigering eller dialogruta i Excel om det finns någon.",
  unexpectedTitle: "Något gick fel i Nämndkoll",
  unexpected:
    "Felet är vårt. Inget har skrivits som inte redan syns i arbetsboken. Försök igen, eller kopiera den tekniska informationen till supporten; den innehåller inga uppgifter från arbetsboken.",
  excelRefused:
    "Excel avvisade ändringen ({code}). Inget mer skrivs. Kontrollera att bladet inte är skyddat eller under redigering och försök igen.",
  readOnly: "Arbetsboken är skrivskyddad. Spara en egen kopia och försök igen; inget har ändrats.",
  sheetGone: "Bladet eller området finns inte längre i arbetsboken. Läs in sidan igen.",
  oldExcelTitle: "Excel behöver uppdateras",
  oldExcel:
    "Nämndkoll behöver ExcelApi 1.13, som finns i Excel för webben, Microsoft 365 från version 2106 (Windows) och 16.50 (Mac) samt Office 2024. Den här versionen av Excel är äldre. Uppdatera Office, eller öppna arbetsboken i Excel för webben.",
  noExcelTitle: "Öppna Nämndkoll i Excel",
  noExcel: "Sidan hör till tillägget Nämndkoll och fungerar bara i en arbetsbok i Excel.",
};

export type ShellTexts = typeof sv;

/** The pane's frame: navigation, waiting and errors. */
export const shellTexts: Bilingual<ShellTexts> = {
  sv,
  en: {
    pages: {
      start: "Start",
      underlag: "Sources",
      rapporter: "Reports",
      prognos: "Forecast",
      atgarder: "Measures",
      kontroll: "Checks",
      dela: "Share",
      funktioner: "Functions",
      installningar: "Settings",
    },
    navigation: "Pages of Nämndkoll",
    more: "More",
    loading: "Reading …",
    cancel: "Cancel",
    retry: "Try again",
    close: "Close",
    details: "Technical information",
    copyDetails: "Copy",
    copied: "Copied",
    slow: "Excel is slow to answer. Close any open cell edit or dialog in Excel.",
    unexpectedTitle: "Something went wrong in Nämndkoll",
    unexpected:
      "The fault is ours. Nothing has been written that you can't already see in the workbook. Try again, or copy the technical information for support; it holds nothing from the workbook.",
    excelRefused:
      "Excel rejected the change ({code}). Nothing more is written. Check that the sheet is not protected or being edited and try again.",
    readOnly: "The workbook is read-only. Save a copy of your own and try again; nothing has been changed.",
    sheetGone: "The sheet or area is no longer in the workbook. Read the page again.",
    oldExcelTitle: "Excel needs an update",
    oldExcel:
      "Nämndkoll needs ExcelApi 1.13, which is in Excel on the web, Microsoft 365 from version 2106 (Windows) and 16.50 (Mac), and Office 2024. This version of Excel is older. Update Office, or open the workbook in Excel on the web.",
    noExcelTitle: "Open Nämndkoll in Excel",
    noExcel: "This page belongs to the add-in Nämndkoll and only works in a workbook in Excel.",
  },
};
