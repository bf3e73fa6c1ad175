/** Words that say what a row is (a sum, a part), not what it is about. */
const fillers = new Set(
  (
    "summa total totalt totala netto nettokostnad nettokostnader nettoutgift nettoutgifter resultat varav därav " +
    "delsumma och för med av i inom till enl enligt m per på den det de en ett om från samt exkl inkl " +
    "sum net of and for the in by särredovisning verksamhet nämnd budgetavvikelse"
  ).split(" "),
);

/** A last number or letter of its own, which tells like rows apart: "Boende 1" and "Boende 2". */
const lastTag = /(?<=\p{L}{2}\s+)(?:\d{1,2}|[A-ZÅÄÖ])$/u;

/**
 * The words of a row's name or a title that tell it apart; codes, units, footnote marks and joining words left out. A
 * number or letter of its own at the end comes last, with "#" before it.
 */
export function nameWords(text: string): string[] {
  const plain = text.replace(/\([^)]*\)?/g, " ").trim();
  const tag = lastTag.exec(plain);
  const words = plain
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && !fillers.has(word));
  return tag && words.length > 0 ? [...words, `#${tag[0]}`] : words;
}

const isTag = (word: string | undefined) => word?.startsWith("#") === true;

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
  const [tagA, tagB] = [a.at(-1), b.at(-1)];
  if (isTag(tagA) && isTag(tagB) && tagA !== tagB) return 0;
  if (isTag(tagA) !== isTag(tagB)) {
    return nameLikeness(isTag(tagA) ? a.slice(0, -1) : a, isTag(tagB) ? b.slice(0, -1) : b);
  }
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
export const nameKeys = (words: string[]): string[] => [
  ...new Set(words.filter((word) => !isTag(word)).map((word) => word.slice(0, 3))),
];
