import { areaAddress } from "../workbook/address";
import type { CellMatrix, CellValue } from "../workbook/cell";
import { isCellError } from "../workbook/cell";
import { UserError } from "../workbook/userError";
import { requestBudget, rowBlocks } from "./payload";
import { asText } from "./reportSheet";

/** A table to be put on a sheet of its own. */
export interface NewTable {
  /** Wanted names; a number is added where they are taken. */
  sheet: string;
  table: string;
  /** The lines above the table, the title first. */
  above: string[];
  columns: NewColumn[];
  rows: CellMatrix;
  /** Rows below the header that validation and formats reach, so that rows added later have them too. */
  roomFor: number;
}

export interface NewColumn {
  header: string;
  numberFormat: string;
  validation?: { rule: Excel.DataValidationRule; message: string };
}

export interface PlacedTable {
  sheet: string;
  table: string;
  /** Headers and rows. */
  address: string;
}

/**
 * Adds the sheet and the table and shows it: two syncs and one per 3.5 MB of rows. Throws UserError when the workbook's
 * structure is protected; nothing has been written then.
 */
export async function addTableSheet(context: Excel.RequestContext, made: NewTable): Promise<PlacedTable> {
  const { workbook } = context;
  workbook.protection.load("protected");
  workbook.worksheets.load("items/name");
  workbook.tables.load("items/name");
  workbook.names.load("items/name");
  await context.sync();
  if (workbook.protection.protected) throw new UserError("bokSkyddad");
  const named = (items: { name: string }[]) => items.map(({ name }) => name);
  const sheetName = freeName(sheetNameOf(made.sheet), named(workbook.worksheets.items), " ", 31);
  const tableName = freeName(
    tableNameOf(made.table),
    [...named(workbook.tables.items), ...named(workbook.names.items)],
    "_",
    255,
  );
  const sheet = workbook.worksheets.add(sheetName);
  const top = made.above.length + 1;
  const width = made.columns.length;
  if (made.above.length > 0) {
    sheet.getRangeByIndexes(0, 0, made.above.length, 1).values = made.above.map((line) => [asText(line)]);
    sheet.getRangeByIndexes(0, 0, 1, 1).format.font.bold = true;
  }
  sheet.getRangeByIndexes(top, 0, 1, width).values = [made.columns.map(({ header }) => asText(header))];
  made.columns.forEach(({ numberFormat, validation }, column) => {
    const body = sheet.getRangeByIndexes(top + 1, column, Math.max(made.roomFor, made.rows.length, 1), 1);
    if (numberFormat !== "General") body.numberFormat = numberFormat as unknown as string[][];
    if (validation) {
      body.dataValidation.rule = validation.rule;
      body.dataValidation.errorAlert = {
        message: validation.message,
        title: "",
        showAlert: true,
        style: "Stop",
      };
    }
  });
  const room = requestBudget(context);
  for (const { first, count, weight } of rowBlocks(made.rows.map(weigh))) {
    await room(weight);
    sheet.getRangeByIndexes(top + 1 + first, 0, count, width).values = made.rows
      .slice(first, first + count)
      .map((row) => row.map((value, column) => entered(value, made.columns[column].numberFormat)));
  }
  const area = { row: top, column: 0, rowCount: Math.max(made.rows.length, 1) + 1, columnCount: width };
  const table = sheet.tables.add(areaAddress(area), true);
  table.name = tableName;
  // Widths after what stands in the first rows: measuring a million would take long.
  sheet.getRangeByIndexes(top, 0, Math.min(area.rowCount, 200), width).format.autofitColumns();
  sheet.freezePanes.freezeRows(top + 1);
  sheet.activate();
  await context.sync();
  return { sheet: sheetName, table: tableName, address: areaAddress(area) };
}

const weigh = (row: CellValue[]) =>
  row.reduce<number>((sum, cell) => sum + (typeof cell === "string" ? 2 * cell.length + 4 : 20), 4);

/** In a cell formatted as text everything is text as it stands; a mark before it would be part of it. */
const entered = (value: CellValue, numberFormat: string): string | number | boolean => {
  if (value === null) return "";
  if (typeof value === "string") return numberFormat === "@" ? value : asText(value);
  return isCellError(value) ? value.fel : value;
};

const sheetNameOf = (name: string) =>
  name
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^'+|'+$/g, "")
    .slice(0, 31)
    .trim() || "Import";

/** Letters, digits and underscores; never what could be an address. */
const tableNameOf = (name: string) => {
  const plain = name.replace(/[^\p{L}\p{N}_]+/gu, "_").replace(/^_+|_+$/g, "");
  return /^\p{L}/u.test(plain) && !/^(?:[A-Za-z]{1,3}\d+|[RrCc]\d*)$/.test(plain) ? plain : `T_${plain}`;
};

/** The name wanted, or it with the first number that makes it free; at most `longest` characters. */
export function freeName(wanted: string, taken: string[], separator: string, longest: number): string {
  const used = new Set([...taken.map((name) => name.toLowerCase()), "history"]);
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : `${separator}${number}`;
    const name = wanted.slice(0, longest - suffix.length) + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}
