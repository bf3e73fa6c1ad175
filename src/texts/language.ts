export type Language = "sv" | "en";

/** The same texts in both languages; a key missing in one of them is a type error. */
export interface Bilingual<T> {
  sv: T;
  en: { [K in keyof T]: T[K] };
}
