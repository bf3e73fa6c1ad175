/** Words that say what a row is (a sum, a part), not what it is about. */
const fillers = new Set(
  (
    "summa total totalt totala netto nettokostnad nettokostnader nettoutgift nettoutgifter resultat varav därav " +
    "delsumma och för med av i inom till enl enligt m per på den det de en ett om från samt exkl inkl " +
    "sum net of and for the in by särredovisning verksamhet nämnd budgetavvikelse"
  ).split(" "),
);

/** The words of a row's name or a title that tell it apart; codes, units, footnote marks and joining words left out. */
export function nameWords(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/\([^)]*\)?/g, " ")
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && !fillers.has(word));
}

/** Words that are the same but for an ending or a shortening: "ungdomsverksamhet", "vux." and "vuxna". */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let common = 0;
  while (common < short.length && short[common] === long[common]) common++;
  if (common === short.length)
    return short.length >= 3 && (short.length >= 5 || long.length - short.length <= 8);
  return common >= 5 && short.length - common <= 2 && long.length - common <= 4;
}

/** How alike two names are: 1 the same words, below 1 the share of the longer name's words found in the shorter. */
export function nameLikeness(a: string[], b: string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = [...b];
  let matched = 0;
  for (const word of a) {
    const at = left.findIndex((other) => sameWord(word, other));
    if (at < 0) continue;
    left.splice(at, 1);
    matched++;
  }
  return matched / Math.max(a.length, b.length);
}

/** The first letters of a name's words: names that are alike share at least one. */
export const nameKeys = (words: string[]): string[] => [...new Set(words.map((word) => word.slice(0, 3)))];
