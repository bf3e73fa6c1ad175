import { createCalculator } from "../../../src/workbench/calc";
import { insertCells } from "../../../src/workbench/model/shift";
import { TestBook } from "./workbook";

describe("only what depends on a change is recalculated", () => {
  test("opening calculates nothing", async () => {
    const book = await TestBook.create();
    book.load("A1", "=1+1", 99);
    const report = await book.recalculate();
    expect(report).toEqual({ changed: [], kept: [], circular: [], calculated: 0 });
    expect(book.get("A1")).toBe(99);
  });

  test("a change reaches its dependents, through chains, and nothing else", async () => {
    const book = await TestBook.create({ A1: 1, A2: "=A1*2", A3: "=SUM(A1:A2)", B1: "=10+1", C1: "=A3&B1" });
    await book.recalculate();
    expect([book.get("A2"), book.get("A3"), book.get("C1")]).toEqual([2, 3, "311"]);
    book.set({ A1: 5 });
    const report = await book.recalculate();
    expect(report.calculated).toBe(3);
    expect([book.get("A2"), book.get("A3"), book.get("B1"), book.get("C1")]).toEqual([10, 15, 11, "1511"]);
  });

  test("a formula entered again with the same text is calculated, also when names change in the same batch", async () => {
    const book = await TestBook.create({ A1: "=1+1" });
    await book.recalculate();
    book.set({ A1: "=1+1" });
    book.workbook.changed({ kind: "names", sheet: null, source: "api" });
    await book.recalculate();
    expect(book.get("A1")).toBe(2);
  });

  test("the changed areas are reported and told to listeners as the calculation's own", async () => {
    const book = await TestBook.create({ A1: 1, B1: "=A1", B2: "=A1+1", C1: "=A1", C2: "=A1", E9: "=A1" });
    const heard: string[] = [];
    book.workbook.onChange((change) => heard.push(change.source));
    const { changed } = await book.recalculate();
    expect(changed.map(({ area }) => area)).toEqual([
      { row: 0, column: 1, rowCount: 2, columnCount: 2 },
      { row: 8, column: 4, rowCount: 1, columnCount: 1 },
    ]);
    expect(heard).toEqual(["calc", "calc"]);
  });

  test("a chain of 20 000 cells is calculated without overflowing the stack", async () => {
    const book = await TestBook.create({ A1: 1 });
    for (let row = 20000; row > 1; row--) book.load(`A${row}`, `=A${row - 1}+1`, null);
    await book.recalculate();
    book.set({ A1: 2 });
    const report = await book.recalculate();
    expect(report.calculated).toBe(19999);
    expect(book.get("A20000")).toBe(20001);
  });

  test("OFFSET and INDIRECT are calculated after what they turn out to read", async () => {
    const book = await TestBook.create({ A1: "=OFFSET(A1,1,0)", A2: '=INDIRECT("A"&3)', A3: "=A4+1", A4: 1 });
    await book.recalculate();
    expect([book.get("A1"), book.get("A2")]).toEqual([2, 2]);
    book.set({ A4: 10 });
    await book.recalculate();
    expect([book.get("A1"), book.get("A2")]).toEqual([11, 11]);
  });
});

describe("circular references are 0 and listed, as Excel shows them with iteration off [docs]", () => {
  test("in a circle, in a range that holds its own total, and through OFFSET", async () => {
    const book = await TestBook.create({
      A1: "=B1+1",
      B1: "=A1+1",
      C1: "=A1+5",
      D1: 1,
      D2: "=SUM(D1:D2)",
      E1: "=OFFSET(E1,1,0)",
      E2: "=E1",
    });
    const { circular } = await book.recalculate();
    expect([book.get("A1"), book.get("B1"), book.get("C1"), book.get("D2"), book.get("E1")]).toEqual([
      0, 0, 5, 0, 0,
    ]);
    expect(circular.map(({ row, column }) => `${row},${column}`).sort()).toEqual([
      "0,0",
      "0,1",
      "0,4",
      "1,3",
      "1,4",
    ]);
  });

  test("every cell of two circles that share a cell is found", async () => {
    const book = await TestBook.create({ A1: "=B1+C1", B1: "=A1", C1: "=B1" });
    const { circular } = await book.recalculate();
    expect(circular).toHaveLength(3);
  });

  test("a spill over cells that it reads, itself or through others, is a circle", async () => {
    const book = await TestBook.create({ D1: 1, C2: "=D1:E2*2", G1: "=SEQUENCE(2+H5*0)", H5: "=G2" });
    const { circular } = await book.recalculate();
    expect(circular.map(({ row, column }) => `${row},${column}`)).toEqual(
      expect.arrayContaining(["1,2", "0,6"]),
    );
    expect([book.get("C2"), book.get("D2"), book.get("G1"), book.get("G2")]).toEqual([0, null, 0, null]);
  });

  test("a file's value for a circular formula is kept (the file may rely on iteration) and listed", async () => {
    const book = await TestBook.create({ A1: 1 });
    book.load("B1", "=B1+A1", 7);
    book.set({ A1: 2 });
    const { circular } = await book.recalculate();
    expect(circular).toHaveLength(1);
    expect(book.get("B1")).toBe(7);
  });

  test("a broken circle is calculated", async () => {
    const book = await TestBook.create({ A1: "=B1+1", B1: "=A1+1" });
    await book.recalculate();
    book.set({ B1: 4 });
    const { circular } = await book.recalculate();
    expect(circular).toEqual([]);
    expect(book.get("A1")).toBe(5);
  });
});

describe("what the engine lacks keeps the value the file had", () => {
  test("an unknown function is kept and reported; its dependents use the value", async () => {
    const book = await TestBook.create({ A1: 2 });
    book.load("B1", '=CUBEVALUE("x",A1)', 42);
    book.load("C1", "=B1*2", 84);
    book.set({ A1: 3 });
    const { kept } = await book.recalculate();
    expect(book.get("B1")).toBe(42);
    expect(book.get("C1")).toBe(84);
    expect(kept).toMatchObject([{ row: 0, column: 1, formula: '=CUBEVALUE("x",A1)' }]);
    expect(kept[0].reason).toContain("CUBEVALUE");
    expect(book.workbook.fullCalcOnLoad).toBe(true);
  });

  test("a link to another workbook is kept", async () => {
    const book = await TestBook.create({ A1: 2 });
    book.load("B1", "=[1]Blad1!$A$1+A1", 7);
    book.set({ A1: 3 });
    const { kept } = await book.recalculate();
    expect(book.get("B1")).toBe(7);
    expect(kept[0].reason).toContain("annan arbetsbok");
  });

  test("a newly written formula with an unknown function is #NAME?", async () => {
    const book = await TestBook.create({ A1: "=FINNSINTE(1)" });
    await book.recalculate();
    expect(book.get("A1")).toEqual({ fel: "#NAME?" });
  });
});

describe("spills", () => {
  test("a written formula that gives several cells spills, grows, shrinks and leaves nothing behind", async () => {
    const book = await TestBook.create({ A1: 3, C1: "=SEQUENCE(A1)", D1: "=SUM(C1#)" });
    await book.recalculate();
    const { sheets } = book.workbook;
    expect([1, 2, 3].map((row) => book.get(`C${row}`))).toEqual([1, 2, 3]);
    expect(sheets[0].formula(0, 2)).toMatchObject({ kind: "dynamic", ref: { rowCount: 3, columnCount: 1 } });
    expect(sheets[0].formula(1, 2)).toBeUndefined();
    expect(book.get("D1")).toBe(6);
    book.set({ A1: 5 });
    await book.recalculate();
    expect([book.get("C5"), book.get("D1")]).toEqual([5, 15]);
    book.set({ A1: 1 });
    await book.recalculate();
    expect([book.get("C1"), book.get("C2"), book.get("C5"), book.get("D1")]).toEqual([1, null, null, 1]);
    expect(sheets[0].formula(0, 2)?.ref).toEqual({ row: 0, column: 2, rowCount: 1, columnCount: 1 });
  });

  test("a formula over cells that a spill grows into is recalculated", async () => {
    const book = await TestBook.create({ A1: 2, C1: "=SEQUENCE(A1)", E1: "=SUM(C1:C10)", E2: "=C3*10" });
    await book.recalculate();
    expect([book.get("E1"), book.get("E2")]).toEqual([3, 0]);
    book.set({ A1: 4 });
    await book.recalculate();
    expect([book.get("E1"), book.get("E2")]).toEqual([10, 30]);
  });

  test("a cell in the way gives #SPILL!, and the spill comes back when it is cleared", async () => {
    const book = await TestBook.create({ C2: "i vägen", C1: "=SEQUENCE(3)" });
    await book.recalculate();
    expect([book.get("C1"), book.get("C2"), book.get("C3")]).toEqual([{ fel: "#SPILL!" }, "i vägen", null]);
    book.set({ C2: null });
    await book.recalculate();
    expect([book.get("C1"), book.get("C2"), book.get("C3")]).toEqual([1, 2, 3]);
    book.set({ C3: "skrivet" });
    await book.recalculate();
    expect([book.get("C1"), book.get("C2"), book.get("C3")]).toEqual([{ fel: "#SPILL!" }, null, "skrivet"]);
    book.set({ C3: null });
    await book.recalculate();
    expect([book.get("C1"), book.get("C2"), book.get("C3")]).toEqual([1, 2, 3]);
  });

  test("a cleared anchor takes its spill with it; a cleared part comes back", async () => {
    const book = await TestBook.create({ C1: "=SEQUENCE(3)", E1: "=COUNT(C1:C3)" });
    await book.recalculate();
    book.set({ C2: null });
    await book.recalculate();
    expect([book.get("C2"), book.get("E1")]).toEqual([2, 3]);
    book.set({ C1: null });
    await book.recalculate();
    expect([book.get("C1"), book.get("C2"), book.get("C3"), book.get("E1")]).toEqual([null, null, null, 0]);
  });

  test("merged cells and tables are in the way", async () => {
    const book = await TestBook.create({ C1: "=SEQUENCE(3)" });
    book.workbook.sheets[0].merges.push({ row: 2, column: 2, rowCount: 1, columnCount: 2 });
    await book.recalculate();
    expect(book.get("C1")).toEqual({ fel: "#SPILL!" });
  });

  test("an ordinary formula from a file takes the cell on its own row (implicit intersection)", async () => {
    const book = await TestBook.create({ A1: 1, A2: 2, A3: 3 });
    book.load("B2", "=A1:A3*10", 20);
    book.load("B3", "=SUM(A1:A3*1)", 3);
    book.set({ A2: 5, A3: 7 });
    await book.recalculate();
    expect([book.get("B1"), book.get("B2"), book.get("B3")]).toEqual([null, 50, 7]);
  });

  test("an array formula (Ctrl+Shift+Enter) fills its range, with #N/A outside", async () => {
    const book = await TestBook.create({ A1: 1, A2: 2 });
    book.workbook.sheets[0].setFormula(0, 2, {
      text: "=A1:A2*10",
      kind: "array",
      ref: { row: 0, column: 2, rowCount: 3, columnCount: 2 },
    });
    book.set({ A1: 4 });
    await book.recalculate();
    expect(["C1", "D1", "C2", "D2"].map((address) => book.get(address))).toEqual([40, 40, 20, 20]);
    expect(book.get("C3")).toEqual({ fel: "#N/A" });
  });
});

describe("what stands for something else than before is recalculated", () => {
  test("a name's LAMBDA, a new table and a hidden row reach their formulas, and no others", async () => {
    const book = await TestBook.create({
      A1: 1,
      A2: 2,
      A3: 4,
      B1: "=Ökad(A1)",
      B2: "=SUM(Tabell9[Värde])",
      B3: "=A1*2",
    });
    book.set({ C1: "=SUBTOTAL(109,A1:A3)", C2: "=SUBTOTAL(9,A1:A3)" });
    book.workbook.names.push({
      name: "Ökad",
      sheet: null,
      formula: "=LAMBDA(x,x+Blad1!$A$2)",
      visible: true,
      comment: "",
    });
    await book.recalculate();
    expect([book.get("B1"), book.get("B2"), book.get("C1")]).toEqual([3, { fel: "#REF!" }, 7]);
    book.set({ A2: 3 });
    await book.recalculate();
    expect(book.get("B1")).toBe(4);
    book.table("Blad1", "H1", "Tabell9", ["Värde"], [[5], [6]]);
    expect((await book.recalculate()).calculated).toBe(1);
    expect(book.get("B2")).toBe(11);
    book.workbook.names[0].formula = "=LAMBDA(x,x*100)";
    book.workbook.changed({ kind: "names", sheet: null, source: "api" });
    expect((await book.recalculate()).calculated).toBe(1);
    expect(book.get("B1")).toBe(100);
    const [sheet] = book.workbook.sheets;
    sheet.rows[1]!.hidden = true;
    book.workbook.changed({
      kind: "formats",
      sheet,
      area: { row: 1, column: 0, rowCount: 1, columnCount: 1 },
      source: "user",
    });
    await book.recalculate();
    expect([book.get("C1"), book.get("C2")]).toEqual([5, 8]);
  });

  test("a written formula and a new sheet in one batch are both taken in", async () => {
    const book = await TestBook.create({ A1: 1 });
    await book.recalculate();
    book.set({ A2: "=Nytt!A1+A1" });
    const sheet = book.workbook.addSheet("Nytt");
    sheet.setValue(0, 0, 41);
    book.workbook.changed({ kind: "sheets", sheet, action: "added", source: "api" });
    await book.recalculate();
    expect(book.get("A2")).toBe(42);
  });

  test("formulas moved by inserted rows are followed", async () => {
    const book = await TestBook.create({ A1: 1, A2: 2, B2: "=SUM(A1:A2)", D9: "=1+1" });
    await book.recalculate();
    const [sheet] = book.workbook.sheets;
    insertCells(book.workbook, sheet, { row: 1, column: 0, rowCount: 1, columnCount: 16384 }, "down", "user");
    await book.recalculate();
    expect([book.get("B3"), book.get("D10")]).toEqual([3, 2]);
    book.set({ A2: 10 });
    await book.recalculate();
    expect(book.get("B3")).toBe(13);
  });
});

describe("dates in the 1904 system", () => {
  test("count from 1 January 1904", async () => {
    const book = await TestBook.create();
    book.workbook.date1904 = true;
    const calculator = await createCalculator(book.workbook);
    const [sheet] = book.workbook.sheets;
    expect(await calculator.evaluate("=DATE(1904,1,2)", sheet)).toEqual([[1]]);
    expect(await calculator.evaluate("=YEAR(0)&MONTH(0)&DAY(0)", sheet)).toEqual([["190411"]]);
    expect(await calculator.evaluate("=WEEKDAY(DATE(2023,12,5),2)", sheet)).toEqual([[2]]);
    expect(await calculator.evaluate('="2023-12-05"+0-DATE(2023,12,5)', sheet)).toEqual([[0]]);
    expect(await calculator.evaluate("=EOMONTH(DATE(2023,2,1),0)-DATE(2023,2,28)", sheet)).toEqual([[0]]);
  });
});
