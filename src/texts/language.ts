export type Language = "sv" | "en";

/** The same texts in both languages; a key missing in one of them is a type error. */
export interface Bilingual<T> {
  sv: T;
  en: { [K in keyof T]: T[K] };
}

/** A number as it is printed: groups of three apart, at most three decimals. */
export const countText = (count: number, language: Language): string =>
  new Intl.NumberFormat(language === "sv" ? "sv-SE" : "en-GB").format(count);
