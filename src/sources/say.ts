import type { Language } from "../texts/language";
import { sourceTexts } from "../texts/sources";
import type { Notice, Question, Refusal, SourceData } from "./source";

const fill = (text: string, values: Record<string, string | number>, language: Language = "sv") =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = values[key] ?? whole;
    return typeof value === "number" && language === "sv" ? String(value).replace(".", ",") : String(value);
  });

/** What a field is called where users read; "effekt:2024" keeps its year. */
export function fieldName(field: string, language: Language): string {
  const [name, year] = field.split(":");
  const word = (sourceTexts[language].falt as Record<string, string>)[name] ?? name;
  return year === undefined ? word : `${word} ${year}`;
}

/** Why a row was refused and what to do, for the pane and the command line. */
export const refusalText = ({ code, text }: Pick<Refusal, "code" | "text">, language: Language): string =>
  fill(sourceTexts[language].nekad[code], { text });

export function noticeText({ code, values, cells }: Notice, language: Language): string {
  const texts = sourceTexts[language];
  const { skal } = texts;
  const said: Notice["values"] = { ...values };
  if (values.falt !== undefined) said.falt = fieldName(String(values.falt), language);
  if (values.tecken !== undefined) said.tecken = texts.tecken[values.tecken as keyof typeof texts.tecken];
  if (values.skal !== undefined) said.skal = fill(skal[values.skal as keyof typeof skal], values, language);
  const sentence = fill(texts.notis[code], said, language);
  return cells.length > 0 ? `${sentence} (${cells.join(", ")})` : sentence;
}

/** What a choice is called: fields' headers, units and years are their own names. */
export const choiceText = (choice: string, language: Language): string =>
  (sourceTexts[language].val as Record<string, string>)[choice] ??
  (sourceTexts[language].slag as Record<string, string>)[choice] ??
  choice;

export function questionText({ code, about, choices, cell, taken }: Question, language: Language): string {
  const sentence = fill(sourceTexts[language].fraga[code], {
    about: code === "falt" || code === "manadsbelopp" ? fieldName(about, language) : about,
    choices: choices.map((choice) => choiceText(choice, language)).join(", "),
    taken: taken === undefined ? "" : choiceText(taken, language),
  });
  return cell === undefined ? sentence : `${sentence} (${cell})`;
}

/**
 * What a reader of the source's figures should know of how they were read: what was chosen where the table could be taken
 * for something else. One sentence each, for a report's source line.
 */
export function sourceRemarks({ notices, questions }: SourceData, language: Language): string[] {
  const bearing: Notice["code"][] = [
    "arsbudgetUpprepad",
    "arsbeloppAndrat",
    "manadsbudget",
    "summaTalen",
    "delatBelopp",
  ];
  return [
    ...notices.filter(({ code }) => bearing.includes(code)).map((notice) => noticeText(notice, language)),
    ...questions
      .filter(({ taken }) => taken !== undefined)
      .map((question) => questionText(question, language)),
  ];
}

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
