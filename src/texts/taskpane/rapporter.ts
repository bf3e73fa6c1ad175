import { type Bilingual, countText } from "../language";

const sv = {
  title: "Rapporter",
  intro: "Standardrapporter som skrivs på egna blad med levande formler mot dina underlag.",
  all: "Alla rapporter",
  available: "Kan skapas",
  made: (sheet: string) => `Finns på bladet ${sheet}`,
  lacks: "Underlag saknas",
  needs: "Behöver",
  missing: (kinds: string) =>
    `Arbetsboken saknar ${kinds}. Skapa en tom tabell att fylla i, eller titta under Underlag om en tabell du har lästs som något annat.`,
  toSources: "Till Underlag",
  makeSource: (kind: string) => `Skapa underlaget ${kind}`,
  options: "Val",
  period: "Period",
  periodHint: "År och månad, till exempel 2023-08",
  lastPeriod: "Senaste i underlaget",
  profile: "Profil",
  ownProfile: "Som underlaget",
  workbooksProfile: "Arbetsbokens egen",
  level: "Nivå",
  profilesLevel: "Som profilen",
  positions: (n: number) => (n === 1 ? "1 position av koden" : `${n} positioner av koden`),
  planning: "Räknar på underlaget …",
  preview: "Förhandsgranskning",
  willCreate: (sheet: string) => `Skrivs på det nya bladet ${sheet}.`,
  willUpdate: (sheet: string) =>
    `Skrivs på bladet ${sheet}. Kommentarer, egna kolumner och kolumnbredder behålls.`,
  create: "Skapa",
  update: "Uppdatera",
  writing: "Skriver på bladet …",
  created: (sheet: string) => `Bladet ${sheet} är klart.`,
  updated: (sheet: string) => `Bladet ${sheet} är uppdaterat.`,
  show: "Visa bladet",
  again: "Visa förhandsgranskningen igen",
  source: "Underlag",
  read: (sheet: string, address: string, rows: number) =>
    `${sheet}!${address}, ${countText(rows, "sv")} rader lästa`,
  refused: (n: number) =>
    n === 1
      ? "1 rad kunde inte läsas och är inte med"
      : `${countText(n, "sv")} rader kunde inte läsas och är inte med`,
  overwritten: (n: number) =>
    n === 1
      ? "1 cell där någon skrivit över en formel får tillbaka formeln"
      : `${countText(n, "sv")} celler där någon skrivit över en formel får tillbaka formeln`,
  was: (value: string) => `nu står ${value}`,
  orphans: (n: number) =>
    n === 1
      ? "1 kommentar hör till en rad som försvinner och sparas i en lista under rapporten"
      : `${countText(n, "sv")} kommentarer hör till rader som försvinner och sparas i en lista under rapporten`,
  disagreeing: (n: number) =>
    `${countText(n, "sv")} celler visar ännu inte det beräknade värdet, eftersom arbetsboken räknar manuellt. Tryck F9.`,
  more: (n: number) => `och ${countText(n, "sv")} till`,
  rows: (n: number) => `${countText(n, "sv")} rader`,
  noValue: "tomt",
  set: "Visa",
  wholeCatalogue: "Alla standardrapporter",
  makeSet: (title: string) => `Gör hela ${title}`,
  setIntro: "Alla blad som underlagen räcker till, i tryckordning, med ett innehållsblad först.",
  willWrite: "Det här skrivs",
  newSheet: (sheet: string) => `${sheet} (nytt blad)`,
  sameSheet: (sheet: string) => `${sheet} (görs om på sitt blad)`,
  leftOut: (n: number) =>
    n === 1 ? "1 rapport kan inte göras" : `${countText(n, "sv")} rapporter kan inte göras`,
  writeSet: (n: number) => (n === 1 ? "Skriv 1 blad" : `Skriv ${countText(n, "sv")} blad`),
  writingSet: (done: number, of: number) => `Skriver blad ${countText(done, "sv")} av ${countText(of, "sv")}`,
  setDone: (n: number) => (n === 1 ? "1 blad är klart." : `${countText(n, "sv")} blad är klara.`),
  setStopped: (done: number, of: number) =>
    `Avbrutet: ${countText(done, "sv")} av ${countText(of, "sv")} blad hann skrivas. Ångra tar bort de nya.`,
  undo: "Ångra",
  undoing: "Tar bort bladen …",
  undone: (sheets: string) => `Borttaget: ${sheets}.`,
  drill: "Raderna bakom en siffra",
  drillHint: "Markera en siffra på ett rapportblad. Raderna som den är summan av skrivs på ett nytt blad.",
  drillNow: "Visa raderna bakom markerad siffra",
  drilling: "Letar upp raderna …",
  drilled: (sheet: string, cell: string, rows: number) =>
    rows === 1
      ? `1 rad bakom ${cell} står på bladet ${sheet} och ger samma summa.`
      : `${countText(rows, "sv")} rader bakom ${cell} står på bladet ${sheet} och ger samma summa.`,
  drilledUneven: (sheet: string, cell: string) =>
    `Raderna på bladet ${sheet} ger en annan summa än ${cell}. Någon har ändrat underlaget eller cellen sedan rapporten gjordes; uppdatera rapporten. Skillnaden står överst på bladet.`,
  back: "Tillbaka till rapporten",
};

export type RapporterTexts = typeof sv;

export const rapporterTexts: Bilingual<RapporterTexts> = {
  sv,
  en: {
    title: "Reports",
    intro: "Standard reports on sheets of their own, with live formulas over your sources.",
    all: "All reports",
    available: "Can be created",
    made: (sheet) => `On the sheet ${sheet}`,
    lacks: "Source missing",
    needs: "Needs",
    missing: (kinds) =>
      `The workbook lacks ${kinds}. Create an empty table to fill in, or look under Sources whether a table you have was read as something else.`,
    toSources: "To Sources",
    makeSource: (kind) => `Create the source ${kind}`,
    options: "Options",
    period: "Period",
    periodHint: "Year and month, for example 2023-08",
    lastPeriod: "Latest in the source",
    profile: "Profile",
    ownProfile: "As the source",
    workbooksProfile: "The workbook's own",
    level: "Level",
    profilesLevel: "As the profile",
    positions: (n) => (n === 1 ? "1 position of the code" : `${n} positions of the code`),
    planning: "Calculating from the source …",
    preview: "Preview",
    willCreate: (sheet) => `Will be written on the new sheet ${sheet}.`,
    willUpdate: (sheet) =>
      `Will be written on the sheet ${sheet}. Comments, columns of your own and column widths are kept.`,
    create: "Create",
    update: "Update",
    writing: "Writing on the sheet …",
    created: (sheet) => `The sheet ${sheet} is ready.`,
    updated: (sheet) => `The sheet ${sheet} is updated.`,
    show: "Show the sheet",
    again: "Show the preview again",
    source: "Source",
    read: (sheet, address, rows) => `${sheet}!${address}, ${countText(rows, "en")} rows read`,
    refused: (n) =>
      n === 1
        ? "1 row could not be read and is left out"
        : `${countText(n, "en")} rows could not be read and are left out`,
    overwritten: (n) =>
      n === 1
        ? "1 cell where a formula was typed over gets its formula back"
        : `${countText(n, "en")} cells where a formula was typed over get their formulas back`,
    was: (value) => `holds ${value} now`,
    orphans: (n) =>
      n === 1
        ? "1 comment is on a row that goes and is kept in a list below the report"
        : `${countText(n, "en")} comments are on rows that go and are kept in a list below the report`,
    disagreeing: (n) =>
      `${countText(n, "en")} cells don't show the calculated value yet, since the workbook calculates manually. Press F9.`,
    more: (n) => `and ${countText(n, "en")} more`,
    rows: (n) => `${countText(n, "en")} rows`,
    noValue: "empty",
    set: "Show",
    wholeCatalogue: "All standard reports",
    makeSet: (title) => `Make the whole ${title}`,
    setIntro:
      "Every sheet that the sources are enough for, in the order of print, with a sheet of contents first.",
    willWrite: "This will be written",
    newSheet: (sheet) => `${sheet} (new sheet)`,
    sameSheet: (sheet) => `${sheet} (made again on its sheet)`,
    leftOut: (n) => (n === 1 ? "1 report can't be made" : `${countText(n, "en")} reports can't be made`),
    writeSet: (n) => (n === 1 ? "Write 1 sheet" : `Write ${countText(n, "en")} sheets`),
    writingSet: (done, of) => `Writing sheet ${countText(done, "en")} of ${countText(of, "en")}`,
    setDone: (n) => (n === 1 ? "1 sheet is ready." : `${countText(n, "en")} sheets are ready.`),
    setStopped: (done, of) =>
      `Cancelled: ${countText(done, "en")} of ${countText(of, "en")} sheets were written. Undo takes the new ones away.`,
    undo: "Undo",
    undoing: "Taking the sheets away …",
    undone: (sheets) => `Taken away: ${sheets}.`,
    drill: "The rows behind a figure",
    drillHint: "Select a figure on a report sheet. The rows it is the sum of are written on a new sheet.",
    drillNow: "Show the rows behind the selected figure",
    drilling: "Looking for the rows …",
    drilled: (sheet, cell, rows) =>
      rows === 1
        ? `1 row behind ${cell} is on the sheet ${sheet} and gives the same sum.`
        : `${countText(rows, "en")} rows behind ${cell} are on the sheet ${sheet} and give the same sum.`,
    drilledUneven: (sheet, cell) =>
      `The rows on the sheet ${sheet} give another sum than ${cell}. Somebody has changed the source or the cell since the report was made; update the report. The difference is at the top of the sheet.`,
    back: "Back to the report",
  },
};
