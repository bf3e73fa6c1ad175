import { createContext, useContext } from "react";
import type { Bilingual, Language } from "../texts/language";

export const languageKey = "namndkoll.sprak";

/** The user's choice in Settings, else the language Excel is shown in; the manifest too falls back to Swedish. */
export function startLanguage(): Language {
  const chosen = localStorage.getItem(languageKey);
  if (chosen === "sv" || chosen === "en") return chosen;
  return /^en/i.test(Office.context.displayLanguage ?? "") ? "en" : "sv";
}

export const LanguageContext = createContext<{
  language: Language;
  setLanguage: (language: Language) => void;
}>({
  language: "sv",
  setLanguage: () => undefined,
});

export const useLanguage = (): Language => useContext(LanguageContext).language;

export const useTexts = <T>(texts: Bilingual<T>): T => texts[useLanguage()] as T;
