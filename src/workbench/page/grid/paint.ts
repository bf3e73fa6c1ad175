import { type Area, columnLetters, contains } from "../../../workbook/address";
import { type CellValue, isCellError } from "../../../workbook/cell";
import type { Language } from "../../../texts/language";
import type { Sheet } from "../../model/sheet";
import type { Border, Style } from "../../model/styles";
import type { Workbook } from "../../model/workbook";
import { type CellText, cellText, general } from "./cellText";
import { type ConditionalLook, type ConditionalLooks, lookKey } from "./conditional";
import { canvasFont, lineHeight, textWidth, wrapText } from "./fonts";
import { drawIcon, iconWidth } from "./iconSets";
import { areaRect, headerHeight, type Rect, type SheetLayout } from "./layout";
import { type TableCellLook, tableCellLook } from "./tableLook";

export interface GridView {
  workbook: Workbook;
  sheet: Sheet;
  layout: SheetLayout;
  looks: ConditionalLooks;
  language: Language;
  /** Scroll position in the sheet's pixels, beyond what is frozen. */
  scrollX: number;
  scrollY: number;
  width: number;
  height: number;
  headingWidth: number;
}

const colors = {
  line: "#e1e1e1",
  heading: "#f5f5f5",
  headingText: "#444444",
  headingLine: "#c8c8c8",
  selectedHeading: "#d3e6e4",
  selectedHeadingText: "#0b5454",
  selection: "#0f6b6b",
  selectionFill: "rgba(15, 107, 107, 0.10)",
  freeze: "#9a9a9a",
};
const padding = 3;
const indentWidth = 9;

/** A part of the sheet that scrolls together: the frozen corners and edges, and the rest. */
interface Region {
  rows: { first: number; last: number };
  columns: { first: number; last: number };
  /** The canvas position of the sheet's own (0, 0). */
  x: number;
  y: number;
  clip: Rect;
}

export function paintGrid(context: CanvasRenderingContext2D, view: GridView): void {
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, view.width, view.height);
  const regions = regionsOf(view);
  for (const region of regions) clipped(context, region.clip, () => paintRegion(context, view, region));
  for (const region of regions) {
    clipped(context, region.clip, () => {
      paintSelection(context, view, region);
    });
  }
  paintHeadings(context, view, regions);
  paintFreezeLines(context, view);
}

export function frozenSize({ sheet, layout }: Pick<GridView, "sheet" | "layout">): {
  width: number;
  height: number;
} {
  return {
    width: layout.columns.start(sheet.freeze?.columns ?? 0),
    height: layout.rows.start(sheet.freeze?.rows ?? 0),
  };
}

function regionsOf(view: GridView): Region[] {
  const { sheet, layout, headingWidth, width, height, scrollX, scrollY } = view;
  const frozen = frozenSize(view);
  const left = headingWidth + frozen.width;
  const top = headerHeight + frozen.height;
  const columnsFrom = layout.columns.indexAt(frozen.width + scrollX);
  const rowsFrom = layout.rows.indexAt(frozen.height + scrollY);
  const main = {
    rows: { first: rowsFrom, last: layout.rows.indexAt(scrollY + height - headerHeight) },
    columns: { first: columnsFrom, last: layout.columns.indexAt(scrollX + width - headingWidth) },
  };
  const regions: Region[] = [
    {
      ...main,
      x: headingWidth - scrollX,
      y: headerHeight - scrollY,
      clip: { x: left, y: top, width: width - left, height: height - top },
    },
  ];
  const frozenRows = { first: 0, last: (sheet.freeze?.rows ?? 0) - 1 };
  const frozenColumns = { first: 0, last: (sheet.freeze?.columns ?? 0) - 1 };
  if (frozen.height > 0)
    regions.push({
      rows: frozenRows,
      columns: main.columns,
      x: headingWidth - scrollX,
      y: headerHeight,
      clip: { x: left, y: headerHeight, width: width - left, height: frozen.height },
    });
  if (frozen.width > 0)
    regions.push({
      rows: main.rows,
      columns: frozenColumns,
      x: headingWidth,
      y: headerHeight - scrollY,
      clip: { x: headingWidth, y: top, width: frozen.width, height: height - top },
    });
  if (frozen.height > 0 && frozen.width > 0)
    regions.push({
      rows: frozenRows,
      columns: frozenColumns,
      x: headingWidth,
      y: headerHeight,
      clip: { x: headingWidth, y: headerHeight, width: frozen.width, height: frozen.height },
    });
  return regions;
}

function clipped(context: CanvasRenderingContext2D, clip: Rect, draw: () => void): void {
  if (clip.width <= 0 || clip.height <= 0) return;
  context.save();
  context.beginPath();
  context.rect(clip.x, clip.y, clip.width, clip.height);
  context.clip();
  draw();
  context.restore();
}

interface Cell {
  row: number;
  column: number;
  rect: Rect;
  value: CellValue;
  style: Style;
  table?: TableCellLook;
  look?: ConditionalLook;
}

function paintRegion(context: CanvasRenderingContext2D, view: GridView, region: Region): void {
  const cells = visibleCells(view, region);
  const fills: (Cell & { fill: string })[] = [];
  for (const cell of cells) {
    const fill = fillOf(cell);
    if (fill) fills.push({ ...cell, fill });
  }
  if (view.sheet.showGridlines) paintGridlines(context, view, region);
  for (const { rect, fill } of fills) {
    context.fillStyle = fill;
    context.fillRect(rect.x - 1, rect.y - 1, rect.width + 1, rect.height + 1);
  }
  for (const cell of cells) {
    if (cell.look?.bar) paintBar(context, cell.rect, cell.look.bar);
    if (cell.value !== null) paintValue(context, view, cell);
  }
  for (const cell of cells) paintBorders(context, cell);
}

function* spanOf(first: number, last: number) {
  for (let index = first; index <= last; index++) yield index;
}

function visibleCells(view: GridView, region: Region): Cell[] {
  const { sheet, layout, workbook, looks } = view;
  const tables = sheet.tables;
  const cells: Cell[] = [];
  const push = (row: number, column: number, rect: Rect) => {
    const table = tables.find(({ area }) => contains(area, row, column));
    cells.push({
      row,
      column,
      rect: { ...rect, x: rect.x + region.x, y: rect.y + region.y },
      value: sheet.value(row, column),
      style: workbook.styles.get(sheet.styleId(row, column)),
      table: table && tableCellLook(table, row, column),
      look: looks.get(lookKey(row, column)),
    });
  };
  const merged = new Set<Area>();
  for (const row of spanOf(region.rows.first, region.rows.last)) {
    const height = layout.rows.size(row);
    if (height === 0) continue;
    const y = layout.rows.start(row);
    const from = firstColumnToDraw(sheet, row, region.columns.first);
    let x = layout.columns.start(from);
    for (const column of spanOf(from, region.columns.last)) {
      const width = layout.columns.size(column);
      const merge =
        sheet.merges.length > 0 ? sheet.merges.find((area) => contains(area, row, column)) : undefined;
      if (merge) {
        if (!merged.has(merge)) push(merge.row, merge.column, areaRect(layout, merge));
        merged.add(merge);
      } else if (width > 0) push(row, column, { x, y, width, height });
      x += width;
    }
  }
  return cells;
}

/** A text that begins left of what is shown may reach into it. */
function firstColumnToDraw(sheet: Sheet, row: number, first: number): number {
  for (let column = first - 1; column >= Math.max(0, first - 30); column--) {
    const value = sheet.value(row, column);
    if (value !== null) return typeof value === "string" ? column : first;
  }
  return first;
}

function fillOf({ style, table, look }: Cell): string | undefined {
  if (look?.fill) return look.fill;
  const conditional = look?.style?.fill;
  if (conditional?.color) return conditional.color.rgb;
  if (conditional?.patternColor) return conditional.patternColor.rgb;
  if (style.fill.pattern !== "none" && style.fill.color) return style.fill.color.rgb;
  return table?.fill;
}

function paintGridlines(context: CanvasRenderingContext2D, { layout }: GridView, region: Region): void {
  context.strokeStyle = colors.line;
  context.lineWidth = 1;
  context.beginPath();
  const { clip } = region;
  for (const column of spanOf(region.columns.first, region.columns.last)) {
    const x = region.x + layout.columns.start(column + 1) - 0.5;
    context.moveTo(x, clip.y);
    context.lineTo(x, clip.y + clip.height);
  }
  for (const row of spanOf(region.rows.first, region.rows.last)) {
    const y = region.y + layout.rows.start(row + 1) - 0.5;
    context.moveTo(clip.x, y);
    context.lineTo(clip.x + clip.width, y);
  }
  context.stroke();
}

function paintBar(
  context: CanvasRenderingContext2D,
  rect: Rect,
  bar: NonNullable<ConditionalLook["bar"]>,
): void {
  context.fillStyle = bar.color;
  context.globalAlpha = 0.55;
  const width = rect.width - 3;
  context.fillRect(rect.x + 1 + width * bar.start, rect.y + 1, width * bar.length, rect.height - 3);
  context.globalAlpha = 1;
  if (bar.axis === null) return;
  context.fillStyle = "#595959";
  for (let y = rect.y + 1; y < rect.y + rect.height - 2; y += 4)
    context.fillRect(rect.x + 1 + width * bar.axis, y, 1, 2);
}

function paintValue(context: CanvasRenderingContext2D, view: GridView, cell: Cell): void {
  const { style, table, look, rect, value } = cell;
  const conditional = look?.style;
  const font = {
    ...style.font,
    bold: conditional?.font?.bold ?? (style.font.bold || (table?.bold ?? false)),
    italic: conditional?.font?.italic ?? style.font.italic,
  };
  const fontText = canvasFont(font);
  const printed: CellText = cellText(value, conditional?.numberFormat ?? style.numberFormat, view.language);
  const iconSpace = look?.icon ? iconWidth : 0;
  if (look?.icon) drawIcon(context, look.icon.set, look.icon.position, rect);
  if (look?.icon?.showValue === false || look?.bar?.showValue === false) return;
  const align = horizontalAlign(style, value);
  const indent = style.alignment.indent * indentWidth;
  const inner = rect.width - 2 * padding - indent - iconSpace;
  let text = printed.text;
  const isNumber = typeof value === "number";
  if (isNumber && textWidth(text, fontText) > inner)
    text = fitNumber(value, style, inner, fontText, view.language);
  context.font = fontText;
  context.fillStyle =
    conditional?.font?.color?.rgb ??
    (printed.color && printed.color.startsWith("#") ? printed.color : undefined) ??
    (style.font.color.rgb === "#000000" ? (table?.color ?? "#000000") : style.font.color.rgb);
  const wraps = (style.alignment.wrap || (typeof value === "string" && value.includes("\n"))) && !isNumber;
  const lines = wraps ? wrapText(text, fontText, inner) : [text];
  const line = lineHeight(font);
  context.save();
  context.beginPath();
  const span = wraps || isNumber ? rect : overflowRect(view, cell, align, textWidth(text, fontText) + indent);
  context.rect(span.x, rect.y, span.width, rect.height);
  context.clip();
  context.textAlign = align;
  context.textBaseline = "middle";
  const x =
    align === "left"
      ? rect.x + padding + indent + iconSpace
      : align === "right"
        ? rect.x + rect.width - padding - 1 - indent
        : rect.x + rect.width / 2;
  const block = lines.length * line;
  const top =
    style.alignment.vertical === "top"
      ? rect.y + 1
      : style.alignment.vertical === "center"
        ? rect.y + (rect.height - block) / 2
        : rect.y + rect.height - block - 1;
  lines.forEach((content, index) => {
    const y = top + index * line + line / 2;
    context.fillText(content, x, y);
    const width = textWidth(content, fontText);
    const start = align === "left" ? x : align === "right" ? x - width : x - width / 2;
    if (font.underline !== "None") underline(context, start, y + line * 0.38, width);
    if (font.strikethrough) underline(context, start, y, width);
  });
  context.restore();
}

function underline(context: CanvasRenderingContext2D, x: number, y: number, width: number): void {
  context.fillRect(x, Math.round(y), width, 1);
}

function horizontalAlign(style: Style, value: CellValue): "left" | "right" | "center" {
  const { horizontal } = style.alignment;
  if (horizontal === "left" || horizontal === "right" || horizontal === "center") return horizontal;
  if (horizontal === "centerContinuous" || horizontal === "distributed") return "center";
  if (typeof value === "number") return "right";
  return typeof value === "boolean" || isCellError(value) ? "center" : "left";
}

/** A number never reaches outside its cell: General loses decimals, other formats print ####. */
function fitNumber(value: number, style: Style, width: number, font: string, language: Language): string {
  if (style.numberFormat === "General") {
    for (let characters = 10; characters > 0; characters--) {
      const text = general(value, characters, language);
      if (textWidth(text, font) <= width) return text;
    }
  }
  return "#".repeat(Math.max(1, Math.floor(width / textWidth("#", font))));
}

/** How far a text may reach: over empty neighbours. */
function overflowRect({ sheet, layout }: GridView, cell: Cell, align: string, needed: number): Rect {
  const { rect, row, column } = cell;
  let { x, width } = rect;
  const free = (at: number) => at >= 0 && sheet.value(row, at) === null;
  if (align !== "right") {
    for (let at = column + 1; width < needed + padding && at < column + 40 && free(at); at++)
      width += layout.columns.size(at);
  }
  if (align !== "left") {
    for (
      let at = column - 1;
      rect.x + rect.width - x < needed + padding && at > column - 40 && free(at);
      at--
    ) {
      x -= layout.columns.size(at);
      width += layout.columns.size(at);
    }
  }
  return { x, width, y: rect.y, height: rect.height };
}

function paintBorders(context: CanvasRenderingContext2D, { rect, style, table, look }: Cell): void {
  const { border } = style;
  const added = look?.style?.border;
  const [left, top] = [rect.x - 0.5, rect.y - 0.5];
  const [right, bottom] = [left + rect.width, top + rect.height];
  const thin = (color?: string): Border | undefined =>
    color ? { style: "thin", color: { rgb: color } } : undefined;
  stroke(context, added?.top ?? border.top ?? thin(table?.top), left, top, right, top);
  stroke(context, added?.bottom ?? border.bottom ?? thin(table?.bottom), left, bottom, right, bottom);
  stroke(context, added?.left ?? border.left, left, top, left, bottom);
  stroke(context, added?.right ?? border.right, right, top, right, bottom);
}

const dashes: Record<string, number[]> = {
  dotted: [1, 2],
  hair: [1, 1],
  dashed: [4, 3],
  mediumDashed: [6, 3],
  dashDot: [6, 3, 1, 3],
  mediumDashDot: [6, 3, 1, 3],
  dashDotDot: [6, 3, 1, 3, 1, 3],
  mediumDashDotDot: [6, 3, 1, 3, 1, 3],
  slantDashDot: [6, 3, 1, 3],
};

function stroke(
  context: CanvasRenderingContext2D,
  border: Border | undefined,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  if (!border || border.style === "none") return;
  context.strokeStyle = border.color.rgb || "#000000";
  context.setLineDash(dashes[border.style] ?? []);
  const line = (shift: number) => {
    const [dx, dy] = y1 === y2 ? [0, shift] : [shift, 0];
    context.beginPath();
    context.moveTo(x1 + dx, y1 + dy);
    context.lineTo(x2 + dx, y2 + dy);
    context.stroke();
  };
  if (border.style === "double") {
    context.lineWidth = 1;
    line(-1);
    line(1);
  } else {
    context.lineWidth = border.style === "thick" ? 3 : /medium|slant/.test(border.style) ? 2 : 1;
    line(0);
  }
  context.setLineDash([]);
  context.lineWidth = 1;
}

function paintSelection(context: CanvasRenderingContext2D, view: GridView, region: Region): void {
  const { selection } = view.sheet;
  const rect = onCanvas(view, region, selection);
  if (selection.rowCount * selection.columnCount > 1) {
    context.fillStyle = colors.selectionFill;
    context.fillRect(rect.x, rect.y, rect.width - 1, rect.height - 1);
  }
  paintFrame(context, view, region, selection, colors.selection);
}

function paintFrame(
  context: CanvasRenderingContext2D,
  view: GridView,
  region: Region,
  area: Area,
  color: string,
): void {
  const rect = onCanvas(view, region, area);
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.strokeRect(rect.x - 0.5, rect.y - 0.5, rect.width, rect.height);
  context.lineWidth = 1;
}

function onCanvas({ layout }: GridView, region: Region, area: Area): Rect {
  const rect = areaRect(layout, area);
  return { ...rect, x: rect.x + region.x, y: rect.y + region.y };
}

function paintHeadings(context: CanvasRenderingContext2D, view: GridView, regions: Region[]): void {
  const { layout, headingWidth, width, height, sheet } = view;
  const { selection } = sheet;
  context.fillStyle = colors.heading;
  context.fillRect(0, 0, width, headerHeight);
  context.fillRect(0, 0, headingWidth, height);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.font = "12px 'Segoe UI', 'Liberation Sans', Arial, sans-serif";
  const draw = (text: string, rect: Rect, selected: boolean) => {
    if (selected) {
      context.fillStyle = colors.selectedHeading;
      context.fillRect(rect.x, rect.y, rect.width - 1, rect.height - 1);
    }
    context.fillStyle = selected ? colors.selectedHeadingText : colors.headingText;
    context.fillText(text, rect.x + rect.width / 2, rect.y + rect.height / 2 + 1);
    context.strokeStyle = colors.headingLine;
    context.strokeRect(rect.x - 0.5, rect.y - 0.5, rect.width, rect.height);
  };
  for (const region of regions) {
    const { clip } = region;
    clipped(context, { x: clip.x, y: 0, width: clip.width, height: headerHeight }, () => {
      for (const column of spanOf(region.columns.first, region.columns.last)) {
        const size = layout.columns.size(column);
        if (size === 0) continue;
        const x = region.x + layout.columns.start(column);
        const selected = column >= selection.column && column < selection.column + selection.columnCount;
        draw(columnLetters(column), { x, y: 0, width: size, height: headerHeight }, selected);
      }
    });
    clipped(context, { x: 0, y: clip.y, width: headingWidth, height: clip.height }, () => {
      for (const row of spanOf(region.rows.first, region.rows.last)) {
        const size = layout.rows.size(row);
        if (size === 0) continue;
        const y = region.y + layout.rows.start(row);
        const selected = row >= selection.row && row < selection.row + selection.rowCount;
        draw(String(row + 1), { x: 0, y, width: headingWidth, height: size }, selected);
      }
    });
  }
  context.fillStyle = colors.heading;
  context.fillRect(0, 0, headingWidth, headerHeight);
  context.strokeStyle = colors.headingLine;
  context.strokeRect(-0.5, -0.5, headingWidth, headerHeight);
}

function paintFreezeLines(context: CanvasRenderingContext2D, view: GridView): void {
  const frozen = frozenSize(view);
  context.strokeStyle = colors.freeze;
  context.beginPath();
  if (frozen.width > 0) {
    context.moveTo(view.headingWidth + frozen.width - 0.5, 0);
    context.lineTo(view.headingWidth + frozen.width - 0.5, view.height);
  }
  if (frozen.height > 0) {
    context.moveTo(0, headerHeight + frozen.height - 0.5);
    context.lineTo(view.width, headerHeight + frozen.height - 0.5);
  }
  context.stroke();
}
