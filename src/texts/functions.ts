import type { Bilingual } from "./language";

/** What a function says with #VALUE! and #N/A: what is wrong and what to do. {names} are filled in by the registry. */
const sv = {
  saknas: "Argumentet {argument} saknas.",
  forManga: "Funktionen tar högst {antal} argument.",
  inteTal: "{argument} ska vara ett tal, inte ”{text}”{plats}.",
  textTal: "{argument} är text, inte ett tal: ”{text}”{plats}. Gör om texten till ett tal med KOLL.TOLKATAL.",
  tomText: "{argument} är en tom text, inte ett tal{plats}. Skriv 0 eller lämna cellen tom.",
  minst: "{argument} ska vara minst {min}, inte {tal}{plats}.",
  heltal: "{argument} ska vara ett heltal från {min} till {max}, inte {tal}{plats}.",
  heltalMinst: "{argument} ska vara ett heltal som är minst {min}, inte {tal}{plats}.",
  okantOrd: "{argument} kan vara {val}, inte ”{text}”.",
  formerna:
    "{argument} är {form} och {annat} är {annanForm}. Områdena ska vara lika stora, eller det ena en enda cell, rad eller kolumn som passar det andra.",
  ettVarde: "{argument} ska vara ett enda värde, inte {form}.",
  radEllerKolumn: "{argument} ska vara en enda rad eller kolumn, inte {form}.",
  likaForm: "{argument} är {form} och {annat} är {annanForm}. De ska vara lika stora.",
  felIndata: "Indata innehåller felet {fel}. Rätta cellen som det kommer från.",
  planering:
    "{argument} ska vara 1 eller heldag, 0,5 eller halvdag, eller 0 för en dag utan planering, inte ”{text}”{plats}.",
  narvaro:
    "{argument} ska vara över 0, SANT eller ja för närvaro, 0, FALSKT eller nej för frånvaro, inte ”{text}”{plats}.",
  ejRapporterad: "Närvaron är inte rapporterad för en planerad dag{plats}. Fyll i den och räkna igen.",
  prisForm:
    "{argument} är {form}. Ge ett pris per heldag, en rad med heldag och halvdag, ett pris per dag ({annanForm}) eller en rad med ett pris per deltagare.",
  overNoll: "{argument} ska vara över 0, inte {tal}.",
  byterTecken:
    'Beloppen byter tecken: det ena är en intäkt och det andra en kostnad. Välj arten "netto", eller kontrollera beloppen.',
  tolv: "{argument} ska vara 12 tal i en rad eller kolumn, januari först, inte {form}.",
  fonster: "Det finns ännu inte {antal} värden att ta medelvärdet av.",
  lucka: "Ett av värdena i fönstret är en text, som inte är någon siffra.",
  prislista: "{argument} ska ha tre kolumner: nivå, heldag och halvdag. Området är {form}.",
  nivaDubbel: "Nivån {niva} står två gånger i prislistan. Ta bort den ena.",
  nivaSaknas: "En planerad dag saknar nivå{plats}.",
  nivaOkand: "Nivån {niva} finns inte i prislistan{plats}.",
  ingenEffekt: "Ingen åtgärd har en beräknad effekt.",
  forankrad:
    "{argument} ska vara SANT, ja eller 1 för en förankrad åtgärd, annars FALSKT, nej eller 0, inte ”{text}”{plats}.",
  okantMal: "{argument} ska vara ett tal eller något av {val}, inte ”{text}”.",
  procentmal: "{argument} är {tal} men målet är i procent. Ange 0,55 eller 55 %.",
  ingenSiffra: "”{text}” är ingen siffra: i tabeller betyder det att värdet saknas.",
  intervall: "”{text}” är ett intervall, inte ett tal. Skriv de två talen i var sin cell.",
  tvetydig:
    "”{text}” kan läsas på flera sätt. Skriv decimalkomma, och mellanslag mellan grupper om tre siffror.",
  otolkbar: "”{text}” kan inte läsas som ett tal.",
  procentIEnhet: "”{text}” är en andel och kan inte räknas om till {enhet}.",
  historik:
    "{argument} ska vara hela år: en rad eller kolumn med 12 månader per år, ett år per rad (12 kolumner) eller ett år per kolumn (12 rader). Området är {form}.",
  niva: "{argument} ska vara över 0 och under 1, till exempel 0,8, inte {tal}.",
  prognos: "{text}",
};

export const functionErrorTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    saknas: "The argument {argument} is missing.",
    forManga: "The function takes at most {antal} arguments.",
    inteTal: "{argument} should be a number, not “{text}”{plats}.",
    textTal:
      "{argument} is text, not a number: “{text}”{plats}. Turn the text into a number with KOLL.TOLKATAL.",
    tomText: "{argument} is an empty text, not a number{plats}. Write 0 or leave the cell blank.",
    minst: "{argument} should be at least {min}, not {tal}{plats}.",
    heltal: "{argument} should be a whole number from {min} to {max}, not {tal}{plats}.",
    heltalMinst: "{argument} should be a whole number of at least {min}, not {tal}{plats}.",
    okantOrd: "{argument} can be {val}, not “{text}”.",
    formerna:
      "{argument} is {form} and {annat} is {annanForm}. The ranges should be of equal size, or one of them a single cell, row or column that fits the other.",
    ettVarde: "{argument} should be a single value, not {form}.",
    radEllerKolumn: "{argument} should be a single row or column, not {form}.",
    likaForm: "{argument} is {form} and {annat} is {annanForm}. They should be of equal size.",
    felIndata: "The input holds the error {fel}. Correct the cell it comes from.",
    planering:
      "{argument} should be 1 or heldag, 0.5 or halvdag, or 0 for a day with nothing planned, not “{text}”{plats}.",
    narvaro:
      "{argument} should be above 0, TRUE or ja for present, 0, FALSE or nej for absent, not “{text}”{plats}.",
    ejRapporterad: "Attendance is not reported for a planned day{plats}. Fill it in and calculate again.",
    prisForm:
      "{argument} is {form}. Give one price per full day, a row with full day and half day, a price per day ({annanForm}) or a row with one price per participant.",
    overNoll: "{argument} should be above 0, not {tal}.",
    byterTecken:
      'The amounts change sign: one is an income and the other a cost. Choose the kind "netto", or check the amounts.',
    tolv: "{argument} should be 12 numbers in a row or column, January first, not {form}.",
    fonster: "There are not yet {antal} values to average.",
    lucka: "One of the values in the window is a text that is no figure.",
    prislista: "{argument} should have three columns: level, full day and half day. The range is {form}.",
    nivaDubbel: "The level {niva} stands twice in the price list. Remove one of them.",
    nivaSaknas: "A planned day has no level{plats}.",
    nivaOkand: "The level {niva} is not in the price list{plats}.",
    ingenEffekt: "No measure has a calculated effect.",
    forankrad:
      "{argument} should be TRUE, ja or 1 for an anchored measure, otherwise FALSE, nej or 0, not “{text}”{plats}.",
    okantMal: "{argument} should be a number or one of {val}, not “{text}”.",
    procentmal: "{argument} is {tal} but the goal is in percent. Give 0.55 or 55%.",
    ingenSiffra: "“{text}” is no figure: in tables it means that the value is missing.",
    intervall: "“{text}” is an interval, not a number. Write the two numbers in cells of their own.",
    tvetydig:
      "“{text}” can be read in more than one way. Write a decimal comma, and blanks between groups of three digits.",
    otolkbar: "“{text}” can't be read as a number.",
    procentIEnhet: "“{text}” is a share and can't be converted to {enhet}.",
    historik:
      "{argument} should be whole years: a row or column with 12 months a year, a year per row (12 columns) or a year per column (12 rows). The range is {form}.",
    niva: "{argument} should be above 0 and below 1, for example 0.8, not {tal}.",
    prognos: "{text}",
  },
};
