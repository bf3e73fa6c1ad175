import type { CellValue } from "../workbook/cell";
import type { Kallslag } from "./source";

/** An empty source to be made as an Excel table: headers, what cells may hold, and one example row. */
export interface SourceTemplate {
  kind: Kallslag;
  sheet: string;
  table: string;
  /** The line above the table. */
  caption: string;
  columns: TemplateColumn[];
}

export interface TemplateColumn {
  header: string;
  example: CellValue;
  numberFormat: string;
  /** Words to choose from. */
  list?: string[];
  /** What a number must be. */
  number?: { kind: "decimal" | "whole" | "date"; least?: number; most?: number };
}

const name = (header: string, example: string): TemplateColumn => ({ header, example, numberFormat: "@" });
const choice = (header: string, list: string[], example = list[0]): TemplateColumn => ({
  ...name(header, example),
  list,
});
const amount = (header: string, example: number | null): TemplateColumn => ({
  header,
  example,
  numberFormat: "#,##0",
  number: { kind: "decimal" },
});
const count = (header: string, example: number, least = 0): TemplateColumn => ({
  header,
  example,
  numberFormat: "#,##0.##",
  number: { kind: "decimal", least },
});
const whole = (header: string, example: number, least: number, most: number): TemplateColumn => ({
  header,
  example,
  numberFormat: "0",
  number: { kind: "whole", least, most },
});
const month = (example = 202301): TemplateColumn => whole("Period", example, 200001, 209913);
const yesNo = (header: string, example = "nej") => choice(header, ["ja", "nej"], example);
/** 2023-01-01 as Excel counts days. */
const newYear = 44927;
const date = (header: string, example = newYear): TemplateColumn => ({
  header,
  example,
  numberFormat: "yyyy-mm-dd",
  number: { kind: "date", least: 32874, most: 73050 },
});

const inTkr = "Belopp i tkr.";
const net = `${inTkr} Intäkter plus, kostnader minus.`;
const statuses = ["Ej påbörjad", "Pågår", "Klar", "Avbruten"];

const make = (
  kind: Kallslag,
  sheet: string,
  table: string,
  caption: string,
  columns: TemplateColumn[],
): SourceTemplate => ({ kind, sheet, table, caption, columns });

export const sourceTemplates: readonly SourceTemplate[] = [
  make("ekonomi", "Ekonomi", "Ekonomi", net, [
    name("Grupp", "Egen regi"),
    name("Verksamhet", "510 Hemvård"),
    name("Enhet", "6010 Hemtjänst norr"),
    choice(
      "Kontogrupp",
      ["Intäkter", "Personalkostnader", "Lokalhyror", "Köp av verksamhet", "Övriga kostnader"],
      "Personalkostnader",
    ),
    month(),
    choice("Typ", ["Utfall", "Periodbudget", "Budget", "Prognos", "Bokslut"]),
    amount("Belopp", -1250),
  ]),
  make("kodplan", "Kodplan", "Kodplan", "Vilka koder som hör till vilken grupp.", [
    choice("Koddel", ["Konto", "Verksamhet", "Ansvar"]),
    whole("Från", 5000, 0, 99999999),
    whole("Till", 5999, 0, 99999999),
    name("Kontogrupp", "Personalkostnader"),
    name("RS-kod", "510"),
    name("Grupp", "Egen regi"),
    whole("Ordning", 20, 0, 9999),
    choice("Intäkt/kostnad", ["intäkt", "kostnad"], "kostnad"),
  ]),
  make("effekter", "Effekter", "Effekter", `${inTkr} Ingår i beloppen på bladet Ekonomi.`, [
    choice("Benämning", ["covid", "intraprenad", "EKB", "moms"], "intraprenad"),
    name("Nämnd", "Vårdnämnden"),
    choice("Mått", ["utfall", "prognos", "avvikelse"]),
    yesNo("Strukturell"),
    amount("Belopp", 900),
  ]),
  make("effektiviseringskrav", "Effektiviseringar", "Effektiviseringskrav", inTkr, [
    name("Verksamhet", "Daglig verksamhet"),
    name("Post", "Schemaläggning"),
    amount("Bas", 160000),
    count("Procent", 1),
    amount("Belopp", 1600),
    amount("Kvar sedan tidigare år", 200),
    amount("Beräknad effekt", 1500),
    amount("Uppnådd effekt", 700),
    amount("Prognos", 1400),
    choice("Status", statuses, "Pågår"),
  ]),
  make("intraprenader", "Intraprenadenheter", "Intraprenader", net, [
    name("Enhet", "Intraprenaden"),
    amount("Prognos", -100),
    amount("Budget", 0),
    amount("Ingående ackumulerat resultat", 450),
    amount("Ianspråktaget", 0),
    amount("Nya underskott", -100),
    amount("Nya överskott", 0),
  ]),
  make("volym", "Volymer", "Volymer", "Kostnader i tkr.", [
    name("Insats", "HVB"),
    name("Grupp", "Barn och unga"),
    month(),
    choice("Summering", ["summa", "medel", "sista", "unik"]),
    count("Antal", 12),
    count("Dygn", 372),
    count("Platser", 14),
    amount("Kostnad", 2230),
    count("Budgetvolym", 350),
    amount("Budgetpris", 6),
  ]),
  make(
    "narvaro",
    "Närvaro",
    "Narvaro",
    "Deltagare anges med en beteckning, aldrig namn eller personnummer.",
    [
      name("Deltagare", "D001"),
      date("Datum"),
      choice("Utförare", ["intern", "extern"]),
      name("Enhet", "Daglig verksamhet norr"),
      whole("Nivå", 3, 1, 7),
      choice("Planerad", ["heldag", "halvdag", "0"]),
      choice("Närvaro", ["ja", "nej"]),
    ],
  ),
  make("prislista", "Prislista", "Prislista", "Pris i kr per dag.", [
    whole("Nivå", 3, 1, 7),
    amount("Heldag", 640),
    amount("Halvdag", 384),
    date("Giltig från"),
  ]),
  make("personal", "Personal", "Personal", "Timmar per månad; kostnader i tkr.", [
    name("Enhet", "Hemtjänst norr"),
    month(),
    choice("Anställningsform", ["Tillsvidare", "Visstid", "Timavlönad"]),
    choice("Kön", ["Kvinnor", "Män", "Totalt"]),
    count("Årsarbetare", 45.5),
    count("Timmar", 6100),
    count("Ordinarie tid", 7280),
    count("Sjuktid", 620),
    count("varav 60 dagar eller mer", 210),
    count("Övertid", 35),
    amount("Sjuklön", 48),
    amount("Personalkostnad", 1850),
    count("Antal anställda", 52),
    count("Avslut", 1),
  ]),
  make("atgarder", "Åtgärder", "Atgarder", `${inTkr} Plus är förbättring; tom cell är ej beräknad effekt.`, [
    name("Id", "1"),
    name("Område", "Äldreomsorg"),
    name("Åtgärd", "Samordnad schemaläggning"),
    name("Ansvarig", "Verksamhetschef"),
    date("Beslutsdatum"),
    name("Diarienummer", "VN 2023/1"),
    choice("Status", statuses, "Pågår"),
    yesNo("Förankrad", "ja"),
    yesNo("Engångs"),
    name("Ingår i (id)", ""),
    whole("Startmånad", 202304, 200001, 209912),
    amount("Effekt 2023", 200),
    amount("Effekt 2024", 270),
    amount("Helårseffekt", 270),
    amount("Uppnådd effekt", 90),
    name("Förväntad effekt", "Färre timavlönade"),
    name("Kommentar", ""),
  ]),
  make("mal", "Mål", "Mal", "Utfall och målvärden per indikator.", [
    name("Mål", "Budget i balans"),
    name("Indikator", "Sjukfrånvaro"),
    name("Metod", "HR-systemet, rullande tolv månader"),
    name("Ansvarig", "Förvaltningschef"),
    choice("Del", ["totalt", "kvinnor", "män"]),
    count("Utfall 2022", 10.8),
    count("Utfall 2023", 9.9),
    name("Målvärde 2023", "Minska"),
    choice("Riktning", ["högre", "lägre"], "lägre"),
    choice("Status", ["Uppfylls", "Uppfylls ej", "Kan ej bedömas"]),
    name("Kommentar", ""),
  ]),
  make("investeringar", "Investeringsprojekt", "Investeringar", `${inTkr} Utgifter plus.`, [
    name("Projekt", "Inventarier"),
    name("Område", "Funktionsstöd"),
    name("Kategori", "Inventarier"),
    amount("Budget", 2254),
    amount("Utfall", 870),
    amount("Prognos", 1400),
    amount("Önskad överföring", 800),
    whole("Till år", 2024, 2000, 2099),
    name("Motivering", "Försenad leverans"),
    name("Kommentar", ""),
    amount("Beslutad totalutgift", null),
    amount("Beräknad totalutgift", null),
    amount("Ack. utgift", null),
  ]),
  make("nyckeltal", "Nyckeltal", "Nyckeltal", "En kolumn per år.", [
    name("Indikator", "Antal personer med boendestöd"),
    choice("Uppdelning", ["totalt", "kvinnor", "män"]),
    name("Enhet", "antal"),
    count("2021", 683),
    count("2022", 881),
    count("2023", 697),
    name("Bedömning", "Nivå"),
  ]),
  make("statsbidrag", "Statsbidrag", "Statsbidrag", inTkr, [
    name("Benämning", "God vård och omsorg"),
    amount("Belopp", 1200),
    date("Återrapportering"),
    amount("Återbetalning", 0),
    choice("Kommande år", ["ja", "nej", "ej beslutat"]),
  ]),
  make("ramandringar", "Ramändringar", "Ramandringar", inTkr, [
    name("Beskrivning", "Pris- och lönekompensation"),
    amount("Belopp", 5400),
  ]),
  make("behov", "Behov", "Behov", `${inTkr} Kostnader plus.`, [
    name("Område", "Ekonomiskt bistånd"),
    amount("Uppskattat belopp", 2200),
    name("Prioriteringsgrund", "Lagkrav"),
    name("Aktuellt år", "Från 2025"),
    name("Övrigt", ""),
  ]),
  make("uppdrag", "Uppdragslista", "Uppdrag", "Nämndens uppdrag och hur det går med dem.", [
    name("Uppdrag", "Se över avtalen om extern daglig verksamhet"),
    name("Uppföljning", "Redovisas i delårsrapporten"),
    choice("Status", statuses, "Pågår"),
  ]),
];

export const sourceTemplate = (kind: Kallslag): SourceTemplate =>
  sourceTemplates.find((template) => template.kind === kind)!;
