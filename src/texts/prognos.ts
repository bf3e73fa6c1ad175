import type { Bilingual, Language } from "./language";

/** {names} are filled in by the functions below. Method words are the ones the user writes, in both languages. */
const sv = {
  medelfel: "medelfel {fel}",
  begardUtanFel: "inget fel kunde beräknas, för kort historik",
  utanHistorik: "utan historik, inget fel beräknat",
  standard: "ingen enkel regel klart bättre",
  enklare: "minst dubbelt så träffsäker som kombinationen",
  oprovad: "för kort historik för att jämföra metoder",
  bokat: "alla tolv månader är bokförda",
  antagen: "antagna bokförda månader: {antal}",
  uppskattade: "uppskattade okända månader: {antal}",

  utfallAntal: "Utfall ska vara 1–12 månader, januari först.",
  manad: "Månad ska vara ett heltal från 0 till det antal månader som utfall har.",
  historikAntal: "Historik ska vara hela år: 12 månader per år, äldst först.",
  budgetAntal: "Budget ska vara ett årsbelopp eller 12 månader.",
  effekterAntal: "Effekter ska vara 12 månader.",
  metod: "Metoden finns inte. Välj någon som hjälpen räknar upp, till exempel auto.",
  steg: "Antal steg ska vara ett heltal från 1.",
  oandligt: "Alla belopp ska vara tal, inte större än 1e100.",
  saknarUtfall: "Metoden behöver minst en bokförd månad. Ange utfall, eller välj restbudget eller aterstod.",
  saknarHistorik:
    "Metoden behöver minst ett helt års historik. Ange historik, eller välj rak eller restbudget.",
  kortHistorik: "Det finns för få månader för metoden. Ange mer historik, eller välj rak eller restbudget.",
  saknarBudget: "Metoden behöver en budget. Ange 12 månader eller ett årsbelopp.",
  nollnaraBudget:
    "Budgeten är för nära noll, eller byter tecken, för att räkna med andelar. Välj restbudget eller aterstod.",
  nollnaraHistorik:
    "Historiken är för nära noll, eller byter tecken, för att räkna med andelar. Välj aterstod eller restbudget.",
  niva: "Nivå ska vara ett tal mellan 0 och 1, till exempel 0,8.",
  saknarFel: "Intervall kräver historik att pröva metoden på. Ange minst ett helt års historik.",
};

export const prognosTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    medelfel: "mean error {fel}",
    begardUtanFel: "no error could be calculated, too short a history",
    utanHistorik: "no history, no error calculated",
    standard: "no simple rule clearly better",
    enklare: "at least twice as accurate as the combination",
    oprovad: "too short a history to compare methods",
    bokat: "all twelve months are booked",
    antagen: "booked months assumed: {antal}",
    uppskattade: "unknown months estimated: {antal}",

    utfallAntal: "Utfall must be 1–12 months, January first.",
    manad: "Manad must be a whole number from 0 to the number of months in utfall.",
    historikAntal: "Historik must be whole years: 12 months each, oldest first.",
    budgetAntal: "Budget must be one yearly amount or 12 months.",
    effekterAntal: "Effekter must be 12 months.",
    metod: "There is no such method. Choose one that the help lists, for example auto.",
    steg: "The number of steps must be a whole number from 1.",
    oandligt: "Every amount must be a number, no larger than 1e100.",
    saknarUtfall:
      "The method needs at least one booked month. Give utfall, or choose restbudget or aterstod.",
    saknarHistorik:
      "The method needs at least one whole year of history. Give historik, or choose rak or restbudget.",
    kortHistorik: "There are too few months for the method. Give more history, or choose rak or restbudget.",
    saknarBudget: "The method needs a budget. Give 12 months or one yearly amount.",
    nollnaraBudget:
      "The budget is too near zero, or changes sign, to reckon with shares. Choose restbudget or aterstod.",
    nollnaraHistorik:
      "The history is too near zero, or changes sign, to reckon with shares. Choose aterstod or restbudget.",
    niva: "Niva must be a number between 0 and 1, for example 0.8.",
    saknarFel: "An interval needs history to try the method on. Give at least one whole year of history.",
  },
};

/** What PROGNOSMETOD's sentence is made of: a Helarsprognos fits. */
export interface Metodunderlag {
  metod: string;
  skal: "begard" | "standard" | "enklare" | "oprovad" | "utanHistorik" | "bokat";
  fel: number | null;
  bokade: number;
  antagen: boolean;
  uppskattade: number;
}

/** "kombination · medelfel 1,4 % · ingen enkel regel klart bättre"; "rak · utan historik, inget fel beräknat". */
export function metodmening(prognos: Metodunderlag, sprak: Language): string {
  const texter = prognosTexts[sprak];
  const { metod, skal, fel } = prognos;
  if (skal === "bokat") return texter.bokat;
  const felet = fel === null ? null : fill(texter.medelfel, { fel: procent(fel, sprak) });
  const skalet = skal === "begard" ? (felet === null ? texter.begardUtanFel : null) : texter[skal];
  return [
    metod,
    felet,
    skalet,
    prognos.antagen ? fill(texter.antagen, { antal: String(prognos.bokade) }) : null,
    prognos.uppskattade > 0 ? fill(texter.uppskattade, { antal: String(prognos.uppskattade) }) : null,
  ]
    .filter((del) => del !== null)
    .join(" · ");
}

function procent(andel: number, sprak: Language): string {
  const tal = (Math.round(andel * 1000) / 10).toFixed(1);
  return sprak === "sv" ? `${tal.replace(".", ",")} %` : `${tal}%`;
}

const fill = (text: string, values: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? `{${key}}`);
