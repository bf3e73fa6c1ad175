import { intaktEllerKostnad } from "../domain/kontoslag";
import type { Coded } from "./columns";
import type { KallTecken } from "./source";

/**
 * The source's sign from rows known as income or cost, else from most of the budget; null when they speak against each
 * other and the user is asked.
 */
export function readSign(
  accounts: Coded[],
  measures: Map<string, Float64Array>,
): { sign: KallTecken | null; from: "rader" | "budget" | null } {
  const order = ["periodbudget", "budget", "utfall", "belopp", "prognos", "bokslut"];
  const amounts = order
    .map((field) => measures.get(field))
    .find((values) => values?.some((value) => value !== 0 && !Number.isNaN(value)));
  if (!amounts) return { sign: null, from: null };
  for (const { names, codes } of accounts) {
    const nature = names.map(intaktEllerKostnad);
    let [income, cost] = [0, 0];
    for (let row = 0; row < codes.length; row++) {
      if (codes[row] < 0 || Number.isNaN(amounts[row])) continue;
      if (nature[codes[row]] === "intakt") income += amounts[row];
      else if (nature[codes[row]] === "kostnad") cost += amounts[row];
    }
    if (cost === 0 && income === 0) continue;
    if (cost < 0) return income < 0 ? { sign: null, from: null } : { sign: "netto", from: "rader" };
    if (cost > 0) return { sign: income > 0 ? "brutto" : "kostnad", from: "rader" };
    return { sign: income > 0 ? "netto" : "kostnad", from: "rader" };
  }
  let [plus, minus] = [0, 0];
  for (const value of amounts) {
    if (value > 0) plus += value;
    else if (value < 0) minus -= value;
  }
  if (plus === minus) return { sign: null, from: null };
  const share = Math.max(plus, minus) / (plus + minus);
  if (share < 0.6) return { sign: null, from: null };
  return { sign: minus > plus ? "netto" : "kostnad", from: "budget" };
}
