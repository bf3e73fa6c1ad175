import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { WrittenReport } from "../../excel/reportSheet";
import { reportTexts } from "../../texts/reports";
import type { CellValue } from "../../workbook/cell";
import { type PlanRow, rowByKey, type RowKind, type SheetPlan } from "../../workbook/plan";
import { egenKolumn } from "../../reports/egenPrognos";
import { printValue } from "../model/print";

export interface WordReport {
  plan: SheetPlan;
  values: WrittenReport["values"];
}

/** The proposal and the chief's own number are work columns: the report shows the forecast they lead to. */
const workColumns = new Set<string>(["forslag", ...Object.values(egenKolumn)]);
const { sv } = reportTexts;
const workTexts = [
  ...[sv.forslagKalla, sv.forslagRestbudget, sv.forslagRak, sv.forslagBudgetprofil],
  ...[sv.forslagAterstod, sv.forslagProfil, sv.forslagUtanHistorik],
];
const isWorkText = (text: string) => workTexts.some((start) => text.startsWith(start));
const bodyKinds = new Set<RowKind>(["post", "delsumma", "summa", "rubrik", "varav"]);
/** Twentieths of a point. */
const a4 = { width: 11906, height: 16838, margin: 1134 };
const textWidth = a4.height - 2 * a4.margin;
/** Half points: a table wider than `fitting` characters is set smaller, so that no number is broken over two lines. */
const [normal, smallest, fitting] = [20, 12, 125];

/** Reports as a Word document: a heading, a table with its header repeated on every page, and the source lines for each. */
export async function wordDocument(reports: WordReport[]): Promise<Uint8Array> {
  const document = new Document({
    creator: "Nämndkoll",
    styles: {
      default: {
        document: { run: { font: "Calibri", size: normal, language: { value: "sv-SE" } } },
        heading1: {
          run: { font: "Calibri", size: 30, bold: true, color: "1F2933" },
          paragraph: { spacing: { after: 60 } },
        },
      },
    },
    sections: reports.map((report) => ({
      properties: {
        page: {
          size: { width: a4.width, height: a4.height, orientation: PageOrientation.LANDSCAPE },
          margin: { top: a4.margin, bottom: a4.margin, left: a4.margin, right: a4.margin },
        },
      },
      children: section(report),
    })),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function section({ plan, values }: WordReport): (Paragraph | Table)[] {
  const first = plan.columns[0].key;
  const word = (key: string) => String(rowByKey(plan, key).cells[first]?.content ?? "");
  const shown = plan.columns.flatMap(({ key, width }, position) =>
    workColumns.has(key) ? [] : [{ key, width, position }],
  );
  const total = shown.reduce((sum, { width }) => sum + width, 0);
  const size = Math.max(smallest, Math.min(normal, Math.floor((normal * fitting) / total)));
  const widths = shown.map(({ width }) => Math.round((textWidth * width) / total));
  const lines = plan.rows.flatMap((row, r) =>
    row.key === plan.headerRow || bodyKinds.has(row.kind) ? [{ row, values: values[r] }] : [],
  );
  const sources = plan.rows.flatMap(({ kind }, r) => {
    const text = String(values[r][0] ?? "");
    return kind === "kalla" && text !== "" && !isWorkText(text) ? [text] : [];
  });
  return [
    new Paragraph({ text: word("titel"), heading: HeadingLevel.HEADING_1 }),
    new Paragraph({
      children: [new TextRun({ text: word("underrubrik"), color: "52606D" })],
      spacing: { after: 160 },
    }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      borders: noBorders,
      rows: lines.map(
        ({ row, values: line }) =>
          new TableRow({
            tableHeader: row.key === plan.headerRow,
            cantSplit: true,
            children: shown.map(({ key, position }, index) =>
              tableCell(plan, row, key, line[position], { width: widths[index], size, isLabel: index === 0 }),
            ),
          }),
      ),
    }),
    ...sources.map(
      (text, index) =>
        new Paragraph({
          children: [new TextRun({ text, size: 16, color: "52606D" })],
          spacing: { before: index === 0 ? 160 : 0 },
        }),
    ),
  ];
}

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const rule = { style: BorderStyle.SINGLE, size: 6, color: "7B8794" };
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

function tableCell(
  plan: SheetPlan,
  row: PlanRow,
  column: string,
  value: CellValue,
  { width, size, isLabel }: { width: number; size: number; isLabel: boolean },
): TableCell {
  const header = row.key === plan.headerRow;
  const cell = row.cells[column];
  const left =
    isLabel || cell?.align === "left" || rowByKey(plan, plan.headerRow).cells[column]?.align === "left";
  const bold = header || row.kind === "summa" || row.kind === "delsumma" || row.kind === "rubrik";
  const sum = row.kind === "summa" || row.kind === "delsumma";
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 60, right: 60 },
    borders: { ...(header ? { bottom: rule } : {}), ...(sum ? { top: rule } : {}) },
    shading: header ? { type: ShadingType.CLEAR, fill: "E4ECF2", color: "auto" } : undefined,
    children: [
      new Paragraph({
        run: { size },
        alignment: left ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: isLabel ? { left: 200 * row.level } : undefined,
        children: [
          new TextRun({
            text: printValue(value, cell?.numberFormat ?? "General", "sv-SE"),
            bold,
            size,
            italics: row.kind === "varav",
          }),
        ],
      }),
    ],
  });
}
