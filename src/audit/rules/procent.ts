import { columnTies } from "../kolumnrelationer";
import type { RelationRule } from "../rule";

/** Consumption in percent follows from the row; a column that kept another month's share is named as such. */
export const procent: RelationRule = { relations: (context) => columnTies(context, "procent") };
