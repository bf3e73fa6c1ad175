import { aggregateFunctions } from "./aggregate";
import { conditionFunctions } from "./conditions";
import type { FunctionDefinition } from "./definition";
import { logicalFunctions } from "./logical";
import { lookupFunctions } from "./lookup";

/** Our own functions by name; what is not here may be in the engine's library. */
export const functionTable: ReadonlyMap<string, FunctionDefinition> = new Map(
  [aggregateFunctions, conditionFunctions, logicalFunctions, lookupFunctions].flatMap((table) =>
    Object.entries(table),
  ),
);
