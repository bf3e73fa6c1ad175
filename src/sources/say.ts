import type { Language } from "../texts/language";
import { noticeTexts, refusalTexts } from "../texts/sources";
import type { Notice, Refusal } from "./source";

const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));

/** What is wrong with the cell, and what to do. */
export const refusalText = ({ code, text }: Pick<Refusal, "code" | "text">, language: Language): string =>
  fill(refusalTexts[language][code], { text });

/** The notice in words, with the cells it is about. */
export function noticeText({ code, values, cells }: Notice, language: Language): string {
  const said = fill(noticeTexts[language][code], values);
  return cells.length === 0 ? said : `${said} (${cells.join(", ")})`;
}
