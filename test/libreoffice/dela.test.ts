import { planSharing, share } from "../../src/actions/dela";
import { isCellError } from "../../src/workbook/cell";
import { readWorkbook, writeWorkbook } from "../../src/workbench/xlsx";
import { openSample } from "../helpers/openWorkbook";
import { recalculatedByLibreOffice } from "../helpers/libreOffice";

test("the sample workbook, free-standing, gives the same figures in a program that has never heard of Nämndkoll", async () => {
  const file = await openSample();
  try {
    const before = file.workbook.sheet("Funktioner")!.rows.map((row) => row?.values.slice(0, 3));
    const { left, disagreeing, formulas, values } = await share(await planSharing("formler"), {
      keep: false,
    });
    expect([left, disagreeing]).toEqual([[], []]);
    expect(formulas).toBeGreaterThan(0);
    expect(formulas + values).toBe(10);
    const elsewhere = await readWorkbook(recalculatedByLibreOffice(await writeWorkbook(file.workbook)));
    const after = elsewhere.sheet("Funktioner")!;
    const formulaAt = (row: number, column: number) =>
      file.workbook.sheet("Funktioner")!.formula(row, column)?.text ?? "";
    let compared = 0;
    before.forEach((line, row) =>
      line?.forEach((value, column) => {
        // FILTER and SEQUENCE came to LibreOffice with 24.8.
        if (typeof value !== "number" || /FILTER\(/.test(formulaAt(row, column))) return;
        const now = after.value(row, column);
        expect(isCellError(now)).toBe(false);
        expect(now).toBeCloseTo(value, 6);
        compared++;
      }),
    );
    expect(compared).toBeGreaterThanOrEqual(9);
  } finally {
    file.close();
  }
});
