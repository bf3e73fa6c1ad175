import { findTables } from "../tables";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { Finding } from "./finding";
import { type AuditOptions, finish, isProtocol } from "./finish";
import { litenGrupp } from "./rules/litenGrupp";
import { personuppgift } from "./rules/personuppgift";

/** The audit's findings about persons alone, as `audit` gives them: what sharing asks, without the rest of the rules. */
export function personrisker(snapshot: WorkbookSnapshot, options: AuditOptions = {}): Finding[] {
  const sheets = snapshot.sheets
    .filter((sheet) => !isProtocol(sheet))
    .map((sheet) => ({ sheet, tables: findTables(sheet) }));
  const drafts = [personuppgift, litenGrupp].flatMap((rule) =>
    rule.find({ sheets, links: [] }).map((draft) => ({ ...draft, regel: rule.id })),
  );
  return finish(drafts, sheets, options);
}
