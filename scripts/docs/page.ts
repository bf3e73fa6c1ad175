import { type FunctionDefinition, functions } from "../../src/functions";
import { optionHelp } from "../../src/functions/core/optionHelp";
import { hasTwin, type TwinVariant } from "../../src/functions/core/help";
import { functionHelp, tasks } from "../../src/functions/help";
import type { Language } from "../../src/texts/language";
import { localizeFormula, localizeValue } from "./localize";
import { pageTexts } from "./texts";

/** A run of text, code or a link to another page. */
export type Inline = string | { code: string } | { link: string; to: string };
export type Block =
  | { kind: "heading"; level: 1 | 2; text: string }
  | { kind: "paragraph"; parts: Inline[]; lead?: true }
  | { kind: "code"; text: string }
  | { kind: "list"; items: Inline[][] }
  | { kind: "table"; head: string[]; rows: Inline[][][] };

export interface Page {
  language: Language;
  /** File name without folder and extension; the same in both languages. */
  name: string;
  title: string;
  blocks: Block[];
}

const heading = (text: string, level: 1 | 2 = 2): Block => ({ kind: "heading", level, text });
const paragraph = (...parts: Inline[]): Block => ({ kind: "paragraph", parts });
const pageName = (id: string) => id.toLowerCase();

/** Every function by what one wants to get done. */
export function indexPage(language: Language): Page {
  const texts = pageTexts[language];
  const byTask = Object.entries(tasks).flatMap(([task, names]): Block[] => [
    heading(names[language]),
    {
      kind: "list",
      items: functions
        .filter(({ id }) => functionHelp(id)!.task === task)
        .map(({ id }) => [
          { link: `KOLL.${id}`, to: pageName(id) },
          ` – ${functionHelp(id)![language].summary}`,
        ]),
    },
  ]);
  return {
    language,
    name: "index",
    title: texts.title,
    blocks: [
      heading(texts.title, 1),
      paragraph(texts.intro),
      ...byTask,
      heading(texts.rules),
      { kind: "list", items: texts.ruleList.map((rule) => [rule]) },
    ],
  };
}

export function functionPage({ id, parameters }: FunctionDefinition, language: Language): Page {
  const help = functionHelp(id)!;
  const text = help[language];
  const texts = pageTexts[language];
  const title = `KOLL.${id}`;
  return {
    language,
    name: pageName(id),
    title,
    blocks: [
      heading(title, 1),
      { kind: "paragraph", parts: [text.summary], lead: true },
      paragraph(text.about),
      heading(texts.syntax),
      { kind: "code", text: syntax(title, parameters, language) },
      {
        kind: "table",
        head: [texts.argument, texts.required, texts.meaning],
        rows: parameters.map((parameter, i) => [
          [{ code: parameter.name[language] }],
          [parameter.repeating ? texts.repeats : parameter.optional ? texts.no : texts.yes],
          [text.parameters[i]],
        ]),
      },
      ...words(parameters, language),
      heading(texts.examples),
      {
        kind: "table",
        head: [texts.formula, texts.answer, texts.explanation],
        rows: help.examples.map((example) => [
          [{ code: localizeFormula(example.formula, language) }],
          [{ code: localizeValue(example.result, language) }],
          [example[language]],
        ]),
      },
      heading(texts.mistakes),
      { kind: "list", items: text.mistakes.map((mistake) => [mistake]) },
      heading(texts.twin),
      ...twin(help.twin, parameters, language),
      paragraph({ link: texts.back, to: "index" }),
    ],
  };
}

function syntax(title: string, parameters: FunctionDefinition["parameters"], language: Language): string {
  const separator = language === "sv" ? "; " : ", ";
  const names = parameters.map(({ name, optional, repeating }) => {
    if (repeating) return `${name[language]}…`;
    return optional ? `[${name[language]}]` : name[language];
  });
  return `=${title}(${names.join(separator)})`;
}

function words(parameters: FunctionDefinition["parameters"], language: Language): Block[] {
  const items = parameters.flatMap((parameter) =>
    parameter.kind === "option"
      ? parameter.options!.map((word): Inline[] => [
          { code: parameter.name[language] },
          " ",
          { code: `"${word}"` },
          ` – ${optionHelp[parameter.name.sv][word][language]}`,
        ])
      : [],
  );
  return items.length === 0 ? [] : [paragraph(`${pageTexts[language].words}:`), { kind: "list", items }];
}

function twin(
  twin: NonNullable<ReturnType<typeof functionHelp>>["twin"],
  parameters: FunctionDefinition["parameters"],
  language: Language,
): Block[] {
  const texts = pageTexts[language];
  if (!hasTwin(twin)) return [paragraph(`${texts.none} ${twin.none[language]}`)];
  const named = (formula: string) =>
    `=${withNames(localizeFormula(hideBraces(formula), language), parameters, language)}`;
  const classic = twin.variants.some((variant) => variant.classic !== undefined);
  return [
    {
      kind: "table",
      head: [texts.call, texts.modern, ...(classic ? [texts.classic] : [])],
      rows: twin.variants.map((variant) => [
        [callText(variant, parameters, language)],
        [{ code: named(variant.formula) }],
        ...(classic ? [[{ code: named(variant.classic ?? variant.formula) }]] : []),
      ]),
    },
    ...(twin.limit ? [paragraph(twin.limit[language])] : []),
  ];
}

/** {name} is a place for an argument, not an array. */
const hideBraces = (formula: string) => formula.replace(/\{([^{}|]+)(\|\+)?\}/g, "‹$1$2›");

function withNames(
  formula: string,
  parameters: FunctionDefinition["parameters"],
  language: Language,
): string {
  return formula.replace(/‹([^‹›|]+)(\|\+)?›/g, (_, name: string, repeated?: string) => {
    const shown = parameters.find((parameter) => parameter.name.sv === name)!.name[language];
    return repeated ? `${shown}1+${shown}2+…` : shown;
  });
}

function callText(
  { when }: TwinVariant,
  parameters: FunctionDefinition["parameters"],
  language: Language,
): string {
  const texts = pageTexts[language];
  if (!when) return texts.always;
  return Object.entries(when)
    .map(([name, call]) => {
      const shown = parameters.find((parameter) => parameter.name.sv === name)!.name[language];
      return call === "given" || call === "omitted" ? `${shown} ${texts[call]}` : `${shown} = "${call}"`;
    })
    .join(", ");
}
