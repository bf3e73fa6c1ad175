import { audit, kontrollprotokoll } from "../../src/audit";
import type { CellMatrix, CellValue } from "../../src/workbook/cell";
import { type SheetSnapshot, sheetFromValues } from "../../src/workbook/snapshot";
import { bookOf, sheetOf } from "../helpers/workbooks";

const empty: SheetSnapshot = {
  ...sheetFromValues("Diagram", []),
  area: { row: 0, column: 0, rowCount: 0, columnCount: 0 },
};

const report: CellMatrix = [
  ["Resultat per enhet", null, null, null],
  ["Belopp i tkr", null, null, null],
  ["", "Utfall", "Budget", "Avvikelse"],
  ["Norr", -1200, -1100, -100],
  ["Söder", -800, -850, 50],
  ["Öster", -410, -400, -10],
  ["Summa", -2410, -2350, -60],
];

test("a workbook without sheets, an empty one, and one of charts only give nothing", () => {
  expect(audit({ sheets: [], names: [] })).toEqual([]);
  expect(audit(bookOf(empty))).toEqual([]);
  expect(audit(bookOf(empty, { ...empty, name: "Diagram 2" }))).toEqual([]);
  expect(
    audit(
      bookOf(
        sheetFromValues("Blanka", [
          [null, ""],
          [null, null],
        ]),
      ),
    ),
  ).toEqual([]);
});

test("300 correct sheets give nothing", () => {
  const sheets = Array.from({ length: 300 }, (_, index) => {
    const scaled = report.map((row) =>
      row.map((cell) => (typeof cell === "number" ? cell * (index + 3) : cell)),
    );
    return sheetFromValues(`Enhet ${index + 1}`, scaled);
  });
  expect(audit({ sheets, names: [] })).toEqual([]);
});

test("the same sheet 300 times is not 300 disagreements", () => {
  const sheets = Array.from({ length: 300 }, (_, index) => sheetFromValues(`Kopia ${index + 1}`, report));
  expect(audit({ sheets, names: [] })).toEqual([]);
});

test("a table without headers is read without inventing errors", () => {
  expect(audit(bookOf(sheetFromValues("Blad1", report.slice(3))))).toEqual([]);
  expect(
    audit(
      bookOf(
        sheetFromValues(
          "Tal",
          report.slice(3).map((row) => row.slice(1)),
        ),
      ),
    ),
  ).toEqual([]);
});

test("English headers are understood", () => {
  const english: CellMatrix = [
    ["Result by unit (SEK thousand)", null, null, null],
    ["Unit", "Actual", "Budget", "Variance"],
    ["North", -1200, -1100, -100],
    ["South", -800, -850, 50],
    ["East", -410, -400, 10],
    ["Total", -2410, -2350, -60],
  ];
  expect(audit(bookOf(sheetFromValues("Report", english)))).toMatchObject([{ cell: "D5", beraknat: -10 }]);
});

test("merged cells everywhere change nothing", () => {
  const merges = report.map((_, row) => ({ row, column: 0, rowCount: 1, columnCount: 1 }));
  const title = { row: 0, column: 0, rowCount: 1, columnCount: 4 };
  const down = { row: 3, column: 0, rowCount: 2, columnCount: 1 };
  expect(audit(bookOf({ ...sheetFromValues("Blad1", report), merges: [...merges, title, down] }))).toEqual(
    [],
  );
});

test("hidden rows, columns and sheets are read like others: what is hidden is still sent", () => {
  const wrong = report.map((row) => [...row]);
  wrong[6][1] = -2000;
  const sheet: SheetSnapshot = {
    ...sheetFromValues("Dolt", wrong),
    visibility: "veryHidden",
    hiddenRows: [4, 5],
    hiddenColumns: [2],
  };
  expect(audit(bookOf(sheet))).toMatchObject([{ blad: "Dolt", cell: "B7", beraknat: -2410 }]);
});

test("a sheet whose used range begins elsewhere is addressed by its own cells", () => {
  const wrong = report.map((row) => [...row]);
  wrong[6][1] = -2000;
  const sheet = sheetFromValues("Blad1", wrong);
  sheet.area = { ...sheet.area, row: 10, column: 3 };
  expect(audit(bookOf(sheet))).toMatchObject([{ cell: "E17" }]);
});

test("error cells are errors, and the sums they stand in are not called wrong", () => {
  const withError = report.map((row) => [...row]);
  withError[4][1] = { fel: "#N/A" };
  const findings = audit(bookOf(sheetFromValues("Blad1", withError)));
  expect(findings.filter(({ regel }) => regel === "fel")).toMatchObject([{ cell: "B5" }]);
  expect(findings.filter(({ regel }) => regel !== "fel")).toEqual([]);
});

test("numbers as text are named, and the arithmetic is still checked", () => {
  const texts = report.map((row) => [...row]);
  texts[4][1] = "- 800";
  expect(audit(bookOf(sheetFromValues("Blad1", texts)))).toMatchObject([
    { regel: "tal-som-text", cell: "B5", beraknat: -800 },
  ]);
});

test("odd values anywhere don't stop it", () => {
  const odd: CellValue[] = [
    null,
    "",
    true,
    false,
    0,
    -0,
    1e308,
    -1e-308,
    1e15 + 0.3,
    "#N/A",
    "=",
    "\u0000",
    "a".repeat(32767),
    { fel: "#REF!" },
  ];
  const rows = odd.map((value, index) => [`Rad ${index}`, value, index, value]);
  expect(() =>
    audit(bookOf(sheetFromValues("Udda", [["", "Utfall", "Budget", "Avvikelse"], ...rows]))),
  ).not.toThrow();
  const broken = sheetOf("Formler", [
    ["=SUM( → 1", "=((( → 1", "='x'!!A1 → 1", "=A1:B2:C3 → 1", "=[1]!x → 1"],
  ]);
  expect(() => audit(bookOf(broken))).not.toThrow();
});

test("a snapshot is left as it was", () => {
  const book = bookOf(sheetFromValues("Blad1", report));
  const before = JSON.stringify(book);
  audit(book);
  expect(JSON.stringify(book)).toBe(before);
});

test("an earlier protocol isn't audited", () => {
  const wrong = report.map((row) => [...row]);
  wrong[6][1] = -2000;
  const sheet = sheetFromValues("Blad1", wrong);
  const findings = audit(bookOf(sheet));
  const protocol = kontrollprotokoll(findings, "2023-12-31").map(({ cells }) => cells);
  expect(audit(bookOf(sheet, sheetFromValues("Kontrollprotokoll", protocol)))).toEqual(findings);
});
