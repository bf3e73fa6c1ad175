import type { CellMatrix, CellValue, ErrorCode } from "../../../src/workbook/cell";
import { TestBook } from "./workbook";

const error = (fel: ErrorCode): CellValue => ({ fel });

/** 2024-01-01 … as Excel counts days. */
const jan = 45292;
const [feb, mar] = [jan + 31, jan + 60];

/**
 * What controllers write over a journal: Data with unit, account, month, amount and note, and a table of units. Results
 * are those of Microsoft's function reference; test/libreoffice/calc holds the common ones against LibreOffice.
 */
async function journal(): Promise<TestBook> {
  const book = await TestBook.create();
  book.sheet("Data");
  const rows: CellMatrix = [
    ["Enhet", "Konto", "Månad", "Belopp", "Not"],
    ["Hemtjänst Norr", 5010, jan, 100, "faktura"],
    ["Hemtjänst Syd", 5010, feb, 250, null],
    ["LSS Boende", 5020, jan, -50, "Kreditering"],
    ["Hemtjänst Norr", 5020, mar, 75.5, ""],
    ["LSS boende", 6110, mar, 1000, "fråga?"],
    ["Särskilt boende", 5010, feb, 0, "a*b"],
  ];
  const cells: Record<string, CellValue> = {};
  rows.forEach((row, r) =>
    row.forEach((value, c) => {
      if (value !== null) cells[`Data!${"ABCDE"[c]}${r + 1}`] = value;
    }),
  );
  book.set(cells);
  return book;
}

const cases: Record<string, [formula: string, expected: CellValue | CellMatrix][]> = {
  "SUMIFS, COUNTIFS and AVERAGEIFS: wildcards, dates, blanks, signs": [
    ['=SUMIFS(Data!D:D,Data!A:A,"Hemtjänst*")', 425.5],
    ['=SUMIFS(Data!D2:D7,Data!A2:A7,"lss boende")', 950],
    ['=SUMIFS(Data!D2:D7,Data!A2:A7,"*boende",Data!B2:B7,">=6000")', 1000],
    ['=SUMIFS(Data!D2:D7,Data!A2:A7,"Hemtjänst ????")', 175.5],
    ['=SUMIFS(Data!D2:D7,Data!C2:C7,">="&DATE(2024,2,1),Data!C2:C7,"<"&DATE(2024,3,1))', 250],
    ["=SUMIFS(Data!D2:D7,Data!C2:C7,DATE(2024,1,1))", 50],
    ['=SUMIFS(Data!D2:D7,Data!B2:B7,"5010")', 350],
    ['=SUMIFS(Data!D2:D7,Data!E2:E7,"fråga~?")', 1000],
    ['=SUMIFS(Data!D2:D7,Data!E2:E7,"a~*b")', 0],
    ['=SUMIFS(Data!D2:D7,Data!E2:E7,"")', 325.5],
    ['=SUMIFS(Data!D2:D7,Data!E2:E7,"<>")', 1125.5],
    ['=SUMIFS(Data!D2:D7,Data!A2:A7,"<>Hemtjänst*")', 950],
    ['=SUMIFS(Data!D2:D7,Data!D2:D7,"<0")', -50],
    ['=COUNTIFS(Data!A2:A7,"hemtjänst norr",Data!D2:D7,">90")', 1],
    ['=COUNTIF(Data!E2:E7,"*")', 5],
    ["=COUNTBLANK(Data!E2:E7)", 2],
    ["=AVERAGEIFS(Data!D2:D7,Data!B2:B7,5010)", 350 / 3],
    ["=AVERAGEIFS(Data!D2:D7,Data!B2:B7,9999)", error("#DIV/0!")],
    ['=MAXIFS(Data!D2:D7,Data!A2:A7,"*norr")', 100],
    ['=MINIFS(Data!D2:D7,Data!A2:A7,"saknas")', 0],
    ['=SUMIFS(Data!D2:D7,Data!A2:A6,"x")', error("#VALUE!")],
    ['=SUMIF(Data!A2:A7,"LSS*",Data!D2)', 950],
    ["=SUMPRODUCT((Data!B2:B7=5010)*(MONTH(Data!C2:C7)=2)*Data!D2:D7)", 250],
    ["=SUMPRODUCT(--(Data!D2:D7>0),Data!D2:D7)", 1425.5],
  ],
  "lookups: order, wildcards, nearest, several keys": [
    ['=VLOOKUP("LSS*",Data!A2:D7,4,FALSE)', -50],
    ['=VLOOKUP("Hemtjänst norr",Data!A2:D7,4,0)', 100],
    ['=VLOOKUP("saknas",Data!A2:D7,4,FALSE)', error("#N/A")],
    ['=VLOOKUP(5015,{5010,"a";5020,"b";6110,"c"},2,TRUE)', "a"],
    ['=VLOOKUP(1,{5010,"a"},2,TRUE)', error("#N/A")],
    ['=VLOOKUP("x",Data!A2:D7,9,FALSE)', error("#REF!")],
    ['=HLOOKUP("Belopp",Data!A1:E7,3,FALSE)', 250],
    ['=XLOOKUP("Hemtjänst*",Data!A2:A7,Data!D2:D7,"inget",2)', 100],
    ['=XLOOKUP("Hemtjänst*",Data!A2:A7,Data!D2:D7,"inget",2,-1)', 75.5],
    ['=XLOOKUP("LSS BOENDE",Data!A2:A7,Data!D2:D7,,0,-1)', 1000],
    ['=XLOOKUP(1,(Data!A2:A7="Hemtjänst Norr")*(Data!B2:B7=5020),Data!D2:D7)', 75.5],
    ['=XLOOKUP(5500,{5010;5020;6110},{"a";"b";"c"},,-1)', "b"],
    ['=XLOOKUP(5500,{5010;5020;6110},{"a";"b";"c"},,1)', "c"],
    ['=INDEX(Data!D2:D7,MATCH("Hemtjänst Syd",Data!A2:A7,0))', 250],
    ['=INDEX(Data!D2:D7,MATCH(1,INDEX((Data!A2:A7="LSS boende")*(Data!B2:B7=6110),0),0))', 1000],
    ["=MATCH(6000,{5010,5020,6110},1)", 2],
    ["=MATCH(6000,{6110,5020,5010},-1)", 1],
    ['=IFNA(VLOOKUP("saknas",Data!A2:D7,4,0),0)', 0],
    ["=INDEX(Data!A1:E7,0,4)", [["Belopp"], [100], [250], [-50], [75.5], [1000], [0]]],
  ],
  dates: [
    ["=EOMONTH(DATE(2024,1,31),1)", feb + 28],
    ["=EDATE(DATE(2024,1,31),1)", feb + 28],
    ["=DATE(2024,13,1)", jan + 366],
    ["=DATE(2024,2,30)", mar],
    ["=YEAR(DATE(2024,12,31))*100+MONTH(DATE(2024,12,31))", 202412],
    ["=WEEKDAY(DATE(2024,1,1),2)", 1],
    ["=ISOWEEKNUM(DATE(2021,1,3))", 53],
    ["=WEEKNUM(DATE(2021,1,3),21)", 53],
    ["=NETWORKDAYS(DATE(2024,1,1),DATE(2024,1,31))", 23],
    ["=NETWORKDAYS(DATE(2024,1,1),DATE(2024,1,31),{45292;45297})", 22],
    ["=WORKDAY(DATE(2024,1,1),10)", jan + 14],
    ['=DATEDIF(DATE(2024,1,15),DATE(2025,1,14),"m")', 11],
    ["=YEARFRAC(DATE(2024,1,1),DATE(2024,7,1))", 0.5],
    ["=DAYS(DATE(2024,3,1),DATE(2024,2,1))", 29],
    ['=DATEVALUE("2024-03-01")', mar],
    ["=DAY(EOMONTH(DATE(2023,2,1),0))", 28],
  ],
  "TEXT as it is written in Swedish workbooks": [
    ['=TEXT(1234567.5,"# ##0,0")', "1\u00a0234\u00a0567,5"],
    ['=TEXT(1234.5,"# ##0")', "1\u00a0235"],
    ['=TEXT(-1234.567,"# ##0,00")', "-1\u00a0234,57"],
    ['=TEXT(0.125,"0,0%")', "12,5%"],
    ['=TEXT(0.125,"0,0 %")', "12,5 %"],
    ['=TEXT(12.345,"0,00")', "12,35"],
    ['=TEXT(1234.5,"# ##0,0 ""kr""")', "1\u00a0234,5 kr"],
    ['=TEXT(DATE(2024,3,5),"ÅÅÅÅ-MM-DD")', "2024-03-05"],
    ['=TEXT(DATE(2024,3,5),"åååå-MM")', "2024-03"],
    ['=TEXT(DATE(2024,3,5),"D MMMM ÅÅÅÅ")', "5 mars 2024"],
    ['=TEXT(0.75,"tt:mm")', "18:00"],
    ['=TEXT(12.5,"Standard")', "12,5"],
    ['=TEXT(1234.5,"#,##0.0")', "1,234.5"],
    ['=TEXT(1234567,"#,##0")', "1,234,567"],
    ['=TEXT(DATE(2024,3,5),"yyyy-mm")', "2024-03"],
  ],
  "sorting, filtering and grouping": [
    ["=FILTER(Data!A2:B7,Data!D2:D7<-1000)", error("#CALC!")],
    ['=FILTER(Data!D2:D7,Data!A2:A7="saknas","–")', "–"],
    [
      "=SORTBY(Data!A2:D3,Data!D2:D3,-1)",
      [
        ["Hemtjänst Syd", 5010, feb, 250],
        ["Hemtjänst Norr", 5010, jan, 100],
      ],
    ],
    ["=SORTBY(Data!D2:D7,Data!B2:B7,1,Data!D2:D7,-1)", [[250], [100], [0], [75.5], [-50], [1000]]],
    ["=TAKE(SORT(Data!B2:D7,{1,3},{1,-1}),1)", [[5010, feb, 250]]],
    ["=UNIQUE(Data!A2:A7)", [["Hemtjänst Norr"], ["Hemtjänst Syd"], ["LSS Boende"], ["Särskilt boende"]]],
    ["=ROWS(UNIQUE(Data!B2:B7,,TRUE))", 1],
    [
      "=LET(u,UNIQUE(Data!B2:B7),HSTACK(u,SUMIFS(Data!D2:D7,Data!B2:B7,u)))",
      [
        [5010, 350],
        [5020, 25.5],
        [6110, 1000],
      ],
    ],
    ["=BYROW(SORT(UNIQUE(Data!C2:C7)),LAMBDA(m,SUMIFS(Data!D2:D7,Data!C2:C7,m)))", [[50], [250], [1075.5]]],
    ["=REDUCE(0,Data!D2:D7,LAMBDA(summa,v,IF(v>0,summa+v,summa)))", 1425.5],
    ["=SUM(MAP(Data!D2:D7,LAMBDA(v,MAX(v,0))))", 1425.5],
    ["=SCAN(0,Data!D2:D4,LAMBDA(a,v,a+v))", [[100], [350], [300]]],
    ['=TEXTJOIN(", ",TRUE,SORT(UNIQUE(Data!B2:B7)))', "5010, 5020, 6110"],
  ],
  "AGGREGATE and the conditions": [
    ["=AGGREGATE(14,6,Data!D2:D7/(Data!B2:B7=5010),1)", 250],
    ["=AGGREGATE(15,6,Data!D2:D7/(Data!B2:B7=5020),1)", -50],
    ["=AGGREGATE(9,6,Data!D2:D7)", 1375.5],
    ["=AGGREGATE(99,6,Data!D2:D7)", error("#VALUE!")],
    ['=IFS(FALSE,"a",TRUE,"b")', "b"],
    ['=IFS(FALSE,"a")', error("#N/A")],
    ['=SWITCH(5020,5010,"lön",5020,"po","övrigt")', "po"],
    ['=SWITCH(1,2,"x")', error("#N/A")],
    ['=IFERROR(1/0,"–")', "–"],
    ["=IF(AND(TRUE,1),OR(FALSE,0),NA())", false],
    ["=CHOOSE(2,10,20,30)", 20],
  ],
};

describe.each(Object.entries(cases))("%s", (_, list) => {
  test.each(list)("%s", async (formula, expected) => {
    const value = await (await journal()).value(formula);
    if (typeof expected === "number") expect(value).toBeCloseTo(expected, 9);
    else expect(plain(value)).toEqual(expected);
  });
});

function plain(value: CellValue | CellMatrix): unknown {
  if (Array.isArray(value)) return value.map((row) => row.map(plain));
  return typeof value === "object" && value !== null ? { fel: value.fel } : value;
}

describe("rows that are hidden", () => {
  const hide = (book: TestBook, row: number) => {
    const sheet = book.sheet("Data");
    sheet.ensureRow(row).hidden = true;
    const area = { row, column: 0, rowCount: 1, columnCount: 16384 };
    book.workbook.changed({ kind: "formats", sheet, area, source: "user" });
  };

  test("count in SUBTOTAL(9) and AGGREGATE(9,4), not in SUBTOTAL(109) and AGGREGATE(9,5)", async () => {
    const book = await journal();
    book.set({
      A1: "=SUBTOTAL(9,Data!D2:D7)",
      A2: "=SUBTOTAL(109,Data!D2:D7)",
      A3: "=AGGREGATE(9,4,Data!D2:D7)",
      A4: "=AGGREGATE(9,5,Data!D2:D7)",
      A5: "=AGGREGATE(9,7,Data!D2:D7)",
    });
    await book.recalculate();
    expect(["A1", "A2", "A3", "A4", "A5"].map((at) => book.get(at))).toEqual(Array(5).fill(1375.5));
    hide(book, 5);
    await book.recalculate();
    expect(["A1", "A2", "A3", "A4", "A5"].map((at) => book.get(at))).toEqual([
      1375.5, 375.5, 1375.5, 375.5, 375.5,
    ]);
  });
});

describe("references of every kind", () => {
  test("3-D, spills, implicit intersection, and names of a sheet before the workbook's", async () => {
    const book = await TestBook.create();
    for (const name of ["Jan", "Feb", "Mars"]) book.sheet(name);
    book.set({
      "Jan!B2": 1,
      "Feb!B2": 2,
      "Mars!B2": 4,
      A1: "=SUM(Jan:Mars!B2)",
      A2: "=AVERAGE(Jan:Mars!B2)",
    });
    book.set({ C1: "=SEQUENCE(3)", D1: "=SUM(C1#)", D2: "=ROWS(C1#)", E2: "=@C1:C3", E3: "=SUM(C1#*2)" });
    const jan = book.sheet("Jan");
    const named = (sheet: string | null, formula: string) => ({
      name: "Sats",
      sheet,
      formula,
      visible: true,
      comment: "",
    });
    book.workbook.names.push(named(null, "=10"), named(jan.id, "=Jan!$B$2*100"));
    book.workbook.changed({ kind: "names", sheet: null, source: "user" });
    book.set({ F1: "=Sats", "Jan!F1": "=Sats", F2: "=Jan!Sats" });
    await book.recalculate();
    expect(["A1", "A2", "D1", "D2", "E2", "E3"].map((at) => book.get(at))).toEqual([7, 7 / 3, 6, 3, 2, 12]);
    expect(["F1", "Jan!F1", "F2"].map((at) => book.get(at))).toEqual([10, 100, 100]);
  });

  test("OFFSET, INDIRECT, TODAY, NOW and RAND are calculated again without a change, others are not", async () => {
    const book = await TestBook.create({
      A1: 1,
      B1: "=A1+1",
      B2: "=OFFSET(A1,0,0)",
      B3: "=TODAY()",
      B4: "=RAND()",
    });
    const first = await book.recalculate();
    expect(first.calculated).toBe(4);
    book.set({ Z1: 1 });
    const report = await book.recalculate();
    expect(report.calculated).toBe(3);
  });
});
