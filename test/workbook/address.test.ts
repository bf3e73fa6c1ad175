import fc from "fast-check";
import {
  areaAddress,
  cellAddress,
  columnIndex,
  columnLetters,
  intersect,
  maxColumns,
  maxRows,
  parseArea,
  parseCell,
  quoteSheet,
  sheetAddress,
  splitAddress,
} from "../../src/workbook/address";

describe("addresses", () => {
  test("letters and numbers of a column are each other's inverse over the whole sheet", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: maxColumns - 1 }), (c) => columnIndex(columnLetters(c)) === c),
    );
    expect(columnLetters(maxColumns - 1)).toBe("XFD");
  });

  test("a cell's address is read back, with and without $", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: maxRows - 1 }),
        fc.integer({ min: 0, max: maxColumns - 1 }),
        (row, column) => {
          expect(parseCell(cellAddress(row, column))).toEqual({ row, column });
          expect(parseCell(cellAddress(row, column).replace(/([A-Z]+)/, "$$$1$$"))).toEqual({ row, column });
        },
      ),
    );
  });

  test.each([
    ["B3", { row: 2, column: 1, rowCount: 1, columnCount: 1 }],
    ["B3:A1", { row: 0, column: 0, rowCount: 3, columnCount: 2 }],
    ["A:C", { row: 0, column: 0, rowCount: maxRows, columnCount: 3 }],
    ["5:2", { row: 1, column: 0, rowCount: 4, columnCount: maxColumns }],
  ])("%s is read as an area", (address, area) => expect(parseArea(address)).toEqual(area));

  test.each(["", "A0", "XFE1", "A1048577", "A1:B2:C3", "summa", "1A", "A:XFE"])(
    "%p is no address",
    (address) => {
      expect(parseArea(address)).toBeNull();
    },
  );

  test("a single cell prints without a colon", () => {
    expect(areaAddress({ row: 0, column: 0, rowCount: 1, columnCount: 1 })).toBe("A1");
    expect(areaAddress({ row: 1, column: 2, rowCount: 3, columnCount: 2 })).toBe("C2:D4");
  });

  test("a sheet is quoted where Excel quotes it, and read back", () => {
    expect(quoteSheet("Ekonomi")).toBe("Ekonomi");
    expect(quoteSheet("Närvaro")).toBe("Närvaro");
    expect(quoteSheet("Resultat per verksamhet")).toBe("'Resultat per verksamhet'");
    expect(quoteSheet("A1")).toBe("'A1'");
    expect(quoteSheet("R1")).toBe("'R1'");
    expect(quoteSheet("2023")).toBe("'2023'");
    for (const sheet of ["Kalle's blad", "a!b", "Blad1"]) {
      const address = sheetAddress(sheet, { row: 0, column: 0, rowCount: 1, columnCount: 1 });
      expect(splitAddress(address)).toEqual({ sheet, address: "A1" });
    }
  });

  test("areas that share no cell have no intersection", () => {
    const area = (address: string) => parseArea(address)!;
    expect(intersect(area("A1:C3"), area("B2:D9"))).toEqual(area("B2:C3"));
    expect(intersect(area("A1:C3"), area("D1:D3"))).toBeNull();
  });
});
