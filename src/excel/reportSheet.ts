import { areaAddress, cellAddress, quoteSheet } from "../workbook/address";
import { agrees, type CellMatrix, type CellValue, isCellError } from "../workbook/cell";
import { formulaText, type Place, type PlanRef } from "../workbook/expression";
import { columnLabels, rowLabels } from "../workbook/layout";
import type { ExistingReport, Placement, ReportSurroundings } from "../workbook/placement";
import { isExpression, type PlanCell, type SheetPlan } from "../workbook/plan";
import { reportName, type Stored } from "../workbook/stored";
import { UserError } from "../workbook/userError";
import { readAreas, requestBudget, rowBlocks } from "./payload";
import { toMatrix } from "./readSnapshot";
import { writeCharts } from "./reportCharts";
import { applyConditionalFormats, applyPageSetup, applyRowStyles } from "./reportStyle";
import { queueStored, updateStored } from "./stored";

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

/** Reads what bears on where these reports go, and the report sheets that are there: two syncs and one for the stored part. */
export async function readSurroundings(
  context: Excel.RequestContext,
  reports: string[],
): Promise<ReportSurroundings & { stored: Stored }> {
  const readStored = queueStored(context);
  context.workbook.protection.load("protected");
  const worksheets = context.workbook.worksheets;
  worksheets.load("items/name");
  const named = reports.map((report) => {
    const item = context.workbook.names.getItemOrNullObject(reportName(report));
    item.load("formula");
    const range = item.getRangeOrNullObject();
    range.load("rowIndex,columnIndex,rowCount,columnCount,worksheet/name");
    return { report, item, range };
  });
  await context.sync();
  const stored = await readStored();

  const present = named.flatMap(({ report, item, range }) => {
    if (item.isNullObject) return [];
    const remembered = stored.reports[report];
    if (!remembered) throw new UserError("namnUpptaget", { namn: reportName(report) });
    // The sheet was deleted; its name stays, pointing nowhere.
    if (range.isNullObject) return [];
    range.worksheet.protection.load("protected");
    const used = range.getBoundingRect(range.worksheet.getUsedRange(true));
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    return [{ report, range, used, remembered }];
  });
  if (present.length > 0) await context.sync();
  const cells = await readAreas(
    context,
    present.map(({ range, used }) => ({ sheet: range.worksheet, area: extent(used) })),
  );
  return {
    stored,
    sheets: worksheets.items.map(({ name }) => name),
    structureProtected: context.workbook.protection.protected,
    reports: new Map(
      present.map(({ report, range, used, remembered }, index) => {
        const skip = { rows: range.rowIndex - used.rowIndex, columns: range.columnIndex - used.columnIndex };
        const cut = <T>(matrix: T[][]) => matrix.slice(skip.rows).map((row) => row.slice(skip.columns));
        const values = toMatrix(cells[index].values);
        const existing: ExistingReport = {
          sheet: range.worksheet.name,
          protected: range.worksheet.protection.protected,
          top: range.rowIndex,
          left: range.columnIndex,
          rowCount: range.rowCount,
          columnCount: range.columnCount,
          values: cut(values),
          above: values.slice(0, skip.rows).map((row) => row.slice(skip.columns)),
          beside: values.slice(skip.rows).map((row) => row.slice(0, skip.columns)),
          formulas: cut(cells[index].formulas).map((row) => row.map(String)),
          stored: remembered,
        };
        return [report, existing];
      }),
    ),
  };
}

export interface WriteDetails {
  profile: string;
  period: string;
  /** Choices that are kept for the next time. */
  settings: Stored["settings"];
  /** Heading of the list of what the user had written on rows that went. */
  orphanTitle: string;
  steps?: WriteSteps;
}

/** Where somebody watches: each report is then written in a request of its own. */
export interface WriteSteps {
  onWritten: (done: number, of: number) => void;
  /** Asked after each report; true leaves the rest unwritten. */
  cancelled: () => boolean;
}

/** Writes placed plans and reads back what Excel calculated: one sync, one more per 3.5 MB, and those of the stored part. */
export async function writeReports(
  context: Excel.RequestContext,
  placements: Placement[],
  details: WriteDetails,
): Promise<WrittenReport[]> {
  const names = new Map(
    placements.map(({ plan }) => {
      const item = context.workbook.names.getItemOrNullObject(reportName(plan.report));
      item.load("name");
      return [plan.report, item];
    }),
  );
  // First what makes a sheet ours: a batch that stops halfway can then be run again.
  await updateStored(context, (stored) => ({
    ...stored,
    reports: { ...stored.reports, ...remember(placements, details) },
    settings: { ...stored.settings, ...details.settings },
  }));
  const room = requestBudget(context);
  const written: (() => WrittenReport)[] = [];
  for (const placement of placements) {
    const name = names.get(placement.plan.report)!;
    written.push(await queueReport(context, placement, placeOf(placement, placements), name, details, room));
    if (!details.steps) continue;
    // What is told as written must have been answered.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    details.steps.onWritten(written.length, placements.length);
    if (details.steps.cancelled()) break;
  }
  await context.sync();
  return written.map((read) => read());
}

function remember(placements: Placement[], { profile, period }: WriteDetails): Stored["reports"] {
  return Object.fromEntries(
    placements.map(({ plan }) => [
      plan.report,
      { rows: rowLabels(plan), columns: columnLabels(plan), headerRow: plan.headerRow, profile, period },
    ]),
  );
}

/** Where a plan's cell is after the merge; `report` may name another plan of the same writing. */
const placeOf =
  (own: Placement, all: Placement[]) =>
  (ref: PlanRef): Place => {
    const target = ref.report ? all.find(({ plan }) => plan.report === ref.report) : own;
    const row = target?.rows.positions.get(ref.row);
    const column = target?.columns.positions.get(ref.column);
    if (!target || row === undefined || column === undefined) {
      throw new Error(
        `The plan ${own.plan.report} points to ${ref.report ?? "its own"} ${ref.row}/${ref.column}, which is not there.`,
      );
    }
    return { sheet: target.sheet, row: target.top + row, column: target.left + column };
  };

async function queueReport(
  context: Excel.RequestContext,
  placement: Placement,
  place: (ref: PlanRef) => Place,
  name: Excel.NamedItem,
  { orphanTitle }: WriteDetails,
  room: ReturnType<typeof requestBudget>,
): Promise<() => WrittenReport> {
  const { plan, existing, rows, columns } = placement;
  const sheet = existing
    ? context.workbook.worksheets.getItem(placement.sheet)
    : context.workbook.worksheets.add(placement.sheet);
  if (existing) moveRowsAndColumns(sheet, placement);
  const area = {
    row: placement.top,
    column: placement.left,
    rowCount: rows.length,
    columnCount: columns.length,
  };
  nameRange(context, name, placement, area);
  const range = sheet.getRangeByIndexes(area.row, area.column, area.rowCount, area.columnCount);
  const contents = cellsOf(placement, (cell) => cellContent(cell, placement.sheet, place));
  // What the user types on a new row is printed as the report's other figures.
  const formats = cellsOf(
    placement,
    (cell) => cell?.numberFormat ?? "General",
    (row) => !existing || !rows.kept.has(row),
  );
  for (const { first, count, weight } of rowBlocks(
    contents.map((row, r) => weigh(row) + weigh(formats[r])),
  )) {
    await room(weight);
    const block = sheet.getRangeByIndexes(area.row + first, area.column, count, area.columnCount);
    block.numberFormat = formats.slice(first, first + count);
    block.formulas = contents.slice(first, first + count);
  }
  applyRowStyles(sheet, placement);
  applyConditionalFormats(sheet, placement, place);
  if (!existing) applyPageSetup(sheet, placement);
  // After the widths are set: a chart is placed by cells.
  writeCharts(sheet, placement, place);
  writeOrphans(sheet, placement, orphanTitle);
  const live = contents.some((row) => row.some(isFormula));
  if (live) range.load("values");
  return () => {
    const pick = <T>(matrix: T[][]) =>
      plan.rows.map((row) =>
        plan.columns.map(
          (column) => matrix[rows.positions.get(row.key)!][columns.positions.get(column.key)!],
        ),
      );
    const values = live ? pick(calculated(range.values, contents)) : written(plan);
    return {
      report: plan.report,
      sheet: placement.sheet,
      address: areaAddress(area),
      created: !existing,
      values,
      formulas: pick(contents).map((row) => row.map((content) => (isFormula(content) ? content : null))),
      overwritten: placement.overwritten,
      orphans: placement.orphans,
      disagreeing: disagreements(placement, values),
    };
  };
}

const isFormula = (content: unknown): content is string =>
  typeof content === "string" && content.startsWith("=");

/** The API gives "" for a blank cell and for an empty text; only a formula gives the latter. */
const calculated = (values: unknown[][], contents: unknown[][]): CellMatrix =>
  toMatrix(values).map((row, r) =>
    row.map((value, c) => (value === null && isFormula(contents[r][c]) ? "" : value)),
  );

/** A sheet without formulas holds what was written. */
const written = (plan: SheetPlan): CellMatrix =>
  plan.rows.map(({ cells }) =>
    plan.columns.map(({ key }) => {
      const content = cells[key]?.content ?? null;
      return isExpression(content) ? null : content;
    }),
  );

const weigh = (row: unknown[]) => JSON.stringify(row).length;

/** Deletions first and from the end, as they were counted; then insertions from the start. */
function moveRowsAndColumns(sheet: Excel.Worksheet, { top, left, rows, columns }: Placement): void {
  const rowSpan = (position: number, count: number) =>
    sheet.getRangeByIndexes(top + position, 0, count, 1).getEntireRow();
  const columnSpan = (position: number, count: number) =>
    sheet.getRangeByIndexes(0, left + position, 1, count).getEntireColumn();
  for (const { position, count } of rows.deletions) rowSpan(position, count).delete("Up");
  for (const { position, count } of columns.deletions) columnSpan(position, count).delete("Left");
  for (const { position, count } of rows.insertions) rowSpan(position, count).insert("Down");
  for (const { position, count } of columns.insertions) columnSpan(position, count).insert("Right");
}

/** One entry a cell of the report's area; null (Excel leaves such cells as they are) on the user's rows and columns. */
function cellsOf<T>(
  { plan, rows, columns }: Placement,
  of: (cell: PlanCell | undefined) => T,
  usersToo: (row: string) => boolean = () => false,
): T[][] {
  const matrix = Array.from({ length: rows.length }, () => new Array<T | null>(columns.length).fill(null));
  for (const row of plan.rows) {
    for (const column of plan.columns) {
      const cell = row.cells[column.key];
      const ours = row.key === plan.headerRow || cell?.converted || isExpression(cell?.content ?? null);
      const users = column.owner === "user" && !ours;
      const target = matrix[rows.positions.get(row.key)!];
      if (!users || usersToo(row.key)) target[columns.positions.get(column.key)!] = of(cell);
    }
  }
  return matrix as T[][];
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
  return isCellError(content) ? content.fel : content;
}

/** A text that Excel would read as something else when entered (formula, number, date, truth value) is marked as text. */
export function asText(text: string): string {
  return /^[\s]*[=+\-@'\t\r]|\d|^\s*(true|false|sant|falskt)\s*$/i.test(text) ? `'${text}` : text;
}

function writeOrphans(
  sheet: Excel.Worksheet,
  { existing, orphans, top, left, rows }: Placement,
  title: string,
): void {
  if (!existing || orphans.length === 0) return;
  const usersBelow = Math.max(0, existing.values.length - existing.rowCount);
  const lines = [[title, ""], ...orphans.map(({ label, text }) => [label, text])];
  const range = sheet.getRangeByIndexes(top + rows.length + usersBelow + 1, left, lines.length, 2);
  range.formulas = lines.map((line) => line.map(asText));
  range.getRow(0).format.font.bold = true;
}

type Extent = { row: number; column: number; rowCount: number; columnCount: number };

const extent = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Extent => ({
  row: rowIndex,
  column: columnIndex,
  rowCount,
  columnCount,
});

function nameRange(
  context: Excel.RequestContext,
  name: Excel.NamedItem,
  { plan, sheet }: Placement,
  area: Extent,
): void {
  const absolute = areaAddress(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  const formula = `=${quoteSheet(sheet)}!${absolute}`;
  if (name.isNullObject) context.workbook.names.add(reportName(plan.report), formula);
  else name.formula = formula;
}

function disagreements(
  { plan, top, left, rows, columns }: Placement,
  values: CellMatrix,
): WrittenReport["disagreeing"] {
  return plan.rows.flatMap((row, r) =>
    plan.columns.flatMap((column, c) => {
      const expected = row.cells[column.key]?.expected;
      if (expected === undefined || agrees(expected, values[r][c])) return [];
      const cell = cellAddress(top + rows.positions.get(row.key)!, left + columns.positions.get(column.key)!);
      return [{ cell, expected, value: values[r][c] }];
    }),
  );
}
