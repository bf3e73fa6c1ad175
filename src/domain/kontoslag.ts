/** What an account is to a controller: the lowest rows of one sign. */
export type Kontoslag = "intakt" | "personal" | "lokal" | "kop" | "kapital" | "ovrigt";

const ord: [Kontoslag, RegExp][] = [
  [
    "intakt",
    /intakt|inkomst|(?<!sociala |arbetsgivar)avgift(?!s?kostnad)|taxor|statsbidrag|^bidrag|erhallna bidrag|forsaljning|ersattning fran|\bincome\b|\brevenue|\bfees\b/,
  ],
  ["personal", /personal|^lone?|loner|arbetskraft|sociala avgifter|arbetsgivaravgift|po-palagg|\bsalar/],
  ["lokal", /lokal|^hyr(?!esintakt)|fastighet|\brents?\b/],
  ["kapital", /kapital|avskrivning|internranta|depreciation/],
  ["kop", /kop (av|huvud)|huvudverksamhet|entreprenad|placering|lamnade bidrag|^kop\b|\bpurchase/],
];

/**
 * Reads a kontogrupp's name ("Intäkter", "Köp av verksamhet") or an account of Kommun-Bas ("5011", "46 Köp av
 * huvudverksamhet"): class 3 income, 40–45 goods and grants, 46 purchased services, 5 personnel, 60 premises, 79 and
 * 85 capital costs. "ovrigt" for other costs; null where neither name nor number says anything.
 * Case and å ä ö do not matter. Source: Kommun-Bas (SKR), account classes.
 */
export function kontoslag(namn: string): Kontoslag | null {
  const text = namn
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .trim()
    .toLowerCase();
  if (text === "") return null;
  const konto = /^\d{1,6}/.exec(text)?.[0];
  const byName = ord.find(([, pattern]) => pattern.test(text.replace(/^\d+\s*/, "")))?.[0];
  if (byName) return byName;
  if (konto && konto.length <= 6 && /^[3-8]/.test(konto)) return efterKonto(konto);
  return /kostnad|ovrig|material|(?<!hem)tjanst|drift|\bcosts?\b|\bexpens/.test(text) ? "ovrigt" : null;
}

/** Whether it is income or cost; null for an account of class 8, where both stand, and for what nothing is known of. */
export function intaktEllerKostnad(namn: string): "intakt" | "kostnad" | null {
  const slag = kontoslag(namn);
  if (slag === null || (slag === "ovrigt" && /^8\d/.test(namn.trim()))) return null;
  return slag === "intakt" ? "intakt" : "kostnad";
}

function efterKonto(konto: string): Kontoslag {
  if (konto.startsWith("3")) return "intakt";
  if (konto.startsWith("46")) return "kop";
  if (konto.startsWith("5")) return "personal";
  if (konto.startsWith("60")) return "lokal";
  if (/^(79|85)/.test(konto)) return "kapital";
  return "ovrigt";
}
