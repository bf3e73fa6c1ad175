import type { Language } from "../../../texts/language";
import { functionGuide, type FunctionGuide } from "./guide";

/** What can stand where the caret is. */
export interface Suggestion {
  name: string;
  description: string;
  /** The stretch of the text it replaces. */
  start: number;
  end: number;
  insert: string;
}

const most = 8;

/** Between a call's arguments, as they are typed. */
export const separators: Record<Language, string> = { sv: ";", en: "," };

/** The functions whose names begin as the word at the caret, in a formula; the add-in's own first. */
export function completionAt(text: string, caret: number, language: Language): Suggestion[] {
  const word = wordAt(text, caret);
  if (!word) return [];
  const wanted = word.text.toUpperCase();
  const all = functionGuide(language);
  const starting = all.filter(({ name }) => name.startsWith(wanted));
  const within = all.filter(({ name }) => !name.startsWith(wanted) && name.startsWith(`KOLL.${wanted}`));
  return [...starting, ...within].slice(0, most).map(({ name, description }) => ({
    name,
    description,
    start: word.start,
    end: caret,
    insert: `${name}(`,
  }));
}

/** The name being typed just before the caret; null inside texts and outside formulas. */
function wordAt(text: string, caret: number): { text: string; start: number } | null {
  if (!text.startsWith("=")) return null;
  const before = text.slice(0, caret);
  if (before.replace(/[^"]/g, "").length % 2 === 1) return null;
  const match = /(?<![\w.!$[\])'"])[A-Za-zÅÄÖåäö][A-Za-z0-9.ÅÄÖåäö]*$/.exec(before);
  return match ? { text: match[0], start: match.index } : null;
}

/** The innermost call around the caret and which of its arguments the caret is in. */
export function callAt(
  text: string,
  caret: number,
  language: Language,
): { guide: FunctionGuide; argument: number } | null {
  if (!text.startsWith("=")) return null;
  const separator = separators[language];
  const open: { name: string; argument: number }[] = [];
  let quoted = false;
  let word = "";
  for (const character of text.slice(1, caret)) {
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (/[A-Za-z0-9._]/.test(character)) {
      word += character;
      continue;
    }
    if (character === "(" || character === "{")
      open.push({ name: character === "(" ? word : "", argument: 0 });
    else if (character === ")" || character === "}") open.pop();
    else if (character === separator && open.length > 0) open[open.length - 1].argument++;
    word = "";
  }
  const innermost = [...open].reverse().find(({ name }) => name !== "");
  const guide =
    innermost && functionGuide(language).find(({ name }) => name === innermost.name.toUpperCase());
  return guide ? { guide, argument: innermost!.argument } : null;
}
