import { columnTies } from "../kolumnrelationer";
import type { RelationRule } from "../rule";

/** A change, in amount or percent, follows from the two figures it compares, in the convention of its column. */
export const forandring: RelationRule = { relations: (context) => columnTies(context, "forandring") };
