import type { Finding } from "../../audit";
import { auditTexts } from "../../texts/audit";
import type { Language } from "../../texts/language";
import { quoteSheet } from "../../workbook/address";

/** More of the other cells concerned than this are counted, not listed. */
const listedCells = 6;

/** The findings as `koll kontroll --json` prints them: plain objects, numbers unrounded. */
export function findingsAsJson(findings: readonly Finding[], language: Language = "sv"): object[] {
  return findings.map(
    ({ regel, sakerhet, blad, cell, aven, tryckt, beraknat, text, atgard, accepterad }) => ({
      regel,
      sakerhet,
      blad,
      cell,
      aven,
      tryckt,
      beraknat,
      text: text[language],
      ...(atgard && { atgard: { text: atgard.text[language], andringar: atgard.andringar } }),
      ...(accepterad !== undefined && { accepterad }),
    }),
  );
}

/** The findings as lines to read, a sheet at a time; accepted ones last on their sheet, marked. */
export function findingsAsLines(findings: readonly Finding[], language: Language = "sv"): string[] {
  const texts = auditTexts[language];
  const words = texts.lista;
  if (findings.length === 0) return [words.inga];
  const lines = [words.antal(findings.length)];
  const sheets = new Map<string, Finding[]>();
  for (const finding of findings) sheets.set(finding.blad, [...(sheets.get(finding.blad) ?? []), finding]);
  for (const [blad, own] of sheets) {
    lines.push("", blad);
    const accepted = (finding: Finding) => finding.accepterad !== undefined;
    for (const finding of [...own.filter((each) => !accepted(each)), ...own.filter(accepted)]) {
      lines.push(...findingLines(finding, language));
    }
  }
  return lines;
}

function findingLines(finding: Finding, language: Language): string[] {
  const texts = auditTexts[language];
  const words = texts.lista;
  const mark =
    finding.accepterad === undefined
      ? ""
      : ` (${[words.godkant, finding.accepterad].filter(Boolean).join(": ")})`;
  const lines = [
    `  ${finding.cell.padEnd(6)} ${texts.sakerhet[finding.sakerhet].padEnd(7)} ${finding.regel}: ${finding.text[language]}${mark}`,
  ];
  if (finding.aven.length > 0) {
    const listed = finding.aven
      .slice(0, listedCells)
      .map(({ blad, cell }) => (blad === finding.blad ? cell : `${quoteSheet(blad)}!${cell}`));
    const rest = finding.aven.length - listed.length;
    lines.push(`         ${words.aven} ${listed.join(", ")}${rest > 0 ? ` ${words.fler(rest)}` : ""}`);
  }
  if (finding.atgard) lines.push(`         ${words.atgard}: ${finding.atgard.text[language]}`);
  return lines;
}
