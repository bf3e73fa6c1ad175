import { type Area, contains, intersect, maxColumns, maxRows } from "../../workbook/address";
import { fillCalculatedColumns } from "./cells";
import { ModelError } from "./errors";
import { rewriteFormulas } from "./formulas";
import type { Table, TableColumn } from "./parts";
import { type FormulaRef, replaceRefs } from "./references";
import type { Row, Sheet } from "./sheet";
import { freeColumnName } from "./tableNames";
import type { ChangeSource, Workbook } from "./workbook";

export type ShiftDirection = "down" | "right";

/**
 * Cells moving along one axis. `from` is the first row (column) that moves, `count` how many come or go, and
 * `cross` the columns (rows) it happens in.
 */
interface Shift {
  axis: "row" | "column";
  from: number;
  count: number;
  inserted: boolean;
  cross: { first: number; last: number };
}

function shiftOf(area: Area, direction: ShiftDirection, inserted: boolean): Shift {
  return direction === "down"
    ? {
        axis: "row",
        from: area.row,
        count: area.rowCount,
        inserted,
        cross: { first: area.column, last: area.column + area.columnCount - 1 },
      }
    : {
        axis: "column",
        from: area.column,
        count: area.columnCount,
        inserted,
        cross: { first: area.row, last: area.row + area.rowCount - 1 },
      };
}

const whole = ({ axis, cross }: Shift) =>
  cross.first === 0 && cross.last === (axis === "row" ? maxColumns : maxRows) - 1;

/**
 * Inserts blank cells over `area`, moving what stands there down or right. References everywhere follow. The new
 * cells take the format of the row above (the column to the left), as in Excel.
 * @throws ModelError InsertDeleteConflict where a table, a merged cell or an array would be cut, NonBlankCellOffSheet
 * where cells with contents would leave the sheet.
 */
export function insertCells(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  direction: ShiftDirection,
  source: ChangeSource,
): void {
  const shift = shiftOf(area, direction, true);
  checkNothingFallsOff(sheet, shift);
  checkNothingIsCut(sheet, shift);
  const tables = tablesGrown(sheet, shift);
  if (whole(shift)) insertLines(sheet, shift);
  else moveCells(sheet, shift);
  moveParts(sheet, shift);
  moveReferences(workbook, sheet, shift);
  for (const { table, at } of tables) growTable(sheet, table, shift, at);
  workbook.changed({ kind: changeKind(shift), action: "inserted", sheet, area, source });
}

/** Deletes the cells of `area`, moving up or left what comes after. References to them become #REF!. */
export function deleteCells(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  direction: ShiftDirection,
  source: ChangeSource,
): void {
  const shift = shiftOf(area, direction, false);
  checkNothingIsCut(sheet, shift);
  shrinkTables(sheet, shift, area);
  if (whole(shift)) deleteLines(sheet, shift);
  else moveCells(sheet, shift);
  moveParts(sheet, shift);
  moveReferences(workbook, sheet, shift);
  workbook.changed({ kind: changeKind(shift), action: "deleted", sheet, area, source });
}

function changeKind(shift: Shift): "rows" | "columns" | "cellsDown" | "cellsRight" {
  if (whole(shift)) return shift.axis === "row" ? "rows" : "columns";
  return shift.axis === "row" ? "cellsDown" : "cellsRight";
}

/** Where a span lies after the shift; null when all of it was deleted. */
function moveSpan(first: number, last: number, shift: Shift, size: number): [number, number] | null {
  const { from, count } = shift;
  if (shift.inserted) {
    const moved: [number, number] = [
      first >= from ? first + count : first,
      last >= from ? last + count : last,
    ];
    return moved[0] >= size ? null : [moved[0], Math.min(moved[1], size - 1)];
  }
  const end = from + count;
  const top = first >= end ? first - count : Math.min(first, from);
  const bottom = last >= end ? last - count : last >= from ? from - 1 : last;
  return bottom < top ? null : [top, bottom];
}

/** Where an area lies after the shift. An area only partly inside the shifted cells stays, as in Excel. */
export function movedArea(area: Area, shift: Shift): Area | null {
  const alongRows = shift.axis === "row";
  const size = alongRows ? maxRows : maxColumns;
  const [crossFirst, crossCount] = alongRows ? [area.column, area.columnCount] : [area.row, area.rowCount];
  if (crossFirst < shift.cross.first || crossFirst + crossCount - 1 > shift.cross.last) return area;
  const [first, count] = alongRows ? [area.row, area.rowCount] : [area.column, area.columnCount];
  if (count === size) return area;
  const moved = moveSpan(first, first + count - 1, shift, size);
  if (!moved) return null;
  const [from, length] = [moved[0], moved[1] - moved[0] + 1];
  if (from === first && length === count) return area;
  return alongRows
    ? { ...area, row: from, rowCount: length }
    : { ...area, column: from, columnCount: length };
}

/** A change as the workbook tells it, applied to an area on the same sheet: for those who keep places of their own. */
export function follow(
  area: Area,
  change: {
    kind: "rows" | "columns" | "cellsDown" | "cellsRight";
    action: "inserted" | "deleted";
    area: Area;
  },
): Area | null {
  const direction = change.kind === "rows" || change.kind === "cellsDown" ? "down" : "right";
  return movedArea(area, shiftOf(change.area, direction, change.action === "inserted"));
}

function checkNothingFallsOff(sheet: Sheet, shift: Shift): void {
  const { axis, count, cross } = shift;
  const edge: Area =
    axis === "row"
      ? {
          row: maxRows - count,
          column: cross.first,
          rowCount: count,
          columnCount: cross.last - cross.first + 1,
        }
      : {
          row: cross.first,
          column: maxColumns - count,
          rowCount: cross.last - cross.first + 1,
          columnCount: count,
        };
  if (hasContents(sheet, edge)) throw new ModelError("NonBlankCellOffSheet");
}

function hasContents(sheet: Sheet, area: Area): boolean {
  const lastRow = Math.min(sheet.rows.length, area.row + area.rowCount);
  for (let r = area.row; r < lastRow; r++) {
    const row = sheet.rows[r];
    if (!row) continue;
    const last = Math.min(
      Math.max(row.values.length, row.formulas?.length ?? 0),
      area.column + area.columnCount,
    );
    for (let c = area.column; c < last; c++) {
      if ((row.values[c] ?? null) !== null || row.formulas?.[c]) return true;
    }
  }
  return false;
}

/** The cells a shift moves: from its first row (column) to the sheet's end, inside its columns (rows). */
function movingArea({ axis, from, cross }: Shift): Area {
  const crossCount = cross.last - cross.first + 1;
  return axis === "row"
    ? { row: from, column: cross.first, rowCount: maxRows - from, columnCount: crossCount }
    : { row: cross.first, column: from, rowCount: crossCount, columnCount: maxColumns - from };
}

function checkNothingIsCut(sheet: Sheet, shift: Shift): void {
  if (!whole(shift)) {
    const moving = movingArea(shift);
    const cut = (area: Area) => {
      const common = intersect(area, moving);
      if (!common) return false;
      return shift.axis === "row"
        ? common.columnCount !== area.columnCount
        : common.rowCount !== area.rowCount;
    };
    if (sheet.tables.some(({ area }) => cut(area)) || sheet.merges.some(cut)) {
      throw new ModelError("InsertDeleteConflict");
    }
  }
  for (const { row, column, formula } of sheet.arrays()) {
    if (formula.kind !== "array" || !formula.ref) continue;
    const moved = movedArea(formula.ref, shift);
    const anchorMoved = movedArea({ row, column, rowCount: 1, columnCount: 1 }, shift);
    const same = (a: number, b: number) => a === b;
    if (moved === null && anchorMoved === null) continue;
    if (
      !moved ||
      !same(moved.rowCount, formula.ref.rowCount) ||
      !same(moved.columnCount, formula.ref.columnCount)
    )
      throw new ModelError("InsertDeleteConflict");
  }
}

function insertLines(sheet: Sheet, { axis, from, count }: Shift): void {
  if (axis === "row") {
    if (from >= sheet.rows.length) return;
    const above = from > 0 ? sheet.rows[from - 1] : undefined;
    sheet.rows.splice(from, 0, ...Array.from({ length: count }, () => formatOf(above)));
    // Formatted rows at the sheet's end fall off; rows with contents were refused before.
    sheet.rows.length = Math.min(sheet.rows.length, maxRows);
  } else {
    for (const row of sheet.rows) {
      if (!row) continue;
      const style = from > 0 ? row.styles?.[from - 1] : undefined;
      spliceIn(row.values, from, count, null);
      if (row.styles) spliceIn(row.styles, from, count, style);
      if (row.formulas) spliceIn(row.formulas, from, count, undefined);
    }
    const left = from > 0 ? sheet.columns[from - 1] : undefined;
    if (from < sheet.columns.length || left) {
      sheet.columns.length = Math.max(sheet.columns.length, from);
      const copy = left && { ...left, hidden: undefined };
      sheet.columns.splice(from, 0, ...Array.from({ length: count }, () => copy && { ...copy }));
      sheet.columns.length = Math.min(sheet.columns.length, maxColumns);
    }
  }
  sheet.arraysMoved();
}

function formatOf(row: Row | undefined): Row | undefined {
  if (!row?.styles?.some((style) => style !== undefined) && row?.style === undefined) return undefined;
  return { values: [], styles: row.styles?.slice(), style: row.style, height: row.height };
}

function spliceIn<T>(cells: T[], from: number, count: number, blank: T): void {
  if (from >= cells.length) return;
  cells.splice(from, 0, ...new Array<T>(count).fill(blank));
}

function deleteLines(sheet: Sheet, { axis, from, count }: Shift): void {
  if (axis === "row") {
    sheet.rows.splice(from, count);
  } else {
    for (const row of sheet.rows) {
      if (!row) continue;
      row.values.splice(from, count);
      row.styles?.splice(from, count);
      row.formulas?.splice(from, count);
    }
    sheet.columns.splice(from, count);
  }
  sheet.arraysMoved();
}

/** Moves part of the sheet's width (height): cell by cell, contents and format. */
function moveCells(sheet: Sheet, shift: Shift): void {
  const { axis, from, count, cross, inserted } = shift;
  if (axis === "row") {
    const last = sheet.rows.length - 1;
    const { first, last: lastColumn } = cross;
    if (inserted) {
      for (let r = last; r >= from; r--) copyCells(sheet, r, r + count, first, lastColumn);
      for (let r = from; r < from + count; r++) blankCells(sheet, r, first, lastColumn, from - 1);
    } else {
      for (let r = from; r <= last; r++) copyCells(sheet, r + count, r, first, lastColumn);
    }
  } else {
    const lastRow = Math.min(cross.last, sheet.rows.length - 1);
    for (let r = cross.first; r <= lastRow; r++) {
      const row = sheet.rows[r];
      if (!row) continue;
      if (inserted) {
        const style = from > 0 ? row.styles?.[from - 1] : undefined;
        spliceIn(row.values, from, count, null);
        if (row.styles) spliceIn(row.styles, from, count, style);
        if (row.formulas) spliceIn(row.formulas, from, count, undefined);
      } else {
        row.values.splice(from, count);
        row.styles?.splice(from, count);
        row.formulas?.splice(from, count);
      }
    }
  }
  sheet.arraysMoved();
}

function copyCells(sheet: Sheet, from: number, to: number, first: number, last: number): void {
  const source = sheet.rows[from];
  if (!source && !sheet.rows[to]) return;
  const target = sheet.ensureRow(to);
  const width = Math.max(
    source?.values.length ?? 0,
    source?.styles?.length ?? 0,
    source?.formulas?.length ?? 0,
    target.values.length,
    target.styles?.length ?? 0,
    target.formulas?.length ?? 0,
  );
  for (let c = first; c <= Math.min(last, width - 1); c++) {
    target.values[c] = source?.values[c] ?? null;
    const style = source?.styles?.[c];
    if (style !== undefined) (target.styles ??= [])[c] = style;
    else if (target.styles) target.styles[c] = undefined;
    const formula = source?.formulas?.[c];
    if (formula) (target.formulas ??= [])[c] = formula;
    else if (target.formulas) target.formulas[c] = undefined;
  }
}

function blankCells(sheet: Sheet, at: number, first: number, last: number, formatRow: number): void {
  const row = sheet.rows[at];
  if (!row) return;
  const above = formatRow >= 0 ? sheet.rows[formatRow] : undefined;
  const width = Math.max(row.values.length, row.styles?.length ?? 0, row.formulas?.length ?? 0);
  for (let c = first; c <= Math.min(last, width - 1); c++) {
    row.values[c] = null;
    if (row.formulas) row.formulas[c] = undefined;
    const style = above?.styles?.[c];
    if (style !== undefined) (row.styles ??= [])[c] = style;
    else if (row.styles) row.styles[c] = undefined;
  }
}

function moveParts(sheet: Sheet, shift: Shift): void {
  const moveAll = (areas: Area[]) =>
    areas.map((area) => movedArea(area, shift)).filter((area) => area !== null);
  const cell = (row: number, column: number) =>
    movedArea({ row, column, rowCount: 1, columnCount: 1 }, shift);
  const moveCellsOf = <T extends { row: number; column: number }>(items: T[]) =>
    items.flatMap((item) => {
      const at = cell(item.row, item.column);
      if (!at) return [];
      item.row = at.row;
      item.column = at.column;
      return [item];
    });
  const withRanges = <T extends { ranges: Area[] }>(items: T[]) =>
    items.filter((item) => {
      item.ranges = moveAll(item.ranges);
      return item.ranges.length > 0;
    });

  sheet.merges = moveAll(sheet.merges).filter((area) => area.rowCount > 1 || area.columnCount > 1);
  for (const table of sheet.tables) {
    table.area = movedArea(table.area, shift)!;
    if (table.filter) table.filter.area = movedArea(table.filter.area, shift) ?? table.area;
  }
  sheet.conditionalFormats = withRanges(sheet.conditionalFormats);
  sheet.validations = withRanges(sheet.validations);
  sheet.hyperlinks = sheet.hyperlinks.filter((link) => {
    const area = movedArea(link.area, shift);
    if (area) link.area = area;
    return area !== null;
  });
  sheet.comments = moveCellsOf(sheet.comments);
  sheet.notes = moveCellsOf(sheet.notes);
  sheet.richText = moveCellsOf(sheet.richText);
  if (sheet.filter) {
    const area = movedArea(sheet.filter.area, shift);
    sheet.filter = area && { ...sheet.filter, area };
  }
  for (const { formula } of sheet.arrays()) {
    if (formula.ref) formula.ref = movedArea(formula.ref, shift) ?? formula.ref;
  }
  movePrint(sheet, shift, moveAll);
  moveCharts(sheet, shift);
}

function movePrint(sheet: Sheet, shift: Shift, moveAll: (areas: Area[]) => Area[]): void {
  const layout = sheet.pageLayout;
  layout.printArea = moveAll(layout.printArea);
  if (!whole(shift)) return;
  const lines = (span: { first: number; last: number } | null, size: number) => {
    const moved = span && moveSpan(span.first, span.last, shift, size);
    return moved ? { first: moved[0], last: moved[1] } : null;
  };
  const breaks = (at: number[], size: number) =>
    at.flatMap((line) => moveSpan(line, line, shift, size)?.slice(0, 1) ?? []);
  if (shift.axis === "row") {
    layout.titleRows = lines(layout.titleRows, maxRows);
    layout.rowBreaks = breaks(layout.rowBreaks, maxRows);
  } else {
    layout.titleColumns = lines(layout.titleColumns, maxColumns);
    layout.columnBreaks = breaks(layout.columnBreaks, maxColumns);
  }
}

/** Charts move with the cells under their top left corner. */
function moveCharts(sheet: Sheet, shift: Shift): void {
  if (!whole(shift)) return;
  const rows = shift.axis === "row";
  for (const chart of sheet.charts) {
    const edge = rows ? sheet.top(shift.from) : sheet.left(shift.from);
    const size = rows
      ? sheet.top(shift.from + shift.count) - edge
      : sheet.left(shift.from + shift.count) - edge;
    const at = rows ? chart.top : chart.left;
    const moved = shift.inserted ? (at >= edge ? at + size : at) : at > edge ? Math.max(edge, at - size) : at;
    if (moved === at) continue;
    chart[rows ? "top" : "left"] = moved;
    chart.origin = undefined;
  }
}

function moveReferences(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  const moved = sheet.name.toLowerCase();
  rewriteFormulas(workbook, (formula, place) => {
    const own = place.sheet === sheet;
    return replaceRefs(formula, (ref) => {
      if (ref.external || (ref.sheet === "" ? !own : ref.sheet.toLowerCase() !== moved)) return undefined;
      return movedRef(ref, shift);
    });
  });
}

function movedRef(ref: FormulaRef, shift: Shift): FormulaRef | string | undefined {
  const alongRows = shift.axis === "row";
  const [first, last] = alongRows ? [ref.top, ref.bottom] : [ref.left, ref.right];
  // A whole column has no rows that could move, and the other way round.
  if (first === null || last === null) return undefined;
  const [crossFirst, crossLast] = alongRows
    ? [ref.left ?? 0, ref.right ?? maxColumns - 1]
    : [ref.top ?? 0, ref.bottom ?? maxRows - 1];
  if (crossFirst < shift.cross.first || crossLast > shift.cross.last) return undefined;
  const moved = moveSpan(first, last, shift, alongRows ? maxRows : maxColumns);
  if (!moved) return `${ref.prefix}#REF!`;
  if (moved[0] === first && moved[1] === last) return undefined;
  return alongRows
    ? { ...ref, top: moved[0], bottom: moved[1] }
    : { ...ref, left: moved[0], right: moved[1] };
}

/** Tables that get new rows or columns inside them. */
function tablesGrown(sheet: Sheet, shift: Shift): { table: Table; at: number }[] {
  return sheet.tables.flatMap((table) => {
    const { area } = table;
    const [first, count] = shift.axis === "row" ? [area.row, area.rowCount] : [area.column, area.columnCount];
    const inside = shift.from > first && shift.from < first + count;
    return inside && intersect(area, movingArea(shift)) ? [{ table, at: shift.from - first }] : [];
  });
}

function growTable(sheet: Sheet, table: Table, { axis, count, from }: Shift, at: number): void {
  table.origin = undefined;
  if (axis === "row") {
    fillCalculatedColumns(sheet, table, from, count);
    return;
  }
  for (let i = 0; i < count; i++) {
    const column: TableColumn = {
      id: Math.max(0, ...table.columns.map(({ id }) => id)) + 1,
      name: freeColumnName(table),
      calculatedFormula: "",
      totalsLabel: "",
      totalsFunction: "none",
      totalsFormula: "",
    };
    table.columns.splice(at + i, 0, column);
    if (table.showHeaders) sheet.setValue(table.area.row, table.area.column + at + i, column.name);
  }
}

function shrinkTables(sheet: Sheet, shift: Shift, area: Area): void {
  for (const table of [...sheet.tables]) {
    const common = intersect(table.area, area);
    if (!common) continue;
    if (common.rowCount === table.area.rowCount && common.columnCount === table.area.columnCount) {
      sheet.tables.splice(sheet.tables.indexOf(table), 1);
      continue;
    }
    table.origin = undefined;
    if (shift.axis === "column") {
      table.columns.splice(common.column - table.area.column, common.columnCount);
      continue;
    }
    const header = table.showHeaders && contains(common, table.area.row, table.area.column);
    const totals =
      table.showTotals && contains(common, table.area.row + table.area.rowCount - 1, table.area.column);
    if (header) throw new ModelError("InsertDeleteConflict");
    if (totals) table.showTotals = false;
  }
}
