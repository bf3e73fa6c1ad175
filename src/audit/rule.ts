import type { Tabell } from "../tables";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { Draft, Regel } from "./finding";
import type { Link } from "./links";
import type { Relation } from "./relation";

export interface SheetView {
  sheet: SheetSnapshot;
  tables: Tabell[];
}

/** What a rule sees: the sheets as read, and how their tables were understood. Rules change nothing. */
export interface AuditContext {
  sheets: SheetView[];
  /** Rows that are the same item in two tables. */
  links: Link[];
}

export interface Rule {
  id: Regel;
  find(context: AuditContext): Draft[];
}

/** A rule that states arithmetic ties; what is wrong where they don't hold is decided over all of them together. */
export interface RelationRule {
  relations(context: AuditContext): Relation[];
}
