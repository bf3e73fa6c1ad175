import {
  add,
  call,
  cell,
  count,
  countifs,
  divide,
  evaluate,
  type Expression,
  formulaText,
  multiply,
  number,
  type PlanRef,
  type SourceColumn,
  subtract,
  sum,
  sumifs,
  tableColumn,
  text,
} from "../../src/workbook/expression";
import type { CellValue } from "../../src/workbook/cell";

const rows: Record<string, number> = { a: 4, b: 5, c: 7, d: 8 };
const place = (ref: PlanRef) => ({
  sheet: ref.report ?? "Rapport",
  row: rows[ref.row],
  column: ref.column === "u" ? 1 : 2,
});
const written = (expression: Expression) => formulaText(expression, "Rapport", place);
const utfall: SourceColumn = { key: "utfall", reference: "Ekonomi[Utfall]" };
const namn: SourceColumn = { key: "namn", reference: "Ekonomi[Verksamhet]" };
const columns: Record<string, CellValue[]> = {
  utfall: [1, 2, "3", null, 5],
  namn: ["Boende", "boende", "Boende", "510", 510],
};
const values = { cell: (): CellValue => 4, column: ({ key }: SourceColumn) => columns[key] };

describe("a report formula as Excel gets it", () => {
  test("is English, comma-separated and points at cells by where they ended up", () => {
    expect(written(subtract(cell("a", "u"), cell("a", "b")))).toBe("=B5-C5");
    expect(written(sumifs(utfall, [{ column: namn, operator: "=", value: "Boende" }]))).toBe(
      '=SUMIFS(Ekonomi[Utfall],Ekonomi[Verksamhet],"Boende")',
    );
  });

  test("a sum is written as runs, so that a row of the user's own between them stays out", () => {
    expect(written(sum(["a", "b", "c", "d"].map((row) => ({ row, column: "u" }))))).toBe("=SUM(B5:B6,B8:B9)");
  });

  test("another report's cell is named with its sheet", () => {
    expect(written(cell("a", "u", "Summa per enhet"))).toBe("='Summa per enhet'!B5");
  });

  test("brackets stand only where the order of operations needs them", () => {
    const [a, b] = [cell("a", "u"), cell("b", "u")];
    expect(written(multiply(add(a, b), number(2)))).toBe("=(B5+B6)*2");
    expect(written(add(multiply(a, b), number(2)))).toBe("=B5*B6+2");
    expect(written(subtract(a, subtract(b, a)))).toBe("=B5-(B6-B5)");
    expect(written(subtract(subtract(a, b), a))).toBe("=B5-B6-B5");
    expect(written(divide(a, number(-1000)))).toBe("=B5/(-1000)");
  });

  test("criteria that look like operators or wildcards are taken literally, as SUMIFS would not by itself", () => {
    const criterion = (value: string) => written(sumifs(utfall, [{ column: namn, operator: "=", value }]));
    expect(criterion("<5 år")).toContain('"=<5 år"');
    expect(criterion("Boende*")).toContain('"Boende~*"');
    expect(criterion("")).toContain('"="');
    expect(criterion('Hus "A"')).toContain('"Hus ""A"""');
  });

  test("a sum over a whole source has no criteria", () => {
    expect(written(sumifs(utfall, []))).toBe("=SUM(Ekonomi[Utfall])");
  });

  test("numbers are counted by a criterion that no text or blank meets", () => {
    const boende = { column: namn, operator: "=" as const, value: "Boende" };
    expect(written(countifs(utfall, [boende]))).toBe(
      '=COUNTIFS(Ekonomi[Verksamhet],"Boende",Ekonomi[Utfall],"<9e+99")',
    );
    expect(written(count(["a", "b", "c"].map((row) => ({ row, column: "u" }))))).toBe("=COUNT(B5:B6,B8)");
    expect(evaluate(countifs(utfall, [boende]), values)).toBe(2);
    expect(evaluate(countifs(utfall, []), values)).toBe(3);
  });

  test.each([
    ["Utfall", "T[Utfall]"],
    ["Prognos (tkr)", "T[[Prognos (tkr)]]"],
    ["Nr #", "T[[Nr '#]]"],
    ["a]b", "T[[a']b]]"],
    ["Belopp, kr", "T[[Belopp, kr]]"],
  ])("the table column %p is written %p", (column, reference) =>
    expect(tableColumn("T", column)).toBe(reference),
  );
});

describe("a report formula's expected value", () => {
  test('SUMIFS takes numbers only, texts without regard to case, and 510 for "510"', () => {
    expect(evaluate(sumifs(utfall, [{ column: namn, operator: "=", value: "Boende" }]), values)).toBe(3);
    expect(evaluate(sumifs(utfall, [{ column: namn, operator: "=", value: "510" }]), values)).toBe(5);
    expect(evaluate(sumifs(utfall, [{ column: utfall, operator: ">=", value: 2 }]), values)).toBe(7);
  });

  test("division by zero is Excel's error, and IFERROR catches it", () => {
    const quotient = divide(number(1), number(0));
    expect(evaluate(quotient, values)).toEqual({ fel: "#DIV/0!" });
    expect(evaluate(call("IFERROR", quotient, text("-")), values)).toBe("-");
  });

  test("IF looks only at the branch it takes", () => {
    const broken = divide(number(1), number(0));
    expect(evaluate(call("IF", call("ISNUMBER", cell("a", "u")), number(7), broken), values)).toBe(7);
  });

  test.each([
    [2.675, 2, 2.68],
    [-0.5, 0, -1],
    [1.005, 2, 1.01],
    [-2.5, 0, -3],
    [0.4, 0, 0],
    [-0.4, 0, 0],
  ])("ROUND(%p, %p) is %p: half away from zero on the printed value", (value, decimals, rounded) => {
    expect(evaluate(call("ROUND", number(value), number(decimals)), values)).toBe(rounded);
  });
});
