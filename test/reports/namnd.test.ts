import { namndOver } from "../../src/reports/namnd";
import { sheetFromValues } from "../../src/workbook/snapshot";

const over = (caption: string) =>
  namndOver(
    { sheets: [sheetFromValues("Ekonomi", [[caption], ["Verksamhet"]])], names: [] },
    { sheet: "Ekonomi", area: { row: 1 } },
  );

test.each([
  ["Ekonomi 2023, Funktionsstödsnämnden", "Funktionsstödsnämnden"],
  ["Vård- och omsorgsnämnden: utfall", "Vård- och omsorgsnämnden"],
  ["Socialnämnd", "Socialnämnd"],
  ["Programnämnd social välfärd", "Programnämnd social välfärd"],
  ["Huvudbok augusti", ""],
])("%p names the body %p", (caption, namnd) => expect(over(caption)).toBe(namnd));
