import { readSnapshot } from "../../src/excel/readSnapshot";
import { Workbook } from "../../src/workbench/model/workbook";
import { openWorkbook } from "../helpers/openWorkbook";

test("a sheet too heavy for one response is read in halves, every row once and hidden rows in their places", async () => {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Stor");
  const rows = 4000;
  const long = "å".repeat(1000);
  for (let row = 0; row < rows; row++) {
    sheet.setValue(row, 0, row);
    sheet.setValue(row, 1, `${long}${row}`);
  }
  const file = await openWorkbook(workbook);
  try {
    const hidden = [0, 1500, 3999];
    await Excel.run(async (context) => {
      for (const row of hidden)
        context.workbook.worksheets.getItem("Stor").getRangeByIndexes(row, 0, 1, 1).rowHidden = true;
      await context.sync();
      const [read] = (await readSnapshot(context)).sheets;
      expect(read.values.map(([number]) => number)).toEqual(Array.from({ length: rows }, (_, row) => row));
      expect(read.values.every(([number, text]) => text === `${long}${String(number)}`)).toBe(true);
      expect(read.formulas).toHaveLength(rows);
      expect(read.hiddenRows).toEqual(hidden);
    });
  } finally {
    file.close();
  }
}, 30_000);
