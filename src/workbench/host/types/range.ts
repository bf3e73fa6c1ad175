import { formulaFromRelative, relativeFormula } from "../../../workbook/formula";
import {
  type Area,
  contains,
  intersect,
  maxColumns,
  maxRows,
  quoteSheet,
  sheetAddress,
} from "../../../workbook/address";
import { apiValue, clearContents, contentOf, type Input, writeCells } from "../../model/cells";
import { copyCells, type CopyWhat } from "../../model/copy";
import { changeStyles, clearFormats, uniform } from "../../model/formats";
import { hideRows } from "../../model/hiddenRows";
import { printValue } from "../../model/print";
import { rangeAddress } from "../../model/references";
import type { Sheet } from "../../model/sheet";
import { deleteCells, insertCells } from "../../model/shift";
import { checkCellCount, placeOf, wholeSheet } from "../addresses";
import { areaOf, areasOf, type Batch, rangeAreasOf, rangeOf } from "../batch";
import { cellProperties, columnProperties, rowProperties, setProperties } from "../cellProperties";
import {
  calculated,
  integer,
  oneOf,
  type ObjectType,
  type PartialRegistry,
  text,
  truth,
  value,
} from "../definition";
import { HostError, invalidArgument, itemNotFound } from "../errors";
import { valueType } from "../events";
import { edgeOf, extended, surroundingRegion } from "../regions";
import { type Criteria, findCells, readCriteria, replaceCells } from "../search";
import { specialCells } from "../specialCells";
import { type HostObject, type LiveAreas, object, type Targets } from "../targets";
import { dependents, type Place, precedents } from "../dependencies";
import { applyNamedStyle, styleWord } from "../../model/namedStyles";
import { checkAllowed, checkEditable, checkShift, checkUnprotected } from "../protection";
import { linkOf, setLink } from "../hyperlinks";
import { group, showGroup, ungroup } from "../outline";
import { sortCells } from "../../model/sort";
import { removeDuplicates } from "../../model/duplicates";
import { fillCells } from "../../model/fill";

type Cell = string | number | boolean;

/** A matrix over the range's cells. @throws RangeExceedsLimit beyond five million cells ([docs] resource limits). */
function matrix<T>(range: LiveAreas, read: (sheet: Sheet, row: number, column: number) => T): T[][] {
  const area = areaOf(range);
  checkCellCount(area);
  const { sheet } = range;
  return Array.from({ length: area.rowCount }, (_, r) =>
    Array.from({ length: area.columnCount }, (_, c) => read(sheet, area.row + r, area.column + c)),
  );
}

/** Values, row by row: the path everything is read by. */
function values(range: LiveAreas): Cell[][] {
  const area = areaOf(range);
  checkCellCount(area);
  const rows: Cell[][] = new Array<Cell[]>(area.rowCount);
  for (let r = 0; r < area.rowCount; r++) {
    const source = range.sheet.rows[area.row + r]?.values;
    const row: Cell[] = new Array<Cell>(area.columnCount);
    for (let c = 0; c < area.columnCount; c++) {
      const held = source?.[area.column + c];
      row[c] = typeof held === "number" ? held : apiValue(held);
    }
    rows[r] = row;
  }
  return rows;
}

/**
 * A matrix of the range's shape from what the client sent: a matrix, or one value for every cell.
 * @throws InvalidArgument for another shape.
 */
function shaped(range: LiveAreas, raw: unknown): Input[][] {
  const { rowCount, columnCount } = areaOf(range);
  if (!Array.isArray(raw)) {
    // Null leaves a cell of a matrix as it is; alone it is no value ([docs] Blank and null values in Excel add-ins).
    if (raw === null || raw === undefined) throw invalidArgument("null is no value for a range");
    checkCellCount(areaOf(range));
    const row = new Array<Input>(columnCount).fill(cellInput(raw));
    return Array.from({ length: rowCount }, () => row);
  }
  if (raw.length !== rowCount) throw invalidArgument(`${raw.length} rows for ${rowCount}`);
  for (const row of raw as unknown[]) {
    if (!Array.isArray(row) || row.length !== columnCount)
      throw invalidArgument(`a row of ${Array.isArray(row) ? row.length : 0} cells for ${columnCount}`);
    for (let c = 0; c < columnCount; c++) {
      const type = typeof row[c];
      if (type === "object" && row[c] !== null) cellInput(row[c]);
    }
  }
  return raw as Input[][];
}

function cellInput(raw: unknown): Input {
  if (raw === null || typeof raw === "string" || typeof raw === "boolean" || typeof raw === "number")
    return raw;
  throw invalidArgument(`a cell can't hold ${JSON.stringify(raw)}`);
}

function write(
  range: LiveAreas,
  raw: unknown,
  batch: Batch,
  translate?: (text: string, row: number, column: number) => string,
): void {
  const area = areaOf(range);
  let cells = shaped(range, raw);
  checkEditable(batch, range.sheet, area);
  if (translate) {
    cells = cells.map((row, r) =>
      row.map((cell, c) =>
        typeof cell === "string" && cell.startsWith("=")
          ? translate(cell, area.row + r, area.column + c)
          : cell,
      ),
    );
  }
  // A value for every cell stands in one row that is written again and again.
  writeCells(batch.workbook, range.sheet, area, cells, batch.source, Array.isArray(raw));
}

function numberFormats(range: LiveAreas, { workbook }: Batch): string[][] {
  const formats = new Map<number, string>();
  return matrix(range, (sheet, row, column) => {
    const id = sheet.styleId(row, column);
    let format = formats.get(id);
    if (format === undefined) formats.set(id, (format = workbook.styles.get(id).numberFormat));
    return format;
  });
}

/** One format for all cells: as it is, or in a matrix of one, which Microsoft's samples give to whole columns. */
function onlyOne(raw: unknown): unknown {
  if (!Array.isArray(raw)) return raw;
  const [row] = raw as unknown[];
  return raw.length === 1 && Array.isArray(row) && row.length === 1 && row[0] !== null ? row[0] : undefined;
}

function setNumberFormats(range: LiveAreas, raw: unknown, batch: Batch): void {
  const { workbook, source } = batch;
  const { sheet } = range;
  const area = areaOf(range);
  const only = onlyOne(raw);
  if (only !== undefined) {
    const numberFormat = text(only) || "General";
    checkAllowed(sheet, "formatCells");
    changeStyles(workbook, sheet, area, (style) => ({ ...style, numberFormat }), source);
    return;
  }
  // One value for each row's only column, or a whole matrix; null leaves a cell's format.
  const cells = shaped(range, raw);
  cells.forEach((row, r) =>
    row.forEach((format, c) => {
      if (format === null) return;
      const at = { row: area.row + r, column: area.column + c };
      const style = workbook.styles.get(sheet.styleId(at.row, at.column));
      const numberFormat = text(format) || "General";
      if (style.numberFormat !== numberFormat)
        sheet.setStyle(at.row, at.column, workbook.styles.add({ ...style, numberFormat }));
    }),
  );
  workbook.changed({ kind: "formats", sheet, area, source });
}

/** "Blad1!A1:B2", "Blad1!A:C", "'Mitt blad'!1:3" */
function fullAddress({ sheet }: LiveAreas, area: Area): string {
  return `${quoteSheet(sheet.name)}!${rangeAddress(area)}`;
}

const within = (range: LiveAreas, area: Area, batch: Batch) => rangeOf(batch, range.sheet, area);

function otherRange(batch: Batch, range: LiveAreas, other: unknown): LiveAreas {
  if (typeof other === "string") {
    const place = placeOf(batch.workbook, range.sheet, other);
    return { sheet: place.sheet, areas: [{ ...place }] };
  }
  const target = (other as { target?: LiveAreas } | null)?.target;
  if (!target) throw invalidArgument("a range is expected");
  return target;
}

function sameSheet(range: LiveAreas, other: LiveAreas): void {
  if (range.sheet !== other.sheet) throw invalidArgument("the ranges are on different sheets");
}

function usedWithin(range: LiveAreas, valuesOnly: unknown): Area | null {
  const used = range.sheet.usedArea(valuesOnly === true);
  const common = used && intersect(used, areaOf(range));
  return common && shrink(range.sheet, common, valuesOnly === true);
}

/** The smallest area that holds the filled cells of an area. */
function shrink(sheet: Sheet, area: Area, valuesOnly: boolean): Area | null {
  let [top, bottom, left, right] = [-1, -1, Infinity, -1];
  const last = Math.min(sheet.rows.length, area.row + area.rowCount);
  for (let r = area.row; r < last; r++) {
    const row = sheet.rows[r];
    if (!row) continue;
    for (let c = area.column; c < area.column + area.columnCount; c++) {
      const filled =
        (row.values[c] ?? null) !== null ||
        row.formulas?.[c] !== undefined ||
        (!valuesOnly && row.styles?.[c] !== undefined);
      if (!filled) continue;
      if (top < 0) top = r;
      bottom = r;
      left = Math.min(left, c);
      right = Math.max(right, c);
    }
  }
  return top < 0
    ? null
    : { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

function setStyle(range: LiveAreas, raw: unknown, { workbook, source }: Batch): void {
  const name = text(raw);
  checkAllowed(range.sheet, "formatCells");
  applyNamedStyle(workbook, workbook.styles.get(0), name); // an unknown name changes nothing
  for (const area of areasOf(range))
    changeStyles(workbook, range.sheet, area, (style) => applyNamedStyle(workbook, style, name), source);
}

function copyFrom(range: LiveAreas, [source, type, skipBlanks, transpose]: unknown[], batch: Batch): void {
  const from = otherRange(batch, range, source);
  const what = copyKinds[String(type ?? "All").toLowerCase()];
  if (!what) throw invalidArgument(`copy type ${String(type)}`);
  for (const area of areasOf(range)) checkEditable(batch, range.sheet, area);
  for (const area of areasOf(range)) {
    copyCells(
      batch.workbook,
      { sheet: from.sheet, area: areaOf(from) },
      { sheet: range.sheet, area },
      { ...what, skipBlanks: skipBlanks === true, transpose: transpose === true },
      batch.source,
    );
  }
}

function tablesIn({ sheet }: LiveAreas, areas: Area[], fully: unknown) {
  const tables = sheet.tables.filter((table) =>
    areas.some((area) => {
      const inside = intersect(table.area, area);
      if (!inside) return false;
      const whole = inside.rowCount === table.area.rowCount && inside.columnCount === table.area.columnCount;
      return fully !== true || whole;
    }),
  );
  return object("TableScopedCollection", { sheet, tables });
}

const clearKinds = ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"] as const;

function clear(range: LiveAreas, raw: unknown, batch: Batch): void {
  const kind = oneOf(clearKinds)(raw ?? "All");
  const { workbook, source } = batch;
  const { sheet } = range;
  for (const area of areasOf(range)) {
    if (kind === "All" || kind === "Formats") checkAllowed(sheet, "formatCells");
    if (kind !== "Formats") checkEditable(batch, sheet, area);
    if (kind === "All" || kind === "Contents" || kind === "ResetContents") {
      clearContents(workbook, sheet, area, source);
    }
    if (kind === "All" || kind === "Formats") {
      clearFormats(workbook, sheet, area, source);
      const outside = (other: Area) => !intersect(other, area);
      sheet.merges = sheet.merges.filter(outside);
      for (const format of sheet.conditionalFormats) format.ranges = format.ranges.filter(outside);
      sheet.conditionalFormats = sheet.conditionalFormats.filter(({ ranges }) => ranges.length > 0);
    }
    if (kind === "All") {
      for (const validation of sheet.validations)
        validation.ranges = validation.ranges.filter((other) => !intersect(other, area));
      sheet.validations = sheet.validations.filter(({ ranges }) => ranges.length > 0);
      sheet.notes = sheet.notes.filter(({ row, column }) => !contains(area, row, column));
    }
    if (kind !== "Formats" && kind !== "Contents") {
      sheet.hyperlinks = sheet.hyperlinks.filter((link) => !intersect(link.area, area));
    }
  }
}

const shiftsIn = ["Down", "Right"] as const;
const shiftsOut = ["Up", "Left"] as const;

function merge(range: LiveAreas, across: unknown, batch: Batch): void {
  const { sheet } = range;
  const area = areaOf(range);
  checkUnprotected(sheet);
  if (sheet.tables.some((table) => intersect(table.area, area)))
    throw new HostError("InvalidOperation", "cells of a table can't be merged");
  const merged =
    across === true
      ? Array.from({ length: area.rowCount }, (_, r) => ({ ...area, row: area.row + r, rowCount: 1 }))
      : [area];
  sheet.merges = sheet.merges.filter((other) => !intersect(other, area));
  for (const one of merged) {
    if (one.rowCount === 1 && one.columnCount === 1) continue;
    keepFirstValue(batch, sheet, one);
    sheet.merges.push(one);
  }
  batch.workbook.changed({ kind: "formats", sheet, area, source: batch.source });
}

/** Merging keeps the first filled cell's contents, in the top left cell. */
function keepFirstValue({ workbook, source }: Batch, sheet: Sheet, area: Area): void {
  const filled: { row: number; column: number }[] = [];
  const last = Math.min(sheet.rows.length, area.row + area.rowCount);
  for (let row = area.row; row < last; row++) {
    for (let column = area.column; column < area.column + area.columnCount; column++) {
      if (contentOf(sheet, row, column) !== "") filled.push({ row, column });
    }
  }
  const first = filled[0];
  if (!first || (filled.length === 1 && first.row === area.row && first.column === area.column)) return;
  const [kept, formula] = [sheet.value(first.row, first.column), sheet.formula(first.row, first.column)];
  clearContents(workbook, sheet, area, source);
  sheet.setValue(area.row, area.column, kept);
  if (formula) sheet.setFormula(area.row, area.column, formula);
}

const copyKinds: Record<string, CopyWhat> = {
  all: { contents: "formulas", formats: true },
  formulas: { contents: "formulas", formats: false },
  values: { contents: "values", formats: false },
  formats: { contents: "none", formats: true },
};

const range: ObjectType<LiveAreas> = {
  referenced: true,
  properties: {
    address: value((range) => fullAddress(range, areaOf(range))),
    addressLocal: value((range) => fullAddress(range, areaOf(range))),
    cellCount: value((range) => {
      const { rowCount, columnCount } = areaOf(range);
      const count = rowCount * columnCount;
      return count > 2 ** 31 - 1 ? -1 : count;
    }),
    columnCount: value((range) => areaOf(range).columnCount),
    rowCount: value((range) => areaOf(range).rowCount),
    columnIndex: value((range) => areaOf(range).column),
    rowIndex: value((range) => areaOf(range).row),
    values: { get: values, set: write, calculated: true },
    valueTypes: calculated((range) =>
      matrix(range, (sheet, row, column) => valueType(sheet.value(row, column))),
    ),
    formulas: { get: (range) => matrix(range, contentOf), set: write, calculated: true },
    formulasLocal: { get: (range) => matrix(range, contentOf), set: write, calculated: true, local: true },
    formulasR1C1: {
      get: (range) =>
        matrix(range, (sheet, row, column) => {
          const formula = sheet.formula(row, column);
          return formula ? relativeFormula(formula.text, row, column) : apiValue(sheet.value(row, column));
        }),
      set: (range, raw, batch) => write(range, raw, batch, formulaFromRelative),
      calculated: true,
    },
    text: calculated((range, batch) => {
      const { workbook } = batch;
      return matrix(range, (sheet, row, column) =>
        printValue(
          sheet.value(row, column),
          workbook.styles.get(sheet.styleId(row, column)).numberFormat,
          batch.locale,
          workbook.date1904,
        ),
      );
    }),
    numberFormat: { get: numberFormats, set: setNumberFormats },
    numberFormatLocal: { get: numberFormats, set: setNumberFormats, local: true },
    hasSpill: calculated((range) => {
      const spills = matrix(range, (sheet, row, column) => {
        const array = sheet.arrayAt(row, column);
        return array?.formula.kind === "dynamic" && isSpill(array.formula.ref);
      }).flat();
      return spills.every(Boolean) ? true : spills.some(Boolean) ? null : false;
    }),
    savedAsArray: value((range) => {
      const arrays = matrix(
        range,
        (sheet, row, column) => sheet.arrayAt(row, column)?.formula.kind === "array",
      ).flat();
      return arrays.every(Boolean) ? true : arrays.some(Boolean) ? null : false;
    }),
    isEntireColumn: value((range) => areaOf(range).rowCount === maxRows),
    isEntireRow: value((range) => areaOf(range).columnCount === maxColumns),
    rowHidden: {
      get: (range) => common(lines(range, "row").map((row) => row?.hidden ?? false)),
      set: (range, raw, batch) => hide(range, "row", truth(raw), batch),
    },
    columnHidden: {
      get: (range) => common(lines(range, "column").map((column) => column?.hidden ?? false)),
      set: (range, raw, batch) => hide(range, "column", truth(raw), batch),
    },
    hidden: value((range) => {
      const rows = common(lines(range, "row").map((row) => row?.hidden ?? false));
      const columns = common(lines(range, "column").map((column) => column?.hidden ?? false));
      if (rows === true || columns === true) return true;
      return rows === false && columns === false ? false : null;
    }),
    hyperlink: {
      get: (range) => linkOf(range.sheet, areaOf(range)),
      set: (range, raw, batch) => {
        checkAllowed(range.sheet, "insertHyperlinks");
        checkEditable(batch, range.sheet, areaOf(range));
        setLink(batch, range.sheet, areaOf(range), raw);
      },
    },
    style: {
      get: (range, { workbook }) =>
        uniform<string | null>(
          workbook,
          range.sheet,
          areasOf(range),
          ({ cellStyle }) => styleWord(workbook, cellStyle),
          null,
        ),
      set: setStyle,
    },
    left: value((range) => range.sheet.left(areaOf(range).column)),
    top: value((range) => range.sheet.top(areaOf(range).row)),
    width: value((range) => {
      const { column, columnCount } = areaOf(range);
      return range.sheet.left(column + columnCount) - range.sheet.left(column);
    }),
    height: value((range) => {
      const { row, rowCount } = areaOf(range);
      return range.sheet.top(row + rowCount) - range.sheet.top(row);
    }),
  },
  navigation: {
    conditionalFormats: (range) => object("ConditionalFormatCollection", range),
    dataValidation: (range) => object("DataValidation", range),
    format: (range) => object("RangeFormat", range),
    sort: (range) => object("RangeSort", range),
    worksheet: (range) => object("Worksheet", range.sheet),
  },
  methods: {
    autoFill: (range, [destination, type], batch) => {
      const into = otherRange(batch, range, destination);
      sameSheet(range, into);
      checkEditable(batch, range.sheet, areaOf(into));
      fillCells(
        batch.workbook,
        range.sheet,
        areaOf(range),
        areaOf(into),
        String(type ?? "FillDefault"),
        batch.source,
      );
    },
    calculate: (_range, _args, batch) => batch.calculate(false),
    clear: (range, [kind], batch) => clear(range, kind, batch),
    copyFrom: {
      calculated: true,
      run: copyFrom,
    },
    moveTo: (range, [destination], batch) => {
      const into = otherRange(batch, range, destination);
      const area = areaOf(range);
      const to = areaOf(into);
      const target = { ...to, rowCount: area.rowCount, columnCount: area.columnCount };
      checkEditable(batch, range.sheet, area);
      checkEditable(batch, into.sheet, target);
      copyCells(
        batch.workbook,
        { sheet: range.sheet, area },
        { sheet: into.sheet, area: target },
        { contents: "formulas", formats: true, skipBlanks: false, transpose: false, move: true },
        batch.source,
      );
    },
    delete: (range, [shift], batch) => {
      const area = areaOf(range);
      checkShift(batch, range.sheet, area, "delete");
      const direction = lineDirection(area) ?? (oneOf(shiftsOut)(shift) === "Up" ? "down" : "right");
      deleteCells(batch.workbook, range.sheet, area, direction, batch.source);
    },
    insert: (range, [shift], batch) => {
      const area = areaOf(range);
      checkShift(batch, range.sheet, area, "insert");
      const direction = lineDirection(area) ?? (oneOf(shiftsIn)(shift) === "Down" ? "down" : "right");
      insertCells(batch.workbook, range.sheet, area, direction, batch.source);
      return rangeOf(batch, range.sheet, area);
    },
    find: {
      calculated: true,
      run: (range, [what, criteria], batch) => {
        const found = findOne(batch, range, text(what), readCriteria(criteria));
        if (!found) throw itemNotFound(text(what));
        return within(range, found, batch);
      },
    },
    replaceAll: {
      calculated: true,
      run: (range, [what, replacement, criteria], batch) => {
        checkEditable(batch, range.sheet, areaOf(range));
        return replaceCells(
          batch,
          range.sheet,
          areaOf(range),
          text(what),
          text(replacement),
          readCriteria(criteria),
        );
      },
    },
    getAbsoluteResizedRange: (range, [rows, columns], batch) =>
      within(range, { ...areaOf(range), rowCount: integer(rows), columnCount: integer(columns) }, batch),
    getBoundingRect: (range, [other], batch) => {
      const also = otherRange(batch, range, other);
      sameSheet(range, also);
      const [a, b] = [areaOf(range), areaOf(also)];
      const row = Math.min(a.row, b.row);
      const column = Math.min(a.column, b.column);
      return within(
        range,
        {
          row,
          column,
          rowCount: Math.max(a.row + a.rowCount, b.row + b.rowCount) - row,
          columnCount: Math.max(a.column + a.columnCount, b.column + b.columnCount) - column,
        },
        batch,
      );
    },
    // A cell, row or column may lie outside the range ([docs] Range.getCell).
    getCell: (range, [row, column], batch) => {
      const area = areaOf(range);
      return within(
        range,
        { row: area.row + integer(row), column: area.column + integer(column), rowCount: 1, columnCount: 1 },
        batch,
      );
    },
    getRow: (range, [row], batch) => {
      const area = areaOf(range);
      const at = integer(row);
      if (at < 0 || at >= area.rowCount) throw invalidArgument(`row ${at} of ${area.rowCount}`);
      return within(range, { ...area, row: area.row + at, rowCount: 1 }, batch);
    },
    getColumn: (range, [column], batch) => {
      const area = areaOf(range);
      const at = integer(column);
      if (at < 0 || at >= area.columnCount) throw invalidArgument(`column ${at} of ${area.columnCount}`);
      return within(range, { ...area, column: area.column + at, columnCount: 1 }, batch);
    },
    getColumnsAfter: (range, [count], batch) =>
      within(range, beside(areaOf(range), "column", integer(count ?? 1)), batch),
    getColumnsBefore: (range, [count], batch) =>
      within(range, beside(areaOf(range), "column", -integer(count ?? 1)), batch),
    getRowsAbove: (range, [count], batch) =>
      within(range, beside(areaOf(range), "row", -integer(count ?? 1)), batch),
    getRowsBelow: (range, [count], batch) =>
      within(range, beside(areaOf(range), "row", integer(count ?? 1)), batch),
    getEntireColumn: (range, _args, batch) =>
      within(range, { ...areaOf(range), row: 0, rowCount: maxRows }, batch),
    getEntireRow: (range, _args, batch) =>
      within(range, { ...areaOf(range), column: 0, columnCount: maxColumns }, batch),
    getExtendedRange: {
      calculated: true,
      run: (range, [direction, active], batch) =>
        within(
          range,
          extended(range.sheet, areaOf(range), direction, active && areaOf(otherRange(batch, range, active))),
          batch,
        ),
    },
    getRangeEdge: {
      calculated: true,
      run: (range, [direction, active], batch) =>
        within(
          range,
          edgeOf(range.sheet, areaOf(range), direction, active && areaOf(otherRange(batch, range, active))),
          batch,
        ),
    },
    getSurroundingRegion: {
      calculated: true,
      run: (range, _args, batch) =>
        within(range, surroundingRegion(range.sheet, firstCell(areaOf(range))), batch),
    },
    getIntersection: (range, [other], batch) => {
      const also = otherRange(batch, range, other);
      const common = range.sheet === also.sheet ? intersect(areaOf(range), areaOf(also)) : null;
      if (!common) throw itemNotFound("the ranges have no cell in common");
      return within(range, common, batch);
    },
    getLastCell: (range, _args, batch) => {
      const { row, column, rowCount, columnCount } = areaOf(range);
      return within(
        range,
        { row: row + rowCount - 1, column: column + columnCount - 1, rowCount: 1, columnCount: 1 },
        batch,
      );
    },
    getLastColumn: (range, _args, batch) => {
      const area = areaOf(range);
      return within(range, { ...area, column: area.column + area.columnCount - 1, columnCount: 1 }, batch);
    },
    getLastRow: (range, _args, batch) => {
      const area = areaOf(range);
      return within(range, { ...area, row: area.row + area.rowCount - 1, rowCount: 1 }, batch);
    },
    getOffsetRange: (range, [rows, columns], batch) => {
      const area = areaOf(range);
      return within(
        range,
        { ...area, row: area.row + integer(rows), column: area.column + integer(columns) },
        batch,
      );
    },
    getResizedRange: (range, [rows, columns], batch) => {
      const area = areaOf(range);
      return within(
        range,
        {
          ...area,
          rowCount: area.rowCount + integer(rows),
          columnCount: area.columnCount + integer(columns),
        },
        batch,
      );
    },
    getUsedRange: {
      calculated: true,
      run: (range, [valuesOnly], batch) => {
        const used = usedWithin(range, valuesOnly);
        if (!used) throw itemNotFound("nothing is used");
        return within(range, used, batch);
      },
    },
    getMergedAreas: (range, _args, batch) => {
      const merged = range.sheet.merges.filter((area) => intersect(area, areaOf(range)));
      if (merged.length === 0) throw itemNotFound("no merged cells");
      return rangeAreasOf(batch, range.sheet, merged);
    },
    getSpecialCells: {
      calculated: true,
      run: (range, [type, values], batch) =>
        rangeAreasOf(batch, range.sheet, specialCells(batch, range.sheet, areasOf(range), type, values)),
    },
    getSpillingToRange: {
      calculated: true,
      run: (range, _args, batch) => {
        const { row, column } = areaOf(range);
        const formula = range.sheet.formula(row, column);
        if (formula?.kind !== "dynamic" || !isSpill(formula.ref))
          throw itemNotFound("the cell does not spill");
        return within(range, formula.ref!, batch);
      },
    },
    getSpillParent: {
      calculated: true,
      run: (range, _args, batch) => {
        const { row, column } = areaOf(range);
        const array = range.sheet.arrayAt(row, column);
        if (array?.formula.kind !== "dynamic" || !isSpill(array.formula.ref))
          throw itemNotFound("no formula spills into the cell");
        return within(range, { row: array.row, column: array.column, rowCount: 1, columnCount: 1 }, batch);
      },
    },
    getTables: (range, [fully]) => tablesIn(range, [areaOf(range)], fully),
    getVisibleView: (range) => {
      const { row, column, rowCount, columnCount } = areaOf(range);
      checkCellCount(areaOf(range));
      const count = (length: number, from: number) => Array.from({ length }, (_, index) => from + index);
      return object("RangeView", {
        range,
        rows: count(rowCount, row).filter((at) => !range.sheet.rows[at]?.hidden),
        columns: count(columnCount, column).filter((at) => !range.sheet.columns[at]?.hidden),
      });
    },
    getCellProperties: (range, [wanted], batch) => cellProperties(batch, range.sheet, areaOf(range), wanted),
    getRowProperties: (range, [wanted], batch) => rowProperties(batch, range.sheet, areaOf(range), wanted),
    getColumnProperties: (range, [wanted], batch) =>
      columnProperties(batch, range.sheet, areaOf(range), wanted),
    setCellProperties: (range, [given], batch) =>
      setProperties(batch, range.sheet, areaOf(range), given, "cell"),
    setRowProperties: (range, [given], batch) =>
      setProperties(batch, range.sheet, areaOf(range), given, "row"),
    setColumnProperties: (range, [given], batch) =>
      setProperties(batch, range.sheet, areaOf(range), given, "column"),
    getDirectPrecedents: (range, _args, batch) =>
      bySheet(batch, precedents(batch.workbook, placeIn(range), false)),
    getPrecedents: (range, _args, batch) => bySheet(batch, precedents(batch.workbook, placeIn(range), true)),
    getDirectDependents: (range, _args, batch) =>
      bySheet(batch, dependents(batch.workbook, placeIn(range), false)),
    getDependents: (range, _args, batch) => bySheet(batch, dependents(batch.workbook, placeIn(range), true)),
    group: (range, [option]) => {
      checkUnprotected(range.sheet);
      group(range.sheet, areaOf(range), option);
    },
    ungroup: (range, [option]) => {
      checkUnprotected(range.sheet);
      ungroup(range.sheet, areaOf(range), option);
    },
    hideGroupDetails: (range, [option], batch) => showGroup(batch, range.sheet, areaOf(range), option, false),
    showGroupDetails: (range, [option], batch) => showGroup(batch, range.sheet, areaOf(range), option, true),
    merge: (range, [across], batch) => merge(range, across, batch),
    unmerge: (range, _args, { workbook, source }) => {
      const { sheet } = range;
      checkUnprotected(sheet);
      const area = areaOf(range);
      sheet.merges = sheet.merges.filter((other) => !intersect(other, area));
      workbook.changed({ kind: "formats", sheet, area, source });
    },
    removeDuplicates: {
      calculated: true,
      run: (range, [columns, hasHeader], batch) => {
        checkEditable(batch, range.sheet, areaOf(range));
        if (!Array.isArray(columns)) throw invalidArgument("columns");
        return object(
          "RemoveDuplicatesResult",
          removeDuplicates(
            batch.workbook,
            range.sheet,
            areaOf(range),
            columns.map(integer),
            hasHeader === true,
            batch.source,
          ),
        );
      },
    },
    select: (range, _args, { workbook, source }) => {
      const area = areaOf(range);
      range.sheet.selection = area;
      if (workbook.activeSheet !== range.sheet) {
        const before = workbook.activeSheet?.id;
        workbook.activeSheet = range.sheet;
        workbook.changed({
          kind: "sheets",
          sheet: range.sheet,
          action: "activated",
          source,
          ...(before && { before }),
        });
      }
      workbook.changed({ kind: "selection", sheet: range.sheet, area, source });
    },
    setDirty: (_range, _args, batch) => batch.calculate(true),
    // The client asks before it sends a large matrix in pieces.
    _ValidateArraySize: (range, [rows, columns]) => {
      const area = areaOf(range);
      if (area.rowCount !== rows || area.columnCount !== columns)
        throw invalidArgument(
          `${String(rows)} × ${String(columns)} cells for ${area.rowCount} × ${area.columnCount}`,
        );
    },
  },
};

const firstCell = ({ row, column }: Area): Area => ({ row, column, rowCount: 1, columnCount: 1 });

/** One cell alone means the whole sheet, from the cell after it and round ([docs] Range.find). */
function findOne(
  batch: Batch,
  { sheet, areas }: LiveAreas,
  what: string,
  criteria: Criteria,
): Area | undefined {
  const area = areaOf({ sheet, areas });
  if (area.rowCount > 1 || area.columnCount > 1)
    return findCells(batch, sheet, area, what, criteria, true)[0];
  const cells = findCells(batch, sheet, wholeSheet, what, criteria).flatMap((block) =>
    Array.from({ length: block.rowCount * block.columnCount }, (_, index) =>
      firstCell({
        ...block,
        row: block.row + Math.floor(index / block.columnCount),
        column: block.column + (index % block.columnCount),
      }),
    ),
  );
  const order = ({ row, column }: Area) => row * maxColumns + column;
  cells.sort((a, b) => order(a) - order(b));
  if (criteria.backwards) return cells.filter((cell) => order(cell) < order(area)).at(-1) ?? cells.at(-1);
  return cells.find((cell) => order(cell) > order(area)) ?? cells[0];
}

const placeIn = (range: LiveAreas): Place => ({ sheet: range.sheet, area: areaOf(range) });

/** Places as Excel answers with them: the areas of each sheet together. @throws ItemNotFound for none. */
function bySheet(batch: Batch, places: Place[]): HostObject<"WorkbookRangeAreas"> {
  if (places.length === 0) throw itemNotFound("none");
  const sheets = batch.workbook.sheets.filter((sheet) => places.some((place) => place.sheet === sheet));
  return object(
    "WorkbookRangeAreas",
    sheets.map((sheet) => ({
      sheet,
      areas: joined(places.flatMap((place) => (place.sheet === sheet ? [place.area] : []))).map((area) =>
        batch.live(sheet, area),
      ),
    })),
  );
}

/** Areas from the top left on, those side by side or one above the other put together. */
function joined(areas: Area[]): Area[] {
  const sorted = areas.map((area) => ({ ...area })).sort((a, b) => a.row - b.row || a.column - b.column);
  const result: Area[] = [];
  for (const area of sorted) {
    const left = result.find(
      (one) =>
        one.row === area.row &&
        one.rowCount === area.rowCount &&
        one.column + one.columnCount === area.column,
    );
    const above = result.find(
      (one) =>
        one.column === area.column &&
        one.columnCount === area.columnCount &&
        one.row + one.rowCount === area.row,
    );
    if (left) left.columnCount += area.columnCount;
    else if (above) above.rowCount += area.rowCount;
    else result.push(area);
  }
  return result;
}

const isSpill = (ref: Area | undefined) => ref !== undefined && (ref.rowCount > 1 || ref.columnCount > 1);

/** Whole rows move down, whole columns right, whatever is asked. */
function lineDirection(area: Area): "down" | "right" | null {
  if (area.columnCount === maxColumns) return "down";
  return area.rowCount === maxRows ? "right" : null;
}

function beside(area: Area, axis: "row" | "column", count: number): Area {
  const size = Math.abs(count);
  if (count === 0) throw invalidArgument("0 rows or columns");
  if (axis === "row")
    return { ...area, row: count > 0 ? area.row + area.rowCount : area.row - size, rowCount: size };
  return {
    ...area,
    column: count > 0 ? area.column + area.columnCount : area.column - size,
    columnCount: size,
  };
}

function lines(range: LiveAreas, axis: "row" | "column") {
  const area = areaOf(range);
  const { sheet } = range;
  const all: ({ hidden?: boolean } | undefined)[] = axis === "row" ? sheet.rows : sheet.columns;
  const [from, count] = axis === "row" ? [area.row, area.rowCount] : [area.column, area.columnCount];
  const known = all.slice(from, from + count);
  // Lines the sheet has nothing to say of count as one more, shown.
  return known.length < count ? [...known, undefined] : Array.from(known);
}

/** The one value all share, null when they differ. */
function common<T>(all: T[]): T | null {
  return all.every((one) => one === all[0]) ? all[0] : null;
}

function hide(range: LiveAreas, axis: "row" | "column", hidden: boolean, { workbook, source }: Batch): void {
  const { sheet } = range;
  const { row, column, rowCount, columnCount } = areaOf(range);
  checkAllowed(sheet, axis === "row" ? "formatRows" : "formatColumns");
  if (axis === "row") {
    if (rowCount === maxRows) throw invalidArgument("every row");
    hideRows(workbook, sheet, row, rowCount, () => hidden, source);
    return;
  }
  for (let c = column; c < column + columnCount; c++) (sheet.columns[c] ??= {}).hidden = hidden;
  workbook.changed({ kind: "formats", sheet, area: areaOf(range), source });
}

export const rangeTypes = {
  Range: range,

  RangeAreas: {
    referenced: true,
    properties: {
      address: value((range) =>
        areasOf(range)
          .map((area) => fullAddress(range, area))
          .join(","),
      ),
      addressLocal: value((range) =>
        areasOf(range)
          .map((area) => fullAddress(range, area))
          .join(","),
      ),
      areaCount: value((range) => areasOf(range).length),
      cellCount: value((range) =>
        areasOf(range).reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0),
      ),
      isEntireColumn: value((range) => areasOf(range).every(({ rowCount }) => rowCount === maxRows)),
      isEntireRow: value((range) => areasOf(range).every(({ columnCount }) => columnCount === maxColumns)),
      style: {
        get: (range, { workbook }) =>
          uniform<string | null>(
            workbook,
            range.sheet,
            areasOf(range),
            ({ cellStyle }) => styleWord(workbook, cellStyle),
            null,
          ),
        set: setStyle,
      },
    },
    navigation: {
      areas: (range) => object("RangeCollection", [range]),
      conditionalFormats: (range) => object("ConditionalFormatCollection", range),
      dataValidation: (range) => object("DataValidation", range),
      format: (range) => object("RangeFormat", range),
      worksheet: (range) => object("Worksheet", range.sheet),
    },
    methods: {
      calculate: (_range, _args, batch) => batch.calculate(false),
      clear: (range, [kind], batch) => clear(range, kind, batch),
      copyFrom: { calculated: true, run: copyFrom },
      getTables: (range, [fully]) => tablesIn(range, areasOf(range), fully),
      setDirty: (_range, _args, batch) => batch.calculate(true),
      getEntireColumn: (range, _args, batch) =>
        rangeAreasOf(
          batch,
          range.sheet,
          areasOf(range).map((area) => ({ ...area, row: 0, rowCount: maxRows })),
        ),
      getEntireRow: (range, _args, batch) =>
        rangeAreasOf(
          batch,
          range.sheet,
          areasOf(range).map((area) => ({ ...area, column: 0, columnCount: maxColumns })),
        ),
      getIntersection: (range, [other], batch) => {
        const also = otherRange(batch, range, other);
        const found =
          also.sheet === range.sheet
            ? areasOf(range).flatMap((a) => areasOf(also).flatMap((b) => intersect(a, b) ?? []))
            : [];
        if (found.length === 0) throw itemNotFound("no cell in common");
        return rangeAreasOf(batch, range.sheet, found);
      },
      getOffsetRangeAreas: (range, [rows, columns], batch) =>
        rangeAreasOf(
          batch,
          range.sheet,
          areasOf(range).map((area) => ({
            ...area,
            row: area.row + integer(rows),
            column: area.column + integer(columns),
          })),
        ),
      getSpecialCells: {
        calculated: true,
        run: (range, [type, values], batch) =>
          rangeAreasOf(batch, range.sheet, specialCells(batch, range.sheet, areasOf(range), type, values)),
      },
      getUsedRangeAreas: {
        calculated: true,
        run: (range, [valuesOnly], batch) => {
          const used = range.areas.flatMap(
            (one) => usedWithin({ sheet: range.sheet, areas: [one] }, valuesOnly) ?? [],
          );
          if (used.length === 0) throw itemNotFound("nothing is used");
          return rangeAreasOf(batch, range.sheet, used);
        },
      },
    },
  },

  WorkbookRangeAreas: {
    referenced: true,
    properties: {
      addresses: value((all) =>
        all.map((range) =>
          areasOf(range)
            .map((area) => fullAddress(range, area))
            .join(","),
        ),
      ),
    },
    navigation: {
      areas: (all) => object("RangeAreasCollection", all),
      ranges: (all) => object("RangeCollection", all),
    },
    methods: {
      getRangeAreasBySheet: (all, [key], { workbook }) => {
        const sheet = workbook.sheetById(String(key)) ?? workbook.sheet(text(key));
        const found = all.find((range) => range.sheet === sheet);
        if (!found) throw itemNotFound(String(key));
        return object("RangeAreas", found);
      },
    },
  },
  RangeAreasCollection: {
    items: (all) => all.map((range) => object("RangeAreas", range)),
  },

  RangeCollection: {
    items: (all, batch) =>
      all.flatMap((range) => areasOf(range).map((area) => rangeOf(batch, range.sheet, area))),
  },

  RangeView: {
    properties: {
      cellAddresses: value((view) =>
        viewMatrix(view, (row, column) =>
          sheetAddress(view.range.sheet.name, { row, column, rowCount: 1, columnCount: 1 }),
        ),
      ),
      columnCount: value((view) => view.columns.length),
      rowCount: value((view) => view.rows.length),
      index: value((view) => view.rows[0] ?? 0),
      values: calculated((view) =>
        viewMatrix(view, (row, column) => apiValue(view.range.sheet.value(row, column))),
      ),
      formulas: calculated((view) =>
        viewMatrix(view, (row, column) => contentOf(view.range.sheet, row, column)),
      ),
      formulasLocal: {
        ...calculated<Targets["RangeView"]>((view) =>
          viewMatrix(view, (row, column) => contentOf(view.range.sheet, row, column)),
        ),
        local: true,
      },
      formulasR1C1: calculated((view) =>
        viewMatrix(view, (row, column) => {
          const formula = view.range.sheet.formula(row, column);
          return formula
            ? relativeFormula(formula.text, row, column)
            : apiValue(view.range.sheet.value(row, column));
        }),
      ),
      valueTypes: calculated((view) =>
        viewMatrix(view, (row, column) => valueType(view.range.sheet.value(row, column))),
      ),
      numberFormat: value((view, { workbook }) =>
        viewMatrix(
          view,
          (row, column) => workbook.styles.get(view.range.sheet.styleId(row, column)).numberFormat,
        ),
      ),
      text: calculated((view, { workbook, locale }) =>
        viewMatrix(view, (row, column) =>
          printValue(
            view.range.sheet.value(row, column),
            workbook.styles.get(view.range.sheet.styleId(row, column)).numberFormat,
            locale,
            workbook.date1904,
          ),
        ),
      ),
    },
    navigation: { rows: (view) => object("RangeViewCollection", view) },
    methods: {
      getRange: (view, _args, batch) => rangeOf(batch, view.range.sheet, areaOf(view.range)),
    },
  },
  RangeViewCollection: {
    items: (view) => view.rows.map((row) => object("RangeView", { ...view, rows: [row] })),
  },

  RemoveDuplicatesResult: {
    properties: {
      removed: value((result) => result.removed),
      uniqueRemaining: value((result) => result.uniqueRemaining),
    },
  },

  RangeSort: {
    methods: {
      apply: {
        calculated: true,
        run: (range, [fields, matchCase, hasHeaders, orientation], batch) => {
          const area = areaOf(range);
          checkAllowed(range.sheet, "sort");
          checkEditable(batch, range.sheet, area);
          sortCells(
            batch.workbook,
            range.sheet,
            area,
            readSortFields(fields),
            {
              matchCase: matchCase === true,
              hasHeaders: hasHeaders === true,
              byColumns: String(orientation ?? "Rows").toLowerCase() === "columns",
            },
            batch.source,
          );
        },
      },
    },
  },
} satisfies PartialRegistry;

export function readSortFields(raw: unknown): { key: number; ascending: boolean }[] {
  if (!Array.isArray(raw) || raw.length === 0) throw invalidArgument("sort fields");
  return raw.map((field: { key?: unknown; ascending?: unknown; sortOn?: unknown }) => {
    if (field.sortOn !== undefined && field.sortOn !== "Value")
      throw new HostError("NotImplemented", "Sorting by colour or icon is not modelled by the workbench.");
    return { key: integer(field.key), ascending: field.ascending !== false };
  });
}

function viewMatrix<T>(
  { rows, columns }: { rows: number[]; columns: number[] },
  read: (row: number, column: number) => T,
): T[][] {
  return rows.map((row) => columns.map((column) => read(row, column)));
}
