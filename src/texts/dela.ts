import type { Bilingual } from "./language";

const sv = {
  logg: {
    blad: "Nämndkoll logg",
    tid: "Tid",
    vad: "Vad",
    celler: "Celler",
    handelser: {
      frys: "Frys",
      fristaende: "Gör fristående",
      tina: "Tina upp",
      lak: "Läk",
      kansligt: "Känsligt",
      lasarrad: "Läsarrad",
    },
  },
  /** How a KOLL cell stands for a reader without the add-in. */
  lage: {
    räknad: "visar sitt värde tills något den bygger på ändras; då #NAMN?",
    namn: "visar #NAMN?",
    väntar: "visar att den väntar på svar",
  },
  form: {
    ren: "",
    lagrad: "står som i filen (_xldudf_)",
    skadad: "leder till en annan fil eller har fel namn",
  },
  /** Where a KOLL formula stands beside the cells. */
  plats: {
    namn: (namn: string) => `det definierade namnet ${namn}`,
    villkorsstyrd: (plats: string) => `villkorsstyrd formatering på ${plats}`,
    validering: (plats: string) => `dataverifiering på ${plats}`,
  },
  platsRad: {
    namn: "blir #NAMN? för den som saknar tillägget",
    villkorsstyrd: "Excel räknar inte egna funktioner där",
    validering: "Excel räknar inte egna funktioner där",
  },
  skrivSjalv: (formel: string) => `skriv i stället ${formel}`,
  /** Why a cell is left as it is. */
  kvar: {
    skyddat: "bladet är skyddat: ta bort skyddet (Granska > Ta bort bladets skydd), gör om och skydda igen",
    trasig: "cellen visar ett fel och har inget värde att skriva: läk den först",
    okand: "Nämndkoll har ingen funktion med det namnet: rätta formeln själv",
    fel: "visar fortfarande ett fel av Excels egna: se efter att Nämndkoll är installerat, och vad formeln bygger på",
  },
  tinad: {
    kvar: "står kvar",
    flyttad: "har flyttats: kan tinas upp där den står nu",
    ändrad: "någon har skrivit något annat: din formel ligger kvar i filen",
    borta: "finns inte längre på bladet",
    osäker: "det formeln pekar på finns inte längre",
    skyddad: "bladet är skyddat: ta bort skyddet och tina upp igen",
  },
  kansligt: {
    personuppgift: "personuppgift",
    "liten-grupp": "liten grupp",
    kommentar: (antal: number) =>
      antal === 1
        ? "En kommentar visar vem som skrev den. Ta bort den, eller kör Arkiv > Info > Sök efter problem > Granska dokumentet."
        : `${antal} kommentarer visar vem som skrev dem. Ta bort dem, eller kör Arkiv > Info > Sök efter problem > Granska dokumentet.`,
    "dolt-blad": "Bladet är dolt, men alla kan ta fram det.",
    "mycket-dolt-blad": "Bladet är dolt så att det inte syns i Excels lista, men det följer med i filen.",
    "dolda-rader": (antal: number) =>
      antal === 1 ? "En dold rad med innehåll följer med." : `${antal} dolda rader med innehåll följer med.`,
    "dolda-kolumner": (antal: number) =>
      antal === 1
        ? "En dold kolumn med innehåll följer med."
        : `${antal} dolda kolumner med innehåll följer med.`,
    "extern-lank": (antal: number, bok: string) =>
      antal === 1
        ? `En formel läser en annan arbetsbok (${bok}), som läsaren kan sakna; filens sökväg syns.`
        : `${antal} formler läser en annan arbetsbok (${bok}), som läsaren kan sakna; filens sökväg syns.`,
    egenskap: {
      author: (vem: string) => `Filens egenskaper säger vem som skapade den: ${vem}.`,
      lastAuthor: (vem: string) =>
        `Filens egenskaper säger vem som sparade den sist: ${vem}. Excel skriver det själv; ta bort det med Granska dokumentet.`,
      manager: (vem: string) => `Filens egenskaper anger en chef: ${vem}.`,
      company: (vem: string) => `Filens egenskaper anger en organisation: ${vem}.`,
    },
    pivot: (namn: string) =>
      `Pivottabellen ${namn} bär med sig sina källrader. Pivottabellalternativ > Data > avmarkera ”Spara källdata med filen”.`,
  },
  /** A button for each fix. */
  atgarda: {
    visaBlad: "Visa bladet",
    visaRader: "Visa raderna",
    visaKolumner: "Visa kolumnerna",
    varden: "Ersätt med värden",
    egenskap: "Ta bort egenskapen",
  },
};

/** What sharing writes into the workbook, and what pane and command line say of it. */
export const delaTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    logg: {
      blad: "Nämndkoll log",
      tid: "Time",
      vad: "What",
      celler: "Cells",
      handelser: {
        frys: "Freeze",
        fristaende: "Make free-standing",
        tina: "Thaw",
        lak: "Heal",
        kansligt: "Sensitive",
        lasarrad: "Reader's line",
      },
    },
    lage: {
      räknad: "shows its value until something it builds on changes; then #NAME?",
      namn: "shows #NAME?",
      väntar: "shows that it waits for an answer",
    },
    form: {
      ren: "",
      lagrad: "stands as in the file (_xldudf_)",
      skadad: "leads to another file or has a wrong name",
    },
    plats: {
      namn: (namn) => `the defined name ${namn}`,
      villkorsstyrd: (plats) => `conditional formatting on ${plats}`,
      validering: (plats) => `data validation on ${plats}`,
    },
    platsRad: {
      namn: "becomes #NAME? for those without the add-in",
      villkorsstyrd: "Excel doesn't calculate custom functions there",
      validering: "Excel doesn't calculate custom functions there",
    },
    skrivSjalv: (formel) => `write ${formel} instead`,
    kvar: {
      skyddat: "the sheet is protected: unprotect it (Review > Unprotect Sheet), do it again and protect it",
      trasig: "the cell shows an error and has no value to write: heal it first",
      okand: "Nämndkoll has no function by that name: correct the formula yourself",
      fel: "still shows an error of Excel's own: see that Nämndkoll is installed, and what the formula builds on",
    },
    tinad: {
      kvar: "stands where it stood",
      flyttad: "has moved: can be thawed where it stands now",
      ändrad: "someone has written something else: your formula stays in the file",
      borta: "is no longer on the sheet",
      osäker: "what the formula points at is gone",
      skyddad: "the sheet is protected: unprotect it and thaw again",
    },
    kansligt: {
      personuppgift: "personal data",
      "liten-grupp": "small group",
      kommentar: (antal) =>
        antal === 1
          ? "A comment shows who wrote it. Delete it, or run File > Info > Check for Issues > Inspect Document."
          : `${antal} comments show who wrote them. Delete them, or run File > Info > Check for Issues > Inspect Document.`,
      "dolt-blad": "The sheet is hidden, but anyone can bring it forth.",
      "mycket-dolt-blad":
        "The sheet is hidden so that Excel's list doesn't show it, but it goes with the file.",
      "dolda-rader": (antal) =>
        antal === 1 ? "A hidden row with content goes along." : `${antal} hidden rows with content go along.`,
      "dolda-kolumner": (antal) =>
        antal === 1
          ? "A hidden column with content goes along."
          : `${antal} hidden columns with content go along.`,
      "extern-lank": (antal, bok) =>
        antal === 1
          ? `A formula reads another workbook (${bok}), which the reader may lack; the file's path shows.`
          : `${antal} formulas read another workbook (${bok}), which the reader may lack; the file's path shows.`,
      egenskap: {
        author: (vem) => `The file's properties tell who made it: ${vem}.`,
        lastAuthor: (vem) =>
          `The file's properties tell who saved it last: ${vem}. Excel writes that itself; remove it with Inspect Document.`,
        manager: (vem) => `The file's properties name a manager: ${vem}.`,
        company: (vem) => `The file's properties name an organisation: ${vem}.`,
      },
      pivot: (namn) =>
        `The pivot table ${namn} carries its source rows along. PivotTable Options > Data > clear “Save source data with file”.`,
    },
    atgarda: {
      visaBlad: "Show the sheet",
      visaRader: "Show the rows",
      visaKolumner: "Show the columns",
      varden: "Replace with values",
      egenskap: "Remove the property",
    },
  },
};
