import { type Bilingual, countText } from "../language";

const sv = {
  title: "Åtgärder",
  intro: "Registret över beslutade och planerade åtgärder, och hur långt de räcker mot underskottet.",
  none: "Arbetsboken har inget åtgärdsregister",
  noneText:
    "Ett register är en tabell med kolumner för åtgärd och effekt, gärna också ansvarig, status, förankrad och startmånad. Skapa ett tomt, så finns kolumnerna.",
  create: "Skapa åtgärdsregister",
  creating: "Skapar bladet …",
  where: (sheet: string, address: string) => `Bladet ${sheet}, ${address}`,
  year: "År",
  oneEffect: "Effekt",
  deficit: "Underskott",
  surplus: "Överskott",
  counted: "Åtgärder",
  left: "Kvar att finna",
  over: "Täckt med marginal",
  covered: (share: string) => `Åtgärderna täcker ${share} av underskottet`,
  nothingToCover: "Det finns inget underskott att täcka.",
  deficitFrom: (report: string, period: string, forecast: boolean) =>
    forecast
      ? `Underskottet är helårsprognosens avvikelse i ${report}, period ${period}. Prognosen antas vara gjord utan åtgärderna.`
      : `Underskottet är årets avvikelse i ${report}, period ${period}.`,
  noDeficit: "Underskottet kan inte räknas ut:",
  otherYear: (year: number) => `Underskottet gäller ${year}.`,
  outsideSum: (amount: string) => `Ej förankrade: ${amount}, utanför summan`,
  uncalculated: (n: number) =>
    n === 1 ? "1 åtgärd saknar beräknad effekt" : `${countText(n, "sv")} åtgärder saknar beräknad effekt`,
  amountsIn: (unit: string) => `Belopp i ${unit}.`,
  outside: { ejForankrad: "Ej förankrad", ingarI: "Ingår i annan", avbruten: "Avbruten" },
  add: "Lägg till åtgärd",
  adding: "Ny åtgärd",
  all: "Alla åtgärder",
  list: "Åtgärder i registret",
  unnamed: "(utan namn)",
  notCalculated: "ej beräknad",
  refused: (n: number) =>
    n === 1
      ? "1 rad i registret kunde inte läsas"
      : `${countText(n, "sv")} rader i registret kunde inte läsas`,
  noChoice: "–",
  month: "År och månad, till exempel 2023-04",
  date: "Datum, till exempel 2023-04-15",
  amount: (unit: string) => `I ${unit}. Tomt = ej beräknad.`,
  unreadable: "Kan inte läsas. Skriv ett tal, till exempel 1 250.",
  badMonth: "Skriv år och månad, till exempel 2023-04.",
  badDate: "Skriv ett datum, till exempel 2023-04-15.",
  proposed: (amount: string) => `Följer av helårseffekt och startmånad: ${amount}`,
  use: "Använd",
  useFor: (header: string) => `Använd förslaget för ${header}`,
  formula: (formula: string) => `Formel i cellen: ${formula}. Ändras i bladet.`,
  preview: "Det här skrivs",
  change: (header: string, from: string, to: string) => `${header}: ${from} → ${to}`,
  empty: "tomt",
  write: "Skriv i registret",
  needsName: "Skriv vad åtgärden är.",
  needsMore: "Fyll i något mer, till exempel status: en rad med bara ett namn läses som en rubrik.",
  writing: "Skriver i registret …",
  added: (cell: string, sheet: string) => `Åtgärden står på bladet ${sheet}, från ${cell}.`,
  changed: (n: number) => (n === 1 ? "1 cell är ändrad." : `${countText(n, "sv")} celler är ändrade.`),
  show: "Visa i bladet",
  undo: "Ångra",
  undone: "Registret är som förut.",
};

export type AtgarderTexts = typeof sv;

export const atgarderTexts: Bilingual<AtgarderTexts> = {
  sv,
  en: {
    title: "Measures",
    intro: "The register of decided and planned measures, and how far they go against the deficit.",
    none: "The workbook has no register of measures",
    noneText:
      "A register is a table with columns for measure and effect, preferably also responsible, status, agreed and start month. Create an empty one to get the columns.",
    create: "Create register of measures",
    creating: "Creating the sheet …",
    where: (sheet, address) => `The sheet ${sheet}, ${address}`,
    year: "Year",
    oneEffect: "Effect",
    deficit: "Deficit",
    surplus: "Surplus",
    counted: "Measures",
    left: "Left to find",
    over: "Covered with a margin",
    covered: (share) => `The measures cover ${share} of the deficit`,
    nothingToCover: "There is no deficit to cover.",
    deficitFrom: (report, period, forecast) =>
      forecast
        ? `The deficit is the forecast variance for the year in ${report}, period ${period}. The forecast is taken to be made without the measures.`
        : `The deficit is the year's variance in ${report}, period ${period}.`,
    noDeficit: "The deficit can't be calculated:",
    otherYear: (year) => `The deficit is for ${year}.`,
    outsideSum: (amount) => `Not agreed on: ${amount}, outside the sum`,
    uncalculated: (n) =>
      n === 1
        ? "1 measure has no calculated effect"
        : `${countText(n, "en")} measures have no calculated effect`,
    amountsIn: (unit) => `Amounts in ${unit}.`,
    outside: { ejForankrad: "Not agreed on", ingarI: "Part of another", avbruten: "Called off" },
    add: "Add measure",
    adding: "New measure",
    all: "All measures",
    list: "Measures in the register",
    unnamed: "(no name)",
    notCalculated: "not calculated",
    refused: (n) =>
      n === 1
        ? "1 row of the register could not be read"
        : `${countText(n, "en")} rows of the register could not be read`,
    noChoice: "–",
    month: "Year and month, for example 2023-04",
    date: "Date, for example 2023-04-15",
    amount: (unit) => `In ${unit}. Empty = not calculated.`,
    unreadable: "Can't be read. Write a number, for example 1 250.",
    badMonth: "Write year and month, for example 2023-04.",
    badDate: "Write a date, for example 2023-04-15.",
    proposed: (amount) => `Follows from yearly effect and start month: ${amount}`,
    use: "Use",
    useFor: (header) => `Use the proposal for ${header}`,
    formula: (formula) => `Formula in the cell: ${formula}. Changed on the sheet.`,
    preview: "This will be written",
    change: (header, from, to) => `${header}: ${from} → ${to}`,
    empty: "empty",
    write: "Write in the register",
    needsName: "Write what the measure is.",
    needsMore: "Fill in something more, such as status: a row with only a name is read as a heading.",
    writing: "Writing in the register …",
    added: (cell, sheet) => `The measure stands on the sheet ${sheet}, from ${cell}.`,
    changed: (n) => (n === 1 ? "1 cell is changed." : `${countText(n, "en")} cells are changed.`),
    show: "Show on the sheet",
    undo: "Undo",
    undone: "The register is as before.",
  },
};
