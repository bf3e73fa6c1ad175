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
  },
};
