import type { Bilingual } from "./language";

const slag = {
  ekonomi: "Ekonomi",
  kodplan: "Kodplan",
  effekter: "Effekter",
  effektiviseringskrav: "Effektiviseringskrav",
  intraprenader: "Intraprenader",
  volym: "Volymer",
  narvaro: "Närvaro",
  prislista: "Prislista",
  personal: "Personal",
  atgarder: "Åtgärder",
  mal: "Mål och indikatorer",
  investeringar: "Investeringar",
  nyckeltal: "Nyckeltal",
  statsbidrag: "Statsbidrag",
  ramandringar: "Ramändringar",
  behov: "Behov",
  uppdrag: "Uppdrag",
};

/** Why a row was not read; {text} is what stands in the cell. */
const nekad = {
  inteTal: "”{text}” är inget tal. Skriv beloppet med siffror, eller töm cellen.",
  tvaTal:
    "”{text}” kan läsas på flera sätt. Skriv ett tal, med mellanslag bara mellan tusental och med decimalkomma.",
  intePeriod: "”{text}” är ingen period. Skriv år och månad, till exempel 2023-08 eller 202308.",
  periodSaknas: "Perioden saknas. Fyll i år och månad, eller ta bort raden.",
  felvarde: "Cellen visar felet {text}. Rätta formeln, eller ersätt den med ett värde.",
  enhetOkand:
    "”{text}” har en egen enhet, men det är inte känt om tabellen är i kr, tkr eller mnkr. Välj enhet för underlaget.",
  dimensionSaknas: "Raden har belopp men inget namn. Fyll i vad beloppet avser, eller ta bort raden.",
  okantOrd:
    "Typen ”{text}” är okänd. Skriv Utfall, Budget, Periodbudget, Bokslut eller Prognos med månad, till exempel Prognos 2023-10.",
  personuppgift:
    "Cellen ser ut att innehålla ett personnummer. Ersätt det med en beteckning som bara ni kan koppla till personen.",
};

const notis = {
  textTal: "{antal} tal i ”{rubrik}” var skrivna som text och lästes ändå.",
  summarader: "{antal} rader är summor eller varav-rader och räknas inte en gång till.",
  period13: "{antal} rader med period 13 räknas i december.",
  period00: "{antal} rader med period 00 (ingående balans) räknas inte.",
  tappatMinus:
    "{antal} celler i ”{rubrik}” har ett minus med mellanslag, fast inget annat tal i kolumnen är negativt. Strecket kan betyda att cellen före var tom.",
  enhetOmraknad: "{antal} celler i ”{rubrik}” hade en egen enhet och räknades om.",
  enhetOlika: "”{rubrik}” är i {enhet} och räknades om till {till}.",
  arsbudgetUpprepad: "”{rubrik}” är en årsbudget som står på varje månad; den räknas en gång.",
  tidigareFalt:
    "Kolumnen ”{rubriker}”, som tidigare valdes för ”{falt}”, finns inte längre. Det som känns igen används i stället.",
  oanvandKolumn: "Används inte: {rubriker}.",
  doldaRader: "{antal} dolda eller bortfiltrerade rader är med.",
  rubrikUpprepad: "Rubrikraden står {antal} gånger till mitt i tabellen och hoppades över.",
  beloppSomUtfall: "Inget säger vad beloppen är; de läses som utfall. Välj ett annat mått om det är fel.",
  fylltNed: "{antal} tomma celler i ”{rubrik}” fick namnet ovanför.",
};

const fraga = {
  falt: "Flera kolumner kan vara {about}: {choices}. Välj vilken det är.",
  enhet: "Är beloppen i kr, tkr eller mnkr?",
  tecken:
    "Är kostnader negativa (netto), positiva med intäkter negativa (kostnad), eller är båda positiva (brutto)?",
  ar: "Vilket år gäller månaderna?",
  slag: "Underlaget kan vara av flera slag: {choices}. Välj vilket det är.",
  summarad: "Raden vid {about} är lika med raderna ovanför. Är den en summa eller en egen post?",
};

const rad = {
  las: "{slag}: {plats}, {rader} rader lästa, {nekade} nekade, {summor} summor, {rubriker} rubriker, {tomma} tomma.",
};

const enSlag: typeof slag = {
  ekonomi: "Finance",
  kodplan: "Chart of codes",
  effekter: "Effects",
  effektiviseringskrav: "Efficiency requirements",
  intraprenader: "Intrapreneurs",
  volym: "Volumes",
  narvaro: "Attendance",
  prislista: "Price list",
  personal: "Staff",
  atgarder: "Measures",
  mal: "Goals and indicators",
  investeringar: "Investments",
  nyckeltal: "Key figures",
  statsbidrag: "Government grants",
  ramandringar: "Budget frame changes",
  behov: "Needs",
  uppdrag: "Assignments",
};

export const sourceTexts: Bilingual<{
  slag: typeof slag;
  nekad: typeof nekad;
  notis: typeof notis;
  fraga: typeof fraga;
  rad: typeof rad;
}> = {
  sv: { slag, nekad, notis, fraga, rad },
  en: {
    slag: enSlag,
    nekad: {
      inteTal: "“{text}” is not a number. Write the amount in figures, or clear the cell.",
      tvaTal:
        "“{text}” can be read in several ways. Write one number, with blanks only between thousands and a decimal comma.",
      intePeriod: "“{text}” is not a period. Write year and month, for example 2023-08 or 202308.",
      periodSaknas: "The period is missing. Fill in year and month, or remove the row.",
      felvarde: "The cell shows the error {text}. Correct the formula, or replace it with a value.",
      enhetOkand:
        "“{text}” has a unit of its own, but it isn't known whether the table is in kr, tkr or mnkr. Choose the source's unit.",
      dimensionSaknas: "The row has amounts but no name. Fill in what they are for, or remove the row.",
      okantOrd:
        "The type “{text}” is unknown. Write Utfall, Budget, Periodbudget, Bokslut or Prognos with its month, for example Prognos 2023-10.",
      personuppgift:
        "The cell seems to hold a personal identity number. Replace it with a code that only you can connect to the person.",
    },
    notis: {
      textTal: "{antal} numbers in “{rubrik}” were stored as text and read all the same.",
      summarader: "{antal} rows are sums or parts of others and are not counted again.",
      period13: "{antal} rows of period 13 count in December.",
      period00: "{antal} rows of period 00 (opening balance) do not count.",
      tappatMinus:
        "{antal} cells in “{rubrik}” have a minus with a blank, though no other number in the column is negative. The dash may mean that the cell before was empty.",
      enhetOmraknad: "{antal} cells in “{rubrik}” had a unit of their own and were converted.",
      enhetOlika: "“{rubrik}” is in {enhet} and was converted to {till}.",
      arsbudgetUpprepad: "“{rubrik}” is a yearly budget repeated on every month; it counts once.",
      tidigareFalt:
        "The column “{rubriker}”, chosen earlier for “{falt}”, is no longer there. What is recognised is used instead.",
      oanvandKolumn: "Not used: {rubriker}.",
      doldaRader: "{antal} hidden or filtered rows are included.",
      rubrikUpprepad: "The header row stands {antal} more times inside the table and was skipped.",
      beloppSomUtfall:
        "Nothing says what the amounts are; they are read as outcome. Choose another measure if that is wrong.",
      fylltNed: "{antal} empty cells in “{rubrik}” took the name above.",
    },
    fraga: {
      falt: "Several columns may be {about}: {choices}. Choose which one it is.",
      enhet: "Are the amounts in kr, tkr or mnkr?",
      tecken:
        "Are costs negative (netto), positive with income negative (kostnad), or are both positive (brutto)?",
      ar: "Which year do the months belong to?",
      slag: "The source may be of several kinds: {choices}. Choose which one it is.",
      summarad: "The row at {about} equals the rows above. Is it a sum or an item of its own?",
    },
    rad: {
      las: "{slag}: {plats}, {rader} rows read, {nekade} refused, {summor} sums, {rubriker} headings, {tomma} empty.",
    },
  },
};
