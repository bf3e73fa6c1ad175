import { aggregateFunctions } from "./aggregate";
import { arrayFunctions } from "./arrays";
import { conditionFunctions } from "./conditions";
import { dateFunctions } from "./dates";
import type { FunctionDefinition } from "./definition";
import { informationFunctions } from "./information";
import { logicalFunctions } from "./logical";
import { lookupFunctions } from "./lookup";
import { mathFunctions } from "./math";
import { textFunctions } from "./text";

/** Our own functions by name; what is not here may be in the engine's library. */
export const functionTable: ReadonlyMap<string, FunctionDefinition> = new Map(
  [
    aggregateFunctions,
    arrayFunctions,
    conditionFunctions,
    dateFunctions,
    informationFunctions,
    logicalFunctions,
    lookupFunctions,
    mathFunctions,
    textFunctions,
  ].flatMap((table) => Object.entries(table)),
);
