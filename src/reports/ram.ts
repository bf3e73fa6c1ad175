import { type Language } from "../texts/language";
import { reportTexts } from "../texts/reports";
import { type Expression } from "../workbook/expression";
import { amountFormat } from "../workbook/numberFormat";
import type {
  PlanCell,
  PlanChart,
  PlanColumn,
  PlanConditionalFormat,
  PlanRow,
  SheetPlan,
} from "../workbook/plan";
import type { Utseende } from "./profil";
import type { Indata } from "./rapport";
import { arAv, type Enhet, manadAv, type Underlag } from "./underlag";

/** What every report sheet has around its table: title, body and period, header row, source lines, reconciliation. */
export interface Ram {
  rapport: string;
  blad: string;
  titel: string;
  underrubrik: string;
  kolumner: (PlanColumn & { rubrik: string; align?: PlanCell["align"] })[];
  rader: PlanRow[];
  /** Lines below the table: words, or a formula that gives them. */
  kallor: (string | PlanCell)[];
  /** Per column: formula that should give 0. Outside the print area. */
  avstamning: { key: string; label: string; celler: Record<string, { formel: Expression; varde: number }> }[];
  decimaler: number;
  sidfot: string;
  /** Charts stand below the source lines, on rows kept for them inside the print area. */
  diagram?: Omit<PlanChart, "below">[];
  villkor?: PlanConditionalFormat[];
}

export function ark({
  rapport,
  blad,
  titel,
  underrubrik,
  kolumner,
  rader,
  kallor,
  avstamning,
  decimaler,
  sidfot,
  diagram = [],
  villkor = [],
}: Ram): SheetPlan {
  const first = kolumner[0].key;
  const texts = kallor.flatMap((rad) => (typeof rad === "string" ? [rad] : []));
  const line = (key: string, kind: PlanRow["kind"], text: string | null): PlanRow => ({
    key,
    kind,
    level: 0,
    cells: text === null ? {} : { [first]: { content: text } },
  });
  const header: PlanRow = {
    key: "kolumnrubriker",
    kind: "kolumnrubrik",
    level: 0,
    cells: Object.fromEntries(kolumner.map(({ key, rubrik, align }) => [key, { content: rubrik, align }])),
  };
  const sources = kallor.map((rad, index): PlanRow => ({
    key: `kalla-${index + 1}`,
    kind: "kalla",
    level: 0,
    cells: { [first]: typeof rad === "string" ? { content: rad } : rad },
  }));
  const places = diagram.map((chart, index) =>
    Array.from({ length: chart.heightRows + 2 }, (_, row) =>
      line(`diagram-${index + 1}-${row + 1}`, "tom", null),
    ),
  );
  const checks = avstamning.map(({ key, label, celler }): PlanRow => ({
    key,
    kind: "avstamning",
    level: 0,
    cells: {
      [first]: { content: label },
      ...Object.fromEntries(
        Object.entries(celler).map(([column, { formel, varde }]) => [
          column,
          { content: formel, expected: varde, numberFormat: amountFormat(decimaler) },
        ]),
      ),
    },
  }));
  return {
    report: rapport,
    sheet: blad,
    columns: wideEnough(kolumner, texts, rader),
    rows: [
      line("titel", "titel", titel),
      line("underrubrik", "underrubrik", underrubrik),
      line("tom-1", "tom", null),
      header,
      ...rader,
      line("tom-2", "tom", null),
      ...sources,
      ...places.flat(),
      ...(checks.length > 0 ? [line("tom-3", "tom", null), ...checks] : []),
    ],
    headerRow: header.key,
    lastPrintedRow: (places.flat().at(-1) ?? sources.at(-1))?.key ?? "tom-2",
    footer: sidfot,
    charts: diagram.map((chart, index) => ({ ...chart, below: places[index][0].key })),
    conditionalFormats: [
      ...villkor,
      ...checks.map(({ key, cells }) => ({
        kind: "avstamning" as const,
        decimals: decimaler,
        cells: Object.keys(cells)
          .filter((column) => column !== first)
          .map((column) => ({ row: key, column })),
      })),
    ],
  };
}

/**
 * The first column is widened to its longest label, and a narrow table's until the lines below, in smaller type, stand
 * inside the print area.
 */
function wideEnough(given: Ram["kolumner"], texts: string[], rader: PlanRow[]): PlanColumn[] {
  const [{ key: first, width: least }] = given;
  const longestLabel = rader.reduce((longest, { cells, level }) => {
    const content = cells[first]?.expected ?? cells[first]?.content;
    return Math.max(longest, typeof content === "string" ? content.length + 2 * level + 2 : 0);
  }, least);
  const width = Math.min(Math.max(least, widestLabel), longestLabel);
  const kolumner = given.map((kolumn, index) => (index === 0 ? { ...kolumn, width } : kolumn));
  const total = kolumner.reduce((sum, { width }) => sum + width, 0);
  const longest = Math.max(0, ...texts.map(({ length }) => length));
  const lacking = Math.max(0, Math.min(widest, Math.ceil(longest * smaller)) - total);
  return kolumner.map(({ key, width, owner, replaces }, index) => ({
    key,
    width: index === 0 ? width + lacking : width,
    owner,
    ...(replaces === undefined ? {} : { replaces }),
  }));
}

/** A character of a source line beside one of the table, and what fits on a page before the whole is shrunk. */
const widestLabel = 72;
const smaller = 0.85;
const widest = 120;

export const fyll = (mall: string, varden: Record<string, string>) =>
  mall.replace(/\{(\w+)\}/g, (_, key: string) => varden[key] ?? "");

/** "januari–augusti 2023". */
export function periodord(fran: number, till: number, sprak: Language): string {
  const manader = reportTexts[sprak].manader.split(",");
  const from = manader[manadAv(fran) - 1];
  const to = manader[manadAv(till) - 1];
  return fran === till ? `${to} ${arAv(till)}` : `${from}–${to} ${arAv(till)}`;
}

/** The columns as the profile orders them. */
export const iOrdning = <K extends { key: string }>(kolumner: K[], { ordning }: Utseende): K[] => [
  ...ordning.flatMap((key) => kolumner.filter((kolumn) => kolumn.key === key)),
  ...kolumner.filter(({ key }) => !ordning.includes(key)),
];

/** The caption of a column under the profile: {ar}, {fgar}, {manad}, {till}. */
export function kolumnrubrik(
  { rubriker }: Utseende,
  key: string,
  standard: string,
  period: number,
  sprak: Language,
): string {
  const manader = reportTexts[sprak].manaderKort.split(",");
  return fyll(rubriker[key] ?? standard, {
    ar: String(arAv(period)),
    fgar: String(arAv(period) - 1),
    manad: String(manadAv(period)),
    till: manader[manadAv(period) - 1],
  });
}

/** "Källa: tabellen Ekonomi …, belopp i tkr, intäkter plus och kostnader minus."; the name alone where there are no amounts. */
export function kallrad({ namn, enhet, tecken }: Underlag, sprak: Language): string {
  const t = reportTexts[sprak];
  if (enhet === null && tecken === null) return fyll(t.kallaUtanBelopp, { namn });
  return fyll(t.kalla, {
    namn,
    enhet: enhet ?? t.okandEnhet,
    tecken: tecken === "kostnad" ? t.kostnadstecken : t.nettotecken,
  });
}

/** Says that the source's amounts stand as values, and since when. */
export const somVardenrad = ({ antal }: Underlag, { somVarden }: Indata): string[] =>
  somVarden === null
    ? []
    : [fyll(reportTexts.sv.somVarden, { rader: antal.toLocaleString("sv-SE"), tid: somVarden })];

/** The line under a list's title: body, year and unit, where it has amounts. */
export const enRad = ({ namnd, period }: Indata, { enhet }: { enhet?: Enhet }): string =>
  [namnd, String(arAv(period)), enhet].filter(Boolean).join(" · ");
