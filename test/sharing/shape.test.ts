import { follow, likeness, sheetShape } from "../../src/sharing/shape";
import type { CellValue } from "../../src/workbook/cell";
import { sheetFromValues } from "../../src/workbook/snapshot";

const shape = (rows: CellValue[][]) => sheetShape(sheetFromValues("Blad", rows))!;
const header = ["Verksamhet", "Utfall", "Budget"];
const rows: CellValue[][] = [
  header,
  ["Boende", 1, 2],
  ["Fritid", 3, 4],
  ["Assistans", 5, 6],
  ["Summa", 9, 12],
];
const where = (before: CellValue[][], now: CellValue[][]) => {
  const { row } = follow(shape(before), shape(now));
  return before.map((_, index) => row(index));
};

describe("where a sheet's rows and columns are now", () => {
  test("an unchanged sheet stands where it stood, beyond its last row too", () => {
    expect(where(rows, rows)).toEqual([0, 1, 2, 3, 4]);
    expect(follow(shape(rows), shape(rows)).row(40)).toBe(40);
  });

  test("rows after an inserted one have moved, those before it have not", () => {
    const inserted = [...rows.slice(0, 2), ["Myndighet", 7, 8], ...rows.slice(2)];
    expect(where(rows, inserted)).toEqual([0, 1, 3, 4, 5]);
    expect(follow(shape(rows), shape(inserted)).row(9)).toBe(10);
  });

  test("a deleted row is gone", () => {
    expect(where(rows, [...rows.slice(0, 2), ...rows.slice(3)])).toEqual([0, 1, null, 2, 3]);
  });

  test("changed figures keep their row by its label, and an insertion among them is still seen", () => {
    const edited = rows.map((row, index) => (index === 0 ? row : [row[0], 100 + index, 200 + index]));
    expect(where(rows, edited)).toEqual([0, 1, 2, 3, 4]);
    expect(where(rows, [...edited.slice(0, 3), ["Myndighet", 1, 1], ...edited.slice(3)])).toEqual([
      0, 1, 2, 4, 5,
    ]);
  });

  test("rows without anything to know them by are taken as they stand when as many are left", () => {
    const figures = [[1], [2], [3]];
    expect(where([header, ...figures, ["Slut"]], [header, [7], [8], [9], ["Slut"]])).toEqual([0, 1, 2, 3, 4]);
    expect(where([header, ...figures, ["Slut"]], [header, [7], [8], ["Slut"]])).toEqual([
      0,
      undefined,
      undefined,
      undefined,
      3,
    ]);
  });

  test("data replaced by longer data begins where it began", () => {
    const ledger = (from: number, count: number) => [
      ["Konto", "Utfall"],
      ...Array.from({ length: count }, (_, i) => [from + i, from * i]),
    ];
    expect(where(ledger(3000, 4), ledger(5000, 9))).toEqual([0, 1, 2, 3, 4]);
  });

  test("a column is found by its first text", () => {
    const wide = rows.map(([first, ...rest]) => [first, first === "Verksamhet" ? "Kod" : 1, ...rest]);
    const { column } = follow(shape(rows), shape(wide));
    expect([0, 1, 2].map(column)).toEqual([0, 2, 3]);
  });

  test("a sheet is like itself after small edits, and unlike another", () => {
    expect(likeness(shape(rows), shape([...rows, ["Ny", 1, 1]]))).toBe(1);
    expect(
      likeness(
        shape(rows),
        shape([
          ["Helt", "annat"],
          ["blad", 1],
        ]),
      ),
    ).toBe(0);
  });
});
