import { functionsJson } from "../../../functions/metadata";
import type { Language } from "../../../texts/language";
import { type FunctionGuide, standardFunctions } from "./standardFunctions";

export type { FunctionGuide } from "./standardFunctions";

const guides = new Map<Language, FunctionGuide[]>();

/** What can be called in a formula: the add-in's own functions first, then Excel's most used. */
export function functionGuide(language: Language): FunctionGuide[] {
  let guide = guides.get(language);
  if (!guide) {
    guide = [...ownFunctions(language), ...standardFunctions(language)];
    guides.set(language, guide);
  }
  return guide;
}

const ownFunctions = (language: Language): FunctionGuide[] =>
  functionsJson(language).functions.map(({ name, description, parameters }) => ({
    name: `KOLL.${name}`,
    description,
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      description: parameter.description,
      optional: parameter.optional ?? false,
      repeating: parameter.repeating ?? false,
    })),
  }));
