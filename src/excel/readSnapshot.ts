import { parseArea, splitAddress } from "../workbook/address";
import { type CellMatrix, type CellValue, type ErrorCode, isErrorCode } from "../workbook/cell";
import type { CellFormat, SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { isTooLarge } from "./payload";

export interface SnapshotOptions {
  /** Bold, indent, fill and borders too: slower, needed where layout carries meaning. */
  formats?: boolean;
  /** Cells as printed. */
  texts?: boolean;
  /** Values alone: no formulas, number formats or hidden rows. What sources need of a ledger of a million rows. */
  valuesOnly?: boolean;
  /** Cell comments and notes. */
  comments?: boolean;
  /** Called as sheets come in. */
  onProgress?: (read: number, of: number) => void;
}

/** Excel refuses a response above 5 MB on the web; a figure with all its decimals, its formula and format weighs some 60 bytes. */
const cellsPerChunk = 60_000;
/** Indentation tells of groups in reports, in the names to the left; a ledger has none. */
const mostIndented = { rows: 2000, columns: 4 };

/**
 * Reads the whole workbook: one sync for its sheets, one for their sizes, then one per chunk of rows. Values come as
 * Excel holds them; a blank cell is null, which the API can't tell from the text "".
 */
export async function readSnapshot(
  context: Excel.RequestContext,
  options: SnapshotOptions = {},
): Promise<WorkbookSnapshot> {
  const worksheets = context.workbook.worksheets;
  worksheets.load("items/name,items/visibility,items/id");
  const names = context.workbook.names;
  names.load("items/name,items/formula,items/visible");
  const tables = context.workbook.tables;
  tables.load("items/name,items/showHeaders,items/showTotals,items/worksheet/name,items/columns/items/name");
  await context.sync();

  const read = worksheets.items.map((worksheet) => {
    const used = worksheet.getUsedRangeOrNullObject(false);
    used.load("address,rowIndex,columnIndex,rowCount,columnCount");
    worksheet.protection.load("protected");
    worksheet.names.load("items/name,items/formula,items/visible");
    return { worksheet, used };
  });
  const tableRanges = tables.items.map((table) => {
    const range = table.getRange();
    range.load("rowIndex,columnIndex,rowCount,columnCount");
    return { table, range };
  });
  const comments = options.comments ? context.workbook.comments : null;
  comments?.load("items/content");
  await context.sync();

  const sheets: SheetSnapshot[] = [];
  for (const { worksheet, used } of read) {
    const area = used.isNullObject
      ? { row: 0, column: 0, rowCount: 0, columnCount: 0 }
      : {
          row: used.rowIndex,
          column: used.columnIndex,
          rowCount: used.rowCount,
          columnCount: used.columnCount,
        };
    const sheet: SheetSnapshot = {
      name: worksheet.name,
      visibility: visibility(worksheet.visibility),
      protected: worksheet.protection.protected,
      area,
      values: [],
      formulas: [],
      numberFormats: [],
      ...(options.formats && { formats: [] }),
      ...(options.texts && { texts: [] }),
      merges: [],
      tables: tableRanges
        .filter(({ table }) => table.worksheet.name === worksheet.name)
        .map(({ table, range }) => ({
          name: table.name,
          area: {
            row: range.rowIndex,
            column: range.columnIndex,
            rowCount: range.rowCount,
            columnCount: range.columnCount,
          },
          hasHeaders: table.showHeaders,
          hasTotals: table.showTotals,
          columns: table.columns.items.map((column) => column.name),
        })),
      hiddenRows: [],
      hiddenColumns: [],
    };
    await readCells(context, worksheet, sheet, options);
    sheets.push(sheet);
    options.onProgress?.(sheets.length, read.length);
  }
  if (comments) await readComments(context, comments, sheets);
  return {
    sheets,
    names: [
      ...names.items.map(({ name, formula, visible }) => ({
        name,
        sheet: null,
        formula: String(formula),
        visible,
      })),
      ...read.flatMap(({ worksheet }) =>
        worksheet.names.items.map(({ name, formula, visible }) => ({
          name,
          sheet: worksheet.name,
          formula: String(formula),
          visible,
        })),
      ),
    ],
  };
}

const visibility = (value: Excel.SheetVisibility | "Visible" | "Hidden" | "VeryHidden") =>
  value === "Visible" ? "visible" : value === "Hidden" ? "hidden" : "veryHidden";

async function readCells(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  sheet: SheetSnapshot,
  options: SnapshotOptions,
): Promise<void> {
  const { row, column, rowCount, columnCount } = sheet.area;
  if (rowCount === 0) return;
  let rowsPerChunk = Math.max(1, Math.floor(cellsPerChunk / columnCount));
  const used = worksheet.getRangeByIndexes(row, column, rowCount, columnCount);
  const merged = used.getMergedAreasOrNullObject();
  merged.load("address");
  const columnsHidden = options.valuesOnly ? null : used.getColumnProperties({ columnHidden: true });
  const indents =
    options.valuesOnly || options.formats || rowCount > mostIndented.rows
      ? null
      : worksheet
          .getRangeByIndexes(row, column, rowCount, Math.min(columnCount, mostIndented.columns))
          .getCellProperties({ format: { indentLevel: true } });
  await context.sync();
  if (indents)
    sheet.indents = indents.value.map((cells) => cells.map(({ format }) => format?.indentLevel ?? 0));
  for (let start = 0, count = 0; start < rowCount; start += count) {
    count = Math.min(rowsPerChunk, rowCount - start);
    const chunk = worksheet.getRangeByIndexes(row + start, column, count, columnCount);
    if (options.valuesOnly) chunk.load("values");
    else chunk.load("values,formulas,numberFormat");
    if (options.texts) chunk.load("text");
    const rowsHidden = options.valuesOnly ? null : chunk.getRowProperties({ rowHidden: true });
    const properties = options.formats
      ? chunk.getCellProperties({
          format: {
            font: { bold: true, italic: true },
            fill: { color: true },
            indentLevel: true,
            borders: { style: true },
          },
        } as Excel.CellPropertiesLoadOptions)
      : null;
    // A sheet of 5 million cells can't come in one response: one sync a chunk.
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
    } catch (error) {
      // Long texts weigh more than figures: the same rows again, in halves.
      if (!isTooLarge(error) || count === 1) throw error;
      rowsPerChunk = Math.ceil(count / 2);
      count = 0;
      continue;
    }
    if (rowsHidden) sheet.hiddenRows.push(...hiddenIndexes(rowsHidden.value, "rowHidden", row + start));
    for (let r = 0; r < count; r++) {
      sheet.values.push(chunk.values[r].map(fromExcel));
      if (options.valuesOnly) continue;
      sheet.formulas.push(chunk.formulas[r].map((formula, c) => onlyFormula(formula, chunk.values[r][c])));
      sheet.numberFormats.push(chunk.numberFormat[r] as string[]);
      if (options.texts) sheet.texts!.push(chunk.text[r] as string[]);
      if (properties) sheet.formats!.push(properties.value[r].map(toFormat));
    }
  }
  if (columnsHidden) sheet.hiddenColumns = hiddenIndexes(columnsHidden.value, "columnHidden", column);
  if (!merged.isNullObject) {
    sheet.merges = merged.address
      .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
      .map((address) => parseArea(splitAddress(address).address))
      .filter((area) => area !== null);
  }
}

function hiddenIndexes<K extends string>(
  properties: ({ [key in K]?: boolean } & object)[],
  key: K,
  from: number,
): number[] {
  return properties.flatMap((item, index) => (item[key] ? [from + index] : []));
}

/** A text that begins with "=" is its own formula. */
const onlyFormula = (formula: unknown, value: unknown) =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : "";

/** The API gives "" for a blank cell and an error as its text. */
export function fromExcel(value: unknown): CellValue {
  if (typeof value === "number") return value;
  if (value === "" || value === null || value === undefined) return null;
  if (typeof value === "string" && value[0] !== "#") return value;
  if (isErrorCode(value)) return { fel: value as ErrorCode };
  return value as CellValue;
}

function toFormat(properties: Excel.CellProperties): CellFormat {
  const format = properties.format as {
    font?: { bold?: boolean; italic?: boolean };
    fill?: { color?: string };
    indentLevel?: number;
    borders?: { top?: { style?: string }; bottom?: { style?: string } };
  };
  const line = (border?: { style?: string }) => border?.style !== undefined && border.style !== "None";
  const fill = format.fill?.color ?? "";
  return {
    bold: format.font?.bold ?? false,
    italic: format.font?.italic ?? false,
    indent: format.indentLevel ?? 0,
    fill: fill.toUpperCase() === "#FFFFFF" ? "" : fill,
    topBorder: line(format.borders?.top),
    bottomBorder: line(format.borders?.bottom),
  };
}

async function readComments(
  context: Excel.RequestContext,
  comments: Excel.CommentCollection,
  sheets: SheetSnapshot[],
): Promise<void> {
  const located = comments.items.map((comment) => {
    const at = comment.getLocation();
    at.load("rowIndex,columnIndex,worksheet/name");
    return { comment, at };
  });
  await context.sync();
  for (const { comment, at } of located) {
    const sheet = sheets.find(({ name }) => name === at.worksheet.name);
    (sheet!.comments ??= []).push({ row: at.rowIndex, column: at.columnIndex, text: comment.content });
  }
}

/** One range's values, as a snapshot has them. */
export function toMatrix(values: unknown[][]): CellMatrix {
  return values.map((row) => row.map(fromExcel));
}
