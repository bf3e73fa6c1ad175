import { functions } from "../functions";
import { hasTwin, tasks } from "../functions/core/help";
import { functionHelp } from "../functions/help";
import type { Language } from "../texts/language";

/** What the pane shows of a function. Plain data: the build writes it to a file of its own in each language. */
export interface GuideEntry {
  id: string;
  task: string;
  summary: string;
  about: string;
  parameters: GuideParameter[];
  examples: { formula: string; result: GuideResult; text: string }[];
  mistakes: string[];
  /** Native formulas that give the same (English, comma-separated, without "="), each with the call it stands for. */
  twins: { formula: string; when: string }[];
  /** What the twins don't do, or why there are none. */
  twinNote: string;
}

export interface GuideParameter {
  name: string;
  help: string;
  optional: boolean;
  repeating: boolean;
  /** The words it can be; the first is the default. */
  options: string[] | null;
  /** The sign convention: always written out when a formula is inserted. */
  isSign: boolean;
}

export type GuideResult = number | string | boolean | null | (number | string)[][];

export interface FunctionGuide {
  tasks: { id: string; name: string }[];
  functions: GuideEntry[];
}

/** The library in one language, in the order of its tasks. */
export function functionGuide(language: Language): FunctionGuide {
  return {
    tasks: Object.entries(tasks).map(([id, name]) => ({ id, name: name[language] })),
    functions: functions.map((definition) => entryOf(definition, language)),
  };
}

function entryOf({ id, parameters }: (typeof functions)[number], language: Language): GuideEntry {
  const { task, examples, twin, ...help } = functionHelp(id)!;
  const { summary, about, mistakes, parameters: descriptions } = help[language];
  const said = (texts: Readonly<Record<Language, string>> | undefined) => texts?.[language] ?? "";
  return {
    id,
    task,
    summary,
    about,
    parameters: parameters.map((parameter, index) => ({
      name: parameter.name[language],
      help: descriptions[index],
      optional: parameter.optional,
      repeating: parameter.repeating,
      options: "options" in parameter && parameter.options ? [...parameter.options] : null,
      isSign: parameter.name.sv === "tecken",
    })),
    examples: examples.map((example) => ({
      formula: example.formula,
      result: (Array.isArray(example.result)
        ? example.result.map((row) => [...row])
        : example.result) as GuideResult,
      text: example[language],
    })),
    mistakes: [...mistakes],
    twins: hasTwin(twin)
      ? twin.variants.map(({ formula, when = {} }) => ({
          formula,
          when: Object.entries(when)
            .map(([name, word]) => `${name}: ${word}`)
            .join(", "),
        }))
      : [],
    twinNote: hasTwin(twin) ? said(twin.limit) : said(twin.none),
  };
}
