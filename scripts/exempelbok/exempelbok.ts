import { writeFileSync } from "node:fs";
import { createCalculator } from "../../src/workbench/calc";
import { Workbook } from "../../src/workbench/model/workbook";
import { writeWorkbook } from "../../src/workbench/xlsx";
import { attendance, prices } from "./attendance";
import { months, octoberVariances, rsCode, yearRows } from "./ledger";
import { listor } from "./listor";
import { formulaSheet, tableSheet, textSheet } from "./sheets";
import { uppfoljning } from "./uppfoljning";

// The sample workbook: run by `npm run exempelbok`. The same input gives the same file.

const amount = "#,##0";
const workbook = new Workbook();

textSheet(workbook, "Läs mig", [
  "Exempelbok: Funktionsstödsnämnden 2023",
  "",
  "Boken är gjord efter publicerade tabeller i Örebro kommuns årsberättelse 2023 för funktionsstödsnämnden. Årets belopp per verksamhet på bladet Ekonomi ger, avrundade till mnkr med en decimal, de tryckta siffrorna rad för rad.",
  "",
  "Påhittat är: beloppens tusental inom avrundningen, fördelningen över månader, hur köpkraftens rader fördelar sig på kontogrupper, vilken RS-kod en verksamhet hör till, bokslutet 2022 per verksamhet (publicerat bara per kontogrupp), vad som önskas överfört på bladet Inventarier, beloppen på bladet Åtgärder och hela bladen Närvaro, Prislista, Placeringar, Bemanning, Intraprenadenheter, Bidrag, Ramar, Behov och Nämndens uppdrag. Deltagarnas beteckningar hör inte till någon verklig person.",
  "",
  "Prova: öppna Rapporter i Nämndkoll och skapa ”Resultat per verksamhet”. På bladet Funktioner står Nämndkolls funktioner i celler.",
  "",
  "Kända fel i den tryckta tabellen följer inte med: där en summa inte stämmer med sina rader är det raderna som gäller.",
]);

const ledger = yearRows().flatMap((row, index) => {
  const { utfall, budget, bokslut } = months(row, index);
  return utfall.map((amountOfMonth, month) => [
    row.grupp,
    row.rubrik || null,
    row.verksamhet,
    row.kontogrupp,
    202301 + month,
    amountOfMonth,
    budget[month],
    bokslut[month],
  ]);
});
const verksamheter = [...new Set(ledger.map(([grupp, , namn]) => `${grupp}\n${namn}`))];
// The variance that October's forecast showed stands once a verksamhet, on the last month of its first kontogrupp.
const formerVariances = new Map(
  octoberVariances().map((variance, verksamhet) => {
    const first = ledger.findIndex(([grupp, , namn]) => verksamheter[verksamhet] === `${grupp}\n${namn}`);
    return [first + 11, variance];
  }),
);
tableSheet(
  workbook,
  {
    name: "Ekonomi",
    table: "Ekonomi",
    title: "Ekonomi 2023, Funktionsstödsnämnden",
    note: "Belopp i tkr. Intäkter plus, kostnader minus.",
  },
  [
    { name: "Grupp", width: 20 },
    { name: "Rubrik", width: 34 },
    { name: "Verksamhet", width: 44 },
    { name: "Kontogrupp", width: 20 },
    { name: "Period", width: 10, format: "0" },
    { name: "Utfall", width: 12, format: amount },
    { name: "Periodbudget", width: 14, format: amount },
    { name: "Bokslut 2022", width: 14, format: amount },
    { name: "Föregående avvikelse", width: 14, format: amount },
    { name: "RS-kod", width: 28 },
  ],
  ledger.map((row, index) => [...row, formerVariances.get(index) ?? null, rsCode(String(row[2]))]),
);

tableSheet(
  workbook,
  {
    name: "Effekter",
    table: "Effekter",
    title: "Effekter som visas för sig",
    note: "Belopp i tkr. Ingår i beloppen på bladet Ekonomi.",
  },
  [
    { name: "Benämning", width: 18 },
    { name: "Nämnd", width: 26 },
    { name: "Mått", width: 12 },
    { name: "Strukturell", width: 12 },
    { name: "Belopp", width: 12, format: amount },
  ],
  [["intraprenad", "Funktionsstödsnämnden", "utfall", "nej", 900]],
);

tableSheet(
  workbook,
  {
    name: "Inventarier",
    table: "Investeringar",
    title: "Investeringar 2023, inventarier",
    note: "Belopp i tkr, efter den publicerade tabellen.",
  },
  [
    { name: "Projekt", width: 34 },
    { name: "Budget", width: 12, format: amount },
    { name: "Utfall", width: 12, format: amount },
    { name: "Prognos", width: 12, format: amount },
    { name: "Önskad överföring", width: 12, format: amount },
    { name: "Till år", width: 8 },
    { name: "Motivering", width: 40 },
  ],
  [
    ["Personlig assistans", -100, 0, 0, 100, 2024, "Beställd, levereras i februari"],
    ["Grupp- och servicebostad + Boda", -500, -500, -100, 0, null, null],
    ["Daglig verksamhet", 0, -100, -500, 0, null, null],
    ["Barn- & Ungdomsverksamhet", -100, -100, 0, 0, null, null],
    ["Socialpsykiatri", -100, -100, -100, 0, null, null],
    ["Funk gemensamt", -1400, 0, 0, 900, 2024, "Nya lokaler blir klara först 2024"],
  ],
);

tableSheet(
  workbook,
  {
    name: "Krav",
    table: "Effektiviseringskrav",
    title: "Effektiviseringskrav 2023",
    note: "Belopp i tkr, efter den publicerade tabellen.",
  },
  [
    { name: "Verksamhet", width: 34 },
    { name: "Procent", width: 10, format: "0%" },
    { name: "Belopp", width: 12, format: amount },
  ],
  [
    ["Grupp- och servicebostad", 0.01, 5600],
    ["Daglig verksamhet + Boda", 0.01, 1600],
    ["Socialpsykiatrin", 0.01, 1700],
    ["Barn- och ungdomsverksamheten", 0.01, 1100],
    ["Förvaltningsgemensamt", 0.01, 300],
    ["LSS-fritid", 0.01, 400],
  ],
);

listor(workbook);
uppfoljning(workbook);

const days = attendance();
tableSheet(
  workbook,
  {
    name: "Närvaro",
    table: "Narvaro",
    title: "Närvaro i daglig verksamhet, juli–oktober 2023",
    note: "Påhittade deltagare. Planerad: 1 = heldag, 0,5 = halvdag, 0 = inget planerat.",
  },
  [
    { name: "Deltagare", width: 12 },
    { name: "Datum", width: 12, format: "yyyy-mm-dd" },
    { name: "Utförare", width: 12 },
    { name: "Enhet", width: 20 },
    { name: "Nivå", width: 8 },
    { name: "Planerad", width: 10 },
    { name: "Närvaro", width: 10 },
  ],
  days.map(({ deltagare, datum, utforare, enhet, niva, planerad, narvaro }) => [
    deltagare,
    datum,
    utforare,
    enhet,
    niva,
    planerad,
    narvaro,
  ]),
);
tableSheet(
  workbook,
  {
    name: "Prislista",
    table: "Prislista",
    title: "Prislista för daglig verksamhet",
    note: "Pris i kr per dag. Påhittat.",
  },
  [
    { name: "Nivå", width: 8 },
    { name: "Heldag", width: 12, format: amount },
    { name: "Halvdag", width: 12, format: amount },
    { name: "Giltig från", width: 12, format: "yyyy-mm-dd" },
  ],
  prices.map(({ niva, heldag, halvdag }) => [niva, heldag, halvdag, 44927]),
);

/** Rows of one participant on the sheet Närvaro. */
function span(deltagare: string): [number, number] {
  const index = days.findIndex((day) => day.deltagare === deltagare);
  return [index + 5, index + 4 + days.filter((day) => day.deltagare === deltagare).length];
}
const [from, to] = span("D003");
const [planned, present] = [`Närvaro!F${from}:F${to}`, `Närvaro!G${from}:G${to}`];
const level = `INDEX(Prislista[[Heldag]:[Halvdag]],MATCH(Närvaro!E${from},Prislista[Nivå],0),0)`;
const guard = `SUMPRODUCT((${planned}<>0)*(${present}=""))>0`;
const personal = `FILTER(Ekonomi[Utfall],(Ekonomi[Verksamhet]="Daglig verksamhet")*(Ekonomi[Kontogrupp]="Personalkostnader"))`;
const personalBudget = personal.replace("Ekonomi[Utfall]", "Ekonomi[Periodbudget]");
const history = personal.replace("Ekonomi[Utfall]", "Ekonomi[Bokslut 2022]");
const sumOf = (column: string, verksamhet: string) =>
  `SUMIFS(Ekonomi[${column}],Ekonomi[Verksamhet],"${verksamhet}")`;

formulaSheet(workbook, "Funktioner", "Nämndkolls funktioner i celler", [
  {
    what: "Avvikelse för grupp- och servicebostad, tkr",
    formula: `=KOLL.AVVIKELSE(${sumOf("Utfall", "Grupp- och servicebostad")},${sumOf("Periodbudget", "Grupp- och servicebostad")},"netto")`,
    format: amount,
  },
  {
    what: "Förbrukad andel av budgeten, barn- och ungdomsverksamhet",
    formula: `=KOLL.FORBRUKNING(${sumOf("Utfall", "Barn- & Ungdomsverksamhet")},${sumOf("Periodbudget", "Barn- & Ungdomsverksamhet")})`,
    format: "0.0%",
  },
  {
    what: "Karensavdrag för deltagare D003, kr",
    formula: `=IF(${guard},NA(),KOLL.KARENS(${planned},${present},${level}))`,
    format: amount,
  },
  {
    what: "Planerade dagar som dras av för deltagare D003",
    formula: `=IF(${guard},NA(),KOLL.KARENSDAGAR(${planned},${present}))`,
    format: "0.0",
  },
  {
    what: "Prognos i augusti för personalkostnader i daglig verksamhet, rak",
    formula: `=KOLL.PROGNOS(${personal},,"rak",,8)`,
    format: amount,
  },
  {
    what: "… ackumulerat utfall + resten av budgeten",
    formula: `=KOLL.PROGNOS(${personal},,"restbudget",${personalBudget},8)`,
    format: amount,
  },
  {
    what: "… med budgetens fördelning över året",
    formula: `=KOLL.PROGNOS(${personal},,"budgetprofil",${personalBudget},8)`,
    format: amount,
  },
  {
    what: "… ackumulerat utfall + förra årets återstod",
    formula: `=KOLL.PROGNOS(${personal},${history},"aterstod",,8)`,
    format: amount,
  },
  {
    what: "… med förra årets profil",
    formula: `=KOLL.PROGNOS(${personal},${history},"profil",,8)`,
    format: amount,
  },
  {
    what: "… metoden vald automatiskt",
    formula: `=KOLL.PROGNOS(${personal},${history},"auto",${personalBudget},8)`,
    format: amount,
  },
]);

workbook.activeSheet = workbook.sheets[0];
const calculator = await createCalculator(workbook);
await calculator.recalculateAll();
calculator.dispose();
// The ledger alone, as an export from the ledger: what the pane offers to try with in an empty workbook.
const captions = [
  "Grupp",
  "Rubrik",
  "Verksamhet",
  "Kontogrupp",
  "Period",
  "Utfall tkr",
  "Periodbudget tkr",
  "Bokslut 2022 tkr",
];
writeFileSync(
  "assets/exempel.csv",
  `\ufeff${[captions, ...ledger].map((row) => row.map((cell) => String(cell ?? "").replace(".", ",")).join(";")).join("\r\n")}\r\n`,
);
writeFileSync("assets/exempelbok.xlsx", await writeWorkbook(workbook));
