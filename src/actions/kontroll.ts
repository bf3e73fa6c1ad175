import { acceptera, audit, type Finding, kontrollprotokoll, kvarstaende } from "../audit";
import { applyChanges, inverse } from "../excel/applyChanges";
import { readSnapshot } from "../excel/readSnapshot";
import { readSurroundings, type WrittenReport, writeReports } from "../excel/reportSheet";
import type { SessionOptions } from "../excel/session";
import { readStored, updateStored } from "../excel/stored";
import { auditTexts } from "../texts/audit";
import type { Language } from "../texts/language";
import { reportTexts } from "../texts/reports";
import { placeReport } from "../workbook/placement";
import type { PlanColumn, PlanRow, SheetPlan } from "../workbook/plan";
import { ownKinds } from "./ownSheets";
import { act } from "./session";

export type { Finding } from "../audit";

/** Audits the whole workbook. Accepted findings come with their reason. Changes nothing. */
export function auditWorkbook(
  options?: SessionOptions & { onProgress?: (read: number, of: number) => void },
): Promise<Finding[]> {
  return act(async (context) => {
    const { accepted } = await readStored(context);
    const snapshot = await readSnapshot(context, {
      formats: true,
      comments: true,
      onProgress: options?.onProgress,
    });
    return audit(snapshot, { accepterade: accepted, egna: ownKinds(snapshot) });
  }, options);
}

/** Applies a finding's fix; gives what takes it back. Throws UserError when the cell has changed since the audit. */
export async function applyFix({ atgard }: Finding, options?: SessionOptions): Promise<() => Promise<void>> {
  const changes = atgard?.andringar ?? [];
  await act((context) => applyChanges(context, changes), options);
  return () => act((context) => applyChanges(context, inverse(changes)), options);
}

/** Remembers findings as accepted, with the reason, in the workbook; what no longer stands is forgotten. */
export async function acceptFindings(
  all: readonly Finding[],
  chosen: readonly Finding[],
  reason: string,
  options?: SessionOptions,
): Promise<void> {
  await act(async (context) => {
    await updateStored(context, (stored) => ({
      ...stored,
      accepted: acceptera(kvarstaende(stored.accepted, all), chosen, reason),
    }));
    await context.sync();
  }, options);
}

const protocolId = "kontrollprotokoll";

/** Writes the audit's protocol to its own sheet, in place when it is there. */
export async function writeProtocol(
  findings: readonly Finding[],
  date: string,
  sprak: Language = "sv",
  options?: SessionOptions,
): Promise<WrittenReport> {
  const plan = protocolPlan(findings, date, sprak);
  return act(async (context) => {
    const surroundings = await readSurroundings(context, [protocolId]);
    const [written] = await writeReports(context, [placeReport(plan, surroundings)], {
      settings: {},
      profile: "",
      period: date,
      orphanTitle: reportTexts[sprak].utgangna,
    });
    return written;
  }, options);
}

/** Widths in characters: sheet, cell, rule, certainty, printed, calculated, sentence, state. */
const widths = [26, 10, 24, 12, 16, 16, 80, 30];

function protocolPlan(findings: readonly Finding[], date: string, sprak: Language): SheetPlan {
  const lines = kontrollprotokoll(findings, date, sprak);
  const columns = widths.map((width, index): PlanColumn => ({
    key: `kolumn-${index + 1}`,
    width,
    owner: "report",
  }));
  const rows = lines.map(({ key, kind, cells }): PlanRow => ({
    key,
    kind,
    level: 0,
    cells: Object.fromEntries(
      cells.map((content, index) => [columns[index].key, { content, align: "left" as const }]),
    ),
  }));
  const title = auditTexts[sprak].protokoll.titel;
  return {
    report: protocolId,
    sheet: title,
    columns,
    rows,
    headerRow: "fynd",
    lastPrintedRow: rows[rows.length - 1].key,
    footer: title,
    charts: [],
    conditionalFormats: [],
  };
}
