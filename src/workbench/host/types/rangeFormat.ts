import { type Area, maxColumns, maxRows } from "../../../workbook/address";
import { changeStyles, uniform } from "../../model/formats";
import { NamedStyle } from "../../model/namedStyle";
import { autofitColumns, autofitRows } from "../../model/autofit";
import type { Border, BorderSide, Style } from "../../model/styles";
import { areaOf, areasOf, type Batch } from "../batch";
import { integer, type PartialRegistry, type Property, text, truth, value } from "../definition";
import {
  type Accessor,
  changeLine,
  fillAccessors,
  fontAccessors,
  formatAccessors,
  protectionAccessors,
  readLine,
  setColumnWidth,
  setRowHeight,
} from "../formatValues";
import { invalidArgument, itemNotFound } from "../errors";
import { checkAllowed } from "../protection";
import { type BorderIndex, type LiveAreas, object } from "../targets";
import { styleProperty } from "./style";

/** A format property of all the range's cells: the common value, `mixed` where they differ. Or of a named style. */
function formatProperty(accessor: Accessor, mixed: unknown = null): Property<LiveAreas | NamedStyle> {
  const { get, set } = accessor;
  const ofStyle = styleProperty(accessor);
  return {
    get: (range, batch) =>
      range instanceof NamedStyle
        ? ofStyle.get!(range, batch)
        : uniform(batch.workbook, range.sheet, areasOf(range), get, mixed),
    set: (range, raw, batch) => {
      if (range instanceof NamedStyle) {
        ofStyle.set!(range, raw, batch);
        return;
      }
      const { workbook, source } = batch;
      checkAllowed(range.sheet, "formatCells");
      set(workbook.styles.get(0), raw); // a bad value is refused before anything is changed
      for (const area of areasOf(range)) {
        changeStyles(workbook, range.sheet, area, (style) => set(style, raw), source);
      }
    },
  };
}

const properties = (accessors: Record<string, Accessor>): Record<string, Property<LiveAreas | NamedStyle>> =>
  Object.fromEntries(Object.entries(accessors).map(([name, accessor]) => [name, formatProperty(accessor)]));

/** Row heights (column widths) in points; null when they differ. */
function sizes(range: LiveAreas, axis: "row" | "column"): number | null {
  const { sheet } = range;
  let found: number | undefined;
  for (const area of areasOf(range)) {
    const [from, count, size] =
      axis === "row" ? [area.row, area.rowCount, maxRows] : [area.column, area.columnCount, maxColumns];
    const known = axis === "row" ? sheet.rows.length : sheet.columns.length;
    // Beyond what the sheet has anything to say about all are alike: one of them stands for the rest.
    const last =
      count === size ? Math.min(from + count, known + 1) : Math.min(from + count, Math.max(known, from) + 1);
    for (let at = from; at < last; at++) {
      const points = axis === "row" ? sheet.rowHeight(at) : sheet.columnWidth(at);
      if (found !== undefined && found !== points) return null;
      found = points;
    }
  }
  return found ?? null;
}

const borderIndexes = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const satisfies readonly BorderIndex[];

/** The cells a border of a range runs along, and on which of their sides. */
function borderCells(
  area: Area,
  index: BorderIndex,
): { area: Area; side: BorderSide; diagonal?: "diagonalUp" | "diagonalDown" }[] {
  const lastRow = area.row + area.rowCount - 1;
  const lastColumn = area.column + area.columnCount - 1;
  switch (index) {
    case "EdgeTop":
      return [{ area: { ...area, rowCount: 1 }, side: "top" }];
    case "EdgeBottom":
      return [{ area: { ...area, row: lastRow, rowCount: 1 }, side: "bottom" }];
    case "EdgeLeft":
      return [{ area: { ...area, columnCount: 1 }, side: "left" }];
    case "EdgeRight":
      return [{ area: { ...area, column: lastColumn, columnCount: 1 }, side: "right" }];
    case "InsideHorizontal":
      return area.rowCount < 2
        ? []
        : [
            { area: { ...area, rowCount: area.rowCount - 1 }, side: "bottom" },
            { area: { ...area, row: area.row + 1, rowCount: area.rowCount - 1 }, side: "top" },
          ];
    case "InsideVertical":
      return area.columnCount < 2
        ? []
        : [
            { area: { ...area, columnCount: area.columnCount - 1 }, side: "right" },
            { area: { ...area, column: area.column + 1, columnCount: area.columnCount - 1 }, side: "left" },
          ];
    case "DiagonalDown":
      return [{ area, side: "diagonal", diagonal: "diagonalDown" }];
    case "DiagonalUp":
      return [{ area, side: "diagonal", diagonal: "diagonalUp" }];
  }
}

/** The same line seen from the other side: a cell's top is its upper neighbour's bottom. */
function neighbourLine(area: Area, index: BorderIndex): { area: Area; side: BorderSide } | null {
  if (index === "EdgeTop" && area.row > 0)
    return { area: { ...area, row: area.row - 1, rowCount: 1 }, side: "bottom" };
  if (index === "EdgeLeft" && area.column > 0)
    return { area: { ...area, column: area.column - 1, columnCount: 1 }, side: "right" };
  if (index === "EdgeBottom" && area.row + area.rowCount < maxRows)
    return { area: { ...area, row: area.row + area.rowCount, rowCount: 1 }, side: "top" };
  if (index === "EdgeRight" && area.column + area.columnCount < maxColumns)
    return { area: { ...area, column: area.column + area.columnCount, columnCount: 1 }, side: "left" };
  return null;
}

interface RangeSide {
  areas: LiveAreas;
  side: BorderIndex;
}

type LineProperty = "style" | "weight" | "color" | "tintAndShade";

/** A side of a style's border with one of its properties changed. */
function withLine(style: Style, index: BorderIndex, property: LineProperty, raw: unknown): Style {
  const diagonal = index === "DiagonalDown" ? "diagonalDown" : index === "DiagonalUp" ? "diagonalUp" : null;
  const side = (diagonal ? "diagonal" : index.replace("Edge", "").toLowerCase()) as BorderSide;
  const line = changeLine(style.border[side], property, raw);
  const border = { ...style.border, [side]: line };
  if (!line) delete border[side];
  if (diagonal) {
    if (line) border[diagonal] = true;
    else delete border[diagonal];
  }
  return { ...style, border };
}

/** One property of a border's line, of a range or of a named style. */
function lineProperty(property: LineProperty, read: (line: Border | undefined) => unknown, mixed: unknown) {
  const side = ({ side }: { side: BorderIndex }) =>
    styleProperty({
      get: ({ border }) => {
        const one = side.replace("Edge", "").toLowerCase();
        if (side === "DiagonalDown" || side === "DiagonalUp")
          return read(
            border[side === "DiagonalDown" ? "diagonalDown" : "diagonalUp"] ? border.diagonal : undefined,
          );
        return read(border[one as BorderSide]);
      },
      set: (style, raw) => withLine(style, side, property, raw),
    });
  const made: Property<{ areas: LiveAreas | NamedStyle; side: BorderIndex }> = {
    get: (border, batch) =>
      border.areas instanceof NamedStyle
        ? side(border).get!(border.areas, batch)
        : (readBorder(border as RangeSide, batch, read) ?? mixed),
    set: (border, raw, batch) => {
      if (border.areas instanceof NamedStyle) side(border).set!(border.areas, raw, batch);
      else setBorder(border as RangeSide, property, raw, batch);
    },
  };
  return made;
}

function setBorder(
  { areas, side: index }: RangeSide,
  property: LineProperty,
  raw: unknown,
  { workbook, source }: Batch,
): void {
  checkAllowed(areas.sheet, "formatCells");
  changeLine(undefined, property, raw);
  const change = (side: BorderSide, diagonal?: "diagonalUp" | "diagonalDown") => (style: Style) => {
    const line = changeLine(style.border[side], property, raw);
    const border = { ...style.border, [side]: line };
    if (!line) delete border[side];
    if (diagonal) {
      if (line) border[diagonal] = true;
      else delete border[diagonal];
    }
    return { ...style, border };
  };
  for (const area of areasOf(areas)) {
    for (const { area: cells, side, diagonal } of borderCells(area, index)) {
      changeStyles(workbook, areas.sheet, cells, change(side, diagonal), source);
    }
    const beside = neighbourLine(area, index);
    if (!beside) continue;
    // A line the neighbour has there gives way: what was set last is what is seen.
    const hasLine = uniform(
      workbook,
      areas.sheet,
      [beside.area],
      (style) => style.border[beside.side] === undefined,
      false,
    );
    if (hasLine === true) continue;
    changeStyles(
      workbook,
      areas.sheet,
      beside.area,
      (style) => {
        const border = { ...style.border };
        delete border[beside.side];
        return { ...style, border };
      },
      source,
    );
  }
}

function readBorder<T>(
  { areas, side: index }: RangeSide,
  { workbook }: Batch,
  read: (border: Border | undefined) => T,
): T | null {
  let found: T | null | undefined;
  for (const area of areasOf(areas)) {
    const [cells] = borderCells(area, index);
    if (!cells) return read(undefined);
    const own = uniform<T | null>(
      workbook,
      areas.sheet,
      [cells.area],
      (style) => read(!cells.diagonal || style.border[cells.diagonal] ? style.border[cells.side] : undefined),
      null,
    );
    const beside = neighbourLine(area, index);
    const blank = read(undefined);
    const seen =
      own === blank && beside
        ? uniform<T | null>(
            workbook,
            areas.sheet,
            [beside.area],
            (style) => read(style.border[beside.side]),
            null,
          )
        : own;
    if (found !== undefined && found !== seen) return null;
    found = seen;
  }
  return found ?? null;
}

export const rangeFormatTypes = {
  RangeFormat: {
    properties: {
      ...properties(formatAccessors),
      autoIndent: value(() => false),
      rowHeight: {
        get: (range) => sizes(range, "row"),
        set: (range, raw, { workbook, source }) => {
          checkAllowed(range.sheet, "formatRows");
          for (const area of areasOf(range)) {
            setRowHeight(range.sheet, area, raw);
            workbook.changed({ kind: "formats", sheet: range.sheet, area, source });
          }
        },
      },
      columnWidth: {
        get: (range) => sizes(range, "column"),
        set: (range, raw, { workbook, source }) => {
          checkAllowed(range.sheet, "formatColumns");
          for (const area of areasOf(range)) {
            setColumnWidth(range.sheet, area, raw);
            workbook.changed({ kind: "formats", sheet: range.sheet, area, source });
          }
        },
      },
      useStandardHeight: {
        get: (range) => {
          const { row, rowCount } = areaOf(range);
          return range.sheet.rows.slice(row, row + rowCount).every((line) => line?.height === undefined);
        },
        set: (range, raw) => {
          if (!truth(raw)) return;
          const { row, rowCount } = areaOf(range);
          for (const line of range.sheet.rows.slice(row, row + rowCount)) delete line?.height;
        },
      },
      useStandardWidth: {
        get: (range) => {
          const { column, columnCount } = areaOf(range);
          return range.sheet.columns
            .slice(column, column + columnCount)
            .every((line) => line?.width === undefined);
        },
        set: (range, raw) => {
          if (!truth(raw)) return;
          const { column, columnCount } = areaOf(range);
          for (const line of range.sheet.columns.slice(column, column + columnCount)) delete line?.width;
        },
      },
    },
    navigation: {
      borders: (range) => object("RangeBorderCollection", range),
      fill: (range) => object("RangeFill", range),
      font: (range) => object("RangeFont", range),
      protection: (range) => object("FormatProtection", range),
    },
    methods: {
      adjustIndent: (range, [amount], { workbook, source }) => {
        const by = integer(amount);
        for (const area of areasOf(range)) {
          changeStyles(
            workbook,
            range.sheet,
            area,
            (style) => formatAccessors.indentLevel.set(style, Math.max(0, style.alignment.indent + by)),
            source,
          );
        }
      },
      autofitColumns: {
        calculated: true,
        run: (range, _args, { workbook, locale, source }) => {
          for (const area of areasOf(range)) autofitColumns(workbook, range.sheet, area, locale, source);
        },
      },
      autofitRows: {
        calculated: true,
        run: (range, _args, { workbook, locale, source }) => {
          for (const area of areasOf(range)) autofitRows(workbook, range.sheet, area, locale, source);
        },
      },
    },
  },

  RangeFont: { properties: properties(fontAccessors) },

  RangeFill: {
    properties: { ...properties(fillAccessors), color: formatProperty(fillAccessors.color, "") },
    methods: {
      clear: (range, _args, batch) => {
        const { workbook, source } = batch;
        const cleared = (style: Style): Style => ({
          ...style,
          fill: { pattern: "none", color: null, patternColor: null },
        });
        if (range instanceof NamedStyle) {
          styleProperty({ get: ({ fill }) => fill, set: cleared }).set!(range, null, batch);
          return;
        }
        checkAllowed(range.sheet, "formatCells");
        for (const area of areasOf(range)) changeStyles(workbook, range.sheet, area, cleared, source);
      },
    },
  },

  FormatProtection: { properties: properties(protectionAccessors) },

  RangeBorderCollection: {
    items: (range) => borderIndexes.map((side) => object("RangeBorder", { areas: range, side })),
    item: (range, key) => {
      const side = borderIndexes.find((index) => index.toLowerCase() === text(key).toLowerCase());
      if (!side) throw invalidArgument(`border ${text(key)}`);
      return object("RangeBorder", { areas: range, side });
    },
    properties: { count: value(() => borderIndexes.length) },
    methods: {
      getItemAt: (range, [index]) => {
        const side = borderIndexes[integer(index)];
        if (!side) throw itemNotFound(`border ${String(index)}`);
        return object("RangeBorder", { areas: range, side });
      },
    },
  },

  RangeBorder: {
    id: { wire: "Id", of: ({ side }) => side },
    properties: {
      sideIndex: value(({ side }) => side),
      style: lineProperty("style", (line) => readLine(line).style, null),
      weight: lineProperty("weight", (line) => readLine(line).weight, null),
      color: lineProperty("color", (line) => readLine(line).color, ""),
      tintAndShade: lineProperty("tintAndShade", (line) => line?.color.tint ?? 0, null),
    },
  },
} satisfies PartialRegistry;
