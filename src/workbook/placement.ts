import { cellAddress } from "./address";
import type { CellContent } from "./change";
import { type CellMatrix, type CellValue, isBlank, isCellError } from "./cell";
import { findKeys, freshMerge, type Merge, mergeKeys, storedKeys } from "./layout";
import { isExpression, type SheetPlan } from "./plan";
import type { StoredReport } from "./stored";
import { UserError } from "./userError";

/** What stands in a workbook that bears on where reports go. */
export interface ReportSurroundings {
  sheets: string[];
  structureProtected: boolean;
  /** Report sheets that are there, by report id. */
  reports: Map<string, ExistingReport>;
}

/** A report sheet as it stands now, found by its named range. */
export interface ExistingReport {
  sheet: string;
  protected: boolean;
  /** The report's first cell and extent. */
  top: number;
  left: number;
  rowCount: number;
  columnCount: number;
  /** The sheet from the report's first cell to the end of what is used. */
  values: CellMatrix;
  formulas: string[][];
  /** What stands above the report, from its first column on, and left of it, from its first row on. */
  above: CellMatrix;
  beside: CellMatrix;
  stored: StoredReport;
}

/** Where a plan will be written and what that does to what is there; nothing has been written yet. */
export interface Placement {
  plan: SheetPlan;
  sheet: string;
  existing: ExistingReport | null;
  top: number;
  left: number;
  rows: Merge;
  columns: Merge;
  /** Cells of ours where someone has typed over a formula: told, and replaced. */
  overwritten: { cell: string; was: CellValue }[];
  /** What the user had written on rows that go: kept in a list below the report. */
  orphans: { label: string; text: string }[];
}

/** Throws UserError where the plan can't be placed: a sheet of that name is not ours, or something is protected. */
export function placeReport(plan: SheetPlan, surroundings: ReportSurroundings): Placement {
  const existing = surroundings.reports.get(plan.report);
  if (!existing) return placeNew(plan, surroundings);
  if (existing.protected) throw new UserError("bladSkyddat", { blad: existing.sheet });
  const { rows, columns } = keysOf(existing);
  const placement: Placement = {
    plan,
    sheet: existing.sheet,
    existing,
    top: existing.top,
    left: existing.left,
    rows: mergeKeys(
      rows,
      plan.rows.map(({ key }) => key),
    ),
    columns: mergeKeys(
      columns,
      plan.columns.map(({ key }) => key),
    ),
    overwritten: typedOver(plan, existing, rows, columns),
    orphans: [],
  };
  return { ...placement, orphans: orphaned(placement, existing, rows, columns) };
}

function placeNew(plan: SheetPlan, { sheets, structureProtected }: ReportSurroundings): Placement {
  const occupied = sheets.find((name) => name.toLowerCase() === plan.sheet.toLowerCase());
  if (occupied) throw new UserError("bladUpptaget", { blad: occupied });
  if (structureProtected) throw new UserError("bokSkyddad");
  return {
    plan,
    sheet: plan.sheet,
    existing: null,
    top: 0,
    left: 0,
    rows: freshMerge(plan.rows.map(({ key }) => key)),
    columns: freshMerge(plan.columns.map(({ key }) => key)),
    overwritten: [],
    orphans: [],
  };
}

/** Our key, or null for the user's own, for each row and column of a report that is there. */
function keysOf({ stored, values, rowCount, columnCount }: ExistingReport) {
  const text = (value: CellValue) => (typeof value === "string" ? value : "");
  const records = stored.rows.some(({ count = 1 }) => count > 1);
  const rows = records
    ? storedKeys(stored.rows).slice(0, rowCount)
    : findKeys(
        stored.rows,
        values.slice(0, rowCount).map((row) => text(row[0])),
      );
  const header = values[rows.indexOf(stored.headerRow)] ?? [];
  return { rows, columns: findKeys(stored.columns, header.slice(0, columnCount).map(text)) };
}

/** What the user has typed in her own columns of the report (forecast, comment), by row key and column key. */
export function userCells(existing: ExistingReport): (row: string, column: string) => CellValue {
  const { rows, columns } = keysOf(existing);
  const [rowAt, columnAt] = [positions(rows), positions(columns)];
  return (row, column) => existing.values[rowAt.get(row) ?? -1]?.[columnAt.get(column) ?? -1] ?? null;
}

const positions = (keys: Keys) => new Map(keys.map((key, position) => [key, position]));

/** Where one of the report's cells stands now, and what it holds; null where its row or column is gone. */
export function findCell(
  existing: ExistingReport,
  row: string,
  column: string,
): { row: number; column: number; content: CellContent } | null {
  const { rows, columns } = keysOf(existing);
  const [r, c] = [rows.indexOf(row), columns.indexOf(column)];
  if (r < 0 || c < 0) return null;
  const value = existing.values[r]?.[c] ?? null;
  const formula = existing.formulas[r]?.[c] ?? "";
  // A text that begins with "=" is its own formula.
  const live = formula.startsWith("=") && formula !== value;
  return {
    row: existing.top + r,
    column: existing.left + c,
    content: { value, formula: live ? formula : "" },
  };
}

/** The report's row and column that a place on its sheet belongs to; null on the user's own and outside. */
export function keysAt(
  existing: ExistingReport,
  row: number,
  column: number,
): { row: string; column: string } | null {
  const { rows, columns } = keysOf(existing);
  const [r, c] = [rows[row - existing.top], columns[column - existing.left]];
  return r && c ? { row: r, column: c } : null;
}

type Keys = (string | null)[];

function typedOver(
  plan: SheetPlan,
  existing: ExistingReport,
  rows: Keys,
  columns: Keys,
): Placement["overwritten"] {
  const [rowAt, columnAt] = [positions(rows), positions(columns)];
  return plan.rows.flatMap((row) => {
    const r = rowAt.get(row.key);
    if (r === undefined) return [];
    return plan.columns.flatMap(({ key }) => {
      const c = columnAt.get(key);
      const content = row.cells[key]?.content;
      if (c === undefined || content === undefined || !isExpression(content)) return [];
      if (existing.formulas[r]?.[c]?.startsWith("=")) return [];
      return [
        { cell: cellAddress(existing.top + r, existing.left + c), was: existing.values[r]?.[c] ?? null },
      ];
    });
  });
}

/**
 * The user's cells that vanish: on rows that go, in her columns among ours and everything to the right of them and to
 * the left; in columns that go, all she wrote where the column was hers or the row was, and what stood above.
 */
function orphaned(
  { plan, rows: rowMerge, columns: columnMerge }: Placement,
  existing: ExistingReport,
  rows: Keys,
  columns: Keys,
): Placement["orphans"] {
  const { values, stored, above, beside } = existing;
  const users = new Set(
    [...plan.columns, ...stored.columns].flatMap(({ key, owner }) => (owner === "user" ? [key] : [])),
  );
  const planned = new Map(plan.rows.map(({ key, cells }) => [key, cells]));
  const carried = (row: string | null, column: string | null) => {
    const heir = plan.columns.find(({ replaces }) => replaces !== undefined && replaces === column);
    return heir !== undefined && row !== null && typeof planned.get(row)?.[heir.key]?.content === "number";
  };
  const going = (merge: Merge) => new Set(merge.deletions.flatMap(({ keys }) => keys));
  const [goingRows, goingColumns] = [going(rowMerge), going(columnMerge)];
  const header = rows.indexOf(stored.headerRow);
  const print = (value: CellValue) => (isCellError(value) ? value.fel : String(value));
  const overColumns = above.flatMap((line) => {
    const texts = line.filter((value, c) => goingColumns.has(columns[c] ?? "") && !isBlank(value));
    return texts.length === 0 ? [] : [{ label: "", text: texts.map(print).join(" · ") }];
  });
  const onRows = values.flatMap((line, r) => {
    const key = rows[r] ?? null;
    const rowGoes = key !== null && goingRows.has(key);
    if (r === header) return [];
    const texts = line.flatMap((value, c) => {
      const column = columns[c] ?? null;
      const usersColumn = column === null || users.has(column);
      const columnGoes = column !== null && goingColumns.has(column);
      const lost = rowGoes
        ? usersColumn
        : columnGoes && !carried(key, column) && (usersColumn || key === null);
      if (!lost || isBlank(value)) return [];
      return [columnGoes ? `${print(values[header]?.[c] ?? column)}: ${print(value)}` : print(value)];
    });
    if (rowGoes) texts.unshift(...(beside[r] ?? []).filter((value) => !isBlank(value)).map(print));
    return texts.length === 0 ? [] : [{ label: print(line[0] ?? key ?? ""), text: texts.join(" · ") }];
  });
  return [...overColumns, ...onRows];
}
