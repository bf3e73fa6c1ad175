import { findTables } from "../tables";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { withPrintedDecimals } from "./decimals";
import { withCopied } from "./copied";
import { diagnose, type Diagnosed } from "./diagnosis";
import type { Finding } from "./finding";
import { type AuditOptions, finish, isProtocol } from "./finish";
import { enGang, overskrivna, utanEgnaFormler, utanKopior } from "./egna";
import { findLinks } from "./links";
import { oneCause } from "./oneCause";
import { placeKey } from "./place";
import { withRealUnits } from "./units";
import { withRoleRules } from "./roleRules";
import type { AuditContext, RelationRule, Rule, SheetView } from "./rule";
import { avvikelse } from "./rules/avvikelse";
import { delar } from "./rules/delar";
import { enhet } from "./rules/enhet";
import { fel } from "./rules/fel";
import { forandring } from "./rules/forandring";
import { format } from "./rules/format";
import { hardkodat } from "./rules/hardkodat";
import { inaktuell } from "./rules/inaktuell";
import { litenGrupp } from "./rules/litenGrupp";
import { personuppgift } from "./rules/personuppgift";
import { procent } from "./rules/procent";
import { prognos } from "./rules/prognos";
import { saknadRad } from "./rules/saknadRad";
import { sammaPost } from "./rules/sammaPost";
import { summa } from "./rules/summa";
import { talSomText } from "./rules/talSomText";
import { tecken } from "./rules/tecken";

export type { AuditOptions } from "./finish";
export { acceptera, kvarstaende } from "./accepted";
export { kontrollprotokoll, type ProtocolRow } from "./protocol";
export { type Finding, type Regel, regler, type Sakerhet, type Sentence } from "./finding";

const ties: RelationRule[] = [summa, avvikelse, procent, forandring, delar, sammaPost];

const looks: Rule[] = [
  fel,
  enhet,
  saknadRad,
  prognos,
  inaktuell,
  tecken,
  hardkodat,
  talSomText,
  format,
  personuppgift,
  litenGrupp,
];

/**
 * Audits a workbook: every rule over every sheet, hidden ones too, but not an earlier protocol. Sheets in tab order, then row by row; on one cell in
 * the order of `regler`. Nothing is changed; a fix is proposed as changes.
 */
export function audit(snapshot: WorkbookSnapshot, options: AuditOptions = {}): Finding[] {
  const sheets = snapshot.sheets
    .filter((sheet) => !isProtocol(sheet))
    .map((sheet) => ({ sheet, tables: findTables(sheet) }));
  return auditTables(sheets, options);
}

/** The same over tables that have already been understood. */
export function auditTables(understood: SheetView[], options: AuditOptions = {}): Finding[] {
  const egna = options.egna ?? new Map();
  const sheets = utanKopior(understood, egna).map(({ sheet, tables }) => ({
    sheet,
    tables: tables.map((table) => withRealUnits(withRoleRules(withPrintedDecimals(sheet, table)))),
  }));
  const context: AuditContext = {
    sheets,
    links: findLinks(sheets.flatMap(({ tables }) => tables)),
  };
  const drafts: Diagnosed[] = [
    ...diagnose(
      utanEgnaFormler(
        ties.flatMap((rule) => rule.relations(context)),
        sheets,
        egna,
      ),
    ),
    ...looks.flatMap((rule) => rule.find(context).map((draft) => ({ ...draft, regel: rule.id }))),
  ];
  const broken = new Set(
    drafts.flatMap(({ regel, plats }) => (regel === hardkodat.id ? [placeKey(plats)] : [])),
  );
  for (const draft of overskrivna(sheets, egna)) {
    if (!broken.has(placeKey(draft.plats))) drafts.push({ ...draft, regel: hardkodat.id });
  }
  return finish(withCopied(enGang(oneCause(drafts), sheets, egna), sheets), sheets, options);
}
