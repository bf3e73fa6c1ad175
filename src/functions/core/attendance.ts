import { karensdagar, type Karensregel } from "../../domain/karens";
import type { CellMatrix, CellValue } from "../../workbook/cell";
import { Fault, type Name, notAvailable, placeName } from "./fault";
import { excerpt, integer, option, range } from "./parameter";
import { sameShape } from "./ranges";

export const planerad = range(["planerad", "planned"], (matrix) => matrix);
export const narvaro = range(["närvaro", "attendance"], (matrix) => matrix);
export const troskel = integer(["tröskel", "threshold"], { min: 1, fallback: 10 });
export const frandag = integer(["fråndag", "from_day"], { min: 1, fallback: 1 });
export const rakna = option(["räkna", "count"], ["planerade", "arbetsdagar"]);

/** One participant's days: a row or column, or a column of a matrix. */
export interface Participant {
  planned: CellValue[];
  attendance: CellValue[];
  place(day: number): Name;
}

/** @throws Fault where attendance differs in shape from the plan. */
export function participants(plan: CellMatrix, attendance: CellMatrix): Participant[] {
  sameShape(attendance, narvaro.name, plan, planerad.name);
  if (plan.length === 1)
    return [{ planned: plan[0], attendance: attendance[0], place: (day) => placeName(0, day) }];
  return plan[0].map((_, column) => ({
    planned: plan.map((row) => row[column]),
    attendance: attendance.map((row) => row[column]),
    place: (day) => placeName(day, column),
  }));
}

/** A planned day that the payment is withheld for: its position and its part of a day. */
export interface DeductedDay {
  day: number;
  part: 1 | 0.5;
}

/** @throws Fault or CellError where the participant's days can't be read. */
export function deductedDays({ planned, attendance, place }: Participant, rule: Karensregel): DeductedDay[] {
  const parts = planned.map((value, day) => plannedPart(value, () => place(day)));
  const absent = attendance.map((value, day) => parts[day] !== 0 && isAbsent(value, () => place(day)));
  return karensdagar(parts, absent, rule).map((day) => ({ day, part: parts[day] as 1 | 0.5 }));
}

/** Planned part of a day. */
export function plannedPart(value: CellValue, place: () => Name): 0 | 0.5 | 1 {
  if (value === 1 || value === 0.5 || value === 0) return value;
  if (value === null) return 0;
  if (typeof value === "object") throw value;
  const word = String(value).trim().toLowerCase();
  if (word === "heldag") return 1;
  if (word === "halvdag") return 0.5;
  if (word === "") return 0;
  throw new Fault("planering", { argument: planerad.name, text: excerpt(String(value)), plats: place() });
}

/** Blank is not reported, where Excel hands over a blank as such. */
function isAbsent(value: CellValue, place: () => Name): boolean {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number" && value >= 0) return value === 0;
  if (value === null) throw notAvailable("ejRapporterad", { plats: place() });
  if (typeof value === "object") throw value;
  const word = String(value).trim().toLowerCase();
  if (word === "ja") return false;
  if (word === "nej") return true;
  if (word === "") throw notAvailable("ejRapporterad", { plats: place() });
  throw new Fault("narvaro", { argument: narvaro.name, text: excerpt(String(value)), plats: place() });
}
