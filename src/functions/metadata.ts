import type { Language } from "../texts/language";
import { functionHelp } from "./help";
import { functions } from "./index";
import { optionHelp } from "./core/optionHelp";
import type { Parameter } from "./core/parameter";

/** [docs] Microsoft's custom-functions.schema.json, the part of it that we use. */
export interface FunctionsJson {
  allowErrorForDataTypeAny: true;
  enums: EnumJson[];
  functions: FunctionJson[];
}

interface EnumJson {
  id: string;
  type: "string";
  values: { name: string; value: string; tooltip: string }[];
}

interface FunctionJson {
  id: string;
  name: string;
  description: string;
  helpUrl: string;
  parameters: ParameterJson[];
  result: { type: "any"; dimensionality: "matrix" };
}

interface ParameterJson {
  name: string;
  description: string;
  type: "any" | "string";
  dimensionality: "matrix" | "scalar";
  optional?: true;
  repeating?: true;
  customEnumId?: string;
}

/** Where a function's help page lies in the add-in. */
export const helpPath = (id: string, language: Language) => `hjalp/${language}/${id.toLowerCase()}.html`;

/**
 * functions.json in one language, for an add-in that is served from `url` (ends with /). Errors pass through to the
 * functions, which give each its cell.
 */
export function functionsJson(language: Language, url = "https://localhost:3000/"): FunctionsJson {
  return {
    allowErrorForDataTypeAny: true,
    enums: enums(language),
    functions: functions.map((definition) => {
      const { summary, parameters } = functionHelp(definition.id)![language];
      return {
        id: definition.id,
        name: definition.id,
        description: summary,
        helpUrl: `${url}${helpPath(definition.id, language)}`,
        parameters: definition.parameters.map((parameter, i) => ({
          name: parameter.name[language],
          description: parameters[i],
          ...shapeOf(parameter),
          // Excel refuses to install a repeating matrix parameter that is not optional (office-js issue 2732).
          ...((parameter.optional || parameter.repeating) && { optional: true as const }),
          ...(parameter.repeating && { repeating: true as const }),
          ...(parameter.kind === "option" && { customEnumId: enumId(parameter) }),
        })),
        result: { type: "any", dimensionality: "matrix" },
      };
    }),
  };
}

/** [docs] An enumeration is offered for a single word only; other values come as ranges of any type. */
const shapeOf = ({ kind }: Parameter): Pick<ParameterJson, "type" | "dimensionality"> =>
  kind === "option"
    ? { type: "string", dimensionality: "scalar" }
    : { type: "any", dimensionality: "matrix" };

/** One list for every parameter of the same name: they have the same words. */
const enumId = ({ name }: Parameter) => name.sv.toUpperCase().replace(/[ÅÄ]/g, "A").replace(/Ö/g, "O");

function enums(language: Language): EnumJson[] {
  const found = new Map<string, EnumJson>();
  for (const parameter of functions.flatMap(({ parameters }) => parameters)) {
    if (parameter.kind !== "option" || found.has(enumId(parameter))) continue;
    const words = optionHelp[parameter.name.sv];
    const values = parameter.options!.map((word) => ({
      name: word,
      value: word,
      tooltip: words[word][language],
    }));
    found.set(enumId(parameter), { id: enumId(parameter), type: "string", values });
  }
  return [...found.values()];
}
