import type { Bilingual } from "./language";

/** Why a file can't be opened, and what to do. */
const sv = {
  tom: "Filen är tom. Hämta den igen, eller öppna en annan.",
  ingenArbetsbok: "Filen är ingen Excel-arbetsbok (.xlsx). Öppna den i Excel och spara som Excel-arbetsbok.",
  trasig: "Filen är skadad eller bara delvis hämtad. Hämta den igen, eller öppna och reparera den i Excel.",
  krypterad:
    "Filen är skyddad med lösenord. Öppna den i Excel, ta bort lösenordet under Arkiv > Info och spara.",
  xls: "Filen har det äldre formatet .xls. Öppna den i Excel och spara som Excel-arbetsbok (.xlsx).",
  xlsb: "Filen är en binär arbetsbok (.xlsb). Öppna den i Excel och spara som Excel-arbetsbok (.xlsx).",
  ods: "Filen är ett OpenDocument-kalkylblad (.ods). Öppna den och spara som Excel-arbetsbok (.xlsx).",
  csv: "Filen är en textfil (csv), ingen arbetsbok. Läs in den som underlag (koll underlag --csv), eller spara den som .xlsx i Excel.",
  ingaBlad:
    "Filen har inga kalkylblad, bara diagramblad eller makroblad. Öppna den i Excel och lägg till ett kalkylblad.",
  forMangaFormat:
    "Arbetsboken har fler cellformat än Excel öppnar (65 490). Ta bort format som inte behövs, till exempel med Rensa format, och spara igen.",
  forStor:
    "Filen packar upp till orimligt mycket och öppnas inte. Kontrollera var den kommer ifrån; spara om den i Excel om den är din.",
};

export const xlsxTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    tom: "The file is empty. Fetch it again, or open another.",
    ingenArbetsbok:
      "The file is no Excel workbook (.xlsx). Open it in Excel and save it as an Excel workbook.",
    trasig: "The file is damaged or only partly fetched. Fetch it again, or open and repair it in Excel.",
    krypterad:
      "The file is protected by a password. Open it in Excel, remove the password under File > Info, and save.",
    xls: "The file has the older format .xls. Open it in Excel and save it as an Excel workbook (.xlsx).",
    xlsb: "The file is a binary workbook (.xlsb). Open it in Excel and save it as an Excel workbook (.xlsx).",
    ods: "The file is an OpenDocument spreadsheet (.ods). Open it and save it as an Excel workbook (.xlsx).",
    csv: "The file is a text file (csv), no workbook. Read it as a source (koll underlag --csv), or save it as .xlsx in Excel.",
    ingaBlad:
      "The file has no worksheets, only chart sheets or macro sheets. Open it in Excel and add a worksheet.",
    forMangaFormat:
      "The workbook has more cell formats than Excel opens (65,490). Remove formats that aren't needed, for instance with Clear Formats, and save again.",
    forStor:
      "The file unpacks to an unreasonable size and is not opened. Check where it comes from; save it again in Excel if it is yours.",
  },
};
