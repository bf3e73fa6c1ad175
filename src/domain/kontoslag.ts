/** What an account is to a controller: the lowest rows of one sign. */
export type Kontoslag = "intakt" | "personal" | "lokal" | "kop" | "kapital" | "ovrigt";

const ord: [Kontoslag, RegExp][] = [
  [
    "intakt",
    /intäkt|inkomst|avgift(?!s?kostnad)|statsbidrag|^bidrag|erhållna bidrag|försäljning|ersättning från|hyresintäkt/,
  ],
  ["personal", /personal|^löne?|löner|arbetskraft|sociala avgifter|po-pålägg/],
  ["lokal", /lokal|^hyr(?!esintäkt)|fastighet/],
  ["kapital", /kapital|avskrivning|internränta/],
  ["kop", /köp (av|huvud)|huvudverksamhet|entreprenad|placering|lämnade bidrag|^köp\b/],
];

/**
 * Reads a kontogrupp's name ("Intäkter", "Köp av verksamhet") or an account of Kommun-Bas ("5011", "46 Köp av
 * huvudverksamhet"): class 3 income, 40–45 goods and grants, 46 purchased services, 5 personnel, 60 premises, 79 and
 * 85 capital costs. "ovrigt" for other costs; null where neither name nor number says anything.
 * Source: Kommun-Bas (SKR), account classes.
 */
export function kontoslag(namn: string): Kontoslag | null {
  const text = namn.trim().toLowerCase();
  if (text === "") return null;
  const konto = /^\d{1,6}/.exec(text)?.[0];
  const byName = ord.find(([, pattern]) => pattern.test(text.replace(/^\d+\s*/, "")))?.[0];
  if (byName) return byName;
  if (konto && konto.length <= 6 && /^[3-8]/.test(konto)) return efterKonto(konto);
  return /kostnad|övrig|material|tjänst|drift/.test(text) ? "ovrigt" : null;
}

function efterKonto(konto: string): Kontoslag {
  if (konto.startsWith("3")) return "intakt";
  if (konto.startsWith("46")) return "kop";
  if (konto.startsWith("5")) return "personal";
  if (konto.startsWith("60")) return "lokal";
  if (/^(79|85)/.test(konto)) return "kapital";
  return "ovrigt";
}
