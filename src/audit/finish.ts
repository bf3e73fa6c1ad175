import type { Tabell } from "../tables";
import { auditTexts } from "../texts/audit";
import { contains } from "../workbook/address";
import { contentHash } from "../workbook/contentHash";
import type { SheetSnapshot } from "../workbook/snapshot";
import { areaContent } from "./content";
import type { Diagnosed } from "./diagnosis";
import type { EgnaBlad } from "./egna";
import { type Finding, regler } from "./finding";
import { placeAddress } from "./place";
import type { SheetView } from "./rule";

export interface AuditOptions {
  /** Findings the user has accepted before: key → reason. They come with the reason, for the protocol. */
  accepterade?: Readonly<Record<string, string>>;
  egna?: EgnaBlad;
}

/** Our own list of findings quotes figures; it isn't audited. */
export function isProtocol({ values }: SheetSnapshot): boolean {
  const first = values[0]?.[0];
  return Object.values(auditTexts).some(({ protokoll }) => protokoll.titel === first);
}

/** Findings with addresses, keys and reasons: sheets in tab order, then row by row; on one cell in the order of `regler`. */
export function finish(drafts: Diagnosed[], sheets: SheetView[], options: AuditOptions): Finding[] {
  const keyOf = contentKeys(sheets);
  const order = new Map(sheets.map(({ sheet }, index) => [sheet.name, index]));
  return drafts
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
