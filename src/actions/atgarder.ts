import { delarseffekt } from "../domain/atgard";
import { kronorPerEnhet, type Penningenhet } from "../domain/tolkaTal";
import { applyChanges } from "../excel/applyChanges";
import { readSnapshot, toMatrix } from "../excel/readSnapshot";
import { asText, readSurroundings } from "../excel/reportSheet";
import type { SessionOptions } from "../excel/session";
import { readStored } from "../excel/stored";
import { resultatVerksamhet } from "../reports/resultatVerksamhet";
import { utseende } from "../reports/profil";
import { arAv, periodText } from "../reports/underlag";
import {
  type FieldColumn,
  readSource,
  recogniseSources,
  type Source,
  sourceTemplate,
  yearOf,
} from "../sources";
import { cellAddress } from "../workbook/address";
import type { CellValue } from "../workbook/cell";
import type { CellContent, Change } from "../workbook/change";
import type { SheetSnapshot } from "../workbook/snapshot";
import { UserError } from "../workbook/userError";
import { ownSheets } from "./ownSheets";
import { planReports, profileOf } from "./planReports";
import { act } from "./session";

/** The register of measures as it stands in the workbook. */
export interface MeasureRegister {
  sheet: string;
  /** The Excel table; null for a plain range. */
  table: string | null;
  address: string;
  unit: Penningenhet;
  columns: MeasureColumn[];
  measures: Measure[];
  /** Rows that could not be read: their cells and what stands there. */
  refused: { cell: string; text: string }[];
}

export interface MeasureColumn {
  /** The field, or field:year where it has a column a year. */
  key: string;
  field: string;
  year: number | null;
  header: string;
  column: number;
  kind: "amount" | "month" | "choice" | "text";
  /** Words to choose from; only for a choice. */
  choices: string[];
}

export interface Measure {
  /** Sheet row, zero-based. */
  row: number;
  cells: Record<string, CellContent>;
  /** Why its effect is not part of the sum; null = it is. */
  outside: Outside | null;
}

/** Not agreed on; part of another measure; called off. */
export type Outside = "ejForankrad" | "ingarI" | "avbruten";

const sourceKind = "atgarder";

/** The workbook's register; null where it has none. Throws UserError where several tables could be it. */
export function readMeasures(options?: SessionOptions): Promise<MeasureRegister | null> {
  return act(async (context) => {
    const { mappings } = await readStored(context);
    const snapshot = await readSnapshot(context);
    const fitting = recogniseSources(snapshot, { mappings, exclude: ownSheets(snapshot) }).filter(
      ({ kind }) => kind === sourceKind,
    );
    if (fitting.length > 1)
      throw new UserError("fleraKallor", {
        kallor: fitting.map(({ sheet, address }) => `${sheet}!${address}`).join(", "),
      });
    if (fitting.length === 0) return null;
    const data = readSource(snapshot, fitting[0], mappings);
    const sheet = snapshot.sheets.find(({ name }) => name === data.source.sheet)!;
    const columns = columnsOf(data.source, sheet, data.sheetRows);
    return {
      sheet: data.source.sheet,
      table: data.source.table,
      address: data.source.address,
      unit: data.unit ?? "tkr",
      columns,
      measures: Array.from(new Set(data.sheetRows), (row) => measureAt(row, columns, sheet)),
      refused: data.refused.map(({ cell, text }) => ({ cell, text })),
    };
  }, options);
}

const amounts = ["effekt", "helarseffekt", "uppnadd"];
const choices = ["status", "forankrad", "engangs"];

function columnsOf(source: Source, sheet: SheetSnapshot, rows: ArrayLike<number>): MeasureColumn[] {
  const keys = new Set<string>();
  return source.columns.flatMap((column): MeasureColumn[] => {
    const { field, header } = column;
    const year = column.year ?? (column.from === null ? null : yearOf(column.from));
    const key = year === null ? field : `${field}:${year}`;
    if (keys.has(key)) return [];
    keys.add(key);
    const kind = amounts.includes(field)
      ? "amount"
      : field === "startmanad"
        ? "month"
        : choices.includes(field)
          ? "choice"
          : "text";
    return [
      {
        key,
        field,
        year,
        header,
        column: column.column,
        kind,
        choices: kind === "choice" ? words(column, sheet, rows) : [],
      },
    ];
  });
}

/** The words our own empty register offers, and those that stand in the column. */
function words({ field, column }: FieldColumn, sheet: SheetSnapshot, rows: ArrayLike<number>): string[] {
  const own = sourceTemplate(sourceKind).columns.find(({ header }) => field === fieldOfHeader[header])?.list;
  const standing = Array.from(rows, (row) => contentAt(sheet, row, column).value).filter(
    (value) => typeof value === "string",
  );
  return [...new Map([...(own ?? []), ...standing].map((word) => [word.toLowerCase(), word])).values()];
}

const fieldOfHeader: Record<string, string> = {
  Status: "status",
  Förankrad: "forankrad",
  Engångs: "engangs",
};

function contentAt({ area, values, formulas }: SheetSnapshot, row: number, column: number): CellContent {
  const [r, c] = [row - area.row, column - area.column];
  const value = values[r]?.[c] ?? null;
  const formula = formulas[r]?.[c] ?? "";
  // A text that begins with "=" is its own formula.
  return { value, formula: formula === value ? "" : formula };
}

function measureAt(row: number, columns: MeasureColumn[], sheet: SheetSnapshot): Measure {
  const cells = Object.fromEntries(columns.map(({ key, column }) => [key, contentAt(sheet, row, column)]));
  return { row, cells, outside: outside(cells) };
}

function outside(cells: Record<string, CellContent>): Outside | null {
  const text = (key: string) => String(cells[key]?.value ?? "").trim();
  if (/^(avbruten|avbruts|utgår|inställd)/i.test(text("status"))) return "avbruten";
  if (!/^(|-|–|nej|0)$/i.test(text("ingar_i"))) return "ingarI";
  return "forankrad" in cells && !/^(ja|j|x|1|true|sant|yes)$/i.test(text("forankrad"))
    ? "ejForankrad"
    : null;
}

/** The years that effects stand in, in order; [null] for a register with one effect and no year. */
export function effectYears({ columns }: MeasureRegister): (number | null)[] {
  const years = columns.flatMap(({ field, year }) => (field === "effekt" ? [year] : []));
  return [...new Set(years)].sort((a, b) => (a ?? 0) - (b ?? 0));
}

const effectKey = (year: number | null) => (year === null ? "effekt" : `effekt:${year}`);

/** A year's effects in the register's unit: what counts, and what stands outside the sum. "-" and blanks add nothing. */
export function effectSums(register: MeasureRegister, year: number | null) {
  const sum = (of: (measure: Measure) => boolean) =>
    register.measures.filter(of).reduce((total, { cells }) => {
      const value = cells[effectKey(year)]?.value;
      return total + (typeof value === "number" ? value : 0);
    }, 0);
  return {
    counted: sum((measure) => measure.outside === null),
    notAgreed: sum((measure) => measure.outside === "ejForankrad"),
    uncalculated: register.measures.filter(
      ({ cells, outside: why }) => why === null && typeof cells[effectKey(year)]?.value !== "number",
    ).length,
  };
}

/**
 * A year's effect as it follows from the yearly effect and the start: its part of the first year, all of the later ones,
 * nothing before; a once-only effect is not carried on. Null where it doesn't follow.
 */
export function proposedEffect(
  whole: number | null,
  start: number | null,
  year: number,
  onceOnly: boolean,
): number | null {
  if (whole === null || start === null) return null;
  const [startYear, month] = [Math.floor(start / 100), start % 100];
  if (month < 1 || month > 12) return null;
  if (year < startYear) return 0;
  if (year === startYear) return onceOnly ? whole : delarseffekt(whole, month);
  return onceOnly ? 0 : whole;
}

/** What measures have to cover: the year's variance in the result report. */
export interface Deficit {
  report: Record<"sv" | "en", string>;
  period: string;
  year: number;
  /** In the unit asked for; plus = a deficit, minus = a surplus. */
  amount: number;
  /** Whether it is the year's forecast, or the outcome of a whole year. */
  forecast: boolean;
}

const resultReport = resultatVerksamhet.id;

/** The deficit by the result report as it would be made now, own forecasts on its sheet included. */
export async function readDeficit(unit: Penningenhet, options?: SessionOptions): Promise<Deficit> {
  const made = await act(async (context) => {
    const { stored, reports } = await readSurroundings(context, [resultReport]);
    return reports.has(resultReport) ? stored.reports[resultReport] : null;
  }, options);
  const { placements, period, profil } = await planReports(
    [resultatVerksamhet],
    {
      period: made?.period,
      profil: made ? profileOf(made) : undefined,
    },
    options,
  );
  const { plan } = placements.find(({ plan: one }) => one.report === resultReport)!;
  const { cells } = plan.rows.find(({ key }) => key === "netto")!;
  const value = (cells.avvikelse_helar ?? cells.avvikelse)?.expected;
  if (typeof value !== "number")
    throw new UserError("kallaSaknarFalt", {
      kalla: plan.sheet,
      falt: "budget",
      rapport: resultatVerksamhet.titel.sv,
    });
  const { enhet } = utseende(profil, resultReport);
  return {
    report: resultatVerksamhet.titel,
    period: periodText(period),
    year: arAv(period),
    amount: (-value * kronorPerEnhet[enhet]) / kronorPerEnhet[unit] + 0,
    forecast: cells.avvikelse_helar !== undefined,
  };
}

/** A measure's cells as they are to be; `before` is what stood there when she decided. */
export interface MeasureEdit {
  row: number;
  column: number;
  before: CellContent;
  after: CellValue;
}

/** Writes a measure's changed cells: all or none. Gives what takes it back. */
export async function editMeasure(
  sheet: string,
  edits: readonly MeasureEdit[],
  options?: SessionOptions,
): Promise<(later?: SessionOptions) => Promise<void>> {
  const changes = edits.map(({ row, column, before, after }): Change => ({
    sheet,
    row,
    column,
    kind: "value",
    before,
    after,
  }));
  const back = edits.map(({ row, column, before, after }): Change => {
    const at = { sheet, row, column, before: { value: after, formula: "" } };
    return before.formula === ""
      ? { ...at, kind: "value", after: before.value }
      : { ...at, kind: "formula", after: before.formula };
  });
  await change(changes, options);
  return (later) => change(back, later);
}

async function change(changes: Change[], options?: SessionOptions): Promise<void> {
  try {
    await act((context) => applyChanges(context, changes), options);
  } catch (error) {
    if (error instanceof UserError && error.code === "cellAndrad")
      throw new UserError("cellenAndrad", error.values);
    throw error;
  }
}

/** Where a measure came to stand, and what takes it away again. */
export interface AddedMeasure {
  sheet: string;
  cell: string;
  undo: (later?: SessionOptions) => Promise<void>;
}

/**
 * Writes a new measure on the row below the last. The register is read again, so that a row a colleague has added
 * meanwhile stays. A row is pushed in only inside a table; throws UserError where a plain range has no room.
 */
export async function addMeasure(
  values: Readonly<Record<string, CellValue>>,
  options?: SessionOptions,
): Promise<AddedMeasure> {
  const register = await readMeasures(options);
  if (!register) throw new UserError("registretBorta");
  const { sheet, columns } = register;
  const { row, pushed } = await act((context) => writeMeasure(context, register, values), options);
  const written = columns.flatMap(({ key, column }) => {
    const value = values[key] ?? null;
    return value === null ? [] : [{ row, column, before: { value: null, formula: "" }, after: value }];
  });
  return {
    sheet,
    cell: cellAddress(row, columns[0].column),
    async undo(later) {
      await change(
        written.map(({ column, after }): Change => ({
          sheet,
          row,
          column,
          kind: "value",
          before: { value: after, formula: "" },
          after: null,
        })),
        later,
      );
      if (pushed) await act((context) => deleteTableRow(context, register.table!, row), later);
    },
  };
}

async function writeMeasure(
  context: Excel.RequestContext,
  { sheet, table: name, columns, measures }: MeasureRegister,
  values: Readonly<Record<string, CellValue>>,
): Promise<{ row: number; pushed: boolean }> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  worksheet.protection.load("protected");
  const table = name === null ? null : context.workbook.tables.getItem(name);
  table?.load("showTotals");
  const whole = table?.getRange();
  whole?.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  if (worksheet.protection.protected) throw new UserError("bladSkyddat", { blad: sheet });
  const positions = columns.map(({ column }) => column);
  const left = whole?.columnIndex ?? Math.min(...positions);
  const width = whole?.columnCount ?? Math.max(...positions) - left + 1;
  const last =
    table && whole
      ? whole.rowIndex + whole.rowCount - (table.showTotals ? 2 : 1)
      : Math.max(...measures.map(({ row }) => row));
  const rowAt = (row: number) => worksheet.getRangeByIndexes(row, left, 1, width);
  const [above, below] = [rowAt(last), rowAt(last + 1)];
  above.load("values,numberFormat");
  below.load("values");
  await context.sync();
  const blank = (range: Excel.Range) => toMatrix(range.values)[0].every((value) => value === null);
  const reuse = table !== null && blank(above);
  const pushed = table !== null && !reuse;
  const occupied = !blank(below);
  if (occupied && table === null)
    throw new UserError("radenUpptagen", { blad: sheet, cell: cellAddress(last + 1, left) });
  const row = reuse ? last : last + 1;
  const target = pushed && occupied ? below.insert("Down") : rowAt(row);
  target.numberFormat = above.numberFormat;
  target.values = [
    Array.from({ length: width }, (_, index) => {
      const column = columns.find((one) => one.column === left + index);
      const value = column ? (values[column.key] ?? null) : null;
      return typeof value === "string" ? asText(value) : ((value ?? "") as number | boolean | "");
    }),
  ];
  // A row put in above the totals row is the table's already.
  if (pushed && table && whole && !table.showTotals)
    table.resize(worksheet.getRangeByIndexes(whole.rowIndex, left, whole.rowCount + 1, width));
  await context.sync();
  return { row, pushed };
}

async function deleteTableRow(context: Excel.RequestContext, name: string, row: number): Promise<void> {
  const table = context.workbook.tables.getItem(name);
  const body = table.getDataBodyRange();
  body.load("rowIndex");
  await context.sync();
  table.rows.getItemAt(row - body.rowIndex).delete();
  await context.sync();
}
