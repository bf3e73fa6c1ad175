/** The last audit of this session. Kept in the pane, not in the workbook: an audit changes nothing. */
export interface LastAudit {
  /** Milliseconds since 1970. */
  at: number;
  /** Findings that are neither fixed nor accepted. */
  open: number;
}

const storageKey = "namndkoll.kontroll";

export function rememberAudit(open: number): void {
  sessionStorage.setItem(storageKey, JSON.stringify({ at: Date.now(), open } satisfies LastAudit));
}

export function lastAudit(): LastAudit | null {
  const kept = sessionStorage.getItem(storageKey);
  return kept === null ? null : (JSON.parse(kept) as LastAudit);
}
