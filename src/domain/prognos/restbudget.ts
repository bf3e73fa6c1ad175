import type { Metodfunktion } from "./fraga";

/** The rest goes as budgeted. Total = ack + the remaining months' budget. */
export const restbudget: Metodfunktion = ({ bokade, budget }) =>
  budget ? budget.slice(bokade.length) : "saknarBudget";
