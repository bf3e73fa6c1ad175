import { useState } from "react";
import { acceptFindings, applyFix, auditWorkbook, type Finding, writeProtocol } from "../../actions/kontroll";
import { rememberAudit } from "../../actions/lastAudit";
import { showPlace } from "../../actions/show";
import { useLanguage } from "../language";
import { useAction, useReading } from "../useAction";

export type Grouping = "blad" | "regel";

export interface Group {
  name: string;
  findings: Finding[];
}

/** The audit, and what can be done about each finding. */
export function useKontroll() {
  const language = useLanguage();
  const audit = useReading(async (options) => {
    const findings = await auditWorkbook(options);
    rememberAudit(findings.filter(({ accepterad }) => accepterad === undefined).length);
    return findings;
  });
  const [grouping, setGrouping] = useState<Grouping>("blad");
  const [certainOnly, setCertainOnly] = useState(false);
  const fixing = useAction(async (options, finding: Finding) => {
    const undo = await applyFix(finding, options);
    await audit.run();
    return { cell: finding.cell, undo };
  });
  const undoing = useAction(async (_options, undo: () => Promise<void>) => {
    await undo();
    fixing.reset();
    await audit.run();
  });
  const accepting = useAction(async (options, finding: Finding, reason: string) => {
    await acceptFindings(audit.latest ?? [], [finding], reason, options);
    await audit.run();
  });
  const protocol = useAction(async (options) => {
    const date = new Date().toISOString().slice(0, 10);
    const { sheet } = await writeProtocol(audit.latest ?? [], date, language, options);
    await showPlace(sheet, null, options);
    return sheet;
  });
  const shown = (audit.latest ?? []).filter(({ sakerhet }) => !certainOnly || sakerhet === "säker");
  return {
    audit,
    fixing,
    undoing,
    accepting,
    protocol,
    grouping,
    setGrouping,
    certainOnly,
    setCertainOnly,
    open: shown.filter(({ accepterad }) => accepterad === undefined),
    accepted: shown.filter(({ accepterad }) => accepterad !== undefined),
  };
}

/** Findings in groups, in the order the audit gave them. */
export function groupsOf(findings: Finding[], name: (finding: Finding) => string): Group[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = name(finding);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups].map(([key, own]) => ({ name: key, findings: own }));
}
