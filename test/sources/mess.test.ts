import { monthCode, type Kallslag, readSource, recogniseSources, sumWhere } from "../../src/sources";
import { book } from "./fixtures/sheets";
import { messes } from "./fixtures/mess";

const month = (yyyymm: number) => monthCode(Math.floor(yyyymm / 100), yyyymm % 100);

describe("exports as they really look", () => {
  test("are at least twenty-five", () => expect(messes.length).toBeGreaterThanOrEqual(25));

  test.each(messes.map((mess) => [mess.name, mess] as const))("%s", (_, mess) => {
    const snapshot = book(...mess.sheets);
    const sources = recogniseSources(snapshot);
    const source = sources.find(({ kind }) => kind === mess.kind);
    expect(sources.map(({ kind }) => kind)).toContain<Kallslag>(mess.kind);
    const data = readSource(snapshot, source!);
    const sums = Object.fromEntries(
      Object.keys(mess.sums).map((field) => [field, Number((sumWhere(data, field) ?? NaN).toFixed(6))]),
    );
    expect(sums).toEqual(mess.sums);
    expect(data.rowsRead).toBe(mess.rowsRead);
    expect(data.refused.map(({ cell, code }) => [cell, code])).toEqual(mess.refused ?? []);
    if (mess.unit !== undefined) expect(data.unit).toBe(mess.unit);
    if (mess.sign !== undefined) expect(data.sign).toBe(mess.sign);
    if (mess.tableRows !== undefined) expect(data.tableRows).toBe(mess.tableRows);
    if (mess.months) expect([data.firstPeriod, data.lastPeriod]).toEqual(mess.months.map(month));
    expect(data.notices.map(({ code }) => code)).toEqual(expect.arrayContaining(mess.notices ?? []));
    if (mess.questions)
      expect(data.questions.map(({ code }) => code)).toEqual(expect.arrayContaining(mess.questions));
    for (const [field, names] of Object.entries(mess.names ?? {}))
      expect(data.dimensions.get(field)?.names).toEqual(names);
    // No row is dropped silently.
    expect(data.rowsRead + data.refusedRows + data.sumRows.length + data.headingRows + data.emptyRows).toBe(
      data.tableRows,
    );
  });
});
