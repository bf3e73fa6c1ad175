import { type Bilingual, countText } from "../language";

const celler = (n: number) => (n === 1 ? "1 cell" : `${countText(n, "sv")} celler`);
const cells = (n: number) => (n === 1 ? "1 cell" : `${countText(n, "en")} cells`);

const sv = {
  title: "Dela",
  intro: "Se vad en läsare utan Nämndkoll möter, och vad som inte är menat för alla, innan du delar boken.",
  again: "Se efter igen",
  working: "Skriver i arbetsboken …",
  undo: "Ångra",
  undone: "Ändringen är återtagen.",
  cancel: "Avbryt",
  more: (n: number) => `Visa ${countText(n, "sv")} till`,
  reader: "Utan tillägget",
  noKoll: "Inga celler har KOLL-formler. Boken fungerar som den är för den som saknar tillägget.",
  koll: (n: number) =>
    `${celler(n)} har KOLL-formler. Läsaren ser värdena tills något de bygger på ändras; då visar Excel #NAMN?.`,
  list: "Visa cellerna",
  uses: "Utanför cellerna",
  reports: (n: number) =>
    n === 1
      ? "1 rapportblad har bara Excels egna formler och behöver inget."
      : `${countText(n, "sv")} rapportblad har bara Excels egna formler och behöver inget.`,
  standalone: "Gör fristående …",
  freeze: "Frys …",
  previewStandalone: "Excels egna formler skrivs där det finns sådana, annars värden.",
  previewFreeze: "Värden skrivs i stället för formlerna.",
  keep: "Behåll originalen i filen, så att de kan tinas upp",
  notKept:
    "Utan originalen går ändringen inte att ta tillbaka. Gör det i en kopia: Arkiv > Spara en kopia, och öppna kopian först.",
  becomesValue: "blir värdet",
  becomesFormula: "blir",
  confirmStandalone: "Gör fristående",
  confirmFreeze: "Frys",
  nothingToDo: "Inget kan skrivas: se skälen nedan.",
  shared: (formulas: number, values: number) =>
    formulas === 0
      ? `${celler(values)} fick sina värden i stället för formler.`
      : values === 0
        ? `${celler(formulas)} fick Excels egna formler.`
        : `${celler(formulas)} fick Excels egna formler och ${celler(values)} sina värden.`,
  disagreeing: (n: number) =>
    n === 1
      ? "I 1 cell gav Excels egen formel något annat: där står värdet."
      : `I ${countText(n, "sv")} celler gav Excels egen formel något annat: där står värdet.`,
  leftOut: (n: number) => `${celler(n)} lämnades:`,
  frozen: "Frysta formler",
  frozenText: (n: number) => `${celler(n)} har sina originalformler i filen.`,
  thaw: "Tina upp",
  thawMoved: "Tina upp, också flyttade",
  thawed: (n: number) => `${celler(n)} fick tillbaka sin formel.`,
  frozenProblem: "Frysta formler finns, men går inte att läsa",
  sick: "Trasiga formler",
  sickText: (n: number) => `${celler(n)} visar #NAMN?, väntar på svar eller har ett skadat namn.`,
  heal: "Läk",
  healed: (n: number) => (n === 1 ? "1 cell är läkt." : `${countText(n, "sv")} celler är läkta.`),
  sensitive: "Känsligt",
  nothingSensitive: "Inget känsligt hittades.",
  fixed: "Åtgärden är gjord.",
  wholeBook: "Hela arbetsboken",
  forReaders: "För läsarna",
  lineText: "Läsarraden säger under tabellen vilken version som räknade, och när.",
  writeLine: "Skriv läsarrad",
  updateLine: "Uppdatera läsarrad",
  removeLine: "Ta bort läsarrad",
  lineWritten: (n: number) => (n === 1 ? "Läsarraden står på 1 blad." : `Läsarraden står på ${n} blad.`),
  lineRemoved: "Läsarraden är borttagen.",
  lineLeft: (sheets: string) => `Skyddade blad lämnades: ${sheets}.`,
  logText: "Loggen får en rad för varje massändring: tid, vad och hur många celler, aldrig vem.",
  startLog: "Börja logga",
  stopLog: "Sluta logga",
  logging: "Boken loggar.",
};

export type DelaTexts = typeof sv;

export const delaSidaTexts: Bilingual<DelaTexts> = {
  sv,
  en: {
    title: "Share",
    intro:
      "See what a reader without Nämndkoll meets, and what is not meant for all, before you share the workbook.",
    again: "Look again",
    working: "Writing in the workbook …",
    undo: "Undo",
    undone: "The change is taken back.",
    cancel: "Cancel",
    more: (n) => `Show ${countText(n, "en")} more`,
    reader: "Without the add-in",
    noKoll: "No cell has KOLL formulas. The workbook works as it is for those without the add-in.",
    koll: (n) =>
      `${cells(n)} with KOLL formulas. The reader sees the values until something they build on changes; then Excel shows #NAME?.`,
    list: "Show the cells",
    uses: "Beside the cells",
    reports: (n) =>
      n === 1
        ? "1 report sheet has Excel's own formulas only and needs nothing."
        : `${countText(n, "en")} report sheets have Excel's own formulas only and need nothing.`,
    standalone: "Make free-standing …",
    freeze: "Freeze …",
    previewStandalone: "Excel's own formulas are written where there are such, otherwise values.",
    previewFreeze: "Values are written in place of the formulas.",
    keep: "Keep the originals in the file, so that they can be thawed",
    notKept:
      "Without the originals the change can't be taken back. Do it in a copy: File > Save a Copy, and open the copy first.",
    becomesValue: "becomes the value",
    becomesFormula: "becomes",
    confirmStandalone: "Make free-standing",
    confirmFreeze: "Freeze",
    nothingToDo: "Nothing can be written: see the reasons below.",
    shared: (formulas, values) =>
      formulas === 0
        ? `Values in place of formulas in ${cells(values)}.`
        : values === 0
          ? `Excel's own formulas in ${cells(formulas)}.`
          : `Excel's own formulas in ${cells(formulas)}, values in ${cells(values)}.`,
    disagreeing: (n) => `In ${cells(n)} Excel's own formula gave something else: the value stands there.`,
    leftOut: (n) => `Left as they are, ${cells(n)}:`,
    frozen: "Frozen formulas",
    frozenText: (n) => `${cells(n)} with the original formulas in the file.`,
    thaw: "Thaw",
    thawMoved: "Thaw, moved ones too",
    thawed: (n) => `The formula is back in ${cells(n)}.`,
    frozenProblem: "There are frozen formulas, but they can't be read",
    sick: "Broken formulas",
    sickText: (n) => `${cells(n)} in #NAME?, waiting for an answer or with a damaged name.`,
    heal: "Heal",
    healed: (n) => `Healed: ${cells(n)}.`,
    sensitive: "Sensitive",
    nothingSensitive: "Nothing sensitive was found.",
    fixed: "Done.",
    wholeBook: "The whole workbook",
    forReaders: "For the readers",
    lineText: "The line for readers tells below the table which version calculated, and when.",
    writeLine: "Write the line",
    updateLine: "Update the line",
    removeLine: "Remove the line",
    lineWritten: (n) => (n === 1 ? "The line stands on 1 sheet." : `The line stands on ${n} sheets.`),
    lineRemoved: "The line is removed.",
    lineLeft: (sheets) => `Protected sheets were left: ${sheets}.`,
    logText: "The log gets a row for each bulk change: time, what and how many cells, never who.",
    startLog: "Start logging",
    stopLog: "Stop logging",
    logging: "The workbook keeps a log.",
  },
};
