import type { CellValue } from "../../../src/workbook/cell";
import { TestBook } from "./workbook";

describe("structured references in every form that Excel shows", () => {
  const columns = [
    "Konto",
    "Prognos (tkr)",
    "År_2.0",
    "a,b:c",
    "Andel #[1]",
    "två\nrader",
    "d'Art",
    "@text",
    "Sum",
  ];
  let book: TestBook;

  beforeEach(async () => {
    book = await TestBook.create();
    book.table(
      "Blad1",
      "B2",
      "Tabell_1",
      columns,
      [
        ["3001", 10, 1, 100, 0.1, 7, 70, 700, null],
        ["4001", 20, 2, 200, 0.2, 8, 80, 800, null],
        ["5001", 30, 3, 300, 0.3, 9, 90, 900, null],
      ],
      ["Summa", 60, 6, 600, 0.6, 24, 240, 2400, null],
    );
  });

  test.each<[formula: string, expected: CellValue]>([
    ["=SUM(Tabell_1[Prognos (tkr)])", 60],
    ["=SUM(Tabell_1[[Prognos (tkr)]])", 60],
    ["=SUM(tabell_1[prognos (TKR)])", 60],
    ["=SUM(Tabell_1[År_2.0])", 6],
    ["=SUM(Tabell_1[a,b:c])", 600],
    ["=SUM(Tabell_1[[a,b:c]])", 600],
    ["=SUM(Tabell_1[Andel '#'[1']])", 0.6],
    ["=SUM(Tabell_1[två\nrader])", 24],
    ["=SUM(Tabell_1[två\r\nrader])", 24],
    ["=SUM(Tabell_1[d''Art])", 240],
    ["=SUM(Tabell_1['@text])", 2400],
    ["=SUM(Tabell_1[[Prognos (tkr)]:[a,b:c]])", 666],
    ["=SUM(Tabell_1[[a,b:c]:[Prognos (tkr)]])", 666],
    ["=SUM(Tabell_1[[#Data],[Prognos (tkr)]])", 60],
    ["=SUM(Tabell_1[[#All],[Prognos (tkr)]])", 120],
    ["=SUM(Tabell_1[[#Totals],[Prognos (tkr)]])", 60],
    ["=Tabell_1[[#Totals],[År_2.0]]", 6],
    ["=Tabell_1[[#Headers],[Prognos (tkr)]]", "Prognos (tkr)"],
    ["=SUM(Tabell_1[[#Data],[#Totals],[År_2.0]])", 12],
    ["=COUNTA(Tabell_1[[#Headers],[#Data],[Konto]])", 4],
    ["=ROWS(Tabell_1)", 3],
    ["=ROWS(Tabell_1[])", 3],
    ["=ROWS(Tabell_1[#All])", 5],
    ["=COLUMNS(Tabell_1[#Headers])", 9],
    ["=SUM(Tabell_1[#Totals])", 60 + 6 + 600 + 0.6 + 24 + 240 + 2400],
    ['=SUMIFS(Tabell_1[[Prognos (tkr)]],Tabell_1[[År_2.0]],">1")', 50],
    ["=INDEX(Tabell_1[Konto],MATCH(20,Tabell_1[Prognos (tkr)],0))", "4001"],
    ["=Tabell_1[[#This Row],[Prognos (tkr)]]", 20],
    ["=Tabell_1[@[Prognos (tkr)]]", 20],
    ["=Tabell_1[@År_2.0]", 2],
    ["=SUM(Tabell_1[@[Prognos (tkr)]:[a,b:c]])", 222],
    ["=SUM(Tabell_1[@])", 20 + 2 + 200 + 0.2 + 8 + 80 + 800],
  ])("%s", async (formula, expected) => {
    const value = await book.value(formula, "Blad1!Z4");
    expect(typeof value === "number" ? Number(value.toPrecision(12)) : value).toEqual(expected);
  });

  test("inside the table, the table's name may be left out", async () => {
    expect(await book.value("=[@[Prognos (tkr)]]*2", "Blad1!J3")).toBe(20);
    expect(await book.value("=SUM([År_2.0])", "Blad1!J3")).toBe(6);
  });

  test("a row outside the body, an unknown column and an unknown table are errors, never a neighbour's value", async () => {
    expect(await book.value("=Tabell_1[@År_2.0]", "Blad1!Z99")).toEqual({ fel: "#VALUE!" });
    expect(await book.value("=Tabell_1[Finns inte]")).toEqual({ fel: "#REF!" });
    expect(await book.value("=Okänd[Konto]")).toEqual({ fel: "#REF!" });
  });

  test("a column that gets rows is summed over them, a changed cell in it recalculates the sum", async () => {
    book.set({ "Blad2!A1": "=SUM(Tabell_1[Prognos (tkr)])" });
    await book.recalculate();
    book.set({ "Blad1!C3": 110 });
    expect((await book.recalculate()).calculated).toBe(1);
    expect(book.get("Blad2!A1")).toBe(160);
    const [table] = book.workbook.sheets[0].tables;
    table.showTotals = false;
    book.workbook.changed({ kind: "tables", sheet: book.workbook.sheets[0], source: "user" });
    await book.recalculate();
    expect(book.get("Blad2!A1")).toBe(220);
  });
});

describe("names, sheets and 3-D references", () => {
  test("a sheet's own name comes before the workbook's, and names may be formulas, ranges and LAMBDAs", async () => {
    const book = await TestBook.create({
      A1: 3,
      A2: 4,
      "Blad2!A1": 30,
      "'Jan utfall'!B2": 1,
      "'Feb'!B2": 2,
      "'Mar'!B2": 4,
    });
    const own = book.sheet("Blad2").id;
    const name = (text: string, formula: string, sheet: string | null = null) =>
      book.workbook.names.push({ name: text, sheet, formula, visible: true, comment: "" });
    name("Ränta", "=0.05");
    name("Ränta", "=0.1", own);
    name("Underlag", "=Blad1!$A$1:$A$2");
    name("Dubbel", "=LAMBDA(x,x*2)");
    name("Ovanför", "=Blad1!A1048576");
    book.workbook.changed({ kind: "names", sheet: null, source: "api" });
    expect(await book.value("=Ränta")).toBe(0.05);
    expect(await book.value("=Ränta", "Blad2!C1")).toBe(0.1);
    expect(await book.value("=Blad2!Ränta")).toBe(0.1);
    expect(await book.value("=SUM(Underlag)")).toBe(7);
    expect(await book.value("=Dubbel(21)")).toBe(42);
    expect(await book.value("=Ovanför", "Blad1!A2")).toBe(3);
    expect(await book.value("=Saknas")).toEqual({ fel: "#NAME?" });
    expect(await book.value("=SUM('Jan utfall:Mar'!B2)")).toBe(7);
    expect(await book.value("=SUM(Feb:Mar!B2:B3)")).toBe(6);
    expect(await book.value("=SUM(Feb:Finns!B2)")).toEqual({ fel: "#REF!" });
    book.set({ "Blad2!D1": "=Ränta*100" });
    await book.recalculate();
    book.workbook.names[1].formula = "=0.2";
    book.workbook.changed({ kind: "names", sheet: book.sheet("Blad2"), source: "api" });
    await book.recalculate();
    expect(book.get("Blad2!D1")).toBe(20);
  });

  test("a formula's precedents reach through names", async () => {
    const book = await TestBook.create({ A1: 3, B1: "=Underlag+1" });
    book.workbook.names.push({
      name: "Underlag",
      sheet: null,
      formula: "=Blad1!$A$1",
      visible: true,
      comment: "",
    });
    await book.recalculate();
    book.set({ A1: 8 });
    await book.recalculate();
    expect(book.get("B1")).toBe(9);
  });

  test("broken references are #REF!, also beside a sheet's name", async () => {
    const book = await TestBook.create({ A1: 1 });
    for (const formula of ["=#REF!", "=Blad1!#REF!+1", "=SUM(#REF!A1,1)", "='Mitt blad'!A1"]) {
      expect(await book.value(formula)).toEqual({ fel: "#REF!" });
    }
  });
});
