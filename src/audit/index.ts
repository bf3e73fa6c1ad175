import { findTables, type Tabell } from "../tables";
import { auditTexts } from "../texts/audit";
import { contains } from "../workbook/address";
import { contentHash } from "../workbook/contentHash";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { areaContent } from "./content";
import { withPrintedDecimals } from "./decimals";
import { diagnose, type Diagnosed } from "./diagnosis";
import { type Finding, regler } from "./finding";
import { findLinks } from "./links";
import { oneCause } from "./oneCause";
import { placeAddress } from "./place";
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

export interface AuditOptions {
  /** Findings the user has accepted before: key → reason. They come with the reason, for the protocol. */
  accepterade?: Readonly<Record<string, string>>;
}

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

/** Our own list of findings quotes figures; it isn't audited. */
function isProtocol({ values }: SheetSnapshot): boolean {
  const first = values[0]?.[0];
  return Object.values(auditTexts).some(({ protokoll }) => protokoll.titel === first);
}

/** The same over tables that have already been understood. */
export function auditTables(understood: SheetView[], options: AuditOptions = {}): Finding[] {
  const sheets = understood.map(({ sheet, tables }) => ({
    sheet,
    tables: tables.map((table) => withRealUnits(withRoleRules(withPrintedDecimals(sheet, table)))),
  }));
  const context: AuditContext = {
    sheets,
    links: findLinks(sheets.flatMap(({ tables }) => tables)),
  };
  const drafts: Diagnosed[] = [
    ...diagnose(ties.flatMap((rule) => rule.relations(context))),
    ...looks.flatMap((rule) => rule.find(context).map((draft) => ({ ...draft, regel: rule.id }))),
  ];
  const keyOf = contentKeys(sheets);
  const order = new Map(sheets.map(({ sheet }, index) => [sheet.name, index]));
  return oneCause(drafts)
    .sort(
      (a, b) =>
        order.get(a.plats.blad)! - order.get(b.plats.blad)! ||
        a.plats.row - b.plats.row ||
        a.plats.column - b.plats.column ||
        regler.indexOf(a.regel) - regler.indexOf(b.regel),
    )
    .map(({ plats, aven, ...rest }) => {
      const nyckel = keyOf({ plats, ...rest });
      const accepterad = options.accepterade?.[nyckel];
      return {
        ...placeAddress(plats),
        ...rest,
        aven: (aven ?? []).map(placeAddress),
        nyckel,
        ...(accepterad !== undefined && { accepterad }),
      };
    });
}

/**
 * What a finding is remembered by: its rule, the content of its table (of its row, outside tables) and its place in it.
 * Moving the table or inserting rows above keeps it; a changed figure brings the finding back.
 */
function contentKeys(sheets: SheetView[]) {
  const bySheet = new Map(sheets.map((view) => [view.sheet.name, view]));
  const hashes = new Map<Tabell, string>();
  return ({ plats, regel, tryckt, beraknat }: Diagnosed): string => {
    const { sheet, tables } = bySheet.get(plats.blad)!;
    const table = tables.find(({ area }) => contains(area, plats.row, plats.column));
    if (!table) {
      const row = { ...sheet.area, row: plats.row, rowCount: 1 };
      return contentHash(`${regel} ${areaContent(sheet, row)} ${plats.column} ${tryckt} ${beraknat}`);
    }
    let hash = hashes.get(table);
    if (hash === undefined) hashes.set(table, (hash = contentHash(areaContent(sheet, table.area))));
    const [row, column] = [plats.row - table.area.row, plats.column - table.area.column];
    return contentHash(`${regel} ${hash} ${row},${column} ${beraknat}`);
  };
}
