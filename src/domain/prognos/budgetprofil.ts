import { enligtAndel } from "./andel";
import type { Metodfunktion } from "./fraga";

/** The outcome keeps its relation to the budget. Total = ack × year budget / period budget. */
export const budgetprofil: Metodfunktion = ({ bokade, budget }) => {
  if (!budget) return "saknarBudget";
  if (bokade.length === 0) return "saknarUtfall";
  return enligtAndel(bokade, budget) ?? "nollnaraBudget";
};
