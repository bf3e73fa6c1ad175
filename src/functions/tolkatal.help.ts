import type { FunctionHelp } from "./core/help";

export const help: FunctionHelp = {
  id: "TOLKATAL",
  task: "siffror",
  sv: {
    summary: "Gör om ett svenskt tal som står som text till ett riktigt tal.",
    about:
      "Läser decimalkomma, mellanslag mellan tusental, alla sorters minustecken (även efter talet), procent (7,2 % blir 0,072), fotnotsstjärnor och kr, tkr och mnkr. Det som kan läsas på flera sätt läses inte: 1.234 och 12 34 ger #VÄRDEFEL!. Ett streck betyder att siffran saknas och ger #SAKNAS!. Ett riktigt tal kommer tillbaka oförändrat.",
    parameters: [
      "Texten, eller ett tal.",
      'Enhet som svaret ska ha: "kr", "tkr" eller "mnkr". Texten räknas om från sin egen enhet. Utelämnas den stryks enheten.',
    ],
    mistakes: [
      "Ett belopp utan enhet räknas inte om, även när enhet anges.",
      "Procent blir andel: 7,2 % är 0,072.",
    ],
  },
  en: {
    summary: "Turns a Swedish figure stored as text into a number.",
    about:
      "Reads decimal commas, blanks between thousands, all kinds of minus signs (also after the figure), percentages (7,2 % becomes 0.072), footnote stars and kr, tkr and mnkr. What can be read in more than one way is not read: 1.234 and 12 34 give #VALUE!. A dash means that the figure is missing and gives #N/A. A true number comes back as it is.",
    parameters: [
      "The text, or a number.",
      'Unit of the answer: "kr", "tkr" or "mnkr". The text is converted from its own unit. Omitted, the unit is dropped.',
    ],
    mistakes: [
      "An amount without a unit is not converted, even when a unit is given.",
      "A percentage becomes a share: 7,2 % is 0.072.",
    ],
  },
  examples: [
    {
      formula: '=KOLL.TOLKATAL("- 27,6")',
      result: -27.6,
      sv: "Minus med mellanslag.",
      en: "Minus with a blank.",
    },
    {
      formula: '=KOLL.TOLKATAL("2,3 mnkr","tkr")',
      result: 2300,
      sv: "Omräknat till tkr.",
      en: "Converted to thousands.",
    },
    {
      formula: '=KOLL.TOLKATAL("3 – 5")',
      result: "#VALUE!",
      sv: "Ett intervall är inget tal.",
      en: "An interval is no number.",
    },
  ],
  twin: {
    none: {
      sv: "TALVÄRDE läser en del av skrivsätten men inte minus efter talet, fotnoter eller enheter.",
      en: "NUMBERVALUE reads some of the ways of writing but not trailing minus, footnotes or units.",
    },
  },
};
