import type { Bilingual } from "./language";

interface SumWords {
  rad: string;
  kolumn: string;
  beraknat: string;
  skillnad: string;
  /** The one row whose absence explains the difference, or "". */
  utelamnad: string;
  teckenfel: boolean;
}

interface DifferenceWords {
  rad: string;
  kolumn: string;
  a: string;
  b: string;
  beraknat: string;
  teckenfel: boolean;
}

interface SameWords {
  rad: string;
  kolumn: string;
  annanTabell: string;
  annanRad: string;
  annanKolumn: string;
  annat: string;
  blad: string;
  teckenfel: boolean;
}

const manader = "januari februari mars april maj juni juli augusti september oktober november december".split(
  " ",
);
const months = "January February March April May June July August September October November December".split(
  " ",
);
const others = (count: number) => (count > 1 ? ` (och ${count - 1} celler till)` : "");
const othersEn = (count: number) =>
  count > 1 ? ` (and ${count - 1} more ${count === 2 ? "cell" : "cells"})` : "";

const sv = {
  summa: ({ rad, kolumn, beraknat, skillnad, utelamnad, teckenfel }: SumWords) =>
    `${rad}, ${kolumn}: raderna ger ${beraknat} (skillnad ${skillnad}).` +
    (teckenfel ? " Minustecknet är fel." : utelamnad ? ` Summan saknar ${utelamnad}.` : ""),
  differens: ({ rad, kolumn, a, b, beraknat, teckenfel }: DifferenceWords) =>
    `${rad}, ${kolumn}: ${a} minus ${b} ger ${beraknat}.` + (teckenfel ? " Tecknet är omvänt." : ""),
  olika: (kolumn: string, annan: string, rad: string, beraknat: string) =>
    `${rad}: ${kolumn} skiljer sig från ${annan} (${beraknat}), som den annars är lika med.`,
  procent: (rad: string, kolumn: string, beraknat: string, month: number | null) =>
    `${rad}, ${kolumn}: raden ger ${beraknat}.` +
    (month === null ? "" : ` Kolumnen ser ut att vara kvar från ${manader[month - 1]}.`),
  enOrsak: (rad: string, kolumn: string, tryckt: string, beraknat: string, count: number) =>
    `${rad}, ${kolumn}: ${count} samband stämmer inte med ${tryckt} men stämmer alla med ${beraknat}.`,
  sammaPost: ({ rad, kolumn, annanTabell, annanRad, annanKolumn, annat, blad, teckenfel }: SameWords) =>
    `${rad}, ${kolumn}: ${annanTabell} (bladet ${blad}) har ${annat} för ${annanRad}, ${annanKolumn}.` +
    (teckenfel ? " Tecknet är omvänt." : ""),
  procentAv: (rad: string, kolumn: string, beraknat: string, annanTabell: string) =>
    `${rad}, ${kolumn}: talen i ${annanTabell} ger ${beraknat}, räknat som på de andra raderna.`,
  hundra: (rader: string, kolumn: string, summa: string) =>
    `${rader}, ${kolumn}: delarna blir ${summa} %, inte 100.`,
  kolumnsumma: (rad: string, kolumn: string, delar: string, beraknat: string) =>
    `${rad}, ${kolumn}: ${delar} ger ${beraknat}.`,
  utanforDelar: (rad: string, kolumn: string, low: string, high: string) =>
    `${rad}, ${kolumn}: ett värde för alla måste ligga mellan delarnas, ${low} och ${high}.`,
  kopierad: (rad: string, kolumn: string, tabell: string) =>
    `Talet är detsamma som ${rad}, ${kolumn} i ${tabell}: troligen kopierat därifrån.`,
  saknadRad: (rad: string, kolumn: string, tabell: string, blad: string) =>
    `${rad} har belopp (${kolumn}) men saknas i ${tabell} på bladet ${blad}, som annars har samma rader.`,
  prognos: (rad: string, kolumn: string, bokfort: string, opposite: boolean) =>
    opposite
      ? `${rad}: prognosen har annat tecken än det som redan är bokfört (${kolumn}: ${bokfort}).`
      : `${rad}: prognosen är mindre än det som redan är bokfört (${kolumn}: ${bokfort}).`,
  inaktuell: (rad: string, kolumn: string, covers: number, booked: number, beraknat: string) =>
    `${rad}, ${kolumn}: talet omfattar de ${covers} första månaderna men ${booked} har värden; de ger ${beraknat}.`,
  felPeriod: (rubrik: string, month: number, expected: number) =>
    `Rubriken ${rubrik} avser till och med ${manader[month - 1]}; de andra kolumnerna avser ${manader[expected - 1]}.`,
  enhet: (rubrik: string, stated: string, real: string) =>
    `Rubriken ${rubrik} anger ${stated} men beloppen är i ${real}.`,
  enhetMellanTabeller: (stated: string, real: string, annan: string, annanEnhet: string) =>
    `Tabellen anger ${stated}, men samma poster i ${annan} (${annanEnhet}) säger att beloppen är i ${real}.`,
  bytEnhet: (stated: string, real: string) => `Byt ${stated} mot ${real} i rubriken.`,
  refIFormel: () => "Formeln pekar på en cell som har tagits bort (#REF!). Peka om den.",
  kollNamn: (name: string) =>
    `Excel känner inte igen KOLL.${name}. Starta Nämndkoll och skriv in formeln igen, eller kör Dela > Läk.`,
  felvarde: (code: string, text: string) =>
    text === "" ? `Cellen visar felet ${code}.` : `Cellen visar felet ${code}: ${text}`,
  extern: (book: string, count: number) =>
    `Formeln hämtar från en annan arbetsbok (${book})${others(count)}. Den som får boken ser det sparade värdet.`,
  inskrivet: (tryckt: string, formula: string) =>
    `${tryckt} är inskrivet för hand mellan likadana formler; här skulle stå ${formula}.`,
  inskrivetEgen: (tryckt: string) =>
    `${tryckt} är inskrivet där rapporten har en formel. Uppdatera rapporten, så kommer formeln tillbaka, eller godkänn med ett skäl.`,
  annanFormel: (formula: string, expected: string) =>
    `Formeln ${formula} skiljer sig från dem intill; som de vore den ${expected}.`,
  kortSumma: (range: string, whole: string, missed: number) =>
    `Summan tar med ${range} men inte ${missed === 1 ? "cellen" : `de ${missed} cellerna`} närmast före den; ${whole} tar med allt.`,
  skrivFormel: (formula: string) => `Skriv ${formula} i cellen.`,
  teckenBlandat: (name: string, tecken: string, count: number) =>
    `KOLL.${name} räknar med annat tecken här${others(count)} än i resten av kolumnen (${tecken}).`,
  teckenUtelamnat: (name: string, count: number) =>
    `KOLL.${name} saknar tecken${others(count)}: kostnaderna är positiva men räknas som intäkter.`,
  skrivTecken: (tecken: string) => `Skriv "${tecken}" som tecken i formeln.`,
  talSomText: (text: string) => `${text.trim()} är text, inte ett tal: Excel räknar inte med det.`,
  tvetydigtTal: (text: string) => `${text.trim()} är text och kan läsas på två sätt. Skriv talet på nytt.`,
  tabellAvText: (titel: string, count: number) =>
    `${count} tal i ${titel} är text: Excel räknar inte med dem.`,
  skrivTal: () => "Gör om till tal.",
  platshallare: (text: string) => `Mallens platshållare ${text} är kvar.`,
  minusNoll: (count: number) => `Noll är tryckt med minus${others(count)}.`,
  procentteckenSaknas: (tryckt: string, rad: string) =>
    `${rad}: ${tryckt} saknar procenttecken medan andra tal på raden har det.`,
  decimaler: (tryckt: string, usual: number) =>
    `${tryckt} har andra decimaler än resten av raden och kolumnen (${usual}).`,
  fotnot: (tryckt: string, count: number) =>
    `Fotnotstecknet i ${tryckt}${others(count)} gör talet till text. Sätt det vid radens namn.`,
  personnummer: (text: string, count: number, samordning: boolean) =>
    `${samordning ? "Samordningsnummer" : "Personnummer"} ${text}${others(count)}. Ta bort det innan arbetsboken delas.`,
  personnummerIBladnamn: "Bladets namn innehåller ett personnummer. Döp om bladet innan arbetsboken delas.",
  personnamn: (rubrik: string, count: number) =>
    `Kolumnen ${rubrik} ser ut att hålla ${count} personers namn bredvid tal. Byt dem mot id innan arbetsboken delas.`,
  litenGrupp: (rad: string, tryckt: string, count: number, also: string) =>
    `${rad} visar ${tryckt} personer${others(count)}: under 5 kan någon kännas igen. Slå ihop med en närliggande grupp, eller dölj` +
    (also === "" ? " talet." : ` också ${also} så att talet inte går att räkna fram ur summan.`),
  dolj: (count: number, also: number) =>
    also === 0
      ? `Dölj ${count} celler med "..".`
      : `Dölj ${count} celler med "..", varav ${also} för summans skull.`,
  sjukLitenGrupp: (rad: string, antal: string) =>
    `${rad} har ${antal} anställda: sjukfrånvaro visas inte för grupper om 10 eller färre.`,
  regler: {
    fel: "Felvärden",
    summa: "Summor",
    avvikelse: "Avvikelser",
    procent: "Procent",
    forandring: "Förändringar",
    enhet: "Enheter",
    "samma-post": "Samma post på flera ställen",
    delar: "Delar av en helhet",
    "saknad-rad": "Saknade rader",
    prognos: "Prognos mot utfall",
    inaktuell: "Inaktuella tal",
    tecken: "Tecken i KOLL-funktioner",
    hardkodat: "Inskrivet i stället för formel",
    "tal-som-text": "Tal som text",
    format: "Format",
    personuppgift: "Personuppgifter",
    "liten-grupp": "Små grupper",
  },
  sakerhet: { säker: "säker", trolig: "trolig", notis: "notis" },
  protokoll: {
    titel: "Kontrollprotokoll",
    datum: "Datum",
    regelKolumner: ["Kontroll", "Öppna", "Godkända", "Resultat"],
    fyndKolumner: ["Blad", "Cell", "Kontroll", "Säkerhet", "Tryckt", "Beräknat", "Förklaring", "Status"],
    utanFynd: "Utan anmärkning",
    medFynd: (open: number) => (open === 1 ? "1 öppet fynd" : `${open} öppna fynd`),
    godkant: "Godkänt",
    oppen: "Öppet",
    godkand: (reason: string) => (reason === "" ? "Godkänt" : `Godkänt: ${reason}`),
    inga: "Inga fynd.",
  },
  lista: {
    inga: "Inga fynd.",
    antal: (count: number) => (count === 1 ? "1 fynd" : `${count} fynd`),
    aven: "även",
    atgard: "åtgärd",
    fler: (count: number) => `och ${count} till`,
    godkant: "godkänt",
  },
};

const en: typeof sv = {
  summa: ({ rad, kolumn, beraknat, skillnad, utelamnad, teckenfel }) =>
    `${rad}, ${kolumn}: the rows make ${beraknat} (difference ${skillnad}).` +
    (teckenfel ? " The sign is wrong." : utelamnad ? ` The sum leaves out ${utelamnad}.` : ""),
  differens: ({ rad, kolumn, a, b, beraknat, teckenfel }) =>
    `${rad}, ${kolumn}: ${a} less ${b} makes ${beraknat}.` + (teckenfel ? " The sign is reversed." : ""),
  olika: (kolumn, annan, rad, beraknat) =>
    `${rad}: ${kolumn} differs from ${annan} (${beraknat}), which it otherwise equals.`,
  procent: (rad, kolumn, beraknat, month) =>
    `${rad}, ${kolumn}: the row makes ${beraknat}.` +
    (month === null ? "" : ` The column seems to be left from ${months[month - 1]}.`),
  enOrsak: (rad, kolumn, tryckt, beraknat, count) =>
    `${rad}, ${kolumn}: ${count} relations don't hold with ${tryckt} but all hold with ${beraknat}.`,
  sammaPost: ({ rad, kolumn, annanTabell, annanRad, annanKolumn, annat, blad, teckenfel }) =>
    `${rad}, ${kolumn}: ${annanTabell} (sheet ${blad}) has ${annat} for ${annanRad}, ${annanKolumn}.` +
    (teckenfel ? " The sign is reversed." : ""),
  procentAv: (rad, kolumn, beraknat, annanTabell) =>
    `${rad}, ${kolumn}: the figures in ${annanTabell} make ${beraknat}, calculated as on the other rows.`,
  hundra: (rader, kolumn, summa) => `${rader}, ${kolumn}: the parts make ${summa} %, not 100.`,
  kolumnsumma: (rad, kolumn, delar, beraknat) => `${rad}, ${kolumn}: ${delar} make ${beraknat}.`,
  utanforDelar: (rad, kolumn, low, high) =>
    `${rad}, ${kolumn}: a value for all must lie between those of its parts, ${low} and ${high}.`,
  kopierad: (rad, kolumn, tabell) =>
    `The figure is that of ${rad}, ${kolumn} in ${tabell}: probably copied from there.`,
  saknadRad: (rad, kolumn, tabell, blad) =>
    `${rad} has amounts (${kolumn}) but is missing in ${tabell} on sheet ${blad}, which otherwise has the same rows.`,
  prognos: (rad, kolumn, bokfort, opposite) =>
    opposite
      ? `${rad}: the forecast has another sign than what is already booked (${kolumn}: ${bokfort}).`
      : `${rad}: the forecast is smaller than what is already booked (${kolumn}: ${bokfort}).`,
  inaktuell: (rad, kolumn, covers, booked, beraknat) =>
    `${rad}, ${kolumn}: the figure covers the first ${covers} months but ${booked} have values; they make ${beraknat}.`,
  felPeriod: (rubrik, month, expected) =>
    `The header ${rubrik} runs to ${months[month - 1]}; the other columns run to ${months[expected - 1]}.`,
  enhetMellanTabeller: (stated, real, annan, annanEnhet) =>
    `The table says ${stated}, but the same items in ${annan} (${annanEnhet}) say that the amounts are in ${real}.`,
  enhet: (rubrik, stated, real) => `The header ${rubrik} says ${stated} but the amounts are in ${real}.`,
  bytEnhet: (stated, real) => `Change ${stated} to ${real} in the header.`,
  refIFormel: () => "The formula points at a cell that has been deleted (#REF!). Point it anew.",
  kollNamn: (name) =>
    `Excel doesn't know KOLL.${name}. Start Nämndkoll and enter the formula again, or run Share > Heal.`,
  felvarde: (code, text) =>
    text === "" ? `The cell shows the error ${code}.` : `The cell shows the error ${code}: ${text}`,
  extern: (book, count) =>
    `The formula reads another workbook (${book})${othersEn(count)}. Whoever gets this one sees the saved value.`,
  inskrivet: (tryckt, formula) => `${tryckt} is typed between like formulas; ${formula} would stand here.`,
  inskrivetEgen: (tryckt) =>
    `${tryckt} is typed where the report has a formula. Update the report to get the formula back, or accept it with a reason.`,
  annanFormel: (formula, expected) =>
    `The formula ${formula} differs from those beside it; like them it would be ${expected}.`,
  kortSumma: (range, whole, missed) =>
    `The sum takes ${range} but not the ${missed === 1 ? "cell" : `${missed} cells`} right before it; ${whole} takes all.`,
  skrivFormel: (formula) => `Write ${formula} in the cell.`,
  teckenBlandat: (name, tecken, count) =>
    `KOLL.${name} uses another sign here${othersEn(count)} than in the rest of the column (${tecken}).`,
  teckenUtelamnat: (name, count) =>
    `KOLL.${name} lacks tecken${othersEn(count)}: the costs are positive but are taken for income.`,
  skrivTecken: (tecken) => `Write "${tecken}" as tecken in the formula.`,
  talSomText: (text) => `${text.trim()} is text, not a number: Excel leaves it out of its sums.`,
  tvetydigtTal: (text) => `${text.trim()} is text and can be read in two ways. Type the number anew.`,
  tabellAvText: (titel, count) => `${count} numbers in ${titel} are text: Excel leaves them out of its sums.`,
  skrivTal: () => "Turn into a number.",
  platshallare: (text) => `The template's placeholder ${text} is still there.`,
  minusNoll: (count) => `Zero is printed with a minus${othersEn(count)}.`,
  procentteckenSaknas: (tryckt, rad) =>
    `${rad}: ${tryckt} lacks the percent sign that others on the row have.`,
  decimaler: (tryckt, usual) =>
    `${tryckt} has other decimals than the rest of its row and column (${usual}).`,
  fotnot: (tryckt, count) =>
    `The footnote mark in ${tryckt}${othersEn(count)} turns the number into text. Put it at the row's name.`,
  personnummer: (text, count, samordning) =>
    `${samordning ? "Coordination number" : "Personal identity number"} ${text}${othersEn(count)}. Remove it before the workbook is shared.`,
  personnummerIBladnamn:
    "The sheet's name holds a personal identity number. Rename the sheet before the workbook is shared.",
  personnamn: (rubrik, count) =>
    `The column ${rubrik} seems to hold ${count} persons' names beside figures. Replace them with ids before the workbook is shared.`,
  litenGrupp: (rad, tryckt, count, also) =>
    `${rad} shows ${tryckt} persons${othersEn(count)}: below 5 someone may be recognised. Merge with a group beside it, or hide` +
    (also === "" ? " the figure." : ` ${also} as well so that it can't be computed from the total.`),
  dolj: (count, also) =>
    also === 0
      ? `Hide ${count} cells with "..".`
      : `Hide ${count} cells with "..", ${also} of them for the total's sake.`,
  sjukLitenGrupp: (rad, antal) =>
    `${rad} has ${antal} employees: sick leave isn't shown for groups of 10 or fewer.`,
  regler: {
    fel: "Error values",
    summa: "Sums",
    avvikelse: "Variances",
    procent: "Percentages",
    forandring: "Changes",
    enhet: "Units",
    "samma-post": "The same item in several places",
    delar: "Parts of a whole",
    "saknad-rad": "Missing rows",
    prognos: "Forecast against outcome",
    inaktuell: "Out-of-date figures",
    tecken: "Sign in KOLL functions",
    hardkodat: "Typed in place of a formula",
    "tal-som-text": "Numbers stored as text",
    format: "Format",
    personuppgift: "Personal data",
    "liten-grupp": "Small groups",
  },
  sakerhet: { säker: "certain", trolig: "likely", notis: "notice" },
  protokoll: {
    titel: "Audit protocol",
    datum: "Date",
    regelKolumner: ["Check", "Open", "Accepted", "Result"],
    fyndKolumner: ["Sheet", "Cell", "Check", "Certainty", "Printed", "Calculated", "Explanation", "Status"],
    utanFynd: "Nothing found",
    medFynd: (open) => (open === 1 ? "1 open finding" : `${open} open findings`),
    godkant: "Accepted",
    oppen: "Open",
    godkand: (reason) => (reason === "" ? "Accepted" : `Accepted: ${reason}`),
    inga: "No findings.",
  },
  lista: {
    inga: "No findings.",
    antal: (count) => (count === 1 ? "1 finding" : `${count} findings`),
    aven: "also",
    atgard: "fix",
    fler: (count) => `and ${count} more`,
    godkant: "accepted",
  },
};

export type AuditTexts = typeof sv;

export const auditTexts: Bilingual<AuditTexts> = { sv, en };
