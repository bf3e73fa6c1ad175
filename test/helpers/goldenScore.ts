import type { Finding, Regel } from "../../src/audit";
import { cellAddress } from "../../src/workbook/address";
import type { BuiltWorkbook, GoldenDefect, GoldenDocument } from "./golden";

/** The rules that may find each kind of defect (golden/README.md). */
const rulesFor: Record<string, Regel[]> = {
  summa: ["summa", "delar", "hardkodat"],
  kolumnregel: ["avvikelse", "procent", "forandring", "samma-post", "summa"],
  koppling: ["samma-post", "summa", "delar"],
  cellregel: ["delar", "samma-post"],
  andelsregel: ["delar", "samma-post"],
  intervallregel: ["delar", "samma-post"],
  enhet: ["enhet"],
  format: ["format", "tal-som-text"],
  rimlighet: ["prognos", "delar"],
  fullstandighet: ["saknad-rad"],
};
/** Seen in the running text only, or a matter of interpretation. */
const beyondTables = new Set(["text", "tolkning"]);

export interface Score {
  /** Certain defects visible in the tables, one per cell. */
  defects: number;
  found: string[];
  missed: string[];
  /** Findings that name no known defect, certain or not. */
  false: Finding[];
  rows: number;
  byRule: Map<Regel, { found: number; false: number }>;
}

export function score(document: GoldenDocument, built: BuiltWorkbook, findings: Finding[]): Score {
  const named = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const { blad, cell } of [finding, ...finding.aven]) {
      named.set(`${blad}!${cell}`, [...(named.get(`${blad}!${cell}`) ?? []), finding]);
    }
  }
  const cells = new Map<string, { what: string; rules: Set<Regel> }>();
  const known = new Set<string>();
  const add = (table: string, defect: GoldenDefect) => {
    const { blad, row, column } = built.place(table, defect.rad, defect.kolumn);
    const key = `${blad}!${cellAddress(row, column)}`;
    known.add(key);
    const counted = defect.sakert && defect.kontroll in rulesFor && !beyondTables.has(defect.kontroll);
    // A row missing in a table has no cell there: the entry in the table that has the row counts.
    if (!counted || (defect.rad === null && defect.kolumn === null)) return;
    const cell = cells.get(key) ?? {
      what: `${table} ${key} ${defect.kontroll}: ${defect.vad}`,
      rules: new Set(),
    };
    for (const rule of rulesFor[defect.kontroll]) cell.rules.add(rule);
    cells.set(key, cell);
  };
  for (const table of document.tables) for (const defect of table.avvikelser) add(table.id, defect);

  const byRule = new Map<Regel, { found: number; false: number }>();
  const count = (regel: Regel, what: "found" | "false") => {
    const counts = byRule.get(regel) ?? { found: 0, false: 0 };
    counts[what]++;
    byRule.set(regel, counts);
  };
  const found: string[] = [];
  const missed: string[] = [];
  for (const [key, { what, rules }] of cells) {
    // The other side of a disagreement is one of the finding's cells; elsewhere the cell must be the finding's own.
    const by = (named.get(key) ?? []).find(
      ({ regel, blad, cell }) =>
        rules.has(regel) && (regel === "samma-post" || regel === "saknad-rad" || `${blad}!${cell}` === key),
    );
    (by ? found : missed).push(what);
    if (by) count(by.regel, "found");
  }
  const wrong = findings.filter((finding) =>
    [finding, ...finding.aven].every(({ blad, cell }) => !known.has(`${blad}!${cell}`)),
  );
  for (const { regel } of wrong) count(regel, "false");
  return { defects: cells.size, found, missed, false: wrong, rows: built.dataRows, byRule };
}
