import type { Language } from "../texts/language";
import type { CellMatrix } from "../workbook/cell";
import { AVVIKELSE } from "./avvikelse";
import type { Argument, FunctionDefinition } from "./core/define";
import { FORBRUKNING } from "./forbrukning";
import { KARENS } from "./karens";
import { KARENSDAGAR } from "./karensdagar";

export type { Argument, FunctionDefinition } from "./core/define";

/** Every function, in the order of its task. */
export const functions: readonly FunctionDefinition[] = [AVVIKELSE, FORBRUKNING, KARENS, KARENSDAGAR];

const byId = new Map(functions.map((definition) => [definition.id, definition]));

/**
 * Calls `KOLL.<id>`. Arguments in the order of the parameters, the repeating ones last; undefined = omitted, a single
 * cell is 1 × 1, a blank is null or 0. Errors stand in the result; an unknown id is #NAME?.
 */
export function callFunction(id: string, args: readonly Argument[], language: Language = "sv"): CellMatrix {
  return byId.get(id)?.run(args, language) ?? [[{ fel: "#NAME?" }]];
}
