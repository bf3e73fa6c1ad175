import type { Bilingual } from "./language";

/** Why a table, column or row was read as it was. */
const skal = {
  rubrikord: "rubrikens ord: ”{rubrik}”",
  rubrikTid: "rubriken anger bara tid: ”{rubrik}”",
  granne: "kolumnerna bredvid: {roll}",
  aritmetik: "talen: stämmer på {stammer} av {av} rader",
  innehall: "innehållet under ”{rubrik}”",
  titelrad: "rad ovanför är titel",
  enhetsrad: "enheten {enhet} står ovanför tabellen",
  enhetRubrik: "enheten {enhet} står i rubriken",
  enhetVarden: "enheten {enhet} står vid talen",
  excelTabell: "Excel-tabellen {tabell}",
  summaord: "namnet säger summa; talen stämmer i {stammer} av {av} kolumner",
  summaAritmetik: "summan av {delar} rader stämmer i {stammer} av {av} kolumner",
  varavord: "namnet säger varav",
  streck: "namnet börjar med streck",
  utanVarden: "raden saknar egna tal",
  efterSumma: "står efter summan och ingår inte i den",
  vanligRad: "egen post",
  transponerad: "måtten står nedåt och posterna åt höger",
};

const rubrik = {
  tabell: "{blad}!{adress} ”{titel}”: {slag}, enhet {enhet}, tecken {tecken}",
  kolumn: "kolumn {cell} ”{rubrik}”: {roll}",
  rad: "rad {cell} ”{namn}”: {typ}",
  summa: "rad {cell} är summan av rad {delar}",
  okand: "okänd",
};

export const tableTexts: Bilingual<{ skal: typeof skal; rubrik: typeof rubrik }> = {
  sv: { skal, rubrik },
  en: {
    skal: {
      rubrikord: "the header's words: “{rubrik}”",
      rubrikTid: "the header says only a time: “{rubrik}”",
      granne: "the columns beside it: {roll}",
      aritmetik: "the figures: holds on {stammer} of {av} rows",
      innehall: "what stands under “{rubrik}”",
      titelrad: "a line above is the title",
      enhetsrad: "the unit {enhet} stands above the table",
      enhetRubrik: "the unit {enhet} stands in the header",
      enhetVarden: "the unit {enhet} stands by the figures",
      excelTabell: "the Excel table {tabell}",
      summaord: "its name says sum; the figures agree in {stammer} of {av} columns",
      summaAritmetik: "the sum of {delar} rows agrees in {stammer} of {av} columns",
      varavord: "its name says “of which”",
      streck: "its name begins with a dash",
      utanVarden: "the row has no figures of its own",
      efterSumma: "stands after the sum and is not in it",
      vanligRad: "an item of its own",
      transponerad: "the measures go down and the items across",
    },
    rubrik: {
      tabell: "{blad}!{adress} “{titel}”: {slag}, unit {enhet}, sign {tecken}",
      kolumn: "column {cell} “{rubrik}”: {roll}",
      rad: "row {cell} “{namn}”: {typ}",
      summa: "row {cell} is the sum of row {delar}",
      okand: "unknown",
    },
  },
};
