import { columnTies } from "../kolumnrelationer";
import type { RelationRule } from "../rule";

/** A variance is outcome − budget, or budget − outcome, as in the rest of its column: a lost or extra minus stands out. */
export const avvikelse: RelationRule = { relations: (context) => columnTies(context, "avvikelse") };
