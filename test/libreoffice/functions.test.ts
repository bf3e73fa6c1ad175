import ExcelJS from "exceljs";
import { callFunction } from "../../src/functions";
import { nativeTwin } from "../../src/functions/twin";
import { cellAddress, parseArea } from "../../src/workbook/address";
import { agrees, type CellMatrix, type CellValue, type ErrorCode } from "../../src/workbook/cell";
import { type TwinCall, twinCalls } from "../functions/twinCalls";
import { recalculatedByLibreOffice } from "../helpers/libreOffice";

const calls = twinCalls(20240831, 4);
const answerColumn = 19;

/** What the function gives for the call's cells. */
function own({ id, args, cells }: TwinCall): CellMatrix {
  const value = (row: number, column: number) =>
    cells.find((cell) => cell.row === row && cell.column === column)!.value;
  const matrix = (text: string): CellMatrix => {
    if (text.startsWith('"')) return [[text.slice(1, -1)]];
    const area = parseArea(text)!;
    return Array.from({ length: area.rowCount }, (_, r) =>
      Array.from({ length: area.columnCount }, (_, c) => value(area.row + r, area.column + c)),
    );
  };
  return callFunction(
    id,
    args.map((text) => (text === undefined ? undefined : matrix(text))),
  );
}

function read(cell: ExcelJS.Cell): CellValue {
  // In an array only the first cell holds the formula.
  const { value } = cell;
  const result =
    typeof value === "object" && value !== null ? ((value as ExcelJS.CellFormulaValue).result ?? 0) : value;
  if (result === null || result === undefined) return null;
  if (typeof result === "object" && "error" in result) return { fel: result.error as ErrorCode };
  return result as CellValue;
}

test("native twins without LET and LAMBDA give what the functions give, in LibreOffice", async () => {
  const workbook = new ExcelJS.Workbook();
  calls.forEach((call, i) => {
    const sheet = workbook.addWorksheet(`Anrop ${i}`);
    for (const { row, column, value } of call.cells)
      sheet.getCell(row + 1, column + 1).value = value as ExcelJS.CellValue;
    const expected = own(call);
    const formula = nativeTwin(call.id, call.args, false)!;
    if (expected.length * expected[0].length === 1)
      sheet.getCell(1, answerColumn + 1).value = { formula, result: 0 };
    else {
      const ref = `${cellAddress(0, answerColumn)}:${cellAddress(expected.length - 1, answerColumn + expected[0].length - 1)}`;
      const array = { formula, ref, shareType: "array" } as unknown as ExcelJS.CellValue;
      sheet.getCell(1, answerColumn + 1).value = array;
    }
  });
  const recalculated = new ExcelJS.Workbook();
  await recalculated.xlsx.load(
    recalculatedByLibreOffice(new Uint8Array(await workbook.xlsx.writeBuffer())) as unknown as ExcelJS.Buffer,
  );
  const differing = calls.flatMap((call, i) => {
    const sheet = recalculated.getWorksheet(`Anrop ${i}`)!;
    const expected = own(call);
    const theirs = expected.map((row, r) =>
      row.map((_, c) => read(sheet.getCell(r + 1, answerColumn + 1 + c))),
    );
    return expected.every((row, r) => row.every((value, c) => agrees(value, theirs[r][c])))
      ? []
      : [
          `${call.id}(${call.args.join(",")}) ${JSON.stringify(expected)} but ${nativeTwin(call.id, call.args, false)} ${JSON.stringify(theirs)}`,
        ];
  });
  expect(differing).toEqual([]);
  expect(calls.length).toBeGreaterThan(200);
}, 180_000);
