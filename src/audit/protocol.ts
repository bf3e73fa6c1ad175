import { auditTexts } from "../texts/audit";
import type { Language } from "../texts/language";
import type { CellValue } from "../workbook/cell";
import { type Finding, regler } from "./finding";

/** The Kontrollprotokoll sheet as plain data, top to bottom. `key` is the same each time for the same line. */
export interface ProtocolRow {
  key: string;
  kind: "titel" | "underrubrik" | "tom" | "kolumnrubrik" | "post";
  cells: CellValue[];
}

/** Every rule with its result, then every finding, accepted ones with their reason. `date` is written as given. */
export function kontrollprotokoll(
  findings: readonly Finding[],
  date: string,
  language: Language = "sv",
): ProtocolRow[] {
  const texts = auditTexts[language];
  const words = texts.protokoll;
  const isOpen = (finding: Finding) => finding.accepterad === undefined;
  const checks = regler.map((regel): ProtocolRow => {
    const own = findings.filter((finding) => finding.regel === regel);
    const open = own.filter(isOpen).length;
    const result = open > 0 ? words.medFynd(open) : own.length > 0 ? words.godkant : words.utanFynd;
    return {
      key: `regel ${regel}`,
      kind: "post",
      cells: [texts.regler[regel], open, own.length - open, result],
    };
  });
  const lines = findings.map((finding): ProtocolRow => {
    const status = finding.accepterad === undefined ? words.oppen : words.godkand(finding.accepterad);
    return {
      key: `fynd ${finding.nyckel}`,
      kind: "post",
      cells: [
        finding.blad,
        finding.cell,
        texts.regler[finding.regel],
        texts.sakerhet[finding.sakerhet],
        finding.tryckt,
        finding.beraknat ?? "",
        finding.text[language],
        status,
      ],
    };
  });
  return [
    { key: "titel", kind: "titel", cells: [words.titel] },
    { key: "datum", kind: "underrubrik", cells: [words.datum, date] },
    { key: "tom 1", kind: "tom", cells: [] },
    { key: "regler", kind: "kolumnrubrik", cells: [...words.regelKolumner] },
    ...checks,
    { key: "tom 2", kind: "tom", cells: [] },
    { key: "fynd", kind: "kolumnrubrik", cells: [...words.fyndKolumner] },
    ...(lines.length > 0 ? lines : [{ key: "inga", kind: "post" as const, cells: [words.inga] }]),
  ];
}
