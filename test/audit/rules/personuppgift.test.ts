import { auditTables, type Finding } from "../../../src/audit";
import type { CellValue } from "../../../src/workbook/cell";
import type { SheetSnapshot } from "../../../src/workbook/snapshot";
import { sheetOf } from "../../helpers/workbooks";

const found = (sheet: SheetSnapshot): Finding[] =>
  auditTables([{ sheet, tables: [] }]).filter(({ regel }) => regel === "personuppgift");
const column = (header: string, ...values: CellValue[]) =>
  sheetOf("Blad", [[header], ...values.map((value) => [value])]);

/** Made numbers with a valid check digit; born 1885, so that they are nobody's. */
const numbers = ["851201", "850315", "850630", "851118"].map((date, index) => {
  const nine = `${date}98${index}`;
  const sum = [...nine]
    .flatMap((digit, at) => [...String(Number(digit) * (at % 2 === 0 ? 2 : 1))])
    .reduce((total, digit) => total + Number(digit), 0);
  return nine + ((10 - (sum % 10)) % 10);
});
const dashed = numbers.map((number) => `18${number.slice(0, 6)}-${number.slice(6)}`);

test("a column of personnummer is one finding, and none of them is spread further", () => {
  const [finding, ...rest] = found(column("Personnummer", ...dashed));
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({
    sakerhet: "säker",
    cell: "A2",
    aven: [{ cell: "A3" }, { cell: "A4" }, { cell: "A5" }],
  });
  const shown = JSON.stringify(finding);
  for (const number of numbers) expect(shown).not.toContain(number.slice(6));
});

test("a personnummer in a sheet's name is told at the sheet's first cell; a number like 2023-08 is none", () => {
  expect(found(sheetOf(`Ärende ${dashed[0]}`, [["Post"], [1]]))).toMatchObject([
    { cell: "A1", sakerhet: "säker" },
  ]);
  expect(found(sheetOf("Utfall 2023-08", [["Post"], [1]]))).toEqual([]);
});

test("a personnummer in a column's header is found at its cell", () => {
  expect(found(column(`Avser ${dashed[2]}`, 5, 6))).toMatchObject([{ cell: "A1" }]);
});

test("a personnummer in a comment's text or a sentence is found at its cell", () => {
  expect(found(column("Kommentar", `Gäller ${dashed[0]}, se beslut`))).toMatchObject([{ cell: "A2" }]);
  const sheet = sheetOf("Blad", [["Post"]], {
    comments: [{ row: 3, column: 2, text: `Avser ${dashed[1]}.` }],
  });
  expect(found(sheet)).toMatchObject([{ cell: "C4" }]);
});

test("numbers without separator count where the column is made of them, or its header says so", () => {
  expect(found(column("Id", ...numbers.map(Number)))).toMatchObject([
    { sakerhet: "säker", aven: { length: 3 } },
  ]);
  expect(found(column("Pnr", Number(numbers[0])))).toMatchObject([{ sakerhet: "säker" }]);
});

test("one bare number among accounts or amounts is left alone", () => {
  const amounts = Array.from({ length: 30 }, (_, index) => 1000000000 + index * 7919);
  expect(found(column("Belopp", ...amounts, Number(numbers[0])))).toEqual([]);
  const accounts = Array.from({ length: 30 }, (_, index) => String(9180000000 + index * 104729));
  expect(found(column("Konto", ...accounts, numbers[0]))).toEqual([]);
});

test("phone numbers, diary numbers and dates are no personnummer", () => {
  expect(found(column("Telefon", "0701234567", "070-123 45 67", "019-21 10 00"))).toEqual([]);
  expect(found(column("Diarienr", "SN 2023/01234", "FSN-2023-00145", "2023-08-31"))).toEqual([]);
});

test("a column of clients' names beside figures is likely personal data; a column of units is not", () => {
  const names = sheetOf("Blad", [
    ["Brukare", "Timmar"],
    ["Förnamn Efternamn", 12],
    ["Fornamn Efternamnsson", 30],
    ["Namn Namnsson", 8],
  ]);
  expect(found(names)).toMatchObject([{ sakerhet: "trolig", cell: "A2" }]);
  const units = sheetOf("Blad", [
    ["Enhet", "Timmar"],
    ["Norra Hemtjänsten", 12],
    ["Södra Hemtjänsten", 30],
  ]);
  expect(found(units)).toEqual([]);
  const ids = sheetOf("Blad", [
    ["Brukare", "Timmar"],
    ["B-104", 12],
    ["B-105", 30],
  ]);
  expect(found(ids)).toEqual([]);
});
