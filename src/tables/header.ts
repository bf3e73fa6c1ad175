import type { Enhet, Penningenhet } from "./table";
import { normalise, type ReadTime, readTime } from "./time";

/** What a header's words name, before its time and its neighbours are weighed in. */
export type Measure =
  | "utfall"
  | "budget"
  | "prognos"
  | "bokslut"
  | "avvikelse"
  | "forbrukning"
  | "forandring"
  | "malvarde"
  | "status"
  | "effekt"
  | "effekt_helar"
  | "effekt_uppnadd"
  | "anslag"
  | "kvar"
  | "overforing"
  | "ar"
  | "belopp"
  | "antal"
  | "procent";

export interface ReadHeader extends ReadTime {
  /** Normalised, whole. */
  text: string;
  measure: Measure | null;
  percent: boolean;
  unit: Enhet | null;
  /** Other measures the words also name: "prognos" in "avvikelse prognos". */
  mentions: Set<Measure>;
}

/** In order: the first that fits names the measure, the rest are mentions. */
const measures: [Measure, RegExp][] = [
  ["overforing", /\boverfor(?!da effekt)|\bonskemal om\b/],
  ["kvar", /\bkvar\b(?! sedan)|\baterstar\b|\baterstaende\b|\bremaining\b/],
  ["effekt_uppnadd", /\b(?:uppnadd|realiserad|utfall) effekt|effekt.*\b(?:uppnadd|realiserad|hittills)/],
  [
    "effekt_helar",
    /\b(?:total|full|berakn\w+ total) effekt|\beffekt (?:pa |per )?(?:helar|total)|\bberaknad effekt helar/,
  ],
  ["effekt", /\b(?:helars|ars|total)?effekt(?:en|er)?\b|\beffects?\b/],
  [
    "forbrukning",
    /\bforbr|\bforb\b|\bnyttjande|% av (?:budget|prognos)|\bandel av (?:budget|anslag)|budget ?%|upparbetning|consumed/,
  ],
  [
    "forandring",
    /\bforandr|\bokning\b|\butveckling\b|\bchange\b|\bdiff(?:erens)?\b.*(?:bokslut|foreg|mot 20)/,
  ],
  [
    "avvikelse",
    /avvik|avv\b|\bdiff\b|\bdifferens\b|\bvariance\b|\bdeviation\b|over-? ?(?:\/|och) ?underskott|\b(?:budget|prognos|utfall) ?- ?(?:budget|prognos|utfall)\b|\bresultat mot budget/,
  ],
  ["malvarde", /malvarde|malniva|\bmal\b|riktvarde|\btarget\b/],
  ["prognos", /prognos|\bprogn\b|\bforecast\b|\bbedomning (?:helar|utfall)/],
  ["bokslut", /bokslut|\bbs\b|\barsutfall\b|\bannual accounts\b|\byear-?end accounts\b/],
  ["utfall", /utfall|\butf\b|\bredovis(?:at|ning)|\bverklig|\bactual|\boutcome\b|\bresultat\b/],
  ["budget", /budget|\bbudg?\b|\bram\b|\bdriftram\b/],
  ["anslag", /\banslag/],
  ["status", /\bstatus\b|\buppfyll|\bej bedomas|\bmaluppfyllelse/],
  ["procent", /procent|\bandel\b|(?:^|\s|\()%/],
  [
    "belopp",
    /belopp|\bkronor\b|\bamount\b|\bsumma\b|\btotalt?\b|\bsaldo\b|\bkostnad(?:er)?\b|\bintakt(?:er)?\b/,
  ],
  [
    "antal",
    /\bantal|\bplatser\b|\bdygn\b|\btimmar\b|\bbesok\b|\bpersoner\b|\bbrukare\b|arsarbetare|\bhushall\b|\bst\b|\bcount\b/,
  ],
  ["ar", /\bvilket ar\b|^(?:till |fran )?ar$/],
];

/** Reads a header's words: what it measures, of what time, in which unit. */
export function readHeader(header: string): ReadHeader {
  const text = normalise(header);
  const time = readTime(header);
  const words = text.replace(/\b(?:i )?(?:tkr|mnkr|mkr|kkr|msek|ksek)\b/g, " ");
  const found = measures.filter(([, pattern]) => pattern.test(words)).map(([measure]) => measure);
  return {
    ...time,
    text,
    measure: refine(found, time, words),
    percent: /%|procent|\bpct\b|\bpercent\b/.test(text),
    unit: readUnit(header),
    mentions: new Set(found),
  };
}

function refine(found: Measure[], time: ReadTime, words: string): Measure | null {
  const [first] = found;
  if (first === "overforing" && /\bvilket ar\b|\btill ar\b/.test(words)) return "ar";
  if (first === "effekt" && time.omfattning === "helar") return "effekt_helar";
  return first ?? null;
}

const moneyUnits: [Penningenhet, RegExp][] = [
  ["mnkr", /\b(?:mnkr|mkr|msek|miljoner kr(?:onor)?|miljoner)\b/],
  ["tkr", /\b(?:tkr|kkr|ksek|tusental kr(?:onor)?|tusen kr(?:onor)?|tusental kronor|1000-tal kr(?:onor)?)\b/],
  ["kr", /\b(?:kr|kronor|sek)\b/],
];
const otherUnits: [Enhet, RegExp][] = [
  ["%", /%|\bprocent\b|\bi procent\b/],
  ["årsarbetare", /\barsarbetare\b|\baa\b/],
  ["dygn", /\bdygn\b/],
  ["timmar", /\btimmar\b|\btim\b/],
  ["dagar", /\bdagar\b/],
  ["index", /\bindex(?:varde)?\b/],
  ["antal", /\bantal\b|\bst\b/],
];

/** "Belopp i tkr", "(mnkr)", "Avv. i tkr" → the unit; kr only as a word of its own. */
export function readMoneyUnit(text: string): Penningenhet | null {
  const plain = normalise(text);
  return moneyUnits.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** A unit of any kind named in a text; money first. */
export function readUnit(text: string): Enhet | null {
  const plain = normalise(text);
  return readMoneyUnit(text) ?? otherUnits.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

const labelWords =
  /^(?:grupp|rubrik|verksamhet\w*|vht|enhet|namnd|ansvar|kostnadsstalle|kst|konto\w*|benamning|namn|projekt|objekt|omrade|insats|nr|kod|id|rs-?kod|text|period|manad|datum|ar|kategori|indikator|mal|post)(?: ?(?:kod|nr|namn|text|benamning))?$/;

/** "Verksamhet", "Kontogrupp", "Belopp i tkr": what stands over names. */
export function isLabelHeader(header: string): boolean {
  const plain = normalise(header);
  return labelWords.test(plain) || /^\(?(?:belopp )?(?:i )?(?:tkr|mnkr|kr)\)?$/.test(plain);
}
