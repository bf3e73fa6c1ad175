import { auditTables, type Finding } from "../../../src/audit";
import { findTables } from "../../../src/tables";
import type { SheetSnapshot } from "../../../src/workbook/snapshot";
import { sheetOf } from "../../helpers/workbooks";

/** Rules that read formulas alone: the tables' reading plays no part. */
const withoutTables = (...sheets: SheetSnapshot[]): Finding[] =>
  auditTables(sheets.map((sheet) => ({ sheet, tables: [] })));
const withTables = (...sheets: SheetSnapshot[]): Finding[] =>
  auditTables(sheets.map((sheet) => ({ sheet, tables: findTables(sheet) })));
const brief = (findings: Finding[]) => findings.map(({ regel, cell, aven }) => [regel, cell, aven.length]);

describe("hardkodat", () => {
  const column = (third: string | number) =>
    sheetOf("Blad", [
      ["Post", "Utfall", "Budget", "Avvikelse"],
      ["A", 10, 12, "=B2-C2 → -2"],
      ["B", 20, 21, "=B3-C3 → -1"],
      ["C", 30, 33, third],
      ["D", 40, 40, "=B5-C5 → 0"],
      ["E", 50, 49, "=B6-C6 → 1"],
    ]);

  test("a typed value between like formulas is named, with the formula as fix", () => {
    const [finding] = withoutTables(column(-3));
    expect(finding).toMatchObject({ regel: "hardkodat", cell: "D4", tryckt: "-3", beraknat: "=B4-C4" });
    expect(finding.atgard?.andringar).toEqual([
      {
        kind: "formula",
        sheet: "Blad",
        row: 3,
        column: 3,
        before: { value: -3, formula: "" },
        after: "=B4-C4",
      },
    ]);
  });

  test("a formula unlike its neighbours is named", () => {
    expect(withoutTables(column("=B4-B4 → 0"))).toMatchObject([{ cell: "D4", beraknat: "=B4-C4" }]);
  });

  test("like formulas throughout give nothing", () => {
    expect(withoutTables(column("=B4-C4 → -3"))).toEqual([]);
  });

  describe("a sum that stops short of the rows beside it", () => {
    const groups = (first: string, total: string) =>
      sheetOf("Blad", [
        ["Post", "Utfall"],
        ["Institution", 10],
        ["Familjehem", 20],
        ["Barn institution", 30],
        ["Barn familjehem", 40],
        ["Summa Vuxna", `${first} → 30`],
        ["Summa Barn", "=SUM(B4:B5) → 70"],
        ["Summa", `${total} → 100`],
      ]);

    test("is right where another sum takes just the rest, and the total adds the two", () => {
      expect(withoutTables(groups("=SUM(B2:B3)", "=SUM(B6:B7)"))).toEqual([]);
    });

    test("is named where a row is in none of the sums, also when the total has it", () => {
      expect(withoutTables(groups("=SUM(B2:B2)", "=SUM(B2:B5)"))).toMatchObject([
        { cell: "B6", beraknat: "=SUM(B2:B5)" },
      ]);
    });

    const result = (label: string) =>
      sheetOf("Blad", [
        ["Post", "Utfall", "Budget"],
        ["Intäkter", 100, 90],
        ["Personalkostnader", -60, -50],
        ["Lokalkostnader", -20, -20],
        [label, "=SUM(B3:B4) → -80", "=SUM(C3:C4) → -70"],
        ["Netto", "=SUM(B2:B4) → 20", "=SUM(C2:C4) → 20"],
      ]);

    test("leaves the income above the costs alone where it is called a sum of costs, not where it is only a sum", () => {
      expect(withTables(result("Summa kostnader"))).toEqual([]);
      expect(brief(withTables(result("Summa")))).toContainEqual(["hardkodat", "B5", 0]);
    });
  });

  test("words that a formula gives, and formulas that ask no cell, are no figures and no pattern", () => {
    const arrow = (row: number, sign: string) => `=IF(${sign}A${row}>0,"↗","↘") → ↗`;
    const words = sheetOf("Blad", [
      [1, arrow(1, "")],
      [2, arrow(2, "")],
      [3, arrow(3, "-")],
      [4, arrow(4, "")],
      [5, arrow(5, "")],
    ]);
    expect(withoutTables(words)).toEqual([]);
    const blanks = sheetOf("Blad", [
      [1, '=""'],
      [2, '=""'],
      [3, "=A3*2 → 6"],
      [4, '=""'],
      [5, '=""'],
    ]);
    expect(withoutTables(blanks)).toEqual([]);
  });

  test("a sum row across the columns is a pattern of its own, not a break in theirs", () => {
    const sheet = sheetOf("Blad", [
      ["=B1*2", "=C1*2", "=D1*2"],
      ["=B2*2", "=C2*2", "=D2*2"],
      ["=SUM(A1:A2)", "=SUM(B1:B2)", "=SUM(C1:C2)"],
      ["=B4*2", "=C4*2", "=D4*2"],
      ["=B5*2", "=C5*2", "=D5*2"],
    ]);
    expect(withoutTables(sheet)).toEqual([]);
  });

  test("subtotals of groups of one, and input cells between formulas, are ways of their own", () => {
    const alternating = sheetOf("Blad", [
      ["=B1*2"],
      ["=SUM(A1)"],
      ["=B3*2"],
      ["=SUM(A3)"],
      ["=B5*2"],
      ["=SUM(A5)"],
      ["=B7*2"],
    ]);
    expect(withoutTables(alternating)).toEqual([]);
    const inputs = sheetOf("Blad", [["=B1*2"], [5], ["=B3*2"], [7], ["=B5*2"], [9], ["=B7*2"]]);
    expect(withoutTables(inputs)).toEqual([]);
  });

  test("a sum that stops short of the row above it is named with the whole range", () => {
    const sheet = sheetOf("Blad", [[1], [2], [3], [4], ["=SUM(A1:A3) → 6"]]);
    expect(withoutTables(sheet)).toMatchObject([
      { regel: "hardkodat", sakerhet: "säker", cell: "A5", beraknat: "=SUM(A1:A4)" },
    ]);
  });

  test("a sum across a row that stops short is named too", () => {
    expect(withoutTables(sheetOf("Blad", [[1, 2, 3, "=SUM(A1:B1) → 3"]]))).toMatchObject([
      { cell: "D1", beraknat: "=SUM(A1:C1)" },
    ]);
  });

  test("a grand total that skips a subtotal row is as it should be", () => {
    const sheet = sheetOf("Blad", [[1], [2], ["=SUM(A1:A2) → 3"], [4], ["=SUM(A4:A4) → 4"]]);
    expect(withoutTables(sheet)).toEqual([]);
  });
});

describe("fel", () => {
  test("errors that pass on are named once, at their source", () => {
    const sheet = sheetOf("Blad", [["=1/0 → #DIV/0!"], ["=A1+1 → #DIV/0!"], ["=SUM(A1:A2) → #DIV/0!"]]);
    expect(brief(withoutTables(sheet))).toEqual([["fel", "A1", 2]]);
  });

  test("the source may stand on another sheet", () => {
    const first = sheetOf("Sammanställning", [["=Underlag!A1*2 → #N/A"]]);
    const second = sheetOf("Underlag", [["=NA() → #N/A"]]);
    expect(withoutTables(first, second)).toMatchObject([
      { blad: "Underlag", cell: "A1", aven: [{ blad: "Sammanställning", cell: "A1" }] },
    ]);
  });

  test("like formulas that fail alike are one finding", () => {
    const sheet = sheetOf("Blad", [
      [1, 0, "=A1/B1 → #DIV/0!"],
      [1, 0, "=A2/B2 → #DIV/0!"],
      [1, 0, "=A3/B3 → #DIV/0!"],
    ]);
    expect(brief(withoutTables(sheet))).toEqual([["fel", "C1", 2]]);
  });

  test("a KOLL function that Excel doesn't know is told how to heal", () => {
    const [finding] = withoutTables(sheetOf("Blad", [["=KOLL.AVVIKELSE(1,2) → #NAME?"]]));
    expect(finding.text.sv).toContain("KOLL.AVVIKELSE");
    expect(finding.text.en).toContain("Heal");
  });

  test("#REF! hidden by IFERROR is found", () => {
    expect(brief(withoutTables(sheetOf("Blad", [["=IFERROR(#REF!,0) → 0"]])))).toEqual([["fel", "A1", 0]]);
  });

  test("a link to another workbook is a notice, once a book", () => {
    const sheet = sheetOf("Blad", [["='[Bok 2.xlsx]Blad1'!A1 → 5"], ["='[Bok 2.xlsx]Blad1'!A9 → 5"]]);
    expect(withoutTables(sheet)).toMatchObject([{ regel: "fel", sakerhet: "notis", aven: [{ cell: "A2" }] }]);
  });

  test("errors in a ring are reported, not lost", () => {
    expect(withoutTables(sheetOf("Blad", [["=A2 → #VALUE!"], ["=A1 → #VALUE!"]]))).not.toEqual([]);
  });
});

describe("tecken", () => {
  const costs = (...formulas: string[]) =>
    sheetOf("Kostnader", [
      ["Post", "Utfall", "Budget", "Avvikelse"],
      ...formulas.map((formula, index) => [`Kostnad ${index + 1}`, 110, 100, formula]),
    ]);

  test("tecken left out over positive costs is likely wrong, and written out by the fix", () => {
    const [finding] = withTables(costs("=KOLL.AVVIKELSE(B2,C2) → 10", "=KOLL.AVVIKELSE(B3,C3) → 10"));
    expect(finding).toMatchObject({
      regel: "tecken",
      sakerhet: "trolig",
      cell: "D2",
      aven: [{ cell: "D3" }],
    });
    expect(finding.atgard?.andringar).toMatchObject([
      { after: '=KOLL.AVVIKELSE(B2,C2,"kostnad")' },
      { after: '=KOLL.AVVIKELSE(B3,C3,"kostnad")' },
    ]);
  });

  test("one column with two signs is certain where most agree", () => {
    const findings = withTables(
      costs(
        '=KOLL.AVVIKELSE(B2,C2,"kostnad") → -10',
        "=KOLL.AVVIKELSE(B3,C3) → 10",
        '=KOLL.AVVIKELSE(B4,C4,"kostnad") → -10',
      ),
    );
    expect(findings.filter(({ regel }) => regel === "tecken")).toMatchObject([
      { sakerhet: "säker", cell: "D3" },
    ]);
  });

  test("tecken written out throughout gives nothing", () => {
    const findings = withTables(
      costs('=KOLL.AVVIKELSE(B2,C2,"kostnad") → -10', '=KOLL.AVVIKELSE(B3,C3,"kostnad") → -10'),
    );
    expect(findings.filter(({ regel }) => regel === "tecken")).toEqual([]);
  });
});
