import { type Area, cellAddress, quoteSheet } from "../../workbook/address";
import { styleWord } from "../model/namedStyles";
import type { Sheet } from "../model/sheet";
import type { Batch } from "./batch";
import { checkCellCount } from "./addresses";
import { invalidArgument, notImplemented } from "./errors";
import { applyFormat, borderOf, fillOf, fontOf, formatOf } from "./formatValues";

/** What a load-options object asks for, level by level; undefined parts are not asked for. */
type Wanted = { [key: string]: boolean | Wanted | undefined };

const given = (raw: unknown): Wanted => {
  if (typeof raw !== "object" || raw === null) throw invalidArgument("load options");
  return raw as Wanted;
};

/** One object a cell, in the range's shape. */
export function cellProperties(batch: Batch, sheet: Sheet, area: Area, raw: unknown): unknown[][] {
  checkCellCount(area);
  const wanted = given(raw);
  const known = new Map<number, unknown>();
  return Array.from({ length: area.rowCount }, (_, r) =>
    Array.from({ length: area.columnCount }, (_, c) => {
      const [row, column] = [area.row + r, area.column + c];
      const id = sheet.styleId(row, column);
      if (!known.has(id)) known.set(id, pick(batch, id, wanted));
      return {
        ...(known.get(id) as object),
        ...(wanted.address === true && { address: address(sheet, row, column) }),
        ...(wanted.hyperlink === true && { hyperlink: null }),
      };
    }),
  );
}

const address = (sheet: Sheet, row: number, column: number) =>
  `${quoteSheet(sheet.name)}!${cellAddress(row, column)}`;

function pick({ workbook }: Batch, id: number, wanted: Wanted): Record<string, unknown> {
  const style = workbook.styles.get(id);
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(wanted)) {
    if (!inner || key === "address" || key === "addressLocal" || key === "hyperlink") continue;
    if (key === "numberFormat") result.numberFormat = style.numberFormat;
    else if (key === "style") result.style = styleWord(workbook, style.cellStyle);
    else if (key === "format" && typeof inner === "object") result.format = pickFormat(style, inner);
    else if (!linesOnly.has(key)) throw notImplemented("CellProperties", key);
  }
  return result;
}

const linesOnly = new Set(["rowHidden", "rowIndex", "columnHidden", "columnIndex"]);

function pickFormat(style: Parameters<typeof formatOf>[0], wanted: Wanted): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const sub = (whole: Record<string, unknown>, inner: boolean | Wanted) =>
    typeof inner === "object"
      ? Object.fromEntries(
          Object.keys(inner).map((key) => {
            if (!(key in whole)) throw notImplemented("CellPropertiesFormat", key);
            return [key, whole[key]];
          }),
        )
      : whole;
  for (const [key, inner] of Object.entries(wanted)) {
    if (!inner) continue;
    if (key === "font") result.font = sub(fontOf(style), inner);
    else if (key === "fill") result.fill = sub(fillOf(style), inner);
    else if (key === "protection")
      result.protection = { locked: style.protection.locked, formulaHidden: style.protection.hidden };
    else if (key === "borders") {
      result.borders = Object.fromEntries(
        (
          ["bottom", "diagonalDown", "diagonalUp", "horizontal", "left", "right", "top", "vertical"] as const
        ).map((side) => [
          side,
          sub(borderOf(style, side), typeof inner === "object" ? (innerBorder(inner, side) ?? inner) : inner),
        ]),
      );
    } else {
      const whole = formatOf(style);
      if (key in whole) result[key] = whole[key];
      else if (key !== "rowHeight" && key !== "columnWidth")
        throw notImplemented("CellPropertiesFormat", key);
    }
  }
  return result;
}

/** Borders are asked for side by side, or once for all sides. */
function innerBorder(wanted: Wanted, side: string): Wanted | undefined {
  const inner = wanted[side];
  return typeof inner === "object" ? inner : undefined;
}

/** One object a row; a property in which the row's cells differ is null. */
export function rowProperties(batch: Batch, sheet: Sheet, area: Area, raw: unknown): unknown[] {
  const wanted = given(raw);
  return Array.from({ length: area.rowCount }, (_, r) => {
    const row = area.row + r;
    return {
      ...(wanted.rowHidden === true && { rowHidden: sheet.rows[row]?.hidden ?? false }),
      ...(wanted.rowIndex === true && { rowIndex: row }),
      ...(wanted.address === true && { address: `${quoteSheet(sheet.name)}!${row + 1}:${row + 1}` }),
      ...line(batch, sheet, { ...area, row, rowCount: 1 }, wanted, { rowHeight: sheet.rowHeight(row) }),
    };
  });
}

export function columnProperties(batch: Batch, sheet: Sheet, area: Area, raw: unknown): unknown[] {
  const wanted = given(raw);
  return Array.from({ length: area.columnCount }, (_, c) => {
    const column = area.column + c;
    return {
      ...(wanted.columnHidden === true && { columnHidden: sheet.columns[column]?.hidden ?? false }),
      ...(wanted.columnIndex === true && { columnIndex: column }),
      ...line(batch, sheet, { ...area, column, columnCount: 1 }, wanted, {
        columnWidth: sheet.columnWidth(column),
      }),
    };
  });
}

function line(
  batch: Batch,
  sheet: Sheet,
  area: Area,
  wanted: Wanted,
  size: Record<string, number>,
): Record<string, unknown> {
  if (!wanted.format && !wanted.style && !wanted.numberFormat) return {};
  const ids = new Set<number>();
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    for (let column = area.column; column < area.column + area.columnCount; column++)
      ids.add(sheet.styleId(row, column));
  }
  const all = [...ids].map((id) => pick(batch, id, wanted));
  const result = all.reduce((a, b) => common(a, b) as Record<string, unknown>);
  if (typeof wanted.format === "object") {
    const format = (result.format ?? {}) as Record<string, unknown>;
    for (const [key, points] of Object.entries(size)) if (wanted.format[key]) format[key] = points;
    result.format = format;
  }
  return result;
}

function common(a: unknown, b: unknown): unknown {
  if (typeof a === "object" && typeof b === "object" && a && b) {
    return Object.fromEntries(
      Object.entries(a).map(([key, inner]) => [key, common(inner, (b as Record<string, unknown>)[key])]),
    );
  }
  return a === b ? a : null;
}

/** Applies a matrix (cells) or a list (rows, columns) of settable properties. */
export function setProperties(
  batch: Batch,
  sheet: Sheet,
  area: Area,
  raw: unknown,
  by: "cell" | "row" | "column",
): void {
  if (!Array.isArray(raw)) throw invalidArgument("a list of properties is expected");
  if (by !== "cell") {
    const count = by === "row" ? area.rowCount : area.columnCount;
    if (raw.length !== count) throw invalidArgument(`${raw.length} of ${count} ${by}s`);
    raw.forEach((properties: Record<string, unknown>, index) => {
      const one =
        by === "row"
          ? { ...area, row: area.row + index, rowCount: 1 }
          : { ...area, column: area.column + index, columnCount: 1 };
      applyFormat(batch, sheet, one, properties);
    });
    return;
  }
  if (raw.length !== area.rowCount) throw invalidArgument(`${raw.length} of ${area.rowCount} rows`);
  raw.forEach((row: unknown, r) => {
    if (!Array.isArray(row) || row.length !== area.columnCount)
      throw invalidArgument(`row ${r} has another width`);
    row.forEach((properties: Record<string, unknown>, c) =>
      applyFormat(
        batch,
        sheet,
        { row: area.row + r, column: area.column + c, rowCount: 1, columnCount: 1 },
        properties,
      ),
    );
  });
}
