import type { Bilingual } from "./language";

const sv = {
  title: "Nämndkolls arbetsbänk",
  open: "Öppna",
  save: "Spara",
  reset: "Återställ exempel",
  coauthor: "Två personer",
  coauthorStop: "En person",
  coauthorHelp: "Visar två paneler på samma arbetsbok, som när en kollega redigerar samtidigt.",
  dark: "Mörkt tema",
  light: "Ljust tema",
  otherLanguage: "English",
  unsaved: "Ändringar som inte är sparade",
  nameBox: "Namnruta: gå till cell",
  formulaBar: "Formelfält",
  insertFunction: "Infoga funktion",
  accept: "Ange",
  cancel: "Avbryt",
  suggestions: "Förslag på funktioner",
  sheetTabs: "Blad",
  newSheet: "Nytt blad",
  sheetName: (n: number) => `Blad${n}`,
  sheetLabel: (name: string) => `Bladet ${name}`,
  cellEditor: (address: string) => `Innehåll i ${address}`,
  ribbon: "Menyfliksområde",
  pane: "Nämndkoll",
  paneOf: (person: string) => `Nämndkoll – ${person}`,
  persons: ["Du", "Kollegan"] as readonly string[],
  closePane: "Stäng panelen",
  resizePane: "Panelens bredd",
  calculating: "Beräknar …",
  ready: "Klart",
  mean: "Medel",
  count: "Antal",
  sum: "Summa",
  kept: (n: number) =>
    n === 1
      ? "1 formel kunde inte räknas om och behåller värdet från filen"
      : `${n} formler kunde inte räknas om och behåller värdena från filen`,
  loading: "Öppnar arbetsboken …",
  discard: "Ändringarna i arbetsboken är inte sparade. Vill du fortsätta ändå?",
  openFailed: "Filen kunde inte öppnas",
  refused: {
    protected: "Cellen är låst eftersom bladet är skyddat. Inget har ändrats.",
    array: "Cellen hör till en matrisformel. Markera hela matrisen för att ändra den. Inget har ändrats.",
    formula:
      "Formeln kan inte läsas. Kontrollera parenteser och citattecken; argument skiljs åt med komma. Inget har ändrats.",
  },
  dismiss: "Stäng meddelandet",
  noSuchCell: (text: string) => `”${text}” är ingen cell, inget område och inget namn i arbetsboken.`,
  saved: (name: string) => `${name} har sparats bland hämtade filer.`,
};

export type WorkbenchTexts = typeof sv;

/** The words of the workbench page: what stands around the sheet when there is no Excel. */
export const workbenchTexts: Bilingual<WorkbenchTexts> = {
  sv,
  en: {
    title: "Nämndkoll workbench",
    open: "Open",
    save: "Save",
    reset: "Reset sample",
    coauthor: "Two people",
    coauthorStop: "One person",
    coauthorHelp: "Shows two panes on the same workbook, as when a colleague edits at the same time.",
    dark: "Dark theme",
    light: "Light theme",
    otherLanguage: "Svenska",
    unsaved: "Unsaved changes",
    nameBox: "Name box: go to cell",
    formulaBar: "Formula bar",
    insertFunction: "Insert function",
    accept: "Enter",
    cancel: "Cancel",
    suggestions: "Suggested functions",
    sheetTabs: "Sheets",
    newSheet: "New sheet",
    sheetName: (n) => `Sheet${n}`,
    sheetLabel: (name) => `Sheet ${name}`,
    cellEditor: (address) => `Content of ${address}`,
    ribbon: "Ribbon",
    pane: "Nämndkoll",
    paneOf: (person) => `Nämndkoll – ${person}`,
    persons: ["You", "Your colleague"],
    closePane: "Close the pane",
    resizePane: "Width of the pane",
    calculating: "Calculating …",
    ready: "Ready",
    mean: "Average",
    count: "Count",
    sum: "Sum",
    kept: (n) =>
      n === 1
        ? "1 formula could not be recalculated and keeps the value from the file"
        : `${n} formulas could not be recalculated and keep the values from the file`,
    loading: "Opening the workbook …",
    discard: "The changes in the workbook are not saved. Continue anyway?",
    openFailed: "The file could not be opened",
    refused: {
      protected: "The cell is locked because the sheet is protected. Nothing has been changed.",
      array:
        "The cell is part of an array formula. Select the whole array to change it. Nothing has been changed.",
      formula:
        "The formula can't be read. Check brackets and quotation marks; arguments are separated by commas. Nothing has been changed.",
    },
    dismiss: "Close the message",
    noSuchCell: (text) => `“${text}” is no cell, area or name in the workbook.`,
    saved: (name) => `${name} has been saved among downloads.`,
  },
};
