import type { Language } from "../../texts/language";

/** A formula as the user's Excel shows it: semicolons and decimal commas in Swedish. Function names stay as they are. */
export function localFormula(formula: string, language: Language): string {
  if (language === "en") return formula;
  let inText = false;
  let inArray = false;
  return [...formula]
    .map((character, at) => {
      if (character === '"') inText = !inText;
      if (inText) return character;
      if (character === "{" || character === "}") inArray = character === "{";
      if (character === ",") return inArray ? "\\" : ";";
      const decimal =
        character === "." && /\d/.test(formula[at - 1] ?? "") && /\d/.test(formula[at + 1] ?? "");
      return decimal ? "," : character;
    })
    .join("");
}
