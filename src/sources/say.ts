import type { Language } from "../texts/language";
import { sourceTexts } from "../texts/sources";
import type { Notice, Question, Refusal, SourceData } from "./source";

const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));

/** Why a row was refused and what to do, for the pane and the command line. */
export const refusalText = ({ code, text }: Pick<Refusal, "code" | "text">, language: Language): string =>
  fill(sourceTexts[language].nekad[code], { text });

export function noticeText({ code, values, cells }: Notice, language: Language): string {
  const sentence = fill(sourceTexts[language].notis[code], values);
  return cells.length > 0 ? `${sentence} (${cells.join(", ")})` : sentence;
}

export const questionText = ({ code, about, choices }: Question, language: Language): string =>
  fill(sourceTexts[language].fraga[code], { about, choices: choices.join(", ") });

/** One line on what was read: kind, place and how every row was accounted for. */
export function readingText(data: SourceData, language: Language): string {
  const { source } = data;
  const texts = sourceTexts[language];
  return fill(texts.rad.las, {
    slag: texts.slag[source.kind],
    plats: source.table ?? `${source.sheet}!${source.address}`,
    rader: data.rowsRead,
    nekade: data.refusedRows,
    summor: data.sumRows.length,
    rubriker: data.headingRows,
    tomma: data.emptyRows,
  });
}
