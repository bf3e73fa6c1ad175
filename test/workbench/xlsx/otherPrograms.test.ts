/**
 * Workbooks that other programs have saved (test/workbooks; made for this test with invented figures): opened, changed and saved,
 * nothing in them is lost.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { copySheet } from "../../../src/workbench/model/copySheet";
import { deleteCells, insertCells } from "../../../src/workbench/model/shift";
import { renameSheet } from "../../../src/workbench/model/sheets";
import type { Workbook } from "../../../src/workbench/model/workbook";
import { readWorkbook, writeWorkbook } from "../../../src/workbench/xlsx";
import { faults } from "./checkPackage";
import { held } from "./held";
import { differences, unzipped } from "./zipParts";

const folder = join(__dirname, "../../workbooks");
const files = readdirSync(folder).filter((name) => name.endsWith(".xlsx"));
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
const wholeRow = (row: number) => ({ row, column: 0, rowCount: 1, columnCount: 16384 });
const wholeColumn = (column: number) => ({ row: 0, column, rowCount: 1048576, columnCount: 1 });

const changes: Record<string, (workbook: Workbook) => void> = {
  "a cell": ({ sheets }) => sheets[0].setValue(40, 2, "ändrad <&>"),
  "rows inserted": (workbook) =>
    workbook.sheets.forEach((sheet) => insertCells(workbook, sheet, wholeRow(1), "down", "user")),
  "a row and a column deleted": (workbook) => {
    deleteCells(workbook, workbook.sheets[0], wholeRow(10), "down", "user");
    deleteCells(workbook, workbook.sheets[0], wholeColumn(8), "right", "user");
  },
  "a sheet renamed": (workbook) => renameSheet(workbook, workbook.sheets[0], "Nytt & 'nam'n", "user"),
  "a sheet copied": (workbook) => void copySheet(workbook, workbook.sheets[0], 0, "user"),
};

/** What the model holds; a column of a formula's own table may be written with the table's name, as Excel stores it, or without. */
const content = (workbook: Workbook) =>
  JSON.stringify(held(workbook)).replaceAll("Ekonomi[Utfall]", "[Utfall]");

/** How often each element stands in a part, whatever its prefix. */
function elements(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, name] of text.matchAll(/<(?:\w+:)?(\w+)/g)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

describe.each(files)("%s", (name) => {
  const bytes = bytesOf(name);

  test("comes out as it came", async () => {
    expect(differences(bytes, await writeWorkbook(await readWorkbook(bytes)))).toEqual([]);
  });

  test.each(Object.keys(changes))(
    "%s: read back as it was left, and no part or element is lost",
    async (change) => {
      const workbook = await readWorkbook(bytes);
      changes[change](workbook);
      const saved = await writeWorkbook(workbook);
      expect(faults(saved).filter((fault) => !faults(bytes).includes(fault))).toEqual([]);
      expect(content(await readWorkbook(saved))).toEqual(content(workbook));
      const [before, after] = [unzipped(bytes), unzipped(saved)];
      const gone = Object.keys(before).filter((path) => !(path in after) && !path.includes("calcChain"));
      expect(gone).toEqual([]);
      if (change.includes("deleted")) return;
      // Inline texts of a written sheet become shared ones; the list of sheets among the properties goes, and Excel makes it anew.
      for (const [path, text] of Object.entries(before)) {
        if (!path.endsWith(".xml") || path.includes("Content_Types") || !(path in after)) continue;
        const now = elements(after[path]);
        const fewer = [...elements(text)].filter(
          ([element, count]) =>
            count > (now.get(element) ?? 0) &&
            !/^(is|t|vector|variant|lpstr|i4|TitlesOfParts|HeadingPairs)$/.test(element),
        );
        expect([path, fewer]).toEqual([path, []]);
      }
    },
  );
});
