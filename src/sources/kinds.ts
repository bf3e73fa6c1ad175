import type { Kallslag } from "./source";

/**
 * dimension: a name, dictionary-coded. period: a month. measure: an amount or a count. date: a day, as Excel's serial
 * number. text: kept as it stands.
 */
export type FieldType = "dimension" | "period" | "measure" | "date" | "text";

export interface FieldSpec {
  field: string;
  type: FieldType;
  /** Tried on the header in lower case without å ä ö, units, years, months and footnote marks. */
  words: RegExp;
  /** A column a year or month is allowed: several columns of the same field. */
  timed?: boolean;
  /** Money: has the source's unit and sign. */
  money?: boolean;
}

export interface KindSpec {
  kind: Kallslag;
  fields: FieldSpec[];
  /** One field of each group must be there. */
  required: string[][];
  /** What the sheet, the table or the title may be called. */
  names: RegExp;
}

const dimension = (field: string, words: RegExp): FieldSpec => ({ field, type: "dimension", words });
const measure = (field: string, words: RegExp): FieldSpec => ({ field, type: "measure", words });
const money = (field: string, words: RegExp): FieldSpec => ({ field, type: "measure", words, money: true });
const text = (field: string, words: RegExp): FieldSpec => ({ field, type: "text", words });
const date = (field: string, words: RegExp): FieldSpec => ({ field, type: "date", words });
const timed = (spec: FieldSpec): FieldSpec => ({ ...spec, timed: true });

/** A code column beside its name ("Vht", "Vht text") is the same dimension: the two are put together. */
const code = "(?: ?-?(?:kod|nr|nummer|id|code|no))?";
const name = "(?: ?\\(?(?:t|text|namn|benamning|name|kod och namn)\\)?)?";
const word = (...stems: string[]) => new RegExp(`^(?:${stems.join("|")})${code}${name}$`);

const verksamhet = dimension(
  "verksamhet",
  word(
    "verksamhet(?:er|sgrupp|somrade|sniva \\d|s)?",
    "vht",
    "verks",
    "verksamh",
    "activity",
    "service",
    "program",
  ),
);
const enhet = dimension(
  "enhet",
  word(
    "enhet(?:er)?",
    "ansvar(?:senhet|somrade|sstalle)?",
    "ansv",
    "kostnadsstalle",
    "k?ostnst",
    "kst",
    "namnd",
    "avdelning",
    "organisation(?:senhet)?",
    "resultatenhet",
    "unit",
    "cost cent(?:er|re)",
    "department",
    "arbetsstalle",
    "forvaltning",
  ),
);
const period: FieldSpec = {
  field: "period",
  type: "period",
  words:
    /^(?:period(?:en)?|manad|mon|man|month|datum|bokforingsdatum|date|ver\.? ?datum|redovisningsperiod|per|ar ?[/-]? ?manad|yyyymm|ar)$/,
};
const kommentar = text("kommentar", /^(?:kommentar(?:er)?|anmarkning|ovrigt|comment|notering|analys)$/);
const status = dimension("status", /^(?:status|lage|laget|bedomning av status|uppfyllt|maluppfyllelse)$/);

export const ekonomiDimensions: FieldSpec[] = [
  dimension("rs_kod", word("rs", "rs-kod", "rs kod", "rs-grupp", "rakenskapssammandrag", "scb-kod", "scb")),
  verksamhet,
  enhet,
  dimension(
    "kontogrupp",
    word("kontogrupp(?:er)?", "kontoslag", "kontotyp", "kontoklass", "kostnadsslag", "slag", "account group"),
  ),
  dimension("konto", word("konto(?:n)?", "account", "kto", "kontering")),
  dimension("grupp", word("grupp", "omrade", "verksamhetsdel", "group", "delomrade")),
  dimension("rubrik", word("rubrik", "undergrupp", "delgrupp", "subgroup")),
  dimension("projekt", word("projekt", "proj", "project", "aktivitet")),
  dimension("motpart", word("motpart", "motp", "counterpart")),
  {
    ...period,
    words:
      /^(?:period(?:en)?|manad|mon|man|month|datum|bokforingsdatum|bokf\.? ?datum|date|ver\.? ?datum|redovisningsperiod|per|ar ?[/-]? ?manad|yyyymm)$/,
  },
  dimension("ar", /^(?:ar|rakenskapsar|year|budgetar)$/),
  dimension("typ", /^(?:typ|version|matt|budgettyp|scenario|vardetyp|datatyp|type|belopps?typ|amount type)$/),
];

/** The measures of ekonomi are read with their time; see ekonomi.ts. */
export const ekonomiMeasures = [
  "utfall",
  "periodbudget",
  "budget",
  "prognos",
  "prognos_foregaende",
  "bokslut",
  "utfall_foregaende",
  "budget_foregaende",
  "avvikelse_foregaende",
  "belopp",
] as const;

export const kinds: KindSpec[] = [
  {
    kind: "ekonomi",
    fields: ekonomiDimensions,
    required: [
      ["verksamhet", "enhet", "kontogrupp", "konto", "grupp", "projekt", "rs_kod"],
      [...ekonomiMeasures],
    ],
    names: /ekonomi|huvudbok|utfall|resultat|reskontra|drift|uppfoljning|ledger|budget/,
  },
  {
    kind: "kodplan",
    fields: [
      dimension("slag", /^(?:slag|koddel|dimension|avser)$/),
      measure(
        "fran",
        /^(?:fran|from|fr\.?o\.?m\.?|(?:konto|verksamhet|ansvar) ?fran|fran (?:konto|verksamhet|ansvar))$/,
      ),
      measure(
        "till",
        /^(?:till|tom|t\.?o\.?m\.?|(?:konto|verksamhet|ansvar) ?till|till (?:konto|verksamhet|ansvar)|to)$/,
      ),
      dimension("kontogrupp", word("kontogrupp", "kontoslag")),
      dimension("rs_kod", word("rs", "rs-kod", "rs kod", "rs-grupp")),
      dimension("grupp", word("grupp", "rubrik", "omrade")),
      measure("ordning", /^(?:ordning|sortering|sort|ordn)$/),
      dimension("intakt_kostnad", /^(?:intakt ?\/ ?kostnad|intakt eller kostnad|i\/k|art)$/),
    ],
    required: [["fran"], ["till"], ["kontogrupp", "rs_kod", "grupp"]],
    names: /kodplan|kontoplan|koder/,
  },
  {
    kind: "effekter",
    fields: [
      dimension("benamning", /^(?:benamning|effekt|avser|beskrivning)$/),
      { ...enhet, field: "enhet" },
      verksamhet,
      dimension("matt", /^(?:matt|typ)$/),
      dimension("strukturell", /^(?:strukturell|strukturellt|strukturell effekt|struktur)$/),
      period,
      money("belopp", /^(?:belopp|effekt|summa|amount)$/),
    ],
    required: [["benamning"], ["strukturell", "matt"], ["belopp"]],
    names: /effekter|exkl|jamforelsestor/,
  },
  {
    kind: "effektiviseringskrav",
    fields: [
      enhet,
      verksamhet,
      dimension("post", /^(?:post|atgard|krav|uppdrag|effektivisering(?:skrav|suppdrag)?|benamning)$/),
      status,
      money("bas", /^(?:bas|underlag|budgetbas|budget|ram)$/),
      text(
        "procent",
        /^(?:procent|krav %|%|andel|effektivisering(?:skrav|suppdrag)? ?-? ?(?:procent|i ?%|%))$/,
      ),
      money(
        "belopp",
        /^(?:belopp|krav|effektivisering(?:skrav|suppdrag)? ?-? ?(?:kronor|belopp)|effektiviseringskrav)$/,
      ),
      money("kvar", /^kvar (?:sedan|fran) tidigare(?: ar)?$/),
      money("beraknad", /^(?:beraknad|beraknad effekt)$/),
      money("uppnadd", /^(?:uppnadd|uppnadd effekt|hittills uppnadd(?: effekt)?)$/),
      money("prognos", /^(?:prognos|prognos effekt)$/),
    ],
    required: [
      ["enhet", "verksamhet", "post"],
      ["belopp", "procent"],
      ["procent", "kvar", "beraknad", "uppnadd"],
    ],
    names: /effektivisering|besparing/,
  },
  {
    kind: "intraprenader",
    fields: [
      dimension("enhet", word("enhet", "intraprenad(?:er)?", "ansvar")),
      money("prognos", /^(?:prognos|resultat|utfall)$/),
      money("budget", /^budget$/),
      money("ingaende", /^ing(?:aende|\.)? ?(?:ack(?:umulerat)?\.?)? ?(?:resultat|balans|saldo)?$/),
      money("ianspraktaget", /^(?:ianspraktaget|ianspraktagande|ianspraktagna medel)$/),
      money("nya_underskott", /^nya? underskott$/),
      money("nya_overskott", /^nya? overskott$/),
    ],
    required: [["enhet"], ["ingaende"]],
    names: /intraprenad/,
  },
  {
    kind: "volym",
    fields: [
      dimension(
        "insats",
        /^(?:insats(?:er)?|verksamhet|vht|tjanst|verksamhetsform|boendeform|placeringsform)$/,
      ),
      dimension("grupp", word("grupp", "omrade", "kategori", "malgrupp")),
      enhet,
      period,
      dimension("summering", /^summering(?:ssatt)?$/),
      timed(measure("antal", /^(?:antal(?: .*)?|volym|utfall volym|volym utfall)$/)),
      measure("dygn", /^(?:dygn|antal dygn|vard ?dygn|belagda dygn|placeringsdygn)$/),
      measure("timmar", /^(?:timmar|tim|antal timmar)$/),
      measure("besok", /^(?:besok|antal besok)$/),
      measure("platser", /^(?:platser|antal platser|platsdygn)$/),
      measure("beviljade", /^(?:beviljade?(?: timmar| dygn)?|beslutade? timmar)$/),
      measure("utforda", /^(?:utforda?(?: timmar| dygn)?|ersatta timmar)$/),
      money("kostnad", /^(?:kostnad(?:er)?|nettokostnad|belopp)$/),
      money("pris", /^(?:pris|a-pris|kostnad per (?:dygn|timme|plats)|dygnskostnad|styckkostnad)$/),
      measure("budgetvolym", /^(?:budgetvolym|budget(?:erad)? (?:volym|antal)|volym budget)$/),
      money("budgetpris", /^(?:budgetpris|budget(?:erat)? pris|pris budget)$/),
      measure("snitt_per_dygn", /^(?:snitt per dygn|medel per dygn|snitt\/dygn)$/),
    ],
    required: [
      ["insats", "grupp", "enhet"],
      ["antal", "dygn", "timmar", "besok", "platser", "beviljade", "utforda"],
    ],
    names: /volym|belaggning|insats|placering|dygn|timmar/,
  },
  {
    kind: "narvaro",
    fields: [
      dimension(
        "deltagare",
        /^(?:deltagare|brukare|deltagar ?id|brukar ?id|individ(?:nr)?|lopnr|lopnummer|id)$/,
      ),
      date("datum", /^(?:datum|dag|date)$/),
      dimension("utforare", /^(?:utforare|regi|intern ?\/ ?extern)$/),
      enhet,
      text("planerad", /^(?:planerad(?:e)?(?: tid| dag| narvaro)?|beviljad|schema|plan)$/),
      text("narvaro", /^(?:narvaro|narvarande|deltagit|franvaro)$/),
      measure("niva", /^(?:niva|ersattningsniva|nivå)$/),
    ],
    required: [["deltagare"], ["datum"], ["narvaro", "planerad"]],
    names: /narvaro|franvaro|deltagande/,
  },
  {
    kind: "prislista",
    fields: [
      measure("niva", /^(?:niva|ersattningsniva)$/),
      date("giltig_fran", /^(?:giltig(?:t)? fran(?: och med)?|fran(?: och med)?|galler fran|fr\.?o\.?m\.?)$/),
      money("heldag", /^(?:heldag|hel ?dag|pris heldag|hel)$/),
      money("halvdag", /^(?:halvdag|halv ?dag|pris halvdag|halv)$/),
      money("dygn", /^(?:dygn|pris per dygn|dygnspris)$/),
      money("timme", /^(?:timme|pris per timme|timpris|tim)$/),
    ],
    required: [["niva"], ["heldag", "dygn", "timme"]],
    names: /pris/,
  },
  {
    kind: "personal",
    fields: [
      enhet,
      verksamhet,
      period,
      dimension("anstallningsform", /^(?:anstallningsform|anstallning|anst\.?form|avtal|form)$/),
      dimension("kon", /^(?:kon|konsfordelning|gender)$/),
      measure("arsarbetare", /^(?:arsarbetare|antal arsarbetare|aa|arsarb|fte)$/),
      measure("timmar", /^(?:timmar|arbetade timmar|arbetad tid|antal timmar|timavlonade timmar|hours)$/),
      measure(
        "ordinarie",
        /^(?:ordinarie tid|ordinarie(?: arbetstid)?|tillganglig tid|avtalad tid|ord\.? ?arbetstid)$/,
      ),
      measure("sjuktid", /^(?:sjuktid|sjukfranvaro(?:timmar)?|sjuk|sjuktimmar|sjukfranvaro tid|sick leave)$/),
      measure(
        "langtidssjuk",
        /^(?:(?:varav )?(?:>|≥|>=|over|minst)? ?(?:60|59) dagar(?: eller mer)?|(?:varav )?(?:langtid|sjuktid|sjukfranvaro).*60.*|langtidssjukfranvaro)$/,
      ),
      measure("overtid", /^(?:overtid|overtidstimmar|fyllnadstid och overtid|mertid\/overtid|overtime)$/),
      money("sjuklon", /^(?:sjuklon|sjuklonekostnad|kostnad sjuklon)$/),
      money("personalkostnad", /^(?:personalkostnad(?:er)?|lonekostnad(?:er)?)$/),
      measure("antal", /^(?:antal(?: anstallda| personer| medarbetare)?|anstallda|headcount)$/),
      measure("avslut", /^(?:avslut(?:ade)?|avgangar|externa avgangar|slutat|antal avslut)$/),
    ],
    required: [
      ["enhet", "verksamhet", "anstallningsform", "kon"],
      ["arsarbetare", "ordinarie", "sjuktid", "overtid", "avslut"],
    ],
    names: /personal|sjuk|hr|arsarbetare|bemanning|anstallda/,
  },
  {
    kind: "atgarder",
    fields: [
      dimension("id", /^(?:id|nr|atgardsnr|nummer|atgard ?nr)$/),
      dimension("omrade", /^(?:omrade|verksamhet|verksamhetsomrade|grupp)$/),
      text(
        "atgard",
        /^(?:atgard(?:er)?|vad ska goras|beslutad atgard|benamning|beskrivning av atgard(?:er)?)$/,
      ),
      text("ansvarig", /^(?:ansvarig(?:a)?|vem)$/),
      text("beslutsdatum", /^(?:beslutsdatum|beslut|beslutad|datum for beslut)$/),
      text("diarienummer", /^(?:diarienummer|dnr|diarienr)$/),
      status,
      dimension("forankrad", /^(?:forankrad|forankrat|forankrad\?)$/),
      dimension("engangs", /^(?:engangs|engang|engangseffekt|engangs\?)$/),
      text("ingar_i", /^(?:ingar i|del av)(?: \(?id\)?)?$/),
      text("startmanad", /^(?:startmanad|start|fran manad|startdatum)$/),
      money("helarseffekt", /^(?:helarseffekt|effekt helar|beraknad total effekt|total effekt|arseffekt)$/),
      timed(money("effekt", /^(?:(?:beraknad |prognos )?effekt(?: under aret)?(?: ar)?|effekt i ar)$/)),
      money("uppnadd", /^(?:uppnadd effekt|hittills uppnadd effekt|uppnadd)$/),
      text(
        "forvantad",
        /^(?:forvantad effekt|beskriv forvantad effekt|effekt \(ekonomi, kvalitet, tid mm\)|forvantad effekt \(text\))$/,
      ),
      kommentar,
    ],
    required: [
      ["atgard", "id"],
      ["effekt", "helarseffekt", "uppnadd", "forvantad"],
    ],
    names: /atgard|handlingsplan/,
  },
  {
    kind: "mal",
    fields: [
      dimension(
        "mal",
        /^(?:mal|namndmal|strategiskt mal|malomrade|kommunfullmaktiges mal|mal och indikatorer?)$/,
      ),
      text("indikator", /^(?:indikator(?:er)?|matt|nyckeltal)$/),
      text("metod", /^(?:metod|matmetod|matt\/metod|kalla)$/),
      text("ansvarig", /^(?:ansvarig(?:a)?)$/),
      dimension("del", /^(?:del|uppdelning|kon|grupp)$/),
      timed({ field: "utfall", type: "text", words: /^(?:utfall|utfall da|resultat|helar|utfall delar|)$/ }),
      text("malvarde", /^(?:malvarde|mal ?niva|mal|malvarde ar)$/),
      dimension("riktning", /^(?:riktning|onskad riktning|battre)$/),
      status,
      kommentar,
    ],
    required: [
      ["mal", "indikator"],
      ["malvarde", "riktning", "status"],
      ["utfall", "malvarde"],
    ],
    names: /^mal\b|mal och|indikator|maluppfyllelse/,
  },
  {
    kind: "investeringar",
    fields: [
      text(
        "projekt",
        /^(?:projekt|investering(?:ar|sprojekt)?|benamning|projektnamn|projekt ?nr och namn|objekt)$/,
      ),
      dimension("omrade", /^(?:omrade|verksamhet|enhet|namnd)$/),
      dimension("kategori", /^(?:kategori|typ|slag)$/),
      money("budget", /^(?:budget|anslag|investeringsbudget|beslutad budget|total budget)$/),
      money("utfall", /^(?:utfall|per)$/),
      money("prognos", /^(?:prognos|innev progn|helar innev\.? progn)$/),
      money(
        "onskad_overforing",
        /^(?:onskad overforing|onskemal om overfort anslag|overforing|onskas overfort)$/,
      ),
      text("till_ar", /^(?:till ar|overfors till vilket ar|till vilket ar)$/),
      text("motivering", /^motivering(?: till overforing(?: av anslag)?)?$/),
      kommentar,
      money("totalutgift_beslutad", /^beslutad total ?utgift$/),
      money("totalutgift_beraknad", /^beraknad total ?utgift$/),
      money("ack_utgift", /^(?:utgift|ackumulerad utgift|ack\.? utgift)$/),
    ],
    required: [
      ["projekt", "omrade"],
      ["budget", "utfall", "prognos"],
    ],
    names: /invest|anslag/,
  },
  {
    kind: "nyckeltal",
    fields: [
      text("indikator", /^(?:indikator|nyckeltal|matt|benamning|)$/),
      dimension("uppdelning", /^(?:uppdelning|kon|del|varav)$/),
      enhet,
      timed({ field: "varde", type: "text", words: /^(?:utfall|varde|ar|)$/ }),
      text("prognos", /^(?:prognos|bedomning|prognos\/bedomning)$/),
    ],
    required: [["indikator"], ["varde"]],
    names: /nyckeltal|fem ar|sammandrag|indikator/,
  },
  {
    kind: "statsbidrag",
    fields: [
      text("benamning", /^(?:benamning|statsbidrag|bidrag|riktat statsbidrag)$/),
      money("belopp", /^(?:belopp|erhallet(?: belopp)?|beviljat(?: belopp)?|beslutat belopp)$/),
      { field: "aterrapportering", type: "text", words: /^aterrapportering(?:sdatum)?$/ },
      money("aterbetalning", /^(?:aterbetalning|aterbetalas|beraknad aterbetalning)$/),
      { field: "kommande_ar", type: "text", words: /^(?:kommande ar|nasta ar)$/ },
    ],
    required: [["benamning"], ["belopp"], ["aterrapportering", "aterbetalning", "kommande_ar"]],
    names: /statsbidrag|riktade/,
  },
  {
    kind: "ramandringar",
    fields: [
      text(
        "beskrivning",
        /^(?:beskrivning|forandring(?:ar)?|andring|ramandring(?:ar)?|budgetforandring(?:ar)?|post)$/,
      ),
      money("belopp", /^(?:belopp|summa)$/),
    ],
    required: [["beskrivning"], ["belopp"]],
    names: /ram(?:andring)?|budgetforandring/,
  },
  {
    kind: "behov",
    fields: [
      text("omrade", /^(?:omrade|behov|verksamhet|beskrivning)$/),
      money("belopp", /^(?:uppskattat )?belopp$/),
      text("prioriteringsgrund", /^(?:prioriteringsgrund|prioritering|grund)$/),
      text("ar", /^(?:ar|aktuellt ar|fran ar)$/),
      text("ovrigt", /^(?:ovrigt|kommentar)$/),
    ],
    required: [["omrade"], ["belopp"], ["prioriteringsgrund"]],
    names: /behov/,
  },
  {
    kind: "uppdrag",
    fields: [
      text("uppdrag", /^(?:uppdrag|namndens uppdrag|riktat uppdrag)$/),
      text("uppfoljning", /^(?:uppfoljning|aterrapportering|kommentar|svar)$/),
      status,
    ],
    required: [["uppdrag"], ["uppfoljning", "status"]],
    names: /uppdrag/,
  },
];

export const kindSpec = (kind: Kallslag): KindSpec => kinds.find((spec) => spec.kind === kind)!;

/** Every field that a column of the kind can be. */
export const sourceFields = (kind: Kallslag): string[] => [
  ...kindSpec(kind).fields.map(({ field }) => field),
  ...(kind === "ekonomi" ? ekonomiMeasures : []),
];
