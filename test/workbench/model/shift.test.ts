import fc from "fast-check";
import { maxColumns } from "../../../src/workbook/address";
import { writeCells } from "../../../src/workbench/model/cells";
import { formulaRefs, moveFormula, refArea, replaceRefs } from "../../../src/workbench/model/references";
import { deleteCells, insertCells } from "../../../src/workbench/model/shift";
import { Workbook } from "../../../src/workbench/model/workbook";

const lines = (row: number, rowCount: number) => ({ row, column: 0, rowCount, columnCount: maxColumns });

function sheetOf(...values: (string | number)[]) {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Blad1");
  writeCells(
    workbook,
    sheet,
    { row: 0, column: 0 },
    values.map((value) => [value]),
    "user",
  );
  return { workbook, sheet };
}

test("rows put in and taken out again leave cells and formulas as they were", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 3, maxLength: 12 }),
      fc.nat({ max: 14 }),
      fc.integer({ min: 1, max: 5 }),
      (targets, at, count) => {
        const { workbook, sheet } = sheetOf(...targets.map((row) => `=A${row}*2+SUM(B$1:C${row})`));
        const before = sheet.rows.map((row) => row?.formulas?.map((formula) => formula?.text));
        insertCells(workbook, sheet, lines(at, count), "down", "user");
        deleteCells(workbook, sheet, lines(at, count), "down", "user");
        expect(sheet.rows.map((row) => row?.formulas?.map((formula) => formula?.text))).toEqual(before);
      },
    ),
  );
});

test("a reference to one cell follows that very cell, whatever comes and goes", () => {
  const change = fc.record({
    insert: fc.boolean(),
    at: fc.nat({ max: 20 }),
    count: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), fc.nat({ max: 15 }), (changes, target) => {
      const workbook = new Workbook();
      const sheet = workbook.addSheet("Blad1");
      const watcher = workbook.addSheet("Andra");
      writeCells(workbook, sheet, { row: target, column: 0 }, [["märkt"]], "user");
      writeCells(workbook, watcher, { row: 0, column: 0 }, [[`=Blad1!A${target + 1}`]], "user");
      for (const { insert, at, count } of changes) {
        (insert ? insertCells : deleteCells)(workbook, sheet, lines(at, count), "down", "user");
      }
      const formula = watcher.formula(0, 0)!.text;
      const place = sheet.rows.findIndex((row) => row?.values[0] === "märkt");
      if (place < 0) expect(formula).toBe("=Blad1!#REF!");
      else expect(refArea(formulaRefs(formula)[0])).toMatchObject({ row: place, column: 0 });
    }),
  );
});

test.each([
  ["='Mitt blad'!$A$1:B2", "='Mitt blad'!$A$1:C4"],
  ["=SUM(A:B,1:2,$C$3)", "=SUM(B:C,3:4,$C$3)"],
  ['="A1"&[Bok.xlsx]Blad1!A1', '="A1"&[Bok.xlsx]Blad1!B3'],
  ["=Tabell_1[[#This Row],[Prognos (tkr)]]+A1", "=Tabell_1[[#This Row],[Prognos (tkr)]]+B3"],
  ["=KOLL.AVVIKELSE(A1#,@B2)", "=KOLL.AVVIKELSE(B3#,@C4)"],
  ["=Åtgärder!A1", "=Åtgärder!B3"],
])("%s copied two rows down and one column right is %s", (formula, moved) => {
  expect(moveFormula(formula, 2, 1)).toBe(moved);
});

test("a copy that would leave the sheet gives #REF!", () => {
  expect(moveFormula("=A1+B2", -1, 0)).toBe("=#REF!+B1");
});

test("a formula without references to change is handed back as it is", () => {
  const formula = '=IF(A1>0,"A1",{1,2;3,4})';
  expect(replaceRefs(formula, () => undefined)).toBe(formula);
});

test("fifty rows put in one by one among 20 000 formulas move every one of them", () => {
  const { workbook, sheet } = sheetOf(
    ...Array.from({ length: 20_000 }, (_, row) => `=SUM(B${row + 1}:C${row + 1})`),
  );
  for (let at = 0; at < 50; at++) insertCells(workbook, sheet, lines(at * 7, 1), "down", "user");
  expect(sheet.formula(20_049, 0)?.text).toBe("=SUM(B20050:C20050)");
}, 120_000);

test("a reference that was given another sheet's prefix points there when it is read again", () => {
  const moved = replaceRefs("='Gammalt namn'!A1+1", (ref) => ({ ...ref, prefix: "'Nytt namn'!" }));
  expect(moved).toBe("='Nytt namn'!A1+1");
  expect(formulaRefs(moved).map(({ sheet }) => sheet)).toEqual(["Nytt namn"]);
});
