import { areaAddress, cellAddress, quoteSheet } from "../workbook/address";
import { type CellMatrix, type CellValue, isCellError } from "../workbook/cell";
import { formulaText, type Place, type PlanRef } from "../workbook/expression";
import { columnLabels, findKeys, freshMerge, mergeKeys, rowLabels } from "../workbook/layout";
import { isExpression, type PlanCell, type SheetPlan } from "../workbook/plan";
import type { Stored, StoredReport } from "../workbook/stored";
import { UserError } from "../workbook/userError";
import { fromExcel, toMatrix } from "./readSnapshot";
import type { Existing, Placement } from "./placement";
import { applyConditionalFormats, applyPageSetup, applyRowStyles } from "./reportStyle";
import { queueStored, StoredUnreadableError, updateStored } from "./stored";

export interface WrittenReport {
  report: string;
  sheet: string;
  address: string;
  created: boolean;
  /** The report's cells as calculated, in the plan's rows and columns. */
  values: CellMatrix;
  formulas: (string | null)[][];
  overwritten: Placement["overwritten"];
  orphans: Placement["orphans"];
  /** Cells whose calculated value differs from the plan's; empty unless the workbook calculates manually. */
  disagreeing: { cell: string; expected: CellValue; value: CellValue }[];
}

export const reportName = (report: string) => `KOLL_${report.replace(/-/g, "_")}`;

/** Meets the plans with the workbook: two syncs. Throws UserError where a plan can't be placed. */
export async function placeReports(context: Excel.RequestContext, plans: SheetPlan[]): Promise<Placement[]> {
  const readStored = queueStored(context);
  context.workbook.protection.load("protected");
  const worksheets = context.workbook.worksheets;
  worksheets.load("items/name");
  const named = plans.map(({ report }) => {
    const item = context.workbook.names.getItemOrNullObject(reportName(report));
    item.load("formula");
    const range = item.getRangeOrNullObject();
    range.load("rowIndex,columnIndex,rowCount,columnCount,worksheet/name");
    range.worksheet.protection.load("protected");
    return { item, range };
  });
  await context.sync();
  const stored = await orUserError(readStored);

  const taken = new Map(worksheets.items.map(({ name }) => [name.toLowerCase(), name]));
  const found = plans.map((plan, index) => {
    const { item, range } = named[index];
    const remembered = stored.reports[plan.report];
    if (!item.isNullObject && !range.isNullObject) {
      if (!remembered) throw new UserError("namnUpptaget", { namn: reportName(plan.report) });
      if (range.worksheet.protection.protected)
        throw new UserError("bladSkyddat", { blad: range.worksheet.name });
      const used = range.worksheet.getUsedRangeOrNullObject(true).getBoundingRect(range);
      used.load("rowIndex,columnIndex,values,formulas");
      return { plan, range, remembered, used };
    }
    const occupied = taken.get(plan.sheet.toLowerCase());
    if (occupied) throw new UserError("bladUpptaget", { blad: occupied });
    if (context.workbook.protection.protected) throw new UserError("bokSkyddad");
    return { plan, range: null, remembered: null, used: null };
  });
  await context.sync();

  return found.map(({ plan, range, remembered, used }) => {
    if (!range || !remembered || !used) return placeNew(plan);
    const [skipRows, skipColumns] = [range.rowIndex - used.rowIndex, range.columnIndex - used.columnIndex];
    const cut = <T>(matrix: T[][]) => matrix.slice(skipRows).map((row) => row.slice(skipColumns));
    return placeExisting(plan, remembered, {
      sheet: range.worksheet.name,
      top: range.rowIndex,
      left: range.columnIndex,
      rowCount: range.rowCount,
      columnCount: range.columnCount,
      values: cut(toMatrix(used.values)),
      formulas: cut(used.formulas as string[][]),
    });
  });
}

async function orUserError(read: () => Promise<Stored>): Promise<Stored> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof StoredUnreadableError)) throw error;
    throw new UserError(error.reason === "newer" ? "lagratNyare" : "lagratSkadat");
  }
}

function placeNew(plan: SheetPlan): Placement {
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

interface Found extends Omit<Existing, "rows" | "columns"> {
  rowCount: number;
  columnCount: number;
}

function placeExisting(plan: SheetPlan, remembered: StoredReport, found: Found): Placement {
  const text = (value: CellValue) => (typeof value === "string" ? value : "");
  const rows = findKeys(
    remembered.rows,
    found.values.slice(0, found.rowCount).map((row) => text(row[0])),
  );
  const header = rows.indexOf(plan.headerRow);
  const columns = findKeys(
    remembered.columns,
    (found.values[header] ?? []).slice(0, found.columnCount).map(text),
  );
  const existing: Existing = { ...found, rows, columns };
  const placement: Placement = {
    plan,
    sheet: found.sheet,
    existing,
    top: found.top,
    left: found.left,
    rows: mergeKeys(
      rows,
      plan.rows.map(({ key }) => key),
    ),
    columns: mergeKeys(
      columns,
      plan.columns.map(({ key }) => key),
    ),
    overwritten: [],
    orphans: [],
  };
  return {
    ...placement,
    overwritten: typedOver(placement, existing),
    orphans: orphaned(placement, existing),
  };
}

function typedOver({ plan }: Placement, existing: Existing): Placement["overwritten"] {
  return plan.rows.flatMap((row) => {
    const r = existing.rows.indexOf(row.key);
    if (r < 0) return [];
    return plan.columns.flatMap(({ key, owner }) => {
      const c = existing.columns.indexOf(key);
      const content = row.cells[key]?.content;
      if (c < 0 || owner === "user" || content === undefined || !isExpression(content)) return [];
      const formula = existing.formulas[r]?.[c];
      if (typeof formula === "string" && formula.startsWith("=")) return [];
      return [
        { cell: cellAddress(existing.top + r, existing.left + c), was: existing.values[r]?.[c] ?? null },
      ];
    });
  });
}

/** The user's cells on rows that vanish: her columns among ours, and everything to the right of them. */
function orphaned({ plan, rows }: Placement, existing: Existing): Placement["orphans"] {
  const ours = new Set(plan.columns.filter(({ owner }) => owner === "report").map(({ key }) => key));
  const vanishing = new Set(rows.deletions.flatMap(({ keys }) => keys));
  return existing.rows.flatMap((key, r) => {
    if (key === null || !vanishing.has(key)) return [];
    const texts = existing.values[r]
      .filter((value, c) => value !== null && !ours.has(existing.columns[c] ?? "") && !wasOurs(existing, c))
      .map((value) => (isCellError(value) ? value.fel : String(value)));
    return texts.length === 0
      ? []
      : [{ label: String(existing.values[r][0] ?? key), text: texts.join(" · ") }];
  });
}

/** A column of ours that this plan no longer has: its figures are not the user's. */
const wasOurs = ({ columns }: Existing, column: number) =>
  column < columns.length && columns[column] !== null && !userKeys.has(columns[column]);
const userKeys = new Set(["kommentar", "manuell"]);

/** Writes placed plans in one batch and reads back what Excel calculated: two syncs and those of the stored part. */
export async function writeReports(
  context: Excel.RequestContext,
  placements: Placement[],
  details: { profile: string; period: string; orphanTitle: string },
): Promise<WrittenReport[]> {
  const placeOf =
    (own: Placement) =>
    (ref: PlanRef): Place => {
      const target = ref.report ? placements.find(({ plan }) => plan.report === ref.report) : own;
      const row = target?.rows.positions.get(ref.row);
      const column = target?.columns.positions.get(ref.column);
      if (!target || row === undefined || column === undefined) {
        throw new Error(
          `The plan ${own.plan.report} points to ${ref.report ?? "its own"} ${ref.row}/${ref.column}, which is not there.`,
        );
      }
      return { sheet: target.sheet, row: target.top + row, column: target.left + column };
    };
  const written = placements.map((placement) => {
    const sheet = placement.existing
      ? context.workbook.worksheets.getItem(placement.sheet)
      : context.workbook.worksheets.add(placement.sheet);
    if (placement.existing) moveRowsAndColumns(sheet, placement);
    const area = {
      row: placement.top,
      column: placement.left,
      rowCount: placement.rows.length,
      columnCount: placement.columns.length,
    };
    const range = sheet.getRangeByIndexes(area.row, area.column, area.rowCount, area.columnCount);
    const contents = cellsOf(placement, (cell) => cellContent(cell, placement.sheet, placeOf(placement)));
    const formats = cellsOf(placement, (cell) => cell?.numberFormat ?? "General");
    range.numberFormat = formats as string[][];
    range.formulas = contents as string[][];
    applyRowStyles(sheet, placement);
    applyConditionalFormats(sheet, placement, placeOf(placement));
    if (!placement.existing) applyPageSetup(sheet, placement);
    writeOrphans(sheet, placement, details.orphanTitle);
    nameRange(context, placement, area);
    range.load("values");
    return { placement, area, range, contents };
  });
  await updateStored(context, (stored) => ({
    ...stored,
    reports: {
      ...stored.reports,
      ...Object.fromEntries(
        placements.map(({ plan }) => [
          plan.report,
          {
            rows: rowLabels(plan),
            columns: columnLabels(plan),
            profile: details.profile,
            period: details.period,
            name: reportName(plan.report),
          },
        ]),
      ),
    },
  }));
  await context.sync();
  return written.map(({ placement, area, range, contents }) => {
    const pick = <T>(matrix: T[][]) =>
      placement.plan.rows.map((row) =>
        placement.plan.columns.map(
          (column) =>
            matrix[placement.rows.positions.get(row.key)!][placement.columns.positions.get(column.key)!],
        ),
      );
    const values = pick(toMatrix(range.values));
    const formulas = pick(contents).map((row) =>
      row.map((content) => (typeof content === "string" && content.startsWith("=") ? content : null)),
    );
    return {
      report: placement.plan.report,
      sheet: placement.sheet,
      address: areaAddress(area),
      created: !placement.existing,
      values,
      formulas,
      overwritten: placement.overwritten,
      orphans: placement.orphans,
      disagreeing: disagreements(placement, values),
    };
  });
}

/** Deletions first and from the end, as they were counted; then insertions from the start. */
function moveRowsAndColumns(sheet: Excel.Worksheet, { top, left, rows, columns }: Placement): void {
  const span = (merge: "rows" | "columns", position: number, count: number) =>
    merge === "rows"
      ? sheet.getRangeByIndexes(top + position, 0, count, 1).getEntireRow()
      : sheet.getRangeByIndexes(0, left + position, 1, count).getEntireColumn();
  for (const { position, count } of rows.deletions) span("rows", position, count).delete("Up");
  for (const { position, count } of columns.deletions) span("columns", position, count).delete("Left");
  for (const { position, count } of rows.insertions) span("rows", position, count).insert("Down");
  for (const { position, count } of columns.insertions) span("columns", position, count).insert("Right");
}

/** One entry a cell of the report's area; null (leave as it is) on the user's rows and columns. */
function cellsOf<T>(
  { plan, rows, columns }: Placement,
  of: (cell: PlanCell | undefined) => T,
): (T | null)[][] {
  const matrix = Array.from({ length: rows.length }, () => new Array<T | null>(columns.length).fill(null));
  for (const row of plan.rows) {
    for (const column of plan.columns) {
      const users = column.owner === "user" && row.key !== plan.headerRow;
      const target = matrix[rows.positions.get(row.key)!];
      if (!users) target[columns.positions.get(column.key)!] = of(row.cells[column.key]);
    }
  }
  return matrix;
}

function cellContent(
  cell: PlanCell | undefined,
  sheet: string,
  place: (ref: PlanRef) => Place,
): string | number | boolean {
  const content = cell?.content ?? null;
  if (content === null) return "";
  if (isExpression(content)) return formulaText(content, sheet, place);
  if (typeof content === "string") return asText(content);
  if (typeof content === "object") return content.fel;
  return content;
}

/** A text that Excel would read as something else when entered (formula, number, date, truth value) is marked as text. */
export function asText(text: string): string {
  return /^[\s]*[=+\-@'\t\r]|\d|^\s*(true|false|sant|falskt)\s*$/i.test(text) ? `'${text}` : text;
}

function writeOrphans(sheet: Excel.Worksheet, placement: Placement, title: string): void {
  if (placement.orphans.length === 0 || !placement.existing) return;
  const below = placement.top + placement.rows.length + usedBelow(placement) + 1;
  const lines = [[title, ""], ...placement.orphans.map(({ label, text }) => [label, text])];
  const range = sheet.getRangeByIndexes(below, placement.left, lines.length, 2);
  range.formulas = lines.map((line) => line.map(asText));
  range.getRow(0).format.font.bold = true;
}

/** Rows the user has filled below the report. */
const usedBelow = ({ existing }: Placement) => Math.max(0, existing!.values.length - existing!.rows.length);

function nameRange(
  context: Excel.RequestContext,
  { plan, sheet, existing }: Placement,
  area: { row: number; column: number; rowCount: number; columnCount: number },
): void {
  const [first, last] = areaAddress(area).split(":");
  const formula = `=${quoteSheet(sheet)}!${absolute(first)}:${absolute(last ?? first)}`;
  const names = context.workbook.names;
  if (existing) names.getItem(reportName(plan.report)).formula = formula;
  else names.addFormulaLocal(reportName(plan.report), formula);
}

const absolute = (address: string) => address.replace(/([A-Z]+)(\d+)/, "$$$1$$$2");

function disagreements(
  { plan, top, left, rows, columns }: Placement,
  values: CellMatrix,
): WrittenReport["disagreeing"] {
  return plan.rows.flatMap((row, r) =>
    plan.columns.flatMap((column, c) => {
      const expected = row.cells[column.key]?.expected;
      if (expected === undefined || agrees(expected, values[r][c])) return [];
      const cell = cellAddress(top + rows.positions.get(row.key)!, left + columns.positions.get(column.key)!);
      return [{ cell, expected, value: fromExcel(values[r][c]) }];
    }),
  );
}

/** Sums in another order may differ in the last binary digits. */
export function agrees(a: CellValue, b: CellValue): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  if (isCellError(a) && isCellError(b)) return a.fel === b.fel;
  return (a ?? "") === (b ?? "");
}
