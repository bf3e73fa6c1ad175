import fc from "fast-check";
import { findPersonnummer, numberAsPersonnummer } from "../../src/audit/personnummer";

/** SKV 704: multiply by 2, 1, 2 …, add the digits, take what is missing to the next ten. */
function withCheckDigit(nine: string): string {
  const sum = [...nine]
    .map((digit, index) => String(Number(digit) * (index % 2 === 0 ? 2 : 1)))
    .join("")
    .split("")
    .reduce((total, digit) => total + Number(digit), 0);
  return nine + ((10 - (sum % 10)) % 10);
}
const ten = withCheckDigit("850101238");
const [date, last] = [ten.slice(0, 6), ten.slice(6)];

test.each([
  [`${date}-${last}`],
  [`${date}+${last}`],
  [`19${date}-${last}`],
  [`19${date}${last}`],
  [`${date} ${last}`],
  [`${date} - ${last}`],
  [`${date}–${last}`],
  [`${date}\u2011${last}`],
  [`19${date} ${last}`],
  [`Brukare (${date}-${last}), beslut`],
  [`pnr:${date}-${last}.`],
])("%s is a personnummer, written so that it can't be taken for another number", (text) => {
  expect(findPersonnummer(text)).toMatchObject([{ entydigt: true, samordning: false }]);
});

test("ten bare digits may be one, and are marked as not unambiguous", () => {
  expect(findPersonnummer(ten)).toEqual([{ text: ten, samordning: false, entydigt: false }]);
});

test("a samordningsnummer has 60 added to its day (SKV 707)", () => {
  const number = withCheckDigit("850161238");
  expect(findPersonnummer(`${number.slice(0, 6)}-${number.slice(6)}`)).toMatchObject([{ samordning: true }]);
});

test("two in one text are both found", () => {
  expect(findPersonnummer(`${date}-${last} och ${date}-${last}`)).toHaveLength(2);
});

test.each([
  ["a wrong check digit", `${date}-${last.slice(0, 3)}${(Number(last[3]) + 1) % 10}`],
  [
    "a month that doesn't exist",
    `${withCheckDigit("851301238").slice(0, 6)}-${withCheckDigit("851301238").slice(6)}`,
  ],
  ["30 February", `${withCheckDigit("850230238").slice(0, 6)}-${withCheckDigit("850230238").slice(6)}`],
  ["an organisationsnummer (third digit 2 or more)", "212000-1967"],
  ["a diary number", "SN 2023/01234"],
  ["a diary number with a dash", "FSN-2023-00145"],
  ["a bankgiro", "5805-6201"],
  ["a plusgiro", "12 34 56-7"],
  ["a phone number", "070-123 45 67"],
  ["an amount", "1 850 101 238,40"],
  ["an account in a longer number", `8327-9,${ten}-1`],
  ["part of a longer number", `1${ten}99`],
  ["a date and time", "2023-08-31 12:15:30"],
  ["a case id", `A${ten}`],
])("%s is not a personnummer", (_, text) => {
  expect(findPersonnummer(text)).toEqual([]);
});

test("29 February counts in a leap year only", () => {
  const leap = withCheckDigit("960229238");
  const common = withCheckDigit("970229238");
  expect(findPersonnummer(`${leap.slice(0, 6)}-${leap.slice(6)}`)).toHaveLength(1);
  expect(findPersonnummer(`${common.slice(0, 6)}-${common.slice(6)}`)).toHaveLength(0);
});

test("a number has lost the zeros its year began with", () => {
  const early = withCheckDigit("050101238");
  expect(early.startsWith("0")).toBe(true);
  expect(numberAsPersonnummer(Number(early))).toMatchObject({ text: early });
  expect(numberAsPersonnummer(Number(`20${early}`))).toMatchObject({ entydigt: true });
  expect(numberAsPersonnummer(850101.5)).toBeNull();
  expect(numberAsPersonnummer(12)).toBeNull();
});

test("any single digit changed is noticed: the check digit catches it or the date does", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const changed = [...ten].map((digit, index) =>
        index === at ? String((Number(digit) + by) % 10) : digit,
      );
      return findPersonnummer(`${changed.slice(0, 6).join("")}-${changed.slice(6).join("")}`).length === 0;
    }),
  );
});
