import type { Language } from "../texts/language";

/** Texts, quoted sheet names, structured references (to two brackets' depth), words, numbers, and all else one by one. */
const parts = (decimal: string) =>
  new RegExp(
    String.raw`"(?:[^"]|"")*"?|'(?:[^']|'')*'?|\[(?:'.|[^[\]']|\[(?:'.|[^\]'])*\])*\]|[\p{L}_][\p{L}\d_.]*` +
      String.raw`|\d+(?:[${decimal}]\d+)?(?:[eE][+-]?\d+)?|.`,
    "gsu",
  );

/** A formula as the user's Excel shows it: semicolons and decimal commas in Swedish. Function names stay as they are. */
export function localFormula(formula: string, language: Language): string {
  if (language === "en") return formula;
  let inArray = false;
  return formula.replace(parts("."), (part) => {
    if (/^[{}]$/.test(part)) inArray = part === "{";
    if (part === ",") return inArray ? "\\" : ";";
    if (part.startsWith("[")) return part.replace(/\](\s*),(\s*)\[/g, "]$1;$2[");
    return /^\d/.test(part) ? part.replace(".", ",") : part;
  });
}

/**
 * A formula that was typed as the user's Excel shows it, in the form that is stored. Null in Swedish for a comma that is
 * no decimal comma: it can't be told what it separates.
 */
export function readLocalFormula(text: string, language: Language): string | null {
  if (language === "en") return text;
  let inArray = false;
  let readable = true;
  const read = text.replace(parts(",."), (part) => {
    if (/^[{}]$/.test(part)) inArray = part === "{";
    if (part === ",") readable = false;
    if (part === ";") return inArray ? ";" : ",";
    if (part === "\\" && inArray) return ",";
    if (part.startsWith("[")) return part.replace(/\](\s*);(\s*)\[/g, "]$1,$2[");
    return /^\d/.test(part) ? part.replace(",", ".") : part;
  });
  return readable ? read : null;
}
