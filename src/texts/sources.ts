import type { Bilingual } from "./language";

/** Why a row was refused: what stands in the cell, and what to do. {text} is the cell's content. */
const nekadSv = {
  inteTal: "”{text}” kan inte läsas som ett tal. Skriv ett tal, eller lämna cellen tom.",
  intePeriod: "”{text}” kan inte läsas som en månad. Skriv till exempel 202308 eller 2023-08.",
  periodSaknas: "Månaden saknas. Fyll i den, till exempel 202308.",
  felvarde: "Cellen visar felet {text}. Rätta formeln.",
  tvaTal: "”{text}” är flera tal i en cell. Dela upp dem.",
  enhetOkand: "”{text}” har en enhet som inte kan räknas om. Skriv beloppet i kolumnens enhet.",
  dimensionSaknas: "Raden har belopp men inget namn. Fyll i vad beloppet avser.",
  okantOrd: "”{text}” är inget av de ord som kolumnen kan ha.",
  personuppgift: "Cellen ser ut att innehålla ett personnummer eller namn. Använd en beteckning i stället.",
};

export const refusalTexts: Bilingual<typeof nekadSv> = {
  sv: nekadSv,
  en: {
    inteTal: "“{text}” can't be read as a number. Type a number, or leave the cell empty.",
    intePeriod: "“{text}” can't be read as a month. Type for example 202308 or 2023-08.",
    periodSaknas: "The month is missing. Fill it in, for example 202308.",
    felvarde: "The cell shows the error {text}. Correct the formula.",
    tvaTal: "“{text}” is several numbers in one cell. Split them.",
    enhetOkand: "“{text}” has a unit that can't be converted. Type the amount in the column's unit.",
    dimensionSaknas: "The row has amounts but no name. Fill in what the amount is for.",
    okantOrd: "“{text}” is none of the words the column can have.",
    personuppgift: "The cell seems to hold a personal identity number or name. Use an id instead.",
  },
};

/** What is said of a source that was read. {antal}, {rubrik}, {rubriker}, {enhet}, {till}, {falt} are filled in. */
const notisSv = {
  textTal: "{antal} tal i kolumnen {rubrik} står som text och lästes som tal.",
  summarader: "{antal} rader är summor av andra och räknas inte med.",
  period13: "{antal} rader har period 13 och räknas till december.",
  period00: "{antal} rader har period 00 (ingående balans) och räknas inte med.",
  tomRad: "{antal} rader är tomma.",
  tappatMinus:
    "{antal} celler i kolumnen {rubrik} har ett minustecken skilt från talet; lästes som negativa.",
  enhetOmraknad: "{antal} celler i kolumnen {rubrik} har egen enhet och räknades om.",
  enhetOlika: "Kolumnen {rubrik} är i {enhet} och räknades om till {till}.",
  arsbudgetUpprepad: "Årsbudgeten i kolumnen {rubrik} står på varje månadsrad och räknas en gång.",
  ackKolumn: "Kolumnen {rubrik} är ackumulerad: den valda periodens rad gäller.",
  tidigareFalt: "Kolumnen {rubriker}, som tidigare valts för {falt}, finns inte längre.",
  oanvandKolumn: "Används inte: {rubriker}.",
  doldaRader: "{antal} rader är dolda och räknas med.",
  rubrikUpprepad: "{antal} rader upprepar rubrikraden och räknas inte med.",
  arAntaget: "Årtalet är läst ur rubrik eller bladnamn.",
  beloppSomUtfall: "Kolumnen med belopp läses som utfall.",
  fylltNed: "{antal} tomma celler i kolumnen {rubrik} läses som cellen ovanför.",
};

export const noticeTexts: Bilingual<typeof notisSv> = {
  sv: notisSv,
  en: {
    textTal: "{antal} numbers in the column {rubrik} stand as text and were read as numbers.",
    summarader: "{antal} rows are sums of others and are not counted.",
    period13: "{antal} rows have period 13 and count in December.",
    period00: "{antal} rows have period 00 (opening balance) and are not counted.",
    tomRad: "{antal} rows are empty.",
    tappatMinus:
      "{antal} cells in the column {rubrik} have a minus sign apart from the number; read as negative.",
    enhetOmraknad: "{antal} cells in the column {rubrik} have a unit of their own and were converted.",
    enhetOlika: "The column {rubrik} is in {enhet} and was converted to {till}.",
    arsbudgetUpprepad:
      "The year's budget in the column {rubrik} stands on every month's row and counts once.",
    ackKolumn: "The column {rubrik} is accumulated: the chosen period's row applies.",
    tidigareFalt: "The column {rubriker}, chosen earlier for {falt}, is no longer there.",
    oanvandKolumn: "Not used: {rubriker}.",
    doldaRader: "{antal} rows are hidden and are counted.",
    rubrikUpprepad: "{antal} rows repeat the header row and are not counted.",
    arAntaget: "The year is read from the caption or the sheet's name.",
    beloppSomUtfall: "The column of amounts is read as outcome.",
    fylltNed: "{antal} empty cells in the column {rubrik} are read as the cell above.",
  },
};
