import { cellAddress } from "../workbook/address";
import { formulaText, type Place, type PlanRef } from "../workbook/expression";
import type { Placement } from "../workbook/placement";
import type { RowKind, SheetPlan } from "../workbook/plan";

/** How each kind of row looks: restrained, readable in greyscale print, one accent. */
interface Look {
  bold?: boolean;
  italic?: boolean;
  size?: number;
  color?: string;
  fill?: string;
  top?: "Thin" | "Medium";
  bottom?: "Thin" | "Medium";
}

const ink = "#1F2933";
const muted = "#52606D";
const rule = "#7B8794";

const looks: Record<RowKind, Look> = {
  titel: { bold: true, size: 16, color: ink },
  underrubrik: { color: muted },
  tom: {},
  kolumnrubrik: { bold: true, color: ink, fill: "#E4ECF2", bottom: "Medium" },
  post: {},
  delsumma: { bold: true, top: "Thin" },
  summa: { bold: true, top: "Thin", bottom: "Medium", fill: "#F1F5F8" },
  rubrik: { bold: true, color: muted },
  varav: { italic: true },
  kalla: { size: 9, color: muted },
  avstamning: { size: 9, color: muted },
};

/** Formats the rows that are ours; on a sheet that exists only those that are new, so that the user's own formats stay. */
export function applyRowStyles(sheet: Excel.Worksheet, placement: Placement): void {
  const { plan, top, left, columns } = placement;
  const label = left + columns.positions.get(plan.columns[0].key)!;
  for (const { kind, level, first, count } of runs(placement)) {
    const range = sheet.getRangeByIndexes(top + first, left, count, columns.length);
    applyLook(range, looks[kind]);
    range.format.verticalAlignment = kind === "kolumnrubrik" ? "Bottom" : "Center";
    const labels = sheet.getRangeByIndexes(top + first, label, count, 1);
    labels.format.horizontalAlignment = "Left";
    labels.format.indentLevel = level;
    if (kind === "kolumnrubrik") alignHeader(range, placement);
  }
  wrapWords(sheet, placement);
}

/** Words longer than their column stand on several lines, in a row high enough for them; a source's rows stay one line each. */
function wrapWords(sheet: Excel.Worksheet, { plan, top, left, rows, columns, existing }: Placement): void {
  if (plan.records) return;
  const words = plan.columns.slice(1);
  for (const { key, kind, cells } of plan.rows) {
    if (kind === "kolumnrubrik" || (existing && rows.kept.has(key))) continue;
    let most = 1;
    for (const { key: column, width } of words) {
      const text = cells[column]?.expected ?? cells[column]?.content;
      if (typeof text !== "string" || text.length <= width) continue;
      const cell = sheet.getCell(top + rows.positions.get(key)!, left + columns.positions.get(column)!);
      cell.format.wrapText = true;
      most = Math.max(most, wrappedLines(text, width - 1));
      if (most > 1) cell.format.rowHeight = lineHeight * most;
    }
  }
}

const lineHeight = 15;

/** New rows of one look that stand together: one range each, however many rows. */
function runs({ plan, rows, existing }: Placement) {
  const found: { kind: RowKind; level: number; first: number; count: number }[] = [];
  for (const { key, kind, level } of plan.rows) {
    if (existing && rows.kept.has(key)) continue;
    const position = rows.positions.get(key)!;
    const last = found[found.length - 1];
    if (last && last.kind === kind && last.level === level && last.first + last.count === position)
      last.count++;
    else found.push({ kind, level, first: position, count: 1 });
  }
  return found;
}

function applyLook(range: Excel.Range, look: Look): void {
  const { font, fill, borders } = range.format;
  font.bold = look.bold ?? false;
  font.italic = look.italic ?? false;
  font.size = look.size ?? 11;
  font.color = look.color ?? ink;
  if (look.fill) fill.color = look.fill;
  else fill.clear();
  for (const [edge, weight] of [
    ["EdgeTop", look.top],
    ["EdgeBottom", look.bottom],
  ] as const) {
    const border = borders.getItem(edge);
    border.style = weight ? "Continuous" : "None";
    if (weight) {
      border.weight = weight;
      border.color = rule;
    }
  }
}

const headerCell = (plan: SheetPlan, column: string) =>
  plan.rows.find(({ key }) => key === plan.headerRow)!.cells[column];

function alignHeader(range: Excel.Range, { plan, columns }: Placement): void {
  range.format.wrapText = true;
  range.format.rowHeight = lineHeight * headerLines({ plan });
  for (const { key } of plan.columns.slice(1)) {
    const align = headerCell(plan, key)?.align ?? "right";
    range.getCell(0, columns.positions.get(key)!).format.horizontalAlignment =
      align === "right" ? "Right" : align === "center" ? "Center" : "Left";
  }
}

/** Lines the longest caption takes in its column's width. */
function headerLines({ plan }: Pick<Placement, "plan">): number {
  const lines = plan.columns.map(({ key, width }) => {
    const caption = headerCell(plan, key)?.content;
    return typeof caption === "string" ? wrappedLines(caption, width - 1) : 1;
  });
  return Math.max(...lines);
}

function wrappedLines(text: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const { length } of text.split(" ")) {
    if (used > 0 && used + 1 + length > width) [lines, used] = [lines + 1, length];
    else used += (used > 0 ? 1 : 0) + length;
  }
  return lines;
}

const red = "#B3261E";
const grey = "#D9DEE4";
/** Told apart in greyscale too: light, middle, dark. */
const statusColours = [
  [["Uppfylls", "Klar", "Genomförd", "Avslutad", "Uppnådd"], "#DDF0E0"],
  [["Delvis", "Delvis uppfyllt", "Pågår", "Pågående", "Kan ej bedömas"], "#F7E3A6"],
  [["Uppfylls ej", "Ej uppfyllt", "Försenad", "Ej påbörjad", "Avbruten"], "#E7A8A1"],
] as const;
const arrows = [
  ["↗", "#1E6B34"],
  ["↘", red],
] as const;

export function applyConditionalFormats(
  sheet: Excel.Worksheet,
  { plan, sheet: sheetName }: Placement,
  place: (ref: PlanRef) => Place,
): void {
  for (const format of plan.conditionalFormats) {
    for (const ref of format.cells) {
      const { row, column } = place(ref);
      const range = sheet.getRangeByIndexes(row, column, 1, 1);
      range.conditionalFormats.clearAll();
      if (format.kind === "avstamning") {
        const rule = range.conditionalFormats.add("Custom").custom;
        rule.rule.formula = `=ROUND(${cellAddress(row, column)},${format.decimals})<>0`;
        rule.format.font.color = red;
        rule.format.font.bold = true;
      } else if (format.kind === "avviker") {
        const rule = range.conditionalFormats.add("Custom").custom;
        rule.rule.formula = formulaText(format.when, sheetName, place);
        rule.format.font.color = red;
        rule.format.font.bold = true;
      } else if (format.kind === "pil") {
        for (const [arrow, color] of arrows) {
          const rule = range.conditionalFormats.add("Custom").custom;
          rule.rule.formula = `=${cellAddress(row, column)}="${arrow}"`;
          rule.format.font.color = color;
          rule.format.font.bold = true;
        }
      } else if (format.kind === "status") {
        for (const [words, color] of statusColours) {
          const rule = range.conditionalFormats.add("Custom").custom;
          const cell = cellAddress(row, column);
          rule.rule.formula = `=OR(${words.map((word) => `${cell}="${word}"`).join(",")})`;
          rule.format.fill.color = color;
        }
      } else if (format.kind === "ofullstandig") {
        const rule = range.conditionalFormats.add("Custom").custom;
        rule.rule.formula = formulaText(format.when, sheetName, place);
        rule.format.font.italic = true;
        rule.format.fill.color = grey;
      }
    }
  }
}

/** Widths, frozen header, print: set once, when the sheet is made; afterwards they are the user's. */
export function applyPageSetup(sheet: Excel.Worksheet, { plan, top, left, rows, columns }: Placement): void {
  for (const column of plan.columns) {
    const range = sheet
      .getRangeByIndexes(0, left + columns.positions.get(column.key)!, 1, 1)
      .getEntireColumn();
    range.format.columnWidth = points(column.width);
  }
  const header = top + rows.positions.get(plan.headerRow)!;
  for (const { key } of plan.columns.slice(1)) {
    const align = headerCell(plan, key)?.align ?? "right";
    const body = sheet.getRangeByIndexes(header + 1, left + columns.positions.get(key)!, rows.length, 1);
    // A "-" among figures is a text, and would stand at the left.
    if (align === "right") body.format.horizontalAlignment = "Right";
    if (align === "center") body.format.horizontalAlignment = "Center";
    if (align !== "left") continue;
    const words = sheet.getRangeByIndexes(header, left + columns.positions.get(key)!, rows.length, 1);
    // Words right after a column of figures would touch them.
    words.format.indentLevel = 1;
    words.format.horizontalAlignment = "Left";
  }
  sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, header + 1, left + 1));
  sheet.showGridlines = false;
  const layout = sheet.pageLayout;
  layout.orientation = "Landscape";
  layout.paperSize = "A4";
  const last = rows.positions.get(plan.lastPrintedRow)!;
  layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: last < rowsOnOnePage ? 1 : 0 };
  layout.centerHorizontally = true;
  layout.setPrintTitleRows(sheet.getRangeByIndexes(header, 0, 1, 1).getEntireRow());
  layout.setPrintArea(sheet.getRangeByIndexes(top, left, last + 1, columns.length));
  if (plan.header) layout.headersFooters.defaultForAllPages.leftHeader = plan.header;
  layout.headersFooters.defaultForAllPages.leftFooter = plan.footer;
  layout.headersFooters.defaultForAllPages.rightFooter = "Sida &P av &N";
}

/** A report a little too long for a page is better shrunk than split; 0 = as many pages as it takes. */
const rowsOnOnePage = 48;

/** Column widths go through the API in points; a character of the default font (Calibri 11) is 5.25 points, and 3.75 are padding. */
const points = (characters: number) => characters * 5.25 + 3.75;
