import type { CellMatrix } from "../../workbook/cell";
import { shapeOf } from "./define";
import { Fault, type Name } from "./fault";
import { integer, range } from "./parameter";
import { readNumbers, vector } from "./ranges";

export const manad = integer(["månad", "month"], { min: 0, max: 12 });

/** Twelve weights, January first. */
export const profil = range(["profil", "profile"], twelve, { optional: true });

/** @throws Fault where there are not twelve numbers in a row or column. */
export function twelve(matrix: CellMatrix, name: Name): number[] {
  const values = readNumbers([vector(matrix, name)], name);
  if (values.length !== 12) throw new Fault("tolv", { argument: name, form: shapeOf(matrix) });
  return values;
}
